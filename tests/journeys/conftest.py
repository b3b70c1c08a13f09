"""The whole program as `./run` starts it, with the demonstration, and a browser in front of it."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.partyunit.running import Program, database_of_its_own


@pytest.fixture(scope="package")
def servers():
    """What `./run` is told of servers: nothing in the SQLite run, else a database of its own."""
    if "DATABASE_URL" not in os.environ:
        yield {}
        return
    with database_of_its_own("journeys") as url:
        yield {"DATABASE_URL": url, "REDIS_URL": os.environ["REDIS_URL"] + "?db=7"}


@pytest.fixture(scope="package")
def program(tmp_path_factory, servers):
    program = Program(tmp_path_factory.mktemp("journeys") / "data", DEMO="1", **servers)
    try:
        program.url = program.wait_for_address(seconds=180)
        yield program
    finally:
        program.end()


@pytest.fixture(scope="package")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def sign_in(browser, program):
    """A desk of its own for each person: signs in and returns the first page."""
    desks = []

    def sign_in_as(username):
        desk = browser.new_context(accept_downloads=True, base_url=program.url)
        desks.append(desk)
        page = desk.new_page()
        page.set_default_timeout(20_000)
        page.goto("/")
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", "demo-2019")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Thoát", exact=True).wait_for()
        return page

    yield sign_in_as
    for desk in desks:
        desk.close()
