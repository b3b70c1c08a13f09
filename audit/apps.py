from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "audit"
    verbose_name = "Nhật ký"

    def ready(self):
        from audit import frozen

        frozen.register(self, frozen.Frozen(model="AuditEntry", when="1 = 1"))
