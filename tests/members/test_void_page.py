"""Voiding rows and a registration made by mistake."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from members import services
from members.models import Member
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def void(client, officer):
    client.force_login(officer)

    def ask(kind, row, reason="ghi nhầm", version=None):
        url = reverse("members:void", args=[kind, row.pk])
        return client.post(url, {"reason": reason, "version": version or row.version})

    return ask


@pytest.mark.parametrize("kind", ["trinh-do", "phu-trach", "cap-bac-ham", "tang-cuong", "chuc-vu"])
def test_voiding_a_row_keeps_it_with_its_reason(void, rows, kind, officer):
    row = rows[kind]
    if kind == "chuc-vu":  # the oversight rests on the post in the committee
        assert "Ban Chấp hành" in void(kind, row).content.decode()
        void("phu-trach", rows["phu-trach"])
    assert void(kind, row).status_code == 302
    row.refresh_from_db()
    assert (row.void_reason, row.voided_by) == ("ghi nhầm", officer)
    entry = AuditEntry.objects.filter(object_id=str(row.pk), model=row._meta.label_lower).first()
    assert entry.reason == "ghi nhầm"
    again = void(kind, row).content.decode()  # from a second window: told, not lost
    assert "đã hủy" in again


def test_voiding_without_a_reason_is_told_beside_the_field(void, rows):
    answer = void("cap-bac-ham", rows["cap-bac-ham"], reason=" ")
    assert "reason" in answer.context["form"].errors
    rows["cap-bac-ham"].refresh_from_db()
    assert not rows["cap-bac-ham"].is_voided


def test_voiding_a_row_someone_else_changed_is_a_conflict(void, rows, officer):
    post = rows["chuc-vu"]
    services.end_position(position=post, on=day("01/01/2019"), by=officer)
    assert void("chuc-vu", post, version=post.version - 1).status_code == 409
    post.refresh_from_db()
    assert not post.is_voided


def test_voiding_a_transfer_undoes_it(void, member, cell, other_cell, officer):
    new = services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2019"), by=officer
    )
    assert void("noi-sinh-hoat", new).status_code == 302
    assert Member.objects.placed_on(TODAY, cells=[cell]).get() == member


def test_second_window_is_told_that_the_transfer_was_undone(void, member, other_cell, officer):
    new = services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2019"), by=officer
    )
    read = new.version
    assert void("noi-sinh-hoat", new).status_code == 302
    assert void("noi-sinh-hoat", new, version=read).status_code == 409


def test_voiding_the_only_placement_says_what_to_use_instead(void, rows):
    answer = void("noi-sinh-hoat", rows["noi-sinh-hoat"])
    assert "Hủy việc ghi nhầm đảng viên" in answer.content.decode()


def test_registration_by_mistake_goes_whole(client, rows, member, officer):
    client.force_login(officer)
    url = reverse("members:void_registration", args=[member.pk])
    answer = client.post(url, {"reason": "nhập trùng", "version": member.version})
    assert answer.url == reverse("members:list")
    assert not Member.objects.placed_on(TODAY).exists()
    assert not any(type(row).objects.valid().filter(pk=row.pk).exists() for row in rows.values())


def test_registration_that_meetings_name_stays(client, member, cell, officer):
    meeting = factories.MeetingFactory(cell=cell)
    factories.AttendanceFactory(meeting=meeting, member=member)
    client.force_login(officer)
    url = reverse("members:void_registration", args=[member.pk])
    answer = client.post(url, {"reason": "nhập trùng", "version": member.version})
    assert "không thể hủy cả hồ sơ" in answer.content.decode()
    assert Member.objects.placed_on(TODAY).exists()
