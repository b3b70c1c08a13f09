"""What the page of a meeting says of its papers: the resolution, the remark, how they went to and fro."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.services import entries_of
from documents.papers.digest import is_intact
from meetings import rights
from meetings.minutes.resolution import PARTS, passed_vote
from meetings.models import Meeting, Minutes, MinutesSection, Resolution

MOVES = {
    "meetings.submit": gettext_lazy("trình duyệt"),
    "meetings.return": gettext_lazy("trả lại"),
    "meetings.approve": gettext_lazy("duyệt"),
}


class PaperParts:
    """Mixed into the page."""

    # what the page itself brings
    meeting: Meeting
    minutes: Minutes | None
    all_minutes: list[Minutes]
    user: Any
    content: dict
    sections: dict[str, Any]
    items: list
    _is: Callable[[str], bool]

    @property
    def is_altered(self) -> bool:
        """Whether the approved content in the database is no longer the one of its digest."""
        minutes = self.minutes
        if minutes is None or not self._is("approved"):
            return False
        return not is_intact(minutes.frozen, minutes.content_sha256)

    @cached_property
    def resolution(self) -> Resolution | None:
        """The one that counts."""
        if self.minutes is None:
            return None
        rows = self.minutes.resolutions.valid().select_related("document", "issued_by")
        return rows.first()

    @cached_property
    def resolution_vote(self) -> dict | None:
        """The vote that carried the resolution."""
        return passed_vote(self.content.get("votes"))

    @property
    def may_issue_resolution(self) -> bool:
        is_ready = self._is("approved") and self.resolution is None and self.resolution_vote
        return bool(is_ready) and rights.may_issue_resolution(self.user, self.meeting)

    @property
    def may_void_resolution(self) -> bool:
        return self.resolution is not None and rights.may_void_paper(self.user, self.meeting)

    @property
    def may_void_minutes(self) -> bool:
        return self._is("approved") and rights.may_void_paper(self.user, self.meeting)

    @property
    def voided_minutes(self) -> list[Minutes]:
        """Approved by mistake and taken back, the last first."""
        return [row for row in self.all_minutes if row.is_voided]

    @cached_property
    def resolution_sections(self) -> list:
        """The forms of the prose that only the resolution prints."""
        return [self.sections[part] for part in MinutesSection.Part if part in PARTS]

    @property
    def remark_at(self) -> str:
        """The place of the page that what was returned is about."""
        return self.minutes.return_anchor if self.minutes and self.minutes.return_remark else ""

    @cached_property
    def places(self) -> list[tuple[str, str]]:
        """Where a remark may stand: anchor and name, in the order of the page."""
        points = [
            (f"agenda-{item.uid}", _("Nội dung %(n)s: %(title)s") % {"n": n, "title": item.title})
            for n, item in enumerate(self.items, start=1)
        ]
        return [
            ("", _("cả biên bản")),
            ("open", _("Giờ họp, chủ trì, thư ký")),
            ("roll", _("Điểm danh")),
            ("guests", _("Khách dự")),
            ("returned", _("Việc lần trước")),
            *points,
            ("close", _("Kết luận của chủ trì")),
            ("votes", _("Biểu quyết")),
            ("tasks", _("Giao việc")),
        ]

    @cached_property
    def moves(self) -> list:
        """Submitted, returned, approved: who, when, with what remark, the last first."""
        if self.minutes is None:
            return []
        entries = list(entries_of(self.minutes).filter(action__in=MOVES).order_by("-pk"))
        for entry in entries:
            entry.move = MOVES[entry.action]
        return entries
