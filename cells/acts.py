"""Acts on the organisation: founding, correcting and renaming a cell, terms of office."""

from django.core.exceptions import PermissionDenied
from django.db.models import F, Max
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import (
    RecordCreateView,
    RecordUpdateView,
    RecordVoidView,
)
from cells import services
from cells.forms import (
    CellForm,
    CellNameForm,
    FoundCellForm,
    RenameCellForm,
    TermForm,
)
from cells.models import Cell, Committee, OrganisationName, Term
from cells.wording import body_title, cell_title


def writable_committee(request) -> Committee:
    """The committee a new row belongs to; 403 for who only reads."""
    committee = Committee.objects.filter(pk__in=request.user.access.write_committee_ids).first()
    if committee is None:
        raise PermissionDenied
    return committee


class OfCell:
    """A page that changes one cell: seen by scope, written by the officer."""

    def check_right(self):
        if not self.request.user.access.writes(self.cell.committee_id):
            raise PermissionDenied

    @property
    def cell(self):
        return self.object

    def get_trail(self):
        here = (cell_title(str(self.cell)), self.cell.get_absolute_url())
        return [(_("Chi bộ"), reverse("cells:list")), here]

    def get_cancel_url(self):
        return self.cell.get_absolute_url()

    get_success_url = get_cancel_url


class CellCreateView(RecordCreateView):
    model = Cell
    form_class = FoundCellForm
    heading = gettext_lazy("Thêm chi bộ")
    success_message = gettext_lazy("Đã ghi chi bộ mới.")

    def check_right(self):
        self.committee = writable_committee(self.request)

    def get_instance(self):
        last = self.committee.cells.valid().aggregate(last=Max("position"))["last"] or 0
        return Cell(committee=self.committee, position=last + 1)

    def get_initial(self):
        name = self.committee.names.active_on(self.request.program_day).first()
        return {"superior_line": name.name if name else ""}

    def get_cancel_url(self):
        return reverse("cells:list")

    def store(self, form):
        return services.found_cell(
            cell=form.instance,
            full_name=form.cleaned_data["full_name"],
            superior_line=form.cleaned_data["superior_line"],
            by=self.request.user,
        )


class CellUpdateView(OfCell, RecordUpdateView):
    model = Cell
    form_class = CellForm
    success_message = gettext_lazy("Đã sửa thông tin chi bộ.")

    def get_heading(self):
        return _("Sửa thông tin %(cell)s") % {"cell": cell_title(str(self.cell))}

    def get_links(self):
        """Its names, as typed; a new name from a day on is another act («Đổi tên»)."""
        return [
            (
                _("Sửa tên gõ nhầm: %(name)s") % {"name": name.short_name},
                reverse("cells:name_update", args=[name.pk]),
            )
            for name in self.cell.names.valid()
        ]

    def store(self, form):
        return services.correct_cell(
            cell=form.instance,
            by=self.request.user,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
        )


class CellRenameView(OfCell, RecordCreateView):
    model = OrganisationName
    form_class = RenameCellForm
    submit_label = gettext_lazy("Đổi tên")
    success_message = gettext_lazy("Đã đổi tên chi bộ; văn bản cũ vẫn in tên cũ.")

    def check_right(self):
        cells = Cell.objects.visible_to(self.request.user).valid()
        self.renamed = get_object_or_404(cells, pk=self.kwargs["pk"])
        super().check_right()

    @property
    def cell(self):
        return self.renamed

    def get_heading(self):
        return _("Đổi tên %(cell)s") % {"cell": cell_title(str(self.cell))}

    def get_instance(self):
        return OrganisationName(cell=self.cell)

    def get_initial(self):
        names = self.cell.names.valid().order_by(F("from_on").desc())
        return names.values("name", "short_name", "code", "superior_line").first() or {}

    def store(self, form):
        return services.rename_cell(
            cell=self.cell,
            name=form.instance,
            by=self.request.user,
            today=self.request.program_day,
        )


class CellNameUpdateView(OfCell, RecordUpdateView):
    model = OrganisationName
    form_class = CellNameForm
    success_message = gettext_lazy("Đã sửa tên chi bộ.")

    def get_queryset(self):
        cells = Cell.objects.visible_to(self.request.user).valid()
        return super().get_queryset().filter(cell__in=cells).select_related("cell")

    @property
    def cell(self):
        return self.object.cell

    def get_heading(self):
        return _("Sửa tên %(cell)s") % {"cell": cell_title(str(self.cell))}

    def get_lead(self):
        return _("Tên mang từ ngày %(day)s.") % {"day": f"{self.object.from_on:%d/%m/%Y}"}

    def store(self, form):
        return services.correct_name(
            cell=self.cell,
            name=form.instance,
            by=self.request.user,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
        )


class OfTermOwner:
    """A page about a term of a cell or of the committee: `owner` is whose term it is."""

    owner: Cell | Committee

    def get_trail(self):
        here = []
        if isinstance(self.owner, Cell):
            here = [(cell_title(str(self.owner)), self.owner.get_absolute_url())]
        return [(_("Chi bộ"), reverse("cells:list")), *here]

    def get_cancel_url(self):
        if isinstance(self.owner, Cell):
            return self.owner.get_absolute_url()
        return reverse("organisation:committee")

    get_success_url = get_cancel_url


class TermCreateView(OfTermOwner, RecordCreateView):
    """A new term of a cell, or (without `pk`) of the committee."""

    model = Term
    form_class = TermForm
    submit_label = gettext_lazy("Ghi nhiệm kỳ")
    success_message = gettext_lazy("Đã ghi nhiệm kỳ mới; nhiệm kỳ trước kết thúc hôm trước.")

    def check_right(self):
        self.cell = None
        if pk := self.kwargs.get("pk"):
            cells = Cell.objects.visible_to(self.request.user).valid()
            self.cell = get_object_or_404(cells, pk=pk)
            if not self.request.user.access.writes(self.cell.committee_id):
                raise PermissionDenied
        else:
            self.committee = writable_committee(self.request)

    @property
    def owner(self) -> Cell | Committee:
        return self.cell or self.committee

    def get_instance(self):
        return Term(cell=self.cell) if self.cell else Term(committee=self.committee)

    def get_links(self):
        last = self.owner.terms.valid().order_by("from_on").last()
        if last is None or any(last.rows_naming()):
            return []
        told = _("Hủy %(term)s ghi nhầm") % {"term": last}
        return [(told, reverse("cells:term_void", args=[last.pk]))]

    def get_heading(self):
        owner = body_title(self.cell and self.cell.name)
        return _("Nhiệm kỳ mới của %(owner)s") % {"owner": owner}

    def store(self, form):
        return services.begin_term(owner=self.owner, term=form.instance, by=self.request.user)


class TermVoidView(OfTermOwner, RecordVoidView):
    """Takes back a term entered by mistake."""

    model = Term
    submit_label = gettext_lazy("Hủy nhiệm kỳ này")
    success_message = gettext_lazy("Đã hủy nhiệm kỳ ghi nhầm; nhiệm kỳ trước tiếp tục.")

    def check_right(self):
        if not self.request.user.access.writes(self.object.owner_committee_id):
            raise PermissionDenied

    @property
    def owner(self) -> Cell | Committee:
        return self.object.owner

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_term(
            term=self.object,
            by=self.request.user,
            reason=asked["reason"],
            version=asked["version"],
        )


class CellRenameUndoView(OfCell, RecordVoidView):
    """Takes back a rename that never was; the name before holds on."""

    model = OrganisationName
    heading = gettext_lazy("Hủy lần đổi tên ghi nhầm")
    submit_label = gettext_lazy("Hủy lần đổi tên")
    success_message = gettext_lazy("Đã hủy lần đổi tên; chi bộ lại mang tên trước.")

    def get_queryset(self):
        cells = Cell.objects.visible_to(self.request.user).valid()
        return super().get_queryset().filter(cell__in=cells).select_related("cell")

    @property
    def cell(self):
        return self.object.cell

    def get_question(self):
        return _("%(cell)s chưa từng mang tên «%(name)s» từ ngày %(day)s?") % {
            "cell": cell_title(str(self.cell)),
            "name": self.object.name,
            "day": f"{self.object.from_on:%d/%m/%Y}",
        }

    def perform(self, form):
        services.undo_rename(name=self.object, by=self.request.user, **form.cleaned_data)
        return self.object
