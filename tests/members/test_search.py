"""Finding a member by name, other name or number."""

import pytest
from django.core.exceptions import ValidationError

from members.models import Member
from tests.members.people import admit, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(cell, officer):
    return admit(
        cell,
        officer,
        name="Lò Văn An",
        other_name="Bạc Cầm Đón",
        citizen_id="012085001234",
        card_no="38001235",
    )


@pytest.mark.parametrize("words", ["lo van an", "an lo", "Lò A", "don bac", "an don", " "])
def test_words_are_found_in_any_order_in_both_names(member, words):
    assert member in Member.objects.matching(words)


@pytest.mark.parametrize("words", ["ò an", "an an binh", "cam ba", "van%", "_o"])
def test_words_that_begin_no_word_are_not_found(member, words):
    found = Member.objects.matching(words)
    assert (member in found) is (words == "cam ba")


@pytest.mark.parametrize(
    ("digits", "is_found"),
    [
        ("1234", True),
        ("1235", True),
        ("012085001234", True),
        ("38001235", True),
        ("234", False),
        ("01234", False),
        ("0120", False),
        ("01208500123", False),
        ("3800123", False),
        ("٢٣٤", False),
    ],
)
def test_numbers_are_found_by_the_four_digits_shown_or_whole(member, digits, is_found):
    assert (member in Member.objects.matching(digits)) is is_found


@pytest.mark.parametrize(
    "name",
    ["Lò Văn Ân", "Y'Lan Kpă", "H’Hen Niê", "Nguyễn-Lê Thu", "Lý A. Sử", "Ksor B̆lôi"],
)
def test_names_of_the_peoples_are_names(name):
    person(name).clean_fields()


@pytest.mark.parametrize("name", ["1985", "Lò Văn 2", "🙂", "<script>", "...", "-", "Lò_Văn"])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(ValidationError) as refusal:
        person(name).clean_fields()
    assert "full_name" in refusal.value.message_dict


@pytest.mark.parametrize(
    ("field", "number", "is_right"),
    [
        ("citizen_id", "012085001234", True),
        ("citizen_id", "045123456", True),
        ("citizen_id", "123", False),
        ("citizen_id", "٠١٢٠٨٥٠٠١٢٣٤", False),
        ("card_no", "38001234", True),
        ("card_no", "012085001234", True),
        ("card_no", "380012345", False),
    ],
)
def test_numbers_have_the_digits_of_their_kind(field, number, is_right):
    stranger = person(**{field: number})
    if is_right:
        stranger.clean_fields()
        return
    with pytest.raises(ValidationError) as refusal:
        stranger.clean_fields()
    assert field in refusal.value.message_dict
