"""The scores of all cells: a half year by month, one month as it is handed in, who has not scored."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEntry
from meetings.models import Minutes, QualityScore
from meetings.score.board import half_of, mean, read_board
from meetings.score.scoring import criteria_of, frame_of
from regulations.models import Regulation
from regulations.services import enter_rule
from tests import factories
from tests.meetings import building

TODAY = building.TODAY
JANUARY = dt.date(2019, 1, 1)
pytestmark = pytest.mark.django_db
D = dt.date


def held(cell, month: int, *, total=None, lost="Muộn", left=0, year=2019, minutes="", **also):
    """A regular meeting of that month with a score; `left` criteria are not scored yet.

    The minutes are handed in where everything is scored, unless told otherwise.
    """
    day = D(year, month, 11)
    meeting = factories.MeetingFactory(
        cell=cell, counts_for=day.replace(day=1), **{"meets_on": day, "state": "held", **also}
    )
    if minutes or total is not None:
        factories.MinutesFactory(
            meeting=meeting, state=minutes or ("draft" if left else "submitted")
        )
    if total is None:
        return meeting
    frame = frame_of(meeting)
    score = factories.QualityScoreFactory(meeting=meeting, frame=frame, total=total)
    criteria = criteria_of(frame)
    short = 100 - Decimal(total)  # taken off one after the other
    for criterion in criteria[: len(criteria) - left]:
        off = min(short, criterion.most)
        short -= off
        factories.ScoreLineFactory(
            score=score,
            criterion=criterion.key,
            most=criterion.most,
            points=criterion.most - off,
            reason=lost if off else "",
        )
    return meeting


def words(row) -> list[str]:
    return [str(one.total) if one.total is not None else one.words for one in row.months]


def board(user, first=JANUARY, **also):
    return read_board(first, user=user, day=TODAY, **also)


def test_month_says_points_or_why_there_are_none(cell, officer):
    held(cell, 1, total=92)
    held(cell, 2, total=80, left=3)
    held(cell, 3, meets_on=TODAY, state="planned")
    (row,) = board(officer).rows
    assert words(row) == ["92.0", "đang chấm", "chưa họp", "–", "–", "–"]
    assert row.mean.total == 92


def test_score_of_a_draft_is_no_total_and_of_approved_minutes_nothing_is_owed(cell, officer):
    """The register of meetings shows neither; approved minutes take no score any more."""
    held(cell, 1, total=92, minutes="draft")
    held(cell, 2, minutes="submitted")
    frozen = held(cell, 3, meets_on=D(2019, 3, 5), minutes="draft")
    assert words(board(officer).rows[0])[:3] == ["chưa trình", "chưa chấm", "chưa chấm"]
    told = {"approved_on": TODAY, "approved_at": timezone.now(), "content_sha256": "0" * 64}
    Minutes.objects.filter(meeting=frozen).update(state="approved", frozen={"format": 1}, **told)
    result = board(officer)
    assert words(result.rows[0])[:3] == ["chưa trình", "chưa chấm", "không chấm"]
    assert [one.month.month for one in result.owing] == [2]
    assert result.rows[0].mean.total is None


def test_cell_dissolved_within_the_month_is_not_waited_for(cell, officer):
    cell.dissolved_on = D(2019, 3, 10)
    cell.save()
    assert words(board(officer).rows[0])[:3] == ["không họp", "không họp", "–"]


def test_meeting_held_without_a_score_and_month_without_a_meeting_are_told(cell, officer):
    held(cell, 1)
    result = board(officer)
    assert words(result.rows[0])[:3] == ["chưa chấm", "không họp", "chưa họp"]
    assert [(one.cell, one.month) for one in result.owing] == [(cell, JANUARY)]


def test_nothing_is_owed_before_the_guide_of_2018(cell, officer):
    held(cell, 6, year=2018)
    held(cell, 7, year=2018, meets_on=D(2018, 7, 5))
    (row,) = board(officer, D(2018, 6, 1), months=2).rows
    assert words(row) == ["–", "–"]


def test_meetings_of_other_kinds_called_off_and_voided_do_not_count(cell, officer):
    held(cell, 1, total=92, kind="thematic")
    held(cell, 2, total=92, state="postponed", state_reason="trực")
    QualityScore.objects.update(total=92)
    assert words(board(officer).rows[0])[:2] == ["không họp", "không họp"]


def test_model_meeting_is_the_month_s_where_there_is_no_regular_one(cell, officer):
    held(cell, 2, total=90, kind="model")
    held(cell, 3, total=95, meets_on=D(2019, 3, 5))
    held(cell, 3, total=80, kind="model")
    assert words(board(officer).rows[0])[:3] == ["không họp", "90.0", "95.0"]


def test_best_and_worst_by_the_mean_of_the_half_year(committee, officer):
    cells = [factories.CellFactory(committee=committee) for _ in range(3)]
    for cell, totals in zip(cells, [("95", "90"), ("85", "86"), ("92", "93")], strict=True):
        for month, total in enumerate(totals, start=1):
            held(cell, month, total=total)
    result = board(officer)
    ours = [row for row in result.rows if row.cell in cells]
    assert [row.mean.total for row in ours] == [Decimal("92.5"), Decimal("85.5"), Decimal("92.5")]
    assert [row.cell for row in result.best] == [cells[0], cells[2]]
    assert [row.cell for row in result.worst] == [cells[1]]
    assert [row.mean.band for row in ours] == ["good", "fair", "good"]
    assert result.of_months[0].total == Decimal("90.7")  # 272 / 3
    assert result.of_months[-1].total == Decimal("90.2")  # 541 / 6


def test_one_cell_is_neither_best_nor_worst(cell, officer):
    held(cell, 1, total=92)
    assert (board(officer).best, board(officer).worst) == ([], [])


def test_mean_has_the_band_of_the_frame_it_comes_from(committee, cell, officer):
    stricter = {**frame_of(held(cell, 12, year=2018)).parameters, "bands": [95, 80, 60]}
    told = {"topic": "meeting_score", "number": "Khung riêng", "committee": committee}
    frame = Regulation(valid_from=D(2019, 2, 1), parameters=stricter, source_mark="L", **told)
    enter_rule(rule=frame, by=officer)
    for month in (2, 3):
        held(cell, month, total=92, meets_on=D(2019, month, 5))
    assert [one.band for one in board(officer).of_months] == [
        None,
        "fair",
        "fair",
        *[None] * 3,
        "fair",
    ]
    held(cell, 1, total=92)  # by the frame of all places: the two are read by what is usual
    assert board(officer).rows[0].mean.band == "good"


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ([], None),
        ([None], None),
        (["92", None], "92.0"),
        (["90", "90.1"], "90.1"),
        (["90"] * 3, "90"),
    ],
)
def test_mean_has_one_decimal_half_up(totals, expected):
    known = [None if total is None else Decimal(total) for total in totals]
    assert mean(known) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(("month", "first"), [(1, 1), (6, 1), (7, 7), (12, 7)])
def test_half_year_of_a_day(month, first):
    assert half_of(D(2019, month, 28)) == D(2019, first, 1)


def test_leader_sees_the_own_cell_and_a_stranger_nothing_of_it(cell, leader, stranger, committee):
    other = factories.CellFactory(committee=committee)
    held(cell, 1, total=92)
    held(other, 1, total=70, lost="Bí mật")
    assert [row.cell for row in board(leader).rows] == [cell]
    assert cell not in [row.cell for row in board(stranger).rows]


@pytest.mark.parametrize("count", [1, 3])
def test_board_takes_four_statements(committee, officer, count):
    for _ in range(count):
        cell = factories.CellFactory(committee=committee)
        for month in (1, 2):
            held(cell, month, total=92, lost="Muộn")
    assert officer.access.has_content  # read once for the request
    with CaptureQueriesContext(connection) as queries:
        result = board(officer)
        assert [one.note for row in result.rows for one in row.months]
    assert len(queries) == 4


# -- pages ----------------------------------------------------------------------------------------


@pytest.fixture
def scored(cell):
    meeting = held(cell, 2, total=96, lost="Họp muộn")
    for _ in range(3):
        factories.AttendanceFactory(meeting=meeting, state="present")
    factories.AttendanceFactory(meeting=meeting, state="present", standing="temporary")
    return meeting


@pytest.mark.parametrize("name", ["officer", "secretary", "inspector", "leader"])
def test_half_year_is_read_by_everyone_of_the_committee(request, client, scored, name):
    client.force_login(request.getfixturevalue(name))
    page = client.get(reverse("meetings:scores"))
    assert "Chấm điểm sinh hoạt 6 tháng kỳ I năm 2019" in page.text
    assert scored.get_absolute_url() in page.text
    assert "tốt" in page.text


def test_month_is_told_as_it_is_handed_in(client, scored, leader):
    client.force_login(leader)
    page = client.get(reverse("meetings:scores_of_month"), {"month": "02/2019"})
    told = " ".join(page.text.split())
    assert ">3</td>" in told  # its own members
    assert ">11/02/2019</td>" in told
    assert told.count(">X</td>") == 1
    assert "1.1 Họp đúng lịch đã thống nhất trong tháng: trừ 2 (Họp muộn); 1.2 " in told
    link = scored.get_absolute_url()
    assert f'<a href="{link}">96</a>' in told


def test_sheet_has_the_office_s_columns_and_is_logged(client, scored, officer):
    client.force_login(officer)
    answer = client.get(reverse("meetings:scores_of_month"), {"month": "02/2019", "export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] in ("STT", "1", 1)]
    assert list(rows[0]) == [
        "STT",
        "Tên đơn vị",
        "Số lượng đảng viên",
        "Ngày họp chi bộ",
        "Kết quả số điểm đánh giá",
        "Tốt",
        "Khá",
        "Trung bình",
        "Kém",
        "Ghi chú (thuyết minh điểm trừ)",
    ]
    assert rows[1][2:9] == (3, dt.datetime(2019, 2, 11), 96, "X", None, None, None)
    assert AuditEntry.objects.get(action="meetings.scores.export").after == {"of": "02/2019"}


def test_half_year_is_a_sheet_too(client, scored, officer):
    held(scored.cell, 1)
    client.force_login(officer)
    answer = client.get(reverse("meetings:scores"), {"month": "02/2019", "export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    *_heads, row, foot = sheet.iter_rows(values_only=True)
    assert row == ("An ninh", "chưa chấm", 96, "chưa họp", "–", "–", "–", 96)
    assert foot == ("Bình quân", None, 96, None, None, None, None, 96)
    assert AuditEntry.objects.filter(action="meetings.scores.export").count() == 1


@pytest.mark.parametrize("name", ["scores", "scores_of_month"])
def test_print_is_on_its_side_and_logged(client, scored, officer, name):
    client.force_login(officer)
    page = client.get(reverse(f"meetings:{name}"), {"month": "02/2019", "print": "1"}).text
    assert "landscape.css" in page
    assert "96" in page
    assert AuditEntry.objects.filter(action="meetings.scores.print").count() == 1


def test_month_that_is_none_is_this_month(client, officer, cell):
    client.force_login(officer)
    page = client.get(reverse("meetings:scores_of_month"), {"month": "13/2019"})
    assert "tháng 03/2019" in page.text
