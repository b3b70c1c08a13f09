"""A register declares its columns once: order, paging, chooser, XLSX and print follow."""

import datetime as dt
import io

import openpyxl
import pytest
from django.http import QueryDict
from django.urls import reverse

from accounts.models import User
from audit.models import AuditEntry
from partyunit.dates import PartialDate
from partyunit.filters import PlainSelect
from partyunit.listing import CellFrame, Column, Listing, Row
from partyunit.sheets import write_sheet
from tests import factories

URL = "/tai-khoan/"
NAME = Column(
    key="name",
    heading="Họ và tên",
    read="full_name",
    sort=("sort_name",),
    head=True,
    link=lambda row: f"/tai-khoan/{row.pk}/",
)
LOGIN = Column(key="login", heading="Tên đăng nhập", read="username", sort=("username",))
SEEN = Column(key="seen", heading="Gần nhất", read="last_login", sort=("last_login",), shown=False)
COLUMNS = [NAME, LOGIN, SEEN]


def listing(query="", **kwargs):
    accounts = User.objects.all()
    return Listing(queryset=accounts, columns=COLUMNS, query=QueryDict(query), **kwargs)


def names(page):
    return [row.record.full_name for row in page.rows]


@pytest.fixture
def three(db):
    for login, name in [("c", "Lò Văn An"), ("a", "Bùi Minh Đức"), ("b", "Lê Bá Dũng")]:
        factories.UserFactory(username=login, full_name=name)


def test_default_order_is_vietnamese(three):
    assert names(listing(default_sort="name")) == ["Lò Văn An", "Lê Bá Dũng", "Bùi Minh Đức"]


def test_order_asked_for_descends_and_says_so(three):
    page = listing("sort=-login", default_sort="name")
    assert names(page) == ["Lò Văn An", "Lê Bá Dũng", "Bùi Minh Đức"]
    assert [head.aria_sort for head in page.heads] == ["", "descending"]
    assert page.heads[1].url == "?sort=login"


def test_rows_without_a_value_come_last_both_ways(three):
    User.objects.filter(username="a").update(last_login=dt.datetime(2019, 3, 1, tzinfo=dt.UTC))
    for query in ("sort=seen&columns=seen", "sort=-seen&columns=seen"):
        assert names(listing(query))[0] == "Bùi Minh Đức"


@pytest.mark.parametrize("query", ["sort=password", "sort=-", "page=x&size=7", "columns=nothing"])
def test_what_cannot_be_read_is_ignored(three, query):
    page = listing(query, default_sort="name")
    assert len(page.rows) == 3
    assert page.size == 25
    assert [column.key for column in page.shown] == ["name", "login"]


def test_columns_chosen_are_shown_with_the_naming_one():
    assert [column.key for column in listing("columns=seen").shown] == ["name", "seen"]


def test_page_beyond_the_last_is_the_last(three):
    for n in range(30):
        factories.UserFactory(full_name=f"Người {n}")
    page = listing("page=99&size=25")
    assert page.page.number == 2
    assert len(page.rows) == 8
    assert page.previous_url == "?size=25&page=1"
    assert page.next_url == ""


def test_row_escapes_and_links(db):
    account = factories.UserFactory(full_name="<b>An</b>", username="an")
    drawn = Row(account, [CellFrame(NAME), CellFrame(LOGIN)], day_query="31/12/2018").html
    assert "&lt;b&gt;An&lt;/b&gt;" in drawn
    assert f'href="/tai-khoan/{account.pk}/?on=31/12/2018"' in drawn
    assert 'data-label="Tên đăng nhập"' in drawn


def test_nothing_is_no_link():
    zero = Column(key="count", heading="Số", read=lambda row: 0, link=lambda row: "/x/")
    assert Row(object(), [CellFrame(zero)]).html == '<td data-label="Số">0</td>'


def test_exported_values_keep_their_kind():
    def column(value):
        return Column(key="x", heading="X", read=lambda row: value)

    assert column(dt.date(2019, 3, 1)).exported(None) == dt.date(2019, 3, 1)
    assert column(PartialDate(2012)).exported(None) == "2012"
    assert column(PartialDate(2012, 3, 4)).exported(None) == dt.date(2012, 3, 4)
    assert column(7).exported(None) == 7
    assert column(None).exported(None) == ""


# -- the page ---------------------------------------------------------------------------------


@pytest.fixture
def admin_page(client, administrator):
    client.force_login(administrator)
    return client


@pytest.mark.parametrize("count", [5, 100])
def test_page_costs_the_same_for_any_number_of_rows(
    admin_page, committee, django_assert_num_queries, count
):
    for _n in range(count):
        factories.RoleFactory(committee=committee)
    # session, user · demonstration, roles with the office's name, count, accounts, their roles, saved views
    with django_assert_num_queries(8):
        admin_page.get(URL, {"size": "100"})


def test_search_needs_no_accents_and_shows_a_chip(admin_page, committee):
    factories.RoleFactory(committee=committee, user__full_name="Đào Văn Kim")
    factories.RoleFactory(committee=committee, user__full_name="Lê Bá Dũng")
    page = admin_page.get(URL, {"q": "dao van"})
    text = page.content.decode()
    assert "Đào Văn Kim" in text
    assert "Lê Bá Dũng" not in text
    assert [chip.value for chip in page.context["chips"]] == ["dao van"]
    assert page.context["chips"][0].url == "?"


def test_nothing_found_says_how_to_go_on(admin_page):
    text = admin_page.get(URL, {"q": "khong ai ca"}).content.decode()
    assert "Không có dòng nào khớp các điều kiện" in text


def test_sheet_holds_what_is_shown_on_all_pages_and_is_logged(admin_page, committee, administrator):
    for n in range(30):
        factories.RoleFactory(committee=committee, user__full_name=f"=1+{n}")
    answer = admin_page.get(URL, {"export": "xlsx", "columns": "username"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "Tài khoản"
    assert rows[3] == ["Họ và tên", "Tên đăng nhập"]
    assert len(rows) == 4 + 31
    assert {cell.data_type for row in sheet.iter_rows(min_row=5) for cell in row} == {"s"}
    entry = AuditEntry.objects.get(action="accounts.user.export")
    assert entry.actor == administrator
    assert entry.after["rows"] == 31
    assert entry.after["columns"] == ["full_name", "username"]


def test_sheet_gives_long_words_room_and_fits_a4_paper():
    long = Column(key="a", heading="Nhiệm vụ được giao trong tháng", read=lambda row: row)
    records = ["ngắn", "x" * 120, "một\nhai\nba", dt.date(2019, 3, 13), 7]
    data = write_sheet(title="Sổ", notes=["Ghi chú"], columns=[long], records=records)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet.column_dimensions["A"].width > 50
    assert [sheet.row_dimensions[line].height for line in range(4, 10)] == [
        *(45, None, 45, 45, None, None)  # the heading takes three lines
    ]
    assert [sheet.cell(line, 1).alignment.wrap_text for line in (5, 6)] == [True, True]
    assert [sheet.cell(line, 1).data_type for line in range(5, 10)] == ["s", "s", "s", "d", "n"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A5", "$4:$4")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_print_view_shows_every_row_without_menus_and_is_logged(admin_page, committee):
    for _n in range(30):
        factories.RoleFactory(committee=committee)
    text = admin_page.get(URL, {"print": "1"}).content.decode()
    assert text.count('<th scope="row"') == 31
    assert "places" not in text
    assert AuditEntry.objects.filter(action="accounts.user.print").exists()


@pytest.mark.parametrize("typed", ["31/02/2019", "hôm qua", "2019", "01/01/9999"])
def test_day_that_is_none_is_told_beside_the_field_and_stays(client, officer, cell, typed):
    client.force_login(officer)
    page = client.get(reverse("cells:list"), {"on": typed})
    text = page.content.decode()
    assert "Ngày không có thật" in text
    assert f'value="{typed}"' in text
    assert page.context["listing"].count == 1


def test_day_looked_at_is_carried_to_the_rows(client, officer, cell):
    client.force_login(officer)
    text = client.get(reverse("cells:list"), {"on": "31/12/2018"}).content.decode()
    assert "Đang xem ngày 31/12/2018." in text
    assert f'href="{cell.get_absolute_url()}?on=31/12/2018"' in text


def test_before_the_first_day_the_list_says_so(client, officer, cell):
    client.force_login(officer)
    text = client.get(reverse("cells:list"), {"on": "01/01/2009"}).content.decode()
    assert "Vào ngày này chưa có chi bộ nào" in text


def test_narrow_list_prints_upright_and_a_sheet_leaves_no_copy_behind(admin_page):
    wide = admin_page.get(reverse("accounts:list"), {"print": "1"}).content.decode()
    assert "landscape.css" not in wide
    sheet = admin_page.get(reverse("accounts:list"), {"export": "xlsx"})
    assert sheet["Cache-Control"] == "private, no-store"


def test_drop_down_of_a_filter_escapes_and_marks_the_choice():
    select = PlainSelect(choices=[("", "tất cả"), ("a", "<An>"), (1, "một")])
    drawn = select.render("x", "1", {"id": "id_x"})
    assert drawn == (
        '<select id="id_x" name="x"><option value="">tất cả</option>'
        '<option value="a">&lt;An&gt;</option><option value="1" selected>một</option></select>'
    )


def test_page_read_by_key_keeps_the_order_asked_for(three):
    page = listing("sort=-login", by_key=User.objects.all())
    assert names(page) == names(listing("sort=-login"))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (("year", "name"), [("year", True), ("name", False)]),
        ((("kind", "number"), "pk"), [("kind", True), ("number", True), ("pk", False)]),
        (("cell", "-day"), [("cell", True), ("day", True)]),
        (("-born",), [("born", False)]),
    ],
)
def test_only_what_the_column_shows_turns_round(sort, expected):
    column = Column(key="x", heading="x", read="x", sort=sort)
    order = column.order(descending=True)
    assert [(one.expression.name, one.descending) for one in order] == expected
