"""Who came, moved and left, year by year: the skeleton of the invented history.

An entry is `CELL+` for someone with a university degree on the day, `CELL-` without; an entry
may name its person (`CELL+=Name`), else one is invented or chosen. Inside the committee people
move as `FROM>TO`. The sums are the growth table of the demonstration.
"""

import datetime as dt
import re
from dataclasses import dataclass, field

FOUNDED_ON = dt.date(2009, 4, 20)
TODAY = dt.date(2019, 3, 13)


@dataclass(frozen=True)
class CellPlan:
    """A cell: its key in the plan, name, code, founding day and the unit whose people it gathers."""

    key: str
    name: str
    founded_on: dt.date
    unit: str


CELLS = [
    CellPlan("TH", "Tổng hợp", FOUNDED_ON, "Đội Tổng hợp"),
    CellPlan("AN", "An ninh", FOUNDED_ON, "Đội An ninh"),
    CellPlan("ĐT", "Điều tra", FOUNDED_ON, "Đội Cảnh sát Điều tra"),
    CellPlan("QLHC", "Quản lý hành chính", FOUNDED_ON, "Đội Cảnh sát Quản lý hành chính"),
    CellPlan(
        "GTTT",
        "Giao thông – Trật tự",
        dt.date(2010, 7, 1),
        "Đội Cảnh sát Giao thông – Trật tự",
    ),
    CellPlan("CATT", "Công an thị trấn", dt.date(2012, 1, 1), "Công an thị trấn Tân Uyên"),
    CellPlan("THA", "Thi hành án", dt.date(2012, 4, 1), "Đội Thi hành án và Hỗ trợ tư pháp"),
    CellPlan("PT", "Phong trào", dt.date(2015, 8, 1), "Đội Xây dựng phong trào"),
]
BY_KEY = {cell.key: cell for cell in CELLS}
KEYS = [cell.key for cell in CELLS]
CODES = {key: f"CB{number:02d}" for number, key in enumerate(KEYS, start=1)}


@dataclass(frozen=True)
class Entry:
    """One person of one event: the cell, where to (a move inside), with a degree or not, a name."""

    cell: str
    to: str = ""
    graduate: bool = False
    name: str = ""


@dataclass(frozen=True)
class YearPlan:
    admitted: tuple[Entry, ...]
    moved_in: tuple[Entry, ...]
    moved_out: tuple[Entry, ...]
    left: tuple[Entry, ...] = ()
    inside: tuple[Entry, ...] = ()
    degrees: tuple[Entry, ...] = field(default=())


ENTRY = re.compile(r"([^\s>+=-]+)(?:>([^\s>+=-]+))?([+-]?)(?:=(.+))?")


def entries(text: str) -> tuple[Entry, ...]:
    found = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        cell, to, mark, name = ENTRY.fullmatch(part).groups()
        found.append(Entry(cell, to or "", mark == "+", name or ""))
    return tuple(found)


FOUNDERS = entries(
    "TH+=Vàng Thị Mỷ; TH+=Nguyễn Đình Khoát; TH+=Đào Văn Kim; TH-=Bùi Thị Ngoan; TH-; TH-; TH-;"
    "TH-; TH-; TH-; TH-;"
    "AN+=Đinh Công Thuận; AN+=Phùng Thị Loan; AN-; AN-; AN-; AN-; AN-; AN-; AN-;"
    "ĐT+=Lò Văn Inh; ĐT+=Lê Bá Dũng; ĐT+=Hoàng Trung Kiên; ĐT-=Bùi Minh Đức; ĐT-; ĐT-; ĐT-; ĐT-;"
    "ĐT-; ĐT-;"
    "QLHC+=Nguyễn Khắc Cường; QLHC-=Bạc Cầm Thiết; QLHC-=Nguyễn Thế Anh; QLHC-;"
    "QLHC-; QLHC-; QLHC-; QLHC-"
)


def year(*, admitted="", moved_in="", moved_out="", left="", inside="", degrees="") -> YearPlan:
    texts = (admitted, moved_in, moved_out, left, inside, degrees)
    return YearPlan(*(entries(text) for text in texts))


YEARS: dict[int, YearPlan] = {
    2009: year(
        admitted="TH-; ĐT-; QLHC-=Quàng Văn Đoàn",
        moved_in="TH+=Hoàng Văn Chung; AN+",
        moved_out="TH-; AN-",
    ),
    2010: year(
        admitted="TH-; AN-; ĐT-=Giàng A Chinh; QLHC-; GTTT-",
        moved_in="TH+=Mùa A Vảng; AN+; ĐT+; QLHC+=Đinh Quang Huy",
        moved_out="TH-; AN-; QLHC-",
        inside="QLHC>GTTT+=Nguyễn Khắc Cường; QLHC>GTTT-=Nguyễn Thế Anh; QLHC>GTTT-; QLHC>GTTT-; ĐT>GTTT-",
    ),
    2011: year(
        admitted="TH-; TH-; AN-; ĐT-; QLHC-; GTTT-=Đèo Văn Hạnh",
        moved_in="TH+=Quàng Văn Nhân; AN+; ĐT+; QLHC+",
        moved_out="TH-; AN-; ĐT-",
        degrees="TH; GTTT=Nguyễn Thế Anh",
    ),
    2012: year(
        admitted="TH-; AN-; ĐT+=Lò Văn An; QLHC-; GTTT+=Đỗ Công Đạt; CATT-=Đặng Hữu Nghĩa",
        moved_in="TH+; ĐT+=Phạm Trung Hiếu; ĐT-; QLHC+; THA+",
        moved_out="AN-; ĐT-; QLHC-",
        left="TH-",
        inside=(
            "TH>CATT+=Hoàng Văn Chung; TH>CATT-; QLHC>CATT+=Đinh Quang Huy; QLHC>CATT-=Quàng Văn Đoàn;"
            "TH>THA+=Mùa A Vảng; TH>THA-; TH>THA-; ĐT>THA-"
        ),
        degrees="TH=Bùi Thị Ngoan; AN",
    ),
    2013: year(
        admitted="TH-; AN-; ĐT+; QLHC-; GTTT+; CATT-=Nguyễn Thị Hà; THA-",
        moved_in="TH+; ĐT+; QLHC+; CATT+=Tòng Văn Phớ; THA+",
        moved_out="TH-; AN+; ĐT-; QLHC-",
        inside="AN>ĐT+; ĐT>AN+",
        degrees="AN; AN; QLHC=Bạc Cầm Thiết",
    ),
    2014: year(
        admitted="TH-; AN-; ĐT-; QLHC-; GTTT+; CATT+=Phạm Thị Vân Anh; THA-",
        moved_in="TH+=Trịnh Quốc Hưng; AN+; ĐT+; GTTT+; CATT-; THA+",
        moved_out="TH-; AN-; ĐT+; THA-",
        left="CATT-",
        degrees="TH; AN; ĐT=Bùi Minh Đức; ĐT; QLHC",
    ),
    2015: year(
        admitted="TH-; AN-; ĐT+=Lường Văn Cương; QLHC-; GTTT+; THA-; PT-",
        moved_in="TH+=Hà Thị Minh Thư; AN+; ĐT+; QLHC+; CATT+=Lê Thị Quyên; PT+",
        moved_out="TH+=Nguyễn Đình Khoát; AN-; ĐT-; QLHC-; THA-",
        inside="TH>PT+=Quàng Văn Nhân; TH>PT-; AN>PT+; QLHC>PT-",
        degrees="TH; GTTT=Đèo Văn Hạnh; CATT=Nguyễn Thị Hà; THA",
    ),
    2016: year(
        admitted="TH-; AN-; ĐT+=Tòng Thị Diệp; QLHC-; GTTT-; CATT+=Vừ A Lềnh; PT+",
        moved_in="TH+=Lù Thị Biên; AN+; ĐT-; QLHC+; GTTT+; THA+; PT+",
        moved_out="TH-; AN-; ĐT+; QLHC-; GTTT-",
        left="ĐT-",
        degrees="AN; ĐT=Giàng A Chinh; CATT=Quàng Văn Đoàn; PT",
    ),
    2017: year(
        admitted="TH-; AN-; ĐT+=Trần Thị Thu Hà; QLHC-; GTTT+; CATT+=Lò Thị Hoa; THA-; PT-",
        moved_in="TH+; ĐT+; ĐT+; QLHC+; GTTT+; CATT+=Lù Văn Dinh; THA+",
        moved_out="TH-; AN-; ĐT-; QLHC+; THA-",
        left="GTTT-",
        inside="ĐT>GTTT+; GTTT>ĐT+",
        degrees="TH; AN; QLHC; QLHC; GTTT",
    ),
    2018: year(
        admitted="QLHC-; PT+; ĐT+=Lò Thị Pâng; GTTT+=Trần Gia Bảo; CATT+=Tẩn Thị Mẩy; TH-; ĐT+",
        moved_in="TH+; AN+; QLHC+; GTTT+; CATT+=Mùa A Sử; THA+",
        moved_out="TH+; ĐT-; ĐT+; QLHC-; CATT-",
        degrees="TH; GTTT",
    ),
    2019: year(
        admitted="PT-=Quàng Thị Xôm",
        moved_in="AN+; ĐT+; QLHC+; PT+",
        moved_out="AN+; PT-",
        degrees="PT",
    ),
}
# Ceremonies whose day is told; the two of 2018 before 14/03 come first in that year's list.
CEREMONIES = {
    (2018, "QLHC", 0): dt.date(2018, 2, 2),
    (2018, "PT", 0): dt.date(2018, 3, 7),
    (2018, "ĐT", 0): dt.date(2018, 3, 28),
    (2018, "GTTT", 0): dt.date(2018, 4, 9),
    (2018, "CATT", 0): dt.date(2018, 5, 18),
    (2018, "TH", 0): dt.date(2018, 8, 31),
    (2018, "ĐT", 1): dt.date(2018, 11, 7),
    (2019, "PT", 0): dt.date(2019, 3, 3),
}
# Named people who are still here today: nobody of them is chosen to leave.
LEAVERS = {"Nguyễn Đình Khoát"}
