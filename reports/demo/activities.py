"""Study campaigns, and the activities tied to them, with who took part: kind, day, cells, people, result."""

import datetime as dt
from dataclasses import dataclass

from reports.demo.dice import chance
from reports.demo.flows import CELLS
from reports.demo.history import History
from reports.demo.posts import Posts
from reports.demo.shapes import Gathering, Person
from reports.demo.topics import THEME_2019

D = dt.date


@dataclass(frozen=True)
class StudyCampaign:
    key: str
    title: str
    theme: str
    paper: str
    first: dt.date
    last: dt.date | None
    cited: tuple[str, ...]  # a thematic meeting whose topic names one of these belongs to it


@dataclass
class Deed:
    """One activity. `share`: how many of a hundred of its cells' members took part, by name or,
    where only a number was kept, counted."""

    kind: str
    first: dt.date
    title: str
    cell: str = ""  # "": of the committee
    last: dt.date | None = None
    place: str = ""
    campaign: str = ""
    plan: str = ""
    target: str = ""
    target_cell: str = ""
    state: str = "done"
    reason: str = ""
    result: str = ""
    conclusion: str = ""
    share: int = 0
    is_named: bool = True
    team: bool = False  # three members of the committee

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.cell}-{self.first}"


CAMPAIGNS = [
    StudyCampaign(
        "nq4",
        "Nghị quyết Trung ương 4 khóa XII",
        "Tăng cường xây dựng, chỉnh đốn Đảng; tự phê bình và phê bình trong sinh hoạt chi bộ",
        "central-04-NQ/TW",
        D(2017, 1, 16),
        None,
        ("Trung ương 4 khóa XII",),
    ),
    StudyCampaign(
        "05-2019",
        "Chuyên đề năm 2019 về Chỉ thị 05-CT/TW",
        THEME_2019,
        "central-05-CT/TW",
        D(2019, 1, 1),
        D(2019, 12, 31),
        (THEME_2019,),
    ),
]
HALL = "Hội trường Công an huyện"
LISTENING = "Công an lắng nghe ý kiến của nhân dân và các cơ quan, tổ chức trên địa bàn"
DEEDS = [
    Deed("study", D(2017, 2, 20), "Học tập, quán triệt Nghị quyết Trung ương 4 khóa XII", campaign="nq4", plan="plan-nq4", place=HALL, share=92, is_named=False, result="Các chi bộ đăng ký việc khắc phục hạn chế sau kiểm điểm."),
    Deed("inspection", D(2018, 6, 12), "Kiểm tra việc thực hiện nghị quyết và chế độ sinh hoạt", last=D(2018, 6, 13), plan="inspection-2018", target_cell="ĐT", target="Nghị quyết năm, sinh hoạt thường kỳ và chuyên đề 6 tháng đầu năm", team=True, conclusion="Chi bộ giữ nền nếp sinh hoạt; cần ghi đủ ý kiến thảo luận vào biên bản."),
    Deed("other", D(2018, 8, 10), "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc", share=70, is_named=False, result="Tổ chức tại các xã, thị trấn; phát động thi đua trong nhân dân."),
    Deed("supervision", D(2018, 9, 18), "Giám sát việc học tập và làm theo Chỉ thị 05-CT/TW", plan="inspection-2018", target_cell="CATT", target="Bản đăng ký làm theo của đảng viên năm 2018", team=True, conclusion="Đảng viên đăng ký đủ; một số bản còn chung chung, cần nêu việc cụ thể."),
    Deed("volunteer", D(2018, 10, 6), "Ngày thứ bảy tình nguyện tháng 10", share=55, is_named=False, result="Cấp chứng minh nhân dân lưu động cho nhân dân vùng xa."),
    Deed("volunteer", D(2018, 11, 3), "Ngày thứ bảy tình nguyện tháng 11", share=50, is_named=False, result="Sửa đường vào bản, vệ sinh khu dân cư."),
    Deed("listening", D(2018, 11, 23), f"Hội nghị “{LISTENING}” năm 2018", place=HALL, share=60, is_named=False, result="Tiếp thu 14 ý kiến; phân công từng đội trả lời, khắc phục."),
    Deed("democracy", D(2018, 12, 18), "Đối thoại giữa chỉ huy và cán bộ, chiến sĩ", place=HALL, share=75, is_named=False, result="Trả lời 9 ý kiến về chế độ, trực ban, nhà ở tập thể."),
    Deed("thrift", D(2018, 1, 1), "Thực hành tiết kiệm, chống lãng phí năm 2018", last=D(2018, 12, 31), share=100, is_named=False, result="Chi văn phòng phẩm và điện giảm so với năm trước."),
    Deed("volunteer", D(2019, 1, 5), "Ngày thứ bảy tình nguyện tháng 1", campaign="05-2019", share=55, result="Trả căn cước tại bản, tặng quà hộ khó khăn trước Tết."),
    Deed("reform", D(2019, 1, 15), "Giải quyết thủ tục lưu động tại các xã", cell="QLHC", last=D(2019, 1, 16), campaign="05-2019", share=80, result="Nhận 212 hồ sơ tại chỗ, trả đúng hẹn."),
    Deed("study", D(2019, 1, 25), "Học tập chuyên đề năm 2019 về Chỉ thị 05-CT/TW", campaign="05-2019", plan="plan-05-2019", place=HALL, share=94, result="Mỗi đảng viên viết bản đăng ký làm theo."),
    Deed("other", D(2019, 2, 21), "Tọa đàm nâng cao chất lượng sinh hoạt chi bộ", plan="plan-model", place=HALL, share=25, result="Thống nhất cách chuẩn bị, điểm danh, giao việc và kiểm việc ở chi bộ."),
    Deed("volunteer", D(2019, 3, 2), "Ngày thứ bảy tình nguyện tháng 3", campaign="05-2019", share=60, result="Trồng cây, dọn 3 km đường liên bản."),
    Deed("supervision", D(2019, 3, 5), "Giám sát việc nêu gương theo Quy định 08-QĐi/TW", last=D(2019, 3, 6), plan="inspection-2019", target_cell="PT", target="Cam kết nêu gương năm 2019 của cấp ủy viên, đảng viên", team=True, conclusion="Cam kết sát chức trách; chi bộ cần ghi rõ thời hạn từng việc."),
    Deed("listening", D(2019, 3, 22), f"Hội nghị “{LISTENING}” quý I năm 2019", campaign="05-2019", place=HALL, state="planned", target="Nhân dân, cơ quan, tổ chức trên địa bàn thị trấn"),
    Deed("volunteer", D(2019, 4, 6), "Ngày thứ bảy tình nguyện tháng 4", campaign="05-2019", state="planned"),
    Deed("inspection", D(2019, 5, 14), "Kiểm tra việc quản lý đảng viên theo Quy định 76-QĐ/TW", last=D(2019, 5, 15), plan="inspection-2019", target_cell="THA", target="Nhận xét nơi cư trú, giữ mối liên hệ", state="planned"),
    Deed("volunteer", D(2019, 2, 2), "Ngày thứ bảy tình nguyện tháng 2", state="cancelled", reason="Trùng đợt trực bảo vệ Tết Nguyên đán"),
    Deed("thrift", D(2019, 1, 2), "Tiết kiệm điện, giấy in trong quý I", cell="TH", last=D(2019, 3, 31), campaign="05-2019", state="planned", share=100, target="Giảm 5 % so với quý I năm 2018"),
]  # fmt: skip


def campaign_of(meeting: Gathering) -> str:
    """The campaign a thematic or model meeting belongs to, by what its topic names; "" of none."""
    if meeting.kind not in ("thematic", "model"):
        return ""
    found = [
        one.key
        for one in CAMPAIGNS
        if one.first <= meeting.meets_on and any(words in meeting.topic for words in one.cited)
    ]
    return found[0] if found else ""


@dataclass(frozen=True)
class Part:
    """Who of one cell took part in a deed: the people, or only how many."""

    cell: str
    people: tuple[Person, ...]
    is_named: bool


def parts_of(deed: Deed, history: History, posts: Posts) -> list[Part]:
    """By the cells of its first day."""
    if deed.team:
        team = [one for one in posts.committee_on(deed.first) if one.cell_on(deed.first)]
        team = [one for one in team if one.cell_on(deed.first) != deed.target_cell][:3]
        return [Part(one.cell_on(deed.first) or "", (one,), is_named=True) for one in team]
    return [
        Part(cell.key, people, is_named=deed.is_named)
        for cell in CELLS
        if deed.cell in ("", cell.key) and (people := _takers(deed, cell.key, history))
    ]


def _takers(deed: Deed, cell: str, history: History) -> tuple[Person, ...]:
    people = sorted(history.in_cell(cell, deed.first), key=lambda one: one.number)
    return tuple(p for p in people if chance(deed.share, "deed", deed.key, p.number))
