"""System checks of the ground floor."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, register


@register
def check_paper_font(app_configs=None, **_kwargs):
    """The printed papers' font must lie in the repository: a bare system has no Times-metric face."""
    folder = Path(settings.BASE_DIR) / "static" / "fonts"
    if any(folder.glob("*.ttf")):
        return []
    return [Error("No paper font in static/fonts.", id="partyunit.E001")]
