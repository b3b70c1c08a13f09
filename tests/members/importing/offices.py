"""Layouts as offices make them: those of the national form, a ward, an airport, a desktop program, and invented ones.

Each mixes kinds of trouble: the score of `test_landing` counts how much of it lands right without help.
"""

import datetime as dt

from partyunit.dates import PartialDate
from tests.members.importing.people import PROFESSIONAL, THEORY
from tests.members.importing.sheets import REPORT, Column, Shown, Table, plain

C = Column
EPOCH = dt.date(1899, 12, 30)


def text(key):
    return lambda one, i: f"{one[key]:%d/%m/%Y}"


def cell_date(key):
    return lambda one, i: one[key]


def often(key, *others):
    """Text dates, every fourth row another way of writing."""
    ways = [text(key), *others]
    return lambda one, i: ways[i // 4 % len(ways) if i % 4 == 0 else 0](one, i)


def iso(key):
    return lambda one, i: f"{one[key]:%Y-%m-%d}"


def dotted(key):
    return lambda one, i: f"{one[key].day}.{one[key].month}.{one[key].year}"


def worded(key):
    return lambda one, i: f"ngày {one[key].day} tháng {one[key].month} năm {one[key].year}"


def serial(key):
    return lambda one, i: (plain(one[key]) - EPOCH).days


def quoted(key):
    return lambda one, i: "'" + one[key]


def as_number(key):
    return lambda one, i: int(one[key])


def with_point(key):
    return lambda one, i: f"{int(one[key])}.0"


def mixed(*ways):
    return lambda one, i: ways[i % len(ways)](one, i)


def own(key):
    return lambda one, i: one[key]


def tick(condition):
    return lambda one, i: ("x" if i % 2 else "X") if condition(one) else ""


def abbreviated_post(one, i):
    return {"Đảng viên": "ĐV", "Bí thư": "BT", "Phó Bí thư": "PBT", "Chi ủy viên": "CUV"}[
        one["party_post"]
    ]


def counted(one, i):
    return i + 1


STT = C(("STT",), counted)
DELETION = (
    """Đề nghị xóa (do đang viên không thuộc chi bộ)/ (Nếu muốn xóa chọn "có", còn không bỏ qua)"""
)
STATE = {"active": "Đang sinh hoạt Đảng", "exempt": "Miễn sinh hoạt"}


def _three(parent, key, names):
    country, province, detail = names
    return [
        C((*parent, country), f"{key}_country", f"{key}_country"),
        C((*parent, province), f"{key}_province", f"{key}_province"),
        C((*parent, detail), _place(key), _place(key)),
    ]


def _place(key):
    return "permanent_residence" if key == "permanent" else f"{key}_place"


def national_one_row():
    """A: one header row, dates as text, ids that lost zeros or carry signs."""
    flat = [
        (f"{parent} - {name}", key)
        for parent, prefix in (
            ("Nơi đăng ký khai sinh", "birth"),
            ("Quê quán (theo mô hình 2 cấp)", "home"),
            ("Thường trú (theo mô hình 2 cấp)", "permanent"),
        )
        for name, key in (
            ("Quốc gia *", f"{prefix}_country"),
            ("Tỉnh *", f"{prefix}_province"),
            ("Địa chỉ chi tiết *", _place(prefix)),
        )
    ]
    return Table(
        "A",
        [
            STT,
            C(("ID",), "national_uid", "national_uid"),
            C(("Họ và tên *",), "full_name", "full_name"),
            C(("Tên gọi khác",), lambda one, i: ""),
            C(("Giới tính *",), lambda one, i: "Nam" if one["sex"] == "male" else "Nữ", "sex"),
            C(("Sinh ngày * (dd/mm/yyyy)",), often("born_on", iso("born_on"), dotted("born_on")), "born_on"),
            C(("Dân tộc *",), "ethnicity", "ethnicity"),
            C(("Tôn giáo *",), "religion", "religion"),
            C(
                ("Số định danh cá nhân *",),
                mixed(own("citizen_id"), quoted("citizen_id"), with_point("citizen_id"), as_number("citizen_id")),
                "citizen_id",
            ),
            C(
                ("Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)",),
                mixed(own("card_no"), as_number("card_no"), quoted("card_no")),
                "card_no",
            ),
            C(("Nơi cấp thẻ Đảng",), "card_issued_at", "card_issued_at"),
            C(("Ngày cấp thẻ Đảng (dd/mm/yyyy)",), text("card_issued_on"), "card_issued_on"),
            C(("Số thẻ theo Đảng quyết định 85",), as_number("card_no_old"), "card_no_old"),
            C(("Tổ chức Đảng đang sinh hoạt * (không sửa)",), "cell", "cell"),
            *[C((head,), key, key) for head, key in flat],
            C(("Ngày vào Đảng* (dd/mm/yyyy)",), text("admitted_on"), "decision_on", own("admitted_on")),
            C(("Ngày vào Đảng chính thức* (dd/mm/yyyy)",), text("official_from"), "official_from"),
            C(("Số CMND cũ (nếu có)",), own("old_citizen_id"), "old_citizen_id"),
            C(("Trạng thái hoạt động",), lambda one, i: STATE[one["status"]], "status"),
            C(
                ("Ngày rời khỏi/ Ngày mất/ Ngày miễn sinh hoạt Đảng (dd/mm/yyyy)",),
                lambda one, i: "" if one["status"] == "active" else "31/02/2018" if i == 3 else "01/06/2018",
                "left_on",
                lambda one, i: None if one["status"] == "active" else REPORT if i == 3 else PartialDate(2018, 6, 1),
            ),
            C((DELETION,), lambda one, i: ""),
        ],
        answers={"admitted_on": "decision_on"},
    )  # fmt: skip


def national_two_rows():
    """B: two header rows in an old XLS, dates as date cells, a place under three columns."""
    names = ("Quốc gia", "Tỉnh/Thành", "Chi tiết")
    return Table(
        "B",
        [
            STT,
            C(("ID (UUID)",), "national_uid", "national_uid"),
            C(("Họ và tên *",), lambda one, i: one["full_name"].upper(), "full_name", lambda one, i: one["full_name"].upper()),
            C(("Tên gọi khác",), lambda one, i: ""),
            C(("Giới tính *",), lambda one, i: "NAM" if one["sex"] == "male" else "NỮ", "sex"),
            C(("Sinh ngày *",), cell_date("born_on"), "born_on"),
            C(("Dân tộc *",), "ethnicity", "ethnicity"),
            C(("Tôn giáo *",), "religion", "religion"),
            C(("Số định danh cá nhân *",), as_number("citizen_id"), "citizen_id"),
            C(("Số thẻ Đảng *",), "card_no", "card_no"),
            C(("Nơi cấp thẻ Đảng",), "card_issued_at", "card_issued_at"),
            C(("Ngày cấp thẻ Đảng",), cell_date("card_issued_on"), "card_issued_on"),
            C(("Số thẻ Đảng theo QĐ 85",), "card_no_old", "card_no_old"),
            C(("Tổ chức Đảng sinh hoạt *",), "cell", "cell"),
            *_three(("Nơi đăng ký khai sinh",), "birth", names),
            *_three(("Quê quán",), "home", names),
            *_three(("Thường trú",), "permanent", names),
            C(("Ngày vào Đảng *",), cell_date("admitted_on"), "ceremony_on", own("admitted_on")),
            C(("Ngày chính thức *",), cell_date("official_from"), "official_from"),
            C(("Số CMND cũ",), as_number("old_citizen_id"), "old_citizen_id"),
            C(("Trạng thái hoạt động *",), lambda one, i: STATE[one["status"]], "status"),
            C(("Ngày rời/mất/miễn SH",), lambda one, i: "", "left_on", lambda one, i: None),
            C(("Đề nghị xóa (Có/Không)",), lambda one, i: "Không"),
            C(("Kết quả kiểm tra",), lambda one, i: "Hợp lệ"),
            C(("Chi tiết lỗi",), lambda one, i: ""),
        ],
        above=[["MẪU NHẬP LIỆU ĐẢNG VIÊN"], []],
        ending=".xls",
        answers={"admitted_on": "ceremony_on"},
    )  # fmt: skip


def ward():
    """D: capitals, abbreviations, the state in one of two columns."""
    short = {40: "ĐH", 20: "TC", 50: "ThS", 30: "CĐ"}
    theory = {10: "SC", 20: "TC", 30: "CC", 40: "CN"}
    state = {"active": "ĐSH", "exempt": "MSH"}
    return Table(
        "D",
        [
            C(("CHI BỘ",), "cell", "cell"),
            C(("HỌ TÊN KHAI SINH",), "full_name"),
            C(("HỌ TÊN ĐANG DÙNG",), lambda one, i: "" if i % 3 == 0 else one["full_name"], "full_name"),
            C(("SỐ THẺ ĐẢNG VIÊN",), as_number("card_no_old"), "card_no", own("card_no_old")),
            C(("GIỚI TÍNH",), lambda one, i: "Nam" if one["sex"] == "male" else "nữ", "sex"),
            C(("NGÀY, THÁNG, NĂM SINH",), often("born_on", cell_date("born_on"), dotted("born_on")), "born_on"),
            C(("QUÊ QUÁN",), "home_place", "home_place"),
            C(("ĐỊA CHỈ",), "permanent_residence"),
            C(("NƠI THỰC TẾ CƯ TRÚ",), "residence", "residence"),
            C(("DÂN TỘC",), "ethnicity", "ethnicity"),
            C(("TÔN GIÁO",), "religion", "religion"),
            C(("NGÀY VÀO ĐẢNG",), text("admitted_on"), "decision_on", own("admitted_on")),
            C(("NGÀY CHÍNH THỨC",), dotted("official_from"), "official_from"),
            C(("NGÀY VÀO ĐOÀN",), lambda one, i: "26/03/1999"),
            C(("CHỨC VỤ HIỆN NAY", "Đảng (BT, PBT, CUV, ĐV)"), abbreviated_post, "party_post"),
            C(("CHỨC VỤ HIỆN NAY", "Chính quyền, Đoàn thể"), "office_post", "office_post"),
            C(("TRÌNH ĐỘ HỌC VẤN, HỌC VỊ, HỌC HÀM (…)",), lambda one, i: short[one["professional"]], "professional"),
            C(("TRÌNH ĐỘ NGOẠI NGỮ",), "language", "language"),
            C(("LÝ LUẬN CHÍNH TRỊ (CC, TC, SC)",), lambda one, i: theory[one["theory"]], "theory"),
            C(("CHÍNH SÁCH CÓ CÔNG (TB, LS, CCCM)",), lambda one, i: ""),
            C(("TÌNH TRẠNG QUẢN LÝ", "ĐANG QUẢN LÝ (ĐSH, MSH, CT)"), lambda one, i: "" if i == 5 else state[one["status"]], "status", lambda one, i: "transferred_out" if i == 5 else one["status"]),
            C(("TÌNH TRẠNG QUẢN LÝ", "KHÔNG CÒN QUẢN LÝ (TT, CĐi, CĐT, XT, CR, KT)"), lambda one, i: "CĐi" if i == 5 else ""),
            C(("ĐÃ NHẬN HUY HIỆU ĐẢNG (70, 65, 60, 55, 50, 45, 40, 30)",), lambda one, i: 30 if i == 2 else ""),
            C(("KHEN THƯỞNG",), lambda one, i: ""),
            C(("KỶ LUẬT\n(KTr, CCa, CCh, KT)",), lambda one, i: "KTr" if i == 4 else ""),
        ],
        above=[["BM1"], ["PHIẾU ĐẢNG VIÊN"]],
        below=[["TỔNG CỘNG: 12 đồng chí"]],
        answers={"admitted_on": "decision_on", "status:ct": "temporary_out", "status:cdt": "temporary_out"},
    )  # fmt: skip


def airport():
    """H: ticks in one of several columns, a numbering row, total and signature."""
    p, t = "Trình độ chuyên môn", "Trình độ LLCT"
    return Table(
        "H",
        [
            STT,
            C(("Mã nhân viên",), lambda one, i: f"NV{i:03}"),
            C(("Họ và tên",), "full_name", "full_name"),
            C(("Ngày tháng năm sinh",), cell_date("born_on"), "born_on"),
            C(("Nơi sinh\n(3 cấp)",), "birth_place", "birth_place"),
            C(("Chi bộ",), "cell", "cell"),
            C(("Đảng bộ",), lambda one, i: "Cảng"),
            C(("Chức vụ hiện nay", "Đảng"), "party_post", "party_post"),
            C(("Chức vụ hiện nay", "Chính quyền"), "office_post", "office_post"),
            C(("Chức vụ hiện nay", "Đoàn thể"), lambda one, i: ""),
            C(("Giới tính", "Nam"), tick(lambda one: one["sex"] == "male"), "sex"),
            C(("Giới tính", "Nữ"), tick(lambda one: one["sex"] == "female")),
            C(("Dân tộc",), "ethnicity", "ethnicity"),
            C(("Tôn giáo",), "religion", "religion"),
            C(("Quê quán",), "home_place", "home_place"),
            C((p, "Trên Đại học"), tick(lambda one: one["professional"] == 50), "professional", lambda one, i: REPORT if one["professional"] == 50 else one["professional"]),
            C((p, "Đại học"), tick(lambda one: one["professional"] == 40)),
            C((p, "Cao đẳng"), tick(lambda one: one["professional"] == 30)),
            C((p, "Trung cấp"), tick(lambda one: one["professional"] == 20)),
            C((p, "LĐ phổ thông"), lambda one, i: ""),
            C((t, "Cao cấp"), tick(lambda one: one["theory"] == 30), "theory"),
            C((t, "Cử nhân"), tick(lambda one: one["theory"] == 40)),
            C((t, "Trung cấp"), tick(lambda one: one["theory"] == 20)),
            C((t, "Sơ cấp"), tick(lambda one: one["theory"] == 10)),
            C(("Ngày vào Đảng", "Ngày kết nạp"), cell_date("admitted_on"), "ceremony_on", own("admitted_on")),
            C(("Ngày vào Đảng", "Ngày chính thức"), cell_date("official_from"), "official_from"),
            C(("Số thẻ đảng viên/Số lý lịch",), lambda one, i: f"{one['card_no_old']}/{one['dossier_no']}", "card_no", own("card_no_old")),
            C(("Là đảng viên dự bị",), lambda one, i: ""),
            C(("Văn bằng, chứng chỉ chuyên môn, lý luận chính trị, ngoại ngữ",), lambda one, i: "Bằng lái"),
            C(("  Quyết định", "HĐLĐ, luân chuyển, điều động, bổ nhiệm"), lambda one, i: "12/QĐ"),
            C(("  Quyết định", "Khen thưởng"), lambda one, i: ""),
            C(("  Quyết định", "Kỷ luật"), lambda one, i: ""),
            C(("Quan hệ nước ngoài", "ĐV đi nước ngoài (…)"), lambda one, i: ""),
            C(("Quan hệ nước ngoài", "ĐV có người thân ở nước ngoài (…)"), lambda one, i: ""),
        ],
        above=[["ĐẢNG BỘ CẢNG HÀNG KHÔNG"], ["DANH SÁCH ĐẢNG VIÊN"], ["(Tính đến 31/12/2018)"]],
        below=[
            ["", "", "Tổng số: 12"],
            [],
            ["", "", "", "", "", "", "", "Lai Châu, ngày 02 tháng 01 năm 2019"],
            ["", "", "NGƯỜI LẬP BIỂU", "", "", "", "", "T/M ĐẢNG ỦY"],
            ["", "", "Vàng Thị Ký"],
        ],
        numbering=True,
        answers={"admitted_on": "ceremony_on"},
    )  # fmt: skip


def desktop(ending=".csv", *, delimiter=",", encoding="utf-8-sig", name="I"):
    """I: a plain table of a desktop program."""
    return Table(
        name,
        [
            C(("Mã ĐV",), lambda one, i: f"DV{i}"),
            C(("Số Thẻ",), "card_no", "card_no"),
            C(("Họ Tên",), "full_name", "full_name"),
            C(("Số CCCD",), mixed(own("citizen_id"), with_point("citizen_id")), "citizen_id"),
            C(("Ngày Sinh",), often("born_on", iso("born_on")), "born_on"),
            C(("Giới Tính",), lambda one, i: "Nam" if one["sex"] == "male" else "Nữ", "sex"),
            C(("Dân Tộc",), "ethnicity", "ethnicity"),
            C(("Tôn Giáo",), "religion", "religion"),
            C(("Quê Quán",), "home_place", "home_place"),
            C(("Thường Trú",), "permanent_residence", "permanent_residence"),
            C(("Nơi Sinh",), "birth_place", "birth_place"),
            C(("Nơi Ở",), "residence", "residence"),
            C(("Ngày Vào Đảng",), text("admitted_on"), "decision_on", own("admitted_on")),
            C(("Ngày Chính Thức",), text("official_from"), "official_from"),
            C(("Số ĐT",), lambda one, i: "0912 000 111"),
            C(("Email",), lambda one, i: ""),
            C(("Chi Bộ",), "cell", "cell"),
            C(("Chức Vụ Đảng",), "party_post", "party_post"),
            C(("Chức Vụ CQ",), "office_post", "office_post"),
            C(("Trình Độ LLCT",), lambda one, i: THEORY[one["theory"]], "theory"),
            C(("Chuyên Môn",), lambda one, i: PROFESSIONAL[one["professional"]], "professional"),
        ],
        ending=ending,
        delimiter=delimiter,
        encoding=encoding,
        answers={"admitted_on": "decision_on"},
    )  # fmt: skip


def school():
    """A school: the name in two columns, the birth date in the column of the sex, one cell named in the title."""
    return Table(
        "school",
        [
            C(("TT",), counted),
            C(("Họ và tên đệm",), lambda one, i: one["full_name"].rpartition(" ")[0]),
            C(("Tên",), lambda one, i: one["full_name"].rpartition(" ")[2], "full_name"),
            C(("Năm sinh", "Nam"), lambda one, i: one["born_on"] if one["sex"] == "male" else "", "born_on"),
            C(("Năm sinh", "Nữ"), lambda one, i: one["born_on"] if one["sex"] == "female" else "", "sex"),
            C(("Môn dạy",), lambda one, i: "Toán"),
            C(("Trình độ", "Chuyên môn"), lambda one, i: PROFESSIONAL[one["professional"]] + " Toán học", "professional"),
            C(("Trình độ", "LLCT"), lambda one, i: THEORY[one["theory"]], "theory"),
            C(("Trình độ", "Ngoại ngữ"), "language", "language"),
            C(("Trình độ", "Tin học"), "it", "it"),
            C(("Ngày vào Đảng", "Dự bị"), text("admitted_on"), "decision_on", own("admitted_on")),
            C(("Ngày vào Đảng", "Chính thức"), text("official_from"), "official_from"),
            C(("Ghi chú",), lambda one, i: "GVCN" if i == 1 else ""),
        ],
        above=[["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["DANH SÁCH ĐẢNG VIÊN CHI BỘ TRƯỜNG THPT SỐ 2 NĂM HỌC 2018-2019"], []],
        below=[["Danh sách này có 12 đồng chí"], [], ["", "", "", "", "", "", "HIỆU TRƯỞNG"]],
        answers={"admitted_on": "decision_on"},
    )  # fmt: skip


def hospital():
    """A hospital: three header rows, a date over three cells, groups instead of a cell column, ticks two levels deep."""
    q = "Trình độ"
    return Table(
        "hospital",
        [
            C(("Số TT",), counted),
            C(("Thông tin cá nhân", "Họ và tên (chữ in hoa)"), lambda one, i: one["full_name"].upper(), "full_name", lambda one, i: one["full_name"].upper()),
            C(("Thông tin cá nhân", "Ngày sinh", "Ngày"), lambda one, i: one["born_on"].day, "born_on"),
            C(("Thông tin cá nhân", "Ngày sinh", "Tháng"), lambda one, i: one["born_on"].month),
            C(("Thông tin cá nhân", "Ngày sinh", "Năm"), lambda one, i: one["born_on"].year),
            C(("Thông tin cá nhân", "Nữ"), tick(lambda one: one["sex"] == "female"), "sex"),
            C(("Thông tin cá nhân", "Dân tộc"), "ethnicity", "ethnicity"),
            C((q, "Chuyên môn", "Sau ĐH"), lambda one, i: "", "professional"),
            C((q, "Chuyên môn", "ĐH"), tick(lambda one: one["professional"] == 40)),
            C((q, "Chuyên môn", "CĐ"), tick(lambda one: one["professional"] == 30)),
            C((q, "Chuyên môn", "TC"), tick(lambda one: one["professional"] == 20)),
            C((q, "Chuyên môn", "Thạc sĩ"), lambda one, i: "Nội khoa" if one["professional"] == 50 else ""),
            C((q, "Lý luận chính trị", "CN, CC"), lambda one, i: ""),
            C((q, "Lý luận chính trị", "TC"), tick(lambda one: one["theory"] == 20), "theory", lambda one, i: one["theory"] if one["theory"] == 20 else None),
            C(("Đảng", "Ngày kết nạp"), serial("admitted_on"), "ceremony_on", own("admitted_on")),
            C(("Đảng", "Ngày chính thức"), serial("official_from"), "official_from"),
            C(("Đảng", "Số thẻ"), as_number("card_no_old"), "card_no", own("card_no_old")),
        ],
        above=[["BỆNH VIỆN HUYỆN"], ["BẢNG TỔNG HỢP ĐẢNG VIÊN"]],
        groups={0: [["I", "Chi bộ Nội"]], 5: [["", "Cộng:", 5], ["II", "Chi bộ Ngoại: 7 đồng chí"]]},
        below=[["", "Cộng", 7], ["", "Tổng cộng", 12]],
        answers={"admitted_on": "ceremony_on", "sex_blank": "male"},
    )  # fmt: skip


def enterprise():
    """An enterprise: two languages, Excel's own numbers, dates with their format, a status in words."""
    return Table(
        "enterprise",
        [
            C(("No.",), counted),
            C(("Họ và tên\nFull name",), lambda one, i: f"  {one['full_name']} ", "full_name"),
            C(("Giới tính / Sex",), lambda one, i: "M" if one["sex"] == "male" else "F", "sex"),
            C(("Ngày sinh / Date of birth",), lambda one, i: Shown(one["born_on"], "mm/yyyy") if i == 4 else one["born_on"], "born_on", lambda one, i: PartialDate(one["born_on"].year, one["born_on"].month) if i == 4 else one["born_on"]),
            C(("CCCD/CMND",), lambda one, i: int(one["old_citizen_id"]) if i == 2 else as_number("citizen_id")(one, i), "citizen_id", lambda one, i: REPORT if i == 2 else one["citizen_id"]),
            C(("Phòng ban",), lambda one, i: "Kế toán"),
            C(("Chức vụ",), "office_post", "office_post"),
            C(("Ngày vào Đảng CSVN",), cell_date("admitted_on"), "decision_on", own("admitted_on")),
            C(("Ngày công nhận chính thức",), cell_date("official_from"), "official_from"),
            C(("Sinh hoạt tại chi bộ",), "cell", "cell"),
            C(("Loại đảng viên",), lambda one, i: "Dự bị" if i == 1 else "Chính thức", "is_probationary", lambda one, i: i == 1),
            C(("Tình trạng sinh hoạt",), lambda one, i: {"active": "Đang SH", "exempt": "Miễn công tác và sinh hoạt"}[one["status"]], "status"),
            C(("GDPT",), lambda one, i: {"12/12": dt.date(2018, 12, 12), "10/10": "10/10", "9/12": dt.date(2018, 12, 9)}[one["general"]], "general"),
            C(("Bằng cấp chuyên môn",), lambda one, i: PROFESSIONAL[one["professional"]], "professional"),
            C(("Lương",), lambda one, i: 7_000_000),
        ],
        sheet="Dang vien",
        answers={"admitted_on": "decision_on", "post": "office_post"},
    )  # fmt: skip


def village():
    """A village cell: no accents in the head, years only, a column only for women, ids digit by digit."""
    digits = [
        C(
            ("SO CCCD",),
            lambda one, i, k=k: int(one["citizen_id"][k]),
            "citizen_id" if k == 0 else "",
        )
        for k in range(12)
    ]
    return Table(
        "village",
        [
            C(("TT",), lambda one, i: f"{i + 1}."),
            C(("HO VA TEN",), "full_name", "full_name"),
            C(("NU",), tick(lambda one: one["sex"] == "female"), "sex"),
            C(("NAM SINH",), lambda one, i: one["born_on"].year, "born_on", lambda one, i: PartialDate(one["born_on"].year)),
            *digits,
            C(("DAN TOC",), "ethnicity", "ethnicity"),
            C(("TRINH DO VAN HOA",), "general", "general"),
            C(("NGAY VAO DANG",), lambda one, i: f"{one['admitted_on']:%m/%Y}", "decision_on", lambda one, i: PartialDate(one["admitted_on"].year, one["admitted_on"].month)),
            C(("CHINH THUC",), lambda one, i: f"{one['official_from']:%d%m%Y}", "official_from"),
            C(("CHO O HIEN NAY",), "residence", "residence"),
        ],
        above=[["CHI BỘ BẢN TÂN MUÔN"], ["DANH SACH DANG VIEN"]],
        answers={"admitted_on": "decision_on", "sex_blank": "male"},
    )  # fmt: skip


def commune_office():
    """A commune: two unmerged header rows in a CSV with semicolons, decision and ceremony apart, two-digit years."""
    return Table(
        "commune",
        [
            C(("Stt",), counted),
            C(("Họ tên đảng viên",), lambda one, i: f"Đ/c {one['full_name']}" if i == 0 else one["full_name"], "full_name"),
            C(("Giới tính",), lambda one, i: "Nữ" if one["sex"] == "female" else "Nam", "sex"),
            C(("Ngày sinh",), lambda one, i: f"{one['born_on']:%d/%m/%y}" if i % 6 == 0 else f"{one['born_on']:%d-%m-%Y}", "born_on"),
            C(("Quê quán", "Xã"), "home_place", "home_place"),
            C(("Quê quán", "Tỉnh"), "home_province", "home_province"),
            C(("Kết nạp", "Ngày quyết định"), text("admitted_on"), "decision_on", own("admitted_on")),
            C(("Kết nạp", "Ngày làm lễ"), worded("admitted_on"), "ceremony_on", own("admitted_on")),
            C(("Ngày chính thức",), text("official_from"), "official_from"),
            C(("Đảng viên", "Chính thức"), tick(lambda one: one["status"] == "active"), "is_probationary", lambda one, i: one["status"] != "active"),
            C(("Đảng viên", "Dự bị"), tick(lambda one: one["status"] != "active")),
            C(("Thẻ đảng viên", "Số thẻ"), "card_no_old", "card_no", own("card_no_old")),
            C(("Thẻ đảng viên", "Ngày cấp"), text("card_issued_on"), "card_issued_on"),
            C(("Thẻ đảng viên", "Nơi cấp"), "card_issued_at", "card_issued_at"),
            C(("Số lý lịch",), "dossier_no", "dossier_no"),
            C(("Tổ chức đảng",), "cell", "cell"),
        ],
        ending=".csv",
        delimiter=";",
        above=[["Đảng ủy xã"], []],
    )  # fmt: skip


def bank():
    """A bank: UTF-16 with tabs, extended heads, posts written out, a chi ủy column, empty columns between."""
    return Table(
        "bank",
        [
            C(("Mã CB",), lambda one, i: f"CB{i}"),
            C(("Họ, chữ đệm và tên",), "full_name", "full_name"),
            C(("",), lambda one, i: ""),
            C(("Ngày, tháng, năm sinh (ghi rõ)",), text("born_on"), "born_on"),
            C(("Phái",), lambda one, i: "nam" if one["sex"] == "male" else "nu", "sex"),
            C(("Số căn cước công dân",), "citizen_id", "citizen_id"),
            C(("Chức danh trong Đảng",), "party_post", "party_post"),
            C(("Chức danh nghề nghiệp",), "office_post", "office_post"),
            C(("Trình độ chuyên môn cao nhất",), lambda one, i: PROFESSIONAL[one["professional"]].upper(), "professional"),
            C(("Chuyên ngành đào tạo",), lambda one, i: "Tài chính", "professional_detail", lambda one, i: "Tài chính"),
            C(("Trình độ lý luận chính trị",), lambda one, i: THEORY[one["theory"]] + " LLCT", "theory"),
            C(("Ngày được kết nạp vào Đảng",), text("admitted_on"), "decision_on", own("admitted_on")),
            C(("Ngày được công nhận chính thức",), text("official_from"), "official_from"),
            C(("Đang sinh hoạt tại chi bộ",), "cell", "cell"),
        ],
        ending=".csv",
        encoding="utf-16",
        delimiter="\t",
        answers={"admitted_on": "decision_on"},
    )  # fmt: skip


def every_office() -> list[Table]:
    return [
        national_one_row(),
        national_two_rows(),
        ward(),
        airport(),
        desktop(),
        desktop(".xls", name="I-xls"),
        desktop(delimiter=";", encoding="utf-8", name="I-semicolon"),
        school(),
        hospital(),
        enterprise(),
        village(),
        commune_office(),
        bank(),
    ]
