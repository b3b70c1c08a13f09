"""The dated rows of one member as the officer puts them right: end, void, undo."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from members.models import (
    Commitment,
    Exemption,
    Member,
    Membership,
    Oversight,
    Placement,
    Position,
    Qualification,
    Rank,
    ResidenceComment,
    ResidenceContact,
    Secondment,
    SecondmentReport,
)
from members.rules import written
from members.timeline import qualification_text
from members.wording import cell_text, in_order

# By the name in the address of a page that voids a row.
KINDS = {
    "noi-sinh-hoat": Placement,
    "qua-trinh-dang": Membership,
    "chuc-vu": Position,
    "phu-trach": Oversight,
    "cap-bac-ham": Rank,
    "trinh-do": Qualification,
    "mien-sinh-hoat": Exemption,
    "tang-cuong": Secondment,
    "bao-cao-tang-cuong": SecondmentReport,
    "noi-cu-tru": ResidenceContact,
    "nhan-xet": ResidenceComment,
    "cam-ket": Commitment,
}
KIND_OF = {model: kind for kind, model in KINDS.items()}
ENDINGS = {
    Position: "members:end_position",
    Oversight: "members:end_oversight",
    Exemption: "members:end_exemption",
    Secondment: "members:end_secondment",
    ResidenceContact: "members:end_contact",
}


@dataclass(frozen=True)
class RowLine:
    """One dated row with what can be done to it: (text, address) pairs."""

    kind: str
    text: str
    first: object
    last: object
    actions: list


Line = Callable[[object, str], RowLine]


def rows_of(member: Member, *, today: dt.date) -> list[RowLine]:
    """Every valid dated row of the member, newest first within its kind.

    What still holds on `today` can be ended, also before a last day known beforehand.
    """
    line = partial(_line, today=today)
    lines = [line(row, row.place) for row in member.placements.valid().select_related("cell")]
    lines += [
        line(row, _("Kết nạp ngày %(day)s") % {"day": written(row.decision_on)})
        for row in member.memberships.valid()
    ]
    posts = member.positions.valid().select_related("cell", "office_unit")
    lines += [line(row, str(row)) for row in in_order(posts)]
    oversights = member.oversights.valid().select_related("cell")
    lines += [
        line(row, _("Phụ trách %(cell)s") % {"cell": cell_text(row.cell)}) for row in oversights
    ]
    lines += [line(row, row.reason) for row in member.exemptions.valid()]
    lines += [line(row, str(row)) for row in member.ranks.valid()]
    lines += [line(row, qualification_text(row)) for row in member.qualifications.valid()]
    secondments = member.secondments.valid().select_related("host_cell")
    lines += [_secondment_line(row, line) for row in secondments]
    lines += [_badge_line(row) for row in member.badges.valid()]
    return lines + _at_home(member, line) + _commitments(member, line)


def _at_home(member: Member, line: Line) -> list[RowLine]:
    """The contacts with the cell at home, each followed by its yearly comments."""
    lines = []
    for contact in member.residence_contacts.valid().prefetch_related("comments"):
        lines.append(line(contact, contact.place))
        comments = [comment for comment in contact.comments.all() if not comment.is_voided]
        lines += [
            line(one, _("Năm %(year)s, %(place)s") % {"year": one.year, "place": contact.place})
            for one in comments
        ]
    return lines


def _commitments(member: Member, line: Line) -> list[RowLine]:
    return [
        line(row, _("Cam kết nêu gương năm %(year)s") % {"year": row.year})
        for row in member.commitments.valid()
    ]


def _line(row, text: str, *, today: dt.date) -> RowLine:
    first, last = _days(row)
    actions = []
    if type(row) in ENDINGS and (row.to_on is None or row.to_on >= today):
        actions.append((_("Kết thúc"), reverse(ENDINGS[type(row)], args=[row.pk])))
    if isinstance(row, Placement):
        actions += _of_placement(row, today=today)
    if isinstance(row, Membership) and row.official_from:
        url = reverse("members:undo_recognition", args=[row.pk])
        actions.append((_("Hủy công nhận"), url))
    if isinstance(row, ResidenceContact) and row.letter_on and not row.confirmed_on:
        url = reverse("members:confirm_contact", args=[row.pk])
        actions.append((_("Nơi cư trú xác nhận"), url))
    if isinstance(row, Commitment) and row.reviewed_on is None:
        actions.append((_("Kiểm điểm"), reverse("members:review_commitment", args=[row.pk])))
    address = [KIND_OF[type(row)], row.pk]
    actions.append((_("Sửa"), reverse("members:correct", args=address)))
    actions.append((_("Hủy dòng"), reverse("members:void", args=address)))
    return RowLine(row._meta.verbose_name, str(text), first, last, actions)


def _secondment_line(row: Secondment, line: Line) -> RowLine:
    """With its page, where the reports of its months are."""
    told = line(row, str(row.host_cell))
    told.actions.insert(0, (_("Mở trang"), reverse("members:secondment", args=[row.pk])))
    return told


def _of_placement(row: Placement, *, today: dt.date) -> list[tuple[str, str]]:
    """How a stay by letter ends, or a transfer out is closed or taken back."""
    if row.kind == Placement.Kind.TEMPORARY:
        url = reverse("members:end_temporary", args=[row.pk])
        return [(_("Kết thúc"), url)] if row.to_on is None or row.to_on >= today else []
    if row.end_reason in ("", Placement.EndReason.INTERNAL):
        return []
    found = [(_("Hủy việc rời đi"), reverse("members:undo_leaving", args=[row.pk]))]
    if row.end_reason == Placement.EndReason.TRANSFER_OUT and row.received_on is None:
        url = reverse("members:receive_transfer", args=[row.pk])
        found.insert(0, (_("Nơi đến tiếp nhận"), url))
    return found


def _badge_line(badge) -> RowLine:
    """A badge is put right on the pages of its own room."""
    pages = ((_("Sửa"), "awards:badge_update"), (_("Hủy dòng"), "awards:badge_void"))
    actions = [(text, reverse(name, args=[badge.pk])) for text, name in pages]
    text = _("%(years)s năm tuổi Đảng") % {"years": badge.years}
    return RowLine(
        badge._meta.verbose_name, text, badge.given_on or badge.decided_on, None, actions
    )


def _days(row):
    if isinstance(row, ResidenceComment):
        return row.asked_on, row.received_on
    if isinstance(row, Commitment):
        return row.made_on, row.reviewed_on
    if isinstance(row, Membership):
        return row.ceremony_on, row.ended_on
    if isinstance(row, Qualification):
        return row.obtained_on, None
    return row.from_on, row.to_on
