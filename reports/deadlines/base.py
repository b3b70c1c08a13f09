"""What every deadline is: who, what, until when, by which rule, and what to do."""

import datetime as dt
import zlib
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partyunit.text import fold
from regulations.models import Regulation


class Kind(StrEnum):
    """The kinds in the order of a life; those that fall due have their steps in `reminders`."""

    PROBATION = "probation"
    RECOGNITION = "recognition"
    ADMISSION = "admission"
    CEREMONY = "ceremony"
    AWARENESS = "awareness"
    TRANSFER = "transfer"
    EXEMPTION = "exemption"
    TERM = "term"
    SECONDMENT = "secondment"
    RESIDENCE = "residence"
    COMMITMENT = "commitment"
    BADGE = "badge"
    NO_ROUND = "no_round"
    TASK = "task"
    REMOVAL = "removal"
    DATA = "data"


KINDS: dict[Kind, str | Promise] = {
    Kind.PROBATION: _("Hết thời gian dự bị"),
    Kind.RECOGNITION: _("Xét công nhận chính thức"),
    Kind.ADMISSION: _("Quyết định kết nạp"),
    Kind.CEREMONY: _("Lễ kết nạp"),
    Kind.AWARENESS: _("Giấy chứng nhận lớp nhận thức"),
    Kind.TRANSFER: _("Chuyển sinh hoạt đảng"),
    Kind.EXEMPTION: _("Miễn, đình chỉ sinh hoạt"),
    Kind.TERM: _("Nhiệm kỳ, chức vụ"),
    Kind.SECONDMENT: _("Báo cáo tăng cường"),
    Kind.RESIDENCE: _("Nhận xét nơi cư trú"),
    Kind.COMMITMENT: _("Cam kết nêu gương"),
    Kind.BADGE: _("Huy hiệu Đảng"),
    Kind.NO_ROUND: _("Huy hiệu Đảng, không thuộc đợt nào"),
    Kind.TASK: _("Nhiệm vụ giao tại cuộc họp"),
    Kind.REMOVAL: _("Bỏ sinh hoạt không lý do"),
    Kind.DATA: _("Số liệu thiếu hoặc mâu thuẫn"),
}


class Band(StrEnum):
    """How near: over the day, within the first step, within the second; data has no day."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"
    CHECK = "check"


BANDS: dict[Band, str | Promise] = {
    Band.LATE: _("chậm"),
    Band.SOON: _("sắp đến"),
    Band.LATER: _("từ xa"),
    Band.CHECK: _("cần rà soát"),
}
ORDER = {band: at for at, band in enumerate(BANDS)}


@dataclass(frozen=True, kw_only=True)
class Act:
    """What can be done about it: words, and the page that does it."""

    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """One line. `due_on` is the last day in time; nothing for data to be looked through.

    `key` names what it is about, the same from day to day: `transfer-17`. `working_days` is
    what is left of a limit counted in working days (negative: over).
    """

    key: str
    kind: Kind
    who: str
    who_key: str
    url: str
    what: str
    due_on: dt.date | None
    day: dt.date
    band: Band
    working_days: int | None = None
    member_id: int | None = None
    cell_id: int | None = None
    cell: str = ""
    rule: str = ""
    rule_url: str = ""
    act: Act | None = None

    @property
    def pk(self) -> int:
        """A number by which a row of the list can be picked."""
        return zlib.crc32(f"{self.kind}-{self.key}".encode())

    @property
    def days(self) -> int | None:
        """Days left; negative when it is over."""
        return (self.due_on - self.day).days if self.due_on else None

    @property
    def band_order(self) -> int:
        return ORDER[self.band]

    @property
    def kind_order(self) -> int:
        return list(Kind).index(self.kind)

    def matches(self, words: str) -> bool:
        """Search without accents: every word begins a word of the name."""
        names = fold(self.who).split()
        return all(any(name.startswith(w) for name in names) for w in fold(words).split())


def band_of(due_on: dt.date, day: dt.date, *, steps: list[int]) -> Band | None:
    """The band of a day; None when it is further off than the second step."""
    left = (due_on - day).days
    if left < 0:
        return Band.LATE
    soon, later = steps
    if left <= soon:
        return Band.SOON
    return Band.LATER if left <= later else None


def cited(rule: Regulation | None) -> dict[str, str]:
    """How a line cites its rule."""
    return {"rule": rule.citation, "rule_url": rule.get_absolute_url()} if rule else {}
