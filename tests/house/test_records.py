"""What every row of the register promises: its columns, its scope, its constraints in the database."""

import datetime as dt

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.db.migrations.state import ProjectState
from django.utils import timezone

from audit import services as audit
from audit.models import AuditEntry
from members.models import Member, Membership, Placement, Secondment
from partyunit.constraints import NoOverlap
from partyunit.fields import DayField
from partyunit.models import Record, Span
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date
RECORDS = [m for m in apps.get_models() if issubclass(m, Record)]
OVERLAPS = [(m, c) for m in RECORDS for c in m._meta.constraints if isinstance(c, NoOverlap)]


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_record_has_void_and_version_scope_and_validity(model):
    columns = {field.name for field in model._meta.fields}
    assert {"voided_at", "voided_by", "void_reason", "version"} <= columns
    assert hasattr(model.objects.all(), "valid")
    assert hasattr(model.objects.all(), "visible_to")
    if issubclass(model, Span):
        assert hasattr(model.objects.all(), "active_on")


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_every_constraint_carries_its_vietnamese_sentence(model):
    plain = [
        c.name
        for c in model._meta.constraints
        if str(c.get_violation_error_message()).startswith("Constraint")
    ]
    assert plain == []


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_code_of_a_constraint_names_the_field_it_stands_beside(model):
    names = {field.name for field in model._meta.concrete_fields}
    codes = {c.violation_error_code for c in model._meta.constraints} - {None}
    assert codes <= names


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_history_is_protected(model):
    loose = [
        field.name
        for field in model._meta.fields
        if isinstance(field, models.ForeignKey)
        and field.remote_field.on_delete is not models.PROTECT
    ]
    assert loose == []


def test_rows_cannot_be_deleted(cell):
    with pytest.raises(TypeError):
        cell.delete()
    with pytest.raises(TypeError):
        type(cell).objects.all().delete()


@pytest.mark.parametrize(
    ("model", "constraint"), OVERLAPS, ids=[f"{m.__name__}-{c.name}" for m, c in OVERLAPS]
)
def test_overlap_rule_stands_in_the_database(model, constraint):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'x'")
            expected = {constraint.name}
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            expected = {f"{constraint.name}_insert", f"{constraint.name}_update"}
        assert expected <= {row[0] for row in cursor.fetchall()}


@pytest.fixture
def member(cell):
    return factories.place(cell, from_on=D(2015, 2, 3))


def refused_by_database(rows):
    with pytest.raises(IntegrityError), transaction.atomic():
        type(rows[0])._base_manager.bulk_create(rows)


def test_second_open_placement_is_refused_by_form_and_database(member, other_cell):
    second = Placement(
        member=member, cell=other_cell, from_on=D(2016, 1, 1), start_reason="internal"
    )
    with pytest.raises(ValidationError, match="đã có nơi sinh hoạt"):
        second.full_clean()
    refused_by_database([second])


def test_span_that_ends_before_it_starts_is_refused_by_form_and_database(member):
    wrong = factories.RankFactory.build(member=member, from_on=D(2019, 4, 3), to_on=D(2019, 4, 2))
    with pytest.raises(ValidationError, match="kết thúc phải từ ngày bắt đầu"):
        wrong.full_clean()
    refused_by_database([wrong])


def test_two_spans_may_meet_but_not_share_a_day(member, cell):
    host = factories.HostCellFactory(locality__committee=cell.committee)
    plan = factories.DocumentFactory(register=cell.committee)
    facts = {"member": member, "host_cell": host, "plan": plan}
    factories.SecondmentFactory(
        **facts, from_on=D(2016, 4, 1), to_on=D(2017, 3, 31), end_reason="hết hạn"
    )
    refused_by_database([Secondment(**facts, from_on=D(2017, 3, 31))])
    factories.SecondmentFactory(**facts, from_on=D(2017, 4, 1))


def test_voided_span_leaves_room_for_another(member, other_cell):
    old = member.placements.get()
    audit.void(old, by=None, reason="nhập nhầm")
    factories.PlacementFactory(member=member, cell=other_cell, from_on=D(2015, 2, 3))
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.filter(pk=old.pk).update(voided_at=None, voided_by=None, void_reason="")


def test_void_without_a_reason_is_refused_by_the_database(member):
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.filter(pk=member.pk).update(voided_at=timezone.now())


def test_future_admission_is_refused_by_form_and_database(cell, today):
    person = factories.MemberFactory()
    admission = Membership(
        member=person,
        decision_on=today,
        ceremony_on=today + dt.timedelta(days=1),
        recorded_on=today,
    )
    with pytest.raises(ValidationError, match="chưa đến"):
        admission.full_clean()
    refused_by_database([admission])


def test_overlap_outside_the_rule_is_no_overlap(cell, other_cell):
    """Two secretaries of two cells, and a secretary beside a deputy of one cell."""
    for where, title in [
        (cell, "cell_secretary"),
        (other_cell, "cell_secretary"),
        (cell, "cell_deputy"),
    ]:
        factories.PositionFactory(member=factories.place(where), cell=where, title=title)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.PositionFactory(member=factories.place(cell), cell=cell)


def test_open_outside_span_with_null_owner_is_free(committee):
    """A name of a cell never collides with the committee's: the other owner is NULL."""
    cell = factories.CellFactory(committee=committee)
    factories.OrganisationNameFactory(cell=cell, name="Chi bộ thử")
    factories.OrganisationNameFactory(cell=factories.CellFactory(committee=committee))


def test_update_needs_the_version_that_was_read(member, officer):
    theirs = Member.objects.get(pk=member.pk)
    member.full_name = "Lò Văn Mới"
    audit.update(member, by=officer, fields=["full_name"])
    theirs.full_name = "Lò Văn Khác"
    with pytest.raises(audit.VersionConflictError) as conflict:
        audit.update(theirs, by=officer, fields=["full_name"])
    assert conflict.value.current.full_name == "Lò Văn Mới"
    member.refresh_from_db()
    assert (member.full_name, member.version) == ("Lò Văn Mới", 2)
    assert member.search_name == "lo van moi"


def test_update_writes_what_changed_and_only_that(member, officer):
    member.ethnicity, member.full_name = "Mông", member.full_name
    audit.update(member, by=officer, fields=["ethnicity", "full_name"], reason="ghi nhầm")
    entry = AuditEntry.objects.get(action="members.member.update")
    assert (entry.before, entry.after) == ({"ethnicity": "Thái"}, {"ethnicity": "Mông"})
    assert (entry.actor_name, entry.reason) == (str(officer), "ghi nhầm")


def test_journal_refuses_to_be_changed(officer, member):
    audit.log(action="thử", by=officer, obj=member)
    for change in (
        lambda: AuditEntry.objects.update(reason="khác"),
        lambda: AuditEntry.objects.all().delete(),
    ):
        with pytest.raises(Exception, match="frozen"), transaction.atomic():
            change()
    assert AuditEntry.objects.filter(action="thử").count() == 1


def test_lost_race_becomes_the_constraints_sentence(member, other_cell, monkeypatch):
    """What the check did not see yet, the database says; the service turns it into the sentence."""
    late = Placement(member=member, cell=other_cell, from_on=D(2016, 1, 1), start_reason="internal")
    monkeypatch.setattr(
        late, "full_clean", lambda: None
    )  # the other writer was between check and write
    with pytest.raises(ValidationError, match="đã có nơi sinh hoạt"):
        audit.create(late, by=None)


@pytest.mark.django_db(transaction=True)
def test_overlap_rules_survive_a_remade_table(cell, other_cell):
    """SQLite remakes a table to alter a column; the triggers must come back with it."""
    member = factories.place(cell)
    state = ProjectState.from_apps(apps)
    old = state.apps.get_model("members", "Placement")._meta.get_field("came_from")
    new = models.CharField(max_length=201, blank=True)
    new.set_attributes_from_name("came_from")
    model = state.apps.get_model("members", "Placement")
    with connection.schema_editor() as editor:
        editor.alter_field(model, old, new)
    try:
        refused_by_database(
            [
                Placement(
                    member=member, cell=other_cell, from_on=D(2016, 1, 1), start_reason="internal"
                )
            ]
        )
    finally:
        with connection.schema_editor() as editor:
            editor.alter_field(model, new, old)


def test_voided_row_is_not_corrected_any_more(cell, officer):
    audit.void(cell, by=officer, reason="ghi hai lần")
    cell.position = 9
    with pytest.raises(ValidationError, match="đã hủy"):
        audit.update(cell, by=officer, fields=["position"])
    cell.refresh_from_db()
    assert cell.position != 9


DAYS = [(m, f) for m in RECORDS for f in m._meta.local_fields if isinstance(f, DayField)]


def test_every_day_column_takes_days_only():
    """A date type on PostgreSQL; SQLite, which keeps any text in one, checks it."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            tables = dict(cursor.fetchall())
            loose = [
                (m.__name__, f.column)
                for m, f in DAYS
                if f'CHECK ("{f.column}" IS date("{f.column}", \'+0 days\'))'
                not in tables[m._meta.db_table]
            ]
        else:
            cursor.execute(
                "SELECT table_name, column_name FROM information_schema.columns"
                " WHERE data_type = 'date'"
            )
            days = set(cursor.fetchall())
            loose = [
                (m.__name__, f.column) for m, f in DAYS if (m._meta.db_table, f.column) not in days
            ]
    assert len(DAYS) > 30
    assert loose == []


@pytest.mark.parametrize("text", ["2019-02-30", "2019-13-01", "abc"])
def test_impossible_day_is_refused_past_every_form(cell, text):
    place = factories.place(cell).placements.get()
    statement = "UPDATE members_placement SET from_on = %s WHERE id = %s"
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [text, place.pk])
