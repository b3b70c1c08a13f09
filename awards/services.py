"""Recording merit: awards and yearly titles that have been decided."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from awards.models import Award, Title


@transaction.atomic
def give_award(*, award: Award, recorded_on: dt.date, by) -> Award:
    """Records one award in its award year. The decision may be of a later year, not of the future."""
    check_decided(award.decided_on, recorded_on)
    return audit.create(award, by=by, action="awards.give")


@transaction.atomic
def give_title(*, title: Title, recorded_on: dt.date, by) -> Title:
    """Records the title of a year; the streak is counted from the rows."""
    check_decided(title.decided_on, recorded_on)
    return audit.create(title, by=by, action="awards.give_title")


def check_decided(decided_on: dt.date | None, recorded_on: dt.date) -> None:
    """Refuses a decision of the future, keyed `decided_on`."""
    if decided_on and decided_on > recorded_on:
        raise ValidationError(
            {"decided_on": _("Ngày quyết định chưa đến; chỉ ghi việc đã diễn ra.")}
        )
