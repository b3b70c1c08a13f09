"""One box for the whole register: members, cells, meetings and papers whose words are asked for."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from audit.listing import RecordListView
from cells.views import CellListView
from documents.views import DocumentListView
from meetings.views.pages import MeetingListView
from members.register import register_on
from members.views.lists import MemberListView
from partyunit.filters import LONGEST_SEARCH
from partyunit.listing import show
from partyunit.text import normalise
from partyunit.views import content_required

MOST = 12  # rows of a kind before the list itself is the better place


class AnyMemberView(MemberListView):
    """Members of any time: who left is looked for here, not in the list of a day."""

    def get_records(self):
        return register_on(self.on).visible_to(self.request.user).valid()


@dataclass(frozen=True)
class Kind:
    """One kind of row that is searched: by the search of its list, told by some of its columns."""

    heading: str | Promise
    view: type[RecordListView]
    list_name: str
    told: tuple[str, ...]


KINDS = (
    Kind(gettext_lazy("Đảng viên"), AnyMemberView, "members:list", ("cell", "post", "note")),
    Kind(gettext_lazy("Chi bộ"), CellListView, "cells:list", ("secretary",)),
    Kind(gettext_lazy("Cuộc họp"), MeetingListView, "meetings:list", ("cell", "day", "minutes")),
    Kind(gettext_lazy("Văn bản"), DocumentListView, "documents:list", ("issued", "summary")),
)


@dataclass(frozen=True)
class Hit:
    """A row that was found: its page, and what tells it from others of its name."""

    text: str
    url: str
    detail: str


@dataclass(frozen=True)
class Found:
    """The rows found of one kind; `list_url` when there are more than are shown."""

    heading: str | Promise
    hits: list[Hit]
    list_url: str


def find(request, kind: Kind) -> Found:
    """The first rows of a kind that match `?q=`, of those the account may see."""
    view = kind.view()
    view.setup(request)
    listing, _filters = view.build()
    rows = list(listing.ordered[: MOST + 1])
    columns = {column.key: column for column in listing.columns}
    head = next(column for column in listing.columns if column.head)
    hits = []
    for row in rows[:MOST]:
        details = [show(columns[key].value(row)) for key in kind.told]
        url = (head.link(row) if head.link else "") or ""
        hits.append(Hit(show(head.value(row)), url, ", ".join(filter(None, details))))
    is_more = len(rows) > MOST
    list_url = f"{reverse(kind.list_name)}?{request.GET.urlencode()}" if is_more else ""
    return Found(kind.heading, hits, list_url)


@require_safe
@content_required
def search(request):
    """Everything found for `?q=`, by kind."""
    words = normalise(request.GET.get("q", "").replace("\x00", ""))[:LONGEST_SEARCH]
    query = request.GET.copy()
    query.clear()
    query["q"] = words
    request.GET = query  # the lists read their conditions there, and here there is only one
    found = [find(request, kind) for kind in KINDS] if words else []
    context = {
        "heading": _("Tìm «%(words)s»") % {"words": words} if words else _("Tìm trong sổ"),
        "words": words,
        "found": [kind for kind in found if kind.hits],
    }
    return render(request, "reports/search.html", context)
