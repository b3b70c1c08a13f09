"""Periodic reports: versions of frozen figures and the papers printed from them."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Committee
from cells.wording import cell_title
from documents.models import Document
from documents.papers.digest import Coded
from jobs.models import Job
from partyunit.dates import quarter_of, roman_quarter
from partyunit.fields import DayField
from partyunit.models import Record
from reports.querysets import ReportQuerySet


class Report(Coded, Record):
    """One version of one periodic report: kind, scope, period.

    `data_until` is the day the figures speak of: the period's last day, or the program's day
    when the period is not over. `frozen` holds the figures with the ids behind them;
    `content_sha256` is the digest of that content (canonical JSON), of which the paper prints
    the first 12 hex digits; `pdf_sha256` is the file's own. A new run is a new version; an
    issued version never changes and carries its number in `document`.
    """

    class Kind(models.TextChoices):
        QUARTERLY = "quarterly", _("báo cáo quý")
        ANNUAL = "annual", _("báo cáo năm")

    class State(models.TextChoices):
        DRAFT = "draft", _("dự thảo")
        ISSUED = "issued", _("đã ban hành")

    kind = models.CharField(_("loại"), max_length=9, choices=Kind.choices)
    committee = models.ForeignKey(
        Committee, verbose_name=_("đảng bộ"), on_delete=models.PROTECT, related_name="reports"
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reports",
    )
    period_first = DayField(_("từ ngày"))
    period_last = DayField(_("đến ngày"))
    data_until = DayField(_("số liệu đến ngày"))
    number_of_version = models.PositiveIntegerField(_("bản"))
    state = models.CharField(
        _("tình trạng"), max_length=6, choices=State.choices, default=State.DRAFT
    )
    frozen = models.JSONField(null=True, blank=True, editable=False, encoder=DjangoJSONEncoder)
    content_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    pdf = models.FileField(upload_to="reports/", blank=True, editable=False)
    pdf_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    pages = models.PositiveIntegerField(_("số trang"), null=True, blank=True)
    made_at = models.DateTimeField(_("lập xong lúc"), null=True, blank=True)
    document = models.OneToOneField(
        Document,
        verbose_name=_("văn bản đã ban hành"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="report",
    )
    job = models.OneToOneField(
        Job,
        verbose_name=_("việc lập"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="report",
    )

    objects = ReportQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("báo cáo")
        ordering = ["-period_last", "cell", "-number_of_version"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["kind", "committee", "period_first", "number_of_version"],
                condition=Q(cell__isnull=True),
                name="report_version_once_per_committee",
                violation_error_message=_("Bản này đã có."),
            ),
            models.UniqueConstraint(
                fields=["kind", "cell", "period_first", "number_of_version"],
                name="report_version_once_per_cell",
                violation_error_message=_("Bản này đã có."),
            ),
            models.CheckConstraint(
                condition=Q(period_last__gt=F("period_first"))
                & Q(data_until__gte=F("period_first"))
                & Q(data_until__lte=F("period_last")),
                name="report_period_in_order",
                violation_error_message=_("Kỳ báo cáo không hợp lệ hoặc chưa bắt đầu."),
            ),
            models.CheckConstraint(
                condition=~Q(state="issued")
                | Q(document__isnull=False, frozen__isnull=False)
                & ~Q(pdf="")
                & ~Q(content_sha256=""),
                name="report_issued_is_frozen",
                violation_error_message=_("Báo cáo ban hành phải có số, nội dung chốt và tệp."),
            ),
        ]

    def __str__(self) -> str:
        owner = cell_title(str(self.cell)) if self.cell_id else _("Đảng bộ")
        return f"{self.title}, {owner}"

    @property
    def owner(self):
        return self.cell or self.committee

    @property
    def period_name(self) -> str:
        """`quý I năm 2019` or `năm 2018`."""
        if self.kind == self.Kind.ANNUAL:
            return str(_("năm %(year)s") % {"year": self.period_first.year})
        quarter = roman_quarter(quarter_of(self.period_first))
        return str(
            _("quý %(quarter)s năm %(year)s") % {"quarter": quarter, "year": self.period_first.year}
        )

    @property
    def title(self) -> str:
        if self.kind == self.Kind.ANNUAL:
            return str(
                _("Tổng kết công tác xây dựng Đảng %(period)s") % {"period": self.period_name}
            )
        return str(_("Kết quả công tác xây dựng Đảng %(period)s") % {"period": self.period_name})

    @property
    def is_partial(self) -> bool:
        """The period was not over when the figures were taken."""
        return self.data_until < self.period_last
