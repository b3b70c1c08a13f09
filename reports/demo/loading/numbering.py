"""The numbers of approved minutes in their cells' registers, as approval gives them.

From 2019 on, when the demonstration committee began to file them; earlier minutes carry none, as
papers from before a register have none. The committee's own stay out: how many papers it issued in
a quarter is a figure of its reports.
"""

import datetime as dt
from collections import Counter

from cells.models import Term
from documents.models import Document
from documents.services import number_text
from meetings.models import Minutes
from meetings.services.numbering import draft_of
from partyunit.dates import PartialDate
from reports.demo.loading.freezing import by_key
from reports.demo.loading.store import Store

FIRST_DAY = dt.date(2019, 1, 1)


def number_minutes(store: Store, approved: list[tuple[Minutes, dt.date]]) -> None:
    """Each cell's run from 01 in the order of approval."""
    given: Counter = Counter()
    terms = by_key(store.of(Term), "cell_id")
    kept = [(day, row) for row, day in approved if row.meeting.cell_id and day >= FIRST_DAY]
    for day, row in sorted(kept, key=lambda pair: (pair[0], pair[1].pk)):
        meeting = row.meeting
        head = {"kind": meeting.kind, "counts_for": meeting.counts_for.isoformat()}
        document = draft_of(meeting, {"meeting": head}, kind=Document.Kind.MINUTES)
        given[meeting.cell_id] += 1
        document.term = next(term for term in terms[meeting.cell_id] if term.holds_on(day))
        document.sequence = given[meeting.cell_id]
        document.number, document.issued_on = number_text(document), PartialDate.of(day)
        row.document = store.add(document)
