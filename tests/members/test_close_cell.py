"""A cell that ends with its members moved in one act: dissolved, merged, and taken back."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit import services as audit
from audit.models import AuditEntry
from cells.models import Cell
from members import services
from members.models import Member
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db
EVE = dt.date(2019, 2, 28)


@pytest.fixture
def page(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def third_cell(committee):
    return factories.CellFactory(committee=committee, code="TH", name="Tổng hợp")


def dissolve(page, cell, **typed):
    data = {"on": "01/03/2019", "reason": "Quyết định 12", "version": cell.version}
    return page.post(reverse("organisation:dissolve_cell", args=[cell.pk]), data | typed)


def merge(page, cell, **typed):
    data = {"on": "01/03/2019", "reason": "Quyết định 12", "version": cell.version}
    return page.post(reverse("organisation:merge_cells", args=[cell.pk]), data | typed)


def undo(page, cell, **typed):
    cell.refresh_from_db()
    data = {"reason": "ghi nhầm", "version": cell.version}
    return page.post(reverse("organisation:undo_closing", args=[cell.pk]), data | typed)


def cell_of(member, on=TODAY):
    return services.official_placement_on(member, on).cell


def test_everybody_moves_and_one_elsewhere(page, officer, cell, other_cell, third_cell):
    first, second = admit(cell, officer), admit(cell, officer, name="Mùa Thị Khác")
    post = factories.PositionFactory(member=first, cell=cell)
    typed = {"to_cell": other_cell.pk, f"member_{second.pk}": third_cell.pk}
    assert dissolve(page, cell, **typed).status_code == 302
    assert (cell_of(first), cell_of(second)) == (other_cell, third_cell)
    assert cell_of(first, EVE) == cell
    post.refresh_from_db()
    cell.refresh_from_db()
    assert (post.to_on, cell.dissolved_on, cell.merged_into) == (EVE, day("01/03/2019"), None)


def test_secondments_stay_and_candidates_follow(page, officer, cell, other_cell):
    member = admit(cell, officer)
    away = factories.SecondmentFactory(member=member)
    candidate = factories.CandidateFactory(cell=cell)
    dissolve(page, cell, to_cell=other_cell.pk)
    away.refresh_from_db()
    candidate.refresh_from_db()
    assert (away.to_on, candidate.cell) == (None, other_cell)


def test_merger_founds_a_cell_and_is_remembered(page, officer, cell, other_cell):
    people = [admit(cell, officer), admit(other_cell, officer, name="Mùa Thị Khác")]
    new = {"name": "An ninh điều tra", "code": "ADT", "superior_line": "Đảng ủy Công an huyện"}
    new |= {"full_name": "Chi bộ An ninh điều tra", "also": [other_cell.pk]}
    merge(page, cell, **new)
    founded = Cell.objects.get(code="ADT")
    assert founded.founded_on == day("01/03/2019")
    assert {cell_of(member) for member in people} == {founded}
    assert set(founded.merged_cells.all()) == {cell, other_cell}
    text = page.get(cell.get_absolute_url()).content.decode()
    assert founded.get_absolute_url() in text
    assert "đã sáp nhập vào Chi bộ An ninh điều tra" in text
    assert AuditEntry.objects.filter(action="cells.cell.merge").count() == 2


def test_decision_stands_beside_each_move(page, officer, cell, other_cell, committee):
    member = admit(cell, officer)
    paper = factories.DocumentFactory(register=committee, kind="QĐ", number="12-QĐ/HU")
    dissolve(page, cell, to_cell=other_cell.pk, decision=paper.pk)
    assert services.official_placement_on(member, TODAY).decision == paper


def test_nobody_is_lost_or_counted_twice(page, officer, committee, cell, other_cell, third_cell):
    names = [f"Lò Văn {letter}" for letter in "ABCD"]
    people = [admit(cell, officer, name=name) for name in names]
    people.append(admit(other_cell, officer, name="Mùa Thị Khác"))
    merge(page, cell, into=third_cell.pk, also=[other_cell.pk])
    for on in (EVE, day("01/03/2019"), TODAY):
        placed = Member.objects.placed_on(on, committee=committee)
        assert sorted(placed.values_list("pk", flat=True)) == sorted(one.pk for one in people)
        in_cells = [Member.objects.placed_on(on, cells=[one]).count() for one in Cell.objects.all()]
        assert sum(in_cells) == len(people)


def test_merger_into_a_cell_that_stands(page, officer, cell, other_cell):
    member = admit(cell, officer)
    assert merge(page, cell, into=other_cell.pk).url == other_cell.get_absolute_url()
    cell.refresh_from_db()
    assert (cell_of(member), cell.merged_into) == (other_cell, other_cell)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "name"),
        ({"on": "31/02/2019"}, "on"),
        ({"reason": ""}, "reason"),
        ({"on": "01/04/2019"}, "on"),
    ],
)
def test_bad_input_is_told_beside_its_field(page, officer, cell, other_cell, typed, field):
    admit(cell, officer)
    target = {} if field == "name" else {"into": other_cell.pk}
    assert field in merge(page, cell, **target | typed).context["form"].errors
    cell.refresh_from_db()
    assert cell.dissolved_on is None


def test_cell_does_not_go_up_into_one_that_ends_with_it(page, cell, other_cell):
    answer = merge(page, cell, into=other_cell.pk, also=[other_cell.pk])
    assert "into" in answer.context["form"].errors


def test_refusal_of_one_member_names_the_person_and_moves_nobody(page, officer, cell, other_cell):
    first = admit(cell, officer)
    late = admit(cell, officer, name="Mùa Thị Khác", on="01/03/2019", official=False)
    answer = dissolve(page, cell, to_cell=other_cell.pk)
    assert str(late) in answer.context["form"].errors["on"][0]
    assert cell_of(first) == cell


def test_planned_meetings_are_named_and_held_ones_stay(page, officer, cell, other_cell):
    admit(cell, officer)
    held = factories.MeetingFactory(cell=cell, meets_on=dt.date(2019, 2, 5), state="held")
    factories.MeetingFactory(cell=cell, meets_on=dt.date(2019, 4, 5))
    factories.MeetingFactory(cell=cell, meets_on=dt.date(2019, 5, 6))
    answer = dissolve(page, cell, to_cell=other_cell.pk)
    assert "05/04/2019, 06/05/2019" in answer.context["form"].errors["on"][0]
    cell.meetings.filter(state="planned").update(state="cancelled", state_reason="giải thể")
    dissolve(page, cell, to_cell=other_cell.pk)
    before = held.version
    held.refresh_from_db()
    assert (held.cell, held.state, held.version) == (cell, "held", before)


def test_day_before_a_meeting_that_was_held_is_told_as_such(page, officer, cell, other_cell):
    """A meeting that took place is not to be called off: only a later day helps."""
    admit(cell, officer)
    for month in (1, 2):
        factories.MeetingFactory(cell=cell, meets_on=dt.date(2019, month, 5), state="held")
    factories.MeetingFactory(cell=cell, meets_on=dt.date(2019, 4, 5))
    held, planned = (
        dissolve(page, cell, to_cell=other_cell.pk, on="01/01/2019").context["form"].errors["on"]
    )
    assert "đã họp ngày 05/02/2019; chọn ngày sau cuộc họp ấy" in held
    assert "05/04/2019; ghi «không họp»" in planned


def test_merger_names_the_meetings_of_every_cell(page, officer, cell, other_cell, third_cell):
    admit(cell, officer)
    for one, month in ((cell, 4), (other_cell, 5), (other_cell, 6)):
        factories.MeetingFactory(cell=one, meets_on=dt.date(2019, month, 5))
    answer = merge(page, cell, into=third_cell.pk, also=[other_cell.pk])
    first, second = answer.context["form"].errors["on"]
    assert cell.name in first
    assert "05/04/2019" in first
    assert other_cell.name in second
    assert "05/05/2019, 05/06/2019" in second


def test_merger_taken_back_leaves_everything_as_it_was(page, officer, cell, other_cell):
    member = admit(cell, officer)
    admit(other_cell, officer, name="Mùa Thị Khác")
    post = factories.PositionFactory(member=member, cell=cell)
    role = factories.RoleFactory(committee=cell.committee, cell=cell, role="cell_clerk")
    candidate = factories.CandidateFactory(cell=cell)
    new = {"name": "Mới", "code": "M", "full_name": "Chi bộ Mới", "superior_line": "X"}
    merge(page, cell, also=[other_cell.pk], **new)
    founded = Cell.objects.get(code="M")
    assert undo(page, cell).status_code == 302
    for row in (cell, other_cell, post, role, candidate, founded):
        row.refresh_from_db()
    assert (cell.dissolved_on, other_cell.dissolved_on, cell.merged_into) == (None, None, None)
    assert (cell_of(member), candidate.cell) == (cell, cell)
    assert (post.to_on, role.to_on, founded.is_voided) == (None, None, True)


def test_closing_taken_back_gives_each_row_the_last_day_it_had(page, officer, cell, other_cell):
    """A planned last day holds again; what ended on that very eve by an act of its own stays ended."""
    member, former = admit(cell, officer), admit(cell, officer, name="Mùa Thị Khác")
    planned = dt.date(2019, 12, 31)
    post = factories.PositionFactory(member=member, cell=cell, to_on=planned)
    term = factories.TermFactory(cell=cell, from_on=dt.date(2017, 1, 1), to_on=planned)
    role = factories.RoleFactory(
        committee=cell.committee, cell=cell, role="cell_clerk", to_on=planned
    )
    overseer = factories.OversightFactory(member=member, cell=cell)
    own = factories.PositionFactory(member=former, cell=cell, title="cell_deputy")
    services.end_position(position=own, on=day("01/03/2019"), by=officer)
    services.end_oversight(oversight=overseer, on=day("01/03/2019"), by=officer)
    dissolve(page, cell, to_cell=other_cell.pk)
    assert undo(page, cell).status_code == 302
    for row in (post, term, role, own, overseer):
        row.refresh_from_db()
    assert [post.to_on, term.to_on, role.to_on] == [planned] * 3
    assert [own.to_on, overseer.to_on] == [EVE] * 2


def test_closing_taken_back_opens_what_had_been_ended_and_opened_before(
    page, officer, cell, other_cell
):
    """Ended on the same eve once before, by an act that was put right: the closing ended it."""
    member = admit(cell, officer)
    overseer = factories.OversightFactory(member=member, cell=cell)
    services.end_oversight(oversight=overseer, on=day("01/03/2019"), by=officer)
    audit.end_span(overseer, on=None, by=officer)
    for _twice in range(2):
        cell.refresh_from_db()
        dissolve(page, cell, to_cell=other_cell.pk)
        assert undo(page, cell).status_code == 302
        overseer.refresh_from_db()
        assert overseer.to_on is None


def test_candidate_moved_since_stays_where_it_is(page, officer, cell, other_cell, third_cell):
    """Handed over by a closing that was taken back, then moved: a second undo does not fetch it."""
    admit(cell, officer)
    candidate = factories.CandidateFactory(cell=cell)
    dissolve(page, cell, to_cell=other_cell.pk)
    undo(page, cell)
    candidate.refresh_from_db()
    services.move_candidate(
        candidate=candidate, cell=third_cell, reason="x", recorded_on=TODAY, by=officer
    )
    cell.refresh_from_db()
    dissolve(page, cell, to_cell=other_cell.pk)
    undo(page, cell)
    candidate.refresh_from_db()
    assert candidate.cell == third_cell


def test_page_of_a_cell_that_never_was_says_so(page, officer, cell):
    """Founded by a merger that was taken back: its page opened once as an error."""
    admit(cell, officer)
    new = {"name": "Mới", "code": "M", "full_name": "Chi bộ Mới", "superior_line": "X"}
    merge(page, cell, **new)
    founded = Cell.objects.get(code="M")
    undo(page, cell)
    answer = page.get(founded.get_absolute_url())
    assert answer.status_code == 200
    assert "Dòng này đã hủy" in answer.content.decode()
    assert reverse("organisation:merge_cells", args=[founded.pk]) not in answer.content.decode()


def test_merger_something_rests_on_is_not_taken_back(page, officer, cell, other_cell):
    member = admit(cell, officer)
    new = {"name": "Mới", "code": "M", "full_name": "Chi bộ Mới", "superior_line": "X"}
    merge(page, cell, **new)
    founded = Cell.objects.get(code="M")
    meeting = factories.MeetingFactory(cell=founded, meets_on=dt.date(2019, 3, 5))
    assert "cuộc họp" in undo(page, cell).content.decode()
    type(meeting).objects.filter(pk=meeting.pk).update(
        voided_at=dt.datetime(2019, 3, 6, tzinfo=dt.UTC), void_reason="x"
    )
    services.transfer_member(
        member=member, to_cell=other_cell, on=day("10/03/2019"), recorded_on=TODAY, by=officer
    )
    assert str(member) in undo(page, cell).content.decode()
    cell.refresh_from_db()
    assert cell.merged_into == founded


def test_who_was_slower_is_told_and_nobody_moves_twice(page, officer, cell, other_cell, third_cell):
    member = admit(cell, officer)
    services.close_cell(
        cell=Cell.objects.get(pk=cell.pk),
        on=day("01/03/2019"),
        to_cell=other_cell,
        recorded_on=TODAY,
        reason="x",
        by=officer,
    )
    with pytest.raises(ValidationError) as refusal:
        services.merge_cells(
            merged=[cell],
            into=third_cell,
            on=day("05/03/2019"),
            recorded_on=TODAY,
            reason="x",
            by=officer,
        )
    assert "đã thôi từ ngày 01/03/2019" in refusal.value.message_dict["on"][0]
    assert cell_of(member) == other_cell
    assert merge(page, cell, into=third_cell.pk).status_code == 404


def test_cell_changed_meanwhile_is_a_conflict(page, officer, cell, other_cell):
    Cell.objects.filter(pk=cell.pk).update(version=cell.version + 1)
    answer = merge(page, cell, into=other_cell.pk)
    assert answer.status_code == 409
    cell.refresh_from_db()
    assert cell.dissolved_on is None


@pytest.mark.parametrize("name", ["dissolve_cell", "merge_cells", "undo_closing"])
def test_only_the_officer_ends_a_cell(client, request, cell, name):
    if name == "undo_closing":
        Cell.objects.filter(pk=cell.pk).update(dissolved_on=dt.date(2019, 3, 20))
    url = reverse(f"organisation:{name}", args=[cell.pk])
    for person, status in [("inspector", 403), ("leader", 403), ("stranger", 404)]:
        client.force_login(request.getfixturevalue(person))
        assert client.get(url).status_code == status
        assert client.post(url, {}).status_code == status


def test_page_says_who_moves(page, officer, cell):
    admit(cell, officer)
    factories.CandidateFactory(cell=cell)
    for name in ("dissolve_cell", "merge_cells"):
        text = page.get(reverse(f"organisation:{name}", args=[cell.pk])).content.decode()
        assert "1 đảng viên chuyển đi" in text
        assert "1 quần chúng đang theo dõi" in text


def test_nobody_enters_a_cell_that_ended_meanwhile(officer, cell, other_cell):
    """Two officers: the one chose the cell in a form, the other dissolved it before the form came back."""
    member, ended = admit(cell, officer), day("01/03/2019")
    chosen = Cell.objects.get(pk=other_cell.pk)
    told = {"recorded_on": TODAY, "by": officer}
    services.close_cell(cell=other_cell, on=ended, to_cell=cell, reason="x", **told)
    with pytest.raises(ValidationError, match="chưa thành lập hoặc đã giải thể"):
        services.transfer_member(member=member, to_cell=chosen, on=day("05/03/2019"), **told)
    with pytest.raises(ValidationError, match="giải thể từ ngày 01/03/2019"):
        admit(Cell(pk=chosen.pk, committee=cell.committee, founded_on=cell.founded_on), officer)
    candidate = factories.CandidateFactory(cell=cell)
    stale = Cell(pk=chosen.pk, committee_id=cell.committee_id, founded_on=cell.founded_on)
    with pytest.raises(ValidationError, match="đã giải thể"):
        services.move_candidate(candidate=candidate, cell=stale, reason="x", **told)
    assert cell_of(member) == cell


def test_page_asks_for_the_cells_once_for_all_members(page, cell, other_cell):
    """A cell of five hundred asked five hundred times which cells there are."""

    def statements():
        with CaptureQueriesContext(connection) as asked:
            page.get(reverse("organisation:dissolve_cell", args=[cell.pk]))
        return len(asked)

    factories.place(cell)
    alone = statements()
    for _ in range(3):
        factories.place(cell)
    assert statements() == alone


def test_cell_elsewhere_is_no_choice_for_a_member(page, cell, other_cell, foreign_cell):
    member = factories.place(cell)
    typed = {"to_cell": other_cell.pk, f"member_{member.pk}": foreign_cell.pk}
    answer = dissolve(page, cell, **typed)
    assert f"member_{member.pk}" in answer.context["form"].errors
    assert cell_of(member) == cell
