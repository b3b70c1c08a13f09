"""What a parameter of a rule can be: how it is checked, written in a form and shown in words.

A rule keeps its parameters as JSON; nobody types JSON. Each kind reads one line of text (or a
few), shows the same text, and says in a Vietnamese sentence what it expects.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partyunit.forms import ProseField

LEAP_YEAR = 2020  # 29/02 is a day of the year like another
MOST = 1000  # of days, months or members: a thousand months are 83 years, beyond that is a slip of the key
LONGEST = 1000  # letters of one line


def is_count(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_day_of_year(value) -> bool:
    """`[day, month]`, such as [3, 2]."""
    if not (isinstance(value, list) and len(value) == 2 and all(is_count(one) for one in value)):
        return False
    try:
        dt.date(LEAP_YEAR, value[1], value[0])
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class Kind:
    """One kind of value.

    `parse` raises ValueError for what it cannot read, ValidationError where it has a sentence of
    its own for what is wrong.
    """

    check: Callable[[Any], bool]
    parse: Callable[[str], Any]
    show: Callable[[Any], str]
    expects: str | Promise = ""
    lines: int = 1  # a form offers to write it in
    longest: int = LONGEST
    choices: tuple[tuple[str, str | Promise], ...] = ()
    tell: Callable[[Any], str] | None = None  # in a sentence, where that is not how it is typed

    def field(self, *, label, help_text="") -> forms.Field:
        if self.choices:
            return forms.ChoiceField(label=label, help_text=help_text, choices=self.choices)
        return ParameterField(kind=self, label=label, help_text=help_text)

    def in_words(self, value) -> str:
        if self.choices:
            return str(dict(self.choices).get(value, value))
        return self.tell(value) if self.tell else self.show(value)


class ParameterField(ProseField):
    """One parameter typed as text; a table of them has its lines."""

    def __init__(self, *, kind: Kind, **kwargs):
        widget = forms.Textarea(attrs={"rows": kind.lines}) if kind.lines > 1 else forms.TextInput
        super().__init__(widget=widget, max_length=kind.longest, **kwargs)
        self.kind = kind

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else self.kind.show(value)

    def clean(self, value):
        text = super().clean(value)
        try:
            read = self.kind.parse(text)
        except ValueError:
            read = None
        if read is None or not self.kind.check(read):
            raise ValidationError(str(self.kind.expects))
        return read

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


# -- numbers and words ----------------------------------------------------------------------------


def _parse_count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text):
        raise ValueError(text)
    return int(text)


def count(first: int = 1, last: int = MOST) -> Kind:
    """A whole number within its bounds: a day further off than any calendar would stop every page."""
    return Kind(
        lambda value: is_count(value) and first <= value <= last,
        _parse_count,
        str,
        format_lazy(
            gettext_lazy("Ghi một số nguyên từ {first} đến {last}."), first=first, last=last
        ),
    )


COUNT = count()


def _is_text(value) -> bool:
    return isinstance(value, str) and bool(value)


TEXT = Kind(_is_text, str, str, gettext_lazy("Hãy ghi mục này."))


def _is_share(value) -> bool:
    """A share such as 2/3, as [2, 3]."""
    is_pair = isinstance(value, list) and len(value) == 2 and all(is_count(one) for one in value)
    return is_pair and 0 < value[0] <= value[1]


def _parse_share(text: str) -> list[int]:
    top, bottom = text.split("/")
    return [_parse_count(top.strip()), _parse_count(bottom.strip())]


SHARE = Kind(
    _is_share,
    _parse_share,
    lambda value: f"{value[0]}/{value[1]}",
    gettext_lazy("Ghi một phân số không quá 1, ví dụ 2/3."),
)


def _is_ascending(value) -> bool:
    is_list = isinstance(value, list) and bool(value) and all(is_count(one) for one in value)
    return is_list and all(one < other for one, other in pairwise(value))


def _parse_counts(text: str) -> list[int]:
    return [_parse_count(one.strip()) for one in re.split(r"[,;]", text)]


def _show_counts(value: list[int]) -> str:
    return ", ".join(map(str, value))


def _are_bands(value) -> bool:
    """`[90, 70, 50]`: the least points of the three upper bands; below the last is the fourth."""
    are_three = isinstance(value, list) and len(value) == 3 and all(is_count(one) for one in value)
    return are_three and 100 >= value[0] > value[1] > value[2] > 0


BANDS = Kind(
    _are_bands,
    _parse_counts,
    _show_counts,
    gettext_lazy("Ghi ba số điểm từ cao xuống thấp, không quá 100, ví dụ 90, 70, 50."),
)


# As the database takes badges: from 10 years to 100.
MILESTONES = Kind(
    lambda value: _is_ascending(value) and value[0] >= 10 and value[-1] <= 100,
    _parse_counts,
    _show_counts,
    gettext_lazy("Ghi các số từ 10 đến 100, tăng dần, cách nhau bằng dấu phẩy, ví dụ 30, 40, 50."),
)
STEPS = Kind(
    lambda value: _is_ascending(value) and len(value) == 2 and value[1] <= MOST,
    _parse_counts,
    _show_counts,
    format_lazy(
        gettext_lazy(
            "Ghi hai số ngày tăng dần, nhiều nhất {last}: báo sắp đến, báo từ xa; ví dụ 30, 90."
        ),
        last=MOST,
    ),
    tell=lambda value: (
        _("sắp đến khi còn %(soon)s ngày, từ xa khi còn %(later)s ngày")
        % {"soon": value[0], "later": value[1]}
    ),
)


def one_of(*choices: tuple[str, str | Promise]) -> Kind:
    """A word of a short list."""
    keys = {key for key, _label in choices}
    return Kind(
        lambda value: isinstance(value, str) and value in keys, str, str, choices=tuple(choices)
    )


def _parse_flag(text: str) -> bool:
    return {"yes": True, "no": False}[text]


@dataclass(frozen=True)
class FlagKind(Kind):
    """Yes or no: a choice of two words that reads as a truth value."""

    def field(self, *, label, help_text="") -> forms.Field:
        return forms.TypedChoiceField(
            label=label,
            help_text=help_text,
            coerce=lambda text: text == "True",
            choices=[("True", gettext_lazy("có")), ("False", gettext_lazy("không"))],
        )


FLAG = FlagKind(
    lambda value: isinstance(value, bool),
    _parse_flag,
    lambda value: _("có") if value else _("không"),
)


# -- days of the year -----------------------------------------------------------------------------


def _parse_day_of_year(text: str) -> list[int]:
    day, month = text.split("/")
    return [_parse_count(day.strip()), _parse_count(month.strip())]


def show_day_of_year(value: list[int]) -> str:
    return f"{value[0]:02d}/{value[1]:02d}"


DAY_OF_YEAR = Kind(
    is_day_of_year,
    _parse_day_of_year,
    show_day_of_year,
    gettext_lazy("Ghi ngày và tháng, ví dụ 30/11."),
)


def _are_rounds(value) -> bool:
    """`[[day, first, last], …]`, each a day of the year; no two rounds of one day."""
    if not (isinstance(value, list) and value):
        return False
    shaped = all(
        isinstance(one, list) and len(one) == 3 and all(is_day_of_year(day) for day in one)
        for one in value
    )
    return shaped and len({tuple(one[0]) for one in value}) == len(value)


def _parse_rounds(text: str) -> list:
    return [_parse_round(part) for part in re.split(r"[;\n]", text) if part.strip()]


def _parse_round(text: str) -> list:
    day, _colon, window = text.partition(":")
    first, last = re.split(r"[–-]", window)
    return [_parse_day_of_year(one) for one in (day, first, last)]


def _show_rounds(value: list) -> str:
    return "; ".join(
        f"{show_day_of_year(day)}: {show_day_of_year(first)} – {show_day_of_year(last)}"
        for day, first, last in value
    )


ROUNDS = Kind(
    _are_rounds,
    _parse_rounds,
    _show_rounds,
    gettext_lazy(
        "Ghi từng đợt, cách nhau bằng dấu chấm phẩy: ngày trao, rồi khoảng ngày đủ tuổi Đảng; "
        "ví dụ 03/02: 08/11 – 03/02; 19/05: 04/02 – 19/05."
    ),
    lines=4,
)


@dataclass(frozen=True)
class Parameter:
    """One named value of a topic: what the office calls it, its kind, and what it means."""

    label: str | Promise
    kind: Kind
    help_text: str | Promise = ""

    def check(self, value) -> bool:
        return self.kind.check(value)

    def field(self) -> forms.Field:
        return self.kind.field(label=self.label, help_text=self.help_text)
