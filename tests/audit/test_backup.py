"""Backup and restore: everything comes back as it was, nothing is touched by a bad archive."""

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from audit import frozen
from audit.backup import tables
from audit.models import AuditEntry
from cells.models import Cell, Committee
from jobs.models import Job
from meetings.models import Minutes
from members.models import Member
from partyunit.dates import PartialDate
from partyunit.models import Installation
from tests import factories
from tests.jobs.processes import REPOSITORY

WRITER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=1)
database.execute("UPDATE cells_cell SET position = 99")
database.commit()
"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _guards_come_off_before_the_flush(transactional_db):
    yield
    frozen.remove()


@pytest.fixture
def office(cell, other_cell, officer, leader, settings):
    """A small office with something of every difficult kind."""
    member = factories.place(
        cell, full_name="Nguyễn Khắc Thử", born_on=PartialDate(1985, 3), user=officer
    )
    meeting = factories.MeetingFactory(cell=cell)
    factories.AttendanceFactory(meeting=meeting, member=member)
    minutes = factories.MinutesFactory(meeting=meeting)
    paper = Path(settings.MEDIA_ROOT) / "minutes" / "biên bản 1.pdf"
    paper.parent.mkdir()
    paper.write_bytes(b"%PDF \x00\xff" * 1000)
    minutes.pdf.name = "minutes/biên bản 1.pdf"
    minutes.state, minutes.frozen = "approved", {"số": 1, "a": [1, None, "đ"]}
    minutes.approved_on, minutes.approved_at = meeting.meets_on, timezone.now()
    minutes.content_sha256 = "0" * 64
    minutes.save()
    Job.objects.create(kind="x.y", key="k", arguments={"n": 1}, requested_by=officer)
    AuditEntry.objects.create(actor=officer, actor_name="Cán Bộ Thử", action="x.y")
    return cell.committee


def backup(path: Path) -> Path:
    call_command("backup", str(path), verbosity=0)
    return path


def content(path: Path) -> dict[str, list]:
    """The rows of an archive by table, those of the journal up to the archives' own entries."""
    with zipfile.ZipFile(path) as archive:
        rows = {
            name: [json.loads(line) for line in archive.read(name).splitlines()]
            for name in archive.namelist()
            if name.startswith("rows/")
        }
        files = {n: archive.read(n) for n in archive.namelist() if n.startswith("files/")}
    action = tables.columns_of(AuditEntry).index("action")
    journal = rows["rows/audit.auditentry.jsonl"]
    rows["rows/audit.auditentry.jsonl"] = [
        row for row in journal if row[action] not in ("audit.backup", "audit.restore")
    ]
    return rows | files


def manage(data_dir: Path, *arguments: str, database_url: str = "") -> subprocess.CompletedProcess:
    """A command as an office runs it, on data of its own."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "DATA_DIR": str(data_dir), "DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_everything_comes_back(office, tmp_path, settings):
    first = backup(tmp_path / "one.zip")
    before = content(first)
    User.objects.filter(username="officer").update(full_name="Đổi tên")
    Cell(committee=office, code="MOI", name="Mới", founded_on=office.founded_on).save()
    (Path(settings.MEDIA_ROOT) / "minutes" / "biên bản 1.pdf").unlink()
    (Path(settings.MEDIA_ROOT) / "later.txt").write_text("added later")

    call_command("restore", str(first), "--replace", verbosity=0)

    assert content(backup(tmp_path / "two.zip")) == before
    assert not (Path(settings.MEDIA_ROOT) / "later.txt").exists()
    assert Member.objects.get(full_name="Nguyễn Khắc Thử").born_on == PartialDate(1985, 3)
    assert Minutes.objects.get().frozen == {"số": 1, "a": [1, None, "đ"]}
    assert Minutes.objects.get().pdf.read() == b"%PDF \x00\xff" * 1000
    assert [p.name for p in Path(settings.MEDIA_ROOT).parent.glob(".files-*")] == []


def test_new_rows_get_free_numbers_afterwards(office, tmp_path):
    call_command("restore", str(backup(tmp_path / "one.zip")), "--replace", verbosity=0)
    last = Cell.objects.order_by("-pk").first()
    assert factories.CellFactory(committee=office, code="SAU").pk > last.pk
    assert AuditEntry.objects.filter(action="audit.restore").count() == 1


def test_guards_stand_again_afterwards(office, tmp_path):
    call_command("restore", str(backup(tmp_path / "one.zip")), "--replace", verbosity=0)
    assert frozen.missing() == []
    for change in (
        lambda: AuditEntry.objects.update(action="x"),
        lambda: Minutes.objects.update(frozen={}),
    ):
        with pytest.raises(Exception, match="frozen"), transaction.atomic():
            change()


def test_filled_database_is_not_overwritten(office, tmp_path):
    path = backup(tmp_path / "one.zip")
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", str(path), verbosity=0)
    assert Committee.objects.filter(pk=office.pk).exists()


def test_archive_with_another_byte_changes_nothing(office, tmp_path):
    path = backup(tmp_path / "one.zip")
    parts = read_parts(path)
    parts["rows/cells.cell.jsonl"] = parts["rows/cells.cell.jsonl"].replace(b"An ninh", b"An Ninh")
    write_parts(path, parts)
    refuses(path, "đã hỏng hoặc bị sửa")


def test_archive_with_a_part_too_many_or_too_few_is_refused(office, tmp_path):
    path = backup(tmp_path / "one.zip")
    parts = read_parts(path)
    write_parts(path, parts | {"files/../outside": b"x"})
    refuses(path, "đã hỏng hoặc bị sửa")
    del parts["rows/cells.cell.jsonl"]
    write_parts(path, parts)
    refuses(path, "đã hỏng hoặc bị sửa")


@pytest.mark.parametrize(
    "name",
    [
        "files/../../outside.pdf",
        "files//tmp/outside.pdf",
        "files/a//b.pdf",
        "files/./a.pdf",
        "files/",
        "files",
        "/tmp/outside.pdf",
        "rows/outside.pdf",
        "outside.pdf",
        "files/a\\..\\b.pdf",
    ],
)
def test_archive_may_not_write_outside_the_folder(office, tmp_path, name):
    path = backup(tmp_path / "one.zip")
    parts = read_parts(path)
    manifest = json.loads(parts["manifest.json"])
    manifest["files"][0]["path"] = name
    parts[name] = parts.pop("files/minutes/biên bản 1.pdf")
    parts["manifest.json"] = json.dumps(manifest).encode()
    write_parts(path, parts)
    refuses(path, "đã hỏng hoặc bị sửa")
    assert not list(tmp_path.rglob("outside.pdf"))


def test_cut_off_archive_and_other_files_are_refused(office, tmp_path):
    path = backup(tmp_path / "one.zip")
    path.write_bytes(path.read_bytes()[:-500])
    refuses(path, "không phải là bản sao lưu")
    path.write_text("không phải zip")
    refuses(path, "không phải là bản sao lưu")
    refuses(tmp_path / "nowhere.zip", "Không có tệp")


def test_archive_of_other_tables_is_refused_with_the_way_out(office, tmp_path):
    path = backup(tmp_path / "one.zip")
    parts = read_parts(path)
    manifest = json.loads(parts["manifest.json"])
    manifest["migrations"]["cells"].append("0099_later")
    write_parts(path, parts | {"manifest.json": json.dumps(manifest).encode()})
    refuses(path, "mới hơn")
    manifest["migrations"]["cells"] = []
    write_parts(path, parts | {"manifest.json": json.dumps(manifest).encode()})
    refuses(path, "cũ hơn")


def rewrite_cells(path: Path, change) -> None:
    """An archive whose digests are right, with other bytes for the rows of the cells."""
    parts = read_parts(path)
    manifest = json.loads(parts["manifest.json"])
    name = "rows/cells.cell.jsonl"
    parts[name] = change(parts[name])
    part = next(p for p in manifest["rows"] if p["path"] == name)
    part["sha256"], part["size"] = hashlib.sha256(parts[name]).hexdigest(), len(parts[name])
    part["count"] = parts[name].count(b"\n")
    parts["manifest.json"] = json.dumps(manifest).encode()
    write_parts(path, parts)


def of_another_committee(text: bytes) -> bytes:
    first, *others = text.splitlines()
    row = json.loads(first)
    row[tables.columns_of(Cell).index("committee_id")] = 987654
    return b"\n".join([json.dumps(row).encode(), *others]) + b"\n"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (of_another_committee, "không khớp nhau"),
        (lambda text: text + b"no json\n", "đã hỏng hoặc bị sửa"),
        (lambda text: text + b"[1]\n", "đã hỏng hoặc bị sửa"),
        (lambda text: re.sub(rb"-\d\d-", b"-99-", text), "đã hỏng hoặc bị sửa"),
        (lambda text: text.rstrip(b"\n"), "đã hỏng hoặc bị sửa"),
    ],
)
def test_failure_in_the_middle_leaves_rows_and_files_as_they_were(
    office, tmp_path, settings, change, sentence
):
    path = backup(tmp_path / "one.zip")
    before = content(path)
    rewrite_cells(path, change)
    refuses(path, sentence)
    assert content(backup(tmp_path / "two.zip")) == before
    assert [p.name for p in Path(settings.MEDIA_ROOT).parent.glob(".files-*")] == []


@pytest.mark.parametrize("wrong", [{"migrations": 5}, {"migrations": {"cells": 5}}, {"rows": 5}])
def test_manifest_of_other_kinds_is_refused(office, tmp_path, wrong):
    path = backup(tmp_path / "one.zip")
    parts = read_parts(path)
    manifest = json.loads(parts["manifest.json"]) | wrong
    write_parts(path, parts | {"manifest.json": json.dumps(manifest).encode()})
    refuses(path, "không phải là bản sao lưu")


CUT_OFF = """
import os
from pathlib import Path
from audit.backup import archive, folder, services
with archive.ArchiveReader(Path({path!r})) as source:
    with folder.unpacked(source) as mark:
        if {is_committed}:
            services._replace_rows(source, mark)
        os._exit(7)
"""


@pytest.fixture
def machine(office, data_dir, tmp_path):
    """A data folder of its own on SQLite with the office in it, by the archive `first.zip`."""
    assert manage(data_dir, "restore", str(backup(tmp_path / "first.zip"))).returncode == 0
    return data_dir


@pytest.mark.processes
@pytest.mark.one_engine
@pytest.mark.parametrize("is_committed", [True, False])
def test_power_cut_leaves_rows_and_files_that_belong_together(machine, tmp_path, is_committed):
    path = tmp_path / "first.zip"
    paper = machine / "files" / "minutes" / "biên bản 1.pdf"
    paper.write_text("of the old rows")
    script = CUT_OFF.format(path=str(path), is_committed=is_committed)
    assert manage(machine, "shell", "-c", script).returncode == 7
    assert paper.read_text(errors="replace") == "of the old rows"

    assert manage(machine, "migrate").returncode == 0
    assert paper.read_bytes().startswith(b"%PDF" if is_committed else b"of the old rows")
    assert list(machine.glob(".files-*")) == []


def test_backup_says_what_it_cannot_write(office, tmp_path):
    with pytest.raises(CommandError, match="Không có thư mục"):
        backup(tmp_path / "nowhere" / "one.zip")
    with pytest.raises(CommandError, match="là thư mục"):
        backup(tmp_path)
    (tmp_path / "one.zip").write_text("of last year")
    with pytest.raises(CommandError, match="Đã có tệp"):
        backup(tmp_path / "one.zip")
    assert (tmp_path / "one.zip").read_text() == "of last year"


@pytest.mark.processes
@pytest.mark.one_engine
def test_backup_onto_a_full_disk_is_one_sentence_and_leaves_nothing(machine, tmp_path):
    """The shell's limit on a file's size stands for the full disk."""
    path = tmp_path / "one.zip"
    (machine / "files" / "large.pdf").write_bytes(os.urandom(1 << 20))
    command = f"ulimit -f 1000; exec '{sys.executable}' manage.py backup {path}"
    result = subprocess.run(
        ["sh", "-c", command],
        cwd=REPOSITORY,
        env={**os.environ, "DATA_DIR": str(machine), "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert result.returncode == 1
    assert result.stderr.startswith(f"Không ghi được {path}")
    assert len(result.stderr.splitlines()) == 1
    assert [p.name for p in tmp_path.iterdir() if "one.zip" in p.name] == []


def test_archive_is_for_its_owner_only_and_leaves_out_who_is_signed_in(office, tmp_path, client):
    client.force_login(User.objects.get(username="officer"))
    path = backup(tmp_path / "one.zip")
    assert path.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    assert not names & {"rows/sessions.session.jsonl", "rows/jobs.worker.jsonl"}
    assert "rows/audit.auditentry.jsonl" in names


@pytest.mark.processes
def test_empty_machine_takes_it_up_on_sqlite(office, tmp_path):
    """From this run's engine to an empty SQLite, and back: the same rows each time."""
    path = backup(tmp_path / "one.zip")
    before = content(path)
    other = tmp_path / "machine"
    restored = manage(other, "restore", str(path))
    assert (restored.returncode, restored.stderr) == (0, "")
    assert (other / "files" / "minutes" / "biên bản 1.pdf").exists()
    again = manage(other, "restore", str(path))
    assert again.returncode == 1
    assert again.stderr.strip().startswith("Ở đây đã có dữ liệu")
    assert manage(other, "backup", str(tmp_path / "two.zip")).returncode == 0
    assert content(tmp_path / "two.zip") == before

    Installation.objects.update(demonstration_day=None)
    call_command("restore", str(tmp_path / "two.zip"), "--replace", verbosity=0)
    assert content(backup(tmp_path / "three.zip")) == before


def test_reading_for_a_backup_keeps_no_writer_waiting(office, tmp_path):
    """On SQLite a backup reads beside the writers."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's readers never block writers")
    with tables.one_moment():
        list(tables.read_rows(Cell))
        renamed = subprocess.run(
            [
                sys.executable,
                "-c",
                WRITER,
                str(connection.settings_dict["NAME"]),
            ],
            check=False,
        )
        assert renamed.returncode == 0
        assert not Cell.objects.filter(position=99).exists()
    assert Cell.objects.filter(position=99).exists()


def refuses(path: Path, sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("restore", str(path), "--replace", verbosity=0)
    assert Committee.objects.filter(code="DUCAH").exists()


def read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
