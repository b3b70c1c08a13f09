"""The forms of a meeting: its plan, its course, and one small form for each row typed in it.

A row's form carries the `uid` the window made and the version it read. Rows are many on one
page, so the people to choose from are read once and handed in.
"""

import re
import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Campaign,
    Guest,
    Meeting,
    MinutesSection,
    Opinion,
)
from partyunit.dates import parse_day
from partyunit.forms import BaseForm, DayField
from partyunit.text import normalise

HOUR = re.compile(r"(\d{1,2})\s*(?:giờ|[:.hg])\s*(?:(\d{1,2})\s*(?:phút|[p'])?)?(?::00)?", re.I)


def as_hour(text: str) -> str:
    """`14 giờ 30`, `14g30`, `7h5`, `1400` as `14:30`, `14:30`, `07:05`, `14:00`; else the text itself.

    Four digits are hour and minute; fewer could be read in two ways and are not read.
    """
    text = normalise(text)
    if re.fullmatch(r"\d{4}", text):
        return f"{text[:2]}:{text[2:]}"
    if (match := HOUR.fullmatch(text)) is not None:
        return f"{int(match[1]):02d}:{int(match[2] or 0):02d}"
    return text


class TimeField(forms.TimeField):
    """An hour of the place: 14:00, also as people and papers write it."""

    def __init__(self, **kwargs):
        widget = forms.TimeInput(
            format="%H:%M",
            attrs={"inputmode": "numeric", "autocomplete": "off"},
        )
        super().__init__(input_formats=["%H:%M"], widget=widget, **kwargs)

    def to_python(self, value):
        return super().to_python(as_hour(value) if isinstance(value, str) else value)


class ProseField(forms.CharField):
    def __init__(self, *, rows: int = 3, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class PersonField(forms.ChoiceField):
    """One of the people handed in, as a member."""

    people: dict = {}

    def offer(self, people, *, blank) -> None:
        self.people = {str(member.pk): member for member in people}
        names = [(pk, member.full_name) for pk, member in self.people.items()]
        self.choices = [("", blank), *names]

    def clean(self, value):
        return self.people.get(super().clean(value))

    def prepare_value(self, value):
        return getattr(value, "pk", value)


class MonthField(forms.Field):
    """A month written mm/yyyy; gives its first day."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(widget=widget, **kwargs)

    def prepare_value(self, value):
        return f"{value:%m/%Y}" if hasattr(value, "year") else value

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return parse_day(f"1/{value.strip()}")
        except ValueError:
            message = _("Ghi tháng và năm, ví dụ 03/2019.")
            raise forms.ValidationError(message, code="invalid") from None


class PlanForm(BaseForm):
    """Planning a meeting, or changing the plan of one."""

    cell = forms.ModelChoiceField(
        label=_("Chi bộ"), queryset=Cell.objects.none(), required=False, empty_label=None
    )
    kind = forms.ChoiceField(label=_("Loại cuộc họp"), choices=Meeting.Kind.choices)
    counts_for = MonthField(label=_("Tính cho tháng"), help_text=_("Ví dụ 03/2019"))
    meets_on = DayField(label=_("Ngày họp"))
    starts_at = TimeField(label=_("Bắt đầu lúc"), required=False)
    place = forms.CharField(label=_("Địa điểm"), max_length=160)
    topic = forms.CharField(
        label=_("Chủ đề"),
        max_length=300,
        required=False,
        help_text=_("Họp bất thường: ghi lý do họp."),
    )
    campaign = forms.ModelChoiceField(
        label=_("Đợt học tập"), queryset=Campaign.objects.none(), required=False
    )
    modelled_on = forms.ModelChoiceField(
        label=_("Theo cuộc họp mẫu"),
        queryset=Meeting.objects.none(),
        required=False,
        help_text=_("Lấy sẵn nội dung họp và tên tài liệu của cuộc họp mẫu."),
    )

    def __init__(self, *args, user, meeting=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.fields["campaign"].queryset = Campaign.objects.visible_to(user).valid()
        self.fields["modelled_on"].queryset = Meeting.objects.models_shown_to(user)
        self.fields["modelled_on"].label_from_instance = _of_which_cell
        if meeting is not None:
            del self.fields["cell"]
            if meeting.modelled_on_id or meeting.agenda.valid().exists():
                del self.fields["modelled_on"]
            self.fields["version"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=meeting.version
            )
            return
        cells = Cell.objects.valid().filter(pk__in=own_cells(user))
        self.fields["cell"].queryset = cells
        if user.access.writes_committees:
            self.fields["cell"].empty_label = _("Không của chi bộ nào (họp Đảng ủy)")
        else:
            self.fields["cell"].required = True
            kinds = [(k, label) for k, label in Meeting.Kind.choices if k != "committee"]
            self.fields["kind"].choices = kinds


def _of_which_cell(meeting: Meeting) -> str:
    return f"{meeting.cell}, {meeting.meets_on:%d/%m/%Y}"


def own_cells(user):
    """The cells whose meetings the account plans."""
    own = Cell.objects.filter(pk__in=user.access.cell_ids)
    return (own | Cell.objects.writable_by(user)).values("pk")


class RowForm(forms.Form):
    """One row, saved on its own. `conflict` is the row as someone else has left it."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    model = None
    item_uid = ""  # of the point an opinion is on

    def __init__(self, data=None, *, row=None, people=(), uid=None, **kwargs):
        self.row, self.conflict = row, None
        self.row_uid = _readable(uid or getattr(row, "uid", None))
        initial = {name: getattr(row, name) for name in self.names()} if row else {}
        kwargs["initial"] = {**initial, **kwargs.get("initial", {})}
        super().__init__(data, auto_id=f"{self.row_uid}-%s", **kwargs)
        for name in self.person_fields():
            self.fields[name].offer(people, blank=self.fields[name].help_text or "—")
            self.fields[name].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", _css_class(field.widget))

    @classmethod
    def names(cls) -> list[str]:
        return [name for name in cls.base_fields if name not in ("uid", "version")]

    def person_fields(self) -> list[str]:
        return [name for name, field in self.fields.items() if isinstance(field, PersonField)]

    def values(self) -> dict:
        """What the row shall hold, in the normal form the database keeps: a line in one line."""
        kept = {field.name: field for field in self.model._meta.fields}
        return {
            name: getattr(kept.get(name), "tidy", normalise)(value)
            if isinstance(value, str)
            else value
            for name, value in self.cleaned_data.items()
            if name not in ("uid", "version")
        }

    @property
    def read_version(self) -> int:
        """The version this window read: 0 for a row it made."""
        if self.is_bound:
            try:
                return self.fields["version"].clean(self.data.get("version"))
            except forms.ValidationError:
                return 0
        return self.row.version if self.row else 0

    @property
    def is_new(self) -> bool:
        """Whether the page drew it as the empty form, whatever was stored of it since."""
        return bool(self.data.get("new")) if self.is_bound else self.row is None

    @property
    def refusals(self) -> list[str]:
        """What stands beside no field: told above the row."""
        sentences = [str(sentence) for sentence in self.non_field_errors()]
        if any(field.errors for field in self.hidden_fields()):
            sentences.append(_("Trang gửi thiếu mã của dòng; hãy tải lại trang."))
        return sentences

    @property
    def too_long(self) -> list[str]:
        """Not half typed but too much: told while the row saves itself, when no field is drawn anew."""
        errors = [(field.label, one) for field in self.asks for one in field.errors.as_data()]
        return [
            f"{label}: {told}" for label, one in errors if one.code == "max_length" for told in one
        ]

    def take_cursor(self) -> None:
        """The cursor goes into the first field when the row is drawn (static/saving.js)."""
        self.asks[0].field.widget.attrs["data-cursor"] = True

    @property
    def own_text(self) -> list[tuple[str, str]]:
        """Label and value of what this window typed, for a conflict."""
        return [
            (field.label, in_words(self, field.name, value=field.value())) for field in self.asks
        ]

    @property
    def other_text(self) -> list[tuple[str, str]]:
        """The same of what the other window stored."""
        return [
            (field.label, in_words(self, field.name, value=getattr(self.conflict, field.name)))
            for field in self.asks
        ]

    @property
    def over(self) -> str:
        """What «keep mine» sends: the row and version it then knowingly replaces."""
        if self.conflict.is_voided:
            return f"{uuid.uuid4()}:0"
        return f"{self.stored_uid}:{self.conflict.version}"

    @property
    def stored_uid(self) -> str:
        """What «take theirs» sends; nothing when the stored row was taken off."""
        return "" if self.conflict.is_voided else str(getattr(self.conflict, "uid", self.row_uid))

    @property
    def asks(self) -> list:
        """The visible fields."""
        return [self[name] for name in self.names()]


def _readable(uid) -> str:
    """The uid the window sent; one it could not have made is replaced."""
    try:
        return str(uuid.UUID(str(uid)))
    except ValueError:
        return str(uuid.uuid4())


def in_words(form, name: str, *, value) -> str:
    """A field's value as a reader sees it."""
    field = form.fields[name]
    value = getattr(value, "pk", value)
    if isinstance(field, forms.BooleanField):
        return str(_("có") if value else _("không"))
    if isinstance(field, forms.ChoiceField) and value not in (None, ""):
        return str(dict(field.choices).get(value) or dict(field.choices).get(str(value)) or "–")
    return str(field.prepare_value(value) or "–") if value else "–"


def _css_class(widget) -> str:
    if isinstance(widget, forms.RadioSelect | forms.CheckboxInput | forms.HiddenInput):
        return ""
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


class CourseForm(RowForm):
    """When and where it really took place, who chaired, who kept the minutes."""

    model = Meeting
    meets_on = DayField(label=_("Ngày họp"))
    starts_at = TimeField(label=_("Bắt đầu (giờ:phút)"), required=False)
    ends_at = TimeField(label=_("Kết thúc (giờ:phút)"), required=False)
    place = forms.CharField(label=_("Địa điểm"), max_length=160)
    chair = PersonField(label=_("Chủ trì"), help_text=_("Chọn người chủ trì"), required=False)
    clerk = PersonField(label=_("Thư ký"), help_text=_("Chọn thư ký"), required=False)


class AttendanceForm(RowForm):
    model = Attendance
    state = forms.ChoiceField(
        label=_("Điểm danh"),
        choices=[c for c in Attendance.State.choices if c[0] != Attendance.State.NOT_RECORDED],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Lý do"), max_length=200, required=False)


class GuestForm(RowForm):
    model = Guest
    capacity = forms.ChoiceField(
        label=_("Tư cách dự"), choices=[("", _("chọn…")), *Guest.Capacity.choices]
    )
    member = PersonField(
        label=_("Đảng viên của đảng bộ"), help_text=_("Khách ngoài đảng bộ"), required=False
    )
    name = forms.CharField(label=_("Hoặc họ và tên khách"), max_length=120, required=False)
    organisation = forms.CharField(label=_("Đơn vị"), max_length=160, required=False)
    state = forms.ChoiceField(
        label=_("Có mặt"), choices=Guest.State.choices, widget=forms.RadioSelect, required=False
    )

    @property
    def typed(self) -> list:
        """The fields beside the roll-call."""
        return [field for field in self.asks if field.name != "state"]


class AgendaForm(RowForm):
    model = AgendaItem
    title = forms.CharField(label=_("Nội dung"), max_length=300)
    presenter = PersonField(
        label=_("Người trình bày"), help_text=_("Chọn người trình bày"), required=False
    )
    summary = ProseField(label=_("Tóm tắt"), required=False, rows=2)
    conclusion = ProseField(label=_("Kết luận"), required=False)


class OpinionForm(RowForm):
    model = Opinion
    speaker = PersonField(
        label=_("Người phát biểu"), help_text=_("Chọn người phát biểu"), required=False
    )
    guest_name = forms.CharField(label=_("Hoặc tên khách"), max_length=120, required=False)
    text = ProseField(label=_("Ý kiến"))
    is_self_criticism = forms.BooleanField(label=_("Là tự phê bình hoặc phê bình"), required=False)


class TaskForm(RowForm):
    model = ActionItem
    task = ProseField(label=_("Việc giao"), rows=2)
    assignee = PersonField(label=_("Người thực hiện"), help_text=_("Chọn người thực hiện"))
    due_on = DayField(label=_("Hạn"))


class SectionForm(RowForm):
    model = MinutesSection
    part = forms.ChoiceField(choices=MinutesSection.Part.choices, widget=forms.HiddenInput)
    text = ProseField(label=_("Nội dung"), required=False, rows=4)
    is_new = False  # a part has one place: no empty one comes after it
    heading = ""  # as the paper prints it
    may_suggest = False  # the record has something to say for it, and nothing is written yet
    suggest_label = _("Lấy theo ghi chép")

    @property
    def asks(self) -> list:
        return [self["text"]]


class TaskReportForm(RowForm):
    """How a task of an earlier meeting stands."""

    model = ActionItem
    state = forms.ChoiceField(
        label=_("Tình trạng"), choices=ActionItem.State.choices, widget=forms.RadioSelect
    )
    result = ProseField(label=_("Kết quả"), required=False, rows=1)


class RemarkForm(BaseForm):
    """Why minutes are sent back, and at which place of the page."""

    return_remark = ProseField(label=_("Ý kiến trả lại"))
    return_anchor = forms.ChoiceField(label=_("Về phần nào của biên bản"), required=False)

    def __init__(self, *args, places=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["return_anchor"].choices = places


class CallOffForm(BaseForm):
    state_reason = forms.CharField(label=_("Lý do hoãn hoặc không họp"), max_length=200)


class AddendumForm(BaseForm):
    text = ProseField(label=_("Nội dung bổ sung"))
