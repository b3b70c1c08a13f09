"""The frame of every page: who sees which places, appearance, language, error pages."""

import pytest
from django.test import Client
from django.urls import reverse

CELLS = "/chi-bo/"


def places(page):
    return [place.name for place in page.context["frame"].places]


def test_officer_sees_the_places_of_the_committee(client, officer, cell):
    client.force_login(officer)
    page = client.get(CELLS)
    assert places(page) == [
        "Tổng quan",
        "Việc đến hạn",
        "Đảng viên",
        "Chi bộ",
        "Sinh hoạt",
        "Tăng cường",
        "Khen thưởng",
        "Xếp loại",
        "Văn bản",
        "Báo cáo",
        "Quy định",
    ]
    assert [place.name for place in page.context["frame"].places if place.is_here] == ["Chi bộ"]


def test_leader_sees_five_places_and_the_own_cell_first(client, leader, cell):
    client.force_login(leader)
    page = client.get(cell.get_absolute_url())
    assert places(page) == ["Chi bộ tôi", "Việc đến hạn", "Đảng viên", "Sinh hoạt", "Báo cáo"]
    assert page.context["frame"].places[0].url == cell.get_absolute_url()


def test_administrator_sees_accounts_only_and_no_content(client, administrator):
    client.force_login(administrator)
    assert places(client.get("/tai-khoan/")) == ["Tài khoản"]
    assert client.get(CELLS).status_code == 403


def test_masthead_prints_the_names_of_the_day(client, officer):
    client.force_login(officer)
    text = client.get(CELLS).content.decode()
    assert "ĐẢNG BỘ HUYỆN TÂN UYÊN" in text
    assert "ĐẢNG ỦY CÔNG AN HUYỆN" in text
    assert "Dữ liệu trình diễn, đồng hồ dừng ở ngày 13/03/2019" in text


def test_no_page_carries_inline_script_or_style(client, officer, cell):
    client.force_login(officer)
    for url in (CELLS, cell.get_absolute_url(), reverse("cells:create")):
        text = client.get(url).content.decode()
        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text
        assert " onclick=" not in text


def test_vietnamese_unless_asked_otherwise(client, officer):
    client.force_login(officer)
    page = client.get(CELLS, headers={"accept-language": "en"})
    assert '<html lang="vi"' in page.content.decode()
    client.post(reverse("set_language"), {"language": "en", "next": CELLS})
    assert '<html lang="en"' in client.get(CELLS).content.decode()


def test_appearance_is_kept_and_taken_back(client, officer):
    client.force_login(officer)
    url = reverse("appearance")
    answer = client.post(url, {"appearance": "dark", "next": CELLS})
    assert answer.url == CELLS
    client.post(url, {"appearance": "large", "next": CELLS})
    assert 'data-bs-theme="dark" class="large"' in client.get(CELLS).content.decode()
    client.post(url, {"appearance": "dark"})
    assert "data-bs-theme" not in client.get(CELLS).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://xa.example/", "//xa.example", "javascript:x"])
def test_appearance_never_leads_elsewhere(client, db, elsewhere):
    answer = client.post(reverse("appearance"), {"appearance": "dark", "next": elsewhere})
    assert answer.url == "/"


def test_settings_are_changed_by_post_only(client, db):
    assert client.get(reverse("appearance")).status_code == 405
    assert client.get(reverse("accounts:sign_out")).status_code in (302, 405)


def test_stale_form_is_explained(officer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    answer = client.post(reverse("appearance"), {"appearance": "dark"})
    assert answer.status_code == 403
    assert "Trang này đã mở quá lâu" in answer.content.decode()


def test_unknown_address_is_explained(client, officer):
    client.force_login(officer)
    answer = client.get("/khong-co-trang-nay/")
    assert answer.status_code == 404
    assert "Không có trang này" in answer.content.decode()


def test_broken_page_is_explained_without_the_database(client, officer, settings, monkeypatch):
    client.force_login(officer)
    client.raise_request_exception = False
    monkeypatch.setattr("cells.views.CellListView.get_records", lambda view: 1 / 0)
    answer = client.get(CELLS)
    assert answer.status_code == 500
    assert "Chương trình gặp lỗi" in answer.content.decode()


def test_health_needs_no_account(client, db):
    assert client.get("/health/").content == b"ok"
