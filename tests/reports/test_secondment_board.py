"""The board of secondments: the sentence of a day, the drawing, the table, the print."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from cells.models import Locality
from reports import figures
from reports.figures import Scope
from reports.secondments.diagram import narrow, wide
from reports.secondments.sentence import sentence
from tests import factories
from tests.reports.dashboard_links import wrong_links

DAY = dt.date(2019, 3, 13)
BOARD = "reports:secondments"


@pytest.fixture
def seconded(committee, cell, other_cell):
    """Three: two of `cell` in one village, one of `other_cell` in town with a letter of transfer."""
    plan = factories.DocumentFactory(register=committee)
    village = factories.HostCellFactory(
        locality=factories.LocalityFactory(committee=committee, name="Mường Thử"), name="Nà Thử"
    )
    town = factories.LocalityFactory(committee=committee, kind=Locality.Kind.TOWN, name="Phố Thử")
    street = factories.HostCellFactory(locality=town, name="Tổ Thử")
    for home, host, kind in (
        (cell, village, "attends"),
        (cell, village, "attends"),
        (other_cell, street, "transferred"),
    ):
        factories.SecondmentFactory(
            member=factories.place(home), host_cell=host, plan=plan, kind=kind
        )
    return street


def told(committee, day=DAY, **how) -> str:
    found = figures.secondments(Scope(committee, named_on=day), day)
    return sentence(found, is_linked=False, **how)


def test_sentence_is_composed_from_the_rows_of_the_day(committee, seconded, cell):
    assert told(committee) == (
        "3 đồng chí, trong đó 2 đồng chí của Chi bộ An ninh, 1 đồng chí của Chi bộ Điều tra, "
        "tham gia sinh hoạt tại 2 chi bộ của 1 xã và 1 thị trấn."
    )
    assert told(committee, named=cell) == (
        "3 đồng chí, trong đó 2 đồng chí của Chi bộ An ninh, "
        "tham gia sinh hoạt tại 2 chi bộ của 1 xã và 1 thị trấn."
    )
    assert told(committee, dt.date(2016, 1, 1)) == "Không có đồng chí nào tăng cường."


def test_sentence_of_one_cell_and_one_kind_of_place(committee, seconded, cell, other_cell):
    of_cell = figures.secondments(Scope(committee, cell), DAY)
    assert sentence(of_cell, is_linked=False) == (
        "2 đồng chí tham gia sinh hoạt tại 1 chi bộ của 1 xã."
    )
    of_other = figures.secondments(Scope(committee, other_cell), DAY)
    assert sentence(of_other, is_linked=False).endswith("1 chi bộ của 1 thị trấn.")


@pytest.mark.parametrize("layout", [wide, narrow])
def test_drawing_names_everyone_and_overlaps_nothing(committee, seconded, layout):
    found = figures.secondments(Scope(committee), DAY)
    drawing = layout(found, words="lời")
    words = " ".join(text.words for text in drawing.texts)
    for name in ("Xã Mường Thử (2)", "Nà Thử", "Thị trấn Phố Thử (1)", "Tổ Thử", "(Điều tra)"):
        assert name in words
    assert len(drawing.dots) == 3
    assert sum(path.is_broken for path in drawing.paths) == 1  # who has a letter of transfer
    assert len({path.d for path in drawing.paths}) == len(drawing.paths)
    levels = {}
    for text in drawing.texts:
        levels.setdefault(text.x, []).append(text.y)
        assert 0 < text.y <= drawing.height
    for ys in levels.values():
        assert all(b - a >= 18 for a, b in zip(sorted(ys), sorted(ys)[1:], strict=False))


def test_long_names_are_cut_to_their_column(committee, seconded):
    seconded.name = "Một chi bộ có cái tên rất dài ở một khu phố của thị trấn nhỏ"
    seconded.save()
    drawing = narrow(figures.secondments(Scope(committee), DAY), words="")
    [cut] = [text for text in drawing.texts if text.words.endswith("…")]
    assert seconded.name.startswith(cut.words[:-1])
    assert 40 < len(cut.words) < 48  # of 302 units, six and a half a letter


def test_every_number_of_the_board_opens_its_rows(client, inspector, seconded):
    client.force_login(inspector)
    answer = client.get(reverse(BOARD))
    assert answer.status_code == 200
    assert wrong_links(client, answer.text) == []


def test_board_counts_who_owes_the_report_of_the_month(client, inspector, seconded):
    row = seconded.secondments.get()
    factories.SecondmentReportFactory(
        secondment=row, month=dt.date(2019, 3, 1), handed_in_on=dt.date(2019, 3, 12)
    )
    client.force_login(inspector)
    assert client.get(reverse(BOARD)).context["owing"].value == 2


def test_board_on_paper_is_logged(client, inspector, seconded):
    client.force_login(inspector)
    answer = client.get(reverse(BOARD), {"print": 1})
    assert "landscape.css" in answer.text
    entry = AuditEntry.objects.get(action="members.secondment.print")
    assert entry.actor == inspector


def test_board_narrowed_to_one_cell_is_printed_so(client, inspector, seconded, cell):
    client.force_login(inspector)
    page = client.get(reverse(BOARD), {"trong-do": cell.pk})
    [url] = [url for _text, url in page.context["links"] if "print" in url]
    assert client.get(url).context["plain"] == page.context["plain"]


def test_leader_sees_the_own_cell(client, leader, seconded, cell, other_cell):
    client.force_login(leader)
    answer = client.get(reverse(BOARD))
    assert answer.context["seconded"].total.value == 2
    assert client.get(reverse(BOARD), {"cell": other_cell.pk}).status_code == 404


def test_stranger_sees_nothing(client, stranger, seconded):
    client.force_login(stranger)
    assert client.get(reverse(BOARD)).context["seconded"].total.value == 0


def test_board_takes_the_same_statements_for_more_rows(
    client, inspector, seconded, cell, django_assert_max_num_queries
):
    client.force_login(inspector)
    client.get(reverse(BOARD))
    with django_assert_max_num_queries(30) as few:
        client.get(reverse(BOARD))
    for _ in range(4):
        row = seconded.secondments.first()
        factories.SecondmentFactory(member=factories.place(cell), host_cell=seconded, plan=row.plan)
    with django_assert_max_num_queries(30) as many:
        client.get(reverse(BOARD))
    assert len(many) == len(few)
