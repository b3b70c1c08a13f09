"""The demonstration's members go out in the national form and come back without a difference."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import User
from partyunit.dates import parse_day
from tests.members.imports.sheets import take_in, told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("on", ["13/03/2019", "31/12/2015"])
def test_the_whole_demonstration_comes_back_the_same(client, demonstration, on):
    officer = User.objects.get(username="canbo1")
    client.force_login(officer)
    content = client.get(reverse("members:national_form"), {"on": on}).content
    batch = take_in(
        demonstration,
        officer,
        file=SimpleUploadedFile("mau-4-0.xlsx", content),
        as_on=parse_day(on),
        answers={"admitted_on": "decision_on"},
    )
    assert told(batch) == []
    assert set(batch.counts) == {"same", "noted", "all"}
    assert batch.counts["same"] > 50
