"""Vietnamese text: one normal form, folding for search, an ASCII key for sorting.

Both databases search and sort by stored columns made here, so they agree to the letter.
The sort key orders as ICU's `vi` collation: letters first (given name, then family, then
middle names), then the tones ngang, huyền, hỏi, ngã, sắc, nặng.
"""

import re
import unicodedata

# What has no shape: control characters, zero-width letters, marks that turn the direction of writing.
UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\ufffe\uffff]"  # no characters: XML, and so Word files, has no room for them
    # Pictures of a telephone and what only one make of type knows: a paper would print a box.
    r"| *[\u2600-\u27bf\ue000-\uf8ff\ufe00-\ufe0f\U0001f000-\U0010ffff]"
)
# The signs that Word takes from Wingdings, as those that the type of a paper has.
SIGNS = str.maketrans("\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0e0\uf0fc➢☐☑☒✓✔✗✘", "-▪▪•►→√►□√×√√××")
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
LETTER_KEYS = {
    letter: chr(ord("A") + i) if i < 26 else chr(ord("a") + i - 26)
    for i, letter in enumerate(LETTERS)
}
TONE_KEYS = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
LETTER_MARKS = {"\u0302", "\u0306", "\u031b"}


def normalise(text: str) -> str:
    """NFC, nothing that no paper can print, no space at the ends, inner runs of spaces made one (line breaks stay)."""
    lines = (
        unicodedata.normalize("NFC", UNPRINTABLE.sub("", text.translate(SIGNS)))
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .split("\n")
    )
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def one_line(text: str) -> str:
    """As `normalise`, in one line: a line break or tab of any kind is a space."""
    return normalise(" ".join(text.split()))


def fold(text: str) -> str:
    """Lower case without any diacritics, `đ` as `d`: what a search compares."""
    lowered = normalise(text).casefold().replace("đ", "d")
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def sort_key(full_name: str) -> str:
    """The ASCII key that orders people: given name ! family name ! middle names.

    Letters compare before tones, as a dictionary does, so each part is its letters,
    then a space, then one tone digit a syllable.
    """
    words = normalise(full_name).casefold().split()
    if not words:
        return ""
    parts = [words[-1:], words[:1] if len(words) > 1 else [], words[1:-1]]
    letters, tones = zip(*(_key_part(part) for part in parts), strict=True)
    return "!".join(letters) + "!!" + "!".join(tones)


def _key_part(words: list[str]) -> tuple[str, str]:
    pairs = [_syllable_key(word) for word in words]
    return " ".join(letters for letters, _ in pairs), "".join(tone for _, tone in pairs)


def _syllable_key(word: str) -> tuple[str, str]:
    letters: list[str] = []
    tone = "0"
    for char in unicodedata.normalize("NFD", word):
        if char in TONE_KEYS:
            tone = TONE_KEYS[char]
        elif char in LETTER_MARKS and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
    return "".join(
        LETTER_KEYS.get(letter, f"#{ord(letter):05x}" if not letter.isdigit() else letter)
        for letter in letters
    ), tone
