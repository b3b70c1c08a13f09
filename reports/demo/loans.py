"""Members sent to village cells under plan 14/KH-CAH of 17/02/2016."""

import datetime as dt

from reports.demo.flows import TODAY
from reports.demo.history import History
from reports.demo.posts import WITHOUT_CELL_POST, Posts
from reports.demo.shapes import Loan, Person

D = dt.date
APRIL, SEPTEMBER, FEBRUARY = D(2016, 4, 1), D(2016, 9, 1), D(2017, 2, 1)
TOWN = "Tân Uyên"
LOCALITIES = [
    ("commune", "Mường Pha", ["Nà Lại", "Hua Cuổi", "Phiêng Bay"]),
    ("commune", "Nậm Sang", ["Nà Ún", "Bản Mới"]),
    ("commune", "Tà Pha", ["Noong Kim", "Huổi Luông"]),
    ("commune", "Hua Mít", ["Co Muông"]),
    ("town", TOWN, ["Tổ 4", "Tổ 17"]),
]
# Locality, host cell, home cell, start, and the name where one is told.
TABLE = [
    ("Mường Pha", "Nà Lại", "PT", APRIL, ""),
    ("Mường Pha", "Hua Cuổi", "PT", APRIL, ""),
    ("Mường Pha", "Phiêng Bay", "AN", SEPTEMBER, ""),
    ("Nậm Sang", "Nà Ún", "GTTT", APRIL, "Đèo Văn Hạnh"),
    ("Nậm Sang", "Nà Ún", "PT", FEBRUARY, ""),
    ("Nậm Sang", "Bản Mới", "QLHC", SEPTEMBER, ""),
    ("Tà Pha", "Noong Kim", "GTTT", APRIL, ""),
    ("Tà Pha", "Huổi Luông", "PT", SEPTEMBER, ""),
    ("Hua Mít", "Co Muông", "ĐT", SEPTEMBER, "Giàng A Chinh"),
    ("Hua Mít", "Co Muông", "AN", FEBRUARY, ""),
    (TOWN, "Tổ 4", "CATT", APRIL, "Quàng Văn Đoàn"),
    (TOWN, "Tổ 17", "CATT", APRIL, "Đặng Hữu Nghĩa"),
]
PLAN_NUMBER, PLAN_ON = "14/KH-CAH", D(2016, 2, 17)
TASKS = (
    "Dự sinh hoạt hằng tháng với chi bộ; cùng cấp ủy chuẩn bị nội dung sinh hoạt, hướng dẫn ghi "
    "biên bản, ra nghị quyết; tham gia công tác phát triển đảng viên; nắm tình hình an ninh, "
    "trật tự và vận động Nhân dân tham gia phong trào Toàn dân bảo vệ an ninh Tổ quốc."
)


def lend(history: History, posts: Posts) -> list[Loan]:
    """One person each, of the home cell from the start until today."""
    loans: list[Loan] = []
    told = {name for *_, name in TABLE}
    for locality, host, home, start, name in TABLE:
        away = {loan.person.number for loan in loans}
        fitting = [
            person
            for person in history.in_cell(home, start)
            if (person.name == name if name else person.name not in told)
            and person.number not in away
            and _may_go(person, home, start=start, posts=posts)
        ]
        fitting.sort(key=lambda person: (person.ethnicity == "Kinh", person.life.ceremony_on))
        loans.append(Loan(start, None, fitting[0], locality, host, TASKS))
    return loans


def _may_go(person: Person, home: str, *, start: dt.date, posts: Posts) -> bool:
    leads = any(
        post.person is person and post.title in ("cell_secretary", "cell_deputy")
        for post in posts.held
        if post.last is None or post.last >= start
    )
    return (
        not leads
        and person.name not in WITHOUT_CELL_POST
        and person.is_in_cell(home, start, last=TODAY)
        and person.is_official_on(start)
    )
