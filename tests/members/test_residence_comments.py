"""The year's comments: asked for all together, entered one after another, seen by who may."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from members import services
from members.models import ResidenceComment
from members.residence import year_in_work
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db
ASK = reverse("members:ask_for_comments")
BACK = reverse("members:take_back_request")
ENTER = reverse("members:receive_comments")
LIST = reverse("members:residence")


@pytest.fixture
def contacts(cell, other_cell):
    """Two who need a comment, and one who is exempt."""
    people = [
        factories.place(cell, full_name="Lò Văn An"),
        factories.place(other_cell, full_name="Lò Văn Bình"),
        factories.place(cell, full_name="Lò Văn Cường"),
    ]
    made = [factories.ResidenceContactFactory(member=one) for one in people[:2]]
    exempt = {"mode": "exempt", "mode_reason": "ở doanh trại"}
    return [*made, factories.ResidenceContactFactory(member=people[2], **exempt)]


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


def typed(contact, **values) -> dict:
    pk = contact.member_id
    return {f"m{pk}-{name}": value for name, value in values.items()}


@pytest.mark.parametrize(
    ("on", "year"), [("30/06/2019", 2018), ("01/07/2019", 2019), ("13/03/2019", 2018)]
)
def test_year_in_work(on, year):
    assert year_in_work(day(on)) == year


def test_all_who_need_one_are_asked_in_one_action(as_officer, contacts):
    page = as_officer.get(ASK, {"year": 2018})
    assert "cho 2 đồng chí: Lò Văn An, Lò Văn Bình" in page.content.decode()
    answer = as_officer.post(ASK, {"year": 2018, "on": "05/11/2018"})
    assert answer.status_code == 302
    asked = ResidenceComment.objects.all()
    assert {row.contact for row in asked} == set(contacts[:2])
    assert {row.asked_on for row in asked} == {day("05/11/2018")}
    entries = AuditEntry.objects.filter(action="members.ask_for_comment")
    assert entries.count() == 2
    assert entries.values("request_id").distinct().count() == 1


def test_asking_again_passes_over_who_was_asked(as_officer, contacts):
    as_officer.post(ASK, {"year": 2018, "on": "05/11/2018"})
    answer = as_officer.post(ASK, {"year": 2018, "on": "06/11/2018"})
    assert "không có đồng chí nào" in answer.content.decode()
    assert ResidenceComment.objects.count() == 2


@pytest.mark.parametrize("on", ["14/03/2019", "31/12/2017", "30/02/2019", ""])
def test_wrong_day_of_asking_is_told_beside_it(as_officer, contacts, on):
    answer = as_officer.post(ASK, {"year": 2018, "on": on})
    assert "on" in answer.context["form"].errors
    assert not ResidenceComment.objects.exists()


def test_who_came_to_the_place_after_the_day_is_not_asked(as_officer, contacts):
    late = contacts[1]
    type(late).objects.filter(pk=late.pk).update(
        from_on=day("01/12/2018"), letter_on=day("01/12/2018")
    )
    as_officer.post(ASK, {"year": 2018, "on": "05/11/2018"})
    assert {row.contact for row in ResidenceComment.objects.all()} == {contacts[0]}


def test_sending_entered_by_mistake_is_taken_back_whole(as_officer, contacts):
    as_officer.post(ASK, {"year": 2018, "on": "05/11/2018"})
    came = ResidenceComment.objects.get(contact=contacts[0])
    type(came).objects.filter(pk=came.pk).update(received_on=day("01/12/2018"), level="good")
    page = as_officer.get(BACK, {"year": 2018})
    assert "05/11/2018: 1 phiếu chưa có nhận xét" in page.content.decode()
    typed = {"year": 2018, "on": "2018-11-05"}
    assert "reason" in as_officer.post(BACK, typed | {"reason": ""}).context["form"].errors
    assert as_officer.post(BACK, typed | {"reason": "nhầm ngày"}).status_code == 302
    assert ResidenceComment.objects.valid().get() == came
    assert as_officer.post(ASK, {"year": 2018, "on": "06/11/2018"}).status_code == 302
    assert contacts[1].comments.valid().get().asked_on == day("06/11/2018")


@pytest.mark.parametrize("on", ["2018-11-06", "", "rubbish"])
def test_day_without_a_sending_is_told(as_officer, contacts, on):
    as_officer.post(ASK, {"year": 2018, "on": "05/11/2018"})
    answer = as_officer.post(BACK, {"year": 2018, "on": on, "reason": "nhầm"})
    assert "on" in answer.context["form"].errors
    assert ResidenceComment.objects.valid().count() == 2


def test_comments_are_entered_together(as_officer, contacts):
    as_officer.post(ASK, {"year": 2018, "on": "05/11/2018"})
    page = as_officer.get(ENTER, {"year": 2018})
    assert [row.member.full_name for row in page.context["rows"]] == ["Lò Văn An", "Lò Văn Bình"]
    answer = as_officer.post(
        ENTER,
        {
            "year": 2018,
            "day": "01/12/2018",
            "row": [one.member_id for one in contacts[:2]],
            **typed(contacts[0], level="good", text="Gương mẫu."),
            **typed(contacts[1], level="fulfilled", received_on="03/12/2018"),
        },
    )
    assert answer.status_code == 302
    rows = {row.contact_id: row for row in ResidenceComment.objects.all()}
    first, second = (rows[one.pk] for one in contacts[:2])
    assert (first.received_on, first.level, first.text) == (
        day("01/12/2018"),
        "good",
        "Gương mẫu.",
    )
    assert (second.received_on, second.level) == (day("03/12/2018"), "fulfilled")
    assert first.asked_on == day("05/11/2018")


def test_one_wrong_row_writes_none_and_loses_nothing(as_officer, contacts):
    answer = as_officer.post(
        ENTER,
        {
            "year": 2018,
            "day": "01/12/2018",
            "row": [one.member_id for one in contacts[:2]],
            **typed(contacts[0], level="good", text="Gương mẫu."),
            **typed(contacts[1], level="good", received_on="14/03/2019"),
        },
    )
    assert answer.status_code == 200
    assert [row.member for row in answer.context["wrong"]] == [contacts[1].member]
    assert "received_on" in answer.context["wrong"][0].errors
    assert "Gương mẫu." in answer.content.decode()
    assert not ResidenceComment.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"level": "good"}, "received_on"),
        ({"received_on": "01/12/2018"}, "level"),
        ({"text": "Tốt.", "received_on": "01/12/2018"}, "level"),
        ({"level": "good", "received_on": "31/11/2018"}, "received_on"),
        ({"level": "best", "received_on": "01/12/2018"}, "level"),
    ],
)
def test_half_a_row_is_told_beside_its_field(as_officer, contacts, values, field):
    contact = contacts[0]
    row = {"year": 2018, "row": contact.member_id, **typed(contact, **values)}
    answer = as_officer.post(ENTER, row)
    assert field in answer.context["wrong"][0].errors
    assert not ResidenceComment.objects.exists()


def test_nothing_typed_is_said(as_officer, contacts):
    answer = as_officer.post(ENTER, {"year": 2018, "row": contacts[0].member_id})
    assert "Chưa điền dòng nào" in answer.content.decode()


def test_slower_officer_is_told_who_was_entered_meanwhile(as_officer, contacts, officer):
    contact = contacts[0]
    services.receive_comment(
        member=contact.member,
        year=2018,
        received_on=day("01/12/2018"),
        level="good",
        recorded_on=TODAY,
        by=officer,
    )
    row = typed(contact, level="fulfilled", received_on="02/12/2018", text="Bản thứ hai")
    answer = as_officer.post(ENTER, {"year": 2018, "row": contact.member_id, **row})
    page = answer.content.decode()
    assert "đã ghi nhận về ngày 01/12/2018" in page
    assert "Bản thứ hai" in page
    assert ResidenceComment.objects.get().level == "good"


def test_foreign_row_is_passed_over(as_officer, foreign_cell):
    stranger = factories.place(foreign_cell)
    contact = factories.ResidenceContactFactory(member=stranger)
    row = typed(contact, level="good", received_on="01/12/2018")
    as_officer.post(ENTER, {"year": 2018, "row": stranger.pk, **row})
    assert not ResidenceComment.objects.exists()


def test_comment_on_who_needs_none_is_entered_when_one_came(as_officer, contacts):
    exempt = contacts[2]
    assert "Lò Văn Cường" not in as_officer.get(ENTER, {"year": 2018}).text
    assert "Lò Văn Cường" in as_officer.get(ENTER, {"year": 2018, "others": "1"}).text
    row = typed(exempt, level="good", received_on="01/02/2019")
    answer = as_officer.post(
        ENTER, {"year": 2018, "others": "1", "row": [exempt.member_id], "day": ""} | row
    )
    assert answer.url == f"{ENTER}?year=2018&others=1"
    assert exempt.comments.get().level == "good"


def test_page_narrows_to_a_cell(as_officer, contacts, cell):
    page = as_officer.get(ENTER, {"year": 2018, "cell": cell.pk})
    assert [row.member.full_name for row in page.context["rows"]] == ["Lò Văn An"]


@pytest.mark.parametrize("url", [ASK, BACK, ENTER])
@pytest.mark.parametrize("role", ["secretary", "inspector", "leader", "administrator"])
def test_only_officers_write(client, request, contacts, url, role):
    client.force_login(request.getfixturevalue(role))
    assert [client.get(url).status_code, client.post(url).status_code] == [403, 403]


def test_officer_of_another_committee_asks_nobody_of_this(client, stranger, contacts):
    client.force_login(stranger)
    client.post(ASK, {"year": 2018, "on": "05/11/2018"})
    assert not ResidenceComment.objects.exists()


def test_leader_reads_the_own_cell(client, leader, contacts):
    client.force_login(leader)
    page = client.get(LIST, {"year": 2018})
    names = {row.record.full_name for row in page.context["listing"].rows}
    assert "Lò Văn An" in names
    assert "Lò Văn Bình" not in names
    assert "Nhập nhận xét" not in page.content.decode()


def test_list_stands_on_the_day_asked_for(as_officer, contacts):
    page = as_officer.get(LIST, {"on": "14/01/2016", "mode": "normal"})
    assert page.context["listing"].count == 0
    page = as_officer.get(LIST, {"on": "15/01/2016", "mode": "normal"})
    assert page.context["listing"].count == 2


def test_export_is_written_into_the_journal(as_officer, contacts):
    assert as_officer.get(LIST, {"export": "xlsx"}).status_code == 200
    assert AuditEntry.objects.filter(action="members.member.export").exists()
