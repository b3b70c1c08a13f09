"""What a head means that no list of phrases holds: every word of it is explained, or nothing is said of it.

Offices shorten and stretch the same few words without end: `Ngày KN Đảng`, `TĐ CM`, `Ngày công nhận ĐV chính thức`. The
words of a head are therefore covered with the vocabulary below, an abbreviation standing for all it may mean; the things
a cover names are looked up in `MEANINGS`. One word without an explanation (`Tổ CM`, `Ngày vào CĐ`, `Số thẻ BHYT`), or two
covers that mean different things, and the head stays unknown: reported, never guessed.
"""

import re
from functools import lru_cache

from partyunit.text import fold

# What a word speaks of; the same word may stand under several.
VOCABULARY = {
    "": """của|đảng viên|đv|đồng chí|đ c|đc|theo|trong|tại|về|hiện nay|hiện tại
        |hiện giữ|đang giữ|đảm nhiệm|đang đảm nhiệm|hiện|nào|gì|ghi rõ|ghi|rõ|nếu có|vui lòng|xin|hãy|cho biết|cung cấp|nhập|điền|cao nhất|thẻ đảng viên|lý lịch
        |lý lịch đảng viên|hồ sơ|gồm 12 số|12 số|gồm 12 chữ số|12 chữ số|đủ 12 số|9 số|dd mm yyyy|dd mm yy|ngày tháng năm|và|hoặc|hay|đúng
        |đã có bằng|có bằng|được|cụ thể|đầy đủ|chính xác|bắt buộc|chữ in hoa|viết in hoa|in hoa|có dấu|thông tin|cá nhân|như trên|mới nhất|gần nhất
        |theo bằng|sc tc cc|nếu|có|thực tế|bạn|anh chị|thầy cô|sơ yếu|sinh hoạt đảng""",
    "person": """cán bộ|cb|chiến sĩ|công chức|viên chức|cbcc|cbccvc|cbvc|cbgv|cbgvnv|cbql|gv|nv|nvyt|giáo viên|giảng viên|nhân viên
        |công nhân|cbcnv|hội viên|đoàn viên|người lao động|nlđ|ccvc""",
    "name": "họ và tên|họ tên|họ đệm và tên|họ chữ đệm và tên|họ và chữ đệm và tên|họ tên đệm và tên|h tên|họ và tên khai sinh|tên họ",
    "sex": "giới tính|giới|gt|phái",
    "male": "nam",
    "female": "nữ",
    "date": "ngày tháng năm|ngày tháng|tháng năm|ngày|tháng|năm|ng tháng năm|ng|ntn|thời gian|thời điểm|từ ngày|từ|ngày ký",
    "born": "sinh|ngày sinh|năm sinh|ns|n sinh|ntns|ntn sinh|ng sinh|sinh ngày|dob",
    "join": "vào đảng|kết nạp|vào đ|kn|vđ|vào đảng csvn|vào đcsvn|vào đcs|vào đcs việt nam|gia nhập đảng|k nạp|vào đảng cộng sản việt nam|kết nạp đảng|kết nạp vào đảng|kn đảng|kn vào đảng",
    "party": "đảng|đcsvn|csvn|đảng csvn|đảng cộng sản việt nam|đ",
    "probation": "dự bị|db|đvdb|đảng viên dự bị|d bị|đv dự bị|lần đầu",
    "official": "chính thức|ct|đvct|đảng viên chính thức|c thức|đv chính thức|đv ct|chính",
    "confirm": "công nhận|chuyển|chuyển đảng|cn",
    "decision": "quyết định|qđ|ký quyết định|ra quyết định|ký qđ",
    "ceremony": "lễ|làm lễ|tổ chức lễ|buổi lễ",
    "number": "số|mã số|số hiệu|mã|số của",
    "citizen": """cccd|căn cước|căn cước công dân|cc|định danh|định danh cá nhân|đdcn|đd|số thẻ căn cước|thẻ căn cước|thẻ cccd|cc cd""",
    "old_id": "cmnd|chứng minh nhân dân|cmt|cmtnd|chứng minh thư|chứng minh|cmnd cũ|giấy cmnd|giấy chứng minh nhân dân",
    "card": "thẻ|thẻ đảng|thẻ đảng viên|thẻ đv|tđv|thẻ đ|thẻ đảng viên mới",
    "old": "cũ|theo qđ 85|theo quyết định 85|qđ 85|8 số",
    "issue": "cấp|phát|nhận|cấp phát|được cấp|trao",
    "dossier": "lý lịch|ll|lý lịch đv|hồ sơ|lý lịch đảng viên|hồ sơ đảng viên|hs|hồ sơ đv|hslđv",
    "place": "nơi|chỗ|địa chỉ|đ c|đc|đ chỉ|địa điểm|nơi đăng ký|đăng ký",
    "home": "quê|quê quán|nguyên quán|qq|q quán|quê gốc|quê hương|quê quán gốc",
    "birthplace": "nơi sinh|nơi khai sinh|nơi đăng ký khai sinh|sinh quán|nơi đk khai sinh",
    "permanent": """thường trú|hộ khẩu|hộ khẩu thường trú|hktt|hk|hk thường trú|hk tt|đkhktt|đk hktt|đk hộ khẩu|đk thường trú|đktt|trú quán
        |đăng ký thường trú|đăng ký hộ khẩu|đăng ký hộ khẩu thường trú|th trú|đk hk thường trú|đăng ký hktt|đk hk""",
    "living": "ở|nơi ở|chỗ ở|cư trú|nơi cư trú|tạm trú|ttr|trú|thường xuyên ở|sinh sống|nơi sinh sống|cư ngụ|đang cư trú|nơi đang cư trú|đang ở|nơi đang ở|ở trọ|nơi ở trọ|chỗ ở trọ|trọ|nơi trọ|lưu trú",
    "unit": """số nhà|đường|ngõ|thôn|bản|tổ|tổ dân phố|tdp|xóm|khối|khối phố|khu phố|xã|phường|thị trấn|huyện|quận|thị xã|xã phường|quận huyện
        |ấp|khóm|chi tiết|tp trực thuộc""",
    "province": "tỉnh|thành phố|tp|tỉnh thành|tỉnh thành phố|tỉnh tp",
    "cell": "chi bộ|cb|tên chi bộ|chi bộ trực thuộc",
    "activity": "sinh hoạt|sh|đang sinh hoạt|đang sh|sinh hoạt đảng|sh đảng|thuộc|nơi",
    "post": "chức vụ|cv|chức danh|chức vụ chức danh|chức danh chức vụ|chức vụ và chức danh",
    "committee": "cấp ủy|chi ủy|đảng ủy",
    "office": """chính quyền|cq|cơ quan|đơn vị|công tác|nơi công tác|ct|chuyên môn|cm|nghề nghiệp|công việc|hành chính|nơi làm việc|làm việc
        |nhà trường|bệnh viện|trường|đv|vị trí việc làm|nhà nước|cv|quản lý|ở cơ quan""",
    "mass": "đoàn thể|đt|đoàn thể chính trị|mặt trận",
    "schooling": "trình độ|tđ|học vấn|trình độ học vấn|bằng|bằng cấp|văn bằng|đào tạo|đt|được đào tạo|trình độ đào tạo|tr độ|t độ|đã qua đào tạo",
    "general": "văn hóa|vh|giáo dục phổ thông|gdpt|gd phổ thông|phổ thông|học vấn phổ thông|văn hóa phổ thông|vhpt|văn hóa pt|gd pt|v hóa",
    "professional": "chuyên môn|cm|cmnv|chuyên môn nghiệp vụ|nghiệp vụ|chuyên môn kỹ thuật|cmkt|học vị|ch môn|c môn|chuyên môn nv",
    "branch": "chuyên ngành|ngành học|ngành đào tạo|ngành nghề|ngành|chuyên ngành đào tạo|ngành chuyên môn|cn đào tạo",
    "theory": "llct|lý luận chính trị|lý luận ct|ll chính trị|ll ct|lý luận|chính trị|lý luận c trị|lý luận chính trị hành chính|llct hc",
    "language": "ngoại ngữ|tiếng nước ngoài|trình độ nn|tđ nn|trình độ n ngữ|tđ n ngữ|anh văn|tiếng anh|trình độ tiếng anh|nga văn|tiếng trung",
    "it": "tin học|cntt|công nghệ thông tin|t học|trình độ th|tđ th|trình độ tin|tđ tin|vi tính|trình độ vi tính",
    "certificate": "chứng chỉ|c chỉ|cchỉ",
    "ethnicity": "dân tộc|d tộc|dtộc|thành phần dân tộc|tp dân tộc",
    "religion": "tôn giáo|t giáo|tgiáo|theo tôn giáo|theo đạo|tín ngưỡng|tín ngưỡng tôn giáo|đạo",
}  # fmt: skip
# What a cover must name, and what it may name besides; the first that fits.
MEANINGS = (
    ("full_name", "name", ""),
    ("sex", "sex", "male female"),
    ("sex", "male female", ""),
    ("born_on", "born", "date male female"),
    ("decision_on", "decision join date", "party probation"),
    ("ceremony_on", "ceremony join", "date party"),
    ("official_from", "official date", "join party confirm"),
    ("official_from", "official join", "party confirm"),
    ("official_from", "official confirm", "party"),
    ("admitted_on", "join", "date party probation"),
    ("admitted_on", "date probation", "party"),
    ("citizen_id", "citizen", "number old_id"),
    ("old_citizen_id", "old_id", "number old"),
    ("card_issued_on", "card issue date", "party"),
    ("card_issued_at", "card issue place", "party"),
    ("card_no_old", "card old", "number party"),
    ("card_no", "card", "number party"),
    ("dossier_no", "dossier number", "party"),
    ("birth_province", "birthplace province", ""),
    ("birth_place", "birthplace", "place unit province"),
    ("home_province", "home province", ""),
    ("home_place", "home", "place unit province"),
    ("permanent_province", "permanent province", "place"),
    ("permanent_residence", "permanent", "place unit province activity"),
    ("residence", "living", "place unit province activity"),
    ("cell", "cell", "activity party"),
    ("party_post", "post party", "mass committee cell"),
    ("party_post", "post committee", "cell"),
    ("party_post", "post cell", ""),
    ("office_post", "post office", "mass"),
    ("post", "post", ""),
    ("general", "general", "schooling"),
    ("professional_detail", "branch", "schooling"),
    ("professional", "professional", "schooling"),
    ("theory", "theory", "schooling"),
    ("language", "language", "schooling certificate"),
    ("it", "it", "schooling certificate"),
    ("ethnicity", "ethnicity", ""),
    ("religion", "religion", ""),
)
# `Số thẻ hội viên`, `Ngày vào biên chế chính thức của viên chức`: of an employee or another organisation these are other things.
OF_THE_PARTY = {
    "card_no", "card_no_old", "card_issued_on", "card_issued_at", "dossier_no", "admitted_on", "decision_on", "ceremony_on",
    "official_from",
}  # fmt: skip
LONGEST = 6  # words of a phrase
MOST_WORDS = 24
# Alone these say too little: `CT` is also politics and work; their cells decide (`by_values`).
TOO_SHORT = {
    "ct", "cm", "th", "gt", "ns", "hk", "cc", "cb", "d", "chinh", "dao", "o", "the", "truong", "dt", "tg", "db", "kn", "vd", "dd",
    "lan dau", "tu", "ng", "gioi", "nganh", "hs",
}  # fmt: skip


def _key(phrase: str) -> str:
    return " ".join(re.sub(r"[^0-9a-z]+", " ", fold(phrase)).split())


def _by_phrase() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for thing, phrases in VOCABULARY.items():
        for phrase in phrases.split("|"):
            found.setdefault(_key(phrase), set()).add(thing)
    return found


THINGS = _by_phrase()
RULES = [(target, set(must.split()), set(may.split())) for target, must, may in MEANINGS]


@lru_cache(maxsize=4096)
def meaning(key: str) -> str | None:
    """The target a folded head names with all its words; None where a word is unknown or the covers disagree."""
    words = key.split()
    if not words or len(words) > MOST_WORDS or key in TOO_SHORT:
        return None
    found = {_target(things) for things in _covers(tuple(words))[1]} - {None}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _covers(words: tuple[str, ...]) -> tuple[int, frozenset[frozenset[str]]]:
    """The sets of things all the words can be read as, in the fewest phrases: `nơi ở` is no place of something else."""
    if not words:
        return 0, frozenset({frozenset()})
    fewest = len(words) + 1
    found: set[frozenset[str]] = set()
    for length in range(1, min(LONGEST, len(words)) + 1):
        things = THINGS.get(" ".join(words[:length]), ())
        count, rests = _covers(words[length:]) if things else (fewest, frozenset())
        if not rests or count + 1 > fewest:
            continue
        if count + 1 < fewest:
            fewest, found = count + 1, set()
        found |= {rest | {thing} if thing else rest for rest in rests for thing in things}
    return fewest, frozenset(found)


def _target(things: frozenset[str]) -> str | None:
    bare = things - {"person"}
    target = next((t for t, must, may in RULES if must <= bare <= must | may), None)
    return None if bare != things and target in OF_THE_PARTY else target
