"""The figures of a roll: how many stand in each state, by standing; the base of a vote is in `voting`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from meetings.models import Attendance
from meetings.roll.people import Expected

State, Standing = Attendance.State, Attendance.Standing


@dataclass(frozen=True)
class RollCount:
    """How many of the roll stand in each state, by standing."""

    cells: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, *, standing: str | None = None, state: str | None = None) -> int:
        return sum(
            count
            for (a_standing, a_state), count in self.cells.items()
            if standing in (None, a_standing) and state in (None, a_state)
        )

    @property
    def total(self) -> int:
        return self.of()

    @property
    def present(self) -> int:
        return self.of(state=State.PRESENT)

    @property
    def excused(self) -> int:
        return self.of(state=State.EXCUSED)

    @property
    def absent(self) -> int:
        return self.of(state=State.ABSENT)

    @property
    def exempt(self) -> int:
        return self.of(state=State.EXEMPT)

    @property
    def elsewhere(self) -> int:
        return self.of(state=State.ELSEWHERE)

    @property
    def not_recorded(self) -> int:
        return self.of(state=State.NOT_RECORDED)

    def by_standing(self) -> list[tuple[str, int, int]]:
        """Standing, present, total: for the standings that occur."""
        return [
            (standing, self.of(standing=standing, state=State.PRESENT), self.of(standing=standing))
            for standing in Standing
            if self.of(standing=standing)
        ]


def count_roll(rows: Iterable[Attendance | Expected]) -> RollCount:
    cells: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.standing, row.state)
        cells[key] = cells.get(key, 0) + 1
    return RollCount(cells)
