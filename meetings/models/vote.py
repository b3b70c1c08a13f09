"""A vote taken at a meeting, with the roll it was computed on."""

import re

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from meetings.models.draft import DraftRow
from meetings.models.meeting import Meeting
from meetings.models.record import AgendaItem
from meetings.querysets import OfMeetingQuerySet
from members.models import Candidate, Member
from partyunit.fields import LineField, ProseField
from regulations.models import Regulation


def name_beside(subject: str, name: str) -> str:
    """The name to tell beside a subject that does not say it by itself."""
    return "" if re.search(rf"\b{re.escape(name)}\b", subject, re.IGNORECASE) else name


class Vote(DraftRow):
    """What was put to the vote, how many were for it, and whether it carried.

    `base` is the number the share is taken of, `voters` those who could vote (official members
    who came), `needed` the smallest number of votes for that carries, all worked out by `rule`
    on `roll` (the official members as they stood on it, as plain data). A secret ballot keeps
    counts only, never a name or a view. It is about a member, a candidate for admission, or a
    matter without a person.
    """

    class Matter(models.TextChoices):
        RESOLUTION = "resolution", _("nghị quyết, kết luận")
        ADMISSION = "admission", _("đề nghị kết nạp")
        RECOGNITION = "recognition", _("đề nghị công nhận chính thức")
        REMOVAL = "removal", _("đề nghị xóa tên")
        DISCIPLINE = "discipline", _("kỷ luật")
        EXPULSION = "expulsion", _("đề nghị khai trừ")
        AWARD = "award", _("đề nghị khen thưởng")
        RATING = "rating", _("đánh giá, xếp loại")
        OTHER = "other", _("việc khác")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("cuộc họp"), on_delete=models.PROTECT, related_name="votes"
    )
    item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("nội dung"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="votes",
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=1)
    matter = models.CharField(_("loại việc"), max_length=11, choices=Matter.choices)
    subject = LineField(_("nội dung biểu quyết"), max_length=300)
    member = models.ForeignKey(
        Member,
        verbose_name=_("về đồng chí"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="votes_about",
    )
    candidate = models.ForeignKey(
        Candidate,
        verbose_name=_("về quần chúng"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="votes_about",
    )
    is_secret = models.BooleanField(_("bỏ phiếu kín"), default=False)
    votes_for = models.PositiveSmallIntegerField(_("tán thành"))
    votes_against = models.PositiveSmallIntegerField(_("không tán thành"), default=0)
    votes_other = models.PositiveSmallIntegerField(_("ý kiến khác"), default=0)
    other_views = ProseField(_("nội dung ý kiến khác"), blank=True)
    rule = models.ForeignKey(
        Regulation,
        verbose_name=_("quy định"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="votes",
    )
    base = models.PositiveSmallIntegerField(_("số để tính"), editable=False)
    voters = models.PositiveSmallIntegerField(_("số được biểu quyết"), editable=False)
    needed = models.PositiveSmallIntegerField(_("cần tán thành"), editable=False)
    is_passed = models.BooleanField(_("được thông qua"), editable=False)
    roll = models.JSONField(editable=False, default=list, encoder=DjangoJSONEncoder)

    objects = OfMeetingQuerySet.as_manager()

    class Meta(DraftRow.Meta):
        verbose_name = _("biểu quyết")
        ordering = ["meeting", "position", "pk"]
        constraints = [
            *DraftRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(voters__gte=F("votes_for") + F("votes_against") + F("votes_other")),
                name="vote_within_voters",
                violation_error_code="votes_for",
                violation_error_message=_(
                    "Tổng số phiếu nhiều hơn số đảng viên chính thức có mặt."
                ),
            ),
            models.CheckConstraint(
                condition=Q(voters__lte=F("base")),
                name="vote_voters_within_base",
                violation_error_message=_("Số được biểu quyết không thể vượt số để tính tỷ lệ."),
            ),
            models.CheckConstraint(
                condition=Q(needed__gte=1) & (Q(needed__lte=F("base")) | Q(base=0, needed=1)),
                name="vote_needed_within_base",
                violation_error_message=_("Số cần tán thành phải từ 1 đến số để tính tỷ lệ."),
            ),
            models.CheckConstraint(
                condition=Q(is_passed=True, votes_for__gte=F("needed"))
                | Q(is_passed=False, votes_for__lt=F("needed")),
                name="vote_passed_by_count",
                violation_error_message=_("Kết quả biểu quyết không khớp với số tán thành."),
            ),
            models.CheckConstraint(
                condition=Q(is_secret=False) | Q(other_views=""),
                name="vote_secret_keeps_counts_only",
                violation_error_code="other_views",
                violation_error_message=_("Bỏ phiếu kín chỉ ghi số phiếu, không ghi ý kiến."),
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=True) | Q(candidate__isnull=True),
                name="vote_about_one_person",
                violation_error_code="candidate",
                violation_error_message=_(
                    "Mỗi lần biểu quyết về một người: đảng viên hoặc quần chúng."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(matter="admission") | Q(member__isnull=True),
                name="vote_admits_no_member",
                violation_error_code="member",
                violation_error_message=_("Đề nghị kết nạp là về quần chúng, không về đảng viên."),
            ),
            models.CheckConstraint(
                condition=Q(candidate__isnull=True)
                | Q(matter__in=["admission", "resolution", "other"]),
                name="vote_matter_of_a_candidate",
                violation_error_code="candidate",
                violation_error_message=_("Loại việc này là về đảng viên, không về quần chúng."),
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def cast(self) -> int:
        """How many votes are recorded."""
        return self.votes_for + self.votes_against + self.votes_other

    @property
    def not_cast(self) -> int:
        """Of those who could vote, how many no vote is recorded of."""
        return self.voters - self.cast

    @property
    def person(self) -> Member | Candidate | None:
        return self.member or self.candidate

    @property
    def about(self) -> str:
        """Whom it is about, where the subject does not say so itself."""
        return name_beside(self.subject, self.person.full_name if self.person else "")

    @property
    def lacks_person(self) -> bool:
        """An admission or recognition of nobody named: its counts can go to no one's steps."""
        return self.person is None and self.matter in (
            self.Matter.ADMISSION,
            self.Matter.RECOGNITION,
        )

    def clean(self):
        if self.item is not None and self.item.meeting_id != self.meeting_id:
            raise ValidationError({"item": _("Nội dung này thuộc một cuộc họp khác.")})
        counts = (self.votes_for, self.votes_against, self.votes_other)
        if None not in counts and self.voters is not None and self.cast > self.voters:
            sentence = ngettext(
                "Tổng %(cast)s phiếu, nhưng chỉ %(voters)s đảng viên chính thức được biểu quyết.",
                "Tổng %(cast)s phiếu, nhưng chỉ %(voters)s đảng viên chính thức được biểu quyết.",
                self.cast,
            )
            told = {"cast": self.cast, "voters": self.voters}
            raise ValidationError({"votes_for": sentence % told})
