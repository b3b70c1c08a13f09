"""Mending a typing mistake in a dated row, with the reason."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from members.models import Member
from tests.members.people import admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer):
    client.force_login(officer)

    def correct(kind, row, **typed):
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
