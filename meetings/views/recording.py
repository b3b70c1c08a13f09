"""Typing a meeting: each row posts on its own and is answered on its own.

A plain form is answered with a redirect to its place on the page, or with the page again and
what was typed. With htmx a change is saved quietly (nothing is swapped under the writer's
hands, only the row's version, the counts and the time of saving), the button swaps the row.
"""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from audit.services import VersionConflictError
from meetings import services
from meetings.kinds import KINDS, REMOVABLE, Kind
from meetings.views.base import read_page, read_page_to_keep, show, url_of
from partyunit.forms import add_service_errors
from partyunit.views import content_required

SAVED, INVALID, CONFLICT = "saved", "invalid", "conflict"
STATUS = {INVALID: 422, CONFLICT: 409}


@content_required
@require_POST
def save_row(request, pk: int, kind: str) -> HttpResponse:
    page = read_page_to_keep(request, pk)
    if kind not in KINDS:
        raise Http404
    data = _data(request)
    form = KINDS[kind].bind(page, data, row=_stored(KINDS[kind], page, data))
    outcome = _attempt(KINDS[kind], page, form, by=request.user)
    if request.htmx:
        return _answer_htmx(request, pk, KINDS[kind], form, outcome)
    if outcome == SAVED:
        return redirect(url_of(page, f"row-{form.row_uid}"))
    page.bound = form
    return show(request, page, status=STATUS[outcome])


def _data(request):
    """What was sent; «keep mine» after a conflict answers to the version just shown."""
    data = request.POST.copy()
    over = data.get("over", "")
    if ":" in over:
        data["uid"], data["version"] = over.split(":", 1)
    return data


def _stored(kind: Kind, page, data):
    """The row of that uid as it is stored, or None for one not stored yet."""
    if kind.form_class is KINDS["course"].form_class:
        return page.meeting
    field = kind.form_class.base_fields["uid"]
    try:
        return kind.form_class.model.objects.filter(uid=field.clean(data.get("uid"))).first()
    except ValidationError:
        return None


def _attempt(kind: Kind, page, form, *, by) -> str:
    if not form.is_valid():
        return INVALID
    try:
        form.row = kind.save(page, form, by=by)
    except VersionConflictError as error:
        form.conflict = error.current
        return CONFLICT
    except ValidationError as error:
        add_service_errors(form, error)
        return INVALID
    return SAVED


def _answer_htmx(request, pk: int, kind: Kind, form, outcome: str) -> HttpResponse:
    page = read_page(request, pk)
    is_asked = bool(request.POST.get("save") or request.POST.get("over"))
    context = {"page": page, "meeting": page.meeting, "form": form, "outcome": outcome}
    if not is_asked or outcome == CONFLICT or not page.may_edit:
        if outcome == INVALID and not form.non_field_errors():
            return HttpResponse(status=204)  # half typed: it stays in the window
        return render(request, "meetings/parts/quiet.html", context)
    if outcome == SAVED:
        context["form"] = _fresh(kind, page, form)
        context["blank"] = _blank(kind, page, form) if not form.read_version else None
    response = render(
        request, "meetings/parts/swapped.html", {**context, "template": kind.template}
    )
    response["HX-Reswap"] = "outerHTML"
    response["HX-Retarget"] = f"#row-{form.row_uid}"
    return response


def _fresh(kind: Kind, page, form):
    """The saved row's form, drawn anew."""
    if kind is KINDS["agenda"]:
        return next(f for f in page.agenda_forms if f.row.pk == form.row.pk)
    people = getattr(page, kind.people) if kind.people else ()
    fresh = kind.form_class(row=form.row, people=people, uid=form.row_uid)
    fresh.item_uid = form.item_uid
    if kind is KINDS["attendance"]:
        fresh.row = next(row for row in page.roll if row.pk == form.row.pk)
    if kind is KINDS["section"]:
        fresh.heading = form.row.get_part_display()
    return fresh


def _blank(kind: Kind, page, form):
    """The empty form for the next row of the kind."""
    if kind is KINDS["opinion"]:
        item = next(f for f in page.agenda_forms if str(f.row.uid) == form.item_uid)
        return item.new_opinion
    return getattr(page, kind.blank) if kind.blank else None


@content_required
@require_POST
def remove_row(request, pk: int, kind: str, uid) -> HttpResponse:
    """Takes a guest, a point, an opinion or a task off the draft."""
    page = read_page_to_keep(request, pk)
    if kind not in REMOVABLE:
        raise Http404
    row = KINDS[kind].form_class.model.objects.valid().filter(uid=uid).first()
    if row is None or services.rows.meeting_of(row).pk != page.meeting.pk:
        raise Http404
    try:
        services.remove_row(row, version=_version(request), by=request.user)
    except (ValidationError, VersionConflictError) as error:
        return show(request, page, status=409, refused=_sentences(error))
    return redirect(url_of(page, KINDS[kind].anchor))


def _version(request) -> int:
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() else 0


def _sentences(error) -> list[str]:
    return error.messages if isinstance(error, ValidationError) else [str(error)]


@content_required
@require_POST
def move_agenda_item(request, pk: int, uid) -> HttpResponse:
    page = read_page_to_keep(request, pk)
    item = page.meeting.agenda.valid().filter(uid=uid).first()
    if item is None:
        raise Http404
    return _act(
        request,
        page,
        lambda: services.move_agenda_item(
            item, up=request.POST.get("way") == "up", by=request.user
        ),
        anchor=f"row-{item.uid}",
    )


@content_required
@require_POST
def open_roll(request, pk: int) -> HttpResponse:
    page = read_page_to_keep(request, pk)
    return _act(
        request,
        page,
        lambda: services.open_roll(meeting=page.meeting, by=request.user),
        anchor="roll",
    )


@content_required
@require_POST
def mark_everyone_present(request, pk: int) -> HttpResponse:
    """One button: opens the roll when that has not been done, then everyone came."""
    page = read_page_to_keep(request, pk)

    def everyone():
        services.open_roll(meeting=page.meeting, by=request.user)
        services.mark_everyone_present(meeting=page.meeting, by=request.user)

    return _act(request, page, everyone, anchor="roll")


def _act(request, page, action, *, anchor: str) -> HttpResponse:
    """Does it and returns to its place on the page, or shows why it was refused."""
    try:
        action()
    except (ValidationError, VersionConflictError) as error:
        return show(request, page, status=409, refused=_sentences(error))
    return redirect(url_of(page, anchor))
