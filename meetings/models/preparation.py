"""What is sent to the members before a meeting."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from meetings.models.draft import DraftRow
from meetings.models.meeting import Meeting
from meetings.querysets import OfMeetingQuerySet
from partyunit.fields import DayField, LineField


class MeetingPaper(DraftRow):
    """One paper of a meeting (tài liệu): a draft resolution, a directive to be made known.

    `sent_on` is the day the members had it: a day before the meeting at the latest
    (42-HD/BTCTW 28/10/2025, second-hand). Its file, or the paper of the register, is optional.
    """

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("cuộc họp"), on_delete=models.PROTECT, related_name="papers"
    )
    title = LineField(_("tài liệu"), max_length=300)
    sent_on = DayField(_("gửi đảng viên ngày"), null=True, blank=True)
    document = models.ForeignKey(
        Document,
        verbose_name=_("văn bản trong sổ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meeting_papers",
    )
    file = models.FileField(_("tệp"), upload_to="meeting-papers/", blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = OfMeetingQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("tài liệu họp")
        ordering = ["meeting", "pk"]
        constraints = [
            *DraftRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(file="") | ~Q(file_sha256=""),
                name="meeting_paper_file_has_digest",
                violation_error_code="file",
                violation_error_message=_("Tệp phải được ghi cùng mã kiểm tra."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
