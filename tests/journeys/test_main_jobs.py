"""The three main users do their main job in Chromium, on the program as `./run` starts it."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.processes, pytest.mark.slow]

# The people who log the town cell's March meeting away from the desk, and why.
ABSENT = {"Quàng Văn Đoàn": "đi công tác", "Đặng Hữu Nghĩa": "ốm"}


def figure(page, label):
    """The link of a main figure of the dashboard."""
    return page.locator("dl.figures > div", has=page.get_by_text(label, exact=True)).locator(
        "dt + dd a"
    )


@pytest.mark.parametrize(
    ("label", "value", "rows"),
    [
        ("chi bộ", "8", "8 chi bộ"),
        ("đảng viên", "113", "113 đồng chí"),
        ("trình độ đại học trở lên", "101", "101 trong số 113 đồng chí"),
        ("đồng chí tăng cường", "12", "12 lượt tăng cường"),
    ],
)
def test_secretary_reads_the_dashboard_and_follows_a_figure(sign_in, label, value, rows):
    page = sign_in("bithu")
    expect(page.get_by_role("heading", level=1)).to_contain_text("13 tháng 3 năm 2019")
    expect(page.locator("dl.figures")).to_contain_text("= 89,4 %")
    number = figure(page, label)
    expect(number).to_have_text(value)
    number.click()
    expect(page.locator("main")).to_contain_text(rows)
    page.goto(page.url + ("&" if "?" in page.url else "?") + "size=100")
    expect(page.locator("main table tbody tr")).to_have_count(min(int(value), 100))


def test_leader_and_clerk_take_a_meeting_from_the_roll_to_approved_minutes(sign_in, tmp_path):
    clerk = sign_in("thuky6")
    clerk.get_by_role("link", name=re.compile("thường kỳ.*|Họp chi bộ tháng 3")).first.click()
    call_the_roll(clerk)
    write_the_course(clerk)
    address = clerk.url
    clerk.get_by_role("button", name="Trình người chủ trì duyệt").click()
    expect(clerk.get_by_role("button", name="Duyệt biên bản")).to_have_count(0)

    leader = sign_in("chibo6")
    leader.goto(address)
    leader.get_by_role("button", name="Duyệt biên bản").click()
    expect(leader.get_by_text("Biên bản đã duyệt.")).to_be_visible()
    text = text_of(download(leader, "Tải PDF", tmp_path))
    assert "Hoàng Văn Chung" in text
    for name, reason in ABSENT.items():
        assert re.search(rf"{name}[^.;]*{reason}", text), (name, text)
    assert "đề nghị tuần tra ba tối một tuần" in text

    leader.goto("/tong-quan/")
    assert leader.get_by_text("Công an thị trấn (hẹn hôm nay)").count() == 0


def call_the_roll(page):
    page.get_by_role("button", name="Tất cả 13 đồng chí có mặt").click()
    for name, reason in ABSENT.items():
        person = page.locator(".roll > li", has_text=name)
        person.locator("summary").click()
        person.get_by_label("Vắng có lý do").check()
        person.get_by_label("Lý do", exact=True).fill(reason)
        person.get_by_role("button", name="Ghi").click()
    expect(page.locator("#counts")).to_contain_text("11/13")
    page.get_by_role("button", name="1 khách được mời có mặt").click()
    expect(page.locator("#guest-counts")).to_contain_text("1 có mặt")


def write_the_course(page):
    form = page.locator("#open form", has=page.get_by_label("Chủ trì"))
    form.get_by_label("Bắt đầu").fill("14:00")
    form.get_by_label("Kết thúc").fill("15:45")
    form.get_by_label("Chủ trì").select_option(label="Hoàng Văn Chung")
    form.get_by_label("Thư ký").select_option(label=page.locator(".whoami b").inner_text())
    form.get_by_role("button", name="Ghi giờ").click()
    expect(page.locator("#lacks")).not_to_contain_text("giờ bắt đầu")
    new = page.locator("#agenda ol.agenda > li").last
    new.get_by_label("Nội dung", exact=True).fill("Nhiệm vụ tháng 4")
    new.get_by_label("Kết luận").fill("Thống nhất nhiệm vụ tháng 4.")
    new.get_by_role("button", name="Thêm nội dung").click()
    item = page.locator("#agenda ol.agenda > li", has_text="Nhiệm vụ tháng 4").first
    item.get_by_text("Ghi một ý kiến").click()
    item.get_by_label("Người phát biểu").select_option(index=2)
    item.get_by_label("Ý kiến", exact=True).fill("Nhất trí, đề nghị tuần tra ba tối một tuần.")
    item.get_by_role("button", name="Ghi ý kiến").click()
    expect(page.locator(".opinions").first).to_contain_text("tuần tra ba tối")
    closing = page.locator("#close")
    closing.get_by_label("Kết luận của chủ trì").fill("Hoàn thành các nội dung đề ra.")
    closing.get_by_role("button", name="Ghi Kết luận của chủ trì").click()
    expect(page.locator("#lacks")).to_contain_text("Đã đủ để trình")


def test_officer_makes_and_downloads_the_annual_report(sign_in, tmp_path):
    page = sign_in("canbo1")
    page.get_by_role("link", name="Báo cáo", exact=True).first.click()
    page.get_by_role("link", name="Lập báo cáo").first.click()
    page.get_by_label("Kỳ").select_option(label="cả năm")
    page.get_by_label("Năm").fill("2018")
    page.get_by_role("button", name="Lập báo cáo").click()
    # The page follows the job by itself; nobody reloads it.
    expect(page.get_by_role("link", name="Lưu về máy")).to_be_visible(timeout=60_000)
    text = text_of(download(page, "Lưu về máy", tmp_path))
    assert "110 đảng viên" in text
    assert "88,2%" in text.replace(" ", "").replace("\u00a0", "")


def download(page, link, folder):
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    path = folder / "paper.pdf"
    waiting.value.save_as(path)
    return path


def text_of(pdf):
    """The paper's words in one line."""
    result = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
    return " ".join(result.stdout.split())
