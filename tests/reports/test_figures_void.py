"""A row that never was true counts nowhere: voiding one moves its own numbers and no others."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse

from audit.services import void
from meetings.models import CalendarFeed, MinutesAddendum, MinutesSection
from members.models import ImportLayout
from partyunit.dates import Period
from partyunit.models import Record
from regulations.models import Holiday, Regulation
from reports import figures
from reports.composition.reads import model_meetings_ahead
from reports.dashboard.page import minutes_waiting, read_notices
from reports.figures import Scope
from reports.secondments.views import owing
from reports.services import request_report
from tests import factories
from tests.factories import place

D = dt.date
DAY = D(2019, 3, 13)
RECORDS = {model.__name__ for model in apps.get_models() if issubclass(model, Record)}
LISTS = [
    "cells:list",
    "cells:localities",
    "cells:host_cells",
    "cells:office_units",
    "members:list",
    "members:secondments",
    "meetings:list",
    "awards:list",
    "awards:titles",
    "awards:badges",
    "documents:list",
    "members:candidates",
    "members:residence",
    "members:commitments",
    "evaluations:list",
    "evaluations:rounds",
    "reports:list",
]


def whole_life(member, cell, officer) -> list[Record]:
    """The rows of a life in the Party, of the yearly grade, and of the work with lists and files."""
    committee = cell.committee
    contact = factories.ResidenceContactFactory(member=member)
    candidate = factories.CandidateFactory(cell=cell)
    of_year = factories.EvaluationRoundFactory(committee=committee)
    grade = factories.MemberEvaluationFactory(round=of_year, member=member, cell=cell)
    return [
        candidate,
        factories.CandidateStepFactory(candidate=candidate),
        factories.ExemptionFactory(member=member),
        contact,
        factories.ResidenceCommentFactory(contact=contact),
        factories.CommitmentFactory(member=member),
        factories.BadgeFactory(member=member),
        of_year,
        grade,
        factories.SavedViewFactory(owner=officer),
        factories.ImportBatchFactory(committee=committee, uploaded_by=officer),
        ImportLayout.objects.create(committee=committee, fingerprint="0" * 64),
    ]


def course_of(meeting, minutes, officer) -> list[Record]:
    """What a meeting has beside roll, agenda and tasks, and what goes on beside the meetings."""
    score = factories.QualityScoreFactory(meeting=meeting)
    campaign = factories.CampaignFactory(committee=meeting.committee)
    activity = factories.ActivityFactory(committee=meeting.committee, campaign=campaign)
    papers = factories.DocumentFactory(
        register=meeting.committee, number="01-NQ/CB", issued_on=D(2018, 1, 5)
    )
    return [
        CalendarFeed.objects.create(user=officer, key_sha256="0" * 64),
        factories.MeetingPaperFactory(meeting=meeting),
        factories.VoteFactory(meeting=meeting),
        score,
        factories.ScoreLineFactory(score=score),
        factories.ResolutionFactory(minutes=minutes, document=papers, issued_by=officer),
        campaign,
        activity,
        factories.ParticipationFactory(activity=activity, cell=meeting.cell),
    ]


@pytest.fixture
def world(committee, cell, other_cell, officer):
    """A row of every kind, in a committee where every number counts something."""
    member = place(cell, from_on=D(2018, 2, 1), official_from=D(2019, 2, 1))
    place(other_cell, from_on=D(2018, 3, 20), official_from=False)
    locality = factories.LocalityFactory(committee=committee)
    host = factories.HostCellFactory(locality=locality)
    plan = factories.DocumentFactory(register=committee, issued_on=D(2019, 1, 8))
    meeting = factories.MeetingFactory(cell=cell, state="held")
    minutes = factories.MinutesFactory(meeting=meeting, state="submitted")
    item = factories.AgendaItemFactory(meeting=meeting)
    secondment = factories.SecondmentFactory(
        member=member, host_cell=host, plan=plan, from_on=D(2019, 2, 5)
    )
    report = {"kind": "annual", "period": Period.of_year(2018), "on": DAY, "by": officer}
    factories.PositionFactory(member=member, committee=committee, title="committee_member")
    rows = [
        committee,
        committee.names.get(),
        factories.TermFactory(cell=cell),
        factories.CellFactory(committee=committee),
        factories.OfficeUnitFactory(committee=committee),
        locality,
        host,
        Regulation.objects.of_day(topic="cell_meeting", day=DAY),
        Holiday.objects.first(),
        officer.roles.get(),
        factories.DocumentFactory(register=committee, stance="advised", issued_on=D(2019, 1, 9)),
        member,
        member.memberships.get(),
        member.placements.get(),
        secondment,
        factories.SecondmentReportFactory(
            secondment=secondment, month=D(2019, 3, 1), handed_in_on=D(2019, 3, 12)
        ),
        *whole_life(member, cell, officer),
        factories.PositionFactory(member=member, committee=committee, title="party_work_team"),
        factories.RankFactory(member=member),
        factories.OversightFactory(member=member, cell=other_cell),
        factories.QualificationFactory(member=member),
        factories.MeetingFactory(cell=cell, state="held", kind="model", meets_on=D(2019, 3, 6)),
        factories.AttendanceFactory(meeting=meeting, member=member),
        factories.GuestFactory(meeting=meeting),
        minutes,
        MinutesSection.objects.create(minutes=minutes, part="opening", text="Mở đầu"),
        MinutesAddendum.objects.create(
            minutes=minutes, added_on=DAY, text="Bổ sung", added_by=officer
        ),
        item,
        factories.OpinionFactory(item=item, speaker=member),
        factories.ActionItemFactory(meeting=meeting, assignee=member),
        *course_of(meeting, minutes, officer),
        factories.AwardFactory(register=committee, member=member),
        factories.TitleFactory(committee=committee),
        request_report(owner=committee, **report),
    ]
    factories.AwardFactory(register=committee, member=None, committee=committee)
    factories.MeetingFactory(cell=other_cell, state="held", meets_on=D(2019, 2, 5))
    return {type(row).__name__: row for row in rows}


def numbers(committee) -> dict:
    """Every figure of the office, by name."""
    scope, period = Scope(committee), Period(D(2019, 1, 1), DAY)
    flow = figures.movement(scope, Period(D(2018, 1, 1), DAY))
    found = figures.summary(scope, DAY, first_year=2014, last_year=2018)
    found["awards"] = [(row["collective"], row["individual"]) for row in found["awards"]]
    posts, board = figures.posts(scope, DAY), figures.board(scope, DAY)
    return found | {
        "admitted": flow.admitted.value,
        "attended": figures.attendance(scope, period).present,
        "meetings": figures.meetings_held(scope, period).total.value,
        "documents": [line.figure.value for line in figures.documents(scope, period)],
        "growth": [p.graduates.value for p in figures.growth(scope, [DAY])],
        "decided": figures.awards_decided(scope, Period.of_year(2018)).individual.value,
        "committee members": posts.committee.value,
        "board": [[mark.kind.value for mark in row.marks] for row in board.rows],
        "recognised": figures.movement(scope, period).recognised.value,
        "reports owed": owing(scope, figures.secondments(scope, DAY).total, DAY).value,
        "models ahead": model_meetings_ahead(scope, after=D(2018, 12, 31), last=DAY).value,
        "waiting": minutes_waiting(scope, DAY).figure.value,
        "notices": {one.key: len(one.items) for one in read_notices(scope, DAY)},
    }


def lists(client) -> dict:
    """How many rows each register shows."""
    return {
        name: client.get(reverse(name), {"on": "13/03/2019"}).context["listing"].count
        for name in LISTS
    }


SECONDED = {
    *("seconded", "seconded_by_cell", "host_cells", "communes", "members:secondments"),
    "notices",  # the monthly reports that are late
}
OF_PLACE = {
    *("members", "official", "graduates", "graduate_percent", "growth", "members:list"),
    *("admitted", "recognised", "party_work_team", "committee members"),
    *("awards:badges", "evaluations:list", "members:commitments", "members:residence"),
    *SECONDED,
}
# What each row moves; a row named with nothing is counted by no figure and no register.
MOVED = {
    "Committee": set(),
    "OrganisationName": set(),
    "Term": {"notices"},  # its end is over
    "Cell": {"cells", "cells:list", "board", "notices", "seconded_by_cell"},
    "OfficeUnit": {"cells:office_units"},
    "Locality": {"cells:localities", "communes"},
    "HostCell": {"cells:host_cells", "host_cells"},
    "Regulation": {"notices"},
    "Holiday": set(),
    "RoleAssignment": set(),
    "Document": {"documents", "documents:list"},
    "Member": OF_PLACE,
    "Membership": {"official", "recognised"},
    "Placement": OF_PLACE,
    "Secondment": SECONDED,
    "SecondmentReport": {"reports owed"},
    "Candidate": {"members:candidates"},
    "CandidateStep": set(),
    "Exemption": set(),
    "ResidenceContact": {"notices"},  # its comment is late; the list is of the members
    "ResidenceComment": set(),
    "Commitment": set(),  # as above
    "Badge": {"awards:badges"},
    "EvaluationRound": {"evaluations:list", "evaluations:rounds"},
    "MemberEvaluation": {"evaluations:list"},
    "SavedView": set(),
    "ImportBatch": set(),
    "ImportLayout": set(),
    "Position": {"party_work_team"},
    "Rank": set(),
    "Oversight": set(),
    "Qualification": {"graduates", "graduate_percent", "growth"},
    "Meeting": {"meetings", "meetings:list", "model_meetings", "models ahead", "notices"},
    "Attendance": {"attended"},
    "Guest": set(),
    "Minutes": {"waiting", "notices"},
    "MinutesSection": set(),
    "MinutesAddendum": set(),
    "AgendaItem": set(),
    "Opinion": set(),
    "ActionItem": set(),
    "CalendarFeed": set(),
    "MeetingPaper": set(),
    "Vote": set(),
    "QualityScore": set(),
    "ScoreLine": set(),
    "Resolution": set(),
    "Campaign": set(),
    "Activity": set(),
    "Participation": set(),
    "Award": {"awards", "awards:list", "decided"},
    "Title": {"title_streak", "awards:titles"},
    "Report": {"reports:list"},
}


def test_every_kind_of_row_is_named(world):
    assert set(world) == set(MOVED) == RECORDS


def test_voided_row_moves_its_own_numbers_only(client, world, committee, secretary, officer):
    """One world for all kinds, each voided and taken back, so that a page is read once for each."""
    client.force_login(secretary)
    before = numbers(committee) | lists(client)
    moved = {}
    for name, row in world.items():
        with transaction.atomic():
            row.refresh_from_db()
            void(row, by=officer, reason="nhập nhầm")
            after = numbers(committee) | lists(client)
            transaction.set_rollback(True)
        moved[name] = {key for key in before if before[key] != after[key]}

    assert moved == MOVED
