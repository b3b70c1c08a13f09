"""Mending a typing mistake in a dated row, with the reason."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit import services as audit
from audit.models import AuditEntry
from members import services
from members.models import Member, Position
from tests import factories
from tests.members.people import TODAY, admit, day, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer):
    client.force_login(officer)

    def correct(kind, row, /, **typed):
        url = reverse("members:correct", args=[kind, row.pk])
        return client.post(url, {"version": row.version, "correction_reason": "gõ sai", **typed})

    return correct


def test_day_of_a_post_is_mended_and_written_down(ask, rows):
    post = rows["chuc-vu"]
    assert ask("chuc-vu", post, from_on="03/04/2016").status_code == 302
    post.refresh_from_db()
    assert post.from_on == day("03/04/2016")
    entry = AuditEntry.objects.filter(model="members.position").first()
    assert (entry.before, entry.after) == ({"from_on": "2016-06-01"}, {"from_on": "2016-04-03"})
    assert entry.reason == "gõ sai"


def test_corrected_ceremony_moves_the_placement(ask, rows, member):
    answer = ask(
        "qua-trinh-dang",
        rows["qua-trinh-dang"],
        decision_on="24/01/2015",
        ceremony_on="05/02/2015",
        official_from="05/02/2016",
        recognition_decision_on="23/02/2016",
    )
    assert answer.status_code == 302
    assert member.placements.get().from_on == day("05/02/2015")
    assert not Member.objects.placed_on(day("04/02/2015")).exists()


def test_theory_level_keeps_to_its_scale(ask, client, rows):
    page = client.get(reverse("members:correct", args=["trinh-do", rows["trinh-do"].pk]))
    assert "Thạc sĩ" in page.content.decode()
    answer = ask("trinh-do", rows["trinh-do"], level="50", detail="Luật", obtained_on="2014")
    assert answer.status_code == 302
    rows["trinh-do"].refresh_from_db()
    assert (rows["trinh-do"].level, str(rows["trinh-do"].obtained_on)) == (50, "2014")


@pytest.mark.parametrize(
    ("kind", "typed", "field"),
    [
        ("chuc-vu", {"from_on": "01/06/2016", "correction_reason": ""}, "correction_reason"),
        ("chuc-vu", {"from_on": "31/06/2016"}, "from_on"),
        ("chuc-vu", {"from_on": "01/06/2014"}, "from_on"),
        ("phu-trach", {"from_on": ""}, "from_on"),
        ("cap-bac-ham", {"grade": "99"}, "grade"),
    ],
)
def test_bad_input_is_told_beside_its_field(ask, rows, kind, typed, field):
    assert field in ask(kind, rows[kind], **typed).context["form"].errors


def test_end_before_start_is_told(ask, rows):
    answer = ask("phu-trach", rows["phu-trach"], from_on="01/01/2017", to_on="31/12/2016")
    assert "Ngày kết thúc phải từ ngày bắt đầu trở đi" in answer.content.decode()
    rows["phu-trach"].refresh_from_db()
    assert rows["phu-trach"].to_on is None


def test_slower_writer_sees_both(ask, rows):
    post = rows["chuc-vu"]
    ask("chuc-vu", post, from_on="03/04/2016")
    assert ask("chuc-vu", post, from_on="04/04/2016").status_code == 409


@pytest.mark.parametrize(
    "kind",
    [
        "noi-sinh-hoat",
        "qua-trinh-dang",
        "chuc-vu",
        "phu-trach",
        "cap-bac-ham",
        "trinh-do",
        "tang-cuong",
    ],
)
def test_rights(client, rows, kind, officer, inspector, leader, stranger, administrator):
    url = reverse("members:correct", args=[kind, rows[kind].pk])
    for user, status in (
        (officer, 200),
        (inspector, 403),
        (leader, 403),
        (administrator, 403),
        (stranger, 404),
    ):
        client.force_login(user)
        assert client.get(url).status_code == status
        assert client.post(url, {}).status_code == status


def test_ceremony_of_the_future_is_refused(ask, cell, officer):
    member = admit(cell, officer, name="Lò Văn Mới", on="03/03/2019", official=False)
    answer = ask(
        "qua-trinh-dang",
        member.memberships.get(),
        decision_on="21/02/2019",
        ceremony_on="03/04/2019",
    )
    assert "chưa đến" in answer.content.decode()


LIFE = {
    "decision_on": "24/01/2015",
    "ceremony_on": "03/02/2015",
    "official_from": "03/02/2016",
    "recognition_decision_on": "23/02/2016",
}


@pytest.mark.parametrize(
    ("kind", "typed", "field"),
    [
        ("qua-trinh-dang", {**LIFE, "decision_on": "03/2015"}, "decision_on"),
        ("qua-trinh-dang", {**LIFE, "decision_on": "2016"}, "decision_on"),
        ("qua-trinh-dang", {**LIFE, "decision_on": "04/02/2015"}, "ceremony_on"),
        (
            "qua-trinh-dang",
            {**LIFE, "recognition_decision_on": "02/02/2016"},
            "recognition_decision_on",
        ),
        ("qua-trinh-dang", {**LIFE, "recognition_decision_on": "14/03/2019"}, None),
        ("qua-trinh-dang", {**LIFE, "official_from": "01/03/2015"}, "official_from"),
        (
            "qua-trinh-dang",
            {**LIFE, "official_from": "01/01/2040", "recognition_decision_on": ""},
            "official_from",
        ),
        ("tang-cuong", {"from_on": "16/02/2016"}, "from_on"),
        ("tang-cuong", {"from_on": "01/01/2000"}, "from_on"),
        ("tang-cuong", {"from_on": "01/04/2016", "to_on": "01/04/2018"}, "end_reason"),
        ("trinh-do", {"level": "40", "obtained_on": "14/03/2019"}, "obtained_on"),
        ("phu-trach", {"from_on": "31/05/2016"}, "from_on"),
    ],
)
def test_correction_keeps_the_rules_of_the_act(ask, rows, plan, host_cell, kind, typed, field):
    told = {"host_cell": host_cell.pk, "plan": plan.pk, "kind": "attends"}
    also = told if kind == "tang-cuong" else {}
    answer = ask(kind, rows[kind], **also, **typed)
    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert set(errors) == {field or "recognition_decision_on"}
    stored = type(rows[kind]).objects.get(pk=rows[kind].pk)
    assert stored.version == rows[kind].version


def test_village_cell_of_a_secondment_is_mended_with_its_reports(ask, rows, plan, host_cell):
    row, other = rows["tang-cuong"], factories.HostCellFactory(locality=host_cell.locality)
    factories.SecondmentReportFactory(secondment=row)
    foreign = factories.HostCellFactory()
    typed = {"plan": plan.pk, "kind": "attends", "from_on": "01/04/2016"}
    answer = ask("tang-cuong", row, host_cell=foreign.pk, **typed)
    assert "host_cell" in answer.context["form"].errors
    assert ask("tang-cuong", row, host_cell=other.pk, **typed).status_code == 302
    assert [one.host_cell for one in other.secondments.filter(reports__isnull=False)] == [other]


def test_birthday_leaves_the_member_of_age_at_the_ceremony(client, officer, member):
    client.force_login(officer)
    url = reverse("members:update", args=[member.pk])
    typed = {
        "full_name": member.full_name,
        "sex": "male",
        "born_on": "01/03/1997",
        "ethnicity": "Thái",
        "correction_reason": "sai năm",
        "version": member.version,
    }
    assert "born_on" in client.post(url, typed).context["form"].errors
    assert client.post(url, {**typed, "born_on": "28/02/1997"}).status_code == 302


@pytest.fixture
def newcomer(cell, officer):
    placement = services.register_transfer_in(
        member=person("Lò Văn Đến"),
        cell=cell,
        on=day("01/09/2016"),
        came_from="Chi bộ Học viện",
        decision_on=day("01/05/2015"),
        ceremony_on=day("19/05/2015"),
        official_from=day("19/05/2016"),
        recorded_on=TODAY,
        by=officer,
    )
    return placement


def test_wrong_day_and_cell_of_a_transfer_in_are_mended(ask, newcomer, cell, other_cell):
    meeting = factories.MeetingFactory(cell=cell)
    factories.AttendanceFactory(meeting=meeting, member=newcomer.member)
    answer = ask("noi-sinh-hoat", newcomer, cell=other_cell.pk, from_on="01/10/2016")
    assert answer.status_code == 302
    assert Member.objects.placed_on(day("01/10/2016"), cells=[other_cell]).count() == 1
    assert not Member.objects.placed_on(day("30/09/2016")).exists()


@pytest.mark.parametrize("on", ["18/05/2015", "14/03/2019", ""])
def test_wrong_day_of_a_transfer_in_is_told(ask, newcomer, cell, on):
    answer = ask("noi-sinh-hoat", newcomer, cell=cell.pk, from_on=on)
    assert "from_on" in answer.context["form"].errors


def test_placement_on_which_a_post_rests_stays(ask, newcomer, cell, other_cell, officer):
    post = Position(member=newcomer.member, title="cell_secretary", from_on=day("01/10/2016"))
    services.assign_position(position=post, by=officer)
    for typed in (
        {"cell": other_cell.pk, "from_on": "01/09/2016"},
        {"cell": cell.pk, "from_on": "02/10/2016"},
    ):
        page = ask("noi-sinh-hoat", newcomer, **typed).content.decode()
        assert "«Bí thư Chi bộ An ninh» từ ngày 01/10/2016" in page
    newcomer.refresh_from_db()
    assert newcomer.cell == cell


def test_ceremony_after_one_came_is_refused(ask, newcomer):
    typed = {
        "decision_on": "01/05/2015",
        "ceremony_on": "02/09/2016",
        "official_from": "02/09/2017",
    }
    answer = ask("qua-trinh-dang", newcomer.member.memberships.get(), **typed)
    assert "01/09/2016" in answer.context["form"].errors["ceremony_on"][0]


def test_plan_is_not_dated_after_those_it_sent(rows, plan, officer):
    plan.issued_on = day("02/04/2016")
    with pytest.raises(ValidationError) as refusal:
        audit.update(plan, by=officer, fields=["issued_on"])
    assert "01/04/2016" in refusal.value.message_dict["issued_on"][0]
