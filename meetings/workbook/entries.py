"""The rows of a meeting as they stand on the sheets: key, what is told beside, the form that stores them."""

from dataclasses import dataclass

from django.utils import translation

from meetings.forms import AttendanceForm, RowForm
from meetings.page.kinds import KINDS
from meetings.page.meeting import MeetingPage
from meetings.page.roll_to_call import people_to_call, post_and_standing
from meetings.workbook.parts import ITEM, Part
from meetings.workbook.words import cell_text


@dataclass(frozen=True)
class Entry:
    """One stored row. Its `key` in the file: the member on the roll, the part of the minutes, else its uid."""

    key: str
    form: RowForm
    told: tuple[str, ...] = ()
    item: str = ""  # number of the point an opinion is on

    def texts(self, part: Part) -> dict[str, str]:
        return {
            name: self.item if name == ITEM else cell_text(self.form, name) for name in part.names
        }


@translation.override("vi")
def entries_of(part: Part, page: MeetingPage, *, numbers: dict[str, str]) -> list[Entry]:
    """The rows of one sheet in the order of the page; `numbers` of the points by their uid."""
    if part.kind == "attendance":
        return [
            Entry(
                str(row.member_id),
                AttendanceForm(row=row),
                (row.member.full_name, post_and_standing(page, row)),
            )
            for row in people_to_call(page)
        ]
    forms = [form for form in KINDS[part.kind].forms(page) if _is_row(part, form)]
    return [_entry(part, form, numbers) for form in forms]


def _is_row(part: Part, form: RowForm) -> bool:
    return form.row is not None or not part.blank_rows


def _entry(part: Part, form: RowForm, numbers: dict[str, str]) -> Entry:
    if part.kind == "course":
        return Entry("course", form)
    if part.kind == "section":
        name = form.initial["part"]
        return Entry(str(name), form, (str(form.heading),))
    row = form.row
    if part.kind == "report":
        told = (row.task, row.assignee.full_name, f"{row.last_day:%d/%m/%Y}")
        return Entry(str(row.uid), form, told)
    if part.kind == "agenda":
        return Entry(str(row.uid), form, (numbers.get(str(row.uid), ""),))
    return Entry(str(row.uid), form, item=numbers.get(form.item_uid, ""))


def numbers_of(page: MeetingPage) -> dict[str, str]:
    """The points of the agenda counted from 1, by their uid."""
    return {
        str(form.row.uid): str(number)
        for number, form in enumerate(page.agenda_forms, start=1)
        if form.row is not None
    }
