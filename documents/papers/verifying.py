"""Whether every kept paper is still what it was: the files against their digests, the frozen contents against theirs.

A row keeps a file beside its digest by one habit of naming (`pdf` and `pdf_sha256`), and a frozen
content in `frozen` and `content_sha256`, so no room has to be named here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from documents.papers.digest import is_intact, sha256_hex


@dataclass(frozen=True)
class Finding:
    """One kept thing and what is wrong with it; `fault` is empty when it is as it was."""

    row: models.Model
    what: str
    fault: str = ""


GONE, CHANGED = "gone", "changed"


def verify_papers() -> Iterator[Finding]:
    """Every kept file and every frozen content, voided rows too."""
    for model in apps.get_models():
        files = _kept_files(model)
        if not files and not _is_frozen(model):
            continue
        for row in model._base_manager.order_by("pk").iterator(chunk_size=100):
            yield from (_file(row, name) for name in files if getattr(row, f"{name}_sha256"))
            if _is_frozen(model) and row.content_sha256:
                yield _content(row)


def _names(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


def _kept_files(model: type[models.Model]) -> list[str]:
    fields = [field for field in model._meta.concrete_fields if isinstance(field, models.FileField)]
    return [field.name for field in fields if f"{field.name}_sha256" in _names(model)]


def _is_frozen(model: type[models.Model]) -> bool:
    return {"frozen", "content_sha256"} <= _names(model)


def _file(row: Any, name: str) -> Finding:
    file = getattr(row, name)
    try:
        with file.open("rb") as kept:
            digest = sha256_hex(kept.read())
    except (ValueError, OSError):  # none was kept, gone, or no longer a file that can be read
        return Finding(row, name, GONE)
    return Finding(row, name, "" if digest == getattr(row, f"{name}_sha256") else CHANGED)


def _content(row: Any) -> Finding:
    return Finding(row, "frozen", "" if is_intact(row.frozen, row.content_sha256) else CHANGED)
