"""A person who never was counts nowhere, not even by rows that were left standing."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit import services as audit
from awards.models import Award
from awards.services import give_award
from members import services
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


def test_nothing_is_recorded_of_someone_voided_since_the_page_was_opened(
    member, committee, officer
):
    services.void_registration(member=member, reason="nhập trùng", by=officer)
    asked = {"recorded_on": TODAY, "by": officer}
    with pytest.raises(ValidationError, match="đã bị hủy"):
        services.promote(member=member, grade=40, on=TODAY, **asked)
    award = Award(
        register=committee, member=member, form="commendation", authority="director",
        line="police", award_year=2018, decided_on=TODAY,
    )  # fmt: skip
    with pytest.raises(ValidationError, match="đã bị hủy"):
        give_award(award=award, **asked)
    assert not Award.objects.exists()
