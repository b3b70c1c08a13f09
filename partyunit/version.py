"""Which version of the program this is; `pyproject.toml` says it once."""

import tomllib

from django.conf import settings


def program_version() -> str:
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
