"""Two officers press their buttons at the same moment: one act is written, the other officer is told."""

import datetime as dt
import threading
import time

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse

from audit import services as audit
from jobs.services import run_here
from members import services
from members.importing import batches
from members.models import Commitment, ImportBatch, Member, Rank
from members.services.standing import lock
from tests import factories
from tests.members.imports.sheets import confirm, new, take_in
from tests.members.people import TODAY

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one connection write at a time"
    ),
]


@pytest.fixture
def press(officer, committee):
    """Posts two pages at once, each with an account and a connection of its own; gives the answers."""
    second = factories.UserFactory(full_name="Cán Bộ Hai")
    factories.RoleFactory(committee=committee, user=second)

    def at_once(*pages):
        gate, answers = threading.Barrier(len(pages)), {}

        def post(number, client, url, typed):
            gate.wait()
            answers[number] = client.post(url, typed)
            connections.close_all()

        threads = []
        for number, (user, page) in enumerate(zip((officer, second), pages, strict=True)):
            client = Client(raise_request_exception=False)
            client.force_login(user)
            threads.append(threading.Thread(target=post, args=(number, client, *page)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [answers[number] for number in sorted(answers)]

    return at_once


def page(name, pk, **typed):
    return reverse(name, args=[pk]), typed


def closing(cell, into):
    asked = {"to_cell": into.pk, "on": "01/03/2019", "reason": "x", "version": cell.version}
    return page("organisation:dissolve_cell", cell.pk, **asked)


def statuses(answers):
    return sorted(answer.status_code for answer in answers)


@pytest.mark.parametrize("_attempt", range(3))
def test_of_two_cells_closed_into_each_other_one_stays(press, cell, other_cell, _attempt):
    people = [factories.place(cell), factories.place(other_cell)]
    answers = press(closing(cell, other_cell), closing(other_cell, cell))
    assert statuses(answers) == [200, 302]
    (refused,) = [answer for answer in answers if answer.status_code == 200]
    assert refused.context["form"].errors
    for one in (cell, other_cell):
        one.refresh_from_db()
    assert [one.dissolved_on is None for one in (cell, other_cell)].count(True) == 1
    (left,) = [one for one in (cell, other_cell) if one.dissolved_on is None]
    assert {person.placements.valid().get(to_on=None).cell for person in people} == {left}


@pytest.mark.parametrize("_attempt", range(4))
def test_who_crosses_anothers_act_is_asked_to_press_again(press, cell, other_cell, _attempt):
    """A post in a cell that is being closed: each act waits for what the other holds."""
    member = factories.place(cell)
    post = {"title": "cell_secretary", "from_on": "01/02/2019"}
    answers = press(page("members:assign_position", member.pk, **post), closing(cell, other_cell))
    assert 500 not in statuses(answers)
    for answer in answers:
        if answer.status_code == 200:
            told = str(answer.context["form"].errors)
            assert "bấm lại lần nữa" in told or "chi bộ" in told.lower()


def test_table_whose_rows_cross_anothers_act_is_asked_to_press_again(officer, committee, cell):
    """The act that looks for deadlocks first is the one broken off: here the table of commitments."""
    people = [factories.place(cell), factories.place(cell)]
    for one, title in zip(people, ("secretary", "committee_member"), strict=True):
        factories.PositionFactory(member=one, title=title, committee=committee)
    typed = {"year": 2019, "day": "15/01/2019", "row": [one.pk for one in people]}
    typed |= {f"m{one.pk}-text": "Gương mẫu." for one in people}
    client, answers = Client(raise_request_exception=False), []
    client.force_login(officer)

    def post():
        _look_for_deadlocks_after("3s")
        answers.append(client.post(reverse("members:commitments_entry"), typed))
        connections.close_all()

    thread = threading.Thread(target=post)
    with transaction.atomic():
        _look_for_deadlocks_after("60s", setting="SET LOCAL")
        Member.objects.select_for_update().get(pk=people[1].pk)
        thread.start()
        _wait_until_someone_waits()
        Member.objects.select_for_update().get(pk=people[0].pk)
    thread.join()
    (answer,) = answers
    assert answer.status_code == 200
    assert "bấm lại lần nữa" in str(answer.context["entry"].errors)
    assert "Gương mẫu." in answer.content.decode()
    assert not Commitment.objects.exists()


def test_undo_of_a_closing_meets_a_move_of_one_who_was_moved(officer, cell, other_cell):
    """The version another row has now is none of the page's: a sentence, and nothing is written."""
    member = factories.place(cell)
    client, answers = Client(raise_request_exception=False), []
    client.force_login(officer)
    url, typed = closing(cell, other_cell)
    assert client.post(url, typed).status_code == 302
    cell.refresh_from_db()
    asked = {"reason": "x", "version": cell.version}

    def post():
        answers.append(client.post(reverse("organisation:undo_closing", args=[cell.pk]), asked))
        connections.close_all()

    thread = threading.Thread(target=post)
    with transaction.atomic():
        lock(member)
        thread.start()
        _wait_until_someone_waits()
        moved = member.placements.get(cell=other_cell)
        audit.end_span(moved, on=dt.date(2019, 3, 10), by=officer, end_reason="transfer_out")
    thread.join()
    (answer,) = answers
    assert answer.status_code == 200
    assert "hãy bấm lại lần nữa" in str(answer.context["form"].errors)
    assert answer.context["form"]["version"].value() == str(cell.version)


def _look_for_deadlocks_after(pause, *, setting="SET"):
    with connection.cursor() as cursor:
        cursor.execute(f"{setting} deadlock_timeout = '{pause}'")


def _wait_until_someone_waits():
    with connection.cursor() as cursor:
        for _attempt in range(200):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
    raise AssertionError("nobody waited")


@pytest.mark.parametrize("_attempt", range(2))
@pytest.mark.parametrize("undone", ["transfer", "leaving"])
def test_who_comes_back_to_a_cell_finds_it_standing(press, cell, other_cell, undone, _attempt):
    """Undoing opens a placement again in the cell that another officer is closing."""
    member, told = factories.place(cell), {"recorded_on": TODAY, "on": dt.date(2019, 1, 10)}
    if undone == "transfer":
        row = services.transfer_member(member=member, to_cell=other_cell, by=None, **told)
        address = reverse("members:void", args=["noi-sinh-hoat", row.pk])
    else:
        row = services.transfer_out(member=member, went_to="Nơi khác", by=None, **told)
        address = reverse("members:undo_leaving", args=[row.pk])
    undoing = (address, {"reason": "ghi nhầm", "version": row.version})
    answers = press(undoing, closing(cell, other_cell))
    assert 500 not in statuses(answers)
    open_in_cell = member.placements.valid().filter(cell=cell, to_on=None).exists()
    cell.refresh_from_db()
    assert not (open_in_cell and cell.dissolved_on)


def test_candidate_is_admitted_once(press, cell):
    candidate = factories.CandidateFactory(cell=cell)
    asked = {
        "decision_on": "01/02/2019",
        "ceremony_on": "20/02/2019",
        "admission_note": "hồ sơ giấy",
    }
    act = page("members:admit_candidate", candidate.pk, **asked)
    answers = press(act, act)
    assert 500 not in statuses(answers)
    assert statuses(answers).count(302) == 1


def test_undoing_an_import_waits_for_what_is_being_written_about_its_people(
    officer, committee, cell
):
    """A rank given while the batch is taken back: the undoing sees it and leaves everything."""
    batch = confirm(take_in(committee, officer, new()), officer)
    member = Member.objects.get()
    batch = batches.undo_batch(batch=batch, reason="nhầm tệp", on=TODAY, by=officer)
    on = {"on": TODAY, "recorded_on": TODAY, "by": officer}

    def undo():
        run_here(batch.job)
        connections.close_all()

    with transaction.atomic():
        services.promote(member=member, grade=Rank.Grade.SERGEANT, **on)
        thread = threading.Thread(target=undo)
        thread.start()
        thread.join(timeout=1)
        assert thread.is_alive()
    thread.join()
    batch.refresh_from_db()
    assert (batch.state, member.ranks.valid().count()) == ("applied", 1)
    assert "cấp bậc hàm" in batch.message


def test_list_brought_by_two_officers_is_entered_once(officer, committee, cell):
    """Nobody in it has a number that the database could refuse to have twice."""
    row = new(**{"Số định danh cá nhân": ""})
    ready = [take_in(committee, officer, row) for _officer in range(2)]
    jobs = [
        batches.confirm_batch(batch=one, version=one.version, on=TODAY, by=officer).job
        for one in ready
    ]
    gate = threading.Barrier(2)

    def apply(job):
        gate.wait()
        run_here(job)
        connections.close_all()

    threads = [threading.Thread(target=apply, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Member.objects.valid().count() == 1
    assert sorted(ImportBatch.objects.values_list("state", flat=True)) == ["applied", "ready"]
