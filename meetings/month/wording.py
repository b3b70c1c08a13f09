"""When and where a meeting is, in the office's words: on the notice, in a message, in a calendar.

Always in Vietnamese, whatever language the reader's pages are in.
"""

import datetime as dt

from django.utils import translation

from cells.wording import CELL_BODY, COMMITTEE_BODY, as_issuer
from meetings.models import Meeting
from meetings.month.board import WEEKDAYS, BoardMeeting, MonthBoard
from partyunit.dates import write_on_paper

UNKNOWN_HOUR = "… giờ …"
KINDS = {
    Meeting.Kind.THEMATIC: "chuyên đề",
    Meeting.Kind.MODEL: "sinh hoạt mẫu",
    Meeting.Kind.EXTRAORDINARY: "bất thường",
}


def hour_in_words(meeting: Meeting) -> str:
    """`14 giờ 00`; dots where it is not set."""
    return f"{meeting.starts_at:%H giờ %M}" if meeting.starts_at else UNKNOWN_HOUR


def day_in_words(day: dt.date, *, year: int) -> str:
    """`Thứ Ba, 12/3`, the month written as on papers; another year than the one that stands above is told."""
    written = f"{day:%d}/{day:%m}" if day.month < 3 else f"{day:%d}/{day.month}"
    told = f"{WEEKDAYS[day.weekday()]}, {written}"
    return told if day.year == year else f"{told}/{day.year}"


def when(meeting: Meeting, month: dt.date, *notes: str) -> str:
    """`14 giờ 00, Thứ Ba, 12/3` in the plan of a month; what is no regular meeting of it says what it is."""
    told = f"{hour_in_words(meeting)}, {day_in_words(meeting.meets_on, year=month.year)}"
    counted = meeting.counts_for
    of_another = "" if counted == month else f"tính cho tháng {counted.month}/{counted.year}"
    kind = KINDS.get(Meeting.Kind(meeting.kind), "")
    brackets = ", ".join(filter(None, (kind, of_another, *notes)))
    return f"{told} ({brackets})" if brackets else told


def body_of(meeting: Meeting) -> str:
    """`Chi bộ Tổng hợp`, `Đảng ủy`; with `cell_name` as the cell was called on a day."""
    if not meeting.cell_id:
        return COMMITTEE_BODY
    return as_issuer(getattr(meeting, "cell_name", "") or str(meeting.cell), CELL_BODY)


def month_as_text(board: MonthBoard) -> str:
    """The month's plan to paste into a messenger, a line for each meeting that stands."""
    cells = [row for row in board.rows if row.cell]  # the board keeps its words: the reader's own
    with translation.override("vi"):
        return _month_in_lines(board, cells)


def _month_in_lines(board: MonthBoard, cells: list) -> str:
    lines = [f"LỊCH SINH HOẠT CHI BỘ THÁNG {board.first.month}/{board.first.year}"]
    for number, row in enumerate(cells, start=1):
        standing = [one for one in row.meetings if one.meeting.stands]
        told = "; ".join(_in_one_line(one, board.first) for one in standing) or "chưa có lịch"
        lines.append(f"{number}. {as_issuer(row.name, CELL_BODY)}: {told}.")
    return "\n".join(lines)


def _in_one_line(shown: BoardMeeting, month: dt.date) -> str:
    meeting, sure = shown.meeting, "chưa thống nhất" if shown.is_proposal else ""
    attendant = f", đồng chí {meeting.attendant} dự" if meeting.attendant else ""
    return f"{when(meeting, month, sure)}, tại {meeting.place}{attendant}"


@translation.override("vi")
def invitation(meeting: Meeting) -> str:
    """The invitation to one meeting. It says when and where; what will be spoken of goes with the papers."""
    people = "đảng viên " + body_of(meeting) if meeting.cell_id else "ủy viên Ban Chấp hành Đảng bộ"
    weekday = WEEKDAYS[meeting.meets_on.weekday()]
    moment = f"{hour_in_words(meeting)}, {weekday}, {write_on_paper(meeting.meets_on)}"
    lines = (
        f"Kính mời các đồng chí {people} dự {_called(meeting)}.",
        f"Thời gian: {moment}.",
        f"Địa điểm: {meeting.place}.",
        f"Chủ đề: {meeting.topic}." if meeting.topic else "",
        f"Chủ trì: đồng chí {meeting.chair}." if meeting.chair else "",
        f"Cấp ủy viên dự: đồng chí {meeting.attendant}." if meeting.attendant else "",
        "Đề nghị các đồng chí đọc trước tài liệu, có mặt đúng giờ; đồng chí nào vắng thì báo cáo lý do trước.",
    )
    return "\n".join(line for line in lines if line)


def _called(meeting: Meeting) -> str:
    """`họp chi bộ tháng 3 năm 2019`: the title within a sentence."""
    title = meeting.title
    return title[0].lower() + title[1:]
