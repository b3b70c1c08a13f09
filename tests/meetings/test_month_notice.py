"""The notice of the month: one page of A4 whatever the number of cells, the sheet, the text."""

import datetime as dt
import io

import openpyxl
import pikepdf
import pytest
from django.urls import reverse
from django.utils import translation

from audit.models import AuditEntry
from cells.models import Cell
from meetings.month.board import MonthBoard
from meetings.month.notice import read_notice, write_notice
from meetings.month.wording import invitation, month_as_text
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db
MARCH, TODAY = dt.date(2019, 3, 1), dt.date(2019, 3, 13)
LONG = "Phòng giao ban Đội Cảnh sát Giao thông – Trật tự, cơ động"


def fill(committee, cells: int, *, meetings: int = 1):
    """Cells with long names and places; with two meetings each, the second a thematic one."""
    for number in range(cells):
        name = f"Cảnh sát Quản lý hành chính về trật tự xã hội {number + 1}"
        cell = factories.CellFactory(committee=committee, name=name, code=f"C{number}")
        member = factories.place(cell, full_name="Nguyễn Hoàng Khánh Phương")
        factories.PositionFactory(member=member, cell=cell)
        for kind in ("regular", "thematic")[:meetings]:
            building.planned(cell, meets_on=dt.date(2019, 3, 20), place=LONG, kind=kind)


def notice_of(committee, user):
    return read_notice(MonthBoard(MARCH, user, TODAY), committee=committee)


@pytest.mark.parametrize(("cells", "meetings"), [(1, 1), (8, 2), (20, 2)])
def test_notice_is_one_page_of_a4(committee, officer, cells, meetings):
    fill(committee, cells, meetings=meetings)
    written = write_notice(notice_of(committee, officer), committee=committee, on=TODAY)
    with pikepdf.open(io.BytesIO(written.data)) as paper:
        assert len(paper.pages) == 1
        width, height = (float(side) for side in paper.pages[0].MediaBox[2:])
        assert (round(width), round(height)) == (595, 842)


def test_notice_says_who_meets_when_and_where_and_the_sum(committee, officer, cell, leader):
    factories.place(cell)
    building.planned(cell, meets_on=dt.date(2019, 3, 20), place="Hội trường", ends_at=None)
    postponed = building.planned(cell, meets_on=dt.date(2019, 3, 21), kind="thematic")
    postponed.state, postponed.state_reason = "postponed", "bận"
    postponed.save()
    factories.CellFactory(committee=committee, name="Phong trào", position=cell.position + 1)
    found = notice_of(committee, officer)
    first, second = found.lines
    assert (first.cell, first.members) == ("An ninh", 2)
    assert first.meetings == [("14 giờ 00, Thứ Tư, 20/3", "Hội trường", 1)]
    assert first.secretary == str(leader.member)
    assert second.meetings == [("chưa có lịch", "", 1)]
    assert (found.total, found.is_draft) == (2, True)


def test_notice_tells_the_year_of_another_year_and_the_month_of_another_month(
    committee, officer, cell
):
    """A meeting for January may take place on the last day of December."""
    building.planned(
        cell, meets_on=dt.date(2019, 12, 31), counts_for=dt.date(2020, 1, 1), place="A"
    )
    building.planned(cell, meets_on=dt.date(2020, 1, 6), kind="thematic", place="A")

    def told(first):
        board = MonthBoard(first, officer, dt.date(2019, 12, 31))
        (line,) = read_notice(board, committee=committee).lines
        return line.meetings

    assert told(dt.date(2020, 1, 1)) == [
        ("14 giờ 00, Thứ Ba, 31/12/2019", "A", 2),
        ("14 giờ 00, Thứ Hai, 06/01 (chuyên đề)", "A", 0),
    ]
    assert told(dt.date(2019, 12, 1)) == [
        ("14 giờ 00, Thứ Ba, 31/12 (tính cho tháng 1/2020)", "A", 1)
    ]


def test_cell_dissolved_or_founded_in_the_month_stands_in_the_notice_with_its_meeting(
    committee, officer, cell, other_cell
):
    factories.place(cell)
    building.planned(cell, meets_on=dt.date(2019, 3, 5))
    building.planned(other_cell, meets_on=dt.date(2019, 3, 25))
    Cell.objects.filter(pk=cell.pk).update(dissolved_on=dt.date(2019, 3, 15))
    Cell.objects.filter(pk=other_cell.pk).update(founded_on=dt.date(2019, 3, 15))
    lines = notice_of(committee, officer).lines
    assert [(line.cell, line.members) for line in lines] == [("An ninh", 1), ("Điều tra", 0)]


def test_notice_is_no_draft_once_all_is_agreed(committee, officer, cell):
    meeting = building.planned(cell, meets_on=dt.date(2019, 3, 20))
    assert notice_of(committee, officer).is_draft
    building.agreed(meeting, by=officer)
    assert not notice_of(committee, officer).is_draft


def test_downloads_are_files_and_logged(client, officer, cell):
    building.planned(cell, meets_on=dt.date(2019, 3, 20), place="=1+1")
    client.force_login(officer)
    pdf = client.get(reverse("meetings:month_pdf"), {"month": "03/2019"})
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Content-Disposition"] == 'attachment; filename="lich-sinh-hoat-2019-03.pdf"'
    sheet = client.get(reverse("meetings:month_xlsx"), {"month": "03/2019"})
    rows = list(openpyxl.load_workbook(io.BytesIO(sheet.content)).active.values)
    assert ("S TT", "Chi bộ", "Số lượng", "Thời gian", "Địa điểm", "Bí thư, điện thoại") in rows
    assert rows[-2][4] == "=1+1"
    assert rows[-1][1] == "TỔNG SỐ"
    logged = AuditEntry.objects.filter(action="meetings.month.export", actor=officer)
    assert [entry.after["as"] for entry in logged.order_by("pk")] == ["pdf", "xlsx"]


@pytest.mark.parametrize("name", ["meetings:month_pdf", "meetings:month_xlsx"])
def test_notice_is_the_committee_s(client, leader, administrator, name):
    for user in (leader, administrator):
        client.force_login(user)
        assert client.get(reverse(name)).status_code == 403
    client.force_login(leader)
    assert client.post(reverse(name)).status_code == 405


def test_text_for_a_messenger_has_a_line_for_each_cell(client, officer, cell, other_cell):
    attendant = factories.place(other_cell, full_name="Lò Thị Dự")
    building.planned(cell, meets_on=dt.date(2019, 3, 20), attendant=attendant)
    text = month_as_text(MonthBoard(MARCH, officer, TODAY))
    assert text.splitlines() == [
        "LỊCH SINH HOẠT CHI BỘ THÁNG 3/2019",
        "1. Chi bộ An ninh: 14 giờ 00, Thứ Tư, 20/3 (chưa thống nhất), tại Phòng họp, đồng chí Lò Thị Dự dự.",
        "2. Chi bộ Điều tra: chưa có lịch.",
    ]
    client.force_login(officer)
    client.cookies["partyunit_language"] = "en"
    page = client.get(reverse("meetings:month")).content.decode()
    assert "đồng chí Lò Thị Dự dự" in page


def test_board_keeps_the_reader_s_words_beside_the_message(officer, committee):
    factories.MeetingFactory(cell=None, committee=committee, kind="committee", meets_on=TODAY)
    with translation.override("en"):
        board = MonthBoard(MARCH, officer, TODAY)
        assert month_as_text(board).startswith("LỊCH SINH HOẠT")
        assert board.rows[-1].name == "Committee"


def test_invitation_names_when_where_and_who_but_not_what_is_spoken_of(cell, leader, officer):
    meeting = building.planned(
        cell, meets_on=dt.date(2019, 3, 20), chair=leader.member, topic="Chỉ thị 05"
    )
    factories.MeetingPaperFactory(meeting=meeting, title="Tài liệu nội bộ")
    building.point(meeting, by=leader, title="Nội dung riêng")
    text = invitation(meeting)
    assert "đảng viên Chi bộ An ninh dự họp chi bộ tháng 3 năm 2019" in text
    assert "14 giờ 00, Thứ Tư, ngày 20 tháng 3 năm 2019" in text
    assert f"Chủ trì: đồng chí {leader.member}." in text
    assert "Nội dung riêng" not in text
    assert "Tài liệu nội bộ" not in text
