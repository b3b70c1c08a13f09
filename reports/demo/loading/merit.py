"""Awards, titles, the badge, and the grades of each year."""

from awards.models import Award, Badge, Title
from evaluations.models import EvaluationRound, MemberEvaluation
from evaluations.services import rule_of
from reports.demo.loading.organisation import Organisation
from reports.demo.loading.people import People
from reports.demo.loading.store import Store
from reports.demo.merit import BADGE, BADGE_TO
from reports.demo.plan import Plan
from reports.demo.shapes import Merit, YearTitle


def add_merit(store: Store, plan: Plan, *, organisation: Organisation, people: People) -> None:
    for merit in sorted(plan.awards, key=lambda merit: (merit.decided_on, merit.paper)):
        store.add(_award(merit, organisation, people=people))
    for title in sorted(plan.titles, key=lambda title: (title.decided_on, title.cell)):
        store.add(_title(title, organisation))
    store.add(Badge(member=people.of(plan.named(BADGE_TO)), **BADGE))


def _award(merit: Merit, organisation: Organisation, *, people: People) -> Award:
    of_committee = merit.person is None and not merit.unit
    paper = organisation.papers[merit.paper]
    return Award(
        register=organisation.committee,
        member=people.of(merit.person) if merit.person else None,
        office_unit=organisation.units[merit.unit] if merit.unit else None,
        committee=organisation.committee if of_committee else None,
        line=merit.line,
        form=merit.form,
        authority=merit.authority,
        award_year=merit.year,
        to_year=merit.to_year,
        decided_on=merit.decided_on,
        decision_number=paper.number,
        decision=paper,
        reason=merit.reason,
    )


def _title(title: YearTitle, organisation: Organisation) -> Title:
    key = f"cell-titles-{title.year}" if title.cell else f"title-{title.year}"
    paper = organisation.papers[key]
    return Title(
        committee=None if title.cell else organisation.committee,
        cell=organisation.cells[title.cell] if title.cell else None,
        name=title.name,
        year=title.year,
        decided_on=title.decided_on,
        decision_number=paper.number,
        decision=paper,
    )


def add_ratings(store: Store, plan: Plan, *, organisation: Organisation, people: People) -> None:
    for rated in plan.ratings:
        round_ = EvaluationRound(
            committee=organisation.committee, year=rated.year, decided_on=rated.decided_on
        )
        round_.rule = rule_of(round_)
        store.add(round_)
        for one in rated.ratings:
            store.add(
                MemberEvaluation(
                    round=round_,
                    member=people.of(one.person),
                    cell=organisation.cells[one.cell],
                    grade=one.grade,
                    reason=one.reason,
                )
            )
