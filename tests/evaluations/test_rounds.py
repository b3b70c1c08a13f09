"""The round of a year: opened under the rule of its year, corrected, voided while empty."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import AuditEntry
from evaluations import services
from evaluations.models import EvaluationRound
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def opening(client, officer):
    client.force_login(officer)
    typed = {"year": "2018", "decided_on": "14/12/2018"}
    return lambda **changes: client.post(reverse("evaluations:open"), {**typed, **changes})


def test_round_takes_the_rule_of_its_year(opening, committee):
    assert opening().status_code == 302
    row = EvaluationRound.objects.get()
    assert (row.committee, row.rated_on) == (committee, D(2018, 12, 14))
    assert row.rule.number == "132-QĐ/TW"
    assert opening(year="2016", decided_on="05/01/2017").status_code == 302
    older = EvaluationRound.objects.get(year=2016)
    assert older.rule.number == "27-HD/BTCTW"
    assert older.rated_on == D(2016, 12, 31)
    assert AuditEntry.objects.filter(action="evaluations.open_round").count() == 2


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"decided_on": "03/04/2019"}, "decided_on", "chưa đến"),
        ({"year": "2019"}, "decided_on", "trước năm được đánh giá"),
        ({"year": "2010", "decided_on": "03/01/2011"}, "year", "chưa có quy định"),
        ({"year": "hai"}, "year", ""),
    ],
)
def test_bad_input_is_told_beside_its_field(opening, changes, field, sentence):
    answer = opening(**changes)
    assert answer.status_code == 200
    assert sentence in " ".join(answer.context["form"].errors[field])
    assert not EvaluationRound.objects.exists()


def test_year_has_one_round(opening):
    opening()
    assert "đã có đợt" in opening().content.decode()
    row = EvaluationRound.objects.get()
    twin = EvaluationRound(
        committee=row.committee, year=2018, decided_on=D(2018, 12, 20), rule=row.rule
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        EvaluationRound.objects.bulk_create([twin])


def test_correction_of_the_year_brings_its_rule(client, opening):
    opening()
    row = EvaluationRound.objects.get()
    typed = {"year": "2017", "decided_on": "14/12/2018", "version": row.version}
    url = reverse("evaluations:correct_round", args=[row.pk])
    assert client.post(url, {**typed, "correction_reason": "ghi nhầm năm"}).status_code == 302
    row.refresh_from_db()
    assert (row.year, row.rule.number) == (2017, "27-HD/BTCTW")


def test_round_with_grades_is_not_voided(client, officer, committee):
    graded = factories.MemberEvaluationFactory(round__committee=committee)
    client.force_login(officer)
    url = reverse("evaluations:void_round", args=[graded.round.pk])
    typed = {"reason": "nhầm", "version": 1}
    assert "đã có kết quả" in client.post(url, typed).content.decode()
    factories.EvaluationRoundFactory(committee=committee, year=2017)
    empty = EvaluationRound.objects.get(year=2017)
    url = reverse("evaluations:void_round", args=[empty.pk])
    assert client.post(url, typed).status_code == 302
    assert not EvaluationRound.objects.valid().filter(year=2017).exists()


def test_grade_of_another_committees_cell_is_refused(committee, foreign_cell):
    graded = factories.MemberEvaluationFactory(round__committee=committee)
    graded.cell = foreign_cell
    with pytest.raises(ValidationError, match="đảng bộ khác"):
        graded.full_clean()


def test_page_of_a_round_keeps_its_statements_however_many_cells(
    client, officer, committee, cell, django_assert_num_queries
):
    """Each cell tells how many of it wait, as the page that asks for them does."""
    row = factories.EvaluationRoundFactory(committee=committee)
    client.force_login(officer)
    url = reverse("evaluations:round", args=[row.pk])
    with CaptureQueriesContext(connection) as first:
        client.get(url)
    for number in range(1, 5):
        another = factories.CellFactory(committee=committee)
        for _ in range(number):
            factories.place(another)
    with django_assert_num_queries(len(first)):
        lines = client.get(url).context["lines"]
    assert [line["waiting"] for line in lines] == [0, 1, 2, 3, 4]
    assert [services.members_to_rate(row, line["cell"]).count() for line in lines] == [
        0,
        1,
        2,
        3,
        4,
    ]
