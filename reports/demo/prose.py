"""What was said and decided: agenda, opinions, tasks and the prose of the minutes.

Told from the meeting's own facts (who came, whose probation ended, what the month brings), in
the words of its cell and the directives of its day.
"""

import datetime as dt

from partyunit.dates import add_months
from reports.demo.calendar import DAY, working_before, working_from
from reports.demo.dice import between, chance, pick, shuffled, throw
from reports.demo.field_words import COMMITTEE_FIELD, FIELDS, Field
from reports.demo.flows import BY_KEY, TODAY
from reports.demo.history import History
from reports.demo.phrases import (
    AGREED,
    CLOSINGS,
    CRITICISMS,
    LACKS,
    PRAISE,
    RESULTS,
    SELF_CRITICISMS,
    STUDY_REMARKS,
)
from reports.demo.shapes import Gathering, Item, Person, Remark, Task
from reports.demo.topics import SEASON, STUDY, topics_on


class Writer:
    """Writes the course of each recorded meeting; `before` is the last one of the same body."""

    def __init__(self, history: History):
        self.history = history

    def write(self, meeting: Gathering, following: dt.date | None) -> None:
        """`following` is the day of the next meeting of the same body, if it has been held."""
        makers = {
            "regular": self._regular,
            "committee": self._regular,
            "thematic": self._thematic,
            "model": self._thematic,
        }
        makers[meeting.kind](meeting)
        self._give_tasks(meeting, following)
        if meeting.minutes == "draft":
            self._leave_unfinished(meeting)
        self._sections(meeting)

    # --- agenda --------------------------------------------------------------------------------

    def _regular(self, meeting: Gathering) -> None:
        last = add_months(meeting.counts_for, -1)
        now, chair = meeting.counts_for, meeting.chair
        review = Item(
            f"Kết quả thực hiện nhiệm vụ tháng {last.month}, nhiệm vụ tháng {now.month}", chair
        )
        review.summary = f"{self._results(meeting)} {pick(LACKS, 'lack', meeting.key)}"
        review.remarks = self._remarks(meeting, between(1, 3, "remarks", meeting.key))
        season = self._season(meeting)
        review.conclusion = (
            f"{pick(AGREED, 'agreed', meeting.key)} Trọng tâm tháng {now.month}: {season}."
        )
        meeting.agenda.append(review)
        meeting.agenda.append(self._study_item(meeting))
        meeting.agenda += self._personal_items(meeting)
        if chance(60, "criticism", meeting.key) or meeting.counts_for.month in (6, 12):
            meeting.agenda.append(self._criticism_item(meeting))
        resolution = Item(f"Thông qua nghị quyết tháng {now.month}", chair)
        resolution.conclusion = self._adopted(meeting)
        meeting.agenda.append(resolution)

    def _study_item(self, meeting: Gathering) -> Item:
        options = topics_on(meeting.meets_on)
        topic = pick(options, "study", meeting.cell, meeting.counts_for)
        item = Item(f"Thông tin thời sự; học tập: {topic.title}"[:300])
        item.presenter = self._speaker(meeting, "presenter")
        item.summary = f"Quán triệt nội dung chính, yêu cầu {topic.heart}."
        item.remarks = self._said(meeting, STUDY_REMARKS, "study remark", count=1)
        item.conclusion = f"Mỗi đảng viên {topic.heart}; chi bộ kiểm tra vào kỳ sinh hoạt sau."
        return item

    def _thematic(self, meeting: Gathering) -> None:
        topic = next(topic for topic in STUDY if meeting.topic.endswith(topic.title[-60:]))
        talk = Item(f"Trình bày: {topic.title}"[:300], self._speaker(meeting, "talk"))
        talk.summary = (
            f"Trình bày nội dung chuyên đề, liên hệ với {BY_KEY[meeting.cell].unit}; nhấn mạnh yêu cầu "
            f"{topic.heart}."
        )
        talk.conclusion = (
            "Thống nhất nội dung; đưa việc làm theo vào bản đăng ký của từng đồng chí."
        )
        debate = Item("Thảo luận, liên hệ trách nhiệm của chi bộ và từng đảng viên", meeting.chair)
        debate.remarks = self._said(meeting, STUDY_REMARKS, "debate", count=3)
        debate.remarks += self._remarks(meeting, 1)
        debate.conclusion = f"Chi bộ thống nhất: {topic.heart}."
        meeting.agenda += [talk, debate]
        if meeting.kind == "model":
            meeting.agenda.append(self._lessons(meeting))

    def _lessons(self, meeting: Gathering) -> Item:
        """What the guests of a model meeting take home."""
        item = Item("Trao đổi, rút kinh nghiệm với các chi bộ dự học tập", meeting.chair)
        guests = [visitor.person for visitor in meeting.visitors]
        texts = [
            "đề nghị nhân rộng cách gửi tài liệu trước ba ngày và phân công người phát biểu",
            "cách điều hành gọn, mỗi việc có kết luận ngay; chi bộ tôi sẽ làm theo từ tháng 3",
            "phần tự phê bình đi thẳng vào việc, không khí cởi mở, nên giữ nền nếp này",
        ]
        item.remarks = [Remark(g, f"{t}.") for g, t in zip(guests[:3], texts, strict=True)]
        item.conclusion = "Các chi bộ vận dụng từ kỳ sinh hoạt tháng 3; Đảng ủy tổ chức sinh hoạt mẫu quý II tại Chi bộ Điều tra."
        return item

    def _personal_items(self, meeting: Gathering) -> list[Item]:
        """Probations that end, and admissions that the cell will propose."""
        if not meeting.cell:
            return []
        day, items = meeting.meets_on, []
        for person in self.history.in_cell(meeting.cell, day):
            life = person.life
            due = life.official_from
            if due and due <= day <= (life.recognition_on or due) and day < due + 32 * DAY:
                items.append(self._decided(meeting, f"Xét đề nghị công nhận đảng viên chính thức đối với đồng chí {person.name}"))  # fmt: skip
        ahead = add_months(day, 2)
        for person in self.history.people:
            first = person.stays[0]
            if (first.cell, first.start_reason) == (meeting.cell, "admission") and (
                ahead.replace(day=1) <= first.first.replace(day=1) <= ahead
            ):
                items.append(self._decided(meeting, f"Xét đề nghị kết nạp Đảng đối với quần chúng {person.name}"))  # fmt: skip
        return items

    @staticmethod
    def _decided(meeting: Gathering, title: str) -> Item:
        present = sum(entry.standing == "official" for entry in meeting.of_state("present"))
        item = Item(title, meeting.chair)
        item.summary = (
            "Người được phân công theo dõi, giúp đỡ báo cáo; chi bộ thảo luận ưu điểm, hạn chế."
        )
        item.conclusion = (
            f"{present}/{present} đảng viên chính thức có mặt tán thành; lập hồ sơ trình Đảng ủy."
        )
        return item

    def _criticism_item(self, meeting: Gathering) -> Item:
        item = Item("Tự phê bình và phê bình", meeting.chair)
        texts = shuffled(SELF_CRITICISMS, "self", meeting.key)
        speakers = shuffled(meeting.speakers, "self speaker", meeting.key)
        for person, text in list(zip(speakers, texts, strict=False))[:2]:
            item.remarks.append(Remark(person, f"{text}.", is_self_criticism=True))
        for person in speakers[2:3]:
            text = pick(CRITICISMS, "criticism", meeting.key)
            item.remarks.append(Remark(person, f"{text}.", is_self_criticism=True))
        item.conclusion = (
            "Ghi nhận tinh thần cầu thị; các đồng chí khắc phục ngay trong tháng, báo cáo ở kỳ sau."
        )
        return item

    # --- words ---------------------------------------------------------------------------------

    @staticmethod
    def _field(meeting: Gathering) -> Field:
        return FIELDS[meeting.cell] if meeting.cell else COMMITTEE_FIELD

    def _results(self, meeting: Gathering) -> str:
        told = shuffled(self._field(meeting).results, "results", meeting.key)[:3]
        parts = [text.format(n=between(low, high, meeting.key, text)) for text, low, high in told]
        text = "; ".join(parts)
        return f"{text[0].upper()}{text[1:]}."

    @staticmethod
    def _season(meeting: Gathering) -> str:
        return pick(SEASON[meeting.counts_for.month], "season", meeting.key)

    def _speaker(self, meeting: Gathering, *key) -> Person:
        official = [p for p in meeting.speakers if p.is_official_on(meeting.meets_on)]
        return pick(official or [meeting.chair], *key, meeting.key)

    def _remarks(self, meeting: Gathering, count: int) -> list[Remark]:
        return self._said(meeting, self._field(meeting).remarks, "remark", count=count)

    @staticmethod
    def _said(meeting: Gathering, texts: list[str], *key, count: int) -> list[Remark]:
        speakers = shuffled(meeting.speakers, *key, "who", meeting.key)
        words = shuffled(texts, *key, "what", meeting.key)
        return [Remark(p, f"{w}.") for p, w in list(zip(speakers, words, strict=False))[:count]]

    @staticmethod
    def _adopted(meeting: Gathering) -> str:
        official = sum(entry.standing == "official" for entry in meeting.of_state("present"))
        return f"Nghị quyết được thông qua với {official}/{official} đảng viên chính thức có mặt tán thành."

    # --- tasks ---------------------------------------------------------------------------------

    def _give_tasks(self, meeting: Gathering, following: dt.date | None) -> None:
        count = {"regular": 3, "committee": 2}.get(meeting.kind, 1)
        people = shuffled(meeting.speakers, "tasks", meeting.key)
        texts = shuffled(self._field(meeting).tasks, "task texts", meeting.key)
        for person, text in list(zip(people, texts, strict=False))[:count]:
            due = working_from(meeting.meets_on + between(12, 24, meeting.key, text) * DAY)
            task = Task(text, person, due)
            self._report(task, meeting, following=following)
            meeting.tasks.append(task)

    @staticmethod
    def _report(task: Task, meeting: Gathering, *, following: dt.date | None) -> None:
        """Done by the next meeting mostly, sometimes later; the youngest are still open."""
        luck = throw("task", meeting.key, task.text) % 100
        if following is None:
            task.state = "doing" if luck < 45 else "open"
            return
        late = between(5, 24, "late", meeting.key, task.text) * DAY if luck < 12 else 0 * DAY
        closed = working_before(min(task.due_on, following - DAY) + late)
        if closed > TODAY or (closed > following and following > TODAY - 20 * DAY):
            task.state, task.result = "doing", "Đã làm được một phần, xin gia hạn."
            return
        task.state, task.closed_on = "done", max(closed, meeting.meets_on)
        task.result = pick(RESULTS, "result", meeting.key, task.text)

    # --- sections ------------------------------------------------------------------------------

    @staticmethod
    def _leave_unfinished(meeting: Gathering) -> None:
        """A draft: the last conclusion and one roll entry are still to be written."""
        meeting.agenda[-1].conclusion = ""
        last = next(
            e for e in reversed(meeting.roll) if e.person not in (meeting.chair, meeting.clerk)
        )
        last.state, last.reason = "not_recorded", ""

    def _sections(self, meeting: Gathering) -> None:
        meeting.sections["opening"] = self._opening(meeting)
        if meeting.kind in ("regular", "committee"):
            meeting.sections["last_month"] = meeting.agenda[0].summary
        meeting.sections["discussion"] = self._discussion(meeting)
        if any(r.is_self_criticism for item in meeting.agenda for r in item.remarks):
            meeting.sections["self_criticism"] = pick(PRAISE, "praise", meeting.key)
        if meeting.minutes != "draft":
            meeting.sections["conclusion"] = self._closing(meeting)

    def _opening(self, meeting: Gathering) -> str:
        probationary = sum(entry.standing == "probationary" for entry in meeting.roll)
        body = "Chi bộ" if meeting.cell else "Đảng ủy"
        who = f"{body} có {len(meeting.roll)} đồng chí"
        if probationary:
            who += f" ({len(meeting.roll) - probationary} chính thức, {probationary} dự bị)"
        excused, absent = meeting.of_state("excused"), meeting.of_state("absent")
        text = f"Đồng chí {meeting.chair.name} nêu lý do cuộc họp, thông qua chương trình. {who}, có mặt {len(meeting.of_state('present'))}."
        if excused:
            text += (
                " Vắng có lý do: "
                + "; ".join(f"{e.person.name} ({e.reason})" for e in excused)
                + "."
            )
        if absent:
            text += " Vắng không lý do: " + ", ".join(e.person.name for e in absent) + "."
        overseers = [v.person.name for v in meeting.visitors if v.capacity == "overseer"]
        if overseers:
            text += f" Dự họp có đồng chí {', đồng chí '.join(overseers)}, cấp ủy viên phụ trách."
        return f"{text} Cử đồng chí {meeting.clerk.name} làm thư ký."

    @staticmethod
    def _discussion(meeting: Gathering) -> str:
        remarks = [remark for item in meeting.agenda for remark in item.remarks]
        speakers = list(dict.fromkeys(remark.speaker.name for remark in remarks))
        if not remarks:
            return "Cuộc họp thảo luận, nhất trí với nội dung chủ trì nêu, không có ý kiến khác."
        count = f"{len(remarks):02d}"
        return (
            f"Có {count} ý kiến của các đồng chí {', '.join(speakers)}; nội dung ghi tại từng mục."
        )

    def _closing(self, meeting: Gathering) -> str:
        text = pick(CLOSINGS, "closing", meeting.key)
        season = self._season(meeting)
        body = "chi bộ" if meeting.cell else "Đảng ủy"
        return text.format(body=body, season=season, tasks=f"{len(meeting.tasks):02d}")
