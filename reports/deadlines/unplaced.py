"""Meetings attended and ratings of days on which their member was placed nowhere: a leaving or an arrival dated wrong."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Case, Count, DateField, Exists, F, OuterRef, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evaluations.models import EvaluationRound, MemberEvaluation
from meetings.models import Attendance
from members.models import Member, Placement
from partyunit.querysets import span_holds
from reports.deadlines.base import Act, Deadline
from reports.deadlines.sources import Sources


def unplaced(sources: Sources) -> Iterator[Deadline]:
    """One line a person. A placement lies within a span in the Party, so it alone is asked."""
    meetings, ratings = _meetings(sources), _ratings(sources)
    people = Member.objects.filter(pk__in=[*meetings, *ratings])
    for pk, name in people.values_list("pk", "full_name"):
        owner = sources.owner_of(pk, name, cell_id=None)
        yield sources.check(
            f"unplaced-{pk}",
            owner=owner,
            what=_sentence(meetings[pk], ratings[pk]),
            act=Act(
                text=_("Đối chiếu ngày đến, ngày đi; sửa, hoặc hủy dòng ghi nhầm"), url=owner.url
            ),
        )


def _sentence(meetings: int, ratings: int) -> str:
    of_meetings = ngettext("%(count)s cuộc họp", "%(count)s cuộc họp", meetings)
    of_ratings = ngettext("%(count)s lần xếp loại", "%(count)s lần xếp loại", ratings)
    counted = ((of_meetings, meetings), (of_ratings, ratings))
    told = ", ".join(words % {"count": count} for words, count in counted if count)
    return _("Dự họp, được xếp loại vào ngày không có nơi sinh hoạt: %(what)s") % {"what": told}


def _meetings(sources: Sources) -> Counter[int]:
    """By member: the meetings held by the day that have the member present.

    A roll closed before a leaving was dated back keeps the name; absent there, nothing contradicts.
    """
    rows = Attendance.objects.valid().filter(
        member__voided_at=None,
        meeting__voided_at=None,
        meeting__state="held",
        state=Attendance.State.PRESENT,
        meeting__committee=sources.scope.committee,
        meeting__meets_on__lte=sources.day,
    )
    return _by_member(rows.annotate(of_day=F("meeting__meets_on")))


def _ratings(sources: Sources) -> Counter[int]:
    """By member: the rows of the rounds decided by the day."""
    rounds = EvaluationRound.objects.decided_by(sources.day)
    days = {row.pk: row.rated_on for row in rounds.filter(committee=sources.scope.committee)}
    of_day = Case(
        *(When(round=pk, then=Value(day)) for pk, day in days.items()), output_field=DateField()
    )
    rows = MemberEvaluation.objects.valid().filter(round__in=list(days))
    return _by_member(rows.annotate(of_day=of_day))


def _by_member(rows) -> Counter[int]:
    """How many rows each member has on a day without a placement, official or by letter."""
    placed = Placement.objects.filter(span_holds(OuterRef("of_day")), member=OuterRef("member"))
    lost = rows.exclude(Exists(placed)).order_by().values_list("member")
    return Counter(dict(lost.annotate(count=Count("pk"))))
