"""The people and the two committees of the whole suite.

`officer`, `secretary`, `inspector`, `administrator` and `leader` (secretary of `cell`) belong
to `committee`; `stranger` is an officer of `other_committee`. The program stands on 13/03/2019.
"""

import datetime as dt
import gc
import os
import shutil
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, settings

from accounts.models import RoleAssignment
from audit import frozen
from partyunit.models import Installation
from tests import factories
from tests.partyunit.running import run_to_end

TODAY = dt.date(2019, 3, 13)
Role = RoleAssignment.Role

# What Hypothesis tries (docs/testing.md). A test that needs more or fewer examples takes a part of the profile's:
# `@settings(max_examples=settings().max_examples // 4)`.
settings.register_profile(
    "same",  # the same examples in every run, told as they were found
    max_examples=100,
    derandomize=True,
    print_blob=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.register_profile(
    "search",  # others in every run, ten times as many, and a failing one made small
    settings.get_profile("same"),
    max_examples=1000,
    derandomize=False,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_collection_modifyitems(config, items):
    """What no engine has a part in is proven by the SQLite run: the other one leaves it out."""
    if connection.vendor == "sqlite":
        return
    config.hook.pytest_deselected(items=[item for item in items if not _has_an_engine(item)])
    items[:] = [item for item in items if _has_an_engine(item)]


def _has_an_engine(item) -> bool:
    """Whether the test may ask the database: pytest-django refuses it to all others."""
    marks = {mark.name for mark in item.iter_markers()}
    return "one_engine" not in marks and bool(
        marks & {"django_db", "processes"} or {"db", "transactional_db"} & {*item.fixturenames}
    )


def pytest_collection_finish(session):
    """What was imported stays for the whole run: going through it again and again took a sixth of it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _files_of_their_own(settings, tmp_path):
    """Each test keeps its files in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    Path(settings.MEDIA_ROOT).mkdir()


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """The real hashers take a tenth of a second a person on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def prepared_dir(tmp_path_factory):
    """A data folder with an empty office in it, made once: migrating takes longest."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    result = run_to_end("manage", "migrate", "--verbosity", "0", DATA_DIR=str(folder))
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def data_dir(prepared_dir, tmp_path):
    """A copy of it for one test."""
    return shutil.copytree(prepared_dir, tmp_path / "data")


@pytest.fixture
def today(db):
    """The program's day: this database is a demonstration that stands on it."""
    Installation.objects.update_or_create(pk=1, defaults={"demonstration_day": TODAY})
    return TODAY


@pytest.fixture
def committee(today):
    committee = factories.CommitteeFactory(code="DUCAH")
    factories.OrganisationNameFactory(committee=committee)
    factories.TermFactory(committee=committee)
    return committee


@pytest.fixture
def cell(committee):
    return factories.CellFactory(committee=committee, code="AN", name="An ninh")


@pytest.fixture
def other_cell(committee):
    return factories.CellFactory(committee=committee, code="DT", name="Điều tra")


@pytest.fixture
def other_committee(today):
    committee = factories.CommitteeFactory(code="KHAC")
    factories.OrganisationNameFactory(committee=committee, name="Đảng ủy nơi khác")
    return committee


@pytest.fixture
def foreign_cell(other_committee):
    return factories.CellFactory(committee=other_committee, code="XA", name="Chi bộ nơi khác")


def _person(username, name, role, committee, cell=None):
    user = factories.UserFactory(username=username, full_name=name)
    factories.RoleFactory(user=user, role=role, committee=committee, cell=cell)
    return user


@pytest.fixture
def officer(committee):
    return _person("officer", "Cán Bộ Thử", Role.OFFICER, committee)


@pytest.fixture
def secretary(committee):
    return _person("secretary", "Bí Thư Thử", Role.SECRETARY, committee)


@pytest.fixture
def inspector(committee):
    return _person("inspector", "Kiểm Tra Thử", Role.INSPECTOR, committee)


@pytest.fixture
def administrator(committee):
    return _person("administrator", "Quản Trị Thử", Role.ADMINISTRATOR, committee)


@pytest.fixture
def leader(cell):
    """The secretary of `cell`: an account with its own member, placed there."""
    user = _person("leader", "Bí Thư Chi Bộ Thử", Role.CELL_SECRETARY, cell.committee, cell)
    member = factories.place(cell, full_name="Bí Thư Chi Bộ Thử", user=user)
    factories.PositionFactory(member=member, cell=cell)
    return user


@pytest.fixture
def clerk(cell):
    """The clerk of `cell`: writes the minutes, approves nothing."""
    user = _person("clerk", "Thư Ký Thử", Role.CELL_CLERK, cell.committee, cell)
    factories.place(cell, full_name="Thư Ký Thử", user=user)
    return user


@pytest.fixture
def stranger(other_committee):
    return _person("stranger", "Người Nơi Khác", Role.OFFICER, other_committee)


@pytest.fixture(autouse=True)
def _flush_may_empty_the_journal(request):
    """A transactional test's flush cannot pass the append-only triggers: they come off before it.

    `post_migrate` puts them back, as in production.
    """
    yield
    marker = request.node.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or "live_server" in request.fixturenames:
        request.getfixturevalue("django_db_blocker")
        frozen.remove()
