"""Rows typed in a meeting: stored once, never overwritten silently, nothing typed lost."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.models import AuditEntry
from audit.services import VersionConflictError
from meetings import services
from meetings.models import AgendaItem, MinutesSection, Opinion
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


def save(model, meeting, by, *, uid=None, version=0, **values):
    uid = uid or uuid.uuid4()
    return services.save_row(model, meeting=meeting, uid=uid, version=version, by=by, **values)


def test_same_row_sent_twice_is_stored_once(meeting, leader):
    uid = uuid.uuid4()
    first = save(AgendaItem, meeting, leader, uid=uid, title="Một")
    again = save(AgendaItem, meeting, leader, uid=uid, title="Một")
    assert first.pk == again.pk
    assert AgendaItem.objects.count() == 1
    assert again.version == 1


def test_new_row_over_a_stored_one_is_a_conflict(meeting, leader):
    """A page out of the browser's memory has not seen what was stored under its uid."""
    uid = uuid.uuid4()
    save(AgendaItem, meeting, leader, uid=uid, title="Một")
    with pytest.raises(VersionConflictError):
        save(AgendaItem, meeting, leader, uid=uid, title="Một hai")


def test_stale_version_is_a_conflict_that_keeps_both(meeting, leader):
    row = save(AgendaItem, meeting, leader, title="Một")
    save(AgendaItem, meeting, leader, uid=row.uid, version=1, title="Của người kia")
    with pytest.raises(VersionConflictError) as caught:
        save(AgendaItem, meeting, leader, uid=row.uid, version=1, title="Của tôi")
    assert caught.value.current.title == "Của người kia"


def test_two_windows_beginning_one_section_conflict(meeting, leader):
    save(MinutesSection, meeting, leader, part="conclusion", text="Bản thứ nhất")
    with pytest.raises(VersionConflictError):
        save(MinutesSection, meeting, leader, part="conclusion", text="Bản thứ hai")


def test_row_of_another_meeting_is_refused(meeting, other_cell, leader):
    row = save(AgendaItem, meeting, leader, title="Một")
    other = building.planned(other_cell)
    with pytest.raises(ValidationError, match="cuộc họp khác"):
        save(AgendaItem, other, leader, uid=row.uid, version=1, title="Hai")


def test_positions_follow_each_other_and_items_move(meeting, leader):
    items = [building.point(meeting, by=leader, title=title) for title in ("Một", "Hai", "Ba")]
    assert [item.position for item in items] == [1, 2, 3]
    services.move_agenda_item(items[2], up=True, by=leader)
    titles = meeting.agenda.valid().order_by("position").values_list("title", flat=True)
    assert list(titles) == ["Một", "Ba", "Hai"]
    services.move_agenda_item(items[0], up=True, by=leader)
    assert list(titles.all()) == ["Một", "Ba", "Hai"]


def test_removed_item_takes_its_opinions_off(meeting, people, leader):
    item = building.point(meeting, by=leader)
    save(Opinion, meeting, leader, item=item, speaker=people[0], guest_name="", text="Nhất trí")
    services.remove_row(item, version=item.version, by=leader)
    assert not Opinion.objects.valid().exists()
    assert not AgendaItem.objects.valid().exists()


def test_each_save_leaves_one_audit_row(meeting, leader):
    building.point(meeting, by=leader)
    before = AuditEntry.objects.count()
    item = building.point(meeting, by=leader)
    assert AuditEntry.objects.count() == before + 1
    save(AgendaItem, meeting, leader, uid=item.uid, version=1, title="Khác")
    assert AuditEntry.objects.count() == before + 2


# -- the page -----------------------------------------------------------------------------------


def url(meeting, kind="agenda"):
    return reverse("meetings:save_row", args=[meeting.pk, kind])


def typed(**values):
    return {"uid": str(uuid.uuid4()), "version": "0", "save": "1", **values}


def test_plain_form_stores_and_returns_to_its_row(client, meeting, leader):
    client.force_login(leader)
    data = typed(title="Nội dung một")
    response = client.post(url(meeting), data)
    assert response.status_code == 302
    assert response.url.endswith(f"#row-{data['uid']}")
    assert AgendaItem.objects.get().title == "Nội dung một"


def test_line_sent_with_breaks_is_kept_in_one_line(client, meeting, leader):
    client.force_login(leader)
    sent = typed(title="Phổ biến\r\nchỉ thị", conclusion="Nhất trí.\r\nThực hiện ngay.")
    client.post(url(meeting), sent)
    client.post(url(meeting), sent)  # the same again is no conflict
    item = meeting.agenda.get()
    assert item.title == "Phổ biến chỉ thị"
    assert item.conclusion == "Nhất trí.\nThực hiện ngay."
    assert item.version == 1


def test_bad_input_shows_its_message_and_keeps_what_was_typed(client, meeting, leader):
    client.force_login(leader)
    data = typed(title="", summary="Đã gõ dài dòng")
    response = client.post(url(meeting), data)
    assert response.status_code == 422
    assert "Đã gõ dài dòng" in response.text
    assert f'action="{url(meeting)}#row-{data["uid"]}"' in response.text  # the page opens there
    assert not AgendaItem.objects.exists()


def test_conflict_page_shows_both_texts(client, meeting, leader):
    client.force_login(leader)
    row = building.point(meeting, by=leader, title="Gốc")
    save(AgendaItem, meeting, leader, uid=row.uid, version=1, title="Của người kia")
    data = {"uid": str(row.uid), "version": "1", "save": "1", "title": "Của tôi"}
    response = client.post(url(meeting), data)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Của người kia" in page
    assert "Của tôi" in page
    assert f'value="{row.uid}:2"' in page
    client.post(url(meeting), {**data, "over": f"{row.uid}:2"})
    row.refresh_from_db()
    assert row.title == "Của tôi"


def test_htmx_autosave_swaps_nothing_under_the_writer(client, meeting, leader):
    client.force_login(leader)
    data = {"uid": str(uuid.uuid4()), "version": "0", "title": "Tự lưu"}
    response = client.post(url(meeting), data, headers={"HX-Request": "true"})
    page = response.content.decode()
    assert response.status_code == 200
    assert 'name="version" value="1"' in page
    assert "<textarea" not in page
    assert AgendaItem.objects.get().title == "Tự lưu"


def quiet(client, meeting, data, kind="agenda"):
    return client.post(url(meeting, kind), data, headers={"HX-Request": "true"})


def test_htmx_empty_row_comes_also_after_the_first_change_stored_it(client, meeting, leader):
    client.force_login(leader)
    data = {**typed(title="Một"), "new": "1"}
    assert quiet(client, meeting, {**data, "save": ""}).headers["HX-Trigger"] == "saved"
    page = quiet(client, meeting, {**data, "version": "1"}).content.decode()
    # the empty opinion and the empty vote of the point, the empty point
    assert page.count('name="new"') == 3
    assert "data-cursor" in page
    assert AgendaItem.objects.count() == 1


def test_htmx_conflict_is_answered_in_the_row_that_was_sent(client, meeting, leader):
    """Both windows begin one part: what is stored has another uid than what this window shows."""
    client.force_login(leader)
    stored = building.conclude(meeting, by=leader, text="Của người kia")
    data = typed(part="conclusion", text="Của tôi")
    page = quiet(client, meeting, data, "section").content.decode()
    assert f'id="note-{data["uid"]}"' in page
    assert f'value="{stored.uid}:1"' in page
    kept = quiet(client, meeting, {**data, "over": f"{stored.uid}:1"}, "section")
    assert kept.headers["HX-Retarget"] == f"#row-{data['uid']}"
    stored.refresh_from_db()
    assert stored.text == "Của tôi"


def test_stored_text_is_taken_instead_of_what_was_typed(client, meeting, leader):
    client.force_login(leader)
    stored = building.conclude(meeting, by=leader, text="Của người kia")
    data = {**typed(part="conclusion", text="Của tôi"), "take": str(stored.uid)}
    answer = quiet(client, meeting, data, "section")
    assert answer.headers["HX-Retarget"] == f"#row-{data['uid']}"
    assert "Của người kia" in answer.content.decode()
    plain = client.post(url(meeting, "section"), data)
    assert plain.url.endswith(f"#row-{stored.uid}")
    stored.refresh_from_db()
    assert (stored.text, stored.version) == ("Của người kia", 1)


def test_removed_row_can_be_written_again_or_given_up(client, meeting, leader):
    client.force_login(leader)
    item = building.point(meeting, by=leader, title="Gốc")
    services.remove_row(item, version=1, by=leader)
    data = {"uid": str(item.uid), "version": "1", "title": "Gõ tiếp", "save": "1"}
    page = quiet(client, meeting, data).content.decode()
    assert "Dòng kia đã được bỏ" in page
    given_up = quiet(client, meeting, {**data, "take": ""})
    assert 'id="row-' not in given_up.content.decode()
    quiet(client, meeting, {**data, "over": f"{uuid.uuid4()}:0"})
    assert AgendaItem.objects.valid().get().title == "Gõ tiếp"


def test_rows_of_another_cells_meeting_are_never_shown(client, meeting, other_cell, leader):
    foreign = factories.AgendaItemFactory(meeting=building.planned(other_cell), title="Bí mật")
    client.force_login(leader)
    for data in ({"save": "1", "title": "x"}, {"save": "1"}, {"take": str(foreign.uid)}):
        answer = quiet(client, meeting, {"uid": str(foreign.uid), "version": "0", **data})
        assert "Bí mật" not in answer.content.decode()
    foreign.refresh_from_db()
    assert foreign.title == "Bí mật"


@pytest.mark.parametrize(
    "hidden",
    [
        {"version": "9" * 5000},
        {"version": "²"},
        {"version": "-1"},
        {"version": ""},
        {"uid": "x"},
        {"uid": ""},
        {"over": "x:y"},
    ],
)
def test_bad_hidden_values_are_told_and_lose_nothing(client, meeting, leader, hidden):
    client.force_login(leader)
    data = {**typed(title="Chữ đã gõ"), **hidden}
    plain = client.post(url(meeting), data)
    assert plain.status_code == 422
    assert "Trang gửi thiếu mã của dòng" in plain.content.decode()
    assert "Chữ đã gõ" in plain.content.decode()
    assert "Trang gửi thiếu mã của dòng" in quiet(client, meeting, data).content.decode()
    item = building.point(meeting, by=leader)
    remove = reverse("meetings:remove_row", args=[meeting.pk, "agenda", item.uid])
    assert client.post(remove, {"version": hidden.get("version", "")}).status_code == 409


def test_opinion_on_a_point_just_removed_is_shown_to_be_copied(client, meeting, people, leader):
    client.force_login(leader)
    item = building.point(meeting, by=leader)
    services.remove_row(item, version=1, by=leader)
    data = typed(item=str(item.uid), speaker=str(people[0].pk), text="Một ý kiến dài")
    response = client.post(url(meeting, "opinion"), data)
    assert response.status_code == 422
    assert "Một ý kiến dài" in response.content.decode()
    assert "vừa được bỏ khỏi chương trình" in response.content.decode()


def test_htmx_half_typed_row_is_left_alone(client, meeting, leader):
    client.force_login(leader)
    data = {"uid": str(uuid.uuid4()), "version": "0", "title": "", "summary": "mới gõ"}
    response = client.post(url(meeting), data, headers={"HX-Request": "true"})
    assert response.status_code == 204


def test_htmx_too_long_text_is_told_while_it_saves_itself(client, meeting, leader):
    client.force_login(leader)
    data = typed(title="Một", conclusion="d" * 20_001, save="")
    told = "Kết luận: Dài nhất 20000 ký tự; phần vừa ghi dài 20001."
    response = quiet(client, meeting, data)
    assert told in response.content.decode()
    assert "HX-Trigger" not in response
    assert not meeting.agenda.exists()


def test_htmx_button_draws_the_row_and_an_empty_one(client, meeting, leader):
    client.force_login(leader)
    data = typed(title="Mới", new="1")
    response = client.post(url(meeting), data, headers={"HX-Request": "true"})
    assert response["HX-Reswap"] == "outerHTML"
    # item, its empty opinion and vote, empty item
    assert response.content.decode().count('<li id="row-') == 4


def test_every_kind_of_row_is_stored(client, meeting, people, leader):
    client.force_login(leader)
    building.everyone_present(meeting, leader)
    item = building.point(meeting, by=leader)
    member = str(people[0].pk)
    posts = [
        ("opinion", typed(item=str(item.uid), speaker=member, text="Nhất trí")),
        ("guest", typed(capacity="other", name="Khách Thử")),
        ("task", typed(task="Lập lịch", assignee=member, due_on="31/03/2019")),
        ("section", typed(part="opening", text="Lý do họp")),
    ]
    for kind, data in posts:
        assert client.post(url(meeting, kind), data).status_code == 302, kind
        quiet = {**data, "uid": str(uuid.uuid4()), "part": "discussion", "name": "Khách Khác"}
        answer = client.post(url(meeting, kind), quiet, headers={"HX-Request": "true"})
        assert answer.status_code == 200, kind
    assert Opinion.objects.count() == 2
    assert meeting.guests.count() == 2
    assert meeting.action_items.count() == 2
    assert MinutesSection.objects.count() == 2


def test_removed_row_disappears_and_its_page_refuses_others(client, meeting, people, leader):
    client.force_login(leader)
    item = building.point(meeting, by=leader)
    remove = reverse("meetings:remove_row", args=[meeting.pk, "agenda", item.uid])
    assert client.post(remove, {"version": "1"}).status_code == 302
    again = client.post(remove, {"version": "1"})  # another window has done it already
    assert again.status_code == 302
    unknown = reverse("meetings:remove_row", args=[meeting.pk, "agenda", uuid.uuid4()])
    assert client.post(unknown, {"version": "1"}).status_code == 404


def test_out_of_scope_is_404_reader_is_403_get_is_405(client, meeting, stranger, inspector, leader):
    for user, status in [(stranger, 404), (inspector, 403)]:
        client.force_login(user)
        assert client.post(url(meeting), typed(title="x")).status_code == status
    client.force_login(leader)
    assert client.get(url(meeting)).status_code == 405
    assert client.post(url(meeting, "khac"), typed(title="x")).status_code == 404


def test_leader_of_another_cell_does_not_see_the_meeting(client, meeting, other_cell):
    user = factories.UserFactory()
    factories.RoleFactory(
        user=user, role="cell_secretary", committee=other_cell.committee, cell=other_cell
    )
    client.force_login(user)
    assert client.get(reverse("meetings:detail", args=[meeting.pk])).status_code == 404
    assert client.post(url(meeting), typed(title="x")).status_code == 404


def test_button_of_a_part_draws_that_part_alone(client, meeting, leader):
    client.force_login(leader)
    typed = {"uid": str(uuid.uuid4()), "version": "0", "part": "conclusion", "text": "Thống nhất."}
    url = reverse("meetings:save_row", args=[meeting.pk, "section"])
    answer = client.post(url, {**typed, "save": "1", "new": "1"}, headers={"hx-request": "true"})
    assert answer.text.count('name="part"') == 1
