"""Many rows at once: checked, versioned and journalled as one by one."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from audit import bulk
from audit import services as audit
from audit.models import AuditEntry
from members.models import Member
from tests import factories

pytestmark = pytest.mark.django_db


def people(count=2, **facts):
    return [factories.MemberFactory.build(**facts) for _ in range(count)]


def test_new_rows_stand_each_with_its_entry(officer):
    rows = people()
    bulk.create_many(rows, by=officer, reason="nhập từ tệp")
    assert set(Member.objects.all()) == set(rows)
    entries = AuditEntry.objects.filter(action="members.member.create").order_by("object_id")
    assert [entry.object_id for entry in entries] == sorted(str(row.pk) for row in rows)
    assert {(entry.actor_name, entry.reason) for entry in entries} == {
        (str(officer), "nhập từ tệp")
    }
    assert entries[0].after["ethnicity"] == "Thái"


def test_derived_columns_are_written_too(officer):
    [row] = people(1, full_name="Đỗ Công Đạt")
    bulk.create_many([row], by=officer)
    assert Member.objects.get().search_name == "do cong dat"
    row.full_name = "Đỗ Công Đức"
    bulk.update_many([(row, ["full_name"])], by=officer)
    assert Member.objects.get().search_name == "do cong duc"


def test_refusal_of_the_database_is_its_constraints_sentence(officer):
    with pytest.raises(ValidationError, match="Số định danh này đã có"):
        bulk.create_many(people(citizen_id="012085001234"), by=officer)
    assert not Member.objects.exists()
    assert not AuditEntry.objects.filter(model="members.member").exists()


@pytest.mark.parametrize("wrong", [{"full_name": "1234"}, {"born_on": None}, {"sex": "khác"}])
def test_check_refuses_what_a_form_would(wrong):
    [row] = people(1, **wrong)
    with pytest.raises(ValidationError) as refusal:
        bulk.check_row(row)
    assert list(refusal.value.message_dict) == list(wrong)


def test_check_asks_the_model_too(cell):
    member = factories.place(cell, from_on=dt.date(2015, 2, 3))
    member.born_on = dt.date(2005, 1, 1)
    with pytest.raises(ValidationError, match="18 tuổi"):
        bulk.check_row(member, ["born_on"])


def test_changes_name_old_and_new_and_raise_the_version(officer):
    row, other = people()
    bulk.create_many([row, other], by=officer)
    row.ethnicity = "Mông"
    bulk.update_many([(row, ["ethnicity", "sex"]), (other, ["ethnicity"])], by=officer)
    entry = AuditEntry.objects.get(action="members.member.update")
    assert (entry.before, entry.after) == ({"ethnicity": "Thái"}, {"ethnicity": "Mông"})
    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.version, other.version) == (2, 1)


def test_one_row_changed_meanwhile_holds_all_back(officer):
    rows = people()
    bulk.create_many(rows, by=officer)
    theirs = Member.objects.get(pk=rows[1].pk)
    theirs.ethnicity = "Mông"
    audit.update(theirs, by=officer, fields=["ethnicity"])
    for row in rows:
        row.residence = "Thị trấn"
    with pytest.raises(audit.VersionConflictError):
        bulk.update_many([(row, ["residence"]) for row in rows], by=officer)
    with pytest.raises(audit.VersionConflictError):
        bulk.void_many(rows, by=officer, reason="ghi nhầm")
    assert not Member.objects.filter(residence="Thị trấn").exists()
    assert Member.objects.valid().count() == 2


def test_voided_rows_count_nowhere_and_keep_their_reason(officer):
    rows = people()
    bulk.create_many(rows, by=officer)
    bulk.void_many(rows, by=officer, reason="ghi nhầm")
    assert not Member.objects.valid().exists()
    row = Member.objects.first()
    assert (row.void_reason, row.voided_by, row.version) == ("ghi nhầm", officer, 2)
    entry = AuditEntry.objects.filter(action="members.member.void").first()
    assert (entry.reason, entry.before["ethnicity"]) == ("ghi nhầm", "Thái")


def test_voiding_asks_for_a_reason_and_not_twice(officer):
    rows = people()
    bulk.create_many(rows, by=officer)
    with pytest.raises(ValidationError, match="lý do"):
        bulk.void_many(rows, by=officer, reason=" ")
    bulk.void_many(rows, by=officer, reason="ghi nhầm")
    with pytest.raises(ValidationError, match="đã hủy"):
        bulk.void_many(rows, by=officer, reason="ghi nhầm")
