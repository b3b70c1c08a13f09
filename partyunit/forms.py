"""Forms of every room: Vietnamese sentences, the look, constraints checked in full, versions."""

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partyunit.fields import DayFormField as DayField
from partyunit.fields import PartialDateFormField as PartialDayField
from partyunit.text import normalise, one_line

__all__ = [
    "BaseForm",
    "DayField",
    "LineField",
    "PartialDayField",
    "ProseField",
    "ReasonForm",
    "RecordForm",
    "SeveralField",
    "add_service_errors",
    "dress",
]

WITHOUT_FRAME = (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple)
BLANK = "---------"
CHOICES = (forms.ChoiceField, forms.ModelChoiceField)


class LineField(forms.CharField):
    """One line of Vietnamese text, NFC, single spaces."""

    tidy = staticmethod(one_line)

    def to_python(self, value):
        return self.tidy(super().to_python(value) or "")


class ProseField(LineField):
    """Running text with line breaks."""

    tidy = staticmethod(normalise)
    widget = forms.Textarea(attrs={"rows": 4})


class SeveralField(forms.ModelMultipleChoiceField):
    """Several rows of a few; a key no database has is no choice (SQLite refuses to look for one so long)."""

    def clean(self, value):
        try:
            return super().clean(value)
        except OverflowError:
            raise ValidationError(
                self.error_messages["invalid_pk_value"],
                code="invalid_pk_value",
                params={"pk": value},
            ) from None


class FormLook:
    """Gives fields the look and the sentences of the office; mixed into every form."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress(field)

    @cached_property
    def helper(self) -> FormHelper:
        """Crispy draws the fields only: the page has the form element, the token and the button."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper


def dress(field: forms.Field) -> None:
    """The widget's class and the field's sentences."""
    attrs = field.widget.attrs
    if isinstance(field.widget, forms.Select) and not isinstance(field.widget, WITHOUT_FRAME):
        attrs.setdefault("class", "form-select")
        attrs["class"] += "" if "form-select" in attrs["class"] else " form-select"
    elif not isinstance(field.widget, WITHOUT_FRAME) and not field.widget.is_hidden:
        attrs.setdefault("class", "form-control")
        attrs["class"] += "" if "form-control" in attrs["class"] else " form-control"
    label = str(field.label or "").strip()
    if label and "required" in field.error_messages:
        ask = _("Hãy chọn %(label)s.") if isinstance(field, CHOICES) else _("Hãy ghi %(label)s.")
        label = label if label[:2].isupper() else label[0].lower() + label[1:]
        field.error_messages["required"] = ask % {"label": label}
    if isinstance(field, CHOICES):
        _name_the_blank(field)
        field.error_messages["invalid_choice"] = _(
            "Không có lựa chọn này; hãy chọn một mục trong danh sách."
        )


def _name_the_blank(field: forms.Field) -> None:
    """The empty entry of a drop-down says what to do; a row of dashes says nothing."""
    name = _("chọn…") if field.required else _("không ghi")
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == BLANK:
            field.empty_label = name
    elif not callable(field.choices) and isinstance(field.widget, forms.Select):
        field.choices = [
            (key, name if key in ("", None) and label == BLANK else label)
            for key, label in field.choices
        ]


class BaseForm(FormLook, forms.Form):
    """A form that stands for no row, a service's for instance."""


class ReasonForm(BaseForm):
    """Why a row is voided: asked before the act, kept in the journal."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = LineField(label=_("Lý do"), max_length=200)


class RecordForm(FormLook, forms.ModelForm):
    """Enters or corrects one row of the register.

    `version` is the version the writer read. A correction asks for its reason when
    `asks_reason` is set, in a field that is none of the row's. Every constraint and `clean()`
    of the model is checked, also where one of its fields is not on the form: set those on
    `form.instance` beforehand. A form in front of a service that first makes room (ends the
    old span) leaves constraints to it.
    """

    asks_reason = False
    checks_constraints = True
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.setdefault("version", self.instance.version)
            if self.asks_reason:
                self.fields["correction_reason"] = LineField(
                    label=_("Lý do sửa"),
                    max_length=200,
                    help_text=_("Nhật ký giữ cả nội dung cũ và mới cùng lý do này."),
                )
                dress(self.fields["correction_reason"])
        else:
            del self.fields["version"]

    @property
    def record_fields(self) -> list[str]:
        """The model's own fields that this form writes."""
        names = {field.name for field in self.instance._meta.concrete_fields if field.editable}
        return [name for name in self.fields if name in names]

    @property
    def reason(self) -> str:
        return self.cleaned_data.get("correction_reason", "")

    @property
    def read_version(self) -> int | None:
        return self.cleaned_data.get("version") or None

    def add_error(self, field, error):
        """`clean()` of the row may name a field that is not on the form, which a ModelForm cannot
        place: told above the form, like what a service refuses. A box left empty is told once.
        """
        if field is None and hasattr(error, "error_dict"):
            told = {name: e for name, e in error.error_dict.items() if name not in self._errors}
            add_service_errors(self, ValidationError(told))
        else:
            super().add_error(field, error)

    def validate_unique(self):
        """In full: a ModelForm leaves out the rules that touch a field it does not show.

        Only once every field could be read: a rule judged on half a row misleads.
        """
        for check in (self.instance.validate_unique, self._check_constraints):
            if self._errors:
                return
            try:
                check()
            except ValidationError as error:
                add_service_errors(self, error)

    def _check_constraints(self):
        if self.checks_constraints:
            self.instance.validate_constraints()


def add_service_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """Puts what a service refused beside the field it names; anything else above the form."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        if name == NON_FIELD_ERRORS or name in form.fields:
            form.add_error(None if name == NON_FIELD_ERRORS else name, errors)
            continue
        label = _label(form, name)
        for sentence in ValidationError(errors).messages:
            form.add_error(None, f"{capfirst(label)}: {sentence}" if label else sentence)


def _label(form, name: str) -> str:
    """What the office calls a field that is not on the form."""
    instance = getattr(form, "instance", None)
    if instance is None:
        return ""
    try:
        return gettext(instance._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return ""
