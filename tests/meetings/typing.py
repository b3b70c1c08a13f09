"""What tests in the browser type into the page of a meeting, and what it then tells."""

from playwright.sync_api import expect

from meetings.models import MinutesSection

UNSAVED, SAVED, HALF, KEPT = "#unsaved", "#saved", "#half", "#kept"


def keys(page, *pressed: str) -> None:
    """Types words, presses keys named in angle brackets."""
    for one in pressed:
        if one.startswith("<"):
            page.keyboard.press(one[1:-1])
        else:
            page.keyboard.type(one)


def told_unsaved(page, why: str) -> None:
    """The save bar tells, in sight, that something is not stored and why: its other sentences are hidden."""
    expect(page.locator(UNSAVED).get_by_text(why)).to_be_visible()


def conclusion(page):
    return page.locator("#close").get_by_label("Kết luận của chủ trì")


def stored_conclusion() -> str:
    return MinutesSection.objects.valid().get(part="conclusion").text
