"""What a member promises each year to set an example, and what became of it."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from members.models.person import Member
from members.querysets import OfMemberQuerySet
from partyunit.fields import DayField, ProseField
from partyunit.models import Record

EVE_FROM = 10  # the month from which the office takes commitments for the year to come


class Commitment(Record):
    """The commitment (cam kết nêu gương) of a member for one year, and its review at the year's end.

    101-QĐ/TW 07/6/2012, 08-QĐi/TW 25/10/2018: members of the committee first.
    """

    class Result(models.TextChoices):
        DONE = "done", _("thực hiện đầy đủ")
        PARTLY = "partly", _("thực hiện một phần")
        NOT_DONE = "not_done", _("chưa thực hiện")

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="commitments"
    )
    year = models.PositiveSmallIntegerField(_("năm"))
    made_on = DayField(_("ngày cam kết"))
    text = ProseField(_("nội dung cam kết"))
    reviewed_on = DayField(_("ngày kiểm điểm"), null=True, blank=True)
    result = models.CharField(_("kết quả"), max_length=8, choices=Result.choices, blank=True)
    review = ProseField(_("nội dung kiểm điểm"), blank=True)

    objects = OfMemberQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("cam kết nêu gương")
        ordering = ["year", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "year"],
                condition=Q(voided_at__isnull=True),
                name="commitment_once_a_year",
                violation_error_code="year",
                violation_error_message=_("Năm này đồng chí đã có bản cam kết."),
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2012, 2200)),
                name="commitment_year_is_sane",
                violation_error_code="year",
                violation_error_message=_("Cam kết nêu gương có từ năm 2012."),
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True, result="", review="")
                | Q(reviewed_on__isnull=False, reviewed_on__gte=F("made_on")) & ~Q(result=""),
                name="commitment_review_has_day_and_result",
                violation_error_code="result",
                violation_error_message=_(
                    "Kiểm điểm phải có kết quả và ngày, từ ngày cam kết trở đi."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.year}"

    def clean(self):
        """Made in its year, or in the last quarter of the year before it."""
        if not (self.year and self.made_on):
            return
        if not dt.date(self.year - 1, EVE_FROM, 1) <= self.made_on <= dt.date(self.year, 12, 31):
            raise ValidationError(
                {"made_on": _("Cam kết của năm nào thì ghi trong năm ấy, hoặc cuối năm trước.")}
            )
