"""Scope and time of meetings and of what is recorded of them."""

import datetime as dt

from django.apps import apps
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from partyunit.dates import Period
from partyunit.querysets import RecordQuerySet, SpanQuerySet, span_holds

STANDING = ("planned", "held")  # states of a meeting that is neither put off nor given up

# Thematic ones, and regular ones on a study campaign: the two may be combined, as long as the
# regular meeting is held (domain guide §4, second-hand).
IS_THEMATIC = Q(kind="thematic") | Q(kind="regular", campaign__isnull=False)

# How many took part: each one named, and the numbers of those who were only counted.
HEADS = Sum(Coalesce("head_count", 1))


def _rows(name: str):
    """The rows of another model of this room (models import this module, not the other way)."""
    return apps.get_model("meetings", name)._base_manager


def _count(rows) -> Subquery:
    return Subquery(rows.order_by().values("meeting").annotate(count=Count("pk")).values("count"))


def is_visible_meeting(user, prefix: str = "") -> Q:
    """Meetings of committees one reads; a cell leader sees those of the own cell."""
    return Q(**{f"{prefix}committee__in": user.access.read_committee_ids}) | Q(
        **{f"{prefix}cell__in": user.access.cell_ids}
    )


def _is_asked(user) -> Q:
    """Meetings the account's member was asked to as a guest."""
    asked = _rows("Guest").filter(member__user=user, voided_at__isnull=True)
    return Q(pk__in=asked.values("meeting"))


def _is_expected(user) -> Q:
    """Meetings the account's member attends for the committee, was asked to, or, of the committee, sits in."""
    position = apps.get_model("members", "Position")
    posts = position.objects.filter(
        span_holds(OuterRef("meets_on")),
        member__user=user,
        committee=OuterRef("committee"),
        title__in=position.COMMITTEE,
    )
    sits = Q(Exists(posts), cell__isnull=True)
    return Q(attendant__user=user) | _is_asked(user) | sits


class MeetingQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(is_visible_meeting(user))

    def in_calendar_of(self, user):
        """Those in sight, and those out of it one is to go to."""
        return self.filter(is_visible_meeting(user) | _is_expected(user))

    def expecting(self, user):
        """Those out of the account's sight its member is to go to."""
        return self.filter(_is_expected(user)).exclude(is_visible_meeting(user))

    def models_shown_to(self, user):
        """Model meetings a cell may learn from: those held in the committees one belongs to, and
        those one was asked to or may see. Of another cell's only the outline is shown
        (`meetings:model`): day, topic, titles of the points and of the papers.
        """
        in_sight = self.model._base_manager.filter(is_visible_meeting(user))
        return (
            self.valid()
            .filter(
                Q(state="held", committee__in=user.access.committee_ids)
                | Q(_is_asked(user), state="planned")
                | Q(state="planned", pk__in=in_sight.values("pk")),
                kind="model",
            )
            .select_related("cell")
        )

    def standing(self):
        """Neither put off nor given up."""
        return self.valid().filter(state__in=STANDING)

    def of_month(self, first: dt.date):
        """Those that count for the month, and those of another month that take place in it."""
        month = Period.of_month(first.year, first.month)
        takes_place = Q(meets_on__range=(month.first, month.last), state__in=STANDING)
        return self.filter(Q(counts_for=month.first) | takes_place)

    def thematic(self):
        """Those that count as the quarter's thematic one (IS_THEMATIC)."""
        return self.filter(IS_THEMATIC)

    def with_is_thematic(self):
        """Annotates `is_thematic`."""
        return self.annotate(is_thematic=Case(When(IS_THEMATIC, then=True), default=False))

    def held(self):
        return self.valid().filter(state="held")

    def held_in(self, period: Period):
        return self.held().filter(meets_on__range=(period.first, period.last))

    def of_cells(self):
        return self.filter(cell__isnull=False)

    def with_minutes_state(self):
        """Annotates `minutes_state`: of the minutes that count, None while there are none."""
        minutes = _rows("Minutes").filter(meeting=OuterRef("pk"), voided_at__isnull=True)
        return self.annotate(minutes_state=Subquery(minutes.values("state")[:1]))

    def with_score(self):
        """Annotates `score_total`: the points of meetings whose minutes were handed in, so complete."""
        scores = _rows("QualityScore").filter(
            meeting=OuterRef("pk"),
            voided_at__isnull=True,
            meeting__minutes__voided_at__isnull=True,
            meeting__minutes__state__in=["submitted", "approved"],
        )
        return self.annotate(score_total=Subquery(scores.values("total")[:1]))

    def with_roll_counts(self):
        """Annotates `roll_count` and `present_count` for lists."""
        roll = _rows("Attendance").filter(meeting=OuterRef("pk"), voided_at__isnull=True)
        return self.annotate(
            roll_count=_count(roll),
            present_count=_count(roll.filter(state="present")),
        )


class OfMeetingQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(is_visible_meeting(user, "meeting__"))


class GuestQuerySet(OfMeetingQuerySet):
    def came(self):
        """Those who were there; who was invited and stayed away, the minutes name apart."""
        return self.valid().filter(state="present")


class OpinionQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(is_visible_meeting(user, "item__meeting__"))


class ActionItemQuerySet(OfMeetingQuerySet):
    def visible_to(self, user):
        """With the meeting that gave it; and what was given to oneself, by whatever body."""
        return self.filter(is_visible_meeting(user, "meeting__") | Q(assignee__user=user))

    def given(self):
        """Those of meetings that stand: what was written down for one put off or given up was never given."""
        standing = Q(meeting__voided_at__isnull=True, meeting__state__in=STANDING)
        return self.valid().filter(standing)

    def given_by(self, day: dt.date):
        """Given at a meeting up to that day."""
        return self.given().filter(meeting__meets_on__lte=day)

    def open_on(self, day: dt.date):
        """Given by that day and not closed by it."""
        return self.given_by(day).filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))

    def as_on(self, day: dt.date):
        """Annotates how tasks stood that day: `deadline` (the day in force), `is_open`, `state_on`
        (what is closed since was in hand then: `is_told_later`) and `is_late`.
        """
        is_open = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
        return self.annotate(
            deadline=Coalesce("extended_to", "due_on"),
            state_on=Case(When(closed_on__gt=day, then=Value("doing")), default=F("state")),
            is_open=Case(When(is_open, then=True), default=False),
            is_told_later=Case(When(closed_on__gt=day, then=True), default=False),
        ).annotate(is_late=Case(When(is_open, deadline__lt=day, then=True), default=False))


class MinutesQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(is_visible_meeting(user, "meeting__"))


class OfMinutesQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(is_visible_meeting(user, "minutes__meeting__"))


class OfScoreQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(is_visible_meeting(user, "score__meeting__"))


class CalendarFeedQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """One's own: an address that opens the meetings is nobody else's business."""
        return self.filter(user=user)


class CampaignQuerySet(SpanQuerySet):
    def visible_to(self, user):
        """Campaigns are the whole committee's: also a cell's leaders see them."""
        return self.filter(committee__in=user.access.committee_ids)

    def with_counts(self, user, day: dt.date):
        """Annotates how many cells held a meeting on it by the day (`cell_count`), and how many of
        its activities began by then or are still to come (`activity_count`), as far as the account
        sees them."""
        held = _rows("Meeting").filter(
            is_visible_meeting(user), campaign=OuterRef("pk"), voided_at__isnull=True, state="held"
        )
        held = held.filter(meets_on__lte=day)
        activities = _rows("Activity").filter(
            is_visible_activity(user), campaign=OuterRef("pk"), voided_at__isnull=True
        )
        dated = Q(starts_on__lte=day) | Q(state="planned")
        activities = activities.exclude(state="cancelled").filter(dated)
        activities = activities.order_by().values("campaign")
        return self.select_related("document").annotate(
            cell_count=Subquery(
                held.order_by()
                .values("campaign")
                .annotate(n=Count("cell", distinct=True))
                .values("n")
            ),
            activity_count=Subquery(activities.annotate(n=Count("pk")).values("n")),
        )


def is_visible_activity(user, prefix: str = "") -> Q:
    """Activities of committees one reads; a cell leader sees the own cell's and those the committee
    holds for all. What an inspection found is seen by the cell it was about, by no other.
    """
    access, inspections = user.access, ("inspection", "supervision")
    for_all = Q(**{f"{prefix}committee__in": access.committee_ids, f"{prefix}cell__isnull": True})
    return (
        Q(**{f"{prefix}committee__in": access.read_committee_ids})
        | for_all & ~Q(**{f"{prefix}kind__in": inspections})
        | Q(**{f"{prefix}cell__in": access.cell_ids})
        | Q(**{f"{prefix}target_cell__in": access.cell_ids})
    )


class ActivityQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(is_visible_activity(user))

    def dated_by(self, day: dt.date):
        """Begun by that day, as they stood then."""
        return self.valid().filter(starts_on__lte=day).as_on(day)

    def as_on(self, day: dt.date):
        """Annotates `state_on`: what was over only after that day was still planned on it."""
        over_later = When(state="done", ends_on__gt=day, then=Value("planned"))
        return self.annotate(state_on=Case(over_later, default=F("state")))

    def with_participation(self, user):
        """Annotates how many took part (`people_count`), of how many cells (`cell_count`), as far
        as the account sees them."""
        participations = apps.get_model("meetings", "Participation").objects
        seen = participations.counted().visible_to(user).filter(activity=OuterRef("pk"))
        seen = seen.order_by().values("activity")
        return self.annotate(
            people_count=Subquery(seen.annotate(n=HEADS).values("n")),
            cell_count=Subquery(seen.annotate(n=Count("cell", distinct=True)).values("n")),
        )


class OfActivityQuerySet(RecordQuerySet):
    def counted(self):
        """Those that figures count: of activities that took place or are still to."""
        rows = self.valid().filter(activity__voided_at__isnull=True)
        return rows.exclude(activity__state="cancelled")

    def visible_to(self, user):
        """A cell leader sees who took part from the own cell only, in activities in sight: not who
        helped to inspect another cell."""
        return self.filter(
            Q(activity__committee__in=user.access.read_committee_ids)
            | Q(cell__in=user.access.cell_ids) & is_visible_activity(user, "activity__")
        )
