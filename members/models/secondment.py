"""Members sent to help village cells (tăng cường)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cells.models import HostCell
from documents.models import Document
from members.models.person import Member
from members.querysets import SecondmentQuerySet, SecondmentReportQuerySet
from members.rules import written
from partyunit.constraints import NoOverlap
from partyunit.dates import add_months, first_possible_day
from partyunit.fields import DayField, LineField, ProseField
from partyunit.models import Record, Span


class Secondment(Span):
    """A member who takes part in the life of a village cell outside the committee, under a plan.

    `attends` leaves the member in the home vote base and rating; `transferred` (temporary
    activity by letter) takes the member out of the home vote base, not out of the headcount.
    A plan's reasons stand in its own summary, never here as data about a hamlet.
    """

    class Kind(models.TextChoices):
        ATTENDS = "attends", _("chỉ dự sinh hoạt")
        TRANSFERRED = "transferred", _("chuyển sinh hoạt tạm thời")

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="secondments"
    )
    host_cell = models.ForeignKey(
        HostCell,
        verbose_name=_("chi bộ thôn, bản"),
        on_delete=models.PROTECT,
        related_name="secondments",
    )
    plan = models.ForeignKey(
        Document, verbose_name=_("kế hoạch"), on_delete=models.PROTECT, related_name="secondments"
    )
    kind = models.CharField(
        _("hình thức"), max_length=11, choices=Kind.choices, default=Kind.ATTENDS
    )
    role = LineField(_("cương vị"), max_length=120, blank=True)
    tasks = ProseField(_("nhiệm vụ"), blank=True)
    remark = ProseField(_("nhận xét của chi bộ thôn, bản"), blank=True)
    remarked_on = DayField(_("ngày nhận xét"), null=True, blank=True)
    result = ProseField(_("kết quả"), blank=True)
    end_reason = LineField(_("lý do kết thúc"), blank=True)

    objects = SecondmentQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("tăng cường")
        ordering = ["from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(to_on__isnull=True, end_reason="")
                | Q(to_on__isnull=False) & ~Q(end_reason=""),
                name="secondment_end_has_reason",
                violation_error_code="end_reason",
                violation_error_message=_("Kết thúc tăng cường phải có ngày và lý do."),
            ),
            models.CheckConstraint(
                condition=Q(remark="", remarked_on__isnull=True)
                | ~Q(remark="") & Q(remarked_on__isnull=False, remarked_on__gte=F("from_on")),
                name="secondment_remark_has_day",
                violation_error_code="remarked_on",
                violation_error_message=_("Nhận xét phải có ngày, từ ngày bắt đầu trở đi."),
            ),
            NoOverlap(
                name="secondment_no_overlap",
                by=["member"],
                violation_error_message=_(
                    "Trong thời gian này đồng chí đã đi tăng cường nơi khác."
                ),
            ),
        ]

    def touches(self, month) -> bool:
        """Whether a day of the month (given by its first day) lies in the secondment."""
        begun = self.from_on < add_months(month, 1)
        return begun and (self.to_on is None or self.to_on >= month)

    def clean(self):
        """Nobody goes before the plan is issued; a month with a report lies in the secondment."""
        self._check_after_plan()
        self._check_reported_months()

    def _check_reported_months(self) -> None:
        if not (self.pk and self.from_on):
            return
        for report in self.reports.valid():
            if not self.touches(report.month):
                raise ValidationError(
                    {
                        "to_on" if self.from_on <= report.month else "from_on": _(
                            "Đã có báo cáo tăng cường tháng %(month)s; hãy hủy báo cáo ấy trước."
                        )
                        % {"month": f"{report.month:%m/%Y}"}
                    }
                )

    def _check_after_plan(self) -> None:
        if not (self.plan_id and self.from_on):
            return
        issued_on = self.plan.issued_on
        if issued_on is None:
            raise ValidationError({"plan": _("Kế hoạch chưa ban hành.")})
        if self.from_on < first_possible_day(issued_on):
            raise ValidationError(
                {
                    "from_on": _("Không thể trước ngày ban hành kế hoạch (%(day)s).")
                    % {"day": written(issued_on)}
                }
            )

    def __str__(self) -> str:
        return f"{self.member} – {self.host_cell}"


class SecondmentReport(Record):
    """What a seconded member did in one month; `month` is its first day."""

    MEMBER = "secondment__member"  # the way to whom the row is about

    secondment = models.ForeignKey(
        Secondment, verbose_name=_("tăng cường"), on_delete=models.PROTECT, related_name="reports"
    )
    month = DayField(_("tháng"))
    handed_in_on = DayField(_("ngày báo cáo"))
    meetings_attended = models.PositiveSmallIntegerField(
        _("số buổi sinh hoạt đã dự ở chi bộ thôn, bản"), default=0
    )
    work = ProseField(_("việc đã làm"))

    objects = SecondmentReportQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("báo cáo tháng của đảng viên tăng cường")
        ordering = ["month", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["secondment", "month"],
                condition=Q(voided_at__isnull=True),
                name="secondment_report_once_a_month",
                violation_error_code="month",
                violation_error_message=_("Tháng này đã có báo cáo."),
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="secondment_report_of_a_month",
                violation_error_code="month",
                violation_error_message=_("Tháng ghi bằng ngày đầu tháng."),
            ),
            models.CheckConstraint(
                condition=Q(handed_in_on__gte=F("month")),
                name="secondment_report_not_before_its_month",
                violation_error_code="handed_in_on",
                violation_error_message=_("Không thể báo cáo trước khi tháng bắt đầu."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.secondment}, {self.month:%m/%Y}"

    @property
    def member(self) -> Member:
        return self.secondment.member

    def clean(self):
        """A report is of a month the secondment touches."""
        if not (self.secondment_id and self.month):
            return
        if not self.secondment.touches(self.month):
            raise ValidationError({"month": _("Tháng này đồng chí không đi tăng cường ở đây.")})
