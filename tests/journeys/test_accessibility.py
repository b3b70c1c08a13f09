"""axe-core finds nothing against WCAG 2.2 AA on the pages each main user lives on, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.one_engine, pytest.mark.slow]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast"]}  # all that a dark page has of its own
PAGES = {
    "bithu": [
        *("/tong-quan/", "/chi-bo/", "/dang-vien/tang-cuong/", "/dang-vien/tang-cuong/so-do/"),
        *("/dang-vien/tang-cuong/1/", "/bien-dong/", "/bien-dong/danh-sach/", "/bao-cao/lap/"),
    ],
    "canbo1": [
        "/dang-vien/",
        "/dang-vien/1/",
        "/dang-vien/1/phieu/",
        "/dang-vien/ket-nap/",
        "/dang-vien/dang-sinh-hoat/",
        "/chi-bo/1/",
        "/chi-bo/dang-uy/",
        "/chi-bo/dang-uy/nhiem-ky/",
        "/dang-vien/noi-cu-tru/",
        "/dang-vien/noi-cu-tru/nhan-xet/?year=2018",
        "/dang-vien/cam-ket/ghi/?year=2018",
        "/van-ban/",
        "/khen-thuong/",
        "/den-han/",
        "/quy-dinh/",
        *("/sinh-hoat/chuyen-can/", "/sinh-hoat/chuyen-can/3/?year=2018", "/sinh-hoat/nhiem-vu/"),
        "/sinh-hoat/nhiem-vu/1694/",
        *("/sinh-hoat/cham-diem/?month=12/2018", "/sinh-hoat/cham-diem/thang/?month=02/2019"),
        *(
            "/sinh-hoat/hoat-dong/tong-hop/",
            "/sinh-hoat/hoat-dong/14/",
            "/sinh-hoat/dot-hoc-tap/2/",
        ),
        *("/sinh-hoat/hoat-dong/14/tham-gia/", "/sinh-hoat/hoat-dong/14/tham-gia/1/"),
    ],
    "chibo5": ["/sinh-hoat/cua-chi-bo/", "/sinh-hoat/", "/sinh-hoat/ke-hoach/"],
    "quantri": ["/tai-khoan/", "/tai-khoan/mo/", "/tai-khoan/mat-khau/"],
}


@pytest.mark.parametrize("username", PAGES)
def test_pages_of_a_user_are_accessible(sign_in, username):
    page = sign_in(username)
    addresses = list(PAGES[username])
    if username == "chibo5":
        page.goto("/sinh-hoat/cua-chi-bo/")
        addresses.append(page.locator("main dd.first a").first.get_attribute("href"))
    found = []
    for address in addresses:
        page.goto(address)
        for scheme, rules in (("light", RULES), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)
            violations = Axe().run(page, options={"runOnly": rules}).response["violations"]
            found += [
                (scheme, address, one["id"], one["nodes"][0]["html"][:160]) for one in violations
            ]
    assert found == []
