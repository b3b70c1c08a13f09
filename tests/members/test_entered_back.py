"""Somebody comes as of a day before minutes that are handed in: asked about at every way in, then told."""

import pytest
from django.urls import reverse

from members import services
from members.models import Member, Placement
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db
PERSON = {"full_name": "Hà Văn Muộn", "sex": "male", "born_on": "12/03/1985", "ethnicity": "Thái"}
IN_PARTY = {"decision_on": "25/01/2008", "ceremony_on": "03/02/2008", "official_from": "03/02/2009"}
ADMITTED = {"decision_on": "25/01/2019", "ceremony_on": "01/02/2019", "admission_note": "đủ hồ sơ"}
CAME = {"on": "01/02/2019", "came_from": "Đảng bộ huyện bên"}
BY_LETTER = {
    "from_on": "01/02/2019",
    "to_on": "31/07/2019",
    "came_from": "Đảng bộ huyện bên",
    "letter_number": "15-GGT/ĐU",
}
BOX = "knows_meetings"
WAYS_IN = [
    ("admit", {**PERSON, **ADMITTED}, BOX),
    ("present", {**PERSON, **IN_PARTY, "on": "01/02/2019"}, BOX),
    ("transfer_in", {**PERSON, **IN_PARTY, **CAME}, BOX),
    ("new_guest", {**PERSON, **IN_PARTY, **BY_LETTER}, BOX),
    ("admit_candidate", ADMITTED, "ceremony_on"),
    ("come_back", CAME, "on"),
    ("readmit", ADMITTED, "ceremony_on"),
    ("guest", BY_LETTER, "from_on"),
]


@pytest.fixture
def approved(cell):
    meeting = factories.MeetingFactory(cell=cell, meets_on=day("05/02/2019"), state="held")
    factories.MinutesFactory(meeting=meeting, state="submitted")
    return meeting


@pytest.fixture
def comer(cell, officer):
    """Whose page an act is done from: a candidate, or who left; nobody for somebody new."""

    def find(act):
        if act == "admit_candidate":
            return factories.CandidateFactory(cell=cell, full_name="Vàng Thị Nguồn")
        if act == "readmit":
            member = admit(cell, officer, official=False)
            left = {"reason": "removed", "on": day("01/10/2015")}
            services.end_membership(member=member, recorded_on=TODAY, by=officer, **left)
            return member
        if act in ("come_back", "guest"):
            member = admit(cell, officer)
            left = {"went_to": "Tỉnh", "on": day("01/03/2017")}
            services.transfer_out(member=member, recorded_on=TODAY, by=officer, **left)
            return member
        return None

    return find


@pytest.fixture
def come(client, officer, cell, comer):
    client.force_login(officer)

    def open_act(act, typed):
        owner = comer(act)
        url = reverse(f"members:{act}", args=[owner.pk] if owner else [])
        return lambda **more: client.post(url, {**typed, "cell": cell.pk, **more}, follow=True)

    return open_act


@pytest.mark.parametrize(("act", "typed", "field"), WAYS_IN)
def test_meeting_is_named_before_and_after(come, approved, act, typed, field):
    ask = come(act, typed)
    before = Placement.objects.count(), Member.objects.count()
    form = ask().context["form"]
    assert "Chi bộ An ninh ngày 05/02/2019" in form.errors[field][0]
    assert list(form.fields)[-1] == BOX
    assert (Placement.objects.count(), Member.objects.count()) == before
    answer = ask(knows_meetings="on")
    assert Placement.objects.count() == before[0] + 1
    told = " ".join(str(message) for message in answer.context["messages"])
    assert "05/02/2019" in told
    assert not approved.attendances.exists()


def test_box_is_drawn_last_on_the_page_of_a_person(come, approved, other_cell, officer):
    """Asked one after the other: first who it is, then the meetings."""
    admit(other_cell, officer, name=PERSON["full_name"])
    ask = come("transfer_in", {**PERSON, **IN_PARTY, **CAME})
    form = ask(is_another="on").context["form"]
    assert [field.name for line in form.groups[-1]["lines"] for field in line][-2:] == [
        "is_another",
        "knows_meetings",
    ]


def test_day_after_the_meeting_asks_nothing(come, approved):
    come("transfer_in", {**PERSON, **IN_PARTY, **CAME, "on": "06/02/2019"})()
    assert Placement.objects.count() == 1


def test_stay_by_letter_over_before_the_meeting_asks_nothing(come, approved):
    stay = {"from_on": "01/10/2018", "to_on": "31/01/2019"}
    come("new_guest", {**PERSON, **IN_PARTY, **BY_LETTER, **stay})()
    assert Placement.objects.count() == 1


def test_member_sent_by_letter_is_missing_in_the_other_cell_too(
    client, officer, other_cell, approved, cell
):
    """The member of one cell is sent to another, whose roll is closed."""
    member = admit(other_cell, officer)
    client.force_login(officer)
    typed = {"cell": cell.pk, "from_on": "01/02/2019", "to_on": "31/07/2019"}
    answer = client.post(reverse("members:send_temporarily", args=[member.pk]), typed)
    assert "Chi bộ An ninh ngày 05/02/2019" in answer.context["form"].errors["from_on"][0]
