"""A person: identity, and the two ways into the register."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Cell
from members.forms.backdated import BackdatedFields
from members.forms.present import PresentDetails
from members.forms.scope import (
    EXCEPTION_HINT,
    FROM_DAY_HINT,
    LETTER,
    PARTIAL_HINT,
    PaperField,
    PartySpanFields,
    ReceivedLetterFields,
    ScopedFields,
)
from members.models import Candidate, Member
from members.tables.people import masked_text
from partyunit.forms import (
    DayField,
    LineField,
    PartialDayField,
    RecordForm,
)
from partyunit.text import fold

AT_THE_END = ("version", "is_another", "knows_meetings", "correction_reason")
# Each group in the lines of the page: what belongs together stands abreast.
PERSON = [("full_name", "other_name", "sex"), ("born_on", "ethnicity", "religion")]
PAPERS = [
    ("citizen_id", "old_citizen_id"),
    ("card_no", "card_no_old"),
    ("card_issued_on", "card_issued_at"),
    ("dossier_no", "national_uid"),
]
PLACES = [
    ("birth_place", "birth_province", "birth_country"),
    ("home_place", "home_province", "home_country"),
    ("permanent_residence", "permanent_province", "permanent_country"),
    ("residence",),
]


class PersonForm(ScopedFields, RecordForm):
    """Identity, as the sheet of the national register asks it: what stays with the person.

    `folded` are the groups a new person's page keeps closed until something is wrong in them.
    """

    folded: tuple[str, ...] = ("papers", "places")

    class Meta:
        model = Member
        fields = [name for line in (*PERSON, *PAPERS, *PLACES) for name in line]
        help_texts = {
            "card_issued_on": PARTIAL_HINT,
            "dossier_no": gettext_lazy("6 chữ số và chữ cái của tỉnh, ví dụ 123456 LCH."),
            "home_place": gettext_lazy("Thôn, bản, xã, huyện."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["born_on"].help_text = PARTIAL_HINT
        self.user = user
        self.scope(user)

    def group_lines(self) -> list[tuple[str, str, list[tuple]]]:
        """(key, legend, lines) in the order of the page; what no group names stands below the first."""
        return [
            ("person", _("Họ tên, ngày sinh"), PERSON),
            ("papers", _("Thẻ đảng viên, số định danh, lý lịch"), PAPERS),
            ("places", _("Khai sinh, quê quán, nơi ở"), PLACES),
        ]

    @property
    def groups(self) -> list[dict]:
        """As the page draws them, each with its lines of bound fields."""
        named = self.group_lines()
        known = {name for _key, _legend, lines in named for line in lines for name in line}
        rest = [name for name in self.fields if name not in known]
        in_party = tuple(name for name in rest if name not in AT_THE_END)
        at_the_end = [(name,) for name in rest if name in AT_THE_END]
        first, *others = named
        party = ("party", _("Chi bộ, ngày vào Đảng"), [in_party] if in_party else [])
        drawn = [first, party, *others, ("end", "", at_the_end)]
        return [self._group(*one) for one in drawn if one[2]]

    def _group(self, key: str, legend: str, lines: list[tuple]) -> dict:
        bound = [[self[name] for name in line] for line in lines]
        fields = [field for line in bound for field in line]
        return {
            "legend": legend,
            "lines": bound,
            "is_folded": key in self.folded,
            "is_open": any(field.errors for field in fields),
            "is_optional": not any(field.field.required for field in fields),
        }

    def clean(self):
        """Two people may bear one name and be born on one day: that is asked, not refused."""
        asked = super().clean()
        twin = self._twin(asked.get("full_name"), asked.get("born_on"))
        if twin is not None:
            self.fields["is_another"] = forms.BooleanField(
                label=_("Đây là một đồng chí khác, không phải người đã có trong sổ"),
                required=False,
            )
            if not self.data.get(self.add_prefix("is_another")):
                self.add_error("full_name", twin)
        return asked

    def _twin(self, name: str, born_on) -> str | None:
        """What to tell about a valid member of that name and birthday, where there is one."""
        changed = {"full_name", "born_on"} & set(self.changed_data)
        if not (name and born_on and changed):
            return None
        members = Member.objects.visible_to(self.user).valid().exclude(pk=self.instance.pk)
        if not members.filter(search_name=fold(name), born_on=born_on).exists():
            return None
        return _(
            "Trong sổ đã có đồng chí %(name)s sinh %(day)s. Nếu là người khác, đánh dấu ô cuối."
        ) % {"name": name, "day": born_on}


class IdentityForm(PersonForm):
    """Correcting the identity: numbers stay masked, and stay as they are when left empty."""

    asks_reason = True
    folded = ()
    told = dict.fromkeys(Member.NUMBERS, masked_text)  # on the page of a conflict

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored = {name: getattr(self.instance, name) for name in Member.NUMBERS}
        for name, number in self.stored.items():
            self.initial[name] = ""
            if number:
                self.fields[name].help_text = _("Đang ghi %(number)s; để trống nếu không sửa.") % {
                    "number": masked_text(number)
                }

    def clean(self):
        """A number left empty stays as it is."""
        asked = super().clean()
        for name, number in self.stored.items():
            if name not in self.errors:
                asked[name] = asked.get(name) or number
        return asked


class AdmissionForm(BackdatedFields, PersonForm):
    """A new member by admission (kết nạp)."""

    day_field = "ceremony_on"
    asks_beside_box = True
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    decision_number = LineField(
        label=gettext_lazy("Số quyết định kết nạp"), max_length=60, required=False
    )
    decision_on = PartialDayField(
        label=gettext_lazy("Ngày quyết định kết nạp"),
        help_text=gettext_lazy("Tuổi Đảng tính từ ngày này."),
    )
    ceremony_on = DayField(
        label=gettext_lazy("Ngày làm lễ kết nạp"),
        help_text=gettext_lazy("Thời gian dự bị và việc tính vào chi bộ bắt đầu từ ngày này."),
    )
    decision = PaperField(label=gettext_lazy("Quyết định trong sổ văn bản"), required=False)
    admission_note = LineField(
        label=gettext_lazy("Lý do kết nạp khi còn thiếu, khác quy định"),
        max_length=200,
        required=False,
        help_text=EXCEPTION_HINT,
    )

    def _twin(self, name: str, born_on) -> str | None:
        """Also of a candidate, who is admitted from the candidate's own page, where the steps are."""
        listed = Candidate.objects.visible_to(self.user).valid().filter(to_on=None)
        told = super()._twin(name, born_on)
        if told or not listed.filter(search_name=fold(name or ""), born_on=born_on).exists():
            return told
        return _(
            "%(name)s đang trong danh sách nguồn: hãy kết nạp từ trang của người đó. "
            "Nếu là người khác, đánh dấu ô cuối."
        ) % {"name": name}


class PresentMemberForm(BackdatedFields, PartySpanFields, PresentDetails, PersonForm):
    """A member who was in the cell before the office began to keep this register."""

    asks_beside_box = True
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    on = DayField(
        label=gettext_lazy("Ngày bắt đầu sinh hoạt ở chi bộ"),
        help_text=gettext_lazy(
            "Ngày thành lập chi bộ, ngày làm lễ kết nạp hoặc ngày chuyển đến; "
            "không rõ thì ghi ngày sớm nhất biết chắc."
        ),
    )
    came_from = LineField(label=gettext_lazy("Nơi chuyển đi"), max_length=200, required=False)
    field_order = ["cell", "on", "came_from", *PartySpanFields.base_fields]


class TransferInForm(ReceivedLetterFields, PresentMemberForm):
    """A new member who comes from another Party organisation (chuyển đến)."""

    on = DayField(label=gettext_lazy("Ngày chuyển đến"), help_text=FROM_DAY_HINT)
    came_from = LineField(label=gettext_lazy("Nơi chuyển đi"), max_length=200)
    decision = PaperField(label=gettext_lazy("Quyết định tiếp nhận"), required=False)
    field_order = [*PresentMemberForm.field_order, "decision", *LETTER, "handed_in_on"]
