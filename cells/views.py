"""Pages of the organisation: the list of cells and the page of one, on any day."""

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import RecordDetailView, RecordListView
from cells.activities import recent_activities
from cells.attendance import attendance_history
from cells.filters import CellFilterSet
from cells.merit import honours_of
from cells.models import Cell, OrganisationName
from cells.querysets import cell_name_on
from cells.tables import CELL_COLUMNS, members_url
from cells.timeline import cell_timeline
from cells.wording import cell_title
from partyunit.listing import with_day
from partyunit.querysets import span_holds

RECENT_MEETINGS, RECENT_HONOURS, HANDOVERS = 12, 8, 5
LEADING = ["cell_secretary", "cell_deputy", "cell_committee_member"]


class CellListView(RecordListView):
    model = Cell
    heading = gettext_lazy("Chi bộ")
    unit = gettext_lazy("chi bộ")
    columns = CELL_COLUMNS
    filterset_class = CellFilterSet
    default_sort = "name"
    empty_heading = gettext_lazy("Vào ngày này chưa có chi bộ nào")
    empty_text = gettext_lazy("Chọn một ngày muộn hơn, hoặc ghi chi bộ mới.")

    def get_records(self):
        cells = Cell.objects.visible_to(self.request.user).existing_on(self.on)
        return cells.with_name_on(self.on).with_strength_on(self.on).with_posts_on(self.on)

    def get_links(self):
        committee = (_("Đảng ủy"), reverse("organisation:committee"))
        if not self.request.user.access.writes_committees:
            return [committee]
        return [
            committee,
            (_("Đơn vị công tác"), reverse("cells:office_units")),
            (_("Chi bộ thôn, bản"), reverse("cells:host_cells")),
        ]

    def get_action(self):
        if self.request.user.access.writes_committees:
            return (_("Thêm chi bộ"), reverse("cells:create"))
        return None


class CellDetailView(RecordDetailView):
    model = Cell
    template_name = "cells/detail.html"

    def get_queryset(self):
        cells = (
            super().get_queryset().select_related("committee", "merged_into").with_name_on(self.on)
        )
        return cells.with_strength_on(self.on).with_posts_on(self.on)

    def get_heading(self):
        return cell_title(self.object.name_on)

    def get_lead(self):
        cell, day = self.object, f"{self.on:%d/%m/%Y}"
        if cell.is_voided:
            return ""
        if not cell.exists_on(self.on):
            return self._why_not_there(day)
        lead = _("{count} đảng viên ngày {day}: chính thức {official}, dự bị {rest}.")
        return format_html(
            lead,
            day=day,
            count=self._figure(cell.member_count),
            official=self._figure(cell.official_count, standing="official"),
            rest=self._figure(cell.member_count - cell.official_count, standing="probationary"),
        )

    def _why_not_there(self, day: str) -> str:
        cell = self.object
        if cell.founded_on > self.on:
            return _("Ngày %(day)s chi bộ chưa thành lập.") % {"day": day}
        told = {"day": f"{cell.dissolved_on:%d/%m/%Y}"}
        if cell.merged_into:
            told["cell"] = cell_title(cell.merged_into.name)
            return _("Từ ngày %(day)s chi bộ đã sáp nhập vào %(cell)s.") % told
        return _("Từ ngày %(day)s chi bộ đã giải thể.") % told

    def _figure(self, count: int, **of) -> str:
        """A number as the link to its rows on the day."""
        url = with_day(members_url(self.object, **of), f"{self.on:%d/%m/%Y}")
        return format_html('<a href="{}">{}</a>', url, count) if count else "0"

    def _of_cell(self, name: str) -> str:
        """A list of an upper room, narrowed to the cell."""
        return f"{reverse(name)}?cell={self.object.pk}"

    def get_trail(self):
        return [(_("Chi bộ"), reverse("cells:list"))]

    @property
    def may_write(self) -> bool:
        return self.request.user.access.writes(self.object.committee_id)

    def get_links(self):
        own = [self.object.pk]
        due = self._of_cell("reports:deadlines")
        if not self.as_on.is_today:
            due = with_day(due, f"{self.on:%d/%m/%Y}")
        links = [(_("Việc đến hạn"), due)]
        if not self.may_write or self.object.is_voided:
            return links
        links += [(_("Sửa thông tin"), reverse("cells:update", args=own)), *self._name_links()]
        if self.object.dissolved_on:
            undo = _("Hủy việc sáp nhập") if self.object.merged_into_id else _("Hủy việc giải thể")
            return [*links, (undo, reverse("organisation:undo_closing", args=own))]
        return [
            *links,
            (_("Đổi tên"), reverse("cells:rename", args=own)),
            (_("Nhiệm kỳ mới"), reverse("organisation:change_cell_term", args=own)),
            (_("Sáp nhập"), reverse("organisation:merge_cells", args=own)),
            (_("Giải thể"), reverse("organisation:dissolve_cell", args=own)),
        ]

    def _name_links(self):
        """Of a name borne since a later day than the founding; a typing mistake is mended with the facts."""
        if self.name is None or self.name.from_on <= self.object.founded_on:
            return []
        return [(_("Hủy lần đổi tên"), reverse("cells:rename_undo", args=[self.name.pk]))]

    @cached_property
    def name(self) -> OrganisationName | None:
        """What papers of the day print."""
        return self.object.names.active_on(self.on).first()

    def _paper_name(self) -> str:
        """What papers of the day print; of a closed cell what its last ones did."""
        last = self.name or self.object.names.valid().filter(from_on__lte=self.on).last()
        return last.name if last else cell_title(self.object.name)

    def get_context_data(self, **kwargs):
        cell, day = self.object, self.on
        honours = honours_of(cell, day, user=self.request.user)
        kwargs |= {
            "paper_name": self._paper_name(),
            "paper_code": self.name.code if self.name else "",
            "term": cell.terms.active_on(day).first(),
            "units": cell.office_units.active_on(day),
            "posts": self._posts(),
            "posts_to_come": self._posts_to_come(),
            "handovers": self._handovers(),
            "months": attendance_history(cell, day),
            "honours": honours[:RECENT_HONOURS],
            "oversights": cell.overseers,
            "members": self._members(),
            "seconded": self._seconded(),
            "guests": self._by_letter_here(),
            "away": self._by_letter_elsewhere(),
            "meetings": self._meetings(),
            "exists": cell.exists_on(day),
            "may_plan": cell.exists_on(day) and self.request.user.access.keeps_meetings_of(cell),
            "activities": recent_activities(cell, day),
            "entries": cell_timeline(cell, day, honours=honours),
        }
        return super().get_context_data(**kwargs, **self._addresses())

    def _addresses(self) -> dict[str, str]:
        """Where the lists behind the page's parts stand."""
        return {
            "activities_url": f"{reverse('meetings:activities')}?by={self.object.pk}",
            "awards_url": self._of_cell("awards:list"),
            "meetings_url": self._of_cell("meetings:list"),
            "tasks_url": self._of_cell("meetings:tasks"),
            "members_url": members_url(self.object),
            "seconded_url": members_url(self.object, seconded=1),
        }

    def _seconded(self):
        """Who of the members of the day helps which village cell, the longest there first."""
        row = "member__secondments__"
        here = self.object.placements.active_on(self.on)
        away = here.filter(span_holds(self.on, row), kind="official")
        return away.order_by(f"{row}from_on", "member__sort_name").values(
            name=F("member__full_name"),
            page=F(f"{row}pk"),
            host=F(f"{row}host_cell__name"),
            since=F(f"{row}from_on"),
        )

    def _by_letter_here(self):
        """Who is of another cell (`home`) or organisation and active here that day, by letter."""
        counted = self.object.placements.model.objects.active_on(self.on).official()
        home = counted.filter(member=OuterRef("member")).annotate(called=cell_name_on(self.on))
        guests = self.object.placements.active_on(self.on).filter(kind="temporary")
        ordered = guests.select_related("member").order_by("member__sort_name", "member_id")
        return ordered.annotate(home=Subquery(home.values("called")[:1]))

    def _by_letter_elsewhere(self):
        """Who of the members of the day is active in another cell or organisation."""
        row = "member__placements__"
        here = self.object.placements.active_on(self.on).filter(kind="official")
        away = here.filter(span_holds(self.on, row), **{f"{row}kind": "temporary"})
        return away.order_by("member__sort_name", "member_id").values(
            name=F("member__full_name"),
            page=F("member_id"),
            cell_name=cell_name_on(self.on, f"{row}cell__"),
            outside=F(f"{row}outside_name"),
            until=F(f"{row}to_on"),
        )

    def _posts(self):
        posts = self.object.positions.active_on(self.on).filter(title__in=LEADING)
        found = posts.select_related("member").order_by("from_on", "pk")
        return sorted(found, key=lambda post: LEADING.index(post.title))

    def _posts_to_come(self):
        """Told as such, and counted nowhere; of today only, for later days are known of the past."""
        if not self.as_on.is_today:
            return []
        return self.object.positions.valid().filter(from_on__gt=self.on).select_related("member")

    def _handovers(self):
        """What former holders handed over, the latest first."""
        ended = self.object.positions.valid().filter(to_on__lt=self.on).exclude(note="")
        return ended.select_related("member").order_by("-to_on", "-pk")[:HANDOVERS]

    def _members(self):
        """The members of the day, in the order of the register."""
        placements = self.object.placements.active_on(self.on).filter(kind="official")
        return placements.select_related("member").order_by("member__sort_name", "member_id")

    def _meetings(self):
        """The latest, of a closed cell too, and what is planned ahead; nothing before it was founded."""
        if self.object.founded_on > self.on:
            return []
        meetings = self.object.meetings.valid().filter(meets_on__lte=self.on)
        ahead = self.object.meetings.valid().filter(meets_on__gt=self.on, state="planned")
        return [*ahead.order_by("-meets_on")[:3], *meetings.order_by("-meets_on")[:RECENT_MEETINGS]]
