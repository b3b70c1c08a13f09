"""One row of a spreadsheet against the register: who it is, what is new, what differs, what is wrong.

Pure reads of what `known` holds. A blank cell says nothing and leaves the register alone. What is
an act of its own (a move, a post, a leaving) is noted, never done here.
"""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from members.importing import noting, party_dates
from members.importing.finding import find_person
from members.importing.known import NUMBERS, Known, Person, label_of
from members.importing.rows import Problem, ReadRow
from members.importing.schooling import is_part_of, missing_schooling
from members.importing.values.words import read_name
from members.models import Member
from members.rules import may_be_admitted_from, probation_end
from partyunit.dates import DAY, MONTH, YEAR, PartialDate, first_possible_day
from partyunit.text import fold, normalise

TEXTS = (
    "full_name", "other_name", "sex", "ethnicity", "religion", "citizen_id", "old_citizen_id",
    "card_no", "card_no_old", "card_issued_at", "dossier_no", "national_uid", "birth_country",
    "birth_province", "birth_place", "home_country", "home_province", "home_place",
    "permanent_country", "permanent_province", "permanent_residence", "residence",
)  # fmt: skip
DAYS = ("born_on", "card_issued_on")
IDENTITY = (*TEXTS, *DAYS)
PLACES = ("birth_place", "home_place", "permanent_residence", "residence", "card_issued_at")
PARTY_DAYS = ("decision_on", "ceremony_on", "official_from")
REQUIRED = ("full_name", "sex", "born_on", "ethnicity")
FINENESS = {YEAR: 0, MONTH: 1, DAY: 2}


@dataclass
class Plan:
    """What confirming would do with one row."""

    row: ReadRow
    person: Person | None = None
    outcome: str = "same"
    cell: Any = None
    dates: party_dates.PartyDates = field(default_factory=party_dates.PartyDates)
    changes: list[dict] = field(default_factory=list)  # field, old, new
    notes: list[dict] = field(default_factory=list)  # text, act
    problems: list[Problem] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)  # of each target, its column

    @property
    def values(self) -> dict:
        return self.row.values

    def refuse(self, target: str, sentence: str) -> None:
        self.problems.append(Problem(self.columns.get(target), sentence))

    def warn(self, target: str, sentence: str) -> None:
        self.problems.append(Problem(self.columns.get(target), sentence, is_warning=True))

    def note(self, text: str, act: str = "") -> None:
        self.notes.append({"text": text, "act": act})

    def change(self, name: str, *, old, new) -> None:
        self.changes.append({"field": name, "old": old, "new": new})

    def is_unread(self, target: str) -> bool:
        """The column of the target held something that could not be read: told already."""
        column = self.columns.get(target)
        return any(one.column == column and not one.is_warning for one in self.row.problems)


def compare(row: ReadRow, known: Known, *, columns: dict[str, int], default_cell=None) -> Plan:
    """The plan for one row; `columns` tells where each target stands in the file."""
    errors = [problem for problem in row.problems if not problem.is_warning]
    plan = Plan(row=row, problems=errors, columns=columns)
    plan.cell = known.find_cell(row.values["cell"]) if row.values.get("cell") else default_cell
    plan.person, doubt = find_person(row.values, known)
    if doubt is not None:
        plan.refuse(*doubt)
    elif plan.person is None:
        _plan_newcomer(plan, known)
    else:
        _plan_changes(plan, plan.person, known)
    noting.note_deletion(plan)
    plan.problems += _warnings(plan)
    if any(not problem.is_warning for problem in plan.problems):
        plan.outcome = "error"
    return plan


def _warnings(plan: Plan) -> list[Problem]:
    """What the reader doubts of the values that are used: one that is on record already is no news."""
    warnings = [problem for problem in plan.row.problems if problem.is_warning]
    if plan.person is None:
        return warnings
    changed = {change["field"] for change in plan.changes}
    # An old number may stand in the column of the new one.
    changed |= {NEW_OF[name] for name in changed if name in NEW_OF}
    used = {plan.columns.get(name) for name in changed}
    return [problem for problem in warnings if problem.column in used]


# -- somebody who is not in the register -------------------------------------------------------


def _plan_newcomer(plan: Plan, known: Known) -> None:
    plan.outcome = "new"
    for name in REQUIRED:
        if not plan.values.get(name) and not plan.is_unread(name):
            plan.refuse(name, _("Người mới phải có %(what)s.") % {"what": label_of(name)})
    if plan.cell is None and not plan.is_unread("cell"):
        plan.refuse("cell", _no_cell(plan, known))
    plan.dates = party_dates.dates_of_newcomer(plan.values, known)
    for target, sentence, is_warning in plan.dates.problems:
        if is_warning:
            plan.warn(target, sentence)
        elif not plan.is_unread(target):
            plan.refuse(target, sentence)
    if (name := plan.values.get("full_name", "")).isupper():
        plan.warn(
            "full_name", _("Họ tên viết hoa cả: «%(name)s»; ghi đúng như vậy.") % {"name": name}
        )
    noting.note_newcomer(plan)
    _check_identity(plan, Member(), known, names=[n for n in IDENTITY if plan.values.get(n)])


def _no_cell(plan: Plan, known: Known) -> str:
    text = plan.values.get("cell")
    if not text:
        return _(
            "Người mới phải có chi bộ; tệp không ghi, cũng chưa chọn chi bộ chung khi tải lên."
        )
    cells = {cell.pk: str(cell) for cell in known.cells.values()}
    if not cells:
        return _("Vào ngày của tệp, sổ chưa có chi bộ nào; hãy lập chi bộ trước.")
    return _("Không có chi bộ «%(text)s». Các chi bộ trong sổ: %(cells)s.") % {
        "text": text,
        "cells": ", ".join(cells.values()),
    }


# -- somebody who is ---------------------------------------------------------------------------


def _plan_changes(plan: Plan, person: Person, known: Known) -> None:
    member = person.member
    changed = {}
    for name in IDENTITY:
        new, old = settled(name, plan.values, member), getattr(member, name)
        if new and not says_the_same(name, old, new):
            plan.change(name, old=old, new=new)
            changed[name] = new
    _check_identity(plan, member, known, names=list(changed))
    if "full_name" in changed and fold(changed["full_name"]) != fold(member.full_name):
        sentence = _("Nhận ra theo số, mà họ tên khác trong sổ; hãy xem có ghi nhầm số không.")
        plan.warn("full_name", sentence)
    of_age = may_be_admitted_from(changed.get("born_on") or member.born_on)
    if "born_on" in changed and person.membership and person.membership.ceremony_on < of_age:
        plan.refuse("born_on", _("Với ngày sinh này, khi làm lễ kết nạp chưa đủ 18 tuổi."))
    _plan_party_days(plan, person, known)
    for qualification in missing_schooling(plan.values, person.qualifications):
        plan.change(qualification.scale, old=qualification.held, new=qualification.text)
    noting.note_differences(plan, person, known)
    if plan.changes:
        plan.outcome = "changed"


OLD_OF = {"card_no": "card_no_old", "citizen_id": "old_citizen_id"}
NEW_OF = {old: new for new, old in OLD_OF.items()}


def settled(name: str, values: dict, member: Member):
    """The value of the file for one column, short old numbers put where the register keeps them.

    A number of 12 digits takes the place of a short one, which is kept as the old number.
    """
    if name in OLD_OF:
        number, current = values.get(name), getattr(member, name)
        return None if number and len(number) < len(current) else number
    if name in NEW_OF:
        return _old_number(name, values, member)
    return values.get(name)


def _old_number(name: str, values: dict, member: Member) -> str | None:
    number, current = values.get(NEW_OF[name]) or "", getattr(member, NEW_OF[name])
    is_replaced = bool(current) and len(number) > len(current)
    if old := values.get(name):
        return old if old != current or is_replaced else None  # the only number there is
    if number and len(number) < len(current):
        return number
    return current if is_replaced and not getattr(member, name) else None


def says_the_same(name: str, old, new) -> bool:
    """Capitals apart; what is known less exactly says the same: a year, or `Nam Định` of «tỉnh Nam Định»."""
    if name == "full_name" and read_name(old).value == new:
        return True  # `Ông Ích Khiêm` is read without what may be a salutation
    if name in PLACES:
        return is_part_of(new, old)
    if name not in DAYS and name not in PARTY_DAYS:
        return normalise(str(old)).casefold() == normalise(str(new)).casefold()
    return old is not None and is_within(old, new)


def is_within(day, other) -> bool:
    """Whether `day` (as exact or more) can be what `other` means: 12/03/1985 is within 1985."""
    fineness = FINENESS[getattr(day, "precision", DAY)]
    if fineness < FINENESS[getattr(other, "precision", DAY)]:
        return False
    last = PartialDate.of(other, getattr(other, "precision", DAY))
    return first_possible_day(other) <= first_possible_day(day) and day <= last


def _plan_party_days(plan: Plan, person: Person, known: Known) -> None:
    """A corrected day obeys the rule of probation with the days that stay as they are."""
    membership = person.membership
    if membership is None:
        return
    after = {name: getattr(membership, name) for name in PARTY_DAYS}
    for name in PARTY_DAYS:
        new, old = plan.values.get(name), after[name]
        if not new or (old and says_the_same(name, old, new)):
            continue
        if name == "official_from" and old is None:
            noting.note_recognition(plan, new)
            continue
        if name != "decision_on" and party_dates.whole_day(new) is None:
            plan.refuse(name, _("Cần đủ ngày, tháng, năm; tệp chỉ ghi %(day)s.") % {"day": new})
            continue
        after[name] = new if name == "decision_on" else party_dates.whole_day(new)
        plan.change(name, old=old, new=after[name])
    if any(change["field"] in PARTY_DAYS for change in plan.changes):
        _check_party_days(plan, person, known, after=after)


def _check_party_days(plan: Plan, person: Person, known: Known, *, after: dict) -> None:
    if first_possible_day(after["decision_on"]) > after["ceremony_on"]:
        plan.refuse("decision_on", _("Quyết định kết nạp không thể sau ngày làm lễ kết nạp."))
    born_on = plan.values.get("born_on") or person.member.born_on
    if after["ceremony_on"] < may_be_admitted_from(born_on):
        plan.refuse("ceremony_on", _("Tháng làm lễ kết nạp đồng chí chưa đủ 18 tuổi."))
    if after["official_from"] is None:
        return
    ends_on = probation_end(
        after["ceremony_on"], rules=known.rules.of("probation"), committee=known.committee.pk
    )
    if after["official_from"] != ends_on:
        target = "official_from" if plan.values.get("official_from") else "ceremony_on"
        plan.refuse(target, party_dates.not_by_the_rule(after["ceremony_on"], ends_on))


# -- both --------------------------------------------------------------------------------------


def _check_identity(plan: Plan, member: Member, known: Known, *, names: list[str]) -> None:
    """What the columns of the register refuse, and numbers that others bear."""
    trial = Member()
    for name in names:
        setattr(
            trial, name, plan.values[name] if not member.pk else settled(name, plan.values, member)
        )
    others = [field.name for field in Member._meta.concrete_fields if field.name not in names]
    try:
        trial.clean_fields(exclude=others)
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            for sentence in sentences:
                plan.refuse(name, sentence)
    for name in NUMBERS:
        if name in names and getattr(trial, name) in known.elsewhere[name]:
            sentence = _("Số %(number)s đã có ở một đảng viên ngoài đảng bộ này.")
            plan.refuse(name, sentence % {"number": getattr(trial, name)})


# -- the rows of one file among themselves -----------------------------------------------------


def refuse_doubles(plans: list[Plan]) -> None:
    """Two rows about one person: neither is written, each names the other."""
    rows: dict[tuple, list[Plan]] = {}
    for plan in plans:
        for mark in _marks(plan):
            rows.setdefault(mark, []).append(plan)
    told = set()
    for alike in rows.values():
        for plan in alike if len(alike) > 1 else ():
            others = ", ".join(str(one.row.number) for one in alike if one is not plan)
            if (plan.row.number, others) not in told:
                told.add((plan.row.number, others))
                plan.refuse("full_name", _("Trùng người với dòng %(rows)s.") % {"rows": others})
                plan.outcome = "error"


def _marks(plan: Plan):
    """What no two rows may share: the member they mean, a number, the name with the birthday."""
    if plan.person is not None:
        yield "member", plan.person.member.pk
    for name in NUMBERS:
        is_once = name != "old_citizen_id" or plan.person is None
        if is_once and (number := plan.values.get(name)):
            yield name, number
    name, born_on = plan.values.get("full_name"), plan.values.get("born_on")
    if plan.person is None and name and born_on and not plan.values.get("citizen_id"):
        yield "name", fold(name), born_on
