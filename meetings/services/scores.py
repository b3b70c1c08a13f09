"""Scoring the quality of a meeting: lines from the record, then what people say of the rest.

Nothing but these functions writes a score or a line, and each keeps the total the sum of the
lines in its own transaction.
"""

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from audit.services import VersionConflictError
from meetings.models import Meeting, QualityScore, ScoreLine
from meetings.score.facts import TOLD_BY_ALL, Suggestion, read_facts, suggest
from meetings.score.scoring import (
    Scored,
    criteria_of,
    frame_of,
    is_moved,
    points_as_text,
    read_score,
)
from meetings.services.guard import lock_for_recording, minutes_of
from meetings.services.roll import check_began
from meetings.written import Written
from regulations.criteria import Criterion
from regulations.models import Regulation


@transaction.atomic
def score_from_record(*, meeting: Meeting, on: dt.date, by) -> QualityScore:
    """Opens the score of a meeting, or brings it in line with the record.

    Gives points to every criterion whose fact is known and corrects those taken from the record
    before; what a person set stays. A score by the frame of another day is voided and begun
    anew, as is one that was taken back: with what people took off then. Raises ValidationError: before the meeting (`on`: the program's day), and where no
    frame holds on its day.
    """
    locked = lock_for_recording(meeting)
    check_began(locked, on)
    return _take(_open(locked, _frame_or_refuse(locked), by=by), by=by)


def _take(scored: Scored, *, by) -> QualityScore:
    """What the record gives now, criterion by criterion."""
    meeting = scored.row.meeting
    lines = {line.criterion: line for line in scored.lines}
    facts, new = read_facts(Written(meeting), frame=scored.row.frame), []
    for criterion in scored.criteria:
        suggestion, line = suggest(criterion, facts), lines.get(criterion.key)
        if line is None and suggestion is not None:
            points, reason = suggestion.points, suggestion.reason
            new.append(_line(scored.row, criterion, points, reason=reason, is_from_record=True))
        if line is not None and line.is_from_record and is_moved(line, suggestion):
            _follow(line, suggestion, by=by)
    return _add(scored.row, new, by=by)


def _follow(line: ScoreLine, suggestion: Suggestion | None, *, by) -> None:
    """A line taken from the record says what the record says now; of nothing, nothing."""
    if suggestion is None:
        audit.void(line, by=by, reason=_("không còn ghi chép"))
        return
    line.points, line.reason = suggestion.points, suggestion.reason
    audit.update(line, by=by, fields=["points", "reason"])


def _frame_or_refuse(meeting: Meeting) -> Regulation:
    frame = frame_of(meeting)
    if frame is None:
        raise ValidationError(_("Ngày họp này chưa có khung chấm điểm."), code="frame")
    return frame


def _open(meeting: Meeting, frame: Regulation, *, by) -> Scored:
    scored = read_score(meeting)
    if scored is not None and not scored.fits(frame):
        _void(scored, reason=_("ngày họp theo khung điểm khác"), by=by)
        scored = None
    if scored is None:
        minutes_of(meeting, by=by)
        row = QualityScore(meeting=meeting, frame=frame, total=Decimal(0))
        scored = Scored(audit.create(row, by=by, action="meetings.score"), [])
        scored.lines.extend(_taken_off_before(scored.row))
        _add(scored.row, scored.lines, by=by)
    return scored


def _taken_off_before(score: QualityScore) -> list[ScoreLine]:
    """What people took off in the score before, where the frame asks the same: no reason is typed twice."""
    before = score.meeting.scores.filter(voided_at__isnull=False).order_by("-pk").first()
    if before is None:
        return []
    typed = before.lines.filter(is_from_record=False).exclude(reason="")
    lines, asked = {line.criterion: line for line in typed}, set(criteria_of(before.frame))
    return [
        _line(score, one, lines[one.key].points, reason=lines[one.key].reason)
        for one in criteria_of(score.frame)
        if one.key in lines and one in asked
    ]


def _line(
    score: QualityScore,
    criterion: Criterion,
    points: Decimal,
    *,
    reason: str,
    is_from_record: bool = False,
) -> ScoreLine:
    return ScoreLine(
        score=score,
        criterion=criterion.key,
        most=criterion.most,
        points=points,
        reason=reason,
        is_from_record=is_from_record,
    )


def _add(score: QualityScore, lines: list[ScoreLine], *, by) -> QualityScore:
    """Many lines at once, told in one entry of the journal."""
    ScoreLine.objects.bulk_create(lines)
    if lines:
        told = {line.criterion: points_as_text(line.points) for line in lines}
        audit.log(action="meetings.score_lines", by=by, obj=score, after={"points": told})
    return _keep_total(score, by=by)


def _keep_total(score: QualityScore, *, by) -> QualityScore:
    total = sum((line.points for line in score.lines.valid()), Decimal(0))
    if total == score.total:
        return score
    score.total = total
    return audit.update(score, by=by, fields=["total"], action="meetings.score_total")


@transaction.atomic
def score_the_rest(*, meeting: Meeting, by) -> QualityScore:
    """All points on every criterion nobody has scored yet; exceptions are set one by one.

    First what the record gives by now. What a complete record always tells (`TOLD_BY_ALL`) is
    not given away before it does: the hours may still show that the meeting was too short.
    """
    locked = lock_for_recording(meeting)
    _take(_begun(locked), by=by)
    scored = _begun(locked)
    left = [one for one in scored.left if one.fact not in TOLD_BY_ALL]
    return _add(scored.row, [_line(scored.row, one, one.most, reason="") for one in left], by=by)


def _begun(meeting: Meeting) -> Scored:
    scored = read_score(meeting)
    if scored is None:
        raise ValidationError(_("Cuộc họp này chưa mở chấm điểm."), code="elsewhere")
    return scored


@transaction.atomic
def save_score_line(
    *, meeting: Meeting, uid, version: int, criterion: str, points: Decimal, reason: str, by
) -> ScoreLine:
    """What a person gives on one criterion, new (`version` 0) or changed; known by its `uid`.

    Raises VersionConflictError when someone else scored it since, ValidationError for points
    beyond the criterion's, for points lost without a reason, for a criterion of no such frame.
    """
    scored = _begun(lock_for_recording(meeting))
    row = ScoreLine.objects.filter(uid=uid).first()
    if row is None:
        row = _new_line(scored, criterion, points, reason=reason)
        row.uid = uid
        audit.create(row, by=by)
    else:
        row = _changed_line(row, scored, points=points, reason=reason, version=version, by=by)
    _keep_total(scored.row, by=by)
    return row


def _new_line(scored: Scored, key: str, points: Decimal, *, reason: str) -> ScoreLine:
    criterion = next((one for one in criteria_of(scored.row.frame) if one.key == key), None)
    if criterion is None:
        raise ValidationError(_("Khung điểm không có tiêu chí này."), code="elsewhere")
    taken = next((line for line in scored.lines if line.criterion == key), None)
    if taken is not None:  # two windows that both begin a criterion
        raise VersionConflictError(taken)
    return _line(scored.row, criterion, points, reason=_of_loss(reason, points, criterion.most))


def _changed_line(
    row: ScoreLine, scored: Scored, *, points: Decimal, reason: str, version: int, by
) -> ScoreLine:
    if row.score_id != scored.row.pk and not row.is_voided:
        raise ValidationError(_("Dòng này thuộc một cuộc họp khác."), code="elsewhere")
    reason = _of_loss(reason, points, row.most)
    if not row.is_voided and (row.points, row.reason) == (points, reason):
        return row  # the same sent twice
    if row.is_voided or version == 0:
        raise VersionConflictError(row)
    row.points, row.reason, row.is_from_record = points, reason, False
    fields = ["points", "reason", "is_from_record"]
    return audit.update(row, by=by, fields=fields, version=version)


def _of_loss(reason: str, points: Decimal, most: Decimal) -> str:
    """Nothing lost needs no reason."""
    return "" if points == most else reason


@transaction.atomic
def take_score_back(*, meeting: Meeting, by) -> QualityScore:
    """Takes the whole score off the draft; the meeting stands as one not scored."""
    scored = _begun(lock_for_recording(meeting))
    _void(scored, reason=_("bỏ khi đang ghi biên bản"), by=by)
    return scored.row


def _void(scored: Scored, *, reason: str, by) -> None:
    for line in scored.lines:
        audit.void(line, by=by, reason=reason)
    audit.void(scored.row, by=by, reason=reason, action="meetings.take_score_back")
