"""The page «Việc đến hạn»: who sees which lines, filters, order, export, print, picking."""

import datetime as dt
import io
import re

import openpyxl
import pytest
from django.urls import reverse

from audit.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date
URL = "/den-han/"


@pytest.fixture
def world(cell, other_cell):
    """One probation in each of two cells, ending on 28/03 and 12/05/2019."""
    near = factories.place(
        cell, from_on=D(2018, 3, 28), official_from=False, full_name="Lò Thị Pâng"
    )
    far = factories.place(
        other_cell, from_on=D(2018, 5, 12), official_from=False, full_name="Đèo Văn Hạnh"
    )
    return near, far


def told(page, kind="probation"):
    records = [row.record for row in page.context["listing"].rows]
    return [record.who for record in records if record.kind == kind]


def test_reader_sees_every_cell_the_nearest_first(client, inspector, world):
    client.force_login(inspector)
    page = client.get(URL, {"size": "100"})
    assert told(page) == ["Lò Thị Pâng", "Đèo Văn Hạnh"]
    text = page.content.decode()
    assert "còn 15 ngày" in text
    assert "Điều lệ Đảng, Điều 5" in text


def test_days_beyond_a_thousand_are_grouped(client, inspector, world):
    """Due on 14/05/2019: two years to 14/05/2021 are 731 days, 318 more to 28/03/2022."""
    client.force_login(inspector)
    [text] = re.findall(
        r"quá ([\d.]+) ngày", client.get(URL, {"on": "28/03/2022", "q": "pang"}).text
    )[:1]
    assert text == "1.049"


def test_limit_in_working_days_says_how_many_are_left(client, inspector, cell):
    """Submitted Wed 02/01/2019, due Tue 02/04: from Wed 13/03 14, 15/03 2, 18–22 7, 25–29 12, 01, 02/04 14."""
    candidate = factories.CandidateFactory(cell=cell)
    factories.CandidateStepFactory(candidate=candidate, kind="submitted", done_on=D(2019, 1, 2))
    client.force_login(inspector)
    text = client.get(URL, {"kind": "admission"}).content.decode()
    assert "còn 20 ngày" in text
    assert "14 ngày làm việc" in text


def test_leader_sees_the_own_cell_only(client, leader, world):
    client.force_login(leader)
    page = client.get(URL, {"size": "100"})
    assert told(page) == ["Lò Thị Pâng"]
    assert {row.record.cell for row in page.context["listing"].rows} == {"An ninh"}
    names = [name for _key, name in page.context["filter"].form.fields["cell"].choices]
    assert "An ninh" in names
    assert "Điều tra" not in names


def test_leader_is_told_the_name_of_who_left_without_a_page_to_open(client, leader, cell):
    """The letter is the cell's own record; the member's page answered 404."""
    gone = factories.place(cell, full_name="Trịnh Mạnh Quyết")
    gone.placements.update(to_on=D(2018, 7, 19), end_reason="transfer_out")
    here = factories.place(cell, from_on=D(2018, 3, 28), official_from=False)
    client.force_login(leader)
    rows = {row.record.who: row.record.url for row in client.get(URL).context["listing"].rows}
    assert rows["Trịnh Mạnh Quyết"] == ""
    assert client.get(rows[here.full_name]).status_code == 200


def test_stranger_sees_nothing_of_the_committee(client, stranger, world):
    client.force_login(stranger)
    assert told(client.get(URL)) == []
    assert client.get(URL, {"committee": "DUCAH"}).status_code == 404


def test_only_a_writer_is_led_to_the_act(client, officer, inspector, world):
    member = factories.place(
        world[0].placements.get().cell, from_on=D(2018, 3, 1), official_from=False
    )
    address = reverse("members:take_recognition_step", args=[member.pk])
    client.force_login(officer)
    assert address in client.get(URL).content.decode()
    client.force_login(inspector)
    assert address not in client.get(URL).content.decode()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"kind": "probation"}, ["Lò Thị Pâng", "Đèo Văn Hạnh"]),
        ({"kind": "badge"}, []),
        ({"band": "soon"}, ["Lò Thị Pâng"]),
        ({"band": "later", "kind": "probation"}, ["Đèo Văn Hạnh"]),
        ({"q": "deo hanh"}, ["Đèo Văn Hạnh"]),
        ({"until": "28/03/2019"}, ["Lò Thị Pâng"]),
        ({"from_on": "29/03/2019"}, ["Đèo Văn Hạnh"]),
        ({"kind": "probation", "sort": "-due"}, ["Đèo Văn Hạnh", "Lò Thị Pâng"]),
        ({"kind": "probation", "on": "29/03/2019"}, ["Đèo Văn Hạnh"]),
    ],
)
def test_filters_and_order(client, inspector, world, query, names):
    client.force_login(inspector)
    assert told(client.get(URL, query)) == names


def test_cell_is_a_filter(client, inspector, world, other_cell):
    client.force_login(inspector)
    assert told(client.get(URL, {"cell": other_cell.pk, "size": "100"})) == ["Đèo Văn Hạnh"]


def test_day_that_cannot_be_read_is_told_and_filters_nothing(client, inspector, world):
    client.force_login(inspector)
    page = client.get(URL, {"until": "31/02/2019", "kind": "probation"})
    assert page.context["filter"].form.errors["until"]
    assert len(told(page)) == 2


def test_bands_lead_to_their_lines(client, inspector, world):
    client.force_login(inspector)
    for band in client.get(URL).context["bands"]:
        assert client.get(URL + band.url).context["listing"].count == band.count


def test_band_keeps_day_and_committee(client, inspector, committee, world):
    client.force_login(inspector)
    page = client.get(URL, {"committee": committee.code, "on": "28/02/2019"})
    assert page.context["bands"][0].url == f"?band=late&committee={committee.code}&on=28/02/2019"


def test_totals_by_kind_and_cell_add_up(client, inspector, world):
    client.force_login(inspector)
    for column in ("kind", "cell", "band", "due", "rule"):
        page = client.get(URL, {"total": column})
        totals = page.context["totals"]
        assert sum(line.count for line in totals.lines) == page.context["listing"].count
        for line in totals.lines:
            assert client.get(URL + line.url).context["listing"].count == line.count


def test_export_is_what_is_shown_and_is_logged(client, inspector, world):
    client.force_login(inspector)
    answer = client.get(URL, {"export": "xlsx", "kind": "probation"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Lò Thị Pâng"]
    assert rows[0][1:5] == (
        "An ninh",
        "Hết thời gian dự bị ngày 28/03/2019",
        dt.datetime(2019, 3, 28),
        "còn 15 ngày",
    )
    assert AuditEntry.objects.get(action="reports.deadlines.export").after["rows"] == 2


def test_print_shows_every_row_and_is_logged(client, inspector, world):
    client.force_login(inspector)
    page = client.get(URL, {"print": "1"}).content.decode()
    assert "Lò Thị Pâng" in page
    assert "Đèo Văn Hạnh" in page
    assert AuditEntry.objects.filter(action="reports.deadlines.print").exists()


def test_picked_rows_stay_picked_on_another_day(client, inspector, world):
    client.force_login(inspector)
    page = client.get(URL, {"kind": "probation"})
    pk = next(row.record.pk for row in page.context["listing"].rows if row.record.days == 15)
    for day in ("13/03/2019", "20/03/2019"):
        assert told(client.get(URL, {"rows": pk, "on": day})) == ["Lò Thị Pâng"]


def test_administrator_is_refused(client, administrator):
    client.force_login(administrator)
    assert client.get(URL).status_code == 403


def test_dashboard_and_page_speak_of_the_same_people(client, inspector, world):
    """One home of each deadline: the sentence's items are the page's lines."""
    client.force_login(inspector)
    notice = client.get(reverse("reports:notice", args=["probation-ending"])).context["notice"]
    assert [item.name for item in notice.items] == told(
        client.get(URL, {"kind": "probation", "band": "soon"})
    )
