"""The page that enters a member who was here before the register."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from members.models import Member
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer, cell):
    client.force_login(officer)
    typed = {
        "full_name": "Đỗ Công Đạt",
        "sex": "male",
        "born_on": "1979",
        "ethnicity": "Kinh",
        "cell": cell.pk,
        "on": "01/07/2012",
        "decision_on": "2008",
        "ceremony_on": "19/05/2008",
        "official_from": "19/05/2009",
    }
    return lambda **changes: client.post(reverse("members:present"), {**typed, **changes})


def test_member_stands_in_the_cell_since_that_day(ask, cell):
    assert ask().status_code == 302
    member = Member.objects.get()
    assert Member.objects.placed_on(day("01/07/2012"), cells=[cell]).get() == member
    assert not Member.objects.placed_on(day("30/06/2012"), cells=[cell]).exists()
    assert member.memberships.get().official_from == day("19/05/2009")
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {"members.register_present"}


def test_how_the_place_began_follows_from_the_days(ask, cell):
    founded = f"{cell.founded_on:%d/%m/%Y}"
    ask(full_name="Lò Văn Lập", on=founded)
    ask(
        full_name="Lò Văn Kết",
        decision_on="2010",
        ceremony_on="19/05/2010",
        on="19/05/2010",
        official_from="19/05/2011",
    )
    ask(full_name="Lò Văn Chuyển")
    reasons = dict(Member.objects.values_list("full_name", "placements__start_reason"))
    assert reasons == {
        "Lò Văn Lập": "founding",
        "Lò Văn Kết": "admission",
        "Lò Văn Chuyển": "transfer_in",
    }


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on": "18/05/2008"}, "on"),
        ({"on": "01/01/2009"}, "on"),
        ({"on": "14/03/2019"}, "on"),
        ({"official_from": "19/05/2010"}, "official_from"),
        ({"ceremony_on": ""}, "ceremony_on"),
    ],
)
def test_bad_input_is_told_beside_its_field(ask, changes, field):
    answer = ask(**changes)
    assert field in answer.context["form"].errors
    assert 'value="Đỗ Công Đạt"' in answer.content.decode()
    assert not Member.objects.exists()


def test_reader_may_not(client, inspector):
    client.force_login(inspector)
    assert client.get(reverse("members:present")).status_code == 403


def test_education_rank_and_posts_are_entered_on_the_same_page(ask, committee):
    unit = factories.OfficeUnitFactory(committee=committee)
    answer = ask(
        general_detail="12/12",
        professional="40",
        professional_detail="Luật",
        professional_on="2004",
        theory="20",
        language_detail="tiếng Anh A2",
        rank="40",
        rank_on="01/07/2016",
        party_post="cell_secretary",
        party_post_on="01/06/2015",
        office_title="Đội trưởng",
        office_unit=unit.pk,
        office_post_on="01/06/2014",
    )
    assert answer.status_code == 302
    member = Member.objects.get()
    held = {one.scale: one for one in member.qualifications.all()}
    assert (held["professional"].level, str(held["professional"].obtained_on)) == (40, "2004")
    assert (held["general"].detail, held["general"].is_date_unknown) == ("12/12", True)
    assert held["theory"].obtained_on == TODAY
    assert {post.title for post in member.positions.all()} == {"cell_secretary", "office"}
    assert member.ranks.get().grade == 40


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"rank": "40"}, "rank_on"),
        ({"rank_on": "01/07/2016"}, "rank"),
        ({"party_post": "cell_secretary"}, "party_post_on"),
        ({"party_post": "cell_secretary", "party_post_on": "01/06/2011"}, "party_post_on"),
        ({"office_title": "Đội trưởng", "office_post_on": "01/06/2014"}, "office_unit"),
        ({"theory_on": "2004"}, "theory"),
        ({"it_on": "2004"}, "it_detail"),
        ({"professional": "40", "professional_on": "2030"}, "professional_on"),
        ({"professional": "40", "professional_on": "1970"}, "professional_on"),
        ({"card_no_old": "123"}, "card_no_old"),
        ({"dossier_no": "x"}, "dossier_no"),
    ],
)
def test_wrong_detail_is_told_beside_its_field_and_nobody_is_entered(ask, changes, field):
    answer = ask(**changes)
    assert field in answer.context["form"].errors
    assert not Member.objects.exists()


def test_group_with_a_mistake_stands_open(ask):
    groups = {one["legend"]: one for one in ask(dossier_no="x").context["form"].groups}
    assert groups["Thẻ đảng viên, số định danh, lý lịch"]["is_open"]
    assert not groups["Khai sinh, quê quán, nơi ở"]["is_open"]


def test_every_field_of_the_page_is_drawn_once(ask):
    form = ask(full_name="").context["form"]
    drawn = [field.name for group in form.groups for line in group["lines"] for field in line]
    assert sorted(drawn) == sorted(form.fields)
