"""The columns of the register of papers."""

from django.db.models import Case, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.wording import cell_title_of
from partyunit.listing import Column


def number_text(row) -> str:
    """`14/KH-CAH`; a draft of our own has no number yet, some outside papers never had one."""
    if row.issued_on is None:
        return _("dự thảo")
    return row.number or _("không số")


def issuer_text(row) -> str:
    if row.committee_id:
        return _("Đảng ủy")
    return cell_title_of(row) if row.cell_id else row.outside_issuer


# The committee, its cells in the office's order, others: a paper has one issuer, so the kind of
# issuer orders first, and turns round with the rest.
BY_ISSUER = (
    Case(When(committee__isnull=False, then=1), When(cell__isnull=False, then=2), default=3),
    "cell__position",
    "outside_issuer",
)

COLUMNS = [
    Column(
        key="number",
        heading=gettext_lazy("Số, ký hiệu"),
        read=number_text,
        sort=(("kind", "sequence", "number"), "pk"),
        link=lambda row: reverse("documents:detail", args=[row.pk]),
        head=True,
        nowrap=True,
    ),
    Column(
        key="kind",
        heading=gettext_lazy("Loại văn bản"),
        read="get_kind_display",
        sort=("kind", "issued_on"),
        label="",
    ),
    Column(
        key="issued",
        heading=gettext_lazy("Ngày ban hành"),
        read="issued_on",
        sort=("issued_on", "pk"),
        nowrap=True,
        label=gettext_lazy("Ngày"),
    ),
    Column(
        key="issuer",
        heading=gettext_lazy("Nơi ban hành"),
        read=issuer_text,
        sort=(BY_ISSUER,),
        label="",
    ),
    Column(
        key="stance",
        heading=gettext_lazy("Vai trò của đảng bộ"),
        read="get_stance_display",
        sort=("stance",),
        label="",
    ),
    Column(
        key="summary", counted=False, heading=gettext_lazy("Trích yếu"), read="summary", label=""
    ),
]
