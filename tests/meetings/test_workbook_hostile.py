"""Every cell of the workbook with what no one should type there: told or taken, never lost, never half."""

import datetime as dt
import html

import pytest

from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Guest,
    Meeting,
    MinutesSection,
    Opinion,
    Vote,
)
from meetings.workbook.parts import FIRST_COLUMN, FIRST_ROW, PARTS
from meetings.workbook.reading import text_of
from partyunit.text import normalise
from tests.meetings import building
from tests.meetings.workbooks import bring, confirm, fill, take_out, taken

# What a cell says is read and compared in Python; `test_workbook` writes on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TEXTS = [
    *(
        "=1+1",
        "@SUM(A1)",
        "+84 912 345 678",
        "-1",
        "=cmd|' /C calc'!A0",
        "'",
        "''",
        "%s",
        "%(name)s",
    ),
    *(
        "<script>alert(1)</script>",
        "{{ 7|add:7 }}",
        '"><b>',
        "&amp;",
        "\u202egnàh",
        "a\u200bb",
        "𝒳 😀",
    ),
    *(
        "31/12/9999",
        "29/02/2019",
        "00/00/0000",
        "99/99/2019",
        "24:00",
        "00:60",
        "0.9999999",
        "-0.5",
    ),
    *(
        "99999",
        "1e309",
        "nan",
        "99999999999999999999",
        "có mặt;vắng",
        "x" * 400,
        "dòng một\ndòng hai",
    ),
    *("không", "có", "✓", "1", "\u00a0 \u00a0x", "Chi bộ\tAn ninh", "partyunit-1 1 a agenda"),
]
VALUES = [
    *(True, False, 0, -3, 2.5, 1e300, 0.25, 43570, 43570.75, dt.datetime(1900, 1, 1)),
    *(dt.datetime(9999, 12, 31), dt.datetime(2019, 3, 31, 14, 30), dt.date(2019, 4, 1)),
    *(dt.time(23, 59, 59), dt.timedelta(hours=30)),
]


def strew(book, values: list, *, start: int) -> list:
    """Types the values one after the other into all cells to fill, beginning with another one each time."""
    typed = []
    for part in PARTS:
        sheet = book[part.title]
        first = FIRST_COLUMN + len(part.fixed) + 1
        last = max(sheet.max_row, FIRST_ROW + 8) if part.blank_rows else sheet.max_row
        for line in range(FIRST_ROW + 1, min(last, FIRST_ROW + 12) + 1):
            for column in range(first, first + len(part.columns)):
                value = values[(start + len(typed)) % len(values)]
                cell = sheet.cell(line, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
                typed.append(value)
    return typed


def all_texts(answer) -> str:
    """Everything the preview tells of the file."""
    lines = taken(answer).lines
    told = [*taken(answer).remarks]
    told += [text for line in lines for text in line.row.texts.values()]
    told += [fact.new for line in lines for fact in line.facts]
    return "\n".join(told)


def stored() -> list:
    """Everything recorded, row by row."""
    kinds = (Meeting, Attendance, Guest, AgendaItem, Opinion, Vote, MinutesSection, ActionItem)
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]


def check_taken_whole_or_told(desk, meeting, book):
    """Nothing before the confirmation; then the rows shown, each whole; the rest told, with its words."""
    before = stored()
    shown = bring(desk, meeting, book)
    assert stored() == before
    wrong = taken(shown).of("wrong")
    assert wrong
    assert all(line.sentences and all(line.sentences) and line.facts for line in wrong)
    done = confirm(desk, meeting, shown)
    assert done.status_code == 200
    page = done.content.decode()
    assert all(html.escape(text) in page for line in wrong for text in line.sentences)
    again = taken(bring(desk, meeting, book))
    assert not again.is_worth_writing
    assert [line.id for line in again.of("wrong")] == [line.id for line in wrong]
    added = [len(now) - len(then) for then, now in zip(before, stored(), strict=True)]
    assert sum(added[2:]) >= taken(shown).count["new"]
    return shown


@pytest.mark.parametrize("start", [0, 13])
def test_any_text_in_any_cell_is_taken_or_told(desk, meeting, people, leader, start):
    building.point(meeting, by=leader)
    book = take_out(desk, meeting)
    typed = strew(book, TEXTS, start=start)
    shown = check_taken_whole_or_told(desk, meeting, book)
    told = all_texts(shown)
    for text in typed:
        assert normalise(text) in told
    page = shown.content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_any_number_or_day_in_any_cell_is_taken_or_told(desk, meeting, people, leader):
    building.point(meeting, by=leader)
    book = take_out(desk, meeting)
    typed = strew(book, VALUES, start=0)
    told = all_texts(check_taken_whole_or_told(desk, meeting, book))
    for value in typed:
        assert value is False or text_of(value) in told


def test_what_was_taken_in_leaves_again_as_text(desk, meeting, leader):
    book = take_out(desk, meeting)
    strew(book, TEXTS, start=3)
    fill(book, "agenda", 4, D="=1+1", E=None, F=None, G="=cmd|' /C calc'!A0")
    confirm(desk, meeting, bring(desk, meeting, book))
    sheets = take_out(desk, meeting).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert {"=1+1", "=cmd|' /C calc'!A0"} <= {cell.value for cell in cells}
    assert all(cell.data_type in ("s", "n") for cell in cells if cell.value is not None)
