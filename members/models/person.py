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
CARD_NO = RegexValidator(r"^([0-9]{8}|[0-9]{12})\Z", _("Số thẻ đảng viên có 8 hoặc 12 chữ số."))
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
    home_place = LineField(_("quê quán"), blank=True)
    residence = LineField(_("nơi ở hiện nay"), blank=True)
    citizen_id = LineField(
        _("số định danh cá nhân"), max_length=12, blank=True, validators=[CITIZEN_ID]
    )
    card_no = LineField(_("số thẻ đảng viên"), max_length=12, blank=True, validators=[CARD_NO])

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
