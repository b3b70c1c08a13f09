"""Coming back into the Party: by the months of the rule, whole when it is voided."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from members import services
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(cell, officer):
    """On probation still: nobody was recognised after leaving."""
    return admit(cell, officer, official=False)


@pytest.fixture
def left(member, officer):
    services.end_membership(
        member=member, reason="removed", on=day("01/10/2015"), recorded_on=TODAY, by=officer
    )
    return member


def readmit(member, cell, officer, on, **changes):
    days = {"decision_on": day(on), "ceremony_on": day(on)}
    return services.admit_member(
        member=member, cell=cell, recorded_on=TODAY, by=officer, **days, **changes
    )


def test_three_years_after_leaving(left, cell, officer):
    """Last day 30/09/2015; 36 months from 01/10/2015 end on 01/10/2018."""
    with pytest.raises(ValidationError) as refusal:
        readmit(left, cell, officer, "30/09/2018")
    assert "01/10/2018" in refusal.value.message_dict["decision_on"][0]
    span = readmit(left, cell, officer, "01/10/2018")
    assert span.admission_rule.number == "29-QĐ/TW"


def test_earlier_with_a_reason(left, cell, officer):
    span = readmit(left, cell, officer, "01/02/2018", admission_note="trường hợp đặc biệt")
    assert span.admission_note == "trường hợp đặc biệt"


def test_nobody_comes_back_from_death(member, cell, officer):
    services.end_membership(
        member=member, reason="died", on=day("01/10/2015"), recorded_on=TODAY, by=officer
    )
    with pytest.raises(ValidationError, match="từ trần"):
        readmit(member, cell, officer, "01/02/2019", admission_note="x")


def test_voided_readmission_goes_with_its_placement(left, cell, officer):
    span = readmit(left, cell, officer, "01/10/2018")
    services.void_row(row=span, reason="nhầm", by=officer)
    assert left.memberships.valid().count() == 1
    assert left.placements.valid().get().end_reason == "removed"


def test_page_tells_the_two_spans_apart(client, left, cell, officer):
    readmit(left, cell, officer, "01/10/2018")
    client.force_login(officer)
    page = client.get(reverse("members:detail", args=[left.pk])).content.decode()
    assert "Quyết định kết nạp lại; tuổi Đảng tính tiếp từ ngày này." in page
    assert page.count("tuổi Đảng tính từ ngày này") == 1
    assert "tính từ ngày quyết định, trừ thời gian ngoài Đảng" in page


def test_page_of_one_who_left_on_probation_promises_nothing(client, left, officer):
    client.force_login(officer)
    page = client.get(reverse("members:detail", args=[left.pk])).content.decode()
    assert "chưa được công nhận" in page
    assert "dự bị đến" not in page


def test_form_says_what_the_months_of_the_rule_are_for(client, left, officer):
    client.force_login(officer)
    page = client.get(reverse("members:readmit", args=[left.pk])).content.decode()
    assert "(kết nạp lại): ít nhất sau khi ra khỏi Đảng (tháng): 36" in page


def test_correction_keeps_the_months_and_finds_the_rule_of_the_new_day(left, cell, officer):
    span = readmit(left, cell, officer, "01/10/2018")
    asked = {"fields": ["decision_on"], "reason": "ghi nhầm", "recorded_on": TODAY, "by": officer}
    span.decision_on = day("30/09/2018")
    with pytest.raises(ValidationError) as refusal:
        services.correct_row(row=span, **asked)
    assert "01/10/2018" in refusal.value.message_dict["decision_on"][0]


def test_correction_of_the_decision_finds_the_rule_of_its_day(member, officer):
    """Admitted under 45-QĐ/TW; a decision of 2010 fell under 23-QĐ/TW."""
    span = member.memberships.get()
    assert span.admission_rule.number == "45-QĐ/TW"
    span.decision_on = day("03/05/2010")
    asked = {"fields": ["decision_on"], "reason": "ghi nhầm", "recorded_on": TODAY, "by": officer}
    services.correct_row(row=span, **asked)
    span.refresh_from_db()
    assert span.admission_rule.number == "23-QĐ/TW"
