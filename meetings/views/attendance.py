"""Who came: the cells side by side, and one body's members by the meetings of a year."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from audit.listing import RecordListView
from audit.services import log
from cells.attendance import total_attendance
from cells.models import Cell, Committee
from cells.wording import cell_title
from meetings.attendance.matrix import RUN, SIGNS, Body, read_matrix
from meetings.attendance.rates import PARTS, part_name, period_of, read_rates
from meetings.attendance.sheet import sheet_columns
from meetings.attendance.tables import RateFilterSet, rate_columns
from meetings.models import Meeting
from members.views.of_year import read_year
from partyunit.listing import with_day
from partyunit.rows import Rows
from partyunit.sheets import send_sheet, write_sheet
from partyunit.templatetags.components import percent
from partyunit.text import fold
from partyunit.views import ContentRequiredMixin, OnDayMixin, PageMixin


class AskedYearMixin:
    """`year`, `part` and `kind` as asked for; the year of the day looked at, every kind."""

    @cached_property
    def year(self) -> int:
        return read_year(self.request.GET.get("year", ""), self.on.year)

    @cached_property
    def kind(self) -> str:
        asked = self.request.GET.get("kind", "")
        return asked if asked in Meeting.Kind.values else ""

    @cached_property
    def part(self) -> str:
        """A quarter or month of the year; without one the whole year."""
        asked = self.request.GET.get("part", "")
        return asked if asked in PARTS else ""

    def asked_year(self, url: str, **changes) -> str:
        """The address with year, part and kind as they are, some changed."""
        query = {"year": self.year, "part": self.part, "kind": self.kind} | changes
        pairs = {name: value for name, value in query.items() if value}
        return f"{url}?{urlencode(pairs)}"

    def asked_url(self, url: str, **changes) -> str:
        """The same on the day looked at."""
        url = self.asked_year(url, **changes)
        return url if self.as_on.is_today else with_day(url, f"{self.on:%d/%m/%Y}")


class AttendanceListView(AskedYearMixin, RecordListView):
    """Every cell in sight: its share of those who had to come, by year, quarter, month, kind."""

    template_name = "meetings/list.html"
    heading = gettext_lazy("Chuyên cần")
    journal_name = "meetings.attendance"
    filterset_class = RateFilterSet
    default_sort = "name"
    unit = gettext_lazy("nơi sinh hoạt")
    empty_heading = gettext_lazy("Năm này không có chi bộ nào")
    empty_text = gettext_lazy("Chọn năm khác.")
    part = ""  # the columns are the parts

    @cached_property
    def rates(self):
        return read_rates(self.year, day=self.on, user=self.request.user, kind=self.kind)

    def get_records(self):
        return Rows(self.rates)

    def get_columns(self):
        return rate_columns(self.asked_year)

    def get_trail(self):
        return [(_("Sinh hoạt"), reverse("meetings:list"))]

    def get_lead(self):
        """The rate of all cells; the committee's own meetings stand apart."""
        came = total_attendance(row.year for row in self.rates if row.pk)
        told = {"year": self.year, "day": f"{self.on:%d/%m/%Y}", "share": percent(came.percent)}
        if not came.belong:
            return _("Năm %(year)s chưa có cuộc họp chi bộ nào được ghi tính đến %(day)s") % told
        told |= {"present": came.present, "belong": came.belong}
        return (
            _("Năm %(year)s, đến %(day)s: các chi bộ đạt %(share)s (%(present)s/%(belong)s lượt)")
            % told
        )


class MatrixView(AskedYearMixin, ContentRequiredMixin, OnDayMixin, PageMixin, TemplateView):
    """One body's members by its meetings of a year: page, A4 on its side, XLSX."""

    template_name = "meetings/attendance/page.html"

    def check_page(self):
        self.body = self.read_body()

    def read_body(self) -> Body:
        """404 for a cell out of sight."""
        cells = Cell.objects.visible_to(self.request.user).valid().select_related("committee")
        self.cell = get_object_or_404(cells.with_name_on(self.on), pk=self.kwargs["pk"])
        return Body(committee=self.cell.committee, cell=self.cell)

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "xlsx":
            return self.export()
        if "print" in request.GET:
            self._log("print")
        return super().get(request, *args, **kwargs)

    def get_template_names(self):
        if "print" in self.request.GET:
            return ["meetings/attendance/print.html"]
        return super().get_template_names()

    @cached_property
    def matrix(self):
        return read_matrix(
            self.body,
            period_of(self.year, self.part),
            day=self.on,
            kind=self.kind,
            is_today=self.as_on.is_today,
            user=self.request.user,
        )

    def get_heading(self):
        told = {"name": self.body_name, "year": self.year}
        return _("Chuyên cần %(year)s: %(name)s") % told

    @property
    def body_name(self) -> str:
        return cell_title(self.cell.name_on)

    def get_lead(self):
        matrix = self.matrix
        came = matrix.attendance
        told = {"count": matrix.held, "share": percent(came.percent)}
        told |= {"present": came.present, "belong": came.belong, "excused": came.excused}
        told |= {"absent": came.absent, "day": f"{self.on:%d/%m/%Y}"}
        if not came.belong:
            return _("Đến %(day)s chưa có điểm danh nào.") % told
        return (
            _(
                "Đến %(day)s: %(count)s cuộc họp, dự %(share)s (%(present)s/%(belong)s lượt); "
                "vắng có lý do %(excused)s, không lý do %(absent)s."
            )
            % told
        )

    def get_trail(self):
        every = reverse("meetings:attendance")
        return [
            (_("Sinh hoạt"), reverse("meetings:list")),
            (_("Chuyên cần"), self.asked_url(every)),
        ]

    def get_links(self):
        path = self.request.path
        links = []
        if self.matrix.rows:
            links = [
                (_("In khổ A4 ngang"), self.asked_url(path, print=1)),
                (_("Tải XLSX"), self.asked_url(path, export="xlsx")),
            ]
        if self.body.cell:
            page = self.body.cell.get_absolute_url()
            links.append((_("Trang chi bộ"), page))
        return links

    @property
    def kinds(self) -> list[tuple[str, str]]:
        fitting = set(Meeting.Kind.values) - {Meeting.Kind.COMMITTEE}
        if self.body.cell is None:
            fitting = {Meeting.Kind.COMMITTEE, Meeting.Kind.EXTRAORDINARY}
        return [(kind, str(label)) for kind, label in Meeting.Kind.choices if kind in fitting]

    def conditions(self) -> list[str]:
        told = [part_name(self.part)] if self.part else []
        if self.kind:
            told.append(_("Loại: %(kind)s") % {"kind": Meeting.Kind(self.kind).label})
        return told

    def get_context_data(self, **kwargs):
        path = self.request.path
        signs = [(state, sign, words) for state, (sign, words) in SIGNS.items()]
        return super().get_context_data(
            matrix=self.matrix,
            signs=signs,
            run=RUN,
            year=self.year,
            part=self.part,
            parts=[(part, part_name(part)) for part in PARTS],
            kind=self.kind,
            kinds=self.kinds,
            conditions=self.conditions(),
            years=[
                (year, self.asked_url(path, year=year)) for year in (self.year - 1, self.year + 1)
            ],
            back_url=self.asked_url(path),
            back_label=_("Về trang chuyên cần"),
            **kwargs,
        )

    def export(self):
        """The same table for a spreadsheet, its signs told above it."""
        told = ", ".join(f"{sign} {words}" for sign, words in SIGNS.values() if sign)
        notes = [self.get_lead(), *self.conditions(), _("Ký hiệu: %(signs)s.") % {"signs": told}]
        columns, rows = sheet_columns(self.matrix)
        content = write_sheet(title=self.get_heading(), notes=notes, columns=columns, records=rows)
        self._log("export")
        return send_sheet(content, f"{slugify(fold(self.get_heading()))}-{self.on:%Y-%m-%d}.xlsx")

    def _log(self, verb: str) -> None:
        """Who took whose attendance out of the program."""
        after = {
            "body": self.body_name,
            "year": self.year,
            "day": f"{self.on:%Y-%m-%d}",
            "rows": len(self.matrix.rows),
            "conditions": self.conditions(),
        }
        log(action=f"meetings.attendance.{verb}", by=self.request.user, after=after)


class CommitteeMatrixView(MatrixView):
    """The committee's members by its own meetings."""

    def read_body(self) -> Body:
        ids = self.request.user.access.read_committee_ids
        committee = Committee.objects.valid().filter(pk__in=ids).order_by("pk").first()
        if committee is None:
            raise PermissionDenied(_("Trang này dành cho người xem số liệu của đảng bộ."))
        return Body(committee=committee)

    @property
    def body_name(self) -> str:
        return _("họp Đảng ủy")
