from django.apps import AppConfig


class PartyunitConfig(AppConfig):
    name = "partyunit"
    verbose_name = "partyunit"

    def ready(self):
        from partyunit import checks  # noqa: F401  (registers the system checks)
