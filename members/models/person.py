"""A member as a person: identity only, nothing of family, wealth, health or foreign ties."""

import unicodedata

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from members.querysets import MemberQuerySet
from members.rules import may_be_admitted_from
from partyunit.fields import DerivedField, LineField, PartialDateField
from partyunit.models import Record
from partyunit.text import fold, sort_key

# Căn cước of 12 digits, the older chứng minh of 9; a card by 29-CT/TW (17/10/2003) has 8, of 2025 12.
CITIZEN_ID = RegexValidator(
    r"^([0-9]{9}|[0-9]{12})\Z", _("Số định danh có 12 chữ số (chứng minh cũ: 9 chữ số).")
)
OLD_CITIZEN_ID = RegexValidator(r"^[0-9]{9}\Z", _("Số chứng minh nhân dân cũ có 9 chữ số."))
OLD_CARD_NO = RegexValidator(r"^[0-9]{8}\Z", _("Số thẻ theo Quy định 85 có 8 chữ số."))
CARD_NO = RegexValidator(r"^([0-9]{8}|[0-9]{12})\Z", _("Số thẻ đảng viên có 8 hoặc 12 chữ số."))
# 6 digits and 1 to 3 letters of the province or central body (7-HSĐV; 12-HD/BTCTW, 18/01/2022).
DOSSIER_NO = RegexValidator(
    r"^[0-9]{6} ?[A-ZĐ]{1,4}\Z", _("Số lý lịch có 6 chữ số và 1 đến 4 chữ cái hoa.")
)
BETWEEN_LETTERS = " .'’-"


def check_name(name: str) -> None:
    """Refuses what is no person's name: digits, signs, pictures, or nothing but dots."""
    letters = [sign for sign in name if sign not in BETWEEN_LETTERS]
    if not letters or any(unicodedata.category(sign)[0] not in "LM" for sign in letters):
        raise ValidationError(
            _("Tên chỉ gồm chữ cái, dấu cách, dấu chấm, dấu gạch nối và dấu nháy.")
        )


class Member(Record):
    """A Party member (đảng viên) whose working facts the office keeps.

    Card numbers and citizen ids are text: leading zeros count. Where the person stands on a
    day is told by placements and memberships, never by a column here.
    """

    class Sex(models.TextChoices):
        MALE = "male", _("nam")
        FEMALE = "female", _("nữ")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("tài khoản"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="members",
    )
    full_name = LineField(_("họ và tên"), max_length=120, validators=[check_name])
    other_name = LineField(_("tên gọi khác"), max_length=120, blank=True, validators=[check_name])
    search_name = DerivedField(source="full_name", derive=fold)
    search_other_name = DerivedField(source="other_name", derive=fold)
    sort_name = DerivedField(source="full_name", derive=sort_key, db_index=True)
    sex = models.CharField(_("giới tính"), max_length=6, choices=Sex.choices)
    born_on = PartialDateField(_("ngày sinh"))
    ethnicity = LineField(_("dân tộc"), max_length=40)
    religion = LineField(_("tôn giáo"), max_length=40, blank=True)
    birth_country = LineField(_("nơi đăng ký khai sinh: quốc gia"), max_length=60, blank=True)
    birth_province = LineField(_("nơi đăng ký khai sinh: tỉnh"), max_length=80, blank=True)
    birth_place = LineField(_("nơi đăng ký khai sinh"), blank=True)
    home_country = LineField(_("quê quán: quốc gia"), max_length=60, blank=True)
    home_province = LineField(_("quê quán: tỉnh"), max_length=80, blank=True)
    home_place = LineField(_("quê quán"), blank=True)
    permanent_country = LineField(_("thường trú: quốc gia"), max_length=60, blank=True)
    permanent_province = LineField(_("thường trú: tỉnh"), max_length=80, blank=True)
    permanent_residence = LineField(_("nơi thường trú"), blank=True)
    residence = LineField(_("nơi ở hiện nay"), blank=True)
    citizen_id = LineField(
        _("số định danh cá nhân"), max_length=12, blank=True, validators=[CITIZEN_ID]
    )
    old_citizen_id = LineField(
        _("số chứng minh nhân dân cũ"), max_length=9, blank=True, validators=[OLD_CITIZEN_ID]
    )
    card_no = LineField(_("số thẻ đảng viên"), max_length=12, blank=True, validators=[CARD_NO])
    card_no_old = LineField(
        _("số thẻ theo Quy định 85"), max_length=8, blank=True, validators=[OLD_CARD_NO]
    )
    card_issued_on = PartialDateField(_("ngày cấp thẻ"), null=True, blank=True)
    card_issued_at = LineField(_("nơi cấp thẻ"), blank=True)
    dossier_no = LineField(_("số lý lịch"), max_length=12, blank=True, validators=[DOSSIER_NO])
    national_uid = LineField(_("mã trong cơ sở dữ liệu đảng viên 4.0"), max_length=40, blank=True)

    # Shown by their last four digits; the whole is asked for, and written down.
    NUMBERS = ("citizen_id", "old_citizen_id", "card_no", "card_no_old")

    objects = MemberQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("đảng viên")
        ordering = ["sort_name", "born_on", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                F("user"),
                condition=Q(voided_at__isnull=True),
                name="member_account_once",
                violation_error_code="user",
                violation_error_message=_("Tài khoản này đã gắn với một đảng viên khác."),
            ),
            models.UniqueConstraint(
                F("citizen_id"),
                condition=Q(voided_at__isnull=True) & ~Q(citizen_id=""),
                name="member_citizen_id_once",
                violation_error_code="citizen_id",
                violation_error_message=_("Số định danh này đã có ở một đảng viên khác."),
            ),
            models.UniqueConstraint(
                F("card_no"),
                condition=Q(voided_at__isnull=True) & ~Q(card_no=""),
                name="member_card_no_once",
                violation_error_code="card_no",
                violation_error_message=_("Số thẻ này đã có ở một đảng viên khác."),
            ),
            models.UniqueConstraint(
                F("card_no_old"),
                condition=Q(voided_at__isnull=True) & ~Q(card_no_old=""),
                name="member_old_card_no_once",
                violation_error_code="card_no_old",
                violation_error_message=_("Số thẻ này đã có ở một đảng viên khác."),
            ),
            models.UniqueConstraint(
                F("national_uid"),
                condition=Q(voided_at__isnull=True) & ~Q(national_uid=""),
                name="member_national_uid_once",
                violation_error_code="national_uid",
                violation_error_message=_("Mã này đã có ở một đảng viên khác."),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def clean(self):
        """A corrected birthday leaves the member of age at each ceremony on record."""
        if self.pk is None or self.born_on is None:
            return
        of_age = may_be_admitted_from(self.born_on)
        if self.memberships.valid().filter(ceremony_on__lt=of_age).exists():
            raise ValidationError(
                {"born_on": _("Với ngày sinh này, tháng làm lễ kết nạp đồng chí chưa đủ 18 tuổi.")}
            )
