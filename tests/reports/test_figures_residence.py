"""Figures of the contact with the cells at home and of the commitments: sums, and the lists behind them."""

import datetime as dt

import pytest
from django.urls import reverse

from reports import figures
from reports.figures import Scope
from tests import factories
from tests.factories import CommitmentFactory, PositionFactory, ResidenceContactFactory, place

D = dt.date
DAY = D(2019, 3, 13)


@pytest.fixture
def people(cell, other_cell):
    """Received, asked, not asked, exempt, not introduced, and one without any contact."""
    members = [place(cell) for _n in range(4)] + [place(other_cell), place(other_cell)]
    received, asked, _waiting = (ResidenceContactFactory(member=one) for one in members[:3])
    factories.ResidenceCommentFactory(contact=received, received_on=D(2018, 12, 1), level="good")
    factories.ResidenceCommentFactory(contact=asked)
    ResidenceContactFactory(member=members[3], mode="exempt", mode_reason="đi học")
    nowhere = {"residence_cell": "", "residence_committee": "", "letter_number": ""}
    ResidenceContactFactory(
        member=members[4], mode="not_introduced", mode_reason="x", letter_on=None, **nowhere
    )
    return members


def values(figures_of_day) -> dict[str, int]:
    return {name: figure.value for name, figure in vars(figures_of_day).items()}


def test_modes_and_states_add_up(committee, cell, people):
    found = values(figures.residence(Scope(committee), DAY, year=2018))
    assert found == {
        "normal": 3,
        "exempt": 1,
        "not_introduced": 1,
        "unrecorded": 1,
        "due": 3,
        "received": 1,
        "outstanding": 2,
        "not_asked": 1,
        "asked": 1,
    }
    of_cell = values(figures.residence(Scope(committee, cell), DAY, year=2018))
    assert (of_cell["normal"], of_cell["not_introduced"], of_cell["due"]) == (3, 0, 3)


def test_comment_counts_from_the_day_it_came(committee, people):
    eve = figures.residence(Scope(committee), D(2018, 11, 30), year=2018)
    assert (eve.received.value, eve.asked.value) == (0, 2)
    before = figures.residence(Scope(committee), D(2018, 11, 4), year=2018)
    assert (before.asked.value, before.not_asked.value) == (0, 3)


def test_every_figure_opens_just_its_rows(client, officer, committee, cell, people):
    client.force_login(officer)
    for scope in (Scope(committee), Scope(committee, cell)):
        for figure in vars(figures.residence(scope, DAY, year=2018)).values():
            rows = client.get(figure.url, {}).context["listing"].rows
            assert {row.record.pk for row in rows} == set(figure.rows), figure.url


def test_voided_contact_counts_nowhere(committee, people, officer):
    contact = people[3].residence_contacts.get()
    type(contact).objects.filter(pk=contact.pk).update(
        voided_at="2019-03-01T00:00:00Z", void_reason="nhầm"
    )
    found = figures.residence(Scope(committee), DAY, year=2018)
    assert (found.exempt.value, found.unrecorded.value) == (0, 2)


def test_commitments_of_committee_and_of_all(client, officer, committee, people):
    PositionFactory(member=people[0], title="committee_member", committee=committee)
    CommitmentFactory(member=people[0], reviewed_on=D(2019, 3, 1), result="done")
    CommitmentFactory(member=people[1])
    all_ = figures.commitments(Scope(committee), DAY, year=2019)
    first = figures.commitments(Scope(committee), DAY, year=2019, of_committee=True)
    assert values(all_) == {"made": 2, "none": 4, "reviewed": 1}
    assert values(first) == {"made": 1, "none": 0, "reviewed": 1}
    client.force_login(officer)
    for figure in [*vars(all_).values(), *vars(first).values()]:
        rows = client.get(figure.url).context["listing"].rows
        assert {row.record.pk for row in rows} == set(figure.rows), figure.url


def test_sums_of_the_list_are_links_to_their_rows(client, officer, people):
    client.force_login(officer)
    for name in ("members:residence", "members:commitments"):
        page = client.get(reverse(name), {"cell": people[0].placements.get().cell_id})
        for line in page.context["sums"]:
            for one in line.sums:
                rows = client.get(reverse(name) + one.url).context["listing"]
                assert rows.count == one.value, one
