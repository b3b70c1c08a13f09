"""What is filled in for a paper: one from outside, one of our own, its issue."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Cell
from documents.models import Document
from documents.tables import issuer_text
from partyunit.forms import BaseForm, DayField, RecordForm

NOT_SECRET = gettext_lazy("Không tải lên tài liệu mật.")


class PaperForm(RecordForm):
    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["summary"].widget.attrs["rows"] = 3
        if "file" in self.fields:
            self.fields["file"].help_text = NOT_SECRET
        if "cell" in self.fields:
            self.fields["cell"].queryset = Cell.objects.writable_by(user).valid()
            self.fields["cell"].empty_label = _("Đảng ủy")


class OutsideForm(PaperForm):
    """A paper of another office, with its own number and day as they are printed on it."""

    asks_reason = True

    class Meta:
        model = Document
        fields = ["kind", "outside_issuer", "stance", "number", "issued_on", "summary", "file"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        stances = [pair for pair in Document.Stance.choices if pair[0] != Document.Stance.ISSUED]
        self.fields["stance"].choices = [("", _("chọn…")), *stances]
        self.fields["outside_issuer"].required = True
        self.fields["number"].required = self.fields["issued_on"].required = True


class OwnForm(PaperForm):
    """A paper of the committee or of one of its cells; a draft unless it already carries its number."""

    sequence = forms.IntegerField(
        label=gettext_lazy("Số đã cấp trên giấy"),
        min_value=1,
        required=False,
        help_text=gettext_lazy("Chỉ ghi với văn bản đã ban hành; để trống thì là dự thảo."),
    )
    issued_on = DayField(label=gettext_lazy("Ngày ban hành"), required=False)

    field_order = ["cell", "kind", "summary", "sequence", "issued_on", "file"]

    class Meta:
        model = Document
        fields = ["cell", "kind", "summary", "file"]
        labels = {"cell": gettext_lazy("Nơi ban hành")}

    def clean(self):
        asked = super().clean()
        own = self.instance
        own.committee = None if asked.get("cell") else own.register
        both = ("sequence", "issued_on")
        missing = [name for name in both if not asked.get(name) and name not in self.errors]
        if len(missing) == 1:
            self.add_error(missing[0], _("Văn bản đã ban hành phải ghi cả số và ngày."))
        return asked


class OwnCorrectionForm(PaperForm):
    """Number and day of an issued paper stay as they were given."""

    asks_reason = True

    class Meta:
        model = Document
        fields = ["summary", "file"]


class IssueForm(BaseForm):
    issued_on = DayField(label=gettext_lazy("Ngày ban hành"))


def offer_papers(form: RecordForm, *names: str, user) -> None:
    """Issued papers that the row may rest on, each beside its issuer: two cells have a 01-BB/CB each.

    A cell's minutes and resolutions, some of each every month, are no plan, no conclusion and no
    decision; one that the row names already stays.
    """
    of_the_month = Q(cell__isnull=False, kind__in=(Document.Kind.MINUTES, Document.Kind.RESOLUTION))
    papers = Document.objects.citable_by(user).select_related("cell")
    for name in names:
        stored = Q(pk=getattr(form.instance, f"{name}_id"))
        form.fields[name].queryset = papers.filter(~of_the_month | stored)
        form.fields[name].label_from_instance = _paper_and_issuer


def _paper_and_issuer(paper: Document) -> str:
    return f"{paper.citation} ({issuer_text(paper)})"
