"""Who held which post when: committee, inspection, Party-work team, cells, office."""

import datetime as dt
from dataclasses import dataclass

from partyunit.dates import day_before
from reports.demo.flows import BY_KEY, CELLS, FOUNDED_ON, TODAY
from reports.demo.history import History
from reports.demo.shapes import Duty, Person, Post

D = dt.date
TERM_ONE_ON, TERM_TWO_ON, TEAM_ON = D(2010, 5, 28), D(2015, 5, 22), D(2017, 6, 1)
COMMITTEE_TERMS = [
    ("Nhiệm kỳ chỉ định 2009–2010", FOUNDED_ON, day_before(TERM_ONE_ON), True),
    ("Nhiệm kỳ I (2010–2015)", TERM_ONE_ON, day_before(TERM_TWO_ON), False),
    ("Nhiệm kỳ II (2015–2020)", TERM_TWO_ON, None, False),
]
# Two congresses of each cell in five years.
CELL_CONGRESSES = [D(2010, 3, 26), D(2012, 9, 21), D(2015, 3, 20), D(2017, 9, 22)]

COMMITTEE = {
    FOUNDED_ON: [
        ("secretary", "Nguyễn Đình Khoát"),
        ("deputy_secretary", "Vàng Thị Mỷ"),
        ("committee_member", "Đinh Công Thuận"),
        ("committee_member", "Lò Văn Inh"),
        ("committee_member", "Đào Văn Kim"),
        ("committee_member", "Lê Bá Dũng"),
        ("committee_member", "Bạc Cầm Thiết"),
    ],
    TERM_ONE_ON: [
        ("secretary", "Nguyễn Đình Khoát"),
        ("deputy_secretary", "Vàng Thị Mỷ"),
        ("standing_member", "Đinh Công Thuận"),
        ("committee_member", "Lò Văn Inh"),
        ("committee_member", "Đào Văn Kim"),
        ("committee_member", "Lê Bá Dũng"),
        ("committee_member", "Bạc Cầm Thiết"),
        ("committee_member", "Nguyễn Khắc Cường"),
        ("committee_member", "Phùng Thị Loan"),
    ],
    TERM_TWO_ON: [
        ("secretary", "Vàng Thị Mỷ"),
        ("deputy_secretary", "Đinh Công Thuận"),
        ("standing_member", "Lò Văn Inh"),
        ("committee_member", "Đào Văn Kim"),
        ("committee_member", "Phùng Thị Loan"),
        ("committee_member", "Lê Bá Dũng"),
        ("committee_member", "Bạc Cầm Thiết"),
        ("committee_member", "Nguyễn Khắc Cường"),
        ("committee_member", "Hoàng Văn Chung"),
        ("committee_member", "Mùa A Vảng"),
        ("committee_member", "Quàng Văn Nhân"),
    ],
}
INSPECTION = {
    TERM_ONE_ON: [
        ("inspection_head", "Vàng Thị Mỷ"),
        ("inspection_deputy", "Lò Văn Inh"),
        ("inspection_member", "Bùi Thị Ngoan"),
    ],
    TERM_TWO_ON: [
        ("inspection_head", "Đinh Công Thuận"),
        ("inspection_deputy", "Hoàng Trung Kiên"),
        ("inspection_member", "Bùi Thị Ngoan"),
    ],
}
TEAM = ["Hà Thị Minh Thư", "Trịnh Quốc Hưng", "Lù Thị Biên"]
# Those who lead the cells today, each since the congress (or the founding) that elected them.
CELL_SECRETARIES = {
    "TH": ("Đào Văn Kim", CELL_CONGRESSES[1]),
    "AN": ("Phùng Thị Loan", CELL_CONGRESSES[1]),
    "ĐT": ("Lê Bá Dũng", CELL_CONGRESSES[0]),
    "QLHC": ("Bạc Cầm Thiết", CELL_CONGRESSES[1]),
    "GTTT": ("Nguyễn Khắc Cường", CELL_CONGRESSES[1]),
    "CATT": ("Hoàng Văn Chung", BY_KEY["CATT"].founded_on),
    "THA": ("Mùa A Vảng", CELL_CONGRESSES[2]),
    "PT": ("Quàng Văn Nhân", BY_KEY["PT"].founded_on),
}
CELL_DEPUTIES = {"ĐT": "Bùi Minh Đức", "GTTT": "Nguyễn Thế Anh", "CATT": "Đinh Quang Huy"}
CELL_MEMBERS = {"CATT": "Quàng Văn Đoàn"}
MEMBERS_FOR_CELL_COMMITTEE = 9
# Committee members, the Party-work team and the inspector hold no second post in a cell.
WITHOUT_CELL_POST = {
    *(name for body in COMMITTEE.values() for _, name in body),
    *TEAM,
    "Hoàng Trung Kiên",
}

OVERSIGHT_TWO_ON = D(2015, 6, 5)
OVERSIGHT_OF_PT_ON = D(2015, 8, 1)
OVERSIGHT = {
    D(2010, 6, 10): [("TH", "Lò Văn Inh"), ("AN", "Vàng Thị Mỷ"), ("ĐT", "Đinh Công Thuận")],
    D(2010, 7, 1): [("QLHC", "Phùng Thị Loan"), ("GTTT", "Lê Bá Dũng")],
    D(2012, 4, 2): [("CATT", "Đào Văn Kim"), ("THA", "Bạc Cầm Thiết")],
    OVERSIGHT_TWO_ON: [
        ("TH", "Bạc Cầm Thiết"),
        ("AN", "Vàng Thị Mỷ"),
        ("AN", "Mùa A Vảng"),
        ("ĐT", "Đinh Công Thuận"),
        ("QLHC", "Phùng Thị Loan"),
        ("GTTT", "Lò Văn Inh"),
        ("GTTT", "Hoàng Văn Chung"),
        ("CATT", "Đào Văn Kim"),
        ("THA", "Lê Bá Dũng"),
    ],
    OVERSIGHT_OF_PT_ON: [("ĐT", "Quàng Văn Nhân"), ("PT", "Nguyễn Khắc Cường")],
}
DISTRICT_POLICE = "Công an huyện Tân Uyên"
COMMAND = [
    ("Nguyễn Đình Khoát", "Trưởng Công an huyện", FOUNDED_ON, D(2015, 5, 31)),
    ("Vàng Thị Mỷ", "Phó Trưởng Công an huyện", FOUNDED_ON, D(2015, 5, 31)),
    ("Vàng Thị Mỷ", "Trưởng Công an huyện", D(2015, 6, 1), None),
    ("Đinh Công Thuận", "Phó Trưởng Công an huyện", D(2012, 8, 1), None),
    ("Lò Văn Inh", "Phó Trưởng Công an huyện", D(2015, 7, 1), None),
]


@dataclass(frozen=True)
class CellTerm:
    """A term of a cell between two of its congresses (its founding counts as the first)."""

    cell: str
    number: int
    first: dt.date
    last: dt.date | None

    @property
    def until(self) -> dt.date:
        return self.last or TODAY

    @property
    def name(self) -> str:
        return f"Nhiệm kỳ {self.first.year}–{self.last.year if self.last else 2020}"


def cell_terms() -> list[CellTerm]:
    terms = []
    for cell in CELLS:
        begins = [cell.founded_on, *(day for day in CELL_CONGRESSES if day > cell.founded_on)]
        ends = [*(day_before(day) for day in begins[1:]), None]
        pairs = zip(begins, ends, strict=True)
        terms += [CellTerm(cell.key, n, *pair) for n, pair in enumerate(pairs, start=1)]
    return terms


class Posts:
    """All posts and duties; a post of a cell is held by one of its members, on all its days."""

    def __init__(self, history: History):
        self.history = history
        self.held: list[Post] = []
        self.duties: list[Duty] = []
        self._committee(COMMITTEE, paper="committee")
        self._committee(INSPECTION, paper="inspection")
        self._team()
        self._cells()
        self._oversight()
        self._office()

    # --- asking --------------------------------------------------------------------------------

    def holder(self, title: str, cell: str, *, day: dt.date) -> Person | None:
        found = (
            post.person
            for post in self.held
            if post.title == title
            and post.cell == cell
            and post.first <= day
            and (post.last is None or day <= post.last)
        )
        return next(found, None)

    def leaders_of(self, cell: str, day: dt.date) -> list[Person]:
        """The cell's secretary and, where it has one, the deputy."""
        people = (self.holder(t, cell, day=day) for t in ("cell_secretary", "cell_deputy"))
        return [person for person in people if person is not None]

    def committee_on(self, day: dt.date) -> list[Person]:
        titles = {"secretary", "deputy_secretary", "standing_member", "committee_member"}
        return [
            post.person
            for post in self.held
            if post.title in titles
            and post.first <= day
            and (post.last is None or day <= post.last)
        ]

    def overseers_on(self, cell: str, day: dt.date) -> list[Person]:
        return [
            duty.person
            for duty in self.duties
            if duty.cell == cell and duty.first <= day and (duty.last is None or day <= duty.last)
        ]

    # --- the committee -------------------------------------------------------------------------

    def _committee(self, bodies: dict, *, paper: str) -> None:
        """One post a person and term; it goes on while the next term gives the same."""
        begins = list(bodies)
        for place, day in enumerate(begins):
            last = day_before(begins[place + 1]) if place + 1 < len(begins) else None
            for title, name in bodies[day]:
                post = Post(day, last, self.history.named(name), title, paper=f"{paper}-{day}")
                self.held.append(post)

    def _team(self) -> None:
        for name in TEAM:
            person = self.history.named(name)
            self.held.append(Post(TEAM_ON, None, person, "party_work_team", paper="team"))

    # --- the cells -----------------------------------------------------------------------------

    def _cells(self) -> None:
        for term in cell_terms():
            secretary = self._secretary(term)
            self._post(term, "cell_secretary", person=secretary)
            deputy = self._led_by(CELL_DEPUTIES.get(term.cell), term)
            deputy = deputy or self._choose(term, without=[secretary])
            if deputy is not None:
                self._post(term, "cell_deputy", person=deputy)
            if self._size(term) >= MEMBERS_FOR_CELL_COMMITTEE:
                third = self._led_by(CELL_MEMBERS.get(term.cell), term)
                third = third or self._choose(term, without=[secretary, deputy])
                if third is not None:
                    self._post(term, "cell_committee_member", person=third)

    def _secretary(self, term: CellTerm) -> Person:
        name, since = CELL_SECRETARIES[term.cell]
        if term.first >= since:
            return self.history.named(name)
        chosen = self._choose(term, without=[self.history.named(name)])
        if chosen is None:
            raise ValueError(f"nobody can lead {term.cell} from {term.first}")
        return chosen

    def _led_by(self, name: str | None, term: CellTerm) -> Person | None:
        """The named one, when official and in the cell through the term."""
        person = self.history.named(name) if name else None
        fits = person and self._fits(person, term)
        return person if fits else None

    @staticmethod
    def _fits(person: Person, term: CellTerm) -> bool:
        return person.is_official_on(term.first) and person.is_in_cell(
            term.cell, term.first, last=term.until
        )

    def _size(self, term: CellTerm) -> int:
        there = self.history.in_cell(term.cell, term.first)
        return sum(person.is_official_on(term.first) for person in there)

    def _choose(self, term: CellTerm, *, without: list[Person | None]) -> Person | None:
        """Who can be elected: through the whole term in the cell, without another Party post."""
        fitting = [
            person
            for person in self.history.in_cell(term.cell, term.first)
            if self._fits(person, term)
            and person not in without
            and person.name not in WITHOUT_CELL_POST
        ]
        fitting.sort(key=lambda p: (not p.is_graduate_on(term.first), p.life.ceremony_on))
        return fitting[0] if fitting else None

    def _post(self, term: CellTerm, title: str, *, person: Person) -> None:
        """A second term in a row is the same post going on."""
        before = next(
            (
                post
                for post in self.held
                if post.person is person
                and post.title == title
                and post.cell == term.cell
                and post.last == day_before(term.first)
            ),
            None,
        )
        if before is not None:
            before.last = term.last
            return
        paper = f"cell-committee-{term.cell}-{term.number}"
        if term.number == 1 and term.first != FOUNDED_ON:
            paper = f"inside-{term.first}"  # the decision that founded the cell names its first
        self.held.append(Post(term.first, term.last, person, title, cell=term.cell, paper=paper))

    # --- oversight and office ------------------------------------------------------------------

    def _oversight(self) -> None:
        for day, duties in OVERSIGHT.items():
            last = day_before(TERM_TWO_ON) if day < TERM_TWO_ON else None
            for cell, name in duties:
                person = self.history.named(name)
                self.duties.append(Duty(day, last, person, cell, paper=f"oversight-{day}"))

    def _office(self) -> None:
        commanders = set()
        for name, title, first, last in COMMAND:
            commanders.add(name)
            self._office_post(
                self.history.named(name), DISTRICT_POLICE, title=title, span=(first, last)
            )
        for person in self.history.people:
            if person.name not in commanders:
                self._work_in_units(person)

    def _work_in_units(self, person: Person) -> None:
        """One post a stay; whoever leads the cell leads the unit, whoever is deputy is deputy there."""
        for stay in person.stays:
            unit, begins, title = BY_KEY[stay.cell].unit, stay.first, "Cán bộ"
            led = [
                post
                for post in self.held
                if post.person is person
                and post.cell == stay.cell
                and post.title in ("cell_secretary", "cell_deputy")
                and stay.holds_on(post.first)
            ]
            for post in sorted(led, key=lambda post: post.first):
                after = self._unit_title(stay.cell, post.title)
                if after == title:
                    continue
                if post.first > begins:
                    self._office_post(
                        person, unit, title=title, span=(begins, day_before(post.first))
                    )
                begins, title = post.first, after
            self._office_post(person, unit, title=title, span=(begins, stay.last))

    @staticmethod
    def _unit_title(cell: str, title: str) -> str:
        if cell == "CATT":
            names = ("Trưởng Công an thị trấn", "Phó Trưởng Công an thị trấn")
        else:
            names = ("Đội trưởng", "Phó Đội trưởng")
        return names[0] if title == "cell_secretary" else names[1]

    def _office_post(self, person: Person, unit: str, *, title: str, span) -> None:
        first, last = span
        self.held.append(Post(first, last, person, "office", unit=unit, office_title=title))
