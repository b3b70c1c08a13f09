"""Logging a meeting in Chromium: row after row by keyboard, and nothing typed is ever lost silently."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from meetings import services
from meetings.models import ActionItem, AgendaItem, Guest, Opinion
from tests import factories
from tests.meetings import building
from tests.meetings.building import sign_in
from tests.meetings.typing import (
    HALF,
    SAVED,
    UNSAVED,
    conclusion,
    keys,
    stored_conclusion,
    told_unsaved,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("page", [True], indirect=True, ids=["with-javascript"]),
]


# -- row after row --------------------------------------------------------------------------------


def test_two_points_in_a_row_by_keyboard(window):
    points = window.locator("#agenda ol.agenda > li")
    points.last.get_by_label("Nội dung", exact=True).focus()
    keys(window, "Điểm một", "<Enter>")
    expect(points).to_have_count(2)
    expect(points.last.get_by_label("Nội dung", exact=True)).to_be_focused()
    keys(window, "Điểm hai", "<Tab>", "Kết luận", "<Control+Enter>")
    expect(points).to_have_count(3)
    expect(points.last.get_by_label("Nội dung", exact=True)).to_be_focused()
    keys(window, "Điểm ba", "<Enter>")
    expect(points).to_have_count(4)
    expect(window.locator("#count-items")).to_contain_text("3 nội dung")
    assert list(AgendaItem.objects.values_list("title", "conclusion")) == [
        ("Điểm một", ""),
        ("Điểm hai", "Kết luận"),
        ("Điểm ba", ""),
    ]


def test_two_opinions_in_a_row_by_keyboard(window, meeting, leader):
    building.point(meeting, by=leader)
    window.reload()
    window.locator(".opinions summary").last.focus()
    keys(window, "<Enter>", "<Tab>")
    for words in ("Nhất trí", "Đề nghị"):
        keys(window, "L", "<Tab>", words, "<Tab>", "<Tab>", "<Tab>", "<Enter>")
        expect(window.locator(".opinions > li", has_text=words)).to_be_visible()
        expect(window.locator(".opinions").get_by_label("Người phát biểu").last).to_be_focused()
    expect(window.locator("#count-items")).to_contain_text("2 ý kiến")
    assert list(Opinion.objects.values_list("text", flat=True)) == ["Nhất trí", "Đề nghị"]


def test_two_tasks_and_two_guests_in_a_row_by_keyboard(window):
    window.locator("ol.tasks").last.get_by_label("Việc giao").focus()
    for words in ("Tuần tra", "Lập lịch"):
        keys(window, words, "<Tab>", "L", "<Tab>", "31/03/2019", "<Tab>", "<Enter>")
        expect(window.locator("ol.tasks h3", has_text=words)).to_be_visible()
        expect(window.locator("ol.tasks").last.get_by_label("Việc giao").last).to_be_focused()
    assert list(ActionItem.objects.values_list("task", flat=True)) == ["Tuần tra", "Lập lịch"]
    window.get_by_text("Thêm khách dự họp").focus()
    keys(window, "<Enter>", "<Tab>")
    for name in ("Khách Một", "Khách Hai"):
        keys(window, "k", "<Tab>", "<Tab>", name, "<Tab>", "<Tab>", "<Enter>")
        expect(window.locator(".entries-list b", has_text=name)).to_be_visible()
        expect(window.locator(".entries-list").get_by_label("Tư cách dự").last).to_be_focused()
    assert list(Guest.objects.values_list("name", flat=True)) == ["Khách Một", "Khách Hai"]


def test_keyboard_stays_at_a_row_saved_by_enter(window, meeting, leader):
    building.point(meeting, by=leader, title="Điểm cũ")
    window.reload()
    window.get_by_text("Sửa tên, người trình bày, tóm tắt").click()
    window.get_by_label("Nội dung", exact=True).first.focus()
    keys(window, " sửa lại", "<Enter>")
    expect(window.locator("h3", has_text="sửa lại")).to_be_visible()
    window.wait_for_function("document.activeElement?.closest('[id^=row-]')")


# -- what is not stored is said --------------------------------------------------------------------


def test_long_text_saves_itself_while_it_is_written(window):
    conclusion(window).focus()
    keys(window, "Câu thứ nhất, chưa rời ô.")
    expect(window.locator("#typing")).to_be_visible()
    expect(window.locator(SAVED)).to_contain_text("Đã lưu lúc", timeout=9_000)
    assert stored_conclusion() == "Câu thứ nhất, chưa rời ô."
    expect(conclusion(window)).to_be_focused()
    conclusion(window).fill("Câu thứ hai.")
    conclusion(window).blur()
    expect(window.locator(SAVED)).to_be_visible()
    assert window.evaluate("document.activeElement === document.body")


def test_session_over_in_mid_typing_is_told_and_saved_after_signing_in(window, live_server):
    conclusion(window).fill("Trước khi hết phiên.")
    conclusion(window).blur()
    expect(window.locator(SAVED)).to_contain_text("Đã lưu lúc")
    Session.objects.all().delete()
    conclusion(window).fill("Sau khi hết phiên.")
    conclusion(window).blur()
    told_unsaved(window, "Phiên làm việc đã hết")
    expect(window.locator(SAVED)).to_be_hidden()
    window.get_by_role("button", name="Ghi Kết luận của chủ trì").click()
    expect(window.locator(UNSAVED)).to_be_visible()
    assert stored_conclusion() == "Trước khi hết phiên."
    with window.expect_popup() as popup:
        window.get_by_role("link", name="đăng nhập ở cửa sổ khác").click()
    popup.value.fill("input[name=username]", "leader")
    popup.value.fill("input[name=password]", factories.PASSWORD)
    popup.value.click("main button[type=submit]")
    expect(popup.value.locator("#savebar")).to_be_visible()
    popup.value.close()
    window.bring_to_front()
    window.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(window.locator(UNSAVED)).to_be_hidden()
    assert stored_conclusion() == "Sau khi hết phiên."


def test_button_pressed_at_an_empty_row_leaves_nothing_unsaved(window):
    with window.expect_response("**/dong/section/"):
        window.get_by_role("button", name="Lấy theo ghi chép").last.click()
    expect(window.locator(SAVED)).to_be_visible()
    expect(window.locator(HALF)).to_be_hidden()


def test_row_emptied_again_waits_for_nothing_and_a_refused_one_takes_the_cursor(window):
    row = window.locator("#close ol.tasks > li").last
    task = row.get_by_label("Việc giao")
    task.fill("Gõ nhầm chỗ")
    task.blur()
    expect(window.locator(HALF)).to_be_visible()
    task.fill("")
    expect(window.locator(SAVED)).to_be_visible()
    row.get_by_role("button", name="Ghi việc giao").click()
    expect(task).to_have_attribute("aria-invalid", "true")
    expect(task).to_be_focused()
    task.fill("Tuần tra")
    row.get_by_label("Người thực hiện").select_option(index=1)
    expect(row.locator(".error")).to_have_count(0)
    assert ActionItem.objects.get().task == "Tuần tra"


def test_server_gone_is_told_and_saved_when_it_is_back(window):
    window.route("**/dong/section/", lambda route: route.fetch() and route.abort())
    conclusion(window).fill("Lúc mất mạng.")
    conclusion(window).blur()
    told_unsaved(window, "Máy chủ không trả lời")
    assert stored_conclusion() == "Lúc mất mạng."  # and the answer never came
    window.unroute("**/dong/section/")
    window.context.set_offline(True)
    conclusion(window).fill("Lúc mất mạng, và sau đó.")
    window.get_by_role("button", name="Ghi Kết luận của chủ trì").click()
    expect(window.locator(UNSAVED)).to_be_visible()
    expect(conclusion(window)).to_have_value("Lúc mất mạng, và sau đó.")
    window.context.set_offline(False)
    window.evaluate("window.dispatchEvent(new Event('online'))")
    expect(window.locator(UNSAVED)).to_be_hidden()
    expect(window.locator(SAVED)).to_be_visible()
    assert stored_conclusion() == "Lúc mất mạng, và sau đó."


def test_words_typed_before_the_script_is_there_are_saved(page, live_server, meeting, leader):
    """On the first visit: later the browser's own worker brings the script, past any route."""
    building.everyone_present(meeting, leader)
    sign_in(page, live_server, "leader")
    held = []
    page.route("**/saving.js", lambda route: held.append(route))
    page.goto(live_server.url + reverse("meetings:detail", args=[meeting.pk]), wait_until="commit")
    conclusion(page).fill("Gõ lúc trang còn đang tải.")
    held_request(page, held).continue_()
    expect(page.locator(SAVED)).to_contain_text("Đã lưu lúc")
    assert stored_conclusion() == "Gõ lúc trang còn đang tải."


def test_page_open_too_long_gets_a_new_token_and_saves(window):
    window.context.clear_cookies(name="csrftoken")
    conclusion(window).fill("Mã trang đã cũ.")
    conclusion(window).blur()
    expect(window.locator(SAVED)).to_contain_text("Đã lưu lúc")
    expect(window.locator(UNSAVED)).to_be_hidden()
    assert stored_conclusion() == "Mã trang đã cũ."


def test_meeting_submitted_meanwhile_keeps_the_text_and_says_why(window, meeting, leader, clerk):
    building.recorded(meeting, chair=leader.member, clerk=clerk.member, by=leader)
    services.submit_minutes(meeting=meeting, on=building.TODAY, by=leader)
    conclusion(window).fill("Gõ muộn.")
    conclusion(window).blur()
    expect(window.locator("#close")).to_contain_text("Biên bản đang chờ duyệt")
    expect(conclusion(window)).to_have_value("Gõ muộn.")


# -- leaving ------------------------------------------------------------------------------------


def test_text_still_in_the_field_is_stored_before_a_button_leaves_the_page(window, meeting, leader):
    item = building.point(meeting, by=leader, title="Điểm một")
    building.point(meeting, by=leader, title="Điểm hai")
    window.reload()
    window.locator(f"#row-{item.uid}").get_by_label("Kết luận").fill("Vừa gõ xong.")
    window.get_by_role("button", name="Xuống Điểm một").click()
    expect(window.locator("#agenda h3").nth(1)).to_contain_text("Điểm một")
    item.refresh_from_db()
    assert (item.position, item.conclusion) == (2, "Vừa gõ xong.")


def test_half_typed_row_is_asked_about_before_a_button_or_link_leaves(window, meeting, leader):
    building.point(meeting, by=leader, title="Điểm một")
    window.reload()
    window.get_by_text("Ghi một ý kiến").click()
    window.get_by_label("Ý kiến", exact=True).fill("Chưa ghi ai nói.")
    window.get_by_label("Ý kiến", exact=True).blur()
    expect(window.locator(HALF)).to_be_visible()
    answers = iter([False, False, True])
    window.on("dialog", lambda dialog: dialog.accept() if next(answers) else dialog.dismiss())
    with window.expect_event("dialog") as asked:
        window.get_by_role("button", name="Xuống Điểm một").click()
    assert "Còn dòng chưa lưu" in asked.value.message
    expect(window.get_by_label("Người phát biểu")).to_be_focused()
    with window.expect_event("dialog"):
        window.get_by_role("link", name="Xem bản nháp").click()
    expect(window.get_by_label("Ý kiến", exact=True)).to_have_value("Chưa ghi ai nói.")
    window.get_by_role("link", name="Xem bản nháp").click()
    expect(window.get_by_role("link", name="Về cuộc họp")).to_be_visible()


# -- two windows -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "text"), [("Ghi bản đang gõ", "Cửa sổ này"), ("Lấy bản đang lưu", "Cửa sổ kia")]
)
def test_both_windows_begin_one_part(window, button, text):
    other = window.context.new_page()
    other.goto(window.url)
    for page, words in [(other, "Cửa sổ kia"), (window, "Cửa sổ này")]:
        conclusion(page).fill(words)
        conclusion(page).blur()
        expect(page.locator("#typing")).to_be_hidden()
    told_unsaved(window, "Người khác vừa ghi cùng dòng")
    window.get_by_role("link", name="Đến dòng ấy").click()
    window.get_by_role("button", name=button).click()
    expect(window.locator(UNSAVED)).to_be_hidden()
    expect(conclusion(window)).to_have_value(text)
    expect(window.locator("#close")).not_to_contain_text("Người khác vừa ghi")
    assert stored_conclusion() == text
    conclusion(window).fill("Ghi tiếp")
    conclusion(window).blur()
    expect(window.locator(SAVED)).to_be_visible()
    assert stored_conclusion() == "Ghi tiếp"


def test_corrected_day_shows_the_people_of_that_day(page, live_server, meeting, leader, cell):
    factories.place(cell, full_name="Hôm Nay Mới Đến", from_on=meeting.meets_on)
    building.everyone_present(meeting, leader)
    sign_in(page, live_server, "leader")
    page.goto(live_server.url + reverse("meetings:detail", args=[meeting.pk]))
    expect(page.locator(".roll")).to_contain_text("Hôm Nay Mới Đến")
    conclusion(page).fill("Kết luận đang ghi.")
    day = page.locator("#open").get_by_label("Ngày họp")
    day.fill(f"{meeting.meets_on - dt.timedelta(days=1):%d/%m/%Y}")
    day.blur()
    page.get_by_role("button", name="Cập nhật danh sách").click()
    expect(page.locator(".roll")).not_to_contain_text("Hôm Nay Mới Đến")
    expect(conclusion(page)).to_have_value("Kết luận đang ghi.")
    assert stored_conclusion() == "Kết luận đang ghi."


def hold_what_is_pressed(window) -> list:
    """Stops the saving of points on its way where their button was pressed; changes save themselves."""
    held = []

    def stop(route):
        if "save=1" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    window.route("**/dong/agenda/", stop)
    return held


def held_request(window, held: list):
    """The next request that was stopped on its way."""
    for _moment in range(200):
        if held:
            return held.pop(0)
        window.wait_for_timeout(50)
    raise AssertionError("nothing was sent")


def test_words_typed_while_the_answer_is_on_its_way_stay(window):
    """The button was pressed, the answer is slow, the writer goes on."""
    point = window.locator("#agenda ol.agenda > li").last
    point.get_by_label("Nội dung", exact=True).fill("Điểm một")
    point.get_by_label("Kết luận").fill("Thống nhất")

    held = hold_what_is_pressed(window)
    point.get_by_role("button", name="Thêm nội dung").click()
    request = held_request(window, held)
    point.get_by_label("Kết luận").press_sequentially(" cả ba việc.")
    with window.expect_response("**/dong/agenda/"):
        request.continue_()
    window.unroute("**/dong/agenda/")
    expect(window.locator("#agenda").get_by_label("Kết luận").first).to_have_value(
        "Thống nhất cả ba việc."
    )
    window.locator("#h-close").click()
    expect(window.locator(SAVED)).to_be_visible()
    assert AgendaItem.objects.valid().get().conclusion == "Thống nhất cả ba việc."


def test_cursor_stays_where_the_writer_has_gone_on_meanwhile(window):
    held = hold_what_is_pressed(window)
    window.locator("#agenda ol.agenda > li").last.get_by_label("Nội dung", exact=True).focus()
    keys(window, "Điểm một", "<Enter>")
    request = held_request(window, held)
    conclusion(window).focus()
    keys(window, "Kết luận ")
    request.continue_()
    expect(window.locator("#agenda ol.agenda > li")).to_have_count(2)
    keys(window, "ở một ô.")
    expect(conclusion(window)).to_have_value("Kết luận ở một ô.")
