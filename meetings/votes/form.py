"""The small form of one vote on the page of a meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.forms import PersonField, ProseField, RowForm
from meetings.models import Vote
from partyunit.text import fold

MOST = 9999
# Words of a point's title, without accents, that tell what is voted on there; the first that is found.
TOLD_BY = {
    "ket nap": Vote.Matter.ADMISSION,
    "cong nhan dang vien": Vote.Matter.RECOGNITION,
    "chinh thuc": Vote.Matter.RECOGNITION,
    "khai tru": Vote.Matter.EXPULSION,
    "xoa ten": Vote.Matter.REMOVAL,
    "ky luat": Vote.Matter.DISCIPLINE,
    "khen thuong": Vote.Matter.AWARD,
    "xep loai": Vote.Matter.RATING,
}
UNANIMOUS = "unanimous"  # what the button «Nhất trí cả» sends


def matter_of(title: str) -> str:
    """What a point of that title most likely votes on; whoever types the vote may say otherwise."""
    words = fold(title)
    found = (matter for told, matter in TOLD_BY.items() if told in words)
    return next(found, Vote.Matter.RESOLUTION)


class CountField(forms.IntegerField):
    """A number of votes; nothing typed is none, where that may be."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4})
        super().__init__(min_value=0, max_value=MOST, widget=widget, **kwargs)

    def clean(self, value):
        found = super().clean(value)
        return 0 if found is None else found


class VoteForm(RowForm):
    """What was put to the vote and how many were for it."""

    model = Vote
    matter = forms.ChoiceField(label=_("Loại việc"), choices=Vote.Matter.choices)
    subject = forms.CharField(label=_("Biểu quyết việc gì"), max_length=300)
    votes_for = CountField(label=_("Tán thành"))
    votes_against = CountField(label=_("Không tán thành"), required=False)
    votes_other = CountField(label=_("Ý kiến khác"), required=False)
    member = PersonField(label=_("Về đảng viên"), help_text=_("Không về ai"), required=False)
    candidate = PersonField(
        label=_("Về quần chúng xin vào Đảng"), help_text=_("Không về ai"), required=False
    )
    is_secret = forms.BooleanField(label=_("Bỏ phiếu kín"), required=False)
    other_views = ProseField(label=_("Nội dung ý kiến khác"), required=False, rows=2)

    def __init__(self, data=None, *, people=((), ()), **kwargs):
        members, candidates = people or ((), ())
        super().__init__(data, people=members, **kwargs)
        self.fields["candidate"].offer(candidates, blank=_("Không về ai"))

    def take_cursor(self) -> None:
        """A meeting rarely votes twice in a row: the next empty vote stays folded."""

    @property
    def counts(self) -> list:
        return [self[name] for name in ("votes_for", "votes_against", "votes_other")]

    @property
    def more(self) -> list:
        """What few votes need, folded away; a cell without candidates is not asked for one."""
        fields = [self[name] for name in ("member", "candidate")]
        return [field for field in fields if field.field.people or field.errors]

    @property
    def has_more(self) -> bool:
        """Whether something is told there, or refused."""
        names = ("member", "candidate", "is_secret", "other_views")
        return any(self[name].value() or self[name].errors for name in names)
