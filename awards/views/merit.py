"""The registers of merit: awards, yearly titles, entering, correcting, voiding."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit import services as audit
from audit.views import (
    RecordCreateView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    RecordVoidView,
)
from awards import forms, services
from awards.filters import AwardFilterSet, TitleFilterSet
from awards.models import Award, Title
from awards.tables import (
    COLUMNS,
    TITLE_COLUMNS,
    decision_text,
    holder_text,
    recipient_kind,
    recipient_text,
    years_text,
)
from cells.models import Committee
from cells.querysets import cell_name_on
from partyunit.templatetags.components import number


def committee_of(row: Award | Title) -> int:
    """The committee in whose register a row stands."""
    if isinstance(row, Award):
        return row.register_id
    return row.committee_id or row.cell.committee_id


def may_write(user, row: Award | Title) -> bool:
    return user.access.writes(committee_of(row))


class AwardsPage:
    """What both registers' pages share: names of their pages, and who may write."""

    list_name, heading_of_list = "awards:list", gettext_lazy("Khen thưởng")

    def get_trail(self):
        return [(str(self.heading_of_list), reverse(self.list_name))]


class TitlesPage(AwardsPage):
    list_name, heading_of_list = "awards:titles", gettext_lazy("Danh hiệu")


class WriterMixin:
    """Records officers only."""

    def check_right(self):
        user, row = self.request.user, getattr(self, "object", None)
        if not (may_write(user, row) if row else user.access.writes_committees):
            raise PermissionDenied(_("Chỉ cán bộ công tác Đảng ghi được sổ khen thưởng."))

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_cancel_url(self):
        return reverse(self.list_name)

    def get_success_url(self):
        return self.get_cancel_url()


def decided_lead(view, unit: str) -> str:
    return _("%(count)s %(unit)s đã quyết định đến ngày %(day)s") % {
        "count": number(view.listing.count),
        "unit": unit,
        "day": f"{view.on:%d/%m/%Y}",
    }


class AwardListView(RecordListView):
    model = Award
    heading = gettext_lazy("Khen thưởng")
    columns = COLUMNS
    filterset_class = AwardFilterSet
    default_sort = "-year"
    empty_heading = gettext_lazy("Chưa ghi khen thưởng nào đến ngày này")

    def get_lead(self):
        return decided_lead(self, _("lượt khen"))

    def get_records(self):
        awards = Award.objects.visible_to(self.request.user).decided_by(self.on)
        awards = awards.annotate(cell_name=cell_name_on(self.on))
        return awards.select_related("member", "cell", "office_unit", "committee")

    def get_links(self):
        return [
            (_("Danh hiệu hằng năm"), reverse("awards:titles")),
            (_("Huy hiệu Đảng"), reverse("awards:badges")),
        ]

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Thêm khen thưởng"), reverse("awards:create"))


class TitleListView(RecordListView):
    model = Title
    heading = gettext_lazy("Danh hiệu hằng năm")
    columns = TITLE_COLUMNS
    filterset_class = TitleFilterSet
    default_sort = "-year"
    empty_heading = gettext_lazy("Chưa ghi danh hiệu nào đến ngày này")

    def get_lead(self):
        return decided_lead(self, _("danh hiệu"))

    def get_records(self):
        titles = Title.objects.visible_to(self.request.user).decided_by(self.on)
        titles = titles.annotate(cell_name=cell_name_on(self.on))
        return titles.select_related("committee", "cell")

    def get_links(self):
        return [(_("Khen thưởng"), reverse("awards:list"))]

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Thêm danh hiệu"), reverse("awards:title_create"))


class MeritDetailView(RecordDetailView):
    """One award or title with its decision."""

    template_name = "awards/detail.html"
    takes_day = False
    update_name = void_name = ""

    def get_links(self):
        row = self.object
        if row.is_voided or not may_write(self.request.user, row):
            return []
        return [
            (_("Sửa"), reverse(self.update_name, args=[row.pk])),
            (_("Hủy"), reverse(self.void_name, args=[row.pk])),
        ]

    def get_context_data(self, **kwargs):
        paper = self.object.decision
        may_read = paper is not None and self.request.user.access.reads(paper.register_id)
        return super().get_context_data(facts=self.facts(), may_read_paper=may_read, **kwargs)


class AwardDetailView(AwardsPage, MeritDetailView):
    model = Award
    update_name, void_name = "awards:update", "awards:void"

    def get_queryset(self):
        rows = super().get_queryset()
        return rows.select_related("member", "cell", "office_unit", "committee", "decision")

    def get_heading(self):
        return f"{self.object.get_form_display()} – {self.object.get_authority_display()}"

    def get_lead(self):
        return recipient_text(self.object)

    def facts(self):
        row = self.object
        return [
            (_("Đối tượng"), recipient_kind(row)),
            (_("Hệ khen"), row.get_line_display()),
            (_("Năm khen"), years_text(row)),
            (_("Quyết định"), decision_text(row)),
            (_("Thành tích"), row.reason),
        ]


class TitleDetailView(TitlesPage, MeritDetailView):
    model = Title
    update_name, void_name = "awards:title_update", "awards:title_void"

    def get_queryset(self):
        return super().get_queryset().select_related("committee", "cell", "decision")

    def get_lead(self):
        return holder_text(self.object)

    def facts(self):
        row = self.object
        return [
            (_("Danh hiệu"), row.get_name_display()),
            (_("Năm"), str(row.year)),
            (_("Quyết định"), decision_text(row)),
        ]


class AwardCreateView(WriterMixin, AwardsPage, RecordCreateView):
    model = Award
    form_class = forms.AwardForm
    heading = gettext_lazy("Thêm khen thưởng")
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã ghi khen thưởng.")

    def get_instance(self):
        ids = self.request.user.access.write_committee_ids
        return Award(register=Committee.objects.filter(pk__in=ids).first())

    def get_initial(self):
        """From a member's page the recipient is known already."""
        pk = self.request.GET.get("member", "")
        return {"owner": f"member:{pk}"} if pk.isdigit() else {}

    def store(self, form):
        return services.give_award(
            award=form.instance, recorded_on=self.request.program_day, by=self.request.user
        )


class TitleCreateView(WriterMixin, TitlesPage, RecordCreateView):
    model = Title
    form_class = forms.TitleForm
    heading = gettext_lazy("Thêm danh hiệu của năm")
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã ghi danh hiệu.")

    def store(self, form):
        return services.give_title(
            title=form.instance, recorded_on=self.request.program_day, by=self.request.user
        )


class MeritUpdateView(WriterMixin, RecordUpdateView):
    success_message = gettext_lazy("Đã sửa.")

    def store(self, form):
        services.check_decided(form.instance.decided_on, self.request.program_day)
        return audit.update(
            form.instance,
            by=self.request.user,
            fields=form.stored_fields,
            reason=form.reason,
            version=form.read_version,
        )


class AwardUpdateView(AwardsPage, MeritUpdateView):
    model = Award
    form_class = forms.AwardForm
    heading = gettext_lazy("Sửa khen thưởng")


class TitleUpdateView(TitlesPage, MeritUpdateView):
    model = Title
    form_class = forms.TitleForm
    heading = gettext_lazy("Sửa danh hiệu")


class MeritVoidView(RecordVoidView):
    success_message = gettext_lazy("Đã hủy dòng.")

    def prepare(self):
        if not self.request.user.access.has_content:
            raise PermissionDenied(_("Tài khoản này không có vai trò xem nội dung."))
        super().prepare()

    def check_right(self):
        if not may_write(self.request.user, self.object):
            raise PermissionDenied(_("Chỉ cán bộ công tác Đảng ghi được sổ khen thưởng."))

    def get_cancel_url(self):
        return reverse(self.list_name)

    def get_success_url(self):
        return self.get_cancel_url()


class AwardVoidView(AwardsPage, MeritVoidView):
    model = Award


class TitleVoidView(TitlesPage, MeritVoidView):
    model = Title
