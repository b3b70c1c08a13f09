"""Who chaired a meeting, kept its minutes, came, was excused, and visited."""

import datetime as dt

from partyunit.dates import add_months
from reports.demo.calendar import DAY, working_from
from reports.demo.dice import between, chance, pick, throw
from reports.demo.flows import KEYS, TODAY
from reports.demo.history import History
from reports.demo.posts import TEAM, TEAM_ON, Posts
from reports.demo.shapes import Gathering, Person, RollCall, Visitor
from reports.demo.words.fields import FIELDS

CHAIR_AWAY = "họp tại Công an tỉnh"
DEPUTIES_SINCE = dt.date(2019, 3, 1)
CLERKS = {"CATT": "Phạm Thị Vân Anh"}
EXCUSES = [
    "tập huấn nghiệp vụ tại Công an tỉnh",
    "nghỉ phép năm",
    "ốm, có báo cáo chi ủy",
    "đi khám bệnh theo lịch hẹn",
    "làm nhiệm vụ đột xuất theo lệnh",
    "nghỉ bù sau ca trực đêm",
]
WITH_CHILDREN = ["con ốm, xin phép về gia đình", "đưa con đi khám tại Bệnh viện tỉnh"]
STUDIES = "học đại học vừa làm vừa học, đang đợt tập trung"
NEW_MEMBERS = "dự lớp bồi dưỡng đảng viên mới"


class Rolls:
    def __init__(self, history: History, posts: Posts):
        self.history, self.posts = history, posts

    def call(self, meeting: Gathering) -> None:
        """Fills in who led, wrote and came, unless the meeting is still to be logged."""
        title = "cell_secretary" if meeting.cell else "secretary"
        meeting.chair = self.posts.holder(title, meeting.cell, day=meeting.meets_on)
        if meeting.minutes == "":
            meeting.state = "planned"
            return
        length = between(95, 135, "length", meeting.key)
        ends_at = dt.datetime.combine(meeting.meets_on, meeting.starts_at) + length * DAY / 1440
        meeting.ends_at = ends_at.time()
        self._call_roll(meeting)
        self._choose_clerk(meeting)
        self._invite(meeting)
        if meeting.minutes in ("submitted", "approved"):
            meeting.submitted_on = working_from(meeting.meets_on + DAY)
        if meeting.minutes == "approved":
            later = between(0, 2, "approved", meeting.key) * DAY
            meeting.approved_on = min(working_from(meeting.submitted_on + later), TODAY)

    # --- the roll ------------------------------------------------------------------------------

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
            standing = "official" if person.is_official_on(day) else "probationary"
            entry = RollCall(person, standing)
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
        if not meeting.cell or meeting.kind == "model" or meeting.meets_on >= DEPUTIES_SINCE:
            return None
        return self.posts.holder("cell_deputy", meeting.cell, day=meeting.meets_on)

    def _maybe_away(self, entry: RollCall, meeting: Gathering) -> None:
        luck = throw("roll", meeting.key, entry.person.number) % 1000
        if luck < 4 and meeting.kind == "regular" and entry.standing == "official":
            entry.state = "absent"
        elif luck < 65:
            entry.state = "excused"
            entry.reason = self._reason(entry.person, meeting)

    def _reason(self, person: Person, meeting: Gathering) -> str:
        """What can keep this person away on that day."""
        day = meeting.meets_on
        leads = person in self.posts.committee_on(day)
        reasons = FIELDS["" if leads else meeting.cell].away * 2
        if not leads:
            reasons += EXCUSES
            if day.year - person.born_on.year in range(28, 45):
                reasons += WITH_CHILDREN
        if any("vừa làm" in d.detail and day < d.obtained_on <= add_months(day, 30) for d in person.degrees):  # fmt: skip
            reasons += [STUDIES] * 6
        if add_months(person.life.ceremony_on, 2) <= day <= add_months(person.life.ceremony_on, 11):
            reasons += [NEW_MEMBERS] * 4
        return pick(reasons, "excuse", meeting.key, person.number)

    # --- clerk and visitors --------------------------------------------------------------------

    def _choose_clerk(self, meeting: Gathering) -> None:
        """The same one through a year where possible; the committee's is one of the team."""
        if not meeting.cell and meeting.meets_on >= TEAM_ON:
            name = TEAM[meeting.counts_for.month % 3]
            meeting.clerk = self.history.named(name)
            meeting.visitors.append(Visitor(meeting.clerk, "other"))
            return
        present = [entry.person for entry in meeting.of_state("present")]
        fitting = [p for p in present if self._may_write(p, meeting)]
        told = [p for p in fitting if p.name == CLERKS.get(meeting.cell)]
        year = meeting.counts_for.year
        meeting.clerk = min(
            told or fitting, key=lambda p: throw("clerk", meeting.cell, year, p.number)
        )

    def _may_write(self, person: Person, meeting: Gathering) -> bool:
        """An official member who leads nothing; the committee's own is an ordinary member of it."""
        if person is meeting.chair or not person.is_official_on(meeting.meets_on):
            return False
        if meeting.cell:
            return person not in self.posts.committee_on(meeting.meets_on)
        plain = "committee_member"
        return any(p.person is person and p.title == plain for p in self.posts.held)

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
            for person in self.posts.leaders_of(cell, meeting.meets_on):
                if person.number not in there:
                    there.add(person.number)
                    meeting.visitors.append(Visitor(person, "observer"))
