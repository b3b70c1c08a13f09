"""A file against the register: who a row means, what is new, changed, the same, in doubt."""

import datetime as dt

import pytest

from members.importing import batches
from members.importing.known import read_known
from members.models import ImportBatch, Member
from partyunit.dates import PartialDate
from tests import factories
from tests.members.imports.sheets import new, sheet, take_in, told, work
from tests.members.people import TODAY, admit

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(cell, officer):
    """Somebody on record, with a number of each kind."""
    return admit(cell, officer, name="Lò Văn An", citizen_id="012085001234", card_no="38001234")


def row_of(**values: str) -> dict:
    """What a file says of the known member, nothing but the name and the birthday unless told."""
    return {"Họ và tên": "Lò Văn An", "Ngày sinh": "12/03/1985", **values}


def test_person_not_on_record_is_new(committee, cell, officer):
    batch = take_in(committee, officer, new())
    assert batch.counts == {"new": 1, "noted": 0, "all": 1}
    assert not Member.objects.exists()


def test_row_that_says_nothing_new_is_the_same(committee, officer, known):
    batch = take_in(committee, officer, row_of())
    assert batch.counts == {"same": 1, "noted": 0, "all": 1}


@pytest.mark.parametrize(
    "numbers",
    [
        {"Số định danh cá nhân": "012085001234"},
        {"Số thẻ theo QĐ 85": "38001234"},
        {"Số thẻ đảng viên": "38001234"},
    ],
)
def test_number_finds_the_member_though_the_name_was_corrected(committee, officer, known, numbers):
    batch = take_in(committee, officer, row_of(**{"Họ và tên": "Lò Văn Ân", **numbers}))
    [change] = batch.rows.get(outcome="changed").changes
    assert (change["field"], change["old"], change["new"]) == (
        "full_name",
        "Lò Văn An",
        "Lò Văn Ân",
    )


def test_other_name_at_a_known_number_must_be_looked_at(committee, officer, known):
    numbers = {"Số định danh cá nhân": "012085001234"}
    batch = take_in(committee, officer, row_of(**{"Họ và tên": "Vàng Thị Mỷ", **numbers}))
    assert batch.counts == {"changed": 1, "noted": 1, "all": 1}
    assert any("ghi nhầm số" in sentence for sentence in told(batch))


def test_name_on_record_without_a_birthday_asks_for_it(committee, officer, known):
    batch = take_in(committee, officer, row_of(**{"Ngày sinh": ""}))
    assert told(batch, outcome="error") == [
        "Trong sổ có Lò Văn An, sinh 12/03/1985; hãy ghi ngày sinh hoặc số định danh để biết là ai."
    ]


def test_name_without_accents_and_year_of_birth_find_the_member(committee, officer, known):
    batch = take_in(
        committee, officer, {"Họ và tên": "LÒ VĂN AN", "Ngày sinh": "1985", "Dân tộc": "Thái"}
    )
    assert batch.rows.get().outcome == "same"
    assert batch.rows.get().member == known


def test_numbers_of_two_people_are_an_error(committee, cell, officer, known):
    admit(cell, officer, name="Lò Văn Bình", card_no="38009999")
    batch = take_in(
        committee,
        officer,
        row_of(**{"Số định danh cá nhân": "012085001234", "Số thẻ đảng viên": "38009999"}),
    )
    assert batch.counts["error"] == 1
    assert any("nhiều đồng chí" in sentence for sentence in told(batch))


def test_number_of_somebody_else_is_an_error(committee, officer, known):
    batch = take_in(committee, officer, new(**{"Số định danh cá nhân": "012085001234"}))
    assert batch.counts["error"] == 1
    assert any("của đồng chí Lò Văn An" in sentence for sentence in told(batch))


def test_namesake_with_another_number_is_an_error(committee, officer, known):
    batch = take_in(committee, officer, row_of(**{"Số định danh cá nhân": "012085009999"}))
    assert batch.counts["error"] == 1
    assert any("Trùng họ tên, ngày sinh" in sentence for sentence in told(batch))


@pytest.mark.parametrize(
    ("numbers", "changes"),
    [
        ({"Số thẻ đảng viên": "38001234"}, {}),
        ({"Số thẻ theo QĐ 85": "38001234"}, {}),
        (
            {"Số thẻ đảng viên": "012085001234"},
            {"card_no": "012085001234", "card_no_old": "38001234"},
        ),
        (
            {"Số thẻ đảng viên": "012085001234", "Số thẻ theo QĐ 85": "38001234"},
            {"card_no": "012085001234", "card_no_old": "38001234"},
        ),
    ],
)
def test_new_card_number_keeps_the_old_one(committee, officer, known, numbers, changes):
    citizen = {"Số định danh cá nhân": "012085001234"}
    row = take_in(committee, officer, row_of(**citizen, **numbers)).rows.get()
    assert {change["field"]: change["new"] for change in row.changes} == changes


def test_short_number_in_the_column_of_the_new_one_is_the_old_one(committee, cell, officer):
    admit(cell, officer, name="Lò Văn An", citizen_id="012085001234")
    row = take_in(committee, officer, row_of(**{"Số định danh cá nhân": "045123456"})).rows.get()
    assert [(one["field"], one["new"]) for one in row.changes] == [("old_citizen_id", "045123456")]


def test_old_card_filled_with_zeros_is_told_in_the_column_of_the_new_one(committee, cell, officer):
    citizen = {"Số định danh cá nhân": "012085001234"}
    admit(cell, officer, name="Lò Văn An", citizen_id="012085001234", card_no="012085001234")
    batch = take_in(committee, officer, row_of(**citizen, **{"Số thẻ đảng viên": "800123"}))
    assert [one["new"] for one in batch.rows.get().changes] == ["00800123"]
    assert told(batch) == ["“800123” thiếu số 0 ở đầu, được hiểu là 00800123."]


def test_two_namesakes_ask_for_a_number(committee, cell, officer, known):
    admit(cell, officer, name="Lò Văn An")
    batch = take_in(committee, officer, row_of())
    assert any("2 đồng chí tên này" in sentence for sentence in told(batch))


def test_two_rows_of_one_person_are_errors_that_name_each_other(committee, officer, known):
    batch = take_in(
        committee, officer, row_of(), row_of(**{"Số định danh cá nhân": "012085001234"})
    )
    assert batch.counts["error"] == 2
    assert {"Trùng người với dòng 3.", "Trùng người với dòng 2."} <= set(told(batch))


def test_two_new_rows_with_one_number_are_errors(committee, cell, officer):
    batch = take_in(committee, officer, new(), new(**{"Họ và tên": "Vàng Thị Hai"}))
    assert batch.counts["error"] == 2


def test_number_of_a_member_elsewhere_is_an_error(committee, cell, officer, foreign_cell):
    factories.place(foreign_cell, citizen_id="012190000001")
    batch = take_in(committee, officer, new())
    assert any("ngoài đảng bộ" in sentence for sentence in told(batch))
    assert not batch.rows.filter(member__isnull=False).exists()


def test_blank_cell_leaves_the_register_alone(committee, officer, known):
    Member.objects.filter(pk=known.pk).update(residence="Thị trấn")
    batch = take_in(committee, officer, row_of(**{"Nơi ở hiện nay": ""}))
    assert batch.rows.get().changes == []


def test_day_less_exact_than_on_record_is_the_same_more_exact_a_change(committee, cell, officer):
    admit(cell, officer, name="Lò Văn Năm", born_on=PartialDate(1985))
    batch = take_in(committee, officer, {"Họ và tên": "Lò Văn Năm", "Ngày sinh": "12/03/1985"})
    [change] = batch.rows.get().changes
    assert (change["field"], change["old"], change["new"]) == ("born_on", "1985", "12/03/1985")


def test_all_errors_of_all_rows_are_told_at_once(committee, cell, officer):
    batch = take_in(
        committee,
        officer,
        new(**{"Ngày sinh": "31/02/1990", "Chi bộ": "Chi bộ Lạ", "Giới tính": ""}),
        new(**{"Số định danh cá nhân": "", "Ngày chính thức": "03/02/2017"}),
    )
    assert batch.counts["error"] == 2
    sentences = told(batch)
    for part in ("Chi bộ Lạ", "phải có giới tính", "31/02/1990", "không phải ngày này"):
        assert any(part in sentence for sentence in sentences), part


def test_unreadable_cell_is_told_once(committee, cell, officer):
    batch = take_in(committee, officer, new(**{"Ngày sinh": "31/02/1990"}))
    assert not any("phải có ngày sinh" in sentence for sentence in told(batch))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"Ngày làm lễ kết nạp": "", "Ngày chính thức": ""}, "phải có ngày làm lễ kết nạp"),
        (
            {"Ngày quyết định kết nạp": "", "Ngày làm lễ kết nạp": "", "Ngày chính thức": ""},
            "phải có ngày vào Đảng",
        ),
        ({"Ngày chính thức": ""}, "mà không có ngày chính thức"),
        ({"Ngày quyết định kết nạp": "05/02/2015"}, "sau ngày làm lễ"),
        ({"Ngày sinh": "12/03/2000"}, "chưa đủ 18 tuổi"),
        ({"Trạng thái hoạt động": "Từ trần"}, "không còn sinh hoạt"),
    ],
)
def test_newcomer_whose_days_contradict_is_an_error(committee, cell, officer, changes, sentence):
    batch = take_in(committee, officer, new(**changes))
    assert batch.counts["error"] == 1
    assert any(sentence in one for one in told(batch)), told(batch)


def test_ceremony_follows_from_the_official_day(committee, cell, officer):
    batch = take_in(committee, officer, new(**{"Ngày làm lễ kết nạp": ""}))
    assert batch.rows.get().outcome == "new"
    assert "Ngày làm lễ kết nạp tính từ ngày chính thức: 03/02/2015." in told(batch)


def test_another_cell_is_noted_with_its_act_never_moved(committee, other_cell, officer, known):
    batch = take_in(committee, officer, row_of(**{"Chi bộ": "Chi bộ Điều tra"}))
    row = batch.rows.get()
    assert row.outcome == "same"
    assert row.notes[0]["act"] == "transfer"
    assert row.has_notes


def test_cell_is_found_by_code_and_by_a_former_name(committee, cell, officer, known):
    factories.OrganisationNameFactory(
        committee=None, cell=cell, name="Chi bộ Bảo vệ chính trị", short_name="Bảo vệ chính trị"
    )
    for text in ("AN", "CB. bảo vệ chính trị", "Đảng bộ Công an huyện - Chi bộ An ninh"):
        batch = take_in(committee, officer, row_of(**{"Chi bộ": text}))
        assert told(batch) == [], text


@pytest.mark.parametrize(
    ("head", "text", "act"),
    [
        ("Trạng thái hoạt động", "Từ trần", "end_membership"),
        ("Trạng thái hoạt động", "Chuyển đi", "transfer_out"),
        ("Chức vụ Đảng", "BT", "assign_position"),
        ("Cấp bậc hàm", "Đại úy", "promote"),
    ],
)
def test_what_is_an_act_of_its_own_is_noted(committee, officer, known, head, text, act):
    row = take_in(committee, officer, row_of(**{head: text})).rows.get()
    assert (row.outcome, [note["act"] for note in row.notes]) == ("same", [act])


def test_proposed_deletion_names_the_person(committee, cell, officer, known):
    head = "Đề nghị xóa (do đảng viên không thuộc chi bộ) (Có/Không)"
    admit(cell, officer, name="Lò Văn Bình")
    rows = (
        row_of(**{head: "Có"}),
        row_of(**{"Họ và tên": "Lò Văn Bình", head: "Không"}),
        new(**{head: "Có"}),
    )
    batch = take_in(committee, officer, *rows)
    assert told(batch, number__in=(2, 3)) == [
        "Tệp đề nghị xóa đồng chí Lò Văn An; nhập tệp không xóa ai khỏi sổ."
    ]
    assert batch.rows.get(number=4).outcome == "error"
    assert told(batch, number=4) == ["Không có trong sổ, mà tệp đề nghị xóa đồng chí này."]


def test_rank_of_the_register_is_the_same(committee, officer, known):
    factories.RankFactory(member=known, grade=33, from_on=dt.date(2018, 1, 1))
    row = take_in(committee, officer, row_of(**{"Cấp bậc hàm": "Đại úy"})).rows.get()
    assert (row.outcome, row.notes) == ("same", [])


def test_birthday_that_makes_the_admission_too_early_is_an_error(committee, officer, known):
    row = row_of(**{"Số thẻ đảng viên": "38001234", "Ngày sinh": "12/03/1998"})
    batch = take_in(committee, officer, row)
    assert any("chưa đủ 18 tuổi" in sentence for sentence in told(batch))


def test_official_day_of_one_on_probation_is_noted(committee, cell, officer):
    admit(cell, officer, name="Lò Văn Dự", on="03/02/2018", official=False)
    row = take_in(
        committee,
        officer,
        {"Họ và tên": "Lò Văn Dự", "Ngày sinh": "12/03/1985", "Ngày chính thức": "03/02/2019"},
    ).rows.get()
    assert [note["act"] for note in row.notes] == ["recognise"]


def test_exempted_member_is_exempted_in_both(committee, officer, known):
    row = row_of(**{"Trạng thái hoạt động": "Miễn sinh hoạt"})
    assert any("miễn sinh hoạt" in text for text in told(take_in(committee, officer, row)))
    factories.ExemptionFactory(member=known, from_on=dt.date(2018, 1, 1))
    assert told(take_in(committee, officer, row)) == []


def test_step_of_education_above_the_record_is_added_below_is_no_news(committee, officer, known):
    factories.QualificationFactory(member=known, level=40)
    for text, outcome in (("Thạc sĩ", "changed"), ("Cao đẳng", "same"), ("Đại học", "same")):
        batch = take_in(committee, officer, row_of(**{"Trình độ chuyên môn": text}))
        assert batch.rows.get().outcome == outcome, text


@pytest.mark.parametrize(
    ("stored", "told_in_file", "outcome"),
    [
        ("tỉnh Nam Định", "Nam Định", "same"),
        ("Nam Định", "tỉnh Nam Định", "changed"),
        ("Thị trấn Tân Uyên", "Tân Uyên", "same"),
        ("Tân Uyên", "Tân U", "changed"),
        ("", "Tân Uyên", "changed"),
    ],
)
def test_place_told_less_exactly_loses_nothing(
    committee, officer, known, stored, told_in_file, outcome
):
    Member.objects.filter(pk=known.pk).update(home_place=stored)
    row = take_in(committee, officer, row_of(**{"Quê quán": told_in_file})).rows.get()
    assert row.outcome == outcome


def test_language_told_in_short_is_no_news(committee, officer, known):
    factories.QualificationFactory(
        member=known, scale="language", level=None, detail="Tiếng Anh, B"
    )
    for text, outcome in (("Anh B", "same"), ("Tiếng Lào", "changed")):
        batch = take_in(committee, officer, row_of(**{"Ngoại ngữ": text}))
        assert batch.rows.get().outcome == outcome, text


def test_unknown_columns_are_kept_but_none_of_family_and_health(committee, cell, officer):
    batch = take_in(
        committee,
        officer,
        new(
            **{
                "Điện thoại": "0912 345",
                "Hoàn cảnh gia đình": "khó khăn",
                "Chính sách có công (TB, LS)": "thương binh 4/4",
            }
        ),
    )
    kept = {column["text"]: column["is_kept"] for column in batch.unknown}
    assert list(kept.values()) == [True, False, False]
    assert not {"khó khăn", "thương binh 4/4"} & {*batch.rows.get().extra.values()}
    assert not any("thương binh" in str(head["samples"]) for head in batch.heads)
    assert batch.rows.get().extra["Điện thoại"] == "0912 345"


def test_ambiguous_column_is_asked_once_for_a_layout(committee, cell, officer):
    rows = new(**{"Ngày vào Đảng": "20/01/2015"})
    heads = [h for h in rows if h not in ("Ngày quyết định kết nạp", "Ngày làm lễ kết nạp")]
    batch = take_in(committee, officer, file=sheet(rows, heads=heads))
    assert batch.state == ImportBatch.State.ASKING
    assert [question["key"] for question in batch.questions] == ["admitted_on"]
    assert not batch.rows.exists()
    answers = {"admitted_on": "decision_on"}
    batch = take_in(committee, officer, file=sheet(rows, heads=heads), answers=answers)
    assert batch.rows.get().values["decision_on"] == "20/01/2015"
    again = take_in(committee, officer, file=sheet(rows, heads=heads))
    assert again.state == ImportBatch.State.READY


def test_meaning_of_ct_is_asked_only_where_somebody_wants_to_say_it(committee, cell, officer):
    """A head that allows CT does not hold a file up that has none."""
    head = "Đang quản lý (ĐSH, MSH, CT)"
    batch = take_in(committee, officer, new(**{head: "ĐSH"}))
    assert batch.state == ImportBatch.State.READY
    assert [question["key"] for question in batch.questions] == ["status:ct"]
    batch = take_in(committee, officer, new(**{head: "CT"}))
    assert batch.counts["error"] == 1
    batch = take_in(committee, officer, new(**{head: "CT"}), answers={"status:ct": "active"})
    assert batch.counts["new"] == 1


def test_corrected_mapping_is_remembered_for_the_layout(committee, cell, officer):
    rows = new(**{"Ghi chú": "Thái"})
    batch = take_in(committee, officer, rows)
    heads = {head["text"]: str(head["index"]) for head in batch.heads}
    batch.mapping = {**batch.mapping, heads["Dân tộc"]: "", heads["Ghi chú"]: "ethnicity"}
    batch = work(
        batches.understand_batch(
            batch=batch, mapping=batch.mapping, answers={}, on=TODAY, by=officer
        )
    )
    assert batch.rows.get().values["ethnicity"] == "Thái"
    assert take_in(committee, officer, rows).rows.get().values["ethnicity"] == "Thái"


def test_rows_of_one_cell_take_the_cell_chosen_for_them(committee, other_cell, officer):
    batch = take_in(committee, officer, new(**{"Chi bộ": ""}), cell=other_cell)
    assert batch.rows.get().outcome == "new"


def test_reading_costs_the_same_statements_for_one_row_and_for_many(
    committee, cell, officer, django_assert_num_queries
):
    for count in (1, 12):
        while Member.objects.count() < count:
            factories.place(cell)
        with django_assert_num_queries(11):
            read_known(committee, as_on=TODAY, recorded_on=TODAY, answers={})


# -- what a list calls cells and people --------------------------------------------------------


@pytest.mark.parametrize("text", ["Chi bộ QLHC", "qlhc", "CB QL-HC"])
def test_initials_name_the_cell(committee, officer, text):
    factories.CellFactory(committee=committee, name="Quản lý hành chính")
    factories.CellFactory(committee=committee, name="Thi hành án")
    batch = take_in(committee, officer, new(**{"Chi bộ": text}))
    assert batch.rows.get().values["cell"] == "Quản lý hành chính", told(batch)


def test_initials_of_two_cells_name_neither(committee, officer):
    for name in ("Tổng hợp", "Tin học"):
        factories.CellFactory(committee=committee, name=name)
    batch = take_in(committee, officer, new(**{"Chi bộ": "TH"}))
    assert [question["text"] for question in batch.questions] == ["«TH» là chi bộ nào?"]
    assert batch.counts["error"] == 1


def test_cell_told_once_is_remembered_for_the_layout(committee, cell, officer):
    rows = [new(**{"Chi bộ": text}) for text in ("Nhóm Một", "Nhóm Hai")]
    said = {"cell:nhom mot": str(cell.pk)}
    assert take_in(committee, officer, rows[0], answers=said).rows.get().outcome == "new"
    take_in(committee, officer, rows[1], answers={"cell:nhom hai": ""})
    batch = take_in(committee, officer, rows[0])
    assert batch.rows.get().outcome == "new"
    assert [question["key"] for question in batch.questions] == ["cell:nhom mot"]


@pytest.mark.parametrize("numbers", [{}, {"Số định danh cá nhân": "012085001234"}])
def test_name_that_begins_like_a_salutation_stays(committee, cell, officer, numbers):
    admit(cell, officer, name="Ông Ích Khiêm", citizen_id="012085001234")
    batch = take_in(committee, officer, row_of(**{"Họ và tên": "Ông Ích Khiêm", **numbers}))
    assert (batch.counts, told(batch)) == ({"same": 1, "noted": 0, "all": 1}, [])


def test_old_number_of_two_people_does_not_hide_whose_the_other_number_is(committee, cell, officer):
    rows = []
    for name, number in (("Lò Văn An", "012085000001"), ("Lò Văn Bình", "012085000002")):
        admit(cell, officer, name=name, citizen_id=number, old_citizen_id="045123456")
        numbers = {"Số định danh cá nhân": number, "Số CMND cũ": "045123456"}
        rows.append(row_of(**{"Họ và tên": name, **numbers}))
    batch = take_in(committee, officer, *rows)
    assert batch.counts == {"same": 2, "noted": 0, "all": 2}, told(batch)


def test_decision_of_a_leap_day_is_not_after_its_ceremony(committee, cell, officer):
    days = {
        "Ngày quyết định kết nạp": "29/02/2016",
        "Ngày làm lễ kết nạp": "",
        "Ngày chính thức": "28/02/2017",
    }
    batch = take_in(committee, officer, new(**days))
    assert batch.counts["new"] == 1, told(batch)
    assert any("29/02/2016" in sentence for sentence in told(batch))
