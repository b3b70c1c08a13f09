"""A way to look at a list is kept under a name, for oneself or for everyone of a role."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import SavedView
from audit.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/dang-vien/"
SAVE = "/tai-khoan/cach-xem/luu/"


def save(client, user, asked="list=members:list&sex=female&total=cell", **typed):
    client.force_login(user)
    return client.post(f"{SAVE}?{asked}", {"name": "Nữ theo chi bộ"} | typed)


def offered(client, user, address=LIST):
    client.force_login(user)
    return client.get(address).context["frame"].saved_views


def names(client, user):
    return [link.view.name for link in offered(client, user).links]


def test_saved_view_opens_the_list_as_it_was(client, officer, cell):
    factories.place(cell, sex="female", full_name="Lò Thị An")
    factories.place(cell, sex="male")
    answer = save(client, officer, "list=members:list&sex=female&total=cell&page=3&standing=")
    view = SavedView.objects.get()
    assert answer.url == f"/dang-vien/?sex=female&total=cell&view={view.pk}"
    page = client.get(answer.url)
    assert page.context["listing"].count == 1
    assert page.context["totals"].lines[0].count == 1
    assert page.context["frame"].saved_views.opened.view == view
    assert "Cách xem: Nữ theo chi bộ" in page.content.decode()
    assert AuditEntry.objects.filter(action="accounts.savedview.create").exists()


def test_private_view_is_nobody_elses(client, officer, inspector, leader):
    save(client, officer)
    assert names(client, officer) == ["Nữ theo chi bộ"]
    assert names(client, inspector) == names(client, leader) == []


def test_shared_view_is_seen_by_the_role_in_the_committee_only(
    client, officer, inspector, leader, stranger
):
    save(client, officer, shared_with="cell_secretary")
    assert names(client, leader) == ["Nữ theo chi bộ"]
    assert names(client, inspector) == names(client, stranger) == []
    opened = offered(client, leader, SavedView.objects.get().get_absolute_url())
    assert not opened.opened.is_own


def test_shared_view_shows_each_reader_the_own_scope(client, officer, leader, cell, other_cell):
    factories.place(other_cell, sex="female")
    own = factories.place(cell, sex="female")
    save(client, officer, shared_with="cell_secretary")
    client.force_login(leader)
    page = client.get(SavedView.objects.get().get_absolute_url())
    shown = [row.record for row in page.context["listing"].rows]
    assert own in shown
    assert {member.cell_name for member in shown} == {cell.name}


@pytest.mark.parametrize("who", ["inspector", "leader", "administrator"])
def test_who_writes_nothing_for_the_committee_shares_nothing(client, request, who):
    user = request.getfixturevalue(who)
    client.force_login(user)
    assert "shared_with" not in client.get(f"{SAVE}?list=members:list").context["form"].fields
    save(client, user, shared_with="officer")
    assert SavedView.objects.get().shared_with == ""


def test_nobody_shares_with_administrators(client, officer):
    answer = save(client, officer, shared_with="administrator")
    assert "shared_with" in answer.context["form"].errors


@pytest.mark.parametrize(("kept", "query"), [("", ""), ("on", "on=31%2F12%2F2018")])
def test_day_is_kept_only_when_asked_for(client, officer, kept, query):
    save(client, officer, "list=members:list&on=31/12/2018", with_day=kept)
    assert SavedView.objects.get().query == query


def test_view_without_a_day_stays_on_the_day_looked_at(client, officer):
    factories.SavedViewFactory(owner=officer, query="sex=female")
    (link,) = offered(client, officer, f"{LIST}?on=31/12/2018").links
    assert link.url.endswith("&on=31/12/2018")


@pytest.mark.parametrize("number", ["0065", "012085001234", "٠٠٦٥"])
def test_number_searched_for_is_not_kept(client, officer, number):
    save(client, officer, f"list=members:list&q={number}")
    assert SavedView.objects.get().query == ""


def test_second_view_of_one_name_is_refused_beside_the_name(client, officer):
    save(client, officer)
    answer = save(client, officer)
    assert answer.context["form"].errors["name"] == [
        "Đồng chí đã có một cách xem tên này ở danh sách ấy."
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.SavedViewFactory(owner=officer, name="Nữ theo chi bộ")


def test_name_is_asked_for(client, officer):
    assert "Hãy ghi tên." in save(client, officer, name=" ").content.decode()


def test_too_many_conditions_are_refused(client, officer):
    many = "&".join(f"has=sex:{n:030}" for n in range(80))
    answer = save(client, officer, f"list=members:list&{many}")
    assert "Quá nhiều điều kiện" in answer.content.decode()


@pytest.mark.parametrize(
    "page",
    ["", "members:detail", "members:national_form", "home", "nothing", "accounts:sign_in"],
)
def test_only_lists_have_views(client, officer, page):
    assert save(client, officer, f"list={page}").status_code == 404


def test_administrator_keeps_views_of_the_accounts(client, administrator):
    answer = save(client, administrator, "list=accounts:list&active=1")
    assert client.get(answer.url).status_code == 200


# -- changing and giving up ---------------------------------------------------------------------


@pytest.fixture
def view(officer):
    return factories.SavedViewFactory(owner=officer, name="Cũ", query="sex=female")


def change(client, user, view, asked="", **typed):
    client.force_login(user)
    url = reverse("accounts:change_view", args=[view.pk])
    return client.post(f"{url}?{asked}", {"name": "Mới", "version": view.version} | typed)


def test_renaming_leaves_the_conditions(client, officer, view):
    change(client, officer, view)
    view.refresh_from_db()
    assert (view.name, view.query) == ("Mới", "sex=female")


def test_changed_list_takes_the_place_of_the_kept_one(client, officer, view):
    page = offered(client, officer, f"{LIST}?view={view.pk}&sex=male&sort=born")
    assert page.is_changed
    asked = page.change_url.partition("?")[2]
    change(client, officer, view, asked, name="Cũ")
    view.refresh_from_db()
    assert view.query == "sex=male&sort=born"
    assert not offered(client, officer, view.get_absolute_url()).is_changed


def test_view_may_be_shared_and_taken_back(client, officer, view, committee):
    change(client, officer, view, shared_with="inspector")
    view.refresh_from_db()
    assert (view.shared_with, view.committee) == ("inspector", committee)
    change(client, officer, view, shared_with="")
    view.refresh_from_db()
    assert (view.shared_with, view.committee) == ("", None)


@pytest.mark.parametrize("page", ["accounts:change_view", "accounts:drop_view"])
def test_who_shares_in_a_view_does_not_change_it(client, officer, leader, stranger, view, page):
    change(client, officer, view, shared_with="cell_secretary")
    url = reverse(page, args=[view.pk])
    for user, status in ((leader, 403), (stranger, 404), (officer, 200)):
        client.force_login(user)
        assert client.get(url).status_code == status
        if user != officer:
            assert client.post(url, {"name": "x", "version": 2}).status_code == status


def test_slower_window_sees_both_names(client, officer, view):
    change(client, officer, view)
    answer = change(client, officer, view, name="Chậm")
    assert answer.status_code == 409
    assert "Chậm" in answer.content.decode()


def test_dropped_view_is_offered_no_more_and_its_name_is_free(client, officer, view):
    client.force_login(officer)
    url = reverse("accounts:drop_view", args=[view.pk])
    assert "Bỏ cách xem «Cũ»?" in client.get(url).content.decode()
    assert client.post(url, {"version": view.version}).url == LIST
    assert names(client, officer) == []
    assert client.get(url).status_code == 404
    factories.SavedViewFactory(owner=officer, name="Cũ")


def test_drop_needs_the_version_that_was_read(client, officer, view):
    client.force_login(officer)
    answer = client.post(reverse("accounts:drop_view", args=[view.pk]), {"version": 7})
    assert answer.status_code == 409


def test_view_shared_without_a_committee_is_refused_by_form_and_database(officer):
    wrong = factories.SavedViewFactory.build(owner=officer, shared_with="officer")
    with pytest.raises(ValidationError, match="phải thuộc một đảng bộ"):
        wrong.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()


def test_view_of_a_list_that_is_gone_has_no_address(officer):
    assert factories.SavedViewFactory(owner=officer, page="gone:list").get_absolute_url() == ""


def test_what_the_list_no_longer_has_is_told(client, officer, cell):
    factories.place(cell)
    kept = "cap=40&columns=sex&columns=gone&has=old%3Ax&sort=-gone&sex=female&on=13%2F03%2F2019"
    view = factories.SavedViewFactory(owner=officer, query=kept)
    client.force_login(officer)
    page = client.get(view.get_absolute_url())
    assert page.context["lost"] == ["cap", "gone", "old"]
    assert "không lọc hay xếp theo: cap, gone, old." in page.text
    assert client.get(LIST, {"cap": "40"}).context["lost"] == []


def test_whole_list_is_one_press_away_also_without_filters(client, officer):
    client.force_login(officer)
    asked = {"has": ["state:x", "as_on:2019"], "total": "by"}
    page = client.get(reverse("members:imports"), asked)
    assert page.context["cleared_url"] == "?total=by"
