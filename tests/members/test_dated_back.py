"""A move dated back before minutes that are handed in: asked about, then told; the roll stays."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from members import services
from members.wording import cell_text, closed_meetings_text
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(cell, member):
    meeting = factories.MeetingFactory(cell=cell, meets_on=day("05/02/2019"), state="held")
    factories.AttendanceFactory(meeting=meeting, member=member)
    factories.MinutesFactory(meeting=meeting, state="submitted")
    return meeting


@pytest.fixture
def ask(client, officer, member, other_cell):
    client.force_login(officer)
    url = reverse("members:transfer", args=[member.pk])
    typed = {"to_cell": other_cell.pk, "on": "05/02/2019"}
    return lambda **changes: client.post(url, {**typed, **changes}, follow=True)


def test_meeting_is_named_before_and_after(ask, member, approved):
    answer = ask()
    assert "05/02/2019" in answer.context["form"].errors["on"][0]
    assert "knows_meetings" in answer.context["form"].fields
    assert member.placements.count() == 1
    answer = ask(knows_meetings="on")
    assert member.placements.count() == 2
    told = " ".join(str(message) for message in answer.context["messages"])
    assert "05/02/2019" in told or "05/02/2019" in answer.content.decode()
    assert approved.attendances.valid().get().member == member


def test_day_after_the_meeting_asks_nothing(ask, member, approved):
    ask(on="06/02/2019")
    assert member.placements.count() == 2


def test_draft_and_voided_minutes_close_no_roll(member, approved):
    on = day("01/02/2019")
    assert services.approved_after(member, on) == [approved]
    approved.all_minutes.update(state="draft")
    assert services.approved_after(member, on) == []


def test_every_meeting_is_named_by_cell_and_year(member, cell, other_cell):
    for owner, on in (
        (cell, "11/12/2018"),
        (other_cell, "09/01/2019"),
        (cell, "08/01/2019"),
        (cell, "05/02/2019"),
    ):
        meeting = factories.MeetingFactory(cell=owner, meets_on=day(on), state="held")
        factories.AttendanceFactory(meeting=meeting, member=member)
        factories.MinutesFactory(meeting=meeting, state="submitted")
    told = closed_meetings_text(services.approved_after(member, day("01/12/2018")))
    assert f"{cell_text(cell)} ngày 11/12/2018, 08/01, 05/02/2019; " in told
    assert f"{cell_text(other_cell)} ngày 09/01/2019." in told


def test_meeting_of_the_committee_is_named_of_who_leaves_it(
    client, officer, member, committee, ask
):
    """A transfer inside the committee leaves its roll right; one out of it does not."""
    meeting = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=day("05/02/2019"), state="held"
    )
    factories.AttendanceFactory(meeting=meeting, member=member)
    factories.MinutesFactory(meeting=meeting, state="submitted")
    url = reverse("members:transfer_out", args=[member.pk])
    answer = client.post(url, {"went_to": "Tỉnh", "on": "01/02/2019"})
    assert "Ban Chấp hành ngày 05/02/2019" in answer.context["form"].errors["on"][0]
    ask()
    assert member.placements.count() == 2


def test_meeting_of_the_new_cell_without_the_member_is_named(member, other_cell):
    meeting = factories.MeetingFactory(cell=other_cell, meets_on=day("05/02/2019"), state="held")
    factories.MinutesFactory(meeting=meeting, state="submitted")
    on = day("05/02/2019")
    assert services.approved_after(member, on, to_cell=other_cell) == [meeting]
    assert services.approved_after(member, on) == []


def test_taking_a_move_back_names_the_meetings_too(client, officer, member, other_cell, approved):
    new = services.transfer_member(
        member=member, to_cell=other_cell, on=day("01/02/2019"), recorded_on=TODAY, by=officer
    )
    client.force_login(officer)
    url = reverse("members:void", args=["noi-sinh-hoat", new.pk])
    assert "05/02/2019" in client.get(url).content.decode()


def test_day_the_act_cannot_have_is_told_before_any_meeting(ask, member, approved):
    """The member came on 03/02/2016: nobody needs to know of meetings for a day before that."""
    for on in ("01/01/2015", "14/03/2019"):
        answer = ask(on=on)
        [sentence] = answer.context["form"].errors["on"]
        assert "cuộc họp" not in sentence
        assert "knows_meetings" not in answer.context["form"].fields
    assert member.placements.count() == 1


def test_what_was_only_asked_about_is_not_in_the_journal(ask, member, approved):
    newest = AuditEntry.objects.latest("pk")
    ask()
    assert AuditEntry.objects.latest("pk") == newest
    ask(knows_meetings="on")
    assert AuditEntry.objects.filter(action="members.transfer", pk__gt=newest.pk).exists()


def test_end_of_an_exemption_dated_back_asks_too(client, officer, member, approved):
    """On that roll the member stands as exempt."""
    exemption = factories.ExemptionFactory(member=member, from_on=day("01/01/2019"))
    client.force_login(officer)
    url = reverse("members:end_exemption", args=[exemption.pk])
    answer = client.post(url, {"on": "01/02/2019"})
    assert "05/02/2019" in answer.context["form"].errors["on"][0]
    assert client.post(url, {"on": "01/02/2019", "knows_meetings": "on"}).status_code == 302
    exemption.refresh_from_db()
    assert exemption.to_on == day("31/01/2019")
