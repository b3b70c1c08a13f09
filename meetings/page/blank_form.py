"""The printed roll and form of a meeting: for a cell without a line, or for a pen and a table.

What is known is printed (people of the day with exemptions, agenda, tasks that come back), the
rest is lines and boxes in the order of the page, so that it can be typed in from top to bottom.
No paper of the register: it carries no number, no code, no date of issue.
"""

from django.utils import translation

from documents.papers.layout import (
    Header,
    Paper,
    SignatureBlock,
    layout_on,
    name_on,
    superior_on,
)
from documents.papers.pdf import write_pdf
from documents.papers.storage import Written
from meetings.minutes.paper import SUMMARIES
from meetings.models import Attendance, Meeting
from meetings.page.meeting import MeetingPage
from meetings.page.roll_to_call import people_to_call, post_and_standing
from meetings.reads import tasks_that_come_back

LEAST_POINTS = 3  # what comes up at the meeting has room too
LINES = (7, 5, 4, 3)  # to write on under a point: the most that fit
PAGES = 2  # a sheet printed on both sides
State = Attendance.State
BOXES = (State.PRESENT, State.EXCUSED, State.ABSENT)


def write_form(page: MeetingPage) -> Written:
    """The PDF, with the most lines that leave an ordinary cell two pages. Raises MissingPrinterError."""
    meeting = page.meeting
    owner = meeting.cell or meeting.committee
    name = name_on(meeting.meets_on, owner=owner)
    month = meeting.counts_for
    summary = f"{SUMMARIES[meeting.kind]} tháng {month.month} năm {month.year}"
    paper = Paper(
        header=Header(
            superior=superior_on(meeting.meets_on, owner=owner).upper(),
            issuer=name.upper(),
            place=meeting.committee.place,
            kind_title="DANH SÁCH VÀ MẪU GHI",
            summary=summary,
            day=meeting.meets_on,
        ),
        layout=layout_on(meeting.meets_on, committee=meeting.committee),
        signatures=(SignatureBlock(post="NGƯỜI GHI BIÊN BẢN"), SignatureBlock(post="CHỦ TRÌ")),
    )
    form = filled(page)
    for lines in LINES:
        written = write_pdf(
            "meetings/papers/form.html",
            {"meeting": meeting, "form": form, "lines": range(lines)},
            paper=paper,
            title=f"Danh sách và mẫu ghi {summary} – {name}",
            author=name,
            on=meeting.meets_on,
        )
        if written.pages <= PAGES:
            break
    return written


@translation.override("vi")
def filled(page: MeetingPage) -> dict:
    """What is printed on the form before anybody writes on it."""
    items = list(page.meeting.agenda.valid().select_related("presenter"))
    return {
        "roll": [_person(page, row) for row in people_to_call(page)],
        "returned": list(tasks_that_come_back(page.meeting)),
        "agenda": [*items, *[None] * (LEAST_POINTS - len(items))],
        "guests": [str(row) for row in page.meeting.guests.valid().select_related("member")],
        "is_committee": page.meeting.cell_id is None,
    }


def _person(page: MeetingPage, row: Attendance) -> dict:
    """Boxes to tick; for who need not come the word instead of them."""
    has_boxes = row.state in (*BOXES, State.NOT_RECORDED)
    return {
        "name": row.member.full_name,
        "standing": post_and_standing(page, row),
        "word": "" if has_boxes else _word(row),
        "ticked": row.state,
        "reason": row.reason,
    }


def _word(row: Attendance) -> str:
    """`được miễn`, said once where the reason says the same."""
    word = str(row.get_state_display())
    return word if row.reason in ("", word) else f"{word}: {row.reason}"


def name_of_form(meeting: Meeting) -> str:
    """The name of the file a browser saves."""
    code = meeting.cell.code if meeting.cell else meeting.committee.code
    return f"mau-ghi-{code}-{meeting.meets_on:%Y-%m-%d}".lower()
