"""Reading a file and comparing it with the register; nothing of it is written there."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from audit import services as audit
from cells.wording import cell_title
from jobs.models import Job
from members.importing import reading
from members.importing.cells import text_of
from members.importing.comparing import Plan, compare, refuse_doubles
from members.importing.headings import is_private
from members.importing.known import CELL, Known, name_key, read_known
from members.importing.layouts import is_numbering
from members.importing.reading import NOT_KEPT
from members.importing.rows import ImportRefusedError, Layout, Mapping, ReadRow
from members.importing.stored import book_of, close, row_of
from members.models import ImportBatch, ImportLayout, ImportRow

# What the page shows while a file is read: the stage and the percent at which it begins.
STAGES = [
    (gettext_noop("Mở tệp, tìm hàng tiêu đề"), 2),
    (gettext_noop("Đọc từng dòng"), 10),
    (gettext_noop("Đối chiếu với sổ"), 60),
    (gettext_noop("Xếp kết quả"), 90),
]
OPEN, READ, COMPARE, STORE = STAGES
AMBIGUOUS = ("admitted_on", "post")  # a column of two meanings is what the person answered
SAMPLES = 3  # values shown of each column
STEP = 250  # rows between two signs of progress
MOST_CELLS = 20  # names of cells asked about; a column with more of them hardly names cells
FIELDS = [
    "sheet", "sheets", "fingerprint", "heads", "mapping", "questions", "answers", "unknown", "counts",
    "passed_over",    "message", "state",
]  # fmt: skip


def make_preview(job: Job, progress: Callable[[str, int], None]) -> Callable[[], None]:
    """Reads the batch's file; what it returns stores the rows in the transaction that ends the job.

    A file that cannot be taken in ends the batch with its sentence; an open question waits for
    its answer before anything is compared.
    """
    batch = ImportBatch.objects.select_related("committee", "default_cell").get(
        pk=job.arguments["batch"]
    )
    progress(*OPEN)
    try:
        rows = _read(batch, progress)
    except ImportRefusedError as refusal:
        sentence = str(refusal)
        return lambda: _store_refusal(batch, sentence, by=job.requested_by)
    if rows is None:
        return lambda: _store_question(batch, by=job.requested_by)
    progress(*COMPARE)
    plans = _compare(batch, rows, job=job, progress=progress)
    batch.unknown = _unknown(rows)
    progress(*STORE)
    return lambda: _store(batch, plans, by=job.requested_by)


def _read(batch: ImportBatch, progress) -> list[ReadRow] | None:
    """The rows, once every question has its answer."""
    book = book_of(batch)
    layouts = book.layouts()
    if not layouts:
        raise ImportRefusedError(_("Trong tệp không có trang nào có danh sách đảng viên."))
    layout = next((one for one in layouts if one.sheet == batch.sheet), layouts[0])
    batch.sheets = [one.sheet for one in layouts]
    _understand(batch, layout)
    mapping = mapping_of(batch)
    batch.heads = _heads(book, layout)
    asked = reading.questions(layout, mapping)
    batch.questions = [{"key": q.key, "text": str(q.text), "choices": _texts(q)} for q in asked]
    has_name = "full_name" in mapping.values()
    if not has_name or any(must_be_answered(one.key, batch.answers) for one in asked):
        return None
    progress(*READ)
    answers = batch.answers
    told = _progress_of_reading(progress)
    passed: list[reading.PassedOver] = []
    rows = reading.read(
        book, layout, mapping=mapping, answers=answers, progress=told, passed_over=passed
    )
    kept = [replace(row, cells=()) for row in rows]
    batch.passed_over = [{"number": one.number, "text": one.text[:120]} for one in passed]
    return kept


def must_be_answered(key: str, answers: dict) -> bool:
    """What CT means in a column of states, or whose name is a cell's, may stay open: such a row is an error."""
    return key not in answers and not key.startswith(("status:", CELL))


def _texts(question) -> list[list[str]]:
    return [[key, str(text)] for key, text in question.choices]


def _progress_of_reading(progress):
    """The reader tells how many rows of how many are done."""

    def tell(done: int, total: int) -> None:
        progress(READ[0], READ[1] + 50 * done // max(total, 1))

    return tell


def _understand(batch: ImportBatch, layout: Layout) -> None:
    """The mapping and the answers: as the person said, as of a layout known again, else proposed."""
    batch.sheet = layout.sheet
    if batch.mapping and batch.fingerprint == layout.fingerprint:
        return
    batch.fingerprint = layout.fingerprint
    layouts = ImportLayout.objects.valid().filter(committee=batch.committee)
    remembered = layouts.filter(fingerprint=layout.fingerprint).first()
    if remembered is not None:
        batch.mapping, batch.answers = remembered.mapping, {**remembered.answers, **batch.answers}
    else:
        batch.mapping = {str(at): key for at, key in reading.propose(layout).items()}


def mapping_of(batch: ImportBatch) -> Mapping:
    return {int(at): key for at, key in batch.mapping.items()}


def _heads(book, layout: Layout) -> list[dict]:
    """Each column with its heading and some values, for the person who looks the mapping over."""
    rows = itertools.islice(book.sheet(layout.sheet).rows(), layout.head_rows[-1], None)
    people = (row for row in rows if not is_numbering([t for cell in row if (t := text_of(cell))]))
    first = list(itertools.islice(people, 4 * SAMPLES))
    heads = []
    for head in layout.heads:
        texts = (text_of(row[head.index]) for row in first if head.index < len(row))
        samples = list(itertools.islice((text for text in texts if text), SAMPLES))
        if is_private(head.levels):
            samples = [NOT_KEPT] * bool(samples)
        heads.append({"index": head.index, "text": head.text, "samples": samples})
    return heads


def _compare(batch: ImportBatch, rows: list, *, job: Job, progress) -> list[Plan]:
    known = read_known(
        batch.committee,
        as_on=batch.as_on,
        recorded_on=dt.date.fromisoformat(job.arguments["on"]),
        answers=batch.answers,
    )
    batch.questions += _questions_of_cells(rows, known, answers=batch.answers)
    columns = columns_of(batch)
    plans = []
    for at, row in enumerate(rows):
        if at % STEP == 0:
            progress(COMPARE[0], COMPARE[1] + 30 * at // len(rows))
        plans.append(compare(row, known, columns=columns, default_cell=batch.default_cell))
    refuse_doubles(plans)
    return plans


def _questions_of_cells(rows: list, known: Known, *, answers: dict[str, str]) -> list[dict]:
    """Which cell a name means that the register does not have; an answer given may be changed again."""
    named = {name_key(text): text for row in rows if (text := row.values.get("cell"))}
    asked = [
        text
        for key, text in named.items()
        if key and (f"{CELL}{key}" in answers or known.find_cell(text) is None)
    ]
    cells = {str(cell.pk): cell_title(str(cell)) for cell in known.cells.values()}
    choices = [*map(list, cells.items()), ["", _("không có trong sổ: các dòng ấy là lỗi")]]
    return [
        {
            "key": f"{CELL}{name_key(text)}",
            "text": _("«%(name)s» là chi bộ nào?") % {"name": text},
            "choices": choices,
        }
        for text in (asked if cells and len(asked) <= MOST_CELLS else ())
    ]


def columns_of(batch: ImportBatch) -> dict[str, int]:
    """Where each target stands in the file, by its first column; an ambiguous one as it was answered."""
    columns: dict[str, int] = {}
    for at, key in sorted(mapping_of(batch).items()):
        if key in AMBIGUOUS:
            key = batch.answers.get(key, key)  # noqa: PLW2901
        columns.setdefault(key, at)
    return columns


def _unknown(rows: list) -> list[dict]:
    """The columns nobody asked for, how many values stand there, and whether those are kept."""
    filled = Counter(heading for row in rows for heading in row.extra)
    left_out = {heading for row in rows for heading, text in row.extra.items() if text == NOT_KEPT}
    return [
        {"text": heading, "filled": times, "is_kept": heading not in left_out}
        for heading, times in filled.items()
    ]


def _store_refusal(batch: ImportBatch, sentence: str, *, by) -> None:
    batch.message, batch.state = sentence, ImportBatch.State.REFUSED
    close(batch)
    fields = ["message", "state", "file", "heads"]
    audit.update(batch, by=by, fields=fields, action="members.import_refuse", reason=sentence)


def _store_question(batch: ImportBatch, *, by) -> None:
    batch.state, batch.message = ImportBatch.State.ASKING, ""
    audit.update(batch, by=by, fields=FIELDS, action="members.import_ask")


def _store(batch: ImportBatch, plans: list[Plan], *, by) -> None:
    """The rows of the preview take the place of those of the one before."""
    batch.rows.all().delete()
    headings: dict[int | None, str] = {head["index"]: head["text"] for head in batch.heads}
    rows = [row_of(plan, batch, headings) for plan in plans]
    ImportRow.objects.bulk_create(rows, batch_size=500)
    batch.counts = count(rows)
    batch.state, batch.message = ImportBatch.State.READY, ""
    audit.update(batch, by=by, fields=FIELDS, action="members.import_preview")


def count(rows: list[ImportRow]) -> dict[str, int]:
    """Rows by what becomes of them; one that differs where confirming writes nothing counts as `differing`, not `same`."""
    counts = Counter("differing" if row.differs else row.outcome for row in rows)
    counts["noted"] = sum(row.has_notes for row in rows)
    counts["all"] = len(rows)
    return dict(counts)
