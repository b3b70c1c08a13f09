"""The register of papers: received, advised, drawn up, and our own with their numbers."""

import datetime as dt
from collections import defaultdict

from partyunit.dates import Period, roman_quarter
from reports.demo.calendar import DAY, months, working_before, working_from
from reports.demo.dice import between
from reports.demo.flows import BY_KEY, CELLS, FOUNDED_ON, TODAY
from reports.demo.history import History
from reports.demo.merit import DISTRICT_DECISION, DISTRICT_PARTY, give_titles
from reports.demo.outside_numbers import number_outside
from reports.demo.outside_papers import outside_papers
from reports.demo.posts import (
    CELL_CONGRESSES,
    COMMITTEE_TERMS,
    OVERSIGHT,
    TEAM_ON,
    cell_terms,
)
from reports.demo.shapes import Paper, Person, Stay

D = dt.date
FIRST_MONTHLY = D(2014, 1, 1)


class Register:
    """All papers by key, each with its number; the people admitted here learn theirs."""

    def __init__(self, history: History):
        self.papers: dict[str, Paper] = {}
        for paper in outside_papers():
            self.papers[paper.key] = paper
        self._about_people(history)
        self._own_bodies()
        self._own_cells()
        self._own_yearly()
        self._own_monthly()
        self._own_of_cells()
        self._number()
        number_outside(self.papers.values())
        for person in history.people:
            if person.stays[0].start_reason == "admission":
                person.life.decision_number = self.papers[person.stays[0].paper].number

    def _add(self, key: str, kind: str, *, issued_on: dt.date, summary: str, **more) -> Paper:
        paper = Paper(key, kind, issued_on, summary, **more)
        self.papers[key] = paper
        return paper

    def _receive(self, key, kind, *, day, summary, issuer, number, stance="received") -> Paper:
        return self._add(
            key, kind, issued_on=day, summary=summary, issuer=issuer, number=number, stance=stance
        )

    # --- about people --------------------------------------------------------------------------

    def _about_people(self, history: History) -> None:
        for person in history.people:
            for stay in person.stays:
                self._start_of(person, stay)
                if stay.end_reason == "transfer_out":
                    day = working_before(stay.last - 3 * DAY)
                    summary = f"Giới thiệu đồng chí {person.name} chuyển sinh hoạt đảng đến {stay.went_to}"
                    self._add(f"out-{person.number}", "GT", issued_on=day, summary=summary)

    def _start_of(self, person: Person, stay: Stay) -> None:
        key = f"{stay.start_reason}-{person.number}"
        if stay.start_reason == "founding":
            stay.paper = "founding"
        elif stay.start_reason == "admission":
            stay.paper = key
            summary = f"Kết nạp đảng viên đối với đồng chí {person.name}"
            self._receive(
                key,
                "QĐ",
                day=person.life.decision_on,
                summary=summary,
                issuer=DISTRICT_PARTY,
                number=DISTRICT_DECISION,
            )
        elif stay.start_reason == "transfer_in":
            stay.paper = key
            day = working_before(stay.first - between(4, 15, "letter", person.number) * DAY)
            summary = f"Giới thiệu đồng chí {person.name} chuyển sinh hoạt đảng chính thức"
            self._receive(
                key, "GT", day=day, summary=summary, issuer=stay.came_from, number="-GT/ĐU"
            )
        else:
            stay.paper = f"inside-{stay.first}"
            self._inside(stay)

    def _inside(self, stay: Stay) -> None:
        """One decision for all who move on a day; it founds the cell where one opens that day."""
        if stay.paper in self.papers:
            return
        cell = BY_KEY[stay.cell]
        if cell.founded_on == stay.first:
            summary = f"Thành lập Chi bộ {cell.name}, chuyển sinh hoạt đảng và chỉ định cấp ủy"
        else:
            summary = "Chuyển sinh hoạt đảng nội bộ giữa các chi bộ trực thuộc"
        self._add(stay.paper, "QĐ", issued_on=working_before(stay.first - 6 * DAY), summary=summary)

    # --- our own -------------------------------------------------------------------------------

    def _own_bodies(self) -> None:
        for day in OVERSIGHT:
            summary = "Phân công cấp ủy viên phụ trách chi bộ"
            self._add(f"oversight-{day}", "QĐ", issued_on=working_from(day), summary=summary)
        team_on = working_before(TEAM_ON - 2 * DAY)
        self._add(
            "team", "QĐ", issued_on=team_on, summary="Thành lập Tổ công tác Đảng bán chuyên trách"
        )
        for number, (_, first, _, _) in enumerate(COMMITTEE_TERMS):
            day = working_from(first + 20 * DAY)
            self._add(
                f"rules-{number}",
                "QC",
                issued_on=day,
                summary="Quy chế làm việc của Ban Chấp hành Đảng bộ Công an huyện",
            )
            if first != FOUNDED_ON:
                term = COMMITTEE_TERMS[number][0]
                summary = f"Đại hội Đảng bộ Công an huyện, {term[0].lower()}{term[1:]}"
                self._add(
                    f"congress-{number}",
                    "NQ",
                    issued_on=working_from(first + 3 * DAY),
                    summary=summary,
                )

    def _own_cells(self) -> None:
        """Cell committees are recognised after each congress; founding decisions name the first."""
        for term in cell_terms():
            cell = BY_KEY[term.cell]
            key = f"cell-committee-{term.cell}-{term.number}"
            if term.number > 1:
                summary = f"Chuẩn y kết quả bầu cử cấp ủy Chi bộ {cell.name}"
                self._add(key, "QĐ", issued_on=working_from(term.first + 5 * DAY), summary=summary)
            elif cell.founded_on == FOUNDED_ON:
                summary = f"Chỉ định cấp ủy Chi bộ {cell.name}"
                self._add(key, "QĐ", issued_on=FOUNDED_ON + DAY, summary=summary)
        for congress in CELL_CONGRESSES:
            day = working_before(congress - 40 * DAY)
            self._add(
                f"congresses-{congress}",
                "KH",
                issued_on=day,
                summary="Đại hội các chi bộ trực thuộc",
            )
        for title in give_titles():
            if title.cell:
                key = f"cell-titles-{title.year}"
                summary = f"Công nhận danh hiệu các chi bộ trực thuộc năm {title.year}"
                self._add(key, "QĐ", issued_on=title.decided_on, summary=summary)

    def _own_yearly(self) -> None:
        for year in range(2009, 2020):
            january = working_from(D(year, 1, between(8, 20, "resolution", year)))
            if year > 2009:
                self._add(
                    f"year-{year}",
                    "NQ",
                    issued_on=january,
                    summary=f"Lãnh đạo thực hiện nhiệm vụ năm {year}",
                )
                summary = f"Chương trình kiểm tra, giám sát năm {year}"
                self._add(
                    f"inspection-{year}",
                    "CTr",
                    issued_on=working_from(january + 5 * DAY),
                    summary=summary,
                )
            if year < 2019:
                day = working_from(D(year, 12, between(10, 18, "annual", year)))
                summary = f"Tổng kết công tác xây dựng Đảng năm {year}"
                self._add(f"annual-{year}", "BC", issued_on=day, summary=summary)
        for key, kind, day, summary in [
            ("plan-03", "KH", D(2014, 2, 14), "Thực hiện Chỉ thị 03-CT/TW năm 2014"),
            ("plan-05", "KH", D(2016, 9, 12), "Thực hiện Chỉ thị 05-CT/TW ngày 15/5/2016"),
            ("plan-nq4", "KH", D(2017, 1, 16), "Thực hiện Nghị quyết Trung ương 4 khóa XII"),
            ("plan-05-2019", "KH", D(2019, 1, 18), "Học tập chuyên đề năm 2019 về Chỉ thị 05-CT/TW"),
            ("plan-model", "KH", D(2019, 1, 24), "Tổ chức sinh hoạt chi bộ mẫu năm 2019"),
            ("plan-08", "KH", D(2018, 12, 6), "Thực hiện Quy định 08-QĐi/TW về trách nhiệm nêu gương"),
        ]:  # fmt: skip
            self._add(key, kind, issued_on=day, summary=summary)

    def _own_monthly(self) -> None:
        """Since 2014: a report each month, and one of the quarter after its end."""
        for month in months(FIRST_MONTHLY, D(2019, 2, 1)):
            day = working_from(month + 23 * DAY)
            text = f"Công tác xây dựng Đảng tháng {month.month} năm {month.year}"
            self._add(f"monthly-{month}", "BC", issued_on=day, summary=text)
            if month.month % 3 == 0 and month.month < 12:
                quarter = month.month // 3
                day = working_from(Period.of_quarter(month.year, quarter).last + 3 * DAY)
                text = (
                    f"Kết quả công tác xây dựng Đảng quý {roman_quarter(quarter)} năm {month.year}"
                )
                self._add(f"quarterly-{month}", "BC", issued_on=day, summary=text)

    def _own_of_cells(self) -> None:
        for year in range(2014, 2020):
            for cell in CELLS:
                day = working_from(D(year, 1, between(21, 28, "cell year", cell.key, year)))
                if day > cell.founded_on:
                    text = f"Lãnh đạo thực hiện nhiệm vụ năm {year}"
                    self._add(
                        f"year-{cell.key}-{year}",
                        "NQ",
                        issued_on=day,
                        summary=text,
                        issuer=cell.key,
                    )
                day = working_from(D(year, 12, between(3, 9, "cell review", cell.key, year)))
                if cell.founded_on < day <= TODAY:
                    text = f"Tổng kết công tác của chi bộ năm {year}"
                    self._add(
                        f"review-{cell.key}-{year}",
                        "BC",
                        issued_on=day,
                        summary=text,
                        issuer=cell.key,
                    )

    # --- numbers -------------------------------------------------------------------------------

    def _number(self) -> None:
        """Per issuer, kind and term from 01 on, in the order of their days (05-HD/VPTW's rule)."""
        given: dict[tuple, int] = defaultdict(int)
        own = [p for p in self.papers.values() if p.stance == "issued"]
        for paper in sorted(own, key=lambda paper: (paper.issued_on, paper.key)):
            paper.term = self._term(paper)
            key = (paper.issuer, paper.kind, paper.term)
            given[key] += 1
            paper.sequence = given[key]
            paper.number = f"{paper.sequence:02d}-{paper.kind}/{'CB' if paper.issuer else 'ĐU'}"

    @staticmethod
    def _term(paper: Paper) -> str:
        if paper.issuer:
            spans = [(t.first, t.last, t.name) for t in cell_terms() if t.cell == paper.issuer]
        else:
            spans = [(first, last, name) for name, first, last, _ in COMMITTEE_TERMS]
        return next(
            name
            for first, last, name in spans
            if first <= paper.issued_on and (last is None or paper.issued_on <= last)
        )
