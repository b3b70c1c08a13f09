"""A cell renamed or dissolved: earlier days keep what they had."""

import datetime as dt

import pytest
from django.urls import reverse

from audit import services as audit
from audit.models import AuditEntry
from cells import services
from cells.models import OrganisationName
from reports.figures import Scope
from tests import factories

NEW = {
    "name": "Chi bộ An ninh nội địa",
    "short_name": "An ninh nội địa",
    "code": "",
    "superior_line": "Đảng ủy Công an huyện",
    "from_on": "01/03/2019",
}


@pytest.fixture
def named(cell):
    factories.OrganisationNameFactory(
        committee=None, cell=cell, name="Chi bộ An ninh", short_name="An ninh"
    )
    return cell


@pytest.fixture
def page(client, officer):
    client.force_login(officer)
    return client


def rename(page, cell, **changes):
    return page.post(reverse("cells:rename", args=[cell.pk]), NEW | changes)


def test_old_name_ends_the_day_before(page, named):
    assert rename(page, named).url == named.get_absolute_url()
    old, new = named.names.order_by("from_on")
    assert old.to_on == dt.date(2019, 2, 28)
    assert (new.from_on, new.to_on) == (dt.date(2019, 3, 1), None)
    named.refresh_from_db()
    assert named.name == "An ninh nội địa"
    assert AuditEntry.objects.filter(action="cells.cell.rename").count() == 1


def test_list_of_an_earlier_day_prints_the_old_name(page, named):
    rename(page, named)
    then = page.get(reverse("cells:list"), {"on": "28/02/2019"}).content.decode()
    now = page.get(reverse("cells:list")).content.decode()
    assert "An ninh nội địa" not in then
    assert "An ninh nội địa" in now


def test_name_of_a_day_to_come_is_told(page, named):
    """Entered ahead it would never reach the lists of its day."""
    answer = rename(page, named, from_on="14/03/2019")
    assert "chưa đến" in answer.context["form"].errors["from_on"][0]
    named.refresh_from_db()
    assert (named.name, named.names.count()) == ("An ninh", 1)


@pytest.mark.parametrize(("day", "name"), [("28/02/2019", "An ninh"), ("", "An ninh nội địa")])
@pytest.mark.parametrize(
    "url_name",
    [
        "members:list",
        "members:secondments",
        "meetings:list",
        "awards:list",
        "awards:titles",
        "documents:list",
    ],
)
def test_every_list_calls_the_cell_as_on_its_day(page, named, url_name, day, name):
    member = factories.place(named)
    factories.SecondmentFactory(
        member=member,
        host_cell=factories.HostCellFactory(locality__committee=named.committee),
        plan=factories.DocumentFactory(register=named.committee),
    )
    factories.MeetingFactory(cell=named, meets_on=dt.date(2019, 2, 5), state="held")
    factories.AwardFactory(register=named.committee, member=None, cell=named)
    factories.TitleFactory(committee=None, cell=named)
    factories.DocumentFactory(
        register=named.committee, outside_issuer="", cell=named, stance="issued", number="01-NQ/CB"
    )
    rename(page, named)
    answer = page.get(reverse(url_name), {"on": day})
    cells = [
        column.value(row.record).removeprefix("Chi bộ ")
        for row in answer.context["listing"].rows
        for column in answer.context["listing"].shown
        if column.key in ("cell", "home", "recipient", "holder", "issuer")
    ]
    assert name in cells
    assert not ({"An ninh", "An ninh nội địa"} - {name}) & set(cells)


def test_figures_of_a_day_call_the_cell_as_on_that_day(page, named):
    rename(page, named)
    for day, name in [(dt.date(2019, 2, 28), "An ninh"), (dt.date(2019, 3, 1), "An ninh nội địa")]:
        assert [str(cell) for cell in Scope(named.committee, named_on=day).all_cells] == [name]


def test_second_name_on_one_day_is_told(page, named):
    rename(page, named)
    answer = rename(page, named, name="Khác", short_name="Khác")
    assert "vừa mang một tên khác" in answer.context["form"].errors["from_on"][0]
    assert OrganisationName.objects.filter(cell=named).count() == 2


def test_name_before_a_later_one_is_told(page, named):
    rename(page, named)
    answer = rename(page, named, from_on="01/02/2019")
    assert "đã có một tên khác" in answer.context["form"].errors["from_on"][0]


def dissolve(page, cell, **changes):
    data = {"on": "01/04/2019", "reason": "Sáp nhập", "version": cell.version}
    return page.post(reverse("organisation:dissolve_cell", args=[cell.pk]), data | changes)


def test_dissolved_cell_is_gone_from_its_day_on(page, named):
    dissolve(page, named)
    named.refresh_from_db()
    assert named.exists_on(dt.date(2019, 3, 31))
    assert not named.exists_on(dt.date(2019, 4, 1))
    assert named.names.get().to_on == dt.date(2019, 3, 31)
    assert AuditEntry.objects.get(action="cells.cell.dissolve").reason == "Sáp nhập"


def test_what_hangs_on_the_cell_ends_with_it(page, named, other_cell):
    """Posts, oversight and roles would otherwise go on in a cell that is no more."""
    person = factories.place(other_cell)
    factories.TermFactory(committee=None, cell=named)
    factories.PositionFactory(member=person, cell=named)
    factories.OversightFactory(member=person, cell=named)
    factories.RoleFactory(committee=named.committee, cell=named, role="cell_clerk")
    dissolve(page, named)
    ends = [getattr(named, name).get().to_on for name in services.ENDING_WITH_CELL]
    assert ends == [dt.date(2019, 3, 31)] * 5


def test_what_begins_later_is_told_before_the_cell_ends(page, named, other_cell):
    factories.OversightFactory(
        member=factories.place(other_cell), cell=named, from_on=dt.date(2019, 4, 1)
    )
    answer = dissolve(page, named)
    assert "bắt đầu ngày 01/04/2019" in answer.context["form"].errors["on"][0]
    assert named.names.get().to_on is None


def test_meeting_still_planned_is_told_before_the_cell_ends(page, named):
    meeting = factories.MeetingFactory(cell=named, meets_on=dt.date(2019, 4, 1))
    answer = dissolve(page, named)
    assert "cuộc họp ngày 01/04/2019" in answer.context["form"].errors["on"][0]
    type(meeting).objects.filter(pk=meeting.pk).update(state="cancelled", state_reason="giải thể")
    assert dissolve(page, named).status_code == 302


def test_renamed_after_its_end_is_told(page, named):
    dissolve(page, named, on="01/03/2019")
    answer = rename(page, named, from_on="02/03/2019")
    assert "đã giải thể" in answer.context["form"].errors["from_on"][0]


def correct_name(page, name, **changes):
    name.refresh_from_db()
    typed = {field: getattr(name, field) for field in ("name", "short_name", "superior_line")}
    typed |= {"version": name.version, "correction_reason": "gõ nhầm"} | changes
    return page.post(reverse("cells:name_update", args=[name.pk]), typed)


def test_typing_mistake_in_the_name_reaches_papers_and_lists(page, named):
    rename(page, named)
    old, new = named.names.order_by("from_on")
    facts = page.get(reverse("cells:update", args=[named.pk])).text
    for name in (old, new):
        assert f"Sửa tên gõ nhầm: {name.short_name}" in facts
    assert (
        "correction_reason" in correct_name(page, new, correction_reason="").context["form"].errors
    )
    correct_name(page, old, short_name="An ninh cũ")
    named.refresh_from_db()
    assert named.name == "An ninh nội địa"
    assert correct_name(page, new, short_name="An ninh xã hội").url == named.get_absolute_url()
    named.refresh_from_db()
    assert (named.name, AuditEntry.objects.latest("pk").reason) == ("An ninh xã hội", "gõ nhầm")


def test_name_of_a_committee_or_of_a_voided_cell_is_no_cells_name(page, named, committee):
    assert (
        page.get(reverse("cells:name_update", args=[committee.names.get().pk])).status_code == 404
    )
    audit.void(named, by=None, reason="thử")
    assert page.get(reverse("cells:name_update", args=[named.names.get().pk])).status_code == 404


def correct(page, cell, founded_on):
    cell.refresh_from_db()
    data = {"code": cell.code, "position": cell.position, "founded_on": founded_on}
    data |= {"correction_reason": "gõ nhầm", "version": cell.version}
    return page.post(reverse("cells:update", args=[cell.pk]), data)


def test_first_name_moves_with_the_founding_day(page, named):
    assert correct(page, named, "01/08/2015").status_code == 302
    assert named.names.get().from_on == dt.date(2015, 8, 1)


def test_founding_day_after_the_first_member_or_meeting_is_told(page, named):
    factories.place(named, from_on=dt.date(2016, 2, 3))
    for day, status in [("04/02/2016", 200), ("03/02/2016", 302)]:
        assert correct(page, named, day).status_code == status
    factories.MeetingFactory(cell=named, meets_on=dt.date(2016, 2, 2))
    assert "founded_on" in correct(page, named, "03/02/2016").context["form"].errors


def test_cell_with_members_asks_where_they_go(page, named):
    factories.place(named)
    answer = dissolve(page, named, on="01/03/2019")
    assert "chi bộ nhận" in answer.context["form"].errors["to_cell"][0]
    named.refresh_from_db()
    assert named.dissolved_on is None


def test_actions_refuse_the_inspector(client, inspector, named):
    client.force_login(inspector)
    assert rename(client, named).status_code == 403
    assert dissolve(client, named).status_code == 403


@pytest.mark.parametrize("url_name", ["reports:dashboard", "meetings:month"])
def test_board_of_an_earlier_day_knows_the_old_name_only(page, named, url_name):
    factories.MeetingFactory(cell=named, meets_on=dt.date(2019, 1, 5), state="held")
    factories.place(named)
    rename(page, named)
    content = page.get(reverse(url_name), {"on": "28/02/2019", "month": "02/2019"}).content.decode()
    assert "An ninh" in content
    assert "An ninh nội địa" not in content


def undo(page, name, **changes):
    name.refresh_from_db()
    typed = {"reason": "ghi nhầm", "version": name.version} | changes
    return page.post(reverse("cells:rename_undo", args=[name.pk]), typed)


def test_rename_taken_back_gives_the_name_before(page, named):
    rename(page, named)
    old, new = named.names.order_by("from_on")
    assert (
        reverse("cells:rename_undo", args=[new.pk])
        in page.get(named.get_absolute_url()).content.decode()
    )
    assert undo(page, new).url == named.get_absolute_url()
    named.refresh_from_db()
    old.refresh_from_db()
    assert (named.name, old.to_on, list(named.names.valid())) == ("An ninh", None, [old])
    assert "Dòng này đã hủy rồi." in undo(page, new).text  # by the slower of two officers


def test_first_name_and_one_that_another_followed_stay(page, named):
    first = named.names.get()
    assert "tên đầu tiên" in undo(page, first).content.decode()
    rename(page, named, from_on="01/02/2019")
    second = named.names.order_by("from_on").last()
    rename(page, named, from_on="01/03/2019", short_name="An ninh xã hội")
    assert "hủy lần đổi tên ấy trước" in undo(page, second).content.decode()
    assert named.names.valid().count() == 3


def test_only_the_officer_takes_a_rename_back(client, request, page, named):
    rename(page, named)
    name = named.names.order_by("from_on").last()
    for person, status in [("inspector", 403), ("leader", 403), ("stranger", 404)]:
        client.force_login(request.getfixturevalue(person))
        assert undo(client, name).status_code == status


def test_heading_says_chi_bo_once(page, committee):
    cell = factories.CellFactory(committee=committee, name="Chi bộ Tổng hợp")
    for name in ("cells:update", "cells:rename"):
        text = page.get(reverse(name, args=[cell.pk])).content.decode().casefold()
        assert "chi bộ chi bộ" not in text
