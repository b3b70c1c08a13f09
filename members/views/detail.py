"""The page of one person: facts in two columns, everything in one timeline, what can be recorded."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from audit import services as audit
from audit.views import RecordDetailView
from cells.wording import cell_title
from members import checklist, facts
from members.activities import activities_of, visits_of
from members.models import Member, Placement
from members.register import with_register_columns
from members.rights import check_has_content, check_may_write_member, may_write_member
from members.rows import rows_of
from members.sections import on_paper, sections_of
from members.timeline import tag_names, timeline_of
from members.wording import in_order
from partyunit.listing import with_day
from partyunit.querysets import span_holds

UNMASKED = "members_unmasked"  # in the session, shown once


@method_decorator(never_cache, name="dispatch")
class MemberDetailView(RecordDetailView):
    """One person as on a day; numbers masked unless asked for just now."""

    model = Member
    template_name = "members/detail.html"

    def get_queryset(self):
        here = Placement.objects.official().filter(
            span_holds(self.on), member=OuterRef("pk"), cell__isnull=False
        )
        members = super().get_queryset().select_related("user").annotate(is_here=Exists(here))
        return with_register_columns(members, self.on)

    def get_trail(self):
        trail = [(_("Đảng viên"), reverse("members:list"))]
        if self.object.cell_id_on_day and self.object.is_here:
            cell = cell_title(self.object.cell_name)
            trail.append((cell, reverse("cells:detail", args=[self.object.cell_id_on_day])))
        return trail

    def get_context_data(self, **kwargs):
        member, day = self.object, self.on
        memberships = list(member.memberships.valid().filter(ceremony_on__lte=day))
        may_write = may_write_member(self.request.user, member)
        told = {
            "tasks": self.tasks(),
            "visits": visits_of(member, day),
            "activities": activities_of(member, day, user=self.request.user),
        }
        entries = timeline_of(member, day, paper_url=self.paper_url, **told)
        tag = self.request.GET.get("only", "")
        return super().get_context_data(
            sections=sections_of(member, day, today=self.as_on.today, **told),
            entries=[one for one in entries if tag in ("", *one.tags)],
            tags=self.tags(entries, tag),
            may_write=may_write,
            acts=self.acts() if may_write else [],
            rows=rows_of(member, today=self.as_on.today) if may_write else [],
            steps=self.steps(memberships, may_write=may_write),
            unmasked=self.take_unmasked(),
            **self.facts(memberships, may_write=may_write),
            **kwargs,
        )

    def facts(self, memberships, *, may_write: bool) -> dict:
        """The sentence under the name and the four ruled columns."""
        member, day = self.object, self.on
        posts = in_order(member.positions.active_on(day).select_related("cell", "office_unit"))
        secondments = member.secondments.active_on(day).select_related("host_cell__locality")
        spans = {
            "secondment": secondments.first(),
            "exemption": member.exemptions.active_on(day).first(),
        }
        return {
            "lead": facts.lead_of(member, day, posts=posts, **spans),
            "party_facts": facts.party_facts(member, day, posts=posts, memberships=memberships),
            "person_facts": facts.person_facts(member, day, posts=posts, tells_account=may_write),
            "paper_facts": facts.paper_facts(member),
            "study_facts": facts.study_facts(member, day),
        }

    def steps(self, memberships, *, may_write: bool):
        """The way to recognition while the member is on probation on the day."""
        span = memberships[-1] if memberships else None
        has_ended = span is not None and span.ended_on is not None and span.ended_on < self.on
        if span is None or has_ended or not span.is_probationary_on(self.on):
            return []
        return checklist.of_membership(span, self.on, may_write=may_write)

    def paper_url(self, paper) -> str:
        """Readers of the committee see the register of papers; cell leaders only their names."""
        if self.request.user.access.reads(paper.register_id):
            return reverse("documents:detail", args=[paper.pk])
        return ""

    def tasks(self):
        """What was given to the member at meetings the reader may see; an upper room's rows."""
        given = self.object.action_items.visible_to(self.request.user).given_by(self.on)
        return list(given.as_on(self.on).select_related("meeting"))

    def tags(self, entries, chosen: str):
        """(name, count, address, is it chosen) of each kind that occurs."""
        counts = {}
        for entry in entries:
            counts[entry.tags[0]] = counts.get(entry.tags[0], 0) + 1
        query = self.request.GET.copy()
        lines = []
        for tag, name in [("", _("Tất cả")), *tag_names().items()]:
            if tag and tag not in counts:
                continue
            query["only"] = tag
            count = counts[tag] if tag else len(entries)
            lines.append((name, count, f"?{query.urlencode(safe='/')}#qua-trinh", tag == chosen))
        return lines

    def take_unmasked(self) -> str:
        """The number asked for by the request before this one; told once."""
        pk, number = self.request.session.pop(UNMASKED, (None, ""))
        return number if pk == self.object.pk else ""

    def acts(self):
        """What can be recorded now, by where the member stands on the program's day."""
        member, today = self.object, self.request.program_day
        membership = member.memberships.active_on(today).last()
        is_placed = member.placements.active_on(today).official().exists()
        if membership is None:
            names = [("readmit", _("Kết nạp lại"))]
        elif not is_placed:
            names = [
                ("come_back", self.coming_text(member)),
                ("guest", _("Đến sinh hoạt tạm thời")),
            ]
        else:
            names = self._acts_of_placed(membership)
        names.append(("link_account", _("Tài khoản")))
        names.append(("void_registration", _("Hủy việc ghi nhầm đảng viên")))
        acts = [(text, reverse(f"members:{name}", args=[member.pk])) for name, text in names]
        award = f"{reverse('awards:create')}?member={member.pk}"
        badge = f"{reverse('awards:badge_create')}?member={member.pk}"
        merit = [(_("Khen thưởng"), award), (_("Huy hiệu Đảng"), badge)]
        return [*acts[:-1], *merit, acts[-1]]

    @staticmethod
    def coming_text(member) -> str:
        """A guest by letter who stays for good never was here before."""
        was_here = member.placements.valid().official().exists()
        return _("Chuyển đến trở lại") if was_here else _("Ghi chuyển đến")

    def _acts_of_placed(self, membership):
        names = (
            []
            if membership.official_from
            else [
                ("take_recognition_step", _("Bước công nhận, giấy tờ")),
                ("recognise", _("Công nhận chính thức")),
            ]
        )
        return [
            *names,
            ("transfer", _("Chuyển sinh hoạt")),
            ("assign_position", _("Chức vụ")),
            ("assign_oversight", _("Phân công phụ trách chi bộ")),
            ("promote", _("Cấp bậc hàm")),
            ("add_qualification", _("Trình độ")),
            ("second", _("Đi tăng cường")),
            ("keep_contact", _("Nơi cư trú")),
            ("commit", _("Cam kết nêu gương")),
            ("exempt", _("Miễn, đình chỉ sinh hoạt")),
            ("send_temporarily", _("Sinh hoạt tạm thời nơi khác")),
            ("transfer_out", _("Chuyển đi nơi khác")),
            ("end_membership", _("Ra khỏi Đảng, từ trần")),
        ]


class MemberSheetView(MemberDetailView):
    """The same person on one or two sheets of A4; who printed it is written down."""

    template_name = "members/sheet.html"

    def get(self, request, *args, **kwargs):
        answer = super().get(request, *args, **kwargs)
        after = {"on": f"{self.on:%d/%m/%Y}"}
        audit.log(action="members.print", by=request.user, obj=self.object, after=after)
        return answer

    def facts(self, memberships, *, may_write: bool) -> dict:
        """Without the account: it is no matter of a paper."""
        return super().facts(memberships, may_write=False)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        back = reverse("members:detail", args=[self.object.pk])
        return context | {
            "may_write": False,  # numbers stay masked, and offer no button
            "back_label": _("Về trang của đồng chí"),
            "sections": on_paper(context["sections"]),
            "back_url": back if self.as_on.is_today else with_day(back, f"{self.on:%d/%m/%Y}"),
        }


@require_POST
def unmask(request, pk: int):
    """Shows one full number once, to an officer, and writes down who looked."""
    check_has_content(request.user)
    member = get_object_or_404(Member.objects.visible_to(request.user).valid(), pk=pk)
    check_may_write_member(request.user, member)
    number = request.POST.get("number")
    if number in Member.NUMBERS:
        audit.log(action="members.unmask", by=request.user, obj=member, after={"number": number})
        request.session[UNMASKED] = (member.pk, number)
        messages.info(request, _("Đã ghi nhật ký lần xem đủ số này."))
    return redirect("members:detail", pk=member.pk)
