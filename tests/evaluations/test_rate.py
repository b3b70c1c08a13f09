"""The grades of a cell's members on one page, corrected and voided one by one."""

import datetime as dt

import pytest
from django.urls import reverse

from evaluations import services
from evaluations.models import MemberEvaluation
from members.timeline import timeline_of
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def row(committee):
    return factories.EvaluationRoundFactory(committee=committee)


@pytest.fixture
def people(cell):
    members = [factories.place(cell, full_name=f"Lò Văn {name}") for name in ("Panh", "Phong")]
    factories.place(cell, from_on=D(2018, 12, 20), full_name="Lò Văn Muộn")  # after the round's day
    return members


@pytest.fixture
def rate(client, officer, row, cell, people):
    client.force_login(officer)
    url = reverse("evaluations:rate", args=[row.pk, cell.pk])
    return lambda typed: client.post(url, typed)


def test_page_asks_for_those_of_the_rounds_day(client, officer, row, cell, people):
    client.force_login(officer)
    page = client.get(reverse("evaluations:rate", args=[row.pk, cell.pk]))
    assert page.context["form"].members == people
    assert "Hoàn thành xuất sắc nhiệm vụ" in page.content.decode()


def test_grades_are_stored_and_who_is_left_waits(client, rate, row, cell, people):
    first, second = people
    assert rate({f"grade-{first.pk}": "excellent"}).status_code == 302
    stored = MemberEvaluation.objects.get()
    assert (stored.member, stored.cell, stored.grade) == (first, cell, "excellent")
    page = client.get(reverse("evaluations:round", args=[row.pk]))
    line = page.context["lines"][0]
    assert [count for count, *_rest in line["counts"]] == [1, 0, 0, 0, 0]
    assert line["waiting"] == 1
    unrated = {f"grade-{second.pk}": "not_rated", f"reason-{second.pk}": "mới kết nạp"}
    assert rate(unrated).status_code == 302
    assert MemberEvaluation.objects.get(member=second).reason == "mới kết nạp"


def test_bad_input_is_told_beside_its_field_and_keeps_what_was_typed(rate, people):
    first, second = people
    answer = rate({f"grade-{first.pk}": "not_rated", f"grade-{second.pk}": "good"})
    assert f"reason-{first.pk}" in answer.context["form"].errors
    assert answer.context["form"][f"grade-{second.pk}"].value() == "good"
    answer = rate({f"grade-{first.pk}": "good", f"reason-{first.pk}": "ốm"})
    assert f"reason-{first.pk}" in answer.context["form"].errors
    assert "Chưa chọn" in rate({}).content.decode()
    assert not MemberEvaluation.objects.exists()


def test_second_officer_is_told_who_is_rated_already(client, rate, row, cell, people):
    """Both opened the page; the slower one's other grades are not stored half."""
    first, second = people
    services.rate_members(row=row, cell=cell, grades={first: ("good", "")}, by=None)
    with pytest.raises(services.ValidationError, match="Lò Văn Panh"):
        grades = {first: ("excellent", ""), second: ("good", "")}
        services.rate_members(row=row, cell=cell, grades=grades, by=None)
    assert MemberEvaluation.objects.get().grade == "good"


def test_what_the_slower_officer_typed_is_neither_dropped_nor_written_half(rate, row, cell, people):
    """The grade of somebody rated meanwhile was left out, and the message counted the rest."""
    first, second = people
    services.rate_members(row=row, cell=cell, grades={first: ("good", "")}, by=None)
    typed = {f"grade-{first.pk}": "excellent", f"grade-{second.pk}": "good"}
    answer = rate(typed)
    assert answer.status_code == 200
    assert "Đã có người ghi, hoặc không thuộc chi bộ vào ngày xếp loại: Lò Văn Panh." in answer.text
    form = answer.context["form"]
    assert [form[name].value() for name in typed] == ["excellent", "good"]
    assert MemberEvaluation.objects.get().grade == "good"
    assert rate(typed | {f"grade-{first.pk}": ""}).status_code == 302
    assert MemberEvaluation.objects.count() == 2


def test_voided_round_takes_no_grade(row, cell, people):
    """The page was open while another officer voided the round."""
    stale = type(row).objects.select_related("rule").get(pk=row.pk)
    services.void_round(row=row, reason="nhầm", version=row.version, by=None)
    with pytest.raises(services.ValidationError, match="vừa bị hủy"):
        services.rate_members(row=stale, cell=cell, grades={people[0]: ("good", "")}, by=None)
    assert not MemberEvaluation.objects.exists()


def test_grade_is_corrected_with_a_reason_and_voided(client, officer, row, cell, people):
    client.force_login(officer)
    graded = factories.MemberEvaluationFactory(round=row, member=people[0], cell=cell)
    url = reverse("evaluations:correct", args=[graded.pk])
    typed = {"grade": "fulfilled", "reason": "", "version": 1}
    assert client.post(url, typed).status_code == 200  # the reason of the correction is asked
    assert client.post(url, {**typed, "correction_reason": "nhầm dòng"}).status_code == 302
    graded.refresh_from_db()
    assert (graded.grade, graded.version) == ("fulfilled", 2)
    url = reverse("evaluations:void", args=[graded.pk])
    assert client.post(url, {"reason": "trùng", "version": 2}).status_code == 302
    assert not MemberEvaluation.objects.valid().exists()


def test_list_has_filters_and_scope(client, officer, leader, stranger, row, cell, other_cell):
    other = factories.place(other_cell, full_name="Vàng Thị Khác")
    own = factories.place(cell, full_name="Lò Văn Panh")
    for member, place, grade in ((other, other_cell, "good"), (own, cell, "excellent")):
        factories.MemberEvaluationFactory(round=row, member=member, cell=place, grade=grade)

    def names(user, **query):
        client.force_login(user)
        listing = client.get(reverse("evaluations:list"), query).context["listing"]
        return [str(line.record.member) for line in listing.rows]

    assert len(names(officer)) == 2
    assert names(officer, grade="excellent") == ["Lò Văn Panh"]
    assert names(officer, q="vang khac") == ["Vàng Thị Khác"]
    assert names(officer, year="2017") == []
    assert names(officer, on="13/12/2018") == []
    assert names(leader) == ["Lò Văn Panh"]
    assert names(stranger) == []


def test_grade_stands_in_the_members_timeline_as_its_rule_calls_it(row, cell, people):
    older = factories.EvaluationRoundFactory(
        committee=row.committee, year=2016, decided_on=D(2016, 12, 12)
    )
    factories.MemberEvaluationFactory(round=older, member=people[0], cell=cell)
    told = [one.text for one in timeline_of(people[0], D(2019, 3, 13), paper_url=None)]
    assert "Xếp loại năm 2016: đủ tư cách, hoàn thành tốt nhiệm vụ." in told
    assert not any(
        "Xếp loại" in one.text for one in timeline_of(people[0], D(2016, 12, 11), paper_url=None)
    )
