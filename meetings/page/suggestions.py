"""Prose of the minutes offered from what was recorded: text to begin with, for the clerk to change.

Taken only into a part that is still empty. Counts stay out of it: the paper prints those from
the rows, and a number inside prose would not follow a roll corrected later.
"""

from collections.abc import Callable

from django.utils import translation

from meetings.minutes.paper import READ_OUT
from meetings.models import ActionItem, MinutesSection
from partyunit.text import fold

Part = MinutesSection.Part
ABOUT_IDEOLOGY = ("tu tuong", "thoi su", "chinh tri", "hoc tap", "chi thi")


@translation.override("vi")
def suggest(part: str, content: dict) -> str:
    """What the record says for that part, in whole sentences; nothing when it says nothing."""
    return COMPOSED[part](content) if part in COMPOSED else ""


def _opening(content: dict) -> str:
    chair, clerk = content["meeting"]["chair"], content["meeting"]["clerk"]
    guests = "; ".join(guest["name"] for guest in content["guests"])
    sentences = [
        f"Đồng chí {chair['name']} tuyên bố lý do, giới thiệu đại biểu"
        f"{f' ({guests})' if guests else ''}, nêu chương trình cuộc họp."
        if chair
        else "",
        f"Cuộc họp nhất trí cử đồng chí {clerk['name']} làm thư ký ghi biên bản." if clerk else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _discussion(content: dict) -> str:
    spoke = any(item["opinions"] for item in content["agenda"])
    return "Ngoài các ý kiến đã ghi ở từng nội dung, không có ý kiến khác." if spoke else ""


def _self_criticism(content: dict) -> str:
    names = [
        opinion["name"]
        for item in content["agenda"]
        for opinion in item["opinions"]
        if opinion["self_criticism"]
    ]
    names = list(dict.fromkeys(names))
    if not names:
        return ""
    return f"Tự phê bình và phê bình có ý kiến của đồng chí {', '.join(names)}; cuộc họp nhất trí tiếp thu."


def _conclusion(content: dict) -> str:
    """The titles, for what was concluded on each stands beside it."""
    titles = [item["title"].rstrip(". ") for item in content["agenda"] if item["conclusion"]]
    if not titles:
        return ""
    tasks = " Các đồng chí được giao việc thực hiện đúng hạn." if content["tasks"] else ""
    return f"Cuộc họp thống nhất kết luận về: {'; '.join(titles)}.{tasks}"


def _closing(content: dict) -> str:
    """Said by whoever presses the button, for nothing recorded tells whether it was read."""
    return READ_OUT if content["agenda"] else ""


def _ideology(content: dict) -> str:
    texts = [
        text
        for item in content["agenda"]
        if any(word in fold(item["title"]) for word in ABOUT_IDEOLOGY)
        for text in (item["summary"], item["conclusion"])
        if text
    ]
    return "\n".join(texts)


def _political_task(content: dict) -> str:
    return content["sections"].get(Part.LAST_MONTH, "")


def _shortcoming(content: dict) -> str:
    """Tasks whose day had passed when the body met."""
    late = [
        f"{task['task'].rstrip('. ')} (đồng chí {task['assignee']['name']})"
        for task in content["returned_tasks"]
        if task["state"] in (ActionItem.State.OPEN, ActionItem.State.DOING)
        and (task["extended_to"] or task["due_on"]) < content["meeting"]["meets_on"]
    ]
    return f"Chưa xong đúng hạn: {'; '.join(late)}." if late else ""


def _next_month(content: dict) -> str:
    return content["sections"].get(Part.CONCLUSION, "")


COMPOSED: dict[str, Callable[[dict], str]] = {
    Part.OPENING: _opening,
    Part.DISCUSSION: _discussion,
    Part.SELF_CRITICISM: _self_criticism,
    Part.CONCLUSION: _conclusion,
    Part.CLOSING: _closing,
    Part.IDEOLOGY: _ideology,
    Part.POLITICAL_TASK: _political_task,
    Part.SHORTCOMING: _shortcoming,
    Part.NEXT_MONTH: _next_month,
}
