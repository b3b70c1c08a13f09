"""Members sent to help village cells (tăng cường)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cells.models import HostCell
from documents.models import Document
from members.models.person import Member
from members.querysets import SecondmentQuerySet
from members.rules import written
from partyunit.constraints import NoOverlap
from partyunit.dates import first_possible_day
from partyunit.fields import LineField, ProseField
from partyunit.models import Span


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
    tasks = ProseField(_("nhiệm vụ"), blank=True)
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
            NoOverlap(
                name="secondment_no_overlap",
                by=["member"],
                violation_error_message=_(
                    "Trong thời gian này đồng chí đã đi tăng cường nơi khác."
                ),
            ),
        ]

    def clean(self):
        """Nobody goes before the plan is issued."""
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
