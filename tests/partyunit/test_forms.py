"""Forms of every room: sentences, constraints in full, versions, conflicts."""

import datetime as dt

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.models import AuditEntry
from cells.forms import CellForm, LocalityForm
from cells.models import Cell, Locality, OfficeUnit
from partyunit.forms import (
    BaseForm,
    DayField,
    LineField,
    PartialDayField,
    ProseField,
    RecordForm,
    SeveralField,
    add_service_errors,
)
from tests import factories


class OneDay(BaseForm):
    day = DayField(label="Từ ngày")
    name = LineField(label="Số quyết định", max_length=5)


def test_days_are_read_day_first():
    form = OneDay({"day": "03/04/2019", "name": " a   b "})
    assert form.is_valid()
    assert form.cleaned_data == {"day": dt.date(2019, 4, 3), "name": "a b"}


def test_a_line_is_one_line_and_prose_keeps_its_breaks():
    assert LineField().clean("một\r\nhai\tba") == "một hai ba"
    assert ProseField().clean("một\r\nhai") == "một\nhai"


@pytest.mark.django_db
def test_the_database_keeps_a_line_in_one_line(committee):
    paper = factories.DocumentFactory(register=committee, number="14\n-KH/ĐU", summary="một\r\nhai")
    paper.refresh_from_db()
    assert (paper.number, paper.summary) == ("14 -KH/ĐU", "một\nhai")
    paper.outside_issuer = "Huyện ủy\tTân Uyên"
    paper.clean_fields()
    assert paper.outside_issuer == "Huyện ủy Tân Uyên"


@pytest.mark.parametrize("typed", ["31/12/9999", "01/01/2201"])
def test_a_year_that_is_a_slip_of_the_finger_reaches_no_service(typed):
    for field in (DayField(), PartialDayField()):
        with pytest.raises(ValidationError, match="không hợp lệ"):
            field.clean(typed)


def test_a_key_longer_than_any_is_no_choice(committee, cell):
    field = SeveralField(Cell.objects.all())
    with pytest.raises(ValidationError):
        field.clean([cell.pk, "9" * 30])
    assert list(field.clean([cell.pk])) == [cell]


def test_sentences_name_the_field():
    form = OneDay({"day": "31/02/2019"})
    assert form.errors["day"] == ["Ngày không có thật. Ghi dạng ngày/tháng/năm."]
    assert form.errors["name"] == ["Hãy ghi số quyết định."]


def test_day_is_shown_day_first():
    assert 'value="03/04/2019"' in str(OneDay(initial={"day": dt.date(2019, 4, 3)})["day"])


def test_service_error_stands_beside_the_field_it_names():
    form = OneDay({"day": "03/04/2019", "name": "a"})
    add_service_errors(
        form, ValidationError({"day": "Sớm quá.", "version": "Lạ.", "__all__": "Chung."})
    )
    assert form.errors["day"] == ["Sớm quá."]
    assert sorted(form.non_field_errors()) == ["Chung.", "Lạ."]


def test_service_error_without_a_field_stands_above_the_form():
    form = OneDay({"day": "03/04/2019", "name": "a"})
    add_service_errors(form, ValidationError("Không được."))
    assert form.non_field_errors() == ["Không được."]


def test_constraint_of_a_field_not_on_the_form_is_checked(committee):
    factories.LocalityFactory(committee=committee, name="Mường Pha")
    form = LocalityForm(
        {"kind": "commune", "name": "Mường Pha"}, instance=Locality(committee=committee)
    )
    assert not form.is_valid()
    assert form.errors == {"name": ["Tên này đã có."]}


def test_overlap_is_told_by_the_form(committee):
    class UnitForm(RecordForm):
        class Meta:
            model = OfficeUnit
            fields = ["from_on", "to_on"]

    factories.OfficeUnitFactory(committee=committee, name="Đội 1")
    form = UnitForm(
        {"from_on": "01/01/2019"}, instance=OfficeUnit(committee=committee, name="Đội 1")
    )
    assert form.errors == {"from_on": ["Đã có một đơn vị cùng tên trong thời gian này."]}


def test_correction_asks_its_reason_and_carries_the_version(cell):
    form = CellForm(instance=cell)
    assert isinstance(form.fields["version"].widget, forms.HiddenInput)
    assert form["version"].value() == 1
    assert "correction_reason" in form.fields
    assert "version" not in CellForm(instance=Cell()).fields


# -- saving -----------------------------------------------------------------------------------


def data_of(cell, **changes):
    data = {
        "code": cell.code,
        "founded_on": "20/04/2009",
        "position": cell.position,
        "version": cell.version,
        "correction_reason": "Ghi nhầm",
    }
    return data | changes


@pytest.fixture
def page(client, officer):
    client.force_login(officer)
    return client


def test_correction_is_stored_with_its_reason(page, cell, officer):
    url = reverse("cells:update", args=[cell.pk])
    answer = page.post(url, data_of(cell, code="ANM"), follow=True)
    cell.refresh_from_db()
    assert (cell.code, cell.version) == ("ANM", 2)
    entry = AuditEntry.objects.get(action="cells.cell.update")
    assert (entry.actor, entry.reason) == (officer, "Ghi nhầm")
    assert entry.before == {"code": "AN"}
    assert "Đã sửa thông tin chi bộ." in answer.content.decode()


def test_slower_writer_sees_both_versions_and_keeps_what_was_typed(page, cell):
    url = reverse("cells:update", args=[cell.pk])
    typed = data_of(cell, code="MOI")
    Cell.objects.filter(pk=cell.pk).update(code="NHANH", version=2)
    answer = page.post(url, typed)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Người khác vừa sửa dòng này" in text
    assert "NHANH" in text
    assert 'name="code" value="MOI"' in text
    assert 'name="version" value="2"' in text
    assert AuditEntry.objects.filter(action="cells.cell.update").count() == 0
    page.post(url, typed | {"version": "2"})
    cell.refresh_from_db()
    assert (cell.code, cell.version) == ("MOI", 3)


def test_missing_reason_is_told_beside_its_field(page, cell):
    answer = page.post(reverse("cells:update", args=[cell.pk]), data_of(cell, correction_reason=""))
    assert answer.status_code == 200
    assert answer.context["form"].errors == {"correction_reason": ["Hãy ghi lý do sửa."]}


def test_void_asks_a_reason_and_keeps_the_row(page, committee, officer):
    locality = factories.LocalityFactory(committee=committee)
    url = reverse("cells:locality_void", args=[locality.pk])
    assert page.post(url, {"reason": "", "version": 1}).context["form"].errors
    page.post(url, {"reason": "Ghi hai lần", "version": 1})
    locality.refresh_from_db()
    assert (locality.void_reason, locality.voided_by) == ("Ghi hai lần", officer)
    assert page.get(url).status_code == 404
