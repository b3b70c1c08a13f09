"""Issuing a draft: number and day, once, in order, by the committee's secretary."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents import services
from documents.models import Document
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(committee, officer):
    def make(kind="QĐ"):
        paper = Document(register=committee, committee=committee, kind=kind, summary="Thử")
        return services.register_document(document=paper, recorded_on=TODAY, by=officer)

    return make


def test_numbers_run_by_kind_from_one(draft, secretary):
    numbers = [
        services.issue_document(
            document=draft(kind), on=day("05/03/2019"), recorded_on=TODAY, by=secretary
        ).number
        for kind in ("QĐ", "QĐ", "NQ")
    ]
    assert numbers == ["01-QĐ/ĐU", "02-QĐ/ĐU", "01-NQ/ĐU"]


def test_voided_number_stays_used(draft, secretary, officer):
    first = services.issue_document(document=draft(), on=TODAY, recorded_on=TODAY, by=secretary)
    services.void_document(document=first, reason="ban hành nhầm", by=officer)
    assert (
        services.issue_document(document=draft(), on=TODAY, recorded_on=TODAY, by=secretary).number
        == "02-QĐ/ĐU"
    )


def test_paper_is_issued_once(draft, secretary):
    paper = services.issue_document(document=draft(), on=TODAY, recorded_on=TODAY, by=secretary)
    with pytest.raises(ValidationError, match="đã ban hành"):
        services.issue_document(document=paper, on=TODAY, recorded_on=TODAY, by=secretary)


def test_day_without_a_term_is_refused(draft, secretary):
    with pytest.raises(ValidationError) as refusal:
        services.issue_document(
            document=draft(), on=day("21/05/2015"), recorded_on=TODAY, by=secretary
        )
    assert "issued_on" in refusal.value.message_dict


def test_page_issues(client, draft, secretary):
    paper = draft()
    client.force_login(secretary)
    url = reverse("documents:issue", args=[paper.pk])
    assert client.get(url).status_code == 200
    answer = client.post(url, {"issued_on": "31/02/2019"})
    assert "issued_on" in answer.context["form"].errors
    assert client.post(url, {"issued_on": "03/03/2019"}).status_code == 302
    paper.refresh_from_db()
    assert paper.issued_on == day("03/03/2019")
    assert client.get(url).status_code == 403


def test_only_the_secretary_issues(
    client, draft, officer, inspector, leader, stranger, administrator
):
    url = reverse("documents:issue", args=[draft().pk])
    for user, status in (
        (officer, 403),
        (inspector, 403),
        (leader, 404),
        (stranger, 404),
        (administrator, 403),
    ):
        client.force_login(user)
        assert client.post(url, {"issued_on": "03/03/2019"}).status_code == status
    assert not Document.objects.exclude(sequence=None).exists()


def test_later_number_carries_no_earlier_day(draft, secretary):
    """Backdated, 02 would stand before 01 in the register."""
    services.issue_document(document=draft(), on=TODAY, recorded_on=TODAY, by=secretary)
    early = {"on": day("12/03/2019"), "recorded_on": TODAY, "by": secretary}
    with pytest.raises(ValidationError) as refusal:
        services.issue_document(document=draft(), **early)
    assert refusal.value.message_dict == {
        "issued_on": ["Số 01-QĐ/ĐU đã ban hành ngày 13/03/2019; số sau không thể ghi ngày sớm hơn."]
    }
    assert services.issue_document(document=draft("NQ"), **early).number == "01-NQ/ĐU"


def test_number_from_before_the_program_fits_between_its_neighbours(committee, officer):
    def enter(sequence, on):
        paper = Document(register=committee, committee=committee, kind="QĐ", summary="Thử")
        return services.register_issued(
            document=paper, sequence=sequence, on=day(on), recorded_on=TODAY, by=officer
        )

    enter(1, "05/01/2018")
    enter(3, "05/03/2018")
    for wrong, sentence in [("04/01/2018", "01-QĐ/ĐU"), ("06/03/2018", "03-QĐ/ĐU")]:
        with pytest.raises(ValidationError, match=sentence):
            enter(2, wrong)
    assert enter(2, "05/03/2018").number == "02-QĐ/ĐU"


def test_day_to_come_is_refused(draft, secretary):
    with pytest.raises(ValidationError, match="chưa đến"):
        services.issue_document(
            document=draft(), on=day("14/03/2019"), recorded_on=TODAY, by=secretary
        )


def test_term_and_committee_are_the_issuers(committee, cell, other_committee):
    term = factories.TermFactory(committee=None, cell=cell)
    own = {"register": committee, "kind": "QĐ", "summary": "Thử", "stance": "issued"}
    for facts, field in [
        ({"committee": committee, "term": term}, "term"),
        ({"committee": other_committee}, "committee"),
    ]:
        with pytest.raises(ValidationError) as refusal:
            Document(**own, **facts).full_clean()
        assert field in refusal.value.message_dict
    Document(**own, cell=cell, term=term).full_clean()
