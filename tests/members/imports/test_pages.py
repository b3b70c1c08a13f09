"""The pages of an import: works, out of sight, reader, what a GET shows, what bad input is told."""

from pathlib import Path

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from jobs import services as jobs
from members.importing import batches, showing
from members.models import ImportBatch, Member
from partyunit.dates import parse_day
from tests import factories
from tests.members.imports.sheets import confirm, new, sheet, take_in, work, workbook
from tests.members.people import TODAY, admit

pytestmark = pytest.mark.django_db
State = ImportBatch.State
ON_BATCH = ("mapping", "confirm", "undo", "drop")


def url(name: str, batch: ImportBatch) -> str:
    return reverse(f"members:import_{name}", args=[batch.pk])


@pytest.fixture
def batch(committee, cell, officer):
    """One newcomer, one row with errors."""
    wrong = {"Họ và tên": "Vàng Thị Sai", "Số định danh cá nhân": "", "Chi bộ": "Lạ"}
    return take_in(committee, officer, new(), new(**wrong))


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


# -- uploading ---------------------------------------------------------------------------------


def upload(client, **changes):
    asked = {"file": sheet(new()), "as_on": "13/03/2019", "cell": "", **changes}
    return client.post(reverse("members:import_upload"), asked)


def test_upload_makes_a_batch_and_asks_a_worker(as_officer, cell):
    answer = upload(as_officer)
    batch = ImportBatch.objects.get()
    assert answer.url == url("batch", batch)
    assert work(batch).counts["new"] == 1
    page = as_officer.get(answer.url).content.decode()
    assert "Vàng Thị Mới" in page
    assert url("confirm", batch) in page


def test_upload_of_a_committee_goes_to_the_cell_that_was_chosen(as_officer, other_cell):
    upload(as_officer, file=sheet(new(**{"Chi bộ": ""})), cell=other_cell.pk)
    assert work(ImportBatch.objects.get()).default_cell == other_cell


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"file": ""}, "file"),
        ({"file": sheet(new(), name="danh-sach.docx")}, "file"),
        ({"as_on": "31/02/2019"}, "as_on"),
        ({"as_on": "14/03/2019"}, "as_on"),
        ({"as_on": "01/01/2001"}, "as_on"),
    ],
)
def test_upload_tells_bad_input_beside_its_field(as_officer, cell, changes, field):
    answer = upload(as_officer, **changes)
    assert field in answer.context["form"].errors
    assert not ImportBatch.objects.exists()


def test_upload_offers_no_cell_of_another_committee(as_officer, cell, foreign_cell):
    assert "cell" in upload(as_officer, cell=foreign_cell.pk).context["form"].errors


@pytest.mark.parametrize("name", ["imports", "import_upload", "national_form"])
def test_readers_and_leaders_take_nothing_in(client, inspector, leader, name):
    for user in (inspector, leader):
        client.force_login(user)
        assert client.get(reverse(f"members:{name}")).status_code == 403


def test_list_names_files_and_what_became_of_them(as_officer, batch):
    page = as_officer.get(reverse("members:imports")).content.decode()
    assert "danh-sach.xlsx" in page
    assert "chờ xác nhận" in page


# -- one batch ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["batch", *ON_BATCH, "errors"])
def test_batch_is_404_elsewhere_and_403_to_readers(
    client, batch, stranger, inspector, leader, name
):
    for user, status in ((stranger, 404), (inspector, 403), (leader, 404)):
        client.force_login(user)
        assert client.get(url(name, batch)).status_code == status


@pytest.mark.parametrize("name", [*ON_BATCH, "again", "sheet", "sheets"])
def test_posting_to_a_batch_is_refused_elsewhere_and_to_readers(
    client, batch, stranger, inspector, name
):
    for user, status in ((stranger, 404), (inspector, 403)):
        client.force_login(user)
        assert client.post(url(name, batch)).status_code == status
    assert ImportBatch.objects.get().state == State.READY


@pytest.mark.parametrize("tab", ["new", "changed", "same", "error", "noted", "khác"])
def test_every_tab_opens(as_officer, batch, tab):
    assert as_officer.get(url("batch", batch), {"tab": tab, "page": "9" * 9}).status_code == 200


def test_errors_stand_with_row_column_and_sentence(as_officer, batch):
    page = as_officer.get(url("batch", batch), {"tab": "error"}).content.decode()
    assert "Vàng Thị Sai" in page
    assert "Không có chi bộ «Lạ»" in page
    assert '<span class="muted">Chi bộ:</span>' in page


def test_numbers_of_the_register_stay_masked(committee, cell, officer, as_officer):
    admit(cell, officer, name="Lò Văn An", card_no="380012349999", citizen_id="012085001234")
    row = {"Họ và tên": "Lò Văn An", "Ngày sinh": "12/03/1985"}
    changed = take_in(
        committee,
        officer,
        {**row, "Số định danh cá nhân": "012085001234", "Số thẻ đảng viên": "380012340000"},
    )
    page = as_officer.get(url("batch", changed)).content.decode()
    assert "380012349999" not in page
    assert "380012340000" in page  # what the officer's own file says
    page = as_officer.get(url("batch", confirm(changed, officer))).content.decode()
    assert "380012340000" not in page


def test_confirm_page_names_what_will_be_written(as_officer, batch):
    page = as_officer.get(url("confirm", batch)).content.decode()
    assert "1 người mới được ghi vào sổ, ở chi bộ từ ngày 13/03/2019." in page
    assert "1 dòng lỗi không ghi" in page
    assert not Member.objects.exists()


def test_confirming_writes(as_officer, batch):
    answer = as_officer.post(url("confirm", batch), {"version": batch.version})
    assert answer.url == url("batch", batch)
    batch.refresh_from_db()
    assert work(batch).state == State.APPLIED
    assert Member.objects.get().full_name == "Vàng Thị Mới"


def test_confirming_an_old_preview_is_told(as_officer, batch):
    answer = as_officer.post(url("confirm", batch), {"version": batch.version - 1})
    assert answer.status_code == 200
    assert "xem lại rồi xác nhận" in answer.content.decode()
    assert not Member.objects.exists()


def test_undoing_by_its_page(as_officer, batch, officer):
    confirm(batch, officer)
    batch.refresh_from_db()
    asked = {"version": batch.version, "reason": ""}
    assert "reason" in as_officer.post(url("undo", batch), asked).context["form"].errors
    as_officer.post(url("undo", batch), {**asked, "reason": "nhập nhầm tệp"})
    batch.refresh_from_db()
    assert work(batch).state == State.UNDONE
    page = as_officer.get(url("batch", batch)).content.decode()
    assert "Đã hoàn lại cả đợt." in page


def test_dropping_by_its_page(as_officer, batch):
    as_officer.post(url("drop", batch), {"version": batch.version})
    batch.refresh_from_db()
    assert batch.state == State.DROPPED
    answer = as_officer.get(url("mapping", batch), follow=True)
    assert "Đợt nhập này đã bỏ, không làm được việc ấy." in answer.content.decode()


def test_act_whose_time_is_not_now_leads_back_and_says_so(as_officer, batch, officer):
    answer = as_officer.get(url("undo", batch), follow=True)
    assert answer.redirect_chain == [(url("batch", batch), 302)]
    assert "Đợt nhập này chờ xác nhận, không làm được việc ấy." in answer.content.decode()
    confirm(batch, officer)
    for name in ("mapping", "confirm", "drop"):
        page = as_officer.get(url(name, batch), follow=True).content.decode()
        assert "Đợt nhập này đã ghi vào sổ, không làm được việc ấy." in page


def test_file_with_nothing_for_the_register_is_not_confirmed(as_officer, committee, cell, officer):
    batch = take_in(committee, officer, new(**{"Chi bộ": "Lạ"}))
    page = as_officer.get(url("confirm", batch), follow=True).content.decode()
    assert "Không có dòng nào mới hay thay đổi để ghi." in page


def test_confirmation_names_the_meetings_people_dated_back_do_not_come_into(
    as_officer, committee, cell, other_cell, officer
):
    for place, day in ((cell, "20/02/2019"), (cell, "20/01/2019"), (other_cell, "21/02/2019")):
        meeting = factories.MeetingFactory(cell=place, meets_on=parse_day(day))
        factories.MinutesFactory(meeting=meeting, state="submitted")
    batch = take_in(committee, officer, new(), as_on=parse_day("01/02/2019"))
    page = as_officer.get(url("confirm", batch)).content.decode()
    assert "danh sách giữ nguyên: Chi bộ An ninh ngày 20/02/2019." in page


def test_file_that_was_lost_is_told(as_officer, batch, officer):
    Path(batch.file.path).unlink()
    answer = as_officer.get(url("errors", batch), follow=True)
    assert "Tệp đã tải lên không còn trong thư mục dữ liệu" in answer.content.decode()
    as_officer.post(url("again", batch))
    batch.refresh_from_db()
    assert work(batch).state == State.REFUSED


def test_file_that_was_lost_can_be_written_as_it_was_shown(as_officer, batch, officer):
    Path(batch.file.path).unlink()
    assert confirm(batch, officer).state == State.APPLIED
    assert as_officer.get(url("errors", batch)).status_code == 404


def test_reading_that_was_stopped_is_called_so(as_officer, cell):
    upload(as_officer)
    batch = ImportBatch.objects.get()
    jobs.cancel(batch.job, by=batch.uploaded_by)
    for page in (url("batch", batch), reverse("members:imports")):
        assert "chưa đọc xong" in as_officer.get(page).content.decode().casefold()


def test_page_tells_what_was_answered_though_it_was_for_an_earlier_file(
    as_officer, committee, cell, officer
):
    row = {**new(), "Ngày vào Đảng": "20/01/2015"}
    del row["Ngày quyết định kết nạp"]
    heads = list(row)
    take_in(
        committee, officer, file=sheet(row, heads=heads), answers={"admitted_on": "decision_on"}
    )
    later = take_in(committee, officer, file=sheet(row, heads=heads))
    page = as_officer.get(url("batch", later)).content.decode()
    assert "<dd>ngày ghi trên quyết định kết nạp</dd>" in page


def test_numbers_in_sentences_are_masked_once_the_file_is_gone(
    as_officer, committee, cell, officer
):
    admit(cell, officer, name="Lò Văn An", citizen_id="012085001234")
    theirs = {"Họ và tên": "Vàng Thị Sai", "Số định danh cá nhân": "012085001234"}
    batch = take_in(committee, officer, new(), new(**theirs))
    page = url("batch", batch) + "?tab=error"
    assert "Số 012085001234 trong sổ là của" in as_officer.get(page).content.decode()
    confirm(batch, officer)
    told = as_officer.get(page).content.decode()
    assert "012085001234" not in told
    assert "1234 trong sổ là của" in told


def test_list_without_a_row_says_so(as_officer, committee, cell, officer):
    page = as_officer.get(url("batch", take_in(committee, officer))).content.decode()
    assert "Dưới hàng tiêu đề không có dòng nào là người." in page


def test_preview_shows_everything_that_is_written_of_somebody_new(
    as_officer, committee, other_cell, officer
):
    row = {"Chi bộ": "", "Quê quán": "Mường Thử", "Tôn giáo": "Phật giáo", "Ngoại ngữ": "Anh B"}
    batch = take_in(committee, officer, new(**row), cell=other_cell)
    page = as_officer.get(url("batch", batch)).content.decode()
    for told in (str(other_cell), "Mường Thử", "Phật giáo", "Anh B", "Mông"):
        assert told in page


def test_bad_rows_are_fetched_after_writing_too(as_officer, batch, officer):
    confirm(batch, officer)
    assert url("errors", batch) in as_officer.get(url("batch", batch)).content.decode()
    assert as_officer.get(url("errors", batch)).status_code == 200


def test_cell_the_file_calls_by_another_name_is_told_on_the_mapping_page(
    as_officer, batch, cell, officer
):
    for name in ("batch", "mapping"):
        assert "«Lạ» là chi bộ nào?" in as_officer.get(url(name, batch)).content.decode()
    said = {f"column_{at}": key for at, key in batch.mapping.items()}
    as_officer.post(url("mapping", batch), {**said, "answer_cell:la": cell.pk})
    batch.refresh_from_db()
    assert work(batch).counts["new"] == 2
    assert "Tệp còn để ngỏ:" not in as_officer.get(url("batch", batch)).content.decode()


def test_mapping_shows_columns_with_values_and_takes_a_correction(as_officer, batch):
    page = as_officer.get(url("mapping", batch)).content.decode()
    assert "Vàng Thị Mới" in page
    asked = {f"column_{index}": key for index, key in batch.mapping.items()}
    ethnicity = next(name for name, key in asked.items() if key == "ethnicity")
    as_officer.post(url("mapping", batch), {**asked, ethnicity: ""})
    batch.refresh_from_db()
    assert "ethnicity" not in work(batch).mapping.values()
    assert batch.counts["error"] == 2


def test_mapping_without_a_name_is_told(as_officer, batch):
    answer = as_officer.post(url("mapping", batch), {})
    assert "Phải có một cột là họ và tên" in answer.content.decode()


def test_question_is_shown_and_has_to_be_answered(as_officer, committee, cell, officer):
    rows = new(**{"Ngày vào Đảng": "20/01/2015"})
    heads = [h for h in rows if h not in ("Ngày quyết định kết nạp", "Ngày làm lễ kết nạp")]
    batch = take_in(committee, officer, file=sheet(rows, heads=heads))
    assert "Tệp còn để ngỏ" in as_officer.get(url("batch", batch)).content.decode()
    asked = {f"column_{index}": key for index, key in batch.mapping.items()}
    answer = as_officer.post(url("mapping", batch), asked)
    assert "answer_admitted_on" in answer.context["form"].errors
    as_officer.post(url("mapping", batch), {**asked, "answer_admitted_on": "decision_on"})
    batch.refresh_from_db()
    assert work(batch).counts["new"] == 1


def test_comparing_again_sees_the_register_of_now(as_officer, batch, cell, officer):
    assert as_officer.get(url("again", batch)).status_code == 405
    admit(cell, officer, name="Vàng Thị Mới", citizen_id="012190000001")
    as_officer.post(url("again", batch))
    batch.refresh_from_db()
    assert "new" not in work(batch).counts


def test_work_of_a_batch_is_seen_with_it(client, committee, cell, officer, stranger, leader):
    batch = batches.upload_batch(
        committee=committee,
        file=sheet(new()),
        as_on=TODAY,
        recorded_on=TODAY,
        by=officer,
        default_cell=None,
    )
    page = reverse("jobs:detail", args=[batch.job_id])
    for user, status in ((officer, 200), (stranger, 404), (leader, 404)):
        client.force_login(user)
        assert client.get(page).status_code == status


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_of_a_batch_cost_the_same_statements(
    as_officer, committee, cell, officer, rows, django_assert_num_queries
):
    people = [
        {**new(), "Họ và tên": name, "Số định danh cá nhân": f"01219000000{at}"}
        for at, name in enumerate(["Vàng A Một", "Vàng A Hai", "Vàng A Ba"][:rows])
    ]
    batch = take_in(committee, officer, *people)
    as_officer.get(url("batch", batch))
    with django_assert_num_queries(8):
        as_officer.get(url("batch", batch))


def test_links_lead_to_importing_for_officers_only(client, officer, inspector, cell):
    factories.place(cell)
    for user, is_shown in ((officer, True), (inspector, False)):
        client.force_login(user)
        page = client.get(reverse("members:list")).content.decode()
        assert (reverse("members:imports") in page) is is_shown
        assert (reverse("members:national_form") in page) is is_shown


def test_download_of_bad_rows_is_in_the_journal(as_officer, batch):
    answer = as_officer.get(url("errors", batch))
    assert answer.status_code == 200
    assert AuditEntry.objects.filter(action="members.import_errors").count() == 1


def test_another_sheet_of_the_workbook_is_read(as_officer, committee, cell, officer):
    second = new(**{"Họ và tên": "Vàng Thị Hai"})
    batch = take_in(committee, officer, file=workbook(AnNinh=new(), DieuTra=second))
    assert sorted(batch.sheets) == ["AnNinh", "DieuTra"]
    assert "Tệp có 2 trang" in as_officer.get(url("batch", batch)).content.decode()
    other = next(name for name in batch.sheets if name != batch.sheet)
    as_officer.post(url("sheet", batch), {"sheet": "không có"})
    as_officer.post(url("sheet", batch), {"sheet": other})
    first = batch.rows.get().name
    batch.refresh_from_db()
    assert work(batch).sheet == other
    assert batch.rows.get().name != first


def test_every_other_sheet_becomes_a_batch_of_its_own(as_officer, committee, cell, officer):
    people = [
        new(**{"Họ và tên": f"Vàng Thị {name}", "Số định danh cá nhân": ""})
        for name in ("A", "B", "C")
    ]
    batch = take_in(
        committee, officer, cell=cell, file=workbook(Mot=people[0], Hai=people[1], Ba=people[2])
    )
    answer = as_officer.post(url("sheets", batch), follow=True)
    page = answer.content.decode()
    assert "Đã mở đợt nhập riêng cho các trang:" in page
    assert page.count(">Hai<") == 1
    others = ImportBatch.objects.exclude(pk=batch.pk)
    assert {one.sheet for one in ImportBatch.objects.all()} == {"Mot", "Hai", "Ba"}
    for one in others:
        assert (work(one).counts["new"], one.default_cell) == (1, None)
        confirm(one, officer)
    confirm(batch, officer)
    assert Member.objects.count() == 3


def test_other_sheets_are_opened_once(as_officer, committee, cell, officer):
    batch = take_in(committee, officer, file=workbook(Mot=new(), Hai=new()))
    for _press in range(2):
        answer = as_officer.post(url("sheets", batch), follow=True)
    assert "Mỗi trang của tệp đã có đợt nhập riêng." in answer.content.decode()
    assert ImportBatch.objects.count() == 2


def test_lists_of_other_sheets_are_named_before_and_after_writing(
    as_officer, committee, cell, officer
):
    batch = take_in(committee, officer, file=workbook(AnNinh=new(), DieuTra=new()))
    [other] = {"AnNinh", "DieuTra"} - {batch.sheet}
    told = f"mỗi trang khác là một đợt riêng: {other}."
    assert told in as_officer.get(url("confirm", batch)).content.decode()
    confirm(batch, officer)
    assert told in as_officer.get(url("batch", batch)).content.decode()


def test_nothing_to_write_is_said(as_officer, committee, cell, officer):
    admit(cell, officer, name="Lò Văn An")
    batch = take_in(committee, officer, {"Họ và tên": "Lò Văn An", "Ngày sinh": "12/03/1985"})
    page = as_officer.get(url("batch", batch)).content.decode()
    assert "Không có gì để ghi." in page
    assert url("confirm", batch) not in page


def test_row_that_differs_is_not_called_as_in_the_register(
    as_officer, committee, cell, other_cell, officer
):
    """Another cell, another state: nothing is written of it, and it is no row like the register's."""
    admit(cell, officer, name="Lò Văn An")
    admit(cell, officer, name="Lò Văn Bình")
    row = {"Họ và tên": "Lò Văn An", "Ngày sinh": "12/03/1985", "Chi bộ": "Chi bộ An ninh"}
    moved = {**row, "Họ và tên": "Lò Văn Bình", "Chi bộ": "Chi bộ Điều tra"}
    batch = take_in(committee, officer, row, moved)
    assert batch.counts == {"same": 1, "differing": 1, "noted": 1, "all": 2}
    page = as_officer.get(url("batch", batch)).content.decode()
    told = "0 thay đổi, 1 như trong sổ, 1 khác sổ cần xem, không có lỗi."
    assert told in page
    assert "Mọi dòng đều như trong sổ." not in page
    assert [row.name for row in showing.rows_of(batch, "same")] == ["Lò Văn An"]
    assert [row.name for row in showing.rows_of(batch, "noted")] == ["Lò Văn Bình"]


def test_lead_groups_the_thousands():
    batch = ImportBatch(counts={"all": 5000, "new": 4999, "changed": 0, "same": 0, "error": 1})
    assert showing.lead_of(batch) == (
        "5.000 dòng: 4.999 người mới, 0 thay đổi, 0 như trong sổ, 1 lỗi."
    )
