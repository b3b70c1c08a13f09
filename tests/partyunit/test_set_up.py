"""The first start on a bare machine: what `setup.sh` installs, what it says, and where it may be cut off."""

import os
import shutil
import signal
import subprocess
import time

import pytest

from tests.partyunit.running import (
    ROOT,
    clean_environment,
    only_sentence,
    run_to_end,
    wait_until,
)

pytestmark = [pytest.mark.processes, pytest.mark.one_engine]


@pytest.fixture
def bare_tree(tmp_path):
    """The program's own files without an environment, and a PATH with nothing but the basic tools."""
    tree, tools = tmp_path / "tree", tmp_path / "tools"
    tree.mkdir()
    tools.mkdir()
    for name in (
        "run",
        "test",
        "setup.sh",
        "manage.py",
        "requirements.txt",
        "requirements-install.txt",
    ):
        shutil.copy(ROOT / name, tree / name)
    for name in (
        *("bash", "cat", "chmod", "dirname", "env", "find", "flock", "grep", "id", "mkdir"),
        *("mktemp", "printf", "readlink", "rm", "sh", "sha256sum", "sleep", "sort", "sync"),
        *("tail", "touch"),
    ):
        (tools / name).symlink_to(shutil.which(name))
    return tree, tools


def add_tool(tools, name, script):
    path = tools / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_unwritable_program_folder_is_refused(bare_tree, tmp_path):
    tree, tools = bare_tree
    (tree / ".venv").write_text("not a folder")
    result = run_to_end(program=tree / "run", PATH=str(tools), DATA_DIR=str(tmp_path / "data"))
    assert str(tree) in only_sentence(result)


def test_too_old_a_python_is_refused(bare_tree, tmp_path):
    tree, tools = bare_tree
    add_tool(tools, "python3", 'case "$2" in *print*) echo 3.9 ;; *) exit 1 ;; esac')
    result = run_to_end(program=tree / "run", PATH=str(tools), DATA_DIR=str(tmp_path / "data"))
    assert "3.9" in only_sentence(result)


@pytest.mark.parametrize("has_sudo", [True, False])
@pytest.mark.parametrize("program", ["run", "test"])
def test_missing_system_packages_are_one_line_to_type(bare_tree, tmp_path, program, has_sudo):
    tree, tools = bare_tree
    add_tool(tools, "id", "echo 1000")
    add_tool(tools, "apt-get", "exit 100")
    if has_sudo:
        add_tool(tools, "sudo", "exit 1")
    result = run_to_end(program=tree / program, PATH=str(tools), DATA_DIR=str(tmp_path / "data"))
    sentence = only_sentence(result)
    line = "sudo apt-get update && sudo apt-get install" if has_sudo else "su - -c 'apt-get update"
    assert line in sentence
    assert "python3-venv" in sentence
    assert ("redis-server" in sentence) == (program == "test")


def begin(tree, tools, tmp_path):
    """A set-up under way, to be interrupted; its words come on standard error."""
    return subprocess.Popen(
        [tree / "run"],
        env=clean_environment(PATH=str(tools), DATA_DIR=str(tmp_path / "data")),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def interrupt(process, *, when):
    wait_until(when.exists, seconds=10, what=str(when))
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=20)[1]
    assert process.returncode == 143
    return said


def test_packages_being_unpacked_are_waited_for(bare_tree, tmp_path):
    """A killed dpkg leaves the machine with half packages no later start can mend."""
    tree, tools = bare_tree
    add_tool(tools, "id", "echo 0")
    unpack = f"touch {tmp_path}/begun; sleep 2; touch {tmp_path}/done"
    add_tool(tools, "apt-get", f'case "$*" in update | *download-only*) ;; *) {unpack} ;; esac')
    said = interrupt(begin(tree, tools, tmp_path), when=tmp_path / "begun")
    assert (tmp_path / "done").exists()
    assert "Đang đợi trình quản lý gói" in said
    assert not (tree / ".venv" / "tmp").exists()


def test_packages_being_downloaded_are_not_waited_for(bare_tree, tmp_path):
    tree, tools = bare_tree
    add_tool(tools, "id", "echo 0")
    add_tool(tools, "apt-get", f"touch {tmp_path}/begun; sleep 60; touch {tmp_path}/done")
    process = begin(tree, tools, tmp_path)
    started = time.monotonic()
    interrupt(process, when=tmp_path / "begun")
    assert time.monotonic() - started < 10
    assert not (tmp_path / "done").exists()


def test_interrupted_package_manager_is_told_apart_from_the_network(bare_tree, tmp_path):
    tree, tools = bare_tree
    add_tool(tools, "id", "echo 0")
    add_tool(tools, "apt-get", "echo 'E: dpkg was interrupted, you must …'; exit 100")
    result = run_to_end(program=tree / "run", PATH=str(tools), DATA_DIR=str(tmp_path / "data"))
    last = result.stderr.splitlines()[-1]
    assert last.endswith("chạy lại: dpkg --configure -a")


PYTHON = """case "$*" in
*version_info\\[:2\\]*) echo 3.11 ;;
*"-m venv"*) mkdir -p "$3/bin" "$3/lib/half"; echo x >>"$LOG/venvs"; cat "$0" >"$3/bin/python"
  chmod +x "$3/bin/python" ;;
*"-m uv"*) mkdir "$LOG/../tree/.venv/lib/$$"; [ -e "$LOG/quick" ] || { touch "$LOG/begun"; sleep 60; } ;;
esac"""


def test_interrupted_installation_is_begun_anew(bare_tree, tmp_path):
    """A library half copied looks installed: nothing would ever mend it."""
    tree, tools = bare_tree
    log = tmp_path / "log"
    log.mkdir()
    add_tool(tools, "python3", PYTHON.replace("$LOG", str(log)))
    interrupt(begin(tree, tools, tmp_path), when=log / "begun")
    assert (log / "venvs").read_text() == "x\n"
    assert not (tree / ".venv" / "tmp").exists()

    (log / "quick").touch()
    for _ in range(2):
        result = run_to_end(program=tree / "run", PATH=str(tools), DATA_DIR=str(tmp_path / "data"))
        assert result.returncode == 0, result.stderr
    assert (log / "venvs").read_text() == "x\nx\n"
    assert result.stderr == ""


def test_no_network_at_the_first_start_is_one_sentence(bare_tree, tmp_path):
    tree, _tools = bare_tree
    nowhere = "http://127.0.0.1:1"
    result = run_to_end(
        program=tree / "run",
        DATA_DIR=str(tmp_path / "data"),
        HTTPS_PROXY=nowhere,
        HTTP_PROXY=nowhere,
        https_proxy=nowhere,
        PIP_CONFIG_FILE=os.devnull,
        PIP_FIND_LINKS="",
        PIP_NO_CACHE_DIR="1",
    )
    assert result.returncode == 1
    assert result.stdout == ""
    assert "hãy kiểm tra mạng" in result.stderr.splitlines()[-1]
