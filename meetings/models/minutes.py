"""The minutes of a meeting: prose by section, then a frozen paper."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from documents.papers.digest import Coded
from meetings.models.draft import DraftRow
from meetings.models.meeting import Meeting
from meetings.querysets import MinutesQuerySet, OfMinutesQuerySet
from partyunit.fields import DayField, ProseField
from partyunit.models import Record


class Minutes(Coded, Record):
    """The minutes (biên bản) of one meeting: draft → submitted → approved.

    Approved, `frozen` holds the whole content as JSON, `content_sha256` its digest (the first
    12 hex digits are printed at the foot), `pdf` and `docx` the paper, each beside its digest,
    and `document` the number it was given in the body's register. Returned, `return_remark` says
    what to mend and `return_anchor` at which place of the page.
    Nothing of an approved meeting changes any more; a correction is a dated addendum.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("đang ghi")
        SUBMITTED = "submitted", _("chờ duyệt")
        APPROVED = "approved", _("đã duyệt")

    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("cuộc họp"),
        on_delete=models.PROTECT,
        related_name="all_minutes",
        related_query_name="minutes",
    )
    state = models.CharField(
        _("tình trạng"), max_length=9, choices=State.choices, default=State.DRAFT
    )
    submitted_at = models.DateTimeField(_("trình lúc"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    return_remark = ProseField(_("ý kiến trả lại"), blank=True)
    return_anchor = models.CharField(_("chỗ cần sửa"), max_length=60, blank=True)
    approved_on = DayField(_("ngày duyệt"), null=True, blank=True)
    approved_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    frozen = models.JSONField(null=True, blank=True, editable=False, encoder=DjangoJSONEncoder)
    content_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    pdf = models.FileField(upload_to="minutes/", blank=True, editable=False)
    pdf_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    docx = models.FileField(upload_to="minutes/", blank=True, editable=False)
    docx_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    document = models.ForeignKey(
        Document,
        verbose_name=_("số biên bản"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="minutes",
    )

    objects = MinutesQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("biên bản")
        verbose_name_plural = _("biên bản")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(voided_at__isnull=True),
                name="minutes_once_per_meeting",
                violation_error_code="meeting",
                violation_error_message=_("Cuộc họp này đã có biên bản."),
            ),
            models.CheckConstraint(
                condition=~Q(state="approved")
                | Q(approved_on__isnull=False, approved_at__isnull=False, frozen__isnull=False)
                & ~Q(content_sha256=""),
                name="minutes_approved_are_frozen",
                violation_error_message=_("Biên bản đã duyệt phải có nội dung chốt."),
            ),
            models.UniqueConstraint(
                fields=["document"],
                name="minutes_number_once",
                violation_error_code="document",
                violation_error_message=_("Số này đã cấp cho một biên bản khác."),
            ),
        ]

    def __str__(self) -> str:
        meeting = str(self.meeting)
        return str(_("Biên bản %(meeting)s") % {"meeting": meeting[0].lower() + meeting[1:]})

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()


class MinutesSection(DraftRow):
    """One prose part: of the minutes, or of the month's resolution made from the same record."""

    class Part(models.TextChoices):
        OPENING = "opening", _("Mở đầu")
        LAST_MONTH = "last_month", _("Kết quả tháng trước")
        DISCUSSION = "discussion", _("Các ý kiến thảo luận khác")
        SELF_CRITICISM = "self_criticism", _("Tự phê bình và phê bình")
        CONCLUSION = "conclusion", _("Kết luận của chủ trì")
        CLOSING = "closing", _("Thông qua biên bản")
        IDEOLOGY = "ideology", _("Công tác chính trị, tư tưởng")
        POLITICAL_TASK = "political_task", _("Kết quả thực hiện nhiệm vụ chính trị")
        PRAISE = "praise", _("Biểu dương, nhắc nhở")
        SHORTCOMING = "shortcoming", _("Hạn chế, nguyên nhân")
        NEXT_MONTH = "next_month", _("Nhiệm vụ tháng tới")

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="sections")
    part = models.CharField(_("phần"), max_length=14, choices=Part.choices)
    text = ProseField(_("nội dung"), blank=True)

    objects = OfMinutesQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("phần biên bản")
        ordering = ["minutes", "pk"]
        constraints = [
            *DraftRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["minutes", "part"],
                condition=Q(voided_at__isnull=True),
                name="minutes_section_once",
                violation_error_message=_("Biên bản đã có phần này."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_part_display()


class MinutesAddendum(Coded, Record):
    """A dated correction of approved minutes: the only way to correct them.

    A paper of its own, frozen with its digests as the minutes are, for theirs no longer changes.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="addenda")
    added_on = DayField(_("ngày bổ sung"))
    text = ProseField(_("nội dung bổ sung"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    frozen = models.JSONField(null=True, editable=False, encoder=DjangoJSONEncoder)
    content_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    pdf = models.FileField(upload_to="minutes/", blank=True, editable=False)
    pdf_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = OfMinutesQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("bổ sung biên bản")
        ordering = ["minutes", "added_on", "pk"]

    def __str__(self) -> str:
        return f"{self.added_on:%d/%m/%Y}: {self.text[:60]}"

    def clean(self):
        if self.minutes.state != Minutes.State.APPROVED or self.minutes.is_voided:
            raise ValidationError(
                _("Chỉ biên bản đã duyệt mới cần bổ sung; bản chưa duyệt thì sửa thẳng.")
            )
        approved_on = self.minutes.approved_on
        if self.added_on and approved_on and self.added_on < approved_on:
            raise ValidationError({"added_on": _("Ngày bổ sung phải từ ngày duyệt trở đi.")})


class Resolution(Coded, Record):
    """The resolution of the month (nghị quyết tháng, parts I–IV), from the record of one meeting.

    Made of what the approved minutes hold, carried by a vote of that meeting; issued, it is
    frozen with its number, files and digests as the minutes are.
    """

    minutes = models.ForeignKey(
        Minutes, verbose_name=_("biên bản"), on_delete=models.PROTECT, related_name="resolutions"
    )
    issued_on = DayField(_("ngày ban hành"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey(
        Document,
        verbose_name=_("số nghị quyết"),
        editable=False,
        on_delete=models.PROTECT,
        related_name="resolutions",
    )
    frozen = models.JSONField(editable=False, encoder=DjangoJSONEncoder)
    content_sha256 = models.CharField(max_length=64, editable=False)
    pdf = models.FileField(upload_to="minutes/", blank=True, editable=False)
    pdf_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    docx = models.FileField(upload_to="minutes/", blank=True, editable=False)
    docx_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = OfMinutesQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("nghị quyết tháng")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["minutes"],
                condition=Q(voided_at__isnull=True),
                name="resolution_once_per_minutes",
                violation_error_code="minutes",
                violation_error_message=_("Cuộc họp này đã có nghị quyết."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.document)

    def get_absolute_url(self) -> str:
        return self.minutes.get_absolute_url()

    @property
    def meeting(self) -> Meeting:
        return self.minutes.meeting
