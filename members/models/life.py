"""The life in the Party: spans of membership, and where a member takes part in cell life."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from cells.wording import cell_title
from documents.models import Document
from members.models.person import Member
from members.querysets import MembershipQuerySet, PlacementQuerySet
from members.rules import may_be_admitted_from, written
from partyunit.constraints import NoOverlap
from partyunit.dates import DAY, first_possible_day
from partyunit.fields import DayField, LineField, PartialDateField
from partyunit.models import Record, Span
from regulations.models import Regulation


class Membership(Record):
    """One span in the Party. A re-admitted member has two.

    Party age counts from the admission decision, probation from the ceremony; a late
    recognition sets `official_from` to the day the twelve months ended, whatever the day of
    its decision (Điều lệ Đảng, Điều 5; 24-QĐ/TW 30/7/2021). `ended_on` is the last day in
    the Party. `recorded_on` is the program's day on which the admission was entered: an
    admission that has not happened yet cannot be recorded.

    `admission_rule` and `probation_rule` are the regulations by which the act was judged, as
    of its day. What goes against one stands only with its reason: `admission_note` (a step
    that is missing, a return before its time), `official_note` (another day than the rule's).
    """

    class EndReason(models.TextChoices):
        REMOVED = "removed", _("xóa tên")
        EXPELLED = "expelled", _("khai trừ")
        RESIGNED = "resigned", _("xin ra khỏi Đảng")
        DIED = "died", _("từ trần")

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="memberships"
    )
    decision_on = PartialDateField(_("ngày quyết định kết nạp"))
    decision_number = LineField(_("số quyết định kết nạp"), max_length=60, blank=True)
    ceremony_on = DayField(_("ngày làm lễ kết nạp"))
    recognition_decision_on = DayField(_("ngày quyết định công nhận"), null=True, blank=True)
    official_from = DayField(_("chính thức từ ngày"), null=True, blank=True)
    ended_on = DayField(_("ngày cuối trong Đảng"), null=True, blank=True)
    end_reason = models.CharField(
        _("lý do ra"), max_length=10, choices=EndReason.choices, blank=True
    )
    recorded_on = DayField(_("ngày vào sổ"))
    recognition_number = LineField(_("số quyết định công nhận"), max_length=60, blank=True)
    admission_decision = models.ForeignKey(
        Document,
        verbose_name=_("quyết định kết nạp"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="admissions",
    )
    recognition_decision = models.ForeignKey(
        Document,
        verbose_name=_("quyết định công nhận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recognitions",
    )
    end_decision = models.ForeignKey(
        Document,
        verbose_name=_("quyết định ra khỏi Đảng"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="endings",
    )
    admission_rule = models.ForeignKey(
        Regulation,
        verbose_name=_("quy định về kết nạp"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="admissions",
    )
    probation_rule = models.ForeignKey(
        Regulation,
        verbose_name=_("quy định về thời gian dự bị"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="probations",
    )
    admission_note = LineField(_("lý do kết nạp khác quy định"), blank=True)
    official_note = LineField(_("lý do ngày chính thức khác quy định"), blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("quá trình trong Đảng")
        ordering = ["ceremony_on", "pk"]
        constraints = [
            *Record.Meta.constraints,
            NoOverlap(
                name="membership_no_overlap",
                by=["member"],
                ends=["ceremony_on", "ended_on"],
                violation_error_message=_("Đồng chí này đang là đảng viên trong thời gian đó."),
            ),
            models.CheckConstraint(
                condition=~Q(decision_on_precision="day") | Q(ceremony_on__gte=F("decision_on")),
                name="membership_ceremony_after_decision",
                violation_error_code="ceremony_on",
                violation_error_message=_("Lễ kết nạp không thể trước ngày quyết định kết nạp."),
            ),
            models.CheckConstraint(
                condition=Q(official_from__isnull=True) | Q(official_from__gt=F("ceremony_on")),
                name="membership_official_after_ceremony",
                violation_error_code="official_from",
                violation_error_message=_("Ngày chính thức phải sau ngày làm lễ kết nạp."),
            ),
            models.CheckConstraint(
                condition=Q(recognition_decision_on__isnull=True) | Q(official_from__isnull=False),
                name="membership_recognition_sets_official",
                violation_error_code="official_from",
                violation_error_message=_("Có quyết định công nhận thì phải có ngày chính thức."),
            ),
            # The cell considers a member after probation; official is as of its end.
            models.CheckConstraint(
                condition=Q(recognition_decision_on__isnull=True)
                | Q(recognition_decision_on__gte=F("official_from")),
                name="membership_recognition_after_probation",
                violation_error_code="recognition_decision_on",
                violation_error_message=_(
                    "Quyết định công nhận không thể trước ngày hết thời gian dự bị."
                ),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end_reason="")
                | Q(ended_on__gte=F("ceremony_on")) & ~Q(end_reason=""),
                name="membership_end_has_reason",
                violation_error_code="ended_on",
                violation_error_message=_("Ngày ra khỏi Đảng phải có lý do và sau ngày kết nạp."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True)
                | (Q(official_from__isnull=True) | Q(official_from__lte=F("ended_on")))
                & (
                    Q(recognition_decision_on__isnull=True)
                    | Q(recognition_decision_on__lte=F("ended_on"))
                ),
                name="membership_official_before_end",
                violation_error_code="ended_on",
                violation_error_message=_(
                    "Công nhận chính thức phải trước ngày ra khỏi Đảng; hãy hủy lần ghi nhầm trước."
                ),
            ),
            models.CheckConstraint(
                condition=Q(end_decision__isnull=True) | Q(ended_on__isnull=False),
                name="membership_end_decision_of_an_end",
                violation_error_code="end_decision",
                violation_error_message=_("Chưa ra khỏi Đảng thì không có quyết định này."),
            ),
            models.CheckConstraint(
                condition=Q(recognition_decision__isnull=True, recognition_number="")
                | Q(recognition_decision_on__isnull=False),
                name="membership_recognition_paper_has_day",
                violation_error_code="recognition_decision_on",
                violation_error_message=_("Ghi ngày của quyết định công nhận."),
            ),
            models.CheckConstraint(
                condition=Q(ceremony_on__lte=F("recorded_on")),
                name="membership_not_in_future",
                violation_error_code="ceremony_on",
                violation_error_message=_("Ngày kết nạp chưa đến; chỉ ghi việc đã diễn ra."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.ceremony_on:%d/%m/%Y}"

    def clean(self):
        if not (self.member_id and self.decision_on and self.ceremony_on):
            return
        if self.decision_on_precision != DAY and (
            first_possible_day(self.decision_on) > self.ceremony_on
        ):
            raise ValidationError(
                {"decision_on": _("Quyết định kết nạp không thể sau ngày làm lễ kết nạp.")}
            )
        if self.ceremony_on < may_be_admitted_from(self.member.born_on):
            raise ValidationError(
                {
                    "ceremony_on": _(
                        "Tháng làm lễ kết nạp đồng chí chưa đủ 18 tuổi; hãy kiểm tra ngày sinh."
                    )
                }
            )
        self._check_after_earlier_span()

    def _check_after_earlier_span(self) -> None:
        spans = self.member.memberships.valid().exclude(pk=self.pk)
        earlier = spans.filter(ceremony_on__lt=self.ceremony_on, ended_on__gte=self.decision_on)
        if (span := earlier.first()) is not None:
            raise ValidationError(
                {
                    "decision_on": _(
                        "Đến hết ngày %(day)s đồng chí còn ở trong Đảng theo lần kết nạp trước."
                    )
                    % {"day": written(span.ended_on)}
                }
            )

    def is_probationary_on(self, day) -> bool:
        return self.official_from is None or day < self.official_from


class Placement(Span):
    """Where a member takes part in cell life (sinh hoạt chi bộ) over a span of days.

    In one of the committee's cells, or in an outside organisation named by text. `official`
    is the place that counts a member; `temporary` is activity by a letter of introduction.
    A letter of introduction (giấy giới thiệu sinh hoạt đảng) brings a member here (`letter_on`,
    handed in on `handed_in_on`) or takes one away (`left_letter_on`); a transfer out is open
    until the new place has received the member (`received_on`).
    """

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("chính thức")
        TEMPORARY = "temporary", _("tạm thời")

    class StartReason(models.TextChoices):
        FOUNDING = "founding", _("khi thành lập")
        ADMISSION = "admission", _("kết nạp")
        TRANSFER_IN = "transfer_in", _("chuyển đến")
        INTERNAL = "internal", _("chuyển trong đảng bộ")
        READMISSION = "readmission", _("kết nạp lại")
        TEMPORARY = "temporary", _("sinh hoạt tạm thời")

    class EndReason(models.TextChoices):
        INTERNAL = "internal", _("chuyển trong đảng bộ")
        TRANSFER_OUT = "transfer_out", _("chuyển đi")
        REMOVED = "removed", _("xóa tên")
        EXPELLED = "expelled", _("khai trừ")
        RESIGNED = "resigned", _("xin ra khỏi Đảng")
        DIED = "died", _("từ trần")

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="placements"
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="placements",
    )
    outside_name = LineField(_("tổ chức Đảng nơi khác"), blank=True)
    kind = models.CharField(
        _("hình thức"), max_length=9, choices=Kind.choices, default=Kind.OFFICIAL
    )
    start_reason = models.CharField(_("lý do đến"), max_length=12, choices=StartReason.choices)
    end_reason = models.CharField(
        _("lý do đi"), max_length=12, choices=EndReason.choices, blank=True
    )
    came_from = LineField(_("chuyển đến từ"), blank=True)
    went_to = LineField(_("chuyển đi đâu"), blank=True)
    letter_number = LineField(_("số giấy giới thiệu đến"), max_length=60, blank=True)
    letter_on = DayField(_("ngày giấy giới thiệu đến"), null=True, blank=True)
    handed_in_on = DayField(_("ngày nộp giấy giới thiệu"), null=True, blank=True)
    left_letter_number = LineField(_("số giấy giới thiệu đi"), max_length=60, blank=True)
    left_letter_on = DayField(_("ngày giấy giới thiệu đi"), null=True, blank=True)
    received_on = DayField(_("ngày nơi đến tiếp nhận"), null=True, blank=True)
    decision = models.ForeignKey(
        Document,
        verbose_name=_("quyết định"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="placements",
    )
    left_decision = models.ForeignKey(
        Document,
        verbose_name=_("quyết định chuyển đi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="departures",
    )

    objects = PlacementQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("nơi sinh hoạt")
        ordering = ["from_on", "pk"]
        indexes = [models.Index(fields=["cell", "from_on"], name="placement_by_cell")]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(cell__isnull=False, outside_name="")
                | Q(cell__isnull=True) & ~Q(outside_name=""),
                name="placement_has_one_place",
                violation_error_code="cell",
                violation_error_message=_(
                    "Ghi một nơi sinh hoạt: chi bộ hoặc tổ chức Đảng nơi khác."
                ),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["official", "temporary"]),
                name="placement_kind_is_known",
                violation_error_code="kind",
                violation_error_message=_("Hình thức là chính thức hoặc tạm thời."),
            ),
            models.CheckConstraint(
                condition=Q(kind="temporary")
                | Q(to_on__isnull=True, end_reason="")
                | Q(to_on__isnull=False) & ~Q(end_reason=""),
                name="placement_end_has_reason",
                violation_error_code="to_on",
                violation_error_message=_("Kết thúc sinh hoạt phải có ngày và lý do."),
            ),
            models.CheckConstraint(
                condition=Q(handed_in_on__isnull=True)
                | Q(letter_on__isnull=True)
                | Q(handed_in_on__gte=F("letter_on")),
                name="placement_handed_in_after_letter",
                violation_error_code="handed_in_on",
                violation_error_message=_("Ngày nộp phải từ ngày giấy giới thiệu trở đi."),
            ),
            models.CheckConstraint(
                condition=Q(end_reason="transfer_out")
                | Q(
                    left_letter_number="",
                    left_letter_on__isnull=True,
                    received_on__isnull=True,
                    left_decision__isnull=True,
                ),
                name="placement_leaving_letter_of_transfer_out",
                violation_error_code="left_letter_on",
                violation_error_message=_("Chỉ chuyển đi mới có giấy giới thiệu đi."),
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True)
                | Q(left_letter_on__isnull=True)
                | Q(received_on__gte=F("left_letter_on")),
                name="placement_received_after_letter",
                violation_error_code="received_on",
                violation_error_message=_("Ngày tiếp nhận phải từ ngày giấy giới thiệu trở đi."),
            ),
            NoOverlap(
                name="placement_no_overlap",
                by=["member", "kind"],
                violation_error_message=_(
                    "Đồng chí này đã có nơi sinh hoạt cùng hình thức trong thời gian đó."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.place}, {self.from_on:%d/%m/%Y}"

    @property
    def place(self) -> str:
        """`Chi bộ Tổng hợp`, or the organisation elsewhere."""
        return cell_title(str(self.cell)) if self.cell else self.outside_name

    def clean(self):
        if not (self.cell and self.from_on):
            return
        if not self.cell.exists_on(self.from_on):
            raise ValidationError(
                {"from_on": _("Vào ngày này chi bộ chưa thành lập hoặc đã giải thể.")}
            )
        if self.to_on and not self.cell.exists_on(self.to_on):
            raise ValidationError({"to_on": _("Vào ngày này chi bộ đã giải thể.")})
        if self.to_on is None and self.cell.dissolved_on:
            raise ValidationError(
                {
                    "cell": _(
                        "%(cell)s giải thể từ ngày %(day)s; không sinh hoạt ở đó sau ngày ấy."
                    )
                    % {"cell": self.place, "day": written(self.cell.dissolved_on)}
                }
            )
