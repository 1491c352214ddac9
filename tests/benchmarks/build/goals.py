"""What ours must reach beside what was measured. Nothing fails by it: people read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..search.goals import verdict
from ..search.spread import percentile, ratio
from ..search.tables import number, table
from .measuring import HUGO, OURS, Measured, Work
from .tables import median

HEADS = ("N", "ours", "must reach", "measured", "")

Figure = tuple[str, float, float]
"""What is measured, the most allowed, and the value."""


def goals(measured: Measured) -> str:
    """The table of one number of providers. The figures were set at 20,000."""
    rows = (goal(f"{measured.count:,}", *figure) for figure in figures(measured))
    return table(HEADS, rows)


def goal(count: str, what: str, most: float, value: float) -> list[str]:
    """One line."""
    return [count, what, f"≤ {most:g}", number(value, 3 if most < 0.1 else 2), verdict(value, most)]


def figures(measured: Measured) -> Iterator[Figure]:
    """Every figure."""

    def of(work: Work, engine: str, what: str = "wall") -> float:
        return median(measured, work, engine, what)

    def to_hugo(work: Work, what: str = "wall") -> float:
        return ratio(of(work, OURS, what), of(work, HUGO, what))

    start = percentile((run.wall for run in measured.starts), 50)
    yield "whole site cold × Hugo", 0.20, to_hugo(Work.COLD)
    yield "whole site cold × only writing", 5, ratio(of(Work.COLD, OURS), percentile(measured.floors, 50))
    yield "providers' pages alone × Hugo", 0.5, to_hugo(Work.ALONE)
    yield "one price changed × Hugo", 0.03, to_hugo(Work.CHANGED)
    yield "one price changed, s beyond loading", 2, of(Work.CHANGED, OURS) - start
    yield "nothing changed × Hugo", 0.015, to_hugo(Work.UNCHANGED)
    yield "memory of all processes, cold × Hugo", 0.2, to_hugo(Work.COLD, "peak")


def growth(every: Sequence[Measured]) -> str:
    """From the smallest number of providers to the largest, how much faster than it time and memory grow."""
    known = [measured for measured in every if (Work.COLD, OURS) in measured.runs]
    if len(known) < 2:
        return ""
    few, many = known[0], known[-1]
    times = many.count / few.count
    rows = []
    for what, words in (("wall", "time"), ("peak", "memory")):
        grown = ratio(median(many, Work.COLD, OURS, what), median(few, Work.COLD, OURS, what))
        rows.append(goal(f"{few.count:,}–{many.count:,}", f"{words}, cold: growth × that of N", 1, grown / times))
    return table(HEADS, rows)
