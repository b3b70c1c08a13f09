"""Merit: awards of people and collectives, yearly titles of the Party organisation, Party badges."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.querysets import AwardQuerySet, BadgeQuerySet, TitleQuerySet
from cells.models import Cell, Committee, OfficeUnit
from documents.models import Document
from members.models import Member
from partyunit.constraints import exactly_one
from partyunit.fields import DayField, LineField
from partyunit.models import Record


def _once(owner: str) -> models.UniqueConstraint:
    """One award of one decision is entered once; pressing twice is refused."""
    return models.UniqueConstraint(
        fields=[owner, "form", "authority", "award_year", "decided_on", "decision_number"],
        condition=Q(voided_at__isnull=True),
        name=f"award_once_per_{owner}",
        violation_error_code="decided_on",
        violation_error_message=_("Khen thưởng này đã có trong sổ."),
    )


class Award(Record):
    """One award, counted each time it is given, in its award year (not the year of the decision).

    The recipient is a member (individual), or a cell, an office unit (collective) or the
    committee itself, which tables keep apart. `to_year` ends a span such as 2014–2018.
    """

    class Line(models.TextChoices):
        PARTY = "party", _("Đảng")
        STATE = "state", _("Nhà nước")
        POLICE = "police", _("Công an")
        UNION = "union", _("đoàn thể")

    class Authority(models.TextChoices):
        MINISTRY = "ministry", _("Bộ Công an")
        PROVINCE = "province", _("Ủy ban nhân dân tỉnh")
        DIRECTOR = "director", _("Giám đốc Công an tỉnh")
        PROVINCIAL_PARTY = "provincial_party", _("Ban Thường vụ Tỉnh ủy")
        DISTRICT_PARTY = "district_party", _("Ban Thường vụ Huyện ủy")
        DISTRICT = "district", _("Ủy ban nhân dân huyện")
        COMMITTEE = "committee", _("Đảng ủy")
        OTHER = "other", _("nơi khác")

    class Form(models.TextChoices):
        MERIT = "merit", _("Bằng khen")
        COMMENDATION = "commendation", _("Giấy khen")
        ORDER = "order", _("Huân chương")
        MEDAL = "medal", _("Huy chương")
        FLAG = "flag", _("Cờ thi đua")
        TITLE = "title", _("Danh hiệu thi đua")

    # The table of the article: which lines count State and police merit, in the printed order.
    TABLE = [
        (Authority.MINISTRY, Form.MERIT),
        (Authority.PROVINCE, Form.MERIT),
        (Authority.DIRECTOR, Form.COMMENDATION),
    ]

    register = models.ForeignKey(
        Committee, verbose_name=_("sổ của đảng bộ"), on_delete=models.PROTECT, related_name="+"
    )
    member = models.ForeignKey(
        Member,
        verbose_name=_("cá nhân"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
    )
    office_unit = models.ForeignKey(
        OfficeUnit,
        verbose_name=_("đơn vị"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
    )
    committee = models.ForeignKey(
        Committee,
        verbose_name=_("đảng bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
    )
    line = models.CharField(_("hệ khen"), max_length=6, choices=Line.choices)
    form = models.CharField(_("hình thức"), max_length=12, choices=Form.choices)
    authority = models.CharField(_("cấp khen"), max_length=16, choices=Authority.choices)
    award_year = models.PositiveSmallIntegerField(_("năm khen"))
    to_year = models.PositiveSmallIntegerField(_("đến năm"), null=True, blank=True)
    decided_on = DayField(_("ngày quyết định"))
    decision_number = LineField(_("số quyết định"), max_length=60, blank=True)
    decision = models.ForeignKey(
        Document,
        verbose_name=_("văn bản"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
    )
    reason = LineField(_("thành tích"), max_length=300, blank=True)

    objects = AwardQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("khen thưởng")
        ordering = ["-decided_on", "-pk"]
        indexes = [models.Index(fields=["award_year", "authority"], name="award_by_year")]
        constraints = [
            *Record.Meta.constraints,
            exactly_one(
                "member",
                "cell",
                "office_unit",
                "committee",
                name="award_has_one_recipient",
                sentence=_("Chọn một đối tượng được khen."),
            ),
            _once("member"),
            _once("cell"),
            _once("office_unit"),
            _once("committee"),
            models.CheckConstraint(
                condition=Q(award_year__range=(1945, 2200)),
                name="award_year_is_sane",
                violation_error_code="award_year",
                violation_error_message=_("Năm khen không hợp lệ."),
            ),
            models.CheckConstraint(
                condition=Q(to_year__isnull=True) | Q(to_year__gte=F("award_year")),
                name="award_years_in_order",
                violation_error_code="to_year",
                violation_error_message=_("Năm cuối phải từ năm đầu trở đi."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.get_authority_display()} {self.award_year}: {self.recipient}"

    @property
    def recipient(self):
        return self.member or self.cell or self.office_unit or self.committee

    def clean(self):
        refused = {}
        last = self.to_year or self.award_year
        if last and self.decided_on and last > self.decided_on.year:
            field = "to_year" if self.to_year else "award_year"
            refused[field] = _("Năm khen không thể sau năm của quyết định.")
        refused |= _not_there_yet(self.cell or self.committee, self.award_year, field="award_year")
        for name in ("cell", "office_unit"):
            owner = getattr(self, name)
            if owner and owner.committee_id != self.register_id:
                refused[name] = _("Tập thể này không thuộc đảng bộ giữ sổ.")
        if refused:
            raise ValidationError(refused)


class Title(Record):
    """A title of a year (danh hiệu): one row a year; a streak is a run of rows, never a stored number."""

    class Name(models.TextChoices):
        EXEMPLARY = "exemplary", _("Trong sạch, vững mạnh tiêu biểu")
        STRONG = "strong", _("Trong sạch, vững mạnh")

    committee = models.ForeignKey(
        Committee,
        verbose_name=_("đảng bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="titles",
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="titles",
    )
    name = models.CharField(_("danh hiệu"), max_length=9, choices=Name.choices)
    year = models.PositiveSmallIntegerField(_("năm"))
    decided_on = DayField(_("ngày quyết định"))
    decision_number = LineField(_("số quyết định"), max_length=60, blank=True)
    decision = models.ForeignKey(
        Document,
        verbose_name=_("văn bản"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="titles",
    )

    objects = TitleQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("danh hiệu")
        ordering = ["-year", "-pk"]
        constraints = [
            *Record.Meta.constraints,
            exactly_one(
                "committee",
                "cell",
                name="title_has_one_holder",
                sentence=_("Chọn đảng bộ hoặc chi bộ, không chọn cả hai."),
            ),
            models.UniqueConstraint(
                fields=["committee", "year"],
                condition=Q(voided_at__isnull=True),
                name="title_committee_once_a_year",
                violation_error_code="year",
                violation_error_message=_("Năm này đã có danh hiệu."),
            ),
            models.UniqueConstraint(
                fields=["cell", "year"],
                condition=Q(voided_at__isnull=True),
                name="title_cell_once_a_year",
                violation_error_code="year",
                violation_error_message=_("Năm này đã có danh hiệu."),
            ),
            models.CheckConstraint(
                condition=Q(year__range=(1945, 2200)),
                name="title_year_is_sane",
                violation_error_code="year",
                violation_error_message=_("Năm không hợp lệ."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_name_display()} {self.year}"

    def clean(self):
        refused = {}
        if self.year and self.decided_on and self.year > self.decided_on.year:
            refused["year"] = _("Năm của danh hiệu không thể sau năm của quyết định.")
        refused |= _not_there_yet(self.cell or self.committee, self.year, field="year")
        if refused:
            raise ValidationError(refused)


class Badge(Record):
    """A Party badge (Huy hiệu Đảng) decided for a member, one for each number of years.

    Decided at provincial level (29-QĐ/TW, 25/7/2016), presented in a round (`round_on`) or on
    another occasion. Given ahead for grave illness or after death, it says why. Which numbers of
    years there are and how much ahead is asked of the rule of the day by the service.
    """

    class Occasion(models.TextChoices):
        DUE = "due", _("đủ tuổi Đảng")
        EARLY = "early", _("trao sớm")
        POSTHUMOUS = "posthumous", _("truy tặng")

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="badges"
    )
    years = models.PositiveSmallIntegerField(_("số năm tuổi Đảng"))
    occasion = models.CharField(
        _("trường hợp"), max_length=10, choices=Occasion.choices, default=Occasion.DUE
    )
    reason = LineField(_("lý do trao sớm, truy tặng"), blank=True)
    round_on = DayField(_("đợt"), null=True, blank=True)
    decision_number = LineField(_("số quyết định"), max_length=60, blank=True)
    decided_on = DayField(_("ngày quyết định"))
    decision = models.ForeignKey(
        Document,
        verbose_name=_("văn bản"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="badges",
    )
    given_on = DayField(_("ngày trao"), null=True, blank=True)

    objects = BadgeQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("Huy hiệu Đảng")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "years"],
                condition=Q(voided_at__isnull=True),
                name="badge_once_per_milestone",
                violation_error_code="years",
                violation_error_message=_("Đồng chí đã có Huy hiệu của mốc này trong sổ."),
            ),
            models.CheckConstraint(
                condition=Q(years__range=(10, 100)),
                name="badge_years_are_sane",
                violation_error_code="years",
                violation_error_message=_("Số năm không hợp lệ."),
            ),
            models.CheckConstraint(
                condition=Q(occasion="due", reason="")
                | Q(occasion__in=["early", "posthumous"]) & ~Q(reason=""),
                name="badge_ahead_has_reason",
                violation_error_code="reason",
                violation_error_message=_("Trao sớm, truy tặng thì ghi lý do; đủ tuổi thì không."),
            ),
            models.CheckConstraint(
                condition=Q(given_on__isnull=True) | Q(given_on__gte=F("decided_on")),
                name="badge_given_after_decision",
                violation_error_code="given_on",
                violation_error_message=_("Ngày trao phải từ ngày quyết định trở đi."),
            ),
        ]

    def __str__(self) -> str:
        return _("Huy hiệu %(years)s năm tuổi Đảng: %(member)s") % {
            "years": self.years,
            "member": self.member,
        }

    def get_absolute_url(self) -> str:
        return reverse("awards:badge_detail", args=[self.pk])


def _not_there_yet(organisation: Cell | Committee | None, year: int | None, *, field: str) -> dict:
    """The refusal of a year before the organisation was founded."""
    if organisation is None or not year or year >= organisation.founded_on.year:
        return {}
    sentence = _("Năm %(year)s tổ chức này chưa thành lập.")
    return {field: sentence % {"year": year}}
