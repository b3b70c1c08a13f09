"""What the officer fills in: a person, each act of a member's life, a correction."""

from members.forms.acts import (
    AccountForm,
    ComeBackForm,
    EndMembershipForm,
    EndPositionForm,
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
from members.forms.commitments import CommitForm, CommitRowForm, ReviewForm
from members.forms.corrections import correction_form
from members.forms.people import AdmissionForm, IdentityForm, PresentMemberForm, TransferInForm
from members.forms.residence import (
    AskForm,
    CommentRowForm,
    ConfirmContactForm,
    ContactForm,
    SheetsForm,
)

__all__ = [
    "AccountForm",
    "AdmissionForm",
    "AskForm",
    "ComeBackForm",
    "CommentRowForm",
    "CommitForm",
    "CommitRowForm",
    "ConfirmContactForm",
    "ContactForm",
    "EndMembershipForm",
    "EndPositionForm",
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
    "ReviewForm",
    "SecondmentForm",
    "SheetsForm",
    "TransferForm",
    "TransferInForm",
    "TransferOutForm",
    "correction_form",
]
