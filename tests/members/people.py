"""People of the tests of this room, entered through the program's own services."""

import datetime as dt

from members import services
from members.models import Member

TODAY = dt.date(2019, 3, 13)


def day(text: str) -> dt.date:
    """`03/04/2019` as the office writes it."""
    return dt.datetime.strptime(text, "%d/%m/%Y").date()


def person(name: str = "Lò Văn Thử", **facts) -> Member:
    """An unsaved person born in 1985."""
    facts = {"born_on": day("12/03/1985"), "sex": "male", "ethnicity": "Thái", **facts}
    return Member(full_name=name, **facts)


def admit(cell, by, *, name="Lò Văn Thử", on="03/02/2015", official=True, **facts) -> Member:
    """A member admitted into the cell on the day of the ceremony, recognised a year later."""
    member = person(name, **facts)
    ceremony = day(on)
    services.admit_member(
        member=member,
        cell=cell,
        decision_on=ceremony - dt.timedelta(days=10),
        ceremony_on=ceremony,
        recorded_on=TODAY,
        by=by,
    )
    if official:
        recognised_on = ceremony.replace(year=ceremony.year + 1) + dt.timedelta(days=20)
        services.recognise_member(
            member=member, decision_on=recognised_on, recorded_on=TODAY, by=by
        )
    return member
