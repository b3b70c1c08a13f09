"""How all benchmarks measure: alternating, in one process, the median of many."""

import statistics
import time
from collections.abc import Callable


def medians(works: dict[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """Seconds of each work, taken in turns so that a busy machine slows all alike."""
    for work in works.values():
        work()  # warm: templates compiled, plans made
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds):
        for name, work in works.items():
            started = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def report(title: str, found: dict[str, float], *, against: str) -> None:
    print(title)
    for name, seconds in found.items():
        print(f"  {name:<44} {seconds / found[against]:6.1f} ×  ({seconds * 1000:.1f} ms)")
