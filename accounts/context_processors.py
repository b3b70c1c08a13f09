"""What the frame of every page needs: the office's name and the places the role may go to."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.saved_views import OfferedViews
from cells.models import OrganisationName
from cells.wording import COMMITTEE_BODY, as_issuer
from partyunit.pages import APPEARANCE_COOKIE, APPEARANCES, LARGE, read_appearance


@dataclass(frozen=True)
class Place:
    """One entry of the menu."""

    name: str
    url: str
    is_here: bool = False


class Frame:
    """Worked out only as far as a template asks: a fragment or a paper pays for nothing."""

    def __init__(self, request):
        self.request = request

    @property
    def _access(self):
        user = getattr(self.request, "user", None)
        return user.access if user is not None and user.is_authenticated else None

    # -- masthead ---------------------------------------------------------------------------

    @cached_property
    def _name(self) -> tuple[str, str]:
        """The office and its superior as papers of the program's day print them."""
        access = self._access
        if access is not None and any(access.issuer):
            return access.issuer
        day = getattr(self.request, "program_day", None)
        if day is None:
            return ("", "")
        names = OrganisationName.objects.active_on(day).filter(committee__isnull=False)
        found = names.order_by("committee").values_list("name", "superior_line").first()
        return (as_issuer(found[0], COMMITTEE_BODY), found[1]) if found else ("", "")

    @property
    def office(self) -> str:
        return self._name[0] or _("Sổ theo dõi công tác Đảng")

    @property
    def superior(self) -> str:
        return self._name[1]

    @property
    def demonstration_day(self):
        if getattr(self.request, "is_demonstration", False):
            return self.request.program_day
        return None

    @property
    def title(self) -> str:
        """The first role of who is signed in, in words."""
        return self._access.titles[0] if self._access and self._access.titles else ""

    @property
    def home(self) -> str:
        return reverse("home")

    @property
    def search_url(self) -> str:
        return reverse("reports:search") if self._access and self._access.has_content else ""

    # -- places -----------------------------------------------------------------------------

    @cached_property
    def places(self) -> list[Place]:
        """Where the role may go; the longest address that begins the page's own is where one is."""
        if self._access is None:
            return []
        places = [(name, reverse(target, args=args)) for name, target, args in self._targets()]
        path = self.request.path
        here = max((url for _name, url in places if path.startswith(url)), key=len, default="")
        return [Place(name, url, url == here) for name, url in places]

    def _targets(self):
        access = self._access
        if access.reads_committees:
            yield from (
                (_("Tổng quan"), "reports:dashboard", ()),
                (_("Việc đến hạn"), "reports:deadlines", ()),
                (_("Đảng viên"), "members:list", ()),
                (_("Chi bộ"), "cells:list", ()),
                (_("Sinh hoạt"), "meetings:list", ()),
                (_("Tăng cường"), "members:secondments", ()),
                (_("Khen thưởng"), "awards:list", ()),
                (_("Xếp loại"), "evaluations:list", ()),
                (_("Văn bản"), "documents:list", ()),
                (_("Báo cáo"), "reports:list", ()),
                (_("Quy định"), "regulations:list", ()),
            )
        elif access.has_content:
            own = sorted(access.cell_ids)
            is_one = len(own) == 1
            yield _("Chi bộ tôi"), "cells:detail" if is_one else "cells:list", own if is_one else ()
            yield _("Việc đến hạn"), "reports:deadlines", ()
            yield _("Đảng viên"), "members:list", ()
            yield _("Sinh hoạt"), "meetings:list", ()
            yield _("Báo cáo"), "reports:list", ()
        if access.administers:
            yield _("Tài khoản"), "accounts:list", ()

    @cached_property
    def saved_views(self) -> OfferedViews:
        """The saved views of the list looked at."""
        return OfferedViews(self.request)

    # -- messages ---------------------------------------------------------------------------

    @cached_property
    def _messages(self) -> list:
        return list(messages.get_messages(self.request))

    @property
    def alerts(self) -> list:
        return [one for one in self._messages if one.level >= messages.WARNING]

    @property
    def tellings(self) -> list:
        return [one for one in self._messages if one.level < messages.WARNING]

    # -- appearance -------------------------------------------------------------------------

    @cached_property
    def _appearance(self) -> tuple[str, bool]:
        return read_appearance(self.request.COOKIES.get(APPEARANCE_COOKIE, ""))

    @property
    def theme(self) -> str:
        """`light` or `dark`; nothing follows the machine's own setting."""
        return self._appearance[0]

    @property
    def is_large(self) -> bool:
        return self._appearance[1]

    @property
    def appearances(self) -> list[tuple[str, str, bool]]:
        theme, is_large = self._appearance
        return [
            (value, str(name), is_large if value == LARGE else value == theme)
            for value, name in APPEARANCES
        ]


def frame(request):
    return {"frame": Frame(request)}
