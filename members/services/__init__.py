"""The acts of a member's life as the office records them; an event on day D ends the old on D−1."""

from members.services.absences import (
    begin_exemption,
    end_exemption,
    end_temporary,
    send_temporarily,
    take_in_temporarily,
)
from members.services.account import accounts_for, link_account, roles_left_open
from members.services.admission import (
    admit_member,
    register_present_member,
    register_transfer_in,
)
from members.services.candidates import (
    admit_candidate,
    correct_candidate,
    correct_step,
    end_candidate,
    list_candidate,
    move_candidate,
    reopen_candidate,
    take_step,
    void_candidate,
    void_step,
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
    approved_after,
    end_membership,
    receive_transfer,
    transfer_member,
    transfer_out,
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
from members.services.recognition import (
    committee_of,
    end_of_probation,
    recognise_member,
)
from members.services.registering import Newcomer, newcomer, register_present_members
from members.services.residence import (
    ask_for_comments,
    confirm_contact,
    end_contact,
    keep_contact,
    receive_comment,
    sent_on,
    take_back_request,
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
from members.services.undoing import (
    ended_with,
    placement_before,
    undo_leaving,
    undo_recognition,
    undo_transfer,
)
from members.services.voiding import void_registration, void_row

__all__ = [
    "Newcomer",
    "RefusedRowsError",
    "accounts_for",
    "add_qualification",
    "admit_candidate",
    "admit_member",
    "approved_after",
    "ask_for_comments",
    "assign_oversight",
    "assign_position",
    "begin_exemption",
    "change_term",
    "close_cell",
    "closed_together",
    "commit",
    "committee_of",
    "confirm_contact",
    "correct_candidate",
    "correct_row",
    "correct_step",
    "elected_posts",
    "end_candidate",
    "end_contact",
    "end_exemption",
    "end_membership",
    "end_of_probation",
    "end_oversight",
    "end_position",
    "end_secondment",
    "end_temporary",
    "ended_by_post",
    "ended_with",
    "enter_member",
    "holder_before",
    "keep_contact",
    "link_account",
    "list_candidate",
    "members_to_move",
    "membership_on",
    "merge_cells",
    "move_candidate",
    "moved_on_closing",
    "newcomer",
    "official_placement_on",
    "placement_before",
    "promote",
    "receive_comment",
    "receive_transfer",
    "recognise_member",
    "register_present_member",
    "register_present_members",
    "register_transfer_in",
    "remark_on_secondment",
    "reopen_candidate",
    "report_month",
    "review_commitment",
    "roles_left_open",
    "second_member",
    "send_temporarily",
    "sent_on",
    "take_back_request",
    "take_in_temporarily",
    "take_step",
    "transfer_member",
    "transfer_out",
    "undo_closing",
    "undo_leaving",
    "undo_recognition",
    "undo_term_change",
    "undo_transfer",
    "void_candidate",
    "void_registration",
    "void_row",
    "void_step",
    "waiting_for_request",
    "write_together",
]
