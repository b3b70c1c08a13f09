"""Template components and filters every page has at hand. Each takes named arguments only."""

import datetime as dt
from itertools import groupby

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from partyunit.listing import show, with_day
from partyunit.views import AsOn

register = template.Library()


@register.inclusion_tag("partyunit/components/page_header.html")
def page_header(*, heading, lead="", trail=(), links=(), action=None, acts=()):
    """Where one is, the heading, the sentence under it, further links, the one filled button.

    `acts`, (text, address) pairs, fold under a button of their own.
    """
    return {
        "heading": heading,
        "lead": lead,
        "trail": trail or (),
        "links": links or (),
        "action": action,
        "acts": acts or (),
    }


@register.simple_tag
def figure(*, of):
    """A number that opens its rows: `of` has a value, and the address of the list or nothing."""
    return (
        format_html('<a href="{}">{}</a>', of.url, number(of.value)) if of.url else number(of.value)
    )


@register.inclusion_tag("partyunit/components/empty_state.html")
def empty_state(*, heading, text="", url="", label=""):
    """Nothing there yet: says so, and what to do next."""
    return {"heading": heading, "text": text, "url": url, "label": label}


@register.inclusion_tag("partyunit/components/timeline.html")
def timeline(*, entries):
    """What happened, by year, newest first. `entries` are partyunit.listing.TimelineEntry."""
    ordered = sorted(entries, key=lambda entry: entry.day, reverse=True)
    years = groupby(ordered, key=lambda entry: entry.day.year)
    return {"years": [(year, list(of_year)) for year, of_year in years]}


@register.inclusion_tag("partyunit/components/job_status.html")
def job_status(*, job, shown):
    """Where a piece of work behind the page stands; asks for itself again until it is over.

    `shown` is its jobs.showing.ShownJob.
    """
    return {"job": job, "shown": shown}


@register.inclusion_tag("partyunit/components/field_errors.html")
def field_errors(*, form):
    """What must be mended before a form is stored; each line leads to its field."""
    if not form.is_bound or not form.errors:
        return {"count": 0}
    beside = [(field, error) for field in form.visible_fields() for error in field.errors]
    above = [str(error) for error in form.non_field_errors()]
    above += [str(error) for field in form.hidden_fields() for error in field.errors]
    return {"count": len(beside) + len(above), "beside": beside, "above": above}


@register.filter
def day(value):
    """dd/mm/yyyy; a partial date as it is known; the local day of a moment."""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return show(value)


@register.filter
def moment(value):
    """08:14 ngày 09/04/2019, in the place's time."""
    if not value:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return _("%(time)s ngày %(day)s") % {"time": f"{local:%H:%M}", "day": f"{local:%d/%m/%Y}"}


@register.filter
def number(value, decimals=None):
    """1.234,5: a dot groups thousands, a comma begins the decimals, in both languages."""
    if value is None or value == "":
        return ""
    places = int(decimals) if decimals is not None else _places(value)
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def _places(value) -> int:
    """A whole number has no decimals, another as many as it is written with."""
    if isinstance(value, int) or value == int(value):
        return 0
    return len(f"{value}".partition(".")[2])


@register.filter
def percent(value, decimals=1):
    """89,4 % of a number already in per cent."""
    return f"{number(value, decimals)} %" if value is not None else ""


@register.filter
def on_day(url, as_on):
    """The address with the day looked at, when that is not today."""
    if not isinstance(as_on, AsOn) or as_on.is_today:
        return url
    return with_day(url, f"{as_on.day:%d/%m/%Y}")


@register.filter
def is_choice_list(field) -> bool:
    """Whether a bound field is drawn as several boxes: they stand under one drop-down."""
    return bool(getattr(field.field.widget, "allow_multiple_selected", False))


@register.filter
def is_tick(field) -> bool:
    """Whether a bound field is one box to tick: its label stands behind it."""
    return getattr(field.field.widget, "input_type", "") == "checkbox" and not is_choice_list(field)


@register.filter
def is_choice_group(field) -> bool:
    """Radio buttons or several boxes: they have a legend, not a label."""
    return getattr(field.field.widget, "use_fieldset", False)
