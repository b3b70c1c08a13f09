"""A person who never was counts nowhere, not even by rows that were left standing."""

import pytest
from django.urls import reverse

from audit import services as audit
from tests.members.people import TODAY

pytestmark = pytest.mark.django_db


def test_rows_of_a_voided_member_are_on_no_list(client, rows, member, cell, officer):
    audit.void(member, by=officer, reason="ghi nhầm")
    for kind, row in rows.items():
        assert not type(row).objects.valid().filter(pk=row.pk).exists(), kind
    assert not cell.placements.active_on(TODAY).exists()
    client.force_login(officer)
    for page in ("members:list", "members:secondments", "members:host_cells", "members:localities"):
        answer = client.get(reverse(page))
        assert answer.context["listing"].count == 0, page
