"""The queue's settings for Celery, from the address of Redis or from the data folder."""

from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Asked for a message to be sent while the broker is away, Celery would wait for it for ever:
# the page that asked must answer, and the row is there already.
PATIENCE = {"max_retries": 1, "interval_start": 0, "interval_step": 0.2, "interval_max": 0.2}


def broker_url(redis_url: str) -> str:
    """Celery's form of a Redis address.

    `unix:///run/redis.sock?db=1`, as the Redis client writes it, is
    `redis+socket:///run/redis.sock?virtual_host=1` to Celery; `rediss://` has to say how
    certificates are checked, and they are. Raises ImproperlyConfigured.
    """
    parts = urlsplit(redis_url)
    query = dict(parse_qsl(parts.query))
    is_socket = parts.scheme in ("unix", "redis+socket")
    database = query.get("db", query.get("virtual_host", "0")) if is_socket else parts.path[1:]
    if not (database or "0").isdecimal():
        raise ImproperlyConfigured(f"REDIS_URL: expected a database's number, got {database!r}")
    if is_socket and not parts.path:
        raise ImproperlyConfigured("REDIS_URL: expected the path of a socket")
    if is_socket:
        if "db" in query:
            query["virtual_host"] = query.pop("db")
        login = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""
        return f"redis+socket://{login}{parts.path}{_query(query)}"
    if parts.scheme == "rediss":
        query.setdefault("ssl_cert_reqs", "required")
        return f"rediss://{parts.netloc}{parts.path}{_query(query)}"
    return redis_url


def _query(query: dict[str, str]) -> str:
    return f"?{urlencode(query, safe='/:')}" if query else ""


def redis_options() -> dict:
    """A message whose worker died comes back: after the timeout, looked for every two seconds."""
    return PATIENCE | {
        "visibility_timeout": 3600,
        "unacked_restore_interval": 2,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 3,
        "socket_timeout": 5,  # a hung server holds a page no longer than this
    }


def folder_options(folder: Path) -> dict:
    """Messages in a folder, looked for five times a second; read ones are kept for an hour."""
    return {
        "data_folder_in": str(folder / "messages"),
        "data_folder_out": str(folder / "messages"),
        "processed_folder": str(folder / "processed"),
        "control_folder": str(folder / "control"),
        "store_processed": True,
        "polling_interval": 0.2,
    }
