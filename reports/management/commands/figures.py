"""Figures from the shell: for offices that script, and for checking by hand.

Exit code 2 with one sentence on standard error when a cell, a date or the years cannot be.
"""

import datetime as dt
import json
import re

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from cells.models import Cell, Committee
from partyunit import clock
from partyunit.dates import EARLIEST_YEAR, LATEST_YEAR, parse_day
from partyunit.management.refusals import OfficeCommand
from reports.figures import Scope, default_years, summary


class AskedWronglyError(CommandError):
    """What was asked for does not exist; the sentence says what."""

    def __init__(self, sentence: str):
        super().__init__(sentence, returncode=2)


class Command(OfficeCommand):
    help = "In các số liệu của đảng bộ hoặc của một chi bộ tại một ngày, từ chính nguồn của trang Tổng quan."

    def add_arguments(self, parser):
        parser.add_argument("--on", metavar="NGÀY", help="yyyy-mm-dd hoặc dd/mm/yyyy")
        parser.add_argument("--cell", metavar="MÃ", help="mã chi bộ; không ghi thì cả đảng bộ")
        parser.add_argument("--committee", metavar="MÃ", help="mã đảng bộ, khi có hơn một")
        parser.add_argument("--years", metavar="NĂM-NĂM", help="các năm khen thưởng, vd. 2014-2018")
        parser.add_argument("--cells", action="store_true", help="liệt kê các chi bộ")
        parser.add_argument("--json", action="store_true", help="in JSON")

    def handle(self, *args, **options):
        asked = self._answer(options)
        if options["json"]:
            self.stdout.write(json.dumps(asked, ensure_ascii=False, indent=2))
        elif options["cells"]:
            self._write_cells(asked)
        else:
            self._write_summary(asked)

    def _answer(self, options) -> dict | list[dict]:
        """Everything given is read, so that a script's empty variable is not passed over."""
        committee = find_committee(options["committee"])
        cell = None if options["cell"] is None else find_cell(committee, options["cell"])
        asked_day = None if options["on"] is None else read_day(options["on"])
        day = asked_day or clock.today()
        years = default_years(day) if options["years"] is None else read_years(options["years"])
        if options["cells"]:
            return self._list_cells(committee, options, on=asked_day)
        scope = Scope(committee, cell, named_on=day)
        return summary(scope, day, first_year=years[0], last_year=years[1])

    def _list_cells(self, committee: Committee, options, *, on: dt.date | None) -> list[dict]:
        if options["cell"] is not None or options["years"] is not None:
            raise AskedWronglyError(_("--cells liệt kê các chi bộ, không đi cùng --cell, --years."))
        cells = Cell.objects.valid().filter(committee=committee)
        if on is not None:
            cells = cells.existing_on(on)
        return [
            {"code": cell.code, "name": cell.name, "founded_on": cell.founded_on.isoformat()}
            for cell in cells
        ]

    def _write_cells(self, rows: list[dict]) -> None:
        width = max((len(row["code"]) for row in rows), default=0)
        for row in rows:
            founded = dt.date.fromisoformat(row["founded_on"])
            self.stdout.write(f"{row['code']:<{width}}  {founded:%d/%m/%Y}  {row['name']}")

    def _write_summary(self, figures: dict) -> None:
        lines = [(label, _written(figures[key])) for key, label in _labels().items()]
        lines[6:6] = [(f"  {code}", str(n)) for code, n in figures["seconded_by_cell"].items()]
        if figures["cell"]:
            lines.insert(0, (_("Mã chi bộ"), figures["cell"]))
        width = max(len(label) for label, _value in lines)
        for label, value in lines:
            self.stdout.write(f"{label:<{width}}  {value:>10}")
        first, last = figures["award_years"]
        years = f"{first}–{last}" if first != last else first
        title = _("Khen thưởng %(years)s (tập thể, cá nhân)")
        self.stdout.write(title % {"years": years})
        for row in figures["awards"]:
            name = f"  {row['authority']}, {row['form']}"
            self.stdout.write(f"{name:<{width}}  {row['collective']:>4} {row['individual']:>5}")


def _labels() -> dict[str, str]:
    return {
        "on": _("Số liệu tại ngày"),
        "cells": _("Chi bộ"),
        "members": _("Đảng viên"),
        "graduates": _("Trình độ đại học trở lên"),
        "graduate_percent": _("  tỷ lệ %"),
        "seconded": _("Đồng chí tăng cường"),
        "host_cells": _("Chi bộ thôn, bản có tăng cường"),
        "communes": _("  xã"),
        "towns": _("  thị trấn"),
        "party_work_team": _("Tổ công tác Đảng"),
        "model_meetings": _("Sinh hoạt mẫu đã tổ chức trong năm"),
        "title_streak": _("Số năm liền đạt danh hiệu tiêu biểu"),
        "committee_awards": _("Khen thưởng của chính đảng bộ"),
    }


def _written(value) -> str:
    """As the office writes it: dd/mm/yyyy, 89,4."""
    if isinstance(value, str):
        return f"{dt.date.fromisoformat(value):%d/%m/%Y}"
    return str(value).replace(".", ",")


def find_committee(code: str | None) -> Committee:
    """The one committee; with more than one, the one of that code."""
    committees = list(Committee.objects.valid())
    if code is not None:
        committees = [committee for committee in committees if committee.code == code]
        if not committees:
            raise AskedWronglyError(_("Không có đảng bộ nào mang mã «%(code)s».") % {"code": code})
    if not committees:
        raise AskedWronglyError(_("Chưa có đảng bộ nào; hãy chạy setup_office hoặc load_demo."))
    if len(committees) > 1:
        codes = ", ".join(committee.code for committee in committees)
        raise AskedWronglyError(
            _("Có hơn một đảng bộ; hãy chọn bằng --committee: %(codes)s.") % {"codes": codes}
        )
    return committees[0]


def find_cell(committee: Committee, code: str) -> Cell:
    cell = Cell.objects.valid().filter(committee=committee, code=code).first()
    if cell is None:
        raise AskedWronglyError(
            _("Không có chi bộ nào mang mã «%(code)s»; xem các mã bằng --cells.") % {"code": code}
        )
    return cell


def read_day(text: str) -> dt.date:
    try:
        day = parse_day(text)
    except ValueError:
        day = None
    if day is None or day.year > LATEST_YEAR:
        raise AskedWronglyError(
            _("Ngày «%(day)s» không có thật; ghi dạng yyyy-mm-dd hoặc dd/mm/yyyy.") % {"day": text}
        )
    return day


def read_years(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{4}))?", text.strip())
    first = int(match[1]) if match else 0
    last = int(match[2] or match[1]) if match else 0
    if not EARLIEST_YEAR <= first <= last <= LATEST_YEAR:
        raise AskedWronglyError(
            _("Các năm «%(years)s» không hợp lệ; ghi dạng 2014-2018.") % {"years": text}
        )
    return first, last
