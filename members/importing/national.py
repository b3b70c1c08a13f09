"""The national 4.0 form (mẫu 4.0) of the members of a list: two rows of heads, ids and dates as text.

The heads and states are those of the form in use (2025): they are the same in every language.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from cells.wording import cell_title
from members.importing.error_sheet import AS_TEXT
from members.models import Exemption, Member, Membership, Placement
from members.rules import written

ACTIVE, DIED, LEFT = "Đang sinh hoạt Đảng", "Từ trần", "Rời khỏi Đảng"
MOVED = "Chuyển đi"  # no state of the form: one who takes part in Party life elsewhere by now
EXEMPTED = {"exempt": "Miễn sinh hoạt", "suspended": "Đình chỉ sinh hoạt"}
SEXES = {"male": "Nam", "female": "Nữ"}


@dataclass(frozen=True)
class FormColumn:
    """One column of the form: `head` over `part` (of three beneath one head), and what stands there."""

    head: str
    read: Callable
    part: str = ""


def _field(name: str) -> Callable:
    return lambda member, at, day: _text(getattr(member, name))


def _text(value) -> str:
    if value is None:
        return ""
    return written(value) if isinstance(value, dt.date) else str(value)


def _address(head: str, name: str, detail: str) -> list[FormColumn]:
    return [
        FormColumn(head, _field(f"{name}_country"), "Quốc gia"),
        FormColumn(head, _field(f"{name}_province"), "Tỉnh/Thành"),
        FormColumn(head, _field(detail), "Chi tiết"),
    ]


def _party_day(name: str) -> Callable:
    """A day of the last span in the Party begun by the day of the list."""
    return lambda member, at, day: _text(getattr(_span(member), name, None))


def _span(member) -> Membership | None:
    return member.spans_by_day[-1] if member.spans_by_day else None


def state_on(member, day: dt.date) -> str:
    """The state by its name in the form."""
    span = _span(member)
    if span and span.ended_on and span.ended_on < day:
        return DIED if span.end_reason == Membership.EndReason.DIED else LEFT
    if member.stayed_until and member.stayed_until < day:
        return MOVED
    return EXEMPTED[member.exemptions_on_day[0].kind] if member.exemptions_on_day else ACTIVE


def _state_day(member, at: int, day: dt.date) -> str:
    """The day of leaving, death or exemption: the first that counts in the new state."""
    span = _span(member)
    if span and span.ended_on and span.ended_on < day:
        return written(span.ended_on + dt.timedelta(days=1))
    if member.stayed_until and member.stayed_until < day:
        return written(member.stayed_until + dt.timedelta(days=1))
    return written(member.exemptions_on_day[0].from_on) if member.exemptions_on_day else ""


def _cell(member, at: int, day: dt.date) -> str:
    return cell_title(member.cell_name) if member.cell_name else ""


NOTHING: Callable = lambda member, at, day: ""  # noqa: E731  for the office above to fill in
COLUMNS = [
    FormColumn("STT", lambda member, at, day: str(at)),
    FormColumn("ID (UUID)", _field("national_uid")),
    FormColumn("Họ và tên *", _field("full_name")),
    FormColumn("Tên gọi khác", _field("other_name")),
    FormColumn("Giới tính *", lambda member, at, day: SEXES.get(member.sex, "")),
    FormColumn("Sinh ngày *", _field("born_on")),
    FormColumn("Dân tộc *", _field("ethnicity")),
    FormColumn("Tôn giáo *", _field("religion")),
    FormColumn("Số định danh cá nhân *", _field("citizen_id")),
    FormColumn("Số thẻ Đảng *", _field("card_no")),
    FormColumn("Nơi cấp thẻ Đảng", _field("card_issued_at")),
    FormColumn("Ngày cấp thẻ Đảng", _field("card_issued_on")),
    FormColumn("Số thẻ Đảng theo QĐ 85", _field("card_no_old")),
    FormColumn("Tổ chức Đảng sinh hoạt *", _cell),
    *_address("Nơi đăng ký khai sinh", "birth", "birth_place"),
    *_address("Quê quán", "home", "home_place"),
    *_address("Thường trú", "permanent", "permanent_residence"),
    FormColumn("Ngày vào Đảng *", _party_day("decision_on")),
    FormColumn("Ngày chính thức *", _party_day("official_from")),
    FormColumn("Số CMND cũ", _field("old_citizen_id")),
    FormColumn("Trạng thái hoạt động *", lambda member, at, day: state_on(member, day)),
    FormColumn("Ngày rời/mất/miễn SH", _state_day),
    FormColumn("Đề nghị xóa (Có/Không)", NOTHING),
    FormColumn("Kết quả kiểm tra", NOTHING),
    FormColumn("Chi tiết lỗi", NOTHING),
]


def with_form_rows(members: QuerySet[Member], day: dt.date) -> QuerySet[Member]:
    """With what the form asks beside the register's columns, in two more statements."""
    spans = Membership.objects.valid().filter(ceremony_on__lte=day).order_by("ceremony_on")
    places = Placement.objects.valid().official().filter(cell__isnull=False, from_on__lte=day)
    last = places.filter(member=OuterRef("pk")).order_by("-from_on", "-pk")
    members = members.annotate(stayed_until=Subquery(last.values("to_on")[:1]))
    return members.prefetch_related(
        Prefetch("memberships", spans, to_attr="spans_by_day"),
        Prefetch("exemptions", Exemption.objects.active_on(day), to_attr="exemptions_on_day"),
    )


def write_national_form(members: Iterable, *, day: dt.date) -> bytes:
    """The form as a workbook. `members` come from `with_register_columns` and `with_form_rows`."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {**AS_TEXT})
    sheet = book.add_worksheet("Danh sách đảng viên")
    text = book.add_format({"num_format": "@"})
    style = {"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter", "align": "center"}
    _write_heads(sheet, book.add_format(style), text)
    for at, member in enumerate(members, start=1):
        for column, told in enumerate(COLUMNS):
            sheet.write_string(at + 1, column, told.read(member, at, day), text)
    book.close()
    return buffer.getvalue()


def _write_heads(sheet, head, text) -> None:
    """A head over three parts is one merged cell; any other stands over both rows."""
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, max(8, min(24, len(column.head) + 2)), text)
        if not column.part:
            sheet.merge_range(0, at, 1, at, column.head, head)
            continue
        if at == 0 or COLUMNS[at - 1].head != column.head:
            sheet.merge_range(0, at, 0, at + 2, column.head, head)
        sheet.write_string(1, at, column.part, head)
    sheet.freeze_panes(2, 3)
