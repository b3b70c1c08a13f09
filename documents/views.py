"""The register of papers: list, one paper, entering, issuing, correcting, voiding."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from audit import services as audit
from audit.views import (
    ActionFormView,
    RecordCreateView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    RecordVoidView,
)
from cells.models import Committee
from cells.querysets import cell_name_on
from documents import forms, services
from documents.filters import DocumentFilterSet
from documents.models import Document
from documents.tables import COLUMNS, issuer_text
from partyunit.templatetags.components import number
from partyunit.views import content_required

REFUSED = gettext_lazy("Chỉ cán bộ công tác Đảng ghi được sổ văn bản.")


def check_may_write(user, document: Document | None = None) -> None:
    """Records officers of the committee that keeps the register."""
    access = user.access
    if not (access.writes(document.register_id) if document else access.writes_committees):
        raise PermissionDenied(REFUSED)


def may_issue(user, document: Document) -> bool:
    """The committee's secretary gives numbers and days; drafts of our own only."""
    is_draft = document.issued_on is None and not document.is_voided
    return is_draft and user.access.approves(document.register_id)


def find(request, pk: int) -> Document:
    if not request.user.access.has_content:
        raise PermissionDenied(_("Tài khoản này không có vai trò xem nội dung."))
    papers = Document.objects.visible_to(request.user)
    return get_object_or_404(papers.select_related("committee", "cell", "term"), pk=pk)


class DocumentListView(RecordListView):
    """Papers dated up to the day; drafts when asked for."""

    model = Document
    heading = gettext_lazy("Văn bản")
    columns = COLUMNS
    filterset_class = DocumentFilterSet
    default_sort = "-issued"
    empty_heading = gettext_lazy("Chưa có văn bản nào đến ngày này")
    empty_text = gettext_lazy("Ghi văn bản của đảng bộ, hoặc văn bản của nơi khác.")

    def get_lead(self):
        count = number(self.listing.count)
        if self._asks_drafts():
            return _("%(count)s dự thảo") % {"count": count}
        return _("%(count)s văn bản ban hành đến ngày %(day)s") % {
            "count": count,
            "day": f"{self.on:%d/%m/%Y}",
        }

    def _asks_drafts(self) -> bool:
        return self.request.GET.get("state") == DocumentFilterSet.DRAFT

    def get_records(self):
        papers = Document.objects.visible_to(self.request.user).select_related("cell")
        papers = papers.annotate(cell_name=cell_name_on(self.on))
        if self._asks_drafts():
            return papers.drafts()
        return papers.dated_by(self.on)

    def get_links(self):
        if not self.request.user.access.writes_committees:
            return []
        return [(_("Ghi văn bản của nơi khác"), reverse("documents:register_outside"))]

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Thêm văn bản"), reverse("documents:register_own"))


class DocumentDetailView(RecordDetailView):
    """One paper, and the rows of the register that cite it."""

    model = Document
    template_name = "documents/detail.html"
    takes_day = False

    def get_queryset(self):
        return super().get_queryset().select_related("committee", "cell", "term", "register")

    def get_trail(self):
        return [(_("Văn bản"), reverse("documents:list"))]

    def get_lead(self):
        return self.object.summary

    def get_links(self):
        document, access = self.object, self.request.user.access
        if document.is_voided or not access.writes(document.register_id):
            return []
        if services.is_signed_paper(document):
            return []
        return [
            (_("Sửa"), reverse("documents:update", args=[document.pk])),
            (_("Hủy"), reverse("documents:void", args=[document.pk])),
        ]

    def get_action(self):
        if not may_issue(self.request.user, self.object):
            return None
        return (_("Ban hành"), reverse("documents:issue", args=[self.object.pk]))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            issuer=issuer_text(self.object), citing=self.citing(), **kwargs
        )

    def citing(self):
        """(what kind of row, the rows) for each room that cites this paper.

        A cell's leader sees the minutes and resolutions issued as it, nothing of the rest.
        """
        naming = self.object.rows_naming()
        if not self.request.user.access.reads(self.object.register_id):
            signed = services.ISSUED_AS
            naming = (rows for rows in naming if _called_from_here(rows.model) in signed)
        return [(rows.model._meta.verbose_name, _with_member(rows)) for rows in naming]


def _called_from_here(model) -> str:
    """How a paper calls the rows of that model which name it."""
    related = (one for one in Document._meta.related_objects if one.related_model is model)
    return next((one.get_accessor_name() or "" for one in related), "")


def _with_member(rows):
    names = {field.name for field in rows.model._meta.get_fields()}
    return rows.select_related("member") if "member" in names else rows


class NewPaperView(RecordCreateView):
    model = Document
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã ghi văn bản.")

    def check_right(self):
        check_may_write(self.request.user)

    def get_instance(self):
        ids = self.request.user.access.write_committee_ids
        return Document(register=Committee.objects.filter(pk__in=ids).first())

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_trail(self):
        return [(_("Văn bản"), reverse("documents:list"))]

    def get_cancel_url(self):
        return reverse("documents:list")


class RegisterOutsideView(NewPaperView):
    form_class = forms.OutsideForm
    heading = gettext_lazy("Văn bản của nơi khác")
    lead = gettext_lazy("Số và ngày ghi đúng như trên văn bản, không vào dãy số của đảng bộ.")

    def get_instance(self):
        document = super().get_instance()
        document.stance = Document.Stance.RECEIVED
        return document

    def store(self, form):
        return services.register_document(
            document=form.instance, recorded_on=self.request.program_day, by=self.request.user
        )


class RegisterOwnView(NewPaperView):
    form_class = forms.OwnForm
    heading = gettext_lazy("Văn bản của đảng bộ")
    lead = gettext_lazy("Dự thảo chưa có số; số và ngày được cấp khi ban hành.")

    def store(self, form):
        asked = {"recorded_on": self.request.program_day, "by": self.request.user}
        if not form.cleaned_data["sequence"]:
            return services.register_document(document=form.instance, **asked)
        return services.register_issued(
            document=form.instance,
            sequence=form.cleaned_data["sequence"],
            on=form.cleaned_data["issued_on"],
            **asked,
        )


class DocumentUpdateView(RecordUpdateView):
    """Corrects a typing mistake with its reason."""

    model = Document
    heading = gettext_lazy("Sửa văn bản")
    success_message = gettext_lazy("Đã sửa văn bản.")

    def check_right(self):
        check_may_write(self.request.user, self.object)

    def get_form_class(self):
        return forms.OutsideForm if self.object.outside_issuer else forms.OwnCorrectionForm

    def store(self, form):
        return services.correct_document(
            document=form.instance,
            by=self.request.user,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
        )

    def get_trail(self):
        return [
            (_("Văn bản"), reverse("documents:list")),
            (str(self.object), self.get_cancel_url()),
        ]

    def get_cancel_url(self):
        return self.object.get_absolute_url()


class IssueView(ActionFormView):
    """Gives a draft its number and day."""

    form_class = forms.IssueForm
    heading = gettext_lazy("Ban hành văn bản")
    submit_label = gettext_lazy("Ban hành")

    def prepare(self):
        self.document = find(self.request, self.kwargs["pk"])

    def check_right(self):
        if not may_issue(self.request.user, self.document):
            raise PermissionDenied(_("Chỉ Bí thư Đảng ủy ban hành được, và chỉ với dự thảo."))

    def get_initial(self):
        return {"issued_on": self.request.program_day}

    def get_lead(self):
        return self.document.summary

    def get_effects(self):
        return [
            _("Số tiếp theo của loại văn bản này trong nhiệm kỳ được cấp và không cấp lại."),
            _("Sau khi ban hành, số và ngày không sửa được nữa."),
        ]

    def perform(self, form):
        return services.issue_document(
            document=self.document,
            on=form.cleaned_data["issued_on"],
            recorded_on=self.request.program_day,
            by=self.request.user,
        )

    def get_success_message(self, saved):
        return _("Đã ban hành %(paper)s.") % {"paper": saved.citation}

    def get_cancel_url(self):
        return self.document.get_absolute_url()


class DocumentVoidView(RecordVoidView):
    """Voids a paper; a number once given stays used."""

    model = Document
    success_message = gettext_lazy("Đã hủy văn bản.")

    def prepare(self):
        self.object = find(self.request, self.kwargs["pk"])
        if self.object.is_voided:
            raise Http404

    def check_right(self):
        check_may_write(self.request.user, self.object)

    def get_effects(self):
        effects = super().get_effects()
        if self.object.sequence:
            effects.append(_("Số đã cấp không dùng lại cho văn bản khác."))
        return effects

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_document(
            document=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )

    def get_cancel_url(self):
        return self.object.get_absolute_url()


@require_safe
@content_required
def download(request, pk: int):
    """The file of a paper, as an attachment; each download is logged."""
    document = find(request, pk)
    if not document.file:
        raise Http404
    try:
        file = services.open_file(document)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(document)
    audit.log(action="documents.download", by=request.user, obj=document)
    return FileResponse(file, as_attachment=True)
