"""Tables of offers: columns of equal length, and the sets of facts that many rows share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from .documents import SearchDocument, SearchOffer
from .numbering import gaps
from .vocabulary import SearchVocabulary

Value = TypeVar("Value")

KINDS = ("voucher", "self-pay")

AS_PRICE = 0
"""What the client pays is the price."""


@dataclass(frozen=True, slots=True)
class Row:
    """One offer of one provider; no offer stands for a provider that has none."""

    number: int
    document: SearchDocument
    offer: SearchOffer | None
    ordinal: int
    """Among the offers of its provider."""

    @property
    def area(self) -> tuple[str, ...]:
        """Keys of the municipalities where it is delivered, else where the provider is."""
        return (self.offer.municipalities if self.offer else ()) or self.document.municipalities


class Places:
    """The places of choices among their like; rows point at them by number."""

    def __init__(self, vocabulary: SearchVocabulary, seats: Sequence[str]) -> None:
        self.services = positions(each.key for each in vocabulary.services)
        self.municipalities = positions(seats)
        self.origins = positions(each.key for each in vocabulary.origins)
        self.units = positions(each.key for each in vocabulary.units)
        self.moments = positions(each.key for each in vocabulary.moments)
        self.languages = positions(each.key for each in vocabulary.languages)

    def mask(self, moments: Iterable[str]) -> int:
        """Return times of the week as bits, that of the first one the lowest."""
        return sum(1 << self.moments[key] for key in moments)

    def area(self, keys: Iterable[str]) -> tuple[int, ...]:
        """Return the places of municipalities, ascending."""
        return tuple(sorted({self.municipalities[key] for key in keys}))

    def profile(self, offer: SearchOffer) -> tuple[object, ...]:
        """Return what many offers have in common, without what is missing at its end."""
        unit, pay = offer.unit, offer.pay
        facts: list[object] = [
            KINDS.index(offer.kind),
            self.origins[offer.origin],
            None if unit is None else self.units[unit],
            self.mask(self.moments if offer.moments is None else offer.moments),
            int(offer.home_visit),
            None if pay.unit in (None, unit) else self.units[pay.unit],
            offer.variant or None,
            offer.variant_key or None,
            iso(offer.starts),
            iso(offer.until),
            (iso(offer.terms.day), offer.terms.price_cents) if offer.terms else None,
            pay.besides or None,
        ]
        while facts[-1] is None:
            facts.pop()
        return tuple(facts)


def positions(keys: Iterable[str]) -> dict[str, int]:
    """Return the place of each key."""
    return {key: place for place, key in enumerate(keys)}


class Shared(Generic[Value]):
    """Values that many rows have; a row points at them by place."""

    def __init__(self) -> None:
        self.places: dict[Value, int] = {}

    def place(self, value: Value) -> int:
        """Return the place of a value, a new one where it is new."""
        return self.places.setdefault(value, len(self.places))

    def published(self) -> list[Value]:
        """Return the values by place."""
        return list(self.places)


def table(rows: Sequence[Row], places: Places, *, with_areas: bool, with_services: bool) -> dict[str, object]:
    """Return some offers by column; README.md says what each holds."""
    facts: Shared[tuple[object, ...]] = Shared()
    areas: Shared[tuple[int, ...]] = Shared()
    spoken: Shared[tuple[int, ...]] = Shared()
    none = facts.place(()) if any(row.offer is None for row in rows) else -1
    columns: dict[str, object] = {
        "d": gaps(row.number for row in rows),
        "p": [row.offer and row.offer.price_cents for row in rows],
        "y": [paid(row.offer) for row in rows],
        "f": [none if row.offer is None else facts.place(places.profile(row.offer)) for row in rows],
        "g": [spoken.place(tuple(sorted(places.languages[key] for key in row.document.languages))) for row in rows],
    }
    if with_services:
        columns["s"] = [-1 if row.offer is None else places.services[row.offer.service] for row in rows]
    if with_areas:
        columns["a"] = [areas.place(places.area(row.area)) for row in rows]
        columns["areas"] = [gaps(area) for area in areas.published()]
    return columns | {"facts": facts.published(), "spoken": spoken.published()}


def paid(offer: SearchOffer | None) -> object:
    """Return what the client pays: as the price, from and to, or nothing where it is not known."""
    if offer is None:
        return None
    low, high = offer.pay.low_cents, offer.pay.high_cents
    if low is None and high is None:
        return None
    return AS_PRICE if low == high == offer.price_cents else (low, high)


def iso(day: date | None) -> str | None:
    """Return a day as YYYY-MM-DD."""
    return None if day is None else day.isoformat()


def by_service(rows: Iterable[Row], places: Mapping[str, int]) -> dict[int, list[Row]]:
    """Return the rows of each service."""
    found: dict[int, list[Row]] = {place: [] for place in places.values()}
    for row in rows:
        if row.offer:
            found[places[row.offer.service]].append(row)
    return found


def by_municipality(rows: Iterable[Row], places: Mapping[str, int]) -> dict[int, list[Row]]:
    """Return the rows that are delivered in each municipality."""
    found: dict[int, list[Row]] = {place: [] for place in places.values()}
    for row in rows:
        for key in dict.fromkeys(row.area):
            found[places[key]].append(row)
    return found
