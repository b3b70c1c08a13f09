"""Who took part: a whole cell at once, then the exceptions, or a number; sums of a year; nobody else's people."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from meetings import services
from meetings.activities.participation import cell_lines, sum_up
from meetings.models import Participation
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def activity(committee):
    """Two days at the beginning of March."""
    return factories.ActivityFactory(
        committee=committee, starts_on=D(2019, 3, 2), ends_on=D(2019, 3, 3)
    )


@pytest.fixture
def people(cell, leader):
    return [leader.member, factories.place(cell, full_name="Lù Văn Thử")]


@pytest.fixture
def others(other_cell):
    return [factories.place(other_cell, full_name="Người Chi Bộ Khác")]


def url(activity, cell):
    return reverse("meetings:activity_participation", args=[activity.pk, cell.pk])


def named(activity):
    rows = Participation.objects.valid().filter(activity=activity, member__isnull=False)
    return {row.member for row in rows}


def record(activity, cell, by, *members, head_count=None):
    return services.record_participation(
        activity=activity,
        cell=cell,
        members=dict.fromkeys(members, ""),
        head_count=head_count,
        on=TODAY,
        by=by,
    )


def test_everyone_at_once_then_the_exceptions(client, activity, cell, people, leader):
    client.force_login(leader)
    client.post(url(activity, cell), {"everyone": "1"})
    assert named(activity) == set(people)
    page = client.get(url(activity, cell))
    assert page.text.count(" checked") == 2
    pk = people[1].pk
    client.post(url(activity, cell), {f"m{pk}": "on", f"m{pk}-did": "Phát quang 200 m"})
    assert named(activity) == {people[1]}
    assert Participation.objects.valid().get().contribution == "Phát quang 200 m"
    assert Participation.objects.filter(voided_at__isnull=False).count() == 1


def test_same_ticks_again_change_nothing(activity, cell, people, officer):
    record(activity, cell, officer, *people)
    before = list(Participation.objects.values())
    record(activity, cell, officer, *people)
    assert list(Participation.objects.values()) == before


def test_number_instead_of_names(client, activity, cell, people, leader):
    client.force_login(leader)
    client.post(url(activity, cell), {"head_count": "9"})
    client.post(url(activity, cell), {"head_count": "7"})
    assert Participation.objects.valid().get().head_count == 7
    client.post(url(activity, cell), {f"m{people[0].pk}": "on"})
    assert named(activity) == {people[0]}
    assert not Participation.objects.valid().filter(member=None).exists()


def test_everyone_takes_the_place_of_a_number(client, activity, cell, people, leader):
    client.force_login(leader)
    client.post(url(activity, cell), {"head_count": "9"})
    client.post(url(activity, cell), {"everyone": "1", "head_count": "9"})
    assert named(activity) == set(people)
    assert not Participation.objects.valid().filter(member=None).exists()


def test_names_and_a_number_together_are_refused(client, activity, cell, people, leader):
    client.force_login(leader)
    page = client.post(url(activity, cell), {f"m{people[0].pk}": "on", "head_count": "3"})
    assert "không ghi cả hai" in page.text
    assert not Participation.objects.exists()


def test_what_somebody_did_is_not_dropped_for_want_of_a_tick(
    client, activity, cell, people, leader
):
    client.force_login(leader)
    page = client.post(url(activity, cell), {f"m{people[0].pk}-did": "Dọn kho"})
    assert "Chưa chọn đồng chí này" in page.text
    assert "Dọn kho" in page.text


@pytest.mark.parametrize("number", ["-1", "99999", "ba"])
def test_number_that_is_none_is_told(client, activity, cell, people, leader, number):
    client.force_login(leader)
    assert (
        "head_count"
        in client.post(url(activity, cell), {"head_count": number}).context["form"].errors
    )


def test_member_counts_for_the_cell_of_the_first_day(activity, cell, other_cell, officer):
    """Moved on the second day: still of the old cell; the new one does not offer the member."""
    moved = factories.place(cell, full_name="Người Chuyển")
    moved.placements.update(to_on=D(2019, 3, 2), end_reason="internal")
    factories.PlacementFactory(
        member=moved, cell=other_cell, from_on=D(2019, 3, 3), start_reason="internal"
    )
    record(activity, cell, officer, moved)
    with pytest.raises(ValidationError, match="Người Chuyển"):
        record(activity, other_cell, officer, moved)
    assert Participation.objects.valid().get().cell == cell


def test_who_came_during_an_activity_of_several_days_is_offered(
    client, activity, cell, other_cell, leader
):
    came = factories.place(cell, from_on=activity.ends_on, full_name="Mới Về")
    late = factories.place(cell, from_on=D(2019, 3, 4), full_name="Về Sau")
    client.force_login(leader)
    assert client.get(url(activity, cell)).context["form"].members == [leader.member, came]
    client.post(url(activity, cell), {f"m{came.pk}": "on", f"m{late.pk}": "on"})
    assert named(activity) == {came}


def test_nobody_takes_part_before_the_day_or_in_what_is_called_off(activity, cell, people, officer):
    activity.starts_on = activity.ends_on = TODAY + dt.timedelta(days=1)
    activity.save()
    with pytest.raises(ValidationError, match="chưa ai tham gia"):
        record(activity, cell, officer, people[0])
    services.call_off_activity(activity=activity, reason="Mưa", version=1, by=officer)
    with pytest.raises(ValidationError, match="không diễn ra"):
        record(activity, cell, officer, people[0])


def test_new_first_day_on_which_someone_belongs_elsewhere_is_refused(activity, cell, officer):
    late = factories.place(cell, from_on=D(2019, 3, 1), full_name="Mới Đến")
    record(activity, cell, officer, late)
    activity.refresh_from_db()
    activity.starts_on = activity.ends_on = D(2019, 2, 20)
    with pytest.raises(ValidationError, match="Mới Đến"):
        services.correct_activity(
            activity=activity,
            fields=["starts_on", "ends_on"],
            reason="Sửa ngày",
            version=activity.version,
            on=TODAY,
            by=officer,
        )
    activity.starts_on = activity.ends_on = TODAY + dt.timedelta(days=2)
    with pytest.raises(ValidationError, match="không thể sau hôm nay"):
        services.correct_activity(
            activity=activity,
            fields=["starts_on", "ends_on"],
            reason="Sửa ngày",
            version=activity.version,
            on=TODAY,
            by=officer,
        )


def test_leader_records_the_own_cell_in_any_activity_of_the_committee(
    client, activity, cell, other_cell, people, others, leader
):
    client.force_login(leader)
    assert client.get(url(activity, cell)).status_code == 200
    assert client.get(url(activity, other_cell)).status_code == 404
    assert client.post(url(activity, other_cell), {"everyone": "1"}).status_code == 404
    assert not Participation.objects.exists()


def test_readers_record_nobody(client, activity, cell, people, inspector, secretary, stranger):
    for user, status in ((inspector, 403), (secretary, 403), (stranger, 404)):
        client.force_login(user)
        assert client.post(url(activity, cell), {"everyone": "1"}).status_code == status
    assert not Participation.objects.exists()


def test_leader_sees_only_the_own_cells_people(
    client, activity, cell, other_cell, people, others, leader, officer
):
    record(activity, cell, officer, people[1])
    record(activity, other_cell, officer, *others)
    client.force_login(leader)
    page = client.get(activity.get_absolute_url())
    assert "Lù Văn Thử" in page.text
    assert "Người Chi Bộ Khác" not in page.text
    assert page.context["people_count"] == 1
    listed = client.get(reverse("meetings:activities"), {"columns": ["people", "cells"]})
    [row] = listed.context["listing"].rows
    assert (row.record.people_count, row.record.cell_count) == (1, 1)
    by_other = client.get(reverse("meetings:activities"), {"member": others[0].pk})
    assert [chip.label for chip in by_other.context["chips"]] == []
    client.force_login(officer)
    assert "Người Chi Bộ Khác" in client.get(activity.get_absolute_url()).text


def test_who_records_meanwhile_is_told(client, activity, cell, people, leader, officer):
    client.force_login(leader)
    seen = client.get(url(activity, cell)).context["seen"]
    record(activity, cell, officer, people[1])
    answer = client.post(url(activity, cell), {"seen": seen, f"m{people[0].pk}": "on"})
    assert answer.status_code == 409
    assert named(activity) == {people[1]}


def test_database_keeps_a_member_once_and_names_or_a_number(activity, cell, people, officer):
    factories.ParticipationFactory(activity=activity, cell=cell, member=people[0], head_count=None)
    for wrong in (
        {"member": people[0], "head_count": None},
        {"member": people[1], "head_count": 3},
        {"member": None, "head_count": 0},
        {"member": None, "head_count": 3},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            factories.ParticipationFactory(activity=activity, cell=cell, **wrong)
    Participation.objects.update(voided_at=timezone.now(), void_reason="bỏ", voided_by=officer)
    factories.ParticipationFactory(activity=activity, cell=cell, member=None, head_count=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.update(voided_at=None, void_reason="", voided_by=None)


def test_sums_of_a_year_by_cell_and_kind(activity, cell, other_cell, people, others, officer):
    record(activity, cell, officer, *people)
    again = factories.ActivityFactory(committee=activity.committee)
    record(again, cell, officer, people[0])
    record(again, other_cell, officer, head_count=12)
    study = factories.ActivityFactory(committee=activity.committee, kind="study")
    record(study, cell, officer, people[0])
    gone = factories.ActivityFactory(committee=activity.committee, kind="thrift")
    record(gone, cell, officer, people[0])
    gone.refresh_from_db()
    services.void_activity(activity=gone, reason="Nhầm", version=gone.version, by=officer)
    sums = sum_up(Participation.objects.counted())
    assert sums.by_kind.keys() == {
        (cell.pk, "volunteer"),
        (cell.pk, "study"),
        (other_cell.pk, "volunteer"),
    }
    volunteer = sums.by_kind[cell.pk, "volunteer"]
    assert (volunteer.activities, volunteer.times, volunteer.people) == (2, 3, 2)
    assert (sums.by_cell[cell.pk].times, sums.by_cell[cell.pk].people) == (4, 2)
    assert sums.by_cell[other_cell.pk].times == 12
    assert (sums.whole.activities, sums.whole.times, sums.whole.people) == (3, 16, 2)


def test_table_of_the_year_opens_what_it_counts(
    client, activity, cell, other_cell, people, officer, leader
):
    record(activity, cell, officer, *people)
    record(activity, other_cell, officer, head_count=4)
    client.force_login(officer)
    page = client.get(reverse("meetings:activity_sums"))
    link = f"{reverse('meetings:activities')}?by={cell.pk}&amp;year=2019&amp;kind=volunteer"
    assert f'href="{link}"' in page.text
    assert "1 hoạt động có người tham gia, 6 lượt người; 2 đồng chí có tên." in page.text
    opened = client.get(link.replace("&amp;", "&"))
    assert [row.record for row in opened.context["listing"].rows] == [activity]
    before = client.get(reverse("meetings:activity_sums"), {"year": "2018"})
    assert "0 hoạt động có người tham gia" in before.text
    client.force_login(leader)
    own = client.get(reverse("meetings:activity_sums"))
    assert [row.record for row in own.context["listing"].rows] == [cell]
    assert "2 lượt người" in own.text


def test_lines_of_an_activity_cost_the_same_for_any_number_of_cells(
    activity, officer, django_assert_max_num_queries, committee
):
    for _number in range(5):
        cell = factories.CellFactory(committee=committee)
        record(activity, cell, officer, factories.place(cell))
    with django_assert_max_num_queries(5):
        assert sum(line.count for line in cell_lines(activity, user=officer)) == 5


def numbers(activity):
    return reverse("meetings:activity_numbers", args=[activity.pk])


def test_officer_records_all_cells_in_one_form(
    client, activity, cell, other_cell, people, others, officer
):
    record(activity, cell, officer, people[0])
    client.force_login(officer)
    page = client.get(numbers(activity))
    assert "1 người có tên" in page.text
    client.post(numbers(activity), {f"c{other_cell.pk}": "6", f"c{cell.pk}": "9"})
    assert named(activity) == {people[0]}
    assert Participation.objects.valid().get(member=None).head_count == 6
    client.post(numbers(activity), {f"c{other_cell.pk}": ""})
    assert not Participation.objects.valid().filter(member=None).exists()


def test_everyone_of_the_cells_nothing_is_recorded_of(
    client, activity, cell, other_cell, people, others, officer
):
    record(activity, cell, officer, people[0])
    client.force_login(officer)
    client.post(numbers(activity), {"everyone": "1"})
    assert named(activity) == {people[0], *others}


def test_number_of_a_cell_that_is_none_is_told(client, activity, other_cell, officer):
    client.force_login(officer)
    page = client.post(numbers(activity), {f"c{other_cell.pk}": "sáu"})
    assert f"c{other_cell.pk}" in page.context["form"].errors
    assert not Participation.objects.exists()


def test_who_records_a_cell_meanwhile_is_told_to_who_records_all(
    client, activity, cell, people, officer
):
    client.force_login(officer)
    seen = client.get(numbers(activity)).context["seen"]
    record(activity, cell, officer, people[1])
    answer = client.post(numbers(activity), {"seen": seen, "everyone": "1"})
    assert answer.status_code == 409


def test_all_cells_are_the_officers(client, activity, leader, inspector, stranger):
    for user, status in ((leader, 403), (inspector, 403), (stranger, 404)):
        client.force_login(user)
        assert client.post(numbers(activity), {"everyone": "1"}).status_code == status
    assert not Participation.objects.exists()
