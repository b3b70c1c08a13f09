"""The register of members: rows, day, search, order, conditions, columns, statements."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import AuditEntry
from members import services
from members.models import Member, Position, Qualification
from members.tables.identity import IDENTITY_COLUMNS
from regulations.models import Regulation
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def names(client, officer):
    client.force_login(officer)

    def ask(user=officer, **query):
        client.force_login(user)
        answer = client.get(reverse("members:list"), query)
        assert answer.status_code == 200
        return [row.record.full_name for row in answer.context["listing"].rows]

    return ask


@pytest.fixture
def three(cell, other_cell, officer):
    """An official graduate, an official without a degree in the other cell, a probationary one."""
    an = admit(cell, officer, name="Nguyễn Văn An", sex="female")
    degree = Qualification(member=an, scale="professional", level=40, obtained_on=day("15/07/2016"))
    services.add_qualification(qualification=degree, recorded_on=TODAY, by=officer)
    admit(other_cell, officer, name="Đào Văn Ân", on="03/02/2016")
    admit(cell, officer, name="Lò Thị Ánh", on="03/02/2019", official=False)


def test_members_sort_by_given_name_in_vietnamese_order(names, three):
    assert names() == ["Nguyễn Văn An", "Lò Thị Ánh", "Đào Văn Ân"]
    assert names(sort="-name") == ["Đào Văn Ân", "Lò Thị Ánh", "Nguyễn Văn An"]


@pytest.mark.parametrize("words", ["dao van an", "ĐÀO VĂN", "đào", "Văn Ân"])
def test_search_needs_no_accents(names, three, words):
    assert "Đào Văn Ân" in names(q=words)
    assert "Lò Thị Ánh" not in names(q=words)


def test_list_of_another_day(names, three):
    assert names(on="02/02/2016") == ["Nguyễn Văn An"]
    assert names(on="03/02/2016") == ["Nguyễn Văn An", "Đào Văn Ân"]
    assert names(on="02/02/2015") == []


def test_impossible_day_is_told_and_the_days_data_shown(client, officer, three):
    client.force_login(officer)
    answer = client.get(reverse("members:list"), {"on": "31/02/2019"})
    assert "không có thật" in answer.content.decode()
    assert answer.context["listing"].count == 3


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"standing": "official"}, ["Nguyễn Văn An", "Đào Văn Ân"]),
        ({"standing": "probationary"}, ["Lò Thị Ánh"]),
        ({"graduate": "1"}, ["Nguyễn Văn An"]),
        ({"graduate": "0"}, ["Lò Thị Ánh", "Đào Văn Ân"]),
        ({"graduate": "1", "on": "14/07/2016"}, []),
        ({"level": "40"}, ["Nguyễn Văn An"]),
        ({"level": "none"}, ["Lò Thị Ánh", "Đào Văn Ân"]),
        ({"sex": "female"}, ["Nguyễn Văn An"]),
        ({"seconded": "0"}, ["Nguyễn Văn An", "Lò Thị Ánh", "Đào Văn Ân"]),
        ({"seconded": "1"}, []),
        ({"standing": "nonsense"}, ["Nguyễn Văn An", "Lò Thị Ánh", "Đào Văn Ân"]),
        ({"flow": "admitted", "from": "03/02/2016", "to": "02/02/2019"}, ["Đào Văn Ân"]),
        ({"flow": "admitted", "from": "04/02/2016", "to": "02/02/2019"}, []),
        ({"flow": "admitted"}, ["Nguyễn Văn An", "Lò Thị Ánh", "Đào Văn Ân"]),
    ],
)
def test_conditions(names, three, query, expected):
    assert names(**query) == expected


def test_cells_may_be_asked_for_together(names, three, cell, other_cell):
    assert names(cell=cell.pk) == ["Nguyễn Văn An", "Lò Thị Ánh"]
    assert len(names(cell=[cell.pk, other_cell.pk])) == 3


def test_posts_and_team(names, member, committee, officer):
    for title, query in (
        ("party_work_team", {"team": "1"}),
        ("standing_member", {"post": "standing"}),
    ):
        assert names(**query) == []
        post = Position(member=member, title=title, committee=committee, from_on=day("01/06/2017"))
        services.assign_position(position=post, by=officer)
        assert names(**query) == ["Lò Văn Thử"]
        assert names(**query, on="31/05/2017") == []
    assert names(post="committee") == ["Lò Văn Thử"]


def test_flows_out_are_dated_by_the_day_of_the_event(names, member, cell, other_cell, officer):
    services.transfer_out(
        member=member, recorded_on=TODAY, on=day("01/03/2019"), went_to="Tỉnh", by=officer
    )
    out = {"flow": "transferred_out"}
    assert names(**out, **{"from": "01/03/2019", "to": "01/03/2019"}) == ["Lò Văn Thử"]
    assert names(**out, **{"from": "01/02/2019", "to": "28/02/2019"}) == []
    assert names(**out, cell=cell.pk) == ["Lò Văn Thử"]
    assert names(**out, cell=other_cell.pk) == []
    assert names() == []


def test_internal_moves_flow_for_a_cell_only(names, member, cell, other_cell, officer):
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2019"), by=officer
    )
    assert names(flow="transferred_in") == []
    assert names(flow="transferred_in", cell=other_cell.pk) == ["Lò Văn Thử"]
    assert names(flow="transferred_out", cell=cell.pk) == ["Lò Văn Thử"]


def test_notes_tell_probation_and_secondment(client, officer, three, rows):
    client.force_login(officer)
    page = client.get(reverse("members:list")).content.decode()
    assert "dự bị đến 02/02/2020" in page
    assert "tăng cường, Nà Thử" in page
    assert "•••• 1234" not in page  # the dots are for the eye, the words for a screen reader
    assert "bốn số cuối" in page


def test_probation_lasts_as_the_rule_of_the_ceremonys_day_says(client, officer, three):
    """An 18-month rule that begins later leaves a probation that has begun as it is."""
    client.force_login(officer)
    Regulation.objects.filter(topic="probation").update(valid_to=day("03/02/2019"))
    rule = Regulation(topic="probation", number="thử", valid_from=day("04/02/2019"))
    rule.parameters, rule.source_mark = {"months": 18}, "M"
    rule.save()
    assert "dự bị đến 02/02/2020" in client.get(reverse("members:list")).content.decode()


def test_party_age_of_three_spans_leaves_out_both_times_outside(client, officer, cell):
    member = factories.place(cell, from_on=day("01/01/2018"))
    member.memberships.update(decision_on=day("01/01/2018"), ceremony_on=day("01/01/2018"))
    for first, last in (("01/01/1990", "31/12/1999"), ("01/01/2005", "31/12/2014")):
        factories.MembershipFactory(
            member=member, ceremony_on=day(first), ended_on=day(last), end_reason="resigned"
        )
    client.force_login(officer)
    answer = client.get(reverse("members:list"), {"columns": "party_age"})
    column = answer.context["listing"].shown[-1]
    ages = [column.value(row.record) for row in answer.context["listing"].rows]
    assert ages == [21]
    page = client.get(reverse("members:detail", args=[member.pk])).content.decode()
    assert "21 năm 2 tháng 11 ngày, tính từ ngày quyết định" in page


def test_chosen_columns(client, officer, rows):
    client.force_login(officer)
    keys = ["sex", "ethnicity", "rank", "theory", "party_age", "card_no"]
    answer = client.get(reverse("members:list"), {"columns": keys})
    assert [column.key for column in answer.context["listing"].shown] == ["name", *keys]
    page = answer.content.decode()
    assert "Đại úy" in page
    assert ">4<" in page  # years since the decision of 24/01/2015


def test_leader_sees_own_cell_only(names, three, leader):
    assert names(user=leader) == ["Nguyễn Văn An", "Lò Thị Ánh", "Bí Thư Chi Bộ Thử"]


def test_stranger_sees_nobody_and_administrator_no_page(
    client, names, three, stranger, administrator
):
    assert names(user=stranger) == []
    client.force_login(administrator)
    assert client.get(reverse("members:list")).status_code == 403


def test_voided_placement_is_on_no_list(names, member, officer):
    services.void_registration(member=member, reason="nhầm", by=officer)
    assert names() == []


@pytest.mark.parametrize("query", ["", "?cell={cell}&graduate=0&standing=official&post=committee"])
def test_statements_do_not_grow_with_the_rows(client, officer, cell, query):
    url = reverse("members:list") + query.format(cell=cell.pk)
    client.force_login(officer)
    counts = []
    for number in (5, 100):
        for _one in range(number - cell.placements.count()):
            factories.place(cell)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(url + ("&" if query else "?") + "size=100").status_code == 200
        counts.append(len(asked))
    # session, account, then six: day, roles, frame, cells to choose from, count, rows
    assert counts[0] == counts[1] <= 9, [query["sql"][:90] for query in asked.captured_queries]


def test_sheet_has_the_rows_and_is_logged(client, officer, three):
    client.force_login(officer)
    answer = client.get(reverse("members:list"), {"export": "xlsx"})
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats")


def test_fields_of_the_national_form_are_chosen_as_columns(client, officer, member):
    factories.QualificationFactory(member=member, scale="general", level=None, detail="10/10")
    Member.objects.filter(pk=member.pk).update(
        religion="Không", card_no_old="00123456", home_place="xã Nà Thử", home_province="Lai Châu"
    )
    client.force_login(officer)
    chosen = [column.key for column in IDENTITY_COLUMNS]
    answer = client.get(reverse("members:list"), {"columns": chosen})
    html = answer.content.decode()
    for told in ("Không", "3456", "xã Nà Thử, Lai Châu", "10/10"):
        assert told in html
    assert "00123456" not in html
    assert [column.key for column in answer.context["listing"].shown] == ["name", *chosen]
    assert (
        client.get(reverse("members:list"), {"columns": chosen, "export": "xlsx"}).status_code
        == 200
    )


@pytest.mark.parametrize("key", [column.key for column in IDENTITY_COLUMNS])
def test_each_of_them_sorts_and_counts(client, officer, member, key):
    client.force_login(officer)
    assert client.get(reverse("members:list"), {"sort": key, "total": key}).status_code == 200


@pytest.fixture
def varied(cell):
    """Born 1990 and 1960, of two peoples, with a rank and a theory degree, one exempt for 2019."""
    young = factories.place(
        cell, full_name="Lò Thị Trẻ", born_on=day("29/02/1996"), ethnicity="Thái", religion="không"
    )
    old = factories.place(
        cell,
        full_name="Lê Văn Già",
        born_on=day("14/03/1959"),
        ethnicity="Kinh",
        from_on=day("01/03/1989"),
        home_province="Nghệ An",
        home_place="xã Thử",
    )
    factories.RankFactory(member=old, grade=40, from_on=day("01/01/2015"))
    Qualification.objects.create(
        member=old, scale="theory", level=30, obtained_on=day("01/01/2010")
    )
    factories.ExemptionFactory(member=old, from_on=day("01/01/2019"), to_on=day("31/12/2019"))
    return young, old


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"minority": "1"}, ["Lò Thị Trẻ"]),
        ({"minority": "0"}, ["Lê Văn Già"]),
        ({"theory": "30"}, ["Lê Văn Già"]),
        ({"theory": "none"}, ["Lò Thị Trẻ"]),
        ({"theory": "30", "on": "31/12/2009"}, []),
        ({"rank": "40"}, ["Lê Văn Già"]),
        ({"rank": "40", "on": "31/12/2014"}, []),
        ({"exempt": "exempt"}, ["Lê Văn Già"]),
        ({"exempt": "suspended"}, []),
        ({"exempt": "none"}, ["Lò Thị Trẻ"]),
        ({"exempt": "exempt", "on": "31/12/2018"}, []),
        ({"age_from": "59"}, ["Lê Văn Già"]),
        ({"age_from": "60"}, []),
        ({"age_from": "60", "on": "14/03/2019"}, ["Lê Văn Già"]),
        ({"age_to": "23"}, ["Lò Thị Trẻ"]),
        ({"age_to": "22"}, []),
        ({"age_to": "22", "on": "27/02/2019"}, ["Lò Thị Trẻ"]),
        ({"age_to": "22", "on": "28/02/2019"}, []),
        ({"party_age_from": "30"}, ["Lê Văn Già"]),
        ({"party_age_from": "31"}, []),
        ({"party_age_to": "9"}, ["Lò Thị Trẻ"]),
        ({"party_age_from": "9", "party_age_to": "10", "minority": "0"}, []),
    ],
)
def test_conditions_on_people_hold_on_the_day(names, varied, query, expected):
    assert names(**query) == expected


def test_age_that_is_none_is_told_and_filters_nothing(client, officer, varied):
    client.force_login(officer)
    page = client.get(reverse("members:list"), {"age_from": "già", "sex": ""})
    assert page.context["listing"].count == 2
    assert page.context["filter"].form.errors["age_from"]


def test_exemption_and_age_are_columns(client, officer, varied):
    client.force_login(officer)
    page = client.get(reverse("members:list"), {"columns": ["exempt", "age"]}).content.decode()
    assert "miễn công tác và sinh hoạt" in page
    assert ">59<" in page


@pytest.mark.parametrize("way", [{"export": "xlsx"}, {"print": "1"}])
def test_number_searched_for_is_not_whole_in_the_journal(client, officer, cell, way):
    factories.place(cell, citizen_id="014085998877")
    client.force_login(officer)
    client.get(reverse("members:list"), {"q": "014085998877", "on": "13/03/2019", **way})
    told = AuditEntry.objects.filter(action__startswith="members.member.").get().after
    assert told["rows"] == 1
    assert told["conditions"][0].endswith(": ••••8877")


def test_number_searched_for_is_not_whole_on_paper(client, officer, cell):
    factories.place(cell, citizen_id="014085998877")
    client.force_login(officer)
    asked = {"q": "014085998877"}
    printed = client.get(reverse("members:list"), {**asked, "print": "1"})
    assert printed.context["listing"].count == 1
    assert printed.context["conditions"][0].endswith(": ••••8877")
    content = client.get(reverse("members:list"), {**asked, "export": "xlsx"}).content
    rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].values
    assert "014085998877" not in str(list(rows))


def test_sheet_tells_the_posts_as_the_page_does(client, officer, cell):
    person = admit(cell, officer, name="Lò Văn Hai")
    for title, owner in (
        ("committee_member", {"committee": cell.committee}),
        ("cell_secretary", {"cell": cell}),
    ):
        factories.PositionFactory(member=person, title=title, **owner)
    client.force_login(officer)
    address = reverse("members:list")
    both = "Ủy viên Ban Chấp hành, Bí thư Chi bộ"
    assert f">{both}<" in client.get(address).text
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(address, {"export": "xlsx"}).content))
    assert both in [row[2] for row in sheet.worksheets[0].values]
    (line,) = client.get(address, {"total": "post"}).context["totals"].lines
    assert line.text == "Bí thư Chi bộ"


@pytest.mark.parametrize(("count", "sheet"), [(5, ""), (6, "landscape.css"), (20, "wide.css")])
def test_register_of_many_columns_is_printed_on_a_sheet_that_holds_them(
    client, officer, cell, count, sheet
):
    client.force_login(officer)
    factories.place(cell)
    keys = [column.key for column in client.get(reverse("members:list")).context["listing"].columns]
    page = client.get(reverse("members:list"), {"print": 1, "columns": keys[1 : count + 1]}).text
    assert [name for name in ("landscape.css", "wide.css") if name in page] == [sheet] * bool(sheet)
