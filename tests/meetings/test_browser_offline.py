"""Nothing typed is ever lost: the server killed, the line cut, the tab closed, a second window, in mid-typing."""

import contextlib
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from meetings.models import ActionItem, AgendaItem, Attendance, Guest, MinutesSection, Opinion, Vote
from tests.jobs.processes import REPOSITORY, environment, wait_until
from tests.meetings import building
from tests.meetings.typing import KEPT, SAVED, conclusion, keys, stored_conclusion, told_unsaved
from tests.partyunit.running import free_port

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("page", [True], indirect=True, ids=["with-javascript"]),
]
REMOVE_OPINION = ".opinions form[action$='/bo/']"  # on rows drawn by the server
KEPT_PAGES = """(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("partyunit-pages-"));
    const pages = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return pages.reduce((sum, one) => sum + one, 0);
})()"""
KEPT_WORDS = """(words) => new Promise((found) => {
    const asked = indexedDB.open("partyunit");
    asked.onsuccess = () => {
        const all = asked.result.transaction("rows").objectStore("rows").getAll();
        all.onsuccess = () => { asked.result.close(); found(JSON.stringify(all.result).includes(words)); };
    };
})"""
LOOKED = "#kept[aria-busy=false]"  # whether something is to be offered


class Server:
    """The program's web server in a process of its own, on the test's database and one port."""

    def __init__(self):
        self.port = free_port()
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "partyunit.wsgi", f"--bind=127.0.0.1:{self.port}"],
            env=environment(Path(django_settings.DATA_DIR)),
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_until(self.answers, what="the web server")

    def answers(self) -> bool:
        with contextlib.suppress(OSError):
            return urllib.request.urlopen(f"{self.url}/health/", timeout=5).status == 200
        return False

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def server():
    server = Server()
    yield server
    server.kill()


def be(page, user, url: str) -> None:
    """The browser is signed in as that account, whoever was before."""
    client = Client()
    client.force_login(user)
    name = django_settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])


def line_is_back(page) -> None:
    page.context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator(SAVED)).to_be_visible()
    expect(page.locator(SAVED)).to_contain_text("Đã lưu lúc")


def kept(page, words: str) -> None:
    """These words, the last typed, are on the disk."""
    page.wait_for_function(KEPT_WORDS, arg=words)


def closed_at_once(page, words: str):
    """The tab is closed without a question, as by a power cut; a new one of the same browser."""
    kept(page, words)
    address, context = page.url, page.context
    page.close(run_before_unload=False)
    context.set_offline(False)
    page = context.new_page()
    page.goto(address)
    return page


def test_server_killed_in_mid_typing_loses_no_word(page, server, meeting, leader):
    building.everyone_present(meeting, leader)
    be(page, leader, server.url)
    page.goto(server.url + reverse("meetings:detail", args=[meeting.pk]))
    conclusion(page).focus()
    keys(page, "Trước khi máy chủ chết")
    server.kill()
    keys(page, " và sau đó.")
    points = page.locator("#agenda ol.agenda > li")
    points.last.get_by_label("Nội dung", exact=True).focus()
    told_unsaved(page, "giữ trên máy này")
    keys(page, "Điểm ghi lúc máy chủ chết", "<Enter>")
    expect(points).to_have_count(2)
    assert not MinutesSection.objects.exists()
    server.start()
    line_is_back(page)
    assert stored_conclusion() == "Trước khi máy chủ chết và sau đó."
    assert AgendaItem.objects.get().title == "Điểm ghi lúc máy chủ chết"


def test_page_is_reloaded_without_a_server_for_who_is_signed_in(page, server, meeting, leader):
    be(page, leader, server.url)
    page.goto(server.url + reverse("meetings:detail", args=[meeting.pk]))
    wait_until(lambda: page.evaluate(KEPT_PAGES) == 1, what="the kept page")
    conclusion(page).focus()
    keys(page, "Gõ rồi tải lại lúc máy chủ chết.")
    kept(page, "máy chủ chết.")
    server.kill()
    page.on("dialog", lambda dialog: dialog.accept())
    empty_rows = set()
    for _time in range(2):
        page.reload()
        expect(page.locator("#old")).to_be_visible()
        empty_rows.add(page.locator(".agenda > li.new").get_attribute("id"))
    assert len(empty_rows) == 2  # what is typed into one is never taken for the other
    page.get_by_role("button", name="Phục hồi", exact=True).click()
    told_unsaved(page, "giữ trên máy này")
    server.start()
    line_is_back(page)
    assert stored_conclusion() == "Gõ rồi tải lại lúc máy chủ chết."
    page.get_by_role("button", name="Thoát").click()
    expect(page.locator("input[name=username]")).to_be_visible()
    wait_until(lambda: page.evaluate(KEPT_PAGES) == 0, what="nothing kept")


def test_line_cut_in_mid_typing_loses_no_row(window, people):
    window.context.set_offline(True)
    points = window.locator("#agenda ol.agenda > li")
    points.last.get_by_label("Nội dung", exact=True).focus()
    keys(window, "Điểm một", "<Enter>")
    expect(points).to_have_count(2)
    keys(window, "Điểm hai", "<Enter>")
    expect(points).to_have_count(3)
    expect(points.last.get_by_label("Nội dung", exact=True)).to_be_focused()
    points.nth(1).locator(".opinions summary").focus()
    for words in ("Nhất trí", "Đề nghị"):
        keys(window, *(["<Enter>", "<Tab>"] if words == "Nhất trí" else []))
        keys(window, "L", "<Tab>", words, "<Tab>", "<Tab>", "<Tab>", "<Enter>")
        expect(points.nth(1).get_by_label("Người phát biểu").last).to_be_focused()
    points.nth(1).locator("ul.votes summary").first.click()
    points.nth(1).get_by_label("Tán thành", exact=True).fill("3")
    window.locator("ol.tasks").last.get_by_label("Việc giao").focus()
    keys(window, "Tuần tra", "<Tab>", "L", "<Tab>", "31/03/2019", "<Tab>", "<Enter>")
    expect(window.locator("ol.tasks").last.get_by_label("Việc giao").last).to_be_focused()
    window.get_by_text("Thêm khách dự họp").focus()
    keys(
        window, "<Enter>", "<Tab>", "k", "<Tab>", "<Tab>", "Khách Một", "<Tab>", "<Tab>", "<Enter>"
    )
    person = window.locator(".roll > li", has_text="Lù Văn Thử")
    person.locator("summary").click()
    expect(person.get_by_label("Lý do", exact=True)).to_be_hidden()  # who came has none
    person.get_by_label("Vắng có lý do").check()
    person.get_by_label("Lý do", exact=True).fill("đi công tác")
    expect(person.locator(".state")).to_contain_text("có lý do", ignore_case=True)
    window.get_by_role("button", name="Mở danh sách").or_(
        window.get_by_role("button", name="Trình người chủ trì duyệt")
    ).click()
    told_unsaved(window, "cần có máy chủ")
    assert not AgendaItem.objects.exists()
    line_is_back(window)
    assert list(AgendaItem.objects.values_list("title", flat=True)) == ["Điểm một", "Điểm hai"]
    assert list(Opinion.objects.values_list("text", "item__title")) == [
        ("Nhất trí", "Điểm hai"),
        ("Đề nghị", "Điểm hai"),
    ]
    vote = Vote.objects.get()
    assert (vote.subject, vote.votes_for, vote.item.title) == ("Điểm hai", 3, "Điểm hai")
    assert ActionItem.objects.get().task == "Tuần tra"
    assert Guest.objects.get().name == "Khách Một"
    assert building.state_of(Attendance.objects.first().meeting, people[0]) == "excused"
    expect(window.locator(REMOVE_OPINION)).to_have_count(2)
    expect(points).to_have_count(3)


def test_tab_closed_in_mid_typing_offers_the_words_to_nobody_else(
    window, live_server, clerk, leader
):
    window.get_by_text("Thêm khách dự họp").click()
    window.get_by_label("Hoặc họ và tên khách").fill("Khách ghi dở")
    conclusion(window).focus()
    keys(window, "Câu đang gõ d")
    be(window, clerk, live_server.url)
    window = closed_at_once(window, "Câu đang gõ d")
    expect(window.locator(LOOKED)).to_be_hidden()
    be(window, leader, live_server.url)
    address = window.url
    window.goto(live_server.url + reverse("meetings:mine"))
    window.locator(KEPT).get_by_role("link", name="Họp chi bộ tháng 3").first.click()
    assert window.url == address
    offer = window.locator(KEPT)
    expect(offer).to_contain_text("Câu đang gõ d")
    expect(offer).to_contain_text("Khách ghi dở")
    expect(offer.locator("[data-time]").first).to_contain_text("gõ lúc")
    assert not MinutesSection.objects.exists()
    asked = []
    window.on("dialog", lambda dialog: asked.append(dialog.message) or dialog.accept())
    offer.locator("li", has_text="Khách ghi dở").get_by_role("button", name="Bỏ").click()
    offer.locator("li").get_by_text("Câu đang gõ d").click()  # to copy it
    offer.locator("li").get_by_role("button", name="Phục hồi").click()
    expect(offer).to_be_hidden()
    assert asked == ["Bỏ hẳn những chữ này? Không lấy lại được nữa."]  # of the guest
    expect(conclusion(window)).to_have_value("Câu đang gõ d")
    expect(window.locator(SAVED)).to_contain_text("Đã lưu lúc")
    assert stored_conclusion() == "Câu đang gõ d"
    window.reload()
    expect(window.locator(LOOKED)).to_be_hidden()


def test_rows_kept_in_a_closed_tab_come_back_all_at_once(window):
    window.context.set_offline(True)
    point = window.locator("#agenda ol.agenda > li").first
    point.get_by_label("Nội dung", exact=True).focus()
    keys(window, "Điểm ngoài mạng", "<Enter>")
    point.locator(".opinions summary").click()
    point.get_by_label("Người phát biểu").select_option(label="Lù Văn Thử")
    point.get_by_label("Ý kiến", exact=True).fill("Ý kiến ngoài mạng")
    window = closed_at_once(window, "Ý kiến ngoài mạng")
    window.get_by_role("button", name="Phục hồi tất cả").click()
    expect(window.locator(KEPT)).to_be_hidden()
    expect(window.locator(REMOVE_OPINION)).to_have_count(1)
    expect(window.locator(SAVED)).to_be_visible()
    opinion = Opinion.objects.get()
    assert (opinion.text, opinion.item.title) == ("Ý kiến ngoài mạng", "Điểm ngoài mạng")


def test_two_tabs_at_one_row_lose_neither_text(window, meeting, leader):
    item = building.point(meeting, by=leader, conclusion="")
    window.reload()
    other = window.context.new_page()
    other.goto(window.url)
    other.route("**/dong/**", lambda route: route.abort())
    for page, words in [(window, "Cửa sổ này"), (other, "Cửa sổ kia")]:
        page.locator(f"#row-{item.uid}").get_by_label("Kết luận").fill(words)
        page.locator("#h-close").click()
    expect(window.locator(SAVED)).to_contain_text("Đã lưu lúc")
    told_unsaved(other, "giữ trên máy này")
    expect(window.locator(KEPT)).to_be_hidden()
    other.close(run_before_unload=False)
    expect(window.locator(KEPT)).to_contain_text("Cửa sổ kia")
    window.get_by_role("button", name="Phục hồi", exact=True).click()
    note = window.locator(f"#note-{item.uid}")
    expect(note).to_contain_text("Cửa sổ này")
    expect(note).to_contain_text("Cửa sổ kia")
    item.refresh_from_db()
    assert item.conclusion == "Cửa sổ này"


def test_words_of_a_meeting_approved_meanwhile_are_shown_to_be_copied(
    window, meeting, leader, clerk
):
    conclusion(window).fill("Gõ lúc biên bản được duyệt.")
    kept(window, "được duyệt.")
    building.approved(meeting, chair=leader.member, clerk=clerk.member, by=leader)
    window = closed_at_once(window, "được duyệt.")
    expect(window.locator(KEPT)).to_contain_text("Gõ lúc biên bản được duyệt.")
    expect(window.locator(KEPT).get_by_role("button", name="Phục hồi")).to_have_count(0)


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'indexedDB', {value: undefined})",
        "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }",
    ],
    ids=["no-database", "disk-full"],
)
def test_browser_that_keeps_nothing_says_so_and_saves(window, broken):
    window.add_init_script(broken)
    window.reload()
    conclusion(window).focus()
    keys(window, "Vẫn lưu")
    expect(window.locator("#unkept")).to_be_visible()
    window.locator("#h-close").click()
    expect(window.locator(SAVED)).to_contain_text("Đã lưu lúc")
    assert stored_conclusion() == "Vẫn lưu"


def test_another_account_does_not_store_the_words_of_the_first(window, live_server, clerk):
    be(window, clerk, live_server.url)
    conclusion(window).fill("Lời của bí thư.")
    window.locator("#h-close").click()
    told_unsaved(window, "Phiên làm việc đã hết")
    assert not MinutesSection.objects.exists()
