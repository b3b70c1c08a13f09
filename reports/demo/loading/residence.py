"""The contacts with the cells at home, their comments, and the commitments of the committee."""

from members.models import Commitment, ResidenceComment, ResidenceContact
from reports.demo.loading.people import People
from reports.demo.loading.store import Store
from reports.demo.plan import Plan
from reports.demo.residence import Contact


def add_residence(store: Store, plan: Plan, *, people: People) -> None:
    for contact in plan.contacts:
        row = store.add(_contact(contact, people=people))
        for comment in contact.comments:
            store.add(ResidenceComment(contact=row, **vars(comment)))
    for pledge in plan.pledges:
        member = people.of(pledge.person)
        year = pledge.made_on.year
        store.add(Commitment(member=member, year=year, made_on=pledge.made_on, text=pledge.text))


def _contact(contact: Contact, *, people: People) -> ResidenceContact:
    return ResidenceContact(
        member=people.of(contact.person),
        mode=contact.mode,
        mode_reason=contact.mode_reason,
        residence_cell=contact.cell,
        residence_committee=contact.committee,
        letter_number=contact.letter_number,
        letter_on=contact.letter_on,
        confirmed_on=contact.confirmed_on,
        from_on=contact.first,
        to_on=contact.last,
        end_reason=contact.end_reason,
    )
