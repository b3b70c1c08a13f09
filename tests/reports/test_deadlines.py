"""Each kind of deadline at the edges of its days, worked out by hand, and the data checks.

Days off used below: Tết 04–08/02/2019, 15/04, 29/04–01/05/2019; Saturday 04/05/2019 is worked.
"""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluations.models import EvaluationRound
from meetings.models import Meeting
from partyunit.dates import PartialDate
from regulations.models import Regulation
from reports.deadlines import Band, Kind, Sources, read_deadlines
from reports.figures import Scope
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date
DAY = D(2019, 3, 13)


@pytest.fixture
def lines(committee):
    """The lines of a kind on a day, data checks left out unless asked for."""

    def of(kind, day=DAY):
        found = read_deadlines(Sources(Scope(committee, named_on=day), day))
        return [line for line in found if line.kind == kind]

    return of


@pytest.fixture
def told(lines):
    def of(kind, day=DAY):
        return [(line.due_on, line.band) for line in lines(kind, day)]

    return of


# -- probation and recognition ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ceremony", "day", "expected"),
    [
        # Twelve months from 28/03/2018 end on 28/03/2019: 15 days ahead is within the step of 30.
        (D(2018, 3, 28), DAY, (D(2019, 3, 28), Band.SOON)),
        # 12/04/2019 is 30 days off, 13/04 is 31: «from afar» up to 90 days, 11/06/2019.
        (D(2018, 4, 12), DAY, (D(2019, 4, 12), Band.SOON)),
        (D(2018, 4, 13), DAY, (D(2019, 4, 13), Band.LATER)),
        (D(2018, 6, 11), DAY, (D(2019, 6, 11), Band.LATER)),
        (D(2018, 6, 12), DAY, None),
        # From 29/02/2016 to 28/02/2017, the last day of that month.
        (D(2016, 2, 29), D(2017, 2, 20), (D(2017, 2, 28), Band.SOON)),
        # Over the year's end: from 31/12/2017 to 31/12/2018.
        (D(2017, 12, 31), D(2018, 12, 1), (D(2018, 12, 31), Band.SOON)),
    ],
)
def test_probation_that_ends(told, cell, ceremony, day, expected):
    factories.place(cell, from_on=ceremony, official_from=False)
    assert told(Kind.PROBATION, day) == ([expected] if expected else [])
    assert told(Kind.RECOGNITION, day) == []


@pytest.mark.parametrize(
    ("day", "band"),
    [
        # Probation over on Tue 12/03/2019: the thirtieth working day after it is Wed 24/04 (13–15/03 3,
        # 18–22 8, 25–29 13, 01–05/04 18, 08–12 23, 15/04 off, 16–19 27, 22, 23, 24/04).
        (D(2019, 3, 12), Band.LATER),
        (D(2019, 4, 9), Band.SOON),
        (D(2019, 4, 24), Band.SOON),
        (D(2019, 4, 25), Band.LATE),
    ],
)
def test_recognition_is_late_after_thirty_working_days(told, cell, day, band):
    factories.place(cell, from_on=D(2018, 3, 12), official_from=False)
    assert told(Kind.RECOGNITION, day) == [(D(2019, 4, 24), band)]
    assert told(Kind.PROBATION, day) == []


def test_recognition_over_tet(told, cell):
    """Over on Fri 25/01/2019: 28/01–01/02 5, Tết off, 11–15/02 10, 18–22 15, 25/02–01/03 20, 04–08 25, 11–15/03 30."""
    factories.place(cell, from_on=D(2018, 1, 25), official_from=False)
    assert told(Kind.RECOGNITION) == [(D(2019, 3, 15), Band.SOON)]


def test_resolution_of_the_cell_passes_the_deadline_on(lines, cell):
    """Submitted on Fri 01/03/2019: 04–08/03 5, 11–15 10, …, 08–12/04 30: Fri 12/04/2019."""
    member = factories.place(cell, from_on=D(2018, 2, 1), official_from=False)
    span = member.memberships.get()
    for kind, day in (("cell_resolution", D(2019, 2, 20)), ("submitted", D(2019, 3, 1))):
        factories.CandidateStepFactory(candidate=None, membership=span, kind=kind, done_on=day)
    [line] = lines(Kind.RECOGNITION)
    assert (line.due_on, line.rule) == (D(2019, 4, 12), "29-QĐ/TW ngày 25/07/2016")
    assert line.what == "Hồ sơ nộp đảng ủy ngày 01/03/2019, chưa có quyết định"
    # On 28/02 the step of 01/03 was not taken: the cell's resolution of 20/02 counts.
    [before] = lines(Kind.RECOGNITION, D(2019, 2, 28))
    assert before.due_on == D(2019, 4, 3)


def test_recognised_member_has_no_line(told, cell):
    factories.place(cell, from_on=D(2018, 1, 25), official_from=D(2019, 1, 25))
    assert told(Kind.PROBATION) == told(Kind.RECOGNITION) == []


# -- admission --------------------------------------------------------------------------------------


@pytest.fixture
def candidate(cell):
    return factories.CandidateFactory(cell=cell)


def step(candidate, kind, day):
    return factories.CandidateStepFactory(candidate=candidate, kind=kind, done_on=day)


def test_decision_is_due_sixty_working_days_after_the_papers(lines, candidate):
    """From Wed 02/01/2019 the sixtieth is Tue 02/04/2019 (tests/regulations/test_workdays.py)."""
    step(candidate, "submitted", D(2019, 1, 2))
    [line] = lines(Kind.ADMISSION)
    assert (line.due_on, line.band, line.who) == (D(2019, 4, 2), Band.SOON, candidate.full_name)
    assert line.cell_id == candidate.cell_id


def test_superior_has_thirty_more(told, candidate):
    """Sent up on Tue 12/03/2019: thirty working days are Wed 24/04/2019."""
    step(candidate, "submitted", D(2019, 1, 2))
    step(candidate, "sent_up", D(2019, 3, 12))
    assert told(Kind.ADMISSION) == [(D(2019, 4, 24), Band.LATER)]


def test_ceremony_counts_from_the_receipt_of_the_decision(told, candidate):
    """Received on Fri 01/03/2019: the thirtieth working day is Fri 12/04/2019."""
    step(candidate, "submitted", D(2019, 1, 2))
    step(candidate, "decision", D(2019, 2, 20))
    # Not received yet: from the decision, Wed 20/02: 21, 22/02 2, 25/02–01/03 7, 04–08 12, 11–15 17,
    # 18–22 22, 25–29 27, 01, 02, 03/04/2019 30.
    assert told(Kind.CEREMONY) == [(D(2019, 4, 3), Band.LATER)]
    step(candidate, "decision_received", D(2019, 3, 1))
    assert told(Kind.CEREMONY) == [(D(2019, 4, 12), Band.LATER)]
    assert told(Kind.ADMISSION) == []


def test_ceremony_counts_from_the_issue_since_208(told, candidate):
    """208-QĐ/TW, 26/7/2026: decided Mon 03/08/2026, received Mon 10/08/2026; counted from the 3rd."""
    step(candidate, "decision", D(2026, 8, 3))
    step(candidate, "decision_received", D(2026, 8, 10))
    [(due_on, _band)] = told(Kind.CEREMONY, D(2026, 8, 20))
    # 04–07/08 4, 10–14 9, 17–21 14, Sat 22/08 worked 15, 24–28 20, Mon 31/08, Tue 01 and Wed 02/09 off,
    # 03, 04/09 22, 07–11 27, 14, 15, 16/09 30.
    assert due_on == D(2026, 9, 16)


def test_certificate_runs_out_after_sixty_months(told, candidate):
    """29/02/2016 and 60 months: 28/02/2021; taken again, the later one counts."""
    step(candidate, "awareness", D(2014, 5, 20))
    assert told(Kind.AWARENESS) == [(D(2019, 5, 20), Band.SOON)]
    step(candidate, "awareness", D(2016, 2, 29))
    assert told(Kind.AWARENESS) == []
    assert told(Kind.AWARENESS, D(2021, 2, 1)) == [(D(2021, 2, 28), Band.SOON)]
    assert told(Kind.AWARENESS, D(2021, 3, 1)) == [(D(2021, 2, 28), Band.LATE)]


def test_candidate_admitted_later_was_pending_before(lines, candidate, cell):
    """As on a day before the admission the papers still waited."""
    step(candidate, "submitted", D(2018, 11, 1))
    member = factories.place(cell, from_on=D(2019, 2, 20), official_from=False)
    candidate.to_on, candidate.outcome = D(2019, 2, 19), "admitted"
    candidate.membership = member.memberships.get()
    candidate.save()
    assert lines(Kind.ADMISSION) == []
    assert [line.who for line in lines(Kind.ADMISSION, D(2019, 1, 15))] == [candidate.full_name]


def test_candidate_who_left_has_no_line(told, candidate):
    step(candidate, "awareness", D(2014, 5, 20))
    candidate.to_on, candidate.outcome = D(2019, 3, 12), "withdrawn"
    candidate.save()
    assert told(Kind.AWARENESS) == []


# -- letters ----------------------------------------------------------------------------------------


def test_letter_that_never_came_back_is_late_after_sixty_working_days(lines, cell):
    member = factories.place(cell)
    member.placements.update(
        to_on=D(2019, 1, 1), end_reason="transfer_out", left_letter_on=D(2019, 1, 2)
    )
    [line] = lines(Kind.TRANSFER)
    assert (line.due_on, line.band) == (D(2019, 4, 2), Band.SOON)
    assert lines(Kind.TRANSFER, D(2019, 4, 3))[0].band == Band.LATE
    member.placements.update(received_on=D(2019, 3, 20))
    assert lines(Kind.TRANSFER) != []
    assert lines(Kind.TRANSFER, D(2019, 3, 20)) == []


def test_letter_brought_along_is_to_be_handed_in_within_thirty(lines, cell):
    """From Wed 02/01/2019: 03–05/01 3, 07–11 8, 14–18 13, 21–25 18, 28/01–01/02 23, 11–15/02 28, 18, 19/02 30."""
    member = factories.place(cell)
    member.placements.update(letter_on=D(2019, 1, 2))
    [line] = lines(Kind.TRANSFER)
    assert line.what == "Giấy giới thiệu đến ngày 02/01/2019 chưa nộp"
    assert (line.due_on, line.band) == (D(2019, 2, 19), Band.LATE)
    member.placements.update(handed_in_on=D(2019, 3, 13))
    assert lines(Kind.TRANSFER) == []


def test_letter_of_who_has_moved_on_is_owed_no_more(lines, cell, other_cell):
    member = factories.place(cell)
    member.placements.update(letter_on=D(2019, 1, 2), to_on=D(2019, 2, 28), end_reason="internal")
    factories.PlacementFactory(
        member=member, cell=other_cell, from_on=D(2019, 3, 1), start_reason="internal"
    )
    assert len(lines(Kind.TRANSFER, D(2019, 2, 28))) == 1
    assert lines(Kind.TRANSFER, D(2019, 3, 1)) == []


def test_letter_taken_away_is_closed_by_a_later_placement(lines, cell, other_cell):
    member = factories.place(cell)
    member.placements.update(
        to_on=D(2019, 1, 1), end_reason="transfer_out", left_letter_on=D(2019, 1, 2)
    )
    back = factories.PlacementFactory(
        member=member, cell=other_cell, from_on=D(2019, 3, 1), letter_on=D(2019, 3, 1)
    )
    assert [line.what for line in lines(Kind.TRANSFER, D(2019, 2, 28))] == [
        "Giấy giới thiệu đi ngày 02/01/2019, nơi đến chưa tiếp nhận"
    ]
    assert [line.what for line in lines(Kind.TRANSFER, D(2019, 3, 1))] == [
        "Giấy giới thiệu đến ngày 01/03/2019 chưa nộp"
    ]
    back.voided_at, back.void_reason = dt.datetime(2019, 3, 1, tzinfo=dt.UTC), "nhầm"
    back.save()
    assert [line.key for line in lines(Kind.TRANSFER, D(2019, 3, 1))] == [
        f"{member.placements.first().pk}-out"
    ]


def test_letter_taken_away_stays_open_for_who_is_a_guest_here(lines, cell, other_cell):
    member = factories.place(cell)
    member.placements.update(to_on=D(2019, 1, 1), end_reason="transfer_out")
    factories.PlacementFactory(
        member=member,
        cell=other_cell,
        kind="temporary",
        start_reason="temporary",
        from_on=D(2019, 3, 1),
    )
    assert f"{member.placements.first().pk}-out" in [line.key for line in lines(Kind.TRANSFER)]


def test_temporary_activity_stays_under_a_year(lines, cell):
    """From 29/03/2018: to 28/03/2019 it is twelve months, to 27/03/2019 it is under them."""
    member = factories.place(cell)
    factories.PlacementFactory(
        member=member,
        cell=None,
        outside_name="Chi bộ Trường Chính trị",
        kind="temporary",
        start_reason="temporary",
        from_on=D(2018, 3, 29),
    )
    [line] = lines(Kind.TRANSFER)
    assert (line.who, line.due_on, line.band) == (member.full_name, D(2019, 3, 27), Band.SOON)
    assert line.cell == "An ninh"


def test_secondment_by_letter_stays_under_a_year(lines, cell):
    """From 29/03/2018 as above; who only attends goes on without an end."""
    host = factories.HostCellFactory(locality__committee=cell.committee)
    for kind in ("attends", "transferred"):
        member = factories.place(cell)
        factories.SecondmentFactory(
            member=member, host_cell=host, kind=kind, from_on=D(2018, 3, 29)
        )
    [line] = lines(Kind.TRANSFER)
    assert (line.who, line.due_on, line.band) == (member.full_name, D(2019, 3, 27), Band.SOON)
    member.secondments.update(to_on=D(2019, 3, 20), end_reason="hết hạn giấy giới thiệu")
    assert [one.due_on for one in lines(Kind.TRANSFER)] == [D(2019, 3, 20)]


def test_guest_of_a_cell_is_told_there(lines, cell):
    guest = factories.MemberFactory()
    factories.PlacementFactory(
        member=guest,
        cell=cell,
        kind="temporary",
        start_reason="temporary",
        from_on=D(2019, 1, 1),
        to_on=D(2019, 3, 31),
    )
    assert [(line.who, line.due_on) for line in lines(Kind.TRANSFER)] == [
        (guest.full_name, D(2019, 3, 31))
    ]


def test_exemption_with_a_last_day_is_told(lines, cell):
    member = factories.place(cell)
    factories.ExemptionFactory(member=member, to_on=D(2019, 3, 31))
    factories.ExemptionFactory(member=factories.place(cell))
    [line] = lines(Kind.EXEMPTION)
    assert (line.who, line.due_on, line.band) == (member.full_name, D(2019, 3, 31), Band.LATER)


def test_three_months_of_absence_are_told(lines, cell):
    """January to March 2019 without a reason; two months, or excused ones, are not enough."""
    away, excused = factories.place(cell), factories.place(cell)
    for month in (1, 2, 3):
        meeting = factories.MeetingFactory(cell=cell, meets_on=D(2019, month, 5), state="held")
        factories.AttendanceFactory(meeting=meeting, member=away, state="absent")
        factories.AttendanceFactory(
            meeting=meeting, member=excused, state="excused", reason="trực chiến đấu"
        )
    [line] = lines(Kind.REMOVAL)
    assert (line.who, line.due_on, line.band) == (away.full_name, None, Band.CHECK)
    assert line.what == "Vắng sinh hoạt không lý do 3 tháng năm 2019"
    assert lines(Kind.REMOVAL, D(2019, 3, 4)) == []
    assert lines(Kind.REMOVAL, D(2020, 1, 1)) == []


# -- duties -----------------------------------------------------------------------------------------


def test_term_of_a_cell_ends_after_thirty_months(told, cell, committee):
    """From 15/11/2016 thirty months are over on 14/05/2019; the committee's five years of 22/05/2015 later."""
    factories.TermFactory(cell=cell, from_on=D(2016, 11, 15))
    assert told(Kind.TERM) == [(D(2019, 5, 14), Band.SOON)]
    assert told(Kind.TERM, D(2020, 5, 21))[-1] == (D(2020, 5, 21), Band.SOON)


def test_post_with_a_last_day_is_told(lines, cell):
    member = factories.place(cell)
    factories.PositionFactory(member=member, cell=cell, to_on=D(2019, 5, 1))
    [line] = lines(Kind.TERM)
    assert (line.who, line.due_on) == (member.full_name, D(2019, 5, 1))


def test_post_whose_successor_is_on_record_is_not_told(lines, cell):
    """The seat of a secretary; another day, or another seat, is still to be filled."""
    member, heir = factories.place(cell), factories.place(cell)
    factories.PositionFactory(member=member, cell=cell, to_on=D(2019, 5, 1))
    after = factories.PositionFactory(member=heir, cell=cell, from_on=D(2019, 5, 3))
    assert [line.due_on for line in lines(Kind.TERM)] == [D(2019, 5, 1)]
    type(after).objects.filter(pk=after.pk).update(from_on=D(2019, 5, 2))
    assert lines(Kind.TERM) == []


@pytest.fixture
def seconded(cell):
    return factories.SecondmentFactory(
        member=factories.place(cell),
        host_cell=factories.HostCellFactory(locality__committee=cell.committee),
        from_on=D(2018, 12, 20),
    )


def test_reports_that_never_came_are_asked_for_month_by_month(lines, seconded):
    [line] = lines(Kind.SECONDMENT)
    assert line.what == "Báo cáo tháng 12/2018, 01/2019, 02/2019"
    assert (line.due_on, line.band) == (D(2019, 1, 5), Band.LATE)


def test_report_of_this_month_is_due_in_the_next(lines, seconded):
    for month in (D(2018, 12, 1), D(2019, 1, 1), D(2019, 2, 1)):
        factories.SecondmentReportFactory(
            secondment=seconded, month=month, handed_in_on=D(2019, 2, 28)
        )
    assert lines(Kind.SECONDMENT) == []
    [line] = lines(Kind.SECONDMENT, D(2019, 3, 31))
    assert (line.what, line.due_on, line.band) == (
        "Báo cáo tháng 03/2019",
        D(2019, 4, 5),
        Band.SOON,
    )


def test_comment_from_home_is_late_after_the_office_s_day(lines, cell):
    member = factories.place(cell)
    contact = factories.ResidenceContactFactory(member=member)
    [line] = lines(Kind.RESIDENCE)
    assert (line.due_on, line.band) == (D(2018, 11, 30), Band.LATE)
    comment = factories.ResidenceCommentFactory(contact=contact)
    assert "đã gửi phiếu" in lines(Kind.RESIDENCE)[0].what
    comment.received_on, comment.level = D(2018, 11, 20), "good"
    comment.save()
    assert lines(Kind.RESIDENCE) == []


def test_member_in_barracks_needs_no_comment(lines, cell):
    factories.ResidenceContactFactory(
        member=factories.place(cell), mode="exempt", mode_reason="ở doanh trại"
    )
    assert lines(Kind.RESIDENCE) == []


def test_committee_member_owes_the_commitment_of_the_year(lines, cell, committee):
    member = factories.place(cell)
    factories.PositionFactory(member=member, committee=committee, title="committee_member")
    factories.place(cell)
    [line] = lines(Kind.COMMITMENT)
    assert (line.due_on, line.band) == (D(2019, 3, 31), Band.LATER)
    assert lines(Kind.COMMITMENT, D(2018, 4, 1)) == []
    made = factories.CommitmentFactory(member=member, made_on=D(2019, 3, 1))
    assert lines(Kind.COMMITMENT) == []
    # Its review is due on 31/12/2019: 45 days ahead on 16/11, late in the next year.
    assert [line.due_on for line in lines(Kind.COMMITMENT, D(2019, 11, 16))] == [D(2019, 12, 31)]
    [review, _of_the_new_year] = lines(Kind.COMMITMENT, D(2020, 2, 20))
    assert (review.band, review.act.url.split("/")[-3]) == (Band.LATE, str(made.pk))
    made.reviewed_on, made.result = D(2019, 12, 20), "done"
    made.save()
    assert lines(Kind.COMMITMENT, D(2019, 12, 25)) == []
    assert lines(Kind.COMMITMENT, D(2019, 2, 28)) != []


# -- badges -----------------------------------------------------------------------------------------


def test_badge_is_told_by_its_round_until_it_is_given(lines, cell):
    """30 years on 10/02/2019, of the round 19/05/2019: 67 days off."""
    member = factories.place(cell, from_on=D(1989, 2, 10), born_on=D(1965, 1, 1))
    [line] = lines(Kind.BADGE)
    assert (line.due_on, line.band) == (D(2019, 5, 19), Band.LATER)
    assert line.what == "30 năm tuổi Đảng ngày 10/02/2019, đợt 19/5/2019"
    assert f"member={member.pk}&years=30&round_on=19/05/2019" in line.act.url
    assert lines(Kind.BADGE, D(2019, 5, 20))[0].band == Band.LATE
    factories.BadgeFactory(member=member)
    assert lines(Kind.BADGE) == []


def test_only_the_highest_badge_of_the_past_is_outstanding(lines, cell):
    """40 years on 10/02/2015: nobody is given 30 any more, and 45 comes in 2020."""
    member = factories.place(cell, from_on=D(1975, 2, 10), born_on=D(1950, 1, 1))
    assert [line.what[:6] for line in lines(Kind.BADGE)] == ["40 năm"]
    factories.BadgeFactory(member=member, years=40)
    assert lines(Kind.BADGE) == []


def test_badge_in_no_round_is_a_kind_of_its_own(lines, cell):
    rule = Regulation.objects.of_day(topic="badge", day=DAY)
    rule.parameters |= {"rounds": [[[3, 2], [1, 12], [31, 1]]]}
    rule.save()
    factories.place(cell, from_on=D(1989, 4, 1), born_on=D(1965, 1, 1))
    [line] = lines(Kind.NO_ROUND)
    assert (line.due_on, line.band) == (D(2019, 4, 1), Band.SOON)
    assert line.what.endswith("không thuộc đợt nào")
    assert lines(Kind.BADGE) == []


def test_interrupted_membership_puts_the_badge_off(lines, cell):
    """Six years in the Party, five outside: 30 years from 30/07/1989 (tests/awards/test_badges.py)."""
    member = factories.place(cell, from_on=D(1995, 6, 1), born_on=D(1960, 1, 1))
    factories.MembershipFactory(
        member=member,
        ceremony_on=D(1985, 3, 1),
        official_from=D(1986, 3, 1),
        ended_on=D(1990, 12, 31),
        end_reason="resigned",
    )
    [line] = lines(Kind.BADGE)
    assert line.what == "30 năm tuổi Đảng ngày 30/07/2019, đợt 2/9/2019"


# -- steps and data ---------------------------------------------------------------------------------


def test_steps_are_the_office_s_own(told, cell):
    factories.place(cell, from_on=D(2018, 6, 12), official_from=False)
    assert told(Kind.PROBATION) == []
    rule = Regulation.objects.get(topic="reminders")
    rule.parameters |= {"probation": [91, 120]}
    rule.save()
    assert told(Kind.PROBATION) == [(D(2019, 6, 12), Band.SOON)]


def checked(lines, day=DAY):
    return {(line.who, line.what) for line in lines(Kind.DATA, day)}


@pytest.fixture
def tidy(cell, committee):
    """A cell and a member without a gap; two more official members."""
    factories.TermFactory(cell=cell, from_on=D(2017, 5, 1))
    people = []
    for at in range(3):
        facts = {"citizen_id": f"01200000000{at}", "card_no": f"3801234{at}"}
        member = factories.place(cell, **facts)
        factories.QualificationFactory(
            member=member, scale="general", level=None, detail="12/12", obtained_on=D(2003, 6, 1)
        )
        people.append(member)
        factories.ResidenceContactFactory(member=member)
        span = member.memberships.get()
        span.recognition_decision_on = D(2011, 3, 1)
        span.save()
    factories.PositionFactory(member=people[0], cell=cell)
    factories.OversightFactory(member=people[1], cell=cell)
    factories.PositionFactory(member=people[2], committee=committee, title="secretary")
    return people[0]


def test_tidy_register_has_nothing_to_look_through(lines, tidy):
    assert checked(lines) == set()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"citizen_id": ""}, "Chưa có số định danh cá nhân"),
        ({"card_no": ""}, "Chính thức mà chưa có số thẻ đảng viên"),
        ({"born_on": PartialDate(1985)}, "Ngày sinh chỉ biết tháng hoặc năm"),
        ({"born_on": D(1995, 1, 1)}, "Kết nạp khi chưa đủ 18 tuổi"),
        ({"born_on": D(1948, 1, 1)}, "Kết nạp khi đã quá 60 tuổi"),
    ],
)
def test_gap_in_the_identity_is_named(lines, tidy, changes, sentence):
    for name, value in changes.items():
        setattr(tidy, name, value)
    tidy.save()
    assert checked(lines) == {(tidy.full_name, sentence)}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"decision_on": PartialDate(2010, 1)},
            "Ngày quyết định kết nạp chỉ biết tháng hoặc năm; tuổi Đảng tính từ ngày cuối",
        ),
        ({"recognition_decision_on": None}, "Chính thức mà chưa ghi quyết định công nhận"),
        (
            {"official_from": D(2012, 2, 4), "recognition_decision_on": D(2012, 3, 1)},
            "Chính thức hơn 24 tháng sau lễ kết nạp mà không ghi lý do",
        ),
    ],
)
def test_gap_in_the_life_is_named(lines, tidy, changes, sentence):
    span = tidy.memberships.get()
    for name, value in changes.items():
        setattr(span, name, value)
    span.save()
    assert checked(lines) == {(tidy.full_name, sentence)}


def test_missing_schooling_is_named(lines, tidy):
    tidy.qualifications.update(obtained_on=D(2019, 3, 14))
    assert checked(lines) == {(tidy.full_name, "Chưa ghi giáo dục phổ thông")}


def test_missing_contact_with_the_cell_at_home_is_named(lines, tidy):
    tidy.residence_contacts.update(from_on=D(2019, 3, 14))
    assert checked(lines) == {(tidy.full_name, "Chưa ghi giữ mối liên hệ nơi cư trú")}


def test_post_held_in_another_cell_is_named(lines, tidy, other_cell):
    deputy = factories.PositionFactory(member=tidy, cell=other_cell, title="cell_deputy")
    sentence = "Giữ chức vụ ở chi bộ mà không sinh hoạt tại đó"
    [line] = [line for line in lines(Kind.DATA) if line.what == sentence]
    assert (line.who, line.cell) == (tidy.full_name, "Điều tra")
    assert line.act.url == f"/dang-vien/chuc-vu/{deputy.pk}/thoi/"


LEFT = "Đã rời đảng bộ mà tài khoản"


@pytest.fixture
def leaver(tidy, committee):
    """A member with an account and a role who left by letter on 01/03/2019."""
    tidy.user = factories.RoleFactory(committee=committee).user
    tidy.save()
    tidy.placements.update(to_on=D(2019, 2, 28), end_reason="transfer_out")
    return tidy


def test_account_of_who_left_with_open_roles_is_named(lines, leaver):
    found = [line for line in lines(Kind.DATA) if line.what.startswith(LEFT)]
    assert [(line.who, line.url) for line in found] == [
        (leaver.full_name, f"/dang-vien/{leaver.pk}/")
    ]
    assert leaver.user.username in found[0].what
    assert found[0].act.url == found[0].url


def test_account_of_who_went_to_another_committee_is_named_to_the_committee(
    lines, leaver, committee, cell, foreign_cell
):
    factories.PlacementFactory(member=leaver, cell=foreign_cell, from_on=D(2019, 3, 1))
    assert [line.who for line in lines(Kind.DATA) if line.what.startswith(LEFT)]
    of_cell = read_deadlines(Sources(Scope(committee, cell, named_on=DAY), DAY))
    assert not [line for line in of_cell if line.what.startswith(LEFT)]


@pytest.mark.parametrize("mended", ["role ended", "account closed", "came back", "not yet gone"])
def test_account_that_is_in_order_is_not_named(lines, leaver, cell, mended):
    if mended == "role ended":
        leaver.user.roles.update(to_on=D(2019, 2, 28))
    elif mended == "account closed":
        leaver.user.is_active = False
        leaver.user.save()
    elif mended == "came back":
        factories.PlacementFactory(member=leaver, cell=cell, from_on=D(2019, 3, 10))
    on = D(2019, 2, 28) if mended == "not yet gone" else DAY
    assert not [line for line in lines(Kind.DATA, on) if line.what.startswith(LEFT)]


@pytest.fixture
def removed(tidy, cell):
    """Removed in 2016, as entered; two meetings of those years and the rating of 2018 remain."""
    tidy.placements.update(to_on=D(2016, 5, 31), end_reason="removed")
    tidy.memberships.update(ended_on=D(2016, 5, 31), end_reason="removed")
    for day in (D(2016, 5, 31), D(2016, 6, 1), D(2019, 3, 13), D(2019, 3, 14)):
        meeting = factories.MeetingFactory(
            cell=cell, meets_on=day, kind="extraordinary", state="held"
        )
        factories.AttendanceFactory(meeting=meeting, member=tidy)
    for year, decided_on in ((2015, D(2016, 6, 20)), (2018, D(2018, 12, 14))):
        row = factories.EvaluationRoundFactory(
            committee=cell.committee, year=year, decided_on=decided_on
        )
        factories.MemberEvaluationFactory(round=row, member=tidy, cell=cell)
    return tidy


def unplaced(lines, day=DAY):
    return [line.what for line in lines(Kind.DATA, day) if line.key.startswith("unplaced")]


def test_meetings_and_ratings_of_days_without_a_placement_are_named(lines, removed):
    """On 31/05/2016 still here; 2015 is rated as of its last day; 14/03/2019 is to come."""
    assert unplaced(lines) == [
        "Dự họp, được xếp loại vào ngày không có nơi sinh hoạt: 2 cuộc họp, 1 lần xếp loại"
    ]
    assert unplaced(lines, D(2016, 6, 20)) == [
        "Dự họp, được xếp loại vào ngày không có nơi sinh hoạt: 1 cuộc họp"
    ]
    assert unplaced(lines, D(2016, 5, 31)) == []
    [line] = [one for one in lines(Kind.DATA) if one.key == f"unplaced-{removed.pk}"]
    assert (line.who, line.act.url) == (removed.full_name, f"/dang-vien/{removed.pk}/")


@pytest.mark.parametrize("mended", ["leaving", "guest", "rows", "meetings", "absent"])
def test_meetings_and_ratings_in_order_are_not_named(lines, removed, other_cell, mended):
    now = dt.datetime(2019, 3, 1, tzinfo=dt.UTC)
    if mended == "leaving":
        removed.placements.update(to_on=None, end_reason="")
    elif mended == "guest":
        factories.PlacementFactory(
            member=removed,
            cell=other_cell,
            kind="temporary",
            start_reason="temporary",
            from_on=D(2016, 6, 1),
        )
    elif mended == "rows":
        removed.attendances.update(voided_at=now, void_reason="nhầm")
        removed.evaluations.update(voided_at=now, void_reason="nhầm")
    elif mended == "absent":
        removed.attendances.update(state="absent")
        EvaluationRound.objects.update(voided_at=now, void_reason="nhầm")
    else:
        Meeting.objects.update(state="postponed", state_reason="bão")
        EvaluationRound.objects.update(voided_at=now, void_reason="nhầm")
    assert unplaced(lines) == []


def test_meetings_of_another_committee_are_its_own_matter(lines, removed, foreign_cell):
    Meeting.objects.update(cell=foreign_cell, committee=foreign_cell.committee)
    removed.evaluations.all().update(
        voided_at=dt.datetime(2019, 3, 1, tzinfo=dt.UTC), void_reason="nhầm"
    )
    assert unplaced(lines) == []


def test_people_of_one_name_and_birthday_are_both_named(lines, tidy, other_cell):
    twin = factories.place(other_cell, full_name=tidy.full_name, born_on=tidy.born_on)
    sentence = "Có người khác cùng họ tên và ngày sinh"
    found = [line for line in lines(Kind.DATA) if line.what == sentence]
    assert {line.url for line in found} == {f"/dang-vien/{pk}/" for pk in (tidy.pk, twin.pk)}


def test_cell_without_secretary_term_and_members_is_named(lines, tidy, other_cell):
    assert checked(lines) == {
        ("Chi bộ Điều tra", "Chi bộ chưa có bí thư"),
        ("Chi bộ Điều tra", "Chưa ghi nhiệm kỳ của chi bộ"),
        ("Chi bộ Điều tra", "Chưa phân công cấp ủy viên phụ trách"),
        ("Chi bộ Điều tra", "Chi bộ có 0 đảng viên chính thức, phải có ít nhất 3"),
    }


def test_year_without_holidays_is_named(lines, committee):
    found = [line.what for line in lines(Kind.DATA, D(2050, 1, 1))]
    assert len([what for what in found if what.startswith("Lịch chưa có ngày nghỉ lễ năm")]) == 2


def test_committee_without_term_and_secretary_is_named(lines, tidy, committee):
    committee.terms.update(to_on=D(2019, 3, 12))
    committee.positions.update(to_on=D(2019, 3, 12))
    assert checked(lines) == {
        ("Đảng bộ", "Chưa ghi nhiệm kỳ của đảng bộ"),
        ("Đảng bộ", "Đảng ủy chưa có bí thư"),
    }


def test_topic_without_a_rule_of_the_day_is_named(lines, tidy):
    """Its deadlines are silent; of days before the first rule on record nothing is said."""
    Regulation.objects.filter(topic="transfer", valid_from=D(2016, 7, 25)).update(
        valid_to=D(2019, 3, 12)
    )
    what = (
        "Ngày 13/03/2019 không có quy định về chuyển sinh hoạt đảng chính thức; hạn không tính được"
    )
    assert checked(lines) == {("Đảng bộ", what)}
    assert lines(Kind.DATA)[0].act.url == "/quy-dinh/them/transfer/"
    assert not any("quy định" in said for _who, said in checked(lines, D(2005, 1, 1)))


def test_voided_rows_fall_out(lines, candidate, seconded):
    step(candidate, "awareness", D(2014, 5, 20))
    assert lines(Kind.AWARENESS)
    assert lines(Kind.SECONDMENT)
    for row in (candidate, seconded):
        row.voided_at, row.void_reason = dt.datetime(2019, 3, 1, tzinfo=dt.UTC), "nhầm"
        row.save()
    assert lines(Kind.AWARENESS) == lines(Kind.SECONDMENT) == []


# -- tasks given at meetings ------------------------------------------------------------------------


def test_open_task_falls_due_on_the_day_in_force(lines, cell):
    """Given for 12/03/2019, put off to 20/03 (7 days off is «soon»); 14/02 is out of sight of 30 days."""
    task = factories.ActionItemFactory(
        meeting__cell=cell, meeting__meets_on=D(2019, 2, 5), due_on=D(2019, 3, 12)
    )
    assert [(line.due_on, line.band) for line in lines(Kind.TASK)] == [(D(2019, 3, 12), Band.LATE)]
    assert lines(Kind.TASK, D(2019, 2, 9)) == []
    assert lines(Kind.TASK, D(2019, 2, 4)) == []
    task.extended_to, task.extension_reason = D(2019, 3, 20), "chờ kinh phí"
    task.save()
    [line] = lines(Kind.TASK)
    assert (line.due_on, line.band, line.cell_id) == (D(2019, 3, 20), Band.SOON, cell.pk)
    assert (line.who, line.act.url) == (task.assignee.full_name, task.get_absolute_url())
    task.state, task.closed_on = "done", DAY
    task.save()
    assert lines(Kind.TASK) == []
    assert lines(Kind.TASK, D(2019, 3, 12))  # not done yet that day


def test_task_of_a_voided_meeting_or_another_committee_is_no_line(lines, cell, foreign_cell):
    gone = factories.ActionItemFactory(meeting__cell=cell, due_on=DAY)
    gone.meeting.voided_at, gone.meeting.void_reason = (
        dt.datetime(2019, 3, 1, tzinfo=dt.UTC),
        "nhầm",
    )
    gone.meeting.save()
    factories.ActionItemFactory(meeting__cell=foreign_cell, due_on=DAY)
    assert lines(Kind.TASK) == []


def test_task_of_the_committee_stands_with_no_cell(lines, committee):
    task = factories.ActionItemFactory(
        meeting__cell=None, meeting__committee=committee, meeting__kind="committee", due_on=DAY
    )
    [line] = lines(Kind.TASK)
    assert (line.key, line.cell_id) == (str(task.pk), None)


def test_statements_do_not_grow_with_the_rows(committee, cell, candidate, seconded):
    def statements():
        with CaptureQueriesContext(connection) as queries:
            assert read_deadlines(Sources(Scope(committee, named_on=DAY), DAY))
        return len(queries)

    def unplaced():
        """On the roll of a meeting and rated, without ever having been placed."""
        member = factories.MemberFactory()
        factories.AttendanceFactory(meeting=meeting, member=member)
        factories.MemberEvaluationFactory(round=rated, member=member, cell=cell)

    for ceremony in (D(2018, 1, 25), D(2018, 3, 28)):
        factories.place(cell, from_on=ceremony, official_from=False)
    step(candidate, "submitted", D(2019, 1, 2))
    meeting = factories.MeetingFactory(cell=cell, state="held")
    rated = factories.EvaluationRoundFactory(committee=committee)
    unplaced()
    few = statements()
    for _more in range(3):
        factories.place(cell, from_on=D(2018, 1, 25), official_from=False)
        factories.place(cell, from_on=D(2018, 3, 28), official_from=False)
        step(factories.CandidateFactory(cell=cell), "awareness", D(2014, 5, 20))
        factories.ResidenceContactFactory(member=factories.place(cell))
        unplaced()
    assert statements() == few
