"""A paper given to a meeting stays what it was: its number in the register, its file on the disk."""

import hashlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db
DATA = b"%PDF-1.7 thu"


@pytest.fixture
def document(committee):
    digest = hashlib.sha256(DATA).hexdigest()
    return factories.DocumentFactory(
        register=committee,
        number="12-NQ/ĐU",
        file=SimpleUploadedFile("nghi-quyet.pdf", DATA),
        file_sha256=digest,
    )


@pytest.fixture
def paper(meeting, document):
    return factories.MeetingPaperFactory(meeting=meeting, document=document, sent_on=None)


def save(client, paper, **typed):
    url = reverse("meetings:save_row", args=[paper.meeting_id, "paper"])
    row = {"uid": paper.uid, "version": paper.version, "title": paper.title, **typed}
    return client.post(url, row)


def test_leader_records_the_sending_of_a_paper_the_committee_named(
    client, leader, paper, document, today
):
    client.force_login(leader)  # sees no papers of the committee's register
    answer = save(client, paper, document="12-nq/đu", sent_on="10/03/2019")
    assert answer.status_code == 302
    paper.refresh_from_db()
    assert (paper.document, paper.sent_on.day) == (document, 10)


def test_leader_names_no_other_paper_out_of_sight(client, leader, paper, committee):
    factories.DocumentFactory(register=committee, number="13-NQ/ĐU")
    client.force_login(leader)
    answer = save(client, paper, document="13-NQ/ĐU")
    assert answer.status_code == 422
    assert "Không thấy văn bản số này" in answer.content.decode()


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"%PDF-1.7 khac")])
def test_file_gone_or_changed_is_told_and_not_given(client, leader, officer, paper, harm):
    harm(Path(paper.document.file.path))
    client.force_login(leader)
    answer = client.get(reverse("meetings:paper_file", args=[paper.meeting_id, paper.uid]))
    assert answer.status_code == 503
    assert "khôi phục tệp từ bản sao lưu" in answer.content.decode()
    client.force_login(officer)
    answer = client.get(reverse("documents:download", args=[paper.document_id]), follow=True)
    assert "khôi phục tệp từ bản sao lưu" in answer.content.decode()
    assert not AuditEntry.objects.filter(action__endswith=".download").exists()
