"""Which kinds of work there are, and what the scheduler does from time to time.

Each room registers its own in `<app>/background.py`, which every process imports at start.
"""

from collections.abc import Callable
from dataclasses import dataclass

from jobs.errors import JobError, UnknownKind

__all__ = ["JobError", "Kind", "all_kinds", "find_kind", "kind", "periodic", "periodic_functions"]


@dataclass(frozen=True)
class Kind:
    """One kind of work.

    `work(job, progress)` does the long part outside any transaction and may run again after
    a worker was killed; it returns a callable that writes the result, or None. `stages` are
    the steps shown before they are reached; `result_url(job)` is where the result is read.
    `visible_to(user)` is the condition on the jobs an account sees, `may_change(user, job)`
    whether it may stop one or start it again; without them a job is its asker's own.
    """

    name: str
    title: str
    work: Callable
    stages: tuple = ()
    result_url: Callable | None = None
    visible_to: Callable | None = None
    may_change: Callable | None = None


_kinds: dict[str, Kind] = {}
_periodic: dict[str, Callable] = {}


def kind(name: str, *, title, stages=(), **told: Callable):
    """Registers the decorated function as the work of jobs of this kind; `told` as in Kind."""

    def register(work: Callable) -> Callable:
        known = _kinds.get(name)
        if known and known.work is not work:
            raise ValueError(f"two functions for the jobs of kind {name}")
        _kinds[name] = Kind(name=name, title=title, work=work, stages=tuple(stages), **told)
        return work

    return register


def find_kind(name: str) -> Kind:
    """The kind of that name. Raises UnknownKind."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKind(name) from None


def all_kinds() -> list[Kind]:
    return list(_kinds.values())


def periodic(name: str):
    """Registers a function of the program's day that the scheduler calls every half minute.

    It has to be cheap and may be called any number of times on one day: what it asks for, it
    asks for with a key.
    """

    def register(function: Callable) -> Callable:
        known = _periodic.get(name)
        if known and known is not function:
            raise ValueError(f"two periodic functions of the name {name}")
        _periodic[name] = function
        return function

    return register


def periodic_functions() -> dict[str, Callable]:
    return dict(_periodic)
