"""Cells that end with their members moved, terms that begin with their posts, and both taken back."""

from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import ActionFormView, RecordCreateView, RecordVoidView
from cells.acts import OfCell, OfTermOwner, writable_committee
from cells.models import Cell, Term
from cells.wording import cell_title
from members import services
from members.forms.organisation import DissolveCellForm, MergeCellsForm, TermChangeForm
from members.models import Candidate, Member, Position
from partyunit.forms import ReasonForm


class CloseCellView(OfCell, ActionFormView):
    """What a merger and a dissolution share: the cell, and the cells that stand beside it."""

    def prepare(self):
        cells = Cell.objects.visible_to(self.request.user).valid()
        open_cells = cells.filter(dissolved_on__isnull=True)
        self.object = get_object_or_404(open_cells, pk=self.kwargs["pk"])

    @property
    def others(self):
        """The cells of the committee that stand on the program's day."""
        cells = Cell.objects.existing_on(self.request.program_day).exclude(pk=self.cell.pk)
        return cells.filter(committee=self.cell.committee_id)

    @property
    def members(self) -> list[Member]:
        return services.members_to_move(self.cell, self.request.program_day)

    def get_initial(self):
        return {"version": self.object.version}

    def get_effects(self):
        return [
            *self._who_moves(),
            _("Chức vụ, phân công phụ trách và vai trò của tài khoản kết thúc cùng chi bộ."),
            _("Việc tăng cường, miễn sinh hoạt giữ nguyên theo người."),
            _("Biên bản, tên và số liệu của những ngày trước vẫn giữ nguyên."),
            _("Nếu nhầm, hủy được trên trang của chi bộ khi chưa ghi gì sau đó."),
        ]

    def _who_moves(self) -> list[str]:
        candidates = Candidate.objects.active_on(self.request.program_day).filter(cell=self.cell)
        told = [
            (_("%(count)s đảng viên chuyển đi trong cùng việc này."), len(self.members)),
            (_("%(count)s quần chúng đang theo dõi chuyển theo."), candidates.count()),
        ]
        return [sentence % {"count": count} for sentence, count in told if count]


class DissolveCellView(CloseCellView):
    form_class = DissolveCellForm
    template_name = "members/dissolve_cell.html"
    submit_label = gettext_lazy("Giải thể chi bộ")
    success_message = gettext_lazy("Đã ghi giải thể chi bộ; đảng viên đã chuyển.")

    def get_heading(self):
        return _("Giải thể %(cell)s?") % {"cell": cell_title(str(self.cell))}

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "user": self.request.user,
            "cells": self.others,
            "members": self.members,
        }

    def perform(self, form):
        return services.close_cell(
            cell=self.cell,
            recorded_on=self.request.program_day,
            by=self.request.user,
            **form.cleaned_data,
        )


class MergeCellsView(CloseCellView):
    form_class = MergeCellsForm
    submit_label = gettext_lazy("Sáp nhập")
    success_message = gettext_lazy("Đã ghi sáp nhập; đảng viên đã chuyển.")

    def get_heading(self):
        return _("Sáp nhập %(cell)s") % {"cell": cell_title(str(self.cell))}

    def get_initial(self):
        name = self.cell.names.active_on(self.request.program_day).first()
        return {**super().get_initial(), "superior_line": name.superior_line if name else ""}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user, "cells": self.others}

    def perform(self, form):
        asked = form.cleaned_data
        last = self.cell.committee.cells.valid().aggregate(last=Max("position"))["last"]
        into, new_name = form.new_cell(self.cell.committee, last + 1)
        return services.merge_cells(
            merged=[self.cell, *asked["also"]],
            into=into,
            new_name=new_name,
            on=asked["on"],
            reason=asked["reason"],
            decision=asked["decision"],
            version=asked["version"],
            recorded_on=self.request.program_day,
            by=self.request.user,
        )

    def get_success_url(self):
        """`object` is the cell that took the others in."""
        return self.object.get_absolute_url()


class UndoClosingView(OfCell, RecordVoidView):
    """Takes back a merger or a dissolution that never was."""

    model = Cell
    form_class = ReasonForm
    submit_label = gettext_lazy("Hủy việc ghi này")
    success_message = gettext_lazy("Chi bộ và đảng viên lại như trước.")

    def get_queryset(self):
        return super().get_queryset().filter(dissolved_on__isnull=False)

    def get_heading(self):
        cells = ", ".join(cell_title(cell.name) for cell in services.closed_together(self.cell))
        if self.cell.merged_into_id:
            return _("Hủy việc sáp nhập %(cells)s") % {"cells": cells}
        return _("Hủy việc giải thể %(cells)s") % {"cells": cells}

    def get_effects(self):
        cells = services.closed_together(self.cell)
        moved = [row for cell in cells for row in services.moved_on_closing(cell)]
        effects = [
            _("Chi bộ, tên, nhiệm kỳ, chức vụ, phân công và vai trò tài khoản lại có hiệu lực."),
            _("Lần chuyển của %(count)s đồng chí bị hủy: %(names)s.")
            % {"count": len(moved), "names": ", ".join(str(row.member) for row in moved) or "–"},
        ]
        into = self.cell.merged_into
        if into is not None and into.founded_on == self.cell.dissolved_on:
            told = _("%(cell)s, lập khi sáp nhập, bị hủy.")
            effects.append(told % {"cell": cell_title(into.name)})
        return effects

    def perform(self, form):
        asked = form.cleaned_data
        return services.undo_closing(
            cell=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )


class ChangeTermView(OfTermOwner, RecordCreateView):
    """A new term of a cell, or (without `pk`) of the committee, with the posts of it."""

    model = Term
    form_class = TermChangeForm
    template_name = "members/change_term.html"
    submit_label = gettext_lazy("Ghi nhiệm kỳ và chức vụ")
    success_message = gettext_lazy("Đã ghi nhiệm kỳ mới; chức vụ nhiệm kỳ trước đã kết thúc.")

    def check_right(self):
        if pk := self.kwargs.get("pk"):
            cells = Cell.objects.visible_to(self.request.user).valid()
            self.owner = get_object_or_404(cells, pk=pk)
            if not self.request.user.access.writes(self.owner.committee_id):
                raise PermissionDenied
        else:
            self.owner = writable_committee(self.request)

    @property
    def is_of_cell(self) -> bool:
        return isinstance(self.owner, Cell)

    def get_instance(self):
        return Term(cell=self.owner) if self.is_of_cell else Term(committee=self.owner)

    def get_form_kwargs(self):
        day = self.request.program_day
        of = {"cells": [self.owner.pk]} if self.is_of_cell else {"committee": self.owner.pk}
        elected = (*Position.COMMITTEE, *Position.INSPECTION)
        titles = Position.CELL if self.is_of_cell else elected
        held = services.elected_posts(self.owner).active_on(day).select_related("member")
        return {
            **super().get_form_kwargs(),
            "user": self.request.user,
            "members": Member.objects.placed_on(day, **of),
            "titles": titles,
            "held": sorted(held, key=lambda post: (titles.index(post.title), post.from_on)),
        }

    def get_heading(self):
        name = cell_title(str(self.owner)) if self.is_of_cell else _("Đảng ủy")
        return _("Nhiệm kỳ mới của %(owner)s và các chức vụ") % {"owner": name}

    def get_links(self):
        if self.is_of_cell:
            alone = reverse("cells:term", args=[self.owner.pk])
        else:
            alone = reverse("cells:committee_term")
        links = [(_("Chỉ ghi nhiệm kỳ, giữ nguyên chức vụ"), alone)]
        last = self.owner.terms.valid().order_by("from_on").last()
        if last is not None and not last.documents.valid().exists():
            told = _("Hủy %(term)s ghi nhầm") % {"term": last}
            links.append((told, reverse("organisation:undo_term", args=[last.pk])))
        return links

    def store(self, form):
        return services.change_term(
            owner=self.owner,
            term=form.instance,
            posts=form.cleaned_data["posts"],
            decision=form.cleaned_data["decision"],
            by=self.request.user,
        )


class UndoTermView(OfTermOwner, RecordVoidView):
    """Takes back a term entered by mistake, with the posts given by it."""

    model = Term
    submit_label = gettext_lazy("Hủy nhiệm kỳ này")
    success_message = gettext_lazy("Đã hủy nhiệm kỳ ghi nhầm; nhiệm kỳ và chức vụ trước tiếp tục.")

    @property
    def owner(self):
        return self.object.owner

    def check_right(self):
        if not self.request.user.access.writes(self.object.owner_committee_id):
            raise PermissionDenied

    def get_effects(self):
        posts = self.object.positions.valid().select_related("member")
        names = ", ".join(f"{post.member}: {post.get_title_display()}" for post in posts)
        return [
            _("Các chức vụ ghi cùng nhiệm kỳ này bị hủy: %(posts)s.") % {"posts": names or "–"},
            _("Chức vụ và phân công kết thúc hôm trước lại có hiệu lực."),
            *super().get_effects(),
        ]

    def perform(self, form):
        asked = form.cleaned_data
        return services.undo_term_change(
            term=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )
