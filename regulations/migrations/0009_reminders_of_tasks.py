from django.db import migrations

NAME, STEPS = "task", [7, 30]


def add_to_rules(apps, schema_editor):
    """Reminders entered before tasks fell due: a week ahead, and a month, as the program starts with."""
    rules = apps.get_model("regulations", "Regulation").objects.using(
        schema_editor.connection.alias
    )
    for rule in rules.filter(topic="reminders"):
        if NAME not in rule.parameters:
            rule.parameters[NAME] = STEPS
            rule.save(update_fields=["parameters"])


def take_from_rules(apps, schema_editor):
    rules = apps.get_model("regulations", "Regulation").objects.using(
        schema_editor.connection.alias
    )
    for rule in rules.filter(topic="reminders"):
        rule.parameters.pop(NAME, None)
        rule.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [
        ("regulations", "0008_papers_days_before"),
    ]

    operations = [migrations.RunPython(add_to_rules, take_from_rules)]
