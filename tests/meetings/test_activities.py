"""Activities: entered, done, not done, corrected, voided; the register and who sees what of it."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.models import AuditEntry
from meetings import services
from meetings.models import Activity, Participation
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def activity(committee):
    """Of the committee for all cells, planned, begun."""
    return factories.ActivityFactory(committee=committee, starts_on=D(2019, 3, 2))


@pytest.fixture
def own(committee, cell):
    return factories.ActivityFactory(committee=committee, cell=cell, title="Việc của chi bộ")


@pytest.fixture
def inspection(committee, other_cell):
    return factories.ActivityFactory(
        committee=committee, kind="inspection", title="Kiểm tra quý I", target_cell=other_cell
    )


def url(name, *rows):
    return reverse(f"meetings:{name}", args=[row.pk for row in rows])


def typed(**also):
    return {"kind": "volunteer", "title": "Dọn đường", "starts_on": "09/03/2019", "cell": ""} | also


def test_officer_enters_one_of_the_committee(client, committee, officer):
    client.force_login(officer)
    client.post(url("activity_create"), typed())
    made = Activity.objects.get()
    assert (made.committee, made.cell) == (committee, None)
    assert made.ends_on == made.starts_on == D(2019, 3, 9)
    assert made.state == "planned"


def test_papers_are_offered_by_issuer_without_the_minutes_of_cells(
    client, committee, cell, other_cell, officer
):
    """Two cells have a paper of one number; what a row names stays to be chosen."""
    of_cell = {"register": committee, "outside_issuer": "", "issued_on": D(2019, 3, 1)}
    for one in (cell, other_cell):
        factories.DocumentFactory(cell=one, kind="KH", number="01-KH/CB", **of_cell)
        factories.DocumentFactory(cell=one, kind="NQ", number="01-NQ/CB", **of_cell)
    minutes = factories.DocumentFactory(cell=cell, kind="BB", number="01-BB/CB", **of_cell)
    named = factories.ActivityFactory(committee=committee, plan=minutes)
    client.force_login(officer)
    for address in (url("activity_create"), url("campaign_create")):
        page = client.get(address).content.decode()
        assert "Kế hoạch 01-KH/CB ngày 01/03/2019 (Chi bộ An ninh)" in page
        assert "Kế hoạch 01-KH/CB ngày 01/03/2019 (Chi bộ Điều tra)" in page
        assert "01-BB/CB" not in page
        assert "01-NQ/CB" not in page
    assert "Biên bản 01-BB/CB" in client.get(url("activity_update", named)).content.decode()


def test_leader_enters_one_of_the_own_cell_only(client, leader, cell, other_cell):
    client.force_login(leader)
    assert "cell" in client.post(url("activity_create"), typed()).context["form"].errors
    refused = client.post(url("activity_create"), typed(cell=other_cell.pk))
    assert "cell" in refused.context["form"].errors
    client.post(url("activity_create"), typed(cell=cell.pk, plan=1, target_cell=cell.pk))
    made = Activity.objects.get()
    assert (made.cell, made.plan, made.target_cell) == (cell, None, None)


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"ends_on": "01/03/2019"}, "ends_on", "Ngày kết thúc phải từ ngày bắt đầu trở đi."),
        ({"title": ""}, "title", "Hãy ghi tên hoạt động."),
        ({"starts_on": "31/02/2019"}, "starts_on", ""),
        ({"kind": "nothing"}, "kind", "Không có lựa chọn này"),
    ],
)
def test_bad_input_is_told_beside_its_field(client, officer, wrong, field, sentence):
    client.force_login(officer)
    page = client.post(url("activity_create"), typed(**wrong))
    assert sentence in str(page.context["form"].errors[field])
    assert not Activity.objects.exists()


def test_only_an_inspection_has_a_target_cell(client, officer, cell):
    client.force_login(officer)
    page = client.post(url("activity_create"), typed(target_cell=cell.pk))
    assert "Chỉ kiểm tra, giám sát" in str(page.context["form"].errors["target_cell"])


def test_done_with_its_result(client, officer, activity):
    client.force_login(officer)
    page = client.post(url("activity_finish", activity), {"version": 1, "result": ""})
    assert page.context["form"].errors["result"] == ["Hãy ghi kết quả."]
    client.post(url("activity_finish", activity), {"version": 1, "result": "Sửa 2 km đường"})
    activity.refresh_from_db()
    assert (activity.state, activity.result) == ("done", "Sửa 2 km đường")
    assert "Sửa 2 km đường" in client.get(url("activity", activity)).text


def test_inspection_is_done_with_its_conclusion(client, officer, inspection, committee):
    paper = factories.DocumentFactory(register=committee)
    client.force_login(officer)
    page = client.post(url("activity_finish", inspection), {"version": 1, "result": "Xong"})
    assert "Hãy ghi kết luận." in page.text
    sent = {"version": 1, "conclusion": "Chấp hành tốt", "conclusion_document": paper.pk}
    client.post(url("activity_finish", inspection), sent)
    inspection.refresh_from_db()
    assert (inspection.state, inspection.conclusion_document) == ("done", paper)


def test_one_that_is_over_early_is_asked_when_it_ended(client, officer, inspection):
    inspection.ends_on = TODAY + dt.timedelta(days=16)
    inspection.save()
    client.force_login(officer)
    box = client.get(url("activity_finish", inspection)).context["form"]["ends_on"]
    assert box.value() == TODAY
    sent = {"version": 1, "conclusion": "Chấp hành tốt", "ends_on": "29/03/2019"}
    page = client.post(url("activity_finish", inspection), sent)
    assert "không thể sau hôm nay" in str(page.context["form"].errors["ends_on"])
    client.post(url("activity_finish", inspection), sent | {"ends_on": "13/03/2019"})
    inspection.refresh_from_db()
    assert (inspection.state, inspection.ends_on) == ("done", TODAY)


def test_nothing_is_done_before_its_first_day(activity, officer):
    activity.starts_on = activity.ends_on = TODAY + dt.timedelta(days=1)
    activity.save()
    with pytest.raises(ValidationError, match="chưa đến"):
        services.finish_activity(
            activity=activity, on=TODAY, version=1, by=officer, result="Xong rồi"
        )


def test_rule_of_the_result_holds_without_a_form(activity):
    activity.state = "done"
    with pytest.raises(ValidationError) as refused:
        activity.full_clean()
    assert "result" in refused.value.message_dict


def test_not_done_with_its_reason_and_planned_again(client, officer, activity):
    client.force_login(officer)
    page = client.post(url("activity_call_off", activity), {"version": 1, "state_reason": ""})
    assert "Hãy ghi lý do không làm." in page.text
    client.post(url("activity_call_off", activity), {"version": 1, "state_reason": "Mưa lũ"})
    activity.refresh_from_db()
    assert (activity.state, activity.state_reason) == ("cancelled", "Mưa lũ")
    assert "Không làm: Mưa lũ" in client.get(url("activity", activity)).text
    client.post(url("activity_plan_again", activity))
    activity.refresh_from_db()
    assert (activity.state, activity.state_reason) == ("planned", "")


def test_nobody_is_asked_for_before_the_first_day(client, officer, activity):
    activity.starts_on = activity.ends_on = TODAY + dt.timedelta(days=1)
    activity.save()
    client.force_login(officer)
    assert url("activity_numbers", activity) not in client.get(url("activity", activity)).text
    activity.starts_on = activity.ends_on = TODAY
    activity.save()
    assert url("activity_numbers", activity) in client.get(url("activity", activity)).text


def test_called_off_activity_is_not_finished(activity, officer):
    services.call_off_activity(activity=activity, reason="Mưa", version=1, by=officer)
    with pytest.raises(ValidationError, match="không làm"):
        services.finish_activity(activity=activity, on=TODAY, version=2, by=officer, result="Xong")


def test_done_activity_is_neither_finished_again_nor_called_off(activity, officer):
    services.finish_activity(activity=activity, on=TODAY, version=1, by=officer, result="Xong")
    with pytest.raises(ValidationError, match="đã làm"):
        services.finish_activity(activity=activity, on=TODAY, version=2, by=officer, result="Lại")
    with pytest.raises(ValidationError, match="đã làm"):
        services.call_off_activity(activity=activity, reason="Mưa", version=2, by=officer)


def test_activity_with_people_is_not_called_off(activity, officer, cell):
    factories.ParticipationFactory(activity=activity, cell=cell)
    with pytest.raises(ValidationError, match="Đã ghi người tham gia"):
        services.call_off_activity(activity=activity, reason="Mưa", version=1, by=officer)


def test_correction_keeps_the_reason_and_the_outcome(client, officer, activity):
    services.finish_activity(activity=activity, on=TODAY, version=1, by=officer, result="Tốt")
    client.force_login(officer)
    sent = typed(version=2, result="Rất tốt", correction_reason="Gõ nhầm")
    client.post(url("activity_update", activity), sent)
    activity.refresh_from_db()
    assert (activity.title, activity.result, activity.state) == ("Dọn đường", "Rất tốt", "done")
    assert AuditEntry.objects.filter(reason="Gõ nhầm").exists()


def test_slower_writer_sees_both(client, officer, activity):
    client.force_login(officer)
    client.post(url("activity_update", activity), typed(version=1, correction_reason="Sửa"))
    answer = client.post(
        url("activity_update", activity),
        typed(version=1, title="Tên khác", correction_reason="Sửa"),
    )
    assert answer.status_code == 409
    assert "Tên khác" in answer.text


def test_voiding_takes_the_participants_along(client, officer, activity, cell):
    factories.ParticipationFactory(activity=activity, cell=cell)
    client.force_login(officer)
    client.post(url("activity_void", activity), {"version": 1, "reason": "Ghi nhầm"})
    assert not Activity.objects.valid().exists()
    assert not Participation.objects.valid().exists()


WRITING = ("activity_update", "activity_finish", "activity_call_off", "activity_void")


@pytest.mark.parametrize("name", [*WRITING, "activity_plan_again"])
def test_who_only_reads_is_refused_and_strangers_find_nothing(
    client, name, activity, inspector, secretary, leader, stranger
):
    for user, status in ((inspector, 403), (secretary, 403), (leader, 403), (stranger, 404)):
        client.force_login(user)
        assert client.post(url(name, activity), {"version": 1}).status_code == status
    activity.refresh_from_db()
    assert activity.version == 1


@pytest.mark.parametrize("name", WRITING)
def test_leader_keeps_those_of_the_own_cell(client, name, own, leader):
    client.force_login(leader)
    assert client.get(url(name, own)).status_code == 200


def test_leader_sees_the_committees_and_the_own(
    client, leader, activity, own, inspection, other_cell
):
    factories.ActivityFactory(
        committee=activity.committee, cell=other_cell, title="Việc của chi bộ khác"
    )
    client.force_login(leader)
    page = client.get(reverse("meetings:activities"))
    rows = {row.record for row in page.context["listing"].rows}
    assert rows == {activity, own}
    assert client.get(url("activity", inspection)).status_code == 404


def test_leader_of_the_inspected_cell_sees_the_inspection(client, leader, inspection, cell):
    inspection.target_cell = cell
    inspection.save()
    client.force_login(leader)
    assert client.get(url("activity", inspection)).status_code == 200
    assert client.get(url("activity_update", inspection)).status_code == 403


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "inspection"}, {"Kiểm tra quý I"}),
        ({"cell": "none"}, {"Kiểm tra quý I", "Ngày thứ bảy tình nguyện"}),
        ({"q": "viec cua"}, {"Việc của chi bộ"}),
        ({"year": "2018"}, set()),
        ({"state": "done"}, set()),
        ({"member": "0"}, {"Kiểm tra quý I", "Ngày thứ bảy tình nguyện", "Việc của chi bộ"}),
    ],
)
def test_register_is_narrowed(client, officer, activity, own, inspection, asked, found):
    client.force_login(officer)
    page = client.get(reverse("meetings:activities"), asked)
    assert {row.record.title for row in page.context["listing"].rows} == found


def test_day_of_the_past_shows_what_had_begun(client, officer, activity, own):
    Activity.objects.filter(pk=own.pk).update(starts_on=D(2019, 2, 1), ends_on=D(2019, 2, 1))
    client.force_login(officer)
    page = client.get(reverse("meetings:activities"), {"on": "15/02/2019"})
    assert [row.record for row in page.context["listing"].rows] == [own]


def test_day_of_the_past_knows_no_outcome_of_later(client, officer, activity):
    over = {"state": "done", "result": "Sửa 2 km", "ends_on": TODAY}
    Activity.objects.filter(pk=activity.pk).update(**over)
    client.force_login(officer)
    address, asked = reverse("meetings:activities"), {"columns": ["state", "result"]}
    assert "Sửa 2 km" in client.get(address, asked | {"state": "done"}).text
    page = client.get(address, asked | {"state": "planned", "on": "12/03/2019"})
    assert [row.record for row in page.context["listing"].rows] == [activity]
    assert "Sửa 2 km" not in page.text
