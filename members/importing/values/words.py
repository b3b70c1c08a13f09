"""Names, and the words and abbreviations of lists: sex, posts, state, schooling."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from members.importing.cells import MARKS, NO_MARKS, says_nothing, text_of, tidy
from members.importing.headings import head_key
from members.importing.old_fonts import looks_like_old_font
from members.importing.values import NOTHING, Read
from members.models.person import check_name
from partyunit.text import fold

SEX_WORDS = {
    "nam": "male", "male": "male", "m": "male", "trai": "male", "nam gioi": "male", "ong": "male",
    "nu": "female", "female": "female", "f": "female", "gai": "female", "nu gioi": "female", "ba": "female",
}  # fmt: skip
# What stands behind a name and says that somebody is not, or no longer, here; with accents, for `Nghị` is a name.
NOT_HERE = re.compile(
    r"\b(chết|mất|từ trần|hy sinh|chuyển|nghỉ|ra khỏi|xin ra|miễn|đình chỉ|xóa tên|xoá tên|khai trừ|tạm thời)\b",
    re.IGNORECASE,
)
SALUTATION = re.compile(r"^(đ/c|đc\.|đồng chí|ông|bà|d/c)\s*:?\s+(?=\S)", re.IGNORECASE)
# `BS. Hà Đức Kiên`, `PGS.TS Lò Văn An`: of learning and office; none of them is a part of any name.
LEARNED = re.compile(
    r"^((bs|(bs)?ck(i{1,2}|[12])|đd|ds|ktv|nhs|ys|cn|cnđd|ks|kts|ths|th\.s|bsths|ts|tskh|pgs|gs|ls|ncs|gv|gvc)[. ]\s*)+(?=\S)",
    re.IGNORECASE,
)
RANK = re.compile(r"^(dai|thuong|trung|thieu) (ta|uy|si|tuong)\b|^(ha si|binh nhat|binh nhi)\b")
POSTS = {
    "bt": "Bí thư", "pbt": "Phó Bí thư", "cuv": "Chi ủy viên", "dv": "Đảng viên", "btcb": "Bí thư Chi bộ",
    "pbtcb": "Phó Bí thư Chi bộ", "btdu": "Bí thư Đảng ủy", "pbtdu": "Phó Bí thư Đảng ủy",
    "uvbtv": "Ủy viên Ban Thường vụ", "uvbch": "Ủy viên Ban Chấp hành", "duv": "Đảng ủy viên",
    "bt cb": "Bí thư Chi bộ", "pbt cb": "Phó Bí thư Chi bộ", "bt du": "Bí thư Đảng ủy", "cu vien": "Chi ủy viên",
    "pbt du": "Phó Bí thư Đảng ủy", "b thu": "Bí thư", "p bi thu": "Phó Bí thư", "p bthu": "Phó Bí thư",
    "secretary": "Bí thư", "deputy secretary": "Phó Bí thư", "committee member": "Chi ủy viên", "party member": "Đảng viên",
    "member": "Đảng viên",
}  # fmt: skip
STATES = {
    "active": "đang sinh hoạt đảng|đang sinh hoạt|đsh|đang sh|đang hoạt động|sinh hoạt|đang công tác|đang sh đảng|hoạt động|đang sinh hoạt tại chi bộ|đang sh tại chi bộ|bình thường",
    "exempt": """miễn sinh hoạt|msh|miễn sh|miễn công tác và sinh hoạt|miễn công tác và sinh hoạt đảng|miễn sinh hoạt đảng
        |được miễn sinh hoạt|miễn shđ|miễn sh đảng|miễn công tác sinh hoạt|miễn công tác và sinh hoạt""",
    "suspended": "đình chỉ sinh hoạt|đình chỉ|đình chỉ sh|đình chỉ sinh hoạt đảng|đcsh|bị đình chỉ sinh hoạt",
    "interrupted": "gián đoạn sinh hoạt|gián đoạn|gián đoạn sinh hoạt đảng|gián đoạn sh",
    "left": "rời khỏi đảng|ra khỏi đảng|đưa ra khỏi đảng|ra đảng|rời đảng",
    "died": "từ trần|đã mất|mất|chết|tt|qua đời|đã từ trần|hy sinh|đã chết",
    "transferred_out": "chuyển đi|cđi|chuyển sinh hoạt|đã chuyển đi|chuyển sinh hoạt chính thức|chuyển sinh hoạt đi|đã chuyển",
    "temporary_out": "tạm thời đi|chuyển sinh hoạt tạm thời|chuyển tạm thời|sinh hoạt tạm thời nơi khác|chuyển đi tạm thời",
    "temporary_in": "tạm thời đến|sinh hoạt tạm thời đến|chuyển đến tạm thời|nơi khác đến sinh hoạt tạm thời",
    "removed": "xóa tên|xt|bị xóa tên|đã xóa tên",
    "resigned": "xin ra|xin ra khỏi đảng|cr|cho ra|cho ra khỏi đảng|xin ra đảng",
    "expelled": "khai trừ|kt|bị khai trừ|đã khai trừ|khai trừ khỏi đảng",
}  # fmt: skip
STATE_WORDS = {
    head_key(word): state for state, words in STATES.items() for word in words.split("|")
}
NO_CERTIFICATE = {"khong", "khong co", "chua", "chua co"}
DITTO_SIGNS = {'"', "”", "“", "″", "〃", "〞"}
DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}( .*)?|\d{1,2}/(19|20)\d{2}")
LONGEST_MARK, LONGEST_DITTO = 8, 16  # letters: most cells are longer, and are many
NUMBER_FROM = 4  # digits: a year, a telephone, an id
STAGES = {
    "chinh thuc": False, "dvct": False, "dang vien chinh thuc": False,
    "du bi": True, "dvdb": True, "dang vien du bi": True,
}  # fmt: skip
UNCLEAR_STATES = {"ct", "cdt"}


def read_name(cell) -> Read:
    """A name as it was typed, capitals included; nothing but letters can be one."""
    found = text_of(cell)
    if not found:
        return NOTHING
    if isinstance(cell, (int, float, dt.date)):
        return _no_name(found)
    if _holds_two(cell):
        return Read(
            error=_("Ô có hai họ tên: “%(found)s”; hãy để mỗi tên một ô.") % {"found": found}
        )
    name = _without_aside(LEARNED.sub("", SALUTATION.sub("", found)))
    if not is_name(name):
        return _no_name(found)
    if NOT_HERE.search(found.rpartition(name)[2]):
        return Read(error=_("“%(found)s”: ngoài họ tên phải có cột riêng.") % {"found": found})
    if RANK.match(fold(name)):
        return Read(
            error=_("“%(found)s” có cấp bậc hàm; hãy để tên riêng một ô.") % {"found": found}
        )
    if looks_like_old_font(name):
        return Read(
            error=_("“%(found)s” có chữ của phông cũ (TCVN3, VNI); cần gõ bằng Unicode.")
            % {"found": found}
        )
    return Read(name, warning=_what_to_check(name, found))


def _what_to_check(name: str, found: str) -> str:
    """What is said of a name that is taken, and may still not be the person's whole name."""
    told = {"found": found, "name": name}
    if " " not in name:
        return _("“%(found)s” chỉ có một chữ; hãy kiểm tra.") % told
    if "." in name:
        return _("“%(found)s” có chữ viết tắt; hãy kiểm tra họ tên.") % told
    return _("“%(found)s” được đọc là “%(name)s”.") % told if name != found else ""


def is_name(text: str) -> bool:
    """Letters of the Latin script only: full-width and Cyrillic ones look the same and never match; and one person's."""
    try:
        check_name(text)
    except ValidationError:
        return False
    letters = [sign for sign in text if sign.isalpha()]
    return (
        " - " not in text
        and " và " not in text
        and all(unicodedata.name(s, "").startswith("LATIN") for s in letters)
    )


def _holds_two(cell) -> bool:
    """Whether the lines of a cell are two full names, as of the paper of birth; one long name may go over two lines."""
    lines = [fold(line).split() for line in re.split(r"[\r\n]+", str(cell)) if tidy(line)]
    return len(lines) > 1 and min(map(len, lines)) > 1 and len({line[0] for line in lines}) == 1


def _without_aside(name: str) -> str:
    """The name of `Lò Văn A (nữ)` or `Lò Văn A *`."""
    match = re.fullmatch(r"([^()\[\]]+?)\s*(\([^()]*\)|\[[^\]]*\]|\*+)", name)
    return match[1] if match else name


def _no_name(found: str) -> Read:
    return Read(error=_("“%(found)s” không phải là họ tên.") % {"found": found})


def read_sex(cell) -> Read:
    found = text_of(cell)
    if not found:
        return NOTHING
    is_sure = "ă" not in found.casefold() and "?" not in found
    if is_sure and (sex := SEX_WORDS.get(head_key(found))) is not None:
        return Read(sex)
    return Read(error=_("“%(found)s” không phải là giới tính; cần nam hoặc nữ.") % {"found": found})


def is_marked(cell) -> bool | None:
    """Whether a cell of a column to be ticked is ticked; None where it holds something else."""
    text = text_of(cell)
    if len(text) > LONGEST_MARK:
        return None
    key = fold(text)
    if key in MARKS:
        return True
    return False if key in NO_MARKS else None


def read_text(cell) -> Read:
    """A place, a cell, a post of work: anything but a day, a long number or a tick (`1` may call a cell)."""
    found = text_of(cell)
    if isinstance(cell, dt.date) or DAY.fullmatch(found):
        return Read(error=_("“%(found)s” là một ngày, không đúng mục này.") % {"found": found})
    has_letters = any(map(str.isalpha, found))
    if sum(map(str.isdigit, found)) >= NUMBER_FROM and not has_letters:
        return _needs_words(found)
    if is_marked(cell) and not found.isdigit():
        return _needs_words(found)
    return NOTHING if says_nothing(found) else Read(found)


def _needs_words(found: str) -> Read:
    return Read(error=_("“%(found)s” không đúng mục này; cần ghi bằng chữ.") % {"found": found})


def is_ditto(cell) -> bool:
    """`nt`, `-nt-`, `như trên`, a double quote: the cell above over again, and nobody knows how far up."""
    text = text_of(cell)
    return text in DITTO_SIGNS or (
        len(text) <= LONGEST_DITTO and head_key(text) in ("nt", "n t", "nhu tren", "nhu dong tren")
    )


def read_word(cell) -> Read:
    """An ethnicity or a religion: words, no number and no tick."""
    read = read_text(cell)
    if read.value and (
        is_marked(cell)
        or any(map(str.isdigit, read.value))
        or len(read.value) > 40
        or head_key(read.value) in ("khong ro", "chua ro")
    ):
        return _needs_words(read.value)
    return read


def read_certificate(cell) -> Read:
    """A language or IT certificate by its name; a mere tick names none."""
    read = read_text(cell)
    if head_key(read.value or "") in NO_CERTIFICATE:
        return NOTHING
    if read.value and (is_marked(cell) or not any(map(str.isalpha, read.value))):
        return Read(error=_("“%(found)s” không nói rõ chứng chỉ nào.") % {"found": read.value})
    return read


def read_post(cell) -> Read:
    """A post by its full words; `BT, PBT, CUV, ĐV` written out (abbreviations of ward lists)."""
    found = text_of(cell)
    if says_nothing(found) or head_key(found) in ("khong", "0"):
        return NOTHING
    if head_key(found) in ("", "x") or not any(map(str.isalpha, found)):
        return _unknown_post(found)
    return Read(POSTS.get(head_key(found), found))


def _unknown_post(found: str) -> Read:
    return Read(error=_("“%(found)s” không rõ là chức vụ gì.") % {"found": found})


def read_status(cell, *, answers: Mapping[str, str]) -> Read:
    """The state by its words; `Dự bị` in its column is of the stage."""
    found = text_of(cell)
    key = head_key(found)
    if key in STAGES:
        return Read(also={"is_probationary": STAGES[key]})
    if says_nothing(found):
        return NOTHING
    if state := STATE_WORDS.get(key) or (
        answers.get(f"status:{key}") if key in UNCLEAR_STATES else None
    ):
        return Read(state)
    return Read(
        error=_(
            "“%(found)s” không rõ là trạng thái nào; cần ghi đủ chữ, ví dụ Đang sinh hoạt Đảng."
        )
        % {"found": found}
    )


def read_probation(cell) -> Read:
    """`Chính thức` or `Dự bị`; a tick in a column headed dự bị."""
    key = head_key(text_of(cell))
    stages = STAGES | {"ct": False, "db": True}
    if key in stages:
        return Read(stages[key])
    marked = is_marked(cell)
    if marked is None:
        return Read(
            error=_("“%(found)s” không rõ là chính thức hay dự bị.") % {"found": text_of(cell)}
        )
    return Read(True) if marked else NOTHING
