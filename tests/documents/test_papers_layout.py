"""The head and the signature of a paper, by the names and the guide of its day."""

import datetime as dt

from documents.papers.layout import (
    Header,
    header_for,
    layout_on,
    name_on,
    signature_for,
    superior_on,
    symbol_of,
)
from tests import factories

DAY = dt.date(2019, 4, 5)


def head(owner, **how) -> Header:
    return header_for(owner, on=DAY, kind_title="Báo cáo", summary="thử", **how)


def test_head_of_committee_takes_the_names_of_the_day(committee):
    header = head(committee, symbol="BC/ĐU", number="61-BC/ĐU")

    assert header.superior == "ĐẢNG BỘ HUYỆN TÂN UYÊN"
    assert header.issuer == "ĐẢNG ỦY CÔNG AN HUYỆN"
    assert header.number_line == "Số 61-BC/ĐU"
    assert header.place_and_day == "Tân Uyên, ngày 05 tháng 4 năm 2019"


def test_draft_leaves_number_and_day_blank(committee):
    header = head(committee, symbol="BC/ĐU", is_dated=False)

    assert header.number_line.split() == ["Số", "-BC/ĐU"]
    assert header.place_and_day == "Tân Uyên, ngày … tháng … năm …"


def test_paper_without_symbol_has_no_line_of_number(committee):
    assert head(committee).number_line == ""


def test_name_changes_with_the_day(committee):
    old = committee.names.get()
    old.to_on = dt.date(2019, 3, 31)
    old.save()
    factories.OrganisationNameFactory(
        committee=committee, short_name="Đảng bộ Công an xã", from_on=dt.date(2019, 4, 1)
    )

    assert name_on(dt.date(2019, 3, 31), owner=committee) == "Đảng ủy Công an huyện"
    assert name_on(dt.date(2019, 4, 1), owner=committee) == "Đảng ủy Công an xã"


def test_cell_without_a_name_row_stands_under_its_committee(cell):
    assert name_on(DAY, owner=cell) == "Chi bộ An ninh"
    assert superior_on(DAY, owner=cell) == "Đảng ủy Công an huyện"


def test_symbols_tell_committee_and_cell_apart(committee, cell):
    assert symbol_of("BC", committee) == "BC/ĐU"
    assert symbol_of("BB", cell) == "BB/CB"


def test_deputy_signs_for_the_whole_body(committee, cell):
    block = signature_for(committee, post="Phó Bí thư", name="Đinh Công Thuận")
    assert (block.authority, block.post) == ("T/M ĐẢNG ỦY", "PHÓ BÍ THƯ")
    assert signature_for(cell, post="Bí thư").authority == "T/M CHI BỘ"


def test_layout_follows_the_guide_of_the_day(committee):
    assert layout_on(dt.date(2019, 4, 5), committee=committee).post_bold is True
    new = layout_on(dt.date(2026, 6, 1), committee=committee)
    assert new.post_bold is False
    assert new.citation.startswith("05-HD/VPTW")
