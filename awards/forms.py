"""What is filled in for an award and for the title of a year."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.models import Award, Badge, Title
from cells.models import Cell, OfficeUnit
from documents.forms import offer_papers
from members.models import Member
from partyunit.forms import RecordForm

YEAR = forms.TextInput(attrs={"class": "year", "inputmode": "numeric"})
OWNERS = ("member", "office_unit", "cell", "committee")


class OwnedForm(RecordForm):
    """A row that belongs to one of several kinds of owner, chosen in one list.

    A choice's value is `kind:pk`; the form sets that owner on the row and clears the others.
    """

    owners: tuple[str, ...] = ()
    asks_reason = True

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        offer_papers(self, "decision", user=user)
        self.fields["decision"].label = _("Văn bản trong sổ")
        self.fields["owner"].choices = [("", _("chọn…")), *self.groups()]
        if self.instance.pk:
            self.initial["owner"] = self._chosen()

    def groups(self) -> list:
        raise NotImplementedError

    def _chosen(self) -> str:
        for name in self.owners:
            if pk := getattr(self.instance, f"{name}_id"):
                return f"{name}:{pk}"
        return ""

    def clean(self):
        asked = super().clean()
        kind, _colon, pk = (asked.get("owner") or "").partition(":")
        for name in self.owners:
            setattr(self.instance, f"{name}_id", int(pk) if pk and name == kind else None)
        return asked

    @property
    def stored_fields(self) -> list[str]:
        return [*self.record_fields, *self.owners]


def _pairs(kind: str, rows) -> list[tuple[str, str]]:
    return [(f"{kind}:{pk}", name) for pk, name in rows]


class AwardForm(OwnedForm):
    owners = OWNERS
    owner = forms.ChoiceField(label=gettext_lazy("Người, đơn vị được khen"))

    class Meta:
        model = Award
        fields = [
            "form",
            "authority",
            "line",
            "award_year",
            "to_year",
            "decision_number",
            "decided_on",
            "decision",
            "reason",
        ]
        widgets = {"award_year": YEAR, "to_year": YEAR}
        help_texts = {
            "award_year": gettext_lazy("Năm của thành tích, không phải năm ký quyết định."),
            "to_year": gettext_lazy("Chỉ ghi khi khen cho nhiều năm, ví dụ 2014–2018."),
        }

    field_order = ["owner"]

    def groups(self):
        user = self.user
        members = Member.objects.writable_by(user).valid().order_by("sort_name", "pk")
        people = [
            (pk, f"{name} ({born:%Y})")
            for pk, name, born in members.values_list("pk", "full_name", "born_on")
        ]
        units = OfficeUnit.objects.valid().filter(committee__in=user.access.write_committee_ids)
        cells = Cell.objects.writable_by(user).valid().values_list("pk", "name")
        committees = [(pk, _("Đảng bộ")) for pk in sorted(user.access.write_committee_ids)]
        return [
            (_("Tập thể: đơn vị"), _pairs("office_unit", units.values_list("pk", "name"))),
            (_("Tập thể: chi bộ"), _pairs("cell", cells)),
            (_("Đảng bộ"), _pairs("committee", committees)),
            (_("Cá nhân"), _pairs("member", people)),
        ]


class TitleForm(OwnedForm):
    owners = ("committee", "cell")
    owner = forms.ChoiceField(label=gettext_lazy("Tổ chức đạt danh hiệu"))

    class Meta:
        model = Title
        fields = ["name", "year", "decision_number", "decided_on", "decision"]
        widgets = {"year": YEAR}

    field_order = ["owner"]

    def groups(self):
        committees = [(pk, _("Đảng bộ")) for pk in sorted(self.user.access.write_committee_ids)]
        cells = Cell.objects.writable_by(self.user).valid().values_list("pk", "name")
        return [
            (_("Đảng bộ"), _pairs("committee", committees)),
            (_("Chi bộ"), _pairs("cell", cells)),
        ]


class BadgeForm(RecordForm):
    """One badge of one member; which milestones there are is asked of the rule by the service."""

    asks_reason = True

    class Meta:
        model = Badge
        fields = [
            "member",
            "years",
            "round_on",
            "decision_number",
            "decided_on",
            "decision",
            "given_on",
            "occasion",
            "reason",
        ]
        widgets = {"years": YEAR}
        help_texts = {
            "years": gettext_lazy("Ví dụ 30, 40, 45, 50; không có mốc 35."),
            "round_on": gettext_lazy("Ví dụ 03/02/2019; trao vào dịp khác thì để trống."),
            "given_on": gettext_lazy("Chưa trao thì để trống."),
            "reason": gettext_lazy("Ví dụ: bệnh nặng; đã từ trần ngày 02/01/2019."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        members = Member.objects.writable_by(user).valid().order_by("sort_name", "pk")
        self.fields["member"].queryset = members
        self.fields["member"].label_from_instance = _with_birth_year
        offer_papers(self, "decision", user=user)
        self.fields["decision"].label = _("Văn bản trong sổ")


def _with_birth_year(member: Member) -> str:
    return f"{member.full_name} ({member.born_on:%Y})"
