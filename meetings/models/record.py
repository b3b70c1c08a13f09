"""The course of a meeting: what was on the agenda, who said what, what was given to whom to do."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.draft import DraftRow
from meetings.models.meeting import Meeting
from meetings.querysets import ActionItemQuerySet, OfMeetingQuerySet, OpinionQuerySet
from members.models import Member
from partyunit.fields import DayField, LineField, ProseField


class AgendaItem(DraftRow):
    """One point of the agenda, with the chair's conclusion on it."""

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("cuộc họp"), on_delete=models.PROTECT, related_name="agenda"
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    title = LineField(_("nội dung"), max_length=300)
    presenter = models.ForeignKey(
        Member,
        verbose_name=_("người trình bày"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    summary = ProseField(_("tóm tắt"), blank=True)
    conclusion = ProseField(_("kết luận"), blank=True)

    objects = OfMeetingQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("nội dung họp")
        ordering = ["meeting", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"


class Opinion(DraftRow):
    """What one person said on one point; `is_self_criticism` marks self-criticism and criticism."""

    item = models.ForeignKey(
        AgendaItem, verbose_name=_("nội dung"), on_delete=models.PROTECT, related_name="opinions"
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    speaker = models.ForeignKey(
        Member,
        verbose_name=_("người phát biểu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="opinions",
    )
    guest_name = LineField(_("khách phát biểu"), max_length=120, blank=True)
    text = ProseField(_("ý kiến"))
    is_self_criticism = models.BooleanField(_("tự phê bình và phê bình"), default=False)

    objects = OpinionQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("ý kiến")
        ordering = ["item", "position", "pk"]
        constraints = [
            *DraftRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(speaker__isnull=False, guest_name="")
                | Q(speaker__isnull=True) & ~Q(guest_name=""),
                name="opinion_has_one_speaker",
                violation_error_code="speaker",
                violation_error_message=_("Chọn người phát biểu, hoặc ghi tên khách."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guest_name or self.speaker}: {self.text[:60]}"


class ActionItem(DraftRow):
    """A task given at a meeting (nhiệm vụ giao): who, what, by when; it comes back until closed."""

    class State(models.TextChoices):
        OPEN = "open", _("chưa làm")
        DOING = "doing", _("đang làm")
        DONE = "done", _("xong")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("giao tại"), on_delete=models.PROTECT, related_name="action_items"
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=1)
    task = ProseField(_("nhiệm vụ"))
    assignee = models.ForeignKey(
        Member,
        verbose_name=_("người thực hiện"),
        on_delete=models.PROTECT,
        related_name="action_items",
    )
    due_on = DayField(_("hạn"))
    state = models.CharField(
        _("tình trạng"), max_length=5, choices=State.choices, default=State.OPEN
    )
    result = ProseField(_("kết quả"), blank=True)
    closed_on = DayField(_("ngày xong"), null=True, blank=True)

    objects = ActionItemQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("nhiệm vụ giao")
        ordering = ["meeting", "position", "pk"]
        constraints = [
            *DraftRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="done", closed_on__isnull=False)
                | ~Q(state="done") & Q(closed_on__isnull=True),
                name="action_item_done_has_day",
                violation_error_code="closed_on",
                violation_error_message=_(
                    "Việc đã xong phải có ngày xong; việc chưa xong thì không."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.task[:80]

    def clean(self):
        if self.due_on and self.due_on < self.meeting.meets_on:
            raise ValidationError({"due_on": _("Hạn phải từ ngày họp trở đi.")})
