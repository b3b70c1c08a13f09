"""Moving between cells, leaving, and undoing either."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from audit.models import AuditEntry
from audit.services import VersionConflictError
from cells.services import dissolve_cell
from members import services
from members.models import Member, Placement, Position
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(cell, officer):
    return admit(cell, officer)


def counts(cell, *days):
    return [Member.objects.placed_on(day(text), cells=[cell]).count() for text in days]


def test_transfer_counts_in_the_new_cell_from_its_day(member, cell, other_cell, officer):
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2018"), by=officer
    )

    assert counts(cell, "28/02/2018", "01/03/2018") == [1, 0]
    assert counts(other_cell, "28/02/2018", "01/03/2018") == [0, 1]
    assert AuditEntry.objects.filter(action="members.transfer").count() == 2


def test_second_transfer_on_one_day_says_what_to_void(member, cell, other_cell, officer):
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2018"), by=officer
    )
    with pytest.raises(ValidationError) as refusal:
        services.transfer_member(
            member=member, recorded_on=TODAY, to_cell=cell, on=day("01/03/2018"), by=officer
        )
    sentence = refusal.value.message_dict["on"][0]
    assert "01/03/2018" in sentence
    assert str(other_cell) in sentence
    assert "hủy" in sentence
    assert member.placements.count() == 2


def test_transfer_on_the_day_of_the_ceremony_is_refused(member, other_cell, officer):
    with pytest.raises(ValidationError) as refusal:
        services.transfer_member(
            member=member, recorded_on=TODAY, to_cell=other_cell, on=day("03/02/2015"), by=officer
        )
    assert "on" in refusal.value.message_dict


def test_transfer_before_a_later_one_is_refused(member, cell, other_cell, officer):
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2018"), by=officer
    )
    with pytest.raises(ValidationError, match="Hãy hủy lần ghi đó trước"):
        services.transfer_member(
            member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2017"), by=officer
        )


def test_transfer_to_the_same_cell_is_refused(member, cell, officer):
    with pytest.raises(ValidationError) as refusal:
        services.transfer_member(
            member=member, recorded_on=TODAY, to_cell=cell, on=day("01/03/2018"), by=officer
        )
    assert "to_cell" in refusal.value.message_dict


def test_transfer_to_a_cell_not_yet_founded_is_refused_whole(member, cell, other_cell, officer):
    other_cell.founded_on = day("02/03/2018")
    other_cell.save()
    with pytest.raises(ValidationError) as refusal:
        services.transfer_member(
            member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2018"), by=officer
        )
    assert "on" in refusal.value.message_dict
    assert member.placements.get().to_on is None


def test_transfer_ends_the_posts_held_in_the_old_cell(member, cell, other_cell, officer):
    post = Position(member=member, title="cell_secretary", cell=cell, from_on=day("01/06/2016"))
    services.assign_position(position=post, by=officer)
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2018"), by=officer
    )
    post.refresh_from_db()
    assert post.to_on == day("28/02/2018")


def test_undone_transfer_leaves_everything_as_it_was(member, cell, other_cell, officer):
    post = Position(member=member, title="cell_secretary", cell=cell, from_on=day("01/06/2016"))
    services.assign_position(position=post, by=officer)
    new = services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2018"), by=officer
    )
    services.undo_transfer(placement=new, reason="nhầm người", by=officer)

    assert counts(cell, "01/03/2018", "13/03/2019") == [1, 1]
    assert counts(other_cell, "01/03/2018") == [0]
    post.refresh_from_db()
    assert post.to_on is None
    new.refresh_from_db()
    assert new.void_reason == "nhầm người"


def test_undone_transfer_leaves_a_post_that_ended_earlier_alone(member, cell, other_cell, officer):
    post = Position(member=member, title="cell_secretary", cell=cell, from_on=day("01/06/2016"))
    services.assign_position(position=post, by=officer)
    services.end_position(position=post, on=day("28/02/2018"), by=officer)
    new = services.transfer_member(
        member=member, to_cell=other_cell, on=day("01/03/2018"), recorded_on=TODAY, by=officer
    )
    services.undo_transfer(placement=new, reason="nhầm", by=officer)
    post.refresh_from_db()
    assert post.to_on == day("27/02/2018")


def test_undoing_names_the_post_somebody_else_holds_now(member, cell, other_cell, officer):
    post = Position(member=member, title="cell_secretary", cell=cell, from_on=day("01/06/2016"))
    services.assign_position(position=post, by=officer)
    new = services.transfer_member(
        member=member, to_cell=other_cell, on=day("01/03/2018"), recorded_on=TODAY, by=officer
    )
    successor = admit(cell, officer, name="Lò Văn Sau")
    post = Position(member=successor, title="cell_secretary", from_on=day("01/03/2018"))
    services.assign_position(position=post, by=officer)
    with pytest.raises(ValidationError, match=r"Bí thư Chi bộ.*không mở lại được.*đã có bí thư"):
        services.undo_transfer(placement=new, reason="nhầm", by=officer)
    assert member.placements.valid().count() == 2


@pytest.mark.parametrize("act", ["transfer_member", "transfer_out", "end_membership"])
def test_move_of_the_future_is_refused(member, other_cell, officer, act):
    also = {
        "transfer_member": {"to_cell": other_cell},
        "transfer_out": {"went_to": "Tỉnh"},
        "end_membership": {"reason": "died"},
    }
    service = getattr(services, act)
    with pytest.raises(ValidationError) as refusal:
        service(member=member, on=day("14/03/2019"), recorded_on=TODAY, by=officer, **also[act])
    assert "chưa đến" in refusal.value.message_dict["on"][0]
    assert member.placements.get().to_on is None


def test_undoing_without_a_reason_is_refused(member, other_cell, officer):
    new = services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2018"), by=officer
    )
    with pytest.raises(ValidationError) as refusal:
        services.undo_transfer(placement=new, reason=" ", by=officer)
    assert "reason" in refusal.value.message_dict


def test_undoing_a_transfer_that_others_follow_is_refused(member, cell, other_cell, officer):
    first = services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2017"), by=officer
    )
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=cell, on=day("01/03/2018"), by=officer
    )
    first.refresh_from_db()
    with pytest.raises(ValidationError, match="Sau lần chuyển này"):
        services.undo_transfer(placement=first, reason="nhầm", by=officer)


def test_the_same_move_can_be_recorded_after_it_was_undone(member, other_cell, officer):
    on = day("01/03/2018")
    new = services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=on, by=officer
    )
    services.undo_transfer(placement=new, reason="sai ngày", by=officer)
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=on, by=officer
    )
    assert counts(other_cell, "01/03/2018") == [1]


def test_transfer_out_ends_posts_and_secondments(member, cell, committee, officer):
    post = Position(
        member=member, title="committee_member", committee=committee, from_on=day("01/06/2016")
    )
    services.assign_position(position=post, by=officer)
    services.transfer_out(
        member=member, recorded_on=TODAY, on=day("01/03/2018"), went_to="Tỉnh", by=officer
    )
    post.refresh_from_db()
    assert post.to_on == day("28/02/2018")
    assert counts(cell, "28/02/2018", "01/03/2018") == [1, 0]
    assert member.memberships.get().ended_on is None


def test_move_after_leaving_names_the_leaving(member, other_cell, officer):
    services.transfer_out(
        member=member, recorded_on=TODAY, on=day("01/03/2018"), went_to="Tỉnh", by=officer
    )
    with pytest.raises(ValidationError, match="chuyển đi"):
        services.transfer_member(
            member=member, recorded_on=TODAY, to_cell=other_cell, on=day("01/03/2018"), by=officer
        )


@pytest.mark.parametrize("reason", ["removed", "expelled", "resigned", "died"])
def test_end_of_membership_ends_span_and_placement_the_day_before(member, cell, officer, reason):
    services.end_membership(
        member=member, recorded_on=TODAY, reason=reason, on=day("01/03/2018"), by=officer
    )
    membership, placement = member.memberships.get(), member.placements.get()
    assert membership.ended_on == placement.to_on == day("28/02/2018")
    assert membership.end_reason == placement.end_reason == reason


def test_end_with_a_post_that_begins_later_is_refused(member, cell, committee, officer):
    post = Position(
        member=member, title="committee_member", committee=committee, from_on=day("01/04/2018")
    )
    services.assign_position(position=post, by=officer)
    with pytest.raises(ValidationError) as refusal:
        services.end_membership(
            member=member, recorded_on=TODAY, reason="died", on=day("01/03/2018"), by=officer
        )
    assert "Ủy viên Ban Chấp hành" in refusal.value.message_dict["on"][0]
    assert member.placements.get().to_on is None


def test_undone_leaving_holds_again_with_every_duty(rows, cell, officer):
    member = rows["chuc-vu"].member
    services.end_membership(
        member=member, reason="died", on=day("01/03/2018"), recorded_on=TODAY, by=officer
    )
    secondment = member.secondments.get()
    assert (secondment.to_on, secondment.end_reason) == (day("28/02/2018"), "từ trần")
    services.undo_leaving(placement=member.placements.get(), reason="nhầm người", by=officer)
    assert counts(cell, "13/03/2019") == [1]
    assert member.memberships.get().ended_on is None
    for kind in ("chuc-vu", "phu-trach", "tang-cuong"):
        rows[kind].refresh_from_db()
        assert rows[kind].to_on is None, kind


def test_database_refuses_a_placement_of_no_kind(member, other_cell):
    placement = Placement(
        member=member, cell=other_cell, from_on=day("01/03/2018"), start_reason="internal"
    )
    placement.kind = "xxx"
    with pytest.raises(IntegrityError), transaction.atomic():
        placement.save()


def test_database_refuses_a_second_open_placement(member, cell, other_cell):
    placement = Placement(
        member=member, cell=other_cell, from_on=day("01/03/2018"), start_reason="internal"
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        placement.save()


def test_undoing_a_leaving_is_refused_once_the_cell_is_dissolved(cell, other_cell, officer):
    member = admit(cell, officer)
    left = services.transfer_out(
        member=member, on=day("01/03/2018"), went_to="Đảng bộ tỉnh", recorded_on=TODAY, by=officer
    )
    dissolve_cell(cell=cell, on=day("01/06/2018"), reason="sáp nhập", by=officer)
    left.refresh_from_db()
    with pytest.raises(ValidationError, match="giải thể từ ngày 01/06/2018"):
        services.undo_leaving(placement=left, reason="ghi nhầm", by=officer)
    left.refresh_from_db()
    assert left.to_on == day("28/02/2018")


def test_leaving_before_the_recognition_on_record_is_refused(member, officer):
    with pytest.raises(ValidationError) as refusal:
        services.end_membership(
            member=member, recorded_on=TODAY, reason="died", on=day("03/02/2016"), by=officer
        )
    assert "Công nhận chính thức phải trước" in refusal.value.message_dict["on"][0]
    assert member.placements.get().to_on is None


def test_nobody_on_probation_is_expelled(cell, officer):
    newcomer = admit(cell, officer, name="Lò Văn Dự", on="01/10/2018", official=False)
    asked = {"member": newcomer, "on": day("01/03/2019"), "recorded_on": TODAY, "by": officer}
    with pytest.raises(ValidationError) as refusal:
        services.end_membership(reason="expelled", **asked)
    assert "xóa tên" in refusal.value.message_dict["reason"][0]
    assert services.end_membership(reason="removed", **asked).end_reason == "removed"


def test_coming_back_on_the_day_of_leaving_is_refused(member, cell, officer):
    asked = {"member": member, "on": day("01/03/2018"), "recorded_on": TODAY, "by": officer}
    services.transfer_out(went_to="Tỉnh", **asked)
    with pytest.raises(ValidationError) as refusal:
        services.register_transfer_in(cell=cell, came_from="Tỉnh", **asked)
    assert "chỉ ghi một lần chuyển" in refusal.value.message_dict["on"][0]


@pytest.mark.parametrize("act", ["transfer_member", "transfer_out", "end_membership"])
def test_posts_that_end_by_a_move_keep_what_was_handed_over(member, cell, other_cell, officer, act):
    post = Position(
        member=member, title="cell_deputy", cell=cell, from_on=day("01/06/2017"), note="kiêm nhiệm"
    )
    services.assign_position(position=post, by=officer)
    asked = {
        "transfer_member": {"to_cell": other_cell},
        "transfer_out": {"went_to": "Tỉnh"},
        "end_membership": {"reason": "resigned"},
    }[act]
    told = {"on": day("01/03/2018"), "handover": "Sổ chi bộ", "recorded_on": TODAY, "by": officer}
    getattr(services, act)(member=member, **asked, **told)
    post.refresh_from_db()
    assert (post.to_on, post.note) == (day("28/02/2018"), "kiêm nhiệm\nSổ chi bộ")
    placement, undone = member.placements.first(), {"reason": "nhầm", "by": officer}
    if act == "transfer_member":
        services.void_row(row=member.placements.last(), **undone)
    else:
        services.undo_leaving(placement=placement, **undone)
    post.refresh_from_db()
    assert (post.to_on, post.note) == (None, "kiêm nhiệm")


def test_move_undone_by_somebody_quicker_is_a_conflict(member, other_cell, officer):
    new = services.transfer_member(
        member=member, to_cell=other_cell, on=day("01/03/2019"), recorded_on=TODAY, by=officer
    )
    read = Placement.objects.get(pk=new.pk)
    services.undo_transfer(placement=new, reason="ghi nhầm", by=officer)
    with pytest.raises(VersionConflictError):
        services.undo_transfer(placement=read, reason="ghi nhầm", by=officer)
