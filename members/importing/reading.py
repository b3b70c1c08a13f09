"""The door of the reading half: a file, its layouts, a mapping, its questions, and its rows one after the other.

Memory stays flat: the file's library holds the sheet packed, rows become Python objects one by one. The sheet is walked
twice: once for what only a whole column tells (the order of day and month), once to read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from members.importing.archives import column_letters
from members.importing.books import Book, open_book
from members.importing.cells import text_of
from members.importing.columns import DAY, Column, plan, propose, questions
from members.importing.draft import Draft
from members.importing.fields import read_fields
from members.importing.headings import head_key, is_private
from members.importing.layouts import COUNTING_HEADS
from members.importing.lines import OTHER_TABLE, PERSON, Lines, cell_named_above
from members.importing.rows import ImportRefusedError, Layout, Mapping, Problem, ReadRow
from members.importing.targets import TARGETS
from members.importing.values.dates import DateColumn

__all__ = ["TARGETS", "PassedOver", "open_book", "propose", "questions", "read"]

PROGRESS_EVERY = 50
# What stands in `extra` for a column this program must not keep: the person sees that it was there.
NOT_KEPT = "…"


@dataclass(frozen=True)
class PassedOver:
    """A row that is no person: a total, a group, a signature, a header on a later page."""

    number: int
    text: str


def read(
    book: Book,
    layout: Layout,
    *,
    mapping: Mapping,
    answers: dict[str, str],
    progress: Callable[[int, int], None] | None = None,
    passed_over: list[PassedOver] | None = None,
) -> Iterator[ReadRow]:
    """Each person's row of the sheet, in order; rows that are nobody's go to `passed_over`.

    Family, wealth, health and foreign ties are no part of this register (docs/decisions/0010-import.md): of such
    columns only the heading is told. Raises ImportRefusedError at once where no column is mapped to the name.
    """
    by_target = plan(layout, mapping)
    if "full_name" not in by_target:
        raise ImportRefusedError(_("Chưa có cột nào được chọn là họ và tên."))
    table = Table(book, layout, by_target, answers)
    return table.read(progress, passed_over if passed_over is not None else [])


@dataclass
class Table:
    """One reading of one sheet."""

    book: Book
    layout: Layout
    by_target: dict[str, list[Column]]
    answers: dict[str, str]
    dates: dict[int, DateColumn] = field(default_factory=dict)

    def __post_init__(self):
        self.sheet = self.book.sheet(self.layout.sheet)
        self.first = self.layout.head_rows[-1]  # counted from 1, so the first row after it from 0
        self.mapped = {c.index for columns in self.by_target.values() for c in columns}
        self.odd: dict[int, dict[int, str]] = {}
        for (row, column), what in self.sheet.facts.odd.items():
            self.odd.setdefault(row, {})[column] = what

        self.private = {
            head.index
            for head in self.layout.heads
            if head.index not in self.mapped and is_private(head.levels)
        }
        names = {c.index for c in self.by_target["full_name"]}
        first = self.by_target["full_name"][0]
        self.second_names = [
            h.index
            for h in self.layout.heads
            if h.index not in self.mapped and h.index > max(names) and h.levels == first.head.levels
        ]
        self.continued = {
            row
            for top, left, bottom, _right in self.sheet.merged
            if left in names
            for row in range(top + 1, bottom + 1)
        }

    def rows(self) -> Iterator[tuple[int, list]]:
        """Row indexes from 0 with their cells; a cell merged downwards counts for every row it spans."""
        spans = self._vertical_merges()
        running: dict[int, tuple[int, object]] = {}
        for index, row in enumerate(self.sheet.rows()):
            if index < self.first:
                continue
            for column, last in spans.get(index, ()):
                running[column] = (last, row[column] if column < len(row) else "")
            # The second of two rows a person is blank by now; what is merged over it is the first's.
            is_second = self.sheet.pairs is not None and not any(row)
            yield index, self._filled(index, row, running) if running and not is_second else row

    @staticmethod
    def _filled(index: int, row: list, running: dict[int, tuple[int, object]]) -> list:
        filled = list(row)
        for column, (last, value) in list(running.items()):
            if index > last:
                del running[column]
            elif column < len(filled):
                filled[column] = value
        return filled

    def _vertical_merges(self) -> dict[int, list[tuple[int, int]]]:
        spans: dict[int, list[tuple[int, int]]] = {}
        for top, left, bottom, _right in self.sheet.merged:
            if bottom > top >= self.first and left in self.mapped:
                spans.setdefault(top, []).append((left, bottom))
        return spans

    def read(self, progress, passed_over: list[PassedOver]) -> Iterator[ReadRow]:
        self._look_at_dates()
        lines, shown = Lines(self.layout, self.by_target), self._shown_by_cells()
        has_column = "cell" in self.by_target
        cell = "" if has_column else cell_named_above(self.sheet, self.layout)
        is_told = False
        for index, row in self.rows():
            if progress and index % PROGRESS_EVERY == 0:
                progress(index, self.sheet.facts.rows)
            texts = self._without_split([text_of(cell) for cell in row])
            line = lines.look(texts)
            if line.kind == OTHER_TABLE:
                yield self._other_table(index, texts)
                return
            if line.kind == PERSON:
                told = cell if not is_told else ""
                for one in self._people(index, row, texts, cell=cell, tell_cell=bool(told)):
                    yield replace(one, problems=(*one.problems, *shown))
                    shown = ()
                is_told = True
            elif line.text:
                passed_over.append(PassedOver(index + 1, line.text))
            if line.cell and not has_column:
                cell, is_told = line.cell, False
        if progress:
            progress(self.sheet.facts.rows, self.sheet.facts.rows)

    def _shown_by_cells(self) -> tuple[Problem, ...]:
        """Told once for the file: columns whose meaning their cells decided, not their head."""
        mapped = {(c.index, target) for target, columns in self.by_target.items() for c in columns}
        sentence = _("Tiêu đề “%(head)s” không rõ; theo các ô, cột này được hiểu là %(what)s.")
        return tuple(
            Problem(
                column,
                sentence % {"head": self._heading(column), "what": TARGETS[target].label},
                is_warning=True,
            )
            for column, target in self.layout.by_values
            if target and (column, target) in mapped
        )

    def _without_split(self, texts: list[str]) -> list[str]:
        """A cell whose parts stand in columns of their own is not told twice."""
        at = self.sheet.facts.columns
        for split in self.sheet.splits:
            if any(texts[at : at + len(split.heads)]):
                texts[split.column] = ""
            at += len(split.heads)
        return texts

    def _people(
        self, index: int, row: list, texts: list[str], *, cell: str, tell_cell: bool
    ) -> Iterator[ReadRow]:
        if index not in self.continued:
            yield self._person(index, row, texts, cell=cell, tell_cell=tell_cell)
        elif (more := self._continuation(index, texts)) is not None:
            yield more

    def _look_at_dates(self) -> None:
        columns = [
            c.index
            for target, columns in self.by_target.items()
            if TARGETS[target].kind == "date"
            for c in columns
            if c.part in ("whole", "male", "female")
        ]
        self.dates = {column: DateColumn() for column in columns}
        for index, row in self.rows():
            odd = self.odd.get(index, {})
            for column, seen in self.dates.items():
                if column < len(row):
                    seen.look(row[column], odd.get(column, DAY))

    def _person(
        self, index: int, row: list, texts: list[str], *, cell: str, tell_cell: bool
    ) -> ReadRow:
        has_serials = not self.sheet.facts.counts_from_1904
        draft = Draft(row, self.odd.get(index, {}), self.answers, self.dates, has_serials)
        read_fields(draft, self.by_target)
        problems = [*draft.problems, *self._remarks(texts, draft)]
        if cell:
            draft.values["cell"] = cell
        if tell_cell:
            sentence = _("Chi bộ “%(cell)s” lấy từ dòng phía trên.") % {"cell": cell}
            problems.append(Problem(None, sentence, is_warning=True))
        extra = self._extra(texts, skip=self.mapped - draft.unread)
        return ReadRow(index + 1, draft.values, tuple(problems), extra, self._kept(texts))

    def _remarks(self, texts: list[str], draft: Draft) -> Iterator[Problem]:
        """A row without a name, and a second person beside the first."""
        name = self.by_target["full_name"][0].index
        if "full_name" not in draft.values and not any(p.column == name for p in draft.problems):
            yield Problem(name, _("Dòng có dữ liệu mà không có họ tên."))
        for column in self.second_names:
            if column < len(texts) and texts[column]:
                sentence = _(
                    "Bên phải còn một người nữa (cột %(letters)s), chưa được đọc; hãy xếp thành một bảng."
                )
                yield Problem(column, sentence % {"letters": column_letters(column)})

    def _continuation(self, index: int, texts: list[str]) -> ReadRow | None:
        """A second row under one merged name: what it adds is kept and told, never a second person."""
        merged = {c for c in range(len(texts)) if self._is_merged_down(index, c)}
        extra = self._extra(texts, skip=merged)
        if not extra:
            return None
        sentence = _(
            "Dòng nối của ô họ tên gộp phía trên, chưa được đọc; hãy ghi mỗi người một dòng."
        )
        problem = Problem(self.by_target["full_name"][0].index, sentence)
        return ReadRow(index + 1, {}, (problem,), extra, self._kept(texts))

    def _is_merged_down(self, index: int, column: int) -> bool:
        return any(r[0] < index <= r[2] and r[1] <= column <= r[3] for r in self.sheet.merged)

    def _heading(self, column: int) -> str:
        head = next((h for h in self.layout.heads if h.index == column), None)
        return (head.text if head else "") or _("cột %(letters)s") % {
            "letters": column_letters(column)
        }

    def _extra(self, texts: list[str], *, skip: set[int]) -> dict[str, str]:
        extra: dict[str, str] = {}
        for column, text in enumerate(texts):
            if not text or column in skip:
                continue
            heading = self._heading(column)
            if head_key(heading) in COUNTING_HEADS:
                continue
            if heading in extra:
                heading = f"{heading} ({column_letters(column)})"
            extra[heading] = NOT_KEPT if column in self.private else text
        return extra

    def _kept(self, texts: list[str]) -> tuple[str, ...]:
        return tuple("" if i in self.private else text for i, text in enumerate(texts))

    def _other_table(self, index: int, texts: list[str]) -> ReadRow:
        sentence = _(
            "Từ dòng này là một bảng có tiêu đề khác, chưa được đọc; hãy tách ra trang tính riêng."
        )
        return ReadRow(index + 1, {}, (Problem(None, sentence),), {}, self._kept(texts))
