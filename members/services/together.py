"""Rows typed together on one page: all of them are written, or none."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction


class RefusedRowsError(Exception):
    """What was refused, by the key of its row; nothing has been written."""

    def __init__(self, refusals: Mapping[Any, ValidationError]):
        super().__init__(f"{len(refusals)} rows refused")
        self.refusals = dict(refusals)


@transaction.atomic
def write_together(acts: Iterable[tuple[Any, Callable[[], Any]]]) -> int:
    """Does every act, or none of them; gives their number.

    Raises RefusedRowsError with every refusal at once, so that all is mended in one go.
    """
    refusals, done = {}, 0
    for key, act in acts:
        try:
            with transaction.atomic():
                act()
            done += 1
        except ValidationError as error:
            refusals[key] = error
    if refusals:
        raise RefusedRowsError(refusals)
    return done
