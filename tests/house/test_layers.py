"""Imports point one way: an app uses only what stands to its left (docs/architecture.md)."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ORDER = [
    "partyunit",
    "audit",
    "jobs",
    "cells",
    "regulations",
    "accounts",
    "documents",
    "members",
    "meetings",
    "awards",
    "evaluations",
    "reports",
]
# The project package's wiring names every room by design; so does nobody else.
WIRING = {"partyunit/settings.py", "partyunit/urls.py"}
BY_NAME = re.compile(r"^([a-z]+)\.[A-Z]\w+$")


def modules(app: str) -> list[Path]:
    return [p for p in (ROOT / app).rglob("*.py") if "migrations" not in p.parts]


def imported_apps(tree: ast.AST) -> set[str]:
    """Apps reached by import statements, `get_model("app.Model")` and relations by name."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Call):
            found |= named_models(node)
    return found & set(ORDER)


def named_models(call: ast.Call) -> set[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name == "get_model":
        return {text.split(".")[0] for text in texts[:1]}
    if name.endswith(("ForeignKey", "OneToOneField", "ManyToManyField")):
        return {match[1] for text in texts if (match := BY_NAME.match(text))}
    return set()


@pytest.mark.parametrize("app", ORDER)
def test_app_imports_only_from_its_left(app):
    allowed = set(ORDER[: ORDER.index(app) + 1])
    wrong = [
        f"{path.relative_to(ROOT)} imports {used}"
        for path in modules(app)
        if str(path.relative_to(ROOT)) not in WIRING
        for used in sorted(imported_apps(ast.parse(path.read_text())) - allowed)
    ]
    assert wrong == []


def test_named_models_are_seen():
    tree = ast.parse(
        "apps.get_model('reports.Report'); ForeignKey('members.Member'); get_model('awards', 'Award')"
    )
    assert imported_apps(tree) == {"reports", "members", "awards"}


def test_every_app_of_the_order_is_installed(settings):
    assert [app for app in settings.INSTALLED_APPS if app in ORDER] == ORDER


@pytest.mark.parametrize("path", [p for app in ORDER for p in modules(app)], ids=str)
def test_module_keeps_its_ceiling(path):
    lines = path.read_text().count("\n")
    assert lines <= 420, f"{path} has {lines} lines"
