"""Taking in spreadsheets of members. Officers only."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from audit import services as audit
from audit.views import ActionFormView, RecordDetailView, RecordListView
from cells.models import Committee
from jobs.showing import show
from members.forms.importing import ConfirmForm, ImportMappingForm, ImportUploadForm
from members.importing import batches, showing
from members.importing.error_sheet import error_sheet_of, has_error_sheet
from members.importing.rows import ImportRefusedError
from members.models import ImportBatch
from members.rights import check_has_content, check_may_write
from partyunit.forms import ReasonForm
from partyunit.sheets import send_sheet
from partyunit.text import fold

PAGE = 50  # rows of a batch on one page


def trail(*more) -> list:
    return [
        (_("Đảng viên"), reverse("members:list")),
        (_("Nhập từ tệp"), reverse("members:imports")),
        *more,
    ]


class ImportListView(RecordListView):
    """Every file that was taken in, the newest first."""

    model = ImportBatch
    heading = gettext_lazy("Nhập đảng viên từ tệp")
    unit = gettext_lazy("tệp")
    columns = showing.IMPORT_COLUMNS
    default_sort = "-at"
    takes_day = False
    empty_heading = gettext_lazy("Chưa nhập tệp nào")
    empty_text = gettext_lazy(
        "Bấm «Tải tệp lên»; chưa có gì được ghi cho đến khi đồng chí xác nhận."
    )

    def check_role(self):
        super().check_role()
        check_may_write(self.request.user)

    def get_records(self):
        batches = super().get_records().valid().select_related("uploaded_by", "job")
        return batches.filter(committee__in=self.request.user.access.write_committee_ids)

    def get_trail(self):
        return trail()[:1]

    def get_action(self):
        return (_("Tải tệp lên"), reverse("members:import_upload"))


class ImportUploadView(ActionFormView):
    """Takes in a file; what it would change is shown before anything is written."""

    form_class = ImportUploadForm
    heading = gettext_lazy("Tải tệp đảng viên lên")
    submit_label = gettext_lazy("Đọc tệp")

    def check_right(self):
        check_may_write(self.request.user)

    def get_lead(self):
        return _("Chương trình đọc tệp, đối chiếu với sổ và cho xem trước; chưa ghi gì vào sổ.")

    def get_initial(self):
        return {"as_on": self.request.program_day}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def perform(self, form):
        ids = self.request.user.access.write_committee_ids
        asked = form.cleaned_data
        cell = asked["cell"]
        committee = cell.committee if cell else Committee.objects.filter(pk__in=ids).first()
        return batches.upload_batch(
            committee=committee,
            file=asked["file"],
            as_on=asked["as_on"],
            default_cell=cell,
            recorded_on=self.request.program_day,
            by=self.request.user,
        )

    def get_trail(self):
        return trail()

    def get_cancel_url(self):
        return reverse("members:imports")


class ImportBatchView(RecordDetailView):
    """What a file would change, or did: its progress, its rows, its columns."""

    model = ImportBatch
    template_name = "members/importing/batch.html"
    takes_day = False

    def check_role(self):
        super().check_role()
        batch = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        check_may_write(self.request.user, batch.committee_id)

    def get_queryset(self):
        return super().get_queryset().select_related("job", "uploaded_by", "default_cell")

    def get_trail(self):
        return trail()

    def get_lead(self):
        return showing.lead_of(self.object)

    def get_action(self):
        batch = self.object
        if batch.is_working:
            return None
        if batch.state == ImportBatch.State.ASKING:
            return (_("Trả lời để đối chiếu"), self.url("import_mapping"))
        is_ready = batch.state == ImportBatch.State.READY
        if is_ready and (batch.counts.get("new") or batch.counts.get("changed")):
            return (_("Xác nhận ghi vào sổ"), self.url("import_confirm"))
        return None

    def get_links(self):
        batch = self.object
        if batch.is_working:
            return []
        links = []
        if batch.state in (ImportBatch.State.READY, ImportBatch.State.ASKING):
            links.append((_("Sửa cách hiểu các cột"), self.url("import_mapping")))
        if has_error_sheet(batch):
            links.append((_("Tải các dòng lỗi, XLSX"), self.url("import_errors")))
        if batch.is_open:
            links.append((_("Bỏ tệp này"), self.url("import_drop")))
        if batch.state == ImportBatch.State.APPLIED:
            links.append((_("Hoàn lại đợt nhập"), self.url("import_undo")))
        return links

    def url(self, name: str) -> str:
        return reverse(f"members:{name}", args=[self.object.pk])

    def get_context_data(self, **kwargs):
        batch = self.object
        tab, tabs = showing.tabs_of(batch, self.request.GET.get("tab", ""))
        page = Paginator(showing.rows_of(batch, tab), PAGE).get_page(self.request.GET.get("page"))
        rows = [showing.show_row(row, shows_numbers=batch.is_open) for row in page]
        return super().get_context_data(
            batch=batch,
            other_sheets=showing.other_sheets(batch),
            answers=showing.answers_given(batch),
            questions=showing.open_questions(batch) if batch.is_open else [],
            shown=show(batch.job) if batch.job and batch.job.state != "done" else None,
            tab=tab,
            tabs=tabs,
            page=page,
            rows=rows,
            **kwargs,
        )


class OfBatchMixin:
    """A page in front of one act on a batch: seen by readers, done by officers.

    `states` are those in which the act can be done; opened at another time the page leads back
    to the batch, which says where it stands.
    """

    states: tuple[str, ...] = ()

    def prepare(self):
        check_has_content(self.request.user)
        visible = ImportBatch.objects.visible_to(self.request.user).valid()
        self.batch = get_object_or_404(visible.select_related("job"), pk=self.kwargs["pk"])

    def check_right(self):
        check_may_write(self.request.user, self.batch.committee_id)

    def check_act(self):
        """Raises ValidationError where the act cannot be done now."""
        batches.check_state(self.batch, *self.states)

    def get(self, request, *args, **kwargs):
        try:
            self.check_act()
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(self.batch.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def get_lead(self):
        return self.batch.file_name

    def get_trail(self):
        return trail((self.batch.file_name, self.batch.get_absolute_url()))

    def get_cancel_url(self):
        return self.batch.get_absolute_url()

    def get_success_url(self):
        return self.batch.get_absolute_url()


class ImportMappingView(OfBatchMixin, ActionFormView):
    """Looks over and corrects how the columns are understood; answers what the file leaves open."""

    form_class = ImportMappingForm
    template_name = "members/importing/mapping.html"
    states = (ImportBatch.State.ASKING, ImportBatch.State.READY)
    heading = gettext_lazy("Các cột của tệp")
    submit_label = gettext_lazy("Đối chiếu với sổ")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "batch": self.batch}

    def perform(self, form):
        return batches.understand_batch(
            batch=self.batch,
            mapping=form.mapping,
            answers=form.answers,
            on=self.request.program_day,
            by=self.request.user,
        )


class ImportConfirmView(OfBatchMixin, ActionFormView):
    """Names what will be written, then writes it."""

    states = (ImportBatch.State.READY,)
    form_class = ConfirmForm
    heading = gettext_lazy("Ghi đợt nhập vào sổ")
    submit_label = gettext_lazy("Xác nhận, ghi vào sổ")

    def check_act(self):
        super().check_act()
        batches.check_worth_writing(self.batch)

    def get_initial(self):
        return {"version": self.batch.version}

    def get_effects(self):
        counts = self.batch.counts
        effects = [
            _("%(count)s người mới được ghi vào sổ, ở chi bộ từ ngày %(day)s.")
            % {"count": counts.get("new", 0), "day": f"{self.batch.as_on:%d/%m/%Y}"},
            _("%(count)s đồng chí trong sổ được sửa như bản xem trước; nhật ký giữ cả cũ và mới.")
            % {"count": counts.get("changed", 0)},
        ]
        if counts.get("error"):
            effects.append(
                _(
                    "%(count)s dòng lỗi không ghi; bảng các dòng ấy còn tải được trong %(days)s ngày."
                )
                % {"count": counts["error"], "days": batches.KEPT_DAYS}
            )
        also = (showing.closed_meetings(self.batch), showing.other_sheets(self.batch))
        return [
            *effects,
            *filter(None, also),
            _("Tất cả cùng ghi, hoặc không dòng nào; chưa ai sửa thêm thì hoàn lại được cả đợt."),
        ]

    def perform(self, form):
        return batches.confirm_batch(
            batch=self.batch,
            version=form.cleaned_data["version"],
            on=self.request.program_day,
            by=self.request.user,
        )


class ImportUndoView(OfBatchMixin, ActionFormView):
    """Takes everything the batch wrote back, with a reason."""

    states = (ImportBatch.State.APPLIED,)
    form_class = ReasonForm
    heading = gettext_lazy("Hoàn lại đợt nhập")
    submit_label = gettext_lazy("Hoàn lại cả đợt")

    def get_initial(self):
        return {"version": self.batch.version}

    def get_effects(self):
        return [
            _("Người mới của đợt này bị hủy khỏi sổ, thay đổi trở lại như cũ."),
            _(
                "Nếu sau đó đã có người sửa, hoặc đã điểm danh, khen thưởng, thì không có gì thay đổi."
            ),
        ]

    def perform(self, form):
        return batches.undo_batch(
            batch=self.batch,
            reason=form.cleaned_data["reason"],
            on=self.request.program_day,
            by=self.request.user,
        )


class ImportDropView(OfBatchMixin, ActionFormView):
    """Lets a file go that was never written."""

    states = ImportBatch.OPEN
    form_class = ConfirmForm
    heading = gettext_lazy("Bỏ tệp này")
    submit_label = gettext_lazy("Bỏ tệp")
    success_message = gettext_lazy("Đã bỏ tệp; không có gì được ghi vào sổ.")

    def get_initial(self):
        return {"version": self.batch.version}

    def get_effects(self):
        return [_("Tệp và kết quả đối chiếu bị xóa; sổ giữ nguyên.")]

    def perform(self, form):
        return batches.drop_batch(batch=self.batch, by=self.request.user)


@require_safe
def import_errors(request, pk: int):
    """The bad rows as a sheet to correct and upload again; who took it is in the journal."""
    batch = _batch(request, pk)
    if batch.is_working or not has_error_sheet(batch):
        raise Http404
    try:
        content = error_sheet_of(batch)
    except ImportRefusedError as refusal:
        messages.error(request, str(refusal))
        return redirect(batch.get_absolute_url())
    audit.log(
        action="members.import_errors",
        by=request.user,
        obj=batch,
        after={"rows": batch.counts["error"]},
    )
    stem = slugify(fold(batch.file_name.rpartition(".")[0]))
    return send_sheet(content, f"dong-loi-{stem}.xlsx")


@require_POST
def import_again(request, pk: int):
    """Compares the file with the register as it stands now."""
    batch = _batch(request, pk)
    try:
        batches.look_again(batch=batch, on=request.program_day, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(batch.get_absolute_url())


@require_POST
def import_sheet(request, pk: int):
    """Takes another sheet of the workbook."""
    batch, sheet = _batch(request, pk), request.POST.get("sheet", "")
    try:
        batches.choose_sheet(batch=batch, sheet=sheet, on=request.program_day, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(batch.get_absolute_url())


@require_POST
def import_sheets(request, pk: int):
    """Opens a batch of its own for each other sheet of the workbook."""
    batch = _batch(request, pk)
    try:
        opened = batches.open_other_sheets(batch=batch, on=request.program_day, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(batch.get_absolute_url())
    sheets = {"sheets": ", ".join(one.sheet for one in opened)}
    messages.success(request, _("Đã mở đợt nhập riêng cho các trang: %(sheets)s.") % sheets)
    return redirect("members:imports")


def _batch(request, pk: int) -> ImportBatch:
    check_has_content(request.user)
    visible = ImportBatch.objects.visible_to(request.user).valid().select_related("job")
    batch = get_object_or_404(visible, pk=pk)
    check_may_write(request.user, batch.committee_id)
    return batch
