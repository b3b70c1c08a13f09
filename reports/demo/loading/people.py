"""The members and their dated facts."""

from accounts.models import User
from members.models import (
    Exemption,
    Member,
    Membership,
    Oversight,
    Placement,
    Position,
    Qualification,
    Rank,
    Secondment,
    SecondmentReport,
)
from partyunit.dates import PartialDate
from reports.demo.dice import Decks
from reports.demo.letters import PROVINCE, forget_one_receipt, form_facts, letters_of
from reports.demo.loading.organisation import Organisation
from reports.demo.loading.store import Store
from reports.demo.plan import Plan
from reports.demo.reporting import ROLE, remark_of, reports_of
from reports.demo.shapes import Person, Post

COUNTRY = "Việt Nam"


class People:
    """The rows of the members, found by the numbers of the plan's people."""

    def __init__(
        self, store: Store, plan: Plan, *, organisation: Organisation, users: dict[str, User]
    ):
        self.store, self.organisation = store, organisation
        self.unanswered = forget_one_receipt(plan.people)
        self.members = {p.number: self._member(p, users.get(p.name)) for p in plan.people}
        for person in plan.people:
            self._life(person)
            self._stays(person)
            self._learning(person)
        for post in sorted(plan.posts.held, key=lambda post: (post.first, post.person.number)):
            self._post(post)
        self._oversight(plan)
        self._loans(plan)
        self._absences(plan)

    def of(self, person: Person) -> Member:
        return self.members[person.number]

    def _member(self, person: Person, user: User | None) -> Member:
        facts = form_facts(person)
        return self.store.add(
            Member(
                user=user,
                full_name=person.name,
                sex=Member.Sex.FEMALE if person.is_woman else Member.Sex.MALE,
                born_on=PartialDate.of(person.born_on),
                ethnicity=person.ethnicity,
                religion="Không",
                birth_country=COUNTRY,
                birth_province=facts.province,
                birth_place=person.home_place,
                home_country=COUNTRY,
                home_province=facts.province,
                home_place=person.home_place,
                permanent_country=COUNTRY,
                permanent_province=PROVINCE,
                permanent_residence=person.residence,
                residence=person.residence,
                citizen_id=person.citizen_id,
                card_no=person.card_no,
                card_issued_on=facts.card_issued_on,
                card_issued_at=facts.card_issued_at,
                dossier_no=facts.dossier_no,
            )
        )

    def _life(self, person: Person) -> None:
        life = person.life
        self.store.add(
            Membership(
                member=self.of(person),
                decision_on=PartialDate.of(life.decision_on),
                decision_number=life.decision_number,
                ceremony_on=life.ceremony_on,
                recognition_decision_on=life.recognition_on,
                official_from=life.official_from,
                ended_on=life.ended_on,
                end_reason=life.end_reason,
                recorded_on=life.recorded_on,
            )
        )

    def _stays(self, person: Person) -> None:
        for stay in person.stays:
            letters = letters_of(person, stay)
            if (person.number, stay.first) == self.unanswered:
                letters["received_on"] = None
            self.store.add(
                Placement(
                    member=self.of(person),
                    cell=self.organisation.cells[stay.cell],
                    from_on=stay.first,
                    to_on=stay.last,
                    start_reason=stay.start_reason,
                    end_reason=stay.end_reason,
                    came_from=stay.came_from,
                    went_to=stay.went_to,
                    decision=self.organisation.papers[stay.paper],
                    **letters,
                )
            )

    def _learning(self, person: Person) -> None:
        for degree in person.degrees:
            day = degree.obtained_on
            self.store.add(
                Qualification(
                    member=self.of(person),
                    scale=degree.scale,
                    level=degree.level,
                    detail=degree.detail,
                    obtained_on=day if isinstance(day, PartialDate) else PartialDate.of(day),
                )
            )
        for rank in person.ranks:
            self.store.add(
                Rank(member=self.of(person), grade=rank.grade, from_on=rank.first, to_on=rank.last)
            )

    def _post(self, post: Post) -> None:
        organisation = self.organisation
        of_office, of_cell = bool(post.unit), bool(post.cell)
        self.store.add(
            Position(
                member=self.of(post.person),
                line=Position.Line.OFFICE if of_office else Position.Line.PARTY,
                title=post.title,
                office_title=post.office_title,
                committee=None if of_office or of_cell else organisation.committee,
                cell=organisation.cells[post.cell] if of_cell else None,
                office_unit=organisation.units[post.unit] if of_office else None,
                term=None if of_office else organisation.term_on(post.cell, post.first),
                decision=organisation.papers[post.paper] if post.paper else None,
                from_on=post.first,
                to_on=post.last,
            )
        )

    def _oversight(self, plan: Plan) -> None:
        for duty in plan.posts.duties:
            self.store.add(
                Oversight(
                    member=self.of(duty.person),
                    cell=self.organisation.cells[duty.cell],
                    decision=self.organisation.papers[duty.paper],
                    from_on=duty.first,
                    to_on=duty.last,
                )
            )

    def _loans(self, plan: Plan) -> None:
        decks = Decks()
        for place, loan in enumerate(plan.loans):
            remark, remarked_on = remark_of(loan, place=place)
            secondment = self.store.add(
                Secondment(
                    member=self.of(loan.person),
                    host_cell=self.organisation.hosts[loan.locality, loan.host],
                    plan=self.organisation.papers["plan-14"],
                    kind=Secondment.Kind.ATTENDS,
                    role=ROLE,
                    tasks=loan.tasks,
                    remark=remark,
                    remarked_on=remarked_on,
                    from_on=loan.first,
                )
            )
            for report in reports_of(loan, place=place, decks=decks):
                self.store.add(SecondmentReport(secondment=secondment, **vars(report)))

    def _absences(self, plan: Plan) -> None:
        for leave in plan.leaves:
            self.store.add(
                Exemption(
                    member=self.of(leave.person),
                    kind=leave.kind,
                    reason=leave.reason,
                    from_on=leave.first,
                    to_on=leave.last,
                )
            )
        for study in plan.studies:
            self.store.add(
                Placement(
                    member=self.of(study.person),
                    outside_name=study.place,
                    kind=Placement.Kind.TEMPORARY,
                    from_on=study.first,
                    to_on=study.last,
                    start_reason=Placement.StartReason.TEMPORARY,
                    letter_number=study.letter_number,
                    letter_on=study.first,
                    handed_in_on=study.first,
                )
            )
