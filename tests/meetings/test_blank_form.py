"""The printed roll and form: whom it lists, what it knows already, how many pages it takes."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from audit.models import AuditEntry
from meetings import services
from tests import factories
from tests.documents.reading import text_of
from tests.meetings import building

pytestmark = pytest.mark.django_db


def fetch(client, meeting, user):
    client.force_login(user)
    return client.get(reverse("meetings:form_pdf", args=[meeting.pk]))


def read(response) -> PdfReader:
    return PdfReader(io.BytesIO(response.content))


def height_of_signatures(form: PdfReader) -> float:
    """How far down the last page they stand, as a share of it."""
    found = []

    def note(text, _cm, matrix, *_font):
        if "CHỦ TRÌ" in text:
            found.append(matrix[5])

    form.pages[-1].extract_text(visitor_text=note)
    return found[0] / (297 / 25.4 * 96)


def test_form_lists_the_people_of_the_day_and_is_logged(client, meeting, leader):
    left = factories.place(meeting.cell, full_name="Người Đã Đi")
    left.placements.update(to_on=building.TODAY.replace(day=1), end_reason="transfer_out")
    exempt = factories.place(meeting.cell, full_name="Người Được Miễn")
    factories.ExemptionFactory(member=exempt)
    building.point(meeting, by=leader, title="Phổ biến chỉ thị mới")
    text = text_of(fetch(client, meeting, leader).content)
    assert "Lù Văn Thử" in text
    assert "Người Được Miễn được miễn" in text
    assert "dự bị" in text
    assert "Phổ biến chỉ thị mới" in text
    assert "Người Đã Đi" not in text
    assert AuditEntry.objects.filter(action="meetings.form.print").count() == 1


def test_form_keeps_who_was_excused_before(client, meeting, people, leader):
    services.open_roll(meeting=meeting, by=leader)
    row = meeting.attendances.get(member=people[0])
    services.record_attendance(
        attendance=row, state="excused", reason="đi học", version=1, on=building.TODAY, by=leader
    )
    answer = fetch(client, meeting, leader)
    assert "đi học" in text_of(answer.content)
    assert len(read(answer).pages) == 2
    assert height_of_signatures(read(answer)) > 0.5  # the paper is there to be written on


def test_form_of_thirteen_people_and_four_points_is_two_pages(client, meeting, leader):
    for number in range(13 - len(meeting.cell.placements.all())):
        factories.place(meeting.cell, full_name=f"Đồng Chí Thứ {number}")
    for number in range(4):
        building.point(
            meeting, by=leader, title=f"Nội dung {number} về công tác xây dựng đảng và nhiệm vụ"
        )
    earlier = building.planned(meeting.cell, meets_on=building.TODAY.replace(month=2), state="held")
    for _number in range(3):
        factories.ActionItemFactory(
            meeting=earlier, task="Rà soát hồ sơ, báo cáo chi ủy trước kỳ họp"
        )
    assert len(read(fetch(client, meeting, leader)).pages) == 2


def test_form_is_small_enough_for_a_slow_line(client, meeting, leader):
    assert len(fetch(client, meeting, leader).content) < 60_000  # bytes; fonts are most of it


def test_form_says_who_votes_in_a_cell_and_in_the_committee(client, meeting, leader, officer):
    assert "Biểu quyết (chỉ đảng viên chính thức;" in text_of(
        fetch(client, meeting, leader).content
    )
    of_committee = factories.MeetingFactory(
        cell=None, committee=meeting.committee, kind="committee", meets_on=building.TODAY
    )
    assert "Biểu quyết (chỉ ủy viên;" in text_of(fetch(client, of_committee, officer).content)


def test_form_out_of_scope_is_404(client, meeting, stranger):
    assert fetch(client, meeting, stranger).status_code == 404


def test_form_for_a_reader_is_403(client, meeting, inspector):
    assert fetch(client, meeting, inspector).status_code == 403


def test_form_is_only_fetched(client, meeting, leader):
    client.force_login(leader)
    assert client.post(reverse("meetings:form_pdf", args=[meeting.pk])).status_code == 405


@pytest.mark.parametrize(("who", "is_offered"), [("leader", True), ("inspector", False)])
def test_month_board_offers_the_form_to_who_keeps_the_meeting(
    client, request, meeting, who, is_offered
):
    client.force_login(request.getfixturevalue(who))
    page = client.get(reverse("meetings:month"), {"month": "03/2019"}).content.decode()
    assert meeting.place in page
    assert (reverse("meetings:form_pdf", args=[meeting.pk]) in page) is is_offered
