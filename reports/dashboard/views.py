"""The first page, and the page behind each of its sentences."""

import datetime as dt
import re
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cells.models import Committee
from partyunit.dates import EARLIEST_YEAR, LATEST_YEAR
from partyunit.views import content_required, read_on
from reports.dashboard.notices import KEYS
from reports.dashboard.page import read_dashboard, read_notices
from reports.figures import Scope, default_years


@require_safe
def home(request):
    """The first page of each role: the committee's figures, the own meetings, the accounts."""
    access = request.user.access
    if access.reads_committees:
        return redirect("reports:dashboard")
    if access.has_content:
        return redirect("meetings:mine")
    if access.administers:
        return redirect("accounts:list")
    raise PermissionDenied(_("Tài khoản này chưa được giao vai trò nào vào ngày này."))


@require_safe
@content_required
def dashboard(request):
    """What to know, the figures, the board, for readers of the committee."""
    as_on = read_on(request)
    scope = find_scope(request, as_on.day)
    years = read_years(request, default=default_years(as_on.day))
    context = {
        "as_on": as_on,
        "heading": heading_of(as_on.day),
        "page": read_dashboard(scope, as_on.day, today=as_on.today, years=years.years),
        "award_years": years,
    }
    return render(request, "reports/dashboard.html", context)


@require_safe
@content_required
def notice(request, key: str):
    """The items one of the first page's sentences speaks of."""
    if key not in KEYS:
        raise Http404
    as_on = read_on(request)
    scope = find_scope(request, as_on.day)
    found = next((one for one in read_notices(scope, as_on.day) if one.key == key), None)
    heading = found.sentence if found else _("Không có việc nào như vậy")
    context = {"as_on": as_on, "heading": heading, "notice": found, "key": key}
    return render(request, "reports/dashboard/notice.html", context)


def find_scope(request, day: dt.date) -> Scope:
    """The committee the account reads; with more than one, the one asked for by `committee`."""
    access = request.user.access
    if not access.reads_committees:
        raise PermissionDenied(_("Trang này dành cho người xem số liệu của đảng bộ."))
    committees = Committee.objects.valid().filter(pk__in=access.read_committee_ids)
    asked = request.GET.get("committee", "")
    if asked:
        return Scope(get_object_or_404(committees, code=asked), named_on=day)
    first = committees.order_by("pk").first()
    if first is None:
        raise Http404
    return Scope(first, named_on=day)


@dataclass(frozen=True)
class AwardYears:
    """The years of the award table, what was typed for them, and what is wrong with that."""

    years: tuple[int, int]
    typed: tuple[str, str]
    error: str = ""


def read_years(request, *, default: tuple[int, int]) -> AwardYears:
    """The award years asked for; what cannot be read leaves the default and a sentence."""
    first, last = (request.GET.get(name, "").strip() for name in ("from_year", "to_year"))
    if not (first or last):
        return AwardYears(default, (str(default[0]), str(default[1])))
    years = [int(text) if re.fullmatch(r"[0-9]{4}", text) else 0 for text in (first, last)]
    if EARLIEST_YEAR <= years[0] <= years[1] <= LATEST_YEAR:
        return AwardYears((years[0], years[1]), (first, last))
    error = _("Ghi hai năm, năm đầu không sau năm cuối, ví dụ 2014 và 2018.")
    return AwardYears(default, (first, last), error)


def heading_of(day) -> str:
    words = {"day": day.day, "month": day.month, "year": day.year}
    return _("Tình hình Đảng bộ ngày %(day)s tháng %(month)s năm %(year)s") % words
