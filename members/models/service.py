"""Posts, ranks, qualifications, and which committee member looks after which cell."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Committee, OfficeUnit, Term
from cells.wording import cell_title, post_at
from documents.models import Document
from members.models.person import Member
from members.querysets import (
    OfMemberQuerySet,
    OfMemberSpanQuerySet,
    OversightQuerySet,
    PositionQuerySet,
)
from partyunit.constraints import NoOverlap, exactly_one
from partyunit.dates import add_months, first_possible_day
from partyunit.fields import LineField, PartialDateField, ProseField
from partyunit.models import Record, Span


class Position(Span):
    """A post (chức vụ) held over a span: in the Party (committee or cell) or in the office (unit).

    A member of the committee has one row, of the highest post: the secretary is a member of
    the standing committee without a second row.
    """

    class Line(models.TextChoices):
        PARTY = "party", _("Đảng")
        OFFICE = "office", _("chính quyền")

    class Title(models.TextChoices):
        SECRETARY = "secretary", _("Bí thư Đảng ủy")
        DEPUTY_SECRETARY = "deputy_secretary", _("Phó Bí thư Đảng ủy")
        STANDING_MEMBER = "standing_member", _("Ủy viên Ban Thường vụ")
        COMMITTEE_MEMBER = "committee_member", _("Ủy viên Ban Chấp hành")
        INSPECTION_HEAD = "inspection_head", _("Chủ nhiệm Ủy ban Kiểm tra")
        INSPECTION_DEPUTY = "inspection_deputy", _("Phó Chủ nhiệm Ủy ban Kiểm tra")
        INSPECTION_MEMBER = "inspection_member", _("Ủy viên Ủy ban Kiểm tra")
        PARTY_WORK_TEAM = "party_work_team", _("Tổ công tác Đảng")
        CELL_SECRETARY = "cell_secretary", _("Bí thư Chi bộ")
        CELL_DEPUTY = "cell_deputy", _("Phó Bí thư Chi bộ")
        CELL_COMMITTEE_MEMBER = "cell_committee_member", _("Chi ủy viên")
        OFFICE = "office", _("chức vụ chính quyền")

    STANDING = (Title.SECRETARY, Title.DEPUTY_SECRETARY, Title.STANDING_MEMBER)
    COMMITTEE = (*STANDING, Title.COMMITTEE_MEMBER)
    INSPECTION = (Title.INSPECTION_HEAD, Title.INSPECTION_DEPUTY, Title.INSPECTION_MEMBER)
    CELL = (Title.CELL_SECRETARY, Title.CELL_DEPUTY, Title.CELL_COMMITTEE_MEMBER)
    SEATS = (Title.SECRETARY, Title.CELL_SECRETARY)  # one holder at a time
    LADDERS = (COMMITTEE, INSPECTION, CELL)  # one post of each is held at a time, the highest

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="positions"
    )
    line = models.CharField(_("ngạch"), max_length=6, choices=Line.choices)
    title = models.CharField(_("chức vụ"), max_length=22, choices=Title.choices)
    office_title = LineField(_("tên chức vụ chính quyền"), max_length=120, blank=True)
    committee = models.ForeignKey(
        Committee,
        verbose_name=_("đảng bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="positions",
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="positions",
    )
    office_unit = models.ForeignKey(
        OfficeUnit,
        verbose_name=_("đơn vị"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="positions",
    )
    term = models.ForeignKey(
        Term,
        verbose_name=_("nhiệm kỳ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="positions",
    )
    decision = models.ForeignKey(
        Document,
        verbose_name=_("quyết định"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="positions",
    )
    note = ProseField(_("ghi chú bàn giao"), blank=True)

    objects = PositionQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("chức vụ")
        ordering = ["from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            exactly_one(
                "committee",
                "cell",
                "office_unit",
                name="position_has_one_place",
                sentence=_("Chọn một nơi giữ chức vụ: đảng bộ, chi bộ hoặc đơn vị."),
            ),
            models.CheckConstraint(
                condition=Q(
                    title__in=[
                        *("secretary", "deputy_secretary", "standing_member", "committee_member"),
                        *("inspection_head", "inspection_deputy", "inspection_member"),
                        *("party_work_team", "office"),
                        *("cell_secretary", "cell_deputy", "cell_committee_member"),
                    ]
                ),
                name="position_title_is_known",
                violation_error_code="title",
                violation_error_message=_("Không có chức vụ này."),
            ),
            models.CheckConstraint(
                condition=Q(line="office", title="office", office_unit__isnull=False)
                & ~Q(office_title="")
                | Q(line="party", office_title="", office_unit__isnull=True) & ~Q(title="office"),
                name="position_line_fits_title",
                violation_error_code="title",
                violation_error_message=_("Chức vụ Đảng và chức vụ chính quyền phải ghi riêng."),
            ),
            models.CheckConstraint(
                condition=Q(title__startswith="cell_", cell__isnull=False)
                | ~Q(title__startswith="cell_") & Q(cell__isnull=True),
                name="position_of_cell_names_cell",
                violation_error_code="cell",
                violation_error_message=_("Chức vụ của chi bộ phải ghi chi bộ."),
            ),
            NoOverlap(
                name="position_one_secretary",
                by=["committee"],
                where={"title": "secretary"},
                violation_error_message=_("Trong thời gian này đảng ủy đã có bí thư."),
            ),
            NoOverlap(
                name="position_one_cell_secretary",
                by=["cell"],
                where={"title": "cell_secretary"},
                violation_error_message=_("Trong thời gian này chi bộ đã có bí thư."),
            ),
            NoOverlap(
                name="position_committee_once",
                by=["member", "committee", "title"],
                violation_error_message=_("Đồng chí này đã giữ chức vụ ấy trong thời gian đó."),
            ),
            NoOverlap(
                name="position_cell_once",
                by=["member", "cell", "title"],
                violation_error_message=_("Đồng chí này đã giữ chức vụ ấy trong thời gian đó."),
            ),
            NoOverlap(
                name="position_office_once",
                by=["member", "office_unit", "office_title"],
                violation_error_message=_("Đồng chí này đã giữ chức vụ ấy trong thời gian đó."),
            ),
        ]

    def clean(self):
        named = {"office_unit": self.office_unit_id, "office_title": self.office_title}
        is_office = self.title == self.Title.OFFICE
        if is_office:
            sentence = _("Chức vụ chính quyền phải ghi mục này.")
        else:
            sentence = _("Chỉ ghi với chức vụ chính quyền.")
        wrong = [name for name, value in named.items() if bool(value) != is_office]
        if wrong:
            raise ValidationError(dict.fromkeys(wrong, sentence))

    def __str__(self) -> str:
        """`Bí thư Chi bộ Tổng hợp`, `Chi ủy viên Chi bộ Tổng hợp`, `Phó Đội trưởng Đội Tổng hợp`."""
        title = self.office_title or self.get_title_display()
        place = cell_title(str(self.cell)) if self.cell else str(self.office_unit or "")
        return post_at(title, place)


class Rank(Span):
    """A rank of the People's Public Security (cấp bậc hàm), Law on CAND 2018, Art. 21. Tied to no post."""

    class Grade(models.IntegerChoices):
        PRIVATE_SECOND = 10, _("Binh nhì")
        PRIVATE_FIRST = 11, _("Binh nhất")
        CORPORAL = 20, _("Hạ sĩ")
        SERGEANT = 21, _("Trung sĩ")
        SERGEANT_MAJOR = 22, _("Thượng sĩ")
        SECOND_LIEUTENANT = 30, _("Thiếu úy")
        LIEUTENANT = 31, _("Trung úy")
        SENIOR_LIEUTENANT = 32, _("Thượng úy")
        CAPTAIN = 33, _("Đại úy")
        MAJOR = 40, _("Thiếu tá")
        LIEUTENANT_COLONEL = 41, _("Trung tá")
        SENIOR_LIEUTENANT_COLONEL = 42, _("Thượng tá")
        COLONEL = 43, _("Đại tá")
        MAJOR_GENERAL = 50, _("Thiếu tướng")
        LIEUTENANT_GENERAL = 51, _("Trung tướng")
        COLONEL_GENERAL = 52, _("Thượng tướng")
        GENERAL = 53, _("Đại tướng")

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="ranks"
    )
    grade = models.PositiveSmallIntegerField(_("cấp bậc hàm"), choices=Grade.choices)

    objects = OfMemberSpanQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("cấp bậc hàm")
        ordering = ["from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            NoOverlap(
                name="rank_no_overlap",
                by=["member"],
                violation_error_message=_(
                    "Trong thời gian này đồng chí đã có một cấp bậc hàm khác."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.get_grade_display()

    def clean(self):
        """The police take nobody in before the age of sixteen."""
        if not (self.member_id and self.from_on):
            return
        if self.from_on < add_months(first_possible_day(self.member.born_on), 12 * 16):
            raise ValidationError(
                {"from_on": _("Ngày này đồng chí chưa đủ 16 tuổi; hãy kiểm tra ngày, ngày sinh.")}
            )


class Oversight(Span):
    """A committee member assigned to a cell, to attend its meetings and help it (working rules of the committee)."""

    member = models.ForeignKey(
        Member, verbose_name=_("cấp ủy viên"), on_delete=models.PROTECT, related_name="oversights"
    )
    cell = models.ForeignKey(
        Cell, verbose_name=_("chi bộ"), on_delete=models.PROTECT, related_name="oversights"
    )
    decision = models.ForeignKey(
        Document,
        verbose_name=_("quyết định"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="oversights",
    )

    objects = OversightQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("phân công phụ trách")
        ordering = ["from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            NoOverlap(
                name="oversight_no_overlap",
                by=["member", "cell"],
                violation_error_message=_("Đồng chí này đã được phân công phụ trách chi bộ ấy."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} – {self.cell}"


class Qualification(Record):
    """One degree or certificate (trình độ). The highest of a scale by a day is what counts.

    `level` orders the professional scale (Đại học is 40) and political theory; the general,
    language and IT scales carry only their text. Graduate = professional level 40 or more.
    Lists often name a degree without its day: then `is_date_unknown`, and `obtained_on` is the
    day by which it is known to have been held.
    """

    class Scale(models.TextChoices):
        GENERAL = "general", _("giáo dục phổ thông")
        PROFESSIONAL = "professional", _("chuyên môn, nghiệp vụ")
        THEORY = "theory", _("lý luận chính trị")
        LANGUAGE = "language", _("ngoại ngữ")
        IT = "it", _("tin học")

    class Professional(models.IntegerChoices):
        ELEMENTARY = 10, _("Sơ cấp")
        INTERMEDIATE = 20, _("Trung cấp")
        COLLEGE = 30, _("Cao đẳng")
        BACHELOR = 40, _("Đại học")
        MASTER = 50, _("Thạc sĩ")
        DOCTOR = 60, _("Tiến sĩ")

    class Theory(models.IntegerChoices):
        ELEMENTARY = 10, _("Sơ cấp")
        INTERMEDIATE = 20, _("Trung cấp")
        ADVANCED = 30, _("Cao cấp")
        BACHELOR = 40, _("Cử nhân")

    GRADUATE_FROM = Professional.BACHELOR

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="qualifications"
    )
    scale = models.CharField(_("loại trình độ"), max_length=12, choices=Scale.choices)
    level = models.PositiveSmallIntegerField(_("bậc"), null=True, blank=True)
    detail = LineField(_("ngành, chứng chỉ"), max_length=120, blank=True)
    obtained_on = PartialDateField(_("ngày có bằng"))
    is_date_unknown = models.BooleanField(
        _("không rõ ngày có bằng; đã có vào ngày ghi trên"), default=False
    )

    objects = OfMemberQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("trình độ")
        ordering = ["obtained_on", "pk"]
        indexes = [models.Index(fields=["member", "scale"], name="qualification_by_scale")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(scale="professional", level__in=[10, 20, 30, 40, 50, 60])
                | Q(scale="theory", level__in=[10, 20, 30, 40])
                | Q(scale__in=["general", "language", "it"], level__isnull=True) & ~Q(detail=""),
                name="qualification_level_fits_scale",
                violation_error_code="level",
                violation_error_message=_("Bậc không thuộc loại trình độ đã chọn."),
            ),
            models.UniqueConstraint(
                "member",
                "scale",
                Coalesce("level", 0),
                "detail",
                "obtained_on",
                condition=Q(voided_at__isnull=True),
                name="qualification_once",
                violation_error_code="obtained_on",
                violation_error_message=_("Trình độ này đã có trong sổ."),
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.level_text, self.detail) if part)

    @property
    def level_text(self) -> str:
        levels = {"professional": self.Professional, "theory": self.Theory}.get(self.scale)
        return str(levels(self.level).label) if levels and self.level else ""

    def clean(self):
        if self.member_id and self.obtained_on and self.obtained_on < self.member.born_on:
            raise ValidationError({"obtained_on": _("Ngày có bằng trước ngày sinh.")})
        if self.scale and self.level is None and not self.detail:
            raise ValidationError({"detail": _("Hãy ghi rõ, ví dụ 12/12 hoặc tên chứng chỉ.")})
