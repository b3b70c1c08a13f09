"""A meeting that begins like another, a model one or one put off: points and titles of papers, nothing said there."""

from audit import services as audit
from meetings.models import AgendaItem, Meeting, MeetingPaper


def begin_like(meeting: Meeting, model: Meeting, *, by) -> None:
    """Copies titles only: opinions, conclusions, presenters and files stay where they are."""
    titles = model.agenda.valid().order_by("position", "pk").values_list("title", flat=True)
    for position, title in enumerate(titles, start=1):
        audit.create(AgendaItem(meeting=meeting, position=position, title=title), by=by)
    for title in model.papers.valid().order_by("pk").values_list("title", flat=True):
        audit.create(MeetingPaper(meeting=meeting, title=title), by=by)
