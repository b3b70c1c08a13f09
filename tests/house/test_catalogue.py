"""The English catalogue is complete, and the compiled file is the one made from it."""

import ast
import gettext
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "locale" / "en" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]")
LINE = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*)$')


def entries():
    """The entries of the .po file: dicts of its keywords and their whole texts."""
    entry, key = {}, None
    for line in (FOLDER / "django.po").read_text(encoding="utf-8").splitlines():
        if match := LINE.match(line):
            key = match[1]
            entry[key] = ast.literal_eval(match[2])
        elif line.startswith('"'):
            entry[key] += ast.literal_eval(line)
        elif not line and entry:
            yield entry
            entry, key = {}, None
    if entry:
        yield entry


ENTRIES = [entry for entry in entries() if entry.get("msgid")]


def test_every_message_has_its_english():
    assert len(ENTRIES) > 1500
    empty = [
        e["msgid"] for e in ENTRIES if not all(v for k, v in e.items() if k.startswith("msgstr"))
    ]
    assert empty == []
    assert "#, fuzzy" not in (FOLDER / "django.po").read_text(encoding="utf-8")


def test_placeholders_are_kept():
    wrong = [
        e["msgid"]
        for e in ENTRIES
        if "msgstr" in e
        and sorted(PLACEHOLDER.findall(e["msgid"])) != sorted(PLACEHOLDER.findall(e["msgstr"]))
    ]
    assert wrong == []


def test_compiled_catalogue_is_fresh():
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [
        e["msgid"]
        for e in ENTRIES
        if "msgstr" in e and "msgctxt" not in e and compiled.gettext(e["msgid"]) != e["msgstr"]
    ]
    assert stale == []
