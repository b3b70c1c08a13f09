"""The resolution of the month (nghị quyết tháng): composed of what the minutes hold, in four parts.

I. review of last month · II. next month · III. who does what by when · IV. the cell's own score
(skeleton used under 42-HD/BTCTW 28/10/2025, second-hand: domain guide §4). Prose is the
sections typed on the meeting's page; tasks, vote and score come from the rows alone.
"""

import datetime as dt

from django.utils import translation

from documents.models import Document
from documents.papers.layout import SignatureBlock
from documents.papers.storage import Written
from documents.papers.writing import write_paper
from meetings.minutes.paper import (
    name_of,
    names_of,
    paper_of,
    summary_of,
    task_in_words,
    vote_in_words,
)
from meetings.models import MinutesSection, Vote
from meetings.score.scoring import printable_score
from members.models import Position
from partyunit.dates import add_months

FORMAT = 1
Part = MinutesSection.Part
REVIEW = (
    (Part.IDEOLOGY, "Công tác chính trị, tư tưởng"),
    (Part.POLITICAL_TASK, "Kết quả thực hiện nhiệm vụ chính trị"),
    (None, "Kết quả thực hiện nghị quyết tháng trước"),  # the table of tasks
    (Part.PRAISE, "Biểu dương, nhắc nhở"),
    (Part.SHORTCOMING, "Hạn chế, nguyên nhân"),
)
PARTS = [part for part, _heading in REVIEW if part] + [Part.NEXT_MONTH]
POSTS = {
    Position.Title.SECRETARY: "BÍ THƯ",
    Position.Title.CELL_SECRETARY: "BÍ THƯ",
    Position.Title.CELL_DEPUTY: "PHÓ BÍ THƯ",
    Position.Title.DEPUTY_SECRETARY: "PHÓ BÍ THƯ",
}
NAMED = "nghị quyết"  # how the subject of a vote names it
COPIED = ("organisation", "meeting", "returned_tasks", "tasks", "score", "votes")


def compose_resolution(
    minutes: dict, *, code: str = "", number: str = "", on: dt.date | None = None
) -> dict:
    """The content of the resolution from that of the minutes; without a day a draft.

    What nobody wrote of the month ahead is what the chair concluded: approved minutes take no more
    words, and a resolution is not issued with an empty part.
    """
    sections = {part: minutes["sections"].get(part, "") for part in PARTS}
    sections[Part.NEXT_MONTH] = sections[Part.NEXT_MONTH] or minutes["sections"].get(
        Part.CONCLUSION, ""
    )
    return {
        "format": FORMAT,
        "number": number,
        "issued_on": on.isoformat() if on else None,
        "minutes": {"number": minutes.get("number", ""), "code": code},
        **{name: minutes.get(name) for name in COPIED},
        "sections": sections,
    }


def passed_vote(votes: list[dict] | None) -> dict | None:
    """The vote that decides the resolution, if it carried: of one taken again the last.

    A conclusion on a point is voted on by the same rule and is not the resolution: what names
    itself a resolution goes before, and what the meeting votes on as a whole.
    """
    found = [row for row in votes or [] if row["matter"] == Vote.Matter.RESOLUTION]
    named = [row for row in found if NAMED in row["subject"].casefold()] or found
    whole = [row for row in named if row["item"] is None] or named
    return whole[-1] if whole and whole[-1]["passed"] else None


def write_resolution(content: dict, *, code: str = "", form: str = "pdf") -> Written:
    """The paper; without a code a draft. Raises MissingPrinterError."""
    issued_on = content["issued_on"] or content["meeting"]["meets_on"]
    day = dt.date.fromisoformat(issued_on)
    is_cell = content["organisation"]["cell_id"] is not None
    chair = content["meeting"]["chair"]
    signature = SignatureBlock(
        authority="T/M CHI BỘ" if is_cell else "T/M ĐẢNG ỦY",
        post=POSTS.get(chair["post"], "CHỦ TRÌ") if chair else "BÍ THƯ",
        name=name_of(chair),
    )
    printed = printable_resolution(content)
    return write_paper(
        form,
        "meetings/papers/resolution.html",
        {"resolution": printed},
        paper=paper_of(
            content,
            on=day,
            kind_title="NGHỊ QUYẾT",
            numbered_as=Document.Kind.RESOLUTION,
            signatures=(signature,),
            recipients=("Đảng ủy (để báo cáo)", "Đảng viên chi bộ", "Lưu Chi bộ")
            if is_cell
            else ("Các chi bộ trực thuộc", "Lưu Đảng ủy"),
            is_dated=content["issued_on"] is not None,
            code=code,
        ),
        **names_of(content, f"Nghị quyết {printed['summary']}", on=day),
    )


@translation.override("vi")
def printable_resolution(content: dict) -> dict:
    """The content in the words of the paper: only the parts of the review that say something."""
    meeting, sections = content["meeting"], content["sections"]
    month = dt.date.fromisoformat(meeting["counts_for"])
    tasks = [task_in_words(row) for row in content["returned_tasks"]]
    vote = passed_vote(content["votes"])
    return {
        "summary": summary_of(content),
        "organisation": content["organisation"]["name"],
        "meets_on": dt.date.fromisoformat(meeting["meets_on"]),
        "month": f"{month:%m/%Y}".lstrip("0"),
        "last_month": f"{add_months(month, -1):%m/%Y}".lstrip("0"),
        "minutes": content["minutes"],
        "vote": vote_in_words(vote) if vote else None,
        "review": [
            {
                "heading": heading,
                "text": sections[part] if part else "",
                "tasks": tasks * (not part),
            }
            for part, heading in REVIEW
            if (sections[part] if part else tasks)
        ],
        "next_month": sections[Part.NEXT_MONTH],
        "nothing": "Chưa ghi." if content["issued_on"] is None else "Không có nội dung ghi riêng.",
        "tasks": [task_in_words(row) for row in content["tasks"]],
        "is_scored": content["organisation"]["cell_id"] is not None,  # a committee never is
        "score": printable_score(content["score"]),
    }
