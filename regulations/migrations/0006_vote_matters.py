"""The rules on votes say the share of five more matters; what an office has written itself stays."""

from django.db import migrations

MATTERS = {
    "removal": [2, 3],
    "discipline": [1, 2],
    "expulsion": [2, 3],
    "award": [1, 2],
    "rating": [1, 2],
}


def add(apps, schema_editor):
    for rule in _rules(apps, schema_editor):
        rule.parameters = MATTERS | rule.parameters
        rule.save(update_fields=["parameters"])


def take_off(apps, schema_editor):
    for rule in _rules(apps, schema_editor):
        rule.parameters = {k: v for k, v in rule.parameters.items() if k not in MATTERS}
        rule.save(update_fields=["parameters"])


def _rules(apps, schema_editor):
    rules = apps.get_model("regulations", "Regulation")._base_manager
    return rules.using(schema_editor.connection.alias).filter(topic="cell_vote")


class Migration(migrations.Migration):
    dependencies = [("regulations", "0005_rating_topic")]

    operations = [migrations.RunPython(add, take_off)]
