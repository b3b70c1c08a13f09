"""Who votes and what carries: the rule as a table, and what holds whatever the roll."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes.resolution import passed_vote
from meetings.models import Attendance, Meeting, Vote
from meetings.roll.counts import RollCount
from meetings.votes.voting import (
    decide,
    electorate,
    needed,
    share_in_words,
    share_of,
    topic_of,
)
from regulations.models import Regulation

State, Standing = Attendance.State, Attendance.Standing
HALF, TWO_THIRDS = (1, 2), (2, 3)


def counts(**cells) -> RollCount:
    """`official_present=3` …: how many stand so."""
    return RollCount({tuple(name.split("_", 1)): count for name, count in cells.items()})


@pytest.mark.parametrize(
    ("cells", "base", "voters"),
    [
        # 22 members, 20 official, 3 of them away on business: 20, not 17
        ({"official_present": 17, "official_excused": 3, "probationary_present": 2}, 20, 17),
        ({"official_present": 18, "official_absent": 2}, 20, 18),
        # an exempt member counts who comes
        ({"official_present": 10, "official_exempt": 1}, 10, 10),
        ({"official_present": 11, "official_exempt": 0}, 11, 11),
        # temporarily introduced elsewhere by letter
        ({"official_present": 10, "official_elsewhere": 2}, 10, 10),
        # never counted: on probation, temporarily introduced into the cell
        ({"official_present": 9, "temporary_present": 3, "probationary_present": 2}, 9, 9),
        ({"official_present": 9, "probationary_exempt": 1, "temporary_elsewhere": 1}, 9, 9),
        ({"probationary_present": 4, "temporary_present": 2}, 0, 0),
        ({"official_present": 10, "official_exempt": 1, "official_absent": 1}, 11, 10),
        # not recorded yet: may still be there
        ({"official_present": 5, "official_not_recorded": 4, "official_excused": 1}, 10, 9),
        ({}, 0, 0),
    ],
)
def test_base_and_voters_follow_the_rule(cells, base, voters):
    found = electorate(counts(**cells), is_committee=False)
    assert (found.base, found.voters) == (base, voters)


def test_committee_decides_by_all_its_members():
    roll = counts(official_present=12, official_excused=1, official_exempt=1, official_elsewhere=1)
    found = electorate(roll, is_committee=True)
    assert (found.base, found.voters, needed(HALF, base=found.base)) == (15, 12, 8)


@pytest.mark.parametrize(
    ("share", "base", "votes"),
    [
        (HALF, 20, 11),
        (HALF, 21, 11),
        (HALF, 2, 2),
        (HALF, 1, 1),
        (HALF, 0, 1),
        ((2, 4), 20, 11),
        (TWO_THIRDS, 20, 14),
        (TWO_THIRDS, 21, 14),
        (TWO_THIRDS, 22, 15),
        (TWO_THIRDS, 3, 2),
        (TWO_THIRDS, 1, 1),
        (TWO_THIRDS, 0, 1),
        ((1, 1), 7, 7),
    ],
)
def test_votes_needed_on_the_edge(share, base, votes):
    assert needed(share, base=base) == votes


@pytest.mark.parametrize(("present", "reached"), [(8, True), (7, False)])
def test_quorum_is_two_thirds_of_the_base(present, reached):
    roll = counts(official_present=present, official_absent=12 - present)
    assert electorate(roll, is_committee=False).reaches(TWO_THIRDS) is reached


def test_quorum_of_a_half_is_half():
    roll = counts(official_present=6, official_absent=6)
    assert electorate(roll, is_committee=False).reaches(HALF)
    assert not electorate(counts(), is_committee=False).reaches(HALF)


@pytest.mark.django_db
@pytest.mark.parametrize("matter", Vote.Matter)
@pytest.mark.parametrize("is_committee", [True, False])
def test_every_matter_has_its_share_in_the_rules(matter, is_committee, committee):
    topic, name = topic_of(matter, is_committee=is_committee)
    for rule in Regulation.objects.filter(topic=topic):
        assert share_of(rule, matter, is_committee=is_committee) == tuple(rule.parameters[name])
    assert share_of(None, matter, is_committee=is_committee) in (HALF, TWO_THIRDS)


def test_admission_asks_two_thirds_in_cell_and_committee():
    for is_committee in (True, False):
        for matter in ("admission", "recognition"):
            assert share_of(None, matter, is_committee=is_committee) == TWO_THIRDS


def test_share_is_said_as_the_rule_says_it():
    assert share_in_words(HALF) == "trên 1/2"
    assert share_in_words(TWO_THIRDS) == "ít nhất 2/3"


WHOLE, POINT, TITLED = (
    ("Nghị quyết tháng 3", None),
    ("Kế hoạch quý II", 1),
    ("Nghị quyết tháng 3", 2),
)
OTHER = ("Mua máy tính", None)


@pytest.mark.parametrize(
    ("votes", "decides"),
    [
        ([], None),
        ([(WHOLE, True)], 0),
        # a conclusion on a point does not carry the resolution that fell
        ([(WHOLE, False), (POINT, True)], None),
        ([(WHOLE, False), (OTHER, True)], None),
        ([(WHOLE, True), (POINT, False), (OTHER, False)], 0),
        # taken again
        ([(WHOLE, False), (WHOLE, True)], 1),
        ([(WHOLE, True), (WHOLE, False)], None),
        # voted on under its own point, or named otherwise
        ([(POINT, False), (TITLED, True)], 1),
        ([(POINT, True), (OTHER, True)], 1),
        ([(POINT, True)], 0),
    ],
)
def test_resolution_is_carried_by_its_own_vote(votes, decides):
    rows = [
        {"matter": "resolution", "subject": subject, "item": item, "passed": passed}
        for (subject, item), passed in votes
    ]
    rows.append({"matter": "award", "subject": "Nghị quyết khen", "item": None, "passed": True})
    assert passed_vote(rows) == (None if decides is None else rows[decides])


CELLS = st.dictionaries(
    st.tuples(st.sampled_from(Standing.values), st.sampled_from(State.values)), st.integers(0, 40)
)
SHARES = st.sampled_from([HALF, TWO_THIRDS, (3, 4), (1, 1), (1, 3)])


@given(cells=CELLS, is_committee=st.booleans(), share=SHARES)
def test_whatever_the_roll_voters_are_of_the_base_and_the_share_is_kept(cells, is_committee, share):
    roll = RollCount(cells)
    found = electorate(roll, is_committee=is_committee)
    assert 0 <= found.present <= found.voters <= found.base <= roll.of(standing=Standing.OFFICIAL)
    votes, (part, whole) = needed(share, base=found.base), share
    assert 1 <= votes <= max(found.base, 1)
    # the smallest that reaches it: that many do, one fewer does not
    reaches = (
        (lambda n: 2 * n > found.base)
        if share == HALF
        else lambda n: n * whole >= part * found.base
    )
    assert reaches(votes)
    assert votes == 1 or not reaches(votes - 1)


@given(cells=CELLS, extra=st.integers(1, 40), share=SHARES)
def test_official_member_away_on_business_never_leaves_the_base(cells, extra, share):
    here, away = ("official", "present"), ("official", "excused")
    all_here = {**cells, here: cells.get(here, 0) + extra}
    some_away = {**cells, away: cells.get(away, 0) + extra}
    found = [electorate(RollCount(c), is_committee=False) for c in (all_here, some_away)]
    assert found[0].base == found[1].base
    assert found[0].voters == found[1].voters + extra


@given(cells=CELLS, votes=st.tuples(st.integers(0, 60), st.integers(0, 60)), in_cell=st.booleans())
def test_one_vote_more_never_turns_a_carried_vote(cells, votes, in_cell):
    def carried(votes_for):
        vote = Vote(
            meeting=Meeting(cell_id=in_cell or None), matter="admission", votes_for=votes_for
        )
        decide(vote, rule=None, counts=RollCount(cells), roll=[])
        return vote.is_passed

    fewer, more = sorted(votes)
    assert carried(more) or not carried(fewer)
