"""The page of a piece of work: how far it is, what came of it, and how to stop it or start it again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from jobs.models import Job
from jobs.services import cancel, retry
from jobs.showing import show

PROGRESS = "partyunit/components/job_status.html"  # what the tag of that name draws


@require_safe
@never_cache
def job_detail(request, pk: int):
    """The whole page, or for htmx only the part that changes; the end of the work reloads the page."""
    job = _get_job(request, pk)
    shown = show(job)
    if request.htmx:
        if not job.is_open:
            return HttpResponseClientRefresh()
        return render(request, PROGRESS, {"job": job, "shown": shown})
    context = {
        "object": job,
        "job": job,
        "shown": shown,
        "heading": shown.title,
        "may_change": job.may_be_changed_by(request.user),
        "sees_detail": request.user.access.administers,
    }
    return render(request, "jobs/detail.html", context)


@require_POST
def cancel_job(request, pk: int):
    job = _get_changeable_job(request, pk)
    return _act(request, job, act=cancel, success=_("Đã dừng việc này."))


@require_POST
def retry_job(request, pk: int):
    job = _get_changeable_job(request, pk)
    return _act(request, job, act=retry, success=_("Đã xếp việc này vào hàng chờ lần nữa."))


def _act(request, job: Job, *, act, success: str):
    try:
        act(job, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, success)
    return redirect("jobs:detail", pk=job.pk)


def _get_job(request, pk: int) -> Job:
    visible = Job.objects.visible_to(request.user).select_related("requested_by")
    return get_object_or_404(visible, pk=pk)


def _get_changeable_job(request, pk: int) -> Job:
    job = _get_job(request, pk)
    if not job.may_be_changed_by(request.user):
        raise PermissionDenied
    return job
