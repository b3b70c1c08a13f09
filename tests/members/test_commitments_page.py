"""The commitments of a year: the list, and entering those of the committee in one go."""

import pytest
from django.urls import reverse

from members.models import Commitment
from tests import factories
from tests.members.people import day

pytestmark = pytest.mark.django_db
LIST = reverse("members:commitments")
ENTER = reverse("members:commitments_entry")
REVIEW = reverse("members:commitments_review")


@pytest.fixture
def board(committee, cell, other_cell):
    """Two members of the committee, and one who is not."""
    people = [factories.place(cell), factories.place(other_cell), factories.place(cell)]
    for person, title in zip(people, ("secretary", "committee_member"), strict=False):
        factories.PositionFactory(member=person, title=title, committee=committee)
    return people


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


def test_committee_is_entered_in_one_go(as_officer, board):
    page = as_officer.get(ENTER, {"year": 2019})
    assert [row.member for row in page.context["rows"]] == board[:2]
    typed = {"year": 2019, "day": "15/01/2019", "row": [one.pk for one in board]}
    typed |= {f"m{board[0].pk}-text": "Gương mẫu.", f"m{board[1].pk}-text": "Tiết kiệm."}
    assert as_officer.post(ENTER, typed).status_code == 302
    assert {row.member for row in Commitment.objects.all()} == set(board[:2])
    assert {row.made_on for row in Commitment.objects.all()} == {day("15/01/2019")}
    assert "Mọi ủy viên" in as_officer.get(ENTER, {"year": 2019}).content.decode()


def test_one_refused_row_writes_none(as_officer, board):
    factories.CommitmentFactory(member=board[1])
    typed = {"year": 2019, "day": "15/01/2019", "row": [one.pk for one in board[:2]]}
    typed |= {f"m{board[0].pk}-text": "Gương mẫu.", f"m{board[1].pk}-text": "Tiết kiệm."}
    answer = as_officer.post(ENTER, typed)
    assert "đã có bản cam kết" in answer.content.decode()
    assert "Gương mẫu." in answer.content.decode()
    assert Commitment.objects.count() == 1


def test_row_without_text_is_told(as_officer, board):
    typed = {"year": 2019, "row": board[0].pk, f"m{board[0].pk}-made_on": "15/01/2019"}
    assert "text" in as_officer.post(ENTER, typed).context["wrong"][0].errors


def test_commitments_are_reviewed_together(as_officer, board):
    for person in board[:2]:
        factories.CommitmentFactory(member=person)
    page = as_officer.get(REVIEW, {"year": 2019})
    assert [row.member for row in page.context["rows"]] == board[:2]
    assert "Nêu gương trong thực hiện" in page.content.decode()
    typed = {"year": 2019, "day": "01/03/2019", "row": [one.pk for one in board]}
    typed |= {f"m{board[0].pk}-result": "done", f"m{board[1].pk}-review": "Còn hai việc."}
    answer = as_officer.post(REVIEW, typed)
    assert [row.member for row in answer.context["wrong"]] == [board[1]]
    assert not Commitment.objects.exclude(reviewed_on=None).exists()
    typed[f"m{board[1].pk}-result"] = "partly"
    assert as_officer.post(REVIEW, typed).status_code == 302
    found = {row.member: (row.result, row.reviewed_on) for row in Commitment.objects.all()}
    assert found == {
        board[0]: ("done", day("01/03/2019")),
        board[1]: ("partly", day("01/03/2019")),
    }


def test_list_shows_who_owes_and_what_came_of_it(as_officer, board):
    factories.CommitmentFactory(member=board[0], reviewed_on=day("01/03/2019"), result="partly")
    asked = {"year": 2019, "who": "committee"}

    def names(**conditions):
        rows = as_officer.get(LIST, asked | conditions).context["listing"].rows
        return [row.record for row in rows]

    assert names(state="none") == [board[1]]
    assert names(state="made") == names(state="reviewed") == names(result="partly") == [board[0]]
    assert names(result="done") == names(state="unreviewed") == []
    before = names(on="14/01/2019", state="made")
    assert before == []


def test_leader_reads_the_own_cell_only(client, leader, board):
    client.force_login(leader)
    rows = client.get(LIST).context["listing"].rows
    assert board[1] not in [row.record for row in rows]
    assert board[0] in [row.record for row in rows]


@pytest.mark.parametrize("role", ["secretary", "inspector", "leader", "administrator"])
@pytest.mark.parametrize("url", [ENTER, REVIEW])
def test_only_officers_write(client, request, board, role, url):
    client.force_login(request.getfixturevalue(role))
    assert [client.get(url).status_code, client.post(url).status_code] == [403, 403]
