"""Invented people for invented sheets, with every fact a sheet may hold."""

from partyunit.dates import PartialDate

NAMES = [
    ("Nguyễn Văn Ẩn", "male"),
    ("Lò Thị Bướm", "female"),
    ("Tống Văn Cường", "male"),  # not a total
    ("Đỗ Thị Đào", "female"),
    ("Giàng A Gấu", "male"),
    ("Vàng Thị Hạnh Phúc", "female"),
    ("Bùi Tổng Khánh", "male"),
    ("Lý Mỹ Lệ", "female"),
    ("Phạm Quốc Minh", "male"),
    ("Trần Thị Ngọc Oanh", "female"),
    ("Chu Đức Phong", "male"),
    ("Hoàng Thị Quỳnh", "female"),
]
CELLS = ["Chi bộ Tổng hợp", "Chi bộ Cảnh sát Hình sự", "Chi bộ 3"]
ETHNICITIES = ["Kinh", "Thái", "Kinh", "Tày", "Mông", "Dao"]
PROVINCES = ["Lai Châu", "Hà Giang", "Thái Bình"]
THEORY = {10: "Sơ cấp", 20: "Trung cấp", 30: "Cao cấp", 40: "Cử nhân"}
RANKS = {33: "Đại úy", 40: "Thiếu tá", 42: "3//"}
PROFESSIONAL = {
    10: "Sơ cấp", 20: "Trung cấp", 30: "Cao đẳng", 40: "Đại học", 50: "Thạc sĩ", 60: "Tiến sĩ",
}  # fmt: skip


def person(i: int) -> dict:
    name, sex = NAMES[i % len(NAMES)]
    year, month, day = 1961 + 3 * (i % 13), 1 + (5 * i) % 12, 1 + (11 * i) % 28
    century_and_sex = 0 if sex == "male" else 1
    admitted = PartialDate(year + 24, 1 + (7 * i) % 12, 1 + (13 * i) % 28)
    province = ("012", "002", "034")[i % 3]
    return {
        "full_name": name,
        "sex": sex,
        "born_on": PartialDate(year, month, day),
        "ethnicity": ETHNICITIES[i % 6],
        "religion": "Không",
        "citizen_id": f"{province}{century_and_sex}{year % 100:02d}{(i * 7919 + 101) % 1_000_000:06d}",
        "old_citizen_id": f"0{45_000_000 + i * 1013}",
        "card_no": f"{38_000_000_000 + i * 7_654_321:012d}",
        "card_no_old": f"{75_100_000 + i * 137}",
        "card_issued_on": PartialDate(year + 26, 5, 19),
        "card_issued_at": "Tỉnh ủy Lai Châu",
        "dossier_no": f"{204_000 + i:06d}LC",
        "national_uid": f"3f2b{i:04x}-11aa-4c3d-9e8f-0123456789ab",
        "birth_country": "Việt Nam",
        "birth_province": PROVINCES[i % 3],
        "birth_place": f"Xã Số {i}",
        "home_country": "Việt Nam",
        "home_province": PROVINCES[(i + 1) % 3],
        "home_place": f"Xã Quê {i}",
        "permanent_country": "Việt Nam",
        "permanent_province": PROVINCES[0],
        "permanent_residence": f"Tổ {i}, thị trấn Tân Uyên",
        "residence": f"Bản {i}, xã Thân Thuộc",
        "cell": CELLS[i % 3],
        "admitted_on": admitted,
        "official_from": PartialDate(admitted.year + 1, admitted.month, admitted.day),
        "party_post": ("Đảng viên", "Bí thư", "Phó Bí thư", "Chi ủy viên")[i % 4],
        "office_post": ("Cán bộ", "Đội trưởng")[i % 2],
        "professional": (40, 20, 50, 30)[i % 4],
        "theory": (20, 10, 30, 40)[i % 4],
        "rank": (33, 40, 42)[i % 3],
        "general": ("12/12", "10/10", "9/12")[i % 3],
        "language": ("Anh B", "Tiếng Thái")[i % 2],
        "it": "Ứng dụng CNTT cơ bản",
        "status": ("active", "active", "active", "exempt")[i % 4],
    }
