"""The first day of a real office: its committee, its cells, and the account that opens all others."""

import datetime as dt
from dataclasses import dataclass, field

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import RoleAssignment, User
from audit import services as audit
from cells.models import Cell, Committee, OrganisationName, Term
from cells.services import found_cell
from cells.wording import CELL_BODY, COMMITTEE_BODY
from partyunit.models import Installation


@dataclass
class CellPlan:
    """One cell to enter: its code, what lists call it, since when."""

    code: str
    name: str
    founded_on: dt.date


@dataclass
class OfficePlan:
    """Everything that has to be known before the first sign-in.

    `superior` is the line papers print above the committee's name, `term_from` the first day
    of the present term (numbers of papers run through a term).
    """

    code: str
    name: str
    superior: str
    place: str
    founded_on: dt.date
    username: str
    full_name: str
    password: str
    must_change_password: bool = False
    term: str = ""
    term_from: dt.date | None = None
    cells: list[CellPlan] = field(default_factory=list)


class OfficeExists(Exception):
    """This database already belongs to an office or to a demonstration."""


def check_is_free() -> None:
    """Raises OfficeExists unless nothing was ever entered here."""
    if Installation.objects.exists() or Committee.objects.exists() or User.objects.exists():
        raise OfficeExists


@transaction.atomic
def set_up_office(plan: OfficePlan, *, today: dt.date) -> User:
    """Enters the office in one transaction and returns its administrator.

    Raises OfficeExists, or ValidationError keyed by the plan's fields; then nothing is entered.
    """
    check_is_free()
    _check(plan, today)
    Installation.objects.create(pk=1)
    committee = audit.create(
        Committee(code=plan.code, founded_on=plan.founded_on, place=plan.place), by=None
    )
    _name_committee(committee, plan)
    for position in range(len(plan.cells)):
        _found(plan, committee=committee, position=position)
    administrator = _open_first_account(plan)
    role = RoleAssignment(
        user=administrator,
        role=RoleAssignment.Role.ADMINISTRATOR,
        committee=committee,
        from_on=today,
    )
    audit.create(role, by=None, action="accounts.role.give")
    return administrator


def _check(plan: OfficePlan, today: dt.date) -> None:
    errors: dict[str, list[str]] = {}
    for check in (
        lambda: check_founded(plan.founded_on, today=today),
        lambda: check_cells(plan.cells, since=plan.founded_on, today=today),
        lambda: check_password(plan.password, username=plan.username, full_name=plan.full_name),
    ):
        try:
            check()
        except ValidationError as error:
            errors |= error.message_dict
    if plan.term_from and not plan.founded_on <= plan.term_from <= today:
        errors["term_from"] = [_("Nhiệm kỳ phải bắt đầu từ ngày thành lập đến hôm nay.")]
    if errors:
        raise ValidationError(errors)


def check_founded(founded_on: dt.date, *, today: dt.date) -> None:
    """Raises ValidationError keyed by the plan's field, as the checks below do: one answer each."""
    if founded_on > today:
        raise ValidationError({"founded_on": _("Ngày thành lập không thể ở tương lai.")})


def check_cells(cells: list[CellPlan], *, since: dt.date, today: dt.date) -> None:
    """Each can be a cell of a committee founded `since`, and no two have one code or one name."""
    sentences = []
    for cell in cells:
        row = Cell(
            committee=Committee(pk=1, founded_on=since),  # not there yet
            code=cell.code,
            name=_cell_name(cell),
            founded_on=cell.founded_on,
        )
        try:
            row.full_clean(["committee"], validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            sentences += [f"{cell.code}: {sentence}" for sentence in error.messages]
        if cell.founded_on > today:
            sentences.append(_("%(code)s: Ngày thành lập không thể ở tương lai.") % vars(cell))
    if code := _repeated([cell.code for cell in cells]):
        sentences.append(_("Mã chi bộ %(code)s ghi hai lần.") % {"code": code})
    if name := _repeated([_cell_name(cell) for cell in cells]):
        sentences.append(_("Tên chi bộ %(name)s ghi hai lần.") % {"name": name})
    if sentences:
        raise ValidationError({"cells": sentences})


def _repeated(words: list[str]) -> str | None:
    """The first that stands there twice, capital letters aside."""
    seen: set[str] = set()
    for word in words:
        if word.casefold() in seen:
            return word
        seen.add(word.casefold())
    return None


def check_password(password: str, *, username: str, full_name: str) -> None:
    try:
        validate_password(password, User(username=username.strip().lower(), full_name=full_name))
    except ValidationError as error:
        raise ValidationError({"password": error.messages}) from error


def _name_committee(committee: Committee, plan: OfficePlan) -> None:
    """The name of its papers, and the term through which their numbers run."""
    name = OrganisationName(
        committee=committee,
        name=plan.name,
        short_name=plan.name.removeprefix(f"{COMMITTEE_BODY} "),
        superior_line=plan.superior,
        from_on=plan.founded_on,
    )
    audit.create(name, by=None)
    _open_term(plan, since=plan.founded_on, committee=committee)


def _open_term(plan: OfficePlan, *, since: dt.date, **owner) -> None:
    term = Term(
        name=plan.term or _("Nhiệm kỳ hiện nay"),
        from_on=max(plan.term_from or since, since),
        **owner,
    )
    audit.create(term, by=None)


def _cell_name(cell: CellPlan) -> str:
    return cell.name.removeprefix(f"{CELL_BODY} ")


def _found(plan: OfficePlan, *, committee: Committee, position: int) -> None:
    wanted = plan.cells[position]
    name = _cell_name(wanted)
    cell = Cell(
        committee=committee,
        code=wanted.code,
        name=name,
        founded_on=wanted.founded_on,
        position=position + 1,
    )
    found_cell(cell=cell, full_name=f"{CELL_BODY} {name}", superior_line=plan.name, by=None)
    _open_term(plan, since=wanted.founded_on, cell=cell)


def _open_first_account(plan: OfficePlan) -> User:
    user = User(
        username=plan.username.strip().lower(),
        full_name=plan.full_name,
        must_change_password=plan.must_change_password,
    )
    user.set_password(plan.password)
    return audit.create(user, by=None, action="accounts.user.open")
