"""The people a roll-call goes through: the opened roll, or before that who belongs on it."""

from meetings.models import Attendance
from meetings.page.meeting import MeetingPage
from members.models import Member, Position


def people_to_call(page: MeetingPage) -> list[Attendance]:
    """In the order of the page, leaders first; rows of a roll nobody has opened yet are not stored."""
    return page.roll or _not_opened(page)


def _not_opened(page: MeetingPage) -> list[Attendance]:
    members = Member.objects.in_bulk([person.member_id for person in page.expected])
    rows = [
        Attendance(
            meeting=page.meeting,
            member=members[person.member_id],
            standing=person.standing,
            state=person.state,
            reason=person.reason,
        )
        for person in page.expected
    ]
    without = (len(Position.Title), "")
    return sorted(
        rows, key=lambda row: (page.posts.get(row.member_id, without)[0], row.member.sort_name)
    )


def post_and_standing(page: MeetingPage, row: Attendance) -> str:
    """`Bí thư Chi bộ`, `dự bị`; nothing for an official member without a post."""
    post = page.posts.get(row.member_id, (0, ""))[1]
    is_official = row.standing == Attendance.Standing.OFFICIAL
    return ", ".join(
        part for part in (post, "" if is_official else str(row.get_standing_display())) if part
    )
