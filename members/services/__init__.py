"""The acts of a member's life as the office records them; an event on day D ends the old on D−1."""

from members.services.account import accounts_for, link_account
from members.services.admission import (
    admit_member,
    committee_of,
    end_of_probation,
    recognise_member,
    register_present_member,
    register_transfer_in,
)
from members.services.commitments import commit, review_commitment
from members.services.corrections import correct_row
from members.services.duties import (
    add_qualification,
    assign_oversight,
    assign_position,
    end_oversight,
    end_position,
    ended_by_post,
    holder_before,
    promote,
)
from members.services.entering import enter_member
from members.services.moves import (
    end_membership,
    ended_with,
    placement_before,
    transfer_member,
    transfer_out,
    undo_leaving,
    undo_transfer,
)
from members.services.organisation import (
    change_term,
    close_cell,
    closed_together,
    elected_posts,
    members_to_move,
    merge_cells,
    moved_on_closing,
    undo_closing,
    undo_term_change,
)
from members.services.registering import Newcomer, newcomer, register_present_members
from members.services.residence import (
    ask_for_comments,
    confirm_contact,
    end_contact,
    keep_contact,
    receive_comment,
    waiting_for_request,
)
from members.services.secondments import (
    end_secondment,
    remark_on_secondment,
    report_month,
    second_member,
)
from members.services.standing import membership_on, official_placement_on
from members.services.together import RefusedRowsError, write_together
from members.services.voiding import void_registration, void_row

__all__ = [
    "Newcomer",
    "RefusedRowsError",
    "accounts_for",
    "add_qualification",
    "admit_member",
    "ask_for_comments",
    "assign_oversight",
    "assign_position",
    "change_term",
    "close_cell",
    "closed_together",
    "commit",
    "committee_of",
    "confirm_contact",
    "correct_row",
    "elected_posts",
    "end_contact",
    "end_membership",
    "end_of_probation",
    "end_oversight",
    "end_position",
    "end_secondment",
    "ended_by_post",
    "ended_with",
    "enter_member",
    "holder_before",
    "keep_contact",
    "link_account",
    "members_to_move",
    "membership_on",
    "merge_cells",
    "moved_on_closing",
    "newcomer",
    "official_placement_on",
    "placement_before",
    "promote",
    "receive_comment",
    "recognise_member",
    "register_present_member",
    "register_present_members",
    "register_transfer_in",
    "remark_on_secondment",
    "report_month",
    "review_commitment",
    "second_member",
    "transfer_member",
    "transfer_out",
    "undo_closing",
    "undo_leaving",
    "undo_term_change",
    "undo_transfer",
    "void_registration",
    "void_row",
    "waiting_for_request",
    "write_together",
]
