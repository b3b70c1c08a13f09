"""What happens to a meeting: planned, logged row by row, submitted, returned, approved, supplemented.

Whether the account may do it is asked by the page (`meetings.rights`); what the meeting's
state allows is asked here, in `guard`, by every service.
"""

from meetings.services.activities import (
    call_off_activity,
    correct_activity,
    finish_activity,
    plan_activity_again,
    record_everyone,
    record_numbers,
    record_participation,
    void_activity,
)
from meetings.services.agreement import MonthPlanError, agree_to_plan, agree_to_plans, plan_month
from meetings.services.approval import add_addendum, approve_minutes
from meetings.services.attending import choose_attendant, invite_attendant
from meetings.services.campaigns import void_campaign
from meetings.services.feed import find_feed, make_feed, revoke_feed
from meetings.services.guests import invite_members, mark_guests_present, save_guest
from meetings.services.minutes import return_minutes, submit_minutes, void_minutes
from meetings.services.papers import read_paper
from meetings.services.planning import (
    call_off_meeting,
    change_plan,
    plan_again,
    plan_meeting,
    postpone_meeting,
    record_course,
    void_meeting,
)
from meetings.services.preparing import attach_file, save_paper, send_papers
from meetings.services.resolution import issue_resolution, void_resolution
from meetings.services.roll import mark_everyone_present, open_roll, record_attendance
from meetings.services.rows import move_agenda_item, remove_row, save_row
from meetings.services.scores import (
    save_score_line,
    score_from_record,
    score_the_rest,
    take_score_back,
)
from meetings.services.tasks import extend_task, report_between_meetings, report_task

__all__ = [
    "MonthPlanError",
    "add_addendum",
    "agree_to_plan",
    "agree_to_plans",
    "approve_minutes",
    "attach_file",
    "call_off_activity",
    "call_off_meeting",
    "change_plan",
    "choose_attendant",
    "correct_activity",
    "extend_task",
    "find_feed",
    "finish_activity",
    "invite_attendant",
    "invite_members",
    "issue_resolution",
    "make_feed",
    "mark_everyone_present",
    "mark_guests_present",
    "move_agenda_item",
    "open_roll",
    "plan_activity_again",
    "plan_again",
    "plan_meeting",
    "plan_month",
    "postpone_meeting",
    "read_paper",
    "record_attendance",
    "record_course",
    "record_everyone",
    "record_numbers",
    "record_participation",
    "remove_row",
    "report_between_meetings",
    "report_task",
    "return_minutes",
    "revoke_feed",
    "save_guest",
    "save_paper",
    "save_row",
    "save_score_line",
    "score_from_record",
    "score_the_rest",
    "send_papers",
    "submit_minutes",
    "take_score_back",
    "void_activity",
    "void_campaign",
    "void_meeting",
    "void_minutes",
    "void_resolution",
]
