"""A member as a person: identity only, nothing of family, wealth, health or foreign ties."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from members.querysets import MemberQuerySet
from partyunit.fields import DerivedField, LineField, PartialDateField
from partyunit.models import Record
from partyunit.text import fold, sort_key

DIGITS = RegexValidator(r"^\d*$", _("Chỉ ghi chữ số."))


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
    full_name = LineField(_("họ và tên"), max_length=120)
    other_name = LineField(_("tên gọi khác"), max_length=120, blank=True)
    search_name = DerivedField(source="full_name", derive=fold)
    sort_name = DerivedField(source="full_name", derive=sort_key, db_index=True)
    sex = models.CharField(_("giới tính"), max_length=6, choices=Sex.choices)
    born_on = PartialDateField(_("ngày sinh"))
    ethnicity = LineField(_("dân tộc"), max_length=40)
    home_place = LineField(_("quê quán"), blank=True)
    residence = LineField(_("nơi ở hiện nay"), blank=True)
    citizen_id = models.CharField(
        _("số định danh cá nhân"), max_length=12, blank=True, validators=[DIGITS]
    )
    card_no = models.CharField(
        _("số thẻ đảng viên"), max_length=12, blank=True, validators=[DIGITS]
    )

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
