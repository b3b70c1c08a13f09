"""Candidates, and the steps of admission and recognition."""

from members.models import Candidate, CandidateStep, Member, Membership
from partyunit.dates import PartialDate
from reports.demo.candidates import Hopeful, Step, kept_at
from reports.demo.flows import BY_KEY
from reports.demo.loading.organisation import Organisation
from reports.demo.loading.people import People
from reports.demo.loading.store import Store
from reports.demo.plan import Plan


def add_candidates(store: Store, plan: Plan, *, organisation: Organisation, people: People) -> None:
    spans = {row.member_id: row for row in store.of(Membership)}
    for hopeful in plan.nursery.hopefuls:
        member = people.of(hopeful.person) if hopeful.person else None
        candidate = store.add(_candidate(hopeful, organisation=organisation, people=people))
        if member is not None:
            candidate.membership = spans[member.pk]
        for step in hopeful.steps:
            store.add(CandidateStep(candidate=candidate, **_facts(step, hopeful.name)))
    for number, steps in plan.nursery.recognitions.items():
        membership = spans[people.members[number].pk]
        for step in steps:
            store.add(CandidateStep(membership=membership, **_facts(step, number)))


def _candidate(hopeful: Hopeful, *, organisation: Organisation, people: People) -> Candidate:
    introducers: list[Member | None] = [people.of(person) for person in hopeful.introducers]
    first, second, *_rest = [*introducers, None, None]
    unit = BY_KEY[hopeful.cell].unit
    return Candidate(
        cell=organisation.cells[hopeful.cell],
        full_name=hopeful.name,
        sex=Member.Sex.FEMALE if hopeful.is_woman else Member.Sex.MALE,
        born_on=PartialDate.of(hopeful.born_on),
        ethnicity=hopeful.ethnicity,
        office_unit=organisation.units[unit],
        job="cán bộ",
        schooling="12/12",
        first_introducer=first,
        second_introducer=second,
        union_introduces=hopeful.union,
        from_on=hopeful.first,
        to_on=hopeful.last,
        outcome=hopeful.outcome,
        end_note=hopeful.note,
    )


def _facts(step: Step, *key) -> dict:
    return {**vars(step), "kept_at": kept_at(step.kind, *key)}
