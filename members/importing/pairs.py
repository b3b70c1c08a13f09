"""Two rows a person, as in the bound register (7-HSĐV): only the first of each pair has its running number.

The second row's cells become further lines of the first one's, where `splits` finds them; it stays as a blank row, so
that every row keeps its number.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from members.importing.cells import text_of
from partyunit.text import fold

FEWEST, MOST = 2, 0.8
LONGEST_NUMBER = 5  # of people in a list
TOTAL = re.compile(r"(tong|cong)\b")


@dataclass(frozen=True)
class Pairs:
    """Where the first person's row stands, and which column counts people."""

    start: int
    counter: int

    def joined(self, rows: Iterable[list]) -> Iterator[list]:
        held: list | None = None
        for index, row in enumerate(rows):
            if held is not None and self._goes_on(row):
                yield _join(held, row)
                yield []
                held = None
                continue
            if held is not None:
                yield held
            held = row if index >= self.start and self._is_first(row) else None
            if held is None:
                yield row
        if held is not None:
            yield held

    def _is_first(self, row: list) -> bool:
        text = text_of(row[self.counter]) if self.counter < len(row) else ""
        return text.rstrip(".").isdecimal() and text.isascii() and len(text) <= LONGEST_NUMBER

    def _goes_on(self, row: list) -> bool:
        texts = [text for cell in row if (text := text_of(cell))]
        is_total = bool(texts) and TOTAL.match(fold(texts[0])) is not None
        return len(texts) >= FEWEST and not is_total and not self._is_first(row)


def _join(first: list, second: list) -> list:
    wide = first + [""] * (len(second) - len(first))
    return [_both(cell, second[i] if i < len(second) else "") for i, cell in enumerate(wide)]


def _both(one, other):
    if not text_of(other):
        return one
    return f"{text_of(one)}\n{text_of(other)}" if text_of(one) else other


def find_pairs(rows: list[list], *, start: int, counter: int | None) -> Pairs | None:
    """Whether the rows from `start` on are pairs: nearly every numbered row is followed by one without a number."""
    if counter is None:
        return None
    pairs = Pairs(start, counter)
    given = [row for row in rows[start:] if any(map(text_of, row))]
    firsts = [i for i, row in enumerate(given) if pairs._is_first(row)]
    followed = [i for i in firsts if i + 1 < len(given) and pairs._goes_on(given[i + 1])]
    numbers = [int(text_of(given[i][counter]).rstrip(".")) for i in firsts]
    in_order = sum(right == left + 1 for left, right in itertools.pairwise(numbers))
    is_sure = len(followed) >= FEWEST and min(len(followed), in_order + 1) >= MOST * len(firsts)
    return pairs if is_sure else None
