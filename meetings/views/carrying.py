"""The way without a line: a printed roll and form, and a workbook carried there and back on a stick."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from audit import services as audit
from documents.papers.pdf import MissingPrinterError
from meetings.models import Meeting
from meetings.page.blank_form import name_of_form, write_form
from meetings.services.guard import check_open
from meetings.views.base import heading_of, read_page_to_keep, sentences, show, url_of
from meetings.workbook import lines, taking
from meetings.workbook.reading import Brought, dump, load, read_workbook
from meetings.workbook.writing import write_workbook
from members.importing.rows import ImportRefusedError
from partyunit.forms import BaseForm
from partyunit.sheets import send_sheet
from partyunit.views import content_required, send_file

SALT = "meetings.workbook"


class BringForm(BaseForm):
    """The workbook that was filled in."""

    file = forms.FileField(
        label=gettext_lazy("Bảng tính đã ghi"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls"}),
        help_text=gettext_lazy("Tệp lấy từ trang cuộc họp này, đã ghi và lưu lại."),
        error_messages={"empty": gettext_lazy("Tệp rỗng.")},
    )


@require_safe
@content_required
def form_pdf(request, pk: int) -> HttpResponse:
    """The roll and form to fill in by hand, for whoever keeps the meeting."""
    page = read_page_to_keep(request, pk)
    try:
        data = write_form(page).data
    except MissingPrinterError as error:
        return show(request, page, status=503, refused=[str(error)])
    audit.log(action="meetings.form.print", by=request.user, obj=page.meeting)
    return send_file(data, f"{name_of_form(page.meeting)}.pdf", kind="application/pdf")


@require_safe
@content_required
def workbook(request, pk: int) -> HttpResponse:
    """The meeting as a workbook to fill in elsewhere."""
    page = read_page_to_keep(request, pk)
    try:
        check_open(page.meeting)
    except ValidationError as error:
        return show(request, page, status=409, refused=sentences(error))
    data = write_workbook(page)
    audit.log(action="meetings.workbook.export", by=request.user, obj=page.meeting)
    return send_sheet(data, f"{name_of_form(page.meeting)}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@content_required
def bring(request, pk: int) -> HttpResponse:
    """A filled workbook: chosen, shown, confirmed. What it says travels with the page, so that no file is kept."""
    page = read_page_to_keep(request, pk)
    try:
        check_open(page.meeting)
        if request.method != "POST":
            return _ask(request, page, BringForm())
        return _confirm(request, page) if "content" in request.POST else _receive(request, page)
    except ValidationError as error:
        return show(request, page, status=409, refused=sentences(error))


def _ask(request, page, form, *, status: int = 200) -> HttpResponse:
    trail = [*heading_of(page)["trail"], (page.meeting.title, url_of(page))]
    context = {
        "heading": _("Nhận bảng tính đã ghi"),
        "lead": _("Chương trình cho xem trước; chưa ghi gì vào sổ khi chưa xác nhận."),
        "trail": trail,
        "form": form,
        "submit_label": _("Xem trước"),
        "cancel_url": url_of(page, "prepare"),
    }
    return render(request, "base_form.html", context, status=status)


def _receive(request, page) -> HttpResponse:
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, page, form, status=422)
    file = form.cleaned_data["file"]
    try:
        brought = read_workbook(file, name=file.name)
        _check_meeting(brought, page.meeting)
    except ImportRefusedError as refusal:
        form.add_error("file", str(refusal))
        return _ask(request, page, form, status=422)
    content = Content(brought, file.name)
    return _show(request, page, content, taking.preview(brought, page=page))


def _check_meeting(brought: Brought, meeting: Meeting) -> None:
    if brought.meeting_id != meeting.pk:
        other = Meeting.objects.filter(pk=brought.meeting_id, cell=meeting.cell).first()
        sentence = _("Bảng tính này là của cuộc họp khác%(which)s; hãy mở đúng trang cuộc họp ấy.")
        which = f" ({other})" if other and meeting.cell_id else ""
        raise ImportRefusedError(sentence % {"which": which})


@dataclass(frozen=True)
class Content:
    """What a file says and its name, signed for the way through the browser."""

    brought: Brought
    name: str

    def sealed(self, page) -> str:
        told = [dump(self.brought), self.name]
        return signing.dumps(told, salt=f"{SALT}.{page.meeting.pk}", compress=True)

    @classmethod
    def opened(cls, text: str, page) -> "Content":
        brought, name = signing.loads(text, salt=f"{SALT}.{page.meeting.pk}")
        return cls(load(brought), name)


def _confirm(request, page) -> HttpResponse:
    try:
        content = Content.opened(request.POST["content"], page)
    except signing.BadSignature:
        form = BringForm({}, {})
        form.add_error(None, _("Nội dung gửi lên không còn nguyên; hãy chọn lại tệp."))
        return _ask(request, page, form, status=422)
    seal = request.POST.get("seal", "")
    taken = taking.take_in(
        content.brought, page=page, choices=_choices(request), seal=seal, name=content.name
    )
    if not taken.is_written:
        told = _why_not(taken, seal)
        return _show(request, page, content, taken, refused=[told], status=409)
    if taken.of(lines.WRONG) or taken.remarks:
        return _show(request, page, content, taken, done=_what_was_written(taken))
    messages.success(request, _what_was_written(taken))
    return redirect(url_of(page))


def _choices(request) -> dict[str, str]:
    """What was chosen at each conflict."""
    chosen = (pair for pair in request.POST.items() if pair[0].startswith("choice:"))
    return {name.removeprefix("choice:"): value for name, value in chosen}


def _what_was_written(taken: lines.Taken) -> str:
    count = taken.count[lines.NEW] + taken.count[lines.CHANGED]
    return ngettext(
        "Đã ghi %(count)s dòng từ bảng tính.", "Đã ghi %(count)s dòng từ bảng tính.", count
    ) % {"count": count}


def _why_not(taken: lines.Taken, seal: str) -> str:
    if taken.seal != seal:
        return _(
            "Những dòng sẽ ghi đã khác lúc xem trước, vì sổ vừa thay đổi hoặc vì bản vừa chọn; "
            "hãy xem lại rồi xác nhận."
        )
    return _("Hãy chọn cho từng dòng mà cả sổ và tệp cùng thay đổi.")


def _show(request, page, content: Content, taken: lines.Taken, *, status: int = 200, **context):
    trail = [*heading_of(page)["trail"], (page.meeting.title, url_of(page))]
    is_done = "done" in context
    context |= {
        "heading": _("Nhận bảng tính đã ghi") if is_done else _("Bảng tính đã ghi: xem trước"),
        "trail": trail,
        "page": page,
        "meeting": page.meeting,
        "name": content.name,
        "taken": taken,
        "lines": lines.grouped(taken),
        "content": content.sealed(page),
    }
    return render(request, "meetings/brought.html", context, status=status)
