"""Spreadsheets taken in: the file, how its columns are understood, and what became of each row."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Committee
from jobs.models import Job
from members.models.person import Member
from members.querysets import ImportQuerySet
from partyunit.fields import DayField, LineField
from partyunit.models import Record


class ImportBatch(Record):
    """One uploaded file of members (đợt nhập) from its reading to its undoing.

    Nothing of it stands in the register before it is applied. The file and the samples of its
    columns are kept only while the batch is open, its bad rows as a sheet (`error_sheet`) for some
    weeks more; how the columns were understood, what became of each row and the columns nobody
    asked for stay. `as_on` is the day the file speaks of:
    what is compared is the register of that day, and a new person is in the cell from it on.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("đang đọc tệp")
        ASKING = "asking", _("chờ trả lời câu hỏi")
        READY = "ready", _("chờ xác nhận")
        APPLIED = "applied", _("đã ghi vào sổ")
        UNDONE = "undone", _("đã hoàn lại")
        REFUSED = "refused", _("không đọc được")
        DROPPED = "dropped", _("đã bỏ")

    OPEN = (State.UPLOADED, State.ASKING, State.READY)
    unrecorded = (
        "heads",
    )  # values of the file, kept only while the batch is open: not in the journal

    committee = models.ForeignKey(
        Committee,
        verbose_name=_("đảng bộ"),
        on_delete=models.PROTECT,
        related_name="import_batches",
    )
    as_on = DayField(_("sổ trong tệp là của ngày"))
    default_cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ của dòng không ghi chi bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    file_name = LineField(_("tên tệp"))
    size = models.PositiveIntegerField(_("cỡ tệp, byte"))
    sha256 = models.CharField(_("SHA-256 của tệp"), max_length=64)
    file = models.FileField(_("tệp"), max_length=200, blank=True, upload_to="imports")
    error_sheet = models.FileField(
        _("bảng các dòng lỗi"), max_length=200, blank=True, upload_to="imports"
    )
    sheet = LineField(_("trang tính"), blank=True)
    sheets = models.JSONField(_("các trang có danh sách"), default=list, blank=True)
    fingerprint = models.CharField(_("dấu của mẫu"), max_length=64, blank=True)
    heads = models.JSONField(_("các cột"), default=list, blank=True)
    mapping = models.JSONField(_("cách hiểu các cột"), default=dict, blank=True)
    questions = models.JSONField(_("câu hỏi"), default=list, blank=True)
    answers = models.JSONField(_("trả lời"), default=dict, blank=True)
    unknown = models.JSONField(_("các cột không thuộc sổ"), default=list, blank=True)
    passed_over = models.JSONField(_("các dòng không phải người"), default=list, blank=True)
    counts = models.JSONField(_("số dòng"), default=dict, blank=True)
    message = models.TextField(_("điều cần biết"), blank=True)
    state = models.CharField(
        _("tình trạng"), max_length=8, choices=State.choices, default=State.UPLOADED
    )
    job = models.ForeignKey(
        Job,
        verbose_name=_("việc chạy nền"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="import_batches",
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người tải lên"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("tải lên lúc"), auto_now_add=True)
    applied_at = models.DateTimeField(_("ghi vào sổ lúc"), null=True, blank=True)
    undone_at = models.DateTimeField(_("hoàn lại lúc"), null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("đợt nhập")
        ordering = ["-pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=["uploaded", "asking", "ready"]) | Q(file=""),
                name="import_batch_closed_keeps_no_file",
                violation_error_code="file",
                violation_error_message=_("Đợt nhập đã xong thì không giữ tệp nữa."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["applied", "undone"], applied_at__isnull=False)
                | ~Q(state__in=["applied", "undone"]) & Q(applied_at__isnull=True),
                name="import_batch_applied_has_time",
                violation_error_code="state",
                violation_error_message=_("Đợt nhập đã ghi thì phải có lúc ghi."),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("members:import_batch", args=[self.pk])

    @property
    def state_text(self) -> str:
        """The state; of a file whose reading was stopped or failed, that it was not read."""
        is_stopped = self.state == self.State.UPLOADED and not self.is_working
        return str(_("chưa đọc xong") if is_stopped else self.get_state_display())

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_working(self) -> bool:
        """Whether a worker reads, writes or undoes it just now."""
        return self.job is not None and self.job.is_open


class ImportRow(models.Model):
    """One row of the file: what it says, what it changes in the register, what is wrong with it.

    Working rows of a batch: made anew with each preview, frozen in meaning once applied.
    `values` are let go once the batch is applied: the register has them then, or never shall.
    `changes` are field, old and new; `notes` what differs but is an act of its own; `written`
    the rows of the register it made or changed, each with its version after.
    """

    class Outcome(models.TextChoices):
        NEW = "new", _("mới")
        CHANGED = "changed", _("thay đổi")
        SAME = "same", _("như trong sổ")
        ERROR = "error", _("lỗi")

    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField(_("dòng"))
    name = models.CharField(_("họ và tên"), max_length=200, blank=True)
    outcome = models.CharField(_("kết quả"), max_length=7, choices=Outcome.choices)
    member = models.ForeignKey(
        Member, verbose_name=_("đảng viên"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    seen_version = models.PositiveIntegerField(null=True)
    values = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    changes = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    notes = models.JSONField(default=list)
    has_notes = models.BooleanField(default=False)
    problems = models.JSONField(default=list)
    extra = models.JSONField(default=dict)
    written = models.JSONField(default=list)

    class Meta:
        verbose_name = _("dòng của đợt nhập")
        ordering = ["batch", "number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="import_row_number_once"),
        ]
        indexes = [models.Index(fields=["batch", "outcome"], name="import_row_by_outcome")]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"

    @property
    def differs(self) -> bool:
        """Whether the file differs where confirming writes nothing: another cell, a state, a post."""
        return self.outcome == self.Outcome.SAME and self.has_notes


class ImportLayout(Record):
    """How the columns of a layout (mẫu) were understood last time, so that it is asked once."""

    committee = models.ForeignKey(
        Committee,
        verbose_name=_("đảng bộ"),
        on_delete=models.PROTECT,
        related_name="import_layouts",
    )
    fingerprint = models.CharField(_("dấu của mẫu"), max_length=64)
    mapping = models.JSONField(_("cách hiểu các cột"), default=dict, blank=True)
    answers = models.JSONField(_("trả lời"), default=dict, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("mẫu đã biết")
        ordering = ["pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["committee", "fingerprint"],
                condition=Q(voided_at__isnull=True),
                name="import_layout_once",
                violation_error_code="fingerprint",
                violation_error_message=_("Mẫu này đã được ghi nhớ."),
            ),
        ]

    def __str__(self) -> str:
        return self.fingerprint[:12]
