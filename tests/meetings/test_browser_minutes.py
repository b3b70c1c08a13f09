"""A cell leader logs a meeting to submission in Chromium, approves it and downloads the paper."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from meetings.models import Attendance, Meeting
from tests import factories
from tests.meetings import building
from tests.meetings.building import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def call_the_roll(page):
    page.get_by_role("button", name="Tất cả 5 đồng chí có mặt").click()
    person = page.locator(".roll > li", has_text="Lù Văn Thử")
    person.locator("summary").click()
    person.get_by_label("Vắng có lý do").check()
    person.get_by_label("Lý do", exact=True).fill("đi công tác")
    person.get_by_role("button", name="Ghi").click()
    expect(page.locator("#counts")).to_contain_text("4/5")


def record_the_course(page):
    form = page.locator("#open form", has=page.get_by_label("Chủ trì"))
    form.get_by_label("Bắt đầu").fill("14:00")
    form.get_by_label("Kết thúc").fill("15:45")
    form.get_by_label("Chủ trì").select_option(label="Bí Thư Chi Bộ Thử")
    form.get_by_label("Thư ký").select_option(label="Thư Ký Thử")
    form.get_by_role("button", name="Ghi giờ").click()
    expect(page.locator("#lacks")).not_to_contain_text("giờ bắt đầu")


def write_the_agenda(page):
    new = page.locator("#agenda ol.agenda > li").last
    new.get_by_label("Nội dung", exact=True).fill("Nhiệm vụ tháng 3")
    new.get_by_label("Kết luận").fill("Thống nhất nhiệm vụ tháng 3.")
    new.get_by_role("button", name="Thêm nội dung").click()
    item = page.locator("#agenda ol.agenda > li", has_text="Nhiệm vụ tháng 3").first
    expect(item.get_by_text("Ghi một ý kiến")).to_be_visible()
    item.get_by_text("Ghi một ý kiến").click()
    item.get_by_label("Người phát biểu").select_option(label="Nguyễn Thị Thử")
    item.get_by_label("Ý kiến", exact=True).fill("Nhất trí, đề nghị tuần tra ba tối.")
    item.get_by_role("button", name="Ghi ý kiến").click()
    expect(page.locator(".opinions")).to_contain_text("đề nghị tuần tra ba tối")


def close_the_meeting(page):
    page.locator("#close").get_by_label("Kết luận của chủ trì").fill("Hoàn thành nội dung.")
    page.locator("#close").get_by_role("button", name="Ghi Kết luận của chủ trì").click()
    task = page.locator("#close ol.tasks > li").last
    task.get_by_label("Việc giao").fill("Lập lịch tuần tra")
    task.get_by_label("Người thực hiện").select_option(label="Nguyễn Thị Thử")
    task.get_by_label("Hạn").fill("31/03/2019")
    task.get_by_role("button", name="Ghi việc giao").click()
    expect(page.locator("#lacks")).to_contain_text("Đã đủ để trình")


def test_leader_logs_submits_approves_and_downloads(
    page, live_server, meeting, leader, clerk, tmp_path
):
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=None, ends_at=None)
    sign_in(page, live_server, "leader")
    page.goto(live_server.url + reverse("meetings:mine"))
    page.get_by_role("link", name="Ghi biên bản").click()
    call_the_roll(page)
    record_the_course(page)
    write_the_agenda(page)
    close_the_meeting(page)
    page.get_by_role("button", name="Trình người chủ trì duyệt").click()
    page.get_by_role("button", name="Duyệt biên bản").click()
    expect(page.get_by_text("Biên bản đã duyệt.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải PDF").click()
    path = Path(tmp_path) / "minutes.pdf"
    download.value.save_as(path)
    meeting.refresh_from_db()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == meeting.minutes.pdf_sha256
    assert meeting.minutes.frozen["counts"]["official"]["excused"] == 1


@pytest.mark.parametrize("page", [True], indirect=True)
def test_what_is_typed_saves_itself_and_survives_a_closed_tab(page, live_server, meeting, leader):
    building.everyone_present(meeting, leader)
    sign_in(page, live_server, "leader")
    url = live_server.url + reverse("meetings:detail", args=[meeting.pk])
    page.goto(url)
    page.locator("#close").get_by_label("Kết luận của chủ trì").fill("Không bấm nút nào.")
    page.locator("#h-close").click()
    expect(page.locator("#saved")).to_contain_text("Đã lưu lúc")
    page.goto(url)
    text = page.locator("#close").get_by_label("Kết luận của chủ trì")
    expect(text).to_have_value("Không bấm nút nào.")


@pytest.mark.parametrize("page", [True], indirect=True)
def test_day_of_the_roll_is_the_day_of_the_meeting(live_server, page, meeting, leader, cell):
    factories.place(cell, full_name="Ngày Mai Mới Đến", from_on=dt.date(2019, 3, 14))
    sign_in(page, live_server, "leader")
    page.goto(live_server.url + reverse("meetings:detail", args=[meeting.pk]))
    page.get_by_role("button", name="Tất cả 5 đồng chí có mặt").click()
    expect(page.locator(".roll")).to_contain_text("Lù Văn Thử")
    assert not Attendance.objects.filter(member__full_name="Ngày Mai Mới Đến").exists()
