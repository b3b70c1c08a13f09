"""How papers write counts, days and the cells of a table."""

from django import template

from partyunit.dates import count_on_paper, write_on_paper

MINUS = "\N{MINUS SIGN}"

register = template.Library()
register.filter("padded", count_on_paper)
register.filter("on_paper", write_on_paper)


@register.filter
def is_number(value) -> bool:
    """Whether a cell is set to the right: a count, or a share written with a decimal comma."""
    return isinstance(value, int) or (
        isinstance(value, str) and value.replace(",", "", 1).isdecimal()
    )


@register.filter
def table_number(value) -> str:
    """`1.356`, `−3`, `89,4`."""
    if not isinstance(value, int):
        return value
    grouped = f"{abs(value):,}".replace(",", ".")
    return f"{MINUS}{grouped}" if value < 0 else grouped
