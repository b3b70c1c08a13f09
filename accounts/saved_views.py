"""Saved views of lists: what of an address is worth keeping, and what a list page offers."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext as _

from accounts.models import RoleAssignment, SavedView
from audit.listing import RecordListView
from partyunit.listing import with_day
from partyunit.text import fold

# Of one moment, not of a way to look at a list.
PASSING = {"page", "print", "export", "pick", "rows", "view", "list", "now"}


def is_list(page: str) -> bool:
    """Whether this is the name of the address of a list that is shown, not only handed out."""
    try:
        view = resolve(reverse(page)).func
    except NoReverseMatch:
        return False
    view_class = getattr(view, "view_class", object)
    return issubclass(view_class, RecordListView) and getattr(view_class, "is_shown", False)


def worth_keeping(query: QueryDict, *, with_day: bool = True) -> str:
    """The conditions, columns, order and totals of an address, in one order.

    A number searched for is left out: whose it is would stay readable in the journal.
    """
    pairs = [
        (name, value)
        for name, values in sorted(query.lists())
        for value in values
        if value and name not in PASSING and (with_day or name != "on")
    ]
    return urlencode(
        [(name, value) for name, value in pairs if name != "q" or not _is_number(value)]
    )


def _is_number(words: str) -> bool:
    return fold(words).isdigit()


def shareable_committee(user) -> int | None:
    """The committee inside which the account may share: who writes or approves there."""
    ids = user.access.write_committee_ids | user.access.approve_committee_ids
    return min(ids, default=None)


def roles_to_share_with() -> list[tuple[str, str]]:
    """Every role that opens lists of content."""
    return [
        (value, str(label))
        for value, label in RoleAssignment.Role.choices
        if value != RoleAssignment.Role.ADMINISTRATOR
    ]


@dataclass(frozen=True)
class ViewLink:
    """One saved view as a list page offers it."""

    view: SavedView
    is_own: bool
    is_open: bool
    day_query: str = ""  # the day looked at, when there is one

    @property
    def url(self) -> str:
        """The list as kept, still on the day looked at unless the view has its own."""
        url = self.view.get_absolute_url()
        return url if self.view.has_own_day or not url else with_day(url, self.day_query)

    @property
    def drop_url(self) -> str:
        return reverse("accounts:drop_view", args=[self.view.pk])

    @property
    def shared_with(self) -> str:
        return self.view.get_shared_with_display() if self.view.shared_with else ""


class OfferedViews:
    """The saved views of the list a request looks at; one statement, asked by the template."""

    def __init__(self, request):
        self.request = request
        self.page = request.resolver_match.view_name

    @cached_property
    def links(self) -> list[ViewLink]:
        """One's own first, then the shared ones, by name."""
        user, opened = self.request.user, self.request.GET.get("view", "")
        views = SavedView.objects.visible_to(user).valid().filter(page=self.page)
        day = self.request.GET.get("on", "")
        links = [
            ViewLink(view, view.owner_id == user.pk, str(view.pk) == opened, day) for view in views
        ]
        return sorted(links, key=lambda link: (not link.is_own, fold(link.view.name)))

    @cached_property
    def opened(self) -> ViewLink | None:
        return next((link for link in self.links if link.is_open), None)

    @property
    def label(self) -> str:
        return (
            _("Cách xem: %(name)s") % {"name": self.opened.view} if self.opened else _("Cách xem")
        )

    @property
    def is_changed(self) -> bool:
        """Whether the list differs from the view that was opened."""
        if self.opened is None:
            return False
        view = self.opened.view
        return view.query != worth_keeping(self.request.GET, with_day=view.has_own_day)

    @property
    def _now(self) -> str:
        return worth_keeping(self.request.GET)

    @property
    def save_url(self) -> str:
        return f"{reverse('accounts:save_view')}?{urlencode({'list': self.page})}&{self._now}"

    @property
    def change_url(self) -> str:
        """The form that renames and shares; with the conditions of the page when they are others."""
        if self.opened is None:
            return ""
        url = reverse("accounts:change_view", args=[self.opened.view.pk])
        return f"{url}?now=1&{self._now}" if self.is_changed else url
