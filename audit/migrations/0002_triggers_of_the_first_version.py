"""The journal's first triggers had other names: nothing lifts them, so no restore could replace their rows.

`audit.frozen` puts its own on after every migrate.
"""

from django.db import migrations


def drop_first_triggers(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS audit_entry_is_append_only() CASCADE")
    else:
        for name in ("audit_entry_no_update", "audit_entry_no_delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(drop_first_triggers, migrations.RunPython.noop)]
