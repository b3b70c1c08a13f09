"""A setting or a command that is not in docs/operations.md does not exist for the office."""

import re
from pathlib import Path

import pytest

from tests.house.test_catalogue import ENTRIES
from tests.house.test_layers import ORDER

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
READ = re.compile(r'read_(?:text|bool|int|choice|list|url)\(\s*"([A-Z_]+)"')
SOURCES = [path for app in ORDER for path in (ROOT / app).rglob("*.py")]
VARIABLES = sorted({name for path in SOURCES for name in READ.findall(path.read_text())})
COMMANDS = sorted(
    path.stem
    for app in ORDER
    for path in (ROOT / app / "management" / "commands").glob("[a-z]*.py")
)


@pytest.mark.parametrize("name", [*VARIABLES, "SECRET_KEY"])
def test_setting_is_documented(name):
    assert f"`{name}`" in OPERATIONS


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented(name):
    assert re.search(rf"`{name}\b", OPERATIONS)


def test_links_of_the_docs_lead_somewhere():
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.name}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_guide_names_what_the_pages_say():
    """A button or page that the guide names in «» is called so in the program, letter by letter."""
    guide = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    said = {entry["msgid"] for entry in ENTRIES}
    assert {name for name in re.findall("«([^»]+)»", guide) if name not in said} == set()
