"""The year judged: what grade each member was given, in which round, by which rule."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Committee
from documents.models import Document
from evaluations.querysets import EvaluationRoundQuerySet, MemberEvaluationQuerySet
from members.models import Member
from partyunit.fields import DayField, LineField
from partyunit.models import Record
from regulations.models import Regulation


class EvaluationRound(Record):
    """The rating of one year (đánh giá, xếp loại) in a committee, as its committee decided it.

    `rule` is the regulation of the year: it says what the grades are called.
    """

    committee = models.ForeignKey(
        Committee,
        verbose_name=_("đảng bộ"),
        on_delete=models.PROTECT,
        related_name="evaluation_rounds",
    )
    year = models.PositiveSmallIntegerField(_("năm"))
    decided_on = DayField(_("ngày quyết định"))
    decision = models.ForeignKey(
        Document,
        verbose_name=_("văn bản trong sổ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evaluation_rounds",
    )
    rule = models.ForeignKey(
        Regulation,
        verbose_name=_("quy định"),
        on_delete=models.PROTECT,
        related_name="evaluation_rounds",
        editable=False,
    )

    objects = EvaluationRoundQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("đợt đánh giá, xếp loại")
        ordering = ["-year"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["committee", "year"],
                condition=Q(voided_at__isnull=True),
                name="evaluation_round_once_a_year",
                violation_error_code="year",
                violation_error_message=_("Năm này đã có đợt đánh giá, xếp loại."),
            ),
            models.CheckConstraint(
                condition=Q(decided_on__year__gte=models.F("year")),
                name="evaluation_round_decided_in_or_after_its_year",
                violation_error_code="decided_on",
                violation_error_message=_("Ngày quyết định không thể trước năm được đánh giá."),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Đánh giá, xếp loại năm %(year)s") % {"year": self.year})

    def get_absolute_url(self) -> str:
        return reverse("evaluations:round", args=[self.pk])

    @property
    def rated_on(self) -> dt.date:
        """The day whose members are rated: of the decision, at the latest the year's last."""
        return min(self.decided_on, dt.date(self.year, 12, 31))


class MemberEvaluation(Record):
    """The grade of one member for one year. Who is not rated has the reason instead."""

    class Grade(models.TextChoices):
        EXCELLENT = "excellent", _("hoàn thành xuất sắc nhiệm vụ")
        GOOD = "good", _("hoàn thành tốt nhiệm vụ")
        FULFILLED = "fulfilled", _("hoàn thành nhiệm vụ")
        FAILED = "failed", _("không hoàn thành nhiệm vụ")
        NOT_RATED = "not_rated", _("không xếp loại")

    round = models.ForeignKey(
        EvaluationRound,
        verbose_name=_("đợt"),
        on_delete=models.PROTECT,
        related_name="member_evaluations",
    )
    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="evaluations"
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ xếp loại"),
        on_delete=models.PROTECT,
        related_name="member_evaluations",
    )
    grade = models.CharField(_("mức xếp loại"), max_length=9, choices=Grade.choices)
    reason = LineField(_("lý do không xếp loại"), blank=True)

    objects = MemberEvaluationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("xếp loại đảng viên")
        ordering = ["round", "member"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["round", "member"],
                condition=Q(voided_at__isnull=True),
                name="member_evaluation_once_a_year",
                violation_error_code="member",
                violation_error_message=_("Năm này đồng chí đã được xếp loại."),
            ),
            models.CheckConstraint(
                condition=Q(grade="not_rated") & ~Q(reason="")
                | Q(grade__in=["excellent", "good", "fulfilled", "failed"], reason=""),
                name="member_evaluation_unrated_has_reason",
                violation_error_code="reason",
                violation_error_message=_("Chỉ khi không xếp loại mới ghi, và phải ghi, lý do."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.round.year}: {self.grade_text}"

    @property
    def grade_text(self) -> str:
        """The grade as the rule of that year calls it."""
        return grade_name(self.grade, self.round.rule)

    def clean(self):
        if self.cell_id and self.round_id and self.cell.committee_id != self.round.committee_id:
            raise ValidationError({"cell": _("Chi bộ này thuộc đảng bộ khác.")})


def grade_name(grade: str, rule: Regulation) -> str:
    """What the rule calls a grade; `không xếp loại` is no grade of a rule."""
    default = MemberEvaluation.Grade(grade).label
    return str(rule.parameters.get(f"name_{grade}", default))
