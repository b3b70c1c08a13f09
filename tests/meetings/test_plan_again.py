"""A meeting called off by mistake is planned again; one entered by mistake leaves the register."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings import services
from meetings.desk import own_desk
from meetings.models import Meeting
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def postponed(meeting, leader):
    return services.postpone_meeting(meeting=meeting, reason="trực lễ", by=leader)


def test_postponed_meeting_is_planned_again(client, postponed, leader):
    client.force_login(leader)
    assert "Vẫn họp" in client.get(postponed.get_absolute_url()).content.decode()
    assert client.post(reverse("meetings:plan_again", args=[postponed.pk])).status_code == 302
    postponed.refresh_from_db()
    assert (postponed.state, postponed.state_reason) == ("planned", "")
    again = client.post(reverse("meetings:plan_again", args=[postponed.pk]))
    assert again.status_code == 409
    assert "không hoãn, không bỏ" in again.content.decode()


def test_new_day_is_planned_without_typing_the_rest_again(client, postponed, leader, other_cell):
    factories.AgendaItemFactory(meeting=postponed, title="Nhiệm vụ tháng 4", conclusion="Nhất trí")
    factories.MeetingPaperFactory(meeting=postponed, title="Dự thảo nghị quyết")
    client.force_login(leader)
    link = f"{reverse('meetings:plan')}?instead={postponed.pk}"
    assert link in client.get(postponed.get_absolute_url()).text
    assert f"&amp;instead={postponed.pk}" in client.get(reverse("meetings:month")).text
    initial = client.get(link).context["form"].initial
    assert (initial["place"], initial["counts_for"]) == (postponed.place, postponed.counts_for)
    assert "meets_on" not in initial
    typed = {"cell": postponed.cell_id, "kind": "regular", "counts_for": "03/2019"}
    client.post(link, {**typed, "meets_on": "27/03/2019", "place": postponed.place})
    planned = Meeting.objects.get(state="planned")
    assert [(row.title, row.conclusion) for row in planned.agenda.all()] == [
        ("Nhiệm vụ tháng 4", "")
    ]
    assert [row.title for row in planned.papers.all()] == ["Dự thảo nghị quyết"]


def test_nothing_is_taken_from_a_meeting_that_was_not_put_off_or_is_another_s(
    client, meeting, leader, other_cell
):
    other = building.planned(other_cell, state="postponed", state_reason="bận")
    client.force_login(leader)

    def month_asked(pk) -> str:
        page = client.get(f"{reverse('meetings:plan')}?instead={pk}&month=05/2019")
        return f"{page.context['form'].initial['counts_for']:%m/%Y}"

    assert {month_asked(pk) for pk in (meeting.pk, other.pk, "x", "9" * 30)} == {"05/2019"}
    services.call_off_meeting(meeting=meeting, reason="bận", by=leader)
    assert month_asked(meeting.pk) == "05/2019"


def test_another_regular_meeting_of_the_month_stands_in_the_way(postponed, cell, leader):
    building.planned(cell)
    with pytest.raises(ValidationError, match="đã có cuộc họp thường kỳ"):
        services.plan_again(meeting=postponed, by=leader)


def test_desk_says_that_it_was_postponed(client, postponed, leader):
    duty = own_desk(leader, day=building.TODAY)[0].duties[0]
    assert duty.is_called_off
    client.force_login(leader)
    page = client.get(reverse("meetings:mine")).content.decode()
    assert "<dt>Hoãn</dt>" in page
    assert "trực lễ: Họp" not in page


def test_meeting_entered_by_mistake_is_voided_with_a_reason(client, meeting, leader):
    client.force_login(leader)
    url = reverse("meetings:void", args=[meeting.pk])
    assert client.post(url, {"version": meeting.version, "reason": ""}).status_code == 200
    answer = client.post(url, {"version": meeting.version, "reason": "ghi nhầm tháng"})
    assert answer.status_code == 302
    assert not Meeting.objects.valid().exists()
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Đã hủy khỏi sổ." in page


def test_postponed_meeting_whose_roll_was_opened_is_voided_too(client, meeting, leader):
    services.open_roll(meeting=meeting, by=leader)
    postponed = services.postpone_meeting(meeting=meeting, reason="trực lễ", by=leader)
    client.force_login(leader)
    url = reverse("meetings:void", args=[meeting.pk])
    assert url in client.get(meeting.get_absolute_url()).content.decode()
    answer = client.post(url, {"version": postponed.version, "reason": "ghi nhầm"})
    assert answer.status_code == 302
    assert not Meeting.objects.valid().exists()


def test_minutes_submitted_meanwhile_keep_the_meeting(submitted, leader):
    meeting = submitted.meeting
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.void_meeting(meeting=meeting, reason="nhầm", version=meeting.version, by=leader)


def test_submitted_or_approved_meetings_and_those_of_others_are_not(
    client, approved, leader, inspector, stranger
):
    url = reverse("meetings:void", args=[approved.meeting_id])
    for user, status in ((leader, 403), (inspector, 403), (stranger, 404)):
        client.force_login(user)
        assert client.post(url, {"reason": "x"}).status_code == status


@pytest.mark.parametrize(("action", "words"), [("call_off", "đã duyệt"), ("return", "chờ duyệt")])
def test_late_action_on_approved_minutes_says_why(client, approved, officer, action, words):
    client.force_login(officer)
    data = {"state_reason": "x", "return_remark": "x"}
    response = client.post(reverse(f"meetings:{action}", args=[approved.meeting_id]), data)
    assert response.status_code == 422
    assert words in response.content.decode()
    empty = client.post(reverse(f"meetings:{action}", args=[approved.meeting_id]), {})
    assert 'role="alert"' in empty.content.decode()


def test_remark_of_returned_minutes_stays_in_sight_of_who_wrote_it(client, submitted, secretary):
    services.return_minutes(minutes=submitted, remark="Ghi rõ kết luận", by=secretary)
    client.force_login(secretary)
    assert "Ghi rõ kết luận" in client.get(submitted.meeting.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("list", "cell=99999999999999999999"),
        ("list", "cell=abc"),
        ("month", "month=12/9999"),
        ("month", "month=01/1900"),
        ("month", "month=x"),
    ],
)
def test_odd_questions_are_answered(client, meeting, leader, name, query):
    client.force_login(leader)
    assert client.get(f"{reverse(f'meetings:{name}')}?{query}").status_code == 200


def test_committee_is_found_by_the_name_the_list_shows(client, meeting, committee, officer):
    from tests import factories

    own = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=building.TODAY
    )
    client.force_login(officer)
    page = client.get(reverse("meetings:list"), {"q": "dang uy"}).content.decode()
    assert own.title in page
    assert meeting.title not in page


def test_leader_picks_guests_among_who_oversees_the_cell(
    client, meeting, leader, other_cell, officer
):
    from tests import factories

    factories.place(other_cell, full_name="Người Chi Bộ Khác")
    overseer = factories.place(other_cell, full_name="Người Phụ Trách")
    factories.OversightFactory(member=overseer, cell=meeting.cell)
    client.force_login(leader)
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Người Phụ Trách" in page
    assert "Người Chi Bộ Khác" not in page
    client.force_login(officer)
    assert "Người Chi Bộ Khác" in client.get(meeting.get_absolute_url()).content.decode()
