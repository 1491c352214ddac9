"""What the API tells of: each list with the shape of its answers, and where the answers come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue.catalogue import gather
from ...views.edition import Edition
from ..data.columns import Row
from ..data.events import EVENTS
from ..data.listings import LISTINGS
from ..data.organisers import ORGANISERS
from ..data.places import MUNICIPALITIES
from ..data.prices import COSTS, PRICES
from ..data.providers import LOCATIONS, PROVIDERS
from ..data.registers import REGISTERS
from ..data.rules import ADD_ONS, SHARES, VALUES, VARIANTS
from ..data.services import SERVICES
from ..data.vouchers import VOUCHERS
from .shape import Shape

Answers = Callable[[Edition], Iterator[dict[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One list."""

    shape: Shape
    answers: Answers | None = None
    """All of it; nothing for providers, of whom portions are made."""

    @property
    def name(self) -> str:
        """What addresses call it."""
        return self.shape.table.name


PRICE = Shape("Price", PRICES, without=("listing", "provider"))
COST = Shape("Cost", COSTS, without=("listing",))
LISTING = Shape("Listing", LISTINGS, without=("provider",), parts=(("prices", PRICE), ("costs", COST)))
LOCATION = Shape("Location", LOCATIONS, without=("provider",))
PROVIDER = Shape("Provider", PROVIDERS, parts=(("locations", LOCATION), ("listings", LISTING)))

VARIANT = Shape("Variant", VARIANTS, without=("voucher",))
VALUE = Shape("Value", VALUES, without=("voucher",))
ADD_ON = Shape("AddOn", ADD_ONS, without=("voucher", "share"))
SHARE = Shape("Share", SHARES, without=("voucher",), parts=(("add_ons", ADD_ON),))
VOUCHER = Shape("Voucher", VOUCHERS, parts=(("variants", VARIANT), ("values", VALUE), ("shares", SHARE)))


def vouchers(edition: Edition) -> Iterator[dict[str, Any]]:
    """Every voucher with its variants, values and client shares."""
    variants = of_vouchers(VARIANT, list(VARIANTS.rows(edition)))
    values = of_vouchers(VALUE, list(VALUES.rows(edition)))
    add_ons = gather(((row["voucher"], row["share"]), ADD_ON.answer(row)) for row in ADD_ONS.rows(edition))
    shares = gather(
        (row["voucher"], SHARE.answer(row, add_ons=add_ons.get((row["voucher"], row["number"]), ())))
        for row in SHARES.rows(edition)
    )
    for row in VOUCHERS.rows(edition):
        key = row["key"]
        yield VOUCHER.answer(
            row, variants=variants.get(key, ()), values=values.get(key, ()), shares=shares.get(key, ())
        )


def of_vouchers(shape: Shape, rows: Sequence[Row]) -> dict[str, tuple[Any, ...]]:
    """Answers by the voucher they belong to."""
    return gather((row["voucher"], shape.answer(row)) for row in rows)


def flat(shape: Shape) -> Resource:
    """A list whose answers have no parts."""
    return Resource(shape=shape, answers=lambda edition: (shape.answer(row) for row in shape.table.rows(edition)))


RESOURCES: dict[str, Resource] = {
    resource.name: resource
    for resource in (
        Resource(shape=PROVIDER),
        Resource(shape=VOUCHER, answers=vouchers),
        flat(Shape("Event", EVENTS)),
        flat(Shape("Organiser", ORGANISERS)),
        flat(Shape("Register", REGISTERS)),
        flat(Shape("Service", SERVICES)),
        flat(Shape("Municipality", MUNICIPALITIES)),
    )
}
"""Every list by its name, in the order in which they are told of."""
