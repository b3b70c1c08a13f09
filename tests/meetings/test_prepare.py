"""Step 1 of a meeting: its papers and their files, who attends for the committee."""

import datetime as dt
import hashlib
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit import services as audit
from audit.models import AuditEntry
from meetings import services
from meetings.models import Guest, Meeting, MeetingPaper
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date
TODAY = D(2019, 3, 13)


def save(client, meeting, **values):
    data = {"uid": uuid.uuid4(), "version": 0, "title": "Dự thảo nghị quyết", "save": "1", **values}
    return client.post(reverse("meetings:save_row", args=[meeting.pk, "paper"]), data)


def pdf(name="tai-lieu.pdf", data=b"%PDF-1.7 thu"):
    return SimpleUploadedFile(name, data)


@pytest.fixture
def paper(meeting):
    return factories.MeetingPaperFactory(meeting=meeting, sent_on=None)


# -- papers -----------------------------------------------------------------------------------------


def test_paper_is_typed_and_opens_no_minutes(client, meeting, leader):
    client.force_login(leader)
    assert save(client, meeting, sent_on="12/03/2019").status_code == 302
    paper = MeetingPaper.objects.get()
    assert (paper.title, paper.sent_on) == ("Dự thảo nghị quyết", D(2019, 3, 12))
    assert Meeting.objects.get().minutes is None
    page = client.get(reverse("meetings:detail", args=[meeting.pk])).content.decode()
    assert "Dự thảo nghị quyết" in page


def test_paper_sent_twice_is_stored_once_and_a_stale_window_sees_both(client, meeting, leader):
    client.force_login(leader)
    uid = uuid.uuid4()
    for _again in range(2):
        save(client, meeting, uid=uid)
    assert MeetingPaper.objects.count() == 1
    save(client, meeting, uid=uid, version=1, title="Bản một")
    answer = save(client, meeting, uid=uid, version=1, title="Bản hai")
    assert answer.status_code == 409
    assert "Bản một" in answer.content.decode()
    assert "Bản hai" in answer.content.decode()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title": ""}, "Hãy ghi mục này."),
        ({"sent_on": "14/03/2019"}, "Ngày gửi chưa đến."),
        ({"document": "99-NQ/ĐU"}, "Không thấy văn bản số này trong sổ"),
    ],
)
def test_bad_input_shows_its_message(client, meeting, leader, values, sentence):
    client.force_login(leader)
    answer = save(client, meeting, **values)
    assert answer.status_code == 422
    assert sentence.lower() in answer.content.decode().lower()
    assert not MeetingPaper.objects.exists()


def test_paper_of_the_register_is_named_by_its_number_in_one_s_sight(
    client, meeting, officer, leader, committee
):
    old = factories.DocumentFactory(register=committee, issued_on=D(2012, 1, 9))
    new = factories.DocumentFactory(register=committee, outside_issuer="Huyện ủy")
    client.force_login(leader)
    assert save(client, meeting, document=new.number).status_code == 422
    client.force_login(officer)
    assert save(client, meeting, document=new.number.lower()).status_code == 302
    stored = MeetingPaper.objects.get()
    assert stored.document == new != old
    client.force_login(leader)  # the leader keeps what the officer has named
    page = client.get(reverse("meetings:detail", args=[meeting.pk])).content.decode()
    assert f'value="{new.number}"' in page


def test_papers_not_sent_yet_are_sent_today_by_one_button(client, meeting, leader, paper):
    sent = factories.MeetingPaperFactory(meeting=meeting, sent_on=D(2019, 3, 11))
    gone = factories.MeetingPaperFactory(meeting=meeting, sent_on=None)
    audit.void(gone, by=leader, reason="ghi nhầm")
    client.force_login(leader)
    answer = client.post(reverse("meetings:send_papers", args=[meeting.pk]), follow=True)
    assert "Đã ghi gửi 1 tài liệu." in answer.content.decode()
    paper.refresh_from_db()
    sent.refresh_from_db()
    assert (paper.sent_on, sent.sent_on) == (TODAY, D(2019, 3, 11))


def test_button_to_send_comes_with_the_paper_just_typed(client, meeting, leader):
    client.force_login(leader)
    data = {"uid": uuid.uuid4(), "version": 0, "title": "Dự thảo", "save": "1", "new": "1"}
    address = reverse("meetings:save_row", args=[meeting.pk, "paper"])
    answer = client.post(address, data, headers={"HX-Request": "true"}).text
    assert '<div id="papers-unsent" hx-swap-oob="true">' in answer
    assert "Đã gửi hôm nay" in answer


def test_paper_is_taken_off(client, meeting, leader, paper):
    client.force_login(leader)
    url = reverse("meetings:remove_row", args=[meeting.pk, "paper", paper.uid])
    assert client.post(url, {"version": 1}).status_code == 302
    paper.refresh_from_db()
    assert paper.is_voided


# -- files ------------------------------------------------------------------------------------------


def attach(client, paper, file, version=1):
    url = reverse("meetings:attach_file", args=[paper.meeting_id, paper.uid])
    return client.post(url, {"file": file, "version": version})


def test_file_is_kept_with_its_digest_and_read_by_who_sees_the_meeting(
    client, leader, inspector, stranger, paper
):
    url = reverse("meetings:paper_file", args=[paper.meeting_id, paper.uid])
    client.force_login(inspector)
    assert client.get(url).status_code == 404  # nothing there yet
    client.force_login(leader)
    assert attach(client, paper, pdf()).status_code == 302
    paper.refresh_from_db()
    assert len(paper.file_sha256) == 64
    client.force_login(inspector)
    answer = client.get(url)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 thu"
    assert answer["Content-Disposition"].startswith("attachment")
    assert AuditEntry.objects.filter(action="meetings.paper.download", actor=inspector).count() == 1
    client.force_login(stranger)
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (pdf("chay.exe"), "Chỉ nhận tệp PDF"),
        (pdf(data=b"x" * (10 * 1024 * 1024 + 1)), "tối đa 10 MB"),
        (pdf(data=b""), "Tệp rỗng."),
        ("", "Hãy chọn một tệp."),
    ],
)
def test_file_that_cannot_be_kept_is_refused_with_its_reason(client, leader, paper, file, sentence):
    client.force_login(leader)
    answer = attach(client, paper, file)
    assert answer.status_code in (409, 422)
    assert sentence in answer.content.decode()
    paper.refresh_from_db()
    assert not paper.file


def test_stale_window_does_not_replace_a_file_which_is_taken_off_again(client, leader, paper):
    client.force_login(leader)
    attach(client, paper, pdf())
    assert attach(client, paper, pdf(data=b"%PDF-1.7 khac")).status_code == 409
    url = reverse("meetings:attach_file", args=[paper.meeting_id, paper.uid])
    assert client.post(url, {"remove": "1", "version": 1}).status_code == 409
    assert client.post(url, {"remove": "1", "version": 2}).status_code == 302
    paper.refresh_from_db()
    assert (paper.file.name, paper.file_sha256) == ("", "")


def test_file_of_the_register_s_paper_is_given_with_the_meeting(client, leader, meeting, committee):
    digest = hashlib.sha256(pdf().read()).hexdigest()
    document = factories.DocumentFactory(register=committee, file=pdf(), file_sha256=digest)
    paper = factories.MeetingPaperFactory(meeting=meeting, document=document)
    client.force_login(leader)
    answer = client.get(reverse("meetings:paper_file", args=[meeting.pk, paper.uid]))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 thu"


# -- the committee's attendant ----------------------------------------------------------------------


@pytest.fixture
def overseer(cell, other_cell):
    member = factories.place(other_cell, full_name="Lò Văn Phụ Trách")
    factories.OversightFactory(member=member, cell=cell)
    return member


@pytest.fixture
def seated(committee, other_cell):
    member = factories.place(other_cell, full_name="Tòng Thị Cấp Ủy")
    factories.PositionFactory(member=member, committee=committee, title="committee_member")
    return member


def choose(client, meeting, attendant, instead_of=""):
    url = reverse("meetings:choose_attendant", args=[meeting.pk])
    pk = attendant.pk if attendant else ""
    return client.post(url, {"attendant": pk, "instead_of": instead_of})


def guests(meeting) -> list:
    return list(meeting.guests.valid().values_list("member__full_name", "capacity", "state"))


def test_who_looks_after_the_cell_attends_unless_told_otherwise(cell, leader, overseer):
    plan = {"committee": cell.committee, "cell": cell, "counts_for": D(2019, 3, 1), "by": leader}
    plan |= {"meets_on": TODAY, "place": "Phòng họp"}
    assert services.plan_meeting(kind="regular", **plan).attendant == overseer
    assert services.plan_meeting(kind="thematic", attendant=None, **plan).attendant is None


def test_any_member_of_the_committee_of_that_day_may_be_chosen(
    client, meeting, leader, overseer, seated
):
    client.force_login(leader)
    page = client.get(reverse("meetings:detail", args=[meeting.pk])).context["page"]
    assert page.attendants == [overseer, seated]
    assert choose(client, meeting, seated).status_code == 302
    meeting.refresh_from_db()
    assert meeting.attendant == seated


def test_somebody_else_is_no_choice(client, meeting, leader, other_cell, committee):
    client.force_login(leader)
    former = factories.place(other_cell)
    factories.PositionFactory(
        member=former, committee=committee, title="committee_member", to_on=D(2019, 3, 12)
    )
    assert choose(client, meeting, former).status_code == 422
    with pytest.raises(ValidationError, match="không phải cấp ủy viên"):
        services.choose_attendant(meeting=meeting, attendant=former, instead_of=None, by=leader)


def test_choice_of_another_window_is_not_lost_without_a_word(
    client, meeting, leader, overseer, seated
):
    client.force_login(leader)
    choose(client, meeting, overseer)
    answer = choose(client, meeting, seated)  # it still shows nobody
    assert answer.status_code == 409
    assert "Người khác vừa chọn: Lò Văn Phụ Trách" in answer.content.decode()
    assert choose(client, meeting, seated, instead_of=overseer.pk).status_code == 302


def test_attendant_is_invited_when_the_roll_opens_and_never_twice(meeting, leader, overseer):
    services.choose_attendant(meeting=meeting, attendant=overseer, instead_of=None, by=leader)
    assert guests(meeting) == []
    for _again in range(2):
        services.open_roll(meeting=meeting, by=leader)
        services.invite_attendant(meeting=meeting, by=leader)
    assert guests(meeting) == [("Lò Văn Phụ Trách", "overseer", "invited")]


def test_guest_the_clerk_took_off_stays_off(client, meeting, leader, overseer):
    services.choose_attendant(meeting=meeting, attendant=overseer, instead_of=None, by=leader)
    services.open_roll(meeting=meeting, by=leader)
    services.remove_row(Guest.objects.get(), version=1, by=leader)
    services.open_roll(meeting=meeting, by=leader)
    assert guests(meeting) == []
    client.force_login(leader)
    page = client.get(reverse("meetings:detail", args=[meeting.pk])).content.decode()
    url = reverse("meetings:invite_attendant", args=[meeting.pk])
    assert url in page
    assert client.post(url).status_code == 302
    assert len(guests(meeting)) == 1
    assert url not in client.get(reverse("meetings:detail", args=[meeting.pk])).content.decode()


def test_attendant_who_is_on_the_roll_is_no_guest(meeting, leader, people, cell):
    factories.OversightFactory(member=people[0], cell=cell)
    services.choose_attendant(meeting=meeting, attendant=people[0], instead_of=None, by=leader)
    services.open_roll(meeting=meeting, by=leader)
    assert guests(meeting) == []


@pytest.mark.parametrize("has_come", [False, True])
def test_guests_follow_the_choice_but_who_came_stays(meeting, leader, overseer, seated, has_come):
    services.choose_attendant(meeting=meeting, attendant=overseer, instead_of=None, by=leader)
    services.open_roll(meeting=meeting, by=leader)
    if has_come:
        Guest.objects.update(state="present")
    services.choose_attendant(meeting=meeting, attendant=seated, instead_of=overseer, by=leader)
    stays = [("Lò Văn Phụ Trách", "overseer", "present")] if has_come else []
    assert guests(meeting) == [*stays, ("Tòng Thị Cấp Ủy", "overseer", "invited")]


# -- who may ----------------------------------------------------------------------------------------

ACTS = ["choose_attendant", "invite_attendant", "send_papers", "attach_file"]


@pytest.mark.parametrize("act", ACTS)
def test_reader_is_refused_stranger_finds_nothing_and_get_does_nothing(
    client, inspector, stranger, leader, paper, act
):
    args = [paper.meeting_id, *([paper.uid] if act == "attach_file" else [])]
    url = reverse(f"meetings:{act}", args=args)
    for user, status in ((inspector, 403), (stranger, 404)):
        client.force_login(user)
        assert client.post(url).status_code == status
    client.force_login(leader)
    assert client.get(url).status_code == 405


def test_nothing_is_prepared_any_more_once_the_minutes_are_submitted(submitted, leader, overseer):
    meeting = submitted.meeting
    with pytest.raises(ValidationError, match="chờ duyệt"):
        services.choose_attendant(meeting=meeting, attendant=overseer, instead_of=None, by=leader)
    with pytest.raises(ValidationError, match="chờ duyệt"):
        services.send_papers(meeting=meeting, on=TODAY, by=leader)
