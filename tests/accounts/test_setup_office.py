"""Setting up a real office: by options and by answers, refused where something is impossible."""

import io
import os
import pty
import re
import signal
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from audit.models import AuditEntry
from cells.models import Cell, Committee, OrganisationName, Term
from partyunit.models import Installation
from tests.jobs.processes import REPOSITORY

QUESTION = re.compile(r"mật khẩu.*: ", re.IGNORECASE)

pytestmark = pytest.mark.django_db

OPTIONS = {
    "name": "Đảng ủy Công an huyện",
    "code": "DUCAH",
    "superior": "Đảng bộ huyện Tân Uyên",
    "place": "Tân Uyên",
    "founded": "03/04/2009",
    "username": "quantri",
    "full_name": "Quản Trị Thử",
}


def setup(**options) -> str:
    out = io.StringIO()
    call_command("setup_office", stdout=out, **{**OPTIONS, **options})
    return out.getvalue()


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def test_office_is_entered_with_cells_and_administrator(tmp_path, client):
    secret = tmp_path / "password"
    secret.write_text("mot-mat-khau-rieng\nsecond line\n")
    said = setup(cells=["TH=Tổng hợp", "DT=Chi bộ Điều tra@01/07/2010"], password_file=secret)

    committee = Committee.objects.get()
    assert (committee.code, f"{committee.founded_on:%d/%m/%Y}") == ("DUCAH", "03/04/2009")
    name = OrganisationName.objects.get(committee=committee)
    assert (name.name, name.short_name) == ("Đảng ủy Công an huyện", "Công an huyện")
    assert name.superior_line == "Đảng bộ huyện Tân Uyên"
    cells = Cell.objects.values_list("code", "name", "founded_on__year", "position")
    assert list(cells) == [("TH", "Tổng hợp", 2009, 1), ("DT", "Điều tra", 2010, 2)]
    printed = OrganisationName.objects.filter(cell__isnull=False).order_by("pk")
    assert list(printed.values_list("name", "superior_line")) == [
        ("Chi bộ Tổng hợp", "Đảng ủy Công an huyện"),
        ("Chi bộ Điều tra", "Đảng ủy Công an huyện"),
    ]
    assert Term.objects.filter(committee=committee).count() == 1
    user = User.objects.get()
    assert user.check_password("mot-mat-khau-rieng")
    assert not user.must_change_password
    assert user.access.administered_committee_ids == {committee.pk}
    assert not user.access.has_content
    assert Installation.objects.get().demonstration_day is None
    assert AuditEntry.objects.filter(actor__isnull=True, action="accounts.role.give").exists()
    assert "2 chi bộ" in said
    assert "mot-mat-khau-rieng" not in said


def test_password_is_made_and_shown_once_without_a_terminal():
    said = setup()
    password = said.strip().rpartition(" ")[2]
    user = User.objects.get()
    assert user.check_password(password)
    assert user.must_change_password


def test_second_office_is_refused():
    setup()
    with pytest.raises(CommandError, match="đã có dữ liệu") as refusal:
        setup(code="KHAC")
    assert refusal.value.returncode == 1
    assert Committee.objects.count() == 1


def test_demonstration_is_refused(today):
    with pytest.raises(CommandError, match="đã có dữ liệu"):
        setup()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"founded": "31/02/2009"}, "--founded: Ngày «31/02/2009» không có thật"),
        ({"founded": "01/01/2199"}, "--founded: Ngày thành lập không thể ở tương lai"),
        ({"username": "Quản Trị"}, "chữ thường không dấu"),
        ({"cells": ["không có dấu bằng"]}, "--cell: Không hiểu"),
        ({"cells": ["A=An ninh", "A=Điều tra"]}, "--cell: Mã chi bộ A ghi hai lần"),
        ({"cells": ["A=An ninh", "B=Chi bộ An ninh"]}, "--cell: Tên chi bộ An ninh ghi hai lần"),
        ({"cells": ["A=An ninh@01/01/2199"]}, "--cell: A: Ngày thành lập không thể ở tương lai"),
        ({"cells": ["A=An ninh@01/01/2001"]}, "--cell: A: Chi bộ không thể thành lập trước"),
        ({"cells": ["A=An ninh@30/02/2010"]}, "--cell: Ngày «30/02/2010»"),
        ({"term_from": "01/01/2001"}, "--term-from: Nhiệm kỳ phải bắt đầu"),
        ({"name": ""}, "Còn thiếu: --name"),
        ({"code": "x" * 30}, "--code"),
    ],
)
def test_impossible_input_is_refused_and_nothing_is_entered(options, sentence):
    with pytest.raises(CommandError, match=sentence) as refusal:
        setup(**options)
    assert refusal.value.returncode == 2
    assert not Committee.objects.exists()
    assert not User.objects.exists()
    assert not Installation.objects.exists()


@pytest.mark.parametrize("password", ["demo-2019", "ngan", "1234567890", ""])
def test_weak_password_is_refused(tmp_path, password):
    secret = tmp_path / "password"
    secret.write_text(password)
    with pytest.raises(CommandError, match="--password-file"):
        setup(password_file=secret)
    assert not User.objects.exists()


def at_a_terminal(data_dir):
    """The command on a data folder without an office, asking; what is written to the first is typed."""
    master, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "setup_office"],
        cwd=REPOSITORY,
        env={**os.environ, "DATA_DIR": str(data_dir), "DATABASE_URL": ""},
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    os.close(terminal)
    return master, process


@pytest.mark.processes
@pytest.mark.one_engine  # SQLite in a folder of its own
def test_ctrl_c_at_a_question_is_one_sentence(data_dir):
    master, process = at_a_terminal(data_dir)
    asked = b""
    while not asked.endswith(b": "):
        asked += os.read(process.stdout.fileno(), 4096)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=30)[0].decode()
    os.close(master)
    assert process.returncode == 130
    assert said.strip() == "Đã dừng; chưa có gì được ghi."


@pytest.mark.processes
@pytest.mark.one_engine  # SQLite in a folder of its own
def test_answers_are_asked_for_again_until_they_can_be_used(tmp_path):
    """At a terminal, on an empty data folder, as an office does it."""
    answers = [
        "Đảng ủy Công an huyện", "DUCAH", "Đảng bộ huyện Tân Uyên", "Tân Uyên",
        "31/02/2009", "01/01/2199", "03/04/2009", "Quản Trị", "quantri", "Quản Trị Thử",
        "không hiểu", "TH=Tổng hợp", "TH=Điều tra", "DT=Tổng hợp", "DT=Điều tra@01/01/2001", "",
    ]  # fmt: skip
    passwords = [
        "ngan",
        "quantri-thử",
        "mot-mat-khau-rieng",
        "khac",
        "mot-mat-khau-rieng",
        "mot-mat-khau-rieng",
    ]
    master, process = at_a_terminal(tmp_path)
    os.write(master, ("\n".join(answers) + "\n").encode())
    said = b""
    for asked, password in enumerate(passwords, start=1):
        # Typed ahead it would be thrown away: a password is read only after its question.
        while len(QUESTION.findall(said.decode(errors="ignore"))) < asked:
            read = os.read(process.stdout.fileno(), 4096)
            assert read, said.decode()
            said += read
        os.write(master, f"{password}\n".encode())
    output = (said + process.communicate(timeout=30)[0]).decode()
    os.close(master)
    assert process.returncode == 0, output
    assert "«31/02/2009» không có thật" in output
    assert "chữ thường không dấu" in output
    assert "Không hiểu «không hiểu»" in output
    for sentence in (
        "Ngày thành lập không thể ở tương lai.",
        "Mã chi bộ TH ghi hai lần.",
        "Tên chi bộ Tổng hợp ghi hai lần.",
        "DT: Chi bộ không thể thành lập trước đảng bộ của mình.",
        "Mật khẩu quá ngắn",
        "Mật khẩu quá giống với tên đăng nhập.",
    ):
        assert sentence in output
    assert "Hai lần gõ mật khẩu không giống nhau" in output
    assert "Đã lập Đảng ủy Công an huyện với 1 chi bộ" in output
    assert output.count("mot-mat-khau-rieng") == 0
