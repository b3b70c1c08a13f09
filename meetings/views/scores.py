"""Scoring a meeting as a whole: taken from the record, the rest in full, or taken back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from audit.services import VersionConflictError
from meetings import services
from meetings.views.base import read_page_to_keep, sentences, show, url_of
from partyunit.views import content_required


@content_required
@require_POST
def score(request, pk: int) -> HttpResponse:
    """The button says how: `record`, `rest` or `none`."""
    page = read_page_to_keep(request, pk)
    meeting, by = page.meeting, request.user
    acts = {
        "record": lambda: services.score_from_record(meeting=meeting, on=page.day, by=by),
        "rest": lambda: services.score_the_rest(meeting=meeting, by=by),
        "none": lambda: services.take_score_back(meeting=meeting, by=by),
    }
    how = request.POST.get("how", "")
    if how not in acts:
        raise Http404
    try:
        acts[how]()
    except (ValidationError, VersionConflictError) as error:
        return show(request, page, status=409, refused=sentences(error))
    if how == "none":
        messages.success(request, _("Đã bỏ chấm điểm cuộc họp này."))
    return redirect(url_of(page, "close-score"))
