"""Taking in a spreadsheet: the file and its day, and how its columns are to be understood."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Cell
from members.forms.scope import ScopedFields
from members.importing.known import CELL
from members.importing.previewing import must_be_answered
from members.importing.targets import TARGETS
from partyunit.forms import BaseForm, DayField

NOTHING = "-"  # the answer that a blank cell says nothing: a radio cannot tell "" from unanswered


class ImportUploadForm(ScopedFields, BaseForm):
    """The file, the day it speaks of, and the cell of rows that name none."""

    file = forms.FileField(
        label=gettext_lazy("Tệp"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        help_text=gettext_lazy(
            "Bảng tính XLSX, XLS hoặc CSV, không quá 10 MB. Không tải lên tài liệu mật, lý lịch."
        ),
        error_messages={"empty": gettext_lazy("Tệp rỗng.")},
    )
    as_on = DayField(
        label=gettext_lazy("Danh sách trong tệp là của ngày"),
        help_text=gettext_lazy(
            "Đối chiếu với sổ của ngày này; người mới tính ở chi bộ từ ngày này."
        ),
    )
    cell = forms.ModelChoiceField(
        Cell.objects.none(),
        label=gettext_lazy("Chi bộ của các dòng không ghi chi bộ"),
        required=False,
        help_text=gettext_lazy("Chỉ chọn khi cả tệp là của một chi bộ."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.scope(user)


class ImportMappingForm(BaseForm):
    """What each column means, and the answers to what the file leaves open."""

    def __init__(self, *args, batch, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch = batch
        choices = [("", _("không lấy vào sổ"))]
        choices += [(key, capfirst(str(target.label))) for key, target in TARGETS.items()]
        for question in batch.questions:
            self.fields[f"answer_{question['key']}"] = forms.ChoiceField(
                label=question["text"],
                choices=self._choices(question),
                widget=self._widget(question["key"]),
                initial=self._answer(question["key"]),
                required=must_be_answered(question["key"], {}),
                error_messages={"required": _("Hãy chọn một câu trả lời.")},
            )
        for head in batch.heads:
            self.fields[f"column_{head['index']}"] = forms.ChoiceField(
                label=head["text"] or _("cột không có tiêu đề"),
                choices=choices,
                required=False,
                initial=batch.mapping.get(str(head["index"]), ""),
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    @staticmethod
    def _choices(question: dict) -> list[tuple[str, str]]:
        """A list of cells begins with no answer: the browser would send its first line."""
        choices = [(key or NOTHING, text) for key, text in question["choices"]]
        return [("", _("chưa trả lời")), *choices] if question["key"].startswith(CELL) else choices

    @staticmethod
    def _widget(key: str) -> forms.Widget:
        """Few answers stand beside each other; the cells of the committee are a list."""
        if key.startswith(CELL):
            return forms.Select(attrs={"class": "form-select"})
        return forms.RadioSelect()

    def _answer(self, key: str) -> str | None:
        answer = self.batch.answers.get(key)
        return NOTHING if answer == "" else answer

    def questions(self):
        return [self[name] for name in self.fields if name.startswith("answer_")]

    def columns(self):
        """Each column with its values and its bound select."""
        return [(head, self[f"column_{head['index']}"]) for head in self.batch.heads]

    def clean(self):
        asked = super().clean()
        if "full_name" not in self.mapping.values():
            raise ValidationError(_("Phải có một cột là họ và tên."))
        return asked

    @property
    def mapping(self) -> dict[str, str]:
        given = self.cleaned_data.items()
        return {
            name.removeprefix("column_"): key for name, key in given if name.startswith("column_")
        }

    @property
    def answers(self) -> dict[str, str]:
        given = self.cleaned_data.items()
        return {
            name.removeprefix("answer_"): "" if key == NOTHING else key
            for name, key in given
            if name.startswith("answer_") and key
        }


class ConfirmForm(BaseForm):
    """The officer saw this version of the preview."""

    version = forms.IntegerField(widget=forms.HiddenInput)
