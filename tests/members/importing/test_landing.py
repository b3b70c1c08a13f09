"""How much of many offices' sheets lands right without help; the rest is told, nothing is wrong in silence."""

from collections import Counter

import pytest

from tests.members.importing.offices import every_office
from tests.members.importing.people import person
from tests.members.importing.sheets import REPORT, Table, read_all, write

# Values a sheet gives beside those a fixture names: cells of groups and titles, what a tick says of the branch.
BESIDE = {"cell", "dossier_no", "professional_detail", "sex", "born_on"}


def wanted(table: Table, one: dict, i: int) -> dict:
    found = {}
    for column in table.columns:
        if column.target:
            expect = column.expect
            found[column.target] = expect(one, i) if callable(expect) else one[column.target]
    return found


def same(one, other) -> bool:
    return one == other and getattr(one, "precision", "") == getattr(other, "precision", "")


def score(table: Table, people: list[dict], rows: list) -> tuple[Counter, list[str]]:
    assert len(rows) == len(people), f"{table.name}: {len(rows)} rows of {len(people)} people"
    counts, wrong = Counter(), []
    for i, (one, row) in enumerate(zip(people, rows, strict=True)):
        for target, value in wanted(table, one, i).items():
            got = row.values.get(target)
            if value is not REPORT and same(got, value):
                counts["right"] += 1
            elif (got is None and any(not p.is_warning for p in row.problems)) or (
                value is REPORT and got is None and row.problems
            ):
                counts["reported"] += 1
            else:
                counts["wrong"] += 1
                wrong.append(f"{table.name} {i} {target}: {got!r} for {value!r}")
        unasked = set(row.values) - set(wanted(table, one, i)) - BESIDE
        wrong += [f"{table.name} {i}: nobody wrote {key}" for key in unasked if not row.problems]
    return counts, wrong


def landed(table: Table, folder) -> tuple[Counter, list[str]]:
    people = [person(i) for i in range(table.count)]
    return score(table, people, read_all(write(table, people, folder), answers=table.answers))


@pytest.mark.parametrize("table", every_office(), ids=lambda table: table.name)
def test_sheet_of_office_lands(table, tmp_path):
    counts, wrong = landed(table, tmp_path)
    assert wrong == []
    assert counts["right"] >= 0.95 * counts.total(), counts


def test_cells_of_all_offices_land_right_or_are_told(tmp_path):
    total, wrong = Counter(), []
    for table in every_office():
        counts, errors = landed(table, tmp_path)
        total += counts
        wrong += errors
    assert wrong == []
    assert total["right"] >= 0.95 * total.total(), total
    assert total["reported"] > 0  # the fixtures do hold what nobody can read
