"""Model meetings: what other cells see of them, and a meeting of the own cell that begins like one."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings import services
from meetings.models import AgendaItem, Meeting, MeetingPaper
from tests import factories
from tests.meetings.building import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def model(other_cell):
    """Held by the other cell, with a point that was talked about, a paper and a person on the roll."""
    meeting = factories.MeetingFactory(
        cell=other_cell, kind="model", state="held", topic="Tôn trọng nhân dân"
    )
    item = factories.AgendaItemFactory(
        meeting=meeting, position=2, title="Thảo luận chuyên đề", conclusion="Kết luận kín"
    )
    factories.AgendaItemFactory(meeting=meeting, position=1, title="Điểm tin")
    factories.OpinionFactory(item=item, text="Ý kiến kín")
    factories.AttendanceFactory(
        meeting=meeting, member=factories.place(other_cell, full_name="Người Trên Danh Sách")
    )
    factories.MeetingPaperFactory(meeting=meeting, title="Đề cương chuyên đề")
    return meeting


def outline(meeting):
    return reverse("meetings:model", args=[meeting.pk])


def test_leader_of_another_cell_sees_the_outline_and_no_more(client, model, leader):
    client.force_login(leader)
    page = client.get(outline(model)).text
    for shown in ("Tôn trọng nhân dân", "Thảo luận chuyên đề", "Đề cương chuyên đề"):
        assert shown in page
    for hidden in ("Kết luận kín", "Ý kiến kín", "Người Trên Danh Sách"):
        assert hidden not in page
    assert client.get(model.get_absolute_url()).status_code == 404


def test_planned_model_is_shown_to_who_is_asked_to_it(client, model, leader):
    Meeting.objects.filter(pk=model.pk).update(state="planned")
    client.force_login(leader)
    assert client.get(outline(model)).status_code == 404
    factories.GuestFactory(meeting=model, member=leader.member, name="", state="invited")
    assert client.get(outline(model)).status_code == 200


@pytest.mark.parametrize(
    "change", [{"kind": "regular"}, {"state": "cancelled", "state_reason": "x"}]
)
def test_other_meetings_have_no_outline(client, model, leader, change):
    Meeting.objects.filter(pk=model.pk).update(**change)
    client.force_login(leader)
    assert client.get(outline(model)).status_code == 404


def test_stranger_and_administrator_see_none(client, model, stranger, administrator):
    for user, status in ((stranger, 404), (administrator, 403)):
        client.force_login(user)
        assert client.get(outline(model)).status_code == status


def test_list_names_the_models_a_leader_may_learn_from(client, model, leader):
    client.force_login(leader)
    page = client.get(reverse("meetings:models"))
    assert [row.record for row in page.context["listing"].rows] == [model]
    assert "I/2019" in page.text


def plan(model, **also):
    return {
        "cell": also.pop("cell"),
        "kind": "regular",
        "counts_for": "04/2019",
        "meets_on": "05/04/2019",
        "place": "Phòng họp",
        "modelled_on": model.pk,
        **also,
    }


def test_leader_begins_a_meeting_like_the_model(client, model, leader, cell):
    client.force_login(leader)
    form = client.get(reverse("meetings:plan"), {"model": model.pk}).context["form"]
    assert form.initial["modelled_on"] == model.pk
    assert form.initial["topic"] == "Tôn trọng nhân dân"
    client.post(reverse("meetings:plan"), plan(model, cell=cell.pk, topic="Tôn trọng nhân dân"))
    made = Meeting.objects.get(cell=cell)
    assert made.modelled_on == model
    assert list(made.agenda.values_list("position", "title", "conclusion")) == [
        (1, "Điểm tin", ""),
        (2, "Thảo luận chuyên đề", ""),
    ]
    assert list(made.papers.values_list("title", "sent_on")) == [("Đề cương chuyên đề", None)]
    assert not made.attendances.exists()
    assert reverse("meetings:model", args=[model.pk]) in client.get(made.get_absolute_url()).text


def test_meeting_planned_before_begins_like_the_model_while_it_has_no_points(
    client, model, leader, cell
):
    planned = factories.MeetingFactory(cell=cell, meets_on=TODAY, state="planned")
    client.force_login(leader)
    address = reverse("meetings:change_plan", args=[planned.pk])
    assert f'href="{address}?model={model.pk}"' in client.get(outline(model)).text
    form = client.get(address, {"model": model.pk}).context["form"]
    assert form.initial["modelled_on"] == model.pk
    sent = plan(model, cell="", counts_for="03/2019", meets_on="13/03/2019", version=1)
    client.post(address, sent)
    assert [*planned.agenda.values_list("title", flat=True)] == ["Điểm tin", "Thảo luận chuyên đề"]
    assert "modelled_on" not in client.get(address).context["form"].fields
    assert address not in client.get(outline(model)).text
    Meeting.objects.filter(pk=planned.pk).update(modelled_on=None)
    with pytest.raises(ValidationError, match="đã ghi nội dung họp"):
        services.change_plan(meeting=planned, version=2, by=leader, modelled_on=model)


def test_model_out_of_sight_cannot_be_followed(client, model, leader, cell):
    Meeting.objects.filter(pk=model.pk).update(state="planned")
    client.force_login(leader)
    page = client.post(reverse("meetings:plan"), plan(model, cell=cell.pk))
    assert "modelled_on" in page.context["form"].errors
    assert not AgendaItem.objects.filter(meeting__cell=cell).exists()


def test_voided_points_and_papers_of_the_model_are_not_taken(model, cell, leader):
    services.remove_row(model.agenda.get(position=1), version=1, by=leader)
    made = services.plan_meeting(
        committee=cell.committee,
        cell=cell,
        kind="regular",
        counts_for=TODAY,
        meets_on=TODAY,
        place="Phòng họp",
        modelled_on=model,
        by=leader,
    )
    assert [item.title for item in made.agenda.all()] == ["Thảo luận chuyên đề"]
    assert MeetingPaper.objects.filter(meeting=made).count() == 1


def test_only_model_meetings_are_followed(model, meeting, foreign_cell):
    with pytest.raises(ValidationError) as refused:
        Meeting(
            committee=meeting.committee, cell=meeting.cell, modelled_on=meeting, kind="regular"
        ).clean()
    assert "modelled_on" in refused.value.message_dict
    elsewhere = factories.MeetingFactory(cell=foreign_cell, kind="model")
    with pytest.raises(ValidationError):
        Meeting(committee=meeting.committee, modelled_on=elsewhere, kind="regular").clean()
