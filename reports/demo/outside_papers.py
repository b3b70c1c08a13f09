"""Papers from outside: of the Party above us, awards, titles; what we advised on and what we drew up."""

import datetime as dt
from collections.abc import Iterator

from reports.demo.calendar import DAY, working_before, working_from
from reports.demo.dice import between
from reports.demo.flows import FOUNDED_ON
from reports.demo.loans import PLAN_NUMBER, PLAN_ON
from reports.demo.merit import (
    DISTRICT_DECISION,
    DISTRICT_PARTY,
    PARTY_AWARD_ON,
    PROVINCIAL_PARTY,
    SOURCES,
    decision_day,
    give_titles,
    paper_key,
)
from reports.demo.posts import COMMITTEE, INSPECTION
from reports.demo.shapes import Paper

D = dt.date
DISTRICT = "Ủy ban nhân dân huyện Tân Uyên"
POLICE = "Công an huyện Tân Uyên"
CENTRAL = [
    ("03-CT/TW", "CT", D(2011, 5, 14), "Bộ Chính trị", "Về tiếp tục đẩy mạnh việc học tập và làm theo tấm gương đạo đức Hồ Chí Minh"),
    ("101-QĐ/TW", "QĐi", D(2012, 6, 7), "Ban Bí thư", "Về trách nhiệm nêu gương của cán bộ, đảng viên, nhất là cán bộ lãnh đạo chủ chốt các cấp"),
    ("05-CT/TW", "CT", D(2016, 5, 15), "Bộ Chính trị", "Về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
    ("04-NQ/TW", "NQ", D(2016, 10, 30), "Ban Chấp hành Trung ương Đảng khóa XII", "Về tăng cường xây dựng, chỉnh đốn Đảng; ngăn chặn, đẩy lùi sự suy thoái về tư tưởng chính trị, đạo đức, lối sống, những biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ"),
    ("18-KL/TW", "KL", D(2017, 9, 22), "Ban Bí thư", "Về tiếp tục thực hiện chỉ thị về nâng cao chất lượng sinh hoạt chi bộ"),
    ("12-HD/BTCTW", "HD", D(2018, 7, 6), "Ban Tổ chức Trung ương", "Một số vấn đề về nâng cao chất lượng sinh hoạt chi bộ"),
    ("08-QĐi/TW", "QĐi", D(2018, 10, 25), "Ban Chấp hành Trung ương Đảng khóa XII", "Về trách nhiệm nêu gương của cán bộ, đảng viên, trước hết là Ủy viên Bộ Chính trị, Ủy viên Ban Bí thư, Ủy viên Ban Chấp hành Trung ương"),
]  # fmt: skip
ADVISED = [
    ("CT", DISTRICT_PARTY, "-CT/HU", 2, "Về tăng cường sự lãnh đạo của Đảng đối với công tác bảo đảm an ninh, trật tự năm {year}"),
    ("KH", DISTRICT, "/KH-UBND", 3, "Về phòng, chống tội phạm và tệ nạn xã hội năm {year}"),
]  # fmt: skip
ADVISED_ONCE = [
    ("ĐA", DISTRICT, "11/ĐA-UBND", D(2016, 4, 12), "Xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc giai đoạn 2016–2020"),
    ("ĐA", DISTRICT, "12/ĐA-UBND", D(2016, 6, 21), "Phòng, chống và kiểm soát ma túy trên địa bàn huyện giai đoạn 2016–2020"),
    ("CTr", DISTRICT_PARTY, "18-CTr/HU", D(2016, 8, 16), "Củng cố, nâng cao chất lượng hệ thống chính trị ở thôn, bản giai đoạn 2016–2020"),
    ("KL", DISTRICT_PARTY, "57-KL/HU", D(2018, 5, 9), "Về tiếp tục củng cố hệ thống chính trị ở thôn, bản vùng trọng điểm về an ninh, trật tự"),
]  # fmt: skip
PLAN_SUMMARY = (
    "Tăng cường đảng viên là cán bộ, chiến sĩ Công an xuống sinh hoạt tại các chi bộ thuộc địa bàn "
    "các xã, thị trấn trọng điểm về an ninh, trật tự"
)
PARTY_AWARD_SUMMARY = (
    "Tặng Bằng khen Đảng bộ Công an huyện đạt danh hiệu “Trong sạch, vững mạnh tiêu biểu” "
    "5 năm liền (2014–2018)"
)


def outside_papers() -> Iterator[Paper]:
    yield from _from_above()
    yield from _appointments()
    yield from _awards()
    yield from _titles()
    yield from _advised()
    yield received(
        Paper("plan-14", "KH", PLAN_ON, PLAN_SUMMARY, stance="drawn_up"),
        issuer=POLICE,
        number=PLAN_NUMBER,
    )


def received(paper: Paper, *, issuer: str, number: str) -> Paper:
    """The paper as one from outside: its number is whole, or only the ending of one to be given."""
    paper.issuer, paper.number = issuer, number
    if paper.stance == "issued":
        paper.stance = "received"
    return paper


def _from_above() -> Iterator[Paper]:
    for number, kind, day, issuer, summary in CENTRAL:
        yield received(Paper(f"central-{number}", kind, day, summary), issuer=issuer, number=number)
    founding = "Thành lập Đảng bộ Công an huyện Tân Uyên và các chi bộ trực thuộc"
    yield received(
        Paper("founding", "QĐ", D(2009, 4, 15), founding),
        issuer=DISTRICT_PARTY,
        number=DISTRICT_DECISION,
    )


def _appointments() -> Iterator[Paper]:
    """The first committee is appointed; the elected ones are recognised some days later."""
    bodies = [("committee", day) for day in COMMITTEE] + [("inspection", day) for day in INSPECTION]
    for body, day in bodies:
        signed, what = working_from(day + 6 * DAY), "Chuẩn y"
        if day == FOUNDED_ON:
            signed, what = working_before(day - 5 * DAY), "Chỉ định"
        summary = f"{what} Ban Chấp hành Đảng bộ Công an huyện và các chức danh"
        if body == "inspection":
            summary = f"{what} Ủy ban Kiểm tra Đảng ủy Công an huyện"
        yield received(
            Paper(f"{body}-{day}", "QĐ", signed, summary),
            issuer=DISTRICT_PARTY,
            number=DISTRICT_DECISION,
        )


def _awards() -> Iterator[Paper]:
    for source in SOURCES:
        for year in sorted({*source.collectives, *source.individuals}):
            summary = f"Khen thưởng tập thể, cá nhân năm {year}"
            yield received(
                Paper(paper_key(source, year), "QĐ", decision_day(source, year), summary),
                issuer=source.issuer,
                number=source.ending,
            )
    yield received(
        Paper("award-provincial-party", "QĐ", PARTY_AWARD_ON, PARTY_AWARD_SUMMARY),
        issuer=PROVINCIAL_PARTY,
        number="1127-QĐ/TU",
    )


def _titles() -> Iterator[Paper]:
    for title in give_titles():
        if not title.cell:
            summary = f"Công nhận danh hiệu tổ chức đảng năm {title.year}"
            yield received(
                Paper(f"title-{title.year}", "QĐ", title.decided_on, summary),
                issuer=DISTRICT_PARTY,
                number=DISTRICT_DECISION,
            )


def _advised() -> Iterator[Paper]:
    for year in range(2010, 2020):
        for kind, issuer, ending, month, summary in ADVISED:
            day = working_from(D(year, month, between(1, 8, "advised", kind, year)))
            text = summary.format(year=year)
            yield received(
                Paper(f"advised-{kind}-{year}", kind, day, text, stance="advised"),
                issuer=issuer,
                number=ending,
            )
    for kind, issuer, number, day, summary in ADVISED_ONCE:
        yield received(
            Paper(f"advised-{number}", kind, day, summary, stance="advised"),
            issuer=issuer,
            number=number,
        )
