"""A provider as the API answers it, with its locations, its listings and their prices; everything is looked up by its key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...catalogue.catalogue import gather
from ...views.edition import Edition
from ..data.columns import Row
from .resources import COST, LISTING, LOCATION, PRICE, PROVIDER
from .shape import Shape

Answer = dict[str, Any]


def provider(edition: Edition, key: str) -> Answer:
    """A provider; of one that is on no list any more only its name, and which lists it was on."""
    (row,) = rows_of(edition, PROVIDER, key)
    locations = [LOCATION.answer(place) for place in rows_of(edition, LOCATION, key)]
    return PROVIDER.answer(row, locations=locations, listings=listings(edition, key))


def listings(edition: Edition, key: str) -> list[Answer]:
    """What the provider can be chosen from, with what its services cost, then what it is on no longer."""
    prices = by_listing(PRICE, rows_of(edition, PRICE, key))
    costs = by_listing(COST, rows_of(edition, COST, key))
    return [
        LISTING.answer(row, prices=prices.get(row["key"], ()), costs=costs.get(row["key"], ()))
        for row in rows_of(edition, LISTING, key)
    ]


def by_listing(shape: Shape, rows: Sequence[Row]) -> dict[str, tuple[Answer, ...]]:
    """Answers by the key of the listing they belong to."""
    return gather((row["listing"], shape.answer(row)) for row in rows)


def rows_of(edition: Edition, shape: Shape, key: str) -> list[Row]:
    """The rows of a table that are about one provider."""
    assert shape.table.rows_of
    return list(shape.table.rows_of(edition, key))
