"""Constraints both databases keep: exactly one owner, no two valid spans that overlap, all or none.

Django's `ExclusionConstraint` is a syntax error on SQLite, and a trigger made by RunSQL is
lost when SQLite remakes the table; these classes are rebuilt with the table (docs/decisions).
"""

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS
from django.db.models import BaseConstraint, CheckConstraint, Q


def exactly_one(*fields: str, name: str, sentence) -> CheckConstraint:
    """Exactly one of the named nullable fields is filled."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return CheckConstraint(condition=condition, name=name, violation_error_message=sentence)


class NoRival(BaseConstraint):
    """No two valid rows of one owner that may not stand beside each other.

    `by` names the owner's fields; a row in which one of them is NULL is outside the rule. An
    exclusion on PostgreSQL, two triggers on SQLite; what makes two rows rivals says the subclass.
    """

    by: tuple[str, ...]

    def _apart(self, model, quote) -> str:
        """The last element of the exclusion, with its operator."""
        raise NotImplementedError

    def _against(self, model, quote) -> list[str]:
        """The same of a stored row `o` and a new one `NEW`, for the triggers."""
        raise NotImplementedError

    def _literals(self, model, schema_editor) -> list[str]:
        """Conditions in SQL that narrow the rule to some rows."""
        return []

    def __eq__(self, other):
        return type(other) is type(self) and self.deconstruct() == other.deconstruct()

    __hash__ = None

    def constraint_sql(self, model, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            return self._exclusion(model, schema_editor)
        # Deferred, so that it runs after a remade table has got its own name back.
        schema_editor.deferred_sql.extend(self._triggers(model, schema_editor))
        return None

    def create_sql(self, model, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            table = schema_editor.quote_name(model._meta.db_table)
            return f"ALTER TABLE {table} ADD {self._exclusion(model, schema_editor)}"
        schema_editor.deferred_sql.extend(self._triggers(model, schema_editor))
        return None

    def remove_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} DROP CONSTRAINT {schema_editor.quote_name(self.name)}"

    def _exclusion(self, model, schema_editor):
        quote = schema_editor.quote_name
        owners = ", ".join(f"{quote(self._column(model, f))} WITH =" for f in self.by)
        conditions = ['"voided_at" IS NULL', *self._literals(model, schema_editor)]
        return (
            f"CONSTRAINT {quote(self.name)} EXCLUDE USING gist "
            f"({owners}, {self._apart(model, quote)}) "
            f"WHERE ({' AND '.join(conditions)})"
        )

    def _triggers(self, model, schema_editor):
        quote = schema_editor.quote_name
        columns = [quote(self._column(model, f)) for f in self.by]
        literals = self._literals(model, schema_editor)
        concerned = " AND ".join(['NEW."voided_at" IS NULL'] + [f"NEW.{one}" for one in literals])
        rival = " AND ".join(
            ["o.id IS NOT NEW.id", 'o."voided_at" IS NULL']
            + [f"o.{c} = NEW.{c}" for c in columns]
            + [f"o.{one}" for one in literals]
            + self._against(model, quote)
        )
        table = quote(model._meta.db_table.removeprefix("new__"))
        for event in ("insert", "update"):
            # Names and literals of our own models only; nothing a user typed.
            refusal = f"SELECT RAISE(ABORT, '{self.name}')"
            found = f"EXISTS (SELECT 1 FROM {table} o WHERE {rival})"  # noqa: S608
            yield (
                f'CREATE TRIGGER "{self.name}_{event}" BEFORE {event.upper()} ON {table} '
                f"WHEN {concerned} BEGIN {refusal} WHERE {found}; END"
            )

    @staticmethod
    def _column(model, field):
        return model._meta.get_field(field).column


class NoOverlap(NoRival):
    """No two valid rows of one owner hold the same day.

    `where` narrows the rule to rows with those literal text values (None: to rows without a
    value). `ends` names the fields of the first and the last day. Spans hold both ends; an open
    span has no last day. A refusal stands beside the first day.
    """

    def __init__(
        self, *, name, by, where=None, ends=("from_on", "to_on"), violation_error_message=None
    ):
        super().__init__(
            name=name, violation_error_code=ends[0], violation_error_message=violation_error_message
        )
        self.by = tuple(by)
        self.where = dict(where or {})
        self.ends = tuple(ends)

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        del kwargs["violation_error_code"]
        kwargs["by"] = self.by
        kwargs["ends"] = self.ends
        if self.where:
            kwargs["where"] = self.where
        return path, args, kwargs

    # -- database ---------------------------------------------------------------------------

    def _apart(self, model, quote) -> str:
        first, last = (quote(self._column(model, f)) for f in self.ends)
        return f"daterange({first}, {last}, '[]') WITH &&"

    def _against(self, model, quote) -> list[str]:
        first, last = (quote(self._column(model, f)) for f in self.ends)
        return [
            f"o.{first} <= COALESCE(NEW.{last}, '9999-12-31')",
            f"NEW.{first} <= COALESCE(o.{last}, '9999-12-31')",
        ]

    def _literals(self, model, schema_editor) -> list[str]:
        """The conditions of `where` in SQL: `"title" = 'cell_secretary'`, `"committee_id" IS NULL`."""
        columns = {f: schema_editor.quote_name(self._column(model, f)) for f in self.where}
        return [
            f"{columns[f]} IS NULL"
            if v is None
            else f"{columns[f]} = {schema_editor.quote_value(v)}"
            for f, v in self.where.items()
        ]

    # -- form and shell ---------------------------------------------------------------------

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        if exclude and {*self.by, *self.where, *self.ends} & set(exclude):
            return  # as Django's own constraints: not judged on a field that was not read
        first, last = self.ends
        begins, ends = getattr(instance, first), getattr(instance, last)
        attnames = {f: model._meta.get_field(f).attname for f in (*self.by, *self.where)}
        owners = {f: getattr(instance, attnames[f]) for f in self.by}
        concerned = (
            instance.voided_at is None
            and begins
            and None not in owners.values()
            and all(getattr(instance, attnames[f]) == v for f, v in self.where.items())
        )
        if not concerned:
            return
        rivals = model._base_manager.using(using).filter(
            Q(**{f"{last}__gte": begins}) | Q(**{f"{last}__isnull": True}),
            voided_at__isnull=True,
            **owners,
            **self.where,
        )
        if ends:
            rivals = rivals.filter(**{f"{first}__lte": ends})
        if rivals.exclude(pk=instance.pk).exists():
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )


class AllOrNone(NoRival):
    """Of one owner's valid rows each fills `field`, or none does: names, or a number, never both."""

    def __init__(self, *, name, by, field, violation_error_code=None, violation_error_message=None):
        super().__init__(
            name=name,
            violation_error_code=violation_error_code,
            violation_error_message=violation_error_message,
        )
        self.by, self.field = tuple(by), field

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"by": self.by, "field": self.field}

    def _apart(self, model, quote) -> str:
        return f"(({quote(self._column(model, self.field))} IS NULL)::int) WITH <>"

    def _against(self, model, quote) -> list[str]:
        column = quote(self._column(model, self.field))
        return [f"(o.{column} IS NULL) <> (NEW.{column} IS NULL)"]

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        if instance.voided_at is not None or (exclude and {*self.by, self.field} & set(exclude)):
            return
        value = getattr(instance, model._meta.get_field(self.field).attname)
        owners = {f: getattr(instance, model._meta.get_field(f).attname) for f in self.by}
        rivals = model._base_manager.using(using).filter(voided_at__isnull=True, **owners)
        rivals = rivals.filter(**{f"{self.field}__isnull": value is not None})
        if rivals.exclude(pk=instance.pk).exists():
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )
