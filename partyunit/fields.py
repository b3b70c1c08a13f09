"""Model and form fields every room uses: Vietnamese text in one normal form, sort keys, partial dates."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from partyunit.dates import (
    DAY,
    EARLIEST_YEAR,
    LATEST_YEAR,
    MONTH,
    YEAR,
    PartialDate,
    parse_day,
    parse_partial,
)
from partyunit.text import normalise, one_line

PROSE_LIMIT = 20_000  # characters


class _NormalisedText:
    """Makes every value NFC with single spaces, on its way from a form and into the database."""

    tidy = staticmethod(normalise)

    def to_python(self, value):
        value = super().to_python(value)
        return self.tidy(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return self.tidy(value) if isinstance(value, str) else value


class LineField(_NormalisedText, models.CharField):
    """One line of Vietnamese text, whatever a workbook's cell or a request brings."""

    tidy = staticmethod(one_line)

    def __init__(self, *args, max_length=200, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)


class ProseField(_NormalisedText, models.TextField):
    """Running text with line breaks, short enough for a page and for a cell of a sheet."""

    default_validators = [MaxLengthValidator(PROSE_LIMIT)]


class SortKeyField(models.CharField):
    """An ASCII key in byte order on both databases (collation "C" on PostgreSQL, BINARY on SQLite)."""

    def __init__(self, *args, max_length=300, editable=False, **kwargs):
        super().__init__(*args, max_length=max_length, editable=editable, **kwargs)

    def db_parameters(self, connection):
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


class DerivedField(SortKeyField):
    """A column worked out from others each time the row is written, bulk writes included.

    `source` names the other field (or several, joined by spaces), `derive` the function from
    its text to this one's; both are no part of the schema.
    """

    def __init__(self, *args, source="", derive=None, default="", **kwargs):
        super().__init__(*args, default=default, **kwargs)
        self.sources = (source,) if isinstance(source, str) else tuple(source)
        self.derive = derive

    def pre_save(self, model_instance, add):
        if self.derive is None:  # a migration's model
            return super().pre_save(model_instance, add)
        text = " ".join(getattr(model_instance, name) or "" for name in self.sources)
        value = self.derive(text)[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value


def check_day_is_sane(day: dt.date) -> None:
    """Refuses years that can only be a slip of the finger."""
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValidationError(
            _("Năm %(year)s không hợp lệ; hãy kiểm tra lại ngày."),
            code="year",
            params={"year": day.year},
        )


class DayFormField(forms.DateField):
    """Reads and shows dd/mm/yyyy in one text box."""

    widget = forms.DateInput(
        format="%d/%m/%Y", attrs={"inputmode": "numeric", "autocomplete": "off"}
    )
    default_error_messages = {"invalid": _("Ngày không có thật. Ghi dạng ngày/tháng/năm.")}
    # Here too: a form in front of a service has no row, and a row's own rules reckon with its days.
    default_validators = [check_day_is_sane]

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, dt.date):
            return super().to_python(value)
        try:
            return parse_day(str(value))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class DayField(models.DateField):
    """A calendar day of the office, between 1900 and 2200."""

    default_validators = [check_day_is_sane]

    def db_check(self, connection):
        """SQLite keeps any text in a date column; the 30th of February is refused there too."""
        if connection.vendor != "sqlite":
            return None  # PostgreSQL's own type refuses it
        column = connection.ops.quote_name(self.column)
        return f"{column} IS date({column}, '+0 days')"

    def get_prep_value(self, value):
        """A partial date compared with this column counts as its last day: its text is no database's."""
        day = super().get_prep_value(value)
        return dt.date(day.year, day.month, day.day) if isinstance(day, PartialDate) else day

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": DayFormField, **kwargs})


class _PartialDateAttribute:
    """Joins the stored last possible day and its precision into one PartialDate."""

    def __init__(self, field):
        self.field = field

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        day = instance.__dict__.get(self.field.name)
        if isinstance(day, dt.date) and not isinstance(day, PartialDate):
            precision = instance.__dict__.get(self.field.precision_name) or DAY
            return PartialDate.of(day, precision)
        return day

    def __set__(self, instance, value):
        instance.__dict__[self.field.name] = value
        if isinstance(value, PartialDate):
            instance.__dict__[self.field.precision_name] = value.precision


class PartialDateField(DayField):
    """A date of which perhaps only the month or the year is known.

    Two columns: `<name>`, the last possible day, which comparisons use, and
    `<name>_precision`. The attribute gives and takes a `PartialDate`.
    """

    PRECISIONS = [(DAY, _("ngày")), (MONTH, _("tháng")), (YEAR, _("năm"))]

    @property
    def precision_name(self) -> str:
        return f"{self.name}_precision"

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if cls.__module__ == "__fake__":  # a migration's model lists the column itself
            return
        setattr(cls, name, _PartialDateAttribute(self))
        if not any(field.name == self.precision_name for field in cls._meta.local_fields):
            precision = models.CharField(
                max_length=5, choices=self.PRECISIONS, default=DAY, editable=False
            )
            cls.add_to_class(self.precision_name, precision)

    def to_python(self, value):
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, str):
            try:
                return parse_partial(value)
            except ValueError:
                raise ValidationError(PartialDateFormField.SENTENCE, code="invalid") from None
        day = super().to_python(value)
        return PartialDate.of(day) if day else day

    def get_prep_value(self, value):
        day = self.to_python(value) if value is not None else None
        return dt.date(day.year, day.month, day.day) if isinstance(day, PartialDate) else day

    def value_to_string(self, obj):
        value = self.value_from_object(obj)
        return "" if value is None else value.isoformat()

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PartialDateFormField, **kwargs})


class PartialDateFormField(forms.Field):
    """Reads dd/mm/yyyy, mm/yyyy or yyyy."""

    SENTENCE = _("Ngày không có thật. Ghi dạng ngày/tháng/năm, tháng/năm hoặc chỉ năm.")
    default_validators = [check_day_is_sane]
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, dt.date):
            return value if isinstance(value, PartialDate) else PartialDate.of(value)
        try:
            return parse_partial(str(value))
        except ValueError:
            raise ValidationError(self.SENTENCE, code="invalid") from None

    def prepare_value(self, value):
        return str(value) if isinstance(value, PartialDate) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)
