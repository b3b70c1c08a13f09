"""The columns of the list of the year's commitments to set an example."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.commitments import MADE, STATES, UNREVIEWED, states_of
from members.models import Commitment
from members.tables.people import CELL, NAME, post_text
from partyunit.listing import Column


def state_text(row) -> str:
    names = dict(STATES)
    state = states_of(row.commitment_made_on, row.commitment_reviewed_on)[-1]
    return str(names[MADE] if state == UNREVIEWED else names[state])


def result_text(row) -> str:
    found = row.commitment_result
    return str(Commitment.Result(found).label) if found else ""


def _column(name: str, heading, **how) -> Column:
    field = f"commitment_{name}"
    return Column(key=name, heading=heading, read=field, sort=(field,), **how)


POST = Column(
    key="post",
    heading=gettext_lazy("Chức vụ Đảng"),
    read=post_text,
    sort=("post_order", "sort_name"),
    label="",
    nowrap=True,
)
PLEDGE = [
    _column("made_on", gettext_lazy("Ngày cam kết"), nowrap=True),
    _column("text", gettext_lazy("Nội dung cam kết"), counted=False, wide_only=True),
]
REVIEW = [
    Column(
        key="result",
        heading=gettext_lazy("Kết quả"),
        read=result_text,
        sort=("commitment_result", "sort_name"),
        nowrap=True,
    ),
    _column("reviewed_on", gettext_lazy("Ngày kiểm điểm"), nowrap=True, shown=False),
    _column("review", gettext_lazy("Nội dung kiểm điểm"), counted=False, shown=False),
]


def commitment_columns(year: int) -> list[Column]:
    state = Column(
        key="state",
        heading=_("Cam kết năm %(year)s") % {"year": year},
        read=state_text,
        sort=("commitment_made_on", "sort_name"),
        nowrap=True,
    )
    return [NAME, CELL, POST, state, *PLEDGE, *REVIEW]
