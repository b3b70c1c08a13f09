"""`load_demo`: fills an empty database with the invented committee of 13/03/2019."""

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from partyunit.management.refusals import OfficeCommand
from reports.demo import loader


class Command(OfficeCommand):
    help = (
        "Loads the demonstration data into an empty database. Refuses one that holds real records."
    )
    makes_tables = True

    def handle(self, *args, **options):
        if loader.is_loaded():
            self._say(_("Dữ liệu trình diễn đã có sẵn, không nạp lại."), options)
            return
        try:
            counts = loader.load()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        total = sum(counts.values())
        self._say(_("Đã nạp dữ liệu trình diễn: %(count)s dòng.") % {"count": total}, options)

    def _say(self, sentence: str, options: dict) -> None:
        if options["verbosity"]:
            self.stdout.write(sentence)
