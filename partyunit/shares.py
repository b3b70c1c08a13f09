"""Shares of a whole, as every page and paper of the program writes them."""

from decimal import ROUND_HALF_UP, Decimal

ONE_DECIMAL = Decimal("0.1")


def percent(part: int, whole: int) -> Decimal:
    """A share of a hundred, one decimal, half up (101 of 113 is 89,4); nobody of nobody is 0,0."""
    if not whole:
        return Decimal("0.0")
    return (Decimal(part) * 100 / Decimal(whole)).quantize(ONE_DECIMAL, rounding=ROUND_HALF_UP)
