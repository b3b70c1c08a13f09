"""What a head means that no list of phrases holds: every word of it is explained, or nothing is said of it.

Offices shorten and stretch the same few words without end: `Ngày KN Đảng`, `T.độ CM`, `Ngày công nhận ĐV chính thức`. The
words of a head are therefore covered with the `vocabulary`, an abbreviation standing for all it may mean; the things a cover
names are looked up in its meanings. One word without an explanation (`Tổ CM`, `Ngày vào CĐ`, `Số thẻ BHYT`), or two covers
that mean different things, and the head stays unknown: reported, never guessed.
"""

import re
from functools import lru_cache

from members.importing.vocabulary import MEANINGS, OF_THE_PARTY, TOO_SHORT, VOCABULARY
from partyunit.text import fold

LONGEST = 6  # words of a phrase
MOST_WORDS = 24
SHORTEST = 3  # letters of a head that says something by itself
PARTY = re.compile(r"\bdang(?! vien)\b")  # `Số thẻ Đảng của cán bộ` is no card of an employee


def _key(phrase: str) -> str:
    return " ".join(re.sub(r"[^0-9a-z]+", " ", fold(phrase)).split())


def _written() -> dict[str, set[str]]:
    """The things each phrase of the vocabulary speaks of."""
    found: dict[str, set[str]] = {}
    for thing, phrases in VOCABULARY.items():
        for phrase in phrases.split("|"):
            found.setdefault(_key(phrase), set()).add(thing)
    return found


def _all_shortened() -> dict[str, set[str]]:
    """Shortened phrases; those of English are known only whole."""
    found: dict[str, set[str]] = {}
    for thing, phrases in VOCABULARY.items():
        for phrase in phrases.split("|"):
            for short in () if phrase.isascii() else _shortened(_key(phrase)):
                found.setdefault(short, set()).add(thing)
    return found


def _shortened(key: str) -> list[str]:
    """`t do`, `tr do`, `tdo` of «trình độ»."""
    first, _, second = key.partition(" ")
    if len(second) < SHORTEST - 1 or " " in second or not key.replace(" ", "").isalpha():
        return []
    return [f"{first[0]} {second}", f"{first[:2]} {second}", f"{first[0]}{second}"]


WRITTEN = _written()
THINGS = _all_shortened() | WRITTEN  # a shortened phrase only where it is no phrase of its own
JOINED = {
    joined: key
    for key in WRITTEN
    if len(joined := key.replace(" ", "")) >= SHORTEST or key in ("so", "xa", "tp")
}
RULES = [(target, set(must.split()), set(may.split())) for target, must, may in MEANINGS]


@lru_cache(maxsize=4096)
def meaning(key: str) -> str | None:
    """The target a folded head names with all its words; None where a word is unknown or the covers disagree."""
    words = (_apart(key) or key).split()
    if len(key) < SHORTEST or len(words) > MOST_WORDS or key in TOO_SHORT:
        return None
    is_party = PARTY.search(key) is not None
    found = {_target(things, is_party) for things in _covers(tuple(words))[1]} - {None}
    return (found.pop() if len(found) == 1 else None) or None


@lru_cache(maxsize=4096)
def _apart(key: str) -> str:
    """`ngayvaodangchinhthuc`, as programs name their columns, in the fewest phrases; "" for what is none."""
    if " " in key or key in THINGS:
        return key if key in THINGS else ""
    found = []
    for length in range(len(key), 1, -1):
        phrase = JOINED.get(key[:length])
        if phrase and length == len(key):
            return phrase
        if phrase and (rest := _apart(key[length:])):
            found.append(f"{phrase} {rest}")
    return min(found, key=len, default="")


@lru_cache(maxsize=4096)
def _covers(words: tuple[str, ...]) -> tuple[int, frozenset[frozenset[str]]]:
    """The sets of things all the words can be read as, in the fewest phrases: `nơi ở` is no place of something else."""
    if not words:
        return 0, frozenset({frozenset()})
    fewest = len(words) + 1
    found: set[frozenset[str]] = set()
    for length in range(1, min(LONGEST, len(words)) + 1):
        things = THINGS.get(" ".join(words[:length]), ())
        count, rests = _covers(words[length:]) if things else (fewest, frozenset())
        if not rests or count + 1 > fewest:
            continue
        if count + 1 < fewest:
            fewest, found = count + 1, set()
        found |= {rest | {thing} if thing else rest for rest in rests for thing in things}
    return fewest, frozenset(found)


def _target(things: frozenset[str], is_party: bool) -> str | None:
    bare = things - {"person"}
    target = next((t for t, must, may in RULES if must <= things and bare <= must | may), None)
    return None if target in OF_THE_PARTY and bare != things and not is_party else target
