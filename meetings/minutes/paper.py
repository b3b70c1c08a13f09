"""The minutes (biên bản) as a paper, made from frozen content alone, never from the rows.

Required parts after the domain guide §4: place, hours, totals by standing, present by
standing, absent with and without reason by name, chair, secretary, agenda, course with each
speaker's name and view, conclusion per item; signatures with the secretary left, chair right.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from cells.models import Committee
from documents.models import Document
from documents.papers.layout import Header, Paper, SignatureBlock, layout_on
from documents.papers.storage import Written
from documents.papers.writing import write_paper
from meetings.models import ActionItem, Attendance, Guest, Meeting
from meetings.models.vote import name_beside
from meetings.score.scoring import printable_score
from meetings.votes.voting import share_in_words
from members.models import Position
from partyunit.shares import percent

LINE_POINTS = 18  # the closest the guides allow (18–20): an ordinary meeting fits two pages
State, Standing = Attendance.State, Attendance.Standing
LIST_SIGNS = ("-", "+", "•", "–", "▪", "►")
READ_OUT = "Biên bản đã được đọc trước cuộc họp, các đồng chí dự họp nhất trí thông qua."
AWAY = (State.EXCUSED, State.ABSENT, State.EXEMPT, State.ELSEWHERE, State.NOT_RECORDED)
SUMMARIES = {
    "regular": "họp chi bộ",
    "thematic": "sinh hoạt chuyên đề của chi bộ",
    "model": "sinh hoạt chi bộ mẫu",
    "committee": "họp Ban Chấp hành Đảng bộ",
    "extraordinary": "họp bất thường",
}
STANDINGS = {
    Standing.OFFICIAL: "chính thức",
    Standing.PROBATIONARY: "dự bị",
    Standing.TEMPORARY: "sinh hoạt tạm thời",
}


def write(content: dict, *, code: str = "", form: str = "pdf") -> Written:
    """The minutes; without a code they are marked as a draft. Raises MissingPrinterError."""
    meeting, day = content["meeting"], dt.date.fromisoformat(content["meeting"]["meets_on"])
    signatures = (
        SignatureBlock(post="NGƯỜI GHI BIÊN BẢN", name=name_of(meeting["clerk"])),
        SignatureBlock(post="CHỦ TRÌ", name=name_of(meeting["chair"])),
    )
    return write_paper(
        form,
        "meetings/papers/minutes.html",
        {"minutes": printable(content)},
        paper=paper_of(
            content,
            on=day,
            kind_title="BIÊN BẢN",
            numbered_as=Document.Kind.MINUTES,
            signatures=signatures,
            code=code,
        ),
        **names_of(content, f"Biên bản {summary_of(content)}", on=day),
    )


def write_addendum(content: dict, *, code: str, form: str = "pdf") -> Written:
    """The paper of an addendum, from its frozen content. Raises MissingPrinterError."""
    day = dt.date.fromisoformat(content["added_on"])
    return write_paper(
        form,
        "meetings/papers/addendum.html",
        {"addendum": content, "meets_on": dt.date.fromisoformat(content["meeting"]["meets_on"])},
        paper=paper_of(
            content,
            on=day,
            kind_title="BỔ SUNG BIÊN BẢN",
            signatures=(SignatureBlock(post="NGƯỜI BỔ SUNG", name=content["added_by"]),),
            code=code,
        ),
        **names_of(content, f"Bổ sung biên bản {summary_of(content)}", on=day),
    )


def paper_of(
    content: dict,
    *,
    on: dt.date,
    kind_title: str,
    code: str,
    numbered_as: str = "",
    is_dated: bool = True,
    **around: Any,
) -> Paper:
    """What stands around the text, with the names of the meeting's day; without a code a draft.

    A paper `numbered_as` a kind of the register prints its number, a draft a blank to be filled
    in; minutes approved before they were numbered have no such line. `around`: signatures and
    recipients.
    """
    committee = Committee.objects.get(pk=content["organisation"]["committee_id"])
    layout = replace(layout_on(on, committee=committee), line_points=LINE_POINTS)
    is_numbered = numbered_as and (content.get("number") or not code)
    header = Header(
        **_names_on_top(content),
        kind_title=kind_title,
        symbol=_symbol(content, numbered_as) if is_numbered else "",
        number=content.get("number", ""),
        day=on if is_dated else None,
        separator=layout.number_separator,
    )
    return Paper(
        header=header,
        layout=layout,
        code=code,
        is_draft=not code,
        draft_mark="BẢN NHÁP",
        **around,
    )


def _names_on_top(content: dict) -> dict[str, str]:
    organisation = content["organisation"]
    return {
        "superior": organisation["superior"].upper(),
        "issuer": organisation["name"].upper(),
        "place": organisation["place"],
        "summary": summary_of(content),
    }


def _symbol(content: dict, kind: str) -> str:
    """`BB/CB` for a cell's minutes, `NQ/ĐU` for the committee's resolution."""
    return f"{kind}/{'CB' if content['organisation']['cell_id'] else 'ĐU'}"


def names_of(content: dict, title: str, *, on: dt.date) -> dict:
    """How the file calls itself."""
    name = content["organisation"]["name"]
    return {"title": f"{title} – {name}", "author": name, "on": on}


def summary_of(content: dict) -> str:
    """`họp chi bộ tháng 3 năm 2019`."""
    month = dt.date.fromisoformat(content["meeting"]["counts_for"])
    return f"{SUMMARIES[content['meeting']['kind']]} tháng {month.month} năm {month.year}"


def name_of(person: dict | None) -> str:
    return person["name"] if person else ""


@translation.override("vi")
def printable(content: dict) -> dict:
    """The content in the words of the paper; page preview and PDF print the same, in Vietnamese."""
    meeting = content["meeting"]
    return {
        "organisation": content["organisation"]["name"],
        "summary": summary_of(content),
        "day": dt.date.fromisoformat(meeting["meets_on"]),
        "starts": _hour(meeting["starts_at"]),
        "ends": _hour(meeting["ends_at"]),
        "place": meeting["place"],
        "topic": meeting["topic"],
        "is_committee": content["organisation"]["cell_id"] is None,
        "chair": _leader(meeting["chair"]),
        "clerk": _leader(meeting["clerk"]),
        "chair_name": name_of(meeting["chair"]),
        "clerk_name": name_of(meeting["clerk"]),
        "counts": _counts(content["counts"]),
        **{str(state): _named(content["roll"], state) for state in AWAY},
        "guests": [_guest(row) for row in content["guests"]],
        "absent_guests": [_guest(row) for row in content.get("absent_guests", [])],
        "agenda": [
            {**item, "course": _course(item), "votes": _votes(content, item=item["position"])}
            for item in content["agenda"]
        ],
        "votes": _votes(content, item=None),
        "returned_tasks": [task_in_words(row) for row in content["returned_tasks"]],
        "tasks": [task_in_words(row) for row in content["tasks"]],
        "sections": {**content["sections"], **_taken_for_read_out(content)},
        "score": printable_score(content.get("score")),
        "number": content.get("number", ""),
    }


def _hour(text: str | None) -> str:
    """`14 giờ 00 phút`; dots where it was not written."""
    if not text:
        return "… giờ … phút"
    hour, minute = text.split(":")
    return f"{hour} giờ {minute} phút"


def _leader(person: dict | None) -> str:
    """`Hoàng Văn Chung, Bí thư Chi bộ`."""
    if person is None:
        return "……"
    post = Position.Title(person["post"]).label if person["post"] else ""
    return ", ".join(part for part in (person["name"], str(post)) if part)


def _counts(counts: dict) -> dict:
    """Totals and presence, each split by standing; those temporarily in stand apart."""
    own = (Standing.OFFICIAL, Standing.PROBATIONARY)
    total = {standing: sum(counts[standing].values()) for standing in Standing}
    present = {standing: counts[standing][State.PRESENT] for standing in Standing}
    return {
        "total": sum(total[standing] for standing in own),
        "official": total[Standing.OFFICIAL],
        "probationary": total[Standing.PROBATIONARY],
        "temporary": total[Standing.TEMPORARY],
        "present": sum(present.values()),
        "official_present": present[Standing.OFFICIAL],
        "probationary_present": present[Standing.PROBATIONARY],
        "temporary_present": present[Standing.TEMPORARY],
    }


def _named(roll: list[dict], state: str) -> list[str]:
    """Names with reason and, where it is not official, standing."""
    lines = []
    for row in roll:
        if row["state"] != state:
            continue
        standing = STANDINGS[row["standing"]] if row["standing"] != Standing.OFFICIAL else ""
        remarks = ", ".join(part for part in (standing, row["reason"]) if part)
        lines.append(f"{row['name']} ({remarks})" if remarks else row["name"])
    return lines


def _guest(row: dict) -> str:
    capacity = str(Guest.Capacity(row["capacity"]).label)
    return ", ".join(part for part in (row["name"], row["organisation"], capacity) if part)


def _course(item: dict) -> str:
    """A point line by line: who presented what, who said what, what was concluded."""
    who = f"Đồng chí {item['presenter']} trình bày" if item["presenter"] else ""
    lines = _told(who, item["summary"]) or ([f"{who}."] if who else [])
    for opinion in item["opinions"]:
        lines += _told(_speaker(opinion), opinion["text"])
    return "\n".join(lines + _told("* Kết luận", item["conclusion"]))


def _speaker(opinion: dict) -> str:
    """Whoever is on no roll of the committee's need be no member of the Party."""
    called = "Đồng chí" if opinion["member_id"] else "Đại biểu"
    kind = " (tự phê bình, phê bình)" if opinion["self_criticism"] else ""
    return f"- {called} {opinion['name']}{kind}"


def _told(who: str, text: str) -> list[str]:
    """`Đồng chí A: …`, the first words beside the name unless they are a list of their own."""
    lines = [line for line in text.splitlines() if line]
    if not who or not lines:
        return lines
    if lines[0].startswith(LIST_SIGNS):
        return [f"{who}:", *lines]
    return [f"{who}: {lines[0]}", *lines[1:]]


def _taken_for_read_out(content: dict) -> dict[str, str]:
    """What minutes of the second format said of themselves, whatever was recorded."""
    return {"closing": READ_OUT} if content["format"] == 2 else {}


def _votes(content: dict, *, item: int | None) -> list[dict]:
    """The votes on one point, or (None) on none of them; minutes frozen before there were votes have none."""
    return [vote_in_words(row) for row in content.get("votes", []) if row["item"] == item]


def vote_in_words(row: dict) -> dict:
    """`18/20 tán thành (90 %)`, of the base; `cần trên 1/2 (11)`."""
    return {
        **row,
        "about": name_beside(row["subject"], row["about"]),
        "percent": percent(row["for"], row["base"]),
        "share": share_in_words(tuple(row["share"])),
        "result": _("được thông qua") if row["passed"] else _("không được thông qua"),
        "other_views": row["other_views"].rstrip(". "),
    }


def task_in_words(row: dict) -> dict:
    return {
        **row,
        "result": row["result"].rstrip(". "),
        "assignee": row["assignee"]["name"],
        "due_on": _last_day(row),
        "state": str(ActionItem.State(row["state"]).label),
    }


def _last_day(row: dict) -> str:
    """`20/03/2019`, `20/03/2019, gia hạn đến 05/04/2019`."""
    days = [
        dt.date.fromisoformat(day).strftime("%d/%m/%Y")
        for day in (row["due_on"], row.get("extended_to"))
        if day
    ]
    return ", gia hạn đến ".join(days)


def filename_of(meeting: Meeting, *, of: str = "bien-ban") -> str:
    """The name, without ending, of the file a browser saves."""
    code = meeting.cell.code if meeting.cell else meeting.committee.code
    return f"{of}-{code}-{meeting.meets_on:%Y-%m-%d}".lower()
