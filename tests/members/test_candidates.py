"""Candidates: listed, prepared, admitted or let go, and each of it taken back."""

import pytest
from django.core.exceptions import ValidationError

from cells.models import Cell
from members import services
from members.models import Candidate, CandidateStep, Member
from members.readiness import ceremony_by, valid_until
from partyunit.dates import PartialDate
from regulations.models import Regulation
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db
STEPS = {
    "awareness": "20/06/2014",
    "application": "01/10/2018",
    "curriculum": "02/10/2018",
    "verification": "01/12/2018",
    "introduction": "05/12/2018",
    "opinions": "10/12/2018",
    "cell_resolution": "20/12/2018",
    "submitted": "25/12/2018",
    "committee_resolution": "10/01/2019",
}


@pytest.fixture
def introducers(cell, officer):
    return [admit(cell, officer, name=name) for name in ("Lò Văn Một", "Lò Văn Hai")]


@pytest.fixture
def candidate(cell, introducers):
    first, second = introducers
    return factories.CandidateFactory(
        cell=cell, first_introducer=first, second_introducer=second, born_on=PartialDate(1996, 5, 1)
    )


@pytest.fixture
def ready(candidate):
    """Every step taken, the vote unanimous."""
    for kind, on in STEPS.items():
        votes = {"votes_base": 12, "votes_for": 12} if kind == "cell_resolution" else {}
        factories.CandidateStepFactory(candidate=candidate, kind=kind, done_on=day(on), **votes)
    return candidate


def admit_candidate(candidate, officer, **changes):
    asked = {
        "decision_number": "21-QĐ/ĐU",
        "decision_on": day("25/01/2019"),
        "ceremony_on": day("03/02/2019"),
        "recorded_on": TODAY,
    }
    return services.admit_candidate(candidate=candidate, by=officer, **{**asked, **changes})


def refused(candidate, officer, **changes):
    with pytest.raises(ValidationError) as refusal:
        admit_candidate(candidate, officer, **changes)
    assert not Member.objects.filter(full_name=candidate.full_name).exists()
    return refusal.value.message_dict


def test_admission_makes_a_member_of_the_candidate(ready, cell, officer):
    ready.schooling = "12/12"
    ready.save()
    span = admit_candidate(ready, officer)
    member = span.member
    assert (member.full_name, member.born_on, member.ethnicity) == (
        ready.full_name,
        ready.born_on,
        ready.ethnicity,
    )
    assert span.admission_rule.number == "29-QĐ/TW"
    assert list(
        Member.objects.placed_on(day("03/02/2019"), cells=[cell]).probationary_on(TODAY)
    ) == [member]
    assert str(member.qualifications.get()) == "12/12"
    ready.refresh_from_db()
    assert (ready.to_on, ready.outcome, ready.membership) == (day("02/02/2019"), "admitted", span)


def test_certificate_is_good_for_sixty_months(ready, officer):
    """Learnt on 20/06/2014: good through 20/06/2019; a month earlier it has run out by the decision."""
    step = ready.steps.get(kind="awareness")
    assert valid_until(step, committee=ready.cell.committee_id) == day("20/06/2019")
    ready.steps.filter(kind="awareness").update(done_on=day("24/01/2014"))
    assert "24/01/2019" in refused(ready, officer)["decision_on"][0]
    ready.steps.filter(kind="awareness").update(done_on=day("25/01/2014"))
    assert admit_candidate(ready, officer).pk


def test_class_taken_again_counts(ready, officer):
    ready.steps.filter(kind="awareness").update(done_on=day("01/01/2013"))
    again = {"candidate": ready, "kind": "awareness", "done_on": day("01/09/2018")}
    step = CandidateStep(**again)
    services.take_step(step=step, recorded_on=TODAY, by=officer)
    assert admit_candidate(ready, officer).pk


def test_vote_below_two_thirds_is_refused(ready, officer):
    ready.steps.filter(kind="cell_resolution").update(votes_for=7)
    assert "7/12" in refused(ready, officer)["decision_on"][0]
    ready.steps.filter(kind="cell_resolution").update(votes_for=8)
    assert admit_candidate(ready, officer).pk


def test_resolution_of_the_committee_needs_its_share_too(ready, officer):
    """Two thirds of all its members, by the parameter of the rule on admission."""
    ready.steps.filter(kind="committee_resolution").update(votes_base=9, votes_for=5)
    (sentence,) = refused(ready, officer)["decision_on"]
    assert sentence == "Nghị quyết của đảng ủy cơ sở có 5/9 tán thành, chưa đủ 2/3."
    ready.steps.filter(kind="committee_resolution").update(votes_for=6)
    assert admit_candidate(ready, officer).pk


@pytest.mark.parametrize("kind", STEPS)
def test_decision_before_what_leads_to_it_is_refused(ready, officer, kind):
    ready.steps.filter(kind=kind).update(done_on=day("26/01/2019"))
    assert "26/01/2019" in refused(ready, officer)["decision_on"][0]


def test_decision_of_another_day_than_its_step_is_refused(ready, officer):
    factories.CandidateStepFactory(candidate=ready, kind="decision", done_on=day("24/01/2019"))
    assert "24/01/2019" in refused(ready, officer)["decision_on"][0]


@pytest.mark.parametrize("on", ["24/01/2019", "04/02/2019"])
def test_decision_is_received_between_its_day_and_the_ceremony(ready, officer, on):
    factories.CandidateStepFactory(candidate=ready, kind="decision_received", done_on=day(on))
    assert on in refused(ready, officer)["ceremony_on"][0]


def test_decision_is_of_the_body_that_decides(ready, committee, cell, officer):
    """A cell never decides; the committee not where the rule of the office names its superior."""
    issued = {"register": committee, "outside_issuer": "", "kind": "QĐ", "stance": "issued"}
    issued["issued_on"] = day("25/01/2019")
    own = factories.DocumentFactory(committee=committee, **issued)
    of_cell = factories.DocumentFactory(cell=cell, **issued)
    assert str(cell) in refused(ready, officer, decision=of_cell)["decision"][0]
    general = Regulation.objects.get(topic="admission", number="29-QĐ/TW")
    general.pk, general.committee, general.number = None, committee, "05-QĐ/HU"
    general.valid_from = general.issued_on = day("01/01/2019")
    general.parameters |= {"decided_by": "superior"}
    general.save(force_insert=True)
    steps = {"sent_up": "11/01/2019", "decision_received": "26/01/2019"}
    for kind, on in steps.items():
        factories.CandidateStepFactory(candidate=ready, kind=kind, done_on=day(on))
    assert "cấp trên trực tiếp quyết định" in refused(ready, officer, decision=own)["decision"][0]
    of_superior = factories.DocumentFactory(register=committee, kind="QĐ")
    assert admit_candidate(ready, officer, decision=of_superior).admission_decision == of_superior


def test_what_lacks_is_named_and_stands_with_its_reason(candidate, officer):
    sentences = refused(candidate, officer)["admission_note"]
    assert "đơn xin vào Đảng" in sentences[0]
    span = admit_candidate(candidate, officer, admission_note="hồ sơ cũ thất lạc")
    assert span.admission_note == "hồ sơ cũ thất lạc"


def test_namesake_of_one_birthday_is_asked_about(ready, cell, officer):
    admit(cell, officer, name=ready.full_name, born_on=ready.born_on)
    with pytest.raises(ValidationError) as refusal:
        admit_candidate(ready, officer)
    assert "đã có đồng chí" in refusal.value.message_dict["admission_note"][0]


def test_reason_nobody_needs_is_not_kept(ready, officer):
    assert admit_candidate(ready, officer, admission_note="thừa").admission_note == ""


def test_one_introducer_needs_the_youth_union(ready, officer):
    ready.second_introducer = None
    ready.save()
    assert "Đoàn thanh niên" in refused(ready, officer)["admission_note"][0]
    ready.union_introduces = True
    ready.save()
    step = CandidateStep(candidate=ready, kind="union", done_on=day("10/12/2018"))
    services.take_step(step=step, recorded_on=TODAY, by=officer)
    assert admit_candidate(ready, officer).pk


def test_more_than_sixty_years_are_asked_about(ready, officer):
    """Decided on the birthday itself it is not asked, on the day after it is."""
    ready.born_on = PartialDate(1959, 1, 24)
    ready.save()
    assert "quá 60 tuổi" in refused(ready, officer)["admission_note"][0]
    ready.born_on = PartialDate(1959, 1, 25)
    ready.save()
    assert admit_candidate(ready, officer).pk


def test_ceremony_within_thirty_working_days(ready, officer):
    """From Friday 25/01/2019, Tết off from Monday 04/02 to Friday 08/02: five days to 01/02, then five
    a week from 11/02 on; the thirtieth is Friday 15/03/2019."""
    assert ceremony_by(ready, day("25/01/2019")) == day("15/03/2019")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"decision_on": day("14/03/2019"), "ceremony_on": day("14/03/2019")}, "decision_on"),
        ({"ceremony_on": day("14/03/2019")}, "ceremony_on"),
        ({"ceremony_on": day("24/01/2019")}, "ceremony_on"),
        ({"ceremony_on": day("01/03/2018")}, "ceremony_on"),
    ],
)
def test_impossible_days(ready, officer, changes, field):
    assert field in refused(ready, officer, **changes)


def test_voided_admission_makes_a_candidate_again(ready, officer):
    member = admit_candidate(ready, officer).member
    services.void_registration(member=member, reason="chưa có quyết định", by=officer)
    ready.refresh_from_db()
    assert (ready.to_on, ready.outcome, ready.membership) == (None, "", None)
    assert admit_candidate(ready, officer).pk


def test_introducer_is_official_and_ours(cell, officer, foreign_cell):
    new = admit(cell, officer, on="10/03/2018", official=False)
    elsewhere = factories.place(foreign_cell)
    for member in (new, elsewhere):
        candidate = factories.CandidateFactory.build(cell=cell, first_introducer=member)
        with pytest.raises(ValidationError) as refusal:
            services.list_candidate(candidate=candidate, recorded_on=TODAY, by=officer)
        assert "first_introducer" in refusal.value.message_dict


def test_introducer_is_not_voided(candidate, introducers, officer):
    with pytest.raises(ValidationError, match="người giới thiệu"):
        services.void_registration(member=introducers[0], reason="nhầm", by=officer)


def test_end_and_reopening(candidate, officer):
    asked = {"outcome": "withdrawn", "note": "xin thôi", "on": day("01/02/2019")}
    services.end_candidate(candidate=candidate, recorded_on=TODAY, by=officer, **asked)
    assert Candidate.objects.active_on(day("31/01/2019")).exists()
    assert not Candidate.objects.active_on(day("01/02/2019")).exists()
    with pytest.raises(ValidationError, match="thôi không phấn đấu"):
        admit_candidate(candidate, officer)
    services.reopen_candidate(candidate=candidate, reason="nhầm", by=officer)
    assert Candidate.objects.active_on(TODAY).get() == candidate


def test_move_to_another_cell(candidate, other_cell, foreign_cell, officer):
    asked = {"reason": "điều động", "recorded_on": TODAY, "by": officer}
    other_cell.founded_on = day("01/01/2019")  # younger than the list
    other_cell.save()
    services.move_candidate(candidate=candidate, cell=other_cell, **asked)
    candidate.refresh_from_db()
    assert candidate.cell == other_cell
    for cell in (other_cell, foreign_cell):
        with pytest.raises(ValidationError) as refusal:
            services.move_candidate(candidate=candidate, cell=cell, **asked)
        assert "cell" in refusal.value.message_dict


def test_voided_candidate_goes_with_the_steps(ready, officer):
    services.void_candidate(candidate=ready, reason="nhầm", by=officer)
    assert not ready.steps.valid().exists()
    assert not Candidate.objects.valid().exists()


def test_step_is_taken_once_and_not_in_the_future(candidate, officer):
    def take(kind, on):
        step = CandidateStep(candidate=candidate, kind=kind, done_on=day(on))
        return services.take_step(step=step, recorded_on=TODAY, by=officer)

    take("application", "01/10/2018")
    for kind, on, field in (
        ("application", "02/10/2018", "kind"),
        ("class", "02/10/2018", "kind"),
        ("opinions", "14/03/2019", "done_on"),
        ("opinions", "01/05/1996", "done_on"),
    ):
        with pytest.raises(ValidationError) as refusal:
            take(kind, on)
        assert field in refusal.value.message_dict


def test_votes_belong_to_a_resolution(candidate, officer):
    step = CandidateStep(
        candidate=candidate, kind="application", done_on=TODAY, votes_base=9, votes_for=9
    )
    with pytest.raises(ValidationError) as refusal:
        services.take_step(step=step, recorded_on=TODAY, by=officer)
    assert "votes_base" in refusal.value.message_dict


def test_nobody_is_prepared_by_a_cell_that_is_no_more(candidate, officer):
    end = {"outcome": "moved", "on": day("01/03/2019"), "note": "", "recorded_on": TODAY}
    services.end_candidate(candidate=candidate, by=officer, **end)
    Cell.objects.filter(pk=candidate.cell_id).update(dissolved_on=day("10/03/2019"))
    with pytest.raises(ValidationError, match="giải thể từ ngày 10/03/2019"):
        services.reopen_candidate(candidate=candidate, reason="nhầm", by=officer)
    other = factories.CandidateFactory.build(cell=candidate.cell, from_on=day("01/02/2019"))
    with pytest.raises(ValidationError) as refusal:
        services.list_candidate(candidate=other, recorded_on=TODAY, by=officer)
    assert "cell" in refusal.value.message_dict
