"""From the lowest price to the highest, unit by unit, and where one price sits among the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..catalogue.offers import Offer
from ..model import Cents, Unit
from .edition import Edition
from .paying import comparable
from .price_line import PriceLine
from .price_pool import standing_prices

ENOUGH = 3
"""From how many providers on a comparison says something, and does not single anybody out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRange:
    """The prices of one unit."""

    unit: Unit
    low: Cents
    high: Cents
    providers: int
    """How many providers have a price in this unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotStrip:
    """The arguments of the plot-strip component."""

    words: str
    dots: tuple[str, ...]
    low: str
    high: str
    here: str | None
    label: str | None
    anchor: str


def ranges(offers: Iterable[Offer]) -> tuple[PriceRange, ...]:
    """One range for each unit, the unit of most providers first; prices that tax comes on top of are left out."""
    found = []
    priced = [offer for offer in offers if comparable(offer)]
    for unit in Unit:
        own = [offer for offer in priced if offer.unit is unit]
        cents = [offer.price.price for offer in own if offer.price]
        if cents:
            providers = len({offer.provider.key for offer in own})
            found.append(PriceRange(unit=unit, low=min(cents), high=max(cents), providers=providers))
    return tuple(sorted(found, key=lambda each: -each.providers))


def range_words(edition: Edition, each: PriceRange) -> str:
    """'32,00–48,50 €/tunti', or the one price there is."""
    return edition.wording.span(each.low, each.high, each.unit)


def ranges_words(edition: Edition, offers: Iterable[Offer]) -> str:
    """Every unit's range, one after the other; nothing where no price is known."""
    return "; ".join(range_words(edition, each) for each in ranges(offers))


def cheapest_by_provider(offers: Iterable[Offer], unit: Unit) -> dict[str, Cents]:
    """Each provider's lowest price of a unit, by provider's key."""
    return standing_prices(offer for offer in offers if comparable(offer) and offer.unit is unit)


def plot(edition: Edition, words: str, line: PriceLine, here: Cents | None = None) -> PlotStrip:
    """The prices as dots on a line, one of them marked."""
    place = line.position(here) if here is not None else None
    return PlotStrip(
        words=words,
        dots=line.dots,
        low=edition.wording.money(line.low),
        high=edition.wording.money(line.high),
        here=place,
        label=edition.wording.money(here) if here is not None else None,
        anchor=anchor(place),
    )


def anchor(place: str | None) -> str:
    """Which part of the label stands over the mark, so that it stays inside the drawing."""
    where = float(place) if place else 50.0
    return "start" if where < 15 else "end" if where > 85 else "middle"
