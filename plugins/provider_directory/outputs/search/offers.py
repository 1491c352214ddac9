"""Tables of offers: columns of equal length, and the sets of facts that many rows share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from .documents import SearchDocument, SearchOffer
from .marks import mark_of
from .numbering import gaps
from .vocabulary import SearchVocabulary

Value = TypeVar("Value")

KINDS = ("voucher", "self-pay")

AS_PRICE = 0
"""What the client pays is the price."""


Offered = tuple[int, int | None, object, tuple[object, ...], tuple[int, ...], tuple[int, ...]]
"""What tables say of an offer: service, price, what one pays, what many have in common, municipalities, languages."""


class Row(NamedTuple):
    """One offer of one provider as tables write it; no offer stands for a provider that has none."""

    number: int
    document: SearchDocument
    offer: SearchOffer | None
    ordinal: int
    """Among the offers of its provider."""
    service: int
    """Place of its service, -1 without an offer."""
    price: int | None
    paid: object
    facts: int
    """Where what it shares with many others stands in Rows."""
    area: int
    """Likewise the municipalities where it is delivered, else where the provider is."""
    spoken: int
    """Likewise the provider's languages."""


class Places:
    """The places of choices among their like; rows point at them by number."""

    def __init__(self, vocabulary: SearchVocabulary, seats: Sequence[str]) -> None:
        self.services = positions(each.key for each in vocabulary.services)
        self.municipalities = positions(seats)
        self.origins = positions(each.key for each in vocabulary.origins)
        self.units = positions(each.key for each in vocabulary.units)
        self.moments = positions(each.key for each in vocabulary.moments)
        self.languages = positions(each.key for each in vocabulary.languages)
        self.mark = mark_of([tuple(each) for each in vars(self).values()])
        """Of the order of all choices."""

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
            str(offer.variant) or None,
            str(offer.variant_key) or None,
            iso(offer.starts),
            iso(offer.until),
            (iso(offer.terms.day), offer.terms.price_cents) if offer.terms else None,
            str(pay.besides) or None,
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
        self.values: list[Value] = []
        """By place."""

    def place(self, value: Value) -> int:
        """Return the place of a value, a new one where it is new."""
        place = self.places.setdefault(value, len(self.values))
        if place == len(self.values):
            self.values.append(value)
        return place

    def some(self, places: Sequence[int], first: Sequence[int] = ()) -> tuple[list[int], list[Value]]:
        """Return the places that some rows point at as they are among these alone, in the order in which they come; and the values."""
        used = dict.fromkeys((*first, *places))
        found = {place: number for number, place in enumerate(used)}
        return [found[place] for place in places], [self.values[place] for place in used]


def offered(document: SearchDocument, places: Places) -> tuple[Offered, ...]:
    """Return what tables say of each offer of a provider; of one without any, who and where it is."""
    spoken = tuple(sorted(places.languages[key] for key in document.languages))
    seat = places.area(document.municipalities)
    return tuple(
        (
            places.services[offer.service],
            offer.price_cents,
            paid(offer),
            places.profile(offer),
            places.area(offer.municipalities) if offer.municipalities else seat,
            spoken,
        )
        for offer in document.offers
    ) or ((-1, None, None, (), seat, spoken),)


class Rows:
    """Makes rows, and keeps what many of them share."""

    def __init__(self) -> None:
        self.facts: Shared[tuple[object, ...]] = Shared()
        self.areas: Shared[tuple[int, ...]] = Shared()
        self.spoken: Shared[tuple[int, ...]] = Shared()
        self.none = self.facts.place(())

    def of(self, number: int, document: SearchDocument, offered: Iterable[Offered]) -> Iterator[Row]:
        """Yield the rows of a provider."""
        for ordinal, (service, price, pays, facts, area, spoken) in enumerate(offered):
            offer = document.offers[ordinal] if document.offers else None
            shared = self.facts.place(facts), self.areas.place(area), self.spoken.place(spoken)
            yield Row(number, document, offer, ordinal, service, price, pays, *shared)

    def table(self, rows: Sequence[Row], *, with_areas: bool, with_services: bool) -> dict[str, object]:
        """Return some offers by column; README.md says what each holds."""
        numbers, _, offers, _, services, prices, paid, *shared = (
            zip(*rows, strict=True) if rows else ((),) * len(Row._fields)
        )
        f, facts = self.facts.some(shared[0], (self.none,) if None in offers else ())
        g, spoken = self.spoken.some(shared[2])
        columns: dict[str, object] = {"d": gaps(numbers), "p": prices, "y": paid, "f": f, "g": g}
        if with_services:
            columns["s"] = services
        if with_areas:
            columns["a"], areas = self.areas.some(shared[1])
            columns["areas"] = [gaps(area) for area in areas]
        return columns | {"facts": facts, "spoken": spoken}


def paid(offer: SearchOffer) -> object:
    """Return what the client pays: as the price, from and to, or nothing where it is not known."""
    low, high = offer.pay.low_cents, offer.pay.high_cents
    if low is None and high is None:
        return None
    return AS_PRICE if low == high == offer.price_cents else (low, high)


def iso(day: date | None) -> str | None:
    """Return a day as YYYY-MM-DD."""
    return None if day is None else day.isoformat()


def by_service(rows: Iterable[Row], services: int) -> list[list[Row]]:
    """Return the rows of each service."""
    found: list[list[Row]] = [[] for _ in range(services)]
    for row in rows:
        if row.offer:
            found[row.service].append(row)
    return found


def by_municipality(rows: Rows, every: Iterable[Row], municipalities: int) -> list[list[Row]]:
    """Return the rows that are delivered in each municipality."""
    areas = rows.areas.values
    found: list[list[Row]] = [[] for _ in range(municipalities)]
    for row in every:
        for place in areas[row.area]:
            found[place].append(row)
    return found
