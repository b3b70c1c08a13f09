from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Báo cáo"

    def ready(self):
        from audit import frozen
        from reports.frozen import FROZEN

        frozen.register(self, *FROZEN)
