"""The sign-ins of the demonstration and what each may do."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.hashers import make_password

from accounts.models import RoleAssignment, User
from reports.demo.flows import KEYS
from reports.demo.loading.organisation import Organisation
from reports.demo.loading.store import Store
from reports.demo.posts import CELL_SECRETARIES, TEAM, TEAM_ON, TERM_TWO_ON

Role = RoleAssignment.Role


@dataclass(frozen=True)
class SignIn:
    """An account: its name, the member it belongs to (or the text shown), role, cell, since when."""

    username: str
    full_name: str
    role: str
    since: dt.date
    cell: str = ""


def sign_ins() -> list[SignIn]:
    """In the order in which a visitor tries them."""
    found = [SignIn("bithu", "Vàng Thị Mỷ", Role.SECRETARY, TERM_TWO_ON)]
    for number, name in enumerate(TEAM, start=1):
        found.append(SignIn(f"canbo{number}", name, Role.OFFICER, TEAM_ON))
    for number, cell in enumerate(KEYS, start=1):
        name, since = CELL_SECRETARIES[cell]
        found.append(SignIn(f"chibo{number}", name, Role.CELL_SECRETARY, since, cell))
    clerk_since = dt.date(2017, 9, 22)
    found += [
        SignIn("thuky6", "Phạm Thị Vân Anh", Role.CELL_CLERK, clerk_since, "CATT"),
        SignIn("kiemtra", "Hoàng Trung Kiên", Role.INSPECTOR, TERM_TWO_ON),
        SignIn("quantri", "Quản trị hệ thống", Role.ADMINISTRATOR, TEAM_ON),
    ]
    return found


def add_users(store: Store) -> dict[str, User]:
    """The accounts by full name. One hash for all: the password is printed on the first page."""
    password = make_password(settings.DEMO_PASSWORD)
    return {
        who.full_name: store.add(
            User(username=who.username, full_name=who.full_name, password=password)
        )
        for who in sign_ins()
    }


def add_roles(store: Store, organisation: Organisation, *, users: dict[str, User]) -> None:
    for who in sign_ins():
        store.add(
            RoleAssignment(
                user=users[who.full_name],
                role=who.role,
                committee=organisation.committee,
                cell=organisation.cells[who.cell] if who.cell else None,
                from_on=who.since,
            )
        )
