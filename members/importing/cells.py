"""One cell of a sheet as text: what a person sees in it, in one normal form."""

import datetime as dt
import re
from functools import lru_cache

from partyunit.text import normalise

# Eth and African D, which look like Đ and are typed for it.
LOOK_ALIKES = str.maketrans("ÐðƉ", "ĐđĐ")
MARKS = {
    "x",
    "xx",
    "v",
    "√",
    "×",
    "•",
    "●",
    "+",
    "1",
    "co",
    "true",
    "dung",
    "yes",
    "ü",
    "þ",
}
NO_MARKS = {"", "-", "–", "—", "0", "khong", "false", "no", "/", ".", "□"}


def text_of(cell) -> str:
    """NFC text, one line; a whole number without `.0`, a date as dd/mm/yyyy."""
    if isinstance(cell, str):
        return tidy(cell)
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float):
        return f"{cell + 0.0:.0f}" if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    return str(cell)


@lru_cache(
    maxsize=8192
)  # a row's texts are looked at several times, and most repeat from row to row
def tidy(text: str) -> str:
    """What was typed, in one normal form: the quote Excel writes before text is no part of it."""
    text = normalise(text.replace("\u00a0", " ").replace("_x000D_", " ")).translate(LOOK_ALIKES)
    return re.sub(r"\s+", " ", text).lstrip("'`’‘").strip()


def head_of(cell) -> str:
    """As `text_of`, but the lines of a head stay apart: one may be a translation."""
    if not isinstance(cell, str):
        return text_of(cell)
    return "\n".join(line for part in re.split(r"[\r\n]+", cell) if (line := tidy(part)))


def says_nothing(text: str) -> bool:
    """A blank, or one of the strokes that stand for it."""
    return text in ("", "-", "--", "–", "—", ".", "…", "/")


def is_blank(cell) -> bool:
    return cell is None or (isinstance(cell, str) and not tidy(cell))
