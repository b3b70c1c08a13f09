"""Until when a transfer out is to be finished: the working days of the rule of its day."""

import datetime as dt
from functools import cached_property

from django.utils.translation import gettext as _

from members.limits import left_on, transfer_last_day
from members.models import Placement
from members.rules import written
from regulations.models import Holiday, Regulation


class TransferDeadlines:
    """Rules and holidays read once for a whole list; both only when an open transfer asks."""

    @cached_property
    def _rules(self) -> list[Regulation]:
        return list(Regulation.objects.valid().filter(topic="transfer"))

    @cached_property
    def _calendar(self):
        return Holiday.objects.calendar()

    def last_day(self, row: Placement) -> dt.date | None:
        """60 working days (29-QĐ/TW 25/7/2016 and the later ones) from the letter, else from the move."""
        left = left_on(row)
        if left is None:
            return None
        committee = row.cell.committee_id if row.cell else None
        held = [
            rule
            for rule in self._rules
            if rule.committee_id in (None, committee) and rule.holds_on(left)
        ]
        rule = max(held, key=lambda one: one.committee_id is not None, default=None)
        return transfer_last_day(left, rule=rule, calendar=self._calendar)

    def state(self, row: Placement, day: dt.date) -> str:
        """Received, placed again, open until a day, or late, as it stood on the day.

        The row is one `with_next_place`.
        """
        if row.received_on is not None and row.received_on <= day:
            return _("đã tiếp nhận %(day)s") % {"day": written(row.received_on)}
        if row.placed_again_on is not None and row.placed_again_on <= day:
            return _("đã có nơi sinh hoạt mới từ %(day)s") % {"day": written(row.placed_again_on)}
        last = self.last_day(row)
        if last is None:
            return _("chưa ghi tiếp nhận")
        told = {"day": written(last)}
        if last < day:
            return _("quá hạn, hạn là %(day)s") % told
        return _("còn mở, hạn %(day)s") % told

    def group(self, row: Placement, day: dt.date) -> str:
        """The same in a few words, for totals."""
        if row.received_on is not None and row.received_on <= day:
            return _("đã tiếp nhận")
        if row.placed_again_on is not None and row.placed_again_on <= day:
            return _("đã có nơi sinh hoạt mới")
        last = self.last_day(row)
        return _("quá hạn") if last is not None and last < day else _("còn mở")
