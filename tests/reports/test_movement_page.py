"""The page «Vì sao số đảng viên thay đổi» and the lists behind its numbers."""

import datetime as dt

import pytest
from django.urls import reverse

from members import services
from partyunit.dates import Period
from reports.movement.asked import name_of, parts_of
from tests import factories
from tests.conftest import TODAY
from tests.members.people import admit, day
from tests.reports.dashboard_links import wrong_links

PAGE, LIST = "reports:movement", "reports:changes"
YEAR = {"from": "01/01/2018", "to": "31/12/2018"}


@pytest.fixture
def year(cell, other_cell, officer):
    """2018 of two cells: one moved between them, one came, one went, one died, one was admitted."""
    told = {"recorded_on": TODAY, "by": officer}
    mover, goer, late = (
        admit(cell, officer, name=name) for name in ("Lò Văn Sang", "Lò Văn Đi", "Lò Văn Mất")
    )
    admit(cell, officer, name="Lò Văn Mới", on="03/09/2018", official=False)
    decision = factories.DocumentFactory(register=cell.committee, kind="QĐ", number="7-QĐ/ĐU")
    services.transfer_member(
        member=mover, to_cell=other_cell, on=day("01/06/2018"), decision=decision, **told
    )
    services.transfer_out(member=goer, on=day("01/07/2018"), went_to="Đảng bộ tỉnh", **told)
    services.end_membership(member=late, reason="died", on=day("05/08/2018"), **told)
    return mover


def sentence(client, **query) -> list[int]:
    context = client.get(reverse(PAGE), {**YEAR, **query}).context
    return [figure.value for _sign, _words, figure in context["account"].sentence]


def test_account_of_the_committee_and_of_a_cell(client, inspector, year, cell, other_cell):
    client.force_login(inspector)
    assert sentence(client) == [3, 1, 0, 1, 1, 2]
    # of a cell moves from outside and inside are terms of their own
    assert sentence(client, cell=cell.pk) == [3, 1, 0, 0, 1, 1, 1, 1]
    assert sentence(client, cell=other_cell.pk) == [0, 0, 0, 1, 0, 0, 0, 1]


def test_official_and_probationary_have_accounts_of_their_own(client, inspector, cell, officer):
    admit(cell, officer, on="03/02/2017")
    client.force_login(inspector)
    account = client.get(reverse(PAGE), YEAR).context["account"]
    lines = {line.label: line for line in [account.opening, *account.lines, account.closing]}
    told = {label: (int(one.official), int(one.probationary)) for label, one in lines.items()}
    assert told["Đầu kỳ, hết ngày 31/12/2017"] == (0, 1)
    assert told["công nhận chính thức"] == (1, 1)
    assert told["Cuối kỳ, hết ngày 31/12/2018"] == (1, 0)


@pytest.mark.parametrize("of_cell", [False, True])
def test_every_number_opens_its_names(client, inspector, year, cell, of_cell):
    client.force_login(inspector)
    query = {**YEAR, **({"cell": cell.pk} if of_cell else {})}
    html = client.get(reverse(PAGE), query).text
    assert wrong_links(client, html) == []


def cells_of(client, **query) -> list[list[str]]:
    listing = client.get(reverse(LIST), {**YEAR, **query}).context["listing"]
    return [[str(column.value(row.record)) for column in listing.shown] for row in listing.rows]


def test_list_tells_day_event_place_and_decision(client, inspector, year, cell):
    client.force_login(inspector)
    rows = cells_of(client, flow="departures", cell=cell.pk)
    assert [row[:6] for row in rows] == [
        [
            *("Lò Văn Sang", "2018-06-01", "Chuyển trong đảng bộ", "An ninh", "Điều tra"),
            "Quyết định 7-QĐ/ĐU ngày 17/02/2016",
        ],
        ["Lò Văn Đi", "2018-07-01", "Chuyển đi", "An ninh", "Đảng bộ tỉnh", ""],
        ["Lò Văn Mất", "2018-08-05", "Từ trần", "An ninh", "", ""],
    ]


def test_list_tells_where_one_came_from(client, inspector, year, other_cell):
    client.force_login(inspector)
    [row] = cells_of(client, flow="from_inside", cell=other_cell.pk)
    assert row[2:5] == ["Chuyển trong đảng bộ", "Điều tra", "An ninh"]
    [admitted] = cells_of(client, flow="admitted")
    assert admitted[5] == "ngày 24/08/2018"


def test_list_exports_what_it_shows(client, inspector, year):
    client.force_login(inspector)
    answer = client.get(reverse(LIST), {**YEAR, "flow": "left", "export": "xlsx"})
    assert answer["Content-Type"].endswith("sheet")
    assert client.get(reverse(LIST), {**YEAR, "print": 1}).status_code == 200


def test_list_finds_a_name_without_accents(client, inspector, year):
    client.force_login(inspector)
    assert [row[0] for row in cells_of(client, flow="departures", q="mat")] == ["Lò Văn Mất"]


def test_leader_sees_the_own_cell_only(client, leader, year, cell, other_cell):
    client.force_login(leader)
    context = client.get(reverse(PAGE), YEAR).context
    assert context["asked"].scope.cell == cell
    assert client.get(reverse(PAGE), {"cell": other_cell.pk}).status_code == 404
    assert client.get(reverse(LIST), {"cell": other_cell.pk}).status_code == 404


def test_leader_reads_the_name_of_who_left_without_a_link(client, leader, year):
    client.force_login(leader)
    answer = client.get(reverse(LIST), {**YEAR, "flow": "left"})
    assert "Lò Văn Mất" in answer.text
    assert reverse(
        "members:detail", args=[answer.context["listing"].rows[0].record.member_id]
    ) not in (answer.text)


def test_stranger_is_told_of_the_own_committee_only(client, stranger, year, cell):
    client.force_login(stranger)
    assert client.get(reverse(PAGE), {"cell": cell.pk}).status_code == 404
    assert sentence(client) == [0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"from": "31/02/2018"}, "không có thật"),
        ({"from": "01/02/2018", "to": "01/01/2018"}, "Ngày cuối không thể trước ngày đầu."),
    ],
)
def test_a_wrong_span_is_told_beside_its_field(client, inspector, cell, query, told):
    client.force_login(inspector)
    answer = client.get(reverse(PAGE), query)
    assert answer.status_code == 200
    assert told in answer.text
    assert answer.context["asked"].period == Period(dt.date(2019, 1, 1), TODAY)


def test_page_takes_the_same_statements_for_one_cell_and_for_three(
    client, inspector, year, django_assert_max_num_queries, committee
):
    client.force_login(inspector)
    client.get(reverse(PAGE), YEAR)
    with django_assert_max_num_queries(30) as few:
        client.get(reverse(PAGE), YEAR)
    for _ in range(3):
        factories.place(factories.CellFactory(committee=committee), from_on=dt.date(2018, 5, 5))
    with django_assert_max_num_queries(30) as many:
        client.get(reverse(PAGE), YEAR)
    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("01/01/2019", "13/03/2019", ["tháng 1/2019", "tháng 2/2019", "01/03/2019–13/03/2019"]),
        ("15/12/2018", "31/01/2019", ["15/12/2018–31/12/2018", "tháng 1/2019"]),
        ("01/01/2018", "31/12/2018", [f"quý {q}/2018" for q in ("I", "II", "III", "IV")]),
        ("20/04/2009", "31/12/2011", ["20/04/2009–31/12/2009", "năm 2010", "năm 2011"]),
    ],
)
def test_span_is_cut_into_parts(first, last, names):
    assert [name_of(part) for part in parts_of(Period(day(first), day(last)))] == names
