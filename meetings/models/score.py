"""The quality of one meeting in points, by the frame that held on its day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetings.models.draft import DraftRow
from meetings.models.meeting import Meeting
from meetings.querysets import OfMeetingQuerySet, OfScoreQuerySet
from partyunit.fields import LineField
from partyunit.models import Record
from regulations.models import Regulation


class QualityScore(Record):
    """What a cell gave its own meeting (chấm điểm chất lượng sinh hoạt), of 100 points.

    `frame` is the regulation whose criteria it was scored by; `total` the sum of the lines.
    """

    class Band(models.TextChoices):
        GOOD = "good", _("tốt")
        FAIR = "fair", _("khá")
        AVERAGE = "average", _("trung bình")
        POOR = "poor", _("kém")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("cuộc họp"), on_delete=models.PROTECT, related_name="scores"
    )
    frame = models.ForeignKey(
        Regulation,
        verbose_name=_("khung điểm"),
        on_delete=models.PROTECT,
        related_name="quality_scores",
        editable=False,
    )
    total = models.DecimalField(_("tổng điểm"), max_digits=4, decimal_places=1, editable=False)

    objects = OfMeetingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("chấm điểm chất lượng")
        ordering = ["meeting"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(voided_at__isnull=True),
                name="quality_score_once_per_meeting",
                violation_error_code="meeting",
                violation_error_message=_("Cuộc họp này đã chấm điểm."),
            ),
            models.CheckConstraint(
                condition=Q(total__gte=0, total__lte=100),
                name="quality_score_of_a_hundred",
                violation_error_message=_("Tổng điểm từ 0 đến 100."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.total}"


class ScoreLine(DraftRow):
    """The points of one criterion of the frame; points lost have a reason.

    `is_from_record`: taken from what was recorded of the meeting, and follows it when asked;
    what a person set stays.
    """

    score = models.ForeignKey(QualityScore, on_delete=models.PROTECT, related_name="lines")
    criterion = models.CharField(_("tiêu chí"), max_length=40)
    most = models.DecimalField(_("điểm tối đa"), max_digits=4, decimal_places=1, editable=False)
    points = models.DecimalField(_("điểm"), max_digits=4, decimal_places=1)
    reason = LineField(_("lý do trừ điểm"), max_length=300, blank=True)
    is_from_record = models.BooleanField(_("lấy theo ghi chép"), default=False, editable=False)

    objects = OfScoreQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("điểm tiêu chí")
        ordering = ["score", "pk"]
        constraints = [
            *DraftRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["score", "criterion"],
                condition=Q(voided_at__isnull=True),
                name="score_line_once_per_criterion",
                violation_error_message=_("Tiêu chí này đã chấm."),
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0, points__lte=F("most")),
                name="score_line_within_most",
                violation_error_code="points",
                violation_error_message=_("Điểm từ 0 đến điểm tối đa của tiêu chí."),
            ),
            models.CheckConstraint(
                condition=Q(points=F("most")) | ~Q(reason=""),
                name="score_line_loss_has_reason",
                violation_error_code="reason",
                violation_error_message=_("Trừ điểm thì phải ghi lý do."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"
