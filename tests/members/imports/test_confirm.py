"""Writing a batch, all of it or nothing; and taking it back while nothing rests on it."""

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from audit import services as audit
from audit.models import AuditEntry
from members import services
from members.importing import batches
from members.importing.error_sheet import error_sheet_of, has_error_sheet
from members.models import ImportBatch, ImportLayout, Member, Position, Qualification
from tests import factories
from tests.members.imports.sheets import confirm, new, sheet, take_in, told, undo, work
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db
State = ImportBatch.State


@pytest.fixture
def known(cell, officer):
    return admit(cell, officer, name="Lò Văn An", citizen_id="012085001234")


CHANGED = {
    "Họ và tên": "Lò Văn An",
    "Ngày sinh": "12/03/1985",
    "Số định danh cá nhân": "012085001234",
    "Quê quán": "Mường Thử",
    "Tôn giáo": "Không",
    "Trình độ chuyên môn": "Thạc sĩ",
}


def test_confirmed_newcomer_stands_in_the_cell_since_the_day(committee, cell, officer):
    batch = confirm(take_in(committee, officer, new(), as_on=day("01/03/2019")), officer)
    member = Member.objects.get()
    assert batch.state == State.APPLIED
    assert (member.full_name, member.sex, member.citizen_id) == (
        "Vàng Thị Mới",
        "female",
        "012190000001",
    )
    membership = member.memberships.get()
    assert str(membership.decision_on) == "20/01/2015"
    assert membership.official_from == day("03/02/2016")
    assert Member.objects.placed_on(day("01/03/2019"), cells=[cell]).get() == member
    assert not Member.objects.placed_on(day("28/02/2019")).exists()
    assert member.search_name == "vang thi moi"


@pytest.mark.parametrize("decided", ["20/01/2017", "01/2017"])
def test_newcomer_keeps_the_rule_of_the_admission_as_one_entered_alone(
    committee, cell, officer, decided
):
    """29-QĐ/TW holds from 25/07/2016."""
    typed = {"Ngày quyết định kết nạp": decided, "Ngày làm lễ kết nạp": "03/02/2017"}
    typed["Ngày chính thức"] = "03/02/2018"
    confirm(take_in(committee, officer, new(**typed)), officer)
    membership = Member.objects.get().memberships.get()
    assert membership.admission_rule.number == "29-QĐ/TW"


def test_confirmed_changes_stand_and_nothing_else_moves(committee, officer, known):
    confirm(take_in(committee, officer, CHANGED), officer)
    member = Member.objects.get()
    assert (member.home_place, member.religion, member.version) == ("Mường Thử", "Không", 2)
    step = member.qualifications.get()
    assert (step.level, step.obtained_on, step.is_date_unknown) == (
        Qualification.Professional.MASTER,
        TODAY,
        True,
    )
    entry = AuditEntry.objects.get(action="members.member.update")
    assert entry.before == {"home_place": "", "religion": ""}
    assert "danh-sach.xlsx" in entry.reason


def test_corrected_party_days_obey_the_rule_and_move_the_placement(committee, cell, officer, known):
    row = {**CHANGED, "Ngày làm lễ kết nạp": "05/02/2015", "Ngày chính thức": "05/02/2016"}
    confirm(take_in(committee, officer, row), officer)
    membership = known.memberships.get()
    assert (membership.ceremony_on, membership.official_from) == (
        day("05/02/2015"),
        day("05/02/2016"),
    )
    assert known.placements.get().from_on == day("05/02/2015")


def test_same_file_again_changes_nothing(committee, cell, officer, known):
    confirm(take_in(committee, officer, new(), CHANGED), officer)
    written = AuditEntry.objects.exclude(model__startswith="members.import").count()
    again = take_in(committee, officer, new(), CHANGED)
    assert again.counts == {"same": 2, "noted": 0, "all": 2}
    with pytest.raises(ValidationError, match="Không có dòng nào"):
        confirm(again, officer)
    assert Member.objects.count() == 2
    jobs = AuditEntry.objects.filter(action__startswith="jobs.").count()
    assert AuditEntry.objects.exclude(model__startswith="members.import").count() - written <= jobs


def test_rows_with_errors_are_left_out(committee, cell, officer):
    wrong = {"Họ và tên": "Vàng Thị Sai", "Số định danh cá nhân": "", "Chi bộ": "Lạ"}
    batch = confirm(take_in(committee, officer, new(), new(**wrong)), officer)
    assert batch.state == State.APPLIED
    assert Member.objects.get().full_name == "Vàng Thị Mới"


def test_every_step_is_in_the_journal(committee, cell, officer):
    batch = undo(confirm(take_in(committee, officer, new()), officer), officer)
    entries = AuditEntry.objects.filter(model="members.importbatch", object_id=str(batch.pk))
    actions = list(entries.order_by("pk").values_list("action", flat=True))
    assert actions == [
        "members.import_upload",
        "members.import_start",
        "members.import_preview",
        "members.import_confirm",
        "members.import_apply",
        "members.import_undo",
        "members.import_undone",
    ]
    marks = AuditEntry.objects.filter(action="members.register_present")
    assert set(marks.values_list("request_id", flat=True)) == {f"import-{batch.pk}"}


def test_row_edited_meanwhile_is_told_and_nothing_is_written(committee, cell, officer, known):
    batch = take_in(committee, officer, CHANGED, new())
    known.refresh_from_db()
    known.residence = "Thị trấn"
    audit.update(known, by=officer, fields=["residence"])
    batch = confirm(batch, officer)
    assert batch.state == State.READY
    assert "Chưa ghi gì vào sổ" in batch.message
    assert "Lò Văn An" in batch.message
    assert Member.objects.count() == 1
    assert Member.objects.get().home_place == ""
    assert any("sổ đã thay đổi" in sentence for sentence in told(batch))
    batch = work(batches.look_again(batch=batch, on=TODAY, by=officer))
    assert confirm(batch, officer).state == State.APPLIED
    assert Member.objects.get(pk=known.pk).home_place == "Mường Thử"


def test_somebody_entered_meanwhile_is_told(committee, cell, officer):
    batch = take_in(committee, officer, new())
    factories.place(
        cell, full_name="Vàng Thị Mới", born_on=dt.date(1990, 3, 12), citizen_id="012190000001"
    )
    assert confirm(batch, officer).state == State.READY
    assert Member.objects.count() == 1


def test_confirming_what_was_compared_anew_is_refused(committee, cell, officer):
    seen = take_in(committee, officer, new())
    work(batches.look_again(batch=seen, on=TODAY, by=officer))
    with pytest.raises(ValidationError, match="xem lại"):
        batches.confirm_batch(batch=seen, version=seen.version, on=TODAY, by=officer)


def test_two_confirmations_are_one(committee, cell, officer):
    batch = take_in(committee, officer, new())
    batches.confirm_batch(batch=batch, version=batch.version, on=TODAY, by=officer)
    with pytest.raises(ValidationError, match="đang được xử lý"):
        batches.confirm_batch(batch=batch, version=batch.version, on=TODAY, by=officer)


def test_file_is_gone_once_applied_or_dropped(
    committee, cell, officer, settings, django_capture_on_commit_callbacks
):
    folder = Path(settings.MEDIA_ROOT) / "imports"
    batch = take_in(committee, officer, new())
    assert len(list(folder.iterdir())) == 1
    with django_capture_on_commit_callbacks(execute=True):
        batch = confirm(batch, officer)
    assert list(folder.iterdir()) == []
    assert (batch.heads, bool(batch.file)) == ([], False)
    other = take_in(committee, officer, new(**{"Họ và tên": "Vàng Thị Khác"}))
    with django_capture_on_commit_callbacks(execute=True):
        batches.drop_batch(batch=other, by=officer)
    assert list(folder.iterdir()) == []
    assert not other.rows.exists()


# -- taking it back ------------------------------------------------------------------------------


def test_undone_batch_leaves_the_register_as_it_was(committee, cell, officer, known):
    batch = undo(confirm(take_in(committee, officer, new(), CHANGED), officer), officer)
    assert batch.state == State.UNDONE
    member = Member.objects.valid().get()
    assert (member.pk, member.home_place, member.religion) == (known.pk, "", "")
    assert not member.qualifications.valid().exists()
    assert not Member.objects.placed_on(TODAY).exclude(pk=known.pk).exists()
    assert take_in(committee, officer, new(), CHANGED).counts["new"] == 1


def test_undone_party_days_stand_as_before(committee, cell, officer, known):
    row = {**CHANGED, "Ngày làm lễ kết nạp": "05/02/2015", "Ngày chính thức": "05/02/2016"}
    undo(confirm(take_in(committee, officer, row), officer), officer)
    assert known.memberships.get().ceremony_on == day("03/02/2015")


def test_undoing_asks_for_a_reason(committee, cell, officer):
    batch = confirm(take_in(committee, officer, new()), officer)
    with pytest.raises(ValidationError, match="lý do"):
        undo(batch, officer, reason=" ")


@pytest.mark.parametrize("later", ["edit", "post", "award", "meeting", "void"])
def test_undoing_names_what_later_touched_its_rows(committee, cell, officer, later):
    batch = confirm(take_in(committee, officer, new()), officer)
    member = Member.objects.get()
    if later == "edit":
        member.residence = "Thị trấn"
        audit.update(member, by=officer, fields=["residence"])
    elif later == "post":
        post = Position(member=member, title="cell_deputy", from_on=TODAY)
        services.assign_position(position=post, by=officer)
    elif later == "award":
        factories.AwardFactory(register=committee, member=member)
    elif later == "meeting":
        factories.AttendanceFactory(meeting__cell=cell, member=member)
    else:
        services.void_registration(member=member, reason="ghi nhầm", by=officer)
    batch = undo(batch, officer)
    assert batch.state == State.APPLIED
    assert "Chưa hoàn lại được" in batch.message
    assert "Vàng Thị Mới" in batch.message
    assert Member.objects.valid().exists() is (later != "void")


FIRST, SECOND = ({**CHANGED, "Quê quán": f"Bản Thử {at}"} for at in (1, 2))


def home(member) -> str:
    member.refresh_from_db()
    return member.home_place


def test_batch_is_taken_back_once_the_later_one_was(committee, known, officer):
    earlier = confirm(take_in(committee, officer, FIRST), officer)
    later = confirm(take_in(committee, officer, SECOND), officer)
    assert undo(earlier, officer).state == State.APPLIED
    undo(later, officer)
    assert undo(earlier, officer).state == State.UNDONE
    assert home(known) == ""


def test_batch_is_taken_back_where_a_hand_set_its_values_again(committee, known, officer):
    batch = confirm(take_in(committee, officer, FIRST), officer)
    for place in ("Bản Khác", "Bản Thử 1"):
        known.refresh_from_db()
        known.home_place = place
        audit.update(known, by=officer, fields=["home_place"], reason="sửa")
        assert undo(batch, officer).state == (
            State.UNDONE if place == "Bản Thử 1" else State.APPLIED
        )
    assert home(known) == ""


def test_degree_is_taken_back_though_the_person_was_corrected_since(committee, known, officer):
    degree = {name: CHANGED[name] for name in ("Họ và tên", "Ngày sinh", "Trình độ chuyên môn")}
    batch = confirm(take_in(committee, officer, degree), officer)
    known.refresh_from_db()
    known.home_place = "Bản Khác"
    audit.update(known, by=officer, fields=["home_place"], reason="sửa")
    assert undo(batch, officer).state == State.UNDONE
    assert home(known) == "Bản Khác"
    assert not known.qualifications.valid().exists()


# -- the file itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["danh-sach.docx", "danh-sach.xlsm", "danh-sach.pdf"])
def test_wrong_ending_is_refused_with_one_sentence_and_leaves_no_file(
    committee, officer, settings, name
):
    with pytest.raises(ValidationError) as refusal:
        take_in(committee, officer, file=sheet(new(), name=name))
    assert list(refusal.value.message_dict) == ["file"]
    assert not ImportBatch.objects.exists()
    assert list((Path(settings.MEDIA_ROOT) / "imports").iterdir()) == []
    assert AuditEntry.objects.filter(action="members.import_refuse").count() == 1


def test_sheet_without_people_ends_the_batch_with_its_sentence(committee, officer):
    batch = take_in(committee, officer, file=sheet({"Vật tư": "Bàn"}, heads=["Vật tư"]))
    assert batch.state == State.REFUSED
    assert batch.message


def test_day_of_the_file_lies_in_the_life_of_the_committee(committee, officer):
    for wrong in (TODAY + dt.timedelta(days=1), committee.founded_on - dt.timedelta(days=1)):
        with pytest.raises(ValidationError):
            take_in(committee, officer, new(), as_on=wrong)


def test_layouts_are_remembered_for_the_committee_only(committee, cell, officer, other_committee):
    take_in(committee, officer, new(), answers={})
    layout = ImportLayout.objects.get()
    assert layout.committee == committee


def test_file_nobody_confirmed_is_let_go(
    committee, cell, officer, settings, django_capture_on_commit_callbacks
):
    batch = take_in(committee, officer, new())
    almost, late = (batch.uploaded_at + dt.timedelta(days=days) for days in (30, 31))
    assert batches.drop_forgotten(almost) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert batches.drop_forgotten(late) == 1
    batch.refresh_from_db()
    assert batch.state == State.DROPPED
    assert list((Path(settings.MEDIA_ROOT) / "imports").iterdir()) == []


BAD = {
    "Họ và tên": "Vàng Thị Sai",
    "Số định danh cá nhân": "",
    "Chi bộ": "Lạ",
    "Thu nhập": "5 triệu",
}


def sheet_of(batch) -> str:
    page = openpyxl.load_workbook(io.BytesIO(error_sheet_of(batch))).active
    return str([[cell.value for cell in row] for row in page])


def test_bad_rows_can_be_fetched_after_the_batch_was_written(
    committee, cell, officer, settings, django_capture_on_commit_callbacks
):
    batch = take_in(committee, officer, new(), new(**BAD))
    before = sheet_of(batch)
    with django_capture_on_commit_callbacks(execute=True):
        batch = confirm(batch, officer)
    assert sheet_of(batch) == before
    assert "Vàng Thị Sai" in before
    assert "5 triệu" not in before
    almost, late = (batch.applied_at + dt.timedelta(days=days) for days in (29, 31))
    batches.drop_forgotten(almost)
    assert has_error_sheet(ImportBatch.objects.get())
    with django_capture_on_commit_callbacks(execute=True):
        batches.drop_forgotten(late)
    assert not has_error_sheet(ImportBatch.objects.get())
    assert list((Path(settings.MEDIA_ROOT) / "imports").iterdir()) == []


def test_batch_without_bad_rows_keeps_no_sheet(committee, cell, officer):
    assert not has_error_sheet(confirm(take_in(committee, officer, new()), officer))


def test_file_no_batch_names_is_let_go(committee, cell, officer, settings):
    batch = take_in(committee, officer, new())
    stray = Path(settings.MEDIA_ROOT) / "imports" / "stray.xlsx"
    stray.write_bytes(b"left by a process that was killed")
    batches.drop_forgotten(batch.uploaded_at)
    assert stray.exists()
    batches.drop_forgotten(
        timezone.now() + dt.timedelta(seconds=1) + dt.timedelta(batches.KEPT_DAYS)
    )
    assert not stray.exists()


def test_long_name_of_a_file_is_cut(committee, cell, officer):
    batch = take_in(committee, officer, file=sheet(new(), name="x" * 240 + ".xlsx"))
    assert batch.state == State.READY
    assert batch.file_name.endswith("x.xlsx")


def test_two_people_who_swapped_numbers_are_told_not_written(committee, cell, officer):
    for name, number in (("Lò Văn An", "012085000001"), ("Lò Văn Bình", "012085000002")):
        admit(cell, officer, name=name, citizen_id=number)
    rows = [
        {"Họ và tên": name, "Ngày sinh": "12/03/1985", "Số định danh cá nhân": number}
        for name, number in (("Lò Văn An", "012085000002"), ("Lò Văn Bình", "012085000001"))
    ]
    assert take_in(committee, officer, *rows).counts["error"] == 2


def test_values_of_the_file_stay_neither_in_the_journal_nor_with_the_batch(
    committee, cell, officer
):
    stray = {"Họ và tên": "Vàng Thị Sai", "Số định danh cá nhân": "012190000002", "Chi bộ": "Lạ"}
    batch = confirm(take_in(committee, officer, new(), new(**stray)), officer)
    assert set(batch.rows.values_list("outcome", flat=True)) == {"new", "error"}
    assert not any(row.values for row in batch.rows.all())
    told = AuditEntry.objects.filter(model="members.importbatch")
    assert "012190000002" not in str([(entry.before, entry.after) for entry in told])
