"""Letters of introduction, and the facts of the national form: what an old book holds beside the life."""

import datetime as dt
from dataclasses import dataclass

from partyunit.dates import PartialDate
from reports.demo.calendar import DAY, working_before, working_from
from reports.demo.dice import between, chance, pick
from reports.demo.flows import TODAY
from reports.demo.shapes import Person, Stay

CARD_DAYS = [(2, 3), (5, 19), (9, 2), (11, 7)]
STILL_OPEN = dt.timedelta(days=100)  # the last letter older than this has not come back
PROVINCE = "Lai Châu"


def letters_of(person: Person, stay: Stay) -> dict:
    """The letter that brought a member, and the one that took a member away, as far as there is one."""
    facts: dict = {}
    key = ("letter", person.number, stay.first)
    if stay.start_reason == "transfer_in":
        facts["letter_number"] = f"{between(3, 190, *key)}-GGT"
        facts["letter_on"] = working_before(stay.first - between(3, 20, *key) * DAY)
        facts["handed_in_on"] = stay.first
    if stay.end_reason == "transfer_out":
        leaves = stay.last + DAY
        facts["left_letter_number"] = f"{between(3, 90, 'out', *key)}-GGT/HU"
        facts["left_letter_on"] = leaves
        received = working_from(leaves + between(9, 40, "received", *key) * DAY)
        facts["received_on"] = received if received <= TODAY else None
    return facts


def forget_one_receipt(people: list[Person]) -> tuple[int, dt.date]:
    """The person and stay whose new place has not answered though the time for it is over."""
    late = [
        (stay.last, person.number, stay.first)
        for person in people
        for stay in person.stays
        if stay.end_reason == "transfer_out" and stay.last < TODAY - STILL_OPEN
    ]
    _last, number, first = max(late)
    return number, first


@dataclass(frozen=True)
class FormFacts:
    """Columns of the national form 4.0 that the register keeps."""

    province: str
    card_issued_on: PartialDate | None
    card_issued_at: str
    dossier_no: str


def form_facts(person: Person) -> FormFacts:
    life = person.life
    province = person.home_place.rpartition("tỉnh ")[2] or PROVINCE
    issued = None
    if life.recognition_on and person.card_no:
        days = [dt.date(life.recognition_on.year + i, *day) for i in (0, 1) for day in CARD_DAYS]
        later = [day for day in days if life.recognition_on < day <= TODAY]
        if later:
            day = later[0]
            issued = PartialDate(day.year) if day.year < 2000 else PartialDate.of(day)
    is_own = life.decision_number.endswith("HU")
    at = "Tỉnh ủy Lai Châu" if is_own else "Đảng ủy Công an Trung ương"
    letters = pick(["LC", "LCH"], "dossier", person.number) if is_own else "CA"
    has_dossier = not chance(4, "no dossier", person.number)
    return FormFacts(
        province=province,
        card_issued_on=issued,
        card_issued_at=at if issued else "",
        dossier_no=f"99{person.number:04d} {letters}" if has_dossier else "",
    )
