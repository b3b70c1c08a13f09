"""One secondment: its page, monthly reports, the host's remark, the end, corrections and voiding."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.models import AuditEntry
from members import services
from members.models import SecondmentReport
from members.secondments import month_table, months_of
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(rows):
    """Since 01/04/2016, of `cell`, in a village cell."""
    return rows["tang-cuong"]


def report(row, officer, month="01/02/2019", **what):
    told = {"handed_in_on": day("28/02/2019"), "meetings_attended": 1, "work": "Dự sinh hoạt."}
    return services.report_month(
        secondment=row, month=day(month), recorded_on=TODAY, by=officer, **{**told, **what}
    )


def page(name, row, **query):
    return reverse(f"members:{name}", args=[row.pk], query=query or None)


TYPED = {
    "month": "2019-02-01",
    "handed_in_on": "28/02/2019",
    "meetings_attended": "2",
    "work": "Cùng chi bộ chuẩn bị nội dung sinh hoạt.",
}


# -- the page -------------------------------------------------------------------------------


def test_page_tells_every_month(client, officer, row):
    report(row, officer)
    client.force_login(officer)
    answer = client.get(page("secondment", row))
    table = answer.context["table"]
    assert (table.reported, len(table.lines), table.meetings) == (1, 36, 1)
    # on 13/03 the report of March is due on 05/04; that of January was due on 05/02
    late = {line.month: line.is_late for line in table.shown}
    assert not late[day("01/03/2019")]
    assert late[day("01/01/2019")]
    assert len(table.shown) == 13  # the report, and twelve months without one
    assert "Và 23 tháng trước đó chưa có báo cáo." in answer.text


def test_page_as_on_an_earlier_day_knows_nothing_of_later_months(client, officer, row):
    client.force_login(officer)
    table = client.get(page("secondment", row, on="15/05/2016")).context["table"]
    assert [line.month for line in table.lines] == [day("01/05/2016"), day("01/04/2016")]


def test_page_out_of_scope_is_404(client, stranger, row):
    client.force_login(stranger)
    assert client.get(page("secondment", row)).status_code == 404


def test_reader_sees_the_page_without_acts(client, inspector, row):
    client.force_login(inspector)
    answer = client.get(page("secondment", row))
    assert answer.status_code == 200
    assert answer.context["links"] == []
    assert "Ghi báo cáo" not in answer.text


def test_leader_sees_the_own_members_only(client, leader, row, other_cell, officer):
    client.force_login(leader)
    assert client.get(page("secondment", row)).status_code == 200
    services.transfer_member(
        member=row.member, to_cell=other_cell, on=day("01/03/2019"), recorded_on=TODAY, by=officer
    )
    assert client.get(page("secondment", row)).status_code == 404


def test_months_end_with_the_secondment(row, officer):
    services.end_secondment(
        secondment=row, on=day("01/07/2016"), reason="hết thời hạn", result="Tốt", by=officer
    )
    assert months_of(row, TODAY) == [day("01/06/2016"), day("01/05/2016"), day("01/04/2016")]
    assert row.result == "Tốt"


# -- the monthly report ---------------------------------------------------------------------


def test_report_is_recorded(client, officer, row):
    client.force_login(officer)
    answer = client.post(page("report_month", row), TYPED)
    assert answer.url == page("secondment", row)
    stored = SecondmentReport.objects.get()
    assert (stored.month, stored.meetings_attended) == (day("01/02/2019"), 2)
    assert AuditEntry.objects.filter(action="members.report_month").count() == 1


def test_report_form_offers_the_months_without_one(client, officer, row):
    report(row, officer)
    client.force_login(officer)
    form = client.get(page("report_month", row, month="2018-12-01")).context["form"]
    months = [key for key, _name in form.fields["month"].choices]
    assert months[:2] == ["2019-03-01", "2019-01-01"]
    assert form["month"].value() == "2018-12-01"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"handed_in_on": "20/03/2019"}, "handed_in_on"),  # after the program's day
        ({"handed_in_on": "31/01/2019"}, "handed_in_on"),  # before the month
        ({"month": "2019-04-01"}, "month"),
        ({"month": "x"}, "month"),
        ({"meetings_attended": "-1"}, "meetings_attended"),
        ({"work": ""}, "work"),
    ],
)
def test_bad_report_is_told_beside_its_field(client, officer, row, typed, field):
    client.force_login(officer)
    answer = client.post(page("report_month", row), {**TYPED, **typed})
    assert answer.status_code == 200
    assert answer.context["form"].errors[field]
    assert not SecondmentReport.objects.exists()


def test_one_month_has_one_report(row, officer):
    report(row, officer)
    with pytest.raises(ValidationError, match="Tháng này đã có báo cáo"):
        report(row, officer)


def test_reader_may_not_report(client, inspector, row):
    client.force_login(inspector)
    assert client.post(page("report_month", row), TYPED).status_code == 403


def test_stranger_finds_nothing_to_report_on(client, stranger, row):
    client.force_login(stranger)
    assert client.post(page("report_month", row), TYPED).status_code == 404


def test_report_is_corrected_with_a_reason(client, officer, row):
    stored = report(row, officer)
    client.force_login(officer)
    url = reverse("members:correct", args=["bao-cao-tang-cuong", stored.pk])
    typed = {**TYPED, "month": "01/02/2019", "version": 1, "correction_reason": "ghi nhầm số buổi"}
    assert client.post(url, typed).status_code == 302
    stored.refresh_from_db()
    assert stored.meetings_attended == 2


def test_voided_report_counts_nowhere(client, officer, row):
    stored = report(row, officer)
    client.force_login(officer)
    url = reverse("members:void", args=["bao-cao-tang-cuong", stored.pk])
    assert client.post(url, {"version": 1, "reason": "ghi nhầm người"}).status_code == 302
    assert month_table(row, TODAY).reported == 0
    assert report(row, officer).pk != stored.pk  # the month may be reported again


def test_end_before_a_reported_month_is_refused(row, officer):
    report(row, officer)
    with pytest.raises(ValidationError, match="Đã có báo cáo tăng cường tháng 02/2019"):
        services.end_secondment(
            secondment=row, on=day("01/01/2019"), reason="hết thời hạn", by=officer
        )


# -- the remark and the end -----------------------------------------------------------------


def test_remark_is_recorded(client, officer, row):
    client.force_login(officer)
    typed = {"version": row.version, "remark": "Gương mẫu.", "remarked_on": "01/03/2019"}
    assert client.post(page("remark_on_secondment", row), typed).status_code == 302
    row.refresh_from_db()
    assert (row.remark, row.remarked_on) == ("Gương mẫu.", day("01/03/2019"))


def test_remark_is_not_told_before_its_day(client, officer, row):
    told = {"remark": "Gương mẫu.", "remarked_on": day("01/03/2019"), "recorded_on": TODAY}
    services.remark_on_secondment(secondment=row, by=officer, **told)
    client.force_login(officer)
    assert "Gương mẫu." in client.get(page("secondment", row, on="01/03/2019")).text
    assert "Gương mẫu." not in client.get(page("secondment", row, on="28/02/2019")).text


def test_remarks_of_earlier_days_stay_in_sight(client, officer, row):
    for words, on in [
        ("Gương mẫi.", "01/12/2017"),
        ("Gương mẫu.", "01/12/2017"),
        ("Tích cực.", "01/12/2018"),
    ]:
        services.remark_on_secondment(
            secondment=row, remark=words, remarked_on=day(on), recorded_on=TODAY, by=officer
        )
    client.force_login(officer)
    told = {
        on: client.get(page("secondment", row, on=on)).context["remarks"]
        for on in ("13/03/2019", "01/01/2018")
    }
    before = (day("01/12/2017"), "Gương mẫu.")
    assert told == {
        "13/03/2019": [(day("01/12/2018"), "Tích cực."), before],
        "01/01/2018": [before],
    }


def test_remark_of_a_day_to_come_is_refused(client, officer, row):
    client.force_login(officer)
    typed = {"version": row.version, "remark": "Gương mẫu.", "remarked_on": "01/04/2019"}
    answer = client.post(page("remark_on_secondment", row), typed)
    assert answer.context["form"].errors["remarked_on"]


def test_slower_writer_of_a_remark_is_told(client, officer, row):
    client.force_login(officer)
    typed = {"version": row.version, "remark": "Gương mẫu.", "remarked_on": "01/03/2019"}
    client.post(page("remark_on_secondment", row), typed)
    answer = client.post(page("remark_on_secondment", row), {**typed, "remark": "Tích cực."})
    assert answer.status_code == 409
    [line] = [one for one in answer.context["conflict"].lines if one.differs]
    assert (line.stored, line.typed) == ("Gương mẫu.", "Tích cực.")


def test_end_keeps_reason_and_result(client, officer, row):
    client.force_login(officer)
    typed = {"on": "01/03/2019", "reason": "hết thời hạn", "result": "Hoàn thành tốt."}
    answer = client.post(page("end_secondment", row), typed)
    assert answer.url == page("secondment", row)
    row.refresh_from_db()
    assert (row.to_on, row.end_reason, row.result) == (
        day("28/02/2019"),
        "hết thời hạn",
        "Hoàn thành tốt.",
    )


def test_end_is_offered_until_the_last_day_known(client, officer, row):
    client.force_login(officer)
    for on, is_offered in [("01/05/2019", True), ("13/03/2019", False)]:
        client.post(page("end_secondment", row), {"on": on, "reason": "hết thời hạn"})
        assert (
            page("end_secondment", row) in client.get(page("secondment", row)).text
        ) is is_offered


# -- both cells -----------------------------------------------------------------------------


def test_home_cell_page_names_the_village_cell(client, officer, row, cell):
    client.force_login(officer)
    text = client.get(cell.get_absolute_url()).text
    assert page("secondment", row) in text
    assert "Chi bộ Nà Thử, từ 01/04/2016" in text
    before = client.get(cell.get_absolute_url(), {"on": "31/03/2016"}).text
    assert page("secondment", row) not in before


def test_voiding_says_how_many_reports_go_with_it(client, officer, row):
    report(row, officer)
    client.force_login(officer)
    page = client.get(reverse("members:void", args=["tang-cuong", row.pk]))
    assert "1 báo cáo tháng của lần tăng cường này cũng không tính nữa." in page.text


def test_village_cell_page_names_who_helps(client, officer, row, host_cell):
    report(row, officer)
    client.force_login(officer)
    answer = client.get(page("host_cell", host_cell))
    [here] = answer.context["here"]
    assert (here.pk, here.home_cell_name, here.reported) == (row.pk, "An ninh", 1)
    [then] = client.get(page("host_cell", host_cell, on="27/02/2019")).context["here"]
    assert then.reported == 0  # the report came on 28/02
    assert client.get(page("host_cell", host_cell, on="31/03/2016")).context["here"] == []


def test_village_cell_page_tells_who_was_there_before(client, officer, row, host_cell):
    services.end_secondment(secondment=row, on=day("01/03/2019"), reason="hết hạn", by=officer)
    client.force_login(officer)
    answer = client.get(page("host_cell", host_cell))
    assert answer.context["here"] == []
    assert "Lò Văn Thử thôi tăng cường: hết hạn." in answer.text


def test_village_cell_of_another_committee_is_404(client, stranger, row, host_cell):
    client.force_login(stranger)
    assert client.get(page("host_cell", host_cell)).status_code == 404


def test_leaving_before_a_reported_month_says_which_report(row, officer):
    report(row, officer)
    with pytest.raises(ValidationError, match="báo cáo tăng cường tháng 02/2019"):
        services.transfer_out(
            member=row.member,
            on=day("15/01/2019"),
            went_to="Đảng bộ tỉnh",
            recorded_on=TODAY,
            by=officer,
        )
