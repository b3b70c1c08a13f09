from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Sinh hoạt"

    def ready(self):
        from audit import frozen
        from meetings.frozen import FROZEN

        frozen.register(self, *FROZEN)
