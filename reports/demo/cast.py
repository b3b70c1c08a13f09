"""People who have a name and a part from the start: posts, duties, sign-ins."""

import datetime as dt
from dataclasses import dataclass

KINH, THAI, HMONG, DAO, LAO, GIAY = "Kinh", "Thái", "Mông", "Dao", "Lào", "Giáy"


@dataclass(frozen=True)
class Part:
    """What is told of a named person; the ceremony where the plan needs one of that day."""

    name: str
    ethnicity: str
    born_on: dt.date
    is_woman: bool = False
    ceremony_on: dt.date | None = None
    decision_on: dt.date | None = None
    master_on: dt.date | None = None


D = dt.date
PARTS = [
    Part("Vàng Thị Mỷ", HMONG, D(1967, 8, 14), True, D(1990, 9, 2), master_on=D(2014, 8, 20)),
    Part("Nguyễn Đình Khoát", KINH, D(1957, 4, 26), False, D(1981, 5, 19)),
    Part("Đào Văn Kim", KINH, D(1966, 10, 3), False, D(1989, 5, 19), decision_on=D(1989, 5, 5)),
    Part("Đinh Công Thuận", KINH, D(1970, 1, 22), False, D(1995, 2, 3), master_on=D(2013, 6, 28)),
    Part("Lò Văn Inh", THAI, D(1971, 6, 9), False, D(1996, 5, 19)),
    Part("Phùng Thị Loan", KINH, D(1977, 3, 17), True, D(2002, 11, 7)),
    Part("Lê Bá Dũng", KINH, D(1974, 10, 22), False, D(1998, 2, 3), master_on=D(2015, 7, 15)),
    Part("Bạc Cầm Thiết", THAI, D(1976, 12, 5), False, D(2001, 9, 2)),
    Part("Nguyễn Khắc Cường", KINH, D(1975, 9, 16), False, D(1999, 9, 2), master_on=D(2016, 9, 9)),
    Part("Hoàng Văn Chung", THAI, D(1976, 5, 11), False, D(2000, 5, 19)),
    Part("Mùa A Vảng", HMONG, D(1978, 2, 28), False, D(2004, 11, 7)),
    Part("Quàng Văn Nhân", THAI, D(1979, 7, 1), False, D(2003, 5, 19)),
    Part("Hà Thị Minh Thư", THAI, D(1991, 5, 24), True, D(2013, 11, 7)),
    Part("Trịnh Quốc Hưng", KINH, D(1990, 9, 30), False, D(2012, 12, 20)),
    Part("Lù Thị Biên", GIAY, D(1992, 2, 15), True, D(2014, 5, 19)),
    Part("Hoàng Trung Kiên", KINH, D(1973, 11, 20), False, D(2000, 2, 3)),
    Part("Bùi Thị Ngoan", KINH, D(1975, 4, 2), True, D(2003, 3, 26)),
    Part("Bùi Minh Đức", KINH, D(1981, 7, 1), False, D(2005, 9, 2)),
    Part("Nguyễn Thế Anh", KINH, D(1983, 7, 27), False, D(2007, 2, 3)),
    Part("Đinh Quang Huy", KINH, D(1982, 8, 19), False, D(2006, 5, 19)),
    Part("Quàng Văn Đoàn", THAI, D(1985, 3, 12), False, D(2009, 5, 19), D(2009, 5, 5)),
    Part("Giàng A Chinh", HMONG, D(1986, 8, 20), False, D(2010, 11, 5)),
    Part("Đèo Văn Hạnh", THAI, D(1987, 8, 17), False, D(2011, 5, 19)),
    Part("Lò Văn An", THAI, D(1988, 2, 14), False, D(2012, 5, 18)),
    Part("Đỗ Công Đạt", KINH, D(1989, 4, 18), False, D(2012, 11, 7)),
    Part("Đặng Hữu Nghĩa", KINH, D(1986, 6, 6), False, D(2012, 9, 5)),
    Part("Phạm Trung Hiếu", KINH, D(1988, 9, 29), False, D(2010, 11, 19)),
    Part("Nguyễn Thị Hà", KINH, D(1990, 12, 25), True, D(2013, 5, 17)),
    Part("Tòng Văn Phớ", THAI, D(1989, 10, 8), False, D(2011, 9, 1)),
    Part("Lường Văn Cương", THAI, D(1990, 1, 30), False, D(2015, 2, 3)),
    Part("Phạm Thị Vân Anh", KINH, D(1991, 11, 3), True, D(2014, 9, 3)),
    Part("Lê Thị Quyên", KINH, D(1991, 3, 8), True, D(2013, 5, 17)),
    Part("Tòng Thị Diệp", THAI, D(1992, 6, 5), True, D(2016, 5, 19)),
    Part("Vừ A Lềnh", HMONG, D(1992, 4, 21), False, D(2016, 11, 7)),
    Part("Trần Thị Thu Hà", KINH, D(1993, 3, 8), True, D(2017, 2, 3), master_on=D(2018, 10, 12)),
    Part("Lò Thị Hoa", THAI, D(1993, 7, 12), True, D(2017, 5, 19)),
    Part("Lù Văn Dinh", GIAY, D(1992, 1, 9), False, D(2014, 12, 19)),
    Part("Mùa A Sử", HMONG, D(1993, 10, 2), False, D(2015, 12, 18)),
    Part("Lò Thị Pâng", THAI, D(1994, 2, 26), True, D(2018, 3, 28)),
    Part("Trần Gia Bảo", KINH, D(1994, 12, 9), False, D(2018, 4, 9), D(2018, 3, 28)),
    Part("Tẩn Thị Mẩy", DAO, D(1995, 5, 5), True, D(2018, 5, 18)),
    Part("Quàng Thị Xôm", THAI, D(1996, 1, 17), True, D(2019, 3, 3), D(2019, 2, 20)),
]
BY_NAME = {part.name: part for part in PARTS}

# The article names two people; nobody invented may bear their names.
FORBIDDEN = {"Hoàng Minh Giang", "Trần Cường"}
