"""The sheets of the workbook of a meeting: which rows of the page stand on which, in which columns.

A sheet is known by its mark in the first cell, a row by its key in a hidden column, a column by its
heading: what the office renames, sorts or moves is still read, and nothing is matched by guess.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

FORMAT = "partyunit-1"  # begins the mark of a sheet: format, meeting, workbook, kind
GUIDE, LISTS = "guide", "lists"
KEY_COLUMN, MARK_COLUMN, FIRST_COLUMN = 0, 1, 2
TITLE_ROW, HINT_ROW, HEAD_ROW, FIRST_ROW = 0, 1, 2, 3
ITEM = "item"  # the point an opinion is on, by its number on the sheet of the agenda


@dataclass(frozen=True)
class Column:
    """One field of the row's form; `width` in signs. What `fills_itself` is left to the program when blank.

    `is_asked` is for the number of a point, which is no field: whether it may be left blank.
    `of_present` is for a person: only those who came are offered, once the roll is called.
    """

    name: str
    heading: str
    width: int
    is_prose: bool = False
    fills_itself: bool = False
    is_asked: bool = False
    of_present: bool = False


@dataclass(frozen=True)
class Fixed:
    """What is told beside a row and not asked."""

    heading: str
    width: int


@dataclass(frozen=True)
class Part:
    """One sheet. With `blank_rows` rows may be added; without, only the rows given are filled in."""

    kind: str  # of meetings.page.kinds.KINDS
    title: str
    hint: str
    columns: tuple[Column, ...]
    fixed: tuple[Fixed, ...] = ()
    blank_rows: int = 0

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    @property
    def headings(self) -> list[str]:
        return [one.heading for one in (*self.fixed, *self.columns)]

    def heading_of(self, name: str) -> str:
        return next((one.heading for one in self.columns if one.name == name), "")


# In the order in which they are taken in: what comes later may rest on what came before.
PARTS = (
    Part(
        "course",
        "Giờ, chủ trì, thư ký",
        "Ghi ngày dạng 13/03/2019, giờ dạng 14:00. Chọn chủ trì và thư ký trong ô.",
        (
            Column("meets_on", "Ngày họp", 14),
            Column("starts_at", "Bắt đầu", 10),
            Column("ends_at", "Kết thúc", 10),
            Column("place", "Địa điểm", 36),
            Column("chair", "Chủ trì", 26, of_present=True),
            Column("clerk", "Thư ký", 26, of_present=True),
        ),
    ),
    Part(
        "attendance",
        "Điểm danh",
        "Chọn ở cột «Điểm danh» cho từng đồng chí (chọn ô đầu rồi kéo xuống được); vắng có lý do thì ghi lý do.",
        (Column("state", "Điểm danh", 22), Column("reason", "Lý do", 44)),
        (Fixed("Họ và tên", 28), Fixed("Chức vụ, tư cách", 26)),
    ),
    Part(
        "guest",
        "Khách dự",
        "Mỗi người một dòng. Đảng viên của đảng bộ thì chọn tên; khách khác thì gõ họ tên và đơn vị.",
        (
            Column("capacity", "Tư cách dự", 24),
            Column("member", "Đảng viên của đảng bộ", 28),
            Column("name", "Hoặc họ và tên khách", 28),
            Column("organisation", "Đơn vị", 36, fills_itself=True),
            Column("state", "Có mặt", 16, fills_itself=True),
        ),
        blank_rows=8,
    ),
    Part(
        "report",
        "Việc lần trước",
        "Chọn tình trạng của từng việc đã giao, ghi kết quả.",
        (Column("state", "Tình trạng", 14), Column("result", "Kết quả", 50, is_prose=True)),
        (Fixed("Việc", 40), Fixed("Người thực hiện", 24), Fixed("Hạn", 12)),
    ),
    Part(
        "agenda",
        "Chương trình",
        "Mỗi nội dung một dòng; ý kiến từng người ghi ở trang «Ý kiến».",
        (
            Column("title", "Nội dung", 40, is_prose=True),
            Column("presenter", "Người trình bày", 24, of_present=True),
            Column("summary", "Tóm tắt", 40, is_prose=True),
            Column("conclusion", "Kết luận", 40, is_prose=True),
        ),
        (Fixed("TT", 5),),
        blank_rows=10,
    ),
    Part(
        "opinion",
        "Ý kiến",
        "Mỗi ý kiến một dòng. «Nội dung số» là số TT ở trang «Chương trình».",
        (
            Column(ITEM, "Nội dung số", 10, is_asked=True),
            Column("speaker", "Người phát biểu", 26, of_present=True),
            Column("guest_name", "Hoặc tên khách", 22),
            Column("text", "Ý kiến", 60, is_prose=True),
            Column("is_self_criticism", "Tự phê bình, phê bình (ghi x)", 16),
        ),
        blank_rows=60,
    ),
    Part(
        "vote",
        "Biểu quyết",
        "Mỗi lần biểu quyết một dòng, chỉ tính đảng viên chính thức; kết quả do chương trình tính theo quy định.",
        (
            Column(ITEM, "Nội dung số (nếu có)", 12),
            Column("subject", "Biểu quyết việc gì", 44, is_prose=True),
            Column("matter", "Loại việc", 26),
            Column("votes_for", "Tán thành", 10),
            Column("votes_against", "Không tán thành", 10),
            Column("votes_other", "Ý kiến khác", 10),
            Column("member", "Về đảng viên", 24),
            Column("candidate", "Về quần chúng xin vào Đảng", 24),
            Column("is_secret", "Bỏ phiếu kín (ghi x)", 12),
            Column("other_views", "Nội dung ý kiến khác", 36, is_prose=True),
        ),
        blank_rows=8,
    ),
    Part(
        "section",
        "Nội dung",
        "Văn của từng phần biên bản; phần không có thì để trống.",
        (Column("text", "Ghi", 100, is_prose=True),),
        (Fixed("Phần", 30),),
    ),
    Part(
        "task",
        "Giao việc",
        "Mỗi việc một dòng: việc gì, ai làm, hạn (dạng 31/03/2019).",
        (
            Column("task", "Việc giao", 56, is_prose=True),
            Column("assignee", "Người thực hiện", 28),
            Column("due_on", "Hạn", 14),
        ),
        blank_rows=20,
    ),
)
BY_KIND = {part.kind: part for part in PARTS}
GUIDE_TITLE, LISTS_TITLE = "Hướng dẫn", "Danh mục"
GUIDE_LINES = (
    "1. Ghi vào các ô trắng của từng trang; ô xám là phần đã có, không sửa được.",
    "2. Ô có danh sách thì bấm vào ô rồi chọn, không gõ tên khác.",
    "3. Thêm ý kiến, việc giao, khách: ghi vào dòng trống tiếp theo. Muốn xuống dòng trong ô: Alt + Enter.",
    "4. Dòng đã có mà xóa trống thì không bị bỏ trong sổ; muốn bỏ thì làm trên trang cuộc họp.",
    "5. Lưu tệp (.xlsx), mang về, mở trang cuộc họp, bước «Chuẩn bị», chọn «Nhận bảng tính đã ghi».",
    "6. Chương trình cho xem trước mọi thay đổi; chỉ ghi vào sổ sau khi bấm «Xác nhận và ghi vào sổ».",
    "7. Một tệp chỉ dùng cho cuộc họp ghi ở trên. Nhập lại cùng một tệp không làm thay đổi gì.",
)


def sheet_mark(meeting_id: int, workbook: str, kind: str) -> str:
    return f"{FORMAT} {meeting_id} {workbook} {kind}"


def mark_of(texts: Iterable[str]) -> str:
    """A short mark of what the cells of a row say, to tell later whether anybody changed them.

    More than a version: a row that was changed and put back is no conflict, and a row nobody
    touched in the file is left as the register has it now.
    """
    return hashlib.sha256(json.dumps(list(texts)).encode()).hexdigest()[:12]
