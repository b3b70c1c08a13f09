"""A cell renamed or dissolved: earlier days keep what they had."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import AuditEntry
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
        for column in row.columns
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
    return page.post(reverse("cells:dissolve", args=[cell.pk]), data | changes)


def test_dissolved_cell_is_gone_from_its_day_on(page, named):
    dissolve(page, named)
    named.refresh_from_db()
    assert named.exists_on(dt.date(2019, 3, 31))
    assert not named.exists_on(dt.date(2019, 4, 1))
    assert named.names.get().to_on == dt.date(2019, 3, 31)
    assert AuditEntry.objects.get(action="cells.cell.dissolve").reason == "Sáp nhập"


def test_cell_with_members_is_not_dissolved(page, named):
    factories.place(named)
    answer = dissolve(page, named)
    assert "còn đảng viên" in answer.context["form"].errors["on"][0]
    named.refresh_from_db()
    assert named.dissolved_on is None


def test_actions_refuse_the_inspector(client, inspector, named):
    client.force_login(inspector)
    assert rename(client, named).status_code == 403
    assert dissolve(client, named).status_code == 403
