"""Numbers that name a person: text whose leading zeros count, and which Excel likes to turn into numbers.

A citizen id (căn cước) has 12 digits: province 001–096, one digit of century and sex, two of the birth year (Nghị định
137/2015/NĐ-CP, Điều 13); an older identity card (CMND) has 9; a Party card 12 (38-HD/BTCTW 2025) or 8 before; a dossier 6
digits and the letters of its province. A number that lost zeros gets them back with a warning where only one can be meant.
"""

import re
from typing import Any

from django.utils.translation import gettext as _

from members.importing.cells import text_of
from members.importing.values import NOTHING, Read

NO_NUMBER = {"", "-", "--", "–", "0", "không", "không có", "chưa", "chưa có", "chưa cấp"}
CITIZEN_LENGTHS = {"citizen_id": (12,), "old_citizen_id": (9,)}
NO_PROVINCE = "456789"  # an old identity card begins with the number of its province, 01 to 38
SEXES = {"male": (0, 2, 4, 6, 8), "female": (1, 3, 5, 7, 9)}
CARD_AND_DOSSIER = re.compile(r"(\d{8}|\d{12})\s*[/;,-]\s*(\d{6}\s?/?\s?[A-ZĐ]{1,3})")
DOSSIER = re.compile(r"(\d{6})\s*[-./]?\s*([A-ZĐ]{1,4})")
LAST_LOST = re.compile(r"\d\d\s*[.,-]\s*\d{3,5}")  # `75.1234` lacks digits at its end
UUID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)


def digits_of(cell) -> tuple[str, str]:
    """The digits of a cell and what was found; no digits where the cell holds anything else."""
    found = text_of(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return (found, found) if found.isdigit() else ("", found)
    bare = re.sub(r"[.,]0+$", "", found) if re.fullmatch(r"\d+[.,]0+", found) else found
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+[.,]00?", bare):
        bare = bare.rpartition(bare[-2] if not bare[-2].isdigit() else bare[-3])[0]
    bare = re.sub(r"[\s.,'’`_-]", "", bare)
    return (bare if bare.isascii() and bare.isdigit() else "", found)


def _refused(found: str, expected: str) -> Read:
    return Read(
        error=_("“%(found)s” không đúng; cần %(expected)s.")
        % {"found": found, "expected": expected}
    )


def read_citizen_id(cell, *, target: str, row: dict[str, Any]) -> Read:
    """An id of 12 or 9 digits, each under its own target. `row` tells birth date and sex, which prove lost zeros."""
    found = text_of(cell)
    if found.casefold() in NO_NUMBER:
        return NOTHING
    expected = _("12 chữ số (chứng minh cũ: 9 chữ số)")
    digits, found = digits_of(cell)
    if not digits or re.search(r"\d[.,]?\d*e\+?\d", found, re.IGNORECASE):
        return _refused(found, expected)
    if target == "old_citizen_id" and len(digits) == 8:
        return _padded(digits, found, 9)
    if len(digits) == 9 and digits[0] in NO_PROVINCE:
        return Read(
            error=_("“%(found)s” giống số điện thoại, không phải số định danh.") % {"found": found}
        )
    if len(digits) == 9:
        return _as(target, "old_citizen_id", digits, found)
    if len(digits) == 12:
        return _as(target, "citizen_id", digits, found)
    if target == "citizen_id" and len(digits) in (10, 11):
        whole = digits.zfill(12)
        agrees = id_agrees(whole, row)
        if agrees or (len(digits) == 11 and agrees is None):
            return _padded(digits, found, 12)
    return _refused(found, expected)


def _as(asked: str, target: str, digits: str, found: str) -> Read:
    if asked == target:
        return Read(digits)
    told = {
        "old_citizen_id": _("“%(found)s” có 9 chữ số nên được ghi vào số CMND cũ."),
        "citizen_id": _("“%(found)s” có 12 chữ số nên được ghi vào số định danh cá nhân."),
    }
    return Read(warning=told[target] % {"found": found}, also={target: digits})


def _padded(digits: str, found: str, length: int) -> Read:
    whole = digits.zfill(length)
    return Read(
        whole,
        warning=_("“%(found)s” thiếu số 0 ở đầu, được hiểu là %(whole)s.")
        % {"found": found, "whole": whole},
    )


def id_agrees(citizen_id: str, row: dict[str, Any]) -> bool | None:
    """Whether a 12-digit id fits the birth year and sex of the row; None where the row does not tell."""
    born, sex = row.get("born_on"), row.get("sex")
    if not 1 <= int(citizen_id[:3]) <= 96:
        return False
    if born is None:
        return None
    century = (born.year // 100 - 19) * 2
    if int(citizen_id[4:6]) != born.year % 100 or int(citizen_id[3]) // 2 * 2 != century:
        return False
    return sex is None or int(citizen_id[3]) in SEXES[sex]


def read_card(cell, *, target: str) -> Read:
    """A Party card of 12 or 8 digits; a cell may hold the dossier's number behind it, or alone.

    Numbers of 5 to 7 digits are filled to 8, the length of an old card that a spreadsheet took the zeros from, and told.
    """
    found = text_of(cell)
    if found.casefold() in NO_NUMBER:
        return NOTHING
    if match := CARD_AND_DOSSIER.fullmatch(found.upper()):
        return Read(match[1], also={"dossier_no": re.sub(r"[\s/]", "", match[2])})
    if match := DOSSIER.fullmatch(found.upper()):
        return Read(
            warning=_("“%(found)s” được hiểu là số lý lịch.") % {"found": found},
            also={"dossier_no": match[1] + match[2]},
        )
    digits, found = digits_of(cell)
    lengths = (8,) if target == "card_no_old" else (12, 8)
    if len(digits) in lengths:
        return Read(digits)
    if len(digits) in (5, 6, 7) and not LAST_LOST.fullmatch(found):
        return _padded(digits, found, 8)
    if len(digits) in (10, 11) and 12 in lengths:
        return _padded(digits, found, 12)
    expected = _("8 chữ số") if lengths == (8,) else _("12 chữ số (thẻ cũ: 8 chữ số)")
    return _refused(found, expected)


def read_dossier(cell) -> Read:
    found = text_of(cell)
    if found.casefold() in NO_NUMBER:
        return NOTHING
    if match := DOSSIER.fullmatch(found.upper()):
        return Read(match[1] + match[2])
    digits, found = digits_of(cell)
    if len(digits) == 6:
        return Read(
            digits,
            warning=_("“%(found)s”: số lý lịch thiếu chữ ký hiệu ở cuối.") % {"found": found},
        )
    return _refused(found, _("số lý lịch gồm 6 chữ số và chữ ký hiệu, ví dụ 123456AB"))


def read_uid(cell) -> Read:
    """The id of the national database. A short number under the head `ID` only counts rows: nothing is read."""
    found = text_of(cell)
    if UUID.fullmatch(found):
        return Read(found)
    if len(found) < 8:
        return NOTHING
    sentence = _("“%(found)s” không có dạng mã của cơ sở dữ liệu đảng viên; hãy kiểm tra.")
    return Read(found, warning=sentence % {"found": found})


def read_digit_cells(cells: list) -> str:
    """An id written one digit to a cell; text that is no id where a cell holds anything else."""
    return "".join(text_of(cell) for cell in cells)
