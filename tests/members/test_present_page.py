"""The page that enters a member who was here before the register."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from members.models import Member
from tests.members.people import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer, cell):
    client.force_login(officer)
    typed = {
        "full_name": "Đỗ Công Đạt",
        "sex": "male",
        "born_on": "1979",
        "ethnicity": "Kinh",
        "cell": cell.pk,
        "on": "01/07/2012",
        "decision_on": "2008",
        "ceremony_on": "19/05/2008",
        "official_from": "19/05/2009",
    }
    return lambda **changes: client.post(reverse("members:present"), {**typed, **changes})


def test_member_stands_in_the_cell_since_that_day(ask, cell):
    assert ask().status_code == 302
    member = Member.objects.get()
    assert Member.objects.placed_on(day("01/07/2012"), cells=[cell]).get() == member
    assert not Member.objects.placed_on(day("30/06/2012"), cells=[cell]).exists()
    assert member.memberships.get().official_from == day("19/05/2009")
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {"members.register_present"}


def test_how_the_place_began_follows_from_the_days(ask, cell):
    founded = f"{cell.founded_on:%d/%m/%Y}"
    ask(full_name="Lò Văn Lập", on=founded)
    ask(
        full_name="Lò Văn Kết",
        decision_on="2010",
        ceremony_on="19/05/2010",
        on="19/05/2010",
        official_from="19/05/2011",
    )
    ask(full_name="Lò Văn Chuyển")
    reasons = dict(Member.objects.values_list("full_name", "placements__start_reason"))
    assert reasons == {
        "Lò Văn Lập": "founding",
        "Lò Văn Kết": "admission",
        "Lò Văn Chuyển": "transfer_in",
    }


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on": "18/05/2008"}, "on"),
        ({"on": "01/01/2009"}, "on"),
        ({"on": "14/03/2019"}, "on"),
        ({"official_from": "19/05/2010"}, "official_from"),
        ({"ceremony_on": ""}, "ceremony_on"),
    ],
)
def test_bad_input_is_told_beside_its_field(ask, changes, field):
    answer = ask(**changes)
    assert field in answer.context["form"].errors
    assert 'value="Đỗ Công Đạt"' in answer.content.decode()
    assert not Member.objects.exists()


def test_reader_may_not(client, inspector):
    client.force_login(inspector)
    assert client.get(reverse("members:present")).status_code == 403
