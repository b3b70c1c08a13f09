"""Posts, oversight, ranks, qualifications, secondments, and voiding their rows."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cells.models import HostCell, Locality
from documents.models import Document
from members import services
from members.models import Member, Position, Qualification
from tests.factories import TermFactory
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(cell, officer):
    return admit(cell, officer)


@pytest.fixture
def host_cell(committee):
    commune = Locality.objects.create(committee=committee, kind="commune", name="Mường Thử")
    return HostCell.objects.create(locality=commune, name="Nà Thử")


@pytest.fixture
def plan(committee):
    return Document.objects.create(
        register=committee,
        outside_issuer="Công an huyện",
        kind="KH",
        stance="drawn_up",
        number="14/KH-CAH",
        issued_on=day("17/02/2016"),
        summary="Tăng cường đảng viên",
    )


def give(member, officer, title="cell_secretary", on="01/06/2016", **place):
    post = Position(member=member, title=title, from_on=day(on), **place)
    return services.assign_position(position=post, by=officer)


def test_higher_post_in_the_same_cell_ends_the_lower_one(member, cell, officer):
    term = TermFactory(cell=cell)
    low = give(member, officer, "cell_committee_member", cell=cell)
    high = give(member, officer, "cell_secretary", "01/06/2018", cell=cell)
    low.refresh_from_db()
    assert low.to_on == day("31/05/2018")
    assert high.term == term


def test_post_in_a_cell_one_does_not_belong_to_is_refused(member, other_cell, officer):
    with pytest.raises(ValidationError) as refusal:
        give(member, officer, cell=other_cell)
    assert "cell" in refusal.value.message_dict


def test_second_secretary_of_a_cell_is_refused(member, cell, officer):
    give(member, officer, cell=cell)
    other = admit(cell, officer, name="Mùa Thị Khác")
    with pytest.raises(ValidationError, match="chi bộ đã có bí thư"):
        give(other, officer, cell=cell)


def test_probationary_member_is_not_elected(cell, officer):
    member = admit(cell, officer, on="03/02/2019", official=False)
    with pytest.raises(ValidationError) as refusal:
        give(member, officer, on="01/03/2019", cell=cell)
    assert "title" in refusal.value.message_dict


def test_post_ends_the_day_before(member, cell, officer):
    post = give(member, officer, cell=cell)
    services.end_position(position=post, on=day("01/03/2019"), by=officer)
    post.refresh_from_db()
    assert post.to_on == day("28/02/2019")


def test_post_cannot_end_before_it_began(member, cell, officer):
    post = give(member, officer, cell=cell)
    with pytest.raises(ValidationError) as refusal:
        services.end_position(position=post, on=day("01/06/2016"), by=officer)
    assert "on" in refusal.value.message_dict


def test_oversight_needs_a_committee_member(member, other_cell, committee, officer):
    with pytest.raises(ValidationError) as refusal:
        services.assign_oversight(member=member, cell=other_cell, on=day("01/01/2017"), by=officer)
    assert "on" in refusal.value.message_dict
    give(member, officer, "committee_member", committee=committee)
    oversight = services.assign_oversight(
        member=member, cell=other_cell, on=day("01/01/2017"), by=officer
    )
    services.end_oversight(oversight=oversight, on=day("01/01/2018"), by=officer)
    assert oversight.to_on == day("31/12/2017")


def test_promotion_ends_the_rank_before(member, officer):
    first = services.promote(
        member=member, recorded_on=TODAY, grade=32, on=day("01/07/2014"), by=officer
    )
    second = services.promote(
        member=member, recorded_on=TODAY, grade=33, on=day("01/07/2018"), by=officer
    )
    first.refresh_from_db()
    assert (first.to_on, second.to_on) == (day("30/06/2018"), None)


def test_rank_of_the_past_holds_until_the_next_on_record(member, officer):
    services.promote(member=member, recorded_on=TODAY, grade=33, on=day("01/07/2018"), by=officer)
    earlier = services.promote(
        member=member, recorded_on=TODAY, grade=32, on=day("01/07/2014"), by=officer
    )
    assert earlier.to_on == day("30/06/2018")


def test_second_rank_on_one_day_is_refused(member, officer):
    services.promote(member=member, recorded_on=TODAY, grade=33, on=day("01/07/2018"), by=officer)
    with pytest.raises(ValidationError) as refusal:
        services.promote(
            member=member, recorded_on=TODAY, grade=40, on=day("01/07/2018"), by=officer
        )
    assert "hủy" in refusal.value.message_dict["on"][0]


def test_voided_promotion_gives_the_old_rank_back(member, officer):
    first = services.promote(
        member=member, recorded_on=TODAY, grade=32, on=day("01/07/2014"), by=officer
    )
    second = services.promote(
        member=member, recorded_on=TODAY, grade=33, on=day("01/07/2018"), by=officer
    )
    services.void_row(row=second, reason="nhầm", by=officer)
    first.refresh_from_db()
    assert first.to_on is None


def level_on(on):
    return Member.objects.with_level_on(on).get().level


def test_qualification_counts_from_its_day_and_not_when_voided(member, officer):
    degree = Qualification(
        member=member, scale="professional", level=40, obtained_on=day("15/07/2017")
    )
    services.add_qualification(qualification=degree, recorded_on=TODAY, by=officer)
    assert level_on(day("14/07/2017")) is None
    assert level_on(day("15/07/2017")) == 40
    services.void_row(row=degree, reason="bằng không hợp lệ", by=officer)
    assert level_on(TODAY) is None


@pytest.mark.parametrize("on", ["14/03/2019", "11/03/2001"])
def test_rank_of_the_future_or_of_a_child_is_refused(member, officer, on):
    with pytest.raises(ValidationError) as refusal:
        services.promote(member=member, grade=33, on=day(on), recorded_on=TODAY, by=officer)
    assert "on" in refusal.value.message_dict


def test_database_refuses_a_title_nobody_knows(member, committee):
    post = Position(
        member=member,
        title="xxx",
        line="party",
        committee=committee,
        from_on=day("01/06/2017"),
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        post.save()


def test_post_may_begin_in_the_future(member, committee, officer):
    post = Position(member=member, title="party_work_team", from_on=day("01/05/2019"))
    services.assign_position(position=post, by=officer)
    assert post.committee == committee
    assert not member.positions.active_on(TODAY).exists()


def test_qualification_of_the_future_is_refused(member, officer):
    degree = Qualification(
        member=member, scale="professional", level=40, obtained_on=day("14/03/2019")
    )
    with pytest.raises(ValidationError) as refusal:
        services.add_qualification(qualification=degree, recorded_on=TODAY, by=officer)
    assert "obtained_on" in refusal.value.message_dict


def test_secondment_starts_with_its_plan_and_ends_the_day_before(member, host_cell, plan, officer):
    with pytest.raises(ValidationError) as refusal:
        services.second_member(
            member=member, host_cell=host_cell, plan=plan, on=day("16/02/2016"), by=officer
        )
    assert "17/02/2016" in refusal.value.message_dict["on"][0]
    secondment = services.second_member(
        member=member, host_cell=host_cell, plan=plan, on=day("01/04/2016"), by=officer
    )
    assert member.secondments.active_on(day("01/04/2016")).get() == secondment
    services.end_secondment(
        secondment=secondment, on=day("01/01/2019"), reason="hết hạn", by=officer
    )
    assert member.secondments.active_on(day("31/12/2018")).exists()
    assert not member.secondments.active_on(day("01/01/2019")).exists()


def test_second_secondment_at_once_is_refused(member, host_cell, plan, officer):
    for host in ("01/04/2016", "01/05/2016"):
        seconding = {"member": member, "host_cell": host_cell, "plan": plan, "by": officer}
        if host == "01/04/2016":
            services.second_member(**seconding, on=day(host))
        else:
            with pytest.raises(ValidationError, match="tăng cường nơi khác"):
                services.second_member(**seconding, on=day(host))


def test_only_placement_cannot_be_voided_alone(member, officer):
    with pytest.raises(ValidationError, match="nơi sinh hoạt duy nhất"):
        services.void_row(row=member.placements.get(), reason="nhầm", by=officer)


def test_membership_beneath_a_placement_cannot_be_voided_alone(member, officer):
    with pytest.raises(ValidationError, match="«Hủy việc ghi nhầm đảng viên»"):
        services.void_row(row=member.memberships.get(), reason="nhầm", by=officer)


def test_registration_by_mistake_is_voided_whole(member, cell, officer):
    services.promote(member=member, recorded_on=TODAY, grade=33, on=day("01/07/2018"), by=officer)
    services.void_registration(member=member, reason="nhập trùng", by=officer)
    assert not Member.objects.placed_on(TODAY).exists()
    assert not member.memberships.valid().exists()
    assert not member.ranks.valid().exists()


def test_post_entered_with_its_last_day_keeps_it_when_the_next_is_voided(member, cell, officer):
    low = Position(
        member=member,
        title="cell_committee_member",
        cell=cell,
        from_on=day("01/06/2016"),
        to_on=day("31/05/2018"),
    )
    services.assign_position(position=low, by=officer)
    high = give(member, officer, "cell_secretary", "01/06/2018", cell=cell)
    services.void_row(row=high, reason="ghi nhầm", by=officer)
    low.refresh_from_db()
    assert low.to_on == day("31/05/2018")


def test_note_corrected_after_a_handover_stays_when_the_next_post_is_voided(member, cell, officer):
    low = give(member, officer, "cell_committee_member", cell=cell)
    high = Position(member=member, title="cell_secretary", cell=cell, from_on=day("01/06/2018"))
    services.assign_position(position=high, by=officer, handover="Sổ chi bộ")
    low.refresh_from_db()
    low.note = "Sổ chi bộ, con dấu"
    asked = {"reason": "ghi thiếu", "recorded_on": TODAY, "by": officer}
    services.correct_row(row=low, fields=["note"], **asked)
    services.void_row(row=high, reason="ghi nhầm", by=officer)
    low.refresh_from_db()
    assert (low.to_on, low.note) == (None, "Sổ chi bộ, con dấu")


def test_who_leaves_the_committee_looks_after_no_cell(member, other_cell, committee, officer):
    post = give(member, officer, "committee_member", committee=committee)
    oversight = services.assign_oversight(
        member=member, cell=other_cell, on=day("01/07/2016"), by=officer
    )
    with pytest.raises(ValidationError, match="không ở trong Ban Chấp hành"):
        services.void_row(row=post, reason="nhầm", by=officer)
    services.end_position(position=member.positions.get(), on=day("01/03/2018"), by=officer)
    oversight.refresh_from_db()
    assert oversight.to_on == day("28/02/2018")


def test_who_stays_in_the_committee_by_a_higher_post_looks_after_the_cell(
    member, other_cell, committee, officer
):
    give(member, officer, "committee_member", committee=committee)
    oversight = services.assign_oversight(
        member=member, cell=other_cell, on=day("01/07/2016"), by=officer
    )
    give(member, officer, "deputy_secretary", "01/01/2018", committee=committee)
    oversight.refresh_from_db()
    assert oversight.to_on is None
