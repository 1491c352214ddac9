"""The tables, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from ..search.spread import percentile, ratio
from ..search.tables import number, table
from .measuring import HUGO, OURS, Measured, Work

HEADS = ("N", "work", "generator", "wall s", "× Hugo", "CPU s", "× Hugo", "memory MB", "× Hugo", "files", "MB")


def results(measured: Measured) -> str:
    """A line for each work and generator."""
    return table(HEADS, (row(measured, work, engine) for work in Work for engine in (OURS, HUGO)))


def row(measured: Measured, work: Work, engine: str) -> list[str]:
    """Medians of one work by one generator, and their ratios to Hugo's of the same run."""
    cells = []
    for what, digits in (("wall", 2), ("cpu", 2), ("peak", 0)):
        own, peer = median(measured, work, engine, what), median(measured, work, HUGO, what)
        scale = 1e6 if what == "peak" else 1
        cells += [number(own / scale, digits), number(ratio(own, peer), 2)]
    made = measured.trees.get((work, engine))
    sizes = [f"{len(made.files):,}", number(made.size / 1e6)] if made else ["–", "–"]
    return [f"{measured.count:,}", work, engine, *cells, *sizes]


def median(measured: Measured, work: Work, engine: str, what: str) -> float:
    """The median of what was measured of one work; nan where it was not done."""
    return percentile((getattr(run, what) for run in measured.runs.get((work, engine), ())), 50)


def pages(measured: Measured) -> Iterator[str]:
    """How heavy the pages of each are, in a sentence each."""
    for engine in (OURS, HUGO):
        made = measured.trees.get((Work.ALONE, engine))
        if made and (sizes := [size for path, size in made.files if path.endswith(".html")]):
            yield (
                f"A provider's page of {engine} has {sum(sizes) / len(sizes) / 1000:.1f} kB on average, "
                f"the largest {max(sizes) / 1000:,.0f} kB."
            )


def around(measured: Measured) -> str:
    """The floor and the start-up, in a sentence."""
    start = percentile((run.wall for run in measured.starts), 50)
    written = percentile(measured.floors, 50)
    return (
        f"Loading our program takes {number(start, 2)} s; two processes only writing our files {number(written, 2)} s."
    )
