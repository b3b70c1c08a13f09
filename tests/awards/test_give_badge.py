"""Entering, correcting and voiding a Party badge."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import AuditEntry
from awards.models import Badge
from awards.services import give_badge
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def member(cell):
    """Reaches 30 years on 10/02/2019, of the round 19/05/2019."""
    return factories.place(
        cell, from_on=D(1989, 2, 10), born_on=D(1965, 1, 1), full_name="Đào Văn Kim"
    )


@pytest.fixture
def typed(member):
    return {
        "member": member.pk,
        "years": "30",
        "occasion": "due",
        "decided_on": "01/03/2019",
        "decision_number": "12-QĐ/TU",
    }


@pytest.fixture
def ask(client, officer, typed):
    client.force_login(officer)
    return lambda **changes: client.post(reverse("awards:badge_create"), {**typed, **changes})


def test_giving_works(ask, member, officer):
    assert ask(round_on="19/05/2019").status_code == 302
    badge = Badge.objects.get()
    assert (badge.member, badge.years, badge.round_on) == (member, 30, D(2019, 5, 19))
    assert AuditEntry.objects.filter(action="awards.give_badge", actor=officer).count() == 1


def test_badge_may_be_decided_before_the_day_of_its_round(ask, client, member):
    """Decided in January for the round of 19 May, whose window holds the anniversary."""
    assert ask(decided_on="20/01/2019", round_on="19/05/2019").status_code == 302


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"years": "35"}, "years", "Theo 29-QĐ/TW ngày 25/07/2016 chỉ có các mốc: 30, 40, 45"),
        ({"years": "40"}, "years", "Đến ngày 10/02/2029 đồng chí mới đủ 40 năm tuổi Đảng."),
        (
            {"years": "40", "occasion": "early", "reason": "bệnh nặng"},
            "years",
            "sớm nhất từ ngày 10/02/2028",
        ),
        ({"round_on": "20/05/2019"}, "round_on", "các đợt là 3/2, 19/5, 2/9, 7/11; trao vào dịp"),
        ({"occasion": "early"}, "reason", "Trao sớm, truy tặng thì ghi lý do"),
        ({"reason": "thành tích"}, "reason", "đủ tuổi thì không"),
        ({"decided_on": "14/03/2019"}, "decided_on", "chưa đến"),
        ({"given_on": "14/03/2019"}, "given_on", "chưa đến"),
        ({"given_on": "28/02/2019"}, "given_on", "từ ngày quyết định trở đi"),
        ({"years": "ba mươi"}, "years", "số"),
    ],
)
def test_what_goes_against_the_rule_is_told_beside_its_field(ask, changes, field, sentence):
    answer = ask(**changes)
    assert answer.status_code == 200
    assert any(sentence in told for told in answer.context["form"].errors[field]), answer.context[
        "form"
    ].errors
    assert not Badge.objects.exists()


def test_badge_ahead_for_grave_illness(ask, client, cell):
    """30 years on 01/01/2020; from 01/01/2019 on with a reason."""
    ill = factories.place(cell, from_on=D(1990, 1, 1), born_on=D(1965, 1, 1))
    assert ask(member=ill.pk).status_code == 200
    assert ask(member=ill.pk, occasion="early", reason="bệnh nặng").status_code == 302


def test_second_badge_of_one_milestone_is_refused_by_form_and_database(ask, member):
    ask()
    assert ask().context["form"].errors["years"] == [
        "Đồng chí đã có Huy hiệu của mốc này trong sổ."
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.BadgeFactory(member=member)


def test_reason_of_a_badge_ahead_is_asked_by_the_database(member):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.BadgeFactory(member=member, occasion="posthumous")


def test_form_knows_what_the_deadlines_page_asks(client, officer, member):
    client.force_login(officer)
    query = {"member": member.pk, "years": "30", "round_on": "19/05/2019"}
    form = client.get(reverse("awards:badge_create"), query).context["form"]
    assert (form["member"].value(), form["years"].value()) == (str(member.pk), "30")
    assert form["round_on"].value() == "19/05/2019"


def test_correcting_keeps_the_rules_and_asks_the_reason(client, officer, typed, ask):
    ask()
    badge = Badge.objects.get()
    address = reverse("awards:badge_update", args=[badge.pk])
    answer = client.post(
        address, {**typed, "years": "40", "version": 1, "correction_reason": "nhầm"}
    )
    assert "years" in answer.context["form"].errors
    changed = {**typed, "decision_number": "13-QĐ/TU", "version": 1}
    assert "correction_reason" in client.post(address, changed).context["form"].errors
    client.post(address, {**changed, "correction_reason": "ghi nhầm số"})
    badge.refresh_from_db()
    assert badge.decision_number == "13-QĐ/TU"


def test_correcting_gives_the_badge_to_nobody_of_a_committee_one_only_reads(
    client, officer, other_committee, foreign_cell, typed, ask
):
    factories.RoleFactory(user=officer, role="inspector", committee=other_committee)
    ask()
    badge = Badge.objects.get()
    stranger = factories.place(foreign_cell, from_on=D(1989, 2, 10), born_on=D(1965, 1, 1))
    address = reverse("awards:badge_update", args=[badge.pk])
    changed = {**typed, "member": stranger.pk, "version": 1, "correction_reason": "nhầm người"}
    assert "member" in client.post(address, changed).context["form"].errors
    badge.refresh_from_db()
    assert badge.member != stranger


def test_paper_of_a_register_one_only_reads_is_no_choice(
    client, officer, committee, other_committee
):
    """An award, a title, a badge and a year's round rest on papers of the register one writes, each
    with its issuer; on no cell's minutes."""
    cell = factories.CellFactory(committee=committee)
    minutes = factories.DocumentFactory(register=committee, cell=cell, outside_issuer="", kind="BB")
    factories.RoleFactory(user=officer, role="inspector", committee=other_committee)
    own, paper = (factories.DocumentFactory(register=one) for one in (committee, other_committee))
    client.force_login(officer)
    for page in ("awards:create", "awards:title_create", "awards:badge_create", "evaluations:open"):
        offered = client.get(reverse(page)).context["form"].fields["decision"]
        papers = [one in offered.queryset for one in (own, paper, minutes)]
        assert papers == [True, False, False], page
        assert offered.label_from_instance(own).endswith(f"({own.outside_issuer})")


def test_slower_officer_sees_both_versions(client, officer, typed, ask):
    ask()
    badge = Badge.objects.get()
    Badge.objects.update(version=2, decision_number="20-QĐ/TU")
    address = reverse("awards:badge_update", args=[badge.pk])
    answer = client.post(address, {**typed, "version": 1, "correction_reason": "ghi nhầm số"})
    assert answer.status_code == 409
    assert "20-QĐ/TU" in answer.content.decode()
    assert "12-QĐ/TU" in answer.content.decode()


def test_voided_badge_counts_nowhere(client, ask, member):
    ask()
    badge = Badge.objects.get()
    client.post(reverse("awards:badge_void", args=[badge.pk]), {"reason": "nhầm", "version": 1})
    badge.refresh_from_db()
    assert badge.is_voided
    assert client.get(reverse("awards:badges")).context["listing"].count == 0
    assert ask().status_code == 302


@pytest.mark.parametrize("name", ["badge_update", "badge_void"])
def test_reader_and_stranger_may_not_write(client, inspector, stranger, member, name):
    address = reverse(f"awards:{name}", args=[factories.BadgeFactory(member=member).pk])
    client.force_login(inspector)
    assert client.post(address).status_code == 403
    client.force_login(stranger)
    assert client.post(address).status_code == 404


def test_badge_of_an_unseen_member_cannot_be_given(client, stranger, typed):
    client.force_login(stranger)
    answer = client.post(reverse("awards:badge_create"), typed)
    assert "member" in answer.context["form"].errors


def test_list_filters_by_years_giving_and_day(client, inspector, cell):
    for name in "ABC":
        factories.BadgeFactory(member=factories.place(cell, full_name=f"Lò Văn {name}"))
    factories.BadgeFactory(member=factories.place(cell), years=40, given_on=D(2019, 2, 3))
    client.force_login(inspector)
    page = client.get(reverse("awards:badges"), {"years": "30", "given": "no"})
    assert page.context["listing"].count == 3
    assert client.get(reverse("awards:badges"), {"on": "19/01/2019"}).context["listing"].count == 0


def test_member_page_tells_the_badge(client, officer, member):
    badge = factories.BadgeFactory(member=member)
    client.force_login(officer)
    page = client.get(reverse("members:detail", args=[member.pk])).content.decode()
    assert "30 năm (2019)" in page
    assert "Huy hiệu 30 năm tuổi Đảng (đủ tuổi Đảng)." in page
    assert reverse("awards:badge_void", args=[badge.pk]) in page


def test_badge_of_a_member_without_dates_is_refused(officer, cell):
    unknown = factories.MemberFactory()
    factories.PlacementFactory(member=unknown, cell=cell)
    badge = factories.BadgeFactory.build(member=unknown)
    with pytest.raises(ValidationError, match="chưa có ngày quyết định kết nạp"):
        give_badge(badge=badge, recorded_on=D(2019, 3, 13), by=officer)
