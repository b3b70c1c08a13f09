"""A whole meeting logged by keyboard in Chromium: how many keys it takes beside the prose, and how long the paper is."""

import datetime as dt
import sys

import pikepdf
import pytest
from django.urls import reverse
from playwright.sync_api import expect

from meetings import services
from meetings.models import Attendance, Meeting
from tests import factories
from tests.factories import place
from tests.meetings import building
from tests.meetings.building import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_KEYS = 60
NAMES = [
    *("Lò Văn Ánh", "Vàng Thị Bình", "Cứ A Chính", "Mùa Thị Dung", "Giàng A Giáo", "Hảng Thị Hoa"),
    *("Lù Văn Khánh", "Quàng Văn Liêm", "Tòng Thị Mai", "Cà Văn Nam", "Lường Văn Phúc"),
]
POINTS = [
    ("Kết quả tháng 2, nhiệm vụ tháng 3", "Thống nhất nhiệm vụ tháng 3 như dự thảo."),
    ("Thông tin thời sự, học tập chuyên đề", "Mỗi đồng chí đăng ký một việc làm theo."),
    ("Đóng đảng phí tháng 3", "Thu đủ trong cuộc họp."),
    ("Thông qua nghị quyết tháng 3", "Nghị quyết được thông qua."),
]


class Keyboard:
    """Presses keys and counts them; prose is typed without counting."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def digits(self, text: str) -> None:
        self.press(*text)

    def write(self, prose: str) -> None:
        self.page.keyboard.insert_text(prose)


@pytest.fixture
def meeting(cell, other_cell, leader, clerk):
    """Thirteen members, planned for today, chair, clerk and attendant named as planning names them."""
    for name in NAMES:
        place(cell, full_name=name)
    factories.TermFactory(committee=None, cell=cell)
    attendant = place(other_cell, full_name="Tòng Thị Cấp Ủy")
    people = {"chair": leader.member, "clerk": clerk.member, "attendant": attendant}
    return building.planned(cell, ends_at=None, **people)


def mark(board: Keyboard, letter: str, *arrows: str) -> None:
    """From the roll to the name by its letter, opened, and along the marks."""
    board.press(letter, "Enter")
    expect(board.page.locator(":focus")).to_have_attribute("type", "radio")
    board.press(*arrows)


def call_the_roll(board: Keyboard) -> None:
    page = board.page
    board.press("Alt+2", "Enter")
    expect(page.locator("#roll")).to_be_focused()
    board.press("Tab")
    mark(board, "p", "ArrowRight", "Tab")
    board.write("đi công tác tại xã")
    board.press("Enter")
    expect(page.locator("#counts")).to_contain_text("12/13")
    expect(page.locator(".roll > li:focus")).to_have_count(1)
    board.press("Tab")
    mark(board, "l", "ArrowRight", "ArrowRight", "Enter")
    expect(page.locator("#counts")).to_contain_text("11/13")


def write_the_points(board: Keyboard) -> None:
    points = board.page.locator("ol.agenda > li")
    board.press("Alt+3")
    for number, (title, conclusion) in enumerate(POINTS, start=1):
        board.write(title)
        board.press("Tab")
        board.write(conclusion)
        board.press("Control+Enter")
        expect(points).to_have_count(number + 1)
        expect(points.last.get_by_label("Nội dung", exact=True)).to_be_focused()


def write_the_opinions(board: Keyboard) -> None:
    said = [
        "Nhất trí với dự thảo.",
        "Đề nghị bổ sung lịch tuần tra.",
        "Đề nghị rõ người chịu trách nhiệm.",
    ]
    board.press("Alt+y")
    for letters, words in zip(("C", "H", "M"), said, strict=True):
        board.press(letters, "Tab")
        board.write(words)
        board.press("Control+Enter")
        expect(board.page.locator(".opinions > li", has_text=words)).to_be_visible()
        expect(board.page.get_by_label("Người phát biểu").last).to_be_focused()


def take_the_vote(board: Keyboard) -> None:
    board.press("Alt+b")
    board.digits("11")
    board.press("Enter")
    answer = board.page.locator("[id^='answer-']", has_text="11/13")
    expect(answer).to_contain_text("được thông qua")


def give_the_tasks(board: Keyboard) -> None:
    board.press("Alt+v")
    for letters, task in (("C", "Lập lịch tuần tra ban đêm"), ("H", "Rà soát hồ sơ tạm trú")):
        board.write(task)
        board.press("Tab", letters, "Control+Enter")
        expect(board.page.locator("ol.tasks h3", has_text=task)).to_be_visible()
        expect(board.page.get_by_label("Việc giao").last).to_be_focused()


def close_and_submit(board: Keyboard) -> None:
    board.press("Alt+t")
    board.digits("1545")
    board.press("Alt+4")
    board.write("Cuộc họp hoàn thành các nội dung, giao chi ủy theo dõi việc thực hiện.")
    expect(board.page.locator("#lacks a").first).to_contain_text("khách được mời")
    board.press("Alt+t")  # to the attendant, who was invited when the roll was opened
    expect(board.page.get_by_role("button", name="1 khách được mời có mặt")).to_be_focused()
    board.press("Enter")
    expect(board.page.locator("#guests")).to_be_focused()
    board.press("Alt+5")
    expect(board.page.locator("#lacks")).to_contain_text("Đã đủ để trình")
    board.press("Enter")
    expect(board.page.get_by_text("Biên bản chờ duyệt.")).to_be_visible()


@pytest.mark.parametrize("page", [True], indirect=True, ids=["with-javascript"])
def test_meeting_of_thirteen_is_logged_with_few_keys_on_two_pages(
    page, live_server, meeting, leader
):
    sign_in(page, live_server, "leader")
    page.goto(live_server.url + reverse("meetings:detail", args=[meeting.pk]))
    board = Keyboard(page)
    call_the_roll(board)
    write_the_points(board)
    write_the_opinions(board)
    take_the_vote(board)
    give_the_tasks(board)
    close_and_submit(board)
    sys.stdout.write(f"keys and clicks beside the prose: {board.count} (at most {MOST_KEYS})\n")
    assert board.count <= MOST_KEYS
    minutes = services.approve_minutes(
        minutes=Meeting.objects.get(pk=meeting.pk).minutes, on=dt.date(2019, 3, 13), by=leader
    )
    states = Attendance.objects.valid().filter(meeting=meeting).values_list("state", flat=True)
    assert sorted(states) == ["absent", "excused", *["present"] * 11]
    assert [guest["name"] for guest in minutes.frozen["guests"]] == ["Tòng Thị Cấp Ủy"]
    assert (
        minutes.frozen["agenda"][3]["opinions"][2]["text"] == "Đề nghị rõ người chịu trách nhiệm."
    )
    with pikepdf.open(minutes.pdf.path) as paper:
        assert len(paper.pages) <= 2
