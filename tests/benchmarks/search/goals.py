"""What ours must reach, by the number of providers, beside what was measured. Nothing fails by it: people read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isnan

from .browsing import First
from .measuring import Measured, median_kb, median_ms
from .spread import percentile, ratio, spread
from .tables import AGAINST, kilobytes, number, table

HEADS = ("N", "ours", "must reach", "measured", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is allowed, at one number of providers; kB are thousands of bytes."""

    text_kb: float
    text_kb_p95: float
    filter_kb: float
    first_ratio: float


LIMITS = {
    2_000: Limits(text_kb=16, text_kb_p95=24, filter_kb=11, first_ratio=0.5),
    20_000: Limits(text_kb=18, text_kb_p95=29, filter_kb=13, first_ratio=0.5),
    100_000: Limits(text_kb=24, text_kb_p95=48, filter_kb=16, first_ratio=0.25),
}
REQUESTS, REQUESTS_EVER = 10, 16
KEYSTROKE_RATIO = 0.5
MEMORY_MB = 3.0


def goals(count: int, results: Mapping[str, Measured]) -> str:
    """The table of what must be reached; nothing where ours was not measured or no figure is set for this number."""
    if "ours" not in results or count not in LIMITS:
        return ""
    rows = (
        [f"{count:,}", what, f"≤ {most:g}", shown, verdict(value, most)]
        for what, most, value, shown in figures(results["ours"], results.get(AGAINST, Measured()), LIMITS[count])
    )
    return table(HEADS, rows)


def verdict(value: float, most: float) -> str:
    """Whether a figure is reached."""
    return "not measured" if isnan(value) else "reached" if value <= most else f"{value / most:.1f} times too much"


def figures(ours: Measured, peer: Measured, limits: Limits) -> Iterator[tuple[str, float, float, str]]:
    """What is measured, the most allowed, and the value as a number and in words."""
    texts = [run for question, run in ours.held_out if not question.is_filter]
    filters = [run for question, run in ours.held_out if question.is_filter]
    every = [*ours.text, *ours.filter, *(run for _, run in ours.held_out)]
    held = spread(kilobytes_of(texts))
    yield size("first text result, kB", limits.text_kb, median_kb(ours.text))
    yield size("held-out texts, kB median", limits.text_kb, held.median)
    yield size("held-out texts, kB p95", limits.text_kb_p95, held.p95)
    yield size("first filter result, kB", limits.filter_kb, median_kb(ours.filter))
    yield size("held-out filters, kB median", limits.filter_kb, percentile(kilobytes_of(filters), 50))
    requests = spread(run.before.requests for run in every)
    yield "requests, median", REQUESTS, requests.median, number(requests.median)
    yield "requests, ever", REQUESTS_EVER, requests.most, number(requests.most)
    for what, own, other in (
        ("first text result × Pagefind", ours.text, peer.text),
        ("the same, slowed down", ours.slow_text, peer.slow_text),
        ("first filter result × Pagefind", ours.filter, peer.filter),
        ("the same, slowed down", ours.slow_filter, peer.slow_filter),
    ):
        yield share(what, limits.first_ratio, ratio(median_ms(own), median_ms(other)))
    keys = ratio(percentile(ours.keystrokes, 95), percentile(peer.keystrokes, 95))
    yield share("keystroke p95 × Pagefind", KEYSTROKE_RATIO, keys)
    held_bytes = percentile(ours.memory, 50) / 1e6
    yield "memory, MB", MEMORY_MB, held_bytes, number(held_bytes, 1)


def kilobytes_of(runs: list[First]) -> list[float]:
    """What runs fetched up to their first results, in thousands of bytes."""
    return [run.before.bytes / 1000 for run in runs]


def size(what: str, most: float, value: float) -> tuple[str, float, float, str]:
    """A figure in kB."""
    return what, most, value, kilobytes(value)


def share(what: str, most: float, value: float) -> tuple[str, float, float, str]:
    """A figure as a share of the peer's."""
    return what, most, value, number(value, 2)
