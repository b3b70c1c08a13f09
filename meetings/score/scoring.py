"""The quality score of a meeting: its frame, its band, what it still lacks, its plain data."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting, QualityScore, ScoreLine
from meetings.reads import rule_on
from meetings.score.facts import Fact, suggest
from partyunit.templatetags.components import number
from regulations.criteria import Criterion
from regulations.models import Regulation

if TYPE_CHECKING:
    from meetings.written import Written

TOPIC = "meeting_score"
FIRST_DAY = dt.date(2018, 7, 6)  # 12-HD/BTCTW of that day: no meeting before it is scored
Band = QualityScore.Band


@dataclass(frozen=True)
class Scored:
    """A score with its valid lines."""

    row: QualityScore
    lines: list[ScoreLine]

    @property
    def criteria(self) -> list[Criterion]:
        return criteria_of(self.row.frame)

    @property
    def left(self) -> list[Criterion]:
        """What nobody has scored yet."""
        known = {line.criterion for line in self.lines}
        return [one for one in self.criteria if one.key not in known]

    def fits(self, frame: Regulation) -> bool:
        """Whether it was scored by this frame, and the frame was not corrected since."""
        known = {(one.key, one.most) for one in criteria_of(frame)}
        return self.row.frame_id == frame.pk and known >= {
            (line.criterion, line.most) for line in self.lines
        }


def frame_of(meeting: Meeting) -> Regulation | None:
    """The frame of the meeting's day, whatever came later; none of the committee's own meetings."""
    if not meeting.cell_id or meeting.meets_on < FIRST_DAY:
        return None
    return rule_on(meeting, TOPIC)


def criteria_of(frame: Regulation) -> list[Criterion]:
    return [criterion for group in frame.score_groups for criterion in group.criteria]


def read_score(meeting: Meeting) -> Scored | None:
    """The score that counts, with its lines; two statements."""
    row = meeting.scores.valid().select_related("frame").first()
    return Scored(row, list(row.lines.valid())) if row else None


def band_of(total: Decimal, bands: list[int]) -> Band:
    """Tốt from the first number of points on, khá from the second, trung bình from the third."""
    ranked = (band for band, least in zip(Band, bands, strict=False) if total >= least)
    return next(ranked, Band.POOR)


# -- what keeps the minutes from being submitted --------------------------------------------------


def what_the_score_lacks(written: "Written") -> list[str]:
    """A score that was begun is complete and says what the record says; some frames ask for one."""
    if not written.meeting.cell_id:
        return []
    scored, frame = written.scored, written.score_frame
    if scored is None:
        is_regular = written.meeting.kind == Meeting.Kind.REGULAR
        is_asked = frame and frame.parameters["is_required"] and is_regular
        return [_("Chưa chấm điểm chất lượng cuộc họp.")] if is_asked else []
    if frame is None:
        return [_("Ngày họp này không có khung điểm nào: hãy bỏ điểm đã chấm.")]
    if not scored.fits(frame):
        return [_("Điểm đã chấm theo khung của ngày khác: hãy chấm lại theo khung của ngày họp.")]
    return [*_not_scored(scored), *_not_as_recorded(scored, written.facts)]


def _not_scored(scored: Scored) -> list[str]:
    left = len(scored.left)
    told = ngettext(
        "Còn %(count)s tiêu chí chưa chấm điểm.", "Còn %(count)s tiêu chí chưa chấm điểm.", left
    )
    return [told % {"count": left}] if left else []


def _not_as_recorded(scored: Scored, facts: dict[str, Fact]) -> list[str]:
    """Points taken from the record that the record, as it stands now, would not give."""
    by_key = {line.criterion: line for line in scored.lines if line.is_from_record}
    moved = [
        one.key
        for one in scored.criteria
        if one.key in by_key and is_moved(by_key[one.key], suggest(one, facts))
    ]
    told = _("Ghi chép đã khác với điểm của tiêu chí %(keys)s: hãy lấy lại, hoặc tự ghi điểm.")
    return [told % {"keys": ", ".join(moved)}] if moved else []


def is_moved(line: ScoreLine, suggestion) -> bool:
    """Whether a line taken from the record is not what the record gives now."""
    told = (suggestion.points, suggestion.reason) if suggestion else None
    return told != (line.points, line.reason)


# -- as plain data --------------------------------------------------------------------------------


def as_data(scored: Scored | None) -> dict | None:
    """What is frozen with the minutes: total, band, frame, and every criterion with its points.

    Nothing while some are not scored yet: a draft would print a band that is not true.
    """
    if scored is None or scored.left:
        return None
    lines = {line.criterion: line for line in scored.lines}
    return {
        "total": points_as_text(scored.row.total),
        "band": band_of(scored.row.total, scored.row.frame.parameters["bands"]),
        "frame": scored.row.frame.citation,
        "lines": [_line(one, lines[one.key]) for one in scored.criteria],
    }


def _line(criterion: Criterion, line: ScoreLine) -> dict:
    return {
        "criterion": criterion.key,
        "group": criterion.group,
        "text": criterion.text,
        "most": points_as_text(line.most),
        "points": points_as_text(line.points),
        "reason": line.reason,
    }


def points_as_text(points: Decimal) -> str:
    """`92.5`, `90`: the one way to write it, whatever the database gave."""
    return f"{points.normalize():f}"


def printable_score(data: dict | None) -> dict | None:
    """The same in the words of a paper; `lost` are the criteria that lost points, with the reason."""
    if not data:
        return None
    lines = [
        {
            **line,
            "points": number(Decimal(line["points"])),
            "most": number(Decimal(line["most"])),
            "lost": number(Decimal(line["most"]) - Decimal(line["points"])),
        }
        for line in data["lines"]
    ]
    return {
        "total": number(Decimal(data["total"])),
        "band": str(Band(data["band"]).label),
        "frame": data["frame"],
        "lines": lines,
        "lost": [line for line in lines if line["points"] != line["most"]],
    }
