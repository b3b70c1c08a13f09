from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Sinh hoạt"

    def ready(self):
        from meetings import checks, triggers

        checks.register_checks()
        post_migrate.connect(triggers.install_after_migrate, sender=self)
