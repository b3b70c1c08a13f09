"""Vietnam's public holidays of whole years, lunar ones and swapped days included, from the library `holidays`."""

import datetime as dt
from collections.abc import Iterable

WORKED = "Làm bù"


def public_holidays(years: Iterable[int]) -> list[tuple[dt.date, str, bool]]:
    """(day, name, is it worked in exchange), by day; what the State has not announced yet is reckoned."""
    import holidays  # takes a third of a second: only where a calendar is made

    calendar = holidays.country_holidays("VN", years=years, language="vi")
    off = [(day, name[:120], False) for day, name in calendar.items()]
    worked = [(day, WORKED, True) for day in calendar.weekend_workdays]
    return sorted([*off, *worked])
