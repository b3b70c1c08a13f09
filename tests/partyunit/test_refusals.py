"""What a command says of a database that cannot do what it was asked."""

import pytest
from django.db import OperationalError

from partyunit.management.refusals import OfficeCommand

pytestmark = pytest.mark.django_db


class FullDisk(OfficeCommand):
    def handle(self, *args, **options):
        raise OperationalError("database or disk is full\nsecond line")


def run(*arguments):
    """As the command line does it."""
    command = FullDisk()
    command._called_from_command_line = True
    return command.execute(**vars(command.create_parser("manage.py", "full").parse_args(arguments)))


def test_fault_of_the_server_or_the_disk_is_one_sentence(capsys):
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == 1
    assert capsys.readouterr().err == "Cơ sở dữ liệu báo lỗi: database or disk is full\n"


def test_fault_is_shown_whole_when_asked_for():
    with pytest.raises(OperationalError):
        run("--traceback")
