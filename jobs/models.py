"""Work done behind the page. The row is the job; a broker's message is only a wake-up call."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobs.registry import all_kinds


class JobQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As the room that asks for jobs of the kind says; where it says nothing, one's own."""
        ruled = [kind for kind in all_kinds() if kind.visible_to]
        seen = Q(requested_by=user) & ~Q(kind__in=[kind.name for kind in ruled])
        for kind in ruled:
            seen |= Q(kind=kind.name) & kind.visible_to(user)
        return self.filter(seen)

    def open(self):
        return self.filter(state__in=[Job.State.QUEUED, Job.State.RUNNING])


class Job(models.Model):
    """One piece of work: asked for by someone, done by a worker, exactly once.

    A worker claims it by a compare-and-swap on state and lease, renews the lease while it
    works, and writes the result and `done` in one transaction.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("đang chờ")
        RUNNING = "running", _("đang làm")
        DONE = "done", _("xong")
        FAILED = "failed", _("không làm được")
        CANCELLED = "cancelled", _("đã dừng")

    kind = models.CharField(_("loại việc"), max_length=60)
    key = models.CharField(
        _("khóa"),
        max_length=120,
        null=True,
        blank=True,
        help_text="Given, it makes the job unique.",
    )
    arguments = models.JSONField(_("tham số"), default=dict, encoder=DjangoJSONEncoder)
    state = models.CharField(
        _("tình trạng"), max_length=10, choices=State.choices, default=State.QUEUED
    )
    attempts = models.PositiveIntegerField(_("số lần bắt đầu"), default=0)
    lease_until = models.DateTimeField(_("giữ đến"), null=True, blank=True)
    heartbeat_at = models.DateTimeField(_("nhịp gần nhất"), null=True, blank=True)
    claimed_by = models.CharField(_("tiến trình giữ"), max_length=80, blank=True)
    stage = models.CharField(_("bước"), max_length=200, blank=True)
    percent = models.PositiveSmallIntegerField(_("phần trăm"), default=0)
    error = models.CharField(_("lỗi"), max_length=500, blank=True)
    error_detail = models.TextField(_("chi tiết cho người quản trị"), blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người yêu cầu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="jobs",
    )
    requested_at = models.DateTimeField(_("yêu cầu lúc"), auto_now_add=True)
    woken_at = models.DateTimeField(_("gọi tiến trình lúc"), null=True, blank=True)
    started_at = models.DateTimeField(_("bắt đầu lúc"), null=True, blank=True)
    finished_at = models.DateTimeField(_("xong lúc"), null=True, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc chạy nền")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "lease_until"], name="job_by_state_and_lease")]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="job_key_is_unique"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="job_percent_to_100"),
            models.CheckConstraint(
                condition=~Q(state="running") | Q(lease_until__isnull=False),
                name="job_running_has_lease",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("jobs:detail", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RUNNING)

    def may_be_changed_by(self, user) -> bool:
        """Who may stop it or start it again."""
        kind = next((kind for kind in all_kinds() if kind.name == self.kind), None)
        if kind and kind.may_change:
            return kind.may_change(user, self)
        return self.requested_by_id == user.pk


class Worker(models.Model):
    """A worker process and when it last gave a sign of life, so that a page can say «no one is working»."""

    name = models.CharField(_("tên"), max_length=120, unique=True)
    started_at = models.DateTimeField(_("bắt đầu lúc"), auto_now_add=True)
    last_seen_at = models.DateTimeField(_("thấy gần nhất"))

    class Meta:
        verbose_name = _("tiến trình làm việc")

    def __str__(self) -> str:
        return self.name
