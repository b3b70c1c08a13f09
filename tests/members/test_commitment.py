"""The yearly commitment to set an example: entered, reviewed, corrected, voided."""

import pytest
from django.urls import reverse

from members.models import Commitment
from members.timeline import timeline_of
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db
GOOD = {"year": "2019", "made_on": "15/01/2019", "text": "Gương mẫu dự sinh hoạt."}


@pytest.fixture
def ask(client, officer):
    client.force_login(officer)
    return lambda name, pk, **typed: client.post(reverse(f"members:{name}", args=[pk]), typed)


def test_commitment_is_entered(ask, member):
    assert ask("commit", member.pk, **GOOD).status_code == 302
    row = member.commitments.get()
    assert (row.year, row.made_on, row.reviewed_on) == (2019, day("15/01/2019"), None)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"text": ""}, "text"),
        ({"year": "2011", "made_on": "15/01/2011"}, "year"),
        ({"year": "2018"}, "made_on"),
        ({"year": "2021"}, "made_on"),
        ({"year": "2020"}, "made_on"),
        ({"year": "2019", "made_on": "30/09/2018"}, "made_on"),
        ({"made_on": "14/03/2019"}, "made_on"),
        ({"year": "2014", "made_on": "01/02/2014"}, "made_on"),
        ({"made_on": "29/02/2019"}, "made_on"),
    ],
)
def test_wrong_commitment_is_told_beside_its_field(ask, member, typed, field):
    answer = ask("commit", member.pk, **GOOD | typed)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert not Commitment.objects.exists()


def test_commitment_is_taken_at_the_end_of_the_year_before(ask, member):
    ask("commit", member.pk, **GOOD | {"made_on": "01/10/2018"})
    assert member.commitments.get().year == 2019


def test_second_commitment_of_a_year_is_refused(ask, member):
    ask("commit", member.pk, **GOOD)
    answer = ask("commit", member.pk, **GOOD | {"made_on": "16/01/2019"})
    assert "đã có bản cam kết" in answer.content.decode()


def test_review(ask, member):
    row = factories.CommitmentFactory(member=member)
    answer = ask("review_commitment", row.pk, on="01/01/2019", result="done")
    assert "on" in answer.context["form"].errors or "result" in answer.context["form"].errors
    assert ask("review_commitment", row.pk, on="01/03/2019", result="done").status_code == 302
    row.refresh_from_db()
    assert (row.reviewed_on, row.result) == (day("01/03/2019"), "done")
    answer = ask("review_commitment", row.pk, on="02/03/2019", result="partly")
    assert "đã kiểm điểm" in answer.content.decode()


def test_voided_commitment_makes_room_for_another(ask, client, member):
    row = factories.CommitmentFactory(member=member)
    url = reverse("members:void", args=["cam-ket", row.pk])
    assert client.post(url, {"reason": "nhầm", "version": row.version}).status_code == 302
    assert ask("commit", member.pk, **GOOD).status_code == 302
    assert member.commitments.valid().count() == 1


def test_timeline_tells_commitment_and_review(member):
    factories.CommitmentFactory(member=member, reviewed_on=day("01/03/2019"), result="partly")
    texts = [entry.text for entry in timeline_of(member, TODAY, paper_url=lambda paper: "")]
    assert any(text.startswith("Cam kết nêu gương năm 2019: Nêu gương") for text in texts)
    assert "Kiểm điểm cam kết năm 2019: thực hiện một phần." in texts


@pytest.mark.parametrize(
    ("role", "status"), [("inspector", 403), ("leader", 403), ("stranger", 404)]
)
def test_who_may_not_write(client, request, member, role, status):
    client.force_login(request.getfixturevalue(role))
    url = reverse("members:commit", args=[member.pk])
    assert [client.get(url).status_code, client.post(url).status_code] == [status, status]
