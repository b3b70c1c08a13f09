"""When every meeting was or will be held, who chaired it, who came and who was excused."""

import datetime as dt

from reports.demo.calendar import DAY, months, working_from
from reports.demo.dice import between, chance, pick, shuffled, throw
from reports.demo.flows import BY_KEY, CELLS, KEYS, TODAY
from reports.demo.history import History
from reports.demo.posts import TEAM, TEAM_ON, Posts
from reports.demo.shapes import Gathering, Person, RollCall, Visitor
from reports.demo.topics import THEME_2019, topics_on

D, T = dt.date, dt.time
FIRST_MONTH, THIS_MONTH = D(2014, 1, 1), D(2019, 3, 1)
# The day of the month on which a cell likes to meet.
USUAL_DAY = {"TH": 5, "AN": 8, "ĐT": 11, "QLHC": 12, "GTTT": 14, "CATT": 13, "THA": 4, "PT": 14}
MARCH = {
    "TH": (D(2019, 3, 5), "approved"),
    "AN": (D(2019, 3, 11), "submitted"),
    "THA": (D(2019, 3, 12), "draft"),
    "ĐT": (D(2019, 3, 11), ""),
    "QLHC": (D(2019, 3, 12), ""),
    "CATT": (D(2019, 3, 13), ""),
    "PT": (D(2019, 3, 14), ""),
    "GTTT": (D(2019, 3, 15), ""),
}
THEMATIC_MARCH_ON = D(2019, 3, 14)
MODELS = [
    ("QLHC", D(2019, 2, 22)),
    ("ĐT", D(2019, 5, 24)),
    ("AN", D(2019, 8, 23)),
    ("TH", D(2019, 11, 22)),
]
MODEL_TOPIC = f"Sinh hoạt mẫu gắn với chuyên đề năm 2019: {THEME_2019}"
PLACES = {
    "CATT": "Phòng họp Công an thị trấn",
    "THA": "Phòng giao ban Đội Thi hành án",
}
HALL, ROOM = "Hội trường Công an huyện", "Phòng họp Công an huyện"
EXCUSES = [
    "đi công tác cơ sở",
    "trực chiến đấu",
    "tập huấn nghiệp vụ tại Công an tỉnh",
    "nghỉ phép năm",
    "ốm, đang điều trị",
    "học lớp trung cấp lý luận chính trị",
    "làm nhiệm vụ đột xuất theo lệnh",
    "con ốm, xin phép về gia đình",
]
CHAIR_AWAY = "họp tại Công an tỉnh"
CLERKS = {"CATT": "Phạm Thị Vân Anh"}


class Diary:
    """All meetings in the order of their days."""

    def __init__(self, history: History, posts: Posts):
        self.history, self.posts = history, posts
        self.meetings: list[Gathering] = []
        for cell in CELLS:
            self._regular(cell.key)
            self._thematic(cell.key)
        self._models()
        self._committee()
        self.meetings.sort(key=lambda meeting: (meeting.meets_on, meeting.key))

    # --- days ----------------------------------------------------------------------------------

    def _regular(self, cell: str) -> None:
        begins = max(FIRST_MONTH, BY_KEY[cell].founded_on)
        for month in months(begins, THIS_MONTH):
            day = working_from(month + (USUAL_DAY[cell] - 1 + between(0, 2, cell, month)) * DAY)
            day = max(day, working_from(begins + 3 * DAY))
            minutes = "approved"
            if month == THIS_MONTH:
                day, minutes = MARCH[cell]
            meeting = self._of_cell(cell, "regular", month=month, day=day)
            self._record(meeting, minutes)

    def _thematic(self, cell: str) -> None:
        for month in months(FIRST_MONTH, THIS_MONTH):
            quarter = (month.month - 1) // 3
            if month.month % 3 != 2 or month + 20 * DAY < BY_KEY[cell].founded_on:
                continue
            moved = cell == "QLHC" and month == D(2019, 2, 1)
            counts_for = D(2019, 1, 1) if moved else month
            day = working_from(counts_for + between(18, 25, "thematic", cell, month) * DAY)
            minutes = "approved"
            if month == D(2019, 2, 1) and MARCH[cell][1]:
                counts_for, day, minutes = THIS_MONTH, THEMATIC_MARCH_ON, ""
            meeting = self._of_cell(cell, "thematic", month=counts_for, day=day)
            options = topics_on(day)
            turn = between(0, 3, "topic", cell) + 4 * month.year + quarter
            meeting.topic = shuffled(options, "topics", cell)[turn % len(options)].title
            if minutes == "":
                meeting.topic = f"Chuyên đề năm 2019 về Chỉ thị 05-CT/TW: {THEME_2019}"
            self._record(meeting, minutes)

    def _models(self) -> None:
        for cell, day in MODELS:
            meeting = self._of_cell(cell, "model", month=day.replace(day=1), day=day)
            meeting.topic, meeting.place = MODEL_TOPIC, HALL
            self._record(meeting, "approved" if day <= TODAY else "")

    def _committee(self) -> None:
        for month in months(FIRST_MONTH, THIS_MONTH):
            day = working_from(month + between(1, 3, "committee", month) * DAY)
            meeting = Gathering("", "committee", month, day, T(8, 0), HALL)
            self._record(meeting, "approved")

    def _of_cell(self, cell: str, kind: str, *, month: dt.date, day: dt.date) -> Gathering:
        starts_at = T(7, 30) if kind == "thematic" else pick([T(14, 0), T(14, 30), T(8, 0)], cell)
        if (cell, day) == ("CATT", D(2019, 3, 13)):
            starts_at = T(14, 0)
        return Gathering(cell, kind, month, day, starts_at, PLACES.get(cell, ROOM))

    # --- people --------------------------------------------------------------------------------

    def _record(self, meeting: Gathering, minutes: str) -> None:
        """Fills in who chaired, wrote and came, unless the meeting is still to be logged."""
        self.meetings.append(meeting)
        meeting.minutes = minutes
        meeting.chair = self._secretary(meeting)
        if minutes == "":
            meeting.state = "planned"
            return
        length = between(95, 135, "length", meeting.key)
        ends_at = dt.datetime.combine(meeting.meets_on, meeting.starts_at) + length * DAY / 1440
        meeting.ends_at = ends_at.time()
        self._call_roll(meeting)
        self._choose_clerk(meeting)
        self._invite(meeting)
        if minutes in ("submitted", "approved"):
            meeting.submitted_on = working_from(meeting.meets_on + DAY)
        if minutes == "approved":
            later = between(0, 2, "approved", meeting.key) * DAY
            meeting.approved_on = min(working_from(meeting.submitted_on + later), TODAY)

    def _secretary(self, meeting: Gathering) -> Person:
        title = "cell_secretary" if meeting.cell else "secretary"
        return self.posts.holder(title, meeting.cell, day=meeting.meets_on)

    def _call_roll(self, meeting: Gathering) -> None:
        """Mostly present; the secretary seldom away, and then the deputy chairs."""
        day = meeting.meets_on
        if meeting.cell:
            people = self.history.in_cell(meeting.cell, day)
        else:
            people = self.posts.committee_on(day)
        deputy = self._deputy(meeting)
        away = deputy is not None and chance(4, "chair away", meeting.key)
        if away:
            absent, meeting.chair = meeting.chair, deputy
        for person in sorted(people, key=lambda person: person.number):
            entry = RollCall(person, self._standing(person, day))
            if away and person is absent:
                entry.state, entry.reason = "excused", CHAIR_AWAY
            elif person is not meeting.chair:
                self._maybe_away(entry, meeting)
            meeting.roll.append(entry)
        self._keep_enough(meeting)

    @staticmethod
    def _keep_enough(meeting: Gathering) -> None:
        """No more than a quarter is away: a meeting opens with two thirds of its official members."""
        away = [entry for entry in meeting.roll if entry.state != "present"]
        away.sort(key=lambda entry: entry.reason != CHAIR_AWAY)
        for entry in away[max(1, len(meeting.roll) // 4) :]:
            entry.state, entry.reason = "present", ""

    def _deputy(self, meeting: Gathering) -> Person | None:
        """The one who chairs in the secretary's place; model and recent meetings have none."""
        if not meeting.cell or meeting.kind == "model" or meeting.meets_on >= THIS_MONTH:
            return None
        return self.posts.holder("cell_deputy", meeting.cell, day=meeting.meets_on)

    @staticmethod
    def _standing(person: Person, day: dt.date) -> str:
        return "official" if person.is_official_on(day) else "probationary"

    @staticmethod
    def _maybe_away(entry: RollCall, meeting: Gathering) -> None:
        luck = throw("roll", meeting.key, entry.person.number) % 1000
        if luck < 4 and meeting.kind == "regular" and entry.standing == "official":
            entry.state = "absent"
        elif luck < 65:
            entry.state = "excused"
            entry.reason = pick(EXCUSES, "excuse", meeting.key, entry.person.number)

    def _choose_clerk(self, meeting: Gathering) -> None:
        """The same one through a year where possible; the committee's is one of the team."""
        if not meeting.cell and meeting.meets_on >= TEAM_ON:
            name = TEAM[meeting.counts_for.month % 3]
            meeting.clerk = self.history.named(name)
            meeting.visitors.append(Visitor(meeting.clerk, "other"))
            return
        present = [entry.person for entry in meeting.of_state("present")]
        fitting = [p for p in present if p is not meeting.chair]
        told = [p for p in fitting if p.name == CLERKS.get(meeting.cell)]
        year = meeting.counts_for.year
        ranking = sorted(fitting, key=lambda p: throw("clerk", meeting.cell, year, p.number))
        official = [p for p in ranking if p.is_official_on(meeting.meets_on)]
        meeting.clerk = (told or official)[0]

    def _invite(self, meeting: Gathering) -> None:
        """The committee members who look after the cell; others come to learn at a model meeting."""
        if not meeting.cell:
            return
        often = {"regular": 78, "thematic": 45, "model": 100}[meeting.kind]
        for person in self.posts.overseers_on(meeting.cell, meeting.meets_on):
            if chance(often, "overseer", meeting.key, person.number):
                meeting.visitors.append(Visitor(person, "overseer"))
        if meeting.kind == "model":
            self._observers(meeting)

    def _observers(self, meeting: Gathering) -> None:
        there = {visitor.person.number for visitor in meeting.visitors}
        for cell in KEYS:
            if cell == meeting.cell:
                continue
            leaders = [
                self.posts.holder(title, cell, day=meeting.meets_on)
                for title in ("cell_secretary", "cell_deputy")
            ]
            for person in leaders:
                if person is not None and person.number not in there:
                    there.add(person.number)
                    meeting.visitors.append(Visitor(person, "observer"))
