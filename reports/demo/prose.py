"""What was said and decided: agenda, opinions and the prose of the minutes.

Told from the meeting's own facts (who came, whose probation ended, what the season brings), in
the words of its body (`words`) and the directives of its day (`topics`).
"""

import datetime as dt
from collections.abc import Sequence

from partyunit.dates import add_months
from reports.demo.assignments import Assigner
from reports.demo.calendar import DAY
from reports.demo.dice import Decks, between, chance, pick, shuffled
from reports.demo.flows import BY_KEY
from reports.demo.history import History
from reports.demo.posts import Posts
from reports.demo.shapes import Gathering, Item, Person, Remark
from reports.demo.topics import STUDY, Topic, topics_on
from reports.demo.words import common
from reports.demo.words.fields import FIELDS
from reports.demo.words.seasons import Season, seasons_on
from reports.demo.words.shapes import Matter

VOTES_SINCE = dt.date(2018, 7, 6)  # of 12-HD/BTCTW, which asks each meeting for a resolution
LAPSES = {
    "probationary": common.YOUNG_LAPSES,
    "cell_deputy": common.DEPUTY_LAPSES,
    "cell_committee_member": common.CELL_COMMITTEE_LAPSES,
}
LESSONS = [
    "đề nghị nhân rộng cách gửi tài liệu trước ba ngày và phân công người phát biểu",
    "cách điều hành gọn, mỗi việc có kết luận ngay; chi bộ tôi sẽ làm theo từ tháng 3",
    "phần liên hệ đi thẳng vào việc tiếp dân, không khí cởi mở, nên giữ nền nếp này",
]


class Writer:
    """Writes the course of each recorded meeting, in the order of their days."""

    def __init__(self, history: History, posts: Posts):
        self.history, self.posts, self.decks = history, posts, Decks()
        self.assigner = Assigner(self.decks, posts)

    def write(self, meeting: Gathering) -> None:
        if meeting.kind in ("regular", "committee"):
            self._regular(meeting)
        else:
            self._thematic(meeting)
        self.assigner.give(meeting)
        if meeting.minutes == "draft":
            self._leave_unfinished(meeting)
        self._sections(meeting)
        if meeting.cell and not self._has_committee(meeting):
            say_secretary(meeting)

    def _has_committee(self, meeting: Gathering) -> bool:
        title = "cell_committee_member"
        return self.posts.holder(title, meeting.cell, day=meeting.meets_on) is not None

    def _line(
        self, of_cell: list[str], of_committee: list[str], meeting: Gathering, **facts
    ) -> str:
        """The next pattern of the kind, in the voice of a cell or of the committee."""
        options = of_cell if meeting.cell else of_committee
        return self.decks.deal(options, options[0], meeting.cell).format(**facts)

    # --- agenda --------------------------------------------------------------------------------

    def _regular(self, meeting: Gathering) -> None:
        last, now = add_months(meeting.counts_for, -1).month, meeting.counts_for.month
        focus = self._seasons(meeting)[0].focus
        review = Item(
            f"Kết quả thực hiện nhiệm vụ tháng {last}, nhiệm vụ tháng {now}", meeting.chair
        )
        a, b = shuffled(FIELDS[meeting.cell].works, "works", meeting.key)[:2]
        review.summary = self._line(common.DIRECTIONS, common.DIRECTIONS, meeting, month=now, a=a, b=b, focus=focus)  # fmt: skip
        review.remarks = self._remarks(meeting, between(1, 3, "remarks", meeting.key))
        review.remarks += self._from_overseer(meeting)
        review.conclusion = self._line(common.AGREED, common.COMMITTEE_AGREED, meeting, month=now, focus=focus)  # fmt: skip
        meeting.agenda += [review, self._study_item(meeting), *self._personal_items(meeting)]
        if chance(60, "criticism", meeting.key) or now in (6, 12):
            meeting.agenda.append(self._criticism_item(meeting))
        meeting.agenda.append(self._resolution(meeting))

    def _resolution(self, meeting: Gathering) -> Item:
        title = f"Thông qua nghị quyết tháng {meeting.counts_for.month}"
        item = Item(title, meeting.chair, is_voted=meeting.meets_on >= VOTES_SINCE)
        if item.is_voted:
            item.conclusion = self._line(common.RESOLVED, common.COMMITTEE_RESOLVED, meeting)
        else:
            item.conclusion = self._line(common.ADOPTED, common.COMMITTEE_ADOPTED, meeting, votes=votes(meeting))  # fmt: skip
        return item

    def _study_item(self, meeting: Gathering) -> Item:
        topic = pick(topics_on(meeting.meets_on), "study", meeting.cell, meeting.counts_for)
        item = Item(f"Thông tin thời sự; học tập: {topic.title}"[:300])
        item.presenter = self._speaker(meeting, "presenter")
        item.summary = self._line(common.PRESENTED, common.PRESENTED, meeting, heart=topic.heart)
        item.remarks = self._on_study(meeting, topic, without=item.presenter, count=1)
        item.conclusion = self._line(common.STUDIED, common.COMMITTEE_STUDIED, meeting, heart=topic.heart)  # fmt: skip
        return item

    def _thematic(self, meeting: Gathering) -> None:
        topic = next(topic for topic in STUDY if meeting.topic.endswith(topic.title[-60:]))
        facts = {"heart": topic.heart, "unit": BY_KEY[meeting.cell].unit}
        talk = Item(f"Trình bày: {topic.title}"[:300], self._speaker(meeting, "talk"))
        talk.summary = self._line(common.TALKS, [], meeting, **facts)
        talk.conclusion = self._line(common.TALKED, [], meeting)
        debate = Item(self._line(common.DEBATES, [], meeting), meeting.chair)
        debate.remarks = self._on_study(meeting, topic, without=talk.presenter, count=4)
        debate.conclusion = self._line(common.DEBATED, [], meeting, **facts)
        meeting.agenda += [talk, debate]
        if meeting.kind == "model":
            meeting.agenda.append(self._lessons(meeting))

    @staticmethod
    def _lessons(meeting: Gathering) -> Item:
        """What the guests of a model meeting take home."""
        item = Item("Trao đổi, rút kinh nghiệm với các chi bộ dự học tập", meeting.chair)
        guests = [visitor.person for visitor in meeting.visitors if visitor.capacity == "observer"]
        item.remarks = [Remark(g, f"{t}.") for g, t in zip(guests, LESSONS, strict=False)]
        item.conclusion = "Các chi bộ vận dụng từ kỳ sinh hoạt tháng 3; Đảng ủy tổ chức sinh hoạt mẫu quý II tại Chi bộ Điều tra."
        return item

    def _personal_items(self, meeting: Gathering) -> list[Item]:
        """Probations that end; admissions, which the cell proposes two months ahead, the committee one."""
        day, items = meeting.meets_on, []
        people = self.history.in_cell(meeting.cell, day) if meeting.cell else []
        for person in people:
            due = person.life.official_from
            if due and due <= day <= (person.life.recognition_on or due) and day < due + 32 * DAY:
                title = f"Xét đề nghị công nhận đảng viên chính thức đối với đồng chí {person.name}"
                items.append(self._decided(meeting, title, told=common.CHOSEN_RECOGNITION))
        ceremonies_in = add_months(day.replace(day=1), 2 if meeting.cell else 1)
        for person in self.history.people:
            first = person.stays[0]
            is_due = first.first.replace(day=1) == ceremonies_in
            if first.start_reason == "admission" and is_due and meeting.cell in ("", first.cell):
                title = f"Xét đề nghị kết nạp Đảng đối với quần chúng {person.name}"
                if not meeting.cell:
                    title += f" (Chi bộ {BY_KEY[first.cell].name})"
                items.append(self._decided(meeting, title, told=common.CHOSEN_ADMISSION))
        return items

    def _decided(self, meeting: Gathering, title: str, *, told: list[str]) -> Item:
        item = Item(title, meeting.chair)
        item.summary = self._line(told, common.CHOSEN_COMMITTEE, meeting)
        who, then = "đảng viên chính thức", "lập hồ sơ trình Đảng ủy"
        if not meeting.cell:
            who, then = "ủy viên", "lập tờ trình Ban Thường vụ Huyện ủy xem xét, quyết định"
        item.conclusion = f"{votes(meeting)} {who} có mặt tán thành; {then}."
        return item

    def _criticism_item(self, meeting: Gathering) -> Item:
        item = Item("Tự phê bình và phê bình", meeting.chair)
        speakers = shuffled(meeting.speakers, "self speaker", meeting.key)
        texts = [self._lapse(person, meeting) for person in speakers[:2]]
        matters = common.CRITICISMS if meeting.cell else common.COMMITTEE_CRITICISMS
        texts.append(self._with_work(self._say(matters, "criticism", meeting.cell), meeting))
        item.remarks = [
            Remark(person, f"{text}.", is_self_criticism=True)
            for person, text in zip(speakers, texts, strict=False)
        ]
        item.conclusion = self._line(
            common.CRITICISED,
            common.COMMITTEE_CRITICISED,
            meeting,
            names=" và đồng chí ".join(person.name for person in speakers[:2]),
            month=add_months(meeting.counts_for, 1).month,
        )
        return item

    def _lapse(self, person: Person, meeting: Gathering) -> str:
        """What this person may have to own up to: by place in the cell, else by its work."""
        if meeting.cell and person in self.posts.committee_on(meeting.meets_on):
            return self._say(common.COMMAND_LAPSES, "command")
        place = "" if person.is_official_on(meeting.meets_on) else "probationary"
        for title in ("cell_deputy", "cell_committee_member"):
            if (
                meeting.cell
                and self.posts.holder(title, meeting.cell, day=meeting.meets_on) is person
            ):
                place = title
        if meeting.cell and place and chance(60, "place", meeting.key, person.number):
            return self._say(LAPSES[place], place)
        return self._say(FIELDS[meeting.cell].lapses, "lapses", meeting.cell)

    # --- words ---------------------------------------------------------------------------------

    def _say(self, matters: Sequence[Matter], *key) -> str:
        matter = self.decks.deal(matters, *key)
        return self.decks.in_order(matter.sentences, matter.seen[0])

    def _on(self, matter: Matter, meeting: Gathering) -> str:
        """What this body has not yet said of a matter that all bodies speak of."""
        return self.decks.in_order(matter.sentences, matter.seen[0], meeting.cell)

    def _with_work(self, text: str, meeting: Gathering) -> str:
        works = FIELDS[meeting.cell].works
        return text.replace("{work}", self.decks.deal(works, "work", meeting.cell))

    @staticmethod
    def _seasons(meeting: Gathering) -> list[Season]:
        """What lies ahead on the day of the meeting, the first of them its focus."""
        return shuffled(seasons_on(meeting.meets_on), "season", meeting.key)

    def _speaker(self, meeting: Gathering, *key) -> Person:
        official = [p for p in meeting.speakers if p.is_official_on(meeting.meets_on)]
        return pick(official or [meeting.chair], *key, meeting.key)

    def _remarks(self, meeting: Gathering, count: int) -> list[Remark]:
        """On the body's own work; the first sometimes speaks of the season."""
        texts = [
            self._say(FIELDS[meeting.cell].matters, "matters", meeting.cell) for _ in range(count)
        ]
        if chance(40 if meeting.cell else 15, "season first", meeting.key):
            texts[0] = self._on(self._seasons(meeting)[-1].matter, meeting)
        speakers = shuffled(meeting.speakers, "remark", meeting.key)
        return [Remark(p, f"{text}.") for p, text in zip(speakers, texts, strict=False)]

    def _on_study(self, meeting: Gathering, topic: Topic, *, without, count: int) -> list[Remark]:
        remarks = []
        there = [person for person in meeting.speakers if person is not without]
        first = between(0, 1, "general", meeting.key)
        for place, person in enumerate(shuffled(there, "study remark", meeting.key)[:count]):
            if (first + place) % 2:
                pattern = self.decks.deal(common.STUDY_SAID, "study", meeting.cell)
                text = self._with_work(pattern, meeting)
            else:
                text = self._on(topic.matter, meeting)
            remarks.append(Remark(person, f"{text}."))
        return remarks

    def _from_overseer(self, meeting: Gathering) -> list[Remark]:
        overseers = [v.person for v in meeting.visitors if v.capacity == "overseer"]
        if not overseers or not chance(45, "overseer speaks", meeting.key):
            return []
        return [Remark(overseers[0], f"{self._say(common.OVERSEERS, 'overseers')}.")]

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
        sections = meeting.sections
        sections["opening"] = self._opening(meeting)
        if meeting.kind in ("regular", "committee"):
            sections["last_month"] = f"{self._results(meeting)} {self._lack(meeting)}"
        sections["discussion"] = self._line(common.OTHER_OPINIONS, common.OTHER_OPINIONS, meeting)
        critical = [r for item in meeting.agenda for r in item.remarks if r.is_self_criticism]
        if critical:
            names = " và đồng chí ".join(remark.speaker.name for remark in critical[:2])
            sections["self_criticism"] = self._line(
                common.CRITICISM_TOLD, common.CRITICISM_TOLD, meeting, names=names, count=f"{len(critical):02d}"
            )  # fmt: skip
        if meeting.minutes != "draft":
            sections["conclusion"] = self._line(
                common.CLOSINGS,
                common.COMMITTEE_CLOSINGS,
                meeting,
                focus=self._seasons(meeting)[:2][-1].focus,
                tasks=f"{len(meeting.tasks):02d}",
            )

    def _opening(self, meeting: Gathering) -> str:
        text = self._line(
            common.OPENINGS,
            common.OPENINGS,
            meeting,
            chair=meeting.chair.name,
            clerk=meeting.clerk.name,
            body="Chi bộ" if meeting.cell else "Đảng ủy",
            present=f"{len(meeting.of_state('present')):02d}",
            all=f"{len(meeting.roll):02d}",
        )
        overseers = [v.person.name for v in meeting.visitors if v.capacity == "overseer"]
        if overseers:
            names = ", đồng chí ".join(overseers)
            text += f" {self._line(common.ATTENDED, [], meeting, names=names)}"
        return text

    def _results(self, meeting: Gathering) -> str:
        told = shuffled(FIELDS[meeting.cell].results, "results", meeting.key)[:3]
        parts = [
            text.format(n=f"{between(low, high, meeting.key, text):02d}")
            for text, low, high in told
        ]
        text = "; ".join(parts)
        return f"{text[0].upper()}{text[1:]}."

    def _lack(self, meeting: Gathering) -> str:
        return self.decks.deal(FIELDS[meeting.cell].lacks, "lacks", meeting.cell)


def say_secretary(meeting: Gathering) -> None:
    """A small cell elects no committee: what others leave to it, its secretary does."""

    def said(text: str) -> str:
        return text.replace("chi ủy", "bí thư chi bộ").replace("Chi ủy", "Bí thư chi bộ")

    for entry in meeting.roll:
        entry.reason = said(entry.reason)
    for item in meeting.agenda:
        item.summary, item.conclusion = said(item.summary), said(item.conclusion)
        for remark in item.remarks:
            remark.text = said(remark.text)
    for task in meeting.tasks:
        task.result = said(task.result)
    meeting.sections = {part: said(text) for part, text in meeting.sections.items()}


def votes(meeting: Gathering) -> str:
    """`09/09`: all official members (of the committee: all its members) who were there."""
    official = sum(entry.standing == "official" for entry in meeting.of_state("present"))
    return f"{official:02d}/{official:02d}"
