"""What an account may see and do on one day, worked out once from its roles.

| role                         | reads                    | writes                | approves, issues |
|------------------------------|--------------------------|-----------------------|------------------|
| secretary of the committee   | the committee            | approvals and returns | reports, papers  |
| records officer              | the committee            | the committee         | no               |
| inspector                    | the committee            | nothing               | no               |
| secretary, deputy of a cell  | own cell                 | own cell's meetings   | as chair         |
| clerk of a cell              | own cell                 | own cell's meetings   | no               |
| administrator                | accounts, no content     | accounts              | no               |
"""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery

from cells.models import OrganisationName
from cells.wording import COMMITTEE_BODY, as_issuer

READERS = {"secretary", "officer", "inspector"}
CELL_LEADERS = {"cell_secretary", "cell_deputy", "cell_clerk"}


@dataclass(frozen=True)
class Access:
    """Sets of ids by right. Empty sets mean no right."""

    day: dt.date
    read_committee_ids: frozenset[int] = frozenset()
    write_committee_ids: frozenset[int] = frozenset()
    approve_committee_ids: frozenset[int] = frozenset()
    administered_committee_ids: frozenset[int] = frozenset()
    committee_ids: frozenset[int] = (
        frozenset()
    )  # every committee one belongs to by any content role
    cell_ids: frozenset[int] = frozenset()  # the cells one leads or keeps the minutes of
    approve_cell_ids: frozenset[int] = frozenset()  # the cells whose minutes one may approve
    held_roles: frozenset[tuple[str, int]] = frozenset()  # each role with its committee
    titles: tuple[str, ...] = field(default=())
    issuer: tuple[str, str] = ("", "")  # name and superior line of the committee, as papers print

    @property
    def reads_committees(self) -> bool:
        return bool(self.read_committee_ids)

    @property
    def writes_committees(self) -> bool:
        return bool(self.write_committee_ids)

    @property
    def administers(self) -> bool:
        return bool(self.administered_committee_ids)

    @property
    def has_content(self) -> bool:
        """Whether any page of the register is open to this account."""
        return bool(self.committee_ids)

    def reads(self, committee_id: int) -> bool:
        return committee_id in self.read_committee_ids

    def writes(self, committee_id: int) -> bool:
        return committee_id in self.write_committee_ids

    def approves(self, committee_id: int) -> bool:
        return committee_id in self.approve_committee_ids

    def keeps_meetings_of(self, cell) -> bool:
        """May plan and log the meetings of the cell."""
        return cell.pk in self.cell_ids or cell.committee_id in self.write_committee_ids


def read_access(user, day: dt.date) -> Access:
    """The rights of the account's roles that hold on `day`, in one statement."""
    if not user.is_active:
        return Access(day)
    roles = list(_roles_on(user, day))

    def committees(*names: str) -> frozenset[int]:
        return frozenset(r.committee_id for r in roles if r.role in names)

    def cells(*names: str) -> frozenset[int]:
        return frozenset(r.cell_id for r in roles if r.role in names)

    return Access(
        day=day,
        read_committee_ids=committees(*READERS),
        write_committee_ids=committees("officer"),
        approve_committee_ids=committees("secretary"),
        administered_committee_ids=committees("administrator"),
        committee_ids=committees(*READERS, *CELL_LEADERS),
        cell_ids=cells(*CELL_LEADERS),
        approve_cell_ids=cells("cell_secretary", "cell_deputy"),
        held_roles=frozenset((r.role, r.committee_id) for r in roles),
        titles=tuple(str(role) for role in roles),
        issuer=_issuer(roles[0]) if roles else ("", ""),
    )


def _issuer(role) -> tuple[str, str]:
    """The two lines of the masthead, as papers of the day print them."""
    if not role.issuer_name:
        return "", ""
    return as_issuer(role.issuer_name, COMMITTEE_BODY), role.issuer_superior


def _roles_on(user, day: dt.date):
    """The roles that hold on `day`, each with its committee's name on that day, in one statement."""
    names = OrganisationName.objects.active_on(day).filter(committee=OuterRef("committee"))
    return (
        user.roles.active_on(day)
        .select_related("cell", "committee")
        .annotate(
            issuer_name=Subquery(names.values("name")[:1]),
            issuer_superior=Subquery(names.values("superior_line")[:1]),
        )
    )
