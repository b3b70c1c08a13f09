"""Whether what a member does fits where the member stands: no act, undoing or correction leaves it hanging."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cells.models import HostCell
from members.models import Member, Oversight, Placement, Position, Secondment
from members.rules import written
from members.services.standing import membership_on, official_placement_on
from partyunit.dates import Period, day_before
from partyunit.models import Span

# What a member does or is spared while placed in a cell of the committee, by related managers.
WITH_PLACEMENT = ("positions", "oversights", "secondments", "exemptions")
Key = tuple[type[Span], int]


@dataclass(frozen=True)
class Stay:
    """An unbroken time in the cells of the committee, or (with `cell`) in one of them."""

    first: dt.date
    last: dt.date | None
    cell: int | None = None

    def holds(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def check_may_hold(position: Position) -> None:
    """Refuses a post that does not fit where the member stands on its first day."""
    day = position.from_on
    placement = official_placement_on(position.member, day)
    if placement is None:
        raise ValidationError(
            {"from_on": _("Vào ngày này đồng chí không sinh hoạt ở chi bộ nào của đảng bộ.")}
        )
    if position.cell_id and placement.cell_id != position.cell_id:
        raise ValidationError(
            {
                "cell": _(
                    "Vào ngày này đồng chí sinh hoạt tại %(cell)s, không phải chi bộ đã chọn."
                )
                % {"cell": placement.place}
            }
        )
    membership = membership_on(position.member, day)
    elected = any(position.title in ladder for ladder in Position.LADDERS)
    if elected and membership is not None and membership.is_probationary_on(day):
        raise ValidationError({"title": _("Đảng viên dự bị không được bầu, chỉ định vào cấp ủy.")})


def check_may_oversee(oversight: Oversight) -> None:
    """Only a committee member looks after a cell, and only one that exists."""
    cell, day = oversight.cell, oversight.from_on
    serves = oversight.member.positions.active_on(day).filter(
        title__in=Position.COMMITTEE, committee=cell.committee_id
    )
    if not serves.exists():
        raise ValidationError(
            {"from_on": _("Vào ngày này đồng chí không ở trong Ban Chấp hành Đảng bộ.")}
        )
    if not cell.exists_on(day):
        raise ValidationError(
            {"from_on": _("Vào ngày này chi bộ chưa thành lập hoặc đã giải thể.")}
        )


def check_may_go(member: Member, *, host_cell: HostCell, on: dt.date) -> None:
    home = official_placement_on(member, on)
    if home is None or home.cell is None:
        raise ValidationError(
            {"from_on": _("Vào ngày này đồng chí không sinh hoạt ở chi bộ nào của đảng bộ.")}
        )
    if host_cell.locality.committee_id != home.cell.committee_id:
        raise ValidationError({"host_cell": _("Chi bộ thôn, bản này thuộc địa bàn khác.")})


@contextlib.contextmanager
def keeping_in_place(member: Member) -> Iterator[None]:
    """Refuses a change after which a duty of the member fits no longer; what misfitted before may stay."""
    before = misfits(member)
    yield
    for key, why in misfits(member).items():
        if key not in before:
            raise ValidationError(why)


def misfits(member: Member) -> dict[Key, str]:
    """The spans that do not fit where the member stands, and why, in a sentence."""
    found: dict[Key, str] = {}
    for post in member.positions.valid().select_related("cell", "office_unit"):
        found[Position, post.pk] = _why(post, check_may_hold, post)
    for oversight in member.oversights.valid().select_related("cell"):
        found[Oversight, oversight.pk] = _why(oversight, check_may_oversee, oversight)
    for row in member.secondments.valid().select_related("host_cell__locality"):
        asked = {"host_cell": row.host_cell, "on": row.from_on}
        why = _why(row, check_may_go, member, **asked)
        found[Secondment, row.pk] = why or _is_elsewhere_by_letter(row)
    stays = _stays(member)
    for span in _spans_of(member):
        key = (type(span), span.pk)
        found[key] = found.get(key) or _outlasts(span, stays)
    return {key: why for key, why in found.items() if why}


def _is_elsewhere_by_letter(row: Secondment) -> str:
    """Why a secondment by letter cannot be: a member takes part in one place at a time."""
    if row.kind != Secondment.Kind.TRANSFERRED:
        return ""
    letters = row.member.placements.filter(kind=Placement.Kind.TEMPORARY, came_from="")
    for letter in letters.during(Period(row.from_on, row.to_on or dt.date.max)):
        return _(
            "«%(row)s»: cùng lúc đồng chí sinh hoạt tạm thời tại %(place)s từ ngày %(day)s; "
            "một lúc chỉ theo một giấy giới thiệu."
        ) % {"row": row, "place": letter.place, "day": written(letter.from_on)}
    return ""


def _spans_of(member: Member) -> Iterator[Span]:
    for name in WITH_PLACEMENT:
        yield from getattr(member, name).valid()
    yield from member.placements.valid().filter(kind=Placement.Kind.TEMPORARY, came_from="")


def _stays(member: Member) -> list[Stay]:
    """Each placement in a cell, and the runs of placements that follow on each other."""
    placements = member.placements.valid().official().filter(cell__isnull=False)
    stays: list[Stay] = []
    runs: list[Stay] = []
    for row in placements.order_by("from_on"):
        stays.append(Stay(row.from_on, row.to_on, row.cell_id))
        first = row.from_on
        if runs and runs[-1].last == day_before(first):
            first = runs.pop().first
        runs.append(Stay(first, row.to_on))
    return [*stays, *runs]


def _outlasts(span: Span, stays: list[Stay]) -> str:
    """Why a span that began where the member stood does not end there in time."""
    cell = getattr(span, "cell_id", None) if isinstance(span, Position) else None
    stay = next((one for one in stays if one.cell == cell and one.holds(span.from_on)), None)
    told = {"row": span, "day": written(span.from_on)}
    if stay is None:
        return _("«%(row)s» từ ngày %(day)s: khi ấy đồng chí không sinh hoạt ở đó.") % told
    if stay.last is None or (span.to_on is not None and span.to_on <= stay.last):
        return ""
    told["day"] = written(stay.last)
    return _("«%(row)s» phải kết thúc chậm nhất ngày %(day)s, là ngày cuối ở đó.") % told


def _why(span: Span, check, *args, **kwargs) -> str:
    try:
        check(*args, **kwargs)
    except ValidationError as error:
        return _("«%(row)s» từ ngày %(day)s: %(why)s") % {
            "row": span,
            "day": written(span.from_on),
            "why": " ".join(error.messages),
        }
    return ""
