"""What the officer fills in: a person, each act of a member's life, a correction."""

from members.forms.acts import (
    AccountForm,
    ComeBackForm,
    EndMembershipForm,
    EndSecondmentForm,
    EndSpanForm,
    OversightForm,
    PositionForm,
    QualificationForm,
    RankForm,
    ReadmissionForm,
    RecognitionForm,
    SecondmentForm,
    TransferForm,
    TransferOutForm,
)
from members.forms.corrections import correction_form
from members.forms.people import AdmissionForm, IdentityForm, PresentMemberForm, TransferInForm

__all__ = [
    "AccountForm",
    "AdmissionForm",
    "ComeBackForm",
    "EndMembershipForm",
    "EndSecondmentForm",
    "EndSpanForm",
    "IdentityForm",
    "OversightForm",
    "PositionForm",
    "PresentMemberForm",
    "QualificationForm",
    "RankForm",
    "ReadmissionForm",
    "RecognitionForm",
    "SecondmentForm",
    "TransferForm",
    "TransferInForm",
    "TransferOutForm",
    "correction_form",
]
