"""Scoring a meeting: from the record, by people, its total, its band, its frame, until it is frozen."""

import datetime as dt
import re
import uuid
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from audit import services as audit
from audit.services import VersionConflictError
from meetings import services
from meetings.minutes import content
from meetings.minutes.completeness import what_is_missing
from meetings.models import ActionItem, Attendance, Meeting, QualityScore, ScoreLine
from meetings.score.scoring import band_of, frame_of, printable_score, read_score
from regulations.models import Regulation
from regulations.score_frames import GUIDE_42_FRAME
from tests import factories
from tests.meetings import building

TODAY = building.TODAY
pytestmark = pytest.mark.django_db


def from_record(meeting, by, on=TODAY) -> QualityScore:
    return services.score_from_record(meeting=meeting, on=on, by=by)


def line_of(meeting, key) -> ScoreLine:
    return ScoreLine.objects.valid().get(score__meeting=meeting, criterion=key)


def give(meeting, by, *, key, points, reason="", uid=None, version=0) -> ScoreLine:
    return services.save_score_line(
        meeting=meeting,
        uid=uid or uuid.uuid4(),
        version=version,
        criterion=key,
        points=Decimal(points),
        reason=reason,
        by=by,
    )


def fully_scored(meeting, by) -> QualityScore:
    from_record(meeting, by)
    return services.score_the_rest(meeting=meeting, by=by)


def own_frame(committee, parameters) -> Regulation:
    return Regulation.objects.create(
        topic="meeting_score",
        number="Khung riêng",
        committee=committee,
        valid_from=dt.date(2019, 3, 1),
        parameters=parameters,
        source_mark="L",
    )


def assert_total(meeting) -> None:
    scored = read_score(meeting)
    assert scored.row.total == sum(line.points for line in scored.lines)


# -- from the record ------------------------------------------------------------------------------


def test_record_gives_the_points_it_knows_with_the_fact_as_reason(draft, people, leader):
    Attendance.objects.filter(meeting=draft, member=people[0]).update(state="excused", reason="ốm")
    from_record(draft, leader)
    told = {
        line.criterion: (line.points, line.reason)
        for line in ScoreLine.objects.filter(score__meeting=draft)
    }
    assert told == {
        "1.2": (3, ""),
        "2.1": (7, "Có mặt 4/5 = 80,0 %"),
        "4.3": (0, "Phát biểu 0/4 đồng chí có mặt = 0,0 %"),
        "4.4": (5, ""),
        "5.1": (6, "Không ghi ý kiến tự phê bình, phê bình nào"),
        "7.1": (0, "Không giao việc nào"),
    }
    assert_total(draft)


@pytest.mark.parametrize(
    ("minutes", "points"), [(90, 3), (89, 2), (72, 2), (71, 1), (54, 1), (53, 0)]
)
def test_length_is_measured_against_the_guide(draft, leader, minutes, points):
    Meeting.objects.filter(pk=draft.pk).update(
        starts_at=dt.time(8, 0), ends_at=dt.time(8 + minutes // 60, minutes % 60)
    )
    draft.refresh_from_db()
    from_record(draft, leader)
    assert line_of(draft, "1.2").points == points


def test_large_cell_meets_longer(draft, leader):
    rule = Regulation.objects.of_day(topic="cell_meeting", day=TODAY)
    rule.parameters["large_from"] = 5
    rule.save()
    from_record(draft, leader)  # 105 minutes of 120, five members
    line = line_of(draft, "1.2")
    assert (line.points, line.reason) == (2, "Họp 105 phút, quy định ít nhất 120 phút")


@pytest.mark.parametrize(
    ("present", "away", "points"),
    [(9, 1, 10), (8, 1, 7), (8, 2, 7), (7, 2, 4), (7, 3, 4), (2, 1, 0)],
)
def test_presence_gives_points_by_its_steps(cell, leader, present, away, points):
    meeting = factories.MeetingFactory(cell=cell, meets_on=TODAY)
    for state in ["present"] * present + ["excused"] * away + ["exempt", "elsewhere"]:
        factories.AttendanceFactory(meeting=meeting, state=state, reason="có lý do")
    factories.AttendanceFactory(meeting=meeting, state="absent", standing="temporary")
    from_record(meeting, leader)
    assert line_of(meeting, "2.1").points == points


def test_roll_not_called_gives_no_points_for_presence(draft, people, leader):
    Attendance.objects.filter(meeting=draft, member=people[0]).update(state="not_recorded")
    from_record(draft, leader)
    assert not ScoreLine.objects.filter(score__meeting=draft, criterion="2.1").exists()


def test_speakers_are_counted_once_and_only_those_on_the_roll(draft, people, leader):
    item = draft.agenda.get()
    guest = factories.place(factories.CellFactory(committee=draft.committee))
    for speaker in (people[0], people[0], people[1], guest):
        factories.OpinionFactory(item=item, speaker=speaker, text="Ý kiến")
    from_record(draft, leader)
    assert line_of(draft, "4.3").points == 10  # two of five


def test_papers_count_when_sent_a_day_before(draft, leader):
    for days in (1, 0, 2):
        factories.MeetingPaperFactory(meeting=draft, sent_on=TODAY - dt.timedelta(days=days))
    factories.MeetingPaperFactory(meeting=draft, sent_on=None)
    from_record(draft, leader)
    line = line_of(draft, "3.3")
    assert (line.points, line.reason) == (3, "2/4 tài liệu gửi trước 1 ngày")


@pytest.mark.parametrize(
    ("done", "late", "dropped", "points"),
    [(5, 0, 0, 20), (4, 1, 0, 17), (3, 1, 1, 14), (1, 4, 0, 6), (0, 1, 0, 0), (2, 0, 3, 20)],
)
def test_tasks_of_last_time_done_by_the_day(draft, cell, leader, done, late, dropped, points):
    before = factories.MeetingFactory(
        cell=cell, meets_on=dt.date(2019, 2, 13), counts_for=dt.date(2019, 2, 1), state="held"
    )
    states = [("done", TODAY)] * done + [("dropped", TODAY)] * dropped
    states += [("done", TODAY + dt.timedelta(days=1))] * late
    for state, closed in states:
        factories.ActionItemFactory(
            meeting=before,
            due_on=TODAY,
            assignee=leader.member,
            state=state,
            closed_on=closed,
            result="vì đã đổi kế hoạch",
        )
    from_record(draft, leader)
    assert line_of(draft, "6.1").points == points


def test_tasks_of_the_month_before_count_whatever_a_thematic_meeting_heard_and_what_has_time_does_not(
    meeting, cell, leader
):
    before, _between = (
        factories.MeetingFactory(cell=cell, meets_on=day, kind=kind, topic="Chủ đề", state="held")
        for day, kind in [(dt.date(2019, 2, 13), "regular"), (dt.date(2019, 2, 25), "thematic")]
    )
    told = {"meeting": before, "assignee": leader.member}
    closed = {"state": "done", "closed_on": dt.date(2019, 2, 20)}  # told at the thematic meeting
    factories.ActionItemFactory(due_on=dt.date(2019, 2, 28), **told, **closed)
    factories.ActionItemFactory(due_on=TODAY, **told)
    factories.ActionItemFactory(due_on=dt.date(2019, 6, 30), **told)
    extended = {"extended_to": dt.date(2019, 3, 14), "extension_reason": "chờ kinh phí"}
    factories.ActionItemFactory(due_on=dt.date(2019, 2, 28), **told, **extended)
    from_record(meeting, leader)
    line = line_of(meeting, "6.1")
    expected = "Xong 1/2 việc lần trước = 50,0 %, chưa kể 2 việc còn hạn"
    assert (line.points, line.reason) == (10, expected)


def test_taking_it_again_follows_the_record_and_leaves_what_a_person_set(draft, people, leader):
    from_record(draft, leader)
    own = line_of(draft, "5.1")
    give(draft, leader, key="5.1", points="9", reason="Có nói, chưa sâu", uid=own.uid, version=1)
    Attendance.objects.filter(meeting=draft, member=people[0]).update(state="absent")
    factories.ActionItemFactory(meeting=draft, due_on=TODAY, assignee=leader.member)
    Meeting.objects.filter(pk=draft.pk).update(ends_at=None)
    from_record(draft, leader)
    assert line_of(draft, "2.1").reason == "Có mặt 4/5 = 80,0 %"
    assert (line_of(draft, "7.1").points, line_of(draft, "7.1").reason) == (3, "")
    assert line_of(draft, "5.1").points == 9
    assert not ScoreLine.objects.valid().filter(score__meeting=draft, criterion="1.2").exists()
    assert_total(draft)


def test_the_rest_gets_all_its_points(draft, leader):
    score = fully_scored(draft, leader)
    lines = ScoreLine.objects.valid().filter(score=score)
    assert lines.count() == 15
    assert not lines.filter(criterion="6.1").get().is_from_record  # no task came back
    assert score.total == 83
    assert_total(draft)


def test_the_rest_takes_first_what_the_record_says_by_now(draft, leader):
    hours = {"starts_at": draft.starts_at, "ends_at": dt.time(15, 20)}
    Meeting.objects.filter(pk=draft.pk).update(starts_at=None, ends_at=None)
    fully_scored(draft, leader)
    assert sentences(draft)[-1] == "Còn 1 tiêu chí chưa chấm điểm."  # the length is not known yet
    Meeting.objects.filter(pk=draft.pk).update(**hours)
    services.score_the_rest(meeting=draft, by=leader)
    assert line_of(draft, "1.2").reason == "Họp 80 phút, quy định ít nhất 90 phút"
    assert_total(draft)


def test_scoring_twice_changes_nothing(draft, leader):
    first = fully_scored(draft, leader)
    again = fully_scored(draft, leader)
    assert (again.pk, again.version) == (first.pk, first.version)
    assert ScoreLine.objects.count() == 15


# -- which frame ----------------------------------------------------------------------------------


def test_frame_of_the_day_holds_even_if_a_later_one_came(draft, leader, committee):
    later = Regulation.objects.get(topic="meeting_score", number="42-HD/BTCTW")
    assert frame_of(draft).number == "Khung của địa phương"
    meeting = factories.MeetingFactory(
        cell=draft.cell, meets_on=dt.date(2025, 11, 5), counts_for=dt.date(2025, 11, 1)
    )
    assert frame_of(meeting) == later
    own = own_frame(committee, later.parameters)
    assert frame_of(draft) == own


@pytest.mark.parametrize(("day", "is_scored"), [(5, False), (6, True)])
def test_no_meeting_before_the_guide_of_2018_is_scored(cell, leader, day, is_scored):
    rule = Regulation.objects.get(topic="meeting_score", valid_to=dt.date(2025, 10, 27))
    Regulation.objects.filter(pk=rule.pk).update(valid_from=dt.date(2010, 1, 1))  # entered so
    meets_on = dt.date(2018, 7, day)
    meeting = factories.MeetingFactory(
        cell=cell, meets_on=meets_on, counts_for=meets_on.replace(day=1)
    )
    factories.AttendanceFactory(meeting=meeting, state="present")
    if is_scored:
        assert from_record(meeting, leader).frame == rule
        return
    with pytest.raises(ValidationError, match="chưa có khung chấm điểm"):
        from_record(meeting, leader)


def test_committee_meeting_is_not_scored(committee, officer):
    meeting = factories.MeetingFactory(
        committee=committee, cell=None, kind="committee", meets_on=TODAY
    )
    with pytest.raises(ValidationError, match="chưa có khung chấm điểm"):
        from_record(meeting, officer)


def test_meeting_to_come_is_not_scored(draft, leader):
    with pytest.raises(ValidationError, match="chưa đến"):
        from_record(draft, leader, on=TODAY - dt.timedelta(days=1))


def test_day_moved_under_another_frame_is_scored_anew(draft, leader, committee):
    old = fully_scored(draft, leader)
    own = own_frame(committee, GUIDE_42_FRAME)
    assert [lack.sentence for lack in what_is_missing(draft, day=TODAY)] == [
        "Điểm đã chấm theo khung của ngày khác: hãy chấm lại theo khung của ngày họp."
    ]
    new = from_record(draft, leader)
    old.refresh_from_db()
    assert (new.frame, old.is_voided) == (own, True)
    assert not old.lines.valid().exists()


# -- total and band -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "band"),
    [
        ("100", "good"),
        ("90", "good"),
        ("89.9", "fair"),
        ("70", "fair"),
        ("69.9", "average"),
        ("50", "average"),
        ("49.9", "poor"),
        ("0", "poor"),
    ],
)
def test_band_of_a_total(total, band):
    assert band_of(Decimal(total), [90, 70, 50]) == band


def test_total_follows_each_line(draft, leader):
    from_record(draft, leader)
    before = QualityScore.objects.get(meeting=draft).total
    line = give(draft, leader, key="5.2", points="4.5", reason="Một ý kiến chưa được hỏi")
    assert QualityScore.objects.get(meeting=draft).total == before + Decimal("4.5")
    give(draft, leader, key="5.2", points="5", uid=line.uid, version=1)
    line.refresh_from_db()
    assert (line.points, line.reason) == (5, "")
    assert QualityScore.objects.get(meeting=draft).total == before + 5
    assert_total(draft)


def test_nothing_but_its_services_writes_a_score():
    """The total is the sum of the lines because one module alone writes either."""
    rooms = [path for path in Path("meetings").rglob("*.py") if "migrations" not in path.parts]
    writes = re.compile(
        r"(QualityScore|ScoreLine)(\(|\.objects\.(bulk_)?(create|update))|\.total = |save_row\(\s*ScoreLine"
    )
    found = {path.as_posix() for path in rooms if writes.search(path.read_text())}
    assert found - {"meetings/models/score.py"} == {"meetings/services/scores.py"}


# -- lines ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "points", "reason", "field", "sentence"),
    [
        ("5.2", "5.5", "x", "points", "Điểm từ 0 đến điểm tối đa của tiêu chí."),
        ("5.2", "4", "", "reason", "Trừ điểm thì phải ghi lý do."),
        ("9.9", "4", "", "__all__", "Khung điểm không có tiêu chí này."),
    ],
)
def test_line_that_breaks_a_rule_is_refused(draft, leader, key, points, reason, field, sentence):
    from_record(draft, leader)
    with pytest.raises(ValidationError) as refusal:
        give(draft, leader, key=key, points=points, reason=reason)
    told = refusal.value.message_dict if field != "__all__" else {"__all__": refusal.value.messages}
    assert told == {field: [sentence]}
    assert_total(draft)


def test_line_needs_a_score_begun(draft, leader):
    with pytest.raises(ValidationError, match="chưa mở chấm điểm"):
        give(draft, leader, key="5.2", points="5")


def test_two_windows_that_begin_one_criterion_conflict(draft, leader, clerk):
    from_record(draft, leader)
    first = give(draft, leader, key="5.2", points="5")
    with pytest.raises(VersionConflictError) as conflict:
        give(draft, clerk, key="5.2", points="3", reason="Còn hình thức")
    assert conflict.value.current == first


def test_window_that_read_an_older_version_conflicts(draft, leader, clerk):
    from_record(draft, leader)
    line = give(draft, leader, key="5.2", points="5")
    give(draft, clerk, key="5.2", points="3", reason="Còn hình thức", uid=line.uid, version=1)
    with pytest.raises(VersionConflictError):
        give(draft, leader, key="5.2", points="4", reason="Chưa đều", uid=line.uid, version=1)
    assert line_of(draft, "5.2").points == 3


def test_same_line_sent_twice_is_stored_once(draft, leader):
    from_record(draft, leader)
    uid = uuid.uuid4()
    give(draft, leader, key="5.2", points="5", uid=uid)
    assert give(draft, leader, key="5.2", points="5", uid=uid).version == 1


def test_line_of_another_meeting_is_refused(draft, cell, leader):
    from_record(draft, leader)
    other = factories.MeetingFactory(
        cell=cell, meets_on=dt.date(2019, 2, 13), counts_for=dt.date(2019, 2, 1)
    )
    score = factories.QualityScoreFactory(meeting=other)
    line = factories.ScoreLineFactory(score=score, criterion="5.2")
    with pytest.raises(ValidationError, match="cuộc họp khác"):
        give(draft, leader, key="5.2", points="4", reason="x", uid=line.uid, version=1)


# -- before submission ----------------------------------------------------------------------------


def sentences(meeting) -> list[str]:
    meeting.refresh_from_db()
    return [lack.sentence for lack in what_is_missing(meeting, day=TODAY)]


def test_score_begun_must_be_complete_or_taken_back(draft, leader):
    assert sentences(draft) == []  # the local frame asks for none
    from_record(draft, leader)
    assert sentences(draft) == ["Còn 9 tiêu chí chưa chấm điểm."]
    services.take_score_back(meeting=draft, by=leader)
    assert sentences(draft) == []
    fully_scored(draft, leader)
    assert sentences(draft) == []


@pytest.mark.parametrize(("kind", "is_asked"), [("regular", True), ("thematic", False)])
def test_frame_may_ask_for_a_score_of_regular_meetings(draft, kind, is_asked):
    frame = frame_of(draft)
    frame.parameters["is_required"] = True
    frame.save()
    Meeting.objects.filter(pk=draft.pk).update(kind=kind)
    assert ("Chưa chấm điểm chất lượng cuộc họp." in sentences(draft)) == is_asked


def test_points_the_record_no_longer_gives_are_told(draft, people, leader):
    fully_scored(draft, leader)
    Attendance.objects.filter(meeting=draft, member=people[0]).update(state="absent")
    assert sentences(draft) == [
        "Ghi chép đã khác với điểm của tiêu chí 2.1, 4.3: hãy lấy lại, hoặc tự ghi điểm."
    ]
    from_record(draft, leader)
    assert sentences(draft) == []


def test_submitted_meeting_takes_no_points(submitted, leader):
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        from_record(submitted.meeting, leader)


# -- in the minutes -------------------------------------------------------------------------------


def test_content_tells_total_band_and_lost_points(draft, leader):
    fully_scored(draft, leader)
    data = content.compose(Meeting.objects.get(pk=draft.pk))["score"]
    assert (data["total"], data["band"], data["frame"]) == ("83", "fair", "Khung của địa phương")
    assert len(data["lines"]) == 15
    assert data["lines"][1] == {
        "criterion": "1.2",
        "group": "Thời gian, thời lượng",
        "text": "Bảo đảm thời lượng cuộc họp",
        "most": "3",
        "points": "3",
        "reason": "",
    }
    printed = printable_score(data)
    assert (printed["total"], printed["band"]) == ("83", "khá")
    lost = [(line["criterion"], line["lost"]) for line in printed["lost"]]
    assert lost == [("4.3", "10"), ("5.1", "4"), ("7.1", "3")]


def test_draft_tells_no_band_before_every_criterion_is_scored(draft, leader):
    from_record(draft, leader)
    assert content.compose(Meeting.objects.get(pk=draft.pk))["score"] is None


def test_old_content_without_a_score_prints():
    assert printable_score(None) is None


def test_approved_minutes_print_and_freeze_the_score(draft, leader, client):
    fully_scored(draft, leader)
    minutes = services.submit_minutes(meeting=draft, on=TODAY, by=leader)
    services.approve_minutes(minutes=minutes, on=TODAY, by=leader)
    client.force_login(leader)
    page = client.get(reverse("meetings:detail", args=[draft.pk])).text
    assert "83/100 điểm, loại khá" in page  # the minutes
    assert "83/100, khá" in page  # the facts beside them
    line = line_of(draft, "5.1")
    refusals = [
        f"UPDATE meetings_scoreline SET points = 10 WHERE id = {line.pk}",
        f"DELETE FROM meetings_scoreline WHERE id = {line.pk}",
        f"UPDATE meetings_qualityscore SET total = 100 WHERE id = {line.score_id}",
    ]
    for statement in refusals:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(ValidationError, match="đã duyệt"):
        give(draft, leader, key="5.1", points="10", uid=line.uid, version=line.version)
    with pytest.raises(ValidationError, match="đã duyệt"):
        services.take_score_back(meeting=draft, by=leader)


def test_register_tells_the_points_once_the_minutes_are_handed_in(draft, leader, client):
    fully_scored(draft, leader)
    client.force_login(leader)
    url = f"{reverse('meetings:list')}?columns=score"
    assert 'data-label="Điểm">83</td>' not in client.get(url).text
    services.submit_minutes(meeting=draft, on=TODAY, by=leader)
    assert 'data-label="Điểm">83</td>' in client.get(url).text


def test_frame_that_was_scored_by_is_not_voided(draft, leader):
    from_record(draft, leader)
    assert next(frame_of(draft).rows_naming(), None) is not None


def test_criteria_of_a_frame_in_use_are_not_corrected(draft, leader):
    frame = frame_of(draft)
    frame.parameters = {**frame.parameters, "criteria": GUIDE_42_FRAME["criteria"]}
    frame.full_clean()  # nobody was scored by it yet
    from_record(draft, leader)
    with pytest.raises(ValidationError, match="không sửa tiêu chí"):
        frame.full_clean()
    frame = frame_of(draft)
    frame.parameters = {**frame.parameters, "is_required": True}
    frame.full_clean()


def test_voided_score_leaves_the_meeting_to_be_scored_again(draft, leader):
    """With what people took off then, where the criterion is the same."""
    first = from_record(draft, leader)
    give(draft, leader, key="1.1", points="1.5", reason="Họp muộn")
    give(draft, leader, key="3.1", points="5")
    services.take_score_back(meeting=draft, by=leader)
    assert read_score(draft) is None
    assert from_record(draft, leader).pk != first.pk
    late = line_of(draft, "1.1")
    assert (late.points, late.reason, late.is_from_record) == (Decimal("1.5"), "Họp muộn", False)
    assert not ScoreLine.objects.valid().filter(criterion="3.1").exists()
    assert_total(draft)
    with pytest.raises(ValidationError, match="đã chấm điểm"):
        audit.create(factories.QualityScoreFactory.build(meeting=draft, frame=first.frame), by=None)


def test_tasks_given_are_told_with_person_and_day(draft, leader):
    factories.ActionItemFactory(meeting=draft, due_on=TODAY, assignee=leader.member)
    from_record(draft, leader)
    assert line_of(draft, "7.1").points == 3
    assert ActionItem.objects.filter(meeting=draft).count() == 1
