"""The lists of tasks, the page of one, and what is recorded of it between meetings."""

import datetime as dt
import io

import openpyxl
import pytest
from django.urls import reverse

from audit.models import AuditEntry
from meetings import services
from meetings.models import ActionItem, Meeting
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db
D = dt.date
TODAY = D(2019, 3, 13)
GIVEN, DUE = D(2019, 2, 5), D(2019, 3, 31)


def give(cell, *, task="Lập lịch tuần tra", on=GIVEN, due_on=DUE, **also):
    also.setdefault("assignee", factories.place(cell) if cell else None)
    given = {"meeting__cell": cell, "meeting__meets_on": on, "meeting__kind": "extraordinary"}
    return factories.ActionItemFactory(task=task, due_on=due_on, **{**given, **also})


@pytest.fixture
def task(cell):
    return give(cell, assignee=factories.place(cell, full_name="Lù Văn Thử"), due_on=D(2019, 3, 10))


def shown(client, url="meetings:tasks", **query):
    answer = client.get(reverse(url), query)
    assert answer.status_code == 200
    return [row.record for row in answer.context["listing"].rows]


# -- lists --------------------------------------------------------------------------------


def test_open_ones_stand_first_the_most_pressing_on_top(client, cell, task, officer):
    later = give(cell, due_on=D(2019, 4, 30))
    done = give(cell, state="done", closed_on=D(2019, 3, 1))
    dropped = give(cell, state="dropped", result="không cần", closed_on=D(2019, 3, 5))
    put_off = give(cell, due_on=D(2019, 3, 1), extended_to=D(2019, 4, 1), extension_reason="chờ")
    client.force_login(officer)
    assert shown(client) == [task, put_off, later, dropped, done]
    assert [one.is_late for one in shown(client)] == [True, False, False, False, False]
    assert shown(client, state="unclosed", late="0") == [put_off, later]
    assert shown(client, state="dropped") == [dropped]
    assert shown(client, late="1") == [task]
    assert shown(client, due_from="01/04/2019", due_to="01/04/2019") == [put_off]
    totals = client.get(reverse("meetings:tasks"), {"total": "late"})
    assert "chưa ghi" not in totals.text


def test_filters_by_cell_person_kind_day_and_words(client, cell, other_cell, task, officer):
    other = give(other_cell, task="Kiểm tra kho", on=D(2019, 3, 4), meeting__kind="thematic")
    client.force_login(officer)
    assert shown(client, cell=other_cell.pk) == [other]
    assert shown(client, assignee=task.assignee_id) == [task]
    assert shown(client, kind="thematic") == [other]
    assert shown(client, **{"from": "01/03/2019"}) == [other]
    assert shown(client, q="kiem tra") == [other]
    assert shown(client, q="lu van") == [task]


def test_list_of_a_past_day_tells_how_things_stood(client, cell, task, officer):
    ActionItem.objects.filter(pk=task.pk).update(
        state="done", closed_on=D(2019, 3, 12), result="Xong cả"
    )
    give(cell, on=D(2019, 3, 12))
    client.force_login(officer)
    answer = client.get(reverse("meetings:tasks"), {"on": "11/03/2019"})
    [row] = answer.context["listing"].rows
    assert (row.record.state_on, row.record.is_late) == ("doing", True)
    page = answer.content.decode()
    assert "Xong cả" not in page
    assert "quá hạn" in page


def test_leader_sees_the_own_cells_and_what_was_given_to_oneself(
    client, committee, cell, other_cell, task, leader
):
    theirs = give(other_cell)
    own = give(
        None, meeting__committee=committee, meeting__kind="committee", assignee=leader.member
    )
    client.force_login(leader)
    assert set(shown(client)) == {task, own}
    assert shown(client, "meetings:my_tasks") == [own]
    page = client.get(reverse("meetings:tasks")).content.decode()
    assert own.meeting.get_absolute_url() not in page  # the committee's meeting is out of sight
    assert task.meeting.get_absolute_url() in page
    own_page = client.get(own.get_absolute_url())
    assert own_page.status_code == 200
    assert "Ghi kết quả" not in own_page.content.decode()
    assert client.get(theirs.get_absolute_url()).status_code == 404


def test_account_without_a_member_is_told_why_it_has_no_tasks(client, task, officer):
    client.force_login(officer)
    page = client.get(reverse("meetings:my_tasks")).content.decode()
    assert "chưa gắn với đảng viên nào" in page


def test_task_of_a_meeting_to_come_or_voided_is_not_listed(client, cell, officer):
    give(cell, on=D(2019, 3, 20))
    gone = give(cell)
    gone.meeting.voided_at, gone.meeting.void_reason = (
        dt.datetime(2019, 3, 1, tzinfo=dt.UTC),
        "nhầm",
    )
    gone.meeting.save()
    client.force_login(officer)
    assert shown(client) == []
    assert client.get(gone.get_absolute_url()).status_code == 404


def test_export_tells_days_as_days_and_is_logged(client, task, inspector):
    client.force_login(inspector)
    answer = client.get(reverse("meetings:tasks"), {"export": "xlsx"})
    *_others, row = openpyxl.load_workbook(io.BytesIO(answer.content)).active.values
    assert row[2:4] == (dt.datetime(2019, 3, 10), "chưa làm, quá hạn")
    assert AuditEntry.objects.get(action="meetings.actionitem.export").after["rows"] == 1


# -- recording ----------------------------------------------------------------------------


def post(client, name, task, **data):
    return client.post(
        reverse(f"meetings:{name}", args=[task.pk]), {"version": task.version, **data}
    )


def test_leader_reports_from_the_page(client, task, leader):
    client.force_login(leader)
    page = client.get(task.get_absolute_url()).content.decode()
    assert reverse("meetings:report_task", args=[task.pk]) in page
    answer = post(client, "report_task", task, state="done", result="Đã lập", closed_on="")
    assert answer.status_code == 302, answer.context["form"].errors
    assert answer.headers["Location"] == task.get_absolute_url()
    task.refresh_from_db()
    assert (task.state, task.result, task.closed_on) == ("done", "Đã lập", TODAY)
    page = client.get(task.get_absolute_url()).content.decode()
    assert "Tình trạng: chưa làm → xong" in page
    assert "Gia hạn" not in page


def test_officer_puts_off_and_the_page_tells_both_days(client, task, officer):
    client.force_login(officer)
    post(client, "extend_task", task, extended_to="31/03/2019", extension_reason="chờ kinh phí")
    page = client.get(task.get_absolute_url()).content.decode()
    assert "31/03/2019" in page
    assert "Giao hạn 10/03/2019; gia hạn vì chờ kinh phí" in page


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("report_task", {"state": "dropped", "result": ""}, "Không làm nữa thì phải ghi lý do."),
        ("report_task", {"state": "done", "closed_on": "14/03/2019"}, "không thể sau hôm nay"),
        ("report_task", {"state": "done", "closed_on": "x"}, "Ngày không có thật"),
        ("report_task", {"state": "khác"}, "Không có lựa chọn này"),
        (
            "extend_task",
            {"extended_to": "10/03/2019", "extension_reason": "a"},
            "phải sau hạn đã giao",
        ),
        ("extend_task", {"extended_to": "", "extension_reason": "a"}, "Hãy ghi hạn mới."),
        ("extend_task", {"extended_to": "20/03/2019"}, "Hãy ghi lý do gia hạn."),
    ],
)
def test_what_is_refused_is_told_beside_its_field(client, task, officer, name, data, sentence):
    client.force_login(officer)
    answer = post(client, name, task, **data)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    task.refresh_from_db()
    assert (task.state, task.extended_to, task.version) == ("open", None, 1)


def test_day_of_a_meeting_moved_past_the_task_is_told_and_breaks_nothing(client, task, officer):
    Meeting.objects.filter(pk=task.meeting_id).update(meets_on=D(2019, 3, 12))
    client.force_login(officer)
    page = post(client, "report_task", task, state="doing", result="Đang lập").content.decode()
    assert "Hạn: Hạn phải từ ngày họp trở đi." in page


def test_refused_day_is_not_told_as_the_task_s_own(client, task, officer):
    client.force_login(officer)
    page = post(client, "extend_task", task, extended_to="20/03/2019").content.decode()
    assert "hạn 10/03/2019" in page
    assert "hạn 20/03/2019" not in page


def test_slower_of_two_sees_both(client, task, officer):
    client.force_login(officer)
    post(client, "report_task", task, state="doing", result="Đang lập")
    answer = post(client, "report_task", task, state="done", result="Xong")
    assert answer.status_code == 409
    assert "Đang lập" in answer.content.decode()
    task.refresh_from_db()
    assert task.state == "doing"


@pytest.mark.parametrize("name", ["report_task", "extend_task"])
def test_who_may_record(
    client, task, name, secretary, inspector, stranger, leader, clerk, other_cell
):
    elsewhere = factories.UserFactory()
    factories.RoleFactory(
        user=elsewhere, role="cell_secretary", committee=other_cell.committee, cell=other_cell
    )
    url = reverse(f"meetings:{name}", args=[task.pk])
    answers = {}
    for who in (leader, clerk, secretary, inspector, stranger, elsewhere):
        client.force_login(who)
        answers[who] = client.get(url).status_code
    assert list(answers.values()) == [200, 200, 403, 403, 404, 404]


# -- elsewhere ----------------------------------------------------------------------------


def test_member_page_tells_open_tasks_and_all_of_them_in_time(client, task, officer):
    give(
        task.meeting.cell,
        task="Việc cũ",
        assignee=task.assignee,
        state="done",
        closed_on=D(2019, 3, 1),
    )
    client.force_login(officer)
    answer = client.get(reverse("members:detail", args=[task.assignee_id]))
    [section] = [one for one in answer.context["sections"] if one.key == "viec-duoc-giao"]
    assert [row[1:] for row in section.rows] == [(D(2019, 3, 10), "quá hạn")]
    told = [one.text for one in answer.context["entries"] if one.tags == ("task",)]
    assert sorted(told) == [
        "Được giao: Lập lịch tuần tra; hạn 10/03/2019.",
        "Được giao: Việc cũ; hạn 31/03/2019; xong ngày 01/03/2019.",
    ]


def test_leader_is_not_told_what_the_committee_gave_a_member(client, committee, cell, leader):
    member = factories.place(cell)
    give(None, meeting__committee=committee, meeting__kind="committee", assignee=member)
    client.force_login(leader)
    answer = client.get(reverse("members:detail", args=[member.pk]))
    assert not [one for one in answer.context["entries"] if one.tags == ("task",)]


def test_desk_of_the_leader_leads_to_each_task_and_to_all(client, cell, task, leader):
    client.force_login(leader)
    page = client.get(reverse("meetings:mine")).content.decode()
    assert f'href="{task.get_absolute_url()}"' in page
    assert f"{reverse('meetings:tasks')}?cell={cell.pk}" in page
    assert "việc chưa xong</a>" not in page
    for number in range(12):
        given = {"meeting": task.meeting, "assignee": task.assignee, "due_on": DUE}
        factories.ActionItemFactory(task=f"Việc số {number}", **given)
    page = client.get(reverse("meetings:mine")).content.decode()
    assert (page.count("Việc số"), "Cả 13 việc chưa xong</a>" in page) == (11, True)


def test_leader_acts_on_a_task_from_what_falls_due_and_on_nothing_else(client, cell, task, leader):
    factories.place(cell, from_on=D(2018, 1, 25), official_from=False)
    client.force_login(leader)
    page = client.get(reverse("reports:deadlines")).content.decode()
    assert f'<a href="{task.get_absolute_url()}">Ghi kết quả, gia hạn</a>' in page
    listing = client.get(reverse("reports:deadlines")).context["listing"]
    [act] = [column for column in listing.columns if column.key == "act"]
    linked = {row.record.kind for row in listing.rows if act.link(row.record)}
    assert {row.record.kind for row in listing.rows} > linked == {"task"}


def test_meeting_tells_its_tasks_as_they_stand_beside_the_minutes(
    client, draft, people, leader, clerk
):
    given = {"meeting": draft, "task": "Lập lịch", "assignee": people[0], "due_on": D(2019, 4, 1)}
    task = factories.ActionItemFactory(**given)
    told = {"result": "Đã lập", "version": task.version, "on": TODAY, "by": leader}
    services.report_between_meetings(task=task, state="done", **told)
    client.force_login(leader)
    page = client.get(reverse("meetings:detail", args=[draft.pk])).content.decode()
    assert f'<a href="{task.get_absolute_url()}">xong 13/03/2019</a>' in page
    services.submit_minutes(meeting=draft, on=TODAY, by=leader)
    page = client.get(reverse("meetings:detail", args=[draft.pk])).content.decode()
    assert "Nhiệm vụ giao, đến hôm nay" in page
    assert "hạn 01/04/2019: xong" in page


@pytest.mark.parametrize("name", ["report_task", "extend_task"])
def test_what_a_meeting_that_was_put_off_never_gave_is_not_reported(client, leader, cell, name):
    row = factories.ActionItemFactory(
        meeting=building.planned(
            cell, meets_on=dt.date(2019, 3, 1), state="postponed", state_reason="trùng lịch"
        ),
        assignee=leader.member,
        due_on=dt.date(2019, 3, 30),
    )
    client.force_login(leader)
    assert client.get(reverse(f"meetings:{name}", args=[row.pk])).status_code == 404
