"""Spans without cell life: exempted on application, or suspended."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from members.models.person import Member
from members.querysets import OfMemberSpanQuerySet
from partyunit.constraints import NoOverlap
from partyunit.fields import LineField
from partyunit.models import Span


class Exemption(Span):
    """A span without Party work or cell life: exempted on application, or suspended.

    An exempted or suspended member stays in the headcount and keeps Party age (24-QĐ/TW,
    30/7/2021, điều 7 [M]); an exempted member who is absent is outside the base of votes.
    """

    class Kind(models.TextChoices):
        EXEMPT = "exempt", _("miễn công tác và sinh hoạt")
        SUSPENDED = "suspended", _("đình chỉ sinh hoạt")

    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), on_delete=models.PROTECT, related_name="exemptions"
    )
    kind = models.CharField(_("hình thức"), max_length=9, choices=Kind.choices)
    reason = LineField(_("lý do"))
    decision = models.ForeignKey(
        Document,
        verbose_name=_("quyết định"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="exemptions",
    )

    objects = OfMemberSpanQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("miễn, đình chỉ sinh hoạt")
        ordering = ["from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=["exempt", "suspended"]),
                name="exemption_kind_is_known",
                violation_error_code="kind",
                violation_error_message=_("Hình thức là miễn hoặc đình chỉ sinh hoạt."),
            ),
            NoOverlap(
                name="exemption_no_overlap",
                by=["member"],
                violation_error_message=_(
                    "Trong thời gian này đồng chí đã được miễn hoặc bị đình chỉ sinh hoạt."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_kind_display()}"
