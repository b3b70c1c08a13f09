"""Layouts nobody has made yet: any columns, in any order, headed by any of their words, written in any way."""

import random
from collections import Counter

import pytest

from members.importing.archives import SheetFacts
from members.importing.books import Book, Sheet
from members.importing.reading import propose, questions, read
from partyunit.text import fold
from tests.members.importing.heads import HEADS_IN_USE
from tests.members.importing.people import PROFESSIONAL, RANKS, THEORY, person
from tests.members.importing.sheets import plain
from tests.members.importing.test_dates import WAYS

PEOPLE = 8
# Phrases that name only a part, half or tick of their target, and need a column beside them.
PARTIAL = {
    "full_name": {"họ", "tên", "họ đệm", "họ lót", "họ và đệm", "họ và tên đệm", "họ và chữ đệm", "họ và chữ lót"},
    "sex": {p for p in HEADS_IN_USE["sex"].split("|") if p.split()[-1] in ("nam", "nữ") and "nam nữ" not in p and "hay" not in p and "hoặc" not in p}
    | {"nữ giới", "là nữ"},
    "born_on": {p for p in HEADS_IN_USE["born_on"].split("|") if p.split()[-1] in ("ngày", "tháng", "năm", "nam", "nữ")} | {"tháng sinh"},
    "is_probationary": set(HEADS_IN_USE["is_probationary"].split("|")),
}  # fmt: skip
DATES = ("born_on", "official_from", "decision_on", "ceremony_on", "card_issued_on")
STATES = {"active": ["Đang sinh hoạt Đảng", "ĐSH", "đang SH"], "exempt": ["Miễn sinh hoạt", "MSH"]}
POSTS = {"Đảng viên": "ĐV", "Bí thư": "BT", "Phó Bí thư": "PBT", "Chi ủy viên": "CUV"}
TROUBLES = {
    "citizen_id": [str, int, float, lambda s: f"{int(s)}.0", lambda s: f"'{s}", lambda s: " ".join([s[:3], s[3:6], s[6:]])],
    "card_no": [str, int, lambda s: f"'{s}"],
    "card_no_old": [str, int, lambda s: f"{s[:2]}.{s[2:]}"],
    "old_citizen_id": [str, int],
    "full_name": [str, str.upper, lambda s: f"  {s.replace(' ', '  ')}"],
}  # fmt: skip


def facts(i: int) -> dict:
    one = person(i)
    return one | {
        "decision_on": one["admitted_on"],
        "ceremony_on": one["admitted_on"],
        "other_name": f"Sơn {one['full_name']}",
    }


def head(target: str, dice: random.Random) -> str:
    phrases = [
        p.strip()
        for p in HEADS_IN_USE[target].split("|")
        if p.strip() not in PARTIAL.get(target, ())
    ]
    text = dice.choice(phrases)
    text = dice.choice(
        [text, text.upper(), text.capitalize(), text.title(), fold(text), fold(text).upper()]
    )
    text = dice.choice(
        [
            text,
            f"{text} *",
            f"{text}(*)",
            f" {text} ",
            f"{text}:",
            f"{text} (nếu có)",
            f"{text} (ghi rõ)",
        ]
    )
    return text.replace(" ", "\n", 1) if dice.random() < 0.15 and " " in text.strip() else text


def writer(target: str, dice: random.Random):
    """How this column is written, the same in most of its rows."""
    if target in DATES:
        way = WAYS[dice.choice([w for w in WAYS if w not in ("date cell", "time cell")])]
        return lambda one: way(plain(one[target]))
    if target == "sex":
        words = dice.choice([("Nam", "Nữ"), ("NAM", "NỮ"), ("nam", "nu"), ("M", "F")])
        return lambda one: words[one["sex"] == "female"]
    words = {"professional": PROFESSIONAL, "theory": THEORY, "rank": RANKS}.get(target)
    if words:
        return lambda one: words[one[target]]
    if target == "status":
        return lambda one: dice.choice(STATES[one["status"]])
    if target == "party_post":
        return lambda one: dice.choice([one[target], POSTS[one[target]]])
    trouble = dice.choice(TROUBLES.get(target, [str]))
    return lambda one: trouble(one[target])


def table(seed: int):
    dice = random.Random(seed)
    known = [
        t
        for t in HEADS_IN_USE
        if t not in ("admitted_on", "is_probationary", "post", "left_on", "professional_detail")
    ]
    targets = [
        *dice.sample([t for t in known if t != "full_name"], dice.randint(4, 18)),
        "full_name",
    ]
    dice.shuffle(targets)
    heads = [head(target, dice) for target in targets]
    people = [facts(i) for i in range(PEOPLE)]
    writers = [writer(target, dice) for target in targets]
    rows = [[write(one) for write in writers] for one in people]
    if dice.random() < 0.7:
        heads, rows = ["STT", *heads], [[i + 1, *row] for i, row in enumerate(rows)]
    above = dice.choice(
        [[], [["DANH SÁCH ĐẢNG VIÊN"], []], [["Đảng ủy", "", "Mẫu 1"], ["Biểu tổng hợp năm 2019"]]]
    )
    below = dice.choice(
        [[], [["Tổng số: 8 đồng chí"]], [[], ["", "", "Người lập biểu"], ["", "", "Lò Thị Ký"]]]
    )
    return [*above, heads, *rows, *below], targets, people


def read_grid(grid):
    book = Book(
        "tệp.csv", [Sheet("Sheet1", SheetFacts(len(grid), max(map(len, grid))), source=grid)]
    )
    layout = book.layouts()[0]
    mapping = propose(layout)
    answers = {question.key: question.choices[0][0] for question in questions(layout, mapping)}
    return list(read(book, layout, mapping=mapping, answers=answers))


def wanted(one: dict, target: str, row) -> bool:
    value, got = one[target], row.values.get(target)
    if target in ("full_name", "other_name"):
        return fold(str(got)) == fold(value)
    if target == "card_no" and got is None:
        return row.values.get("card_no_old") == value
    return got == value


def judge(seed: int) -> tuple[Counter, list[str]]:
    grid, targets, people = table(seed)
    rows = read_grid(grid)
    counts, wrong = Counter(), []
    assert len(rows) == len(people), (seed, len(rows))
    for one, row in zip(people, rows, strict=True):
        for target in targets:
            if wanted(one, target, row):
                counts["right"] += 1
            elif target not in row.values:  # told, or kept under its heading
                counts["told"] += 1
            else:
                counts["wrong"] += 1
                wrong.append(f"{seed} {target}: {row.values[target]!r} for {one[target]!r}")
        wrong += [
            f"{seed}: nobody wrote {key}" for key in set(row.values) - set(targets) - {"cell"}
        ]
    return counts, wrong


@pytest.mark.parametrize("seed", range(60))
def test_nothing_is_wrong_in_silence(seed):
    _counts, wrong = judge(seed)
    assert wrong == []


def test_most_cells_land_right_without_help():
    total = Counter()
    for seed in range(60):
        total += judge(seed)[0]
    assert total["right"] >= 0.95 * total.total(), total
