"""A broken workbook may end the process that reads it: the library is native code and gives up memory by ending.

So a process of its own, with little memory and little time, reads the file first; if that one ends badly, the file is
refused and the program goes on.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from django.utils.translation import gettext as _

from members.importing.rows import ImportRefusedError

MOST_MEMORY = 2**30
MOST_SECONDS = 60
READ_ALL = f"""
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MOST_MEMORY}, {MOST_MEMORY}))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
wanted = json.load(sys.stdin)
for meta in book.sheets_metadata:
    if meta.name in wanted:
        sheet = book.get_sheet_by_name(meta.name)
        sheet.merged_cell_ranges
        for row in sheet.iter_rows():
            pass
"""


def check_library_survives(path: Path, sheets: list[str]) -> None:
    """Raises ImportRefusedError where reading these sheets of the file does not end well."""
    command = [sys.executable, "-I", "-c", READ_ALL, str(path)]
    names = json.dumps(sheets).encode()
    try:
        done = subprocess.run(  # noqa: S603
            command, input=names, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as e:
        raise_broken(e)
    if done.returncode:
        raise_broken(None)


def raise_broken(cause: Exception | None) -> NoReturn:
    raise ImportRefusedError(
        _("Tệp bị hỏng, không đọc được; hãy mở bằng Excel và lưu lại thành tệp .xlsx mới.")
    ) from cause
