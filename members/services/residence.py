"""Keeping in touch with the cell at home: introducing, moving, ending; the yearly comments."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from audit import services as audit
from members.models import Member, ResidenceComment, ResidenceContact
from members.residence import asked_place_on, needs_comment
from members.services.standing import (
    check_has_happened,
    end_from,
    end_one,
    errors_named,
    holding_from,
    lock,
    official_placement_on,
    written,
)

MOVED, MODE_CHANGED = "chuyển nơi cư trú", "đổi hình thức"  # as the register keeps them


@transaction.atomic
def keep_contact(
    *, member: Member, mode: str, on: dt.date, recorded_on: dt.date, by, **told
) -> ResidenceContact:
    """Introduces a member to the cell at home from day `on`, or records the mode that asks for none.

    76-QĐ/TW, 213-QĐ/TW. The contact kept until then ends the day before: a move of residence, a
    change of mode. `told` are the other columns of the row. Raises ValidationError keyed by
    argument.
    """
    lock(member)
    days = {name: told.get(name) for name in ("letter_on", "confirmed_on")}
    check_has_happened(recorded_on, on=on, **days)
    contact = ResidenceContact(member=member, mode=mode, from_on=on, **told)
    with errors_named(from_on="on"):
        check_contact_fits(contact)
        for old in holding_from(member.residence_contacts, on):
            reason = MODE_CHANGED if old.place == contact.place else MOVED
            end_from([old], on=on, by=by, action="members.keep_contact", end_reason=reason)
            check_contact_fits(old)
        return audit.create(contact, by=by, action="members.keep_contact")


def check_contact_fits(contact: ResidenceContact) -> None:
    """A contact begins while the member is in a cell of ours, and covers the comments that came from it.

    Raises ValidationError keyed by field.
    """
    if official_placement_on(contact.member, contact.from_on) is None:
        raise ValidationError(
            {"from_on": _("Vào ngày này đồng chí không sinh hoạt ở chi bộ nào của đảng bộ.")}
        )
    if contact.pk is None:
        return
    for comment in contact.comments.valid():
        comment.contact = contact
        try:
            comment.clean()
        except ValidationError as error:
            told = {"year": comment.year, "why": " ".join(error.messages)}
            raise ValidationError(_("Nhận xét năm %(year)s: %(why)s") % told) from error


@transaction.atomic
def end_contact(*, contact: ResidenceContact, on: dt.date, reason: str, by) -> ResidenceContact:
    """Ends a contact with the day before `on`. A new place needs no ending: see `keep_contact`."""
    lock(contact.member)
    with errors_named(end_reason="reason"):
        end_one(contact, on=on, by=by, action="members.end_contact", end_reason=reason.strip())
    check_contact_fits(contact)
    return contact


@transaction.atomic
def confirm_contact(
    *, contact: ResidenceContact, on: dt.date, recorded_on: dt.date, by
) -> ResidenceContact:
    """Records the day on which the cell at home confirmed that it has received the member."""
    check_has_happened(recorded_on, on=on)
    contact.confirmed_on = on
    with errors_named(confirmed_on="on"):
        return audit.update(
            contact, by=by, fields=["confirmed_on"], action="members.confirm_contact"
        )


def void_contact(contact: ResidenceContact, *, reason: str, by) -> ResidenceContact:
    """Voids a contact with the comments on it; the one that it had ended holds on.

    Refused while a comment has come in on it: a paper of the cell at home is no mistake of ours.
    """
    comments = list(contact.comments.valid())
    if any(comment.received_on for comment in comments):
        raise ValidationError(_("Nơi cư trú này đã có nhận xét; hãy hủy nhận xét trước."))
    for comment in comments:
        audit.void(comment, by=by, reason=reason)
    voided = audit.void(contact, by=by, reason=reason)
    eve = contact.from_on - dt.timedelta(days=1)
    ended = contact.member.residence_contacts.valid()
    before = ended.filter(to_on=eve, end_reason__in=[MOVED, MODE_CHANGED]).first()
    if before is None:
        return voided
    if contact.to_on is None:
        audit.hold_again(before, by=by, action="members.void_contact")
    else:  # another contact followed
        audit.end_span(before, on=contact.to_on, by=by, end_reason=contact.end_reason)
    return voided


def waiting_for_request(members: QuerySet, *, year: int, on: dt.date) -> QuerySet:
    """Of `members` those the yearly comment is needed on and was not asked for, nor has come."""
    known = ResidenceComment.objects.valid().filter(contact__member=OuterRef("pk"), year=year)
    return members.filter(needs_comment(year, on), ~Exists(known))


@transaction.atomic
def ask_for_comments(
    *, members: QuerySet, year: int, on: dt.date, recorded_on: dt.date, by
) -> list[ResidenceComment]:
    """Records that the request sheets of a year went out on day `on`, to all who need one, in one go.

    Who was asked about before, and whose mode needs no yearly comment, is passed over. Raises
    ValidationError keyed `on` when the day is wrong or nobody is waiting.
    """
    check_has_happened(recorded_on, on=on)
    if on.year < year:
        raise ValidationError({"on": _("Ngày gửi phiếu phải từ đầu năm ấy trở đi.")})
    people = waiting_for_request(members, year=year, on=on)
    day = asked_place_on(year, on)
    contacts = ResidenceContact.objects.active_on(day).filter(member__in=people)
    with errors_named(year="on"):  # who was asked about by another officer at the same moment
        asked = [
            audit.create(
                ResidenceComment(contact=contact, year=year, asked_on=on),
                by=by,
                action="members.ask_for_comment",
            )
            for contact in contacts.select_related("member").select_for_update(of=("self",))
        ]
    if not asked:
        raise ValidationError(
            {"on": _("Đến ngày này không có đồng chí nào cần gửi phiếu mà chưa gửi.")}
        )
    return asked


def sent_on(members: QuerySet, *, year: int) -> dict[dt.date, int]:
    """The days on which request sheets of the year went out, with how many are still not answered."""
    waiting = ResidenceComment.objects.valid().filter(
        contact__member__in=members, year=year, received_on__isnull=True
    )
    rows = waiting.order_by("asked_on").values_list("asked_on").annotate(count=Count("pk"))
    return dict(rows)


@transaction.atomic
def take_back_request(*, members: QuerySet, year: int, on: dt.date, reason: str, by) -> int:
    """Voids the sending of a day that never was true, of all who have not answered; gives their number.

    Raises ValidationError keyed `on` when nobody is left.
    """
    asked = ResidenceComment.objects.valid().filter(
        contact__member__in=members, year=year, asked_on=on, received_on__isnull=True
    )
    rows = list(asked.select_related("contact__member").select_for_update(of=("self",)))
    if not rows:
        raise ValidationError({"on": _("Ngày này không còn phiếu nào chưa có nhận xét.")})
    for row in rows:
        audit.void(row, by=by, reason=reason, action="members.take_back_request")
    return len(rows)


@transaction.atomic
def receive_comment(
    *,
    member: Member,
    year: int,
    received_on: dt.date,
    level: str,
    text: str = "",
    recorded_on: dt.date,
    by,
) -> ResidenceComment:
    """Records the comment that came back, also one that was never asked for.

    Raises ValidationError keyed by argument; who was quicker is told by day.
    """
    lock(member)
    check_has_happened(recorded_on, received_on=received_on)
    comments = ResidenceComment.objects.valid().filter(contact__member=member, year=year)
    comment = comments.select_related("contact__member").first()
    came = comments.filter(received_on__isnull=False).first()
    if came is not None:
        raise ValidationError(
            _("Nhận xét năm %(year)s đã ghi nhận về ngày %(day)s.")
            % {"year": year, "day": written(came.received_on)}
        )
    told = {"received_on": received_on, "level": level, "text": text}
    if comment is None:
        contact = _contact_for(member, year=year, on=received_on)
        comment = ResidenceComment(contact=contact, year=year, **told)
        return audit.create(comment, by=by, action="members.receive_comment")
    for name, value in told.items():
        setattr(comment, name, value)
    return audit.update(comment, by=by, fields=[*told], action="members.receive_comment")


def _contact_for(member: Member, *, year: int, on: dt.date) -> ResidenceContact:
    contact = member.residence_contacts.active_on(asked_place_on(year, on)).first()
    if contact is None:
        raise ValidationError(
            {"received_on": _("Đồng chí chưa ghi nơi giữ mối liên hệ trong năm này.")}
        )
    return contact
