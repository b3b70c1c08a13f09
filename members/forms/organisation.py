"""A cell that ends with its members moved, and a term that begins with its posts."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.forms import SUPERIOR_HINT
from cells.models import Cell, OrganisationName, Term
from members.forms.scope import PaperField, ScopedFields
from members.models import Member, Position
from partyunit.forms import BaseForm, DayField, LineField, RecordForm, SeveralField

SPARE_LINES = 6  # empty lines below the posts that are held now


class CellChoice(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Cell.objects.none(), **kwargs)


class DissolveCellForm(ScopedFields, BaseForm):
    """The first day the cell no longer exists, where its members go, and why.

    `members` are those placed in it now; each may go elsewhere than the rest.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(
        label=gettext_lazy("Giải thể từ ngày"),
        help_text=gettext_lazy("Ngày hôm trước là ngày cuối còn chi bộ."),
    )
    reason = LineField(
        label=gettext_lazy("Lý do"),
        max_length=200,
        help_text=gettext_lazy("Ghi số, ngày quyết định nếu chưa có trong sổ văn bản."),
    )
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)
    to_cell = CellChoice(label=gettext_lazy("Đảng viên chuyển về"), required=False)

    def __init__(self, *args, user, cells, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.scope(user)
        self.fields["to_cell"].queryset = cells  # those that stand beside it
        self.fields["to_cell"].empty_label = _("chọn chi bộ nhận…")
        self.members = members
        standing = {str(one.pk): one for one in cells}  # read once for all members
        choices = [("", _("như trên")), *standing.items()]
        for member in members:
            field = forms.TypedChoiceField(
                label=str(member),
                choices=choices,
                coerce=standing.get,
                empty_value=None,
                required=False,
            )
            field.widget.attrs["class"] = "form-select"
            self.fields[f"member_{member.pk}"] = field

    @property
    def of_all(self):
        return [self[name] for name in ("version", "on", "reason", "decision", "to_cell")]

    @property
    def of_single_members(self):
        return [self[f"member_{member.pk}"] for member in self.members]

    def clean(self):
        """The choices of single members, together: `others`, by their key."""
        asked = super().clean()
        chosen = {member.pk: asked.pop(f"member_{member.pk}", None) for member in self.members}
        asked["others"] = {pk: cell for pk, cell in chosen.items() if cell is not None}
        return asked


class MergeCellsForm(ScopedFields, BaseForm):
    """Which cells go up into which, from when; the one that takes them in may be a new one."""

    NEW = ("name", "code", "full_name", "superior_line")

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(
        label=gettext_lazy("Sáp nhập từ ngày"),
        help_text=gettext_lazy("Ngày hôm trước là ngày cuối của các chi bộ cũ."),
    )
    reason = LineField(
        label=gettext_lazy("Lý do"),
        max_length=200,
        help_text=gettext_lazy("Ghi số, ngày quyết định nếu chưa có trong sổ văn bản."),
    )
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)
    also = SeveralField(
        Cell.objects.none(),
        label=gettext_lazy("Cùng sáp nhập"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    into = CellChoice(label=gettext_lazy("Sáp nhập vào"), required=False)
    name = LineField(label=gettext_lazy("Tên gọi của chi bộ mới"), max_length=120, required=False)
    code = LineField(
        label=gettext_lazy("Mã của chi bộ mới"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Mã ngắn trong sổ này, như CB09; không phải mã tổ chức Đảng."),
    )
    full_name = LineField(
        label=gettext_lazy("Tên chi bộ mới in trên văn bản"), max_length=160, required=False
    )
    superior_line = LineField(
        label=gettext_lazy("Dòng cấp trên"), max_length=160, required=False, help_text=SUPERIOR_HINT
    )

    def __init__(self, *args, user, cells, **kwargs):
        super().__init__(*args, **kwargs)
        self.scope(user)
        self.fields["also"].queryset = self.fields["into"].queryset = cells
        self.fields["into"].empty_label = _("một chi bộ mới, ghi dưới đây")

    def clean(self):
        """A new cell needs its names; a cell that stands needs none."""
        asked = super().clean()
        if asked.get("into") is None and "into" not in self.errors:
            for name in self.NEW:
                if not asked.get(name) and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
        if asked.get("into") and asked["into"] in asked.get("also", ()):
            self.add_error("into", _("Chi bộ này đang được chọn để sáp nhập đi."))
        return asked

    def new_cell(self, committee, position: int) -> tuple[Cell, OrganisationName | None]:
        """The cell that takes the others in, and the name of one that is founded for it."""
        asked = self.cleaned_data
        if asked["into"] is not None:
            return asked["into"], None
        cell = Cell(committee=committee, name=asked["name"], code=asked["code"], position=position)
        told = {"name": asked["full_name"], "superior_line": asked["superior_line"]}
        return cell, OrganisationName(**told)


class TermChangeForm(ScopedFields, RecordForm):
    """A new term and who holds which post in it, a line each; those who serve now stand there already."""

    checks_constraints = False

    class Meta:
        model = Term
        fields = ["name", "from_on", "is_appointed"]
        help_texts = {
            "name": gettext_lazy("Ví dụ: Nhiệm kỳ 2020–2025."),
            "from_on": gettext_lazy(
                "Ngày đại hội hoặc ngày quyết định chỉ định; số văn bản chạy lại từ 01."
            ),
        }

    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)

    def __init__(self, *args, user, members, titles, held, **kwargs):
        super().__init__(*args, **kwargs)
        self.scope(user)
        people = [("", _("chọn…")), *((str(one.pk), str(one)) for one in members)]
        posts = [("", _("chọn…")), *((title.value, title.label) for title in titles)]
        self.people = {str(one.pk): one for one in members}
        self.numbers = range(len(held) + SPARE_LINES)
        for number in self.numbers:
            for name, label, choices in (
                (f"member_{number}", _("Đồng chí, dòng %(n)s"), people),
                (f"title_{number}", _("Chức vụ, dòng %(n)s"), posts),
            ):
                field = forms.ChoiceField(
                    label=label % {"n": number + 1}, choices=choices, required=False
                )
                field.widget.attrs["class"] = "form-select"
                self.fields[name] = field
        for number, post in enumerate(held):
            self.initial.setdefault(f"member_{number}", str(post.member_id))
            self.initial.setdefault(f"title_{number}", post.title)

    @property
    def lines(self):
        return [(self[f"member_{number}"], self[f"title_{number}"]) for number in self.numbers]

    @property
    def own_fields(self):
        return [self[name] for name in (*self.Meta.fields, "decision")]

    def clean(self):
        """A line says both or neither; one person holds one post of a body."""
        asked = super().clean()
        asked["posts"] = []
        for number in self.numbers:
            member, title = asked.get(f"member_{number}"), asked.get(f"title_{number}")
            if bool(member) != bool(title):
                missing = f"title_{number}" if member else f"member_{number}"
                self.add_error(missing, _("Dòng này còn thiếu; ghi cả tên và chức vụ."))
            elif member:
                asked["posts"].append((self.people[member], title))
        self._check_once(asked["posts"])
        return asked

    def _check_once(self, posts: list[tuple[Member, str]]) -> None:
        for ladder in Position.LADDERS:
            serving = [member for member, title in posts if title in ladder]
            for member in {one for one in serving if serving.count(one) > 1}:
                told = _("%(member)s có hai chức vụ trong một cấp ủy; giữ chức vụ cao nhất.")
                raise ValidationError(told % {"member": member})
