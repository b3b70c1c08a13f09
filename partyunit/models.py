"""The ground floor's own row, and the two kinds of row all rooms are built from."""

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partyunit.fields import DayField, LineField
from partyunit.querysets import RecordQuerySet, SpanQuerySet


class Installation(models.Model):
    """The one row that says whether this database is a demonstration and on which day it stands.

    A real office has no demonstration day; the real calendar rules.
    """

    demonstration_day = models.DateField(_("ngày trình diễn"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("bản cài đặt")
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="installation_is_one_row"),
        ]

    def __str__(self) -> str:
        return str(self.demonstration_day or _("dữ liệu thật"))

    @property
    def is_demonstration(self) -> bool:
        return self.demonstration_day is not None


class Record(models.Model):
    """A row of the register: corrected with a reason or voided with a reason, never deleted.

    `version` grows by one with each change; a change says which version it read.
    """

    version = models.PositiveIntegerField(_("phiên bản"), default=1, editable=False)
    voided_at = models.DateTimeField(_("hủy lúc"), null=True, blank=True, editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người hủy"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    void_reason = LineField(_("lý do hủy"), blank=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, voided_by__isnull=True, void_reason="")
                | Q(voided_at__isnull=False) & ~Q(void_reason=""),
                name="%(app_label)s_%(class)s_void_has_reason",
                violation_error_message=_("Muốn hủy một dòng phải ghi lý do."),
            ),
        ]

    @property
    def is_voided(self) -> bool:
        return self.voided_at is not None

    def rows_naming(self):
        """The valid rows of any room that name this one, a queryset for each kind there is."""
        for relation in self._meta.related_objects:
            rows = relation.related_model._base_manager.filter(
                **{relation.field.name: self}, voided_at__isnull=True
            )
            if rows.exists():
                yield rows

    def validate_constraints(self, exclude=None):
        """As Django's, each refusal keyed by the field that its constraint's code names."""
        try:
            super().validate_constraints(exclude=exclude)
        except ValidationError as error:
            raise ValidationError(by_field(self, error)) from None

    def delete(self, *args, **kwargs):
        raise TypeError(f"{type(self).__name__} rows are voided or ended, never deleted")


def by_field(row: models.Model, error: ValidationError) -> dict[str, list[ValidationError]]:
    """The refusals of a row, each beside the field its `violation_error_code` names."""
    names = {field.name for field in row._meta.concrete_fields}
    found: dict[str, list[ValidationError]] = {}
    for key, refusals in error.update_error_dict({}).items():
        for refusal in refusals:
            named = refusal.code if key == NON_FIELD_ERRORS and refusal.code in names else None
            found.setdefault(named or key, []).append(refusal)
    return found


class Span(Record):
    """A row that holds from a first day to a last day, both included; open while `to_on` is empty."""

    from_on = DayField(_("từ ngày"))
    to_on = DayField(_("đến hết ngày"), null=True, blank=True)

    objects = SpanQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="%(app_label)s_%(class)s_ends_after_start",
                violation_error_code="to_on",
                violation_error_message=_("Ngày kết thúc phải từ ngày bắt đầu trở đi."),
            ),
        ]

    def holds_on(self, day) -> bool:
        return (
            not self.is_voided and self.from_on <= day and (self.to_on is None or day <= self.to_on)
        )
