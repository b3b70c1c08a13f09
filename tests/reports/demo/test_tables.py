"""The demonstration's tables, asked of the database row by row (not through the figures' own code)."""

import datetime as dt
from collections import Counter

import pytest

from awards.models import Award, Title
from cells.models import Cell, HostCell, Locality, Term
from documents.models import Document
from meetings.models import Meeting, Minutes
from members.models import Member, Membership, Placement, Position, Qualification, Secondment
from tests.reports.demo.tables import GROWTH, LEVELS, OVERSIGHT, SECONDED, SECRETARIES

D = dt.date
TODAY, FOUNDED = D(2019, 3, 13), D(2009, 4, 20)
NAMES = [
    "Tổng hợp",
    "An ninh",
    "Điều tra",
    "Quản lý hành chính",
    "Giao thông – Trật tự",
    "Công an thị trấn",
    "Thi hành án",
    "Phong trào",
]
SHORT = dict(zip(NAMES, ["TH", "AN", "ĐT", "QLHC", "GTTT", "CATT", "THA", "PT"], strict=True))
# Members, master, bachelor, graduates, college, intermediate, none, probationary.
TODAY_BY_CELL = {
    "Tổng hợp": (15, 1, 13, 14, 0, 0, 1, 1),
    "An ninh": (14, 1, 12, 13, 0, 1, 0, 0),
    "Điều tra": (20, 2, 17, 19, 0, 1, 0, 2),
    "Quản lý hành chính": (13, 0, 11, 11, 1, 1, 0, 0),
    "Giao thông – Trật tự": (16, 1, 14, 15, 0, 1, 0, 1),
    "Công an thị trấn": (13, 0, 12, 12, 0, 1, 0, 1),
    "Thi hành án": (11, 0, 8, 8, 1, 1, 1, 0),
    "Phong trào": (11, 0, 9, 9, 1, 1, 0, 1),
}
AWARDS = {
    "ministry": ("2/2 2/3 3/3 2/3 3/3", (12, 14), [2, 2, 4, 1, 1, 2, 1, 1]),
    "province": ("0/3 0/4 0/4 1/4 0/4", (1, 19), [3, 3, 4, 2, 2, 2, 1, 2]),
    "director": ("2/6 2/7 2/8 2/9 2/9", (10, 39), [5, 5, 7, 5, 6, 4, 4, 3]),
}
COLLECTIVES = {
    ("ministry", 2014): {"Công an huyện", "An ninh"},
    ("ministry", 2015): {"Điều tra", "Công an thị trấn"},
    ("ministry", 2016): {"Công an huyện", "An ninh", "Phong trào"},
    ("ministry", 2017): {"Tổng hợp", "Điều tra"},
    ("ministry", 2018): {"Công an huyện", "Quản lý hành chính", "Công an thị trấn"},
    ("province", 2017): {"Công an huyện"},
    ("director", 2014): {"Giao thông – Trật tự", "Quản lý hành chính"},
    ("director", 2015): {"Tổng hợp", "Phong trào"},
    ("director", 2016): {"Công an thị trấn", "Thi hành án"},
    ("director", 2017): {"An ninh", "Giao thông – Trật tự"},
    ("director", 2018): {"Điều tra", "Phong trào"},
}
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demonstration")]


def levels_on(day: dt.date) -> dict[int, int | None]:
    """The highest professional level of each member obtained by the day."""
    rows = Qualification.objects.filter(scale="professional", obtained_on__lte=day)
    highest: dict[int, int] = {}
    for member, level in rows.values_list("member", "level"):
        highest[member] = max(level, highest.get(member, 0))
    return highest


def members_by_cell(day: dt.date) -> dict[str, set[int]]:
    rows = Placement.objects.active_on(day).filter(kind="official")
    found = {name: set() for name in NAMES}
    for name, member in rows.values_list("cell__name", "member"):
        found[name].add(member)
    return found


def row(values: str) -> list[int]:
    found = [int(value) for value in values.split()]
    return found + [0] * (8 - len(found))


@pytest.mark.parametrize("year", GROWTH)
def test_growth_table(year):
    day = min(D(year, 12, 31), TODAY)
    members, graduates, _ = GROWTH[year]
    cells, levels = members_by_cell(day), levels_on(day)
    assert [len(cells[name]) for name in NAMES] == row(members)
    found = [sum(levels.get(m, 0) >= 40 for m in cells[name]) for name in NAMES]
    assert found == row(graduates)


@pytest.mark.parametrize("year", GROWTH)
def test_flows_table(year):
    first, last = D(year, 1, 1), min(D(year, 12, 31), TODAY)
    evening_before = first - dt.timedelta(days=1), last - dt.timedelta(days=1)
    began = Counter(
        Placement.objects.filter(from_on__range=(first, last)).values_list(
            "start_reason", flat=True
        )
    )
    ended = Counter(
        Placement.objects.filter(to_on__range=evening_before).values_list("end_reason", flat=True)
    )
    left = sum(ended[reason] for reason in ("died", "removed", "resigned", "expelled"))
    found = [began["admission"], began["transfer_in"], ended["transfer_out"], left]
    assert found == [int(value) for value in GROWTH[year][2].split()]


def test_founding():
    assert Cell.objects.existing_on(FOUNDED).count() == 4
    cells, levels = members_by_cell(FOUNDED), levels_on(FOUNDED)
    members = set().union(*cells.values())
    assert (len(members), sum(levels.get(m, 0) >= 40 for m in members)) == (38, 9)
    assert not Placement.objects.active_on(D(2009, 4, 19)).exists()


@pytest.mark.parametrize("name", NAMES)
def test_cell_table(name):
    members, levels = members_by_cell(TODAY)[name], levels_on(TODAY)
    counts = Counter(levels.get(member) for member in members)
    probationary = Membership.objects.active_on(TODAY).filter(
        member__in=members, official_from__isnull=True
    )
    master, bachelor, college, intermediate, none = (counts[level] for level in LEVELS)
    assert TODAY_BY_CELL[name] == (
        len(members),
        master,
        bachelor,
        master + bachelor,
        college,
        intermediate,
        none,
        probationary.count(),
    )


def test_secondments():
    found = {
        (s.host_cell.locality.name, s.host_cell.name, SHORT[home(s).name], s.from_on)
        for s in Secondment.objects.active_on(TODAY).select_related("host_cell__locality")
    }
    assert found == set(SECONDED)
    assert Secondment.objects.count() == 12
    assert HostCell.objects.count() == 10
    kinds = Counter(Locality.objects.values_list("kind", flat=True))
    assert kinds == {"commune": 4, "town": 1}
    assert set(Secondment.objects.values_list("kind", flat=True)) == {"attends"}
    plan = Document.objects.get(number="14/KH-CAH")
    assert (plan.issued_on, plan.stance) == (D(2016, 2, 17), "drawn_up")
    assert set(Secondment.objects.values_list("plan", flat=True)) == {plan.pk}


def home(secondment: Secondment) -> Cell:
    """The one cell of the member from the first day of the secondment until today."""
    placements = secondment.member.placements.filter(to_on=None, from_on__lte=secondment.from_on)
    return placements.get().cell


@pytest.mark.parametrize("authority", AWARDS)
def test_award_table(authority):
    by_year, (collective, individual), by_cell = AWARDS[authority]
    awards = Award.objects.filter(authority=authority, award_year__range=(2014, 2018))
    told = Counter((a.award_year, a.member_id is not None) for a in awards)
    found = " ".join(f"{told[year, False]}/{told[year, True]}" for year in range(2014, 2019))
    assert found == by_year
    assert (awards.filter(member=None).count(), awards.exclude(member=None).count()) == (
        collective,
        individual,
    )
    cells = {m: name for name, members in members_by_cell(TODAY).items() for m in members}
    counts = Counter(cells[a.member_id] for a in awards if a.member_id)
    assert [counts[name] for name in NAMES] == by_cell


@pytest.mark.parametrize(("authority", "year"), COLLECTIVES)
def test_collectives(authority, year):
    awards = Award.objects.filter(authority=authority, award_year=year, member=None)
    names = {
        award.office_unit.cell.name if award.office_unit.cell else "Công an huyện"
        for award in awards
    }
    assert names == COLLECTIVES[authority, year]


def test_awards_around_the_span_and_to_the_committee():
    years = set(Award.objects.values_list("award_year", flat=True))
    assert years == set(range(2013, 2020))
    own = Award.objects.get(committee__isnull=False)
    assert (own.award_year, own.to_year, own.decided_on) == (2014, 2018, D(2019, 2, 25))
    titles = Title.objects.filter(committee__isnull=False, name="exemplary")
    assert sorted(titles.values_list("year", flat=True)) == [2014, 2015, 2016, 2017, 2018]


def test_terms_and_committee():
    terms = Term.objects.filter(committee__isnull=False)
    assert list(terms.values_list("from_on", "to_on", "is_appointed")) == [
        (FOUNDED, D(2010, 5, 27), True),
        (D(2010, 5, 28), D(2015, 5, 21), False),
        (D(2015, 5, 22), None, False),
    ]
    posts = Position.objects.active_on(TODAY).filter(title__in=Position.COMMITTEE)
    assert posts.count() == 11
    assert posts.filter(title__in=Position.STANDING).count() == 3
    assert Position.objects.active_on(TODAY).filter(title__startswith="inspection").count() == 3
    assert Position.objects.filter(title="party_work_team", from_on=D(2017, 6, 1)).count() == 3


def test_secretary_holds_three_separate_things():
    secretary = Member.objects.get(full_name="Vàng Thị Mỷ")
    posts = Position.objects.active_on(TODAY).filter(member=secretary)
    assert set(posts.values_list("title", "office_title")) == {
        ("secretary", ""),
        ("office", "Trưởng Công an huyện"),
    }
    assert str(secretary.ranks.get(to_on=None)) == "Đại tá"
    assert secretary.placements.get(to_on=None).cell.name == "Tổng hợp"


def test_cell_secretaries_and_oversight():
    for cell in Cell.objects.all():
        posts = Position.objects.active_on(TODAY).filter(cell=cell, title="cell_secretary")
        assert posts.get().member.full_name == SECRETARIES[SHORT[cell.name]]
        names = set(cell.oversights.active_on(TODAY).values_list("member__full_name", flat=True))
        assert names == OVERSIGHT[SHORT[cell.name]]


def test_model_meetings_and_march():
    models = Meeting.objects.filter(kind="model").order_by("meets_on")
    assert [(m.state, m.meets_on.month) for m in models] == [
        ("held", 2),
        ("planned", 5),
        ("planned", 8),
        ("planned", 11),
    ]
    first = models[0]
    visitors = first.guests.values_list("member__placements__cell__name", flat=True)
    assert (first.cell.name, first.meets_on) == ("Quản lý hành chính", D(2019, 2, 22))
    assert set(NAMES) - {"Quản lý hành chính"} <= set(visitors)
    march = Meeting.objects.filter(counts_for=D(2019, 3, 1), kind="regular")
    states = Counter(Minutes.objects.filter(meeting__in=march).values_list("state", flat=True))
    assert states == {"approved": 1, "submitted": 1, "draft": 1}
    planned = march.filter(state="planned", minutes=None)
    assert planned.filter(meets_on__range=(D(2019, 3, 11), D(2019, 3, 15))).count() == 5
