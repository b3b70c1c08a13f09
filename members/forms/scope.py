"""What the forms of this room share: hints, papers, and the choices an account may write to."""

from django import forms
from django.utils.translation import gettext_lazy

from cells.models import Cell, HostCell, OfficeUnit
from documents.models import Document
from partyunit.forms import DayField, LineField, PartialDayField

FROM_DAY_HINT = gettext_lazy("Ngày có hiệu lực ghi trong quyết định, dạng ngày/tháng/năm.")
PARTIAL_HINT = gettext_lazy("Ngày/tháng/năm; nếu chỉ biết tháng/năm hoặc năm thì ghi như vậy.")

EXCEPTION_HINT = gettext_lazy("Chỉ ghi khi giấy tờ khác quy định; lý do được giữ trong sổ.")
DECISIONS = (
    "decision",
    "admission_decision",
    "recognition_decision",
    "end_decision",
    "left_decision",
)


class PaperField(forms.ModelChoiceField):
    """One issued paper of the register, shown as it is cited."""

    def __init__(self, *args, **kwargs):
        super().__init__(Document.objects.none(), *args, **kwargs)

    def label_from_instance(self, paper) -> str:
        return paper.citation


def issued_papers(user, *kinds: str):
    return Document.objects.citable_by(user).filter(kind__in=kinds)


def writable_cells(user):
    return Cell.objects.writable_by(user).valid()


def writable_hosts(user):
    """The village cells of the localities whose secondments the account writes."""
    hosts = HostCell.objects.filter(locality__committee__in=user.access.write_committee_ids)
    return hosts.valid().select_related("locality")


class ScopedFields:
    """Fills the choices with what the account may write to; mixed into the forms below."""

    def scope(self, user) -> None:
        fields = self.fields
        for name in ("cell", "to_cell"):
            if name in fields:
                fields[name].queryset = writable_cells(user)
        for name in DECISIONS:
            if name in fields:
                fields[name].queryset = issued_papers(user, Document.Kind.DECISION)
        if "plan" in fields:
            fields["plan"].queryset = issued_papers(
                user, Document.Kind.PLAN, Document.Kind.DECISION
            )
        if "host_cell" in fields:
            fields["host_cell"].queryset = writable_hosts(user)
            fields["host_cell"].label_from_instance = lambda host: f"{host}, {host.locality}"
        if "office_unit" in fields:
            fields["office_unit"].queryset = OfficeUnit.objects.writable_by(user).valid()


LETTER = ["letter_number", "letter_on"]


class LetterFields(forms.Form):
    """The letter of introduction (giấy giới thiệu sinh hoạt đảng)."""

    letter_number = LineField(
        label=gettext_lazy("Số giấy giới thiệu"), max_length=60, required=False
    )
    letter_on = DayField(label=gettext_lazy("Ngày giấy giới thiệu"), required=False)


class ReceivedLetterFields(LetterFields):
    handed_in_on = DayField(label=gettext_lazy("Ngày nộp giấy giới thiệu"), required=False)


class PartySpanFields(forms.Form):
    """The span in the Party that somebody new to the register brings along."""

    decision_on = PartialDayField(
        label=gettext_lazy("Ngày quyết định kết nạp"), help_text=PARTIAL_HINT
    )
    ceremony_on = DayField(label=gettext_lazy("Ngày làm lễ kết nạp"))
    official_from = DayField(
        label=gettext_lazy("Ngày chính thức"),
        required=False,
        help_text=gettext_lazy("Để trống nếu còn dự bị."),
    )
    official_note = LineField(
        label=gettext_lazy("Lý do ngày chính thức khác quy định"),
        max_length=200,
        required=False,
        help_text=EXCEPTION_HINT,
    )
