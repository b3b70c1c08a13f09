"""The course of a meeting: what was on the agenda, who said what, what was given to whom to do."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
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
    """A task given at a meeting (nhiệm vụ giao): who, what, by when; it comes back until closed.

    Closed is what is done, or dropped with the reason as its result. `due_on` is the day the
    minutes say and stays; one put off has its new day and the reason beside it.
    """

    class State(models.TextChoices):
        OPEN = "open", _("chưa làm")
        DOING = "doing", _("đang làm")
        DONE = "done", _("xong")
        DROPPED = "dropped", _("không làm nữa")

    CLOSED = (State.DONE, State.DROPPED)

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
    extended_to = DayField(_("gia hạn đến"), null=True, blank=True)
    extended_on = DayField(_("ngày gia hạn"), null=True, blank=True, editable=False)
    extension_reason = LineField(_("lý do gia hạn"), blank=True)
    state = models.CharField(
        _("tình trạng"), max_length=7, choices=State.choices, default=State.OPEN
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
                condition=Q(state__in=["done", "dropped"], closed_on__isnull=False)
                | ~Q(state__in=["done", "dropped"]) & Q(closed_on__isnull=True),
                name="action_item_closed_has_day",
                violation_error_code="closed_on",
                violation_error_message=_(
                    "Việc đã xong hoặc không làm nữa phải có ngày; việc chưa xong thì không."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(result=""),
                name="action_item_dropped_has_reason",
                violation_error_code="result",
                violation_error_message=_("Không làm nữa thì phải ghi lý do."),
            ),
            models.CheckConstraint(
                condition=Q(extended_to__isnull=True) | Q(extended_to__gt=F("due_on")),
                name="action_item_extended_later",
                violation_error_code="extended_to",
                violation_error_message=_("Ngày gia hạn phải sau hạn đã giao."),
            ),
            models.CheckConstraint(
                condition=Q(extended_to__isnull=True, extension_reason="")
                | Q(extended_to__isnull=False) & ~Q(extension_reason=""),
                name="action_item_extended_has_reason",
                violation_error_code="extension_reason",
                violation_error_message=_("Gia hạn phải ghi lý do."),
            ),
        ]

    def __str__(self) -> str:
        return self.task[:80]

    def get_absolute_url(self) -> str:
        return reverse("meetings:task", args=[self.pk])

    @property
    def last_day(self) -> dt.date:
        """The day in force: put off, or as given."""
        return self.extended_to or self.due_on

    def is_closed_on(self, day: dt.date) -> bool:
        return self.closed_on is not None and self.closed_on <= day

    def is_overdue_on(self, day: dt.date) -> bool:
        return self.last_day < day and not self.is_closed_on(day)

    def clean(self):
        if self.due_on and self.due_on < self.meeting.meets_on:
            raise ValidationError({"due_on": _("Hạn phải từ ngày họp trở đi.")})
        if self.closed_on and self.closed_on < self.meeting.meets_on:
            raise ValidationError({"closed_on": _("Ngày xong phải từ ngày họp giao việc trở đi.")})
