"""A meeting, who was on its roll, and its guests."""

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Committee
from meetings.models.draft import DraftRow
from meetings.querysets import STANDING, GuestQuerySet, MeetingQuerySet, OfMeetingQuerySet
from members.models import Member
from partyunit.dates import quarter_of, roman_quarter
from partyunit.fields import DayField, DerivedField, LineField
from partyunit.models import Record
from partyunit.text import fold

if TYPE_CHECKING:
    from meetings.models.minutes import Minutes


class Meeting(Record):
    """A gathering of a cell, or (without a cell) of the committee.

    Date and hours are those of the place, not an instant. `counts_for` is the first day of the
    month the meeting counts for; a cell holds one regular meeting for each month. A cell
    proposes its plan; it is agreed once a records officer has said so (`agreed_at`).
    """

    class Kind(models.TextChoices):
        REGULAR = "regular", _("thường kỳ")
        THEMATIC = "thematic", _("chuyên đề")
        MODEL = "model", _("mẫu")
        COMMITTEE = "committee", _("họp Đảng ủy")
        EXTRAORDINARY = "extraordinary", _("bất thường")

    class State(models.TextChoices):
        PLANNED = "planned", _("dự kiến")
        HELD = "held", _("đã họp")
        POSTPONED = "postponed", _("hoãn")
        CANCELLED = "cancelled", _("không họp")

    # What is a cell's meeting of the month: a model one is that, held for others too.
    MONTHLY = (Kind.REGULAR, Kind.MODEL)

    committee = models.ForeignKey(
        Committee, verbose_name=_("đảng bộ"), on_delete=models.PROTECT, related_name="meetings"
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meetings",
    )
    kind = models.CharField(_("loại"), max_length=13, choices=Kind.choices)
    counts_for = DayField(_("tính cho tháng"))
    meets_on = DayField(_("ngày họp"))
    starts_at = models.TimeField(_("bắt đầu"), null=True, blank=True)
    ends_at = models.TimeField(_("kết thúc"), null=True, blank=True)
    place = LineField(_("địa điểm"), max_length=160)
    topic = LineField(_("chủ đề"), max_length=300, blank=True)
    search_topic = DerivedField(source="topic", derive=fold, max_length=300)
    state = models.CharField(
        _("tình trạng"), max_length=9, choices=State.choices, default=State.PLANNED
    )
    state_reason = LineField(_("lý do hoãn, không họp"), blank=True)
    chair = models.ForeignKey(
        Member,
        verbose_name=_("chủ trì"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="chaired",
    )
    clerk = models.ForeignKey(
        Member,
        verbose_name=_("thư ký"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recorded",
    )
    attendant = models.ForeignKey(
        Member,
        verbose_name=_("cấp ủy viên dự"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attended_for_committee",
    )
    agreed_at = models.DateTimeField(_("thống nhất lúc"), null=True, blank=True, editable=False)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người thống nhất"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    campaign = models.ForeignKey(
        "meetings.Campaign",
        verbose_name=_("đợt học tập"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meetings",
    )
    modelled_on = models.ForeignKey(
        "self",
        verbose_name=_("theo cuộc họp mẫu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followers",
    )

    objects = MeetingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("cuộc họp")
        ordering = ["-meets_on", "-pk"]
        indexes = [models.Index(fields=["cell", "meets_on"], name="meeting_by_cell_and_day")]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["cell", "counts_for"],
                condition=Q(voided_at__isnull=True, kind="regular", state__in=["planned", "held"]),
                name="meeting_regular_once_a_month",
                violation_error_code="counts_for",
                violation_error_message=_("Chi bộ đã có cuộc họp thường kỳ cho tháng này."),
            ),
            models.CheckConstraint(
                condition=Q(kind="committee", cell__isnull=True)
                | Q(kind="extraordinary")
                | Q(kind__in=["regular", "thematic", "model"], cell__isnull=False),
                name="meeting_cell_fits_kind",
                violation_error_code="cell",
                violation_error_message=_(
                    "Họp Đảng ủy không ghi chi bộ; họp chi bộ phải ghi chi bộ."
                ),
            ),
            models.CheckConstraint(
                condition=Q(counts_for__day=1),
                name="meeting_counts_for_a_month",
                violation_error_code="counts_for",
                violation_error_message=_("Tháng tính phải ghi ngày mùng 1."),
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="meeting_ends_after_start",
                violation_error_code="ends_at",
                violation_error_message=_("Giờ kết thúc phải sau giờ bắt đầu."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "held"]) | ~Q(state_reason=""),
                name="meeting_not_held_has_reason",
                violation_error_code="state_reason",
                violation_error_message=_("Hoãn hoặc không họp phải ghi lý do."),
            ),
            models.CheckConstraint(
                condition=Q(chair__isnull=True) | Q(clerk__isnull=True) | ~Q(chair=F("clerk")),
                name="meeting_chair_is_not_clerk",
                violation_error_code="clerk",
                violation_error_message=_(
                    "Người chủ trì không ghi biên bản; hãy chọn thư ký khác."
                ),
            ),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True, agreed_by__isnull=True)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False),
                name="meeting_agreed_by_someone",
                violation_error_message=_("Lịch họp đã thống nhất phải ghi ai thống nhất."),
            ),
            models.CheckConstraint(
                condition=Q(attendant__isnull=True) | Q(cell__isnull=False),
                name="meeting_attendant_of_a_cell",
                violation_error_code="attendant",
                violation_error_message=_("Cấp ủy viên dự là của cuộc họp chi bộ."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.meets_on:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:detail", args=[self.pk])

    @property
    def title(self) -> str:
        """`Họp chi bộ tháng 3 năm 2019`, by kind."""
        names = {
            self.Kind.REGULAR: _("Họp chi bộ tháng %(month)s năm %(year)s"),
            self.Kind.THEMATIC: _("Sinh hoạt chuyên đề tháng %(month)s năm %(year)s"),
            self.Kind.MODEL: _("Sinh hoạt chi bộ mẫu tháng %(month)s năm %(year)s"),
            self.Kind.COMMITTEE: _("Họp Đảng ủy tháng %(month)s năm %(year)s"),
            self.Kind.EXTRAORDINARY: _("Họp bất thường tháng %(month)s năm %(year)s"),
        }
        month = self.counts_for
        return str(names[self.Kind(self.kind)]) % {"month": month.month, "year": month.year}

    @property
    def owner(self) -> dict[str, Cell | Committee]:
        """Whose it is, as positions, terms and papers name it: by `cell`, or by `committee`."""
        return {"cell": self.cell} if self.cell else {"committee": self.committee}

    @property
    def stands(self) -> bool:
        """Neither put off nor given up."""
        return self.state in STANDING

    @property
    def quarter(self) -> str:
        """In Roman numerals, as the office writes it."""
        return roman_quarter(quarter_of(self.meets_on))

    @property
    def minutes(self) -> "Minutes | None":
        """The minutes that count; voided ones stay in `all_minutes`."""
        return next((row for row in self.all_minutes.all() if not row.is_voided), None)

    def clean(self):
        months = (
            self.meets_on and self.counts_for and _months_between(self.counts_for, self.meets_on)
        )
        if months and abs(months) > 1:
            raise ValidationError(
                {"meets_on": _("Ngày họp phải trong tháng được tính, tháng trước hoặc tháng sau.")}
            )
        if self.cell and self.cell.committee_id != self.committee_id:
            raise ValidationError({"cell": _("Chi bộ này không thuộc đảng bộ đã chọn.")})
        if self.campaign and self.campaign.committee_id != self.committee_id:
            raise ValidationError({"campaign": _("Đợt học tập này của đảng bộ khác.")})
        if self.campaign:
            self.campaign.check_begun(self.meets_on)
        if self.kind == self.Kind.EXTRAORDINARY and not self.topic:
            raise ValidationError({"topic": _("Họp bất thường phải ghi lý do, nội dung họp.")})
        self._check_modelled_on()
        if self.cell and self.meets_on and not self.cell.exists_on(self.meets_on):
            raise ValidationError(
                {"meets_on": _("Vào ngày này chi bộ chưa thành lập hoặc đã giải thể.")}
            )

    def _check_modelled_on(self):
        """What it starts from is a model meeting of the same committee, and not itself."""
        model = self.modelled_on
        if model is None:
            return
        is_of_here = model.committee_id == self.committee_id and model.pk != self.pk
        if model.kind != self.Kind.MODEL or not is_of_here:
            raise ValidationError({"modelled_on": _("Chỉ lấy theo cuộc họp mẫu của cùng đảng bộ.")})


def _months_between(first: dt.date, last: dt.date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


class Attendance(DraftRow):
    """One member on the roll of one meeting.

    `standing` is how the member counted that day. `not_recorded` is the state until someone
    has called the roll: it is never read as absent.
    """

    class State(models.TextChoices):
        NOT_RECORDED = "not_recorded", _("chưa ghi")
        PRESENT = "present", _("có mặt")
        EXCUSED = "excused", _("vắng có lý do")
        ABSENT = "absent", _("vắng không lý do")
        EXEMPT = "exempt", _("được miễn")
        ELSEWHERE = "elsewhere", _("sinh hoạt nơi khác")

    class Standing(models.TextChoices):
        OFFICIAL = "official", _("chính thức")
        PROBATIONARY = "probationary", _("dự bị")
        TEMPORARY = "temporary", _("sinh hoạt tạm thời")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("cuộc họp"), on_delete=models.PROTECT, related_name="attendances"
    )
    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="attendances"
    )
    standing = models.CharField(_("tư cách"), max_length=12, choices=Standing.choices)
    state = models.CharField(
        _("điểm danh"), max_length=12, choices=State.choices, default=State.NOT_RECORDED
    )
    reason = LineField(_("lý do"), blank=True)

    objects = OfMeetingQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("điểm danh")
        ordering = ["meeting", "member__sort_name", "pk"]
        constraints = [
            *DraftRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "member"],
                condition=Q(voided_at__isnull=True),
                name="attendance_once_per_meeting",
                violation_error_message=_("Đồng chí này đã có trong danh sách điểm danh."),
            ),
            models.CheckConstraint(
                condition=~Q(state="excused") | ~Q(reason=""),
                name="attendance_excused_has_reason",
                violation_error_code="reason",
                violation_error_message=_("Vắng có lý do thì phải ghi lý do."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_state_display()}"


class Guest(DraftRow):
    """Someone asked to the meeting who is not on its roll: the committee's attendant, members of
    other cells, others; and whether they came.
    """

    class Capacity(models.TextChoices):
        OVERSEER = "overseer", _("cấp ủy viên phụ trách")
        OBSERVER = "observer", _("dự học tập")
        SUPERIOR = "superior", _("đại biểu cấp trên")
        OTHER = "other", _("khách mời")

    class State(models.TextChoices):
        INVITED = "invited", _("được mời")
        PRESENT = "present", _("có mặt")
        ABSENT = "absent", _("vắng")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("cuộc họp"), on_delete=models.PROTECT, related_name="guests"
    )
    member = models.ForeignKey(
        Member,
        verbose_name=_("đảng viên"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="visits",
    )
    name = LineField(_("họ và tên"), max_length=120, blank=True)
    organisation = LineField(_("đơn vị"), max_length=160, blank=True)
    capacity = models.CharField(_("tư cách dự"), max_length=8, choices=Capacity.choices)
    state = models.CharField(
        _("có mặt"), max_length=7, choices=State.choices, default=State.PRESENT
    )

    objects = GuestQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("khách dự")
        ordering = ["meeting", "pk"]
        constraints = [
            *DraftRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "member"],
                condition=Q(voided_at__isnull=True),
                name="guest_once_per_meeting",
                violation_error_code="member",
                violation_error_message=_("Đồng chí này đã có trong số khách dự."),
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=False, name="") | Q(member__isnull=True) & ~Q(name=""),
                name="guest_is_member_or_named",
                violation_error_code="name",
                violation_error_message=_("Chọn một đảng viên, hoặc ghi tên khách."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.member)

    def clean(self):
        if self.member_id and self.meeting.attendances.valid().filter(member=self.member_id):
            raise ValidationError(
                {"member": _("Đồng chí này thuộc danh sách điểm danh, không phải khách.")}
            )
        others = self.meeting.guests.valid().exclude(pk=self.pk).select_related("member")
        if self.name and any(map(self._may_be, others)):
            told = _("Đã có khách tên này; nếu là người khác thì ghi đơn vị của mỗi người.")
            raise ValidationError({"name": told})

    def _may_be(self, other: "Guest") -> bool:
        """Of one name, and no two units tell them apart."""
        units = {self.organisation, other.organisation}
        is_of_one_name = self.name.casefold() == str(other).casefold()
        return is_of_one_name and ("" in units or len(units) == 1)
