"""Admission, transfer in and recognition as services."""

import pytest
from django.core.exceptions import ValidationError

from audit.models import AuditEntry
from members import services
from members.models import Member, Membership, Placement
from partyunit.dates import PartialDate
from regulations.models import Regulation
from tests.members.people import TODAY, admit, day, person

pytestmark = pytest.mark.django_db


def test_admission_opens_membership_and_placement_at_the_ceremony(cell, officer):
    member = admit(cell, officer, on="03/02/2019", official=False)

    assert not Member.objects.placed_on(day("02/02/2019")).exists()
    assert list(Member.objects.placed_on(day("03/02/2019"), cells=[cell])) == [member]
    assert member.memberships.get().is_probationary_on(TODAY)
    assert member.placements.get().start_reason == Placement.StartReason.ADMISSION
    assert AuditEntry.objects.filter(action="members.admit", actor=officer).count() == 3


@pytest.mark.parametrize(
    ("decision_on", "ceremony_on", "field"),
    [
        ("14/03/2019", "13/03/2019", "decision_on"),
        ("01/03/2019", "14/03/2019", "ceremony_on"),
    ],
)
def test_admission_of_the_future_is_refused(cell, officer, decision_on, ceremony_on, field):
    with pytest.raises(ValidationError) as refusal:
        services.admit_member(
            member=person(),
            cell=cell,
            decision_on=day(decision_on),
            ceremony_on=day(ceremony_on),
            recorded_on=TODAY,
            by=officer,
        )
    assert "chưa đến" in refusal.value.message_dict[field][0]
    assert not Member.objects.exists()


def test_admission_below_eighteen_by_month_is_refused(cell, officer):
    with pytest.raises(ValidationError) as refusal:
        admit(cell, officer, on="28/02/2015", born_on=day("01/03/1997"))
    assert "ceremony_on" in refusal.value.message_dict
    assert not Member.objects.exists()


@pytest.mark.parametrize("born_on", [day("28/02/1997"), PartialDate(1997, 2), PartialDate(1997)])
def test_admission_in_the_month_one_turns_eighteen(cell, officer, born_on):
    assert admit(cell, officer, on="03/02/2015", born_on=born_on).pk


def test_readmission_decided_inside_the_earlier_span_is_refused(cell, officer):
    member = admit(cell, officer, on="03/02/2010")
    services.end_membership(
        member=member, reason="resigned", on=day("01/06/2012"), recorded_on=TODAY, by=officer
    )
    asked = {"cell": cell, "ceremony_on": day("05/07/2016"), "recorded_on": TODAY, "by": officer}
    with pytest.raises(ValidationError) as refusal:
        services.admit_member(member=member, decision_on=day("31/05/2012"), **asked)
    assert "31/05/2012" in refusal.value.message_dict["decision_on"][0]
    assert services.admit_member(member=member, decision_on=day("01/06/2015"), **asked).pk


def test_admission_with_only_the_month_of_the_decision_known(cell, officer):
    services.admit_member(
        member=person(),
        cell=cell,
        decision_on=PartialDate(2019, 3),
        ceremony_on=day("10/03/2019"),
        recorded_on=TODAY,
        by=officer,
    )
    assert str(Membership.objects.get().decision_on) == "03/2019"


def test_admission_before_the_cell_exists_is_refused_beside_the_ceremony(cell, officer):
    with pytest.raises(ValidationError) as refusal:
        admit(cell, officer, on="03/02/2009", official=False)
    assert "ceremony_on" in refusal.value.message_dict
    assert not Member.objects.exists()


def test_readmission_gives_a_second_span(cell, officer):
    member = admit(cell, officer, on="03/02/2010")
    services.end_membership(
        member=member, recorded_on=TODAY, reason="resigned", on=day("01/06/2012"), by=officer
    )
    services.admit_member(
        member=member,
        cell=cell,
        decision_on=day("01/07/2016"),
        ceremony_on=day("05/07/2016"),
        recorded_on=TODAY,
        by=officer,
    )
    assert member.memberships.count() == 2
    assert member.placements.last().start_reason == Placement.StartReason.READMISSION
    assert not Member.objects.placed_on(day("01/06/2012")).exists()


def test_second_admission_while_in_the_party_is_refused(cell, officer):
    member = admit(cell, officer)
    with pytest.raises(ValidationError, match="đang là đảng viên"):
        services.admit_member(
            member=member,
            cell=cell,
            decision_on=day("01/07/2016"),
            ceremony_on=day("05/07/2016"),
            recorded_on=TODAY,
            by=officer,
        )
    assert member.placements.count() == 1


@pytest.mark.parametrize("decision_on", ["03/02/2016", "20/12/2016"])
def test_recognition_is_as_of_the_end_of_probation(cell, officer, decision_on):
    member = admit(cell, officer, on="03/02/2015", official=False)
    services.recognise_member(
        member=member, decision_on=day(decision_on), recorded_on=TODAY, by=officer
    )
    membership = member.memberships.get()
    assert membership.official_from == day("03/02/2016")
    assert membership.recognition_decision_on == day(decision_on)


def test_probation_that_began_on_a_leap_day_ends_on_28_february(cell, officer):
    member = admit(cell, officer, on="29/02/2016", official=False)
    services.recognise_member(
        member=member, decision_on=day("15/03/2017"), recorded_on=TODAY, by=officer
    )
    assert member.memberships.get().official_from == day("28/02/2017")


def test_recognition_follows_the_rule_of_the_ceremonys_day(cell, officer):
    Regulation.objects.filter(topic="probation").update(valid_to=day("31/12/2015"))
    Regulation.objects.create(
        topic="probation",
        number="thử",
        valid_from=day("01/01/2016"),
        parameters={"months": 6},
        source_mark="M",
    )
    old = admit(cell, officer, name="Lò Văn Một", on="31/12/2015", official=False)
    new = admit(cell, officer, name="Lò Văn Hai", on="01/01/2016", official=False)
    for member in (old, new):
        services.recognise_member(
            member=member, decision_on=day("05/01/2017"), recorded_on=TODAY, by=officer
        )
    assert old.memberships.get().official_from == day("31/12/2016")
    assert new.memberships.get().official_from == day("01/07/2016")


def test_recognition_without_a_rule_on_record_follows_the_charter(cell, officer):
    Regulation.objects.filter(topic="probation").update(valid_from=day("01/01/2019"))
    member = admit(cell, officer, on="03/02/2015")
    assert member.memberships.get().official_from == day("03/02/2016")


def test_recognition_before_probation_ended_is_refused(cell, officer):
    member = admit(cell, officer, on="20/03/2018", official=False)
    with pytest.raises(ValidationError) as refusal:
        services.recognise_member(member=member, decision_on=TODAY, recorded_on=TODAY, by=officer)
    assert "20/03/2019" in refusal.value.message_dict["decision_on"][0]


def test_recognition_twice_is_refused(cell, officer):
    member = admit(cell, officer)
    with pytest.raises(ValidationError, match="đã là đảng viên chính thức"):
        services.recognise_member(member=member, decision_on=TODAY, recorded_on=TODAY, by=officer)


def test_transfer_in_counts_from_its_day(cell, officer):
    services.register_transfer_in(
        member=person(),
        cell=cell,
        on=day("01/09/2018"),
        came_from="Chi bộ Học viện",
        decision_on=day("01/05/2016"),
        ceremony_on=day("19/05/2016"),
        official_from=day("19/05/2017"),
        recorded_on=TODAY,
        by=officer,
    )
    assert not Member.objects.placed_on(day("31/08/2018")).exists()
    assert Member.objects.placed_on(day("01/09/2018")).official_on(day("01/09/2018")).exists()


def test_official_day_of_who_comes_is_the_end_of_probation(cell, officer):
    with pytest.raises(ValidationError) as refusal:
        services.register_transfer_in(
            member=person(),
            cell=cell,
            on=day("01/09/2018"),
            came_from="Chi bộ Học viện",
            decision_on=day("01/05/2016"),
            ceremony_on=day("19/05/2016"),
            official_from=day("14/06/2016"),
            recorded_on=TODAY,
            by=officer,
        )
    assert "19/05/2017" in refusal.value.message_dict["official_from"][0]


def test_transfer_in_before_the_ceremony_is_refused(cell, officer):
    with pytest.raises(ValidationError) as refusal:
        services.register_transfer_in(
            member=person(),
            cell=cell,
            on=day("01/05/2016"),
            came_from="Chi bộ Học viện",
            decision_on=day("01/05/2016"),
            ceremony_on=day("19/05/2016"),
            recorded_on=TODAY,
            by=officer,
        )
    assert "on" in refusal.value.message_dict
    assert not Member.objects.exists()


def test_transfer_in_of_one_who_left_keeps_the_span_in_the_party(cell, officer):
    member = admit(cell, officer)
    services.transfer_out(
        member=member, recorded_on=TODAY, on=day("01/05/2017"), went_to="Nơi khác", by=officer
    )
    services.register_transfer_in(
        member=member,
        cell=cell,
        on=day("01/05/2018"),
        came_from="Nơi khác",
        recorded_on=TODAY,
        by=officer,
    )
    assert member.memberships.count() == 1
    assert not Member.objects.placed_on(day("30/04/2018")).exists()
    assert Member.objects.placed_on(day("01/05/2018")).count() == 1


def test_transfer_in_of_one_who_is_here_is_refused(cell, other_cell, officer):
    member = admit(cell, officer)
    with pytest.raises(ValidationError) as refusal:
        services.register_transfer_in(
            member=member,
            cell=other_cell,
            on=day("01/05/2018"),
            came_from="Nơi khác",
            recorded_on=TODAY,
            by=officer,
        )
    assert "on" in refusal.value.message_dict
