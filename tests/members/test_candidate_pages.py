"""The pages of candidates: who sees and writes, what each form says."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from members import services
from members.models import Candidate, CandidateStep, Member
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db
ACTS = [
    "candidate_update",
    "take_step",
    "admit_candidate",
    "move_candidate",
    "end_candidate",
    "reopen_candidate",
    "void_candidate",
]


@pytest.fixture
def candidate(cell):
    return factories.CandidateFactory(cell=cell, full_name="Vàng Thị Nguồn")


def url(name, *args):
    return reverse(f"members:{name}", args=args)


@pytest.mark.parametrize("act", ACTS)
def test_act_is_the_officer_s(client, candidate, act, officer, inspector, leader, stranger):
    address = url(act, candidate.pk)
    for user, status in ((officer, 200), (inspector, 403), (leader, 403), (stranger, 404)):
        client.force_login(user)
        assert client.get(address).status_code == status
        assert client.post(address, {}).status_code == status


def test_leader_reads_those_of_the_own_cell(client, candidate, other_cell, leader):
    elsewhere = factories.CandidateFactory(cell=other_cell, full_name="Vàng Thị Khác")
    client.force_login(leader)
    page = client.get(url("candidates")).content.decode()
    assert candidate.full_name in page
    assert elsewhere.full_name not in page
    assert client.get(url("candidate", candidate.pk)).status_code == 200
    assert client.get(url("candidate", elsewhere.pk)).status_code == 404


def test_candidate_is_entered(client, officer, cell):
    client.force_login(officer)
    typed = {"cell": cell.pk, "full_name": "Hà Thị Mới", "sex": "female", "born_on": "2000"}
    typed |= {"ethnicity": "Thái", "from_on": "01/03/2019"}
    answer = client.post(url("candidate_create"), typed)
    row = Candidate.objects.get()
    assert answer.url == url("candidate", row.pk)
    assert AuditEntry.objects.get(action="members.list_candidate").object_id == str(row.pk)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"full_name": ""}, "full_name"),
        ({"from_on": "14/03/2019"}, "from_on"),
        ({"born_on": "2020"}, "born_on"),
    ],
)
def test_bad_input_is_told_beside_its_field(client, officer, cell, changes, field):
    client.force_login(officer)
    typed = {"cell": cell.pk, "full_name": "Hà Thị Mới", "sex": "female", "born_on": "2000"}
    typed |= {"ethnicity": "Thái", "from_on": "01/03/2019"}
    answer = client.post(url("candidate_create"), {**typed, **changes})
    assert field in answer.context["form"].errors
    assert not Candidate.objects.exists()


def test_one_person_is_listed_once(client, officer, cell):
    """The button pressed twice without JavaScript. Of a birthday not known to the day nothing is certain."""
    client.force_login(officer)
    typed = {"cell": cell.pk, "full_name": "Hà Thị Mới", "sex": "female", "born_on": "05/01/2000"}
    typed |= {"ethnicity": "Thái", "from_on": "01/03/2019"}
    assert client.post(url("candidate_create"), typed).status_code == 302
    answer = client.post(url("candidate_create"), typed)
    assert "đang có trong danh sách nguồn" in answer.context["form"].errors["full_name"][0]
    typed["born_on"] = "2000"
    assert client.post(url("candidate_create"), typed).status_code == 302
    assert client.post(url("candidate_create"), typed).status_code == 302


def test_correction_is_kept_with_its_reason(client, officer, candidate):
    client.force_login(officer)
    typed = {"full_name": "Vàng Thị Sửa", "sex": "female", "born_on": "05/1996"}
    typed |= {"ethnicity": "Thái", "from_on": "01/03/2018", "version": 1}
    answer = client.post(url("candidate_update", candidate.pk), typed)
    assert "correction_reason" in answer.context["form"].errors
    typed["correction_reason"] = "sai tên"
    assert client.post(url("candidate_update", candidate.pk), typed).status_code == 302
    candidate.refresh_from_db()
    assert (candidate.full_name, candidate.search_name) == ("Vàng Thị Sửa", "vang thi sua")
    assert client.post(url("candidate_update", candidate.pk), typed).status_code == 409


def test_search_without_accents_and_by_outcome(client, officer, candidate, cell):
    ended = factories.CandidateFactory(
        cell=cell, full_name="Lò Thị Thôi", to_on=day("01/01/2019"), outcome="withdrawn"
    )
    client.force_login(officer)

    def names(**asked):
        page = client.get(url("candidates"), asked)
        return {row.record.full_name for row in page.context["listing"].rows}

    assert names() == {candidate.full_name}
    assert names(q="nguon vang") == {candidate.full_name}
    assert names(q="thoi") == set()
    assert names(outcome="withdrawn") == {ended.full_name}
    assert names(outcome="any") == {candidate.full_name, ended.full_name}
    assert names(on="31/12/2018") == {candidate.full_name, ended.full_name}


def test_page_ticks_what_is_done_and_names_what_lacks(client, officer, candidate):
    factories.CandidateStepFactory(candidate=candidate, number="15/GCN", kept_at="tủ số 2")
    client.force_login(officer)
    page = client.get(url("candidate", candidate.pk))
    states = {line.kind: line.state for line in page.context["lines"]}
    assert states["awareness"] == "done"
    assert states["application"] == "missing"
    assert states["union"] == states["sent_up"] == "unneeded"
    text = page.content.decode()
    assert "có giá trị đến hết ngày 10/05/2023" in text
    assert "tủ số 2" in text
    assert "Cần hai đảng viên chính thức giới thiệu" in text


def test_page_of_the_member_tells_who_introduced(client, officer, candidate, cell):
    candidate.first_introducer = admit(cell, officer, name="Lò Văn Giới")
    candidate.union_introduces = True
    candidate.membership = admit(cell, officer, name="Vàng Thị Nguồn").memberships.get()
    candidate.to_on, candidate.outcome = day("02/02/2019"), "admitted"
    candidate.save()
    client.force_login(officer)
    page = client.get(url("detail", candidate.membership.member_id))
    facts = {fact.label: fact.text for fact in page.context["party_facts"]}
    assert facts["Người giới thiệu"] == "Lò Văn Giới, Đoàn thanh niên"


def test_page_tells_that_the_certificate_ran_out(client, officer, candidate):
    row = factories.CandidateStepFactory(candidate=candidate, done_on=day("12/03/2014"))
    client.force_login(officer)
    sentence = "hết giá trị sau ngày 12/03/2019; phải học lại."
    assert sentence in client.get(url("candidate", candidate.pk)).content.decode()
    row.done_on = day("13/03/2014")
    row.save()
    assert "phải học lại" not in client.get(url("candidate", candidate.pk)).content.decode()


def test_page_tells_that_the_votes_are_too_few(client, officer, candidate):
    step = {"kind": "cell_resolution", "done_on": day("06/12/2018"), "votes_base": 19}
    row = factories.CandidateStepFactory(candidate=candidate, votes_for=12, **step)
    client.force_login(officer)
    sentence = "Nghị quyết của chi bộ có 12/19 tán thành, chưa đủ 2/3."
    assert sentence in client.get(url("candidate", candidate.pk)).content.decode()
    CandidateStep.objects.filter(pk=row.pk).update(votes_for=13)
    assert "chưa đủ 2/3" not in client.get(url("candidate", candidate.pk)).content.decode()


def test_step_from_the_page(client, officer, candidate):
    client.force_login(officer)
    address = f"{url('take_step', candidate.pk)}?kind=application"
    assert client.get(address).context["form"].initial["kind"] == "application"
    typed = {"kind": "application", "done_on": "01/10/2018", "has_paper": "on"}
    assert client.post(address, typed).url == url("candidate", candidate.pk)
    again = client.post(address, typed)
    assert "kind" in again.context["form"].errors
    assert candidate.steps.count() == 1


def test_step_is_corrected_and_voided(client, officer, inspector, stranger, candidate):
    step = factories.CandidateStepFactory(candidate=candidate)
    pages = (url("step_update", step.pk), url("step_void", step.pk))
    for user, status in ((inspector, 403), (stranger, 404)):
        client.force_login(user)
        assert [client.get(page).status_code for page in pages] == [status, status]
    client.force_login(officer)
    typed = {"kind": "awareness", "done_on": "11/05/2018", "has_paper": "on", "version": 1}
    typed["correction_reason"] = "sai ngày"
    assert client.post(pages[0], typed).status_code == 302
    step.refresh_from_db()
    assert step.done_on == day("11/05/2018")
    assert client.post(pages[1], {"reason": "nhầm", "version": 2}).status_code == 302
    assert not candidate.steps.valid().exists()


def test_admission_from_the_page(client, officer, candidate):
    client.force_login(officer)
    address = url("admit_candidate", candidate.pk)
    typed = {"decision_on": "25/01/2019", "ceremony_on": "03/02/2019"}
    answer = client.post(address, typed)
    assert "Chưa ghi" in answer.context["form"].errors["admission_note"][0]
    answer = client.post(address, {**typed, "admission_note": "hồ sơ cũ", "citizen_id": "1"})
    assert answer.status_code == 200
    assert not Member.objects.exists()
    answer = client.post(address, {**typed, "admission_note": "hồ sơ cũ"})
    member = Member.objects.get(full_name=candidate.full_name)
    assert answer.url == url("detail", member.pk)
    page = client.get(answer.url).content.decode()
    assert "Khác quy định: hồ sơ cũ" in page
    assert "Hồ sơ xét công nhận chính thức" in page


def test_steps_of_recognition_are_told_once_recognised(client, officer, cell):
    """On probation they stand in their own list; afterwards on the way into the Party."""
    member = admit(cell, officer, on="10/02/2018", official=False)
    client.force_login(officer)
    typed = {"kind": "class", "done_on": "01/09/2018", "has_paper": "on"}
    client.post(url("take_recognition_step", member.pk), typed)
    services.recognise_member(
        member=member, decision_on=day("01/03/2019"), recorded_on=TODAY, by=officer
    )
    page = client.get(url("detail", member.pk)).content.decode()
    assert 'id="duong-vao-dang"' in page
    assert 'id="cong-nhan"' not in page


def test_step_towards_recognition(client, officer, cell):
    member = admit(cell, officer, on="10/03/2018", official=False)
    client.force_login(officer)
    typed = {"kind": "class", "done_on": "01/09/2018", "has_paper": "on"}
    answer = client.post(url("take_recognition_step", member.pk), typed)
    assert answer.url == url("detail", member.pk)
    page = client.get(answer.url).content.decode()
    assert "Học lớp đảng viên mới." in page
    assert 'id="cong-nhan"' in page
    assert 'id="duong-vao-dang"' not in page
    typed["kind"] = "application"
    answer = client.post(url("take_recognition_step", member.pk), typed)
    assert "kind" in answer.context["form"].errors
    assert CandidateStep.objects.count() == 1
