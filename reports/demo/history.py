"""Playing the years: founders, admissions, transfers, leavings, degrees, each with its day."""

import datetime as dt

from partyunit.dates import day_before
from reports.demo import cast
from reports.demo.calendar import working_before, working_from
from reports.demo.dice import between, pick
from reports.demo.education import give_bachelor, give_schooling
from reports.demo.flows import (
    BY_KEY,
    CEREMONIES,
    FOUNDED_ON,
    FOUNDERS,
    LEAVERS,
    TODAY,
    YEARS,
    Entry,
    YearPlan,
)
from reports.demo.lives import life_of_admitted, life_of_founder, life_of_newcomer
from reports.demo.people import card_no, citizen_id, invent
from reports.demo.shapes import Person, Stay

ADMISSION_DAYS = [(2, 3), (3, 26), (5, 18), (6, 24), (8, 18), (9, 3), (11, 7), (12, 20)]
OUTSIDE_FROM = [
    "Đảng bộ Học viện Cảnh sát nhân dân",
    "Đảng bộ Học viện An ninh nhân dân",
    "Đảng bộ Trường Đại học Kỹ thuật – Hậu cần Công an nhân dân",
    "Đảng bộ Học viện Chính trị Công an nhân dân",
    "Đảng bộ Công an tỉnh",
]
SCHOOLS_BELOW = [
    "Đảng bộ Trường Trung cấp Cảnh sát nhân dân",
    "Đảng bộ Trường Trung cấp An ninh nhân dân",
]
OUTSIDE_TO = [
    "Đảng bộ Công an tỉnh",
    "Chi bộ Phòng Tham mưu, Đảng bộ Công an tỉnh",
    "Chi bộ Phòng Cảnh sát hình sự, Đảng bộ Công an tỉnh",
    "Chi bộ Phòng Cảnh sát giao thông, Đảng bộ Công an tỉnh",
    "Đảng bộ Công an một huyện khác trong tỉnh",
]
RETIREMENT = "Đảng bộ thị trấn Tân Uyên (nghỉ chế độ hưu)"
LEFT_BY_YEAR = {2012: "died", 2014: "resigned", 2016: "removed", 2017: "died"}


class History:
    """All people who ever were on the books, in the order in which they came."""

    def __init__(self):
        self.people: list[Person] = []
        self.names = {part.name for part in cast.PARTS}
        self.taken: set[str] = set()
        for entry in FOUNDERS:
            self._found(entry)
        for year, plan in YEARS.items():
            self._play(year, plan)

    # --- asking --------------------------------------------------------------------------------

    def named(self, name: str) -> Person:
        return next(person for person in self.people if person.name == name)

    def in_cell(self, cell: str, day: dt.date) -> list[Person]:
        return [person for person in self.people if person.cell_on(day) == cell]

    # --- people come ---------------------------------------------------------------------------

    def _new(self, entry: Entry, *, ages: tuple[int, int], year: int, make_life) -> Person:
        number = len(self.people) + 1
        taken = self.taken | (self.names - {entry.name})
        identity = invent(number, name=entry.name, ages=ages, in_year=year, taken=taken)
        self.taken.add(identity.name)
        life = make_life(number, identity.born_on, part=cast.BY_NAME.get(entry.name))
        person = Person(
            number=number,
            name=identity.name,
            is_woman=identity.is_woman,
            ethnicity=identity.ethnicity,
            born_on=identity.born_on,
            home_place=identity.home_place,
            residence=identity.residence,
            citizen_id=citizen_id(number),
            life=life,
        )
        if life.official_from:
            person.card_no = card_no(number)
        self.people.append(person)
        return person

    def _found(self, entry: Entry) -> None:
        person = self._new(entry, ages=(25, 49), year=2009, make_life=life_of_founder)
        person.stays.append(Stay(entry.cell, FOUNDED_ON, "founding"))
        give_schooling(person, graduate=entry.graduate, by=FOUNDED_ON)

    def _admit(self, year: int, entry: Entry, *, place: int) -> None:
        ceremony = self._ceremony(year, entry, place=place)

        def make_life(number, _born_on, *, part):
            return life_of_admitted(number, ceremony_on=ceremony, part=part)

        person = self._new(entry, ages=(23, 30), year=year, make_life=make_life)
        person.stays.append(Stay(entry.cell, ceremony, "admission"))
        give_schooling(person, graduate=entry.graduate, by=ceremony)

    def _ceremony(self, year: int, entry: Entry, *, place: int) -> dt.date:
        if (day := CEREMONIES.get((year, entry.cell, place))) is not None:
            return day
        part = cast.BY_NAME.get(entry.name)
        if part and part.ceremony_on:
            return part.ceremony_on
        opened = BY_KEY[entry.cell].founded_on + dt.timedelta(days=45)
        days = [working_from(dt.date(year, *day)) for day in ADMISSION_DAYS]
        return pick([day for day in days if day > opened], "ceremony", year, entry.cell, place)

    def _receive(self, year: int, entry: Entry, *, place: int) -> None:
        arrives = self._arrival(year, entry, place=place)

        def make_life(number, born_on, *, part):
            return life_of_newcomer(number, arrives_on=arrives, born_on=born_on, part=part)

        person = self._new(entry, ages=(24, 31), year=year, make_life=make_life)
        schools = OUTSIDE_FROM if entry.graduate else SCHOOLS_BELOW
        came_from = pick(schools, "from", year, entry.cell, place)
        person.stays.append(Stay(entry.cell, arrives, "transfer_in", came_from=came_from))
        give_schooling(person, graduate=entry.graduate, by=arrives)

    @staticmethod
    def _arrival(year: int, entry: Entry, *, place: int) -> dt.date:
        """Mostly in autumn, when the schools' graduates come; in 2019 by the day of today."""
        key = ("arrival", year, entry.cell, place)
        if year == TODAY.year:
            return working_from(dt.date(year, 1, 14) + dt.timedelta(days=between(0, 45, *key)))
        first = max(dt.date(year, 8, 10), BY_KEY[entry.cell].founded_on + dt.timedelta(days=10))
        return working_from(first + dt.timedelta(days=between(0, 90, *key)))

    # --- people move, leave, take degrees ------------------------------------------------------

    def _play(self, year: int, plan: YearPlan) -> None:
        begins = max(dt.date(year, 1, 1), FOUNDED_ON)
        busy: set[int] = set()
        there = [person for person in self.people if person.cell_on(day_before(begins))]
        there = there or list(self.people)
        for place, entry in enumerate(plan.inside):
            self._move(
                year,
                entry,
                place=place,
                person=self._choose(there, entry, year=year, place=place, busy=busy),
            )
        for reason, leaving in (("transfer_out", plan.moved_out), ("", plan.left)):
            for place, entry in enumerate(leaving):
                person = self._choose(there, entry, year=year, place=f"{reason}{place}", busy=busy)
                self._leave(person, self._leaving_day(year, entry, place=place), reason=reason)
        self._arrivals(year, plan)
        for place, entry in enumerate(plan.degrees):
            self._graduate(there, entry, year=year, place=place, busy=busy)

    def _arrivals(self, year: int, plan: YearPlan) -> None:
        for enter, coming in ((self._admit, plan.admitted), (self._receive, plan.moved_in)):
            seen: dict[str, int] = {}
            for entry in coming:
                place = seen.get(entry.cell, 0)
                seen[entry.cell] = place + 1
                enter(year, entry, place=place)

    def _choose(self, there, entry: Entry, *, year: int, place, busy: set[int]) -> Person:
        """The named one, else someone of that cell without a part, rather one of the older half."""
        begins = max(dt.date(year, 1, 1), FOUNDED_ON)
        if entry.name:
            chosen = self.named(entry.name)
        else:
            fitting = [
                person
                for person in there
                if self._is_free(person, busy)
                and person.cell_on(begins) == entry.cell
                and person.is_official_on(begins)
                and person.is_graduate_on(begins) == entry.graduate
            ]
            fitting.sort(key=lambda person: person.born_on)
            older = fitting[: max(1, (len(fitting) + 1) // 2)]
            chosen = pick(older, "leaves", year, entry.cell, entry.to, place)
        busy.add(chosen.number)
        return chosen

    def _is_free(self, person: Person, busy: set[int]) -> bool:
        has_part = person.name in self.names and person.name not in LEAVERS
        return not has_part and person.number not in busy

    def _move(self, year: int, entry: Entry, *, place: int, person: Person) -> None:
        opened = BY_KEY[entry.to].founded_on
        key = ("moves", year, entry.cell, entry.to, place)
        day = (
            opened
            if opened.year == year
            else working_from(dt.date(year, between(3, 10, "swap", year), between(1, 20, *key)))
        )
        old = person.stays[-1]
        old.last, old.end_reason = day_before(day), "internal"
        person.stays.append(Stay(entry.to, day, "internal"))

    @staticmethod
    def _leaving_day(year: int, entry: Entry, *, place: int) -> dt.date:
        key = ("leaving", year, entry.cell, place)
        if entry.name == "Nguyễn Đình Khoát":
            return dt.date(2015, 6, 1)
        if year == TODAY.year:
            return working_from(dt.date(year, 1, 10) + dt.timedelta(days=between(0, 45, *key)))
        first = dt.date(year, 6, 15) if year == FOUNDED_ON.year else dt.date(year, 1, 15)
        last = working_before(dt.date(year, 12, 15))
        return working_from(first + dt.timedelta(days=between(0, (last - first).days, *key)))

    def _leave(self, person: Person, day: dt.date, *, reason: str) -> None:
        stay = person.stays[-1]
        stay.last = day_before(day)
        if reason == "transfer_out":
            stay.end_reason = reason
            old = day.year - person.born_on.year >= 53
            stay.went_to = RETIREMENT if old else pick(OUTSIDE_TO, "to", person.number)
            return
        stay.end_reason = LEFT_BY_YEAR[day.year]
        person.life.ended_on, person.life.end_reason = stay.last, stay.end_reason

    def _graduate(self, there, entry: Entry, *, year: int, place: int, busy: set[int]) -> None:
        """Someone of the cell who studied beside the work takes a degree."""
        day = working_from(dt.date(year, between(6, 9, "degree", year, place), 12))
        if year == TODAY.year:
            day = dt.date(year, 1, 25)
        if entry.name:
            chosen = self.named(entry.name)
        else:
            fitting = [
                person
                for person in there
                if self._is_free(person, busy)
                and person.cell_on(min(dt.date(year, 12, 31), TODAY)) == entry.cell
                and not person.is_graduate_on(day)
            ]
            fitting.sort(key=lambda person: person.born_on, reverse=True)
            chosen = pick(fitting[:3], "takes", year, entry.cell, place)
        busy.add(chosen.number)
        give_bachelor(chosen, day)
