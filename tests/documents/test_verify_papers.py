"""`verify_papers` reads every kept file and frozen content and names what is no longer as it was."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from documents.papers.digest import sha256_hex
from documents.papers.storage import keep_file
from documents.papers.verifying import verify_papers
from meetings.models import Resolution
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(committee):
    """A paper of the register with its file."""
    name = keep_file("documents/thu.pdf", b"%PDF-1.7 paper")
    return factories.DocumentFactory(
        register=committee, file=name, file_sha256=sha256_hex(b"%PDF-1.7 paper")
    )


def test_papers_as_they_were_are_told(kept, capsys):
    call_command("verify_papers")
    assert "Đã đối chiếu 1 tệp" in capsys.readouterr().out


def test_changed_file_is_named_and_ends_with_an_error(kept, capsys):
    Path(kept.file.path).write_bytes(b"%PDF-1.7 another")
    with pytest.raises(CommandError, match="1 trong 1"):
        call_command("verify_papers")
    assert "Tệp bị thay đổi: documents/thu.pdf, văn bản" in capsys.readouterr().out


def test_file_that_is_gone_is_named(kept, capsys):
    Path(kept.file.path).unlink()
    with pytest.raises(CommandError):
        call_command("verify_papers")
    assert "Tệp không còn: documents/thu.pdf" in capsys.readouterr().out


def test_frozen_content_that_no_longer_fits_its_digest_is_named(cell, capsys):
    row = factories.ResolutionFactory(
        minutes__meeting__cell=cell, document__register=cell.committee
    )
    with pytest.raises(CommandError):
        call_command("verify_papers")
    assert f"Nội dung đã chốt bị thay đổi: nghị quyết tháng {row.pk}" in capsys.readouterr().out


def test_every_model_that_keeps_a_file_is_read(kept, cell):
    factories.ResolutionFactory(minutes__meeting__cell=cell, document=kept)
    assert {type(finding.row) for finding in verify_papers()} == {type(kept), Resolution}
