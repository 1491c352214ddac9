"""Prices on a line: in order, and where each sits between the lowest and the highest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from ..model import Cents

MANY = 100
"""From more prices than this on, dots that would cover one another are drawn once: no page may grow with the directory."""

STEP = 2
"""How many percent of the line two of those stand apart; the drawing of a wide window shows less than a dot between them."""

APART = 5
"""From how many percent of the line on two dots do not touch, on a phone either."""

LAYERS = 6
"""A dot over so many others makes them no darker that anybody could see."""


@dataclass(frozen=True, eq=False)
class PriceLine:
    """Prices from the lowest to the highest. What is worked out of them is kept: many pages show the same."""

    prices: tuple[Cents, ...]

    @property
    def facts(self) -> tuple[object, ...]:
        """What can be seen of them: of many, a price more or another one often changes nothing."""
        return (len(self.prices), self.low, self.middle, self.high, self.points) if self.prices else ()

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
        """Where a dot is drawn: at each price, or of many at each step that prices are nearest to."""
        if len(self.prices) <= MANY:
            return tuple(map(self.position, self.prices))
        return tuple(dict.fromkeys(stepped(cents - self.low, self.high - self.low) for cents in self.prices))

    @cached_property
    def dots(self) -> tuple[str, ...]:
        """The dots as drawings on a line 100 long; where they cover one another they are in different ones, and look darker."""
        return tuple("".join(map(dot, layer)) for layer in layers(self.points))

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


def stepped(part: Cents, whole: Cents) -> str:
    """A part in percent, to the nearest step."""
    if not whole:
        return "50"
    return str((200 * part + STEP * whole) // (2 * STEP * whole) * STEP)


def layers(points: Iterable[str]) -> list[list[str]]:
    """Points from the lowest to the highest, in as few layers as keep those that touch apart."""
    found: list[list[str]] = []
    for point in points:
        layer = min(found, key=last, default=None)
        if layer is None or (float(point) - last(layer) < APART and len(found) < LAYERS):
            found.append([point])
        elif point != layer[-1]:
            layer.append(point)
    return found


def last(layer: Sequence[str]) -> float:
    """Where a layer's last point is."""
    return float(layer[-1])


def dot(point: str) -> str:
    """A line too short to see, for its round ends; browsers do not agree on the ends of one without any length."""
    return f"M{point} 0h.1"
