"""Planning the month of several cells in one form: a row for each cell that has no meeting yet."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from meetings.forms import PersonField, TimeField
from meetings.models import Meeting
from meetings.month.board import STANDING, MonthBoard
from meetings.month.pattern import next_day
from meetings.roll.people import attendants_by_cell
from partyunit.dates import add_months
from partyunit.forms import BaseForm, DayField, LineField
from regulations.models import Holiday

MONTHS_BACK = 6


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
        self._before = self._meetings_before()
        self._people = self._attendants()
        self._calendar = Holiday.objects.calendar()
        self.forms = [self._form(cell) for cell in self.cells]

    @property
    def chosen(self) -> list[CellPlanForm]:
        return [form for form in self.forms if form.is_chosen]

    def is_valid(self) -> bool:
        return not sum(not form.is_valid() for form in self.chosen)

    def _form(self, cell: Cell) -> CellPlanForm:
        before = self._before.get(cell.pk, [])
        last = before[0] if before else None
        people = self._people.get(cell.pk, [])
        initial = {"is_wanted": True, "attendant": people[0].pk if people else None}
        if last is not None:
            days = [meeting.meets_on for meeting in before]
            initial["meets_on"] = next_day(days, self.board.first, calendar=self._calendar)
            initial |= {"starts_at": last.starts_at, "place": last.place}
        return CellPlanForm(self.data, cell=cell, people=people, before=last, initial=initial)

    def _meetings_before(self) -> dict[int, list[Meeting]]:
        """The regular meetings of the last months that stand, newest first."""
        since = add_months(self.board.first, -MONTHS_BACK)
        meetings = Meeting.objects.valid().filter(
            cell__in=self.cells,
            kind=Meeting.Kind.REGULAR,
            state__in=STANDING,
            counts_for__gte=since,
            counts_for__lt=self.board.first,
        )
        found: dict[int, list[Meeting]] = {}
        for meeting in meetings.order_by("-counts_for"):
            found.setdefault(meeting.cell_id, []).append(meeting)
        return found

    def _attendants(self) -> dict:
        """Who may attend on the first of the month; the day typed decides when it is stored."""
        found: dict = {}
        for committee_id in {cell.committee_id for cell in self.cells}:
            cells = [cell for cell in self.cells if cell.committee_id == committee_id]
            found |= attendants_by_cell(self.board.first, committee=committee_id, cells=cells)
        return found
