"""What a periodic report says: figures gathered, sentences and tables composed, sums checked.

A paper is Vietnamese whatever language its reader uses, so its sentences stand here as they
are printed; all of it is frozen with the report.
"""

from reports.composition.content import compose
from reports.composition.facts import Facts, gather
from reports.composition.sums import contradictions

__all__ = ["Facts", "compose", "contradictions", "gather"]
