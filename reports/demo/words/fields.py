"""The tables of all bodies by the cell's key; the committee's key is empty."""

from reports.demo.words.administration import ADMINISTRATION
from reports.demo.words.committee import COMMITTEE_WORK
from reports.demo.words.detention import DETENTION
from reports.demo.words.general import GENERAL
from reports.demo.words.investigation import INVESTIGATION
from reports.demo.words.movement import MOVEMENT
from reports.demo.words.security import SECURITY
from reports.demo.words.shapes import Field
from reports.demo.words.town import TOWN
from reports.demo.words.traffic import TRAFFIC

FIELDS: dict[str, Field] = {
    "TH": GENERAL,
    "AN": SECURITY,
    "ĐT": INVESTIGATION,
    "QLHC": ADMINISTRATION,
    "GTTT": TRAFFIC,
    "CATT": TOWN,
    "THA": DETENTION,
    "PT": MOVEMENT,
    "": COMMITTEE_WORK,
}
