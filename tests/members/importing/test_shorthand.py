"""Heads in offices' shorthand and as programs name them: understood word by word, or left unknown."""

import pytest

from members.importing.headings import recognise

KNOWN = {
    "T.độ LLCT": "theory",
    "Bằng CM": "professional",
    "T.độ TH": "it",
    "Ngành ĐT": "professional_detail",
    "TĐHV": "professional",
    "Ngày KN Đảng": "admitted_on",
    "Ngày CT lần 1": "official_from",
    "Thời gian vào Đảng": "admitted_on",
    "ĐC tạm trú": "residence",
    "Địa chỉ HK": "permanent_residence",
    "QQ": "home_place",
    "Thuộc CB": "cell",
    "Sinh hoạt tại CB": "cell",
    "Số CCCD/Hộ chiếu": "citizen_id",
    "chuc_danh_cv": "office_post",
    "PlaceOfBirth": "birth_place",
    "Party Join Date": "admitted_on",
    "Chức vụ C.quyền": "office_post",
    "Trình độ N.ngữ": "language",
    "Nơi ĐKTT": "permanent_residence",
    "EMP_NAME": "full_name",
    "employee_full_name": "full_name",
    "permanent_residence_address": "permanent_residence",
    "PERM_ADDR": "permanent_residence",
    "CMKT": "professional",
    "N.T.N sinh": "born_on",
    "N/V Đảng": "admitted_on",
    "Ngày trở thành ĐV chính thức": "official_from",
    "Ngày vào Đảng theo thẻ": "admitted_on",
    "Chức vụ kiêm nhiệm trong Đảng": "party_post",
    "Số thẻ ĐVCSVN": "card_no",
    "Trú quán (nơi ở hiện nay)": "residence",
    "Họ và tên quần chúng/đảng viên DB": "full_name",
}
UNKNOWN = [
    "Ngày hết hạn DB",
    "Số thẻ đảng đề nghị cấp",
    "NN-TN",
    "Cấp bậc, CV",
    "CT",
    "N.ngũ",
    "Chức vụ cũ",
    "Số thẻ nhân viên",
    "Official Date",
    "Năm CT",
    "Tên CB",
    "Số QĐ công nhận CT",
    "Ngày QĐ công nhận CT",
    "Địa chỉ cơ quan",
    "Chức danh quy hoạch",
    "Ngày vào Đoàn",
    "CC",
    "Họ và tên người giới thiệu",
    "Ngày vào Đảng lần 2",
    "Số QĐ KN chính thức",
    "Ngày dự kiến CT",
]


@pytest.mark.parametrize("head", KNOWN)
def test_head_in_shorthand_is_known(head):
    assert recognise((head,)) == KNOWN[head]


@pytest.mark.parametrize("head", UNKNOWN)
def test_head_with_a_word_more_is_not_guessed(head):
    assert not recognise((head,))


def test_head_over_two_rows_in_shorthand_is_known():
    assert recognise(("Ngày vào Đ", "Dự bị")) == "admitted_on"
    assert recognise(("Đảng viên", "Ngày CT")) == "official_from"
    assert recognise(("Trình độ", "TH")) == "it"
