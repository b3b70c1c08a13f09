"""Party badges to be presented, by round; those in no round are a kind of their own."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.badges import TOPIC, DueBadge, due_badges, rounds_in
from partyunit.dates import Period, add_months
from reports.deadlines.base import Act, Deadline, Kind
from reports.deadlines.sources import Sources
from reports.figures import Person

SINCE = dt.date(1900, 1, 1)
YEAR = 12  # months: no window reaches further from its round


def due_of_everyone(sources: Sources, last: dt.date) -> Iterator[tuple[Person, DueBadge]]:
    """What each member has reached and was not given, and what is presented up to `last`.

    Of the milestones already past only the highest counts, and none below a badge given:
    nobody is given 30 years after 40.
    """
    given = sources.badges_given
    reached_in = Period(SINCE, add_months(last, YEAR))
    rules = sources.rules.of(TOPIC)
    for person in sources.roll.people:
        own = given[person.pk]
        due = due_badges(person.party_age_from, given=own, reached_in=reached_in, rules=rules)
        due = [one for one in due if one.years > max(own, default=0) and one.due_on <= last]
        past = [one for one in due if one.due_on < sources.day]
        coming = [one for one in due if one.due_on >= sources.day]
        yield from ((person, one) for one in [*past[-1:], *coming])


def badges(sources: Sources) -> Iterator[Deadline | None]:
    last = sources.day + dt.timedelta(days=sources.reminders[Kind.BADGE.value][1])
    for person, due in due_of_everyone(sources, last):
        yield _line(sources, person, due=due)


def next_round_of(sources: Sources) -> tuple[dt.date | None, list[tuple[Person, DueBadge]]]:
    """The round of the day itself or the first after it, and who is to be given what in it."""
    ahead = Period(sources.day, add_months(sources.day, YEAR + 1))
    rounds = rounds_in(ahead, rules=sources.rules.of(TOPIC))
    if not rounds:
        return None, []
    coming = rounds[0].day
    due = due_of_everyone(sources, coming)
    return coming, [(person, one) for person, one in due if one.round and one.due_on == coming]


def _line(sources: Sources, person: Person, *, due: DueBadge) -> Deadline | None:
    words = {"years": due.years, "day": f"{due.reached_on:%d/%m/%Y}"}
    asked = {"member": person.pk, "years": due.years}
    if due.round:
        what = _("%(years)s năm tuổi Đảng ngày %(day)s, đợt %(round)s")
        words["round"] = due.round.name
        asked["round_on"] = f"{due.round.day:%d/%m/%Y}"
    else:
        what = _("%(years)s năm tuổi Đảng ngày %(day)s, không thuộc đợt nào")
    address = f"{reverse('awards:badge_create')}?{urlencode(asked, safe='/')}"
    return sources.line(
        Kind.BADGE if due.round else Kind.NO_ROUND,
        f"{person.pk}-{due.years}",
        owner=sources.owner_of(person.pk, person.name, cell_id=person.cell_id),
        what=what % words,
        due_on=due.due_on,
        rule=due.rule,
        act=Act(text=_("Đề nghị tặng; ghi Huy hiệu"), url=address),
        steps=Kind.BADGE,
    )
