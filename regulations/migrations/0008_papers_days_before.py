from django.db import migrations

NAME, DAYS = "papers_days_before", 1


def add_to_rules(apps, schema_editor):
    """Rules on cell meetings entered before the parameter was known: papers a day before, as the guides ask."""
    rules = apps.get_model("regulations", "Regulation").objects.using(
        schema_editor.connection.alias
    )
    for rule in rules.filter(topic="cell_meeting"):
        if NAME not in rule.parameters:
            rule.parameters[NAME] = DAYS
            rule.save(update_fields=["parameters"])


def take_from_rules(apps, schema_editor):
    rules = apps.get_model("regulations", "Regulation").objects.using(
        schema_editor.connection.alias
    )
    for rule in rules.filter(topic="cell_meeting"):
        rule.parameters.pop(NAME, None)
        rule.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [
        ("regulations", "0007_meeting_score_topic"),
    ]

    operations = [migrations.RunPython(add_to_rules, take_from_rules)]
