"""When and where every meeting was or will be held: nobody and no room is wanted twice at a time."""

import datetime as dt

from reports.demo.calendar import DAY, is_working, months
from reports.demo.dice import between, chance, pick, shuffled
from reports.demo.flows import BY_KEY, CELLS, KEYS, TODAY
from reports.demo.history import History
from reports.demo.posts import TEAM, TEAM_ON, Posts
from reports.demo.rolls import Rolls
from reports.demo.shapes import Gathering
from reports.demo.topics import THEME_2019, topics_on

D, T = dt.date, dt.time
FIRST_MONTH, THIS_MONTH = D(2014, 1, 1), D(2019, 3, 1)
# The day of the month on which a cell likes to meet, and its usual hour.
USUAL = {
    "TH": (5, T(8, 0)),
    "AN": (8, T(14, 0)),
    "ĐT": (11, T(14, 30)),
    "QLHC": (12, T(15, 30)),
    "GTTT": (14, T(8, 30)),
    "CATT": (13, T(14, 0)),
    "THA": (4, T(7, 30)),
    "PT": (14, T(14, 0)),
    "": (2, T(8, 0)),
}
HOURS = [T(7, 30), T(8, 0), T(8, 30), T(14, 0), T(14, 30), T(15, 30)]
LONGEST = dt.timedelta(hours=2, minutes=15)
# The month of today: day, hour, and how far the minutes have come ("" where still to be logged).
MARCH = {
    "": (D(2019, 3, 4), T(8, 0), "approved"),
    "TH": (D(2019, 3, 5), T(8, 0), "approved"),
    "AN": (D(2019, 3, 11), T(8, 0), "submitted"),
    "THA": (D(2019, 3, 12), T(7, 30), "draft"),
    "ĐT": (D(2019, 3, 11), T(14, 30), ""),
    "QLHC": (D(2019, 3, 12), T(15, 30), ""),
    "CATT": (D(2019, 3, 13), T(14, 0), ""),
    "PT": (D(2019, 3, 14), T(14, 0), ""),
    "GTTT": (D(2019, 3, 15), T(8, 30), ""),
}
THEMATIC_MARCH_ON = D(2019, 3, 14)
THEMATIC_MARCH = {"TH": T(7, 30), "AN": T(10, 0), "THA": T(15, 0)}
MODELS = [
    ("QLHC", D(2019, 2, 22)),
    ("ĐT", D(2019, 5, 24)),
    ("AN", D(2019, 8, 23)),
    ("TH", D(2019, 11, 22)),
]
MODEL_TOPIC = f"Sinh hoạt mẫu gắn với chuyên đề năm 2019: {THEME_2019}"
HALL, ROOM = "Hội trường Công an huyện", "Phòng họp Công an huyện"
PLACES = {
    "": HALL,
    "ĐT": "Phòng họp Đội Cảnh sát Điều tra",
    "GTTT": "Phòng giao ban Đội Cảnh sát Giao thông – Trật tự",
    "CATT": "Phòng họp Công an thị trấn",
    "THA": "Phòng giao ban Đội Thi hành án",
    "PT": "Phòng họp số 2 Công an huyện",
}


class Diary:
    """All meetings in the order of their days."""

    def __init__(self, history: History, posts: Posts):
        self.history, self.posts = history, posts
        self.meetings: list[Gathering] = []
        self.wanted: dict[dt.date, set[int]] = {}
        self._models()
        self._this_month()
        self._committee()
        for cell in CELLS:
            self._regular(cell.key)
        for cell in CELLS:
            self._thematic(cell.key)
        self.meetings.sort(key=lambda meeting: (meeting.meets_on, meeting.starts_at, meeting.key))
        rolls = Rolls(history, posts)
        for meeting in self.meetings:
            rolls.call(meeting)

    # --- the calendar --------------------------------------------------------------------------

    def _regular(self, cell: str) -> None:
        begins = max(FIRST_MONTH, BY_KEY[cell].founded_on)
        for month in months(begins, THIS_MONTH - DAY):
            day = month + (USUAL[cell][0] - 1 + between(0, 2, cell, month)) * DAY
            self._hold(cell, "regular", month=month, day=max(day, begins + 3 * DAY))

    def _thematic(self, cell: str) -> None:
        """In the middle month of each quarter; who met this month has that of quarter I in March."""
        for month in months(FIRST_MONTH, THIS_MONTH - DAY):
            is_late = month == D(2019, 2, 1) and cell in THEMATIC_MARCH
            if month.month % 3 != 2 or month + 20 * DAY < BY_KEY[cell].founded_on or is_late:
                continue
            moved = (cell, month) == ("QLHC", D(2019, 2, 1))
            counts_for = D(2019, 1, 1) if moved else month
            day = counts_for + between(16, 22, "thematic", cell, month) * DAY
            meeting = self._hold(cell, "thematic", month=counts_for, day=day)
            options = topics_on(meeting.meets_on)
            turn = between(0, 3, "topic", cell) + 4 * month.year + (month.month - 1) // 3
            meeting.topic = shuffled(options, "topics", cell)[turn % len(options)].title

    def _models(self) -> None:
        for cell, day in MODELS:
            meeting = self._add(cell, "model", month=day.replace(day=1), day=day, hour=T(14, 0))
            meeting.topic, meeting.place = MODEL_TOPIC, HALL
            meeting.minutes = "approved" if day <= TODAY else ""

    def _this_month(self) -> None:
        for body, (day, hour, minutes) in MARCH.items():
            kind = "regular" if body else "committee"
            meeting = self._add(body, kind, month=THIS_MONTH, day=day, hour=hour)
            meeting.minutes = minutes
        for cell, hour in THEMATIC_MARCH.items():
            day = THEMATIC_MARCH_ON
            meeting = self._add(cell, "thematic", month=THIS_MONTH, day=day, hour=hour)
            meeting.minutes = ""
            meeting.topic = f"Chuyên đề năm 2019 về Chỉ thị 05-CT/TW: {THEME_2019}"

    def _committee(self) -> None:
        for month in months(FIRST_MONTH, THIS_MONTH - DAY):
            day = month + between(1, 3, "committee", month) * DAY
            self._hold("", "committee", month=month, day=day)

    # --- free days and rooms -------------------------------------------------------------------

    def _hold(self, body: str, kind: str, *, month: dt.date, day: dt.date) -> Gathering:
        """On that day or soon after it, when all who come are free and the room is."""
        hour = USUAL[body][1]
        if chance(25, "hour", body, kind, month):
            hour = pick(HOURS, "other hour", body, kind, month)
        while not self._is_free(body, day, hour=hour):
            day += DAY
        return self._add(body, kind, month=month, day=day, hour=hour)

    def _add(self, body: str, kind: str, *, month: dt.date, day: dt.date, hour) -> Gathering:
        meeting = Gathering(body, kind, month, day, hour, PLACES.get(body, ROOM))
        self.meetings.append(meeting)
        people = self._leaders(day) if kind == "model" else set()
        self.wanted.setdefault(day, set()).update(people | self._people(body, day))
        return meeting

    def _is_free(self, body: str, day: dt.date, *, hour: dt.time) -> bool:
        if not is_working(day) or self.wanted.get(day, set()) & self._people(body, day):
            return False
        place, starts = PLACES.get(body, ROOM), dt.datetime.combine(day, hour)
        return not any(
            abs(dt.datetime.combine(day, other.starts_at) - starts) < LONGEST
            for other in self.meetings
            if (other.meets_on, other.place) == (day, place)
        )

    def _people(self, body: str, day: dt.date) -> set[int]:
        """Everybody who may come: the roll, and who looks after the cell or keeps the minutes."""
        if body:
            people = self.history.in_cell(body, day) + self.posts.overseers_on(body, day)
        else:
            people = self.posts.committee_on(day)
            people += [self.history.named(name) for name in TEAM if day >= TEAM_ON]
        return {person.number for person in people}

    def _leaders(self, day: dt.date) -> set[int]:
        people = [person for cell in KEYS for person in self.posts.leaders_of(cell, day)]
        return {person.number for person in people}
