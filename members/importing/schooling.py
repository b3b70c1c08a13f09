"""Education of a spreadsheet: the highest step by scale, without the day it was reached."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from members.models import Qualification
from partyunit.text import fold

SCALES = ("general", "professional", "theory", "language", "it")
LEVELS = {"professional": Qualification.Professional, "theory": Qualification.Theory}


@dataclass(frozen=True)
class Schooling:
    """One step the register does not have: `held` is what it has of the scale instead."""

    scale: str
    level: int | None
    detail: str
    text: str
    held: str


def is_part_of(text: str, other: str) -> bool:
    """Whether the words of a text stand, in their order, in the other: `Anh B` in «Tiếng Anh B»."""
    return f" {_words(text)} " in f" {_words(other)} "


def _words(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(text)).split())


def missing_schooling(values: dict, qualifications: Iterable[Qualification]) -> Iterator[Schooling]:
    """What the file names above what is on record. A lower step is no news: lists name the highest."""
    held = list(qualifications)
    for scale in SCALES:
        value = values.get(scale)
        if value in (None, ""):
            continue
        of_scale = [one for one in held if one.scale == scale]
        known = ", ".join(str(one) for one in of_scale)
        if scale in LEVELS:
            if all((one.level or 0) < value for one in of_scale):
                label = str(LEVELS[scale](value).label)
                detail = values.get(f"{scale}_detail") or ""
                text = " ".join(part for part in (label, detail) if part)
                yield Schooling(scale, value, detail, text, known)
        elif not any(is_part_of(value, one.detail) for one in of_scale):
            yield Schooling(scale, None, value, value, known)
