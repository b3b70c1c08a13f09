"""Filters of the registers: django-filter with the office's widgets, day fields and chips."""

from dataclasses import dataclass

import django_filters
from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from partyunit.dates import EARLIEST_YEAR, LATEST_YEAR, PartialDate
from partyunit.forms import BaseForm, DayField, LineField

MOST_YEARS = 150
SELECTED = mark_safe(" selected")
LONGEST_SEARCH = (
    100  # letters of what is searched for; a condition a word is more than SQLite parses
)
SHOWN_IN_ROW = 3  # filters beside each other; the rest folds under one summary


class PlainSelect(forms.Select):
    """A drop-down written without a template: the form of a list has a score of them."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(one) for one in self.format_value(value)}
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, SELECTED if str(key) in chosen else "", label) for key, label in self.choices),
        )
        attrs = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(attrs), options)


class FilterForm(BaseForm):
    """The form of a FilterSet: GET, nothing required, several of a kind ticked in one drop-down."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if getattr(field.widget, "allow_multiple_selected", False):
                field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
            elif type(field.widget) is forms.Select:
                field.widget = PlainSelect(attrs=field.widget.attrs, choices=field.choices)

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

    `in_row` names the filters that stand in the row; the others fold away. A value that
    cannot be read is told beside its field and filters nothing; the other filters still do.
    """

    in_row: tuple[str, ...] = ()

    class Meta:
        form = FilterForm

    def __init__(self, *args, view=None, **kwargs):
        self.view = view
        super().__init__(*args, **kwargs)
        in_row = self.in_row or list(self.filters)[:SHOWN_IN_ROW]
        for name, one in self.filters.items():  # in the row a choice is named by its first entry
            if isinstance(one, django_filters.ChoiceFilter):
                one.extra["empty_label"] = one.label if name in in_row else _("tất cả")

    def get_form_class(self):
        fields = {name: one.field for name, one in self.filters.items()}
        return type(f"{type(self).__name__}Form", (FilterForm,), fields)

    @property
    def form(self):
        if not hasattr(self, "_form"):
            super().form.filterset = self
        return self._form

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

    def conditions(self) -> list[str]:
        """The same as sentences, for print and XLSX."""
        return [f"{chip.label}: {chip.value}" for chip in self.chips()]

    def _without(self, *names: str) -> str:
        query = self.data.copy()
        for name in (*names, "page", "export", "print"):
            query.pop(name, None)
        return f"?{query.urlencode(safe='/')}"

    @property
    def cleared_url(self) -> str:
        """The list without any condition; day, columns and order stay."""
        return self._without(*self.filters, "has", "rows")


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
