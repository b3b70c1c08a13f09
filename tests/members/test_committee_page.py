"""The committee's page, and a new term with its posts in one act."""

import datetime as dt

import pytest
from django.urls import reverse

from members import services
from members.models import Position
from tests import factories
from tests.members.people import admit, day

pytestmark = pytest.mark.django_db
TERM = {"name": "Nhiệm kỳ 2019–2024", "from_on": "01/03/2019"}


@pytest.fixture
def page(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def serving(committee, cell, other_cell, officer):
    """Secretary, a member of the committee who looks after `other_cell`, and one of the team."""
    people = [admit(cell, officer, name=name) for name in ("Lò Văn A", "Lò Văn B", "Lò Văn C")]
    for member, title in zip(
        people, ("secretary", "committee_member", "party_work_team"), strict=True
    ):
        factories.PositionFactory(
            member=member, committee=committee, title=title, from_on=day("01/06/2016")
        )
    factories.OversightFactory(member=people[1], cell=other_cell, from_on=day("01/01/2017"))
    return people


def change(page, lines, cell=None, **typed):
    name, args = ("change_cell_term", [cell.pk]) if cell else ("change_term", [])
    data = TERM | typed
    for number, (member, title) in enumerate(lines):
        data |= {f"member_{number}": member.pk if member else "", f"title_{number}": title}
    return page.post(reverse(f"organisation:{name}", args=args), data)


def test_page_tells_who_serves_and_which_cell_has_nobody(page, serving, cell, other_cell):
    shown = page.get(reverse("organisation:committee")).context["shown"]
    assert shown.serving == 2
    assert [len(body.seats) for body in shown.bodies] == [1, 1, 0, 1]
    assert {cell.name: len(rows) for cell, rows in shown.by_cell} == {"An ninh": 0, "Điều tra": 1}
    assert shown.without_cell == [serving[0]]
    assert shown.bodies[1].seats[0].looks_after == [other_cell]


def test_leader_reads_names_without_links(client, serving, leader):
    client.force_login(leader)
    answer = client.get(reverse("organisation:committee"))
    html = answer.content.decode()
    assert "Lò Văn A" in html
    assert reverse("members:detail", args=[serving[0].pk]) not in html
    assert reverse("organisation:change_term") not in html


def test_page_of_an_earlier_day(page, serving):
    shown = page.get(reverse("organisation:committee"), {"on": "31/05/2016"}).context["shown"]
    assert (shown.serving, shown.oversights) == (0, [])


def test_post_to_come_is_told_and_not_counted(page, serving, committee, cell, officer):
    later = admit(cell, officer, name="Lò Văn Sau")
    factories.PositionFactory(
        member=later, committee=committee, title="standing_member", from_on=day("01/05/2019")
    )
    answer = page.get(reverse("organisation:committee"))
    assert [post.member for post in answer.context["to_come"]] == [later]
    assert answer.context["shown"].serving == 2


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_the_same_for_any_number_of_posts(
    page, committee, cell, officer, django_assert_num_queries, count
):
    for number in range(count):
        member = admit(cell, officer, name=f"Lò Văn {'ABC'[number]}")
        factories.PositionFactory(member=member, committee=committee, title="committee_member")
    # session, user · demonstration, roles · committee · posts, oversights · terms · cells, placements
    with django_assert_num_queries(10):
        page.get(reverse("organisation:committee"))


def test_new_term_ends_the_posts_before_and_gives_its_own(page, serving, committee, other_cell):
    first, second, team = serving
    lines = [(second, "secretary"), (team, "committee_member")]
    assert change(page, lines).url == reverse("organisation:committee")
    new = committee.terms.get(name="Nhiệm kỳ 2019–2024")
    held = Position.objects.active_on(day("13/03/2019")).filter(committee=committee)
    assert {(post.member, post.title) for post in held} == {
        (second, "secretary"),
        (team, "committee_member"),
        (team, "party_work_team"),
    }
    assert {post.term for post in held if post.title != "party_work_team"} == {new}
    assert first.positions.get().to_on == dt.date(2019, 2, 28)
    assert other_cell.oversights.get().to_on is None
    past = page.get(reverse("organisation:committee")).context["shown"].past_terms
    assert {post.member for post in past[0].posts} == {first, second}


def test_decision_stands_beside_each_post(page, serving, committee):
    paper = factories.DocumentFactory(register=committee, kind="QĐ", number="12-QĐ/HU")
    change(page, [(serving[0], "secretary")], decision=paper.pk)
    held = Position.objects.active_on(day("13/03/2019")).filter(title="secretary")
    assert held.get().decision == paper


def test_who_left_the_committee_looks_after_no_cell(page, serving, other_cell):
    change(page, [(serving[0], "secretary")])
    assert other_cell.oversights.get().to_on == dt.date(2019, 2, 28)


def test_term_taken_back_gives_the_posts_before(page, serving, committee, other_cell):
    change(page, [(serving[0], "secretary")])
    term = committee.terms.get(name="Nhiệm kỳ 2019–2024")
    url = reverse("organisation:undo_term", args=[term.pk])
    assert url in page.get(reverse("organisation:change_term")).content.decode()
    assert page.post(url, {"reason": "nhầm", "version": term.version}).status_code == 302
    shown = page.get(reverse("organisation:committee")).context["shown"]
    assert (shown.serving, len(shown.oversights), len(shown.terms)) == (2, 1, 1)


def test_term_taken_back_opens_only_what_it_ended(page, serving, committee, officer):
    first, second, _team = serving
    until = first.positions.get()
    Position.objects.filter(pk=until.pk).update(to_on=day("31/12/2019"))
    own = second.positions.get()
    services.end_position(position=own, on=day("01/03/2019"), by=officer)
    change(page, [])
    until.refresh_from_db()
    assert until.to_on == dt.date(2019, 2, 28)
    term = committee.terms.get(name="Nhiệm kỳ 2019–2024")
    services.undo_term_change(term=term, reason="nhầm", by=officer)
    for post in (until, own):
        post.refresh_from_db()
    assert (until.to_on, own.to_on) == (day("31/12/2019"), dt.date(2019, 2, 28))


def test_voided_post_of_a_new_term_opens_none_of_the_term_before(page, serving, committee):
    first, second, _team = serving
    change(page, [(second, "secretary"), (first, "committee_member")])
    wrong = second.positions.get(title="secretary")
    url = reverse("members:void", args=["chuc-vu", wrong.pk])
    assert page.post(url, {"reason": "nhầm", "version": wrong.version}).status_code == 302
    assert not Position.objects.active_on(day("13/03/2019")).filter(title="secretary").exists()


def test_term_with_a_post_that_changed_since_stays(page, serving, committee):
    change(page, [(serving[0], "secretary")])
    term = committee.terms.get(name="Nhiệm kỳ 2019–2024")
    term.positions.update(to_on=day("05/03/2019"))
    answer = page.post(
        reverse("organisation:undo_term", args=[term.pk]), {"reason": "x", "version": term.version}
    )
    assert "đã thay đổi trong nhiệm kỳ này" in answer.content.decode()
    assert committee.terms.valid().count() == 2


def test_new_term_of_a_cell(page, officer, cell):
    old, new = admit(cell, officer, name="Lò Văn A"), admit(cell, officer, name="Lò Văn B")
    factories.PositionFactory(member=old, cell=cell)
    change(page, [(new, "cell_secretary"), (old, "cell_deputy")], cell)
    held = cell.positions.active_on(day("01/03/2019"))
    assert {(post.member, post.title) for post in held} == {
        (new, "cell_secretary"),
        (old, "cell_deputy"),
    }


def test_bad_line_is_told(page, serving):
    first = serving[0]
    answer = change(page, [(first, ""), (None, "secretary")])
    assert {"title_0", "member_1"} <= set(answer.context["form"].errors)
    twice = change(page, [(first, "secretary"), (first, "committee_member")])
    assert "hai chức vụ" in twice.context["form"].non_field_errors()[0]


def test_probationary_member_is_named_and_nothing_changes(page, serving, cell, committee, officer):
    young = admit(cell, officer, name="Lò Văn Trẻ", on="03/02/2019", official=False)
    answer = change(page, [(young, "committee_member")])
    assert "Lò Văn Trẻ: Đảng viên dự bị" in answer.context["form"].non_field_errors()[0]
    assert committee.terms.count() == 1


def test_only_the_officer_changes_a_term(client, request, cell):
    for person in ("inspector", "leader", "secretary"):
        client.force_login(request.getfixturevalue(person))
        assert change(client, []).status_code == 403
        assert change(client, [], cell).status_code == 403
    client.force_login(request.getfixturevalue("stranger"))
    assert change(client, [], cell).status_code == 404
