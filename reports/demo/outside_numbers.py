"""The numbers of papers from outside: they grow with the papers their issuer writes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from reports.demo.dice import between
from reports.demo.shapes import Paper

D = dt.date
# How many papers of the kind the issuer writes in a year, by the ending of their number.
A_YEAR = {
    "-QĐ/HU": 620,
    "-CT/HU": 4,
    "-GT/ĐU": 70,
    "/KH-UBND": 160,
    "/QĐ-UBND": 1600,
    "/QĐ-BCA": 6200,
    "/QĐ-CAT": 3400,
}
# The district's Party committee was appointed with the district, then elected.
PARTY_TERMS = [D(2008, 12, 15), D(2010, 8, 12), D(2015, 8, 12)]


def number_outside(papers: Iterable[Paper]) -> None:
    """Party bodies count on through a term, offices of the State begin again each year."""
    series: dict[tuple, list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.number in A_YEAR:
            series[paper.issuer, paper.number, _series_begins(paper)].append(paper)
    for (_, ending, begins), row in series.items():
        last, a_year = 0, A_YEAR[ending]
        for paper in sorted(row, key=lambda paper: (paper.issued_on, paper.key)):
            by_then = (paper.issued_on - begins).days * a_year // 365
            last = max(last, by_then + between(0, a_year // 20, "number", paper.key)) + 1
            paper.number = f"{last:02d}{ending}"


def _series_begins(paper: Paper) -> dt.date:
    if paper.number.startswith("/"):
        return paper.issued_on.replace(month=1, day=1)
    return max(day for day in PARTY_TERMS if day <= paper.issued_on)
