from django.db import migrations

from partyunit.text import fold


def fold_again(apps, schema_editor):
    """Papers entered before are found by number and issuer too."""
    papers = apps.get_model("documents", "Document").objects.using(schema_editor.connection.alias)
    for paper in papers.only("pk", "number", "outside_issuer", "summary"):
        text = f"{paper.number} {paper.outside_issuer} {paper.summary}"
        papers.filter(pk=paper.pk).update(search_text=fold(text)[:600])


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_refusals_beside_fields")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop)]
