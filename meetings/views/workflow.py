"""The way of a meeting: called off, submitted, returned, approved, supplemented."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from audit.services import VersionConflictError
from meetings import rights, services
from meetings.forms import AddendumForm, CallOffForm, RemarkForm
from meetings.models import Meeting
from meetings.views.base import read_page, read_page_to_keep, sentences, show, url_of
from meetings.views.before import Before
from partyunit.forms import add_service_errors
from partyunit.views import content_required


@content_required
@require_POST
def submit(request, pk: int) -> HttpResponse:
    page = read_page_to_keep(request, pk)
    before = Before.of(page.meeting)
    try:
        services.submit_minutes(meeting=page.meeting, on=request.program_day, by=request.user)
    except (ValidationError, VersionConflictError) as error:
        return show(request, page, status=409, refused=sentences(error))
    before.tell_turned(request, page.meeting)
    messages.success(request, _("Đã trình biên bản; người chủ trì sẽ duyệt."))
    return redirect(url_of(page))


@content_required
@require_POST
def approve(request, pk: int) -> HttpResponse:
    page = read_page(request, pk)
    if page.minutes is None or not rights.may_approve(request.user, page.meeting):
        raise PermissionDenied
    try:
        services.approve_minutes(minutes=page.minutes, on=request.program_day, by=request.user)
    except (ValidationError, VersionConflictError) as error:
        return show(request, page, status=409, refused=sentences(error))
    messages.success(request, _("Đã duyệt biên bản; từ nay nội dung không thay đổi nữa."))
    return redirect(url_of(page))


@content_required
@require_POST
def return_with_remark(request, pk: int) -> HttpResponse:
    page = read_page(request, pk)
    if page.minutes is None or not rights.may_return(request.user, page.meeting):
        raise PermissionDenied
    return _by_form(
        request,
        page,
        RemarkForm(request.POST, places=page.places),
        name="remark_form",
        action=lambda data: services.return_minutes(
            minutes=page.minutes,
            remark=data["return_remark"],
            anchor=data["return_anchor"],
            by=request.user,
        ),
        told=_("Đã trả lại biên bản kèm ý kiến."),
        is_shown=page.may_return,
    )


@content_required
@require_POST
def add_addendum(request, pk: int) -> HttpResponse:
    page = read_page(request, pk)
    if page.minutes is None or not rights.may_supplement(request.user, page.meeting):
        raise PermissionDenied
    return _by_form(
        request,
        page,
        AddendumForm(request.POST),
        name="addendum_form",
        action=lambda data: services.add_addendum(
            minutes=page.minutes, text=data["text"], on=request.program_day, by=request.user
        ),
        told=_("Đã ghi bổ sung vào biên bản."),
        is_shown=page.may_supplement,
    )


@content_required
@require_POST
def call_off(request, pk: int) -> HttpResponse:
    """Postpones the meeting, or records that it does not take place; the button says which."""
    page = read_page_to_keep(request, pk)
    service = (
        services.postpone_meeting
        if request.POST.get("how") == "postponed"
        else services.call_off_meeting
    )
    return _by_form(
        request,
        page,
        CallOffForm(request.POST),
        name="call_off_form",
        action=lambda data: service(
            meeting=page.meeting, reason=data["state_reason"], by=request.user
        ),
        told=_("Đã ghi vào sổ."),
        is_shown=page.may_edit and page.meeting.state == Meeting.State.PLANNED,
    )


@content_required
@require_POST
def plan_again(request, pk: int) -> HttpResponse:
    """Takes a postponement or cancellation back."""
    page = read_page_to_keep(request, pk)
    try:
        services.plan_again(meeting=page.meeting, by=request.user)
    except ValidationError as error:
        return show(request, page, status=409, refused=sentences(error))
    messages.success(request, _("Cuộc họp lại là dự kiến."))
    return redirect(url_of(page))


def _by_form(request, page, form, *, name: str, action, told: str, is_shown: bool) -> HttpResponse:
    """Runs the action with the form's values, or shows the page with the form sent back.

    `is_shown`: the page has that form now; else its sentences stand at the top.
    """
    if form.is_valid():
        try:
            action(form.cleaned_data)
        except ValidationError as error:
            add_service_errors(form, error)
        else:
            messages.success(request, told)
            return redirect(url_of(page))
    beside = [] if is_shown else [error for field in form for error in field.errors]
    refused = [*form.non_field_errors(), *beside]
    return show(request, page, status=422, refused=refused, **{name: form})
