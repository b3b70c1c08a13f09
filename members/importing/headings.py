"""What the head of a column says: the text of its header rows, folded and without signs, against the words of `targets`."""

import re
from functools import lru_cache

from members.importing.cells import LOOK_ALIKES
from members.importing.head_words import meaning
from members.importing.targets import LEFT_OUT, PHRASES, TARGETS
from members.importing.vocabulary import OF_THE_PARTY, PEOPLES, RELIGIONS
from partyunit.text import fold, normalise

LEFT_OUT_KEY = ""
LEGEND = re.compile(
    r"(?<![\w.])(\d{1,2}\s*[:=.–-]|[^\W\d_]{1,2}\s*[:=]|\d(?=\s+[^\W\d]))\s*([^\W\d_][^,;:=()\[\]\d/]*)"
)
SPELLED = re.compile(r"(?<=\b[a-z]) (?=[a-z]\b)")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# `2. Ngày sinh` in a form of questions.
NUMBER = re.compile(r"\A\s*(câu\s*)?\d{1,2}\s*[.):]\s*(?=\D)", re.IGNORECASE)
# A parent that speaks of somebody or something else: its "Họ và tên" or "Ngày cấp" is not the member's.
SOMEBODY_ELSE = re.compile(
    r"\b(gioi thieu|nuoc ngoai|khen thuong|ky luat|"
    r"doan|cong doan|bao hiem|bhxh|bhyt|nguoi giup do|phan cong|cap uy vien|nguoi lap|huy hieu|quyet dinh|"
    r"cccd|cmnd|can cuoc|bo nhiem|luan chuyen|lien he|bao tin)\b"
)
# Family, told by accents where there are some: folded, `bố` is the `bộ` of `Đảng bộ` and `lương` is `lượng`.
FAMILY = re.compile(
    r"\b(vợ|chồng|cha|bố|mẹ|con|con cái|anh chị em|thân nhân|gia đình|người thân|vo chong|cha me|bo me|than nhan|gia dinh|"
    r"nguoi than|ho (va )?ten (bo|me|cha|vo|chong|con))\b"
)
FAMILY_PLAIN = re.compile(r"\b(vo|chong|bo|me|cha|con|than nhan|gia dinh)\b")
# In brackets behind a number or day of the Party's: whose it is instead.
NO_MEMBER = re.compile(
    r"\b(can bo|cong chuc|vien chuc|nhan vien|hoi vien|nganh|the nganh|hoi|nld|bao hiem)\b"
)
OF_ONE = {*OF_THE_PARTY, "post", "citizen_id", "old_citizen_id"}
# What this register must not keep of anybody (domain: only the core register).
PRIVATE = re.compile(
    r"\b(nước ngoài|nuoc ngoai|sức khỏe|sức khoẻ|suc khoe|bệnh|nhóm máu|nhom mau|chiều cao|chieu cao|cân nặng|can nang|kinh tế|"
    r"kinh te|thu nhập|thu nhap|tài sản|tai san|nhà đất|nha dat|đất ở|lương|tiền án|tien an|hôn nhân|hon nhan|"
    r"chính sách|chinh sach|có công|co cong|thương binh|thuong binh|thương tật|thuong tat|liệt sĩ|liet si)\b"
)
# What stands under a parent and only tells which part, mark or level of it the column holds.
PARTS = re.compile(
    r"(ngay|ng|thang|thg|th|nam|nu|so \d+|\d{1,2}|chi tiet|so|trinh do|loai|muc|ten bang|cap do)\Z"
)
PLACE_PARTS = re.compile(
    r"((so nha|duong|thon|ban|to|to dan pho|khu pho|khoi|xa|phuong|thi tran|huyen|quan|thi xa|dia chi|cu the|dac khu|tinh thanh|thanh pho|tinh|tp)\s*)+\Z"
)
PLACES = {"birth_place", "home_place", "permanent_residence", "residence"}
MOST_PARTS = 4  # of a head that names several things
SHORTEST_JOINED = 5  # letters; shorter ones are abbreviations
PROVINCE = re.compile(r"tinh( thanh)?( thanh pho| tp)?\Z")
PROVINCES = {
    "birth_place": "birth_province",
    "home_place": "home_province",
    "permanent_residence": "permanent_province",
}
# Heads a person is asked about, and what the brackets behind them may say instead.
SETTLES = {
    "admitted_on": ("decision_on", "ceremony_on"),
    "post": ("party_post", "office_post"),
    "permanent_residence": ("residence",),  # `Trú quán (nơi ở hiện nay)`
}
MIDDLE_NAMES = {"ten dem", "dem", "chu dem", "ten lot", "lot", "chu lot"}
FIRST_NAMES = {
    "ho",
    "ho dem",
    "ho lot",
    "ho va dem",
    "ho va ten dem",
    "ho va chu dem",
    "ho va chu lot",
    "last name",
    "surname",
    "family name",
    "family and middle name",
    "last and middle name",
}
# What stands beside one of them: the rest of the name.
LAST_NAMES = {
    "ten",
    "ten dem va ten",
    "dem va ten",
    "chu dem va ten",
    "ten lot va ten",
    "first name",
    "given name",
    "middle and first name",
}
POST_TICKS = re.compile(r"(p(ho )?)?b(i )?t(hu)?( chi bo)?\Z|cuv\Z|chi uy vien\Z|dv\Z|dang vien\Z")
LISTS = {"ethnicity": PEOPLES, "religion": RELIGIONS}
OTHERS = re.compile(r"((dan toc|ton giao) )?(khac|thieu so|it nguoi)\Z")
SCHOOL_TICKS = re.compile(r"cap (i{1,3}|[123])\Z|thpt\Z|thcs\Z|th\Z|tieu hoc\Z|(12|10) (12|10)\Z")


@lru_cache(maxsize=8192)
def head_key(text: str) -> str:
    """Folded, every sign a space: `Số thẻ\\nĐảng*` is `so the dang`."""
    return " ".join(re.sub(r"[^0-9a-z]+", " ", fold(text.translate(LOOK_ALIKES))).split())


def _table() -> dict[str, str]:
    table = {head_key(phrase): LEFT_OUT_KEY for phrase in LEFT_OUT.split("|")}
    for target, phrases in PHRASES.items():
        for phrase in phrases.split("|"):
            table[head_key(phrase)] = target
    return table


HEADS = _table()
# `HoTen`, `ngaysinh`: as programs name their columns.
JOINED = {key.replace(" ", ""): target for key, target in HEADS.items() if " " in key}
# Where one word of `DateOfBirth` ends and the next begins.
PIECES = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def readings(text: str) -> list[str]:
    """The keys a head may be known by, the most exact first."""
    text = NUMBER.sub("", text)
    bare = BRACKETS.sub(" ", text)
    keys = [head_key(text), head_key(bare)]
    keys += [SPELLED.sub("", key) for key in keys]  # `L.L.C.T`
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9]{5,}", bare.strip()) and not bare.isupper():
        keys.append(head_key(PIECES.sub(" ", bare)))
    return list(dict.fromkeys(key for key in keys if key))


def _known(text: str) -> str | None:
    keys = readings(text)
    if _names_two_days(text) or (is_family(text) and keys and keys[0] not in HEADS):
        return None
    for key in keys:
        known = HEADS.get(key, JOINED.get(key) if len(key) >= SHORTEST_JOINED else None)
        if known is None and not is_private((text,)):
            known = meaning(key)
        if known is not None:
            return None if key != keys[0] and _is_of_others(known, text) else _settled(known, text)
    return _known_in_parts([p for p in re.split(r"[/\n;]", BRACKETS.sub(" ", text)) if head_key(p)])


def _is_of_others(target: str, text: str) -> bool:
    """Whether the brackets that were passed over speak of somebody else: `Dân tộc (chồng)`, `Số thẻ (BHYT)`."""
    said = " ".join(BRACKETS.findall(text))
    inside = head_key(said)
    if is_family(said) or (said.isascii() and FAMILY_PLAIN.search(inside)):
        return True
    return target in OF_ONE and bool(SOMEBODY_ELSE.search(inside) or NO_MEMBER.search(inside))


def _names_two_days(text: str) -> bool:
    """`Ngày kết nạp/chính thức`: one day under it may be either."""
    parts = re.split(r"[/;,&+]|\bvà\b", BRACKETS.sub(" ", text))
    if not 2 <= len(parts) <= MOST_PARTS:
        return False
    named = {known for part in parts if head_key(part) and (known := _known(part))}
    return len(named) > 1 and all(TARGETS[target].kind == "date" for target in named)


def _settled(target: str, text: str) -> str | None:
    """What would be asked is not where the brackets say it: `Ngày kết nạp (ngày làm lễ)`, `Chức vụ (CQ)`."""
    for inside in BRACKETS.findall(text):
        said = _known(inside[1:-1]) or _known(f"{BRACKETS.sub(' ', text)} {inside[1:-1]}")
        if said in SETTLES.get(target, ()):
            return said
    return target


def _known_in_parts(parts: list[str]) -> str | None:
    """`Ngày sinh / Date of birth`: all parts say the same, or the others are a translation without accents."""
    if not 2 <= len(parts) <= MOST_PARTS:
        return None
    keys = [head_key(NUMBER.sub("", part)) for part in parts]
    known = [HEADS.get(key, meaning(key)) for key in keys]
    others = [part for part, target in zip(parts, known, strict=True) if target is None]
    if known[0] is None or not all(part.isascii() for part in others):
        return None
    found = {target for target in known if target is not None}
    if others and parts[0].isascii():
        return None
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def recognise(levels: tuple[str, ...]) -> str | None:
    """The target a column's head names: its key, "" for a head known to be left out, None for an unknown one."""
    levels = tuple(level for level in levels if head_key(level))
    if not levels:
        return None
    if len(levels) == 1 and head_key(levels[0]) == "nam" and not is_word_male(levels[0]):
        return None  # "Năm": a year of something
    for start in range(len(levels) - 1):
        if (known := _known(" ".join(levels[start:]))) is not None:
            return known
    parents, own = levels[:-1], levels[-1]
    if len(parents) > 1 and not any(map(_is_somebody_else, parents)):
        # `TH` under «Trình độ» and «Ngoại ngữ, tin học»
        joined = {_known(f"{parent} {own}") for parent in parents} - {None, LEFT_OUT_KEY}
        if len(joined) == 1:
            return joined.pop()
    if parents:
        return _under_parents(parents, own)
    known = _known(own)
    place, dash, part = own.partition(" - ")
    if known is None and dash and _known(place) in PLACES and _known(part) is None:
        return _under_parents((place,), part)  # `Nơi thường trú - Số nhà, đường`
    return known


def _under_parents(parents: tuple[str, ...], own: str) -> str | None:
    parent = next((known for p in reversed(parents) if (known := _known(p)) is not None), None)
    is_part = PARTS.match(head_key(own)) and (not names_sex(own) or _is_day(parent))
    own_meaning = None if is_part else _known(own)
    if parent in PROVINCES and PROVINCE.match(head_key(own)):
        return PROVINCES[parent]
    if parent in PLACES and PLACE_PARTS.match(head_key(own)):
        return parent
    if any(map(_is_somebody_else, parents)) and not parent:
        return None
    if is_tick_of(parent, own):
        return parent
    if parent in ("professional", "theory", "status", "sex", "is_probationary"):
        return parent if own_meaning in (None, LEFT_OUT_KEY, parent) else own_meaning
    if own_meaning is not None and (parent is None or own_meaning != LEFT_OUT_KEY):
        return own_meaning
    return parent if is_part else None


def _is_somebody_else(parent: str) -> bool:
    return bool(SOMEBODY_ELSE.search(head_key(parent)) or is_family(parent))


def _is_day(target: str | None) -> bool:
    return target is not None and target in TARGETS and TARGETS[target].kind == "date"


@lru_cache(maxsize=1024)
def legend_of(text: str) -> dict[str, str]:
    """The codes a head explains: `Giới tính (1: Nam, 2: Nữ)`, `LLCT (1-SC, 2-TC, 3-CC)`; none where it explains only one."""
    found = {
        code.rstrip(" \t\n:=.–-").casefold(): word.strip(" \t\n.–-")
        for code, word in LEGEND.findall(text)
    }
    return found if len(found) > 1 else {}


def is_tick_of(target: str | None, own: str) -> bool:
    """Whether a head under `target` is one of its values, to be ticked: a post, a stage of school, a people."""
    if target in LISTS:
        return (
            bool(OTHERS.match(head_key(own))) or head_key(BRACKETS.sub(" ", own)) in LISTS[target]
        )
    ticks = {"party_post": POST_TICKS, "general": SCHOOL_TICKS}
    return target in ticks and bool(ticks[target].match(head_key(own)))


def names_sex(text: str) -> bool:
    return is_word_male(text) or head_key(text) == "nu"


def is_word_male(text: str) -> bool:
    """`Nam`, not `Năm`: folded they are one, so the accent decides."""
    return normalise(BRACKETS.sub(" ", text)).casefold().strip(" *.:") == "nam"


def is_family(text: str) -> bool:
    return bool(FAMILY.search(normalise(text).casefold()))


def is_private(levels: tuple[str, ...]) -> bool:
    """Whether a column speaks of family, wealth, health or foreign ties."""
    return any(is_family(text) or PRIVATE.search(normalise(text).casefold()) for text in levels)
