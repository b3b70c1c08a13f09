"""A member entered with a life behind: the place in the cell, then education, rank and posts, in one act."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.db import transaction

from members.models import Member, Placement, Position, Qualification
from members.services.duties import add_qualification, assign_position, promote
from members.services.standing import errors_named


@transaction.atomic
def enter_member(
    *,
    enter: Callable[..., Placement],
    member: Member,
    recorded_on: dt.date,
    by,
    qualifications: Iterable[Qualification] = (),
    rank: tuple[int, dt.date] | None = None,
    positions: Iterable[Position] = (),
    **told,
) -> Placement:
    """Enters a member by `enter` (already here, or come from elsewhere) with what is known besides.

    All is written or nothing. Raises ValidationError keyed as the page names its fields:
    `theory_on`, `rank_on`, `party_post`.
    """
    placement = enter(member=member, recorded_on=recorded_on, by=by, **told)
    for one in qualifications:
        one.member, scale = member, one.scale
        names = {"level": scale, "detail": f"{scale}_detail", "obtained_on": f"{scale}_on"}
        with errors_named(**names):
            add_qualification(qualification=one, recorded_on=recorded_on, by=by)
    if rank is not None:
        grade, on = rank
        with errors_named(grade="rank", on="rank_on"):
            promote(member=member, grade=grade, on=on, recorded_on=recorded_on, by=by)
    for post in positions:
        post.member = member
        is_office = post.title == Position.Title.OFFICE
        day = "office_post_on" if is_office else "party_post_on"
        with errors_named(from_on=day, title="party_post", cell="party_post"):
            assign_position(position=post, by=by)
    return placement
