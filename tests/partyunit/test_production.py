"""The production shape: the very commands of docker-compose.yml, started here on real servers."""

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import psycopg
import pytest
import yaml

from tests.partyunit.running import (
    ROOT,
    database_of_its_own,
    free_port,
    get,
    run_to_end,
    wait_until,
)

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("web", "worker", "scheduler")
VARIABLE = re.compile(r"\$(?:(\$)|\{(\w+)(?::([-?])([^}]*))?\})")

on_servers = pytest.mark.skipif(
    "DATABASE_URL" not in os.environ or "REDIS_URL" not in os.environ,
    reason="needs the PostgreSQL and Redis of the second run",
)


def interpolate(text: str, values: dict[str, str]) -> str:
    """What compose makes of ${NAME}, ${NAME:-default}, ${NAME:?message} and $$."""

    def value_of(match):
        dollar, name, kind, rest = match.groups()
        if dollar:
            return "$"
        if values.get(name):
            return values[name]
        if kind == "?":
            raise KeyError(rest)
        return rest or ""

    return VARIABLE.sub(value_of, text)


def test_compose_asks_for_every_secret_and_defaults_none():
    environment = SERVICES["web"]["environment"]
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"):
        with pytest.raises(KeyError, match="is missing"):
            interpolate(environment[name], {})


def test_every_service_tells_its_health_and_runs_the_same_environment():
    for name in (*OURS, "database", "redis"):
        assert SERVICES[name]["healthcheck"]["test"], name
    for name in (*OURS, "migrate"):
        assert SERVICES[name]["environment"] == SERVICES["web"]["environment"]
        assert SERVICES[name]["volumes"] == ["files:/data"]
        assert SERVICES[name]["read_only"] is True
    assert set(COMPOSE["volumes"]) == {"database", "files"}


def test_only_this_machine_is_answered_unless_told_otherwise():
    (port,) = SERVICES["web"]["ports"]
    assert interpolate(port, {}) == "127.0.0.1:8000:8000"
    assert interpolate(port, {"BIND": "0.0.0.0", "PORT": "80"}) == "0.0.0.0:80:80"


def test_image_runs_as_an_ordinary_user_and_checks_what_it_installs():
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert "USER partyunit" in lines
    assert any("--require-hashes -r requirements.txt" in line for line in lines)


class Office:
    """The services of docker-compose.yml as processes here: `/data` is a folder of the test."""

    def __init__(self, folder: Path):
        self.data = folder / "data"
        self.data.mkdir()
        self.log = folder / "log"
        self.port = free_port()
        self.variables = {
            "SECRET_KEY": "only-for-the-test-" + "x" * 40,
            "DATABASE_PASSWORD": "unused",
            "ALLOWED_HOSTS": "register.example",
            "PORT": str(self.port),
        }
        self.servers: dict[str, str] = {}
        self.running: dict[str, subprocess.Popen] = {}

    def mount(self, text: str) -> str:
        return interpolate(text, self.variables).replace("/data", str(self.data))

    def environment(self, service: str) -> dict[str, str]:
        told = SERVICES[service].get("environment", {})
        return {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(self.data.parent),
            "TMPDIR": str(self.data.parent),
            "PYTHONUTF8": "1",
            **{name: self.mount(str(value)) for name, value in told.items()},
            **self.servers,
        }

    def start(self, service: str, *more: str) -> subprocess.Popen:
        command = [self.mount(part) for part in SERVICES[service]["command"]]
        with self.log.open("a") as log:
            self.running[service] = subprocess.Popen(
                [*command, *more],
                cwd=ROOT,
                env=self.environment(service),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self.running[service]

    def is_healthy(self, service: str) -> bool:
        assert self.running[service].poll() is None, self.log.read_text()
        kind, *command = [self.mount(part) for part in SERVICES[service]["healthcheck"]["test"]]
        if kind == "CMD-SHELL":
            command = ["sh", "-c", *command]
        result = subprocess.run(
            command, cwd=ROOT, env=self.environment(service), capture_output=True, timeout=30
        )
        return result.returncode == 0

    def manage(self, *arguments: str) -> subprocess.CompletedProcess:
        result = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment("web"),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert result.returncode == 0, result.stderr
        return result

    def kill(self) -> None:
        for process in self.running.values():
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            process.wait()


@pytest.fixture(scope="module")
def database_url():
    with database_of_its_own("production") as url:
        yield url


@pytest.fixture(scope="module")
def office(tmp_path_factory, database_url):
    """All services up and healthy, with the demonstration loaded."""
    folder = tmp_path_factory.mktemp("office")
    office = Office(folder)
    office.servers = {"DATABASE_URL": database_url, "REDIS_URL": f"unix://{folder}/redis"}
    try:
        office.start(
            "redis", "--port", "0", "--unixsocket", f"{folder}/redis", "--dir", str(folder)
        )
        wait_until((folder / "redis").exists, seconds=10, what="Redis")
        assert office.start("migrate").wait(timeout=120) == 0, office.log.read_text()
        office.manage("load_demo")
        for service in OURS:
            office.start(service)
        for service in OURS:
            wait_until(lambda s=service: office.is_healthy(s), seconds=60, what=service)
        yield office
    finally:
        office.kill()


def ask(office: Office, path: str, **headers: str):
    """The answer as the office's TLS end gets it, redirects not followed."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_args, **_kwargs):
            return None

    request = urllib.request.Request(f"http://127.0.0.1:{office.port}{path}", headers=headers)
    try:
        return urllib.request.build_opener(Stay).open(request, timeout=30)
    except urllib.error.HTTPError as answer:
        return answer


@on_servers
@pytest.mark.processes
def test_pages_answer_behind_the_tls_end(office):
    assert get(f"http://127.0.0.1:{office.port}/health/")[0] == 200
    behind = {"Host": "register.example", "X-Forwarded-Proto": "https"}
    page = ask(office, "/tai-khoan/dang-nhap/", **behind)
    assert page.status == 200
    assert "max-age=31536000" in page.headers["Strict-Transport-Security"]
    assert "Secure" in page.headers["Set-Cookie"]
    plain = ask(office, "/", Host="register.example")
    assert plain.headers["Location"] == "https://register.example/"
    assert ask(office, "/", Host="elsewhere.example").status == 400
    assert ask(office, "/static/app.css", **behind).status == 200


@on_servers
@pytest.mark.processes
def test_worker_makes_a_report(office):
    target = office.data / "report.pdf"
    office.manage("make_report", "annual", "2018", "--output", str(target))
    assert target.read_bytes().startswith(b"%PDF-")
    script = "from jobs.models import Job; print(Job.objects.latest('pk').claimed_by)"
    holder = office.manage("shell", "--verbosity", "0", "-c", script).stdout
    pid = int(re.search(r":(\d+):", holder)[1])
    assert os.getpgid(pid) == office.running["worker"].pid


@on_servers
@pytest.mark.processes
def test_services_stop_cleanly_when_told(office):
    grace = int(SERVICES["web"]["stop_grace_period"].removesuffix("s"))
    written = len(office.log.read_text())
    for service in OURS:
        office.running[service].terminate()
    for service in OURS:
        assert office.running[service].wait(timeout=grace) == 0, office.log.read_text()
    assert "Traceback" not in office.log.read_text()[written:]


def only_refusal(folder: Path, url: str) -> str:
    result = run_to_end(DATA_DIR=str(folder), DATABASE_URL=url)
    assert result.returncode == 1
    (line,) = result.stderr.strip().splitlines()
    return line


@on_servers
@pytest.mark.processes
def test_database_without_vietnamese_letters_is_refused(tmp_path):
    options = "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    with database_of_its_own("latin", options) as url:
        assert "bảng mã LATIN1" in only_refusal(tmp_path, url)


@on_servers
@pytest.mark.processes
def test_database_the_user_may_make_no_tables_in_is_refused(tmp_path):
    with database_of_its_own("closed") as url:
        guest = f"guest_{os.getpid()}"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {guest} LOGIN")
            connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
            try:
                refusal = only_refusal(tmp_path, url.replace("//partyunit@", f"//{guest}@"))
            finally:
                connection.execute(f"DROP ROLE {guest}")
    assert "permission denied for schema public" in refusal
