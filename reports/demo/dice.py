"""Choices that look random and are the same on every machine and every Python."""

import hashlib
from collections import deque
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def throw(*key) -> int:
    """A number that depends on the key alone."""
    text = "|".join(str(part) for part in key)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def pick(options: Sequence[T], *key) -> T:
    return options[throw(*key) % len(options)]


def between(low: int, high: int, *key) -> int:
    """A whole number from `low` to `high`, both included."""
    return low + throw(*key) % (high - low + 1)


def chance(percent: int, *key) -> bool:
    return throw(*key) % 100 < percent


def shuffled(options: Sequence[T], *key) -> list[T]:
    return [options[i] for i in sorted(range(len(options)), key=lambda i: throw(*key, i))]


class Decks:
    """Deals what has rested longest: each option comes as seldom as any other, in an order set by its key."""

    def __init__(self):
        self.decks: dict[tuple, deque] = {}

    def deal(self, options: Sequence[T], *key) -> T:
        if key not in self.decks:
            self.decks[key] = deque(shuffled(options, *key))
        return self._next(key)

    def in_order(self, options: Sequence[T], *key) -> T:
        """The options as they stand, from one that the key sets."""
        if key not in self.decks:
            self.decks[key] = deque(options)
            self.decks[key].rotate(throw(*key) % len(options))
        return self._next(key)

    def _next(self, key: tuple):
        deck = self.decks[key]
        deck.rotate(-1)
        return deck[-1]
