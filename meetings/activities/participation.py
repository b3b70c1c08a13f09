"""Who took part in activities: of one activity by cell, of a year by cell and kind of activity."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from cells.models import Cell
from meetings.models import Activity, Participation
from meetings.querysets import HEADS
from meetings.rights import may_record_participation
from members.models import Member, Placement
from partyunit.dates import Period


@dataclass
class CellLine:
    """One cell in an activity: how many belonged to it that day, who took part by name or number."""

    cell: Cell
    name: str
    belong: int
    may_write: bool
    named: list[Participation] = field(default_factory=list)
    head_count: int = 0

    @property
    def count(self) -> int:
        return len(self.named) + self.head_count


def cell_lines(activity: Activity, *, user) -> list[CellLine]:
    """The cells in sight that stood on the first day, and any other someone took part from."""
    day = activity.starts_on
    rows = Participation.objects.valid().visible_to(user).filter(activity=activity)
    rows = list(rows.select_related("member", "cell").order_by("member__sort_name", "pk"))
    placed = Placement.objects.active_on(day).filter(kind="official").values_list("cell")
    belong = dict(placed.annotate(count=Count("member", distinct=True)).order_by())
    in_sight = Cell.objects.visible_to(user).filter(committee=activity.committee_id)
    cells = in_sight.existing_on(day) | in_sight.filter(pk__in=[row.cell_id for row in rows])
    lines = {
        cell.pk: CellLine(
            cell,
            cell.name_on,
            belong.get(cell.pk, 0),
            may_write=activity.takes_part and may_record_participation(user, activity, cell),
        )
        for cell in cells.with_name_on(day)
    }
    for row in rows:
        line = lines[row.cell_id]
        if row.member_id:
            line.named.append(row)
        else:
            line.head_count += row.head_count
    return list(lines.values())


def belonging(activity: Activity, cell):
    """The cell's members of the first day; of an activity over several days also who came to the
    cell later and was in none of the committee's on the first.
    """
    days = Period(activity.starts_on, activity.ends_on)
    here = Placement.objects.during(days).filter(kind="official", cell=cell)
    elsewhere = Placement.objects.active_on(days.first).filter(kind="official").exclude(cell=cell)
    members = Member.objects.valid().filter(pk__in=here.values("member"))
    return members.exclude(pk__in=elsewhere.filter(cell__isnull=False).values("member"))


def members_to_tick(activity: Activity, cell: Cell) -> list[Member]:
    """Who belongs to the cell, and who is recorded for it whatever was corrected since."""
    recorded = activity.participations.valid().filter(cell=cell, member__isnull=False)
    members = belonging(activity, cell) | Member.objects.filter(pk__in=recorded.values("member"))
    return list(members.order_by("sort_name", "pk"))


@dataclass(frozen=True)
class Sum:
    """Of one cell, in a year or in one kind of a year's activities."""

    activities: int = 0  # in how many it took part
    times: int = 0  # by how many people, each time anew
    people: int = 0  # how many different ones are named


@dataclass(frozen=True)
class YearOfActivities:
    """Sums by cell and kind, and by cell alone: not every sum of the parts is one of the whole."""

    by_kind: dict[tuple[int, str], Sum]
    by_cell: dict[int, Sum]
    whole: Sum


def sum_up(participations) -> YearOfActivities:
    """`participations`: the counted rows of the year, as far as the account sees them."""
    rows = participations.order_by()
    figures = {
        "activities": Count("activity", distinct=True),
        "times": HEADS,
        "people": Count("member", distinct=True),
    }
    by_kind = _read(rows.values("cell", "activity__kind").annotate(**figures))
    by_cell = _read(rows.values("cell").annotate(**figures))
    whole = rows.aggregate(**figures)
    return YearOfActivities(
        {(key[0], key[1]): one for key, one in by_kind},
        {key[0]: one for key, one in by_cell},
        Sum(**{name: value or 0 for name, value in whole.items()}),
    )


def _read(rows: Iterable[dict]) -> list[tuple[tuple, Sum]]:
    names = ("activities", "times", "people")
    return [
        (
            tuple(value for name, value in row.items() if name not in names),
            Sum(**{name: row[name] or 0 for name in names}),
        )
        for row in rows
    ]
