"""A workbook taken out of a meeting's page, filled in as a cell would, and brought back."""

import html
import io
import re

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.workbook.parts import PARTS

SHEETS = {part.kind: part.title for part in PARTS}


def take_out(client, meeting):
    """The workbook as the page gives it."""
    answer = client.get(reverse("meetings:workbook", args=[meeting.pk]))
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def row_of(sheet, name: str) -> int:
    """The line on which a visible cell says `name`."""
    return next(row[0].row for row in sheet.iter_rows() if name in [cell.value for cell in row[2:]])


def fill(book, kind: str, line: int, **cells):
    """Types into cells by their letter; a text that begins with `=` is a text, as in a cell of text."""
    sheet = book[SHEETS[kind]]
    for letter, value in cells.items():
        cell = sheet[f"{letter}{line}"]
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"


def saved(book) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def bring(client, meeting, data, *, name="da-ghi.xlsx"):
    data = data if isinstance(data, bytes) else saved(data)
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("meetings:bring", args=[meeting.pk]), {"file": file})


def hidden(answer) -> dict[str, str]:
    """What the preview sends back when it is confirmed."""
    page = answer.content.decode()
    fields = re.findall(r'name="(content|seal)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in fields}


def confirm(client, meeting, answer, **choices):
    data = {**hidden(answer), **choices}
    return client.post(reverse("meetings:bring", args=[meeting.pk]), data)


def taken(answer):
    return answer.context["taken"]


def sentences(answer) -> dict[tuple[str, int], list[str]]:
    """What is wrong, by sheet and line."""
    return {(line.row.kind, line.row.number): line.sentences for line in taken(answer).of("wrong")}
