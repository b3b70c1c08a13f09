"""The sentences of the first page: who is named when, at the edges of their days."""

import datetime as dt

import pytest

from meetings.services import agree_to_plan
from regulations.models import Regulation
from reports import figures
from reports.charts import graduates_chart
from reports.dashboard.notices import Notices
from reports.dashboard.page import read_notices
from reports.dashboard.squares import picture
from reports.figures import Scope
from tests.factories import (
    BadgeFactory,
    CellFactory,
    HostCellFactory,
    MeetingFactory,
    MinutesFactory,
    QualificationFactory,
    SecondmentFactory,
    place,
)

D = dt.date
DAY = D(2019, 3, 13)


def notices(committee, day=DAY) -> dict:
    return {notice.key: notice for notice in read_notices(Scope(committee), day)}


def held(cell, day, kind="regular"):
    return MeetingFactory(cell=cell, meets_on=day, kind=kind, state="held")


# -- meetings -------------------------------------------------------------------------------


def test_cells_that_have_not_met_are_named_with_their_plan(committee, cell, other_cell):
    held(cell, D(2019, 2, 5))
    MeetingFactory(cell=cell, meets_on=DAY)
    MeetingFactory(cell=other_cell, meets_on=D(2019, 3, 15))
    third = CellFactory(committee=committee, name="Phong trào")
    notice = notices(committee)["not-met"]
    assert notice.sentence == "3 chi bộ chưa họp tháng 3"
    assert notice.group == "late"
    assert notice.names == "An ninh (hẹn hôm nay), Điều tra (hẹn 15/3), Phong trào (chưa có lịch)."
    assert notice.items[2].url.endswith(f"/{third.pk}/")


def test_cells_with_a_day_still_to_come_are_not_late(committee, cell):
    MeetingFactory(cell=cell, meets_on=DAY)
    assert notices(committee)["not-met"].group == "soon"
    late = notices(committee, D(2019, 3, 14))["not-met"]
    assert (late.group, late.names) == ("late", "An ninh (hẹn 13/3, chưa ghi).")


def test_meeting_whose_minutes_are_begun_is_being_written(committee, cell):
    MinutesFactory(meeting=MeetingFactory(cell=cell, meets_on=DAY))
    the_day_after = D(2019, 3, 14)
    assert notices(committee, the_day_after)["not-met"].names == "An ninh (hẹn 13/3, đang ghi)."
    board = picture(figures.board(Scope(committee), the_day_after))
    assert "hẹn ngày 13/03/2019, đang ghi biên bản" in board.rows[0].squares[-1].words


def test_nothing_is_missed_before_the_first_meeting_on_record(committee, cell):
    assert notices(committee) == {}


def test_minutes_are_late_after_the_days_of_the_guide(committee, cell):
    meeting = held(cell, D(2019, 3, 5))
    keys = {day: "not-submitted" in notices(committee, D(2019, 3, day)) for day in (7, 8)}
    assert keys == {7: False, 8: True}
    minutes = MinutesFactory(meeting=meeting)
    assert notices(committee)["not-submitted"].names == "An ninh (họp ngày 05/03/2019)."
    minutes.state = "submitted"
    minutes.save()
    assert "not-submitted" not in notices(committee)


def test_plan_a_cell_proposes_waits_until_it_is_agreed_to(committee, cell, other_cell, officer):
    meeting = MeetingFactory(cell=cell, meets_on=D(2019, 3, 13))
    MeetingFactory(cell=other_cell, meets_on=D(2019, 3, 12))  # over: nobody need agree any more
    notice = notices(committee)["not-agreed"]
    assert (notice.group, notice.names) == ("soon", "An ninh (họp ngày 13/03/2019).")
    agree_to_plan(meeting=meeting, version=1, by=officer)
    assert "not-agreed" not in notices(committee)


def test_minutes_are_never_late_before_the_guide(committee, cell):
    held(cell, D(2018, 1, 5))
    assert "not-submitted" not in notices(committee, D(2018, 7, 5))


def test_more_than_six_are_counted_not_named(committee):
    cells = [CellFactory(committee=committee, name=f"Tổ {n}") for n in range(8)]
    MeetingFactory(cell=cells[0], meets_on=D(2019, 2, 5), kind="extraordinary", state="held")
    notice = notices(committee)["not-thematic"]
    assert notice.sentence == "8 chi bộ chưa sinh hoạt chuyên đề quý I"
    assert notice.names == "Tổ 0, Tổ 1, Tổ 2, Tổ 3, Tổ 4 và 3 nữa."


def test_thematic_held_ends_the_sentence(committee, cell):
    held(cell, D(2019, 3, 12), "thematic")
    assert "not-thematic" not in notices(committee)
    assert "not-thematic" in notices(committee, D(2019, 4, 1))


# -- members --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ceremony", "key"),
    [
        (D(2018, 3, 13), "probation-over"),
        (D(2018, 3, 14), "probation-ending"),
        (D(2018, 4, 12), "probation-ending"),
        (D(2018, 4, 13), None),
    ],
)
def test_probation_at_the_edges_of_thirty_days(committee, cell, ceremony, key):
    place(cell, from_on=ceremony, official_from=False)
    assert set(notices(committee)) == ({key} if key else set())


def test_probation_that_is_over_is_late_after_the_cell_s_thirty_working_days(committee, cell):
    """Over on 12/03/2019, the last day is 24/04 (tests/reports/test_deadlines.py)."""
    place(cell, from_on=D(2018, 3, 12), official_from=False, full_name="Lò Thị Pâng")
    groups = [notices(committee, D(2019, 4, day))["probation-over"].group for day in (24, 25)]
    assert groups == ["soon", "late"]
    assert notices(committee)["probation-over"].names == "Lò Thị Pâng (An ninh, hạn 24/04/2019)."


def test_badge_that_is_given_ends_the_sentence(committee, cell):
    member = place(cell, from_on=D(1989, 2, 4))
    assert "badges" in notices(committee)
    BadgeFactory(member=member)
    assert "badges" not in notices(committee)


def test_probation_follows_the_rule_of_its_ceremony(committee, cell):
    """A longer probation from 2019 on leaves those that have begun as they are."""
    twelve = Regulation.objects.get(topic="probation")
    Regulation.objects.filter(pk=twelve.pk).update(valid_to=D(2018, 12, 31))
    Regulation.objects.create(
        topic="probation",
        number="quy định thử",
        valid_from=D(2019, 1, 1),
        parameters={"months": 18},
        source_mark="M",
    )
    place(cell, from_on=D(2018, 3, 20), official_from=False)
    place(cell, from_on=D(2019, 1, 2), official_from=False)
    roll = figures.roll(Scope(committee), D(2019, 3, 13))

    assert [day for _person, day in roll.probation_ends] == [D(2019, 3, 20), D(2020, 7, 2)]
    assert "probation-ending" in notices(committee)


def test_recognised_member_is_on_no_probation(committee, cell):
    place(cell, from_on=D(2018, 3, 1), official_from=D(2019, 3, 1))
    assert notices(committee) == {}


def test_admission_is_new_for_thirty_days(committee, cell):
    place(cell, from_on=D(2019, 2, 12), official_from=False, full_name="Lò Thị Pâng")
    assert notices(committee)["admitted"].names == "Lò Thị Pâng (An ninh, 12/02/2019)."
    assert "admitted" in notices(committee, D(2019, 3, 13))
    assert "admitted" not in notices(committee, D(2019, 3, 14))


@pytest.mark.parametrize(
    ("decision", "day", "years"),
    [
        (D(1989, 2, 3), DAY, None),
        (D(1989, 2, 4), DAY, 30),
        (D(1989, 5, 19), DAY, 30),
        (D(1989, 5, 20), DAY, None),
        (D(1984, 5, 1), DAY, None),
        (D(1974, 5, 1), DAY, 45),
        (D(1970, 5, 1), D(2015, 4, 1), None),
    ],
)
def test_badges_between_two_rounds(committee, cell, decision, day, years):
    place(cell, from_on=decision, full_name="Đào Văn Kim")
    found = notices(committee, day).get("badges")
    assert (found and found.names) == (years and f"Đào Văn Kim (An ninh, {years} năm tuổi Đảng).")


def test_what_is_over_its_day_is_told_kind_by_kind(committee, cell):
    """Letters and reports that are late stood on the deadlines page only."""
    gone = place(cell, full_name="Lò Văn Xa")
    gone.placements.update(
        to_on=D(2018, 6, 1), end_reason="transfer_out", left_letter_on=D(2018, 6, 1)
    )
    host = HostCellFactory(locality__committee=committee)
    for name in ("Cà Thị Hai", "Bạc Thị Một"):
        lent = place(cell, full_name=name)
        SecondmentFactory(member=lent, host_cell=host, from_on=D(2019, 1, 10))
    found = notices(committee)
    letter, report = found["late-transfer"], found["late-secondment"]
    assert (letter.group, letter.sentence) == ("late", "1 việc quá hạn: chuyển sinh hoạt đảng")
    assert letter.names == "Lò Văn Xa (An ninh, hạn 24/08/2018)."
    assert report.sentence == "2 việc quá hạn: báo cáo tăng cường"
    assert (
        report.names
        == "Cà Thị Hai (An ninh, hạn 05/02/2019), Bạc Thị Một (An ninh, hạn 05/02/2019)."
    )
    assert "late-transfer" not in notices(committee, D(2018, 8, 24))


def test_sentences_take_few_statements(committee, cell, django_assert_num_queries):
    held(cell, D(2019, 2, 5))
    scope = Scope(committee)
    roll, board = figures.roll(scope, DAY), figures.board(scope, DAY)
    # rules, minutes and plans, thematic meetings; candidates, letters in, out, temporary, terms, secondments, commitments, tasks
    with django_assert_num_queries(11):
        assert list(Notices(scope, DAY, roll=roll, board=board))


# -- drawing --------------------------------------------------------------------------------


def test_chart_stands_on_its_floor_and_names_its_ends(committee, cell):
    QualificationFactory(member=place(cell, from_on=D(2009, 5, 1)), obtained_on=D(2015, 1, 1))
    chart = graduates_chart(figures.graduates_by_year(Scope(committee), DAY))
    columns = chart.drawing.columns
    assert len(columns) == 11
    assert {c.whole_y + c.whole_height for c in columns} == {chart.drawing.floor}
    assert [c.above for c in columns][-5:] == ["100,0"] * 5
    assert columns[-1].is_last
    assert not columns[-1].gives_way
    assert "0,0 % năm 2009, 100,0 % ngày 13/03/2019" in chart.drawing.words


def test_chart_begins_with_the_first_year_that_has_members(committee, cell):
    points = figures.graduates_by_year(Scope(committee), DAY)
    assert graduates_chart(points) is None
    place(cell, from_on=D(2017, 5, 1)).placements.update(to_on=D(2018, 6, 1), end_reason="died")
    chart = graduates_chart(figures.graduates_by_year(Scope(committee), DAY))
    assert [point.day.year for point in chart.points] == [2017, 2018, 2019]
    assert [column.above for column in chart.drawing.columns] == ["0,0", "–", "–"]


@pytest.mark.parametrize(
    ("day", "last_heads"),
    [
        (
            D(2019, 1, 31),
            [("q older", "Quý III/2018", 3), ("q", "Quý IV/2018", 3), ("q", "Quý I/2019", 1)],
        ),
        (
            D(2019, 2, 28),
            [("q older", "Quý III/2018", 3), ("q older", "Quý IV/2018", 3), ("q", "Quý I/2019", 2)],
        ),
        (
            D(2019, 3, 31),
            [("q older", "Quý III/2018", 3), ("q older", "Quý IV/2018", 3), ("q", "Quý I/2019", 3)],
        ),
    ],
)
def test_board_on_a_phone_shows_whole_quarters(committee, cell, day, last_heads):
    shown = picture(figures.board(Scope(committee), day))
    heads = [(head.column, head.name, head.months) for head in shown.quarters]
    assert heads[-3:] == last_heads
    assert sum(months for _column, _name, months in heads) == 12
