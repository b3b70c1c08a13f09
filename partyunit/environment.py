"""Reads the settings' environment variables; a wrong value is refused with the variable's name."""

import contextlib
import os
import re
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
SHORTEST_KEY = 50
HOST = r"\*|\.?[\w-]+(\.[\w-]+)*\.?|\[[0-9a-f:.]+\]"
ORIGIN = r"https?://[^/\s]+"


def read_text(name: str, default: str = "") -> str:
    """The variable, or the content of the file that NAME_FILE names."""
    path = os.environ.get(f"{name}_FILE")
    if not path:
        return os.environ.get(name, default)
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE: cannot read {path}: {error.strerror}") from error


def read_bool(name: str, *, default: bool) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}: expected 1 or 0, got {value!r}")


def read_int(name: str, *, default: int, low: int, high: int) -> int:
    value = os.environ.get(name) or str(default)
    if not value.isdecimal() or not low <= int(value) <= high:
        raise ImproperlyConfigured(
            f"{name}: expected a whole number from {low} to {high}, got {value!r}"
        )
    return int(value)


def read_choice(name: str, *, default: str, choices: tuple[str, ...]) -> str:
    value = (os.environ.get(name) or default).upper()
    if value not in choices:
        raise ImproperlyConfigured(f"{name}: expected one of {', '.join(choices)}, got {value!r}")
    return value


def read_hosts() -> list[str]:
    return _read_list("ALLOWED_HOSTS", HOST, "names or addresses without http:// and port")


def read_origins() -> list[str]:
    return _read_list("CSRF_TRUSTED_ORIGINS", ORIGIN, "origins such as https://name")


def _read_list(name: str, pattern: str, expected: str) -> list[str]:
    """The parts between the commas, each of the pattern."""
    parts = [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]
    for part in parts:
        if not re.fullmatch(pattern, part, re.ASCII | re.IGNORECASE):
            raise ImproperlyConfigured(f"{name}: expected {expected}, got {part!r}")
    return parts


def read_url(name: str, *, schemes: tuple[str, ...]) -> str:
    """A URL whose scheme is one of `schemes`, or the empty string."""
    value = read_text(name)
    try:
        parts = urlsplit(value)
        _checked = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: {error}") from error
    if value and parts.scheme not in schemes:
        raise ImproperlyConfigured(
            f"{name}: expected a URL starting with {' or '.join(s + '://' for s in schemes)}"
        )
    return value


def read_database(default: Path) -> dict:
    """DATABASE_URL as Django wants it; without one, SQLite in that file.

    The path goes to Django as it is: read as a URL, a folder named `a#b` or `a+b` is another one.
    """
    url = read_url("DATABASE_URL", schemes=("postgres", "postgresql", "sqlite"))
    if not url:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": default}
    database = environ.Env.db_url_config(url)
    if database["NAME"] in ("", ":memory:"):
        raise ImproperlyConfigured("DATABASE_URL: expected a database's name after the last /")
    # The program's processes work in a folder of their own: there another file has that name.
    if database["ENGINE"].endswith("sqlite3") and not database["NAME"].startswith("/"):
        raise ImproperlyConfigured(
            "DATABASE_URL: expected the whole path of the file, such as sqlite:////srv/office.db"
        )
    return database


def read_secret_key(data_dir: Path) -> str:
    """SECRET_KEY, SECRET_KEY_FILE, else a key made once and kept in the data folder."""
    key = read_text("SECRET_KEY")
    if key:
        if len(key) < SHORTEST_KEY:
            raise ImproperlyConfigured(f"SECRET_KEY: expected at least {SHORTEST_KEY} characters")
        return key
    path = data_dir / "secret_key"
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_text(encoding="ascii", errors="replace").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"DATA_DIR: cannot use {path}: {error.strerror}") from error
    if len(key) < SHORTEST_KEY or "\0" in key:
        raise ImproperlyConfigured(
            f"DATA_DIR: {path} holds no whole key; delete it and everyone signs in anew"
        )
    return key


def _make_key(path: Path) -> None:
    """Gives the key its name when it is whole on the disk; of two starts at once one makes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(unfinished, path)
    except PermissionError:  # a file system without links
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
