from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "audit"
    verbose_name = "Nhật ký"

    def ready(self):
        from audit import checks, triggers

        checks.register_checks()
        post_migrate.connect(triggers.install_after_migrate, sender=self)
