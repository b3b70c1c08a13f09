"""The figures of a roll: who came by standing, the base of a vote, whether the meeting may open."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from meetings.models import Attendance

State, Standing = Attendance.State, Attendance.Standing
DEFAULT_QUORUM = (2, 3)


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

    @property
    def vote_base(self) -> int:
        """Official members less those temporarily elsewhere and those exempt who did not come.

        Absent official members stay in the base, away on business or not
        (29-QĐ/TW 25/7/2016 and its guide; domain guide §4).
        """
        outside = (State.ELSEWHERE, State.EXEMPT)
        return self.of(standing=Standing.OFFICIAL) - sum(
            self.of(standing=Standing.OFFICIAL, state=state) for state in outside
        )

    def reaches(self, quorum: tuple[int, int] = DEFAULT_QUORUM) -> bool:
        """Whether enough official members came to open the meeting."""
        part, whole = quorum
        present = self.of(standing=Standing.OFFICIAL, state=State.PRESENT)
        return self.vote_base > 0 and present * whole >= self.vote_base * part

    def by_standing(self) -> list[tuple[str, int, int]]:
        """Standing, present, total: for the standings that occur."""
        return [
            (standing, self.of(standing=standing, state=State.PRESENT), self.of(standing=standing))
            for standing in Standing
            if self.of(standing=standing)
        ]


def count_roll(attendances: Iterable[Attendance]) -> RollCount:
    cells: dict[tuple[str, str], int] = {}
    for row in attendances:
        key = (row.standing, row.state)
        cells[key] = cells.get(key, 0) + 1
    return RollCount(cells)
