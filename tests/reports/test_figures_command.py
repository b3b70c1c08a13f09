"""Figures from the shell."""

import datetime as dt
import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories import CellFactory, CommitteeFactory, QualificationFactory, place

D = dt.date
KEYS = {
    "cells",
    "members",
    "graduates",
    "graduate_percent",
    "seconded",
    "seconded_by_cell",
    "host_cells",
    "communes",
    "towns",
    "party_work_team",
    "model_meetings",
    "awards",
    "title_streak",
    "committee_awards",
}


@pytest.fixture
def people(cell, other_cell):
    for graduates in (True, True, False):
        member = place(cell)
        if graduates:
            QualificationFactory(member=member)
    place(other_cell, from_on=D(2019, 3, 1))


def figures_json(capsys, *options) -> dict | list:
    call_command("figures", *options, "--json")
    return json.loads(capsys.readouterr().out)


def test_json_has_every_key_and_numbers(capsys, people):
    found = figures_json(capsys, "--on", "2019-03-13")
    assert set(found) >= KEYS
    assert (found["cells"], found["members"], found["graduates"]) == (2, 4, 2)
    assert found["graduate_percent"] == 50.0
    assert found["seconded_by_cell"] == {"AN": 0, "DT": 0}
    assert [set(row) >= {"authority", "collective", "individual"} for row in found["awards"]] == [
        True
    ] * 3
    assert found["award_years"] == [2014, 2018]


def test_day_defaults_to_the_programs_and_reads_both_ways(capsys, people):
    assert figures_json(capsys)["on"] == "2019-03-13"
    assert figures_json(capsys, "--on", "28/02/2019")["members"] == 3
    assert figures_json(capsys, "--on", "03/04/2019")["on"] == "2019-04-03"


def test_cell_and_years(capsys, people):
    found = figures_json(capsys, "--cell", "AN", "--years", "2010-2012")
    assert (found["cells"], found["members"], found["graduate_percent"]) == (1, 3, 66.7)
    assert found["award_years"] == [2010, 2012]


def test_cells_are_listed_with_their_founding(capsys, people):
    assert figures_json(capsys, "--cells") == [
        {"code": "AN", "name": "An ninh", "founded_on": "2009-04-20"},
        {"code": "DT", "name": "Điều tra", "founded_on": "2009-04-20"},
    ]


def test_without_json_a_table_for_people(capsys, people):
    call_command("figures")
    out = capsys.readouterr().out
    assert "13/03/2019" in out
    assert "Đảng viên" in out
    assert "50,0" in out
    call_command("figures", "--cells")
    assert "20/04/2009  An ninh" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--cell", "KHONG"], "Không có chi bộ nào mang mã «KHONG»"),
        (["--on", "2019-02-30"], "Ngày «2019-02-30» không có thật"),
        (["--on", "31/04/2019"], "Ngày «31/04/2019» không có thật"),
        (["--on", "hôm qua"], "Ngày «hôm qua» không có thật"),
        (["--on", ""], "Ngày «» không có thật"),
        (["--on", "9999-01-01"], "Ngày «9999-01-01» không có thật"),
        (["--years", "2018-2014"], "Các năm «2018-2014» không hợp lệ"),
        (["--years", "18"], "Các năm «18» không hợp lệ"),
        (["--cell", ""], "Không có chi bộ nào mang mã «»"),
        (["--years", ""], "Các năm «» không hợp lệ"),
        (["--committee", ""], "Không có đảng bộ nào mang mã «»"),
        (["--cells", "--cell", "KHONG"], "Không có chi bộ nào mang mã «KHONG»"),
        (["--cells", "--years", "xx"], "Các năm «xx» không hợp lệ"),
        (["--cells", "--cell", "AN"], "--cells liệt kê các chi bộ"),
        (["--committee", "LA"], "Không có đảng bộ nào mang mã «LA»"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_what_cannot_be_is_one_sentence_and_exit_code_2(capsys, cell, options, sentence, form):
    with pytest.raises(CommandError) as refusal:
        call_command("figures", *options, *form)
    assert refusal.value.returncode == 2
    assert capsys.readouterr().out == ""
    assert str(refusal.value).startswith(sentence)
    assert "\n" not in str(refusal.value)


def test_more_than_one_committee_asks_which(capsys, cell):
    other = CommitteeFactory(code="KHAC")
    CellFactory(committee=other)
    with pytest.raises(CommandError, match="--committee: DUCAH, KHAC"):
        call_command("figures", "--json")
    assert figures_json(capsys, "--committee", "KHAC")["cells"] == 1


def test_no_committee_says_what_to_do(db):
    with pytest.raises(CommandError, match="setup_office"):
        call_command("figures")
