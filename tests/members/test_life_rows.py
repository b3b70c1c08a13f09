"""The rows of a whole life in the Party: what the database itself keeps right."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from members.models import CandidateStep, Placement, ResidenceContact
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date

WRONG = [
    (factories.CandidateFactory, {"to_on": D(2018, 9, 1)}, "ngày và kết quả"),
    (factories.CandidateFactory, {"outcome": "admitted", "to_on": D(2018, 9, 1)}, "gắn với lần"),
    (factories.CandidateStepFactory, {"candidate": None}, "thuộc về một người"),
    (factories.CandidateStepFactory, {"votes_base": 9, "votes_for": 10}, "không quá số"),
    (factories.CandidateStepFactory, {"votes_base": 9}, "cả hai số"),
    (factories.SecondmentFactory, {"remark": "Tốt."}, "Nhận xét phải có ngày"),
    (factories.ExemptionFactory, {"kind": "other"}, "miễn hoặc đình chỉ"),
    (factories.SecondmentReportFactory, {"month": D(2019, 2, 2)}, "ngày đầu tháng"),
    (factories.ResidenceContactFactory, {"residence_cell": ""}, "ghi chi bộ nơi cư trú"),
    (factories.ResidenceContactFactory, {"confirmed_on": D(2016, 1, 9)}, "không trước ngày ấy"),
    (factories.ResidenceCommentFactory, {"received_on": D(2018, 12, 1)}, "mức nhận xét"),
    (factories.ResidenceCommentFactory, {"asked_on": None}, "Ghi ngày gửi phiếu"),
    (factories.CommitmentFactory, {"result": "done"}, "kết quả và ngày"),
    (factories.CommitmentFactory, {"year": 2011}, "từ năm 2012"),
]


@pytest.mark.parametrize(("factory", "wrong", "sentence"), WRONG)
def test_contradictory_row_is_refused_by_form_and_database(factory, wrong, sentence):
    row = factory()  # the same without the contradiction stands
    for name, value in wrong.items():
        setattr(row, name, value)
    with pytest.raises(ValidationError, match=sentence):
        row.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(row)._base_manager.filter(pk=row.pk).update(**wrong)


def test_step_is_taken_once_but_the_awareness_class_again():
    candidate = factories.CandidateFactory()
    for day in (D(2012, 5, 10), D(2018, 5, 10)):
        factories.CandidateStepFactory(candidate=candidate, done_on=day)
    application = CandidateStep.Kind.APPLICATION
    factories.CandidateStepFactory(candidate=candidate, kind=application)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.CandidateStepFactory(candidate=candidate, kind=application)


def test_step_of_admission_is_none_of_recognition(cell):
    membership = factories.place(cell, from_on=D(2018, 6, 1), official_from=False).memberships.get()
    step = CandidateStep(membership=membership, kind="application", done_on=D(2018, 7, 1))
    with pytest.raises(ValidationError, match="không thuộc quy trình"):
        step.full_clean()
    CandidateStep(membership=membership, kind="class", done_on=D(2018, 7, 1)).full_clean()


def test_leaving_letter_belongs_to_a_transfer_out(cell):
    placement = factories.place(cell).placements.get()
    placement.left_letter_on = D(2019, 1, 2)
    with pytest.raises(ValidationError, match="Chỉ chuyển đi"):
        placement.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.filter(pk=placement.pk).update(left_letter_on=D(2019, 1, 2))


def test_exempt_and_suspended_do_not_overlap(cell):
    member = factories.place(cell)
    factories.ExemptionFactory(member=member, to_on=D(2018, 12, 31))
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.ExemptionFactory(member=member, kind="suspended", from_on=D(2018, 12, 31))
    factories.ExemptionFactory(member=member, kind="suspended", from_on=D(2019, 1, 1))


def test_report_of_a_month_without_secondment_is_refused():
    report = factories.SecondmentReportFactory()
    report.month = report.secondment.from_on.replace(day=1) - dt.timedelta(days=31)
    report.month = report.month.replace(day=1)
    with pytest.raises(ValidationError, match="không đi tăng cường"):
        report.clean()


def test_comment_of_a_voided_contact_counts_nowhere():
    comment = factories.ResidenceCommentFactory()
    model = type(comment)
    assert model.objects.valid().count() == 1
    ResidenceContact.objects.filter(pk=comment.contact_id).update(
        voided_at="2019-03-13T08:00+07:00", void_reason="nhập nhầm"
    )
    assert model.objects.valid().count() == 0
