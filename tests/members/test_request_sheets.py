"""Request sheets of a year: asked for on a page, printed behind it, taken by who asked."""

import datetime as dt
import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.urls import reverse
from pypdf import PdfReader

from audit.models import AuditEntry
from jobs.models import Job
from jobs.services import run_here
from members import request_sheets
from members.models import Member
from members.printing import forget_old_files, name_of_sheets
from members.request_sheets import Asked, print_sheets, sheets_of
from tests import factories
from tests.documents.reading import pages_of

pytestmark = pytest.mark.django_db
URL = reverse("members:request_sheets")
TYPED = {
    "year": "2018",
    "who": "due",
    "issuer": "committee",
    "on": "05/11/2018",
    "reply_by": "10/12/2018",
}
ASKED = Asked(2018, dt.date(2018, 11, 5), dt.date(2018, 12, 10), "committee")


@pytest.fixture
def contacts(cell, other_cell):
    names = {"Lò Văn An": cell, "Lò Văn Bình": other_cell, "Lò Văn Cường": cell}
    return [
        factories.ResidenceContactFactory(member=factories.place(where, full_name=name))
        for name, where in names.items()
    ]


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


def printed(client, **typed) -> tuple[Job, list[str]]:
    answer = client.post(URL, TYPED | typed)
    job = Job.objects.get()
    assert answer.url == job.get_absolute_url()
    assert run_here(job)
    file = client.get(reverse("members:request_sheets_pdf", args=[job.pk]))
    return job, pages_of(b"".join(file.streaming_content))


def test_two_pages_a_member_in_the_order_of_the_cells(as_officer, contacts):
    _job, pages = printed(as_officer)
    assert len(pages) == 6
    for page, name in zip(pages[::2], ["An", "Cường", "Bình"], strict=True):
        assert f"Lò Văn {name}" in page
        assert "PHIẾU XIN Ý KIẾN" in page
        assert "Kính gửi: Chi ủy Chi bộ Tổ 4, Đảng ủy thị trấn Tân Uyên" in page
        assert "76-QĐ/TW ngày 15/06/2000" in page
        assert "trước ngày 10/12/2018" in page
    assert all("PHIẾU NHẬN XÉT" in page and "Mức nhận xét" in page for page in pages[1::2])


def test_letterhead_is_the_committees_or_the_cells(as_officer, contacts):
    secretary = factories.place(contacts[0].member.placements.get().cell, full_name="Vàng Thị Ký")
    cell = secretary.placements.get().cell
    factories.PositionFactory(member=secretary, cell=cell)
    _job, pages = printed(as_officer, issuer="cell", cells=[str(cell.pk)])
    assert len(pages) == 4
    assert "CHI BỘ AN NINH" in pages[0]
    assert "T/M CHI BỘ BÍ THƯ" in pages[0]
    assert "Vàng Thị Ký" in pages[0]


def test_long_print_is_made_of_parts_and_is_the_same_each_time(contacts, monkeypatch):
    monkeypatch.setattr(request_sheets, "SHEETS_IN_A_PART", 1)
    sheets, heard = sheets_of(Member.objects.all(), ASKED), []
    first = print_sheets(sheets, ASKED, told=lambda *done: heard.append(done))
    assert heard == [(1, 3), (2, 3), (3, 3)]
    assert first.pages == 6
    assert print_sheets(sheets, ASKED).sha256 == first.sha256
    assert PdfReader(BytesIO(first.data)).metadata.title.startswith("Phiếu xin ý kiến")


def tags_below(element) -> list:
    """The element of the structure with all those below it."""
    inside = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary)]
    assert all(kid.P.objgen == element.objgen for kid in inside)
    return [element, *(tag for kid in inside for tag in tags_below(kid))]


def test_parts_joined_keep_tags_and_names(contacts, monkeypatch):
    monkeypatch.setattr(request_sheets, "SHEETS_IN_A_PART", 1)
    joined = print_sheets(sheets_of(Member.objects.all(), ASKED), ASKED)
    with pikepdf.open(BytesIO(joined.data)) as file:
        root = file.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "vi"
        assert b"pdfaid" in root.Metadata.read_bytes()
        (document,) = root.StructTreeRoot.K
        pages = [page.obj.objgen for page in file.pages]
        tagged = [tag.Pg.objgen for tag in tags_below(document) if "/Pg" in tag]
        assert list(dict.fromkeys(tagged)) == pages  # page by page, in the order they are read
        numbers = root.StructTreeRoot.ParentTree.Nums
        assert [int(number) for number in numbers[::2]] == list(range(6))
        for page, tags in zip(file.pages, numbers[1::2], strict=True):
            assert {tag.Pg.objgen for tag in tags} == {page.obj.objgen}
        with file.open_outline() as outline:
            marks = [(mark.title, mark.destination[0].objgen) for mark in outline.root]
    names = ["Lò Văn An", "Lò Văn Cường", "Lò Văn Bình"]
    assert marks == list(zip(names, pages[::2], strict=True))


def test_sheet_that_runs_over_leaves_the_others_on_their_leaves(contacts):
    first, *others = sheets_of(Member.objects.all(), ASKED)
    long = replace(first, facts=(*first.facts, ("Nơi ở hiện nay", "Bản Nà Lại " * 200)))
    pages = pages_of(print_sheets([long, *others], ASKED).data)
    fronts = [at for at, page in enumerate(pages) if "PHIẾU XIN Ý KIẾN" in page]
    backs = [at for at, page in enumerate(pages) if "PHIẾU NHẬN XÉT" in page]
    assert len(pages) == 8
    assert (fronts, backs) == ([0, 4, 6], [3, 5, 7])


def test_sheet_tells_no_number_of_the_person(contacts):
    one = Member.objects.filter(pk=contacts[0].member_id)
    one.update(citizen_id="012085001234", card_no="38001234")
    pdf = print_sheets(sheets_of(one, ASKED), ASKED)
    assert not any("012085001234" in page or "38001234" in page for page in pages_of(pdf.data))


def test_only_who_owes_a_comment_is_printed_when_asked_so(as_officer, contacts):
    factories.ResidenceCommentFactory(
        contact=contacts[0], received_on=dt.date(2018, 12, 1), level="good"
    )
    job, pages = printed(as_officer, who="outstanding")
    assert len(pages) == 4
    assert contacts[0].member_id not in job.arguments["members"]


def test_nobody_to_print_for_is_said(as_officer, contacts):
    answer = as_officer.post(URL, TYPED | {"year": "2015", "who": "due"})
    assert "Không có đồng chí nào" in answer.content.decode()
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("on", "31/12/2017", "Ngày trên phiếu phải từ đầu năm ấy trở đi."),
        ("reply_by", "05/11/2018", "Phải sau ngày trên phiếu."),
    ],
)
def test_day_that_makes_no_sense_on_the_sheet_is_told(as_officer, contacts, field, typed, why):
    answer = as_officer.post(URL, TYPED | {field: typed})
    assert answer.context["form"].errors == {field: [why]}


def test_who_has_no_place_on_the_day_of_the_sheet_is_named(as_officer, contacts):
    late = factories.place(contacts[0].member.placements.get().cell, full_name="Lò Văn Muộn")
    factories.ResidenceContactFactory(member=late, from_on=dt.date(2018, 12, 1))
    answer = as_officer.post(URL, TYPED, follow=True)
    told = answer.content.decode()
    assert "Lập 3 phiếu." in told
    assert "ngày 05/11/2018 không có nơi cư trú để gửi: Lò Văn Muộn." in told
    assert late.pk not in Job.objects.get().arguments["members"]


def test_sheet_for_who_needs_no_comment_is_printed_when_asked_so(as_officer, contacts):
    kept = contacts[0].member
    type(contacts[0]).objects.filter(member=kept).update(mode="exempt", mode_reason="ở doanh trại")
    as_officer.post(URL, TYPED)
    as_officer.post(URL, TYPED | {"who": "all"})
    due, everyone = (job.arguments["members"] for job in Job.objects.order_by("pk"))
    assert kept.pk not in due
    assert kept.pk in everyone


@pytest.mark.parametrize("field", ["year", "on", "reply_by", "issuer", "who"])
def test_missing_field_is_told(as_officer, contacts, field):
    answer = as_officer.post(URL, TYPED | {field: ""})
    assert field in answer.context["form"].errors


def test_asking_and_taking_are_written_into_the_journal(as_officer, contacts):
    printed(as_officer)
    actions = set(AuditEntry.objects.values_list("action", flat=True))
    assert {
        "jobs.request",
        "members.print_request_sheets",
        "members.download_request_sheets",
    } <= actions


def test_file_is_for_who_asked(client, officer, contacts, request):
    client.force_login(officer)
    job, _pages = printed(client)
    url = reverse("members:request_sheets_pdf", args=[job.pk])
    for role, status in [("inspector", 404), ("leader", 404), ("stranger", 404)]:
        client.force_login(request.getfixturevalue(role))
        assert client.get(url).status_code == status


def test_file_goes_after_a_week(as_officer, contacts):
    job, _pages = printed(as_officer)
    path = Path(settings.MEDIA_ROOT) / name_of_sheets(job)
    forget_old_files()
    assert path.exists()
    long_ago = path.stat().st_mtime - 8 * 86400
    os.utime(path, (long_ago, long_ago))
    forget_old_files()
    assert not path.exists()
    taken = as_officer.get(reverse("members:request_sheets_pdf", args=[job.pk]))
    assert taken.status_code == 404


@pytest.mark.parametrize("role", ["secretary", "inspector", "leader", "administrator"])
def test_only_officers_ask(client, request, contacts, role):
    client.force_login(request.getfixturevalue(role))
    assert [client.get(URL).status_code, client.post(URL, TYPED).status_code] == [403, 403]
