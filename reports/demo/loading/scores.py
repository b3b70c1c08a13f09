"""What the cells gave their own regular meetings: by the record, and by people where it says nothing."""

from collections.abc import Iterator
from decimal import Decimal

from meetings.models import Meeting, MeetingPaper, Minutes, QualityScore, ScoreLine
from meetings.score.facts import Evidence, facts_of, suggest
from meetings.score.scoring import FIRST_DAY, TOPIC, criteria_of
from regulations.book import RuleBook
from regulations.criteria import Criterion
from regulations.models import Regulation
from reports.demo.dice import chance, pick
from reports.demo.loading.freezing import Freezer, by_key
from reports.demo.loading.store import Store, uid

# Where people took something off: the criterion, how much, why, and how often of a hundred.
TAKEN_OFF = (
    ("1.1", "0.5", ("Họp muộn hơn lịch 15 phút do trực ban đột xuất",), 6),
    ("3.1", "1", ("Họp chuẩn bị sát ngày, chưa ghi lại",), 9),
    ("3.2", "1", ("Dự thảo nghị quyết còn chung, chưa nêu chỉ tiêu từng tổ",), 14),
    ("3.3", "2", ("Tài liệu phát tại cuộc họp", "Một tài liệu gửi trong ngày họp"), 17),
    ("4.1", "0.5", ("Điều hành phần thảo luận còn dàn trải",), 11),
    (
        "4.2",
        "1.5",
        ("Phần liên hệ học tập và làm theo Bác còn ít", "Thông tin thời sự còn dài"),
        16,
    ),
    ("5.2", "0.5", ("Chưa hỏi hết ý kiến đảng viên trẻ",), 7),
    ("7.2", "0.5", ("Thông qua biên bản còn vội",), 8),
)
NOT_SCORED = 4  # of a hundred meetings the cell forgot


def add_scores(store: Store) -> None:
    """Of the regular meetings whose minutes were handed in, from the first day there is a frame."""
    book, freezer = RuleBook.read(None, TOPIC, "cell_meeting"), Freezer(store)
    papers = by_key(store.of(MeetingPaper), "meeting_id")
    handed_in = [row for row in store.of(Minutes) if row.state == Minutes.State.SUBMITTED]
    for meeting in [row.meeting for row in handed_in]:
        frame = book.on(TOPIC, meeting.meets_on)
        is_scored = meeting.kind == Meeting.Kind.REGULAR and meeting.meets_on >= FIRST_DAY
        if frame is None or not is_scored or chance(NOT_SCORED, "not scored", _key(meeting)):
            continue
        guide = book.on("cell_meeting", meeting.meets_on)
        evidence = _evidence(freezer, meeting, papers[meeting.pk], frame=frame, guide=guide)
        _score(store, meeting, frame, evidence=evidence)


def _key(meeting: Meeting) -> str:
    return f"{meeting.cell_id}-{meeting.counts_for}"


def _evidence(freezer: Freezer, meeting: Meeting, papers: list, *, frame, guide) -> Evidence:
    recorded = freezer.recorded(meeting)
    return Evidence(
        meeting=meeting,
        roll=recorded.roll,
        agenda=recorded.agenda,
        returned_tasks=recorded.returned_tasks,
        tasks=recorded.tasks,
        papers=papers,
        votes=recorded.votes,
        sections=recorded.sections,
        guide=guide,
        papers_days=frame.parameters["papers_days"],
    )


def _score(store: Store, meeting: Meeting, frame: Regulation, *, evidence: Evidence) -> None:
    score = store.add(QualityScore(meeting=meeting, frame=frame, total=Decimal(0)))
    for line in _lines(score, facts_of(evidence)):
        store.add(line)
        score.total += line.points


def _lines(score: QualityScore, facts: dict) -> Iterator[ScoreLine]:
    key = _key(score.meeting)
    for criterion in criteria_of(score.frame):
        suggestion = suggest(criterion, facts)
        if suggestion is None:
            points, reason = _by_people(criterion, key)
        else:
            points, reason = suggestion.points, suggestion.reason
        yield ScoreLine(
            uid=uid("score", key, criterion.key),
            score=score,
            criterion=criterion.key,
            most=criterion.most,
            points=points,
            reason=reason,
            is_from_record=suggestion is not None,
        )


def _by_people(criterion: Criterion, key: str) -> tuple[Decimal, str]:
    for name, lost, reasons, often in TAKEN_OFF:
        if name == criterion.key and chance(often, "taken off", name, key):
            return criterion.most - Decimal(lost), pick(reasons, "why", name, key)
    return criterion.most, ""
