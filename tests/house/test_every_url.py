"""Every page as every role, against one table: nothing is reachable that is not named here."""

import datetime as dt
import re

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLResolver

from audit.models import AuditEntry
from partyunit.dates import Period
from regulations.models import Holiday, Regulation
from reports.services import request_report
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db

ROLES = ["secretary", "officer", "inspector", "leader", "administrator", "stranger"]
SECONDMENT = (
    *("members:secondment", "members:report_month"),
    *("members:remark_on_secondment", "members:end_secondment"),
)
OPEN_TO_ALL = {
    "health",
    "appearance",
    "set_language",
    "accounts:sign_in",
    "meetings:worker",
    "meetings:feed",
}


def names(resolver=None, prefix=""):
    """Every named address of the program."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern, inner)
        else:
            yield prefix + pattern.name


@pytest.fixture
def world(committee, cell, other_cell, officer, leader, administrator):
    """One row of each kind, all of `committee` and, where a cell owns them, of `cell`."""
    member = leader.member
    minutes = factories.MinutesFactory(meeting__cell=cell, meeting__chair=member)
    item = factories.AgendaItemFactory(meeting=minutes.meeting)
    host = factories.HostCellFactory(locality__committee=committee)
    plan = factories.DocumentFactory(register=committee)
    left = factories.place(cell)
    left.placements.update(to_on=dt.date(2018, 1, 1), end_reason="transfer_out")
    contact = factories.ResidenceContactFactory(member=member)
    graded = factories.MemberEvaluationFactory(round__committee=committee, member=member, cell=cell)
    report = request_report(
        kind="annual", owner=committee, period=Period.of_year(2018), on=TODAY, by=officer
    )
    view = factories.SavedViewFactory(owner=officer)
    return {
        "cells:localit": host.locality.pk,
        "cells:host_cell": host.pk,
        "cells:term_void": factories.TermFactory(cell=cell).pk,
        "cells:office_unit": factories.OfficeUnitFactory(committee=committee).pk,
        "cells:rename_undo": factories.OrganisationNameFactory(
            committee=None, cell=cell, to_on=dt.date(2014, 12, 31)
        ).pk,
        "cells:name": factories.OrganisationNameFactory(
            committee=None, cell=cell, from_on=dt.date(2015, 1, 1)
        ).pk,
        "cells": cell.pk,
        "organisation:undo_term": factories.TermFactory(
            cell=cell, from_on=dt.date(2010, 1, 1), to_on=dt.date(2015, 5, 21)
        ).pk,
        "organisation:change_cell_term": cell.pk,
        "organisation:dissolve_cell": cell.pk,
        "organisation:merge_cells": cell.pk,
        "organisation:undo_closing": factories.CellFactory(
            committee=committee, dissolved_on=dt.date(2018, 1, 1)
        ).pk,
        "members:import": factories.ImportBatchFactory(committee=committee, uploaded_by=officer).pk,
        "members:end_position": member.positions.get().pk,
        "members:end_oversight": factories.OversightFactory(
            member=factories.place(other_cell), cell=cell
        ).pk,
        **dict.fromkeys(
            SECONDMENT,
            factories.SecondmentFactory(member=member, host_cell=host, plan=plan).pk,
        ),
        "members:host_cell": host.pk,
        "members:end_contact": contact.pk,
        "members:confirm_contact": contact.pk,
        "members:review_commitment": factories.CommitmentFactory(member=member).pk,
        "members:end_exemption": factories.ExemptionFactory(member=member).pk,
        "members:end_temporary": factories.PlacementFactory(
            member=factories.place(other_cell),
            cell=cell,
            kind="temporary",
            start_reason="temporary",
            from_on=dt.date(2019, 1, 1),
        ).pk,
        "members:take_recognition_step": member.pk,
        "members:step_": factories.CandidateStepFactory(candidate__cell=cell).pk,
        **dict.fromkeys(
            [
                *("members:candidate", "members:take_step", "members:admit_candidate"),
                *("members:move_candidate", "members:end_candidate"),
                *("members:reopen_candidate", "members:void_candidate"),
            ],
            factories.CandidateFactory(cell=cell).pk,
        ),
        "members:receive_transfer": left.placements.get().pk,
        "members:undo_recognition": member.memberships.get().pk,
        "members:undo_leaving": left.placements.get().pk,
        "members:correct": factories.RankFactory(
            member=member, from_on=dt.date(2012, 1, 1), to_on=dt.date(2014, 12, 31)
        ).pk,
        "members:void_registration": member.pk,
        "members:void": factories.RankFactory(member=member).pk,
        "members": member.pk,
        "regulations:holiday": Holiday.objects.first().pk,
        "regulations": Regulation.objects.filter(topic="badge").first().pk,
        "meetings:cell_attendance": cell.pk,
        "meetings:void_minutes": minutes.pk,
        "meetings:void_resolution": factories.ResolutionFactory(
            minutes__meeting__cell=cell, minutes__meeting__kind="extraordinary"
        ).pk,
        **dict.fromkeys(
            ["meetings:task", "meetings:report_task", "meetings:extend_task"],
            factories.ActionItemFactory(meeting=minutes.meeting, assignee=member).pk,
        ),
        "meetings:activity": factories.ActivityFactory(committee=committee, cell=cell).pk,
        "meetings:campaign": factories.CampaignFactory(committee=committee).pk,
        "meetings": minutes.meeting.pk,
        "awards:badge": factories.BadgeFactory(member=member).pk,
        "awards:title": factories.TitleFactory(committee=committee).pk,
        "awards": factories.AwardFactory(register=committee, member=member).pk,
        "evaluations:correct_round": graded.round.pk,
        "evaluations:void_round": graded.round.pk,
        "evaluations:ro": graded.round.pk,
        "evaluations": graded.pk,
        "documents": plan.pk,
        "reports": report.pk,
        "jobs": report.job.pk,
        "accounts:change_view": view.pk,
        "accounts:drop_view": view.pk,
        "accounts:end_role": leader.roles.get().pk,
        "accounts:void_role": leader.roles.get().pk,
        "accounts": leader.pk,
        "uid": item.uid,
    }


def address(name: str, world: dict) -> str:
    """The page's address with the world's row that fits its name."""
    key = next((key for key in world if name.startswith(key)), "")
    pk = world.get(key)
    uid = world["uid"]
    if name == "reports:notice":
        return reverse(name, args=["probation-ending"])
    if name == "regulations:create":
        return reverse(name, args=["badge"])
    if name == "meetings:activity_participation":
        return reverse(name, args=[pk, world["cells"]])
    if name == "evaluations:rate":
        return reverse(name, args=[world["evaluations:ro"], world["cells"]])
    for arguments in (
        [],
        [pk],
        ["cap-bac-ham" if name.startswith("members:") else "agenda", pk],
        [pk, "agenda"],
        [pk, pk],
        [pk, uid],
        [pk, "agenda", uid],
    ):
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(f"no address for {name}")


# What a GET answers, in the order of ROLES. Rows are of the first five's committee: the stranger, an officer
# elsewhere, sees lists and forms of an own committee (200) and none of these rows (404).
TABLE = {
    "home": "302 302 302 302 302 302",
    "reports:dashboard": "200 200 200 403 403 200",
    "reports:notice": "200 200 200 403 403 200",
    "reports:movement": "200 200 200 200 403 200",
    "reports:changes": "200 200 200 200 403 200",
    "reports:search": "200 200 200 200 403 200",
    "reports:deadlines": "200 200 200 200 403 200",
    "reports:secondments": "200 200 200 200 403 200",
    "reports:list": "200 200 200 200 403 200",
    "reports:new": "200 200 403 200 403 200",
    "reports:detail": "200 200 200 404 403 404",
    "reports:frozen": "404 404 404 404 403 404",
    "reports:issue": "200 403 403 404 403 404",
    "reports:download": "404 404 404 404 403 404",
    "accounts:sign_in": "302 302 302 302 302 302",
    "accounts:sign_out": "405 405 405 405 405 405",
    "accounts:change_password": "200 200 200 200 200 200",
    "accounts:list": "403 403 403 403 200 403",
    "accounts:create": "403 403 403 403 200 403",
    "accounts:detail": "403 403 403 403 200 403",
    "accounts:update": "403 403 403 403 200 403",
    "accounts:close": "403 403 403 403 200 403",
    "accounts:reopen": "403 403 403 403 200 403",
    "accounts:reset_password": "403 403 403 403 200 403",
    "accounts:give_role": "403 403 403 403 200 403",
    "accounts:save_view": "404 404 404 404 404 404",
    "accounts:change_view": "404 200 404 404 404 404",
    "accounts:drop_view": "404 200 404 404 404 404",
    "accounts:end_role": "403 403 403 403 200 403",
    "accounts:void_role": "403 403 403 403 200 403",
    "cells:list": "200 200 200 200 403 200",
    "cells:create": "403 200 403 403 403 200",
    "cells:detail": "200 200 200 200 403 404",
    "cells:update": "403 200 403 403 403 404",
    "cells:rename": "403 200 403 403 403 404",
    "cells:name_update": "403 200 403 403 403 404",
    "cells:rename_undo": "403 200 403 403 403 404",
    "cells:term": "403 200 403 403 403 404",
    "cells:committee_term": "403 200 403 403 403 200",
    "cells:term_void": "403 200 403 403 403 404",
    "cells:localities": "200 200 200 200 403 200",
    "cells:locality_create": "403 200 403 403 403 200",
    "cells:locality_update": "403 200 403 403 403 404",
    "cells:locality_void": "403 200 403 403 403 404",
    "cells:host_cells": "200 200 200 200 403 200",
    "cells:host_cell_create": "403 200 403 403 403 200",
    "cells:host_cell_update": "403 200 403 403 403 404",
    "cells:host_cell_void": "403 200 403 403 403 404",
    "cells:office_units": "200 200 200 200 403 200",
    "cells:office_unit_create": "403 200 403 403 403 200",
    "cells:office_unit_update": "403 200 403 403 403 404",
    "cells:office_unit_void": "403 200 403 403 403 404",
    "organisation:committee": "200 200 200 200 403 200",
    "organisation:change_term": "403 200 403 403 403 200",
    "organisation:change_cell_term": "403 200 403 403 403 404",
    "organisation:undo_term": "403 200 403 403 403 404",
    "organisation:dissolve_cell": "403 200 403 403 403 404",
    "organisation:merge_cells": "403 200 403 403 403 404",
    "organisation:undo_closing": "403 200 403 404 403 404",
    "members:list": "200 200 200 200 403 200",
    "members:admit": "403 200 403 403 403 200",
    "members:present": "403 200 403 403 403 200",
    "members:transfer_in": "403 200 403 403 403 200",
    "members:transfers_out": "200 200 200 200 403 200",
    "members:transfers_in": "200 200 200 200 403 200",
    "members:transfers_inside": "200 200 200 200 403 200",
    "members:temporaries": "200 200 200 200 403 200",
    "members:new_guest": "403 200 403 403 403 200",
    "members:secondments": "200 200 200 200 403 200",
    "members:host_cells": "200 200 200 200 403 200",
    "members:localities": "200 200 200 200 403 200",
    "members:imports": "403 200 403 403 403 200",
    "members:import_upload": "403 200 403 403 403 200",
    "members:import_batch": "403 200 403 404 403 404",
    "members:import_mapping": "403 200 403 404 403 404",
    "members:import_again": "405 405 405 405 405 405",
    "members:import_sheet": "405 405 405 405 405 405",
    "members:import_sheets": "405 405 405 405 405 405",
    "members:import_confirm": "403 200 403 404 403 404",
    "members:import_undo": "403 302 403 404 403 404",
    "members:import_drop": "403 200 403 404 403 404",
    "members:import_errors": "403 404 403 404 403 404",
    "members:national_form": "403 200 403 403 403 200",
    "members:residence": "200 200 200 200 403 200",
    "members:ask_for_comments": "403 200 403 403 403 200",
    "members:take_back_request": "403 200 403 403 403 200",
    "members:receive_comments": "403 200 403 403 403 200",
    "members:request_sheets": "403 200 403 403 403 200",
    "members:request_sheets_pdf": "404 404 404 404 403 404",
    "members:commitments": "200 200 200 200 403 200",
    "members:commitments_entry": "403 200 403 403 403 200",
    "members:commitments_review": "403 200 403 403 403 200",
    "members:detail": "200 200 200 200 403 404",
    "members:sheet": "200 200 200 200 403 404",
    "members:unmask": "405 405 405 405 405 405",
    "members:update": "403 200 403 403 403 404",
    "members:transfer": "403 200 403 403 403 404",
    "members:transfer_out": "403 200 403 403 403 404",
    "members:come_back": "403 200 403 403 403 404",
    "members:readmit": "403 200 403 403 403 404",
    "members:recognise": "403 200 403 403 403 404",
    "members:end_membership": "403 200 403 403 403 404",
    "members:assign_position": "403 200 403 403 403 404",
    "members:assign_oversight": "403 200 403 403 403 404",
    "members:promote": "403 200 403 403 403 404",
    "members:add_qualification": "403 200 403 403 403 404",
    "members:second": "403 200 403 403 403 404",
    "members:keep_contact": "403 200 403 403 403 404",
    "members:commit": "403 200 403 403 403 404",
    "members:exempt": "403 200 403 403 403 404",
    "members:send_temporarily": "403 200 403 403 403 404",
    "members:guest": "403 200 403 403 403 404",
    "members:link_account": "403 200 403 403 403 404",
    "members:void_registration": "403 200 403 403 403 404",
    "members:end_position": "403 200 403 403 403 404",
    "members:end_oversight": "403 200 403 403 403 404",
    "members:secondment": "200 200 200 200 403 404",
    "members:report_month": "403 200 403 403 403 404",
    "members:remark_on_secondment": "403 200 403 403 403 404",
    "members:end_secondment": "403 200 403 403 403 404",
    "members:host_cell": "200 200 200 200 403 404",
    "members:end_contact": "403 200 403 403 403 404",
    "members:confirm_contact": "403 200 403 403 403 404",
    "members:review_commitment": "403 200 403 403 403 404",
    "members:end_exemption": "403 200 403 403 403 404",
    "members:end_temporary": "403 200 403 403 403 404",
    "members:receive_transfer": "403 200 403 403 403 404",
    "members:undo_recognition": "403 200 403 403 403 404",
    "members:candidates": "200 200 200 200 403 200",
    "members:candidate_create": "403 200 403 403 403 200",
    "members:candidate": "200 200 200 200 403 404",
    "members:candidate_update": "403 200 403 403 403 404",
    "members:take_step": "403 200 403 403 403 404",
    "members:admit_candidate": "403 200 403 403 403 404",
    "members:move_candidate": "403 200 403 403 403 404",
    "members:end_candidate": "403 200 403 403 403 404",
    "members:reopen_candidate": "403 200 403 403 403 404",
    "members:void_candidate": "403 200 403 403 403 404",
    "members:take_recognition_step": "403 200 403 403 403 404",
    "members:step_update": "403 200 403 403 403 404",
    "members:step_void": "403 200 403 403 403 404",
    "members:undo_leaving": "403 200 403 403 403 404",
    "members:correct": "403 200 403 403 403 404",
    "members:void": "403 200 403 403 403 404",
    "meetings:list": "200 200 200 200 403 200",
    "meetings:worker": "200 200 200 200 200 200",
    "meetings:month": "200 200 200 200 403 200",
    "meetings:plan_month": "403 200 403 200 403 200",
    "meetings:agree_month": "405 405 405 405 403 405",
    "meetings:month_pdf": "200 200 200 403 403 200",
    "meetings:month_xlsx": "200 200 200 403 403 200",
    "meetings:month_ics": "200 200 200 200 403 200",
    "meetings:calendar": "200 200 200 200 403 200",
    "meetings:make_feed": "405 405 405 405 403 405",
    "meetings:revoke_feed": "405 405 405 405 403 405",
    "meetings:feed": "404 404 404 404 404 404",
    "meetings:mine": "302 302 302 200 403 302",
    "meetings:models": "200 200 200 200 403 200",
    "meetings:attendance": "200 200 200 200 403 200",
    "meetings:cell_attendance": "200 200 200 200 403 404",
    "meetings:committee_attendance": "200 200 200 403 403 200",
    "meetings:tasks": "200 200 200 200 403 200",
    "meetings:my_tasks": "200 200 200 200 403 200",
    "meetings:task": "200 200 200 200 403 404",
    "meetings:report_task": "403 200 403 200 403 404",
    "meetings:extend_task": "403 200 403 200 403 404",
    "meetings:scores": "200 200 200 200 403 200",
    "meetings:scores_of_month": "200 200 200 200 403 200",
    "meetings:activities": "200 200 200 200 403 200",
    "meetings:activity_create": "403 200 403 200 403 200",
    "meetings:activity_sums": "200 200 200 200 403 200",
    "meetings:activity": "200 200 200 200 403 404",
    "meetings:activity_update": "403 200 403 200 403 404",
    "meetings:activity_void": "403 200 403 200 403 404",
    "meetings:activity_finish": "403 200 403 200 403 404",
    "meetings:activity_call_off": "403 200 403 200 403 404",
    "meetings:activity_plan_again": "405 405 405 405 403 405",
    "meetings:activity_numbers": "403 200 403 403 403 404",
    "meetings:activity_participation": "403 200 403 200 403 404",
    "meetings:campaigns": "200 200 200 200 403 200",
    "meetings:campaign_create": "403 200 403 403 403 200",
    "meetings:campaign": "200 200 200 200 403 404",
    "meetings:campaign_update": "403 200 403 403 403 404",
    "meetings:campaign_void": "403 200 403 403 403 404",
    "meetings:plan": "403 200 403 200 403 200",
    "meetings:detail": "200 200 200 200 403 404",
    "meetings:change_plan": "403 200 403 200 403 404",
    "meetings:void": "403 200 403 200 403 404",
    "meetings:meeting_ics": "200 200 200 200 403 404",
    "meetings:agree": "405 405 405 405 403 405",
    "meetings:choose_attendant": "405 405 405 405 403 405",
    "meetings:invite_attendant": "405 405 405 405 403 405",
    "meetings:send_papers": "405 405 405 405 403 405",
    "meetings:attach_file": "405 405 405 405 403 405",
    "meetings:paper_file": "404 404 404 404 403 404",
    "meetings:plan_again": "405 405 405 405 403 405",
    "meetings:form_pdf": "403 200 403 200 403 404",
    "meetings:workbook": "403 200 403 200 403 404",
    "meetings:bring": "403 200 403 200 403 404",
    "meetings:minutes": "200 200 200 200 403 404",
    "meetings:minutes_pdf": "200 200 200 200 403 404",
    "meetings:minutes_docx": "200 200 200 200 403 404",
    "meetings:addendum_pdf": "404 404 404 404 403 404",
    "meetings:addendum_docx": "404 404 404 404 403 404",
    "meetings:resolution_pdf": "200 200 200 200 403 404",
    "meetings:resolution_docx": "200 200 200 200 403 404",
    "meetings:void_minutes": "403 200 403 200 403 404",
    "meetings:issue_resolution": "405 405 405 405 403 405",
    "meetings:void_resolution": "403 200 403 403 403 404",
    "meetings:open_roll": "405 405 405 405 403 405",
    "meetings:model": "404 404 404 404 403 404",
    "meetings:invite": "403 404 403 404 403 404",
    "meetings:guests_present": "405 405 405 405 403 405",
    "meetings:everyone": "405 405 405 405 403 405",
    "meetings:save_row": "405 405 405 405 403 405",
    "meetings:remove_row": "405 405 405 405 403 405",
    "meetings:move_agenda_item": "405 405 405 405 403 405",
    "meetings:score": "405 405 405 405 403 405",
    "meetings:call_off": "405 405 405 405 403 405",
    "meetings:submit": "405 405 405 405 403 405",
    "meetings:return": "405 405 405 405 403 405",
    "meetings:approve": "405 405 405 405 403 405",
    "meetings:add_addendum": "405 405 405 405 403 405",
    "awards:list": "200 200 200 200 403 200",
    "awards:create": "403 200 403 403 403 200",
    "awards:detail": "200 200 200 200 403 404",
    "awards:update": "403 200 403 403 403 404",
    "awards:void": "403 200 403 403 403 404",
    "awards:titles": "200 200 200 200 403 200",
    "awards:title_create": "403 200 403 403 403 200",
    "awards:title_detail": "200 200 200 200 403 404",
    "awards:title_update": "403 200 403 403 403 404",
    "awards:title_void": "403 200 403 403 403 404",
    "awards:badges": "200 200 200 200 403 200",
    "awards:badge_create": "403 200 403 403 403 200",
    "awards:badge_detail": "200 200 200 200 403 404",
    "awards:badge_update": "403 200 403 403 403 404",
    "awards:badge_void": "403 200 403 403 403 404",
    "evaluations:list": "200 200 200 200 403 200",
    "evaluations:rounds": "200 200 200 200 403 200",
    "evaluations:open": "403 200 403 403 403 200",
    "evaluations:round": "200 200 200 200 403 404",
    "evaluations:correct_round": "403 200 403 403 403 404",
    "evaluations:void_round": "403 200 403 403 403 404",
    "evaluations:rate": "403 200 403 403 403 404",
    "evaluations:correct": "403 200 403 403 403 404",
    "evaluations:void": "403 200 403 403 403 404",
    "documents:list": "200 200 200 200 403 200",
    "documents:register_own": "403 200 403 403 403 200",
    "documents:register_outside": "403 200 403 403 403 200",
    "documents:detail": "200 200 200 404 403 404",
    "documents:update": "403 200 403 404 403 404",
    "documents:issue": "403 403 403 404 403 404",
    "documents:void": "403 200 403 404 403 404",
    "documents:download": "404 404 404 404 403 404",
    "regulations:list": "200 200 200 200 403 200",
    "regulations:history": "200 200 200 200 403 200",
    "regulations:create": "403 200 403 403 403 200",
    "regulations:detail": "200 200 200 200 403 200",
    "regulations:update": "403 200 403 403 403 200",
    "regulations:void": "403 200 403 403 403 200",
    "regulations:holidays": "200 200 200 200 403 200",
    "regulations:holiday_create": "403 200 403 403 403 200",
    "regulations:holiday_year": "403 200 403 403 403 200",
    "regulations:holiday_update": "403 200 403 403 403 200",
    "regulations:holiday_void": "403 200 403 403 403 200",
    "jobs:detail": "200 200 200 404 200 404",
    "jobs:cancel": "405 405 405 405 405 405",
    "jobs:retry": "405 405 405 405 405 405",
    "health": "200 200 200 200 200 200",
    "appearance": "405 405 405 405 405 405",
    "set_language": "302 302 302 302 302 302",
}


def test_table_names_every_page():
    assert list(names()) == list(TABLE)


@pytest.mark.parametrize("role", ROLES)
def test_every_page_answers_the_role_as_the_table_says(world, client, request, role, secretary):
    client.force_login(request.getfixturevalue(role))
    answers = {name: client.get(address(name, world)).status_code for name in names()}
    column = ROLES.index(role)
    assert answers == {name: int(row.split()[column]) for name, row in TABLE.items()}


def test_every_page_asks_the_unknown_to_sign_in(world, client):
    wrong = []
    for name in set(names()) - OPEN_TO_ALL:
        answer = client.get(address(name, world))
        if answer.status_code != 302 or not answer.url.startswith(reverse("accounts:sign_in")):
            wrong.append((name, answer.status_code))
    assert wrong == []


FORM = re.compile(r"<form\b[^>]*\bmethod=.post.[^>]*>.*?</form>", re.DOTALL)


@pytest.mark.parametrize("role", ROLES)
def test_every_form_carries_its_token(world, client, request, role, secretary):
    client.force_login(request.getfixturevalue(role))
    bare = []
    for name in names():
        answer = client.get(address(name, world))
        if answer.status_code != 200 or answer.streaming:
            continue
        forms = FORM.findall(answer.content.decode(errors="replace"))
        bare += [(name, form[:80]) for form in forms if "csrfmiddlewaretoken" not in form]
    assert bare == []


# What everybody may do for oneself.
ONE_S_OWN = {
    "accounts:sign_in",
    "accounts:sign_out",
    "accounts:change_password",
    "appearance",
    "set_language",
    "meetings:make_feed",
    "meetings:revoke_feed",
}
OWN_COMMITTEE_S = {"meetings:agree_month"}  # of the account, never of an address


@pytest.mark.parametrize("role", ["inspector", "administrator", "stranger"])
def test_who_may_not_write_changes_nothing(world, client, request, role, secretary):
    client.force_login(request.getfixturevalue(role))
    written = AuditEntry.objects.count()
    let_in = []
    for name in set(names()) - ONE_S_OWN:
        is_own = TABLE[name].split()[ROLES.index(role)] == "200" or name in OWN_COMMITTEE_S
        if is_own and role != "inspector":
            continue  # its own work: the administrator's accounts, the stranger's own committee
        status = client.post(address(name, world)).status_code
        if status not in (403, 404, 405):
            let_in.append((name, status))
    assert let_in == []
    assert AuditEntry.objects.count() == written


def test_officer_elsewhere_who_inspects_here_writes_nothing_here(
    world, client, stranger, committee, secretary
):
    """Two roles in two committees: what is read in one is not written by the right of the other."""
    factories.RoleFactory(user=stranger, role="inspector", committee=committee)
    client.force_login(stranger)
    written = AuditEntry.objects.count()
    let_in = []
    for name in names():
        answers = TABLE[name].split()
        if answers[ROLES.index("stranger")] != "404":
            continue  # no row of the committee
        url = address(name, world)
        if answers[ROLES.index("inspector")] != "200" and client.get(url).status_code == 200:
            let_in.append((name, "GET"))
        if client.post(url).status_code not in (403, 404, 405):
            let_in.append((name, "POST"))
    assert let_in == []
    assert AuditEntry.objects.count() == written


NONSENSE = ["9" * 30, "-1", "²", "12/9999", "-1e1000000", "\x00", "31/02/2019", "khác", "٣"]
ANY_PAGE = ("on", "sort", "page", "size", "columns", "month", "from", "to", "q")


def test_no_list_breaks_on_a_nonsensical_query(world, client, officer):
    """Every parameter at once: told beside its field, or passed over."""
    client.force_login(officer)
    client.raise_request_exception = False
    for name in names():
        if TABLE[name].split()[ROLES.index("officer")] != "200":
            continue
        url = address(name, world)
        page = client.get(url)
        if not page.context or not any(key in page.context for key in ("filter", "as_on", "month")):
            continue
        filters = page.context.get("filter")
        asked = {*ANY_PAGE, *(filters.filters if filters else ())}
        for value in NONSENSE:
            answer = client.get(url, dict.fromkeys(asked, value))
            assert answer.status_code < 500, (name, value)
        answer = client.get(url, {"q": "a " * 1500})  # a condition a word
        assert answer.status_code < 500, name
