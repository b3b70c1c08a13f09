"""The columns of the list of who keeps in touch with the cell at home."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.models import ResidenceComment, ResidenceContact
from members.residence import CommentState
from members.tables.people import CELL, NAME
from partyunit.listing import Column


def mode_text(row) -> str:
    return str(ResidenceContact.Mode(row.contact_mode or "").label) if row.contact_mode else ""


def place_text(row) -> str:
    return ", ".join(part for part in (row.residence_cell, row.residence_committee) if part)


def letter_text(row) -> str:
    if not row.letter_on:
        return row.letter_number or ""
    told = {"number": row.letter_number or "", "day": f"{row.letter_on:%d/%m/%Y}"}
    return (_("%(number)s ngày %(day)s") % told).strip()


def state_text(row) -> str:
    return str(CommentState(row.comment_state).label)


def level_text(row) -> str:
    return str(ResidenceComment.Level(row.comment_level).label) if row.comment_level else ""


CONTACT = [
    Column(
        key="mode",
        heading=gettext_lazy("Hình thức"),
        read=mode_text,
        sort=("contact_mode", "sort_name"),
        label="",
    ),
    Column(
        key="place",
        heading=gettext_lazy("Nơi cư trú"),
        read=place_text,
        sort=(("residence_committee", "residence_cell"),),
    ),
    Column(
        key="letter",
        heading=gettext_lazy("Giấy giới thiệu"),
        read=letter_text,
        sort=("letter_on",),
        wide_only=True,
    ),
]
LEVEL = Column(
    key="level",
    heading=gettext_lazy("Mức nhận xét"),
    read=level_text,
    sort=("comment_level",),
    label="",
    nowrap=True,
)


def _more(key: str, heading, read: str, *, sort: str = "") -> Column:
    return Column(
        key=key,
        heading=heading,
        read=read,
        sort=(sort or read,),
        shown=False,
        nowrap=key.endswith("_on"),
    )


MORE = [
    _more("contact_reason", gettext_lazy("Lý do của hình thức"), "contact_reason"),
    _more("from_on", gettext_lazy("Từ ngày"), "contact_from_on"),
    _more("confirmed_on", gettext_lazy("Xác nhận"), "confirmed_on"),
    _more("asked_on", gettext_lazy("Gửi phiếu"), "comment_asked_on"),
    _more("received_on", gettext_lazy("Nhận về"), "comment_received_on"),
    _more("text", gettext_lazy("Nội dung nhận xét"), "comment_text"),
]


def residence_columns(year: int) -> list[Column]:
    """`year` is the one whose comments are shown."""
    state = Column(
        key="state",
        heading=_("Nhận xét năm %(year)s") % {"year": year},
        read=state_text,
        sort=("comment_state", "sort_name"),
    )
    return [NAME, CELL, *CONTACT, state, LEVEL, *MORE]
