"""What tests in the browser type into the page of a meeting, and what it then tells."""

from meetings.models import MinutesSection

UNSAVED, SAVED, HALF, KEPT = "#unsaved", "#saved", "#half", "#kept"


def keys(page, *pressed: str) -> None:
    """Types words, presses keys named in angle brackets."""
    for one in pressed:
        if one.startswith("<"):
            page.keyboard.press(one[1:-1])
        else:
            page.keyboard.type(one)


def conclusion(page):
    return page.locator("#close").get_by_label("Kết luận của chủ trì")


def stored_conclusion() -> str:
    return MinutesSection.objects.valid().get(part="conclusion").text
