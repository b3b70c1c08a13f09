"""`./run manage setup_office`: asks for what a real office needs before its first sign-in."""

import datetime as dt
import sys
from getpass import getpass
from pathlib import Path

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.management.base import CommandError
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.office import (
    CellPlan,
    OfficeExists,
    OfficePlan,
    check_cells,
    check_founded,
    check_is_free,
    check_password,
    set_up_office,
)
from accounts.passwords import first_password
from cells.models import Committee, OrganisationName
from partyunit import clock
from partyunit.dates import parse_day
from partyunit.management.refusals import OfficeCommand
from partyunit.text import normalise

WRONG_INPUT = 2
# option → what the terminal asks; in the order of asking
REQUIRED = {
    "name": gettext_lazy("Tên đảng ủy (ví dụ: Đảng ủy Công an huyện)"),
    "code": gettext_lazy("Mã ngắn của đảng bộ (ví dụ: DUCAH)"),
    "superior": gettext_lazy("Dòng cấp trên in trên văn bản (ví dụ: Đảng bộ huyện Tân Uyên)"),
    "place": gettext_lazy("Địa danh ghi trước ngày tháng (ví dụ: Tân Uyên)"),
    "founded": gettext_lazy("Ngày thành lập đảng bộ (ngày/tháng/năm)"),
    "username": gettext_lazy("Tên đăng nhập của người quản trị (chữ thường không dấu)"),
    "full_name": gettext_lazy("Họ và tên người quản trị"),
}
# field of the plan or of a row → the option it came from
OPTION_OF = {
    "founded_on": "founded",
    "cells": "cell",
    "superior_line": "superior",
    "short_name": "name",
    "password": "password-file",
    "term_from": "term-from",
    "full_name": "full-name",
}


class Command(OfficeCommand):
    help = "Enters a real office into an empty database: committee, cells, first administrator."
    requires_system_checks: list[str] = []
    makes_tables = True
    interrupted = gettext_lazy("Đã dừng; chưa có gì được ghi.")

    def add_arguments(self, parser):
        parser.add_argument("--name", help="the committee's name as papers print it")
        parser.add_argument("--code", help="a short code of the committee")
        parser.add_argument("--superior", help="the superior's line above it on papers")
        parser.add_argument("--place", help="the place papers are dated from")
        parser.add_argument("--founded", help="dd/mm/yyyy")
        parser.add_argument(
            "--cell",
            action="append",
            dest="cells",
            metavar="CODE=NAME",
            help="a cell, with @dd/mm/yyyy when it was founded later; may be repeated",
        )
        parser.add_argument("--term", default="", help="the present term's name")
        parser.add_argument("--term-from", help="the present term's first day, dd/mm/yyyy")
        parser.add_argument("--username", help="the administrator's sign-in")
        parser.add_argument("--full-name", help="the administrator's name")
        parser.add_argument("--password-file", type=Path, help="its first line is the password")

    def handle(self, *args, **options):
        self.today = clock.today()
        self.asks = sys.stdin.isatty()
        try:
            check_is_free()
            plan = self.read_plan(options)
            administrator = set_up_office(plan, today=self.today)
        except OfficeExists:
            raise CommandError(
                _("Cơ sở dữ liệu này đã có dữ liệu, không lập đảng bộ mới ở đây được.")
            ) from None
        except ValidationError as error:
            raise CommandError(_in_sentences(error), returncode=WRONG_INPUT) from error
        self.report(plan, administrator)

    # --- what is to be entered -----------------------------------------------------------------

    def read_plan(self, options) -> OfficePlan:
        answers = self.read_answers(options)
        founded_on = _read_day(answers["founded"], field="founded_on")
        cells = self.read_cells(options["cells"], founded_on)
        password, is_generated = self.read_password(options["password_file"], answers)
        term_from = options["term_from"]
        return OfficePlan(
            code=answers["code"],
            name=answers["name"],
            superior=answers["superior"],
            place=answers["place"],
            founded_on=founded_on,
            cells=cells,
            term=normalise(options["term"]),
            term_from=_read_day(term_from, field="term_from") if term_from else None,
            username=answers["username"],
            full_name=answers["full_name"],
            password=password,
            must_change_password=is_generated,
        )

    def read_answers(self, options) -> dict[str, str]:
        """The options given, the rest asked for; without a terminal all must be given."""
        missing = [name for name in REQUIRED if not (options[name] or "").strip()]
        if missing and not self.asks:
            names = ", ".join(f"--{name.replace('_', '-')}" for name in missing)
            raise ValidationError(_("Còn thiếu: %(options)s.") % {"options": names})
        return {
            name: self.ask(name, question) if name in missing else normalise(options[name])
            for name, question in REQUIRED.items()
        }

    def ask(self, name: str, question) -> str:
        """Asks until the answer can be used."""
        while True:
            answer = normalise(self.read_line(f"{question}: "))
            if self.accepts(lambda: _check_answer(name, answer, today=self.today)):  # noqa: B023
                return answer

    def accepts(self, check) -> bool:
        """Whether the answer passes; if not, it is told at once what is wrong with it."""
        try:
            check()
        except ValidationError as error:
            self.stderr.write(" ".join(error.messages))
            return False
        return True

    def show(self, text: str, *, ending: str = "\n") -> None:
        """Beside the standard output, and not in the colour of an error."""
        self.stderr.write(text, style_func=str, ending=ending)
        self.stderr.flush()

    def read_line(self, prompt: str) -> str:
        self.show(prompt, ending="")
        line = sys.stdin.readline()
        if not line:
            raise ValidationError(self.interrupted)
        return line

    def read_cells(self, given: list[str] | None, founded_on: dt.date) -> list[CellPlan]:
        if given is not None or not self.asks:
            return [_read_cell(text, founded_on) for text in given or []]
        self.show(_("Các chi bộ, mỗi dòng một chi bộ dạng MÃ=Tên, dòng trống để kết thúc:"))
        cells: list[CellPlan] = []

        def take(line: str) -> None:
            cell = _read_cell(line, founded_on)
            check_cells([*cells, cell], since=founded_on, today=self.today)
            cells.append(cell)

        while line := self.read_line("").strip():
            self.accepts(lambda: take(line))
        return cells

    def read_password(self, file: Path | None, answers: dict[str, str]) -> tuple[str, bool]:
        """From the file, typed twice, or without a terminal made here and shown once."""
        if file is not None:
            return _first_line(file), False
        if not self.asks:
            return first_password(), True
        names = {name: answers[name] for name in ("username", "full_name")}
        while True:
            password = getpass(_("Mật khẩu của người quản trị (để trống thì chương trình đặt): "))
            if not password:
                return first_password(), True
            if not self.accepts(lambda: check_password(password, **names)):  # noqa: B023
                continue
            if getpass(_("Gõ lại mật khẩu: ")) == password:
                return password, False
            self.stderr.write(_("Hai lần gõ mật khẩu không giống nhau."))

    def report(self, plan: OfficePlan, administrator) -> None:
        self.stdout.write(
            _("Đã lập %(name)s với %(count)s chi bộ. Quản trị: %(username)s.")
            % {"name": plan.name, "count": len(plan.cells), "username": administrator.username}
        )
        if plan.must_change_password:
            self.stdout.write(
                _("Mật khẩu đầu tiên, chỉ hiện lần này, phải đổi khi đăng nhập: %(password)s")
                % {"password": plan.password}
            )


# answer → the column that has to take it
COLUMN_OF: dict[str, tuple[type[Model], str]] = {
    "name": (OrganisationName, "name"),
    "code": (Committee, "code"),
    "superior": (OrganisationName, "superior_line"),
    "place": (Committee, "place"),
    "full_name": (User, "full_name"),
}


def _check_answer(name: str, answer: str, *, today: dt.date) -> None:
    if not answer:
        raise ValidationError(_("Mục này không để trống được."))
    if name == "founded":
        check_founded(_read_day(answer, field="founded_on"), today=today)
    if name == "username":
        User(username=answer.lower(), full_name=answer).clean_fields(exclude=["password"])
        User(username=answer.lower()).validate_constraints(exclude=["password", "full_name"])
    if name in COLUMN_OF:
        model, column = COLUMN_OF[name]
        others = {field.name for field in model._meta.fields} - {column}
        model(**{column: answer}).clean_fields(exclude=others)


def _read_day(text: str, *, field: str):
    try:
        return parse_day(text)
    except ValueError:
        raise ValidationError(
            {field: _("Ngày «%(day)s» không có thật. Ghi dạng ngày/tháng/năm.") % {"day": text}}
        ) from None


def _read_cell(text: str, founded_on: dt.date) -> CellPlan:
    code, sign, rest = text.partition("=")
    name, _at, day = rest.partition("@")
    if not (sign and code.strip() and name.strip()):
        raise ValidationError(
            {"cells": _("Không hiểu «%(text)s»: ghi MÃ=Tên, ví dụ DT=Điều tra.") % {"text": text}}
        )
    since = _read_day(day.strip(), field="cells") if day.strip() else founded_on
    return CellPlan(code=code.strip(), name=normalise(name), founded_on=since)


def _first_line(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ValidationError(
            {"password": _("Không đọc được tệp %(file)s.") % {"file": file}}
        ) from None
    if not lines or not lines[0]:
        raise ValidationError({"password": _("Tệp %(file)s không có mật khẩu.") % {"file": file}})
    return lines[0]


def _in_sentences(error: ValidationError) -> str:
    """Each fault with the option it is about; nothing was entered."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        sentence
        if name == NON_FIELD_ERRORS
        else f"--{OPTION_OF.get(name, name).replace('_', '-')}: {sentence}"
        for name, sentences in error.message_dict.items()
        for sentence in sentences
    )
