"""Pages of posts, oversight, ranks, qualifications and secondments."""

import pytest
from django.urls import reverse

from members.models import Position
from tests import factories
from tests.members.people import admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer):
    client.force_login(officer)
    return lambda name, pk, **typed: client.post(reverse(f"members:{name}", args=[pk]), typed)


def test_cell_post_goes_to_the_own_cell(ask, member, cell):
    answer = ask("assign_position", member.pk, title="cell_secretary", from_on="03/04/2018")
    assert answer.status_code == 302
    post = member.positions.get()
    assert (post.cell, post.from_on) == (cell, day("03/04/2018"))


def test_team_post_goes_to_the_committee(ask, member, committee):
    ask("assign_position", member.pk, title="party_work_team", from_on="01/06/2017")
    assert member.positions.get().committee == committee


def test_office_post_asks_for_unit_and_name(ask, member, committee):
    answer = ask("assign_position", member.pk, title="office", from_on="01/06/2017")
    assert set(answer.context["form"].errors) == {"office_unit", "office_title"}
    unit = factories.OfficeUnitFactory(committee=committee)
    answer = ask(
        "assign_position",
        member.pk,
        title="office",
        from_on="01/06/2017",
        office_unit=unit.pk,
        office_title="Đội trưởng",
    )
    assert answer.status_code == 302
    assert member.positions.get().line == Position.Line.OFFICE


def test_post_before_coming_is_told_beside_the_day(ask, member):
    answer = ask("assign_position", member.pk, title="cell_secretary", from_on="01/01/2010")
    assert "from_on" in answer.context["form"].errors
    assert 'value="01/01/2010"' in answer.content.decode()


def test_post_ends(ask, rows):
    post = rows["chuc-vu"]
    assert ask("end_position", post.pk, on="03/04/2018").status_code == 302
    post.refresh_from_db()
    assert post.to_on == day("02/04/2018")


@pytest.mark.parametrize("on", ["01/06/2016", "01/01/2016", "31/11/2018"])
def test_end_before_start_is_told_beside_the_day(ask, rows, on):
    answer = ask("end_position", rows["chuc-vu"].pk, on=on)
    assert "on" in answer.context["form"].errors
    assert f'value="{on}"' in answer.content.decode()


def test_oversight_begins_and_ends(ask, rows, member, cell):
    assert ask("assign_oversight", member.pk, cell=cell.pk, on="01/01/2018").status_code == 302
    assert ask("end_oversight", rows["phu-trach"].pk, on="01/02/2018").status_code == 302
    assert member.oversights.active_on(day("01/02/2018")).get().cell == cell


def test_second_oversight_of_one_cell_is_refused(ask, rows, member, other_cell):
    answer = ask("assign_oversight", member.pk, cell=other_cell.pk, on="01/01/2018")
    assert "đã được phân công" in answer.content.decode()


def test_rank(ask, rows, member):
    assert ask("promote", member.pk, grade=40, on="03/04/2018").status_code == 302
    assert member.ranks.active_on(day("03/04/2018")).get().grade == 40
    answer = ask("promote", member.pk, grade=41, on="03/04/2018")
    assert "on" in answer.context["form"].errors


def test_qualification(ask, member):
    answer = ask(
        "add_qualification", member.pk, step="professional:50", detail="Luật", obtained_on="2018"
    )
    assert answer.status_code == 302
    degree = member.qualifications.get()
    assert (degree.level, str(degree.obtained_on)) == (50, "2018")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"step": "general:", "obtained_on": "2003"}, "detail"),
        ({"step": "professional:99", "obtained_on": "2003"}, "step"),
        ({"step": "professional:40", "obtained_on": "14/03/2019"}, "obtained_on"),
        ({"step": "professional:40", "obtained_on": "12/03/1984"}, "obtained_on"),
    ],
)
def test_wrong_qualification_is_told_beside_its_field(ask, member, typed, field):
    answer = ask("add_qualification", member.pk, **typed)
    assert field in answer.context["form"].errors
    assert not member.qualifications.exists()


def test_secondment_begins_and_ends(ask, member, host_cell, plan):
    typed = {"host_cell": host_cell.pk, "plan": plan.pk, "kind": "attends"}
    assert ask("second", member.pk, on="03/04/2016", **typed).status_code == 302
    secondment = member.secondments.get()
    assert secondment.from_on == day("03/04/2016")
    answer = ask("end_secondment", secondment.pk, on="01/01/2019", reason="")
    assert "reason" in answer.context["form"].errors
    answer = ask("end_secondment", secondment.pk, on="01/01/2019", reason="hết nhiệm vụ")
    assert answer.status_code == 302


def test_secondment_before_its_plan_or_at_once_twice_is_refused(ask, rows, member, host_cell, plan):
    typed = {"host_cell": host_cell.pk, "plan": plan.pk, "kind": "attends"}
    assert "on" in ask("second", member.pk, on="16/02/2016", **typed).context["form"].errors
    answer = ask("second", member.pk, on="01/05/2016", **typed)
    assert "tăng cường nơi khác" in answer.content.decode()
    assert member.secondments.count() == 1


def test_secondment_by_letter_dated_back_names_the_meetings(ask, member, cell, host_cell, plan):
    meeting = factories.MeetingFactory(cell=cell, meets_on=day("20/02/2019"))
    factories.AttendanceFactory(meeting=meeting, member=member)
    factories.MinutesFactory(meeting=meeting, state="submitted")
    typed = {"host_cell": host_cell.pk, "plan": plan.pk, "on": "01/02/2019"}
    answer = ask("second", member.pk, kind="transferred", **typed)
    assert "20/02/2019" in str(answer.context["form"].errors["on"])
    assert not member.secondments.exists()
    answer = ask("second", member.pk, kind="transferred", knows_meetings="on", **typed)
    assert answer.status_code == 302


def test_village_cell_of_a_committee_only_read_is_not_offered(
    ask, client, officer, member, host_cell, plan, other_committee
):
    factories.RoleFactory(user=officer, role="inspector", committee=other_committee)
    foreign = factories.HostCellFactory(locality__committee=other_committee)
    page = client.get(reverse("members:second", args=[member.pk]))
    assert list(page.context["form"].fields["host_cell"].queryset) == [host_cell]
    typed = {"host_cell": foreign.pk, "plan": plan.pk, "kind": "attends", "on": "03/04/2016"}
    assert "host_cell" in ask("second", member.pk, **typed).context["form"].errors


def test_same_qualification_is_entered_once(ask, member):
    typed = {"step": "professional:50", "detail": "Luật", "obtained_on": "2018"}
    assert ask("add_qualification", member.pk, **typed).status_code == 302
    answer = ask("add_qualification", member.pk, **typed)
    assert "đã có trong sổ" in answer.context["form"].errors["obtained_on"][0]
    assert member.qualifications.count() == 1


def test_end_of_a_post_keeps_what_was_handed_over(ask, client, rows, member, cell):
    post = rows["chuc-vu"]
    ask("end_position", post.pk, on="03/04/2018", note="Bàn giao sổ biên bản, con dấu")
    post.refresh_from_db()
    assert post.note == "Bàn giao sổ biên bản, con dấu"
    text = client.get(f"/dang-vien/{member.pk}/").content.decode()
    assert "Bàn giao: Bàn giao sổ biên bản, con dấu" in text


def test_seat_somebody_holds_is_asked_about_first(ask, client, member, cell, officer):
    old = admit(cell, officer, name="Mùa Thị Trước")
    factories.PositionFactory(member=old, cell=cell, from_on=day("01/06/2016"))
    typed = {"title": "cell_secretary", "from_on": "03/04/2018", "handover": "Sổ chi bộ"}
    answer = ask("assign_position", member.pk, **typed)
    assert "Mùa Thị Trước đang giữ" in answer.context["form"].errors["title"][0]
    assert not member.positions.exists()
    assert ask("assign_position", member.pk, replaces="on", **typed).status_code == 302
    before = old.positions.get()
    assert (before.to_on, before.note) == (day("02/04/2018"), "Sổ chi bộ")
    assert "Sổ chi bộ" in client.get(cell.get_absolute_url()).content.decode()


def test_post_that_took_a_seat_gives_it_back_when_voided(ask, client, member, cell, officer):
    old = admit(cell, officer, name="Mùa Thị Trước")
    factories.PositionFactory(member=old, cell=cell, from_on=day("01/06/2016"))
    ask("assign_position", member.pk, title="cell_secretary", from_on="03/04/2018", replaces="on")
    post = member.positions.get()
    page = f"/dang-vien/chuc-vu/{post.pk}/huy/"
    assert "Mùa Thị Trước" in client.get(page).content.decode()
    assert client.post(page, {"reason": "nhầm", "version": post.version}).status_code == 302
    assert old.positions.get().to_on is None
