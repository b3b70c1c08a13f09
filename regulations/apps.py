from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RegulationsConfig(AppConfig):
    name = "regulations"
    verbose_name = "Quy định"

    def ready(self):
        from regulations import seeds

        post_migrate.connect(seeds.add_missing, sender=self)
