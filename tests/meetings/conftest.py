"""A cell with its leader, its clerk and three more members, and a meeting planned for today."""

import os

import pytest
from django.urls import reverse
from playwright.sync_api import expect, sync_playwright

from tests import factories
from tests.meetings import building


@pytest.fixture
def people(cell, leader, clerk):
    """Two official members and one on probation, beside the leader and the clerk."""
    return [
        factories.place(cell, full_name="Lù Văn Thử"),
        factories.place(cell, full_name="Nguyễn Thị Thử"),
        factories.place(cell, full_name="Tẩn Thị Thử", official_from=False),
    ]


@pytest.fixture
def meeting(cell, people):
    return building.planned(cell)


@pytest.fixture
def draft(meeting, leader, clerk):
    """Everything is written; the minutes are not submitted yet."""
    return building.recorded(meeting, chair=leader.member, clerk=clerk.member, by=leader)


@pytest.fixture
def submitted(meeting, leader, clerk):
    return building.submitted(meeting, chair=leader.member, clerk=clerk.member, by=leader)


@pytest.fixture
def approved(meeting, leader, clerk):
    return building.approved(meeting, chair=leader.member, clerk=clerk.member, by=leader)


@pytest.fixture
def task(cell, people, leader, clerk):
    """Given at the approved meeting of February."""
    before = building.planned(cell, meets_on=building.FEBRUARY)
    given = building.give_task(before, to=people[0], by=leader)
    building.approved(before, chair=leader.member, clerk=clerk.member, by=leader)
    given.refresh_from_db()
    return given


@pytest.fixture
def desk(client, leader):
    """Where the cell's leader takes workbooks out and brings them back."""
    client.force_login(leader)
    return client


@pytest.fixture
def browser(monkeypatch):
    # Playwright's loop runs in this thread, where Django would refuse plain database calls.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    expect.set_options(timeout=15_000)  # a busy machine answers late
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(request, browser):
    context = browser.new_context(java_script_enabled=request.param, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


@pytest.fixture
def window(page, live_server, meeting, leader):
    """The page of a meeting whose roll is called, as its leader logs it."""
    building.everyone_present(meeting, leader)
    building.sign_in(page, live_server, "leader")
    page.goto(live_server.url + reverse("meetings:detail", args=[meeting.pk]))
    return page
