"""What is known of a member who is entered with a life behind: education, rank, posts, on the same page."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import OfficeUnit
from members.models import Position, Qualification, Rank
from partyunit.forms import DayField, LineField, PartialDayField

Scale = Qualification.Scale
BLANK = ("", "---------")
OPTIONAL_DAY = gettext_lazy("Để trống nếu không rõ.")
PARTY_TITLES = [one for one in Position.Title.choices if one[0] != Position.Title.OFFICE]
EDUCATION = [
    ("general_detail", "general_on"),
    ("professional", "professional_detail", "professional_on"),
    ("theory", "theory_on"),
    ("language_detail", "language_on"),
    ("it_detail", "it_on"),
]
WORK = [
    ("rank", "rank_on"),
    ("party_post", "party_post_on"),
    ("office_title", "office_unit", "office_post_on"),
]


def obtained(scale: str) -> PartialDayField:
    label = {
        Scale.GENERAL: gettext_lazy("Tốt nghiệp phổ thông ngày"),
        Scale.PROFESSIONAL: gettext_lazy("Có bằng chuyên môn ngày"),
        Scale.THEORY: gettext_lazy("Có bằng lý luận ngày"),
        Scale.LANGUAGE: gettext_lazy("Có chứng chỉ ngoại ngữ ngày"),
        Scale.IT: gettext_lazy("Có chứng chỉ tin học ngày"),
    }[scale]
    return PartialDayField(label=label, required=False, help_text=OPTIONAL_DAY)


def text(label, hint="") -> LineField:
    return LineField(label=label, max_length=120, required=False, help_text=hint)


class PresentDetails(forms.Form):
    """Mixed into the page of who is here already and of who comes from elsewhere: one person, one page."""

    general_detail = text(gettext_lazy("Giáo dục phổ thông"), gettext_lazy("Ví dụ: 12/12."))
    general_on = obtained(Scale.GENERAL)
    professional = forms.TypedChoiceField(
        label=gettext_lazy("Chuyên môn, nghiệp vụ"),
        choices=[BLANK, *Qualification.Professional.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    professional_detail = text(gettext_lazy("Ngành"), gettext_lazy("Ví dụ: Luật."))
    professional_on = obtained(Scale.PROFESSIONAL)
    theory = forms.TypedChoiceField(
        label=gettext_lazy("Lý luận chính trị"),
        choices=[BLANK, *Qualification.Theory.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    theory_on = obtained(Scale.THEORY)
    language_detail = text(gettext_lazy("Ngoại ngữ"), gettext_lazy("Ví dụ: tiếng Anh A2."))
    language_on = obtained(Scale.LANGUAGE)
    it_detail = text(gettext_lazy("Tin học"), gettext_lazy("Ví dụ: ứng dụng cơ bản."))
    it_on = obtained(Scale.IT)
    rank = forms.TypedChoiceField(
        label=gettext_lazy("Cấp bậc hàm"),
        choices=[BLANK, *Rank.Grade.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    rank_on = DayField(label=gettext_lazy("Mang cấp bậc hàm từ ngày"), required=False)
    party_post = forms.ChoiceField(
        label=gettext_lazy("Chức vụ Đảng"), choices=[BLANK, *PARTY_TITLES], required=False
    )
    party_post_on = DayField(label=gettext_lazy("Giữ chức vụ Đảng từ ngày"), required=False)
    office_title = text(gettext_lazy("Chức vụ chính quyền"), gettext_lazy("Ví dụ: Phó Đội trưởng."))
    office_unit = forms.ModelChoiceField(
        OfficeUnit.objects.none(), label=gettext_lazy("Đơn vị"), required=False
    )
    office_post_on = DayField(label=gettext_lazy("Giữ chức vụ chính quyền từ ngày"), required=False)

    # What goes together: the field that says what, and those it cannot do without.
    NEEDS = {
        "rank": ("rank_on",),
        "party_post": ("party_post_on",),
        "office_title": ("office_unit", "office_post_on"),
    }

    def group_lines(self):
        person, *others = super().group_lines()
        return [
            person,
            ("education", _("Trình độ"), EDUCATION),
            ("work", _("Cấp bậc hàm, chức vụ"), WORK),
            *others,
        ]

    def clean(self):
        """A rank or a post has its day, a day has its rank or post; a degree's day may be unknown."""
        asked = super().clean()
        for what, companions in self.NEEDS.items():
            for name in companions:
                if asked.get(what) and not asked.get(name) and name not in self.errors:
                    self.add_error(name, _("Hãy ghi mục này cùng «%s».") % self.fields[what].label)
                if asked.get(name) and not asked.get(what) and what not in self.errors:
                    self.add_error(what, _("Hãy ghi mục này cùng «%s».") % self.fields[name].label)
        for scale in Scale.values:
            if asked.get(f"{scale}_on") and not self._says(asked, scale):
                first = scale if scale in self.fields else f"{scale}_detail"
                self.add_error(first, ValidationError(_("Có ngày thì phải ghi trình độ.")))
        return asked

    @staticmethod
    def _says(asked: dict, scale: str) -> bool:
        return bool(asked.get(scale) or asked.get(f"{scale}_detail"))

    def qualifications(self, *, known_by: dt.date) -> list[Qualification]:
        """The unsaved degrees; of one without its day it is known that it was held by `known_by`."""
        asked = self.cleaned_data
        return [
            Qualification(
                scale=scale,
                level=asked.get(scale),
                detail=asked.get(f"{scale}_detail", ""),
                obtained_on=asked[f"{scale}_on"] or known_by,
                is_date_unknown=asked[f"{scale}_on"] is None,
            )
            for scale in Scale.values
            if self._says(asked, scale)
        ]

    def rank_held(self) -> tuple[int, dt.date] | None:
        asked = self.cleaned_data
        return (asked["rank"], asked["rank_on"]) if asked["rank"] else None

    def positions(self) -> list[Position]:
        """The unsaved posts, of the Party first."""
        asked, posts = self.cleaned_data, []
        if asked["party_post"]:
            posts.append(Position(title=asked["party_post"], from_on=asked["party_post_on"]))
        if asked["office_title"]:
            posts.append(
                Position(
                    title=Position.Title.OFFICE,
                    office_title=asked["office_title"],
                    office_unit=asked["office_unit"],
                    from_on=asked["office_post_on"],
                )
            )
        return posts
