"""Who did what, and when: a journal nobody can change, in the program or in the database."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """One act of one person on one row, with what stood there before and after.

    Names are kept as text, so that the entry still reads when the account or the row has
    changed its name. Rows are append-only: the database refuses UPDATE and DELETE (`audit.frozen`).
    """

    at = models.DateTimeField(_("lúc"), default=timezone.now, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người làm"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    actor_name = models.CharField(_("tên người làm"), max_length=200)
    action = models.CharField(
        _("việc"), max_length=80, help_text="area.verb, e.g. members.transfer"
    )
    model = models.CharField(_("loại dòng"), max_length=80, blank=True)
    object_id = models.CharField(_("mã dòng"), max_length=40, blank=True)
    object_text = models.CharField(_("dòng"), max_length=300, blank=True)
    before = models.JSONField(_("trước"), default=dict, blank=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(_("sau"), default=dict, blank=True, encoder=DjangoJSONEncoder)
    reason = models.CharField(_("lý do"), max_length=500, blank=True)
    request_id = models.CharField(_("mã lượt gọi"), max_length=32, blank=True)

    class Meta:
        verbose_name = _("dòng nhật ký")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["model", "object_id"], name="audit_entry_of_object")]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.at):%d/%m/%Y %H:%M} {self.actor_name}: {self.action} {self.object_text}"
