"""The people and their dated facts."""

from members.models.candidate import Candidate, CandidateStep
from members.models.commitment import Commitment
from members.models.exemption import Exemption
from members.models.importing import ImportBatch, ImportLayout, ImportRow
from members.models.life import Membership, Placement
from members.models.person import Member
from members.models.residence import ResidenceComment, ResidenceContact
from members.models.secondment import Secondment, SecondmentReport
from members.models.service import Oversight, Position, Qualification, Rank

__all__ = [
    "Candidate",
    "CandidateStep",
    "Commitment",
    "Exemption",
    "ImportBatch",
    "ImportLayout",
    "ImportRow",
    "Member",
    "Membership",
    "Oversight",
    "Placement",
    "Position",
    "Qualification",
    "Rank",
    "ResidenceComment",
    "ResidenceContact",
    "Secondment",
    "SecondmentReport",
]
