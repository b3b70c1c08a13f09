"""Who a row speaks of: by a number, else by name and birthday. A doubt is told, never decided."""

from django.utils.translation import gettext as _

from members.importing.known import SOUGHT_IN, Known, Person, label_of, names_of
from members.rules import written
from partyunit.dates import DAY, PartialDate, first_possible_day
from partyunit.text import fold

Doubt = tuple[str, str]  # target of the column, sentence


def find_person(values: dict, known: Known) -> tuple[Person | None, Doubt | None]:
    """The member the row means (None: nobody on record), or why it cannot be told.

    Citizen id before card before name and birthday; two numbers of two people are a doubt.
    """
    found: dict[int, str] = {}  # member: the column whose number named them first
    for column in SOUGHT_IN:
        if number := values.get(column):
            bearers = known.having(column, number)
            for pk in () if bearers & {*found} else bearers:  # old numbers were given out twice
                found.setdefault(pk, column)
    if len(found) > 1:
        return None, _two_people(found, values, known)
    if found:
        [(pk, column)] = found.items()
        person = known.people[pk]
        return person, _somebody_else(person, column, values, known)
    return _by_name(values, known)


def _two_people(found: dict[int, str], values: dict, known: Known) -> Doubt:
    named = [
        _("%(number)s là của %(name)s")
        % {"number": values[column], "name": known.people[pk].member}
        for pk, column in found.items()
    ]
    column = list(found.values())[-1]
    return column, _("Các số của dòng này thuộc nhiều đồng chí: %(who)s.") % {
        "who": "; ".join(named)
    }


def _somebody_else(person: Person, column: str, values: dict, known: Known) -> Doubt | None:
    """A number of one person beside the name of another: born on another day, or on record too."""
    name, born_on = values.get("full_name"), values.get("born_on")
    if not name or _bears(person, name):
        return None
    is_same_day = born_on is not None and may_be_same_day(person.member.born_on, born_on)
    if is_same_day and not _namesakes(name, born_on, known):
        return None
    return column, _("Số %(number)s trong sổ là của đồng chí %(name)s, sinh %(day)s.") % {
        "number": values[column],
        "name": person.member,
        "day": written(person.member.born_on),
    }


def _namesakes(name: str, born_on, known: Known) -> list[Person]:
    """Those on record who bear the name and may be born on that day."""
    return [
        person
        for person in known.by_name.get(fold(name), [])
        if may_be_same_day(person.member.born_on, born_on)
    ]


def _bears(person: Person, name: str) -> bool:
    return fold(name) in names_of(person.member)


def _by_name(values: dict, known: Known) -> tuple[Person | None, Doubt | None]:
    name, born_on = values.get("full_name"), values.get("born_on")
    if not name:
        return None, None
    if born_on is None:
        return None, _without_birthday(name, known)
    namesakes = _namesakes(name, born_on, known)
    if not namesakes:
        return None, None
    if len(namesakes) > 1:
        sentence = _("Trong sổ có %(count)s đồng chí tên này, sinh ngày này; hãy ghi số định danh.")
        return None, ("full_name", sentence % {"count": len(namesakes)})
    [person] = namesakes
    return person, _other_numbers(person, values)


def _without_birthday(name: str, known: Known) -> Doubt | None:
    """A name on record alone does not tell who it is."""
    namesakes = known.by_name.get(fold(name), [])
    if not namesakes:
        return None
    who = "; ".join(
        _("%(name)s, sinh %(day)s") % {"name": one.member, "day": written(one.member.born_on)}
        for one in namesakes
    )
    sentence = _("Trong sổ có %(who)s; hãy ghi ngày sinh hoặc số định danh để biết là ai.")
    return "full_name", sentence % {"who": who}


def _other_numbers(person: Person, values: dict) -> Doubt | None:
    """The same name and birthday with another number may be another person."""
    for column in ("citizen_id", "card_no"):
        old, new = getattr(person.member, column), values.get(column)
        if old and new and len(old) == len(new) and old != new:
            sentence = _(
                "Trùng họ tên, ngày sinh với một đồng chí trong sổ nhưng %(what)s khác; "
                "hãy kiểm tra số, hoặc ghi riêng nếu là người khác."
            )
            return column, sentence % {"what": label_of(column)}
    return None


def may_be_same_day(one, other) -> bool:
    """Whether two dates, each perhaps only a month or a year, can be the same day."""
    first, last = zip(_span(one), _span(other), strict=True)
    return max(first) <= min(last)


def _span(day):
    last = PartialDate.of(day, getattr(day, "precision", DAY))
    return first_possible_day(day), last
