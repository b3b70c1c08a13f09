"""The frame by which the quality of a meeting is scored: groups of criteria, 100 points together.

A person writes it one criterion a line and never as JSON:

    2 | Tham dự
    2.1 | Tỷ lệ đảng viên có mặt | 10 | có mặt: 90 = 10; 80 = 7; 70 = 4

A line of two parts is the head of a group. The fourth part, where there is one, names what the
points are read off by themselves, and from which per cent on how many are given (a lone per cent
gives all of them); below the last step there are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partyunit.text import fold, normalise
from regulations.parameters import Kind

TOTAL = Decimal(100)
MOST_LINES = 60
# What a frame may read points off, under the word it is written with. Each is a share of a whole,
# in per cent; how it is measured is said where meetings are kept (meetings.score.facts).
FACTS = {
    "length": "thời lượng",
    "present": "có mặt",
    "spoke": "phát biểu",
    "papers": "tài liệu",
    "tasks": "việc lần trước",
    "criticism": "tự phê bình",
    "conclusions": "kết luận",
    "votes": "biểu quyết",
    "assigned": "giao việc",
}
BY_WORD = {fold(word): key for key, word in FACTS.items()}


@dataclass(frozen=True)
class Criterion:
    """One criterion: its number, its text, its points, and the steps its fact gives them by."""

    key: str
    text: str
    most: Decimal
    fact: str = ""
    steps: tuple[tuple[int, Decimal], ...] = ()
    group: str = ""

    @property
    def reading(self) -> str:
        """`có mặt: 90 = 10; 80 = 7`, as it is written."""
        steps = "; ".join(f"{step} = {_show_points(str(points))}" for step, points in self.steps)
        return f"{FACTS[self.fact]}: {steps}"

    def points_for(self, part: int, whole: int) -> Decimal:
        """The points of the highest step reached by part of whole; 90 of 100 reaches 90 exactly."""
        reached = (points for step, points in self.steps if part * 100 >= step * whole)
        return next(reached, Decimal(0))


@dataclass(frozen=True)
class Group:
    key: str
    text: str
    criteria: tuple[Criterion, ...]

    @property
    def most(self) -> Decimal:
        return sum((one.most for one in self.criteria), Decimal(0))


def read_groups(stored: list[dict]) -> list[Group]:
    """The frame as it is stored; criteria before the first head stand in a group without a name."""
    heads: list[tuple[str, str, list[Criterion]]] = []
    for line in stored:
        if "most" not in line:
            heads.append((line["key"], line["text"], []))
            continue
        if not heads:
            heads.append(("", "", []))
        heads[-1][2].append(_criterion(line, group=heads[-1][1]))
    return [Group(key, text, tuple(criteria)) for key, text, criteria in heads if criteria]


def _criterion(line: dict, *, group: str) -> Criterion:
    steps = tuple((percent, Decimal(points)) for percent, points in line.get("steps", ()))
    most, fact = Decimal(line["most"]), line.get("fact", "")
    return Criterion(line["key"], line["text"], most, fact, steps, group)


# -- as a person writes it ------------------------------------------------------------------------


def parse_criteria(text: str) -> list[dict]:
    """What is stored of the lines written. Raises ValidationError with a sentence that names the line."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    stored = [_parse_line(normalise(line), number) for number, line in lines]
    _check_whole(stored)
    return stored


def _parse_line(line: str, number: int) -> dict:
    parts = [part.strip() for part in line.split("|")]
    if not 2 <= len(parts) <= 4 or not all(parts):
        told = _("Dòng %(line)s: ghi số | tiêu chí | điểm, rồi nếu có | cách tính.")
        raise ValidationError(told % {"line": number})
    key, text, *rest = parts
    if not re.fullmatch(r"[0-9A-Za-z.]{1,12}", key):
        told = _("Dòng %(line)s: số của tiêu chí chỉ gồm chữ số, chữ cái và dấu chấm, ví dụ 2.1.")
        raise ValidationError(told % {"line": number})
    if len(text) > 300:
        raise ValidationError(_("Dòng %(line)s: dài quá 300 chữ.") % {"line": number})
    stored = {"key": key, "text": text}
    if rest:
        most = _parse_points(rest[0], number)
        if not most:
            raise ValidationError(_("Dòng %(line)s: điểm phải trên 0.") % {"line": number})
        stored["most"] = str(most)
    if len(rest) == 2:
        stored |= _parse_fact(rest[1], number, most=most)
    return stored


def _parse_points(text: str, number: int) -> Decimal:
    """Points with at most one decimal, told by a comma or a dot."""
    if not re.fullmatch(r"[0-9]{1,3}([.,][0-9])?", text):
        told = _("Dòng %(line)s: điểm ghi bằng số, nhiều nhất một số lẻ, ví dụ 4 hoặc 2,5.")
        raise ValidationError(told % {"line": number})
    points = Decimal(text.replace(",", "."))
    return points.quantize(Decimal(1)) if points == int(points) else points


def _parse_fact(text: str, number: int, *, most: Decimal) -> dict:
    word, _colon, steps = text.partition(":")
    fact = BY_WORD.get(fold(word))
    if fact is None:
        told = _("Dòng %(line)s: cách tính chỉ có thể là %(words)s.")
        raise ValidationError(told % {"line": number, "words": ", ".join(FACTS.values())})
    read = [_parse_step(step, number, most=most) for step in steps.split(";") if step.strip()]
    is_falling = all(one[0] > other[0] and one[1] > other[1] for one, other in pairwise(read))
    if not read or not is_falling or read[0][1] != most or read[0][0] > 100:
        told = _(
            "Dòng %(line)s: ghi các mức từ cao xuống thấp, mức đầu được đủ điểm, "
            "ví dụ có mặt: 90 = 5; 80 = 3."
        )
        raise ValidationError(told % {"line": number})
    return {"fact": fact, "steps": [[percent, str(points)] for percent, points in read]}


def _parse_step(text: str, number: int, *, most: Decimal) -> tuple[int, Decimal]:
    percent, equals, points = (part.strip() for part in text.partition("="))
    percent = percent.removesuffix("%").strip()
    if not re.fullmatch(r"[0-9]{1,3}", percent):
        told = _("Dòng %(line)s: mỗi mức ghi phần trăm = điểm, cách nhau bằng dấu chấm phẩy.")
        raise ValidationError(told % {"line": number})
    return int(percent), _parse_points(points, number) if equals else most


def _check_whole(stored: list[dict]) -> None:
    keys = [line["key"] for line in stored]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        told = _("Số %(keys)s ghi hai lần.")
        raise ValidationError(told % {"keys": ", ".join(twice)})
    if len(stored) > MOST_LINES:
        raise ValidationError(_("Khung có nhiều nhất %(count)s dòng.") % {"count": MOST_LINES})
    total = sum((Decimal(line["most"]) for line in stored if "most" in line), Decimal(0))
    if total != TOTAL:
        told = _("Các tiêu chí cộng lại được %(total)s điểm; phải đúng 100.")
        raise ValidationError(told % {"total": _show_points(f"{total.normalize():f}")})


def show_criteria(stored: list[dict]) -> str:
    return "\n".join(" | ".join(_show_line(line)) for line in stored)


def _show_line(line: dict) -> Iterator[str]:
    yield line["key"]
    yield line["text"]
    if "most" in line:
        yield _show_points(line["most"])
    if "fact" in line:
        yield _criterion(line, group="").reading


def _show_points(points: str) -> str:
    return points.replace(".", ",")


def _are_criteria(value) -> bool:
    """Whether it is what its own lines would be read as."""
    try:
        return bool(value) and parse_criteria(show_criteria(value)) == value
    except (ValidationError, KeyError, TypeError, ValueError, AttributeError):
        return False


def _in_words(stored: list[dict]) -> str:
    groups = read_groups(stored)
    count = sum(len(group.criteria) for group in groups)
    told = _("%(count)s tiêu chí trong %(groups)s nhóm, tổng 100 điểm")
    return told % {"count": count, "groups": len(groups)}


CRITERIA = Kind(
    _are_criteria,
    parse_criteria,
    show_criteria,
    gettext_lazy("Ghi mỗi tiêu chí một dòng, ví dụ 2.1 | Có mặt từ 90 % | 4 | có mặt: 90."),
    lines=18,
    longest=20_000,
    tell=_in_words,
)
