"""A model meeting as the other cells see it: what it was about, to begin one of their own like it."""

from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from audit.listing import RecordListView
from cells.querysets import cell_name_on
from cells.wording import cell_title
from meetings.filters import ModelFilterSet
from meetings.models import AgendaItem, Meeting
from meetings.rights import may_plan
from meetings.tables import MODEL_COLUMNS
from meetings.views.base import asked_pk
from partyunit.views import content_required


class ModelListView(RecordListView):
    """The model meetings one may learn from, one a quarter."""

    model = Meeting
    template_name = "meetings/list.html"
    heading = gettext_lazy("Cuộc họp mẫu")
    unit = gettext_lazy("cuộc họp")
    columns = MODEL_COLUMNS
    filterset_class = ModelFilterSet
    default_sort = "-day"
    empty_heading = gettext_lazy("Chưa có cuộc họp mẫu nào")
    empty_text = gettext_lazy("Cuộc họp mẫu hiện ở đây khi đã họp, hoặc khi đồng chí được mời.")

    def get_records(self):
        dated = Q(meets_on__lte=self.on)
        if self.on >= self.request.program_day:
            dated |= Q(state=Meeting.State.PLANNED)
        models = Meeting.objects.models_shown_to(self.request.user).filter(dated)
        return models.annotate(cell_name=cell_name_on(self.on))

    def get_trail(self):
        return [(_("Sinh hoạt"), reverse("meetings:list"))]


def model_to_follow(request) -> dict:
    """What a plan begins with that shall follow the model of `?model=`."""
    models = Meeting.objects.models_shown_to(request.user)
    model = models.filter(pk=asked_pk(request, "model")).first()
    if model is None:
        return {}
    return {"modelled_on": model.pk, "topic": model.topic, "campaign": model.campaign_id}


@require_safe
@content_required
def model(request, pk: int):
    """Its outline. Who may see the meeting itself finds the way there."""
    models = Meeting.objects.models_shown_to(request.user).select_related("cell", "committee")
    meeting = get_object_or_404(models, pk=pk)
    context = {
        "heading": _("Cuộc họp mẫu của %(cell)s") % {"cell": cell_title(str(meeting.cell))},
        "trail": [(_("Sinh hoạt"), reverse("meetings:list"))],
        "meeting": meeting,
        "points": meeting.agenda.valid().order_by("position", "pk"),
        "papers": meeting.papers.valid().order_by("pk"),
        "is_in_sight": Meeting.objects.visible_to(request.user).filter(pk=pk).exists(),
        "may_plan": may_plan(request.user),
        "waiting": _waiting_for_points(request),
    }
    return render(request, "meetings/model.html", context)


def _waiting_for_points(request):
    """Meetings to come of the own cells, without a point yet: they may still begin like the model."""
    own = Meeting.objects.valid().filter(cell__in=request.user.access.cell_ids)
    planned = own.filter(state=Meeting.State.PLANNED, meets_on__gte=request.program_day)
    begun = AgendaItem.objects.valid().filter(meeting=OuterRef("pk"))
    return planned.filter(~Exists(begun), modelled_on__isnull=True).order_by("meets_on", "pk")
