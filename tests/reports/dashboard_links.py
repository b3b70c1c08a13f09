"""Reading the first page as its user does: each number that is a link, and the rows it opens."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin

NUMBER = re.compile(r"^\d{1,3}(\.\d{3})*$")


class _Links(HTMLParser):
    """Every link of the page and its text."""

    def __init__(self):
        super().__init__()
        self.links, self._open = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self._open = [dict(attrs).get("href", ""), ""]

    def handle_data(self, data):
        if self._open:
            self._open[1] += data

    def handle_endtag(self, tag):
        if tag == "a" and self._open:
            self.links.append((self._open[0], self._open[1].strip()))
            self._open = None


def links_of(html: str) -> list[tuple[str, str]]:
    parser = _Links()
    parser.feed(html.partition("<main")[2].partition("</main>")[0])
    return parser.links


def number_links(html: str) -> list[tuple[str, int]]:
    """(address, number) of each link that is a number."""
    return [(url, int(text.replace(".", ""))) for url, text in links_of(html) if NUMBER.match(text)]


def rows_behind(client, url: str, *, page: str = "/") -> int:
    """How many rows the list at the address has."""
    response = client.get(urljoin(page, url))
    assert response.status_code == 200, url
    return response.context["listing"].count


def wrong_links(client, html: str) -> list[tuple[str, int, int]]:
    """The numbers whose list has another number of rows: address, number, rows."""
    found = {}
    for url, number in number_links(html):
        found.setdefault(url, (number, rows_behind(client, url)))
    return [(url, *pair) for url, pair in found.items() if pair[0] != pair[1]]
