"""Heads in offices' shorthand, word by word: `T.độ LLCT`, `Ngày KN Đảng`, `ĐC tạm trú`, `DateOfBirth`.

Every word of a head is written out in each way it may be meant, words that say the same are made one, and what is
left is compared as a set with the known heads made plain in the same way. Only equal sets are the same thing, so a word
nobody understands leaves the column unknown; a head that may be two things is none here and `by_values` looks at it.
"""

import itertools
import re
from collections import defaultdict

# One word of a head, folded, and the words it may stand for.
SHORT = {
    "ns": "nam sinh", "nsinh": "nam sinh", "ntns": "ngay sinh", "ntn": "ngay", "ng": "ngay", "thg": "thang",
    "qd": "quyet dinh", "ct": "chinh thuc|chinh tri|cong tac", "cthuc": "chinh thuc", "db": "du bi", "dbi": "du bi",
    "kn": "ket nap", "knap": "ket nap", "d": "dang", "vd": "vao dang", "td": "trinh do|the dang", "tdo": "trinh do",
    "cm": "chuyen mon", "cmon": "chuyen mon", "nv": "nghiep vu|nhan vien", "cmnv": "chuyen mon nghiep vu",
    "llct": "ly luan chinh tri", "ll": "ly luan|ly lich", "lyluan": "ly luan", "vh": "van hoa", "vhoa": "van hoa",
    "pt": "pho thong", "gdpt": "giao duc pho thong", "nn": "ngoai ngu", "nngu": "ngoai ngu", "th": "tin hoc|thang",
    "cb": "chi bo|can bo", "cbo": "chi bo", "dv": "dang vien|don vi", "hk": "ho khau", "tt": "thuong tru|trang thai",
    "hktt": "ho khau thuong tru", "ttru": "thuong tru", "ttr": "tam tru", "dc": "dia chi", "dchi": "dia chi",
    "qq": "que quan", "qquan": "que quan", "nq": "nguyen quan", "cv": "chuc vu|cong viec", "cvu": "chuc vu",
    "cdanh": "chuc danh", "cq": "chinh quyen", "tg": "ton giao|thoi gian",
    "dtoc": "dan toc", "tgiao": "ton giao", "gt": "gioi tinh", "gtinh": "gioi tinh", "hv": "hoc van", "tdhv": "trinh do hoc van",
    "tdvh": "trinh do van hoa", "tdcm": "trinh do chuyen mon", "tdllct": "trinh do ly luan chinh tri", "cccd": "can cuoc",
    "cc": "can cuoc", "sh": "sinh hoat", "shd": "sinh hoat dang", "tdv": "the dang vien", "hs": "ho so", "ht": "ho ten",
    "hoten": "ho ten", "dvdb": "dang vien du bi", "dvct": "dang vien chinh thuc", "tcd": "to chuc dang",
    "dktt": "noi thuong tru", "dkhktt": "noi ho khau thuong tru", "shcd": "sinh hoat chi bo", "cmkt": "chuyen mon ky thuat", "dkks": "dang ky khai sinh",
    "dvcsvn": "dang vien", "n": "ngay|nam", "v": "vao", "bithu": "bi thu",
    "emp": "employee", "nm": "name", "addr": "address", "perm": "permanent", "temp": "temporary", "edu": "education",
    "dept": "department", "num": "no", "number": "no", "dt": "dan toc|dao tao|dien thoai|date", "pos": "position",
    "cntt": "cong nghe thong tin", "hh": "huy hieu", "cnganh": "chuyen nganh", "knd": "ket nap dang", "dcs": "dang",
}  # fmt: skip
# These are plain though they stand alone; the others only beside a word (`CC` may be «cao cấp», `CĐ` «cao đẳng»).
PLAIN_ALONE = {
    "ntns", "kn", "llct", "vh", "gdpt", "qq", "qquan", "nq", "hk", "ttr", "tdhv", "tdvh", "tdcm", "tdllct", "dtoc",
    "tgiao", "gtinh", "hoten", "nsinh", "cvu", "knd", "cbo", "nngu", "vhoa", "cmon", "cnganh", "dktt", "dkhktt", "cmkt", "dkks",
}  # fmt: skip
# Words written one for the other, the longest first.
ALIKE = [
    (re.compile(rf"\b({words})\b"), word)
    for words, word in (
        (r"lan (1|dau|dau tien|thu nhat|thu 1)", " "),
        (r"(nhiem ky|nk)( \d{4})?( \d{2,4})?", " "),
        (r"dang (cong san|cs) viet nam|dang csvn|dang cs|dcsvn|dang cong san", "dang"),
        (r"so ho chieu|ho chieu", " "),
        (r"ngay thang nam|ngay thang|ngay gio|thoi gian|thoi diem|ngay thg nam|ngay th nam", "ngay"),
        (r"t do|trinh do|van bang|bang cap|chung chi|bang", "trinh do"),
        (r"(employee |staff |member |cadre )+(full )?name", "full name"),
        (r"(residence|residential) address|residence|address", "address"),
        (r"(education|qualification|academic) level", "education level"),
        (r"(ethnic|religion|department|cell|branch) name", r"\1"),
        (r"(ghi )?(theo|tren|trong) (the|giay to|giay khai sinh|khai sinh|cccd|can cuoc|ho so)( dang vien| dang)?", " "),
        (r"tot nghiep|kiem nhiem|dang giu|hien giu|dang dung|dang su dung", " "),
        (r"lien lac", "lien he"),
        (r"tro thanh|chuyen thanh|cong nhan la|xet cong nhan", "cong nhan"),
        (r"n t n", "ngay"),
        (r"nguyen quan", "que quan"),
        (r"chuc danh", "chuc vu"),
        (r"dang vien", "dang"),
        (r"dia chi|cho o|noi dang ky|noi dk|dang ky|cho", "noi"),
        (r"so the|so hieu the|ma so the", "so the"),
        (r"cong viec|cong tac", "cong viec"),
    )
]  # fmt: skip
NOISE = {"va", "trong", "ve", "cua", "duoc", "hien", "nay", "tai", "thuoc", "theo", "hoac", "la"}
LEVEL = {"trinh", "do"}  # `Trình độ văn hóa` is `Văn hóa`
FEWEST = 2  # words; one alone says too little
MOST_WAYS = 256
LONGEST_START = 2  # letters
NAME_OF = re.compile(
    r"(ho va ten|ho ten|ho dem va ten|ten)( (cua|cac|quan chung|dang vien|du bi|chinh thuc|doan vien|can bo|cbcc|cbccvc|cbcnv|"
    r"cbcs|cbnv|cong chuc|vien chuc|nhan vien|nguoi lao dong|nld|quan nhan|hoc vien|cap uy vien|uy vien|dong chi|dv|db|d c))+\Z"
)
PIECES = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def apart(text: str) -> str:
    """`DateOfBirth` in its words; what is no name of a program as it is."""
    bare = text.strip()
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{5,}", bare) or bare.isupper():
        return text
    return PIECES.sub(" ", bare)


def _alike(key: str) -> str:
    for words, word in ALIKE:
        key = words.sub(f" {word} ".replace("  ", " "), f" {key} ")
    return " ".join(key.split())


def _plain(key: str) -> list[frozenset[str]]:
    """The words of a head that count; once more without the «trình độ» it begins with."""
    key = _alike(key)
    words = frozenset(key.split()) - NOISE
    return [words, words - LEVEL] if key.startswith("trinh do ") else [words]


class Senses:
    """The known heads made plain, and what other heads may mean by them."""

    def __init__(self, heads: dict[str, str]):
        known: dict[frozenset[str], set[str]] = defaultdict(set)
        for key, target in heads.items():
            for said in _plain(key):
                known[said].add(target)
        self.known = known
        self.pairs: dict[str, set[str]] = defaultdict(set)
        for key in heads:
            for one, next_one in itertools.pairwise(key.split()):
                self.pairs[next_one].add(one)

    def of(self, key: str) -> set[str]:
        """Everything a head may mean; the ways that explain it with the most words go before the others."""
        if NAME_OF.match(key):
            return {"full_name"}
        words = key.split()
        ways = [self._ways(word, after) for word, after in itertools.zip_longest(words, words[1:])]
        found: dict[int, set[str]] = defaultdict(set)
        for way in itertools.islice(itertools.product(*ways), MOST_WAYS):
            for said in _plain(" ".join(way)):
                if len(said) >= FEWEST and said in self.known:
                    found[len(said)] |= self.known[said]
        return found[max(found)] if found else set()

    def _ways(self, word: str, after: str | None) -> list[str]:
        """A word and what it may stand for; `C.quyền` and `Ng.ngữ` are the pairs of words that begin so."""
        ways = [word, *(SHORT[word].split("|") if word in SHORT else ())]
        if after and len(word) <= LONGEST_START:
            ways += sorted(one for one in self.pairs[after] if one.startswith(word))
        return list(dict.fromkeys(ways))

    def sure(self, key: str) -> str | None:
        """The one thing a head means, None where that is not plain."""
        if " " not in key and key not in PLAIN_ALONE:
            return None
        found = self.of(key)
        return next(iter(found)) if len(found) == 1 else None
