"""Guests of other cells: invited in one act, called by one tap."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from audit.views import ActionFormView
from cells.wording import cell_title
from meetings import services
from meetings.roll.invited import InviteForm, cells_to_invite, people_to_invite
from meetings.views.base import heading_of, read_page_to_keep, url_of
from meetings.views.recording import act
from partyunit.views import content_required


class InviteView(ActionFormView):
    """One other cell: the whole of it, or some of its members."""

    form_class = InviteForm
    template_name = "meetings/invite.html"

    def prepare(self):
        self.page = read_page_to_keep(self.request, self.kwargs["pk"])
        asked = self.request.GET.get("cell", "")
        cells = cells_to_invite(self.page.meeting)
        self.cell = next((cell for cell in cells if str(cell.pk) == asked), None)
        if self.cell is None:
            raise Http404
        self.people = people_to_invite(self.page.meeting, self.cell, user=self.request.user)

    def check_right(self):
        if not self.page.is_open:
            raise PermissionDenied

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "people": self.people}

    def get_heading(self):
        return _("Mời %(cell)s") % {"cell": cell_title(self.cell.name_on)}

    def get_lead(self):
        return str(self.page.meeting)

    def get_trail(self):
        return [*heading_of(self.page)["trail"], (self.page.meeting.title, url_of(self.page))]

    def get_effects(self):
        if not self.people:
            return [_("Không còn ai của chi bộ này để mời.")]
        return [_("Khách điểm danh riêng, không tính vào tỷ lệ của chi bộ nào.")]

    def get_context_data(self, **kwargs):
        return super().get_context_data(offered=len(self.people), **kwargs)

    def get_cancel_url(self):
        return url_of(self.page, "guests")

    get_success_url = get_cancel_url

    def perform(self, form):
        return services.invite_members(
            meeting=self.page.meeting, cell=self.cell, members=form.chosen, by=self.request.user
        )[-1]

    def get_success_message(self, saved):
        return _("Đã mời khách của %(cell)s.") % {"cell": cell_title(self.cell.name_on)}


@content_required
@require_POST
def mark_guests_present(request, pk: int):
    """Everyone invited came; the exceptions are told one by one."""
    page = read_page_to_keep(request, pk)
    return act(
        request,
        page,
        lambda: services.mark_guests_present(
            meeting=page.meeting, on=request.program_day, by=request.user
        ),
        anchor="guests",
    )
