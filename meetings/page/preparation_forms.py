"""The forms of step 1: a paper of the meeting, and a paper of the register named by its number."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from meetings.forms import RowForm
from meetings.models import MeetingPaper
from partyunit.forms import BaseForm, DayField


class DocumentField(forms.CharField):
    """A paper of the register by its number, among those handed in; gives the newest of that number.

    The one the row already names (`stored`) stays, also where who types does not see it in the register.
    """

    papers = Document.objects.none()
    stored: Document | None = None

    def clean(self, value):
        number = super().clean(value)
        if not number:
            return None
        if self.stored and self.stored.number.casefold() == number.casefold():
            return self.stored
        found = self.papers.filter(number__iexact=number).order_by("-issued_on", "-pk").first()
        if found is None:
            told = gettext("Không thấy văn bản số này trong sổ. Bỏ trống, hoặc ghi đúng số.")
            raise forms.ValidationError(told, code="unknown")
        return found

    def prepare_value(self, value):
        """The number of the paper that is stored; what was typed stays."""
        if isinstance(value, int):
            value = Document.objects.filter(pk=value).first()
        return value.number if isinstance(value, Document) else value


class PaperForm(RowForm):
    model = MeetingPaper
    title = forms.CharField(label=_("Tài liệu"), max_length=300)
    document = DocumentField(label=_("Số văn bản trong sổ"), max_length=60, required=False)
    sent_on = DayField(label=_("Gửi đảng viên ngày"), required=False)

    def __init__(self, data=None, *, people=None, **kwargs):
        super().__init__(data, **kwargs)
        asked = self.fields["document"]
        asked.papers = Document.objects.none() if people is None else people
        asked.stored = self.row.document if self.row else None


class FileForm(BaseForm):
    file = forms.FileField(label=_("Tệp"), error_messages={"empty": _("Tệp rỗng.")})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].error_messages["required"] = _("Hãy chọn một tệp.")
