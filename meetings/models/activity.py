"""Study campaigns and the activities beside the meetings, with who took part."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Committee
from documents.models import Document
from meetings.querysets import ActivityQuerySet, CampaignQuerySet, OfActivityQuerySet
from members.models import Member
from partyunit.constraints import AllOrNone
from partyunit.fields import DayField, DerivedField, LineField, ProseField
from partyunit.models import Record, Span
from partyunit.text import fold


class Campaign(Span):
    """A study campaign (đợt học tập): its theme, its directive, the span it runs."""

    committee = models.ForeignKey(
        Committee, verbose_name=_("đảng bộ"), on_delete=models.PROTECT, related_name="campaigns"
    )
    title = LineField(_("tên đợt"), max_length=200)
    theme = ProseField(_("chủ đề"), blank=True)
    document = models.ForeignKey(
        Document,
        verbose_name=_("văn bản"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="campaigns",
    )

    objects = CampaignQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("đợt học tập")
        ordering = ["-from_on", "-pk"]
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["committee", "title"],
                condition=Q(voided_at__isnull=True),
                name="campaign_title_once",
                violation_error_code="title",
                violation_error_message=_("Đảng bộ đã có đợt học tập mang tên này."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:campaign", args=[self.pk])

    def clean(self):
        """A first day moved on past what belongs to it already."""
        if not (self.pk and self.from_on):
            return
        begun = [
            *self.meetings.valid().filter(meets_on__lt=self.from_on).values_list("meets_on"),
            *self.activities.valid().filter(starts_on__lt=self.from_on).values_list("starts_on"),
        ]
        if begun:
            told = _("Đã có cuộc họp hoặc hoạt động của đợt này từ ngày %(day)s.")
            day = f"{min(begun)[0]:%d/%m/%Y}"
            raise ValidationError({"from_on": told % {"day": day}})

    def check_begun(self, day: dt.date | None) -> None:
        """Nothing belongs to a campaign before its first day; making up for it later is common."""
        if day and day < self.from_on:
            told = _("Đợt học tập này bắt đầu ngày %(day)s, sau ngày ghi ở đây.")
            raise ValidationError({"campaign": told % {"day": f"{self.from_on:%d/%m/%Y}"}})


class Activity(Record):
    """One activity of the committee, or of a cell: volunteer Saturday, listening conference, study,
    thrift, inspection and supervision with plan, target and conclusion.
    """

    class Kind(models.TextChoices):
        STUDY = "study", _("học tập, quán triệt")
        VOLUNTEER = "volunteer", _("Ngày thứ bảy tình nguyện")
        LISTENING = "listening", _("hội nghị lắng nghe ý kiến nhân dân")
        THRIFT = "thrift", _("thực hành tiết kiệm, chống lãng phí")
        REFORM = "reform", _("cải cách hành chính")
        DEMOCRACY = "democracy", _("dân chủ cơ sở")
        INSPECTION = "inspection", _("kiểm tra")
        SUPERVISION = "supervision", _("giám sát")
        OTHER = "other", _("hoạt động khác")

    class State(models.TextChoices):
        PLANNED = "planned", _("dự kiến")
        DONE = "done", _("đã làm")
        CANCELLED = "cancelled", _("không làm")

    INSPECTIONS = (Kind.INSPECTION, Kind.SUPERVISION)

    committee = models.ForeignKey(
        Committee, verbose_name=_("đảng bộ"), on_delete=models.PROTECT, related_name="activities"
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ tổ chức"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="activities",
    )
    campaign = models.ForeignKey(
        Campaign,
        verbose_name=_("đợt học tập"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="activities",
    )
    kind = models.CharField(_("loại hoạt động"), max_length=11, choices=Kind.choices)
    title = LineField(_("tên hoạt động"), max_length=300)
    search_title = DerivedField(source="title", derive=fold, max_length=300)
    starts_on = DayField(_("từ ngày"))
    ends_on = DayField(_("đến hết ngày"))
    place = LineField(_("địa điểm"), max_length=160, blank=True)
    plan = models.ForeignKey(
        Document,
        verbose_name=_("kế hoạch"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="planned_activities",
    )
    target = ProseField(_("đối tượng, chỉ tiêu"), blank=True)
    target_cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ được kiểm tra, giám sát"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="inspections",
    )
    state = models.CharField(
        _("tình trạng"), max_length=9, choices=State.choices, default=State.PLANNED
    )
    state_reason = LineField(_("lý do không làm"), blank=True)
    result = ProseField(_("kết quả"), blank=True)
    conclusion = ProseField(_("kết luận"), blank=True)
    conclusion_document = models.ForeignKey(
        Document,
        verbose_name=_("văn bản kết luận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="concluded_activities",
    )

    objects = ActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("hoạt động")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="activity_ends_after_start",
                violation_error_code="ends_on",
                violation_error_message=_("Ngày kết thúc phải từ ngày bắt đầu trở đi."),
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(state_reason=""),
                name="activity_cancelled_has_reason",
                violation_error_code="state_reason",
                violation_error_message=_("Không làm thì phải ghi lý do."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["inspection", "supervision"], state="done")
                | ~Q(conclusion=""),
                name="activity_inspection_has_conclusion",
                violation_error_code="conclusion",
                violation_error_message=_("Kiểm tra, giám sát xong phải có kết luận."),
            ),
            models.CheckConstraint(
                condition=Q(target_cell__isnull=True) | Q(kind__in=["inspection", "supervision"]),
                name="activity_target_cell_of_inspection",
                violation_error_code="target_cell",
                violation_error_message=_("Chỉ kiểm tra, giám sát mới ghi chi bộ được kiểm tra."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:activity", args=[self.pk])

    def clean(self):
        if self.cell and self.cell.committee_id != self.committee_id:
            raise ValidationError({"cell": _("Chi bộ này không thuộc đảng bộ đã chọn.")})
        if self.target_cell and self.target_cell.committee_id != self.committee_id:
            raise ValidationError({"target_cell": _("Chi bộ này không thuộc đảng bộ đã chọn.")})
        if self.campaign and self.campaign.committee_id != self.committee_id:
            raise ValidationError({"campaign": _("Đợt học tập này của đảng bộ khác.")})
        if self.campaign:
            self.campaign.check_begun(self.starts_on)
        is_done = self.state == self.State.DONE
        if is_done and not self.result and self.kind not in self.INSPECTIONS:
            raise ValidationError({"result": _("Đã làm thì phải ghi kết quả.")})

    @property
    def state_text(self) -> str:
        """As on the day asked for (`ActivityQuerySet.as_on`), else as it stands."""
        return str(self.State(getattr(self, "state_on", self.state)).label)

    @property
    def is_inspection(self) -> bool:
        return self.kind in self.INSPECTIONS

    @property
    def takes_part(self) -> bool:
        """Whether who took part may still be recorded."""
        return not self.is_voided and self.state != self.State.CANCELLED


class Participation(Record):
    """Who took part in an activity: one member, or a cell by the number of its people."""

    activity = models.ForeignKey(
        Activity,
        verbose_name=_("hoạt động"),
        on_delete=models.PROTECT,
        related_name="participations",
    )
    cell = models.ForeignKey(
        Cell, verbose_name=_("chi bộ"), on_delete=models.PROTECT, related_name="participations"
    )
    member = models.ForeignKey(
        Member,
        verbose_name=_("đảng viên"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="participations",
    )
    head_count = models.PositiveSmallIntegerField(_("số người"), null=True, blank=True)
    contribution = LineField(_("phần việc, kết quả"), blank=True)

    objects = OfActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("tham gia hoạt động")
        ordering = ["activity", "cell", "member__sort_name", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["activity", "member"],
                condition=Q(voided_at__isnull=True, member__isnull=False),
                name="participation_member_once",
                violation_error_code="member",
                violation_error_message=_("Đồng chí này đã ghi tham gia."),
            ),
            models.UniqueConstraint(
                fields=["activity", "cell"],
                condition=Q(voided_at__isnull=True, member__isnull=True),
                name="participation_cell_once",
                violation_error_code="cell",
                violation_error_message=_("Chi bộ này đã ghi số người tham gia."),
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=False, head_count__isnull=True)
                | Q(member__isnull=True, head_count__gt=0),
                name="participation_member_or_count",
                violation_error_code="head_count",
                violation_error_message=_("Ghi tên một đảng viên, hoặc số người của chi bộ."),
            ),
            AllOrNone(
                by=["activity", "cell"],
                field="member",
                name="participation_names_or_number",
                violation_error_code="head_count",
                violation_error_message=_(
                    "Ghi tên từng người, hoặc chỉ ghi số người; không ghi cả hai."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.member or self.cell)
