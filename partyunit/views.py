"""What views of every room share: who may open a content page, and the day a page speaks of."""

import datetime as dt
from dataclasses import dataclass, field
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from partyunit.dates import LATEST_YEAR, parse_day

OTHER_YEAR_ENDS = (1, 6, 10)  # years back whose last day the as-on form offers


def content_required(view):
    """Refuses (403) an account that holds no content role, an administrator's for instance."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        _check_content(request)
        return view(request, *args, **kwargs)

    return guarded


class ContentRequiredMixin:
    """The same for a class view; a page that is no content page overrides `check_role`."""

    def check_role(self) -> None:
        """Raises PermissionDenied for accounts that have no business on the page."""
        _check_content(self.request)

    def check_page(self) -> None:
        """What must be fetched or refused before the method is chosen."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.check_role()
            self.check_page()
        return super().dispatch(request, *args, **kwargs)


def _check_content(request) -> None:
    if request.user.is_authenticated and not request.user.access.has_content:
        raise PermissionDenied(_("Tài khoản này không có vai trò xem nội dung."))


def send_file(content: bytes, name: str, *, kind: str) -> HttpResponse:
    """A file to keep, by its name; no browser and no server between stores a copy."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response


@dataclass(frozen=True)
class AsOn:
    """The day a page speaks of, what was typed for it, and what was wrong with that."""

    day: dt.date
    typed: str
    today: dt.date
    error: str = ""
    parameters: tuple = field(default=(), repr=False)  # of the request, as pairs

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def other_parameters(self):
        """What the as-on form carries along: everything but the day and the page."""
        return [pair for pair in self.parameters if pair[0] not in ("on", "page", "print")]

    @property
    def other_days(self):
        """Some earlier year ends, each with its address."""
        years = (self.today.year - back for back in OTHER_YEAR_ENDS)
        days = (dt.date(year, 12, 31) for year in years)
        return [(day, self._url(f"{day:%d/%m/%Y}")) for day in days]

    @property
    def today_url(self) -> str:
        return self._url("")

    def _url(self, on: str) -> str:
        query = QueryDict(mutable=True)
        for name, value in self.other_parameters:
            query.appendlist(name, value)
        if on:
            query["on"] = on
        return f"?{query.urlencode(safe='/')}"


def read_on(request) -> AsOn:
    """The day asked for by `?on=`; a day that cannot be read leaves the program's day and a sentence."""
    typed = request.GET.get("on", "").strip()
    today = request.program_day
    pairs = tuple((name, value) for name, values in request.GET.lists() for value in values)
    if not typed:
        return AsOn(day=today, typed=f"{today:%d/%m/%Y}", today=today, parameters=pairs)
    try:
        day = parse_day(typed)
        if day.year > LATEST_YEAR:
            raise ValueError(typed)
    except ValueError:
        error = _("Ngày không có thật. Ghi dạng ngày/tháng/năm. Dưới đây là số liệu hôm nay.")
        return AsOn(day=today, typed=typed, today=today, error=error, parameters=pairs)
    return AsOn(day=day, typed=typed, today=today, parameters=pairs)


class OnDayMixin:
    """`self.on` is the day asked for, `self.as_on` all about it; the context gets `as_on`."""

    takes_day = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.as_on = read_on(request)
        self.on = self.as_on.day if self.takes_day else request.program_day

    def get_context_data(self, **kwargs):
        if self.takes_day:
            kwargs.setdefault("as_on", self.as_on)
        return super().get_context_data(**kwargs)


class PageMixin:
    """What the heads of pages read; a view names them as attributes or overrides the getters."""

    heading = ""
    lead = ""

    def get_heading(self):
        return self.heading

    def get_lead(self):
        return self.lead

    def get_trail(self):
        return []

    def get_links(self):
        return []

    def get_action(self):
        return None

    def get_acts(self):
        """What can be recorded here, (text, address), folded under one button."""
        return []

    def get_context_data(self, **kwargs):
        for name in ("heading", "lead", "trail", "links", "action", "acts"):
            if name not in kwargs:
                kwargs[name] = getattr(self, f"get_{name}")()
        return super().get_context_data(**kwargs)
