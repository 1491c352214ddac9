"""Prices on a line: in order, and where each sits between the lowest and the highest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from ..model import Cents


@dataclass(frozen=True, eq=False)
class PriceLine:
    """Prices from the lowest to the highest. What is worked out of them is kept: many pages show the same."""

    prices: tuple[Cents, ...]

    @property
    def low(self) -> Cents:
        """The lowest."""
        return self.prices[0]

    @property
    def high(self) -> Cents:
        """The highest."""
        return self.prices[-1]

    @property
    def middle(self) -> Cents:
        """What half of them are at most."""
        return self.prices[(len(self.prices) - 1) // 2]

    @cached_property
    def points(self) -> tuple[str, ...]:
        """Where each sits."""
        return tuple(map(self.position, self.prices))

    def position(self, cents: Cents) -> str:
        """Where a price sits between the lowest and the highest, in percent with at most one decimal."""
        return percent(cents - self.low, self.high - self.low)


def price_line(prices: Iterable[Cents]) -> PriceLine:
    """Prices in order."""
    return PriceLine(tuple(sorted(prices)))


@lru_cache(maxsize=100_000)
def percent(part: Cents, whole: Cents) -> str:
    """A part in percent with at most one decimal; half where there is nothing to be a part of."""
    return f"{float(round(Fraction(part * 100, whole), 1)):g}" if whole else "50"
