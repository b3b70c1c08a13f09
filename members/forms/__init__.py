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
from members.forms.secondments import CallBackForm, MonthReportForm, RemarkForm, SecondmentForm

__all__ = [
    "AccountForm",
    "AdmissionForm",
    "AskForm",
    "CallBackForm",
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
    "MonthReportForm",
    "OversightForm",
    "PositionForm",
    "PresentMemberForm",
    "QualificationForm",
    "RankForm",
    "ReadmissionForm",
    "RecognitionForm",
    "RemarkForm",
    "ReviewForm",
    "SecondmentForm",
    "SheetsForm",
    "TransferForm",
    "TransferInForm",
    "TransferOutForm",
    "correction_form",
]
