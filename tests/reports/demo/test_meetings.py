"""The meetings of the demonstration, as planned: when, who, and words that fit their day."""

import datetime as dt
import re
from collections import Counter

import pytest

from reports.demo.calendar import is_working
from reports.demo.flows import BY_KEY, KEYS, TODAY
from reports.demo.plan import build_plan
from reports.demo.topics import CITED_FROM

D = dt.date


@pytest.fixture(scope="module")
def plan():
    return build_plan()


def test_one_regular_meeting_a_month_and_a_thematic_one_a_quarter(plan):
    for key in KEYS:
        founded = max(BY_KEY[key].founded_on, D(2014, 1, 1)).replace(day=1)
        regular = [m.counts_for for m in plan.meetings if (m.cell, m.kind) == (key, "regular")]
        months = (2019 - founded.year) * 12 + 3 - founded.month + 1
        assert len(set(regular)) == len(regular) == months
        quarters = Counter(
            (m.counts_for.year, (m.counts_for.month - 1) // 3)
            for m in plan.meetings
            if (m.cell, m.kind) == (key, "thematic")
        )
        assert set(quarters.values()) == {1}
        assert (2018, 3) in quarters
        assert (2019, 0) in quarters
    committee = [meeting for meeting in plan.meetings if not meeting.cell]
    assert len(committee) == 63


def test_march_2019(plan):
    march = [m for m in plan.meetings if m.counts_for == D(2019, 3, 1) and m.cell]
    regular = {m.cell: m for m in march if m.kind == "regular"}
    states = Counter(meeting.minutes for meeting in regular.values())
    assert states == {"approved": 1, "submitted": 1, "draft": 1, "": 5}
    to_log = [meeting for meeting in regular.values() if not meeting.minutes]
    assert all(D(2019, 3, 11) <= meeting.meets_on <= D(2019, 3, 15) for meeting in to_log)
    thematic = {m.cell: m for m in march if m.kind == "thematic"}
    assert set(thematic) == {m.cell for m in regular.values() if m.minutes}
    assert {(m.meets_on, m.state) for m in thematic.values()} == {(D(2019, 3, 14), "planned")}


def test_model_meetings_of_2019(plan):
    models = [meeting for meeting in plan.meetings if meeting.kind == "model"]
    first = models[0]
    assert (first.cell, first.meets_on, first.state) == ("QLHC", D(2019, 2, 22), "held")
    guests = {visitor.person.cell_on(first.meets_on) for visitor in first.visitors}
    assert guests == set(KEYS) - {"QLHC"}
    quarters = [(meeting.meets_on.month - 1) // 3 for meeting in models]
    assert quarters == [0, 1, 2, 3]
    assert {meeting.state for meeting in models[1:]} == {"planned"}


def test_rolls_list_the_people_of_the_day(plan):
    for meeting in plan.meetings:
        if not meeting.minutes:
            assert not meeting.roll
            continue
        day = meeting.meets_on
        people = plan.in_cell(meeting.cell, day) if meeting.cell else plan.posts.committee_on(day)
        assert {e.person.number for e in meeting.roll} == {p.number for p in people}
        assert day <= TODAY
        states = {entry.person.number: entry.state for entry in meeting.roll}
        assert states[meeting.chair.number] == "present"
        visitors = {visitor.person.number for visitor in meeting.visitors}
        assert states.get(meeting.clerk.number) == "present" or meeting.clerk.number in visitors
        assert not visitors & set(states)


def test_meetings_open_with_two_thirds_of_the_official_members(plan):
    for meeting in plan.meetings:
        official = [entry for entry in meeting.roll if entry.standing == "official"]
        present = sum(entry.state == "present" for entry in official)
        assert present * 3 >= len(official) * 2


def test_attendance_is_mostly_present_and_reasons_are_told(plan):
    entries = [entry for meeting in plan.meetings for entry in meeting.roll]
    states = Counter(entry.state for entry in entries)
    assert states["present"] / len(entries) > 0.9
    assert 0 < states["absent"] < 60
    assert all(entry.reason for entry in entries if entry.state == "excused")


def test_meetings_are_on_working_days_at_hours_of_the_office(plan):
    for meeting in plan.meetings:
        assert is_working(meeting.meets_on), meeting.key
        assert meeting.meets_on.replace(day=1) == meeting.counts_for or meeting.kind == "thematic"
        assert dt.time(7, 30) <= meeting.starts_at <= dt.time(15, 30)
    starts = Counter(meeting.starts_at for meeting in plan.meetings)
    assert len(starts) >= 5
    assert max(starts.values()) < len(plan.meetings) / 3


def test_reasons_for_absence_fit_the_person(plan):
    for meeting in plan.meetings:
        for entry in meeting.roll:
            day, person = meeting.meets_on, entry.person
            if "đảng viên mới" in entry.reason:
                assert not person.is_official_on(day)
            if "con " in entry.reason:
                assert day.year - person.born_on.year >= 28
            if "học đại học" in entry.reason:
                assert not person.is_graduate_on(day)
                assert person.is_graduate_on(TODAY)


def test_cell_clerks_are_not_of_the_committee(plan):
    for meeting in plan.meetings:
        if meeting.cell and meeting.clerk:
            assert meeting.clerk not in plan.posts.committee_on(meeting.meets_on)


def texts_of(meeting):
    yield meeting.topic
    yield from meeting.sections.values()
    for item in meeting.agenda:
        yield from (item.title, item.summary, item.conclusion)
        yield from (remark.text for remark in item.remarks)
    yield from (task.text for task in meeting.tasks)


def test_no_meeting_cites_a_directive_before_its_day(plan):
    cited = Counter()
    for meeting in plan.meetings:
        for text in texts_of(meeting):
            for name, first in CITED_FROM.items():
                if name in f"{text} ":
                    cited[name] += 1
                    assert meeting.meets_on >= first, (name, meeting.key)
    assert {"03-CT/TW", "05-CT/TW", "08-QĐi/TW", "12-HD/BTCTW"} <= set(cited)


def test_no_paper_cites_a_directive_before_its_day(plan):
    for paper in plan.papers.values():
        for name, first in CITED_FROM.items():
            if name in f"{paper.summary} {paper.number} ":
                assert paper.issued_on >= first, (name, paper.key)


def test_tasks_are_closed_after_they_were_given_and_by_today(plan):
    for meeting in plan.meetings:
        for task in meeting.tasks:
            assert task.due_on > meeting.meets_on
            if task.state == "done":
                assert meeting.meets_on <= task.closed_on <= TODAY
                assert task.result
            else:
                assert task.closed_on is None


def test_recorded_meetings_have_conclusions_and_approved_ones_their_day(plan):
    for meeting in plan.meetings:
        if meeting.minutes in ("submitted", "approved"):
            assert all(item.conclusion for item in meeting.agenda)
            assert meeting.sections["conclusion"]
            assert meeting.meets_on <= meeting.submitted_on <= TODAY
        if meeting.minutes == "approved":
            assert meeting.submitted_on <= meeting.approved_on <= TODAY


def remarks_of(plan, *, critical):
    return [
        remark
        for meeting in plan.meetings
        for item in meeting.agenda
        for remark in item.remarks
        if remark.is_self_criticism == critical
    ]


def test_minutes_are_not_all_alike(plan):
    told = Counter(m.sections["last_month"] for m in plan.meetings if "last_month" in m.sections)
    assert max(told.values()) <= 2
    opinions = Counter(remark.text for remark in remarks_of(plan, critical=False))
    assert max(opinions.values()) <= 12
    criticisms = Counter(remark.text for remark in remarks_of(plan, critical=True))
    assert max(criticisms.values()) <= 6
    results = Counter(task.result for meeting in plan.meetings for task in meeting.tasks)
    assert max(count for text, count in results.items() if text) <= 12


def test_no_body_repeats_an_opinion_within_three_months(plan):
    last: dict[tuple, dt.date] = {}
    for meeting in plan.meetings:
        for item in meeting.agenda:
            for remark in item.remarks:
                key = (meeting.cell, remark.text)
                assert (meeting.meets_on - last.get(key, D(2000, 1, 1))).days > 90, key
                last[key] = meeting.meets_on


def test_no_two_opinions_on_one_item_begin_alike(plan):
    for meeting in plan.meetings:
        for item in meeting.agenda:
            begun = [remark.text.split(";")[0] for remark in item.remarks]
            assert len(set(begun)) == len(begun), meeting.key


def test_who_leads_the_house_is_given_no_small_task_in_a_cell(plan):
    given = Counter()
    for meeting in plan.meetings:
        if meeting.cell:
            leading = plan.posts.committee_on(meeting.meets_on)
            given.update(task.assignee in leading for task in meeting.tasks)
    assert given[True] < given[False] / 100


def test_small_cells_have_no_cell_committee_to_speak_of(plan):
    small = 0
    for meeting in plan.meetings:
        day, title = meeting.meets_on, "cell_committee_member"
        if meeting.cell and plan.posts.holder(title, meeting.cell, day=day) is None:
            small += 1
            said = " ".join([*texts_of(meeting), *(task.result for task in meeting.tasks)])
            assert "chi ủy" not in said.lower(), meeting.key
            assert "bí thư chi bộ viên" not in said
    assert small > 50


def test_self_criticism_is_told_only_where_it_was_on_the_agenda(plan):
    for meeting in plan.meetings:
        titles = [item.title for item in meeting.agenda]
        is_due = "Tự phê bình và phê bình" in titles
        assert ("self_criticism" in meeting.sections) == is_due
        others = [item for item in meeting.agenda if item.title != "Tự phê bình và phê bình"]
        said = " ".join(remark.text for item in others for remark in item.remarks)
        assert "tự nhận" not in said
        assert is_due or "phần tự phê bình đi thẳng" not in said


def test_committee_minutes_speak_of_the_committee(plan):
    for meeting in plan.meetings:
        if meeting.cell:
            continue
        said = " ".join([*(item.conclusion for item in meeting.agenda), *meeting.sections.values()])
        assert "ủy viên" in said
        for words in (
            "chi bộ kiểm tra",
            "đảng viên chính thức",
            "giao chi ủy nhắc",
            "Chi bộ thống",
        ):
            assert words not in said, meeting.key


PAST_FOCUS = {
    "Ngày thành lập Đảng 03/02": (2, 3),
    "ngày 11/3": (3, 11),
    "nghỉ lễ 30/4": (4, 30),
    "Minh 19/5": (5, 19),
    "dịp 27/7": (7, 27),
    "Công an nhân dân 19/8": (8, 19),
    "Quốc khánh 02/9": (9, 2),
    "dân tộc 18/11": (11, 18),
}


def test_conclusions_set_a_focus_that_still_lies_ahead(plan):
    found = Counter()
    for meeting in plan.meetings:
        said = [meeting.sections.get("conclusion", ""), *(i.conclusion for i in meeting.agenda)]
        for name, day in PAST_FOCUS.items():
            if name in " ".join(said):
                found[name] += 1
                assert meeting.meets_on < D(meeting.meets_on.year, *day), meeting.key
    assert set(found) == set(PAST_FOCUS)


def test_results_agree_with_their_dates(plan):
    kinds = Counter()
    for meeting in plan.meetings:
        for task in meeting.tasks:
            if task.state != "done":
                continue
            days = (task.closed_on - task.due_on).days
            is_late = bool(re.search(r"(chậm|quá hạn) \d\d ngày", task.result))
            is_early = bool(re.search(r"(trước hạn|sớm) \d\d ngày", task.result))
            assert is_late == (days > 0), task
            assert is_early == (days < -1), task
            if days > 0 or days < -1:
                assert f"{abs(days):02d} ngày" in task.result
            kinds[is_late, is_early] += 1
    assert kinds[True, False] > 50
    assert kinds[False, True] > 50


def test_the_plan_is_the_same_every_time(plan):
    again = build_plan.__wrapped__()
    assert [p.name for p in again.people] == [p.name for p in plan.people]
    assert [m.sections for m in again.meetings] == [m.sections for m in plan.meetings]
    assert again.papers == plan.papers
