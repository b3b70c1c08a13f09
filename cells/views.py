"""Pages of the organisation: cells on any day, their founding, names and end."""

from django.core.exceptions import PermissionDenied
from django.db.models import F, Max
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import (
    ActionFormView,
    RecordCreateView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    RecordVoidView,
)
from cells import services
from cells.filters import CellFilterSet
from cells.forms import (
    CellForm,
    CellNameForm,
    DissolveCellForm,
    FoundCellForm,
    RenameCellForm,
    TermForm,
)
from cells.models import Cell, Committee, OrganisationName, Term
from cells.tables import CELL_COLUMNS, members_url
from cells.timeline import cell_timeline
from cells.wording import cell_title
from partyunit.listing import with_day

RECENT_MEETINGS = 12


class CellListView(RecordListView):
    model = Cell
    heading = gettext_lazy("Chi bộ")
    unit = gettext_lazy("chi bộ")
    columns = CELL_COLUMNS
    filterset_class = CellFilterSet
    default_sort = "name"
    empty_heading = gettext_lazy("Vào ngày này chưa có chi bộ nào")
    empty_text = gettext_lazy("Chọn một ngày muộn hơn, hoặc ghi chi bộ mới.")

    def get_records(self):
        cells = Cell.objects.visible_to(self.request.user).existing_on(self.on)
        return cells.with_name_on(self.on).with_strength_on(self.on).with_posts_on(self.on)

    def get_links(self):
        if not self.request.user.access.writes_committees:
            return []
        return [
            (_("Nhiệm kỳ mới"), reverse("cells:committee_term")),
            (_("Đơn vị công tác"), reverse("cells:office_units")),
            (_("Chi bộ thôn, bản"), reverse("cells:host_cells")),
        ]

    def get_action(self):
        if self.request.user.access.writes_committees:
            return (_("Thêm chi bộ"), reverse("cells:create"))
        return None


class CellDetailView(RecordDetailView):
    model = Cell
    template_name = "cells/detail.html"

    def get_queryset(self):
        cells = super().get_queryset().select_related("committee").with_name_on(self.on)
        return cells.with_strength_on(self.on).with_posts_on(self.on)

    def get_heading(self):
        return cell_title(self.object.name_on)

    def get_lead(self):
        cell, day = self.object, f"{self.on:%d/%m/%Y}"
        if not cell.exists_on(self.on):
            return _("Ngày %(day)s chi bộ chưa thành lập hoặc đã giải thể.") % {"day": day}
        lead = _("{count} đảng viên ngày {day}: chính thức {official}, dự bị {rest}.")
        return format_html(
            lead,
            day=day,
            count=self._figure(cell.member_count),
            official=self._figure(cell.official_count, standing="official"),
            rest=self._figure(cell.member_count - cell.official_count, standing="probationary"),
        )

    def _figure(self, count: int, **of) -> str:
        """A number as the link to its rows on the day."""
        url = with_day(members_url(self.object, **of), f"{self.on:%d/%m/%Y}")
        return format_html('<a href="{}">{}</a>', url, count) if count else "0"

    def get_trail(self):
        return [(_("Chi bộ"), reverse("cells:list"))]

    @property
    def may_write(self) -> bool:
        return self.request.user.access.writes(self.object.committee_id)

    def get_links(self):
        if not self.may_write:
            return []
        own = [self.object.pk]
        return [
            (_("Sửa thông tin"), reverse("cells:update", args=own)),
            *self._name_links(),
            (_("Đổi tên"), reverse("cells:rename", args=own)),
            (_("Nhiệm kỳ mới"), reverse("cells:term", args=own)),
            (_("Giải thể"), reverse("cells:dissolve", args=own)),
        ]

    def _name_links(self):
        if self.name is None:
            return []
        return [(_("Sửa tên"), reverse("cells:name_update", args=[self.name.pk]))]

    @cached_property
    def name(self) -> OrganisationName | None:
        """What papers of the day print."""
        return self.object.names.active_on(self.on).first()

    def get_context_data(self, **kwargs):
        cell, day = self.object, self.on
        kwargs |= {
            "name": self.name,
            "term": cell.terms.active_on(day).first(),
            "units": cell.office_units.active_on(day),
            "posts": self._posts(),
            "oversights": cell.oversights.active_on(day).select_related("member"),
            "members": self._members(),
            "members_url": members_url(cell),
            "seconded_url": members_url(cell, seconded=1),
            "meetings": self._meetings(),
            "exists": cell.exists_on(day),
            "may_plan": cell.exists_on(day) and self.request.user.access.keeps_meetings_of(cell),
            "entries": cell_timeline(cell, day),
        }
        return super().get_context_data(**kwargs)

    def _posts(self):
        titles = ["cell_secretary", "cell_deputy", "cell_committee_member"]
        posts = self.object.positions.active_on(self.on).filter(title__in=titles)
        found = posts.select_related("member").order_by("from_on", "pk")
        return sorted(found, key=lambda post: titles.index(post.title))

    def _members(self):
        """The members of the day, in the order of the register."""
        placements = self.object.placements.active_on(self.on).filter(kind="official")
        return placements.select_related("member").order_by("member__sort_name", "member_id")

    def _meetings(self):
        """The latest, and what is planned ahead, of a cell that exists on the day."""
        if not self.object.exists_on(self.on):
            return []
        meetings = self.object.meetings.valid().filter(meets_on__lte=self.on)
        ahead = self.object.meetings.valid().filter(meets_on__gt=self.on, state="planned")
        return [*ahead.order_by("-meets_on")[:3], *meetings.order_by("-meets_on")[:RECENT_MEETINGS]]


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
        return [(_("Chi bộ"), reverse("cells:list")), (self.cell, self.cell.get_absolute_url())]

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
        return _("Sửa thông tin chi bộ %(name)s") % {"name": self.cell}

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
        return _("Đổi tên chi bộ %(name)s") % {"name": self.cell}

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
        return _("Sửa tên chi bộ %(name)s") % {"name": self.cell}

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


class TermCreateView(RecordCreateView):
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
        owner = cell_title(self.cell.name) if self.cell else _("Đảng ủy")
        return _("Nhiệm kỳ mới của %(owner)s") % {"owner": owner}

    def get_trail(self):
        here = [(self.cell, self.cell.get_absolute_url())] if self.cell else []
        return [(_("Chi bộ"), reverse("cells:list")), *here]

    def get_cancel_url(self):
        return self.cell.get_absolute_url() if self.cell else reverse("cells:list")

    get_success_url = get_cancel_url

    def store(self, form):
        return services.begin_term(owner=self.owner, term=form.instance, by=self.request.user)


class TermVoidView(RecordVoidView):
    """Takes back a term entered by mistake."""

    model = Term
    submit_label = gettext_lazy("Hủy nhiệm kỳ này")
    success_message = gettext_lazy("Đã hủy nhiệm kỳ ghi nhầm; nhiệm kỳ trước tiếp tục.")

    def check_right(self):
        if not self.request.user.access.writes(self.object.owner_committee_id):
            raise PermissionDenied

    def get_trail(self):
        here = [(self.object.cell, self.get_cancel_url())] if self.object.cell else []
        return [(_("Chi bộ"), reverse("cells:list")), *here]

    def get_cancel_url(self):
        cell = self.object.cell
        return cell.get_absolute_url() if cell else reverse("cells:list")

    get_success_url = get_cancel_url

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_term(
            term=self.object,
            by=self.request.user,
            reason=asked["reason"],
            version=asked["version"],
        )


class CellDissolveView(OfCell, ActionFormView):
    form_class = DissolveCellForm
    submit_label = gettext_lazy("Giải thể chi bộ")
    success_message = gettext_lazy("Đã ghi ngày giải thể chi bộ.")

    def prepare(self):
        cells = Cell.objects.visible_to(self.request.user).valid()
        self.object = get_object_or_404(cells, pk=self.kwargs["pk"])

    def get_initial(self):
        return {"version": self.object.version}

    def get_heading(self):
        return _("Giải thể chi bộ %(name)s?") % {"name": self.cell}

    def get_effects(self):
        return [
            _("Từ ngày ấy chi bộ không còn trong danh sách, không lập được cuộc họp mới."),
            _("Đảng viên phải được chuyển sang chi bộ khác trước ngày ấy."),
            _("Chức vụ, phân công phụ trách và vai trò của tài khoản kết thúc cùng chi bộ."),
            _("Tên, biên bản và số liệu của những ngày trước vẫn giữ nguyên."),
        ]

    def perform(self, form):
        return services.dissolve_cell(cell=self.object, by=self.request.user, **form.cleaned_data)
