"""Asking for a report, and giving it its day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from cells.wording import cell_title
from partyunit.dates import EARLIEST_YEAR, LATEST_YEAR
from partyunit.forms import BaseForm, DayField, ProseField
from reports.models import Report
from reports.services import period_of

WHOLE_YEAR = "year"


class ReportRequestForm(BaseForm):
    """Which report, of whom, of which period; and what the register does not know, in words.

    `committees` and `cells` are those the account may ask a report of.
    """

    owner = forms.ChoiceField(label=_("Của"))
    part = forms.ChoiceField(
        label=_("Kỳ"),
        choices=[
            (WHOLE_YEAR, _("cả năm")),
            ("1", _("quý I")),
            ("2", _("quý II")),
            ("3", _("quý III")),
            ("4", _("quý IV")),
        ],
    )
    year = forms.IntegerField(
        label=_("Năm"),
        min_value=EARLIEST_YEAR,
        max_value=LATEST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    political = ProseField(
        label=_("Kết quả thực hiện nhiệm vụ chính trị"),
        required=False,
        help_text=_("Mỗi dòng thành một đoạn. Để trống thì báo cáo chỉ có phần lập từ sổ."),
    )
    shortcomings = ProseField(label=_("Hạn chế, nguyên nhân"), required=False)
    tasks = ProseField(label=_("Phương hướng, nhiệm vụ khác"), required=False)
    proposals = ProseField(label=_("Kiến nghị, đề xuất"), required=False)

    REMARKS = ("political", "shortcomings", "tasks", "proposals")

    def __init__(self, *args, committees, cells, **kwargs):
        self.owners = {
            **{f"committee-{committee.pk}": committee for committee in committees},
            **{f"cell-{cell.pk}": cell for cell in cells},
        }
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [(key, _label(one)) for key, one in self.owners.items()]

    @property
    def request(self) -> dict:
        """The arguments of `request_report` that the form knows."""
        data = self.cleaned_data
        quarter = 0 if data["part"] == WHOLE_YEAR else int(data["part"])
        kind = Report.Kind.QUARTERLY if quarter else Report.Kind.ANNUAL
        return {
            "owner": self.owners[data["owner"]],
            "kind": kind,
            "period": period_of(kind, year=data["year"], quarter=quarter),
            "remarks": {name: data[name] for name in self.REMARKS if data[name]},
        }


class ReportIssueForm(BaseForm):
    """The day the paper carries."""

    on = DayField(label=_("Ngày ban hành"))


def _label(owner) -> str:
    return cell_title(str(owner)) if isinstance(owner, Cell) else str(_("Đảng bộ"))
