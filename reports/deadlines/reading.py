"""All deadlines of one committee and day, in one list, from a constant number of statements."""

from collections.abc import Callable, Iterable

from reports.deadlines.away import absences, exemptions, seconded_by_letter, temporary
from reports.deadlines.badges import badges
from reports.deadlines.base import Deadline
from reports.deadlines.checks import checks
from reports.deadlines.duties import comments, commitments, secondments, terms
from reports.deadlines.life import candidates, probation, recognition, transfers
from reports.deadlines.sources import Sources
from reports.deadlines.tasks import tasks

Reader = Callable[[Sources], Iterable[Deadline | None]]
READERS: list[Reader] = [
    probation,
    recognition,
    candidates,
    transfers,
    temporary,
    seconded_by_letter,
    exemptions,
    terms,
    secondments,
    comments,
    commitments,
    badges,
    tasks,
    absences,
    checks,
]


def read_deadlines(sources: Sources) -> list[Deadline]:
    """Every line, the most pressing first; data to look through stands last."""
    lines = [line for reader in READERS for line in reader(sources) if line is not None]
    return sorted(lines, key=_pressing)


def _pressing(line: Deadline):
    due = line.due_on.toordinal() if line.due_on else 0
    return (line.band_order, due, line.kind_order, line.who_key, line.key)
