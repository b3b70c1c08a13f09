"""Vietnamese text: one normal form, search without accents, one order on both databases."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyunit.text import fold, normalise, one_line, sort_key

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
names = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)


def test_text_is_composed_with_single_spaces():
    assert normalise("  Lo\u0300  Va\u0306n\u00a0An ") == "Lò Văn An"


def test_what_has_no_shape_is_dropped():
    assert normalise("\u200b \u200b") == ""
    assert normalise("Lò \u202eVăn\ufeff An\x00") == "Lò Văn An"


def test_what_the_type_of_a_paper_lacks_is_dropped_or_a_sign_it_has():
    assert normalise("Tốt 😀👍🏽 ❤️ lắm 🙏.") == "Tốt lắm."
    assert normalise("\uf0b7\tMột ✓\n\uf0d8 Hai ☐\ue123") == "• Một √\n► Hai □"


def test_what_a_word_file_has_no_room_for_is_dropped():
    """What stays of the basic plane may stand in XML 1.0 (W3C, 26/11/2008, 2.2)."""
    every = "".join(f"a{chr(code)}" for code in range(0x10000))
    left = {ord(one) for one in normalise(every)}
    assert left & {*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)} == set()
    assert left & {*range(0xD800, 0xE000), 0xFFFE, 0xFFFF} == set()


def test_line_breaks_stay():
    assert normalise("một \r\n hai") == "một\nhai"


@pytest.mark.parametrize(
    "between", ["\n", "\r\n", "\r", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\n\n"]
)
def test_line_breaks_in_a_line_are_spaces(between):
    assert one_line(f"\u200b{between}một{between}hai{between}") == "một hai"


@pytest.mark.parametrize(
    ("text", "folded"), [("Đào Văn Kim", "dao van kim"), ("ƯỜNG", "uong"), ("Quàng A", "quang a")]
)
def test_search_text_has_no_accents(text, folded):
    assert fold(text) == folded


def test_people_are_ordered_by_given_name_then_family_name():
    ordered = ["Lò Văn An", "Nguyễn Thế Anh", "Vàng A Ánh", "Bùi Minh Đức", "Lê Bá Dũng"]
    assert sorted(ordered, key=sort_key) == [
        "Lò Văn An",
        "Nguyễn Thế Anh",
        "Vàng A Ánh",
        "Lê Bá Dũng",
        "Bùi Minh Đức",
    ]


def test_tones_order_after_letters():
    names_of_one_family = ["Lò Hạ", "Lò Há", "Lò Hã", "Lò Hả", "Lò Hà", "Lò Ha"]
    assert sorted(names_of_one_family, key=sort_key) == names_of_one_family[::-1]


@given(names)
def test_key_is_ascii_and_the_same_for_both_forms(name):
    decomposed = unicodedata.normalize("NFD", name)
    assert sort_key(name).isascii()
    assert sort_key(decomposed) == sort_key(name)
    assert fold(decomposed) == fold(name)
    assert fold(name).isascii()
