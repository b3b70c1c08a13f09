"""Acts on the contact with the cell at home: begin, move, confirm, end, correct, void."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from members import services
from members.models import ResidenceComment, ResidenceContact
from members.residence import rule_name_on, rules_of_contact
from members.timeline import timeline_of
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db
AT_HOME = {
    "mode": "normal",
    "residence_cell": "Chi bộ Tổ 4",
    "residence_committee": "Đảng ủy thị trấn Thử",
    "letter_number": "12-GGT/ĐU",
    "letter_on": "10/01/2016",
}


@pytest.fixture
def ask(client, officer):
    client.force_login(officer)
    return lambda name, pk, **typed: client.post(reverse(f"members:{name}", args=[pk]), typed)


@pytest.fixture
def contact(member):
    return factories.ResidenceContactFactory(member=member)


def keep(member, officer, **told):
    given = {"mode": "normal", "residence_cell": "Chi bộ Tổ 4", "on": day("15/01/2016"), **told}
    return services.keep_contact(member=member, recorded_on=TODAY, by=officer, **given)


def test_member_is_introduced(ask, member):
    assert ask("keep_contact", member.pk, on="15/01/2016", **AT_HOME).status_code == 302
    row = member.residence_contacts.get()
    assert (row.from_on, row.to_on, row.letter_on) == (day("15/01/2016"), None, day("10/01/2016"))
    assert row.place == "Chi bộ Tổ 4, Đảng ủy thị trấn Thử"


def test_new_place_ends_the_old_one_the_day_before(ask, member, contact):
    answer = ask(
        "keep_contact", member.pk, on="01/06/2018", mode="normal", residence_cell="Chi bộ Tổ 9"
    )
    assert answer.status_code == 302
    contact.refresh_from_db()
    assert (contact.to_on, contact.end_reason) == (day("31/05/2018"), "chuyển nơi cư trú")
    assert member.residence_contacts.active_on(day("01/06/2018")).get().residence_cell.endswith("9")


def test_new_mode_at_the_same_place_is_called_so(ask, member, contact):
    same = {
        "residence_cell": contact.residence_cell,
        "residence_committee": contact.residence_committee,
    }
    ask("keep_contact", member.pk, on="01/06/2018", mode="exempt", mode_reason="đi học", **same)
    contact.refresh_from_db()
    assert contact.end_reason == "đổi hình thức"
    assert member.residence_contacts.active_on(TODAY).get().mode == "exempt"


def test_form_begins_with_what_holds(client, officer, member, contact):
    client.force_login(officer)
    page = client.get(reverse("members:keep_contact", args=[member.pk])).content.decode()
    assert f'value="{contact.residence_cell}"' in page
    assert "Đang ghi: Chi bộ Tổ 4" in page
    assert "Quy định 76" in page


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"mode": "normal", "residence_cell": ""}, "residence_cell"),
        ({"mode": "not_introduced", "mode_reason": "sẵn sàng chiến đấu"}, "residence_cell"),
        (
            {
                "mode": "not_introduced",
                "mode_reason": "x",
                "residence_cell": "",
                "residence_committee": "",
            },
            "letter_number",
        ),
        ({"mode": "exempt"}, "mode_reason"),
        ({"on": "14/03/2019"}, "on"),
        ({"on": "01/01/2010"}, "on"),
        ({"on": "31/02/2018"}, "on"),
        ({"letter_on": "14/03/2019"}, "letter_on"),
        ({"confirmed_on": "09/01/2016"}, "confirmed_on"),
        ({"letter_on": "", "confirmed_on": "20/01/2016"}, "confirmed_on"),
        ({"mode": ""}, "mode"),
    ],
)
def test_wrong_contact_is_told_beside_its_field(ask, member, typed, field):
    answer = ask("keep_contact", member.pk, **{"on": "15/01/2016", **AT_HOME, **typed})
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert not member.residence_contacts.exists()


def test_contact_before_one_that_is_there_is_refused(ask, member, contact):
    answer = ask("keep_contact", member.pk, on="01/06/2015", **AT_HOME | {"letter_on": ""})
    assert "không trước ngày này" in answer.content.decode()
    contact.refresh_from_db()
    assert contact.to_on is None


def test_confirmation(ask, contact):
    assert ask("confirm_contact", contact.pk, on="20/01/2016").status_code == 302
    contact.refresh_from_db()
    assert contact.confirmed_on == day("20/01/2016")
    answer = ask("confirm_contact", contact.pk, on="01/01/2016")
    assert "on" in answer.context["form"].errors


def test_contact_ends_with_its_reason(ask, contact):
    answer = ask("end_contact", contact.pk, on="01/06/2018", reason="")
    assert "reason" in answer.context["form"].errors
    assert ask("end_contact", contact.pk, on="01/06/2018", reason="đi học").status_code == 302
    contact.refresh_from_db()
    assert (contact.to_on, contact.end_reason) == (day("31/05/2018"), "đi học")


def test_leaving_ends_the_contact_and_its_undoing_opens_it(member, contact, officer):
    placement = services.transfer_out(
        member=member, on=day("01/02/2019"), went_to="Nơi khác", recorded_on=TODAY, by=officer
    )
    contact.refresh_from_db()
    assert contact.to_on == day("31/01/2019")
    services.undo_leaving(placement=placement, reason="nhầm", by=officer)
    contact.refresh_from_db()
    assert (contact.to_on, contact.end_reason) == (None, "")


def test_leaving_before_a_comment_from_the_place_says_which(member, contact, officer):
    factories.ResidenceCommentFactory(contact=contact)
    told = {"member": member, "went_to": "Chi bộ xã", "recorded_on": TODAY, "by": officer}
    with pytest.raises(ValidationError, match="Nhận xét năm 2018"):
        services.transfer_out(on=day("01/06/2017"), **told)
    services.transfer_out(on=day("01/02/2019"), **told)


def test_voiding_a_move_opens_the_place_before(ask, client, member, officer):
    first = keep(member, officer)
    second = keep(member, officer, residence_cell="Chi bộ Tổ 9", on=day("01/06/2018"))
    asked = factories.ResidenceCommentFactory(contact=second)
    url = reverse("members:void", args=["noi-cu-tru", second.pk])
    answer = client.post(url, {"reason": "nhầm", "version": second.version})
    assert answer.status_code == 302
    first.refresh_from_db()
    asked.refresh_from_db()
    assert (first.to_on, first.end_reason) == (None, "")
    assert asked.is_voided


def test_voiding_a_move_gives_back_the_last_day_known_before(ask, member, officer):
    first = keep(member, officer)
    services.end_contact(contact=first, on=day("01/01/2020"), reason="đi học", by=officer)
    second = keep(member, officer, residence_cell="Chi bộ Tổ 9", on=day("01/06/2018"))
    services.void_row(row=second, reason="nhầm", by=officer)
    first.refresh_from_db()
    assert (first.to_on, first.end_reason) == (day("31/12/2019"), "đi học")


def test_voiding_one_of_three_places_closes_the_gap(member, officer):
    first = keep(member, officer)
    second = keep(member, officer, residence_cell="Chi bộ Tổ 9", on=day("01/06/2018"))
    keep(member, officer, residence_cell="Chi bộ Tổ 12", on=day("01/01/2019"))
    second.refresh_from_db()
    services.void_row(row=second, reason="nhầm", by=officer)
    first.refresh_from_db()
    assert (first.to_on, first.end_reason) == (day("31/12/2018"), "chuyển nơi cư trú")


def test_place_with_a_comment_is_not_voided(member, officer, contact):
    factories.ResidenceCommentFactory(contact=contact, received_on=day("01/12/2018"), level="good")
    with pytest.raises(ValidationError, match="hủy nhận xét trước"):
        services.void_row(row=contact, reason="nhầm", by=officer)


@pytest.mark.parametrize("kind", ["noi-cu-tru", "nhan-xet"])
def test_row_is_corrected_with_a_reason(client, officer, contact, kind):
    comment = factories.ResidenceCommentFactory(contact=contact)
    row = contact if kind == "noi-cu-tru" else comment
    client.force_login(officer)
    url = reverse("members:correct", args=[kind, row.pk])
    form = client.get(url).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    typed |= {"correction_reason": "gõ nhầm"}
    typed |= (
        {"residence_cell": "Chi bộ Tổ 7"} if kind == "noi-cu-tru" else {"asked_on": "6/11/2018"}
    )
    typed = {name: f"{v:%d/%m/%Y}" if hasattr(v, "year") else v for name, v in typed.items()}
    assert client.post(url, typed).status_code == 302
    assert ResidenceContact.objects.get().residence_cell in ("Chi bộ Tổ 7", "Chi bộ Tổ 4")
    row.refresh_from_db()
    assert row.version == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"from_on": "01/12/2018", "letter_on": "01/12/2018"},
        {"to_on": "31/12/2017", "end_reason": "đi học"},
        {"from_on": "01/01/2010", "letter_on": ""},
        {"from_on": "14/03/2019"},
    ],
)
def test_correction_keeps_what_rests_on_the_contact(client, officer, contact, wrong):
    factories.ResidenceCommentFactory(contact=contact)
    client.force_login(officer)
    url = reverse("members:correct", args=["noi-cu-tru", contact.pk])
    form = client.get(url).context["form"]
    values = {name: form[name].value() or "" for name in form.fields}
    typed = {name: f"{v:%d/%m/%Y}" if hasattr(v, "year") else v for name, v in values.items()}
    answer = client.post(url, typed | {"correction_reason": "gõ nhầm"} | wrong)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    contact.refresh_from_db()
    assert contact.version == 1


def test_contact_does_not_end_before_its_comment(ask, contact):
    factories.ResidenceCommentFactory(contact=contact)
    answer = ask("end_contact", contact.pk, on="01/06/2017", reason="đi học")
    assert "Nhận xét năm 2018" in answer.content.decode()
    contact.refresh_from_db()
    assert contact.to_on is None


def test_new_place_does_not_begin_before_a_comment_of_the_old_one(ask, contact):
    factories.ResidenceCommentFactory(contact=contact)
    told = {"on": "01/06/2017", **AT_HOME, "letter_on": "", "residence_cell": "Chi bộ Tổ 9"}
    answer = ask("keep_contact", contact.member_id, **told)
    assert "Nhận xét năm 2018" in answer.content.decode()
    contact.refresh_from_db()
    assert contact.to_on is None
    assert contact.member.residence_contacts.count() == 1


def test_comment_is_voided_and_the_year_can_be_asked_again(client, officer, contact):
    comment = factories.ResidenceCommentFactory(contact=contact)
    client.force_login(officer)
    url = reverse("members:void", args=["nhan-xet", comment.pk])
    assert client.post(url, {"reason": "nhầm", "version": 1}).status_code == 302
    assert not contact.comments.valid().exists()
    assert factories.ResidenceCommentFactory(contact=contact).pk != comment.pk


def test_comment_of_a_year_without_the_contact_is_refused(contact):
    comment = ResidenceComment(contact=contact, year=2015, asked_on=day("01/12/2016"))
    with pytest.raises(ValidationError) as refused:
        comment.full_clean()
    assert "year" in refused.value.message_dict


def test_rule_is_that_of_the_day(today):
    rules = rules_of_contact()
    assert rule_name_on(day("01/01/2020"), rules) == "Quy định 76"
    assert rule_name_on(day("02/01/2020"), rules) == "Quy định 213"


def test_timeline_prints_the_rule_of_its_time(member, contact):
    factories.ResidenceCommentFactory(contact=contact, received_on=day("01/12/2018"), level="good")
    texts = [entry.text for entry in timeline_of(member, TODAY, paper_url=lambda paper: "")]
    assert any("Giới thiệu về Chi bộ Tổ 4" in text and "Quy định 76" in text for text in texts)
    assert "Nơi cư trú nhận xét năm 2018: thực hiện tốt." in texts


@pytest.mark.parametrize("name", ["end_contact", "confirm_contact"])
@pytest.mark.parametrize(
    ("role", "status"), [("inspector", 403), ("leader", 403), ("stranger", 404)]
)
def test_who_may_not_write(client, request, contact, name, role, status):
    client.force_login(request.getfixturevalue(role))
    url = reverse(f"members:{name}", args=[contact.pk])
    assert [client.get(url).status_code, client.post(url).status_code] == [status, status]
