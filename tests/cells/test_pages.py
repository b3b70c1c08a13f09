"""Pages of cells: who sees and writes them, and what they show on which day."""

import datetime as dt

import pytest
from django.urls import reverse

from cells.models import Cell, OfficeUnit, OrganisationName
from tests import factories

WRITING = ["create", "update", "rename"]


def url(name, cell):
    return reverse(f"cells:{name}", args=[] if name in ("list", "create") else [cell.pk])


def row_of(page, cell):
    return next(row.record for row in page.context["listing"].rows if row.record == cell)


@pytest.mark.parametrize("person", ["officer", "secretary", "inspector", "leader"])
def test_who_reads_the_cell_sees_its_page(client, request, cell, person):
    client.force_login(request.getfixturevalue(person))
    assert client.get(url("detail", cell)).status_code == 200
    assert client.get(url("list", cell)).context["listing"].count == 1


@pytest.mark.parametrize("name", ["detail", *WRITING[1:]])
def test_cell_out_of_scope_is_not_there(client, stranger, cell, name):
    client.force_login(stranger)
    assert client.get(url(name, cell)).status_code == 404


def test_leader_sees_the_own_cell_only(client, leader, cell, other_cell):
    client.force_login(leader)
    assert client.get(url("detail", other_cell)).status_code == 404
    rows = client.get(url("list", cell)).context["listing"].rows
    assert [row.record for row in rows] == [cell]


@pytest.mark.parametrize("person", ["secretary", "inspector", "leader"])
@pytest.mark.parametrize("name", WRITING)
def test_reader_writes_nothing(client, request, cell, person, name):
    client.force_login(request.getfixturevalue(person))
    assert client.get(url(name, cell)).status_code == 403
    assert client.post(url(name, cell), {}).status_code == 403


def test_list_counts_the_members_of_the_day(client, officer, cell):
    factories.place(cell)
    factories.place(cell, from_on=dt.date(2018, 6, 1), official_from=False)
    left = factories.place(cell)
    left.placements.update(to_on=dt.date(2018, 12, 31), end_reason="transfer_out")
    seconded = factories.place(cell)
    factories.SecondmentFactory(member=seconded)
    voided = factories.place(cell)
    voided.placements.update(voided_at=dt.datetime(2019, 1, 1, tzinfo=dt.UTC), void_reason="x")
    client.force_login(officer)
    now = row_of(client.get(url("list", cell)), cell)
    assert (now.member_count, now.official_count, now.seconded_count) == (3, 2, 1)
    then = row_of(client.get(url("list", cell), {"on": "31/12/2018"}), cell)
    assert (then.member_count, then.official_count) == (4, 3)


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_for_any_number_of_cells(
    client, officer, committee, django_assert_num_queries, count
):
    for _n in range(count):
        factories.place(factories.CellFactory(committee=committee))
    client.force_login(officer)
    # session, user · demonstration, roles with the office's name, count, cells, oversights, saved views
    with django_assert_num_queries(8):
        client.get(reverse("cells:list"))


def test_page_shows_who_leads_and_who_looks_after_the_cell(client, officer, cell, other_cell):
    secretary = factories.place(cell, full_name="Phùng Thị Thử")
    factories.PositionFactory(member=secretary, cell=cell)
    helper = factories.place(other_cell, full_name="Vàng Thử Giúp")
    factories.OversightFactory(member=helper, cell=cell)
    factories.OrganisationNameFactory(
        committee=None, cell=cell, name="Chi bộ An ninh nhân dân", short_name="An ninh"
    )
    client.force_login(officer)
    text = client.get(url("detail", cell)).content.decode()
    assert "Chi bộ An ninh nhân dân" in text
    assert "Phùng Thị Thử, từ 01/06/2015" in text
    assert "Vàng Thử Giúp, từ 01/06/2015" in text
    early = client.get(url("detail", cell), {"on": "31/05/2015"}).content.decode()
    assert "Phùng Thị Thử, từ" not in early
    assert "chưa phân công" in early


def test_timeline_stops_at_the_day(client, officer, cell):
    secretary = factories.place(cell)
    factories.PositionFactory(member=secretary, cell=cell)
    factories.TermFactory(committee=None, cell=cell)
    client.force_login(officer)
    now = client.get(url("detail", cell)).context["entries"]
    then = client.get(url("detail", cell), {"on": "01/01/2010"}).context["entries"]
    assert [entry.kind for entry in now] == ["Chi bộ", "Nhiệm kỳ", "Chức vụ"]
    assert [entry.kind for entry in then] == ["Chi bộ"]


# -- directories ------------------------------------------------------------------------------

DIRECTORIES = ["localities", "host_cells", "office_units"]


@pytest.mark.parametrize("name", DIRECTORIES)
def test_directory_opens_to_readers(client, inspector, name):
    client.force_login(inspector)
    assert client.get(reverse(f"cells:{name}")).status_code == 200


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("localities", lambda c: factories.LocalityFactory(committee=c, name="Mường Đế")),
        ("host_cells", lambda c: factories.HostCellFactory(locality__committee=c, name="Mường Đế")),
        ("office_units", lambda c: factories.OfficeUnitFactory(committee=c, name="Mường Đế")),
        ("list", lambda c: factories.CellFactory(committee=c, name="Mường Đế")),
    ],
)
def test_name_is_found_without_accents(client, officer, committee, name, row):
    row(committee)
    client.force_login(officer)
    for words, count in [("muong de", 1), ("không có", 0)]:
        page = client.get(reverse(f"cells:{name}"), {"q": words})
        assert page.context["listing"].count == count


def test_host_cells_of_a_locality_are_behind_its_number(client, officer, committee):
    locality = factories.HostCellFactory(locality__committee=committee).locality
    factories.HostCellFactory(locality__committee=committee)
    client.force_login(officer)
    page = client.get(reverse("cells:localities")).content.decode()
    link = f"{reverse('cells:host_cells')}?locality={locality.pk}"
    assert f'<a href="{link}">1</a>' in page
    assert client.get(link).context["listing"].count == 1


def test_directory_tells_a_leader_nothing_of_other_cells(client, leader, other_cell):
    """The number of the committee's seconded members is no leader's."""
    host = factories.HostCellFactory(locality__committee=other_cell.committee)
    plan = factories.DocumentFactory(register=other_cell.committee)
    member = factories.place(other_cell)
    factories.SecondmentFactory(member=member, host_cell=host, plan=plan)
    client.force_login(leader)
    page = client.get(reverse("cells:host_cells"))
    assert page.context["listing"].count == 1
    assert "secondments" not in page.content.decode()


def test_reader_of_a_directory_finds_no_link_to_a_form(client, inspector, officer, committee):
    row = factories.LocalityFactory(committee=committee)
    form, page = reverse("cells:locality_update", args=[row.pk]), reverse("cells:localities")
    client.force_login(inspector)
    assert form not in client.get(page).content.decode()
    client.force_login(officer)
    assert form in client.get(page).content.decode()
    assert reverse("cells:locality_void", args=[row.pk]) in client.get(form).content.decode()


def test_numbers_of_the_cell_page_lead_to_their_rows(client, officer, cell):
    factories.place(cell)
    factories.place(cell, from_on=dt.date(2018, 6, 1), official_from=False)
    client.force_login(officer)
    page = client.get(url("detail", cell)).content.decode()
    for query, count in [("", 2), ("&amp;standing=official", 1), ("&amp;standing=probationary", 1)]:
        link = f"{reverse('members:list')}?cell={cell.pk}{query}&amp;on=13/03/2019"
        assert f'<a href="{link}">{count}</a>' in page
        assert client.get(link.replace("&amp;", "&")).context["listing"].count == count


def test_cell_before_its_first_day_shows_nothing_to_come(client, officer, cell):
    factories.MeetingFactory(cell=cell, meets_on=dt.date(2019, 3, 20))
    client.force_login(officer)
    early = client.get(url("detail", cell), {"on": "01/01/2009"})
    assert early.context["meetings"] == []
    assert "chưa ghi</dd>" not in early.content.decode()
    assert len(client.get(url("detail", cell)).context["meetings"]) == 1


@pytest.mark.parametrize("name", ["locality", "host_cell", "office_unit"])
def test_directory_is_written_by_the_officer_only(client, inspector, committee, name):
    client.force_login(inspector)
    assert client.get(reverse(f"cells:{name}_create")).status_code == 403


def test_locality_and_host_cell_are_entered(client, officer, committee):
    client.force_login(officer)
    client.post(reverse("cells:locality_create"), {"kind": "commune", "name": "Mường Pha"})
    locality = committee.localities.get()
    client.post(reverse("cells:host_cell_create"), {"locality": locality.pk, "name": "Nà  Lại"})
    assert locality.host_cells.get().name == "Nà Lại"


def test_name_in_other_capitals_is_the_same_name(client, officer, committee, cell):
    locality = factories.LocalityFactory(committee=committee, name="Mường Pha")
    factories.HostCellFactory(locality=locality, name="Bản Đế")
    client.force_login(officer)
    founding = {"code": "X", "founded_on": "01/01/2019", "position": "9", "full_name": "X"}
    for name, typed in [
        ("locality_create", {"kind": "commune", "name": "mường pha"}),
        ("host_cell_create", {"locality": locality.pk, "name": "BẢN ĐẾ"}),
        ("create", founding | {"name": "AN NINH", "superior_line": "Y"}),
    ]:
        errors = client.post(reverse(f"cells:{name}"), typed).context["form"].errors
        assert errors["name"] == ["Tên này đã có."]
    answer = client.post(reverse("cells:locality_create"), {"kind": "town", "name": "mường pha"})
    assert answer.status_code == 302


def test_second_officer_at_an_entry_sees_both_versions(client, officer, committee):
    row = factories.LocalityFactory(committee=committee, name="Mường Pha")
    client.force_login(officer)
    page, read = reverse("cells:locality_update", args=[row.pk]), row.version
    names = ("Mường Pha Đin", "Mường Pha Khoa")
    typed = {"kind": "commune", "version": read, "correction_reason": "gõ nhầm"}
    statuses = [client.post(page, {**typed, "name": name}).status_code for name in names]
    assert statuses == [302, 409]


def test_host_cell_lies_in_an_own_locality_only(client, officer, other_committee):
    foreign = factories.LocalityFactory(committee=other_committee)
    client.force_login(officer)
    answer = client.post(
        reverse("cells:host_cell_create"), {"locality": foreign.pk, "name": "Nà Lại"}
    )
    assert "locality" in answer.context["form"].errors


def test_office_unit_is_entered(client, officer, committee, cell):
    client.force_login(officer)
    client.post(
        reverse("cells:office_unit_create"),
        {"name": "Đội An ninh", "cell": cell.pk, "from_on": "01/01/2015", "to_on": ""},
    )
    unit = OfficeUnit.objects.get()
    assert (unit.committee, unit.cell) == (committee, cell)


@pytest.mark.parametrize("name", ["locality", "host_cell", "office_unit"])
def test_row_of_another_committee_is_out_of_sight(client, officer, other_committee, name):
    row = {
        "locality": lambda: factories.LocalityFactory(committee=other_committee),
        "host_cell": lambda: factories.HostCellFactory(locality__committee=other_committee),
        "office_unit": lambda: factories.OfficeUnitFactory(committee=other_committee),
    }[name]()
    client.force_login(officer)
    for act in ("update", "void"):
        assert client.get(reverse(f"cells:{name}_{act}", args=[row.pk])).status_code == 404


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("locality", lambda c: factories.HostCellFactory(locality__committee=c).locality),
        ("host_cell", lambda c: _with_secondment(c)),
        ("office_unit", lambda c: _with_award(c)),
    ],
)
def test_entry_in_use_is_not_voided(client, officer, committee, name, make):
    """Its rows would go on in figures that the list no longer shows."""
    row = make(committee)
    client.force_login(officer)
    page = reverse(f"cells:{name}_void", args=[row.pk])
    answer = client.post(page, {"reason": "nhầm", "version": row.version})
    assert "ghi tên này" in answer.context["form"].non_field_errors()[0]
    row.refresh_from_db()
    assert not row.is_voided


def _with_secondment(committee):
    host = factories.HostCellFactory(locality__committee=committee)
    factories.SecondmentFactory(
        member=factories.place(factories.CellFactory(committee=committee)),
        host_cell=host,
        plan=factories.DocumentFactory(register=committee),
    )
    return host


def _with_award(committee):
    unit = factories.OfficeUnitFactory(committee=committee)
    factories.AwardFactory(register=committee, member=None, office_unit=unit)
    return unit


def test_cell_and_its_first_name_are_entered_together(client, officer, committee):
    client.force_login(officer)
    client.post(
        reverse("cells:create"),
        {
            "name": "Phong trào",
            "code": "PT",
            "founded_on": "01/08/2015",
            "position": "8",
            "full_name": "Chi bộ Phong trào",
            "superior_line": "Đảng ủy Công an huyện",
        },
    )
    cell = Cell.objects.get(code="PT")
    name = OrganisationName.objects.get(cell=cell)
    assert (cell.committee, cell.founded_on) == (committee, dt.date(2015, 8, 1))
    assert (name.name, name.from_on) == ("Chi bộ Phong trào", cell.founded_on)


def test_cell_older_than_its_committee_is_told(client, officer, committee):
    client.force_login(officer)
    answer = client.post(
        reverse("cells:create"),
        {
            "name": "X",
            "code": "X",
            "founded_on": "01/01/2009",
            "position": "1",
            "full_name": "X",
            "superior_line": "Y",
        },
    )
    assert "founded_on" in answer.context["form"].errors
    assert not Cell.objects.exists()


def test_attendance_of_each_month_is_told_with_its_meetings(client, officer, cell):
    meeting = factories.MeetingFactory(cell=cell, meets_on=dt.date(2019, 2, 5), state="held")
    for state in ("present", "present", "absent", "exempt"):
        factories.AttendanceFactory(meeting=meeting, member=factories.place(cell), state=state)
    client.force_login(officer)
    months = client.get(url("detail", cell)).context["months"]
    february, came = months[1], months[1].attendance
    assert (february.month, came.present, came.belong) == (dt.date(2019, 2, 1), 2, 3)
    assert (str(came.percent), february.held[0][0]) == ("66.7", "05/02")
    assert (len(months), months[0].held) == (12, [])


def test_page_tells_titles_and_awards_of_the_cell_and_its_units(client, officer, leader, cell):
    """The cell had its titles in the register and «chưa ghi khen thưởng nào» on its page."""
    unit = factories.OfficeUnitFactory(committee=cell.committee, cell=cell, name="Đội An ninh")
    own = {"register": cell.committee, "member": None, "decided_on": dt.date(2018, 12, 20)}
    factories.AwardFactory(office_unit=unit, **own)
    factories.AwardFactory(cell=cell, **own)
    title = factories.TitleFactory(
        committee=None, cell=cell, year=2018, decided_on=dt.date(2019, 1, 15)
    )
    factories.TitleFactory(committee=cell.committee, year=2018)
    other = factories.OfficeUnitFactory(committee=cell.committee)
    factories.AwardFactory(office_unit=other, **own)
    for user in (officer, leader):
        client.force_login(user)
        page = client.get(url("detail", cell))
        assert page.context["honours"][0].text == str(title)
        assert len(page.context["honours"]) == 3
        for honour in page.context["honours"]:
            assert client.get(honour.url).status_code == 200
        assert "Đội An ninh" in page.content.decode()
    before = client.get(url("detail", cell), {"on": "31/12/2018"})
    assert len(before.context["honours"]) == 2
    assert f"{reverse('awards:list')}?cell={cell.pk}&amp;on=31/12/2018" in before.content.decode()


def test_post_to_come_is_shown_as_such_and_not_counted(client, officer, cell):
    member = factories.place(cell, full_name="Phùng Thị Sau")
    factories.PositionFactory(member=member, cell=cell, from_on=dt.date(2019, 5, 1))
    client.force_login(officer)
    answer = client.get(url("detail", cell))
    assert "Phùng Thị Sau, từ 01/05/2019, chưa đến" in answer.content.decode()
    assert answer.context["posts"] == []


def test_list_names_everybody_who_looks_after_a_cell(client, officer, cell, other_cell):
    for name in ("Vàng Thử Giúp", "Mùa Thử Giúp"):
        helper = factories.place(other_cell, full_name=name)
        factories.OversightFactory(member=helper, cell=cell)
    ended = factories.OversightFactory(
        member=factories.place(other_cell, full_name="Lò Thôi Giúp"), cell=cell
    )
    type(ended).objects.filter(pk=ended.pk).update(to_on=dt.date(2018, 12, 31))
    client.force_login(officer)
    listing = client.get(url("list", cell)).context["listing"]
    column = next(one for one in listing.shown if one.key == "overseer")
    row = next(row.record for row in listing.rows if row.record == cell)
    assert column.value(row) == "Vàng Thử Giúp, Mùa Thử Giúp"


def test_closed_cell_keeps_its_meetings_and_the_name_of_its_papers(client, officer, cell):
    factories.MeetingFactory(cell=cell, meets_on=dt.date(2019, 1, 8), state="held")
    name = factories.OrganisationNameFactory(
        committee=None, cell=cell, name="Chi bộ An ninh nhân dân", short_name="An ninh"
    )
    eve = dt.date(2019, 2, 28)
    OrganisationName.objects.filter(pk=name.pk).update(to_on=eve)
    Cell.objects.filter(pk=cell.pk).update(dissolved_on=dt.date(2019, 3, 1))
    client.force_login(officer)
    page = client.get(url("detail", cell))
    assert [meeting.meets_on for meeting in page.context["meetings"]] == [dt.date(2019, 1, 8)]
    assert page.context["paper_name"] == "Chi bộ An ninh nhân dân"


def test_cell_shows_both_its_codes(client, officer, cell):
    factories.OrganisationNameFactory(
        committee=None, cell=cell, name="Chi bộ An ninh", short_name="An ninh", code="38.001"
    )
    client.force_login(officer)
    text = client.get(url("detail", cell)).content.decode()
    assert f"<dd>{cell.code}</dd>" in text
    assert "<dt>Mã tổ chức Đảng</dt><dd>38.001</dd>" in text


def test_both_cells_show_who_is_here_by_letter(client, officer, cell, other_cell):
    member = factories.place(cell, full_name="Lò Văn Tạm")
    stay = {"kind": "temporary", "start_reason": "temporary", "to_on": dt.date(2019, 6, 30)}
    factories.PlacementFactory(member=member, cell=other_cell, from_on=dt.date(2019, 1, 1), **stay)
    client.force_login(officer)
    home = client.get(url("detail", cell))
    assert [row["name"] for row in home.context["away"]] == ["Lò Văn Tạm"]
    assert "Chi bộ Điều tra, đến hết 30/06/2019" in home.content.decode()
    host = client.get(url("detail", other_cell))
    assert [row.member for row in host.context["guests"]] == [member]
    assert f"Lò Văn Tạm, Chi bộ {cell.name}, đến hết 30/06/2019" in host.content.decode()
    assert not host.context["away"]
    later = client.get(url("detail", other_cell), {"on": "01/07/2019"})
    assert not later.context["guests"]
