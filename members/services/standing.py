"""Where a member stands on a day, and how an act that takes effect on a day ends what held before."""

import contextlib
import datetime as dt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell
from members.models import Member, Membership, Placement
from members.rules import written
from partyunit.dates import day_before, first_possible_day
from partyunit.models import Span


def lock(member: Member) -> Member:
    """Lets one act at a time change this member's life; call it first, inside the transaction.

    Raises ValidationError when the person was voided since the page was opened.
    """
    if Member.objects.select_for_update(of=("self",)).get(pk=member.pk).is_voided:
        raise ValidationError(_("Việc ghi đồng chí này vào sổ đã bị hủy."))
    return member


def hold(cell: Cell) -> Cell:
    """Keeps a cell that someone is placed in from being ended meanwhile; call it before `lock`.

    The row in hand may be older than that: it learns whether the cell still exists.
    """
    stored = Cell.objects.select_for_update(of=("self",), no_key=True).get(pk=cell.pk)
    cell.dissolved_on, cell.voided_at = stored.dissolved_on, stored.voided_at
    return cell


@contextlib.contextmanager
def errors_named(**names: str):
    """Renames the fields of a ValidationError to what the person at the form filled in."""
    try:
        yield
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            raise
        renamed: dict[str, list] = {}
        for field, problems in error.error_dict.items():
            renamed.setdefault(names.get(field, field), []).extend(problems)
        raise ValidationError(renamed) from error


def check_has_happened(recorded_on: dt.date, **days: dt.date | None) -> None:
    """Refuses days, each named by its field, that lie after the program's day."""
    late = {
        field: _("Ngày %(day)s chưa đến; chỉ ghi việc đã diễn ra.") % {"day": written(day)}
        for field, day in days.items()
        if day is not None and first_possible_day(day) > recorded_on
    }
    if late:
        raise ValidationError(late)


def membership_on(member: Member, day: dt.date) -> Membership | None:
    return member.memberships.active_on(day).first()


def official_placement_on(member: Member, day: dt.date) -> Placement | None:
    """The placement in one of our cells that counts the member on `day`."""
    placements = member.placements.active_on(day).official().filter(cell__isnull=False)
    return placements.select_related("cell", "decision").first()


def placement_to_end(member: Member, on: dt.date) -> Placement:
    """The official placement that an act effective on `on` ends the day before.

    Raises ValidationError keyed `on` when there is none, when it began on that very day, or
    when a later one is already recorded; the sentence says what to void first.
    """
    placement = official_placement_on(member, on)
    if placement is None:
        raise ValidationError({"on": _not_placed(member, on)})
    if placement.from_on == on:
        raise ValidationError({"on": _began_that_day(placement)})
    if placement.to_on is not None:
        raise ValidationError(
            {
                "on": _(
                    "Sinh hoạt tại %(cell)s đã được ghi kết thúc hết ngày %(day)s (%(reason)s). "
                    "Hãy hủy lần ghi đó trước."
                )
                % {
                    "cell": placement.place,
                    "day": written(placement.to_on),
                    "reason": placement.get_end_reason_display(),
                }
            }
        )
    return placement


def _not_placed(member: Member, on: dt.date) -> str:
    left = member.placements.valid().official().filter(to_on__lt=on).last()
    if left is not None and left.end_reason != Placement.EndReason.INTERNAL:
        return _(
            "Hết ngày %(day)s đồng chí đã thôi sinh hoạt tại %(cell)s (%(reason)s). "
            "Nếu ghi nhầm, hãy hủy lần ghi đó trước."
        ) % {
            "day": written(left.to_on),
            "cell": left.place,
            "reason": left.get_end_reason_display(),
        }
    return _("Vào ngày %(day)s đồng chí chưa sinh hoạt ở chi bộ nào của đảng bộ.") % {
        "day": written(on)
    }


def _began_that_day(placement: Placement) -> str:
    return _(
        "Ngày %(day)s đồng chí vừa bắt đầu sinh hoạt tại %(cell)s (%(reason)s); một ngày chỉ ghi "
        "một lần chuyển. Hãy hủy lần ghi đó trước, kèm lý do, rồi ghi lại."
    ) % {
        "day": written(placement.from_on),
        "cell": placement.place,
        "reason": placement.get_start_reason_display(),
    }


def check_not_left_that_day(member: Member, on: dt.date, *, field: str) -> None:
    """Refuses to begin a place on the day the member left the one before; keyed by `field`."""
    placements = member.placements.valid().official().filter(to_on=day_before(on))
    if (left := placements.first()) is not None:
        sentence = _(
            "Ngày %(day)s đồng chí vừa rời %(cell)s (%(reason)s); một ngày chỉ ghi một lần chuyển. "
            "Nếu ghi nhầm, hãy hủy lần ghi đó."
        )
        told = {"cell": left.place, "reason": left.get_end_reason_display()}
        raise ValidationError({field: sentence % {"day": written(on), **told}})


def end_from(spans, *, on: dt.date, by, action: str, **also) -> None:
    """Ends every given span that still holds on `on` with the day before.

    Raises ValidationError when one begins on that day or later: it must be voided first.
    """
    last_day = day_before(on)
    for span in spans:
        if span.from_on >= on:
            raise ValidationError({"on": _begins_later(span)})
        if span.to_on is None or span.to_on > last_day:
            audit.end_span(span, on=last_day, by=by, action=action, **also)


def hand_over(posts, *, on: dt.date, by, action: str, handover: str = "") -> None:
    """Ends posts with what was handed over; a note that stands there already stays before it."""
    for post in posts:
        notes = [note for note in (post.note, handover.strip()) if note]
        also = {"note": "\n".join(notes)} if handover.strip() else {}
        end_from([post], on=on, by=by, action=action, **also)


def end_one(span: Span, *, on: dt.date, by, action: str, **also) -> None:
    """Ends one span with the day before `on`. Raises ValidationError keyed `on`."""
    if span.to_on is not None and span.to_on < on:
        raise ValidationError(
            {"on": _("Dòng này đã kết thúc hết ngày %(day)s.") % {"day": written(span.to_on)}}
        )
    if on <= span.from_on:
        raise ValidationError(
            {
                "on": _("Phải sau ngày bắt đầu %(day)s; nếu chưa từng có, hãy hủy dòng này.")
                % {"day": written(span.from_on)}
            }
        )
    with errors_named(to_on="on"):
        audit.end_span(span, on=day_before(on), by=by, action=action, **also)


def _begins_later(span: Span) -> str:
    return _(
        "«%(row)s» được ghi bắt đầu ngày %(day)s, không trước ngày này. Hãy hủy dòng đó trước."
    ) % {"row": span, "day": written(span.from_on)}


def end_letter_to(cell, *, member: Member, on: dt.date, by, action: str) -> None:
    """Who comes to a cell for good is no longer there by letter, from day `on`."""
    by_letter = member.placements.filter(kind=Placement.Kind.TEMPORARY, cell=cell)
    end_from(holding_from(by_letter, on), on=on, by=by, action=action)


def letters_ended_by(placement: Placement, *, action: str) -> list[Placement]:
    """The stays by letter that coming to the cell for good had ended, by the journal."""
    eve = day_before(placement.from_on)
    by_letter = placement.member.placements.valid().filter(
        kind=Placement.Kind.TEMPORARY, cell=placement.cell, to_on=eve
    )
    return [row for row in by_letter if act_that_ended(row) == action]


def holding_from(spans, on: dt.date):
    """The valid spans of a related manager that hold on `on` or begin later."""
    return spans.valid().exclude(to_on__lt=on)


def act_that_ended(span: Span) -> str:
    """The journal's name of the act that set the last day.

    Nothing for a row loaded without the journal; «entered» for one that came with its last day.
    """
    entry = audit.standing_change(span, "to_on")
    if entry is None:
        return ""
    return entry.action if entry.before else "entered"
