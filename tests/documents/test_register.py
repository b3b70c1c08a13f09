"""The register of papers: entering, list, one paper, correcting, voiding, the file."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import AuditEntry
from documents import services
from documents.models import Document
from reports.models import Report
from tests import factories
from tests.members.people import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(committee):
    return factories.DocumentFactory(register=committee, summary="Tăng cường đảng viên")


@pytest.fixture
def outside(client, officer):
    client.force_login(officer)
    typed = {
        "kind": "KH",
        "outside_issuer": "Công an huyện",
        "stance": "drawn_up",
        "number": "14/KH-CAH",
        "issued_on": "17/02/2016",
        "summary": "Tăng cường đảng viên xuống thôn, bản",
    }
    url = reverse("documents:register_outside")
    return lambda **changes: client.post(url, {**typed, **changes})


@pytest.fixture
def own(client, officer):
    client.force_login(officer)
    typed = {"kind": "NQ", "summary": "Nghị quyết thử"}
    url = reverse("documents:register_own")
    return lambda **changes: client.post(url, {**typed, **changes})


def test_outside_paper_carries_its_own_number(outside, committee):
    assert outside().status_code == 302
    paper = Document.objects.get()
    assert (paper.number, paper.sequence, paper.register) == ("14/KH-CAH", None, committee)
    assert paper.issued_on == day("17/02/2016")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"issued_on": "03/04/2019"}, "issued_on"),
        ({"issued_on": "31/02/2016"}, "issued_on"),
        ({"number": ""}, "number"),
        ({"outside_issuer": ""}, "outside_issuer"),
        ({"stance": "issued"}, "stance"),
        ({"kind": "XX"}, "kind"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_kept(outside, changes, field):
    answer = outside(**changes)
    assert field in answer.context["form"].errors
    assert "Tăng cường đảng viên xuống thôn, bản" in answer.content.decode()
    assert not Document.objects.exists()


def test_own_paper_begins_as_a_draft(own, committee, client):
    assert own().status_code == 302
    draft = Document.objects.get()
    assert (draft.committee, draft.number, draft.issued_on) == (committee, "", None)
    assert client.get(reverse("documents:list")).context["listing"].count == 0
    drafts = client.get(reverse("documents:list"), {"state": "draft"})
    assert drafts.context["listing"].count == 1


def test_paper_numbered_before_the_program(own):
    assert own(sequence="12", issued_on="05/03/2018").status_code == 302
    paper = Document.objects.get()
    assert (paper.number, paper.sequence) == ("12-NQ/ĐU", 12)
    answer = own(sequence="12", issued_on="06/03/2018")
    assert "Số này đã cấp" in answer.content.decode()
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sequence": "12"}, "issued_on"),
        ({"issued_on": "05/03/2018"}, "sequence"),
        ({"sequence": "0", "issued_on": "05/03/2018"}, "sequence"),
        ({"summary": ""}, "summary"),
    ],
)
def test_own_paper_with_half_a_number_is_refused(own, changes, field):
    assert field in own(**changes).context["form"].errors
    assert not Document.objects.exists()


def test_paper_of_a_cell(own, cell):
    assert own(cell=cell.pk).status_code == 302
    assert Document.objects.get().cell == cell


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, 1),
        ({"on": "16/02/2016"}, 0),
        ({"on": "17/02/2016"}, 1),
        ({"kind": "KH"}, 1),
        ({"kind": "QĐ"}, 0),
        ({"stance": "drawn_up"}, 1),
        ({"stance": "issued"}, 0),
        ({"q": "14/kh-cah"}, 1),
        ({"q": "CONG AN HUYEN"}, 1),
        ({"q": "tang cuong dang"}, 1),
        ({"q": "khác"}, 0),
        ({"q": "đảng ủy"}, 0),
        ({"from": "17/02/2016", "to": "17/02/2016"}, 1),
        ({"from": "18/02/2016"}, 0),
    ],
)
def test_list(client, officer, plan, query, expected):
    client.force_login(officer)
    assert client.get(reverse("documents:list"), query).context["listing"].count == expected


def test_sight_and_rights(client, plan, officer, inspector, leader, stranger, administrator):
    names = ("detail", "update", "void")
    for user, statuses in (
        (officer, [200, 200, 200]),
        (inspector, [200, 403, 403]),
        (leader, [404, 404, 404]),
        (stranger, [404, 404, 404]),
        (administrator, [403, 403, 403]),
    ):
        client.force_login(user)
        urls = [reverse(f"documents:{name}", args=[plan.pk]) for name in names]
        assert [client.get(url).status_code for url in urls] == statuses
    for user in (inspector, leader, administrator):
        client.force_login(user)
        for name in ("register_own", "register_outside"):
            assert client.get(reverse(f"documents:{name}")).status_code == 403


def test_leader_sees_papers_of_the_own_cell(client, own, plan, cell, leader):
    factories.TermFactory(cell=cell)
    own(cell=cell.pk, sequence="1", issued_on="05/03/2018")
    client.force_login(leader)
    rows = client.get(reverse("documents:list")).context["listing"].rows
    assert [row.record.number for row in rows] == ["01-NQ/CB"]


def test_detail_names_what_cites_the_paper(client, officer, plan, cell):
    member = factories.place(cell, full_name="Lò Văn Dẫn")
    host = factories.HostCellFactory(locality__committee=cell.committee)
    factories.SecondmentFactory(member=member, host_cell=host, plan=plan)
    client.force_login(officer)
    page = client.get(reverse("documents:detail", args=[plan.pk])).content.decode()
    assert "Lò Văn Dẫn" in page
    url = reverse("documents:void", args=[plan.pk])
    answer = client.post(url, {"reason": "nhầm", "version": plan.version})
    assert "Còn dòng trong sổ dẫn văn bản này" in answer.content.decode()
    plan.refresh_from_db()
    assert not plan.is_voided


def test_correcting_asks_for_a_reason(client, officer, plan):
    client.force_login(officer)
    url = reverse("documents:update", args=[plan.pk])
    typed = {
        "kind": "KH",
        "outside_issuer": "Công an huyện",
        "stance": "drawn_up",
        "number": "14/KH-CAH",
        "issued_on": "17/02/2016",
        "summary": "Trích yếu đúng",
        "version": plan.version,
    }
    assert "correction_reason" in client.post(url, typed).context["form"].errors
    assert client.post(url, {**typed, "correction_reason": "sai trích yếu"}).status_code == 302
    plan.refresh_from_db()
    assert (plan.summary, plan.search_text) == (
        "Trích yếu đúng",
        "14/kh-cah cong an huyen trich yeu dung",
    )
    assert client.post(url, {**typed, "correction_reason": "lần nữa"}).status_code == 409


def test_file_is_kept_with_its_digest_and_downloads_are_logged(client, own, stranger):
    content = b"%PDF-1.4 thu"
    own(file=SimpleUploadedFile("nghi-quyet.pdf", content))
    paper = Document.objects.get()
    assert paper.file_sha256 == hashlib.sha256(content).hexdigest()
    url = reverse("documents:download", args=[paper.pk])
    answer = client.get(url)
    assert b"".join(answer.streaming_content) == content
    assert "attachment" in answer["Content-Disposition"]
    assert AuditEntry.objects.filter(action="documents.download").count() == 1
    client.force_login(stranger)
    assert client.get(url).status_code == 404


def test_file_of_another_kind_is_refused(own):
    answer = own(file=SimpleUploadedFile("chay.exe", b"MZ"))
    assert "file" in answer.context["form"].errors
    assert not Document.objects.exists()


@pytest.mark.parametrize("words", ["29-qđ", "29-qd/TW", "QĐ", "bo chinh tri", "Bộ Chính trị"])
def test_outside_paper_is_found_by_number_and_issuer_without_accents(
    client, officer, committee, words
):
    factories.DocumentFactory(
        register=committee, number="29-QĐ/TW", outside_issuer="Bộ Chính trị", summary="Thi hành"
    )
    client.force_login(officer)
    page = client.get(reverse("documents:list"), {"q": words})
    assert page.context["listing"].count == 1


def test_own_papers_are_found_by_their_issuer(client, officer, committee, cell, own):
    own()
    own(cell=cell.pk)
    client.force_login(officer)
    for words, count in [("dang uy", 1), ("chi bo an ninh", 1), ("an ninh", 1)]:
        page = client.get(reverse("documents:list"), {"q": words, "state": "draft"})
        assert page.context["listing"].count == count


def test_papers_stand_by_issuer_either_way(client, officer, committee, cell, other_cell):
    issued = {"register": committee, "stance": "issued", "outside_issuer": ""}
    rows = [
        factories.DocumentFactory(**issued, committee=committee),
        factories.DocumentFactory(**issued, cell=cell),
        factories.DocumentFactory(**issued, cell=other_cell),
        factories.DocumentFactory(register=committee),
    ]
    client.force_login(officer)
    for sort, expected in [("issuer", rows), ("-issuer", rows[::-1])]:
        listing = client.get(reverse("documents:list"), {"sort": sort}).context["listing"]
        assert [row.record for row in listing.rows] == expected


def test_wrong_day_of_an_own_paper_is_told_once_beside_its_field(own):
    errors = own(sequence="12", issued_on="31/02/2018").context["form"].errors
    assert list(errors) == ["issued_on"]
    errors = own(sequence="12", issued_on="01/01/2030").context["form"].errors
    assert errors == {"issued_on": ["Ngày ban hành chưa đến."]}


def test_paper_of_an_issued_report_stays_as_it_was_signed(officer, committee):
    paper = factories.DocumentFactory(register=committee)
    Report.objects.create(
        committee=committee,
        kind="annual",
        period_first=day("01/01/2018"),
        period_last=day("31/12/2018"),
        data_until=day("31/12/2018"),
        number_of_version=1,
        document=paper,
    )
    paper.summary = "Khác"
    with pytest.raises(ValidationError, match="đã ký, ban hành từ chương trình"):
        services.correct_document(
            document=paper, fields=["summary"], reason="thử", by=officer, version=paper.version
        )
    with pytest.raises(ValidationError, match="báo cáo"):
        services.void_document(document=paper, reason="thử", by=officer)


def test_file_taken_away_takes_its_digest_along(officer, committee):
    paper = factories.DocumentFactory(register=committee, file_sha256="a" * 64)
    services.correct_document(
        document=paper, fields=["file"], reason="nhầm tệp", by=officer, version=paper.version
    )
    paper.refresh_from_db()
    assert paper.file_sha256 == ""


def test_paper_of_another_office_is_entered_once(outside):
    assert outside().status_code == 302
    assert outside().context["form"].errors == {"number": ["Văn bản này đã có trong sổ."]}
    assert outside(issued_on="18/02/2016").status_code == 302
    assert Document.objects.count() == 2
