"""A service, or where it is given, as the service-tile component shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..catalogue.offers import Offer
from .approved import counted
from .edition import Edition
from .price_range import ranges_words
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTile:
    """The arguments of the service-tile component."""

    name: str
    url: str
    count: str
    note: str | None


def in_order(tiles: Iterable[ServiceTile]) -> tuple[ServiceTile, ...]:
    """Tiles by name."""
    return tuple(sorted(tiles, key=lambda tile: alphabetical(tile.name)))


def service_tile(edition: Edition, municipality: str, service: str, offers: Sequence[Offer]) -> ServiceTile:
    """A service with how many give it and what they ask, unit by unit."""
    return ServiceTile(
        name=edition.service(service),
        url=edition.links.approved_list(municipality, service),
        count=counted(edition, offers),
        note=ranges_words(edition, offers) or None,
    )
