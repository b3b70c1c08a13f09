"""The further columns of the register: what the national form asks of a person, chosen one by one."""

from django.utils.translation import gettext_lazy as _

from members.facts import place_of
from members.tables.people import masked, masked_text
from partyunit.listing import Column


def _told(key: str, heading, **how) -> Column:
    """A fact as it stands in the row; most are each person's own and count nothing."""
    read = how.pop("read", key)
    how = {"sort": (key,), "shown": False, "counted": False, **how}
    return Column(key=key, heading=heading, read=read, **how)


def _number(key: str, heading) -> Column:
    """Only its last four digits, on the page and in the sheet."""
    return Column(
        key=key,
        heading=heading,
        read=lambda row: masked(getattr(row, key)),
        export=lambda row: masked_text(getattr(row, key)),
        shown=False,
        counted=False,
        nowrap=True,
    )


def _place(key: str, kind: str, heading, *, province: str) -> Column:
    """The place in full; counted by its province."""
    detail = key if kind == "permanent" else ""
    return Column(
        key=key,
        heading=heading,
        read=lambda row: place_of(row, kind, detail),
        group=lambda row: getattr(row, province),
        sort=((province, key),),
        shown=False,
    )


IDENTITY_COLUMNS = [
    _told("other_name", _("Tên gọi khác")),
    _told("religion", _("Tôn giáo"), counted=True),
    _number("old_citizen_id", _("Số CMND cũ")),
    _number("card_no_old", _("Số thẻ theo QĐ 85")),
    _told("card_issued_on", _("Ngày cấp thẻ"), nowrap=True, counted=True),
    _told("card_issued_at", _("Nơi cấp thẻ"), counted=True),
    _told("dossier_no", _("Số lý lịch"), nowrap=True),
    _told("national_uid", _("Mã 4.0")),
    _place("birth_place", "birth", _("Khai sinh tại"), province="birth_province"),
    _place("home_place", "home", _("Quê quán"), province="home_province"),
    _place("permanent_residence", "permanent", _("Thường trú"), province="permanent_province"),
    _told("residence", _("Nơi ở hiện nay")),
    _told("general", _("Giáo dục phổ thông"), counted=True),
    _told("language", _("Ngoại ngữ"), counted=True),
    _told("it", _("Tin học"), counted=True),
]
