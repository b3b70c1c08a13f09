"""Which rule holds on which day, what the database refuses, and what a fresh start brings."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.access import read_access
from audit import services as audit
from regulations import seeds
from regulations.models import Holiday, Regulation

pytestmark = pytest.mark.django_db
D = dt.date


def rule(committee=None, *, months=12, **facts) -> Regulation:
    facts = {"valid_from": D(2019, 1, 1), "valid_to": None, "number": "01-QĐ/TW"} | facts
    return Regulation(
        topic="probation",
        committee=committee,
        parameters={"months": months},
        source_mark="S",
        **facts,
    )


@pytest.fixture
def no_rules(db):
    """Without the rules the program starts with."""
    for row in Regulation.objects.all():
        audit.void(row, by=None, reason="thử")


def months_on(day, committee=None):
    found = Regulation.objects.of_day(topic="probation", day=day, committee=committee)
    return found.parameters["months"] if found else None


def test_rule_of_a_day_holds_from_its_first_to_its_last_day(no_rules):
    rule(months=6, valid_from=D(2015, 2, 3), valid_to=D(2016, 2, 29)).save()
    rule(months=12, valid_from=D(2016, 3, 1)).save()
    days = [D(2015, 2, 2), D(2015, 2, 3), D(2016, 2, 29), D(2016, 3, 1), D(2030, 1, 1)]
    assert [months_on(day) for day in days] == [None, 6, 6, 12, 12]


def test_rule_of_the_committee_goes_before_the_general_one(no_rules, committee, other_committee):
    rule(months=12).save()
    rule(committee, months=18).save()
    day = D(2019, 3, 13)
    assert [months_on(day, c) for c in (committee, other_committee, None)] == [18, 12, 12]


def test_voided_rule_holds_on_no_day(no_rules):
    wrong = rule(months=18)
    wrong.save()
    audit.void(wrong, by=None, reason="nhập nhầm")
    assert months_on(D(2019, 3, 13)) is None
    rule(months=12).save()
    assert months_on(D(2019, 3, 13)) == 12


@pytest.mark.parametrize("of_committee", [False, True])
def test_two_rules_of_one_topic_share_no_day(no_rules, committee, of_committee):
    owner = committee if of_committee else None
    rule(owner, valid_to=D(2019, 3, 13)).save()
    second = rule(owner, valid_from=D(2019, 3, 13))
    with pytest.raises(ValidationError) as refusal:
        second.full_clean()
    assert refusal.value.message_dict == {
        "valid_from": ["Trong thời gian này chủ đề đã có một quy định khác."]
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()
    rule(owner, valid_from=D(2019, 3, 14)).save()


def test_rules_of_two_committees_and_of_all_may_share_days(no_rules, committee, other_committee):
    for owner in (None, committee, other_committee):
        rule(owner).full_clean()
        rule(owner).save()


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({}, "Tham số «months» thiếu hoặc sai dạng."),
        ({"months": "12"}, "Tham số «months» thiếu hoặc sai dạng."),
        ({"months": 12, "weeks": 1}, "Tham số lạ: weeks."),
    ],
)
def test_parameters_of_another_shape_are_told(no_rules, parameters, sentence):
    wrong = rule()
    wrong.parameters = parameters
    with pytest.raises(ValidationError) as refusal:
        wrong.full_clean()
    assert refusal.value.message_dict == {"parameters": [sentence]}


# -- what the program starts with ----------------------------------------------------------------


def test_every_rule_to_start_with_meets_its_topic():
    for row in Regulation.objects.all():
        row.full_clean()


def test_second_start_adds_nothing():
    before = Regulation.objects.count(), Holiday.objects.count()
    seeds.add_missing()
    assert (Regulation.objects.count(), Holiday.objects.count()) == before
    assert min(before) > 0


def test_start_leaves_what_the_office_has_changed():
    """A rule corrected to another day, and one the office does not want."""
    moved = Regulation.objects.get(topic="probation")
    moved.valid_from = D(2011, 1, 1)
    audit.update(moved, by=None, fields=["valid_from"], reason="theo văn bản")
    unwanted = Regulation.objects.get(topic="layout", number="36-HD/VPTW")
    audit.void(unwanted, by=None, reason="thử")
    before = Regulation.objects.count()
    seeds.add_missing()
    assert Regulation.objects.count() == before


def test_holiday_stands_once_in_the_calendar():
    again = Holiday(day=Holiday.objects.first().day, name="Ngày lễ")
    with pytest.raises(ValidationError, match="đã có trong lịch"):
        again.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_reader_sees_the_rules_of_all_and_of_the_own_committee(
    no_rules, inspector, committee, other_committee
):
    for owner in (None, committee, other_committee):
        rule(owner).save()
    inspector.access = read_access(inspector, D(2019, 3, 13))
    seen = Regulation.objects.visible_to(inspector).valid()
    assert {row.committee for row in seen} == {None, committee}
    assert Holiday.objects.visible_to(inspector).exists()
