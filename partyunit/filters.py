"""Filters of the registers: django-filter with the office's widgets, day fields and chips."""

from dataclasses import dataclass
from functools import cached_property
from html import escape

import django_filters
from django import forms
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from partyunit.dates import EARLIEST_YEAR, LATEST_YEAR, PartialDate
from partyunit.forms import BaseForm, DayField, LineField, dress

MOST_YEARS = 150
LONGEST_SEARCH = (
    100  # letters of what is searched for; a condition a word is more than SQLite parses
)
SHOWN_IN_ROW = 3  # filters beside each other; the rest folds under one summary


# The boxes of a list's form are written without Django's templates and lazy joins: there is a score
# of them with a hundred choices on every page of a register, and they cost more than its rows.


def _attributes(attrs: dict) -> str:
    pairs = ((name, value) for name, value in attrs.items() if value not in (None, False))
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"' for name, value in pairs
    )


class PlainInput(forms.TextInput):
    """One line to type."""

    def render(self, name, value, attrs=None, renderer=None):
        given = {"value": value} if value not in (None, "") else {}
        attrs = {"type": self.input_type, "name": name, **given, **self.attrs, **(attrs or {})}
        return mark_safe(f"<input{_attributes(attrs)}>")


class PlainSelect(forms.Select):
    """A drop-down."""

    def render(self, name, value, attrs=None, renderer=None):
        attrs = {**self.attrs, **(attrs or {}), "name": name}
        return mark_safe(f"<select{_attributes(attrs)}>{''.join(self._options(value))}</select>")

    def _options(self, value):
        chosen = set(self.format_value(value))
        for key, label in self.choices:
            selected = " selected" if str(key) in chosen else ""
            yield f'<option value="{escape(str(key))}"{selected}>{escape(str(label))}</option>'


class PlainBoxes(forms.CheckboxSelectMultiple):
    """Several of a kind to tick."""

    def render(self, name, value, attrs=None, renderer=None):
        return mark_safe(f'<ul class="plain">{"".join(self._boxes(name, value))}</ul>')

    def _boxes(self, name, value):
        chosen = set(self.format_value(value))
        for key, label in self.choices:
            box = {"type": "checkbox", "name": name, "value": key, "checked": str(key) in chosen}
            yield f"<li><label><input{_attributes(box)}> {escape(str(label))}</label></li>"


class FilterForm(BaseForm):
    """The form of a FilterSet: GET, nothing required, several of a kind ticked in one drop-down.

    It takes the fields its filters have made for this request.
    """

    def __init__(self, *args, filterset, **kwargs):
        super().__init__(*args, **kwargs)
        self.filterset = filterset
        self.fields = {name: one.field for name, one in filterset.filters.items()}
        for field in self.fields.values():
            dress(field)
            field.widget = _plain(field)

    @property
    def row(self):
        """The fields that stand in the row."""
        return [self[name] for name in self.shown if name in self.fields]

    @property
    def rest(self):
        return [self[name] for name in self.fields if name not in self.shown]

    @property
    def rest_in_use(self) -> int:
        return sum(1 for field in self.rest if field.data not in (None, "", []))

    @property
    def rest_errors(self) -> bool:
        return any(field.errors for field in self.rest)

    @property
    def shown(self):
        return self.filterset.in_row or list(self.fields)[:SHOWN_IN_ROW]


def _plain(field: forms.Field) -> forms.Widget:
    """The field's widget in the shape that costs no template."""
    attrs = field.widget.attrs
    if getattr(field.widget, "allow_multiple_selected", False):
        return PlainBoxes(choices=field.choices)
    if isinstance(field.widget, forms.Select):
        return PlainSelect(attrs=attrs, choices=field.choices)
    return PlainInput(attrs={"type": field.widget.input_type, **attrs})


class SearchFilter(django_filters.CharFilter):
    """Free words, compared without accents by the queryset's own method."""

    field_class = LineField

    def __init__(self, *args, label=None, placeholder="", **kwargs):
        label = label or _("Tìm theo tên")
        attrs = {"type": "search", "autocomplete": "off", "placeholder": placeholder or label}
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "grow", **attrs}))
        super().__init__(*args, label=label, max_length=LONGEST_SEARCH, **kwargs)


class DayFilter(django_filters.Filter):
    """A day typed dd/mm/yyyy; one that cannot be read is told beside the field and filters nothing."""

    field_class = DayField


class YearFilter(django_filters.Filter):
    """A year in figures, typed as text so that what was typed stays in sight when it is none."""

    field_class = forms.IntegerField

    def __init__(self, *args, label, **kwargs):
        box = forms.TextInput(attrs={"inputmode": "numeric", "placeholder": label, "size": 8})
        bounds = {"min_value": EARLIEST_YEAR, "max_value": LATEST_YEAR}
        super().__init__(*args, label=label, widget=box, **bounds, **kwargs)


class YearsFilter(django_filters.Filter):
    """A number of completed years, an age for instance."""

    field_class = forms.IntegerField

    def __init__(self, *args, label, **kwargs):
        box = forms.TextInput(attrs={"inputmode": "numeric", "size": 8})
        super().__init__(
            *args, label=label, widget=box, min_value=0, max_value=MOST_YEARS, **kwargs
        )


@dataclass(frozen=True)
class Chip:
    """One condition in force, and the address of the list without it."""

    label: str
    value: str
    url: str


class RecordFilterSet(django_filters.FilterSet):
    """A register's filters. `view` is the list's view (its day is `view.on`).

    `in_row` names the filters that stand in the row; the others fold away. A filter written
    `from_` or `form_` is `from` or `form` in the address: words that are no attribute's. A value
    that cannot be read is told beside its field and filters nothing; the other filters still do.
    """

    in_row: tuple[str, ...] = ()

    def __init__(self, *args, view=None, **kwargs):
        self.view = view
        super().__init__(*args, **kwargs)
        in_row = self.in_row or list(self.filters)[:SHOWN_IN_ROW]
        for name, one in self.filters.items():  # in the row a choice is named by its first entry
            if isinstance(one, django_filters.ChoiceFilter):
                named = one.label if name in in_row else _("tất cả")
                one.extra.setdefault("empty_label", named)

    @classmethod
    def get_filters(cls):
        """By the names in the address."""
        return {name.rstrip("_"): one for name, one in super().get_filters().items()}

    @cached_property
    def form(self) -> FilterForm:
        return FilterForm(self.data, filterset=self)

    @property
    def qs(self):
        if not hasattr(self, "_qs"):
            queryset = self.queryset.all()
            if self.is_bound:
                self.form.is_valid()
                queryset = self.filter_queryset(queryset)
            self._qs = queryset
        return self._qs

    def filter_queryset(self, queryset):
        """With every condition that could be read."""
        for name, value in self.form.cleaned_data.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset

    def chips(self) -> list[Chip]:
        """The conditions in force, in words."""
        if not self.is_bound:
            return []
        self.form.is_valid()
        return [
            Chip(label=str(self.form.fields[name].label or ""), value=text, url=self._without(name))
            for name, value in self.form.cleaned_data.items()
            if (text := _in_words(self.form.fields[name], value))
        ]

    def _without(self, condition: str) -> str:
        query = self.data.copy()
        for name in (condition, "page", "export", "print"):
            query.pop(name, None)
        return f"?{query.urlencode(safe='/')}"


def _in_words(field: forms.Field, value) -> str:
    """What a condition says to a reader; nothing for one not in use."""
    if value is None or value == "" or (not isinstance(value, bool) and not _has_items(value)):
        return ""
    if isinstance(value, bool):
        return str(_("có") if value else _("không"))
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(map(str, value))
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        names = {str(key): str(name) for key, name in _flat(field.choices)}
        values = value if isinstance(value, list | tuple) else [value]
        return ", ".join(names.get(str(one), str(one)) for one in values)
    if hasattr(value, "strftime") and not isinstance(value, PartialDate):
        return f"{value:%d/%m/%Y}"
    return str(value)


def _has_items(value) -> bool:
    return bool(value) if isinstance(value, list | tuple) else True


def _flat(choices):
    """Choices without their groups."""
    for key, name in choices:
        if isinstance(name, list | tuple):
            yield from name
        else:
            yield key, name
