"""How the columns of a layout are understood: which target each feeds, and which part, tick or half of it.

`propose` makes the first mapping; a person may correct it, so the parts are worked out again from whatever mapping is read.
"""

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from members.importing.headings import (
    BRACKETS,
    FIRST_NAMES,
    LAST_NAMES,
    MIDDLE_NAMES,
    PARTS,
    head_key,
    is_family,
    is_tick_of,
    is_word_male,
    legend_of,
    recognise,
)
from members.importing.rows import Head, Layout, Mapping, Question
from members.importing.targets import TARGETS
from members.importing.values import schooling

WHOLE, DAY, MONTH, YEAR = "whole", "day", "month", "year"
MALE, FEMALE, TICK = "male", "female", "tick"
OFFICIAL, PROBATIONARY = "official", "probationary"
# A head that says less gives way where another column names the same thing exactly.
WEAK = {
    "dia chi",
    "dia chi lien he",
    "tam tru",
    "noi tam tru",
    "trinh do",
    "hoc vi",
    "bang cap",
    "dang vien",
}
BARE = {"trinh do", "trinh do hoc van", "trinh do hien nay"}
FARTHEST = 2  # columns of one thing stand side by side, a blank one between them at most
A_NAME = re.compile(
    r"\b(ho (va )?ten|ho( \w+)* ten|dong chi|dang vien|can bo|chien si|cong chuc|vien chuc|nhan vien|giao vien|cong nhan)\b"
)
NO_NAME = re.compile(r"\b(so|ma|ngay|nam|chuc|don vi|loai|the|tuoi|gioi thieu|nguoi)\b")
HIRED = re.compile(r"\b(thu viec|hop dong|vao lam|tuyen dung|bien che|tap su)\b")
YEAR_WORDS = re.compile(r"\bnam sinh\b|\bngay thang nam( sinh)?\b")


@dataclass(frozen=True)
class Column:
    index: int
    target: str
    part: str
    head: Head

    @cached_property
    def legend(self) -> dict[str, str]:
        return legend_of(self.head.text)

    @property
    def own(self) -> str:
        return self.head.levels[-1] if self.head.levels else ""


def propose(layout: Layout) -> Mapping:
    """A target for each column whose head is known or whose cells show it, "" for the others."""
    mapping: Mapping = {head.index: _named(head) for head in layout.heads}
    mapping |= dict(layout.by_values)
    mapping |= _hired_on(layout, mapping)
    by_target = _by_target(layout, mapping)
    if "full_name" not in by_target:
        spare = by_target.pop("other_name", []) or [h for h in layout.heads if _may_be_name(h)]
        mapping |= {head.index: "full_name" for head in spare[:1]}
    for target, heads in by_target.items():
        kept = _kept(target, heads)
        for head in heads:
            if head not in kept:
                mapping[head.index] = ""
    return mapping | _parts_beside(layout.heads, mapping)


def _named(head: Head) -> str:
    """The target a head names; under a bare «Trình độ» (`Nghiệp vụ CA`) only what is known or a level itself."""
    target = recognise(head.levels) or ""
    if target != "professional" or len(head.levels) < 2 or head_key(head.levels[-2]) not in BARE:
        return target
    own = head.levels[-1]
    is_known = PARTS.match(head_key(own)) or schooling.is_level_head(own, scale=target)
    joined = recognise((" ".join(head.levels),)), recognise((own,))
    return target if is_known or target in joined else ""


def _hired_on(layout: Layout, mapping: Mapping) -> Mapping:
    """A bare «Ngày chính thức» beside «Ngày thử việc» and no day of joining the Party is the employee's: left out."""
    has_joined = any(t in mapping.values() for t in ("admitted_on", "decision_on", "ceremony_on"))
    if has_joined or not any(HIRED.search(head_key(head.text)) for head in layout.heads):
        return {}
    return {
        head.index: ""
        for head in layout.heads
        if mapping[head.index] == "official_from" and "dang" not in head_key(head.text).split()
    }


def _parts_beside(heads: tuple[Head, ...], mapping: Mapping) -> Mapping:
    """What a head says only by its neighbour: `Ngày`, `Tháng`, `Năm sinh`; `Họ`, `Tên đệm`, `Tên`; `Ngày cấp thẻ`, `Nơi cấp`."""
    added: Mapping = {}
    for parts in ([DAY, MONTH, YEAR], [MONTH, YEAR]):
        for start in range(len(heads) - len(parts) + 1):
            run = heads[start : start + len(parts)]
            spare = [head for head in run if not mapping[head.index]]
            targets = {mapping[head.index] for head in run} - {""}
            if len(targets) != 1 or any(" " in _own_key(head) for head in spare):
                continue
            target = min(targets)
            is_one = len({head.levels[:-1] for head in run}) == 1
            if is_one and TARGETS[target].kind == "date" and [*map(_date_part, run)] == parts:
                added |= dict.fromkeys((head.index for head in spare), target)
    for left, right in itertools.pairwise(heads):
        known, key = added.get(left.index, mapping[left.index]), _own_key(right)
        if known in ("card_no", "card_issued_at") and key == "ngay cap":
            added[right.index] = "card_issued_on"
        if known in ("card_no", "card_issued_on") and key == "noi cap":
            added[right.index] = "card_issued_at"
        if known == "full_name" and _own_key(left) in FIRST_NAMES and key in MIDDLE_NAMES:
            added[right.index] = "full_name"
    return added


def _may_be_name(head: Head) -> bool:
    """A head that speaks of people, where none says plainly that it is the name."""
    key = head_key(head.levels[-1]) if head.levels else ""
    if recognise(head.levels) is not None or is_family(head.text):
        return False
    return bool(A_NAME.search(key)) and not NO_NAME.search(key)


def _by_target(layout: Layout, mapping: Mapping) -> dict[str, list[Head]]:
    found = defaultdict(list)
    for head in layout.heads:
        if target := mapping.get(head.index):
            found[target].append(head)
    return dict(found)


def _kept(target: str, heads: list[Head]) -> list[Head]:
    """Of several columns with one target: those that are parts of one thing, else the one named best."""
    if len(heads) == 1:
        return heads
    kind = TARGETS[target].kind
    keys = [_own_key(head) for head in heads]
    last = next((i for i, key in enumerate(keys) if key in LAST_NAMES), None)
    if kind == "name" and keys[0] in FIRST_NAMES and last:
        return [heads[0], heads[last]]
    if kind == "date" and len({_date_part(head) for head in heads}) == len(heads):
        return heads
    if kind == "sex" and all(_sex_part(head, heads) for head in heads):
        return heads
    if kind == "date" and sorted(_sex_part(head, heads) for head in heads) == [FEMALE, MALE]:
        return heads
    if kind == "probation" and {_probation_part(h) for h in heads} == {OFFICIAL, PROBATIONARY}:
        return heads
    strong = [head for head in heads if _own_key(head) not in WEAK] or heads
    first = strong[0]
    kept = [first]
    for head in strong[strong.index(first) + 1 :]:
        if _is_beside(first, head, kind) and head.index - kept[-1].index <= FARTHEST:
            kept.append(head)
    return kept


def _is_beside(first: Head, head: Head, kind: str) -> bool:
    if head.levels == first.levels:
        return True
    return len(first.levels) > 1 and head.levels[:-1] == first.levels[:-1] and kind != "name"


def _own_key(head: Head) -> str:
    return head_key(head.levels[-1]) if head.levels else ""


def _date_part(head: Head) -> str:
    own = _own_key(head)
    if len(own.split()) > 3:
        return WHOLE
    starts = {"ngay": DAY, "ng": DAY, "thang": MONTH, "thg": MONTH, "th": MONTH, "nam": YEAR}
    return starts.get(own.split(" ")[0], WHOLE)


def _sex_part(head: Head, heads: list[Head]) -> str:
    own = YEAR_WORDS.sub(" ", _own_key(head))  # the first word of `Năm sinh nam` is no sex
    words = [word for word in own.split() if word in ("nam", "nu")]
    if words == ["nu"]:
        return FEMALE
    has_female = any("nu" in _own_key(other).split() for other in heads)
    if words == ["nam"] and (is_word_male(head.levels[-1].split()[-1]) or has_female):
        return MALE
    return ""


def stand_together(columns: list[Column]) -> bool:
    """Whether columns are parts of one thing; a person may map two that lie apart to the same target."""
    gaps = [right.index - left.index for left, right in itertools.pairwise(columns)]
    return all(gap <= FARTHEST for gap in gaps)


def plan(layout: Layout, mapping: Mapping) -> dict[str, list[Column]]:
    """The columns of each target in their order, each with its part."""
    return {
        target: _parts(target, [Column(head.index, target, WHOLE, head) for head in heads])
        for target, heads in _by_target(layout, mapping).items()
    }


def _parts(target: str, columns: list[Column]) -> list[Column]:
    kind = TARGETS[target].kind
    heads = [column.head for column in columns]
    if kind == "date":
        return _date_parts(columns, heads)
    if kind == "sex":
        return [replace(c, part=_sex_part(c.head, heads) or WHOLE) for c in columns]
    if kind == "level":
        # "Đại học" under "Trình độ" is to be ticked; a head that stands alone has cells with words.
        return [
            replace(c, part=TICK)
            if len(c.head.levels) > 1 and schooling.is_level_head(c.own, scale=target)
            else c
            for c in columns
        ]
    if kind in ("post", "general", "word"):
        return [
            replace(c, part=TICK) if is_tick_of(target, c.own) and c.head.levels[1:] else c
            for c in columns
        ]
    if kind == "probation":
        return [replace(c, part=_probation_part(c.head)) for c in columns]
    return columns


def _date_parts(columns: list[Column], heads: list[Head]) -> list[Column]:
    if len(columns) == 1:
        return columns
    sexes = [_sex_part(head, heads) for head in heads]
    if FEMALE in sexes:
        return [replace(c, part=sex or WHOLE) for c, sex in zip(columns, sexes, strict=True)]
    parts = [_date_part(head) for head in heads]
    if set(parts) in ({DAY, MONTH, YEAR}, {DAY, YEAR}, {MONTH, YEAR}) and len(parts) == len(
        set(parts)
    ):
        return [replace(c, part=part) for c, part in zip(columns, parts, strict=True)]
    if len(columns) == 3 and len({head.levels for head in heads}) == 1:
        return [replace(c, part=p) for c, p in zip(columns, (DAY, MONTH, YEAR), strict=True)]
    return columns


def _probation_part(head: Head) -> str:
    own = _own_key(head)
    is_probationary = bool(re.search(r"\b(du bi|db|dvdb|d bi)\b", own))
    is_official = bool(re.search(r"\b(chinh thuc|ct|dvct|c thuc)\b", own))
    if is_probationary == is_official:
        return WHOLE
    return PROBATIONARY if is_probationary else OFFICIAL


def questions(layout: Layout, mapping: Mapping) -> list[Question]:
    """What the heads leave open; each is asked once for the file."""
    by_target = plan(layout, mapping)
    asked = []
    if "admitted_on" in by_target:
        has_decision = "decision_on" in by_target
        asked.append(_question_of_admission(by_target["admitted_on"][0], has_decision=has_decision))
    if "post" in by_target:
        asked.append(_question_of_post(by_target["post"][0]))
    if [c.part for c in by_target.get("sex", [])] == [FEMALE]:
        asked.append(_question_of_blank_sex(by_target["sex"][0]))
    asked += [
        _question_of_numbers(c) for c in by_target.get("sex", []) if c.index in layout.numbered
    ]
    ticks = [c for target in schooling.LABELS for c in by_target.get(target, []) if c.part == TICK]
    asked += [question for c in ticks if (question := _question_of_level(c)) is not None]
    return asked + _questions_of_status(by_target.get("status", []))


def _question_of_level(column: Column) -> Question | None:
    """What a tick under «Trên Đại học» or «Cao đẳng, Trung cấp» is written down as."""
    head, labels = BRACKETS.sub(" ", column.own), schooling.LABELS[column.target]
    levels = schooling.may_mean(head, scale=column.target)
    if schooling.mark_level(head, scale=column.target) is not None or not levels:
        return None
    return Question(
        f"level:{column.index}",
        _("Đánh dấu trong cột “%(head)s” ghi vào sổ là gì?") % {"head": column.head.text},
        (
            *((str(level), labels(level).label) for level in levels),
            ("", _("chưa rõ: để trống, ghi sau từng người")),
        ),
    )


def _question_of_admission(column: Column, *, has_decision: bool) -> Question:
    """Beside a column of the decision a bare «Ngày kết nạp» is rather the ceremony, which is then offered first."""
    choices = (
        ("decision_on", _("ngày ghi trên quyết định kết nạp")),
        ("ceremony_on", _("ngày làm lễ kết nạp")),
    )
    return Question(
        "admitted_on",
        _("Cột “%(head)s” ghi ngày nào?") % {"head": column.head.text},
        choices[::-1] if has_decision else choices,
    )


def _question_of_post(column: Column) -> Question:
    return Question(
        "post",
        _("Cột “%(head)s” ghi chức vụ nào?") % {"head": column.head.text},
        (("party_post", _("chức vụ Đảng")), ("office_post", _("chức vụ chính quyền"))),
    )


def _question_of_blank_sex(column: Column) -> Question:
    return Question(
        "sex_blank",
        _("Ô để trống trong cột “%(head)s” nghĩa là gì?") % {"head": column.head.text},
        (("male", _("đồng chí nam")), ("", _("chưa ghi giới tính"))),
    )


def _question_of_numbers(column: Column) -> Question:
    return Question(
        "sex_number",
        _("Số 1 trong cột “%(head)s” là nam hay nữ?") % {"head": column.head.text},
        (("male", _("1 là nam, số kia là nữ")), ("female", _("1 là nữ, số kia là nam"))),
    )


def _questions_of_status(columns: list[Column]) -> list[Question]:
    words = {word for column in columns for word in head_key(column.own).split()}
    choices = (
        ("temporary_out", _("sinh hoạt tạm thời ở nơi khác")),
        ("temporary_in", _("nơi khác đến sinh hoạt tạm thời")),
        ("transferred_out", _("đã chuyển đi")),
        ("active", _("đang sinh hoạt")),
    )
    return [
        Question(
            f"status:{key}",
            _("“%(word)s” trong cột trạng thái nghĩa là gì?") % {"word": word},
            choices,
        )
        for key, word in (("ct", "CT"), ("cdt", "CĐT"))
        if key in words
    ]
