"""Recognition by the rule, against it with a reason, and taken back."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from members import services
from members.models import CandidateStep, Position
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_member(cell, officer):
    return admit(cell, officer, on="10/03/2017", official=False)


def recognise(member, officer, **changes):
    asked = {"decision_on": day("20/03/2018"), "recorded_on": TODAY, "by": officer}
    return services.recognise_member(member=member, **{**asked, **changes})


def test_rule_is_kept_in_the_row(new_member, officer):
    span = recognise(new_member, officer, number="12-QĐ/ĐU", official_note="thừa")
    assert span.official_from == day("10/03/2018")
    assert span.probation_rule.topic == "probation"
    assert (span.recognition_number, span.official_note) == ("12-QĐ/ĐU", "")


def test_other_day_stands_only_with_its_reason(new_member, officer):
    with pytest.raises(ValidationError) as refusal:
        recognise(new_member, officer, official_from=day("10/09/2017"))
    assert "10/03/2018" in refusal.value.message_dict["official_from"][0]
    note = "dự bị 6 tháng theo Điều lệ cũ"
    span = recognise(new_member, officer, official_from=day("10/09/2017"), official_note=note)
    assert (span.official_from, span.official_note) == (day("10/09/2017"), note)


def test_resolution_without_two_thirds_or_after_the_decision_is_refused(new_member, officer):
    owner = {"membership": new_member.memberships.get(), "candidate": None}
    votes = {"votes_base": 12, "votes_for": 7}
    step = factories.CandidateStepFactory(
        kind="cell_resolution", done_on=day("21/03/2018"), **owner, **votes
    )
    with pytest.raises(ValidationError) as refusal:
        recognise(new_member, officer)
    told = " ".join(refusal.value.message_dict["decision_on"])
    assert "7/12" in told
    assert "Quyết định không thể trước nghị quyết của chi bộ ngày 21/03/2018." in told
    step.votes_for, step.done_on = 8, day("20/03/2018")
    step.save()
    assert recognise(new_member, officer).official_from == day("10/03/2018")


def test_page_names_the_steps_not_recorded(client, new_member, officer):
    client.force_login(officer)
    url = reverse("members:recognise", args=[new_member.pk])
    assert "Chưa ghi: học lớp đảng viên mới;" in client.get(url).content.decode()


def test_page_takes_over_what_the_step_of_the_decision_told(client, new_member, officer):
    owner = {"membership": new_member.memberships.get(), "candidate": None}
    told = {"number": "12-QĐ/ĐU", "done_on": day("20/03/2018")}
    factories.CandidateStepFactory(kind="decision", **owner, **told)
    client.force_login(officer)
    page = client.get(reverse("members:recognise", args=[new_member.pk])).content.decode()
    assert 'value="12-QĐ/ĐU"' in page
    assert 'value="20/03/2018"' in page


def test_step_of_recognition_before_the_ceremony_is_refused(new_member, officer):
    membership = new_member.memberships.get()
    step = CandidateStep(membership=membership, kind="class", done_on=day("09/03/2017"))
    with pytest.raises(ValidationError) as refusal:
        services.take_step(step=step, recorded_on=TODAY, by=officer)
    assert "done_on" in refusal.value.message_dict


@pytest.fixture
def undo(client, officer, new_member):
    client.force_login(officer)
    span = recognise(new_member, officer)
    url = reverse("members:undo_recognition", args=[span.pk])
    return lambda reason="nhầm": client.post(url, {"reason": reason, "version": span.version})


def test_undone_recognition_leaves_a_probationary_member(undo, new_member):
    assert undo().status_code == 302
    span = new_member.memberships.get()
    assert (span.official_from, span.recognition_decision_on) == (None, None)


def test_undoing_asks_for_a_reason(undo, new_member):
    assert "reason" in undo(reason=" ").context["form"].errors
    assert new_member.memberships.get().official_from is not None


def test_undoing_under_a_post_is_refused(undo, new_member, officer):
    post = Position(member=new_member, title="cell_deputy", from_on=day("01/06/2018"))
    services.assign_position(position=post, by=officer)
    assert "Phó Bí thư Chi bộ" in undo().content.decode()
    assert new_member.memberships.get().official_from is not None


def test_reader_and_stranger(client, undo, new_member, inspector, stranger):
    url = reverse("members:undo_recognition", args=[new_member.memberships.get().pk])
    client.force_login(inspector)
    assert client.get(url).status_code == 403
    client.force_login(stranger)
    assert client.get(url).status_code == 404
