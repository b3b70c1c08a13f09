"""Recording the rating of a year: the round, then the grades of a cell in one act."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell
from evaluations.models import EvaluationRound, MemberEvaluation
from members.models import Member, Placement
from regulations.models import Regulation


def members_to_rate(row: EvaluationRound, cell: Cell):
    """The members of the cell on the round's day who have no row in it yet."""
    return Member.objects.placed_on(row.rated_on, cells=[cell]).exclude(pk__in=_rated(row))


def waiting_by_cell(row: EvaluationRound) -> dict[int, int]:
    """How many members of each cell, by its key, have no row yet: those of `members_to_rate`."""
    stays = Placement.objects.active_on(row.rated_on).official()
    stays = stays.filter(cell__committee=row.committee_id).exclude(member__in=_rated(row))
    return dict(stays.order_by().values_list("cell").annotate(Count("pk")))


def _rated(row: EvaluationRound):
    return row.member_evaluations.filter(voided_at__isnull=True).values("member")


@transaction.atomic
def open_round(*, row: EvaluationRound, recorded_on: dt.date, by) -> EvaluationRound:
    """Enters the unsaved round under the rule of its year's last day.

    Raises ValidationError keyed `year` without such a rule, `decided_on` for a day to come.
    """
    check_decided(row.decided_on, recorded_on)
    row.rule = rule_of(row)
    return audit.create(row, by=by, action="evaluations.open_round")


@transaction.atomic
def correct_round(
    *, row: EvaluationRound, fields: list[str], recorded_on: dt.date, reason: str, version, by
) -> EvaluationRound:
    """Corrects a round; another year brings the rule of that year."""
    check_decided(row.decided_on, recorded_on)
    row.rule = rule_of(row)
    return audit.update(row, by=by, fields=[*fields, "rule"], reason=reason, version=version)


def check_decided(decided_on: dt.date, recorded_on: dt.date) -> None:
    if decided_on > recorded_on:
        raise ValidationError({"decided_on": _("Ngày quyết định chưa đến.")})


def rule_of(row: EvaluationRound) -> Regulation:
    """The rule on rating on the last day of the round's year. Raises ValidationError keyed `year`."""
    rule = Regulation.objects.of_day(
        topic="rating", day=dt.date(row.year, 12, 31), committee=row.committee
    )
    if rule is None:
        raise ValidationError(
            {"year": _("Năm này chưa có quy định về đánh giá, xếp loại trong sổ «Quy định».")}
        )
    return rule


@transaction.atomic
def rate_members(
    *, row: EvaluationRound, cell: Cell, grades: dict[Member, tuple[str, str]], by
) -> list[MemberEvaluation]:
    """Stores the grades of members of a cell: (grade, reason when not rated) by member.

    Raises ValidationError when somebody is not of the cell that day or is rated already.
    """
    _lock(row)
    awaited = set(members_to_rate(row, cell).values_list("pk", flat=True))
    strangers = [str(member) for member in grades if member.pk not in awaited]
    if strangers:
        raise ValidationError(
            _("Đã có người ghi, hoặc không thuộc chi bộ vào ngày xếp loại: %(names)s.")
            % {"names": ", ".join(strangers)}
        )
    return [
        audit.create(
            MemberEvaluation(round=row, member=member, cell=cell, grade=grade, reason=reason),
            by=by,
            action="evaluations.rate",
        )
        for member, (grade, reason) in grades.items()
    ]


def _lock(row: EvaluationRound) -> None:
    """One act at a time on a round. Raises ValidationError when it was voided meanwhile."""
    stored = EvaluationRound.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if stored.is_voided:
        raise ValidationError(_("Đợt đánh giá này vừa bị hủy."))


@transaction.atomic
def void_round(*, row: EvaluationRound, reason: str, version: int, by) -> EvaluationRound:
    """Voids a round that never was. Refused while grades stand in it."""
    _lock(row)
    if any(row.rows_naming()):
        raise ValidationError(_("Đợt này đã có kết quả xếp loại; hủy các kết quả ấy trước."))
    return audit.void(row, by=by, reason=reason, version=version)
