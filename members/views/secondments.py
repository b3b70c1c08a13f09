"""The page of one secondment with its reports, the acts on it, and the page of a village cell."""

import datetime as dt

from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import ActionFormView, RecordDetailView, RecordUpdateView
from cells.models import Cell, HostCell
from members import forms, services
from members.models import Secondment
from members.rights import may_write_member
from members.rows import KIND_OF
from members.secondments import month_table, remarks_of
from members.views.rows import EndRowView, OfMemberMixin
from members.wording import locality_text
from partyunit.listing import TimelineEntry


def with_home(rows):
    """Annotates the name of the cell the member belonged to when the secondment began."""
    placed = rows.with_home_cell(OuterRef("from_on"))
    cells = Cell.objects.filter(pk=OuterRef("home_cell_id"))
    return placed.annotate(home_cell_name=Subquery(cells.values("name")[:1]))


class SecondmentDetailView(RecordDetailView):
    """One secondment as on a day: facts, and month by month what was done."""

    model = Secondment
    template_name = "members/secondment.html"

    def get_queryset(self):
        rows = super().get_queryset()
        return with_home(rows).select_related("member", "host_cell__locality", "plan")

    def get_heading(self):
        return self.object.member.full_name

    def get_lead(self):
        row = self.object
        lead = _("Tăng cường tại Chi bộ %(host)s, %(locality)s, từ ngày %(day)s") % {
            "host": row.host_cell,
            "locality": locality_text(row.host_cell.locality),
            "day": f"{row.from_on:%d/%m/%Y}",
        }
        if row.to_on is None:
            return f"{lead}."
        return _("%(lead)s đến hết ngày %(last)s.") % {
            "lead": lead,
            "last": f"{row.to_on:%d/%m/%Y}",
        }

    def get_trail(self):
        host = self.object.host_cell
        return [
            (_("Tăng cường"), reverse("members:secondments")),
            (str(host), reverse("members:host_cell", args=[host.pk])),
        ]

    def get_links(self):
        row = self.object
        if not self.may_write:
            return []
        named = [KIND_OF[Secondment], row.pk]
        links = [(_("Nhận xét của chi bộ thôn, bản"), "members:remark_on_secondment", [row.pk])]
        if row.to_on is None or row.to_on >= self.request.program_day:
            links.append((_("Kết thúc"), "members:end_secondment", [row.pk]))
        links.append((_("Sửa"), "members:correct", named))
        links.append((_("Hủy dòng"), "members:void", named))
        return [(text, reverse(name, args=args)) for text, name, args in links]

    def get_action(self):
        if not (self.may_write and self.table.owed):
            return None
        return (_("Ghi báo cáo tháng"), reverse("members:report_month", args=[self.object.pk]))

    @property
    def may_write(self) -> bool:
        return not self.object.is_voided and may_write_member(self.request.user, self.object.member)

    @property
    def table(self):
        if not hasattr(self, "_table"):
            self._table = month_table(self.object, self.on)
        return self._table

    def get_context_data(self, **kwargs):
        member = reverse("members:detail", args=[self.object.member_id])
        reads = self.request.user.access.reads(self.object.plan.register_id)
        kwargs |= {"member_url": member, "table": self.table, "may_write": self.may_write}
        kwargs |= {"reads_papers": reads, "remarks": remarks_of(self.object, self.on)}
        return super().get_context_data(**kwargs)


class OfSecondmentMixin(OfMemberMixin):
    """An act on one secondment: from its page and back to it."""

    def prepare(self):
        self.row = self.find(Secondment)

    def get_cancel_url(self):
        return reverse("members:secondment", args=[self.row.pk])

    get_success_url = get_cancel_url

    def get_trail(self):
        return [
            (_("Tăng cường"), reverse("members:secondments")),
            (str(self.member), self.get_cancel_url()),
        ]

    def get_lead(self):
        return _("%(member)s tại %(host)s, từ ngày %(day)s.") % {
            "member": self.member,
            "host": self.row.host_cell,
            "day": f"{self.row.from_on:%d/%m/%Y}",
        }


class EndSecondmentView(OfSecondmentMixin, EndRowView):
    form_class = forms.CallBackForm
    service = services.end_secondment
    argument = "secondment"
    heading = gettext_lazy("Kết thúc tăng cường")

    def get_initial(self):
        return {"result": self.row.result}


class ReportMonthView(OfSecondmentMixin, ActionFormView):
    form_class = forms.MonthReportForm
    heading = gettext_lazy("Báo cáo tháng của đảng viên tăng cường")
    submit_label = gettext_lazy("Ghi báo cáo")
    success_message = gettext_lazy("Đã ghi báo cáo tháng.")

    @property
    def months(self):
        """The months without a report, of a page opened for one of them that one first."""
        return month_table(self.row, self.request.program_day).owed

    def get_initial(self):
        asked = self.request.GET.get("month", "")
        return {"handed_in_on": self.request.program_day, **({"month": asked} if asked else {})}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "months": self.months}

    def perform(self, form):
        return services.report_month(
            secondment=self.row,
            recorded_on=self.request.program_day,
            by=self.request.user,
            **form.cleaned_data,
        )


class RemarkView(OfSecondmentMixin, RecordUpdateView):
    model = Secondment
    form_class = forms.RemarkForm
    heading = gettext_lazy("Nhận xét của chi bộ thôn, bản")
    submit_label = gettext_lazy("Ghi nhận xét")
    success_message = gettext_lazy("Đã ghi nhận xét.")

    def get_object(self, queryset=None):
        self.prepare()
        self.object = self.row
        self.check_right()
        return self.object

    def get_initial(self):
        return {"remarked_on": self.row.remarked_on or self.request.program_day}

    def store(self, form):
        return services.remark_on_secondment(
            secondment=form.instance,
            recorded_on=self.request.program_day,
            by=self.request.user,
            version=form.read_version,
            **{name: form.cleaned_data[name] for name in form.record_fields},
        )


class HostCellDetailView(RecordDetailView):
    """A village cell: who helps it on a day, who did before. Nothing else about it is kept."""

    model = HostCell
    template_name = "members/host_cell.html"

    def get_queryset(self):
        return super().get_queryset().select_related("locality")

    def get_heading(self):
        return _("Chi bộ %(name)s") % {"name": self.object}

    def get_trail(self):
        locality = self.object.locality
        address = f"{reverse('members:host_cells')}?locality={locality.pk}"
        return [(_("Tăng cường"), reverse("members:secondments")), (str(locality), address)]

    def get_lead(self):
        count = sum(1 for row in self.secondments if row.holds_on(self.on))
        told = {"count": count, "day": f"{self.on:%d/%m/%Y}"}
        return _("%(count)s đồng chí tăng cường tại ngày %(day)s.") % told

    @property
    def secondments(self):
        """Of members one may see, begun by the day, the newest first, with their reports counted."""
        if not hasattr(self, "_rows"):
            rows = Secondment.objects.visible_to(self.request.user).valid()
            rows = rows.filter(host_cell=self.object, from_on__lte=self.on)
            come = Q(reports__voided_at__isnull=True, reports__handed_in_on__lte=self.on)
            counted = with_home(rows).annotate(reported=Count("reports", filter=come))
            self._rows = list(counted.select_related("member", "plan").order_by("-from_on", "pk"))
        return self._rows

    def get_context_data(self, **kwargs):
        here = [row for row in self.secondments if row.holds_on(self.on)]
        kwargs |= {"here": here, "entries": list(self._entries())}
        return super().get_context_data(**kwargs)

    def _entries(self):
        for row in self.secondments:
            told = {"name": row.member, "cell": row.home_cell_name}
            url = reverse("members:secondment", args=[row.pk])
            text = _("%(name)s (%(cell)s) đến tăng cường.") % told
            link = {"url": url, "link_text": row.plan.citation}
            yield TimelineEntry(day=row.from_on, kind=_("Bắt đầu"), text=text, **link)
            if row.to_on and row.to_on < self.on:
                text = _("%(name)s thôi tăng cường: %(why)s.") % {**told, "why": row.end_reason}
                gone_on = row.to_on + dt.timedelta(days=1)
                yield TimelineEntry(day=gone_on, kind=_("Kết thúc"), text=text)
