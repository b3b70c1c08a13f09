"""Taking a brought workbook in: every filled row through the same forms and services as the page.

What the page of a meeting does row by row is done here for all of them in one transaction. The
preview is that very run, taken back at its end: it shows exactly what the rules allow, and there is
one way to write. A meeting has some hundred rows at most, so this takes a second or two and needs
no job behind the page.
"""

import uuid
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from audit import services as audit
from audit.services import VersionConflictError
from meetings import services
from meetings.forms import RowForm
from meetings.models import Attendance, Meeting
from meetings.page.kinds import KINDS
from meetings.page.meeting import MeetingPage
from meetings.services.guard import lock_for_recording
from meetings.workbook.entries import Entry, entries_of, numbers_of
from meetings.workbook.lines import (
    CHANGED,
    CONFLICT,
    KEEP,
    KEPT,
    NEW,
    TAKE,
    WRONG,
    Fact,
    Line,
    Taken,
    as_typed,
)
from meetings.workbook.parts import ITEM, PARTS, Column, Part, mark_of
from meetings.workbook.reading import Brought, BroughtRow, new_key
from meetings.workbook.words import UnreadableCellError, read_cell
from partyunit.forms import add_service_errors


def preview(brought: Brought, *, page: MeetingPage) -> Taken:
    """What taking the workbook in would do; nothing is written. Raises ValidationError (meeting closed)."""
    with transaction.atomic():
        taken = _run(brought, page, {})
        transaction.set_rollback(True)
    return taken


def take_in(
    brought: Brought, *, page: MeetingPage, choices: dict[str, str], seal: str, name: str
) -> Taken:
    """Writes the rows as they were shown, all of them or none; rows found wrong stay out, and are told.

    Not written (`is_written`) when the register has changed since it was shown, or a conflict has
    no choice: then the lines are to be shown again. Raises ValidationError when the meeting takes no changes.
    """
    with transaction.atomic():
        taken = _run(brought, page, choices)
        taken.is_written = taken.seal == seal and not taken.of(CONFLICT)
        if taken.is_written:
            told = {"file": name, "workbook": brought.workbook, **taken.count}
            audit.log(action="meetings.import", by=page.user, obj=page.meeting, after=told)
        else:
            transaction.set_rollback(True)
    return taken


def _run(brought: Brought, page: MeetingPage, choices: dict[str, str]) -> Taken:
    lock_for_recording(page.meeting)

    def take(part: Part, rows: list[BroughtRow]) -> list[Line]:
        if not rows:
            return []
        sheet = SheetTaking(brought, page, part, choices)
        return [sheet.take(row) for row in rows]

    lines: list[Line] = []
    for part in PARTS:
        lines += take(part, [row for row in brought.rows if row.kind == part.kind])
    wrong = [at for at, line in enumerate(lines) if line.outcome == WRONG and line.may_try_again]
    for part in PARTS:  # what a row rests on may have been taken in after it
        again = [at for at in wrong if lines[at].row.kind == part.kind]
        second = take(part, [lines[at].row for at in again])
        for at, line in zip(again, second, strict=True):
            if line.outcome != WRONG:
                lines[at] = line
    return Taken(lines, list(brought.remarks))


class SheetTaking:
    """Taking in the rows of one sheet."""

    def __init__(self, brought: Brought, page: MeetingPage, part: Part, choices: dict[str, str]):
        self.brought, self.part, self.choices = brought, part, choices
        self.kind = KINDS[part.kind]
        self.numbers = {key: number for number, key in brought.points.items()}
        self.page = _fresh(page)
        self._open_roll()
        self.entries = {entry.key: entry for entry in self._entries()}
        self.seen: dict[str, BroughtRow] = {}

    def _entries(self) -> list[Entry]:
        return entries_of(self.part, self.page, numbers=self.numbers)

    def _open_roll(self) -> None:
        """A roll that was called on paper is opened as the page opens one."""
        rows = [row for row in self.brought.rows if row.kind == self.part.kind]
        is_called = any(row.mark != mark_of(row.texts.values()) for row in rows)
        if self.part.kind == "attendance" and is_called and not self.page.roll:
            services.open_roll(meeting=self.page.meeting, by=self.page.user)
            self.page = _fresh(self.page)

    # -- one row --------------------------------------------------------------------------

    def take(self, row: BroughtRow) -> Line:
        line = Line(row)
        key = (
            row.key if not self.part.blank_rows or _is_uid(row.key) else new_key(self.brought, row)
        )
        if (first := self.seen.setdefault(key, row)) is not row:
            return self._repeated(line, first)
        if not row.problems and mark_of(row.texts.values()) == row.mark:
            return line  # nobody touched it in the file
        key, entry = self._find(line, key)
        if entry is None and not self.part.blank_rows:
            return self._refused(line, _("Dòng này không có trong sổ, trang này không thêm dòng."))
        stored = entry.texts(self.part) if entry else {}
        old = {name: stored.get(name, "") for name in row.texts}
        texts, posted = self._read(line, entry, old)
        if texts == old and not line.sentences:
            return line
        line.facts = self._facts(old, texts)
        self._check(line, entry, texts, posted)
        if line.sentences:
            return self._refused(line)
        if line.is_gone or (entry and mark_of(old.values()) != row.mark):
            line.is_conflict = True
            line.choice = self.choices.get(line.id, "")
            if line.choice != TAKE:
                line.outcome = KEPT if line.choice == KEEP else CONFLICT
                return line
        return self._save(line, entry, key=key, posted=posted)

    def _find(self, line: Line, key: str) -> tuple[str, Entry | None]:
        """The row as it stands now; one taken off the meeting may only come back as a new row."""
        entry = self.entries.get(key)
        if entry is None and self.part.blank_rows:
            row = self.kind.find(self.page, key)
            if row is not None and row.is_voided:
                key = again_key(key)
                entry = self.entries.get(key)
                line.is_gone = entry is None
        if entry and not self.part.blank_rows:
            line.told = entry.told
        return key, entry

    def _repeated(self, line: Line, first: BroughtRow) -> Line:
        if first.texts == line.row.texts:
            return line
        line.may_try_again = False
        sentence = _("Dòng này chép từ dòng %(number)s nên trùng mã; hãy ghi vào một dòng trống.")
        return self._refused(line, sentence % {"number": first.number})

    @staticmethod
    def _refused(line: Line, *sentences: str) -> Line:
        line.outcome = WRONG
        line.sentences += sentences
        line.facts = line.facts or as_typed(line.row)
        return line

    # -- cells ----------------------------------------------------------------------------

    def _read(self, line: Line, entry: Entry | None, old: dict[str, str]) -> tuple[dict, dict]:
        """The cells in the program's own writing, and as the form expects them; what is wrong goes to the line."""
        line.sentences += line.row.problems
        form = (
            entry.form if entry else self.kind.form_class(people=self.kind.offered(self.page, None))
        )
        texts, posted = {}, {}
        for column in [one for one in self.part.columns if one.name in line.row.texts]:
            name, typed = column.name, line.row.texts[column.name]
            if column.fills_itself and not typed:
                typed = old[name]
            try:
                texts[name], posted[name] = self._read_one(form, column, typed)
            except UnreadableCellError as error:
                texts[name], posted[name] = typed, ""
                line.sentences.append(f"{column.heading}: {error}")
        return texts, posted

    def _read_one(self, form: RowForm, column: Column, typed: str) -> tuple[str, str]:
        if column.name == ITEM:
            return typed, self._point(column, typed)
        try:
            return read_cell(form.fields[column.name], typed)
        except UnreadableCellError:
            if not column.of_present:
                raise
            sentence = _(
                "Không có «%(name)s» trong những người dự họp; xem lại tên, và đã ghi có mặt chưa."
            )
            raise UnreadableCellError(sentence % {"name": typed}) from None

    def _point(self, column: Column, typed: str) -> str:
        """The uid of the point of that number."""
        uid = self.brought.points.get(typed, "")
        if (typed or column.is_asked) and uid not in numbers_of(self.page):
            raise UnreadableCellError(
                _("ghi số TT của một nội dung đã có tên ở trang «Chương trình».")
            )
        return uid

    def _facts(self, old: dict[str, str], new: dict[str, str]) -> list[Fact]:
        return [
            Fact(self.part.heading_of(name), old[name], text)
            for name, text in new.items()
            if text != old[name]
        ]

    def _check(self, line: Line, entry: Entry | None, texts: dict, posted: dict) -> None:
        """What no form says: whom the row is about was overwritten, or a stored row was emptied."""
        typed = "".join(line.row.told[:1])
        if line.told and typed != line.told[0]:
            sentence = _("Ô chỉ để xem đã bị sửa thành «%(typed)s»; trong sổ là «%(told)s».")
            line.sentences.append(sentence % {"typed": typed, "told": line.told[0]})
        if entry and self.part.blank_rows and not any(line.row.texts.values()):
            line.sentences.append(_("Dòng đã có bị xóa trống; muốn bỏ thì bỏ trên trang cuộc họp."))
        if posted.get("state") == Attendance.State.PRESENT and texts.get("reason"):
            line.sentences.append(
                _("Có mặt thì không ghi lý do; điều cần nhớ hãy ghi ở trang «Nội dung».")
            )

    # -- storing --------------------------------------------------------------------------

    def _save(self, line: Line, entry: Entry | None, *, key: str, posted: dict[str, str]) -> Line:
        form = self.kind.bind(self.page, self._sent(entry, key, posted))
        if not form.is_valid():
            return self._refused(line, *self._errors(form))
        try:
            with transaction.atomic():
                self.kind.save(self.page, form, by=self.page.user)
        except VersionConflictError:
            return self._refused(line, _("Dòng này trùng với một dòng người khác vừa ghi."))
        except ValidationError as error:
            add_service_errors(form, error)
            return self._refused(line, *self._errors(form))
        line.outcome = CHANGED if entry else NEW
        return line

    def _sent(self, entry: Entry | None, key: str, posted: dict[str, str]) -> QueryDict:
        """What the page's own form would send: a field the sheet does not have keeps what is stored."""
        data = QueryDict(mutable=True)
        form = entry.form if entry else self.kind.form_class()
        for name in form.fields.keys() & {*form.names()}:
            value = form.fields[name].prepare_value(form.initial.get(name))
            if value not in (None, "", False):
                data[name] = "on" if value is True else str(value)
        if entry and entry.form.item_uid:
            data[ITEM] = entry.form.item_uid
        for name, value in posted.items():
            data[name] = value
            if value == "":
                del data[name]
        row = entry.form.row if entry else None
        data["uid"] = str(getattr(row, "uid", "") or _uid_for(self.brought, self.part, key))
        data["version"] = str(row.version if row else 0)
        return data

    def _errors(self, form: RowForm) -> list[str]:
        errors = []
        for name, sentences in form.errors.items():
            heading = self.part.heading_of(name)
            errors += [f"{heading}: {text}" if heading else str(text) for text in sentences]
        return errors


def _fresh(page: MeetingPage) -> MeetingPage:
    """The page as the rows stand now, with what was taken in before."""
    meetings = Meeting.objects.select_related("cell", "committee", "chair", "clerk")
    return replace(page, meeting=meetings.get(pk=page.meeting.pk))


def _is_uid(text: str) -> bool:
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False


def again_key(key: str) -> str:
    """The uid of a row written anew after it was taken off the meeting."""
    return str(uuid.uuid5(uuid.UUID(key), "again"))


def _uid_for(brought: Brought, part: Part, key: str) -> str:
    """A row not stored yet: its own key, for a part of the minutes one made of its name."""
    if _is_uid(key):
        return key
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{brought.workbook} {part.kind} {key}"))
