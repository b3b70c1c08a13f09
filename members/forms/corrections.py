"""Typing mistakes in one dated row."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.forms.scope import ScopedFields
from members.models import (
    Commitment,
    Exemption,
    Membership,
    Oversight,
    Placement,
    Position,
    Qualification,
    Rank,
    ResidenceComment,
    ResidenceContact,
    Secondment,
    SecondmentReport,
)
from partyunit.forms import RecordForm


class CorrectionForm(ScopedFields, RecordForm):
    """A typing mistake in one dated row, mended in place with the reason."""

    asks_reason = True

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.scope(user)


LETTER = ["letter_number", "letter_on", "handed_in_on"]
LEAVING = ["went_to", "left_letter_number", "left_letter_on", "received_on", "left_decision"]
TEMPORARY = ["from_on", "to_on", "letter_number", "letter_on"]

# What may be mended in place. A wrong move inside the committee or person is voided and recorded anew.
CORRECTABLE = {
    Placement: ["came_from", "decision", *LETTER],
    Exemption: ["kind", "reason", "from_on", "to_on", "decision"],
    Membership: [
        "decision_number",
        "decision_on",
        "ceremony_on",
        "admission_decision",
        "admission_note",
        "recognition_number",
        "recognition_decision_on",
        "recognition_decision",
        "official_from",
        "official_note",
        "end_decision",
    ],
    Position: ["office_title", "from_on", "to_on", "decision", "note"],
    Oversight: ["from_on", "to_on", "decision"],
    Rank: ["grade"],
    Qualification: ["level", "detail", "obtained_on", "is_date_unknown"],
    ResidenceContact: [
        "mode",
        "mode_reason",
        "residence_committee",
        "residence_cell",
        "letter_number",
        "letter_on",
        "confirmed_on",
        "from_on",
        "to_on",
        "end_reason",
    ],
    ResidenceComment: ["year", "asked_on", "received_on", "level", "text"],
    Commitment: ["year", "made_on", "text", "reviewed_on", "result", "review"],
    Secondment: [
        *("host_cell", "plan", "kind", "from_on", "to_on", "role", "tasks"),
        *("remark", "remarked_on", "result", "end_reason"),
    ],
    SecondmentReport: ["month", "handed_in_on", "meetings_attended", "work"],
}

# Of the placement one came in by; the day of an admission is that of the ceremony.
_OPENING = {
    Placement.StartReason.FOUNDING: ["cell", "from_on"],
    Placement.StartReason.TRANSFER_IN: ["cell", "from_on"],
    Placement.StartReason.ADMISSION: ["cell"],
    Placement.StartReason.READMISSION: ["cell"],
}

# As the other forms name them: «Hãy ghi ngày bắt đầu.»
LABELS = {
    "from_on": gettext_lazy("Ngày bắt đầu"),
    "to_on": gettext_lazy("Ngày cuối"),
    "official_from": gettext_lazy("Ngày chính thức"),
    "plan": gettext_lazy("Kế hoạch, quyết định"),
}


def _of_placement(row: Placement) -> list[str]:
    """By letter: its days and place; official: how one came, and how one left where one did."""
    if row.kind == Placement.Kind.TEMPORARY:
        place = ["came_from"] if row.came_from else []
        place += ["handed_in_on"] if row.cell_id else ["outside_name"]
        return [*place, *TEMPORARY]
    names = [*_OPENING.get(row.start_reason, []), *CORRECTABLE[Placement]]
    is_gone = row.end_reason == Placement.EndReason.TRANSFER_OUT
    return [*names, *LEAVING] if is_gone else names


def correction_form(row) -> type[CorrectionForm]:
    """The form of the row's own kind; an office post alone has an office title."""
    names = list(CORRECTABLE[type(row)])
    if isinstance(row, Placement):
        names = _of_placement(row)
    if isinstance(row, Membership) and row.ended_on is None:
        names.remove("end_decision")
    if isinstance(row, Position) and row.line == Position.Line.PARTY:
        names.remove("office_title")
    if isinstance(row, Qualification) and row.level is None:
        names.remove("level")
    labels = {name: label for name, label in LABELS.items() if name in names}
    form = forms.modelform_factory(type(row), form=CorrectionForm, fields=names, labels=labels)
    if "cell" in names:
        form.base_fields["cell"].required = True
    if isinstance(row, Qualification) and row.level is not None:
        steps = {"professional": Qualification.Professional, "theory": Qualification.Theory}
        form.base_fields["level"] = forms.TypedChoiceField(
            label=_("Bậc"), choices=steps[row.scale].choices, coerce=int
        )
    return form
