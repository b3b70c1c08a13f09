"""Whose figures an account is shown: the committee's to its readers, the own cell's to its leaders."""

import datetime as dt

from django.http import Http404
from django.shortcuts import get_object_or_404

from cells.models import Cell, Committee
from reports.figures import Scope


def cells_of(request, day: dt.date):
    """The cells an account may ask for, called as on the day."""
    cells = Cell.objects.visible_to(request.user).valid().select_related("committee")
    return cells.with_name_on(day)


def scope_of(request, day: dt.date) -> Scope:
    """The cell asked for by `?cell=`, else the committee one reads, else the first cell one leads.

    Raises Http404 for what is out of sight.
    """
    cells, access = cells_of(request, day), request.user.access
    asked = request.GET.get("cell", "").strip()
    if asked:
        if not (asked.isascii() and asked.isdigit()) or len(asked) > 18:
            raise Http404
        cell = get_object_or_404(cells, pk=int(asked))
        return Scope(cell.committee, cell, named_on=day)
    if access.reads_committees:
        readable = Committee.objects.valid().filter(pk__in=access.read_committee_ids)
        committee = readable.order_by("pk").first()
        if committee is None:
            raise Http404
        return Scope(committee, named_on=day)
    cell = cells.order_by("position", "pk").first()
    if cell is None:
        raise Http404
    return Scope(cell.committee, cell, named_on=day)
