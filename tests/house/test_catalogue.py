"""The English catalogue is complete, and the compiled file is the one made from it."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError

LOCALE = Path(__file__).resolve().parents[2] / "locale"
FOLDER = LOCALE / "en" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]")
LINE = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*)$')


def entries(folder=FOLDER):
    """The entries of a .po file: dicts of its keywords and their whole texts."""
    entry, key = {}, None
    for line in (folder / "django.po").read_text(encoding="utf-8").splitlines():
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

# -- what the sources say ---------------------------------------------------------------------------

ROOT = LOCALE.parent
HOUSES = sorted(path.parent for path in ROOT.glob("*/__init__.py") if path.parent.name != "tests")
CALLS = {"_", "_now", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
TEMPLATE_WORD = re.compile(r"""(?:{%\s*trans(?:late)?\s+|\b_\()("[^"]*"|'[^']*')""")
TEMPLATE_BLOCK = re.compile(
    r"{%\s*blocktrans(?:late)?\b(.*?)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL
)


def said_in_python(source: str):
    """The texts handed to gettext as they stand there, those inside an f-string too."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = node.args[: 2 if name.startswith("ngettext") else 1] if name in CALLS else []
        for text in texts:
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value


def said_in_template(source: str):
    """As the template engine looks them up: percent signs doubled, variables named by format."""
    for quoted in TEMPLATE_WORD.findall(source):
        yield quoted[1:-1].replace("%", "%%")
    for options, body in TEMPLATE_BLOCK.findall(source):
        for text in re.split(r"{%\s*plural\s*%}", body):
            if "trimmed" in options.split():
                text = " ".join(line.strip() for line in text.strip().splitlines())
            yield re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", text.replace("%", "%%"))


def said():
    """Every text of the program for people, and the file that says it."""
    for house in HOUSES:
        for path in house.rglob("*.py"):
            yield from ((text, path) for text in said_in_python(path.read_text(encoding="utf-8")))
    for path in (ROOT / "templates").rglob("*.*"):
        yield from ((text, path) for text in said_in_template(path.read_text(encoding="utf-8")))


def test_every_text_of_the_sources_is_in_the_catalogue():
    known = {entry[key] for entry in ENTRIES for key in ("msgid", "msgid_plural") if key in entry}
    texts = {text: str(path.relative_to(ROOT)) for text, path in said() if text}
    assert len(texts) > 3000
    assert {text: path for text, path in texts.items() if text not in known} == {}


def test_texts_are_read_where_they_hide():
    source = """f"{told} {_('một')}"; ngettext("hai", "ba", n); x.gettext("bốn"); _(name)"""
    assert set(said_in_python(source)) == {"một", "hai", "ba", "bốn"}
    page = (
        "{% translate 'Tỷ lệ %' %} {% field label=_(\"Tên\") %}"
        "{% blocktranslate trimmed with n=x.y %}\n  Có {{ n }}\n  dòng\n{% endblocktranslate %}"
    )
    assert list(said_in_template(page)) == ["Tỷ lệ %%", "Tên", "Có %(n)s dòng"]


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


@pytest.mark.parametrize("language", ["en", "vi"])
def test_compiled_catalogue_is_fresh(language):
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [
        e["msgid"]
        for e in entries(folder)
        if e["msgid"]
        and "msgstr" in e
        and "msgctxt" not in e
        and compiled.gettext(e["msgid"]) != e["msgstr"]
    ]
    assert stale == []


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        (
            forms.CharField(),
            "a\x00b",
            "Có ký tự không in được trong phần vừa ghi; hãy xóa đi và gõ lại.",
        ),
        (forms.IntegerField(), "hai", "Hãy ghi một số nguyên."),
        (forms.IntegerField(max_value=5), "6", "Số này lớn nhất là 5."),
        (forms.TimeField(), "25:00", "Giờ không có thật. Ghi dạng giờ:phút, ví dụ 14:30."),
        (forms.UUIDField(), "x", "Mã của dòng này không hợp lệ; hãy mở lại trang."),
        (forms.CharField(max_length=2), "abc", "Dài nhất 2 ký tự; phần vừa ghi dài 3."),
        (forms.CharField(), "", "Hãy ghi mục này."),
    ],
)
def test_sentences_of_the_framework_are_the_office_s(field, typed, sentence):
    with pytest.raises(ValidationError) as refusal:
        field.clean(typed)
    assert refusal.value.messages == [sentence]


def test_weak_password_is_refused_in_vietnamese():
    with pytest.raises(ValidationError) as refusal:
        MinimumLengthValidator(10).validate("ngan")
    assert refusal.value.messages == ["Mật khẩu quá ngắn, phải có ít nhất 10 ký tự."]
