"""What seconded members report each month, and what their host cells say of them."""

import datetime as dt
from dataclasses import dataclass

from reports.demo.calendar import DAY, months, working_before, working_from
from reports.demo.dice import Decks, between, throw
from reports.demo.flows import TODAY
from reports.demo.shapes import Loan

ROLE = "Đảng viên tăng cường dự sinh hoạt chi bộ"
WORK = [
    "Dự sinh hoạt chi bộ; giúp đồng chí bí thư chuẩn bị nội dung và ghi biên bản theo mẫu.",
    "Dự sinh hoạt chi bộ; hướng dẫn cách ra nghị quyết tháng, phân công rõ người, rõ việc.",
    "Cùng chi ủy rà soát việc thực hiện nghị quyết tháng trước; dự sinh hoạt chi bộ.",
    "Dự sinh hoạt chi bộ; phổ biến Chỉ thị 05-CT/TW và chuyên đề học tập trong năm.",
    "Cùng chi bộ lựa chọn quần chúng ưu tú giới thiệu học lớp nhận thức về Đảng.",
    "Tham gia tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc ở bản; dự sinh hoạt chi bộ.",
    "Hướng dẫn chi ủy mở sổ sách của chi bộ: sổ nghị quyết, sổ đảng viên, sổ đảng phí.",
    "Dự sinh hoạt chi bộ chuyên đề; góp ý về tự phê bình và phê bình.",
    "Cùng ban công tác mặt trận vận động Nhân dân thực hiện quy ước của bản.",
    "Dự sinh hoạt chi bộ; trao đổi kinh nghiệm điều hành buổi sinh hoạt với phó bí thư.",
    "Giúp chi bộ chuẩn bị kiểm điểm cuối năm; dự sinh hoạt chi bộ.",
    "Cùng chi bộ ra quân vệ sinh đường bản ngày thứ bảy tình nguyện; dự sinh hoạt chi bộ.",
]
REMARKS = [
    "Dự sinh hoạt đầy đủ, giúp chi bộ nền nếp hơn trong chuẩn bị nội dung và ghi biên bản.",
    "Gần gũi đảng viên, hướng dẫn tận tình; nội dung sinh hoạt của chi bộ thiết thực hơn.",
    "Có trách nhiệm, đóng góp nhiều ý kiến; chi bộ duy trì sinh hoạt đúng kỳ.",
    "Giúp chi bộ phát triển đảng viên mới và mở đủ sổ sách; đề nghị tiếp tục tăng cường.",
]
OWING = 2  # of the seconded members have not handed in the report of last month


@dataclass(frozen=True)
class MonthReport:
    month: dt.date
    handed_in_on: dt.date
    meetings_attended: int
    work: str


def reports_of(loan: Loan, *, place: int, decks: Decks) -> list[MonthReport]:
    """One for each month gone by; the `place` of the loan says who still owes the last one."""
    found = []
    for month in months(loan.first, TODAY)[:-1]:
        key = ("report", loan.person.number, month)
        last_day = (month + 31 * DAY).replace(day=1) - DAY
        if last_day >= TODAY.replace(day=1) - DAY and place < OWING:
            continue
        attended = 0 if throw(*key) % 14 == 0 else 1
        found.append(
            MonthReport(
                month,
                working_before(last_day - between(0, 4, *key) * DAY),
                attended + (throw("second", *key) % 9 == 0),
                decks.deal(WORK, "work", loan.person.number),
            )
        )
    return found


def remark_of(loan: Loan, *, place: int) -> tuple[str, dt.date | None]:
    """The host cell's remark at the end of last year; two have not given theirs."""
    if place < OWING:
        return "", None
    day = working_from(dt.date(TODAY.year - 1, 12, 3) + between(0, 16, "remark", place) * DAY)
    return REMARKS[place % len(REMARKS)], day
