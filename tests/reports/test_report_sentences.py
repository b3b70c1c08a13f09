"""What a report says of its period, whenever it is asked for, and the lists behind its numbers."""

import datetime as dt

import pytest

from awards.models import Title
from members.models import Placement
from reports import figures
from reports.composition import gather, sentences
from reports.composition.content import figures_of
from reports.figures import Scope
from tests import factories
from tests.factories import place
from tests.reports.dashboard_links import rows_behind
from tests.reports.report_rows import QUARTER_1, YEAR_2018, fill

D = dt.date


def facts_of(owner, *, kind="annual", period=YEAR_2018, day=None, cell=None):
    return gather(scope=Scope(owner, cell), kind=kind, period=period, day=day or period.last)


def move_away(member, on, reason="transfer_out") -> None:
    member.placements.update(to_on=on - dt.timedelta(days=1), end_reason=reason)


# -- recognitions -------------------------------------------------------------------------------


def test_who_was_recognised_elsewhere_is_not_counted(committee, cell):
    came = place(cell, from_on=D(2017, 3, 24), official_from=D(2018, 3, 24))
    came.placements.update(from_on=D(2018, 10, 26), start_reason="transfer_in")

    assert facts_of(committee).recognised.value == 0


def test_who_was_recognised_here_and_left_since_is_counted(committee, cell, other_cell):
    member = place(cell, from_on=D(2017, 3, 24), official_from=D(2018, 3, 24))
    move_away(member, D(2018, 11, 1))

    assert facts_of(committee).recognised.value == 1
    assert [facts_of(committee, cell=c).recognised.value for c in (cell, other_cell)] == [1, 0]


@pytest.mark.parametrize(
    ("on", "count"), [(D(2017, 12, 31), 0), (D(2018, 1, 1), 1), (D(2018, 12, 31), 1)]
)
def test_recognitions_are_dated_by_the_day_the_member_became_official(committee, cell, on, count):
    place(cell, from_on=D(2016, 12, 1), official_from=on)

    assert facts_of(committee).recognised.value == count


# -- papers -------------------------------------------------------------------------------------


def test_committee_does_not_claim_the_papers_of_its_cells(committee, cell):
    own = {"register": committee, "outside_issuer": "", "stance": "issued"}
    factories.DocumentFactory(**own, committee=committee, issued_on=D(2018, 5, 2))
    for day in (3, 4):
        factories.DocumentFactory(**own, cell=cell, issued_on=D(2018, 5, day))

    assert "đã ban hành 01 văn bản" in sentences.documents(facts_of(committee))
    assert "đã ban hành 02 văn bản" in sentences.documents(facts_of(committee, cell=cell))


# -- at home, and setting an example ------------------------------------------------------------


def test_year_tells_the_contacts_and_comments_under_the_rule_of_its_time(committee, cell):
    people = [place(cell) for _n in range(3)]
    for person in people[:2]:
        contact = factories.ResidenceContactFactory(member=person)
    factories.ResidenceCommentFactory(contact=contact, received_on=D(2018, 12, 1), level="good")
    exempt = {"mode": "exempt", "mode_reason": "đi học"}
    factories.ResidenceContactFactory(member=people[2], **exempt)

    assert sentences.residence(facts_of(committee)) == (
        "Thực hiện Quy định 76: giới thiệu về nơi cư trú 03, trong đó miễn dự sinh hoạt 01 đồng chí;"
        " nhận xét của chi ủy nơi cư trú đã nhận 01, còn thiếu 01."
    )
    assert sentences.residence(facts_of(committee, kind="quarterly", period=QUARTER_1)) == ""


def test_year_that_goes_on_misses_no_comment_before_the_sheets_are_out(committee, cell):
    factories.ResidenceContactFactory(member=place(cell))
    said = sentences.residence(facts_of(committee, day=D(2018, 3, 13)))
    assert said == "Thực hiện Quy định 76: giới thiệu về nơi cư trú 01 đồng chí."
    assert "còn thiếu 01" in sentences.residence(facts_of(committee))


def test_year_without_any_contact_says_nothing_of_it(committee, cell):
    place(cell)
    assert sentences.residence(facts_of(committee)) == ""


def test_year_tells_the_commitments_of_the_committee(committee, cell):
    for _n in range(2):
        member = place(cell)
        factories.PositionFactory(member=member, title="committee_member", committee=committee)
    factories.CommitmentFactory(member=member, year=2018, made_on=D(2018, 1, 10))
    factories.CommitmentFactory(member=place(cell), year=2018, made_on=D(2018, 1, 10))

    said = sentences.commitments(facts_of(committee))
    assert said == "01/02 ủy viên Ban Chấp hành đã cam kết nêu gương."


# -- awards and titles --------------------------------------------------------------------------


def test_quarter_tells_the_awards_decided_in_it(committee, cell):
    for year, decided in [(2018, D(2019, 2, 15)), (2017, D(2017, 12, 1)), (2018, D(2018, 12, 31))]:
        factories.AwardFactory(
            register=committee, member=place(cell), award_year=year, decided_on=decided
        )
    said = sentences.awards(facts_of(committee, kind="quarterly", period=QUARTER_1))

    assert said == (
        "Theo các quyết định trong kỳ được khen 01 lượt cá nhân; trong 05 năm 2014–2018 được khen"
        " 03 lượt cá nhân."
    )


def test_year_tells_the_awards_of_the_year(committee, cell):
    for year, decided in [(2018, D(2018, 12, 1)), (2017, D(2018, 1, 5))]:
        factories.AwardFactory(
            register=committee, member=place(cell), award_year=year, decided_on=decided
        )

    assert sentences.awards(facts_of(committee)).startswith("Năm 2018 được khen 01 lượt cá nhân;")


def test_lesser_title_of_a_later_year_ends_the_streak_on_its_day(committee, cell):
    for year, name in [(2016, "exemplary"), (2017, "exemplary"), (2018, "strong")]:
        Title.objects.create(cell=cell, year=year, name=name, decided_on=D(year + 1, 1, 16))
    scope = Scope(committee, cell)

    streaks = [figures.title_streak(scope, D(2019, 1, day)).figure.value for day in (15, 16)]

    assert streaks == [2, 0]


def test_awards_to_the_committee_itself_say_up_to_when_they_are_counted(committee):
    award = {"register": committee, "member": None, "committee": committee}
    factories.AwardFactory(**award, award_year=2012, decided_on=D(2012, 12, 1))
    factories.AwardFactory(**award, award_year=2018, decided_on=D(2019, 1, 5))

    assert sentences.titles(facts_of(committee)) == (
        "Đến ngày 31/12/2018 tập thể Đảng bộ đã được cấp trên khen 01 lần."
    )


# -- what lies ahead ----------------------------------------------------------------------------


def test_plan_of_a_past_period_stays_when_it_has_been_carried_out(committee, cell):
    meetings = [
        factories.MeetingFactory(cell=cell, kind="model", meets_on=D(2019, month, 22))
        for month in (2, 5)
    ]
    planned = facts_of(committee).planned_models.ids()
    meetings[0].state = "held"
    meetings[0].save()

    assert facts_of(committee).planned_models.ids() == planned == tuple(m.pk for m in meetings)


def test_overdue_probation_is_among_the_tasks(committee, cell):
    place(cell, from_on=D(2017, 11, 3), official_from=False)
    place(cell, from_on=D(2018, 6, 1), official_from=False)

    assert sentences.ahead(facts_of(committee))[1] == (
        "Xem xét công nhận chính thức 02 đảng viên hết thời gian dự bị, tính đến ngày 31/12/2019."
    )


# -- the beginning ------------------------------------------------------------------------------


def test_cell_founded_in_the_period_has_no_evening_before(committee, cell):
    young = factories.CellFactory(committee=committee, founded_on=D(2018, 8, 1))
    member = place(cell)
    move_away(member, D(2018, 8, 1), "internal")
    Placement.objects.create(
        member=member, cell=young, from_on=D(2018, 8, 1), start_reason="internal"
    )

    assert sentences.movement(facts_of(committee, cell=young)) == (
        "Thành lập ngày 01/08/2018; trong kỳ chuyển đến 01; cuối kỳ có 01 đảng viên."
    )


def test_places_are_counted_as_the_office_says(committee, cell, other_cell):
    fill(cell, other_cell)

    assert "(01 xã)" in sentences.secondments(facts_of(committee))


# -- the lists behind the numbers ---------------------------------------------------------------


@pytest.mark.parametrize("of_cell", [False, True])
@pytest.mark.parametrize("kind", ["annual", "quarterly"])
def test_each_number_of_a_report_opens_as_many_rows(
    client, secretary, committee, cell, other_cell, kind, of_cell
):
    fill(cell, other_cell)
    for issuer in ({"committee": committee}, {"cell": cell}, {"cell": other_cell}):
        factories.DocumentFactory(
            register=committee,
            outside_issuer="",
            stance="issued",
            issued_on=D(2018, 5, 2),
            **issuer,
        )
    period, day = (YEAR_2018, D(2018, 12, 31)) if kind == "annual" else (QUARTER_1, D(2019, 3, 13))
    facts = facts_of(
        committee, kind=kind, period=period, day=day, cell=other_cell if of_cell else None
    )
    client.force_login(secretary)

    asked = {figure.url: figure.value for _name, _label, figure in figures_of(facts) if figure.url}

    assert len(asked) > 25
    assert {url: rows_behind(client, url) for url in asked} == asked
