"""Heads no list of phrases holds: known by all their words, or not at all."""

import pytest

from members.importing.headings import recognise
from tests.members.importing.sheets import read_table


@pytest.mark.parametrize(
    ("head", "target"),
    [
        ("Họ và tên GV - CBQL", "full_name"),
        ("NTNS", "born_on"),
        ("2. Ngày, tháng, năm sinh của đồng chí", "born_on"),
        ("Ngày KN Đảng", "admitted_on"),
        ("Ngày tháng năm vào Đảng (DB)", "admitted_on"),
        ("Ngày tháng năm vào Đảng (CT)", "official_from"),
        ("Ngày công nhận ĐV chính thức", "official_from"),
        ("Ngày chính thức vào ĐCSVN", "official_from"),
        ("Ngày ký QĐ kết nạp Đảng", "decision_on"),
        ("7. Số căn cước công dân gồm 12 số", "citizen_id"),
        ("Số CMND/CCCD/Định danh", "citizen_id"),
        ("Nơi ĐKHKTT", "permanent_residence"),
        ("Đ/c nơi cư trú", "residence"),
        ("QQ", "home_place"),
        ("Tỉnh nguyên quán", "home_province"),
        ("10. Đồng chí đang sinh hoạt tại chi bộ nào?", "cell"),
        ("CB đang SH", "cell"),
        ("Chức vụ Đảng, đoàn thể", "party_post"),
        ("Chức vụ đảng hiện giữ", "party_post"),
        ("Chức danh, chức vụ nơi công tác", "office_post"),
        ("TĐ CM", "professional"),
        ("TĐ TH", "it"),
        ("TĐ NN", "language"),
        ("LL chính trị", "theory"),
        ("Chuyên môn (ghi rõ ngành)", "professional"),
        ("Chỗ ở trọ hiện tại", "residence"),
        ("Chuyên ngành ĐT", "professional_detail"),
        ("Cấp độ CM", "professional"),
        ("Học hàm, học vị, chuyên môn", "professional"),
        ("Ngày chuyển ĐCT", "official_from"),
        ("Mã định danh hệ thống", "national_uid"),
        ("Số thẻ Đảng của cán bộ", "card_no"),
        ("Xã/phường thường trú", "permanent_residence"),
        ("Tỉnh/TP quê quán", "home_province"),
        ("Tình trạng SH", "status"),
        ("DB/CT", "is_probationary"),
        ("T.độ CT", "theory"),
        ("Ngày mất/ra khỏi Đảng", "left_on"),
        ("Địa chỉ nhà riêng", "residence"),
        ("L.L.C.T", "theory"),
        ("Họ, chữ đệm, tên khai sinh", "full_name"),
        ("NCT", "official_from"),
        ("Date of admission", "admitted_on"),
        ("Date of full membership", "official_from"),
        ("Date joined the Party", "admitted_on"),
        ("Official member since", "official_from"),
        ("Place of origin", "home_place"),
        ("Family and middle name", "full_name"),
    ],
)
def test_a_head_is_known_by_all_its_words(head, target):
    assert recognise((head,)) == target


@pytest.mark.parametrize(
    "head",
    [
        "Tổ CM",
        "Ngày vào CĐ",
        "Ngày vào ngành",
        "Số thẻ BHYT",
        "Số thẻ hội viên",
        "Nơi kết nạp Đảng",
        "Số QĐ KN Đảng",
        "Ngày QĐ công nhận đảng viên chính thức",
        "Ngày chuyển SH chính thức",
        "Ngày cấp CC",
        "Ngày kết nạp/chính thức",
        "Ngày vào Đảng, ngày chính thức",
        "Ngày GT về nơi CT",
        "Quê quán, nơi ở hiện nay",
        "Chức vụ Đảng, chính quyền",
        "Họ tên chồng (vợ)",
        "Họ và tên (bố)",
        "Dân tộc (chồng)",
        "Số thẻ (BHYT)",
        "Số thẻ viên chức",
        "Số thẻ CC",  # căn cước or công chức
        "Số thẻ/số LL",
        "Chức vụ Đảng cao nhất",
        "Ngày chính thức nghỉ",
        "Ngày cấp thẻ viên chức",
        "Số hồ sơ cán bộ",
        "Quê quán - Nơi ở",
        "T.trú",  # thường trú or tạm trú
        "Chức vụ (Đoàn)",
        "Quê quán bố mẹ",
        "Người giới thiệu vào Đảng",
        "CT",
    ],
)
def test_a_head_with_an_unexplained_word_or_two_meanings_stays_unknown(head):
    assert not recognise((head,))


def test_head_of_three_rows_is_known_by_either_parent():
    parents = ("Trình độ", "Ngoại ngữ, tin học")
    assert [recognise((*parents, own)) for own in ("NN", "TH")] == ["language", "it"]


def test_years_of_birth_by_sex_in_heads_of_one_row(tmp_path):
    heads = ["Họ tên", "Năm sinh Nam", "Năm sinh Nữ", "Dân tộc"]
    man, woman = read_table(
        tmp_path, heads, ["Lò Văn Ẩn", 1968, "", "Thái"], ["Lò Thị Ban", "", 1971, "Thái"]
    )
    assert (man.values["born_on"].year, man.values["sex"]) == (1968, "male")
    assert (woman.values["born_on"].year, woman.values["sex"]) == (1971, "female")


def test_day_and_place_of_issue_beside_the_card_are_the_cards(tmp_path):
    heads = ["Họ tên", "Số thẻ Đảng", "Ngày cấp", "Nơi cấp", "Số CCCD", "Ngày cấp"]
    row = ["Lò Văn Ẩn", "071000412123", "03/02/1998", "Tỉnh ủy", "", "12/04/2022"]
    (found,) = read_table(tmp_path, heads, row)
    assert str(found.values["card_issued_on"]) == "03/02/1998"
    assert found.values["card_issued_at"] == "Tỉnh ủy"
    assert found.extra == {"Ngày cấp": "12/04/2022"}
