"""The tie of a member with the Party cell at the place of residence (Quy định 76, since 02/01/2020 213)."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from members.models.person import Member
from members.querysets import OfMemberSpanQuerySet, ResidenceCommentQuerySet
from partyunit.constraints import NoOverlap
from partyunit.fields import DayField, LineField, ProseField
from partyunit.models import Record, Span


class ResidenceContact(Span):
    """How a member keeps in touch with the cell at home, over a span.

    76-QĐ/TW 15/6/2000, then 213-QĐ/TW 02/01/2020; the special modes of the police by
    33-HD/BTCTW 30/10/2020 (under 76 the same three [M]). Only the organisation is named,
    never a person or a matter of the place of residence.
    """

    class Mode(models.TextChoices):
        NORMAL = "normal", _("giới thiệu về nơi cư trú")
        EXEMPT = "exempt", _("giới thiệu, miễn dự sinh hoạt")
        NOT_INTRODUCED = "not_introduced", _("không giới thiệu")

    YEARLY_COMMENT = (Mode.NORMAL,)  # the other modes only when needed
    INTRODUCED = (Mode.NORMAL, Mode.EXEMPT)

    member = models.ForeignKey(
        Member,
        verbose_name=_("đảng viên"),
        on_delete=models.PROTECT,
        related_name="residence_contacts",
    )
    mode = models.CharField(_("hình thức"), max_length=14, choices=Mode.choices)
    mode_reason = LineField(_("lý do của hình thức"), blank=True)
    residence_committee = LineField(_("đảng ủy nơi cư trú"), blank=True)
    residence_cell = LineField(_("chi bộ nơi cư trú"), blank=True)
    letter_number = LineField(_("số giấy giới thiệu"), max_length=60, blank=True)
    letter_on = DayField(_("ngày giấy giới thiệu"), null=True, blank=True)
    confirmed_on = DayField(_("ngày nơi cư trú xác nhận"), null=True, blank=True)
    end_reason = LineField(_("lý do kết thúc"), blank=True)

    objects = OfMemberSpanQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("giữ mối liên hệ nơi cư trú")
        ordering = ["from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(mode="not_introduced", residence_cell="", residence_committee="")
                | Q(mode__in=["normal", "exempt"]) & ~Q(residence_cell=""),
                name="residence_contact_names_its_cell",
                violation_error_code="residence_cell",
                violation_error_message=_(
                    "Đã giới thiệu thì ghi chi bộ nơi cư trú; không giới thiệu thì để trống cả "
                    "chi bộ và đảng ủy nơi cư trú."
                ),
            ),
            models.CheckConstraint(
                condition=Q(mode__in=["normal", "exempt"])
                | Q(letter_number="", letter_on__isnull=True),
                name="residence_contact_letter_of_introduced",
                violation_error_code="letter_number",
                violation_error_message=_("Không giới thiệu thì không có giấy giới thiệu."),
            ),
            models.CheckConstraint(
                condition=Q(mode="normal") | ~Q(mode_reason=""),
                name="residence_contact_special_mode_has_reason",
                violation_error_code="mode_reason",
                violation_error_message=_("Hình thức này phải ghi lý do."),
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True, end_reason="")
                | Q(to_on__isnull=False) & ~Q(end_reason=""),
                name="residence_contact_ends_with_reason",
                violation_error_code="end_reason",
                violation_error_message=_("Ghi lý do kết thúc khi và chỉ khi đã kết thúc."),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__isnull=True)
                | Q(letter_on__isnull=False, confirmed_on__gte=F("letter_on")),
                name="residence_contact_confirmed_after_letter",
                violation_error_code="confirmed_on",
                violation_error_message=_(
                    "Ngày xác nhận phải đi cùng ngày giấy giới thiệu, và không trước ngày ấy."
                ),
            ),
            NoOverlap(
                name="residence_contact_no_overlap",
                by=["member"],
                violation_error_message=_(
                    "Trong thời gian này đồng chí đã có một nơi giữ mối liên hệ khác."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.place}"

    @property
    def place(self) -> str:
        """`Chi bộ Tổ 4, Đảng ủy thị trấn Tân Uyên`; who is not introduced has no place."""
        parts = [part for part in (self.residence_cell, self.residence_committee) if part]
        return ", ".join(parts) or self.get_mode_display()


class ResidenceComment(Record):
    """The comment of the residence cell on a member for one year: asked, received, what it says."""

    class Level(models.TextChoices):
        GOOD = "good", _("thực hiện tốt")
        FULFILLED = "fulfilled", _("hoàn thành")
        NOT_FULFILLED = "not_fulfilled", _("chưa hoàn thành")

    MEMBER = "contact__member"  # the way to whom the row is about

    contact = models.ForeignKey(
        ResidenceContact,
        verbose_name=_("nơi giữ mối liên hệ"),
        on_delete=models.PROTECT,
        related_name="comments",
    )
    year = models.PositiveSmallIntegerField(_("năm"))
    asked_on = DayField(_("ngày gửi phiếu"), null=True, blank=True)
    received_on = DayField(_("ngày nhận về"), null=True, blank=True)
    level = models.CharField(_("mức nhận xét"), max_length=13, choices=Level.choices, blank=True)
    text = ProseField(_("nội dung nhận xét"), blank=True)

    objects = ResidenceCommentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("nhận xét nơi cư trú")
        ordering = ["year", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["contact", "year"],
                condition=Q(voided_at__isnull=True),
                name="residence_comment_once_a_year",
                violation_error_code="year",
                violation_error_message=_("Năm này đã có nhận xét của nơi cư trú."),
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2000, 2200)),
                name="residence_comment_year_is_sane",
                violation_error_code="year",
                violation_error_message=_("Năm không hợp lệ."),
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True, level="", text="")
                | Q(received_on__isnull=False) & ~Q(level=""),
                name="residence_comment_received_says_something",
                violation_error_code="level",
                violation_error_message=_("Nhận xét đã nhận phải có ngày nhận và mức nhận xét."),
            ),
            models.CheckConstraint(
                condition=Q(asked_on__isnull=False) | Q(received_on__isnull=False),
                name="residence_comment_asked_or_received",
                violation_error_code="asked_on",
                violation_error_message=_("Ghi ngày gửi phiếu hoặc ngày nhận nhận xét."),
            ),
            models.CheckConstraint(
                condition=Q(asked_on__isnull=True)
                | Q(received_on__isnull=True)
                | Q(received_on__gte=F("asked_on")),
                name="residence_comment_received_after_asked",
                violation_error_code="received_on",
                violation_error_message=_("Ngày nhận về phải từ ngày gửi phiếu trở đi."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact.member}, {self.year}"

    @property
    def member(self) -> Member:
        return self.contact.member

    def clean(self):
        """A year of the contact, and days not before it began: a cell is not asked about a stranger."""
        if self.year is None or self.contact_id is None:
            return
        contact = self.contact
        last_year = contact.to_on.year if contact.to_on else self.year
        if not contact.from_on.year <= self.year <= last_year:
            raise ValidationError(
                {"year": _("Năm này đồng chí không giữ mối liên hệ ở nơi cư trú này.")}
            )
        if contact.mode not in ResidenceContact.INTRODUCED:
            raise ValidationError({"contact": _("Đồng chí không được giới thiệu về nơi cư trú.")})
        for name in ("asked_on", "received_on"):
            day = getattr(self, name)
            if day and day < max(contact.from_on, dt.date(self.year, 1, 1)):
                raise ValidationError(
                    {name: _("Ngày này trước khi đồng chí về giữ mối liên hệ, hoặc trước năm ấy.")}
                )
