"""A row of measurements in a few numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, nan


def percentile(values: Iterable[float], percent: int) -> float:
    """The smallest value that so many per cent do not exceed; nothing measured gives nan."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)] if ordered else nan


@dataclass(frozen=True, slots=True)
class Spread:
    """Median, 95th percentile and maximum."""

    median: float
    p95: float
    most: float


def spread(values: Iterable[float]) -> Spread:
    """The spread of values."""
    measured = list(values)
    return Spread(percentile(measured, 50), percentile(measured, 95), percentile(measured, 100))


def ratio(one: float, other: float) -> float:
    """How many times the other; nan where there is no other."""
    return one / other if other > 0 else nan
