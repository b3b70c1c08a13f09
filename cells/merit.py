"""What a cell was honoured with: its own awards, those of the units that go with it, its titles.

The rows stand in an upper room and are reached by related managers only.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from cells.models import Cell


@dataclass(frozen=True)
class Honour:
    """One award or title and its page."""

    year: int
    decided_on: dt.date
    text: str
    decision: str
    url: str


def honours_of(cell: Cell, day: dt.date, *, user) -> list[Honour]:
    """Everything decided by `day` that the account may see, the newest year first."""
    awards = cell.awards.model.objects.visible_to(user).valid()
    awards = awards.filter(Q(cell=cell) | Q(office_unit__cell=cell), decided_on__lte=day)
    found = [
        Honour(
            award.award_year,
            award.decided_on,
            str(award),
            award.decision_number,
            reverse("awards:detail", args=[award.pk]),
        )
        for award in awards.select_related("cell", "office_unit")
    ]
    for title in cell.titles.valid().filter(decided_on__lte=day):
        url = reverse("awards:title_detail", args=[title.pk])
        found.append(Honour(title.year, title.decided_on, str(title), title.decision_number, url))
    return sorted(found, key=lambda one: (one.year, one.decided_on), reverse=True)
