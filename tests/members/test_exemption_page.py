"""Exempting and suspending: the page, its end, its correction, its voiding, and what counts meanwhile."""

import pytest
from django.urls import reverse

from meetings.minutes.completeness import what_is_missing
from meetings.roll.counts import count_roll
from meetings.roll.people import people_of
from meetings.services import open_roll
from meetings.votes.voting import electorate
from members import services
from members.models import Exemption, Member
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer, member):
    client.force_login(officer)
    url = reverse("members:exempt", args=[member.pk])
    typed = {"kind": "exempt", "reason": "theo đơn", "on": "01/10/2018"}
    return lambda **changes: client.post(url, {**typed, **changes})


@pytest.fixture
def exemption(member, officer):
    return services.begin_exemption(
        member=member,
        kind="exempt",
        reason="theo đơn",
        on=day("01/10/2018"),
        recorded_on=TODAY,
        by=officer,
    )


def test_exempted_member_stays_in_the_headcount(ask, member, cell):
    assert ask().status_code == 302
    row = member.exemptions.get()
    assert (row.from_on, row.to_on, row.reason) == (day("01/10/2018"), None, "theo đơn")
    assert Member.objects.placed_on(TODAY, cells=[cell]).get() == member


def test_exemption_is_told_on_the_page_of_the_member(client, officer, exemption):
    client.force_login(officer)
    page = client.get(reverse("members:detail", args=[exemption.member_id])).content.decode()
    assert "Miễn công tác và sinh hoạt: theo đơn." in page


@pytest.mark.parametrize(
    ("kind", "reason"), [("exempt", "được miễn"), ("suspended", "đình chỉ sinh hoạt")]
)
def test_roll_of_those_days_begins_with_exempt(member, cell, officer, kind, reason):
    services.begin_exemption(
        member=member,
        kind=kind,
        reason="theo quyết định",
        on=day("01/02/2019"),
        to_on=day("28/02/2019"),
        recorded_on=TODAY,
        by=officer,
    )
    states = {
        on: people_of(factories.MeetingFactory(cell=cell, meets_on=day(on)))[0]
        for on in ("31/01/2019", "28/02/2019", "01/03/2019")
    }
    assert [one.state for one in states.values()] == ["not_recorded", "exempt", "not_recorded"]
    assert states["28/02/2019"].reason == reason


def test_second_exemption_in_that_time_is_told_beside_the_day(ask, exemption):
    answer = ask(on="01/12/2018")
    assert "đã được miễn" in answer.context["form"].errors["on"][0]
    assert Exemption.objects.count() == 1


@pytest.mark.parametrize("on", ["14/03/2019", "31/09/2018", "01/01/2015"])
def test_wrong_day_is_told_beside_the_field(ask, on):
    answer = ask(on=on)
    assert "on" in answer.context["form"].errors
    assert not Exemption.objects.exists()


def test_end_of_an_exemption(client, officer, exemption):
    client.force_login(officer)
    url = reverse("members:end_exemption", args=[exemption.pk])
    assert client.post(url, {"on": "01/01/2019"}).status_code == 302
    exemption.refresh_from_db()
    assert exemption.to_on == day("31/12/2018")


def test_exemption_ends_with_a_leaving_and_holds_again_when_that_is_undone(exemption, officer):
    member = exemption.member
    services.transfer_out(
        member=member, on=day("01/01/2019"), went_to="Tỉnh", recorded_on=TODAY, by=officer
    )
    exemption.refresh_from_db()
    assert exemption.to_on == day("31/12/2018")
    services.undo_leaving(placement=member.placements.get(), reason="nhầm", by=officer)
    exemption.refresh_from_db()
    assert exemption.to_on is None


def test_exemption_that_ended_by_itself_stays_ended(exemption, officer):
    member = exemption.member
    services.end_exemption(exemption=exemption, on=day("01/01/2019"), by=officer)
    services.transfer_out(
        member=member, on=day("01/01/2019"), went_to="Tỉnh", recorded_on=TODAY, by=officer
    )
    services.undo_leaving(placement=member.placements.get(), reason="nhầm", by=officer)
    exemption.refresh_from_db()
    assert exemption.to_on == day("31/12/2018")


def test_last_day_known_beforehand_is_told_and_comes_sooner(client, officer, exemption):
    Exemption.objects.filter(pk=exemption.pk).update(to_on=day("30/06/2019"))
    client.force_login(officer)
    url = reverse("members:end_exemption", args=[exemption.pk])
    address = reverse("members:detail", args=[exemption.member_id])
    page = client.get(address)
    section = next(one for one in page.context["sections"] if one.key == "mien")
    assert section.rows[0][2] == day("30/06/2019")
    assert url in page.content.decode()
    assert client.post(url, {"on": "01/03/2019"}).status_code == 302
    exemption.refresh_from_db()
    assert exemption.to_on == day("28/02/2019")
    assert url not in client.get(address).content.decode()


def test_leaving_undone_gives_back_the_last_day_known_beforehand(exemption, officer):
    Exemption.objects.filter(pk=exemption.pk).update(to_on=day("30/06/2019"))
    member = exemption.member
    services.end_membership(
        member=member, reason="removed", on=day("01/03/2019"), recorded_on=TODAY, by=officer
    )
    services.undo_leaving(placement=member.placements.get(), reason="nhầm", by=officer)
    exemption.refresh_from_db()
    assert exemption.to_on == day("30/06/2019")


def test_voided_exemption_counts_nowhere(client, officer, exemption, cell):
    client.force_login(officer)
    url = reverse("members:void", args=["mien-sinh-hoat", exemption.pk])
    assert client.post(url, {"reason": "nhầm", "version": exemption.version}).status_code == 302
    meeting = factories.MeetingFactory(cell=cell)
    assert people_of(meeting)[0].state == "not_recorded"


def test_correction_keeps_its_reason_and_the_rule_of_days(client, officer, exemption):
    client.force_login(officer)
    url = reverse("members:correct", args=["mien-sinh-hoat", exemption.pk])
    typed = {"kind": "exempt", "reason": "theo đơn", "correction_reason": "sai ngày"}
    typed["version"] = exemption.version
    assert client.post(url, {**typed, "from_on": "01/01/2015"}).status_code == 200
    assert client.post(url, {**typed, "from_on": "02/10/2018"}).status_code == 302
    exemption.refresh_from_db()
    assert exemption.from_on == day("02/10/2018")


def test_exempt_member_who_stays_away_is_outside_the_base_of_votes(exemption, cell, officer):
    admit(cell, officer, name="Lò Văn Khác")
    meeting = factories.MeetingFactory(cell=cell)
    roll = open_roll(meeting=meeting, by=officer)
    counts = count_roll(roll)
    assert (counts.total, electorate(counts, is_committee=False).base) == (2, 1)


def test_exemption_entered_after_the_roll_was_opened_is_told_and_followed(member, cell, officer):
    meeting = factories.MeetingFactory(cell=cell)
    (row,) = open_roll(meeting=meeting, by=officer)
    services.begin_exemption(
        member=member,
        kind="exempt",
        reason="theo đơn",
        on=day("01/02/2019"),
        recorded_on=TODAY,
        by=officer,
    )
    lacks = " ".join(str(lack.sentence) for lack in what_is_missing(meeting, day=TODAY))
    assert "ngày ấy được miễn" in lacks
    open_roll(meeting=meeting, by=officer, keep_recorded=True)
    row.refresh_from_db()
    assert (row.state, row.reason) == ("exempt", "được miễn")
