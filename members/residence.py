"""Who keeps in touch with which cell at home on a day, and how the yearly comments stand.

76-QĐ/TW 15/6/2000, since 02/01/2020 213-QĐ/TW; the modes of the police by 33-HD/BTCTW 30/10/2020.
"""

import datetime as dt

from django.db import models
from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _

from members.models import ResidenceComment, ResidenceContact
from partyunit.querysets import span_holds
from regulations.models import Regulation

TOPIC = "residence_contact"
ASKED_FROM_MONTH = 7  # in the first half of a year the comments in work are those of the last one


class CommentState(models.TextChoices):
    """How the comment of one year on one member stands; «outstanding» is the middle two."""

    NOT_NEEDED = "not_needed", _("không cần")
    NOT_ASKED = "not_asked", _("chưa gửi phiếu")
    ASKED = "asked", _("đã gửi, chưa nhận về")
    RECEIVED = "received", _("đã nhận")


OUTSTANDING = (CommentState.NOT_ASKED, CommentState.ASKED)
DUE = (*OUTSTANDING, CommentState.RECEIVED)


def year_in_work(day: dt.date) -> int:
    """The year whose comments the office works on: they are asked for in autumn, awaited until summer."""
    return day.year if day.month >= ASKED_FROM_MONTH else day.year - 1


def asked_place_on(year: int, day: dt.date) -> dt.date:
    """The day whose contact answers for the year: its last one, of a year not over `day` itself."""
    return min(dt.date(year, 12, 31), day)


def rules_of_contact() -> list[Regulation]:
    """Every rule on the contact, the newest first: read once, asked for each row."""
    rules = Regulation.objects.valid().filter(topic=TOPIC, committee__isnull=True)
    return list(rules.order_by("-valid_from"))


def rule_on(day: dt.date, rules: list[Regulation]) -> Regulation | None:
    return next((rule for rule in rules if rule.valid_from <= day), None)


def rule_name_on(day: dt.date, rules: list[Regulation]) -> str:
    """`Quy định 76`, from 02/01/2020 on `Quy định 213`."""
    rule = rule_on(day, rules)
    return rule.parameters["name"] if rule else ""


def with_contact(members: QuerySet, day: dt.date) -> QuerySet:
    """Annotates the contact that holds on `day`: `contact_…` and its columns, None without one."""
    held = ResidenceContact.objects.filter(span_holds(day), member=OuterRef("pk"))
    columns = {
        "contact_id": "pk",
        "contact_mode": "mode",
        "contact_reason": "mode_reason",
        "contact_from_on": "from_on",
        "residence_cell": "residence_cell",
        "residence_committee": "residence_committee",
        "letter_number": "letter_number",
        "letter_on": "letter_on",
        "confirmed_on": "confirmed_on",
    }
    return members.annotate(
        **{name: Subquery(held.values(column)[:1]) for name, column in columns.items()}
    )


def needs_comment(year: int, day: dt.date) -> Exists:
    """Whether the contact that answers for the year is of a mode with a yearly comment."""
    contacts = ResidenceContact.objects.filter(
        span_holds(asked_place_on(year, day)),
        member=OuterRef("pk"),
        mode__in=ResidenceContact.YEARLY_COMMENT,
        from_on__year__lte=year,
    )
    return Exists(contacts if year <= day.year else contacts.none())


def with_comment(members: QuerySet, *, year: int, day: dt.date) -> QuerySet:
    """Annotates the comment of the year as it stood on `day`: `comment_state`, days, level, text."""
    comments = (
        ResidenceComment.objects.valid()
        .filter(Q(asked_on__lte=day) | Q(received_on__lte=day), contact__member=OuterRef("pk"))
        .filter(year=year)
        .annotate(come_on=Case(When(received_on__lte=day, then="received_on")))
        .order_by(F("come_on").asc(nulls_last=True), "pk")
    )
    come = comments.filter(come_on__isnull=False)
    members = members.annotate(
        comment_id=Subquery(comments.values("pk")[:1]),
        comment_asked_on=Subquery(comments.values("asked_on")[:1]),
        comment_received_on=Subquery(comments.values("come_on")[:1]),
        comment_level=Subquery(come.values("level")[:1]),
        comment_text=Subquery(come.values("text")[:1]),
    )
    return members.annotate(
        comment_state=Case(
            When(comment_received_on__isnull=False, then=Value(CommentState.RECEIVED.value)),
            When(comment_id__isnull=False, then=Value(CommentState.ASKED.value)),
            When(needs_comment(year, day), then=Value(CommentState.NOT_ASKED.value)),
            default=Value(CommentState.NOT_NEEDED.value),
            output_field=CharField(),
        )
    )
