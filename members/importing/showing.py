"""A batch as its pages show it: what each row changes, where something is wrong, what was asked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.db.models.fields.json import KeyTextTransform
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import services
from members.importing.comparing import IDENTITY
from members.importing.known import NUMBERS
from members.importing.schooling import missing_schooling
from members.importing.targets import TARGETS
from members.models import ImportBatch, ImportRow, Member
from members.tables.people import masked_text
from members.wording import closed_meetings_text
from partyunit.listing import Column
from partyunit.templatetags.components import number

ACTS = {
    "transfer": gettext_lazy("Chuyển sinh hoạt"),
    "transfer_out": gettext_lazy("Chuyển đi nơi khác"),
    "come_back": gettext_lazy("Chuyển đến trở lại"),
    "readmit": gettext_lazy("Kết nạp lại"),
    "recognise": gettext_lazy("Công nhận chính thức"),
    "assign_position": gettext_lazy("Chức vụ"),
    "promote": gettext_lazy("Cấp bậc hàm"),
    "end_membership": gettext_lazy("Ra khỏi Đảng, từ trần"),
}
LONG_NUMBER = re.compile(r"\d{8,}")  # of a card or an identity, inside a sentence
# Shown of somebody new: enough to know who it is and where.
OF_NEWCOMER = (
    "born_on",
    "sex",
    "citizen_id",
    "card_no",
    "cell",
    "decision_on",
    "ceremony_on",
    "official_from",
)
TABS = [
    ("new", gettext_lazy("Người mới")),
    ("changed", gettext_lazy("Thay đổi")),
    ("noted", gettext_lazy("Cần xem")),
    ("error", gettext_lazy("Lỗi")),
    ("same", gettext_lazy("Như trong sổ")),
]
IMPORT_COLUMNS = [
    Column(
        key="file",
        heading=gettext_lazy("Tệp"),
        read="file_name",
        sort=("file_name", "pk"),
        link=lambda batch: batch.get_absolute_url(),
        head=True,
    ),
    Column(key="sheet", heading=gettext_lazy("Trang tính"), read="sheet", sort=("sheet", "pk")),
    Column(
        key="at",
        heading=gettext_lazy("Tải lên lúc"),
        read=lambda batch: f"{timezone.localtime(batch.uploaded_at):%H:%M %d/%m/%Y}",
        sort=("uploaded_at",),
        label="",
        nowrap=True,
    ),
    Column(key="by", heading=gettext_lazy("Người tải lên"), read="uploaded_by", label=""),
    Column(
        key="as_on",
        heading=gettext_lazy("Sổ của ngày"),
        read="as_on",
        sort=("as_on",),
        nowrap=True,
    ),
    Column(
        key="state",
        heading=gettext_lazy("Tình trạng"),
        read="state_text",
        sort=("state",),
        label="",
    ),
    Column(
        key="new",
        heading=gettext_lazy("Mới"),
        read=lambda batch: batch.counts.get("new"),
        numeric=True,
    ),
    Column(
        key="changed",
        heading=gettext_lazy("Thay đổi"),
        read=lambda batch: batch.counts.get("changed"),
        numeric=True,
    ),
    Column(
        key="error",
        heading=gettext_lazy("Lỗi"),
        read=lambda batch: batch.counts.get("error"),
        numeric=True,
    ),
]


@dataclass(frozen=True)
class Fact:
    """A value of the file, or a change of one: label, what stood in the register, what the file says."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Remark:
    """What is wrong or differs: at which column, and the act that mends it."""

    where: str
    text: str
    url: str = ""
    act: str = ""


@dataclass(frozen=True)
class ShownRow:
    number: int
    name: str
    url: str
    facts: list[Fact]
    more: list[Fact]  # the rest of what is written of somebody new
    errors: list[Remark]
    remarks: list[Remark]
    extra: list[tuple[str, str]]  # of columns the register does not have


def show_row(row: ImportRow, *, shows_numbers: bool) -> ShownRow:
    """One row for the page. Numbers of the register stay masked; those of an open file are the officer's own."""
    told = partial(_remark, shows_numbers=shows_numbers)
    return ShownRow(
        number=row.number,
        name=row.name or str(row.member or ""),
        url=reverse("members:detail", args=[row.member_id]) if row.member_id else "",
        facts=_facts(row, shows_numbers=shows_numbers),
        more=_more(row, shows_numbers=shows_numbers),
        errors=[told(one) for one in row.problems if not one["is_warning"]],
        remarks=[
            *[told(one) for one in row.problems if one["is_warning"]],
            *[_note(one, row) for one in row.notes],
        ],
        extra=list(row.extra.items()),
    )


def _facts(row: ImportRow, *, shows_numbers: bool) -> list[Fact]:
    if row.outcome == ImportRow.Outcome.NEW:
        return _of_newcomer(row, OF_NEWCOMER, shows_numbers=shows_numbers)
    return [
        Fact(
            label_for(change["field"]),
            _told(change["field"], change["old"], is_shown=False),
            _told(change["field"], change["new"], is_shown=shows_numbers),
        )
        for change in row.changes
    ]


def _of_newcomer(row: ImportRow, names: Iterable[str], *, shows_numbers: bool) -> list[Fact]:
    told = [(name, row.values[name]) for name in names if row.values.get(name)]
    return [
        Fact(label_for(name), "", _told(name, value, is_shown=shows_numbers))
        for name, value in told
    ]


def _more(row: ImportRow, *, shows_numbers: bool) -> list[Fact]:
    """What else confirming writes of somebody new."""
    if row.outcome != ImportRow.Outcome.NEW:
        return []
    names = [name for name in IDENTITY if name not in OF_NEWCOMER and name != "full_name"]
    schooling = missing_schooling(row.values, [])
    return [
        *_of_newcomer(row, names, shows_numbers=shows_numbers),
        *(Fact(label_for(step.scale), "", step.text) for step in schooling),
    ]


def label_for(name: str) -> str:
    return str(TARGETS[name].label) if name in TARGETS else name


def _told(name: str, value, *, is_shown: bool) -> str:
    if value in (None, ""):
        return _("chưa ghi")
    if name in NUMBERS and not is_shown:
        return masked_text(value)
    if name == "sex":
        return str(dict(Member.Sex.choices).get(value, value))
    return str(value)


def _remark(problem: dict, *, shows_numbers: bool) -> Remark:
    text = problem["sentence"]
    if not shows_numbers:
        text = LONG_NUMBER.sub(lambda number: masked_text(number[0]), text)
    return Remark(where=problem.get("heading", ""), text=text)


def _note(note: dict, row: ImportRow) -> Remark:
    act = note["act"] if row.member_id else ""
    url = reverse(f"members:{act}", args=[row.member_id]) if act else ""
    return Remark("", note["text"], url, str(ACTS.get(act, "")))


def open_questions(batch: ImportBatch) -> list[str]:
    """What the file leaves open and nobody has answered yet."""
    asked = [one["text"] for one in batch.questions if one["key"] not in batch.answers]
    has_name = "full_name" in batch.mapping.values()
    return asked if has_name or not batch.mapping else [_("Cột nào là họ và tên?"), *asked]


def other_sheets(batch: ImportBatch) -> str:
    """That a workbook has more lists than the one of this batch; nothing where it has not."""
    others = [sheet for sheet in batch.sheets if sheet != batch.sheet]
    if not others:
        return ""
    sentence = _("Đợt này chỉ là trang «%(sheet)s»; mỗi trang khác là một đợt riêng: %(others)s.")
    return sentence % {"sheet": batch.sheet, "others": ", ".join(others)}


def answers_given(batch: ImportBatch) -> list[tuple[str, str]]:
    """What the file left open and what was answered, perhaps for an earlier file of its layout."""
    said = ((one, batch.answers.get(one["key"])) for one in batch.questions)
    return [
        (one["text"], dict(map(tuple, one["choices"])).get(key, key))
        for one, key in said
        if key is not None
    ]


def closed_meetings(batch: ImportBatch) -> str:
    """Which meetings keep their rolls, though somebody new is in their cell since the day of the file."""
    new = batch.rows.filter(outcome=ImportRow.Outcome.NEW)
    named = set(new.values_list(KeyTextTransform("cell", "values"), flat=True).distinct())
    cells = [cell for cell in batch.committee.cells.valid() if str(cell) in named]
    return closed_meetings_text(services.closed_in(cells, batch.as_on))


def rows_of(batch: ImportBatch, tab: str):
    """The rows of one tab; «Cần xem» crosses the others."""
    rows = batch.rows.select_related("member").order_by("number")
    if tab == "noted":
        return rows.filter(has_notes=True)
    same = ImportRow.Outcome.SAME
    return rows.filter(outcome=same, has_notes=False) if tab == same else rows.filter(outcome=tab)


def tabs_of(batch: ImportBatch, chosen: str) -> tuple[str, list[tuple]]:
    """The tab shown (the first that has rows unless chosen) and all tabs: name, count, address, is it here."""
    counts = {key: batch.counts.get(key, 0) for key, _name in TABS}
    if chosen not in counts:
        chosen = next((key for key in ("error", "new", "changed", "noted") if counts[key]), "same")
    return chosen, [
        (str(name), counts[key], f"?tab={key}#cac-dong", key == chosen) for key, name in TABS
    ]


def lead_of(batch: ImportBatch) -> str:
    """`113 dòng: 2 người mới, 5 thay đổi, 106 như trong sổ, không có lỗi.`"""
    counts = batch.counts
    if not counts:
        return capfirst(batch.state_text) + "."
    errors = counts.get("error", 0)
    rest = [_("%(count)s lỗi") % {"count": number(errors)} if errors else _("không có lỗi")]
    if differing := counts.get("differing"):
        rest.insert(0, _("%(count)s khác sổ cần xem") % {"count": number(differing)})
    return _(
        "%(all)s dòng: %(new)s người mới, %(changed)s thay đổi, %(same)s như trong sổ, %(errors)s."
    ) % {
        "all": number(counts.get("all", 0)),
        "new": number(counts.get("new", 0)),
        "changed": number(counts.get("changed", 0)),
        "same": number(counts.get("same", 0)),
        "errors": ", ".join(rest),
    }
