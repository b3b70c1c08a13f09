"""Two people at one row: what is stored beside what the slower one typed, and what each changed."""

from dataclasses import dataclass, field

from django import forms
from django.db.models import Model
from django.forms.models import model_to_dict

from audit.meanwhile import last_changes, sentence
from audit.services import snapshot
from partyunit.listing import show


@dataclass(frozen=True)
class ConflictLine:
    """One field: what is stored now, and what was typed; `is_taken` when the typing one left the
    field as it was, so that the form takes what is stored."""

    label: str
    stored: str
    typed: str
    differs: bool
    is_taken: bool = False


@dataclass(frozen=True)
class Conflict:
    """The stored row beside what a slower writer typed.

    A form that hides a value says how it may be told, by field: `told = {"card_no": masked}`;
    one that writes more than columns tells the rest: `further_texts(row)` as (name, text) pairs.
    """

    lines: list[ConflictLine]
    events: list[str] = field(default_factory=list)  # who did what meanwhile, in sentences

    @classmethod
    def between(cls, form, current, *, taken: set[str]) -> "Conflict":
        names = getattr(form, "record_fields", [])
        lines = [_line(form, current, name=name, is_taken=name in taken) for name in names]
        count = max(1, current.version - (_read_version(form) or current.version))
        events = [sentence(entry) for entry in last_changes(current, count)]
        return cls(lines + _further(form, current), events)

    @property
    def differing(self) -> list[ConflictLine]:
        return [line for line in self.lines if line.differs]

    @property
    def same_count(self) -> int:
        return len(self.lines) - len(self.differing)


def _read_version(form) -> int | None:
    return form.cleaned_data.get("version")


def _further(form, current) -> list[ConflictLine]:
    if not hasattr(form, "further_texts"):
        return []
    pairs = zip(form.further_texts(current), form.further_texts(form.instance), strict=True)
    return [
        ConflictLine(label, stored, typed, differs=stored != typed)
        for (label, stored), (_label, typed) in pairs
    ]


def _line(form, current, *, name: str, is_taken: bool) -> ConflictLine:
    stored = _text(current, name, getattr(current, name))
    typed = _text(form.instance, name, form.cleaned_data.get(name))
    told = getattr(form, "told", {}).get(name, str)
    label = str(form.fields[name].label)
    return ConflictLine(label, told(stored), told(typed), stored != typed, is_taken)


def _text(row, name: str, value) -> str:
    """A field's value in words: a choice by its label, a day as the office writes it."""
    choices = dict(row._meta.get_field(name).flatchoices)
    return str(choices.get(value, show(value)))


def untouched(form, current: Model) -> dict[str, str]:
    """The fields that others changed since the writer read the row and the writer did not, each
    with the value stored now as the form sends it.

    What stood there when the row was read is what the journal keeps of the changes since.
    """
    names = getattr(form, "record_fields", [])
    read = _read_version(form)
    if not names or not read:
        return {}
    before: dict = {}
    for entry in last_changes(current, current.version - read):
        before = {**entry.before, **before} if entry.after else before
    typed, stored = snapshot(form.instance, names), snapshot(current, names)
    return {
        name: _as_sent(form.fields[name], model_to_dict(current, [name])[name])
        for name in names
        if name in before and before[name] == typed[name] != stored[name]
    }


def _as_sent(form_field: forms.Field, value) -> str:
    """A stored value as a browser would send it back."""
    prepared = form_field.prepare_value(value)
    if isinstance(form_field, forms.BooleanField):
        return "on" if prepared else ""
    if isinstance(form_field, forms.ChoiceField):
        return "" if prepared is None else str(prepared)
    return form_field.widget.format_value(prepared) or ""
