"""The people and their dated facts."""

from members.models.life import Membership, Placement
from members.models.person import Member
from members.models.secondment import Secondment
from members.models.service import Oversight, Position, Qualification, Rank

__all__ = [
    "Member",
    "Membership",
    "Oversight",
    "Placement",
    "Position",
    "Qualification",
    "Rank",
    "Secondment",
]
