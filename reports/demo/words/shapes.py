"""How the tables are read."""

import math
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Matter:
    """What is seen, and what is asked for (or came of it): any of one fits any of the other."""

    seen: list[str]
    asks: list[str]

    @property
    def sentences(self) -> list[str]:
        """All pairs, in an order in which neighbours share neither side."""
        seen, asks = len(self.seen), len(self.asks)
        round_trip = math.lcm(seen, asks)
        return [
            f"{self.seen[n % seen]}; {self.asks[(n + n // round_trip) % asks]}"
            for n in range(seen * asks)
        ]


@dataclass(frozen=True)
class Field:
    """The work of one body. `results` carry {n}, a number from `low` to `high` told with each."""

    results: list[tuple[str, int, int]]
    works: list[str]  # its daily work, as it stands after "việc"
    lacks: list[str]
    away: list[str]  # what keeps its people from a meeting
    matters: list[Matter] = field(default_factory=list)
    tasks: list[Matter] = field(default_factory=list)
    lapses: list[Matter] = field(default_factory=list)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def matters(text: str) -> list[Matter]:
    found = []
    for line in lines(text):
        seen, asks = (side.split(" | ") for side in line.split(" => "))
        found.append(Matter(seen, asks))
    return found


def numbers(text: str) -> list[tuple[str, int, int]]:
    """Lines `9-26 tham mưu ban hành {n} văn bản`."""
    found = []
    for line in lines(text):
        span, words = line.split(" ", 1)
        low, high = span.split("-")
        found.append((words, int(low), int(high)))
    return found
