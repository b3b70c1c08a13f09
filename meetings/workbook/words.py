"""A field of a row's form as the text of a cell, and what was typed into the cell as the field's value."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from meetings.forms import PersonField, RowForm
from members.importing.cells import MARKS, NO_MARKS
from members.models import Member
from partyunit.text import fold, normalise

TICK = "x"
PART_OF_DAY, DAY_NUMBER = re.compile(r"0\.\d{4,}"), re.compile(r"[2-7]\d{4}")
DAY_ZERO = dt.date(1899, 12, 30)  # of a spreadsheet's days as numbers


class UnreadableCellError(Exception):
    """The cell says nothing the field can hold; the message is the sentence for the person."""


@translation.override("vi")
def labels_of(field: forms.Field) -> dict[str, str] | None:
    """What may stand in the cell, by the value the form expects; None where anything may be typed.

    A workbook is in Vietnamese whatever language its page is read in.
    """
    if isinstance(field, PersonField):
        return _names_of(field.people)
    if isinstance(field, forms.ChoiceField):
        choices = cast("Iterable[tuple]", field.choices)
        return {str(key): str(label) for key, label in choices if key != ""}
    return {"on": TICK} if isinstance(field, forms.BooleanField) else None


def _names_of(people: dict[str, Member]) -> dict[str, str]:
    """Names; namesakes with their day of birth, so that a name never means two people."""
    count = Counter(_key(member.full_name) for member in people.values())
    return {
        pk: member.full_name
        if count[_key(member.full_name)] == 1
        else f"{member.full_name} (sinh {member.born_on})"
        for pk, member in people.items()
    }


def cell_text(form: RowForm, name: str) -> str:
    """What stands in the cell of a row as it is stored; nothing where the roll was not called."""
    field, value = form.fields[name], form.initial.get(name)
    value = getattr(value, "pk", value)
    if value is None or value is False or value == "":
        return ""
    if (labels := labels_of(field)) is not None:
        return labels.get("on" if value is True else str(value), "")
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(value)


def read_cell(field: forms.Field, text: str) -> tuple[str, str]:
    """The text in the one way the program writes it, and the value for the form.

    Raises UnreadableCellError; a day or hour that is none is left to the form, which says so.
    """
    if isinstance(field, forms.IntegerField):
        return _read_number(field, text)
    if not text:
        return "", ""
    if isinstance(field, forms.BooleanField):
        return _read_tick(text)
    if (labels := labels_of(field)) is not None:
        return _read_choice(field, labels, text)
    if isinstance(field, forms.TimeField):
        text = _as_read(field, _as_hour(text), "%H:%M")
    elif isinstance(field, forms.DateField):
        text = _as_read(field, _as_day(text), "%d/%m/%Y")
    return text, text


def _as_read(field: forms.Field, text: str, pattern: str) -> str:
    """As the form's own field reads it, in one writing; what it does not read stays for it to refuse."""
    with suppress(ValidationError):
        return format(field.to_python(text), pattern)
    return text


def _read_number(field: forms.Field, text: str) -> tuple[str, str]:
    """`05` as `5`; where no number need be given, none is nought."""
    if not text and not field.required:
        text = "0"
    text = str(int(text)) if text.isdecimal() and text.isascii() else text
    return text, text


def _read_tick(text: str) -> tuple[str, str]:
    word = fold(text)
    if word in MARKS:
        return TICK, "on"
    if word in NO_MARKS:
        return "", ""
    raise UnreadableCellError(_("Ô này chỉ ghi x, hoặc để trống."))


def _read_choice(field: forms.Field, labels: dict[str, str], text: str) -> tuple[str, str]:
    """A word of the list by its letters; a person only by the whole name, for one mark is another person."""
    key = _key if isinstance(field, PersonField) else fold
    for value, label in labels.items():
        if key(label) == key(text):
            return label, value
    if isinstance(field, PersonField):
        raise UnreadableCellError(
            _("Không có «%(text)s» trong danh sách chọn được ở đây.") % {"text": text}
        )
    sentence = _("Chỉ ghi một trong các mục: %(labels)s.")
    raise UnreadableCellError(sentence % {"labels": ", ".join(labels.values())})


def _key(name: str) -> str:
    return normalise(name).casefold()


def _as_hour(text: str) -> str:
    """The part of a day a spreadsheet counts in, as an hour; the field reads every other writing."""
    if PART_OF_DAY.fullmatch(text):
        hours, minutes = divmod(round(float(text) * 24 * 60), 60)
        return f"{hours:02d}:{minutes:02d}"
    return text


def _as_day(text: str) -> str:
    """The number a spreadsheet counts days in as a day."""
    if DAY_NUMBER.fullmatch(text):
        return f"{DAY_ZERO + dt.timedelta(days=int(text)):%d/%m/%Y}"
    return text
