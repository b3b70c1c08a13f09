"""One cell becomes one value of the register, or the sentence why it does not. Nothing is guessed silently."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Read:
    """What a cell holds: a value (None: nothing), and what a person must be told.

    With an `error` there is no value; a `warning` goes with the value used. `also` are values of other targets
    that stood in the same cell.
    """

    value: Any = None
    error: str = ""
    warning: str = ""
    also: dict[str, Any] = field(default_factory=dict)


NOTHING = Read()
