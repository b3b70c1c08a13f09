"""From the cells of one row to its values, target by target.

Birth date and sex come first: they prove the zeros an id has lost.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from members.importing import columns as parts
from members.importing.archives import BROKEN, FORMULA
from members.importing.by_values import SEX_NUMBERS
from members.importing.cells import is_blank, text_of
from members.importing.columns import Column
from members.importing.draft import Draft
from members.importing.headings import BRACKETS
from members.importing.rows import Problem
from members.importing.settling import settle
from members.importing.targets import TARGETS
from members.importing.values import NOTHING, Read, ids, lists, schooling, words
from members.importing.values.dates import read_date, read_split_date
from partyunit.dates import DAY

FIRST = ("born_on", "sex")


def read_fields(draft: Draft, by_target: Mapping[str, list[Column]]) -> None:
    """Fills the draft's values from all mapped columns."""
    for target in sorted(by_target, key=lambda key: key not in FIRST):
        columns = [c for c in by_target[target] if not _is_odd(draft, c)]
        READERS.get(TARGETS[target].kind, _read_texts)(draft, target, columns)
    settle(draft, by_target)


def _is_odd(draft: Draft, column: Column) -> bool:
    what = draft.odd.get(column.index)
    if what == FORMULA:
        sentence = _("Ô là công thức chưa có kết quả; hãy mở tệp bằng Excel rồi lưu lại.")
    elif what == BROKEN:
        sentence = _("Ô báo lỗi của Excel (như #N/A, #REF!).")
    elif words.is_ditto(draft.cell(column)):
        sentence = _("“%(found)s” (như trên) không nói rõ gì; hãy ghi đủ vào từng ô.") % {
            "found": text_of(draft.cell(column))
        }
    else:
        return False
    draft.problems.append(Problem(column.index, sentence))
    return True


# --- one target, one reader ----------------------------------------------------------------------------------


def _read_names(draft: Draft, target: str, columns: list[Column]) -> None:
    if len(columns) < 2 or not parts.stand_together(columns):
        return _each(lists.read_name_alone)(draft, target, columns)
    texts = [text_of(draft.cell(column)) for column in columns]
    texts = [text for text in texts if text]
    if len(texts) == 2 and texts[0].split()[-1:] == [texts[1]] and " " in texts[0]:
        sentence = _("Hai ô họ tên lặp chữ “%(word)s”; không rõ họ tên đầy đủ.") % {
            "word": texts[1]
        }
        return draft.take(target, Read(error=sentence), columns[0])
    numbers = any(isinstance(draft.cell(c), (int, float)) for c in columns)
    return draft.take(target, words.read_name(0 if numbers else " ".join(texts)), columns[0])


def _read_dates(draft: Draft, target: str, columns: list[Column]) -> None:
    by_part = {column.part: column for column in columns}
    if parts.YEAR in by_part:
        filled = [c for c in columns if not is_blank(draft.cell(c))]
        return draft.take(target, _split_date(draft, target, by_part), (filled or columns)[0])
    for column in columns:
        read = _whole_date(draft, target, column)
        sex = column.part if column.part in (parts.MALE, parts.FEMALE) else None
        if read.value and sex:
            read = Read(read.value, warning=read.warning, also={"sex": sex})
        draft.take(target, read, column)
    return None


def _whole_date(draft: Draft, target: str, column: Column) -> Read:
    cell, shown = draft.cell(column), draft.odd.get(column.index, DAY)
    if target == "official_from" and words.read_probation(cell).value and not words.is_marked(cell):
        return Read(also={"is_probationary": True})  # `Dự bị` where the date is yet to come
    read = read_date(cell, target=target, shown=shown, has_serials=draft.has_serials)
    if (seen := draft.dates.get(column.index)) and (doubt := seen.doubt(cell, shown, read)):
        return Read(error=doubt)
    return read


def _split_date(draft: Draft, target: str, by_part: dict[str, Column]) -> Read:
    """Over day, month and year; also a day's cell that already holds day and month, or all of it."""
    day, month, year = (
        draft.cell(by_part[part]) if part in by_part else ""
        for part in (parts.DAY, parts.MONTH, parts.YEAR)
    )
    first = month if parts.DAY not in by_part else day
    if is_blank(year) and not is_blank(first):
        return read_date(first, target=target)
    text = text_of(first)
    if len(by_part) == 2 and "/" in text and text.count("/") == 1 and parts.DAY in by_part:
        day, month = text.split("/")
    elif "/" in text or hasattr(first, "year"):
        whole = read_date(first, target=target)
        said = text_of(year)
        if whole.value and said not in ("", str(whole.value.year)):
            return Read(
                error=_("Ngày “%(day)s” và năm “%(year)s” khác nhau.") % {"day": text, "year": said}
            )
        return whole
    return read_split_date(day, month, year)


def _read_sex(draft: Draft, target: str, columns: list[Column]) -> None:
    for column in columns:
        cell = draft.cell(column)
        if column.part == parts.WHOLE:
            draft.take(target, _sex_by_number(draft, cell) or words.read_sex(cell), column)
        elif (marked := words.is_marked(cell)) is not None:
            draft.take(target, Read(column.part) if marked else NOTHING, column)
        else:
            draft.take(target, _sex_by_content(draft, column), column)
    if [c.part for c in columns] == [parts.FEMALE] and is_blank(draft.cell(columns[0])):
        draft.take(target, Read(draft.answers.get("sex_blank") or None), columns[0])


def _sex_by_number(draft: Draft, cell) -> Read | None:
    """`1` and `0` or `2`, as the person said once what 1 stands for."""
    first = draft.answers.get("sex_number")
    if not first or text_of(cell) not in SEX_NUMBERS:
        return None
    other = "female" if first == "male" else "male"
    return Read(first if text_of(cell) == "1" else other)


def _sex_by_content(draft: Draft, column: Column) -> Read:
    """The birth date itself may stand in the column of the sex."""
    if (word := words.read_sex(draft.cell(column))).value == column.part:
        return word
    born = _whole_date(draft, "born_on", column)
    return (
        Read(column.part, warning=born.warning, also={"born_on": born.value})
        if born.value
        else born
    )


def _read_levels(draft: Draft, target: str, columns: list[Column]) -> None:
    reads = []
    for column in columns:
        cell = draft.cell(column)
        read = _tick(draft, column, target) if column.part == parts.TICK else None
        read = read or schooling.read_level(cell, scale=target)
        if read.value is None:
            draft.take(target, read, column)
        else:
            reads.append((read, column))
    reads.sort(key=lambda pair: pair[0].value)
    if reads:
        draft.take(target, *reads[-1])
    for _read, column in reads[:-1]:
        sentence = _("Nhiều trình độ cùng được ghi; lấy bậc cao nhất.")
        draft.problems.append(Problem(column.index, sentence, is_warning=True))


def _tick(draft: Draft, column: Column, scale: str) -> Read | None:
    """What a tick or a branch of study says under the head of a level; None for a cell that names a level itself."""
    cell = draft.cell(column)
    text = text_of(cell)
    marked = words.is_marked(cell)
    if marked is False:
        return NOTHING
    if marked is None and schooling.levels_in(schooling.head_key(text), scale=scale):
        return None
    level = schooling.mark_level(BRACKETS.sub(" ", column.own), scale=scale)
    if level is None and (answer := draft.answers.get(f"level:{column.index}")):
        level = int(answer)
    if level is None:
        return _unclear_tick(draft, column)
    if level == "":
        return NOTHING if marked else Read(error=_said_nothing(column))
    if not marked and scale == "professional" and not any(map(str.isdigit, text)):
        return Read(level, also={"professional_detail": text})
    if not marked:  # a year, a school: the level is clear, the rest is kept beside
        draft.unread.add(column.index)
    return Read(level)


def _unclear_tick(draft: Draft, column: Column) -> Read:
    """A tick that may be several levels: bad, or left for later where the person said so."""
    if f"level:{column.index}" not in draft.answers:
        return Read(error=_said_nothing(column))
    draft.unread.add(column.index)
    return Read(warning=_said_nothing(column))


def _said_nothing(column: Column) -> str:
    return _("Đánh dấu ở “%(head)s” không nói rõ một bậc trình độ.") % {"head": column.own}


def _read_digits(read: Callable[..., Read]) -> Callable:
    """One cell, or one digit to a cell."""

    def reader(draft: Draft, target: str, columns: list[Column]) -> None:
        cells = [draft.cell(column) for column in columns]
        if len(columns) > 1 and all(len(text_of(cell)) <= 1 for cell in cells):
            draft.take(target, read(draft, target, ids.read_digit_cells(cells)), columns[0])
            return
        for column, cell in zip(columns, cells, strict=True):
            draft.take(target, read(draft, target, cell), column)

    return reader


def _each(read: Callable[[Any], Read], *, ticks: bool = False) -> Callable:
    """Each column for itself; a tick under a head of that target says what the head says."""

    def reader(draft: Draft, target: str, columns: list[Column]) -> None:
        for column in columns:
            cell = draft.cell(column)
            if ticks and column.part == parts.TICK:
                marked = words.is_marked(cell)
                cell = cell if marked is None else column.own if marked else ""
            draft.take(target, read(cell), column)

    return reader


def _read_texts(draft: Draft, target: str, columns: list[Column]) -> None:
    """Several columns under one parent, as village, commune and district, are one text."""

    def read_one(cell) -> Read:
        return words.read_text(cell) if target == "cell" else lists.read_phrase(cell, target=target)

    if len(columns) == 1 or not parts.stand_together(columns):
        return _each(read_one)(draft, target, columns)
    texts = []
    for column in columns:
        read = read_one(draft.cell(column))
        if read.value:
            texts.append(read.value)
        elif read.error:
            draft.take(target, read, column)
    if texts:
        draft.take(target, Read(", ".join(dict.fromkeys(texts))), columns[0])
    return None


def _read_listed(draft: Draft, target: str, columns: list[Column]) -> None:
    def read(cell) -> Read:
        return lists.read_listed(cell, target=target)

    _each(read, ticks=True)(draft, target, columns)


def _read_posts(draft: Draft, target: str, columns: list[Column]) -> None:
    """«Chức vụ» may be of either line; only what is surely the Party's must be a post of the Party."""
    is_sure = target == "party_post"
    _each(lists.read_party_post if is_sure else words.read_post, ticks=True)(draft, target, columns)


def _read_status(draft: Draft, target: str, columns: list[Column]) -> None:
    for column in columns:
        draft.take(target, words.read_status(draft.cell(column), answers=draft.answers), column)


def _read_probation(draft: Draft, target: str, columns: list[Column]) -> None:
    for column in columns:
        read = words.read_probation(draft.cell(column))
        if words.is_marked(draft.cell(column)):
            read = _ticked_stage(column)
        draft.take(target, read, column)


def _ticked_stage(column: Column) -> Read:
    if column.part == parts.WHOLE:
        sentence = _("Đánh dấu ở “%(head)s” không nói rõ chính thức hay dự bị.")
        return Read(error=sentence % {"head": column.own})
    return Read(column.part == parts.PROBATIONARY)


def _read_uid(draft: Draft, target: str, columns: list[Column]) -> None:
    for column in columns:
        read = ids.read_uid(draft.cell(column))
        draft.take(target, read, column)
        if read.value is None:
            draft.unread.add(column.index)


READERS: dict[str, Callable[[Draft, str, list[Column]], None]] = {
    "name": _read_names,
    "date": _read_dates,
    "sex": _read_sex,
    "level": _read_levels,
    "citizen_id": _read_digits(
        lambda draft, target, cell: ids.read_citizen_id(cell, target=target, row=draft.values)
    ),
    "card_no": _read_digits(lambda _draft, target, cell: ids.read_card(cell, target=target)),
    "dossier_no": _each(ids.read_dossier),
    "uid": _read_uid,
    "post": _read_posts,
    "rank": _each(lists.read_rank),
    "word": _read_listed,
    "certificate": _read_listed,
    "general": _each(lists.read_school, ticks=True),
    "status": _read_status,
    "probation": _read_probation,
}
READERS["old_citizen_id"] = READERS["citizen_id"]
READERS["card_no_old"] = READERS["card_no"]
