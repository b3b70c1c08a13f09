"""What the pages of a report say of its versions."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from partyunit.dates import quarter_of
from reports.models import Report
from reports.showing import maker_of, state_in_words

register = template.Library()
register.filter("state_in_words", state_in_words)
register.filter("maker_of", maker_of)


@register.filter
def new_version_url(report: Report) -> str:
    """The form that asks for the same report again, filled in."""
    owner = f"cell-{report.cell_id}" if report.cell_id else f"committee-{report.committee_id}"
    asked = {"owner": owner, "year": report.period_first.year}
    if report.kind == Report.Kind.QUARTERLY:
        asked["part"] = quarter_of(report.period_first)
    return f"{reverse('reports:new')}?{urlencode(asked)}"
