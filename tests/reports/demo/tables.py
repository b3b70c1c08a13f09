"""The tables of the demonstration committee, as the office would write them down."""

import datetime as dt

D = dt.date
# Members by cell, graduates by cell, then admitted, moved in, moved out, left.
GROWTH = {
    2009: ("12 9 11 9", "4 3 3 1", "3 2 2 0"),
    2010: ("13 10 12 6 6", "5 4 4 1 1", "5 4 3 0"),
    2011: ("15 11 13 8 7", "7 5 5 2 2", "6 4 3 0"),
    2012: ("11 11 14 7 8 5 5", "7 6 7 2 3 2 2", "6 5 3 1"),
    2013: ("12 11 15 8 9 7 7", "8 7 9 4 4 3 3", "7 5 4 0"),
    2014: ("13 12 16 9 11 8 8", "10 9 11 5 6 4 4", "7 6 4 1"),
    2015: ("12 12 17 9 12 9 8 6", "10 9 13 6 8 6 5 3", "7 6 5 0"),
    2016: ("13 13 17 10 13 10 9 8", "11 11 14 7 9 8 6 6", "7 7 5 1"),
    2017: ("14 13 19 11 14 12 10 9", "13 12 17 9 12 10 7 6", "8 7 5 1"),
    2018: ("15 14 19 12 16 13 11 10", "14 13 18 10 15 12 8 7", "7 6 5 0"),
    2019: ("15 14 20 13 16 13 11 11", "14 13 19 11 15 12 8 9", "1 4 2 0"),
}
# Master, bachelor, college, intermediate, none, probationary, seconded.
CELL_TABLE = {
    "TH": (1, 13, 0, 0, 1, 1, 0),
    "AN": (1, 12, 0, 1, 0, 0, 2),
    "ĐT": (2, 17, 0, 1, 0, 2, 1),
    "QLHC": (0, 11, 1, 1, 0, 0, 1),
    "GTTT": (1, 14, 0, 1, 0, 1, 2),
    "CATT": (0, 12, 0, 1, 0, 1, 2),
    "THA": (0, 8, 1, 1, 1, 0, 0),
    "PT": (0, 9, 1, 1, 0, 1, 4),
}
LEVELS = [50, 40, 30, 20, None]
SECONDED = [
    ("Mường Pha", "Nà Lại", "PT", D(2016, 4, 1)),
    ("Mường Pha", "Hua Cuổi", "PT", D(2016, 4, 1)),
    ("Mường Pha", "Phiêng Bay", "AN", D(2016, 9, 1)),
    ("Nậm Sang", "Nà Ún", "GTTT", D(2016, 4, 1)),
    ("Nậm Sang", "Nà Ún", "PT", D(2017, 2, 1)),
    ("Nậm Sang", "Bản Mới", "QLHC", D(2016, 9, 1)),
    ("Tà Pha", "Noong Kim", "GTTT", D(2016, 4, 1)),
    ("Tà Pha", "Huổi Luông", "PT", D(2016, 9, 1)),
    ("Hua Mít", "Co Muông", "ĐT", D(2016, 9, 1)),
    ("Hua Mít", "Co Muông", "AN", D(2017, 2, 1)),
    ("Tân Uyên", "Tổ 4", "CATT", D(2016, 4, 1)),
    ("Tân Uyên", "Tổ 17", "CATT", D(2016, 4, 1)),
]
OVERSIGHT = {
    "TH": {"Bạc Cầm Thiết"},
    "AN": {"Vàng Thị Mỷ", "Mùa A Vảng"},
    "ĐT": {"Đinh Công Thuận", "Quàng Văn Nhân"},
    "QLHC": {"Phùng Thị Loan"},
    "GTTT": {"Lò Văn Inh", "Hoàng Văn Chung"},
    "CATT": {"Đào Văn Kim"},
    "THA": {"Lê Bá Dũng"},
    "PT": {"Nguyễn Khắc Cường"},
}
SECRETARIES = {
    "TH": "Đào Văn Kim",
    "AN": "Phùng Thị Loan",
    "ĐT": "Lê Bá Dũng",
    "QLHC": "Bạc Cầm Thiết",
    "GTTT": "Nguyễn Khắc Cường",
    "CATT": "Hoàng Văn Chung",
    "THA": "Mùa A Vảng",
    "PT": "Quàng Văn Nhân",
}
