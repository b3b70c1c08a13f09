"""Rows for tests: believable, without surprises, every date given or fixed."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from accounts.models import RoleAssignment, SavedView, User
from awards.models import Award, Badge, Title
from cells.models import Cell, Committee, HostCell, Locality, OfficeUnit, OrganisationName, Term
from documents.models import Document
from evaluations.models import EvaluationRound, MemberEvaluation
from meetings.models import (
    ActionItem,
    Activity,
    AgendaItem,
    Attendance,
    Campaign,
    Guest,
    Meeting,
    MeetingPaper,
    Minutes,
    Opinion,
    Participation,
    QualityScore,
    Resolution,
    ScoreLine,
    Vote,
)
from members.models import (
    Candidate,
    CandidateStep,
    Commitment,
    Exemption,
    ImportBatch,
    Member,
    Membership,
    Oversight,
    Placement,
    Position,
    Qualification,
    Rank,
    ResidenceComment,
    ResidenceContact,
    Secondment,
    SecondmentReport,
)
from partyunit.dates import PartialDate
from regulations.models import Regulation

FOUNDED = dt.date(2009, 4, 20)
PASSWORD = "mot-mat-khau-dai-2019"


class CommitteeFactory(DjangoModelFactory):
    class Meta:
        model = Committee

    code = factory.Sequence(lambda n: f"DB{n}")
    founded_on = FOUNDED
    place = "Tân Uyên"


class CellFactory(DjangoModelFactory):
    class Meta:
        model = Cell

    committee = factory.SubFactory(CommitteeFactory)
    code = factory.Sequence(lambda n: f"CB{n}")
    name = factory.Sequence(lambda n: f"Chi bộ số {n}")
    founded_on = factory.SelfAttribute("committee.founded_on")
    position = factory.Sequence(lambda n: n + 1)


class OrganisationNameFactory(DjangoModelFactory):
    class Meta:
        model = OrganisationName

    from_on = FOUNDED
    name = "Đảng ủy Công an huyện"
    short_name = "Công an huyện"
    superior_line = "Đảng bộ huyện Tân Uyên"


class TermFactory(DjangoModelFactory):
    class Meta:
        model = Term

    name = "Nhiệm kỳ 2015–2020"
    from_on = dt.date(2015, 5, 22)


class OfficeUnitFactory(DjangoModelFactory):
    class Meta:
        model = OfficeUnit

    committee = factory.SubFactory(CommitteeFactory)
    name = factory.Sequence(lambda n: f"Đội {n}")
    from_on = FOUNDED


class LocalityFactory(DjangoModelFactory):
    class Meta:
        model = Locality

    committee = factory.SubFactory(CommitteeFactory)
    kind = Locality.Kind.COMMUNE
    name = factory.Sequence(lambda n: f"Mường Thử {n}")


class HostCellFactory(DjangoModelFactory):
    class Meta:
        model = HostCell

    locality = factory.SubFactory(LocalityFactory)
    name = factory.Sequence(lambda n: f"Bản Thử {n}")


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"nguoi{n}")
    full_name = factory.Sequence(lambda n: f"Người Dùng {n}")

    @classmethod
    def _create(cls, model_class, *args, password=PASSWORD, **kwargs):
        return model_class.objects.create_user(*args, password=password, **kwargs)


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = RoleAssignment

    user = factory.SubFactory(UserFactory)
    role = RoleAssignment.Role.OFFICER
    committee = factory.SubFactory(CommitteeFactory)
    from_on = FOUNDED


class SavedViewFactory(DjangoModelFactory):
    class Meta:
        model = SavedView

    owner = factory.SubFactory(UserFactory)
    page = "members:list"
    name = factory.Sequence(lambda n: f"Cách xem {n}")


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = Document

    register = factory.SubFactory(CommitteeFactory)
    outside_issuer = "Công an huyện"
    kind = Document.Kind.PLAN
    stance = Document.Stance.DRAWN_UP
    number = "14/KH-CAH"
    issued_on = dt.date(2016, 2, 17)
    summary = "Kế hoạch thử"


def in_letters(number: int) -> str:
    """A number for a name: names have no digits."""
    return "".join("ABCDEGHIKL"[int(digit)] for digit in str(number))


class MemberFactory(DjangoModelFactory):
    """A person alone; see `place` for a member of a cell."""

    class Meta:
        model = Member

    full_name = factory.Sequence(lambda n: f"Lò Văn Thử {in_letters(n)}")
    sex = Member.Sex.MALE
    born_on = dt.date(1985, 3, 12)
    ethnicity = "Thái"


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    member = factory.SubFactory(MemberFactory)
    ceremony_on = dt.date(2010, 2, 3)
    decision_on = factory.SelfAttribute("ceremony_on")
    official_from = None
    recorded_on = factory.SelfAttribute("ceremony_on")


class PlacementFactory(DjangoModelFactory):
    class Meta:
        model = Placement

    member = factory.SubFactory(MemberFactory)
    cell = factory.SubFactory(CellFactory)
    from_on = dt.date(2010, 2, 3)
    start_reason = Placement.StartReason.ADMISSION


class PositionFactory(DjangoModelFactory):
    class Meta:
        model = Position

    member = factory.SubFactory(MemberFactory)
    line = Position.Line.PARTY
    title = Position.Title.CELL_SECRETARY
    from_on = dt.date(2015, 6, 1)


class RankFactory(DjangoModelFactory):
    class Meta:
        model = Rank

    member = factory.SubFactory(MemberFactory)
    grade = Rank.Grade.MAJOR
    from_on = dt.date(2015, 1, 1)


class OversightFactory(DjangoModelFactory):
    class Meta:
        model = Oversight

    member = factory.SubFactory(MemberFactory)
    cell = factory.SubFactory(CellFactory)
    from_on = dt.date(2015, 6, 1)


class QualificationFactory(DjangoModelFactory):
    class Meta:
        model = Qualification

    member = factory.SubFactory(MemberFactory)
    scale = Qualification.Scale.PROFESSIONAL
    level = Qualification.Professional.BACHELOR
    obtained_on = dt.date(2012, 7, 1)


class SecondmentFactory(DjangoModelFactory):
    class Meta:
        model = Secondment

    member = factory.SubFactory(MemberFactory)
    host_cell = factory.SubFactory(HostCellFactory)
    plan = factory.SubFactory(DocumentFactory)
    from_on = dt.date(2016, 4, 1)


class ImportBatchFactory(DjangoModelFactory):
    """A file read and compared, waiting for its confirmation."""

    class Meta:
        model = ImportBatch

    committee = factory.SubFactory(CommitteeFactory)
    as_on = dt.date(2019, 3, 13)
    file_name = "danh-sach.xlsx"
    size = 100
    sha256 = "0" * 64
    file = "imports/danh-sach.xlsx"
    heads = [{"index": 0, "text": "Họ và tên", "samples": ["Lò Văn Thử"]}]
    mapping = {"0": "full_name"}
    counts = {"new": 1, "all": 1}
    state = ImportBatch.State.READY
    uploaded_by = factory.SubFactory(UserFactory)


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    cell = factory.SubFactory(CellFactory)
    committee = factory.SelfAttribute("cell.committee")
    kind = Meeting.Kind.REGULAR
    meets_on = dt.date(2019, 3, 5)
    counts_for = factory.LazyAttribute(lambda meeting: meeting.meets_on.replace(day=1))
    starts_at = dt.time(14, 0)
    ends_at = dt.time(15, 45)
    place = "Phòng họp"


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory)
    member = factory.SubFactory(MemberFactory)
    standing = Attendance.Standing.OFFICIAL
    state = Attendance.State.PRESENT


class GuestFactory(DjangoModelFactory):
    class Meta:
        model = Guest

    meeting = factory.SubFactory(MeetingFactory)
    name = "Khách Thử"
    capacity = Guest.Capacity.OTHER


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    position = 1
    title = "Kết quả tháng trước, nhiệm vụ tháng này"


class OpinionFactory(DjangoModelFactory):
    class Meta:
        model = Opinion

    item = factory.SubFactory(AgendaItemFactory)
    position = 1
    speaker = factory.SubFactory(MemberFactory)
    text = "Nhất trí với dự thảo."


class ActionItemFactory(DjangoModelFactory):
    class Meta:
        model = ActionItem

    meeting = factory.SubFactory(MeetingFactory)
    task = "Lập lịch tuần tra"
    assignee = factory.SubFactory(MemberFactory)
    due_on = dt.date(2019, 3, 31)


class MinutesFactory(DjangoModelFactory):
    class Meta:
        model = Minutes

    meeting = factory.SubFactory(MeetingFactory)


class ResolutionFactory(DjangoModelFactory):
    class Meta:
        model = Resolution

    minutes = factory.SubFactory(MinutesFactory)
    issued_on = dt.date(2019, 3, 8)
    issued_by = factory.SubFactory(UserFactory)
    document = factory.SubFactory(DocumentFactory)
    frozen = {"format": 1}
    content_sha256 = "0" * 64


class MeetingPaperFactory(DjangoModelFactory):
    class Meta:
        model = MeetingPaper

    meeting = factory.SubFactory(MeetingFactory)
    title = "Dự thảo nghị quyết tháng"


class VoteFactory(DjangoModelFactory):
    class Meta:
        model = Vote

    meeting = factory.SubFactory(MeetingFactory)
    matter = Vote.Matter.RESOLUTION
    subject = "Nghị quyết tháng"
    votes_for = 3
    base = 3
    voters = 3
    needed = 2
    is_passed = True


class QualityScoreFactory(DjangoModelFactory):
    class Meta:
        model = QualityScore

    meeting = factory.SubFactory(MeetingFactory)
    frame = factory.LazyFunction(
        lambda: Regulation.objects.of_day(topic="meeting_score", day=dt.date(2019, 3, 5))
    )
    total = 95


class ScoreLineFactory(DjangoModelFactory):
    class Meta:
        model = ScoreLine

    score = factory.SubFactory(QualityScoreFactory)
    criterion = "time"
    most = 5
    points = 5


class CampaignFactory(DjangoModelFactory):
    class Meta:
        model = Campaign

    committee = factory.SubFactory(CommitteeFactory)
    title = factory.Sequence(lambda n: f"Đợt học tập {in_letters(n)}")
    from_on = dt.date(2019, 1, 1)


class ActivityFactory(DjangoModelFactory):
    class Meta:
        model = Activity

    committee = factory.SubFactory(CommitteeFactory)
    kind = Activity.Kind.VOLUNTEER
    title = "Ngày thứ bảy tình nguyện"
    starts_on = dt.date(2019, 3, 2)
    ends_on = factory.SelfAttribute("starts_on")


class ParticipationFactory(DjangoModelFactory):
    class Meta:
        model = Participation

    activity = factory.SubFactory(
        ActivityFactory, committee=factory.SelfAttribute("..cell.committee")
    )
    cell = factory.SubFactory(CellFactory)
    head_count = 5


class CandidateFactory(DjangoModelFactory):
    class Meta:
        model = Candidate

    cell = factory.SubFactory(CellFactory)
    full_name = factory.Sequence(lambda n: f"Vàng Thị Nguồn {in_letters(n)}")
    sex = "female"
    born_on = PartialDate(1996, 5, 1)
    ethnicity = "Thái"
    from_on = dt.date(2018, 3, 1)


class CandidateStepFactory(DjangoModelFactory):
    class Meta:
        model = CandidateStep

    candidate = factory.SubFactory(CandidateFactory)
    kind = CandidateStep.Kind.AWARENESS
    done_on = dt.date(2018, 5, 10)


class ExemptionFactory(DjangoModelFactory):
    class Meta:
        model = Exemption

    member = factory.SubFactory(MemberFactory)
    kind = Exemption.Kind.EXEMPT
    reason = "điều trị dài ngày"
    from_on = dt.date(2018, 10, 1)


class SecondmentReportFactory(DjangoModelFactory):
    class Meta:
        model = SecondmentReport

    secondment = factory.SubFactory(SecondmentFactory)
    month = dt.date(2019, 2, 1)
    handed_in_on = dt.date(2019, 2, 28)
    meetings_attended = 1
    work = "Dự sinh hoạt chi bộ bản, giúp chi ủy chuẩn bị nội dung."


class ResidenceContactFactory(DjangoModelFactory):
    class Meta:
        model = ResidenceContact

    member = factory.SubFactory(MemberFactory)
    mode = ResidenceContact.Mode.NORMAL
    residence_committee = "Đảng ủy thị trấn Tân Uyên"
    residence_cell = "Chi bộ Tổ 4"
    letter_number = "12-GGT/ĐU"
    letter_on = dt.date(2016, 1, 10)
    from_on = dt.date(2016, 1, 15)


class ResidenceCommentFactory(DjangoModelFactory):
    class Meta:
        model = ResidenceComment

    contact = factory.SubFactory(ResidenceContactFactory)
    year = 2018
    asked_on = dt.date(2018, 11, 5)


class CommitmentFactory(DjangoModelFactory):
    class Meta:
        model = Commitment

    member = factory.SubFactory(MemberFactory)
    year = 2019
    made_on = dt.date(2019, 1, 15)
    text = "Nêu gương trong thực hiện quy chế làm việc."


class AwardFactory(DjangoModelFactory):
    class Meta:
        model = Award

    register = factory.SubFactory(CommitteeFactory)
    member = factory.SubFactory(MemberFactory)
    line = Award.Line.POLICE
    form = Award.Form.COMMENDATION
    authority = Award.Authority.DIRECTOR
    award_year = 2018
    decided_on = dt.date(2018, 12, 20)


class BadgeFactory(DjangoModelFactory):
    class Meta:
        model = Badge

    member = factory.SubFactory(MemberFactory)
    years = 30
    round_on = dt.date(2019, 2, 3)
    decided_on = dt.date(2019, 1, 20)


class TitleFactory(DjangoModelFactory):
    class Meta:
        model = Title

    committee = factory.SubFactory(CommitteeFactory)
    name = Title.Name.EXEMPLARY
    year = 2018
    decided_on = dt.date(2019, 1, 20)


class EvaluationRoundFactory(DjangoModelFactory):
    class Meta:
        model = EvaluationRound

    committee = factory.SubFactory(CommitteeFactory)
    year = 2018
    decided_on = dt.date(2018, 12, 14)
    rule = factory.LazyAttribute(
        lambda row: Regulation.objects.of_day(topic="rating", day=dt.date(row.year, 12, 31))
    )


class MemberEvaluationFactory(DjangoModelFactory):
    class Meta:
        model = MemberEvaluation

    round = factory.SubFactory(EvaluationRoundFactory)
    member = factory.SubFactory(MemberFactory)
    cell = factory.SubFactory(CellFactory, committee=factory.SelfAttribute("..round.committee"))
    grade = MemberEvaluation.Grade.GOOD


def place(cell, *, from_on=dt.date(2010, 2, 3), official_from=None, **person) -> Member:
    """A member of the cell since a day: person, membership and official placement.

    Recognised a year after the ceremony unless told otherwise (`official_from=False`: never).
    """
    member = MemberFactory(**person)
    if official_from is None:
        official_from = from_on + dt.timedelta(days=366)
    MembershipFactory(member=member, ceremony_on=from_on, official_from=official_from or None)
    PlacementFactory(member=member, cell=cell, from_on=from_on)
    return member
