"""Five thousand people: memory stays flat, the sheet is walked a fixed number of times."""

import tracemalloc

import pytest
import xlsxwriter

from members.importing.reading import open_book, propose, read
from tests.members.importing.offices import desktop
from tests.members.importing.people import person
from tests.members.importing.sheets import write

TABLE = desktop()


def long_sheet(folder, count: int):
    path = folder / f"{count}.xlsx"
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = workbook.add_worksheet()
    for r, row in enumerate(TABLE.grid([person(i) for i in range(count)])):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    workbook.close()
    return path


def read_counting(path) -> tuple[int, int]:
    """How many rows were read, and the most bytes Python held meanwhile."""
    tracemalloc.start()
    book = open_book(path, name=path.name)
    layout = book.layouts()[0]
    found = sum(1 for _row in read(book, layout, mapping=propose(layout), answers=TABLE.answers))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found, peak


@pytest.mark.slow
def test_memory_is_flat_at_five_thousand_rows(tmp_path):
    few, small = read_counting(long_sheet(tmp_path, 500))
    many, large = read_counting(long_sheet(tmp_path, 5_000))
    assert (few, many) == (500, 5_000)
    # What is kept between rows is bounded: the texts and heads seen last.
    assert large < small + 8 * 2**20


class Counted(list):
    """Rows that count how often they are walked."""

    walks = 0

    def __iter__(self):
        self.walks += 1
        return super().__iter__()


@pytest.mark.parametrize("count", [1, 40])
def test_sheet_is_walked_twice_whatever_its_length(tmp_path, count):
    """For what only whole columns tell, and to read; the lines above are asked where no column names the cell."""
    path = write(TABLE, [person(i) for i in range(count)], tmp_path)
    book = open_book(path, name=path.name)
    layout = book.layouts()[0]
    rows = book.sheets[0].source = Counted(book.sheets[0].source)
    assert len(list(read(book, layout, mapping=propose(layout), answers={}))) == count
    assert rows.walks == 2
