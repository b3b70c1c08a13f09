"""People on their way into the Party: candidates, and the papers of admission and of recognition."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, OfficeUnit
from cells.wording import cell_title
from members.models.life import Membership
from members.models.person import Member, check_name
from members.querysets import CandidateQuerySet, CandidateStepQuerySet
from members.rules import written
from partyunit.constraints import exactly_one
from partyunit.dates import first_possible_day
from partyunit.fields import DayField, DerivedField, LineField, PartialDateField, ProseField
from partyunit.models import Record, Span
from partyunit.text import fold, sort_key


class Candidate(Span):
    """A person a cell prepares for admission (quần chúng nguồn phát triển đảng).

    `from_on` is the day the cell listed the person, `to_on` the last day as a candidate. An
    admitted candidate names the membership that came of it. Two official members introduce
    (Điều lệ Đảng, Điều 4); a young person may have one and the committee of the Youth Union,
    told by `union_introduces`.
    """

    class Outcome(models.TextChoices):
        ADMITTED = "admitted", _("đã kết nạp")
        WITHDRAWN = "withdrawn", _("thôi không phấn đấu")
        MOVED = "moved", _("chuyển đơn vị")
        REFUSED = "refused", _("không đủ điều kiện")

    cell = models.ForeignKey(
        Cell, verbose_name=_("chi bộ"), on_delete=models.PROTECT, related_name="candidates"
    )
    full_name = LineField(_("họ và tên"), max_length=120, validators=[check_name])
    search_name = DerivedField(source="full_name", derive=fold)
    sort_name = DerivedField(source="full_name", derive=sort_key, db_index=True)
    sex = models.CharField(_("giới tính"), max_length=6, choices=Member.Sex.choices)
    born_on = PartialDateField(_("ngày sinh"))
    ethnicity = LineField(_("dân tộc"), max_length=40)
    office_unit = models.ForeignKey(
        OfficeUnit,
        verbose_name=_("đơn vị"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="candidates",
    )
    job = LineField(_("công việc"), max_length=120, blank=True)
    schooling = LineField(_("học vấn phổ thông"), max_length=20, blank=True)
    first_introducer = models.ForeignKey(
        Member,
        verbose_name=_("người giới thiệu thứ nhất"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    second_introducer = models.ForeignKey(
        Member,
        verbose_name=_("người giới thiệu thứ hai"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    union_introduces = models.BooleanField(_("Đoàn thanh niên giới thiệu"), default=False)
    outcome = models.CharField(_("kết quả"), max_length=9, choices=Outcome.choices, blank=True)
    end_note = LineField(_("ghi chú kết quả"), blank=True)
    membership = models.ForeignKey(
        Membership,
        verbose_name=_("lần kết nạp"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="candidates",
    )

    objects = CandidateQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("quần chúng nguồn phát triển đảng")
        ordering = ["sort_name", "born_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(to_on__isnull=True, outcome="")
                | Q(to_on__isnull=False) & ~Q(outcome=""),
                name="candidate_end_has_outcome",
                violation_error_code="outcome",
                violation_error_message=_("Kết thúc theo dõi phải có ngày và kết quả."),
            ),
            models.CheckConstraint(
                condition=Q(outcome="admitted", membership__isnull=False)
                | ~Q(outcome="admitted") & Q(membership__isnull=True),
                name="candidate_admitted_has_membership",
                violation_error_code="membership",
                violation_error_message=_("Chỉ người đã kết nạp mới gắn với lần kết nạp."),
            ),
            models.CheckConstraint(
                condition=Q(first_introducer__isnull=True)
                | Q(second_introducer__isnull=True)
                | ~Q(first_introducer=F("second_introducer")),
                name="candidate_introducers_differ",
                violation_error_code="second_introducer",
                violation_error_message=_("Hai người giới thiệu phải là hai đảng viên khác nhau."),
            ),
            models.UniqueConstraint(
                fields=["membership"],
                condition=Q(voided_at__isnull=True),
                name="candidate_membership_once",
                violation_error_code="membership",
                violation_error_message=_("Lần kết nạp này đã gắn với người khác."),
            ),
            # Of whom only the year or month of birth is known, a namesake may be another person.
            models.UniqueConstraint(
                fields=["cell", "full_name", "born_on"],
                condition=Q(voided_at__isnull=True, to_on__isnull=True, born_on_precision="day"),
                name="candidate_open_once",
                violation_error_code="full_name",
                violation_error_message=_("Người này đang có trong danh sách nguồn của chi bộ."),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def clean(self):
        if self.from_on and self.born_on and self.from_on <= first_possible_day(self.born_on):
            raise ValidationError({"born_on": _("Ngày sinh phải trước ngày vào danh sách nguồn.")})
        if self.cell_id and self.to_on is None and self.cell.dissolved_on:
            raise ValidationError(
                {
                    "cell": _("%(cell)s giải thể từ ngày %(day)s; không theo dõi ở đó nữa.")
                    % {"cell": cell_title(str(self.cell)), "day": written(self.cell.dissolved_on)}
                }
            )
        # Handed over later, a candidate may stand with a cell that is younger than the list.
        if self._state.adding and self.cell_id and self.from_on:
            self.check_cell_existed()

    def check_cell_existed(self) -> None:
        if not self.cell.takes_over_from(self.from_on):
            raise ValidationError(
                {"from_on": _("Vào ngày này chi bộ chưa thành lập hoặc đã giải thể.")}
            )


class CandidateStep(Record):
    """One step towards admission (of a candidate) or recognition (of a probationary member).

    Only that the paper is there, its number and where it is kept: the paper itself is never
    stored here. An awareness class may be taken again; every other step is taken once.
    """

    class Kind(models.TextChoices):
        AWARENESS = "awareness", _("học lớp nhận thức về Đảng")
        APPLICATION = "application", _("đơn xin vào Đảng (1-KNĐ)")
        CURRICULUM = "curriculum", _("lý lịch của người xin vào Đảng (2-KNĐ)")
        VERIFICATION = "verification", _("thẩm tra lý lịch")
        INTRODUCTION = "introduction", _("giấy giới thiệu của đảng viên (3-KNĐ)")
        UNION = "union", _("nghị quyết giới thiệu của Đoàn thanh niên (4-KNĐ)")
        OPINIONS = "opinions", _("ý kiến đoàn thể và nơi cư trú (5-KNĐ)")
        CELL_RESOLUTION = "cell_resolution", _("nghị quyết của chi bộ")
        SUBMITTED = "submitted", _("hồ sơ nộp cấp ủy cơ sở")
        COMMITTEE_RESOLUTION = "committee_resolution", _("nghị quyết của đảng ủy cơ sở")
        SENT_UP = "sent_up", _("hồ sơ gửi cấp có thẩm quyền")
        DECISION = "decision", _("quyết định của cấp có thẩm quyền")
        DECISION_RECEIVED = "decision_received", _("nhận được quyết định")
        CLASS = "class", _("học lớp đảng viên mới")
        SELF_REVIEW = "self_review", _("bản tự kiểm điểm (10-KNĐ)")
        HELPER = "helper", _("nhận xét của đảng viên được phân công giúp đỡ (11-KNĐ)")

    REPEATABLE = (Kind.AWARENESS,)
    VOTED = (Kind.CELL_RESOLUTION, Kind.COMMITTEE_RESOLUTION)
    OF_ADMISSION = (
        Kind.AWARENESS,
        Kind.APPLICATION,
        Kind.CURRICULUM,
        Kind.VERIFICATION,
        Kind.INTRODUCTION,
        Kind.UNION,
        Kind.OPINIONS,
        Kind.CELL_RESOLUTION,
        Kind.SUBMITTED,
        Kind.COMMITTEE_RESOLUTION,
        Kind.SENT_UP,
        Kind.DECISION,
        Kind.DECISION_RECEIVED,
    )
    OF_RECOGNITION = (
        Kind.CLASS,
        Kind.SELF_REVIEW,
        Kind.HELPER,
        Kind.OPINIONS,
        Kind.CELL_RESOLUTION,
        Kind.SUBMITTED,
        Kind.COMMITTEE_RESOLUTION,
        Kind.SENT_UP,
        Kind.DECISION,
    )

    candidate = models.ForeignKey(
        Candidate,
        verbose_name=_("người được theo dõi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="steps",
    )
    membership = models.ForeignKey(
        Membership,
        verbose_name=_("thời gian dự bị"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="steps",
    )
    kind = models.CharField(_("việc"), max_length=20, choices=Kind.choices)
    done_on = DayField(_("ngày"))
    number = LineField(_("số văn bản"), max_length=60, blank=True)
    has_paper = models.BooleanField(_("đã có giấy tờ"), default=True)
    kept_at = LineField(_("nơi giữ bản giấy"), max_length=120, blank=True)
    votes_base = models.PositiveSmallIntegerField(
        _("số người có quyền biểu quyết"), null=True, blank=True
    )
    votes_for = models.PositiveSmallIntegerField(_("số phiếu tán thành"), null=True, blank=True)
    note = ProseField(_("ghi chú"), blank=True)

    objects = CandidateStepQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("bước phát triển đảng")
        ordering = ["done_on", "pk"]
        constraints = [
            *Record.Meta.constraints,
            exactly_one(
                "candidate",
                "membership",
                name="candidate_step_has_one_owner",
                sentence=_("Một bước thuộc về một người: nguồn hoặc đảng viên dự bị."),
            ),
            models.UniqueConstraint(
                fields=["candidate", "kind"],
                condition=Q(voided_at__isnull=True) & ~Q(kind="awareness"),
                name="candidate_step_once",
                violation_error_code="kind",
                violation_error_message=_("Việc này đã ghi rồi; hãy sửa dòng đã ghi."),
            ),
            models.UniqueConstraint(
                fields=["membership", "kind"],
                condition=Q(voided_at__isnull=True),
                name="recognition_step_once",
                violation_error_code="kind",
                violation_error_message=_("Việc này đã ghi rồi; hãy sửa dòng đã ghi."),
            ),
            models.CheckConstraint(
                condition=Q(votes_base__isnull=True, votes_for__isnull=True)
                | Q(
                    votes_base__isnull=False,
                    votes_for__isnull=False,
                    votes_for__lte=F("votes_base"),
                ),
                name="candidate_step_votes_within_base",
                violation_error_code="votes_for",
                violation_error_message=_(
                    "Ghi cả hai số; số tán thành không quá số có quyền biểu quyết."
                ),
            ),
            models.CheckConstraint(
                condition=Q(votes_base__isnull=True)
                | Q(kind__in=["cell_resolution", "committee_resolution"]),
                name="candidate_step_votes_of_resolution",
                violation_error_code="votes_base",
                violation_error_message=_("Chỉ ghi với nghị quyết của chi bộ, đảng ủy."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def clean(self):
        kinds = self.OF_ADMISSION if self.candidate_id else self.OF_RECOGNITION
        if self.kind and self.kind not in kinds:
            raise ValidationError({"kind": _("Việc này không thuộc quy trình của người này.")})
        if not self.done_on:
            return
        if self.candidate and self.done_on <= first_possible_day(self.candidate.born_on):
            raise ValidationError({"done_on": _("Không thể trước ngày sinh của quần chúng.")})
        if self.membership and self.done_on < self.membership.ceremony_on:
            raise ValidationError({"done_on": _("Không thể trước ngày làm lễ kết nạp.")})
