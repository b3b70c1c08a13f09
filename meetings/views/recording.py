"""Typing a meeting: each row posts on its own and is answered on its own.

A plain form is answered with a redirect to its place on the page, or with the page again and
what was typed. With htmx a change is saved quietly (nothing is swapped under the writer's
hands, only the row's version, the counts and the time of saving), the button swaps the row.
The `saved` event tells the window that a row is stored; without it the window says so.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from audit.services import VersionConflictError
from meetings import services
from meetings.page.kinds import KINDS, Kind
from meetings.views.base import read_page, read_page_to_keep, sentences, show, url_of
from meetings.views.before import Before
from partyunit.forms import add_service_errors
from partyunit.views import content_required

SAVED, INVALID, CONFLICT = "saved", "invalid", "conflict"
STATUS = {INVALID: 422, CONFLICT: 409}


@content_required
@require_POST
def save_row(request, pk: int, kind: str) -> HttpResponse:
    """Stores one row; `take` throws away what was typed in favour of what is stored."""
    page = read_page_to_keep(request, pk)
    if kind not in KINDS:
        raise Http404
    if _is_of_another_account(request):
        return HttpResponse(status=401)
    form = KINDS[kind].bind(page, request.POST)
    if "take" in request.POST:
        return _take_stored(request, page, KINDS[kind], form)
    before = Before.of(page.meeting)
    outcome = _attempt(KINDS[kind], page, form, by=request.user)
    if request.htmx:
        return _answer_htmx(request, KINDS[kind], form, outcome, before=before)
    if outcome == SAVED:
        if KINDS[kind].moves_votes:
            before.tell_turned(request, page.meeting)
        return redirect(url_of(page, f"row-{form.row_uid}"))
    page = read_page(request, pk)
    page.bound = form
    page.is_stray = not any(one is form for one in KINDS[kind].forms(page))
    return show(request, page, status=STATUS[outcome])


def _is_of_another_account(request) -> bool:
    """The page was drawn for someone else, who left it open: their words are not stored as another's."""
    return request.headers.get("X-Account", request.user.mark) != request.user.mark


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


def _answer_htmx(request, kind: Kind, form, outcome: str, *, before: Before) -> HttpResponse:
    page = read_page(request, request.resolver_match.kwargs["pk"])
    if page.meeting.meets_on != before.day:  # another day has other people: the page is drawn anew
        return _told(HttpResponse(status=204), is_saved=True, event="saved, stale")
    if kind.moves_votes:
        page.told_votes = before.turned(page.meeting)
    is_asked = bool(request.POST.get("save") or request.POST.get("over"))
    if outcome == SAVED:
        drawn = kind.drawn(page, form.row) if is_asked and page.may_edit else None
    else:
        page.bound = form
        is_placed = is_asked and outcome == INVALID and page.may_edit
        drawn = form if is_placed and any(one is form for one in kind.forms(page)) else None
    if drawn is not None:
        return _swap(request, page, kind, sent=form, drawn=drawn, is_saved=outcome == SAVED)
    if outcome == INVALID and not form.refusals and not form.too_long:
        return HttpResponse(status=204)  # half typed: it stays in the window
    context = {"page": page, "meeting": page.meeting, "form": form, "outcome": outcome}
    context |= {"anchor": kind.anchor}
    return _told(render(request, "meetings/parts/quiet.html", context), outcome == SAVED)


def _take_stored(request, page, kind: Kind, form) -> HttpResponse:
    row = kind.find(page, request.POST["take"])
    drawn = kind.drawn(page, row) if row is not None else None
    if request.htmx:
        return _swap(request, page, kind, sent=form, drawn=drawn, is_saved=True)
    return redirect(url_of(page, f"row-{drawn.row_uid}" if drawn else kind.anchor))


def _swap(request, page, kind: Kind, *, sent, drawn, is_saved: bool) -> HttpResponse:
    """The row drawn anew in the place of the one sent; after a new one the next empty form.

    Whether the row was new tells the page that sent it: its first change may have stored it,
    and a page without a line has drawn the next one by itself.
    """
    is_next = is_saved and request.POST.get("new")
    blank = kind.blank(page, sent) if is_next else None
    if blank is not None:
        blank.take_cursor()
    context = {"page": page, "meeting": page.meeting, "drawn": drawn, "blank": blank}
    context |= {"template": kind.template, "anchor": kind.anchor, "is_saved": is_saved}
    response = render(request, "meetings/parts/swapped.html", context)
    response["HX-Reswap"] = "outerHTML"
    response["HX-Retarget"] = f"#row-{sent.row_uid}"
    return _told(response, is_saved)


def _told(response: HttpResponse, is_saved: bool, event: str = "saved") -> HttpResponse:
    if is_saved:
        response["HX-Trigger"] = event
    return response


@content_required
@require_POST
def remove_row(request, pk: int, kind: str, uid) -> HttpResponse:
    """Takes a guest, a point, an opinion or a task off the draft; one already gone stays so."""
    page = read_page_to_keep(request, pk)
    if kind not in KINDS or not KINDS[kind].is_removable:
        raise Http404
    row = KINDS[kind].find(page, uid)
    if row is None:
        raise Http404
    if row.is_voided:
        return redirect(url_of(page, KINDS[kind].anchor))
    return act(
        request,
        page,
        lambda: services.remove_row(row, version=version_sent(request), by=request.user),
        anchor=KINDS[kind].anchor,
    )


def version_sent(request) -> int:
    return version_of(request.POST.get("version", ""))


def version_of(text: str) -> int:
    """The version read; 0, which no row has, when it is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


@content_required
@require_POST
def move_agenda_item(request, pk: int, uid) -> HttpResponse:
    page = read_page_to_keep(request, pk)
    item = page.meeting.agenda.filter(uid=uid).first()
    if item is None:
        raise Http404
    if item.is_voided:
        return redirect(url_of(page, "agenda"))
    return act(
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
    """Opens the roll, or brings it in line with the people of the meeting's day."""
    page = read_page_to_keep(request, pk)
    return act(
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
    return act(
        request,
        page,
        lambda: services.mark_everyone_present(
            meeting=page.meeting, on=request.program_day, by=request.user
        ),
        anchor="roll",
    )


def act(request, page, action, *, anchor: str, told=None) -> HttpResponse:
    """Does it and returns to its place on the page, or shows why it was refused.

    `told` makes the sentence of what was done from what the action gave.
    """
    before = Before.of(page.meeting)
    try:
        done = action()
    except (ValidationError, VersionConflictError) as error:
        fresh = read_page(request, page.meeting.pk)
        return show(request, fresh, status=409, refused=sentences(error))
    if told is not None:
        messages.success(request, told(done))
    before.tell_turned(request, page.meeting)
    return redirect(url_of(page, anchor))
