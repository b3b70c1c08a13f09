"""Every list: totals that add up and lead to their rows, rows picked by hand, constant statements."""

import datetime as dt
import io
import re
from itertools import pairwise
from urllib.parse import parse_qs

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from audit.listing import RecordListView
from documents.models import Document
from partyunit.listing import show
from regulations.models import Holiday
from tests import factories

pytestmark = pytest.mark.django_db


def list_names(resolver=None, prefix=""):
    """The names of the addresses of all lists there are."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from list_names(pattern, inner)
            continue
        view = getattr(pattern.callback, "view_class", object)
        if issubclass(view, RecordListView) and view.is_shown:
            yield prefix + pattern.name


LISTS = list(list_names())


# How one more row of a list is made, for a committee and one of its cells. The others have one row a
# year or a rule, or rows that only a worker makes.
MAKERS = {
    "members:list": lambda committee, cell: factories.place(cell),
    "members:residence": lambda committee, cell: comment(cell),
    "members:commitments": lambda committee, cell: factories.CommitmentFactory(
        member=factories.place(cell)
    ),
    "members:secondments": lambda committee, cell: second(committee, cell),
    "members:host_cells": lambda committee, cell: second(committee, cell),
    "members:localities": lambda committee, cell: second(committee, cell),
    "members:transfers_out": lambda committee, cell: transferred_out(cell),
    "members:transfers_in": lambda committee, cell: factories.PlacementFactory(
        cell=cell, start_reason="transfer_in"
    ),
    "members:transfers_inside": lambda committee, cell: factories.PlacementFactory(
        cell=cell, start_reason="internal"
    ),
    "members:temporaries": lambda committee, cell: factories.PlacementFactory(
        cell=cell, kind="temporary", start_reason="temporary"
    ),
    "members:candidates": lambda committee, cell: factories.CandidateFactory(cell=cell),
    "cells:list": lambda committee, cell: factories.CellFactory(committee=committee),
    "cells:localities": lambda committee, cell: factories.LocalityFactory(committee=committee),
    "cells:host_cells": lambda committee, cell: host_cell(committee),
    "cells:office_units": lambda committee, cell: factories.OfficeUnitFactory(committee=committee),
    "meetings:list": lambda committee, cell: factories.MeetingFactory(
        cell=factories.CellFactory(committee=committee)
    ),
    "meetings:activities": lambda committee, cell: factories.ParticipationFactory(
        cell=cell, activity__committee=committee
    ),
    "meetings:activity_sums": lambda committee, cell: factories.ParticipationFactory(
        cell=factories.CellFactory(committee=committee)
    ),
    "meetings:campaigns": lambda committee, cell: factories.CampaignFactory(committee=committee),
    "meetings:models": lambda committee, cell: factories.MeetingFactory(
        cell=cell, kind="model", state="held"
    ),
    "meetings:tasks": lambda committee, cell: factories.ActionItemFactory(
        meeting__cell=factories.CellFactory(committee=committee), assignee=factories.place(cell)
    ),
    "awards:list": lambda committee, cell: factories.AwardFactory(
        register=committee, member=factories.place(cell)
    ),
    "reports:deadlines": lambda committee, cell: factories.place(cell, official_from=False),
    "awards:badges": lambda committee, cell: factories.BadgeFactory(member=factories.place(cell)),
    "documents:list": lambda committee, cell: paper(committee),
    "accounts:list": lambda committee, cell: factories.RoleFactory(committee=committee),
    "regulations:holidays": lambda committee, cell: holiday(),
}
GROWING = [name for name in LISTS if name in MAKERS]


def transferred_out(cell) -> None:
    factories.PlacementFactory(
        cell=cell, to_on=dt.date(2018, 12, 31), end_reason="transfer_out", went_to="Nơi khác"
    )


def grow(name: str, committee, cell) -> None:
    """One more row of a list."""
    MAKERS[name](committee, cell)


def comment(cell):
    return factories.ResidenceCommentFactory(contact__member=factories.place(cell))


def host_cell(committee):
    return factories.HostCellFactory(locality__committee=committee)


def holiday():
    day = dt.date(2017, 1, 1) + dt.timedelta(days=Holiday.objects.count())
    return Holiday.objects.create(day=day, name="nghỉ thử")


def second(committee, cell):
    return factories.SecondmentFactory(
        member=factories.place(cell), host_cell=host_cell(committee), plan=paper(committee)
    )


def paper(committee):
    count = Document.objects.count()
    return factories.DocumentFactory(register=committee, number=f"{count + 1}/KH-CAH")


@pytest.fixture
def reader(client, officer, administrator):
    def sign_in(name):
        client.force_login(administrator if name.startswith("accounts:") else officer)
        return client

    return sign_in


def statements(client, name, **query) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(reverse(name), query).status_code == 200
    return len(caught)


def countable(client, name) -> list[str]:
    return list(client.get(reverse(name)).context["listing"].countable)


@pytest.mark.parametrize("name", GROWING)
def test_page_totals_and_columns_cost_the_same_for_any_number_of_rows(
    reader, committee, cell, name
):
    client = reader(name)
    grow(name, committee, cell)
    keys = [column.key for column in client.get(reverse(name)).context["listing"].columns]
    asked = [{"size": "100"}, {"columns": keys, "size": "100"}]
    asked += [{"total": key} for key in countable(client, name)]
    few = [statements(client, name, **query) for query in asked]
    for _n in range(30):
        grow(name, committee, cell)
    assert client.get(reverse(name)).context["listing"].count >= 31
    assert [statements(client, name, **query) for query in asked] == few


def test_members_cost_the_same_at_a_thousand(reader, committee, cell):
    client = reader("members:list")
    grow("members:list", committee, cell)
    asked = [{"size": "100"}, {"total": "party_age"}, {"has": "sex:nam"}, {"party_age_from": "1"}]
    few = [statements(client, "members:list", **query) for query in asked]
    for _n in range(1000):
        grow("members:list", committee, cell)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a server does by itself within a minute
    assert [statements(client, "members:list", **query) for query in asked] == few


@pytest.mark.parametrize("name", LISTS)
def test_totals_add_up_and_each_opens_just_its_rows(reader, committee, cell, name):
    client = reader(name)
    if name in GROWING:
        for _n in range(3):
            grow(name, committee, cell)
    for key in countable(client, name):
        page = client.get(reverse(name), {"total": key})
        totals = page.context["totals"]
        assert totals.count == page.context["listing"].count
        assert sum(line.count for line in totals.lines) == totals.count
        for line in totals.lines:
            rows = client.get(reverse(name) + line.url).context["listing"]
            assert rows.count == line.count, (key, line.text)


@pytest.mark.parametrize("name", LISTS)
def test_totals_down_and_across_add_up_and_each_opens_just_its_rows(reader, committee, cell, name):
    client = reader(name)
    if name in GROWING:
        for _n in range(3):
            grow(name, committee, cell)
    for down, across in pairwise(countable(client, name)[:4]):
        page = client.get(reverse(name), {"total": down, "across": across})
        totals = page.context["totals"]
        if totals.too_many:
            continue
        assert [sum(one.value for one in line.counts) for line in totals.lines] == [
            line.count for line in totals.lines
        ]
        assert sum(one.value for one in totals.feet) == totals.count
        counts = [one for line in totals.lines for one in line.counts if one.url]
        for one in [*counts[:2], *totals.feet[:1]]:
            assert client.get(reverse(name) + one.url).context["listing"].count == one.value


MARKUP = re.compile(r'<span class="visually-hidden">.*?</span>|<(?!br)[^>]*>')


@pytest.mark.parametrize("name", GROWING)
def test_sheet_tells_what_the_page_shows(reader, committee, cell, name):
    client = reader(name)
    grow(name, committee, cell)
    keys = [column.key for column in client.get(reverse(name)).context["listing"].columns]
    listing = client.get(reverse(name), {"columns": keys}).context["listing"]
    for row in listing.rows:
        for column in listing.shown:
            seen = MARKUP.sub("", show(column.value(row.record))).replace("<br>", "; ").strip()
            assert show(column.exported(row.record)) == seen, column.key


@pytest.fixture
def people(client, officer, cell, other_cell):
    client.force_login(officer)
    return [
        factories.place(cell, sex="female", ethnicity="Thái", full_name="Lò Thị An"),
        factories.place(cell, sex="male", ethnicity="Kinh", full_name="Lê Văn Bình"),
        factories.place(other_cell, sex="male", ethnicity="Kinh", full_name="Lê Văn Cường"),
    ]


URL = "/dang-vien/"


def test_total_counts_what_the_filters_leave(client, people):
    page = client.get(URL, {"total": "ethnicity", "sex": "male"})
    assert [(line.text, line.count, line.share) for line in page.context["totals"].lines] == [
        ("Kinh", 2, 100.0)
    ]
    assert page.context["totals"].without_url == "?sex=male"


def test_row_of_a_total_is_a_condition_that_can_be_taken_away(client, people):
    page = client.get(URL, {"has": "ethnicity:Thái"})
    assert [row.record for row in page.context["listing"].rows] == people[:1]
    (chip,) = page.context["chips"]
    assert (chip.label, chip.value, chip.url) == ("Dân tộc", "Thái", "?")


def test_total_of_two_columns_is_a_table(client, people):
    asked = {"total": "cell", "across": "ethnicity"}
    page = client.get(URL, asked)
    totals = page.context["totals"]
    assert totals.heads == ("Kinh", "Thái")
    assert sorted([one.value for one in line.counts] for line in totals.lines) == [[1, 0], [1, 1]]
    assert [one.value for one in totals.feet] == [2, 1]
    turned = client.get(URL + totals.turned_url).context["totals"]
    assert [line.text for line in turned.lines] == ["Kinh", "Thái"]
    sheet = list(read_sheet(client.get(URL, {**asked, "export": "xlsx"}))["Tổng hợp"].values)
    assert ("Chi bộ", "Kinh", "Thái", "Cộng", "Tỷ lệ") in sheet
    assert sheet[-1][:4] == ("Cộng", 2, 1, 3)
    assert "Tổng hợp theo: Chi bộ, Dân tộc" in client.get(URL, {**asked, "print": 1}).text


def test_too_many_values_are_no_columns(client, officer, cell):
    client.force_login(officer)
    for year in range(1960, 1982):
        factories.place(cell, born_on=dt.date(year, 1, 1))
    page = client.get(URL, {"total": "cell", "across": "born"})
    assert page.context["totals"].heads == ()
    assert "«Ngày sinh» có 22 giá trị, quá nhiều" in page.text


def test_value_of_a_total_is_kept_in_one_language(client, people):
    client.cookies["partyunit_language"] = "en"
    page = client.get(URL, {"total": "sex"})
    [line] = [line for line in page.context["totals"].lines if line.text == "female"]
    assert parse_qs(line.url.lstrip("?"))["has"] == ["sex:nữ"]
    opened = client.get(URL + line.url)
    assert opened.context["listing"].count == 1
    assert [chip.value for chip in opened.context["chips"]] == ["female"]


def test_two_values_hold_together(client, people):
    page = client.get(URL, {"has": ["ethnicity:Kinh", "sex:nữ"]})
    assert page.context["listing"].count == 0
    assert len(page.context["chips"]) == 2


@pytest.mark.parametrize("asked", ["", "name:An", "nothing:1", "citizen_id:•••• 1234"])
def test_value_of_a_column_that_is_not_counted_filters_nothing(client, people, asked):
    assert client.get(URL, {"has": asked, "total": asked}).context["listing"].count == 3


def test_picked_rows_are_shown_printed_and_exported_alone(client, people):
    rows = [str(person.pk) for person in people[:2]]
    page = client.get(URL, {"rows": ["", *rows]})
    assert [row.record for row in page.context["listing"].rows] == people[:2]
    assert [(chip.label, chip.value) for chip in page.context["chips"]] == [
        ("Số dòng đã chọn", "2")
    ]
    sheet = read_sheet(client.get(URL, {"rows": rows, "export": "xlsx"}))
    assert [row[0] for row in sheet.worksheets[0].values][-2:] == ["Lò Thị An", "Lê Văn Bình"]
    printed = client.get(URL, {"rows": rows, "print": "1"}).content.decode()
    assert printed.count('<th scope="row"') == 2
    assert [n for n in (1, 2, 3) if f'<td class="num">{n}</td>' in printed] == [1, 2]


def test_nothing_picked_is_no_row(client, people):
    assert client.get(URL, {"rows": ""}).context["listing"].count == 0


@pytest.mark.parametrize("row", ["9" * 30, "9" * 18, "-1", "²", "٣", "\x00", "khác"])
def test_row_that_cannot_be_is_no_row(client, people, row):
    assert client.get(URL, {"rows": row}).context["listing"].count == 0


@pytest.mark.parametrize("value", ["9" * 30, "sex:\x00", "x:y", ":", "cell:", "²"])
def test_nonsense_breaks_no_total(client, people, value):
    asked = {"has": value, "total": value, "view": value, "pick": value}
    assert client.get(URL, asked).status_code == 200


def test_a_row_of_another_committee_cannot_be_picked(client, people):
    elsewhere = factories.place(factories.CellFactory())
    assert client.get(URL, {"rows": elsewhere.pk}).context["listing"].count == 0


def test_boxes_stand_only_where_one_picks(client, people):
    assert 'name="rows"' not in client.get(URL).content.decode()
    page = client.get(URL, {"pick": "1", "sex": "male"}).content.decode()
    assert page.count('type="checkbox" name="rows"') == 2
    assert '<input type="hidden" name="sex" value="male">' in page


def read_sheet(answer):
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def test_sheet_and_print_carry_the_totals(client, people):
    book = read_sheet(client.get(URL, {"total": "cell", "export": "xlsx"}))
    assert book["Tổng hợp"].freeze_panes
    rows = list(book["Tổng hợp"].values)
    assert rows[-1][:2] == ("Cộng", 3)
    assert sorted(row[1] for row in rows[-3:-1]) == [1, 2]
    printed = client.get(URL, {"total": "cell", "print": "1"}).content.decode()
    assert "Tổng hợp theo: Chi bộ" in printed
