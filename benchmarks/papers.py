"""The annual report: working its figures out, laying it out, and what the collector would add."""

from contextlib import nullcontext
from unittest.mock import patch

from benchmarks.timing import medians, report
from cells.models import Committee
from documents.papers import pdf
from documents.papers.digest import freeze
from partyunit import clock
from partyunit.dates import Period
from reports.composition import compose, gather
from reports.figures import Scope
from reports.models import Report
from reports.services.making import summary_of
from reports.services.printing import print_report

committee, day = Committee.objects.get(), clock.today()
period = Period.of_year(day.year - 1)
paper = Report(
    kind=Report.Kind.ANNUAL,
    committee=committee,
    period_first=period.first,
    period_last=period.last,
    data_until=period.last,
)


def figures():
    facts = gather(scope=Scope(committee), kind=paper.kind, period=period, day=period.last)
    return freeze(compose(facts, summary=summary_of(paper), remarks={}))


content, digest = figures()


def lay_out():
    return print_report(paper, content=content, digest=digest, on=day)


def lay_out_with_the_collector():
    with patch.object(pdf, "_without_collector", nullcontext):
        return lay_out()


works = {
    "working the figures out": figures,
    "laying out": lay_out,
    "laying out with the collector on": lay_out_with_the_collector,
}
pages = lay_out().pages
report(f"The annual report, {pages} pages", medians(works, rounds=5), against="laying out")
