"""The days of a life in the Party as spreadsheets have them: often one «ngày vào Đảng» for two days.

Official members became so the day probation ended (Điều lệ Đảng, Điều 5), so the ceremony follows
from the official day; nothing else is worked out.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from members.importing.known import Known
from members.rules import CHARTER_MONTHS, may_be_admitted_from, probation_end, written
from partyunit.dates import DAY, PartialDate, add_months, first_possible_day

LONG_PROBATION_MONTHS = 24  # after so many months without an official day somebody forgot it


@dataclass
class PartyDates:
    """Decision, ceremony and first official day of a new person, and what was wrong or worked out."""

    decision_on: PartialDate | None = None
    ceremony_on: dt.date | None = None
    official_from: dt.date | None = None
    problems: list[tuple[str, str, bool]] = field(default_factory=list)  # target, sentence, warning

    def refuse(self, target: str, sentence: str) -> None:
        self.problems.append((target, sentence, False))

    def warn(self, target: str, sentence: str) -> None:
        self.problems.append((target, sentence, True))


def whole_day(day: dt.date | None) -> dt.date | None:
    """The day itself, or None of a date known only by month or year."""
    if day is None or getattr(day, "precision", DAY) != DAY:
        return None
    return dt.date(day.year, day.month, day.day)


def dates_of_newcomer(values: dict, known: Known) -> PartyDates:
    """What the file says of somebody who is not in the register, completed by the rule."""
    dates = PartyDates(decision_on=values.get("decision_on"))
    for name in ("ceremony_on", "official_from"):
        day = values.get(name)
        setattr(dates, name, whole_day(day))
        if day is not None and whole_day(day) is None:
            dates.refuse(name, _("Cần đủ ngày, tháng, năm; tệp chỉ ghi %(day)s.") % {"day": day})
    if dates.problems:
        return dates
    _complete(dates, values)
    if not dates.problems or all(is_warning for _target, _text, is_warning in dates.problems):
        _check(dates, values, known)
    return dates


def _complete(dates: PartyDates, values: dict) -> None:
    if dates.ceremony_on is None and dates.official_from is not None and dates.decision_on:
        dates.ceremony_on = _ceremony_before(dates.official_from, dates.decision_on)
        dates.warn(
            "ceremony_on",
            _("Ngày làm lễ kết nạp tính từ ngày chính thức: %(day)s.")
            % {"day": written(dates.ceremony_on)},
        )
    if dates.decision_on is None and dates.ceremony_on is not None:
        dates.decision_on = PartialDate(dates.ceremony_on.year, dates.ceremony_on.month)
        dates.warn(
            "decision_on",
            _("Không có ngày quyết định kết nạp; tuổi Đảng tạm tính từ tháng %(month)s.")
            % {"month": dates.decision_on},
        )
    if dates.decision_on is None and dates.ceremony_on is None:
        dates.refuse("decision_on", _("Người mới phải có ngày vào Đảng."))
    elif dates.ceremony_on is None:
        dates.refuse(
            "ceremony_on",
            _("Người mới còn dự bị phải có ngày làm lễ kết nạp; thời gian dự bị tính từ ngày đó."),
        )


def _ceremony_before(official_from: dt.date, decision_on: PartialDate) -> dt.date:
    """Twelve months before; the two last days of a February may both be, and it is not before its decision."""
    counted = add_months(official_from, -CHARTER_MONTHS)
    decided = whole_day(decision_on)
    if decided is None or decided - counted != dt.timedelta(days=1):
        return counted
    return decided if add_months(decided, CHARTER_MONTHS) == official_from else counted


def _check(dates: PartyDates, values: dict, known: Known) -> None:
    """What the register would refuse, told for all rows at once."""
    decision_on, ceremony_on, official_from = (
        dates.decision_on,
        dates.ceremony_on,
        dates.official_from,
    )
    if decision_on is None or ceremony_on is None:
        return
    if first_possible_day(decision_on) > ceremony_on:
        dates.refuse(
            "ceremony_on" if "ceremony_on" in values else "official_from",
            _("Ngày quyết định kết nạp %(decision)s sau ngày làm lễ %(ceremony)s.")
            % {"decision": decision_on, "ceremony": written(ceremony_on)},
        )
    if ceremony_on > known.as_on:
        dates.refuse("ceremony_on", _("Ngày làm lễ kết nạp sau ngày của tệp."))
    born_on = values.get("born_on")
    if born_on and ceremony_on < may_be_admitted_from(born_on):
        dates.refuse("born_on", _("Tháng làm lễ kết nạp đồng chí chưa đủ 18 tuổi."))
    ends_on = probation_end(
        ceremony_on, rules=known.rules.of("probation"), committee=known.committee.pk
    )
    if official_from is not None and values.get("is_probationary"):
        dates.refuse("official_from", _("Vừa ghi còn dự bị, vừa ghi ngày chính thức."))
    elif official_from is None:
        if not values.get("is_probationary"):
            _doubt_probation(dates, ceremony_on, known)
    elif official_from != ends_on:
        dates.refuse("official_from", not_by_the_rule(ceremony_on, ends_on))
    elif official_from > known.recorded_on:
        dates.refuse("official_from", _("Ngày chính thức chưa đến."))


def _doubt_probation(dates: PartyDates, ceremony_on: dt.date, known: Known) -> None:
    if add_months(ceremony_on, LONG_PROBATION_MONTHS) <= known.as_on:
        dates.refuse(
            "official_from",
            _(
                "Kết nạp từ %(day)s mà không có ngày chính thức; hãy ghi ngày, hoặc ghi rõ còn dự bị."
            )
            % {"day": written(ceremony_on)},
        )
    else:
        dates.warn("official_from", _("Không có ngày chính thức: ghi là đảng viên dự bị."))


def not_by_the_rule(ceremony_on: dt.date, ends_on: dt.date) -> str:
    return _("Làm lễ ngày %(ceremony)s thì chính thức từ ngày %(day)s, không phải ngày này.") % {
        "ceremony": written(ceremony_on),
        "day": written(ends_on),
    }
