"""The page of one member."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import AuditEntry
from members import services
from members.models import Position
from members.rules import party_age, party_age_to_the_day
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, officer):
    def ask(member, user=officer, **query):
        client.force_login(user)
        answer = client.get(reverse("members:detail", args=[member.pk]), query)
        assert answer.status_code == 200
        return answer

    return ask


def texts(answer):
    return [entry.text for entry in answer.context["entries"]]


def test_facts_and_timeline(page, rows, member, committee):
    factories.AwardFactory(register=committee, member=member, award_year=2018)
    answer = page(member)
    html = answer.content.decode()
    for text in ("Ủy viên Ban Chấp hành", "Nà Thử", "Đại úy", "03/02/2016", "•••• 1234"[-4:]):
        assert text in html
    said = texts(answer)
    assert any("Lễ kết nạp" in text for text in said)
    assert any("Giấy khen của Giám đốc Công an tỉnh" in text for text in said)
    assert any("Tăng cường tại Chi bộ Nà Thử" in text for text in said)


def test_timeline_of_one_kind(page, rows, member):
    answer = page(member, only="help")
    assert {entry.tags for entry in answer.context["entries"]} == {("help",)}


def test_page_of_a_past_day_knows_nothing_later(page, rows, member):
    answer = page(member, on="31/12/2015")
    assert not any("Tăng cường" in text for text in texts(answer))
    assert "Đảng viên dự bị" in answer.context["lead"]


def test_page_tells_who_left(page, member, officer):
    services.transfer_out(
        member=member, recorded_on=TODAY, on=day("01/03/2019"), went_to="Tỉnh", by=officer
    )
    assert "Hết ngày 28/02/2019 thôi sinh hoạt" in page(member).context["lead"]


def test_meetings_are_summed_by_year(page, member, cell):
    for month, state in ((1, "present"), (2, "excused"), (3, "not_recorded")):
        meeting = factories.MeetingFactory(
            cell=cell, meets_on=day(f"05/{month:02d}/2019"), state="held"
        )
        reason = "trực" if state == "excused" else ""
        factories.AttendanceFactory(meeting=meeting, member=member, state=state, reason=reason)
    assert "Dự 1 trong 3 kỳ sinh hoạt năm 2019; vắng có lý do 1." in texts(page(member))


def test_leader_reads_without_writing(page, rows, member, leader):
    html = page(member, user=leader).content.decode()
    assert "Ghi thay đổi" not in html
    assert "xem đủ số" not in html
    assert "Các dòng đã ghi" not in html
    assert "14/KH-CAH" in html
    assert reverse("documents:detail", args=[rows["tang-cuong"].plan_id]) not in html


def test_statements_do_not_grow_with_the_history(client, page, rows, member, officer):
    page(member)

    def count():
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("members:detail", args=[member.pk]))
        return len(asked)

    before = count()
    for year in range(2009, 2014):
        services.promote(
            member=member,
            recorded_on=TODAY,
            grade=30 + year % 2,
            on=day(f"01/07/{year}"),
            by=officer,
        )
    assert count() == before


@pytest.mark.parametrize(
    ("spans", "on", "years"),
    [
        ([("24/01/2015", None)], "23/01/2019", 3),
        ([("24/01/2015", None)], "24/01/2019", 4),
        ([("29/02/2016", None)], "28/02/2019", 3),
        ([("01/01/2005", "31/12/2009"), ("01/01/2015", None)], "01/01/2019", 9),
        ([("01/01/2005", "31/12/2009")], "01/01/2019", 5),
        ([("01/01/2015", None)], "31/12/2014", None),
    ],
)
def test_party_age_counts_from_the_decision_less_time_outside(spans, on, years):
    spans = [(day(first), last and day(last)) for first, last in spans]
    assert party_age(spans, day(on)) == years


@pytest.mark.parametrize(
    ("spans", "on", "age"),
    [
        ([("24/01/2015", None)], "23/01/2019", (3, 11, 30)),
        ([("24/01/2015", None)], "24/01/2019", (4, 0, 0)),
        ([("29/02/2016", None)], "01/03/2019", (3, 0, 1)),
        ([("31/01/2019", None)], "28/02/2019", (0, 1, 0)),
        ([("31/12/2018", None)], "01/01/2019", (0, 0, 1)),
        ([("01/01/2005", "31/12/2009")], "01/01/2019", (5, 0, 0)),
        ([("01/01/2015", None)], "31/12/2014", None),
    ],
)
def test_party_age_to_the_day(spans, on, age):
    spans = [(day(first), last and day(last)) for first, last in spans]
    assert party_age_to_the_day(spans, day(on)) == age


def test_party_age_is_told_as_far_as_the_paper_knows(page, cell, officer):
    known = factories.place(cell, from_on=day("03/02/2010"))
    assert "9 năm 1 tháng 10 ngày, tính từ" in page(known).content.decode()
    vague = factories.place(cell, from_on=day("03/02/2010"))
    vague.memberships.update(decision_on=day("31/12/2009"), decision_on_precision="year")
    assert "9 năm; ngày quyết định không ghi đủ" in page(vague).content.decode()


def sections(answer):
    return {section.key: section for section in answer.context["sections"]}


def test_sections_tell_what_has_rows_and_nothing_else(page, rows, member, committee, cell):
    factories.AwardFactory(register=committee, member=member, award_year=2018)
    factories.ExemptionFactory(member=member)
    factories.CommitmentFactory(member=member)
    contact = factories.ResidenceContactFactory(member=member)
    factories.ResidenceCommentFactory(contact=contact)
    factories.CandidateStepFactory(
        candidate=factories.CandidateFactory(
            cell=cell,
            to_on=day("02/02/2015"),
            from_on=day("01/03/2014"),
            outcome="admitted",
            membership=member.memberships.get(),
        ),
        done_on=day("10/05/2014"),
    )
    shown = sections(page(member))
    assert list(shown) == [
        "duong-vao-dang",
        "chuc-vu",
        "khen-thuong",
        "tang-cuong",
        "noi-cu-tru",
        "nhan-xet",
        "mien",
        "cam-ket",
    ]
    then = sections(page(member, on="31/12/2015"))
    assert list(then) == ["duong-vao-dang"]


def test_attendance_leads_to_its_meetings(page, client, member, cell):
    for month, state in ((1, "present"), (2, "absent"), (3, "present")):
        meeting = factories.MeetingFactory(
            cell=cell, meets_on=day(f"05/{month:02d}/2019"), state="held"
        )
        factories.AttendanceFactory(meeting=meeting, member=member, state=state)
    row = sections(page(member))["du-sinh-hoat"].rows[0]
    assert (row[0], row[-1]) == ("2019", "66,7 %")
    for figure in row[1:3]:
        assert client.get(figure.url).context["listing"].count == figure.text


def test_head_tells_an_exemption_and_facts_who_is_looked_after(page, rows, member):
    factories.ExemptionFactory(member=member)
    answer = page(member)
    assert "miễn công tác và sinh hoạt từ 01/10/2018" in answer.context["lead"]
    facts = {fact.label: fact.text for fact in answer.context["party_facts"]}
    assert facts["Phụ trách"] == "Chi bộ Điều tra"


def test_post_to_come_is_told_as_such(page, member, cell):
    factories.PositionFactory(member=member, cell=cell, from_on=day("01/05/2019"))
    answer = page(member)
    assert "chưa đến ngày, chưa tính" in sections(answer)["chuc-vu"].rows[0][-1]
    assert "Bí thư Chi bộ" not in answer.context["lead"]


def test_facts_of_the_national_form_are_told(page, member):
    member.religion, member.home_place, member.home_province = "Không", "xã Nà Thử", "Lai Châu"
    member.birth_place, member.birth_country = "Viêng Chăn", "Lào"
    member.dossier_no, member.old_citizen_id = "123456 LCH", "045123789"
    member.save()
    html = page(member).content.decode()
    for told in ("xã Nà Thử, Lai Châu", "Viêng Chăn, Lào", "123456 LCH", "3789"):
        assert told in html
    assert "045123789" not in html


def test_sheet_for_paper_is_written_down_and_masked(client, member, leader, stranger):
    url = reverse("members:sheet", args=[member.pk])
    client.force_login(leader)
    html = client.get(url, {"on": "01/03/2019"}).content.decode()
    assert "tại ngày 01/03/2019" in html
    assert "012085001234" not in html
    entry = AuditEntry.objects.get(action="members.print")
    assert (entry.actor, entry.after) == (leader, {"on": "01/03/2019"})
    client.force_login(stranger)
    assert client.get(url).status_code == 404
    assert AuditEntry.objects.filter(action="members.print").count() == 1


def test_unknown_member_is_not_found(client, officer):
    client.force_login(officer)
    assert client.get(reverse("members:detail", args=[999])).status_code == 404


def test_second_span_shows_both_dates(page, cell, officer):
    member = admit(cell, officer, on="03/02/2010")
    services.end_membership(
        member=member, recorded_on=TODAY, reason="resigned", on=day("01/06/2012"), by=officer
    )
    services.admit_member(
        member=member,
        cell=cell,
        decision_on=day("01/07/2016"),
        ceremony_on=day("05/07/2016"),
        recorded_on=day("13/03/2019"),
        by=officer,
    )
    labels = [fact.label for fact in page(member).context["party_facts"]]
    assert labels.count("Lễ kết nạp") == 2


def test_what_ends_on_a_day_is_told_before_what_begins(page, rows, committee, officer):
    """The oversight ends with the old post, on the day of the new one."""
    member = rows["chuc-vu"].member
    on = day("01/06/2018")
    services.end_oversight(oversight=rows["phu-trach"], on=on, by=officer)
    services.assign_position(
        position=Position(member=member, title="standing_member", from_on=on), by=officer
    )
    texts = [entry.text for entry in page(member).context["entries"] if entry.day == on]
    assert texts == [
        "Thôi chức vụ Ủy viên Ban Chấp hành.",
        "Thôi phụ trách Chi bộ Điều tra.",
        "Ủy viên Ban Thường vụ.",
    ]
