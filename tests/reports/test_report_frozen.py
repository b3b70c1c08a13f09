"""An issued report and the paper it was signed as: nothing changes them, whoever writes."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from audit import frozen
from audit import services as audit
from documents import services as documents
from documents.models import Document
from reports.models import Report
from reports.services import issue_report
from tests.reports.report_rows import YEAR_2018, fill, make

DAY = dt.date(2019, 1, 15)


@pytest.fixture
def issued(cell, other_cell, committee, officer, secretary, today):
    fill(cell, other_cell)
    report = make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    return issue_report(report=report, on=DAY, recorded_on=today, by=secretary)


CHANGES = [
    (Report, {"frozen": {"format": 1}}),
    (Report, {"content_sha256": "0" * 64}),
    (Report, {"pdf": "reports/khac.pdf"}),
    (Report, {"pdf_sha256": "0" * 64}),
    (Report, {"state": "draft"}),
    (Report, {"document": None}),
    (Report, {"number_of_version": 7}),
    (Report, {"data_until": dt.date(2018, 6, 30)}),
    (Document, {"number": "02-BC/ĐU"}),
    (Document, {"sequence": 9}),
    (Document, {"issued_on": dt.date(2019, 2, 1)}),
    (Document, {"summary": "Khác"}),
    (Document, {"file": "reports/khac.pdf"}),
    (Document, {"voided_at": dt.datetime(2019, 2, 1, tzinfo=dt.UTC), "void_reason": "nhầm"}),
]


@pytest.mark.parametrize(("model", "change"), CHANGES)
def test_database_refuses_updates(issued, model, change):
    row = {Report: issued, Document: issued.document}[model]
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**change)


@pytest.mark.parametrize("model", [Report, Document])
def test_database_refuses_deletes(issued, model):
    row = {Report: issued, Document: issued.document}[model]
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE id = %s", [row.pk])


def test_draft_and_papers_no_report_was_signed_as_stay_free(issued, committee, officer, today):
    draft = make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    assert Report.objects.filter(pk=draft.pk).update(number_of_version=9) == 1
    assert Document.objects.exclude(pk=issued.document_id).update(summary="Đính chính") > 0


def test_report_issued_by_mistake_is_voided_as_a_whole(issued, officer, secretary):
    with pytest.raises(ValidationError, match="báo cáo"):
        documents.void_document(document=issued.document, reason="nhầm", by=officer)

    audit.void(issued, by=secretary, reason="ban hành nhầm")
    issued.document.refresh_from_db()
    documents.void_document(document=issued.document, reason="ban hành nhầm", by=officer)

    assert Document.objects.get(pk=issued.document_id).number == "01-BC/ĐU"


def test_officer_neither_corrects_nor_voids_the_paper_by_its_page(client, issued, officer):
    client.force_login(officer)
    paper = issued.document
    client.post(
        reverse("documents:update", args=[paper.pk]),
        {
            "summary": "Khác",
            "correction_reason": "nhầm",
            "reason": "nhầm",
            "version": paper.version,
            "kind": "BC",
        },
    )
    client.post(
        reverse("documents:void", args=[paper.pk]), {"reason": "nhầm", "version": paper.version}
    )

    assert Document.objects.get(pk=paper.pk).summary == paper.summary
    assert not Document.objects.get(pk=paper.pk).is_voided


def test_missing_trigger_is_reported(issued):
    frozen.remove()
    assert {"frozen_report_update", "frozen_documents_document_update"} <= set(frozen.missing())
    frozen.install()
    assert frozen.missing() == []


def test_paper_enters_the_register_with_a_capital(issued):
    assert issued.document.summary == "Tổng kết công tác xây dựng Đảng năm 2018"


def test_page_to_issue_is_gone_once_issued(client, issued, secretary):
    client.force_login(secretary)
    response = client.get(reverse("reports:issue", args=[issued.pk]), follow=True)
    assert response.redirect_chain == [(reverse("reports:detail", args=[issued.pk]), 302)]
    assert "Bản này đã ban hành." in response.text
