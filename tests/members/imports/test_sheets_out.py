"""What goes out as a sheet: the bad rows to correct, and the national form, which comes back the same."""

import datetime as dt
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from audit.models import AuditEntry
from members import services
from members.importing.error_sheet import write_error_sheet
from partyunit.dates import PartialDate
from tests import factories
from tests.members.imports.sheets import new, take_in, told
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db
OFFICE = {"Họ và tên": "Vàng Thị Sai", "Số định danh cá nhân": "", "Chi bộ": "=HYPERLINK(1)"}


def opened(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def error_sheet(committee, officer, *rows):
    return write_error_sheet(take_in(committee, officer, *rows))


# -- bad rows ----------------------------------------------------------------------------------


def test_error_sheet_holds_the_bad_rows_with_their_cells_marked(committee, cell, officer):
    page = opened(error_sheet(committee, officer, new(), new(**OFFICE)))
    heads = [cell.value for cell in page[1]]
    assert page.max_row == 2
    bad = page.cell(2, heads.index("Chi bộ") + 1)
    assert bad.fill.fgColor.rgb == "FFFFC7CE"
    assert "Không có chi bộ" in bad.comment.text
    good = page.cell(2, heads.index("Dân tộc") + 1)
    assert good.comment is None
    assert "Không có chi bộ" in page.cell(2, heads.index("Lỗi") + 1).value


def test_error_sheet_has_no_formulas(committee, cell, officer):
    page = opened(error_sheet(committee, officer, new(**OFFICE)))
    assert {cell.data_type for row in page for cell in row} <= {"s", "n"}
    heads = [cell.value for cell in page[1]]
    assert page.cell(2, heads.index("Chi bộ") + 1).value == "=HYPERLINK(1)"


def test_corrected_error_sheet_is_taken_in(committee, cell, officer):
    book = openpyxl.load_workbook(io.BytesIO(error_sheet(committee, officer, new(**OFFICE))))
    heads = [cell.value for cell in book.active[1]]
    book.active.cell(2, heads.index("Chi bộ") + 1).value = "Chi bộ An ninh"
    buffer = io.BytesIO()
    book.save(buffer)
    batch = take_in(committee, officer, file=SimpleUploadedFile("sua.xlsx", buffer.getvalue()))
    assert batch.counts["new"] == 1, told(batch)


# -- the national form -------------------------------------------------------------------------


@pytest.fixture
def form(client, officer):
    client.force_login(officer)
    return lambda **query: client.get(reverse("members:national_form"), query).content


def test_national_form_has_two_rows_of_heads_and_ids_as_text(form, cell, officer):
    admit(
        cell, officer, name="Lò Văn An", citizen_id="012085001234", card_no="012085001234",
        card_no_old="38001234", birth_province="Lai Châu", card_issued_on=PartialDate(2016),
    )  # fmt: skip
    page = opened(form())
    first, second, row = ([cell.value for cell in page[line]] for line in (1, 2, 3))
    assert first[:4] == ["STT", "ID (UUID)", "Họ và tên *", "Tên gọi khác"]
    assert second[14:17] == ["Quốc gia", "Tỉnh/Thành", "Chi tiết"]
    told = dict(zip([one or two for one, two in zip(first, second, strict=True)], row, strict=True))
    assert told["Số định danh cá nhân *"] == "012085001234"
    assert told["Ngày cấp thẻ Đảng"] == "2016"
    assert told["Ngày vào Đảng *"] == "24/01/2015"
    assert told["Ngày chính thức *"] == "03/02/2016"
    assert told["Tổ chức Đảng sinh hoạt *"] == "Chi bộ An ninh"
    assert told["Trạng thái hoạt động *"] == "Đang sinh hoạt Đảng"
    assert {cell.number_format for cell in page[3]} == {"@"}


def test_full_numbers_leave_only_the_committee_whose_register_one_writes(cell, stranger):
    """An officer elsewhere who inspects here reads the list, but the form unmasks its numbers."""
    member = factories.place(cell, full_name="Lò Văn An")
    factories.RoleFactory(user=stranger, role="inspector", committee=cell.committee)
    client = Client()
    client.force_login(stranger)
    assert member.full_name in client.get(reverse("members:list")).content.decode()
    content = client.get(reverse("members:national_form")).content
    assert [row for row in opened(content).iter_rows(min_row=3, values_only=True) if any(row)] == []


def test_national_form_names_states_and_their_day(form, cell, officer):
    exempt, suspended, died = (
        admit(cell, officer, name=f"Lò Văn {name}") for name in ("Miễn", "Đình", "Mất")
    )
    factories.ExemptionFactory(member=exempt, from_on=dt.date(2018, 5, 1))
    factories.ExemptionFactory(member=suspended, kind="suspended", from_on=dt.date(2019, 1, 5))
    services.end_membership(
        member=died, reason="died", on=day("01/02/2019"), recorded_on=TODAY, by=officer
    )
    moved = admit(cell, officer, name="Lò Văn Đi")
    services.transfer_out(
        member=moved, on=day("01/03/2019"), went_to="Đảng bộ xã", recorded_on=TODAY, by=officer
    )
    rows = []
    for flow in ("", "left", "transferred_out"):
        page = opened(form(flow=flow))
        rows += [[one.value for one in row] for row in page.iter_rows(min_row=3)]
    told = {row[2]: (row[26], row[27]) for row in rows}
    assert told == {
        "Lò Văn Miễn": ("Miễn sinh hoạt", "01/05/2018"),
        "Lò Văn Đình": ("Đình chỉ sinh hoạt", "05/01/2019"),
        "Lò Văn Mất": ("Từ trần", "01/02/2019"),
        "Lò Văn Đi": ("Chuyển đi", "01/03/2019"),
    }


def test_national_form_follows_the_filters_and_the_day_and_is_logged(
    form, cell, other_cell, officer
):
    admit(cell, officer, name="Lò Văn An")
    admit(other_cell, officer, name="Lò Văn Bình", on="03/02/2017")
    assert opened(form(cell=cell.pk)).max_row == 3
    assert opened(form(on="31/12/2016")).max_row == 3
    assert AuditEntry.objects.filter(action="members.member.national_form").count() == 2
    unmasked = AuditEntry.objects.filter(action="members.unmask").last()
    assert len(unmasked.after["members"]) == 1
    assert "citizen_id" in unmasked.after["number"]


def comes_back(content: bytes, committee, officer):
    return take_in(
        committee,
        officer,
        file=SimpleUploadedFile("mau-4-0.xlsx", content),
        answers={"admitted_on": "decision_on"},
    )


def test_form_of_unusual_lives_comes_back_without_a_difference(
    form, cell, other_cell, committee, officer
):
    """Partial dates, two spans, exempted, suspended, on probation, moved, old numbers, namesakes."""
    admit(
        cell, officer, name="Lò Văn Năm", born_on=PartialDate(1985), other_name="Năm Đen",
        card_issued_at="Đảng ủy Công an Trung ương", home_country="Lào", birth_place="Bệnh viện 103",
    )  # fmt: skip
    admit(cell, officer, name="Lò Văn Tháng", born_on=PartialDate(1985, 3), card_no="38001234")
    admit(cell, officer, name="Lò Văn Dự", on="03/02/2019", official=False)
    admit(cell, officer, name="Hoàng Thị Trùng", citizen_id="012185000001", sex="female")
    admit(cell, officer, name="Hoàng Thị Trùng", citizen_id="012185000002", sex="female")
    old = admit(cell, officer, name="Tòng Văn Cũ", old_citizen_id="045123456", home_place="Bản Thử")
    services.transfer_member(
        member=old, to_cell=other_cell, on=day("01/06/2018"), recorded_on=TODAY, by=officer
    )
    exempt = admit(cell, officer, name="Lò Văn Miễn")
    factories.ExemptionFactory(member=exempt, from_on=dt.date(2018, 5, 1))
    twice = admit(cell, officer, name="Lò Văn Lại", on="03/02/2010")
    services.end_membership(
        member=twice, reason="resigned", on=day("01/02/2012"), recorded_on=TODAY, by=officer
    )
    services.admit_member(
        member=twice,
        cell=cell,
        decision_on=PartialDate(2017),
        ceremony_on=day("19/05/2017"),
        recorded_on=TODAY,
        by=officer,
    )
    batch = comes_back(form(), committee, officer)
    assert told(batch) == []
    assert batch.counts == {"same": 8, "noted": 0, "all": 8}


@pytest.mark.parametrize("flow", ["left", "transferred_out"])
def test_form_of_those_who_left_comes_back_without_a_difference(
    form, cell, committee, officer, flow
):
    died, moved = (admit(cell, officer, name=f"Lò Văn {name}") for name in ("Mất", "Đi"))
    on = {"on": day("01/03/2019"), "recorded_on": TODAY, "by": officer}
    services.end_membership(member=died, reason="died", **on)
    services.transfer_out(member=moved, went_to="Đảng bộ xã", **on)
    batch = comes_back(form(flow=flow), committee, officer)
    assert told(batch) == []
    assert batch.counts == {"same": 1, "noted": 0, "all": 1}
