"""Numbered papers: those the committee or a cell issues, and those from outside."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Committee, Term
from documents.querysets import DocumentQuerySet
from partyunit.dates import first_possible_day
from partyunit.fields import DerivedField, LineField, PartialDateField, ProseField
from partyunit.models import Record
from partyunit.text import fold


class Document(Record):
    """A paper by number and date. The register of papers is the committee's (`register`).

    The issuer is the committee, one of its cells, or an outside name. Papers of one's own
    carry term and sequence (numbers run per issuer, kind and term, given at issue, never
    twice: 05-HD/VPTW); papers from outside only their text. A draft has neither number nor day.
    `stance` keeps apart what was issued or drawn up by us from what we only advised on.
    """

    class Kind(models.TextChoices):
        RESOLUTION = "NQ", _("Nghị quyết")
        DECISION = "QĐ", _("Quyết định")
        DIRECTIVE = "CT", _("Chỉ thị")
        CONCLUSION = "KL", _("Kết luận")
        REGULATION = "QC", _("Quy chế")
        RULE = "QĐi", _("Quy định")
        NOTICE = "TB", _("Thông báo")
        REPORT = "BC", _("Báo cáo")
        PLAN = "KH", _("Kế hoạch")
        PROGRAMME = "CTr", _("Chương trình")
        PROJECT = "ĐA", _("Đề án")
        PROPOSAL = "TTr", _("Tờ trình")
        LETTER = "CV", _("Công văn")
        MINUTES = "BB", _("Biên bản")
        GUIDE = "HD", _("Hướng dẫn")
        REFERRAL = "GT", _("Giấy giới thiệu")
        OTHER = "K", _("Văn bản khác")

    class Stance(models.TextChoices):
        ISSUED = "issued", _("tự ban hành")
        ADVISED = "advised", _("tham mưu")
        DRAWN_UP = "drawn_up", _("tự xây dựng")
        RECEIVED = "received", _("văn bản đến")

    register = models.ForeignKey(
        Committee,
        verbose_name=_("sổ của đảng bộ"),
        on_delete=models.PROTECT,
        related_name="register",
    )
    committee = models.ForeignKey(
        Committee,
        verbose_name=_("đảng ủy ban hành"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ ban hành"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
    )
    outside_issuer = LineField(_("nơi khác ban hành"), blank=True)
    kind = models.CharField(_("loại văn bản"), max_length=4, choices=Kind.choices)
    stance = models.CharField(
        _("vai trò của đảng bộ"), max_length=8, choices=Stance.choices, default=Stance.ISSUED
    )
    term = models.ForeignKey(
        Term,
        verbose_name=_("nhiệm kỳ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
    )
    sequence = models.PositiveIntegerField(_("số thứ tự"), null=True, blank=True)
    number = LineField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = PartialDateField(_("ngày ban hành"), null=True, blank=True)
    summary = ProseField(_("trích yếu"))
    search_text = DerivedField(
        source=("number", "outside_issuer", "summary"), derive=fold, max_length=600
    )
    file = models.FileField(_("tệp"), upload_to="documents/", blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("văn bản")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(committee__isnull=False, cell__isnull=True, outside_issuer="")
                | Q(committee__isnull=True, cell__isnull=False, outside_issuer="")
                | Q(committee__isnull=True, cell__isnull=True) & ~Q(outside_issuer=""),
                name="document_has_one_issuer",
                violation_error_message=_("Ghi một nơi ban hành: đảng ủy, chi bộ hoặc nơi khác."),
            ),
            models.CheckConstraint(
                condition=Q(sequence__isnull=True)
                | Q(term__isnull=False, issued_on__isnull=False) & ~Q(number=""),
                name="document_sequence_is_issued",
                violation_error_code="issued_on",
                violation_error_message=_("Văn bản có số phải có nhiệm kỳ và ngày ban hành."),
            ),
            models.CheckConstraint(
                condition=Q(sequence__isnull=True) | Q(outside_issuer=""),
                name="document_outside_has_no_sequence",
                violation_error_message=_("Văn bản của nơi khác không vào số của đảng bộ."),
            ),
            models.UniqueConstraint(
                fields=["register", "outside_issuer", "kind", "number", "issued_on"],
                condition=Q(voided_at__isnull=True) & ~Q(outside_issuer="") & ~Q(number=""),
                name="document_of_outside_once",
                violation_error_code="number",
                violation_error_message=_("Văn bản này đã có trong sổ."),
            ),
            # Without the voided condition: a voided number stays used.
            models.UniqueConstraint(
                fields=["committee", "kind", "term", "sequence"],
                name="document_number_once_per_committee",
                violation_error_message=_("Số này đã cấp cho một văn bản khác."),
            ),
            models.UniqueConstraint(
                fields=["cell", "kind", "term", "sequence"],
                name="document_number_once_per_cell",
                violation_error_message=_("Số này đã cấp cho một văn bản khác."),
            ),
        ]

    def __str__(self) -> str:
        return self.citation

    def get_absolute_url(self) -> str:
        return reverse("documents:detail", args=[self.pk])

    @property
    def citation(self) -> str:
        """`Kế hoạch 14/KH-CAH ngày 17/02/2016`."""
        name = f"{self.get_kind_display()} {self.number}".strip()
        if self.issued_on is None:
            return name
        return _("%(name)s ngày %(day)s") % {"name": name, "day": self.issued_on}

    @property
    def issuer(self):
        return self.committee or self.cell or self.outside_issuer

    def clean(self):
        own = self.committee_id or self.cell_id
        if self.term and self.issued_on and not self.term.holds_on(self.issued_on):
            raise ValidationError({"issued_on": _("Ngày ban hành nằm ngoài nhiệm kỳ đã chọn.")})
        if self.cell and self.cell.committee_id != self.register_id:
            raise ValidationError({"cell": _("Chi bộ này không thuộc đảng bộ giữ sổ.")})
        if self.committee_id and self.committee_id != self.register_id:
            raise ValidationError({"committee": _("Đảng ủy này không thuộc đảng bộ giữ sổ.")})
        if self.term and (self.term.committee_id, self.term.cell_id) != (
            self.committee_id,
            self.cell_id,
        ):
            raise ValidationError({"term": _("Nhiệm kỳ này không phải của nơi ban hành.")})
        self._check_secondments_after_plan()
        if self.stance == self.Stance.ISSUED and not own:
            raise ValidationError({"stance": _("Văn bản của nơi khác không thể là «tự ban hành».")})

    def _check_secondments_after_plan(self) -> None:
        """A corrected day leaves nobody sent out before the plan (rows of a room to the right)."""
        if self.pk is None or self.issued_on is None:
            return
        first = self.secondments.valid().order_by("from_on").first()
        if first is not None and first.from_on < first_possible_day(self.issued_on):
            raise ValidationError(
                {
                    "issued_on": _("Theo văn bản này đã có đồng chí đi tăng cường từ ngày %(day)s.")
                    % {"day": first.from_on.strftime("%d/%m/%Y")}
                }
            )
