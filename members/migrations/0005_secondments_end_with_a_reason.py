"""Secondments that a leaving ended carried no reason; a constraint asks for it from here on."""

from django.db import migrations


def give_a_reason(apps, _schema_editor):
    ended = apps.get_model("members", "Secondment").objects.filter(to_on__isnull=False)
    ended.filter(end_reason="").update(end_reason="không ghi lý do")
    open_ones = apps.get_model("members", "Secondment").objects.filter(to_on__isnull=True)
    open_ones.exclude(end_reason="").update(end_reason="")


class Migration(migrations.Migration):
    dependencies = [("members", "0004_names_and_numbers")]

    operations = [migrations.RunPython(give_a_reason, migrations.RunPython.noop, elidable=True)]
