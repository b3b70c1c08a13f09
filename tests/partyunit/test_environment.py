"""What the environment says: a path is never read as an address, a wrong value is refused by its name."""

import logging
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from partyunit import addresses, environment
from partyunit.broker import broker_url


@pytest.fixture(autouse=True)
def _nothing_said(monkeypatch):
    for name in ("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("folder", ["/srv/office#1", "/srv/a+b?c", "/srv/%41", "/srv/phòng 1"])
def test_default_database_lies_in_the_folder_as_it_is_named(folder):
    path = Path(folder) / "db.sqlite3"
    assert environment.read_database(path)["NAME"] == path


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("mysql://host/name", "postgres://"),
        ("postgres://", "name"),
        ("postgres://user@host/", "name"),
        ("postgres://host:eighty/name", "eighty"),
        ("sqlite://", "name"),
        ("sqlite:///office.db", "whole path"),
    ],
)
def test_database_that_cannot_be_is_refused(monkeypatch, value, part):
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(ImproperlyConfigured, match=f"DATABASE_URL: .*{part}"):
        environment.read_database(Path("/srv/db.sqlite3"))


@pytest.mark.parametrize("value", ["redis://host:6379/first", "unix:///run/redis?db=x", "unix://"])
def test_redis_that_cannot_be_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="REDIS_URL: "):
        broker_url(value)


@pytest.mark.parametrize("value", ["http://name/", "may chu", "name:8000", "fd00::1", "máy-chủ"])
def test_host_that_no_browser_sends_is_refused(monkeypatch, value):
    monkeypatch.setenv("ALLOWED_HOSTS", f"register.example,{value}")
    with pytest.raises(ImproperlyConfigured, match=r"ALLOWED_HOSTS: .*got"):
        environment.read_hosts()


def test_hosts_are_read(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "may-chu, .example.vn,192.0.2.10, [fd00::1],*,")
    expected = ["may-chu", ".example.vn", "192.0.2.10", "[fd00::1]", "*"]
    assert environment.read_hosts() == expected


def test_origin_without_its_scheme_is_refused(monkeypatch):
    monkeypatch.setenv("CSRF_TRUSTED_ORIGINS", "name.example")
    with pytest.raises(ImproperlyConfigured, match=r"CSRF_TRUSTED_ORIGINS: .*https://"):
        environment.read_origins()


def test_addresses_to_type_are_those_that_are_answered(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "may-chu,.example.vn,192.0.2.10")
    assert addresses.browser_urls("0.0.0.0", 8000) == [
        "http://127.0.0.1:8000/",
        "http://may-chu:8000/",
        "http://192.0.2.10:8000/",
    ]
    assert addresses.browser_urls("::1", 8000) == ["http://[::1]:8000/"]
    assert "ALLOWED_HOSTS" in addresses.children_environment("0.0.0.0")
    monkeypatch.setenv("ALLOWED_HOSTS", "")
    assert addresses.children_environment("192.0.2.10")["ALLOWED_HOSTS"] == "192.0.2.10"


def test_key_is_made_once_whole_and_for_its_owner_only(tmp_path):
    key = environment.read_secret_key(tmp_path / "data")
    assert len(key) >= 50
    assert environment.read_secret_key(tmp_path / "data") == key
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret_key"]
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "cut off", "\x00" * 67])
def test_key_that_is_not_whole_is_refused_with_the_way_out(tmp_path, text):
    (tmp_path / "secret_key").write_text(text)
    with pytest.raises(ImproperlyConfigured, match="delete it"):
        environment.read_secret_key(tmp_path)


def test_refused_request_is_one_line_of_the_log(client, caplog, settings):
    settings.ALLOWED_HOSTS = ["localhost"]
    with caplog.at_level(logging.ERROR):
        assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400
    console = logging.getLogger().handlers
    shown = next(
        h for h in console if any(type(f).__name__ == "OneLineRefusals" for f in h.filters)
    )
    (record,) = [r for r in caplog.records if "elsewhere" in r.getMessage()]
    shown.filter(record)
    assert len(shown.format(record).splitlines()) == 1
