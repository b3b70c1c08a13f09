"""`load_demo` leaves an office's own records alone."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from meetings.models import Meeting
from partyunit.models import Installation
from reports.demo import loader
from tests import factories


@pytest.mark.parametrize(
    "begin",
    [
        factories.CommitteeFactory,
        factories.UserFactory,
        factories.MemberFactory,
        lambda: Installation.objects.create(pk=1),
    ],
)
def test_a_database_with_records_is_refused(db, begin):
    begin()
    with pytest.raises(CommandError, match="dữ liệu thật"):
        call_command("load_demo")
    with pytest.raises(ValidationError):
        loader.load()
    assert Meeting.objects.count() == 0
