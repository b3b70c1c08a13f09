"""One row as a whole, once its cells are read: answers of the file are put in, what cannot all be true is told."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.importing.columns import Column
from members.importing.draft import Draft
from members.importing.headings import head_key
from members.importing.rows import Problem
from members.importing.targets import TARGETS
from members.importing.values import Read, ids
from partyunit.dates import DAY, PartialDate

# What a head over a day of leaving names.
OF_DAY = {
    "exempt": re.compile(r"\bmien\b"),
    "died": re.compile(r"\b(mat|tu tran)\b"),
    "left": re.compile(r"\b(roi|ra khoi)\b"),
}
JOINED = ("decision_on", "ceremony_on", "admitted_on")
YOUNGEST = 16  # years between birth and any day in the Party; 18 is the rule (`party_dates`), fewer another paper's day
# Which day comes before which, and by how many years at least.
ORDER = (
    *(
        ("born_on", name, YOUNGEST)
        for name in (*JOINED, "official_from", "card_issued_on", "left_on")
    ),
    *((one, name, 0) for one in JOINED for name in ("official_from", "card_issued_on", "left_on")),
    ("decision_on", "ceremony_on", 0),
)
NAMES_OF_DAYS = {
    name: TARGETS[name].label
    for name in ("born_on", *JOINED, "official_from", "card_issued_on", "left_on")
}
NAMES_OF_DAYS["admitted_on"] = gettext_lazy("ngày vào Đảng")


def settle(draft: Draft, by_target: Mapping[str, list[Column]]) -> None:
    """Names, answers, and what of the row contradicts itself."""
    _settle_names(draft)
    _settle_answers(draft, by_target)
    for check in (_check_citizen_id, _check_card, _check_days, _check_state):
        check(draft, by_target)


def _settle_names(draft: Draft) -> None:
    """Where only one of two names is given, it is the name; a second equal one adds nothing."""
    name, other = draft.values.get("full_name"), draft.values.get("other_name")
    if other and other == name:
        del draft.values["other_name"]
    elif other and not name and not any(not p.is_warning for p in draft.problems):
        draft.values["full_name"] = draft.values.pop("other_name")
        sentence = _("Ô họ tên để trống; lấy “%(name)s” ở cột tên khác.") % {"name": other}
        draft.problems.append(Problem(None, sentence, is_warning=True))


def _settle_answers(draft: Draft, by_target: Mapping[str, list[Column]]) -> None:
    """What a column means that was asked once for the file."""
    for asked in ("admitted_on", "post"):
        answer = draft.answers.get(asked)
        if answer and asked in draft.values:
            value = draft.values.pop(asked)
            if answer == "office_post" and value == "Đảng viên":
                continue
            draft.take(answer, Read(value), by_target[asked][0])


def _check_citizen_id(draft: Draft, by_target: Mapping[str, list[Column]]) -> None:
    citizen_id = draft.values.get("citizen_id")
    if not citizen_id or ids.id_agrees(citizen_id, draft.values) is not False:
        return
    column = by_target["citizen_id"][0].index if "citizen_id" in by_target else None
    if any(problem.column == column for problem in draft.problems):
        return
    draft.problems.append(
        Problem(
            column,
            _("Số định danh “%(id)s” không khớp với năm sinh, giới tính hoặc mã tỉnh.")
            % {"id": citizen_id},
            is_warning=True,
        )
    )


def _check_card(draft: Draft, by_target: Mapping[str, list[Column]]) -> None:
    """A card's number that holds the birth year and sex of its owner is more likely the citizen id."""
    card = draft.values.get("card_no", "")
    has_both = "born_on" in draft.values and "sex" in draft.values
    if len(card) == 12 and has_both and ids.id_agrees(card, draft.values):
        column = by_target["card_no"][0].index if "card_no" in by_target else None
        sentence = _("“%(id)s” giống số định danh cá nhân hơn số thẻ đảng viên; hãy kiểm tra.")
        draft.problems.append(Problem(column, sentence % {"id": card}, is_warning=True))


def _check_days(draft: Draft, by_target: Mapping[str, list[Column]]) -> None:
    """Days in an order no life has: one of them is another paper's; both are kept and told."""
    for earlier, later, years in ORDER:
        one, other = draft.values.get(earlier), draft.values.get(later)
        if not one or not other or not _is_too_soon(one, other, years):
            continue
        sentence = _("%(later)s %(day)s không hợp với %(earlier)s %(other)s; hãy kiểm tra cả hai.")
        told = {
            "later": NAMES_OF_DAYS[later], "day": other, "earlier": NAMES_OF_DAYS[earlier], "other": one,
        }  # fmt: skip
        column = by_target[later][0].index if later in by_target else None
        draft.problems.append(Problem(column, sentence % told, is_warning=True))


def _check_state(draft: Draft, by_target: Mapping[str, list[Column]]) -> None:
    """A day of leaving, death or exemption says which where its head names one; else it is told."""
    columns = by_target.get("left_on", [])
    if "left_on" not in draft.values or "status" in draft.values or not columns:
        return
    named = {
        state for state, words in OF_DAY.items() if words.search(head_key(columns[0].head.text))
    }
    if len(named) == 1:
        draft.values["status"] = named.pop()
        return
    sentence = _("Có ngày rời, mất hoặc miễn sinh hoạt mà không ghi trạng thái nào.")
    draft.problems.append(Problem(columns[0].index, sentence, is_warning=True))


def _is_too_soon(earlier: PartialDate, later: PartialDate, years: int) -> bool:
    if years or earlier.precision != DAY or later.precision != DAY:
        return later.year < earlier.year + years
    return later < earlier
