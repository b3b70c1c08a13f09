"""Planning the month of several cells in one form: a row for each cell that has no meeting yet."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from meetings.forms import PersonField, TimeField
from meetings.models import Meeting
from meetings.month.board import BoardRow, MonthBoard
from meetings.month.habit import habits_of
from meetings.roll.people import attendants_by_cell
from partyunit.forms import BaseForm, DayField, LineField


class CellPlanForm(BaseForm):
    """The regular meeting of one cell; a cell left out is not planned, whatever its row says."""

    is_wanted = forms.BooleanField(label=_("Lập lịch"), required=False)
    meets_on = DayField(label=_("Ngày họp"))
    starts_at = TimeField(label=_("Giờ"), required=False)
    place = LineField(label=_("Địa điểm"), max_length=160)
    attendant = PersonField(label=_("Cấp ủy viên dự"), required=False)

    def __init__(self, *args, cell: Cell, people, before: Meeting | None, **kwargs):
        super().__init__(*args, prefix=f"cell{cell.pk}", **kwargs)
        self.cell, self.before = cell, before
        for field in self.fields.values():  # told above the table, a field must say whose it is
            field.label = f"{field.label}, {cell.name_on}"
        self.fields["attendant"].offer(people, blank=_("không ai dự"))

    @property
    def is_chosen(self) -> bool:
        return bool(self.data.get(self.add_prefix("is_wanted")))

    @property
    def row_fields(self) -> list:
        return [self[name] for name in ("meets_on", "starts_at", "place", "attendant")]

    def plan(self, first) -> dict:
        """What `plan_meeting` is to store."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "is_wanted"}
        kind = Meeting.Kind.REGULAR
        whose = {"committee": self.cell.committee, "cell": self.cell}
        return {"kind": kind, "counts_for": first, **whose, **values}


@dataclass
class MonthPlan:
    """The rows: what each cell would do by its last meetings, or what was sent."""

    board: MonthBoard
    data: object = None

    def __post_init__(self):
        rows = (row for row in self.board.without_meeting if row.may_plan)
        self.cells = [row.cell for row in rows if row.cell is not None]
        self._habits = habits_of(self.cells, self.board.first)
        self._people = self._attendants()
        self.forms = [self._form(cell) for cell in self.cells]

    @property
    def chosen(self) -> list[CellPlanForm]:
        return [form for form in self.forms if form.is_chosen]

    def is_valid(self) -> bool:
        return not sum(not form.is_valid() for form in self.chosen)

    @property
    def overtaken(self) -> list[str]:
        """What was chosen for cells that got their meeting meanwhile, so that nothing typed vanishes."""
        if self.data is None:
            return []
        planned = [row for row in self.board.rows if row.may_plan and not row.lacks_regular]
        return [told for row in planned if (told := self._overtaken(row))]

    def _overtaken(self, row: BoardRow) -> str:
        wanted, *typed = (
            self.data.get(f"cell{row.cell.pk}-{name}", "")
            for name in ("is_wanted", "meets_on", "starts_at", "place")
        )
        if not wanted:
            return ""
        sentence = _("%(cell)s đã có lịch trong lúc đồng chí gõ; chưa ghi dòng này: %(typed)s.")
        return sentence % {"cell": row.title, "typed": ", ".join(filter(None, typed))}

    def _form(self, cell: Cell) -> CellPlanForm:
        habit = self._habits.get(cell.pk)
        people = self._people.get(cell.pk, [])
        initial = {"is_wanted": True, "attendant": people[0].pk if people else None}
        if habit is not None:
            initial |= habit.initial
        before = habit.before if habit else None
        return CellPlanForm(self.data, cell=cell, people=people, before=before, initial=initial)

    def _attendants(self) -> dict:
        """Who may attend on the first of the month; the day typed decides when it is stored."""
        found: dict = {}
        for committee_id in {cell.committee_id for cell in self.cells}:
            cells = [cell for cell in self.cells if cell.committee_id == committee_id]
            found |= attendants_by_cell(self.board.first, committee=committee_id, cells=cells)
        return found
