"""How a paper writes numbers and joins facts: counts below 10 padded, decimals with a comma."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from partyunit.dates import count_on_paper

NO_BREAK = "\N{NO-BREAK SPACE}"


def written(count: int) -> str:
    """`05`, `113`, `1.356`."""
    return count_on_paper(count) if count < 1000 else f"{count:,}".replace(",", ".")


def percent(share: Decimal | None) -> str:
    """`89,4 %`; nothing where there is no whole to take a share of."""
    return "" if share is None else f"{share:.1f}{NO_BREAK}%".replace(".", ",")


def day_text(day: dt.date) -> str:
    return day.strftime("%d/%m/%Y")


def counted(pairs: Iterable[tuple[str, int]]) -> str:
    """`kết nạp 01, chuyển đến 04`: what is nought is left out."""
    return ", ".join(f"{what} {written(count)}" for what, count in pairs if count)


def sentence(*parts: str) -> str:
    """The parts that say something, joined by semicolons, with a full stop."""
    said = [part for part in parts if part]
    return f"{'; '.join(said)}." if said else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
