"""The pages of rules and holidays: readers read, officers write, nobody types JSON."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from regulations.models import Holiday, Regulation
from regulations.topics import TOPICS
from regulations.workdays import working_days_after
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date


TODAY = D(2019, 3, 13)


def held(topic, day=TODAY):
    return Regulation.objects.of_day(topic=topic, day=day)


def filled(rule, **changes) -> dict:
    """What the form of the rule posts, with some of it changed."""
    facts = {
        "number": rule.number,
        "issued_on": rule.issued_on.strftime("%d/%m/%Y") if rule.issued_on else "",
        "valid_from": rule.valid_from.strftime("%d/%m/%Y"),
        "valid_to": rule.valid_to.strftime("%d/%m/%Y") if rule.valid_to else "",
        "source_mark": rule.source_mark,
        "version": rule.version,
    }
    kinds = rule.subject.parameters
    shown = {f"parameter_{n}": kinds[n].kind.show(v) for n, v in rule.parameters.items()}
    return facts | shown | changes


def test_topics_tell_the_rule_of_the_day(client, inspector):
    client.force_login(inspector)
    page = client.get(reverse("regulations:list"), {"on": "01/01/2012"}).content.decode()
    assert "45-QĐ/TW ngày 01/11/2011" in page
    assert "29-QĐ/TW" not in page
    assert "Ghi quy định mới" not in page


def test_topics_take_a_constant_number_of_statements(client, officer, django_assert_num_queries):
    client.force_login(officer)
    with django_assert_num_queries(5):  # session, account, day, roles, rules
        client.get(reverse("regulations:list"))


def test_history_filters_by_topic_and_validity(client, inspector):
    client.force_login(inspector)
    page = client.get(reverse("regulations:history"), {"topic": "badge", "state": "held"})
    assert [row.record.number for row in page.context["listing"].rows] == ["29-QĐ/TW"]


@pytest.mark.parametrize("topic", [one.key for one in TOPICS])
def test_form_of_every_topic_reads_what_it_shows(client, officer, topic):
    """A correction that changes nothing but the number leaves the parameters as they are."""
    client.force_login(officer)
    rule = held(topic)
    before = rule.parameters
    asked = filled(rule, number="99-QĐ/TW", correction_reason="ghi nhầm số")
    if topic == "layout":
        asked |= {"parameter_number_separator": " ", "parameter_post_bold": "True"}
    if topic == "meeting_score":
        asked |= {"parameter_is_required": "False"}
    answer = client.post(reverse("regulations:update", args=[rule.pk]), asked)
    assert answer.status_code == 302, answer.context["form"].errors
    rule.refresh_from_db()
    assert (rule.number, rule.parameters) == ("99-QĐ/TW", before)


def test_new_rule_ends_the_one_before(client, officer):
    client.force_login(officer)
    old = held("readmission")
    asked = filled(old, number="10-QĐ/TW", valid_from="01/03/2019", parameter_months="24")
    answer = client.post(reverse("regulations:create", args=["readmission"]), asked)
    assert answer.status_code == 302
    old.refresh_from_db()
    assert old.valid_to == D(2019, 2, 28)
    assert held("readmission").parameters == {"months": 24}
    assert held("readmission", D(2019, 2, 28)).parameters == {"months": 36}
    entry = AuditEntry.objects.filter(action="regulations.enter_rule").get()
    assert entry.actor == officer


def test_new_rule_follows_the_committees_own(client, officer, committee):
    """It was filled in as the general one, which would have changed nothing here."""
    own = own_reminders(committee, probation=[5, 10])
    client.force_login(officer)
    page = client.get(reverse("regulations:create", args=["reminders"]))
    assert f"Đang theo {own}" in page.text
    form = page.context["form"]
    assert form["committee"].value() == committee.pk
    assert form["parameter_probation"].value() == "5, 10"


def own_reminders(committee, **changes):
    general = held("reminders")
    return Regulation.objects.create(
        topic="reminders",
        number="Quy ước riêng",
        valid_from=D(2019, 1, 1),
        committee=committee,
        parameters=general.parameters | changes,
        source_mark="L",
    )


def test_new_rule_between_two_ends_before_the_later(client, officer):
    client.force_login(officer)
    first = held("badge", D(2012, 1, 1))
    asked = filled(first, number="10-QĐ/TW", valid_from="01/01/2013", valid_to="")
    client.post(reverse("regulations:create", args=["badge"]), asked)
    rule = held("badge", D(2013, 6, 1))
    assert (rule.number, rule.valid_to) == ("10-QĐ/TW", D(2016, 7, 24))


def test_second_rule_of_one_day_is_told_beside_the_field(client, officer):
    client.force_login(officer)
    old = held("readmission")
    answer = client.post(reverse("regulations:create", args=["readmission"]), filled(old))
    assert answer.context["form"].errors == {
        "valid_from": ["Trong thời gian này chủ đề đã có một quy định khác."]
    }


@pytest.mark.parametrize(
    ("topic", "field", "text", "sentence"),
    [
        ("readmission", "months", "ba năm", "Ghi một số nguyên từ 1 đến 1000."),
        # A slip of the key: 99.999 months lie beyond the calendar and would stop every page.
        ("probation", "months", "99999", "Ghi một số nguyên từ 1 đến 1000."),
        ("probation", "months", "0", "Ghi một số nguyên từ 1 đến 1000."),
        ("term", "cell_months", "30000", "Ghi một số nguyên từ 1 đến 1000."),
        ("layout", "body_points", "0", "Ghi một số nguyên từ 8 đến 24."),
        ("reminders", "secondment_day", "32", "Ghi một số nguyên từ 1 đến 31."),
        ("reminders", "probation", "30, 5000", "nhiều nhất 1000"),
        ("badge", "milestones", "5, 30", "Ghi các số từ 10 đến 100"),
        ("rating", "name_good", "t" * 1001, "Dài nhất 1000 ký tự"),
        ("cell_vote", "admission", "3/2", "Ghi một phân số không quá 1, ví dụ 2/3."),
        ("badge", "milestones", "40, 30", "tăng dần, cách nhau bằng dấu phẩy"),
        ("badge", "rounds", "31/02: 01/01 – 03/02", "Ghi từng đợt"),
        ("badge", "rounds", "03/02: 01/01 – 03/02; 03/02: 04/02 – 01/05", "Ghi từng đợt"),
        ("reminders", "badge", "30", "Ghi hai số ngày tăng dần"),
        ("reminders", "commitment_day", "31/04", "Ghi ngày và tháng, ví dụ 30/11."),
    ],
)
def test_parameter_that_cannot_be_read_is_told_beside_its_field(
    client, officer, topic, field, text, sentence
):
    client.force_login(officer)
    rule = held(topic)
    asked = filled(rule, correction_reason="thử") | {f"parameter_{field}": text}
    answer = client.post(reverse("regulations:update", args=[rule.pk]), asked)
    assert answer.status_code == 200
    [told] = answer.context["form"].errors[f"parameter_{field}"]
    assert sentence in told
    assert text in answer.content.decode()


def test_slower_officer_is_told_which_parameter_changed(client, officer):
    client.force_login(officer)
    rule = held("transfer")
    Regulation.objects.filter(pk=rule.pk).update(
        version=2, parameters={"working_days": 45, "hand_in_days": 30}
    )
    asked = filled(rule, parameter_working_days="90", correction_reason="ghi nhầm")
    answer = client.post(reverse("regulations:update", args=[rule.pk]), asked)
    assert answer.status_code == 409
    told = [line for line in answer.context["conflict"].lines if line.differs]
    assert [(line.label, line.stored, line.typed) for line in told] == [
        ("Hoàn thành trong (ngày làm việc)", "45", "90")
    ]
    assert 'value="90"' in answer.content.decode()


def test_unknown_topic_has_no_page(client, officer):
    client.force_login(officer)
    assert client.get(reverse("regulations:create", args=["khac"])).status_code == 404


def test_voided_rule_gives_its_time_back(client, officer):
    client.force_login(officer)
    rule = held("badge", D(2017, 1, 1))
    address = reverse("regulations:void", args=[rule.pk])
    assert "45-QĐ/TW ngày 01/11/2011 lại có hiệu lực" in client.get(address).content.decode()
    client.post(address, {"reason": "không có quy định này", "version": rule.version})
    assert held("badge", D(2017, 1, 1)).number == "45-QĐ/TW"
    assert held("badge", D(2021, 7, 30)).number == "24-QĐ/TW"


def enter(client, topic, **changes):
    asked = filled(held(topic), **{"issued_on": "", "valid_to": ""} | changes)
    return client.post(reverse("regulations:create", args=[topic]), asked)


def void(client, rule):
    rule.refresh_from_db()
    asked = {"reason": "thử", "version": rule.version}
    assert client.post(reverse("regulations:void", args=[rule.pk]), asked).status_code == 302


def test_rule_that_ends_before_the_one_it_replaces_is_refused(client, officer):
    """Else the days after its last one would have no rule, and their deadlines would be silent."""
    client.force_login(officer)
    answer = enter(client, "readmission", valid_from="01/01/2019", valid_to="31/01/2019")
    assert "Sau ngày này không còn quy định nào" in str(answer.context["form"].errors["valid_to"])
    assert held("readmission").valid_to is None


def test_rules_voided_in_any_order_leave_the_first_open(client, officer):
    """The last day the first rule had before, as far as the rules that stay leave it."""
    client.force_login(officer)
    first = held("readmission")
    enter(client, "readmission", number="A", valid_from="01/01/2019")
    enter(client, "readmission", number="B", valid_from="01/02/2019")
    void(client, held("readmission", D(2019, 1, 5)))
    assert held("readmission", D(2019, 1, 31)) == first
    void(client, held("readmission"))
    assert held("readmission") == first
    first.refresh_from_db()
    assert first.valid_to is None


def test_voided_rule_gives_back_the_last_day_there_was(client, officer):
    """A rule that was to end on 30/06/2019 ends then again, not with the rule that never was."""
    client.force_login(officer)
    first = held("readmission")
    Regulation.objects.filter(pk=first.pk).update(valid_to=D(2019, 6, 30))
    enter(client, "readmission", number="A", valid_from="01/01/2019", valid_to="31/12/2019")
    void(client, held("readmission"))
    first.refresh_from_db()
    assert first.valid_to == D(2019, 6, 30)


@pytest.mark.django_db(transaction=True)
def test_void_page_opens_outside_a_transaction(client, officer):
    """As in production: a read that locks is refused there by PostgreSQL."""
    client.force_login(officer)
    rule = held("badge", D(2017, 1, 1))
    assert client.get(reverse("regulations:void", args=[rule.pk])).status_code == 200


def test_rule_by_which_a_row_was_judged_stays(client, officer, cell):
    client.force_login(officer)
    rule = held("admission")
    span = factories.place(cell).memberships.get()
    span.admission_rule = rule
    span.save()
    address = reverse("regulations:void", args=[rule.pk])
    answer = client.post(address, {"reason": "thử", "version": rule.version})
    assert answer.context["form"].non_field_errors() == [
        "Đã có dòng tính theo quy định này nên không hủy được."
    ]
    rule.refresh_from_db()
    assert not rule.is_voided


@pytest.mark.parametrize("name", ["update", "void"])
def test_reader_may_not_write_a_rule(client, inspector, name):
    client.force_login(inspector)
    address = reverse(f"regulations:{name}", args=[held("badge").pk])
    assert client.get(address).status_code == 403
    assert client.post(address).status_code == 403


def test_rule_of_another_committee_is_out_of_sight(client, officer, other_committee):
    client.force_login(officer)
    rule = Regulation.objects.create(
        topic="probation",
        committee=other_committee,
        number="01",
        valid_from=D(2019, 1, 1),
        parameters={"months": 12},
        source_mark="L",
    )
    for name in ("detail", "update", "void"):
        assert client.get(reverse(f"regulations:{name}", args=[rule.pk])).status_code == 404


# -- holidays -------------------------------------------------------------------------------------


def test_holiday_entered_moves_deadlines(client, officer):
    client.force_login(officer)
    asked = {"day": "14/03/2019", "name": "Nghỉ thử"}
    assert client.post(reverse("regulations:holiday_create"), asked).status_code == 302
    calendar = Holiday.objects.all().calendar()
    assert working_days_after(D(2019, 3, 13), 1, calendar=calendar) == D(2019, 3, 15)


def test_weekday_is_no_day_worked_in_exchange(client, officer):
    client.force_login(officer)
    asked = {"day": "14/03/2019", "name": "Làm bù", "is_working": "on"}
    answer = client.post(reverse("regulations:holiday_create"), asked)
    assert answer.context["form"].errors["day"] == [
        "Ngày làm bù là thứ bảy hoặc chủ nhật; ngày này vốn là ngày làm việc."
    ]


def test_holiday_is_corrected_with_a_reason_and_voided(client, officer):
    client.force_login(officer)
    row = Holiday.objects.get(day=D(2019, 4, 15))
    asked = {"day": "16/04/2019", "name": row.name, "version": 1, "correction_reason": "nhầm ngày"}
    client.post(reverse("regulations:holiday_update", args=[row.pk]), asked)
    row.refresh_from_db()
    assert row.day == D(2019, 4, 16)
    void = {"reason": "không nghỉ", "version": 2}
    client.post(reverse("regulations:holiday_void", args=[row.pk]), void)
    assert Holiday.objects.all().calendar().is_working(D(2019, 4, 16))


def test_holidays_of_a_year_are_listed_for_readers(client, inspector):
    client.force_login(inspector)
    page = client.get(reverse("regulations:holidays"), {"year": "2019", "kind": "worked"})
    days = [row.record.day for row in page.context["listing"].rows]
    assert days == [D(2019, 5, 4), D(2019, 1, 5)]
    assert "holiday_update" not in page.content.decode()
    assert client.get(reverse("regulations:holiday_create")).status_code == 403


def test_holidays_of_an_unreadable_year_are_told(client, inspector):
    client.force_login(inspector)
    page = client.get(reverse("regulations:holidays"), {"year": "hai nghìn"})
    assert page.context["filter"].form.errors["year"]


def test_year_is_filled_at_once_and_only_once(client, officer):
    client.force_login(officer)
    url = reverse("regulations:holiday_year")
    assert client.get(url).context["form"]["year"].value() == 2020
    answer = client.post(url, {"year": "2030"}, follow=True)
    days = set(Holiday.objects.filter(day__year=2030).values_list("day", flat=True))
    assert {D(2030, 4, 30), D(2030, 5, 1), D(2030, 9, 2)} <= days
    assert D(2030, 2, 3) in days  # the first day of the lunar year
    assert f"Đã thêm {len(days)} ngày vào lịch." in answer.content.decode()
    assert AuditEntry.objects.filter(action="regulations.fill_year").count() == len(days)
    again = client.post(url, {"year": "2030"})
    assert again.context["form"].errors["year"] == ["Lịch năm này đã có đủ ngày nghỉ lễ."]


def test_day_the_office_took_out_stays_out(client, officer):
    client.force_login(officer)
    row = Holiday.objects.get(day=D(2019, 9, 2))
    client.post(reverse("regulations:holiday_void", args=[row.pk]), {"reason": "thử", "version": 1})
    assert client.post(reverse("regulations:holiday_year"), {"year": "2019"}).status_code == 200
    assert Holiday.objects.all().calendar().is_working(D(2019, 9, 2))


def test_reader_may_not_fill_a_year(client, inspector):
    client.force_login(inspector)
    assert client.post(reverse("regulations:holiday_year"), {"year": "2030"}).status_code == 403
