"""Scoring on the page of a meeting: a small form for each criterion of the frame of the day."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.forms import RowForm
from meetings.models import Meeting, ScoreLine
from meetings.score.facts import Suggestion, suggest
from meetings.score.scoring import Scored, band_of, is_moved
from partyunit.templatetags.components import number
from regulations.criteria import Criterion, Group


class PointsField(forms.DecimalField):
    """Points with a comma or a dot, shown with a comma: 2,5."""

    def __init__(self, *, label):
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 4})
        wrong = _("Ghi điểm bằng số, nhiều nhất một số lẻ, ví dụ 4 hoặc 2,5.")
        codes = ("required", "invalid", "max_digits", "max_decimal_places", "max_whole_digits")
        super().__init__(
            widget=widget,
            max_digits=4,
            decimal_places=1,
            error_messages=dict.fromkeys(codes, wrong),
            label=label,
        )

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value):
        return number(value) if isinstance(value, Decimal) else value


class ScoreLineForm(RowForm):
    model = ScoreLine
    criterion = forms.CharField(max_length=40, widget=forms.HiddenInput)
    points = PointsField(label=_("Điểm"))
    reason = forms.CharField(label=_("Lý do trừ điểm"), max_length=300, required=False)
    is_new = False  # a criterion has one line: no empty one comes after it

    about: Criterion  # what is scored
    suggestion: Suggestion | None = None

    @property
    def asks(self) -> list:
        return [self["points"], self["reason"]]

    @property
    def is_moved(self) -> bool:
        """Whether it was taken from a record that says otherwise now."""
        row = self.row
        return bool(row and row.is_from_record and is_moved(row, self.suggestion))


@dataclass
class ScoreOnPage:
    """The score as it stands and what may be done with it; without a frame there is nothing."""

    page: object  # meetings.page.meeting.MeetingPage

    @property
    def frame(self):
        return self.page.score_frame

    @cached_property
    def scored(self) -> Scored | None:
        """By the frame of the day; one by another frame is told among what is missing."""
        scored = self.page.scored
        return scored if scored and self.frame and scored.fits(self.frame) else None

    @property
    def is_astray(self) -> bool:
        """Scored while its day had a frame; on the day it has now there is none."""
        return self.frame is None and self.page.scored is not None

    @property
    def may_be_forgotten(self) -> bool:
        """Nothing asks for the score, and approved minutes take none any more."""
        is_regular = self.page.meeting.kind == Meeting.Kind.REGULAR
        return bool(is_regular and self.frame and self.scored is None)

    @property
    def total(self) -> Decimal:
        return self.scored.row.total if self.scored else Decimal(0)

    @property
    def band(self):
        return band_of(self.total, self.frame.parameters["bands"])

    @cached_property
    def groups(self) -> list[tuple[Group, list[ScoreLineForm]]]:
        if self.scored is None:
            return []
        lines = {line.criterion: line for line in self.scored.lines}
        return [
            (group, [self._form(one, lines.get(one.key)) for one in group.criteria])
            for group in self.frame.score_groups
        ]

    @property
    def forms(self) -> list[ScoreLineForm]:
        return [form for _group, forms_ in self.groups for form in forms_]

    def _form(self, criterion: Criterion, row: ScoreLine | None) -> ScoreLineForm:
        bound = self.page.bound
        is_bound = isinstance(bound, ScoreLineForm) and bound.data.get("criterion") == criterion.key
        form = bound if is_bound else ScoreLineForm(row=row, initial={"criterion": criterion.key})
        form.about, form.suggestion = criterion, suggest(criterion, self.page.facts)
        form.fields["points"].label = _("Điểm (nhiều nhất %(most)s)") % {
            "most": number(criterion.most)
        }
        return form

    @property
    def is_unfolded(self) -> bool:
        """Whether something is left to do in the list of criteria."""
        is_asked = any(form.is_bound or form.is_moved for form in self.forms)
        return is_asked or bool(self.scored and self.scored.left)
