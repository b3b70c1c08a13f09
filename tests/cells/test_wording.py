"""How committees, cells and posts are called."""

import pytest

from cells.wording import CELL_BODY, COMMITTEE_BODY, as_issuer, cell_title, post_at


@pytest.mark.parametrize("name", ["Tổng hợp", "Chi bộ Tổng hợp"])
def test_cell_says_once_that_it_is_one(name):
    assert cell_title(name) == "Chi bộ Tổng hợp"
    assert as_issuer(name, CELL_BODY) == "Chi bộ Tổng hợp"


@pytest.mark.parametrize(
    "name", ["Công an huyện", "Đảng bộ Công an huyện", "Đảng ủy Công an huyện"]
)
def test_papers_of_a_committee_come_from_its_executive(name):
    assert as_issuer(name, COMMITTEE_BODY) == "Đảng ủy Công an huyện"


@pytest.mark.parametrize(
    ("title", "place", "said"),
    [
        ("Phó Trưởng Công an huyện", "Công an huyện Tân Uyên", "Phó Trưởng Công an huyện Tân Uyên"),
        ("Đội trưởng", "Đội Tổng hợp", "Đội trưởng Đội Tổng hợp"),
        ("Bí thư chi bộ", "Chi bộ Tổng hợp", "Bí thư chi bộ Tổng hợp"),
        ("Bí thư Đảng ủy", "", "Bí thư Đảng ủy"),
    ],
)
def test_post_says_its_unit_once(title, place, said):
    assert post_at(title, place) == said
