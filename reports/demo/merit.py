"""Awards and titles: exactly the table of the demonstration, a few of the years around it."""

import datetime as dt
from dataclasses import dataclass

from partyunit.dates import add_months
from reports.demo.calendar import working_from
from reports.demo.dice import between, pick, throw
from reports.demo.flows import BY_KEY, CELLS, KEYS, TODAY
from reports.demo.history import History
from reports.demo.posts import DISTRICT_POLICE
from reports.demo.shapes import Merit, Person, YearTitle

YEARS = [2014, 2015, 2016, 2017, 2018]


@dataclass(frozen=True)
class Source:
    """An authority: the award it gives, collectives and numbers of people by year, people by cell."""

    authority: str
    form: str
    line: str
    issuer: str
    ending: str
    collectives: dict[int, list[str]]
    individuals: dict[int, int]
    by_cell: list[int]


POLICE = "police"  # stands for the district police as a whole
SOURCES = [
    Source(
        "ministry",
        "merit",
        "police",
        "Bộ Công an",
        "/QĐ-BCA",
        {
            2013: ["ĐT"],
            2014: [POLICE, "AN"],
            2015: ["ĐT", "CATT"],
            2016: [POLICE, "AN", "PT"],
            2017: ["TH", "ĐT"],
            2018: [POLICE, "QLHC", "CATT"],
        },
        {2013: 1, 2014: 2, 2015: 3, 2016: 3, 2017: 3, 2018: 3},
        [2, 2, 4, 1, 1, 2, 1, 1],
    ),
    Source(
        "province",
        "merit",
        "state",
        "Ủy ban nhân dân tỉnh Lai Châu",
        "/QĐ-UBND",
        {2017: [POLICE]},
        {2013: 2, 2014: 3, 2015: 4, 2016: 4, 2017: 4, 2018: 4},
        [3, 3, 4, 2, 2, 2, 1, 2],
    ),
    Source(
        "director",
        "commendation",
        "police",
        "Giám đốc Công an tỉnh",
        "/QĐ-CAT",
        {
            2013: ["QLHC"],
            2014: ["GTTT", "QLHC"],
            2015: ["TH", "PT"],
            2016: ["CATT", "THA"],
            2017: ["AN", "GTTT"],
            2018: ["ĐT", "PT"],
            2019: ["CATT"],
        },
        {2013: 4, 2014: 6, 2015: 7, 2016: 8, 2017: 9, 2018: 9, 2019: 2},
        [5, 5, 7, 5, 6, 4, 4, 3],
    ),
]
COLLECTIVE_REASONS = [
    "Thành tích xuất sắc trong phong trào thi đua “Vì an ninh Tổ quốc” năm {year}",
    "Thành tích xuất sắc trong thực hiện nhiệm vụ công tác năm {year}",
    "Thành tích trong đấu tranh phòng, chống tội phạm và tệ nạn xã hội năm {year}",
]
PERSONAL_REASONS = [
    "Thành tích xuất sắc trong thực hiện nhiệm vụ công tác năm {year}",
    "Thành tích trong phong trào thi đua “Vì an ninh Tổ quốc” năm {year}",
    "Thành tích trong công tác bảo đảm an ninh, trật tự ở cơ sở năm {year}",
    "Thành tích trong đấu tranh, triệt phá tội phạm về ma túy năm {year}",
    "Thành tích trong xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc năm {year}",
]
NEW_YEAR_REASON = "Thành tích bảo đảm an ninh, trật tự Tết Nguyên đán Kỷ Hợi năm 2019"
PARTY_AWARD_ON = dt.date(2019, 2, 25)
PROVINCIAL_PARTY = "Ban Thường vụ Tỉnh ủy Lai Châu"
DISTRICT_PARTY = "Ban Thường vụ Huyện ủy Tân Uyên"
DISTRICT_DECISION = "-QĐ/HU"
# 30 years in the Party on 29/04/2011, given at the round of 19 May: the only one here who came so far.
BADGE_TO = "Nguyễn Đình Khoát"
BADGE = {
    "years": 30,
    "round_on": dt.date(2011, 5, 19),
    "decided_on": dt.date(2011, 5, 6),
    "given_on": dt.date(2011, 5, 19),
    "decision_number": "214-QĐ/TU",
}
TITLE_YEARS = {
    "strong": [2011, 2012, 2013],
    "exemplary": YEARS,
}


def decision_day(source: Source, year: int) -> dt.date:
    """Inside the award year; in the running year before today."""
    if year == TODAY.year:
        return dt.date(2019, 2, 15)
    day = between(1, 26, "award day", source.authority, year)
    return working_from(dt.date(year, between(8, 11, "award month", source.authority, year), day))


def paper_key(source: Source, year: int) -> str:
    return f"award-{source.authority}-{year}"


def give_awards(history: History) -> list[Merit]:
    awards: list[Merit] = []
    for source in SOURCES:
        awards += [
            _merit(source, year, unit=DISTRICT_POLICE if key == POLICE else BY_KEY[key].unit)
            for year, keys in sorted(source.collectives.items())
            for key in keys
        ]
        awards += _to_people(source, history)
    awards.append(_committee_award())
    return awards


def _merit(source: Source, year: int, *, unit: str = "", person: Person | None = None) -> Merit:
    reasons = COLLECTIVE_REASONS if unit else PERSONAL_REASONS
    reason = pick(reasons, "reason", source.authority, year, unit, person and person.number)
    return Merit(
        authority=source.authority,
        form=source.form,
        line=source.line,
        year=year,
        decided_on=decision_day(source, year),
        reason=NEW_YEAR_REASON if year == TODAY.year else reason.format(year=year),
        paper=paper_key(source, year),
        person=person,
        unit=unit,
    )


def _to_people(source: Source, history: History) -> list[Merit]:
    """In the table's years people of today's cells by the quota; no one twice by one authority."""
    left = dict(zip(KEYS, source.by_cell, strict=True))
    honoured: set[int] = set()
    awards = []
    for year in YEARS:
        for _ in range(source.individuals[year]):
            person = _next_person(source, year, left=left, honoured=honoured, history=history)
            left[person.cell_on(TODAY)] -= 1
            honoured.add(person.number)
            awards.append(_merit(source, year, person=person))
    for year in sorted(set(source.individuals) - set(YEARS)):
        for person in _others(source, year, honoured=honoured, history=history):
            honoured.add(person.number)
            awards.append(_merit(source, year, person=person))
    return awards


def _next_person(source, year, *, left, honoured, history) -> Person:
    """Of the cell with most still to come, someone there long enough."""
    day = decision_day(source, year)
    for cell in sorted(KEYS, key=lambda key: (-left[key], throw("turn", source.authority, key))):
        fitting = [
            person
            for person in history.in_cell(cell, TODAY)
            if person.number not in honoured and _joined_by(person, day)
        ]
        if left[cell] > 0 and fitting:
            key = ("honoured", source.authority, year)
            return min(fitting, key=lambda person: throw(*key, person.number))
    raise ValueError(f"nobody left for {source.authority} {year}")


def _joined_by(person: Person, day: dt.date) -> bool:
    """An official member who had been here for half a year when the award was decided."""
    return add_months(person.stays[0].first, 6) <= day and person.is_official_on(day)


def _others(source, year, *, honoured, history) -> list[Person]:
    day = decision_day(source, year)
    fitting = [
        person
        for person in history.people
        if person.cell_on(day) and person.number not in honoured and _joined_by(person, day)
    ]
    fitting.sort(key=lambda person: throw("others", source.authority, year, person.number))
    return fitting[: source.individuals[year]]


def _committee_award() -> Merit:
    return Merit(
        authority="provincial_party",
        form="merit",
        line="party",
        year=2014,
        to_year=2018,
        decided_on=PARTY_AWARD_ON,
        reason="Đạt danh hiệu “Trong sạch, vững mạnh tiêu biểu” 5 năm liền (2014–2018)",
        paper="award-provincial-party",
    )


def give_titles() -> list[YearTitle]:
    """The committee's by the superior, decided early in the next year; the cells' by the committee."""
    titles = []
    for name, years in TITLE_YEARS.items():
        for year in years:
            decided = working_from(dt.date(year + 1, 2, between(20, 27, "title", year)))
            titles.append(YearTitle(name, year, decided))
    for year in YEARS:
        titles += _cell_titles(year)
    return titles


def _cell_titles(year: int) -> list[YearTitle]:
    """One or two cells stand out; now and then one goes without."""
    cells = [cell.key for cell in CELLS if cell.founded_on < dt.date(year, 7, 1)]
    ranking = sorted(cells, key=lambda cell: throw("cell title", year, cell))
    best, without = ranking[:2], ranking[-1:] if throw("without", year) % 2 else []
    decided = working_from(dt.date(year + 1, 1, between(8, 16, "cell titles", year)))
    return [
        YearTitle("exemplary" if cell in best else "strong", year, decided, cell)
        for cell in cells
        if cell not in without
    ]
