"""A new term of the committee or of a cell: numbers of papers run through one term."""

import datetime as dt

import pytest
from django.urls import reverse

from documents import services as documents
from documents.models import Document
from tests import factories

TODAY = dt.date(2019, 3, 13)
TYPED = {"name": "Nhiệm kỳ 2019–2024", "from_on": "01/03/2019"}


@pytest.fixture
def page(client, officer):
    client.force_login(officer)
    return client


def begin(page, cell=None, **changes):
    url = reverse("cells:term", args=[cell.pk]) if cell else reverse("cells:committee_term")
    return page.post(url, TYPED | changes)


def issue(committee, secretary, on):
    paper = Document(register=committee, committee=committee, kind="QĐ", summary="Thử")
    documents.register_document(document=paper, recorded_on=TODAY, by=secretary)
    return documents.issue_document(document=paper, on=on, recorded_on=TODAY, by=secretary)


def test_term_before_ends_the_day_before_and_numbers_begin_anew(page, committee, secretary):
    assert issue(committee, secretary, dt.date(2019, 2, 28)).number == "01-QĐ/ĐU"
    assert begin(page).url == reverse("organisation:committee")
    old, new = committee.terms.order_by("from_on")
    assert (old.to_on, new.from_on, new.to_on) == (dt.date(2019, 2, 28), dt.date(2019, 3, 1), None)
    assert issue(committee, secretary, TODAY).number == "01-QĐ/ĐU"


def test_first_term_of_a_cell(page, cell, committee):
    assert begin(page, cell).url == cell.get_absolute_url()
    assert cell.terms.get().name == "Nhiệm kỳ 2019–2024"
    assert committee.terms.get().to_on is None


def test_term_before_another_is_told(page, committee):
    for day in ("22/05/2015", "01/01/2015"):
        errors = begin(page, from_on=day).context["form"].errors
        assert "một nhiệm kỳ khác" in errors["from_on"][0]
    assert committee.terms.count() == 1


def test_paper_already_numbered_in_the_old_term_is_told(page, committee, secretary):
    issue(committee, secretary, TODAY)
    errors = begin(page).context["form"].errors
    assert "01-QĐ/ĐU ngày 13/03/2019" in errors["from_on"][0]
    assert committee.terms.get().to_on is None


def test_term_of_a_cell_that_is_no_more_is_told(page, cell):
    cell.dissolved_on = dt.date(2019, 2, 1)
    cell.save()
    assert "đã giải thể" in begin(page, cell).context["form"].errors["from_on"][0]


def test_only_the_officer_begins_a_term(client, request, cell):
    for person in ("inspector", "leader", "secretary"):
        client.force_login(request.getfixturevalue(person))
        assert begin(client).status_code == 403
        assert begin(client, cell).status_code == 403
    client.force_login(request.getfixturevalue("stranger"))
    assert begin(client, cell).status_code == 404


def test_bad_input_is_told_beside_its_field(page, committee):
    for changes, field in [({"name": ""}, "name"), ({"from_on": "31/02/2019"}, "from_on")]:
        assert field in begin(page, **changes).context["form"].errors


def test_term_entered_by_mistake_is_voided_and_the_one_before_holds_on(page, cell):
    old = factories.TermFactory(cell=cell, from_on=dt.date(2015, 6, 1), to_on=dt.date(2019, 2, 28))
    new = factories.TermFactory(cell=cell, name="Nhiệm kỳ ghi nhầm", from_on=dt.date(2019, 3, 1))
    url = reverse("cells:term_void", args=[new.pk])
    assert url in page.get(reverse("cells:term", args=[cell.pk])).content.decode()
    assert page.post(url, {"reason": "nhầm năm", "version": new.version}).status_code == 302
    assert list(cell.terms.active_on(dt.date(2019, 3, 13))) == [old]
    assert page.get(url).status_code == 404


def test_voided_term_gives_the_one_before_the_last_day_it_had(page, cell):
    old = factories.TermFactory(cell=cell, from_on=dt.date(2015, 6, 1), to_on=dt.date(2019, 12, 31))
    asked = {"name": "Nhầm", "from_on": "01/03/2019"}
    assert page.post(reverse("cells:term", args=[cell.pk]), asked).status_code == 302
    old.refresh_from_db()
    assert old.to_on == dt.date(2019, 2, 28)
    new = cell.terms.get(name="Nhầm")
    page.post(reverse("cells:term_void", args=[new.pk]), {"reason": "nhầm", "version": new.version})
    old.refresh_from_db()
    assert old.to_on == dt.date(2019, 12, 31)


def test_term_a_paper_took_its_number_of_stays(page, committee, secretary):
    term = committee.terms.get()
    issue(committee, secretary, TODAY)
    url = reverse("cells:term_void", args=[term.pk])
    answer = page.post(url, {"reason": "nhầm", "version": term.version})
    assert "Còn 1 dòng «văn bản» của nhiệm kỳ này" in answer.content.decode()
    assert url not in page.get(reverse("cells:committee_term")).content.decode()
    assert committee.terms.valid().exists()


def test_earlier_term_waits_for_the_later_one(page, cell):
    old = factories.TermFactory(cell=cell, from_on=dt.date(2015, 6, 1), to_on=dt.date(2019, 2, 28))
    factories.TermFactory(cell=cell, from_on=dt.date(2019, 3, 1))
    url = reverse("cells:term_void", args=[old.pk])
    answer = page.post(url, {"reason": "nhầm", "version": old.version})
    assert "hủy nhiệm kỳ ấy trước" in answer.content.decode()
