"""The tables of the demonstration hold in the plan, before a database is involved."""

import datetime as dt
import re
from collections import Counter

import pytest

from reports.demo.flows import BY_KEY, FOUNDED_ON, KEYS, TODAY
from reports.demo.merit import YEARS
from reports.demo.outside_numbers import PARTY_TERMS
from reports.demo.plan import build_plan
from tests.reports.demo.tables import (
    CELL_TABLE,
    GROWTH,
    LEVELS,
    OVERSIGHT,
    SECONDED,
    SECRETARIES,
)

D = dt.date
REAL_COMMUNES = (
    "Mường Khoa, Phúc Khoa, Nậm Sỏ, Nậm Cần, Thân Thuộc, Trung Đồng, Hố Mít, Pắc Ta, Tà Mít"
)


@pytest.fixture(scope="module")
def plan():
    return build_plan()


def by_cell(text: str) -> list[int]:
    found = [int(part) for part in text.split()]
    return found + [0] * (len(KEYS) - len(found))


def last_day_of(year: int) -> dt.date:
    return min(D(year, 12, 31), TODAY)


# --- growth --------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", GROWTH)
def test_members_and_graduates_by_cell_at_the_end_of_each_year(plan, year):
    day = last_day_of(year)
    members, graduates, _ = GROWTH[year]
    cells = [plan.in_cell(key, day) for key in KEYS]
    assert [len(people) for people in cells] == by_cell(members)
    assert [sum(p.is_graduate_on(day) for p in people) for people in cells] == by_cell(graduates)


def test_founded_with_38_members_9_graduates_in_4_cells(plan):
    there = [person for person in plan.people if person.cell_on(FOUNDED_ON)]
    assert len(there) == 38
    assert sum(person.is_graduate_on(FOUNDED_ON) for person in there) == 9
    assert {person.cell_on(FOUNDED_ON) for person in there} == set(KEYS[:4])
    assert all(person.is_official_on(FOUNDED_ON) for person in there)


@pytest.mark.parametrize("year", GROWTH)
def test_flows_of_each_year(plan, year):
    first, last = D(year, 1, 1), last_day_of(year)
    flows = Counter()
    for person in plan.people:
        for stay in person.stays:
            if first <= stay.first <= last:
                flows[stay.start_reason] += 1
            effective = stay.last and stay.last + dt.timedelta(days=1)
            if effective and first <= effective <= last:
                flows[stay.end_reason] += 1
    left = sum(flows[reason] for reason in ("died", "resigned", "removed", "expelled"))
    found = [flows["admission"], flows["transfer_in"], flows["transfer_out"], left]
    assert found == [int(part) for part in GROWTH[year][2].split()]


def test_new_cells_open_with_people_moved_inside_on_the_day(plan):
    for key in KEYS[4:]:
        day = BY_KEY[key].founded_on
        first = plan.in_cell(key, day)
        assert len(first) >= 4
        assert all(p.stay_on(day).start_reason == "internal" for p in first)
        assert sum(person.is_official_on(day) for person in first) >= 3
        assert not plan.in_cell(key, day - dt.timedelta(days=1))


def test_every_cell_always_has_three_official_members(plan):
    for key in KEYS:
        day = BY_KEY[key].founded_on
        while day <= TODAY:
            assert sum(person.is_official_on(day) for person in plan.in_cell(key, day)) >= 3
            day += dt.timedelta(days=7)


# --- today ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", KEYS)
def test_levels_probation_and_secondment_by_cell(plan, cell):
    people = plan.in_cell(cell, TODAY)
    levels = Counter(person.level_on(TODAY) for person in people)
    probationary = sum(not person.is_official_on(TODAY) for person in people)
    seconded = sum(loan.person in people for loan in plan.loans)
    found = (*(levels[level] for level in LEVELS), probationary, seconded)
    assert found == CELL_TABLE[cell]


def test_six_ceremonies_of_the_last_twelve_months_are_on_probation(plan):
    of_2018 = sorted(
        person.life.ceremony_on
        for person in plan.people
        if person.life.ceremony_on.year == 2018 and person.stays[0].start_reason == "admission"
    )
    assert [day < D(2018, 3, 14) for day in of_2018] == [True] * 2 + [False] * 5
    probationary = [
        person
        for person in plan.people
        if person.cell_on(TODAY) and not person.is_official_on(TODAY)
    ]
    ceremonies = sorted(person.life.ceremony_on for person in probationary)
    assert ceremonies == [*of_2018[2:], D(2019, 3, 3)]


def test_official_twelve_months_after_the_ceremony_and_recognised_later(plan):
    for person in plan.people:
        life = person.life
        if life.official_from is None:
            continue
        assert (life.official_from.year, life.official_from.month, life.official_from.day) == (
            life.ceremony_on.year + 1,
            life.ceremony_on.month,
            life.ceremony_on.day,
        )
        assert life.official_from <= life.recognition_on <= TODAY
        assert life.decision_on <= life.ceremony_on <= life.recorded_on


def test_secondments_are_the_table(plan):
    found = [
        (loan.locality, loan.host, loan.person.cell_on(loan.first), loan.first)
        for loan in plan.loans
    ]
    assert found == SECONDED
    assert len({loan.person.number for loan in plan.loans}) == 12
    for loan in plan.loans:
        assert loan.person.is_in_cell(loan.person.cell_on(TODAY), loan.first, last=TODAY)
        assert loan.first < D(2017, 3, 13)


# --- people --------------------------------------------------------------------------------------


def test_names_and_numbers_are_unique_and_nobody_of_the_article(plan):
    names = [person.name for person in plan.people]
    assert len(set(names)) == len(names) == 158
    assert not {"Hoàng Minh Giang", "Trần Cường"} & set(names)
    ids = [person.citizen_id for person in plan.people]
    assert len(set(ids)) == len(ids)
    assert all(len(number) == 12 and number.startswith("000") for number in ids)
    cards = [person.card_no for person in plan.people if person.card_no]
    assert len(set(cards)) == len(cards)


def test_everyone_is_of_age_at_the_ceremony(plan):
    for person in plan.people:
        age = (person.life.ceremony_on - person.born_on).days / 365.25
        assert 18 <= age < 60, person.name


def test_no_real_commune_is_named(plan):
    texts = " ".join(f"{person.home_place} {person.residence}" for person in plan.people)
    assert not [name for name in REAL_COMMUNES.split(", ") if name in texts]


def test_people_are_of_the_peoples_of_the_province(plan):
    counts = Counter(person.ethnicity for person in plan.people)
    assert {"Kinh", "Thái", "Mông", "Dao", "Lào", "Khơ Mú"} <= set(counts)
    assert counts["Thái"] > counts["Dao"]


# --- posts ---------------------------------------------------------------------------------------


def test_committee_of_eleven_with_three_in_the_standing_committee(plan):
    posts = [p for p in plan.posts.held if not p.cell and not p.unit and p.last is None]
    titles = Counter(post.title for post in posts)
    assert len(plan.posts.committee_on(TODAY)) == 11
    assert [titles[t] for t in ("secretary", "deputy_secretary", "standing_member")] == [1, 1, 1]
    assert titles["committee_member"] == 8
    inspection = [post for post in posts if post.title.startswith("inspection")]
    assert len(inspection) == 3
    secretary = plan.posts.holder("secretary", "", day=TODAY)
    assert (secretary.name, secretary.cell_on(TODAY)) == ("Vàng Thị Mỷ", "TH")
    assert secretary.ranks[-1].grade == 43  # colonel
    assert plan.posts.holder("deputy_secretary", "", day=TODAY).cell_on(TODAY) == "AN"
    assert plan.posts.holder("standing_member", "", day=TODAY).cell_on(TODAY) == "ĐT"


def test_team_of_three_of_the_general_team_after_police_schools(plan):
    team = [post for post in plan.posts.held if post.title == "party_work_team"]
    names = ["Hà Thị Minh Thư", "Trịnh Quốc Hưng", "Lù Thị Biên"]
    assert [post.person.name for post in team] == names
    assert {post.first for post in team} == {D(2017, 6, 1)}
    for post in team:
        assert post.person.stays[0].start_reason == "transfer_in"
        assert post.person.is_in_cell("TH", D(2017, 6, 1), last=TODAY)


@pytest.mark.parametrize("cell", KEYS)
def test_a_secretary_leads_each_cell_from_its_founding_on(plan, cell):
    day = BY_KEY[cell].founded_on
    while day <= TODAY:
        secretary = plan.posts.holder("cell_secretary", cell, day=day)
        assert secretary is not None, (cell, day)
        assert secretary.cell_on(day) == cell
        assert secretary.is_official_on(day)
        day += dt.timedelta(days=1)
    assert secretary.name == SECRETARIES[cell]


def test_posts_of_cells_are_held_by_their_members(plan):
    for post in plan.posts.held:
        if post.cell:
            assert post.person.is_in_cell(post.cell, post.first, last=post.last or TODAY)


def test_oversight_is_the_table_and_never_of_the_own_cell(plan):
    for cell in KEYS:
        names = {person.name for person in plan.posts.overseers_on(cell, TODAY)}
        assert names == OVERSIGHT[cell]
    for duty in plan.posts.duties:
        day = duty.first
        while day <= (duty.last or TODAY):
            assert duty.person.cell_on(day) not in (None, duty.cell)
            assert duty.person in plan.posts.committee_on(day)
            day += dt.timedelta(days=15)


# --- awards, papers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("authority", "by_year", "by_cell"),
    [
        ("ministry", "2/2 2/3 3/3 2/3 3/3", [2, 2, 4, 1, 1, 2, 1, 1]),
        ("province", "0/3 0/4 0/4 1/4 0/4", [3, 3, 4, 2, 2, 2, 1, 2]),
        ("director", "2/6 2/7 2/8 2/9 2/9", [5, 5, 7, 5, 6, 4, 4, 3]),
    ],
)
def test_awards_by_year_and_by_cell(plan, authority, by_year, by_cell):
    awards = [award for award in plan.awards if award.authority == authority]
    found = [
        f"{sum(bool(a.unit) for a in of_year)}/{sum(a.person is not None for a in of_year)}"
        for of_year in ([a for a in awards if a.year == year] for year in YEARS)
    ]
    assert " ".join(found) == by_year
    cells = Counter(a.person.cell_on(TODAY) for a in awards if a.person and a.year in YEARS)
    assert [cells[key] for key in KEYS] == by_cell
    people = [award.person.number for award in awards if award.person]
    assert len(set(people)) == len(people)


def test_awards_are_decided_in_their_year_for_people_who_were_there(plan):
    assert {2013, 2019} <= {award.year for award in plan.awards}
    for award in plan.awards:
        if award.to_year:
            continue
        assert award.decided_on.year == award.year
        assert award.decided_on <= TODAY
        if award.person:
            assert award.person.cell_on(award.decided_on)


def test_nobody_is_honoured_in_the_first_half_year_here(plan):
    for award in plan.awards:
        if award.person:
            assert (award.decided_on - award.person.stays[0].first).days > 180, award.person.name


def test_the_committee_itself(plan):
    titles = {title.year: title for title in plan.titles if not title.cell}
    exemplary = sorted(year for year, title in titles.items() if title.name == "exemplary")
    assert exemplary == [2014, 2015, 2016, 2017, 2018]
    assert all(titles[year].decided_on < D(year + 1, 3, 13) for year in exemplary)
    own = [award for award in plan.awards if award.to_year]
    assert [(a.year, a.to_year, a.decided_on) for a in own] == [(2014, 2018, D(2019, 2, 25))]


def test_numbers_of_our_papers_run_by_day_without_a_gap(plan):
    series: dict[tuple, list] = {}
    for paper in plan.papers.values():
        if paper.stance == "issued":
            series.setdefault((paper.issuer, paper.kind, paper.term), []).append(paper)
    for papers in series.values():
        papers.sort(key=lambda paper: paper.sequence)
        assert [paper.sequence for paper in papers] == list(range(1, len(papers) + 1))
        days = [paper.issued_on for paper in papers]
        assert days == sorted(days)


def test_numbers_from_outside_grow_with_the_days(plan):
    """Within a year of an office of the State, within a term of a Party body (domain guide §8)."""
    series: dict[tuple, list] = {}
    for paper in plan.papers.values():
        if paper.stance != "issued":
            count, ending = re.fullmatch(r"(\d+)([-/].+)", paper.number).groups()
            begins = paper.issued_on.year
            if ending.startswith("-"):
                begins = sum(day <= paper.issued_on for day in PARTY_TERMS)
            key = (paper.issuer, ending, begins)
            series.setdefault(key, []).append((paper.issued_on, int(count)))
    assert max(len(row) for row in series.values()) > 30
    for key, row in series.items():
        counts = [count for _, count in sorted(row)]
        assert counts == sorted(set(counts)), key


def test_people_admitted_here_bear_the_number_of_their_decision(plan):
    for person in plan.people:
        paper = plan.papers[person.stays[0].paper]
        if person.stays[0].start_reason == "admission":
            assert person.life.decision_number == paper.number


def test_summaries_begin_with_a_capital_and_terms_have_roman_numbers(plan):
    for paper in plan.papers.values():
        assert paper.summary[0].isupper(), paper.key
        assert not re.search(r"nhiệm kỳ i", paper.summary), paper.key


def test_every_paper_is_dated_up_to_today_and_every_reference_exists(plan):
    assert max(paper.issued_on for paper in plan.papers.values()) <= TODAY
    keys = {stay.paper for person in plan.people for stay in person.stays}
    keys |= {post.paper for post in plan.posts.held if post.paper}
    keys |= {duty.paper for duty in plan.posts.duties} | {award.paper for award in plan.awards}
    assert keys <= set(plan.papers)
    secondment_plan = plan.papers["plan-14"]
    assert (secondment_plan.number, secondment_plan.stance) == ("14/KH-CAH", "drawn_up")
