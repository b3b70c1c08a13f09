"""Schools and certificates: general, professional, political theory, language, IT."""

import datetime as dt

from partyunit.dates import PartialDate, add_months
from reports.demo import cast
from reports.demo.calendar import working_from
from reports.demo.dice import between, chance, pick
from reports.demo.flows import TODAY
from reports.demo.shapes import Degree, Person

ELEMENTARY, INTERMEDIATE, COLLEGE, BACHELOR, MASTER = 10, 20, 30, 40, 50
THEORY_ELEMENTARY, THEORY_INTERMEDIATE, THEORY_ADVANCED = 10, 20, 30
# What those without a university degree have today, from the oldest to the youngest of a cell.
WITHOUT_DEGREE = {
    "TH": [None],
    "AN": [INTERMEDIATE],
    "ĐT": [INTERMEDIATE],
    "QLHC": [COLLEGE, INTERMEDIATE],
    "GTTT": [INTERMEDIATE],
    "CATT": [INTERMEDIATE],
    "THA": [COLLEGE, INTERMEDIATE, None],
    "PT": [COLLEGE, INTERMEDIATE],
}
BACHELOR_SUBJECTS = [
    "Điều tra hình sự",
    "Quản lý nhà nước về an ninh, trật tự",
    "Luật",
    "Nghiệp vụ an ninh",
    "Nghiệp vụ cảnh sát",
    "Kỹ thuật hình sự",
    "Tham mưu, chỉ huy Công an nhân dân",
    "Xây dựng lực lượng Công an nhân dân",
]
BESIDE_WORK = ["Luật (vừa làm vừa học)", "Quản lý nhà nước về an ninh, trật tự (vừa làm vừa học)"]
MASTER_SUBJECTS = ["Luật hình sự và tố tụng hình sự", "Quản lý công", "Khoa học an ninh"]
POLICE_SUBJECTS = [
    "Cảnh sát nhân dân",
    "An ninh nhân dân",
    "Cảnh sát giao thông",
    "Hồ sơ nghiệp vụ",
]
OLD_PAPERS_BEFORE = dt.date(2000, 1, 1)


def give_schooling(person: Person, *, graduate: bool, by: dt.date) -> None:
    """School, and the professional level the person brings along on that day."""
    left_school = person.born_on.year + 18
    person.degrees.append(Degree("general", PartialDate(left_school), detail="12/12"))
    if graduate:
        years = between(22, 25, "bachelor", person.number)
        day = dt.date(person.born_on.year + years, 8, between(1, 28, "bachelor day", person.number))
        day = min(day, add_months(by, -1))
        subject = pick(BACHELOR_SUBJECTS, "subject", person.number)
        person.degrees.append(Degree("professional", as_known(day), BACHELOR, subject))
    else:
        _give_lower(person, INTERMEDIATE)
    _give_certificates(person)


def _give_lower(person: Person, level: int) -> None:
    day = dt.date(person.born_on.year + 21, between(6, 9, "lower", person.number), 20)
    subject = pick(POLICE_SUBJECTS, "lower subject", person.number)
    person.degrees.append(Degree("professional", as_known(day), level, subject))


def as_known(day: dt.date) -> dt.date:
    """Old papers tell only the year."""
    return PartialDate(day.year) if day < OLD_PAPERS_BEFORE else PartialDate.of(day)


def _give_certificates(person: Person) -> None:
    left_school = person.born_on.year + 18
    if chance(55, "language", person.number):
        detail = pick(["Tiếng Anh B", "Tiếng Anh A2", "Tiếng Anh B1"], "language", person.number)
        person.degrees.append(Degree("language", PartialDate(left_school + 4), detail=detail))
    if person.ethnicity == "Kinh" and chance(45, "local", person.number):
        detail = pick(["Tiếng Thái", "Tiếng Mông"], "local", person.number)
        year = min(max(2010, left_school + 8), 2017)
        person.degrees.append(Degree("language", PartialDate(year), detail=detail))
    if chance(60, "it", person.number):
        year = min(max(2005, left_school + 4), 2017)
        person.degrees.append(Degree("it", PartialDate(year), detail="Ứng dụng cơ bản"))


def give_bachelor(person: Person, day: dt.date) -> None:
    subject = pick(BESIDE_WORK, "beside work", person.number)
    person.degrees.append(Degree("professional", PartialDate.of(day), BACHELOR, subject))


def give_masters(people: list[Person]) -> None:
    for person in people:
        part = cast.BY_NAME.get(person.name)
        if part and part.master_on:
            subject = pick(MASTER_SUBJECTS, "master", person.number)
            day = PartialDate.of(part.master_on)
            person.degrees.append(Degree("professional", day, MASTER, subject))


def settle_those_without_degree(people: list[Person]) -> None:
    """Gives each cell's people without a university degree today the levels the table tells."""
    for cell, levels in WITHOUT_DEGREE.items():
        without = [p for p in people if p.cell_on(TODAY) == cell and not p.is_graduate_on(TODAY)]
        without.sort(key=lambda person: person.born_on)
        for person, level in zip(without, levels, strict=True):
            person.degrees = [d for d in person.degrees if d.scale != "professional"]
            if level is not None:
                _give_lower(person, level)


def give_theory(person: Person, level: int) -> None:
    """Political theory: elementary for all after admission, higher for those who lead."""
    joined = person.life.ceremony_on
    day = working_from(add_months(joined, between(8, 20, "theory", person.number)))
    if day <= TODAY:
        person.degrees.append(Degree("theory", as_known(day), THEORY_ELEMENTARY))
    for step, years in ((THEORY_INTERMEDIATE, 6), (THEORY_ADVANCED, 11)):
        later = working_from(add_months(day, 12 * years + between(0, 11, "step", person.number)))
        if level >= step and later <= TODAY:
            person.degrees.append(Degree("theory", as_known(later), step))
