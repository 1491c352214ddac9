"""Which prices can be held against one another: the same service, unit and time of the week, one price a provider."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from ..catalogue.catalogue import Catalogue, gather
from ..catalogue.moments import Moment, moments, span_of
from ..catalogue.offers import Offer
from ..catalogue.status import ListingStatus
from ..model import Cents, Unit
from .paying import comparable
from .price_line import PriceLine, price_line

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What makes two prices comparable."""

    service: str
    unit: Unit
    voucher: str | None
    """The voucher whose variant it is; none where a price is not for a variant that several providers have."""
    variant: str | None
    moment: Moment | None
    """The time of the week, which a voucher's variant says itself."""


@dataclass(frozen=True, eq=False)
class StandingPrices:
    """Each provider's lowest price by its key."""

    by_provider: Mapping[str, Cents]

    def __len__(self) -> int:
        return len(self.by_provider)

    @property
    def facts(self) -> tuple[object, ...]:
        """What can be seen of them."""
        return self.line.facts

    @cached_property
    def line(self) -> PriceLine:
        """The prices in order."""
        return price_line(self.by_provider.values())


@dataclass(frozen=True, eq=False)
class Pool:
    """Every offer whose price can be held against the others'. What is worked out of them is kept for all pages."""

    offers: tuple[Offer, ...]
    near: dict[str, StandingPrices] = field(default_factory=dict)

    @property
    def facts(self) -> tuple[object, ...]:
        """What of the offers matters to those who compare."""
        return tuple(
            (each.provider.key, each.cents, each.listing.status, each.listing.municipalities, bool(span_of(each)))
            for each in self.offers
        )

    @cached_property
    def everywhere(self) -> StandingPrices:
        """The prices of all."""
        return StandingPrices(standing_prices(self.offers))

    @cached_property
    def by_municipality(self) -> dict[str, tuple[Offer, ...]]:
        """The offers a municipality's residents can use, by its key."""
        return gather((key, offer) for offer in self.offers for key in offer.listing.municipalities)

    @cached_property
    def timed(self) -> bool:
        """Whether any of the prices is for a time of the week, so that the time needs saying."""
        return any(span_of(offer) for offer in self.offers)

    def within(self, municipality: str) -> StandingPrices:
        """The prices that a municipality's residents can have."""
        if municipality not in self.near:
            self.near[municipality] = StandingPrices(standing_prices(self.by_municipality.get(municipality, ())))
        return self.near[municipality]


class Compared:
    """The prices of one likeness. Each way to ask is a table of its own: a page is made anew when what it shows changed."""

    def __init__(self, catalogue: Catalogue, like: Likeness) -> None:
        self.catalogue = catalogue
        self.like = like

    def found(self, table: str, key: Hashable, nothing: Value) -> Value:
        """What stands in one of the tables."""
        value: Value = self.catalogue.worked_out(table, TABLES[table]).get(key, nothing)
        return value

    def __len__(self) -> int:
        return self.found("prices_number", (self.like, None), 0)

    def number(self, municipality: str) -> int:
        """How many prices a municipality's residents can have."""
        return self.found("prices_number", (self.like, municipality), 0)

    @property
    def timed(self) -> bool:
        """Whether any of the prices is for a time of the week."""
        return self.found("prices_timed", self.like, False)

    def line(self, municipality: str | None, provider: str, cents: Cents) -> PriceLine:
        """The prices in order, those of a municipality's residents or all, one provider's being this."""
        if self.found("prices_own", (self.like, municipality, provider), 0) == cents:
            return self.found("prices", (self.like, municipality), NO_PRICES).line
        prices = prices_of(self.found("pools", self.like, NO_POOL), municipality)
        return price_line({**prices.by_provider, provider: cents}.values())


NO_PRICES = StandingPrices({})
NO_POOL = Pool(())


class Asked(Mapping[Any, Any]):
    """A table that is worked out key by key, as it is asked."""

    def __init__(self, pools: Mapping[Likeness, Pool], answer: Callable[..., Any]) -> None:
        self.pools = pools
        self.answer = answer

    def __getitem__(self, key: Any) -> Any:
        like, *more = key if isinstance(key, tuple) else (key,)
        return self.answer(self.pools[like], *more)

    def __iter__(self) -> Iterator[Any]:
        raise TypeError("Nobody needs to know all that can be asked.")

    def __len__(self) -> int:
        raise TypeError("Nobody needs to know all that can be asked.")


def prices_of(pool: Pool, municipality: str | None) -> StandingPrices:
    """The prices that a municipality's residents can have, or all."""
    return pool.everywhere if municipality is None else pool.within(municipality)


def asked(answer: Callable[..., Any]) -> Callable[[Catalogue], Mapping[Any, Any]]:
    """A table of answers about pools."""
    return lambda catalogue: Asked(catalogue.worked_out("pools", pools), answer)


def likeness_of(catalogue: Catalogue, offer: Offer) -> Likeness | None:
    """What an offer is compared by: the first time of the week its price holds at."""
    return next(likenesses(offer, catalogue.offers_by_provider[offer.provider.key]), None)


def pools(catalogue: Catalogue) -> dict[Likeness, Pool]:
    """Offers by every likeness they have."""
    own = catalogue.offers_by_provider
    found = gather((like, offer) for offer in catalogue.offers for like in likenesses(offer, own[offer.provider.key]))
    return {like: Pool(offers) for like, offers in found.items()}


def likenesses(offer: Offer, own: Iterable[Offer]) -> Iterator[Likeness]:
    """A voucher's variant as it is; else each time of the week at which the price holds."""
    if not comparable(offer) or offer.unit is None:
        return
    voucher = offer.listing.voucher
    shared = voucher is not None and offer.variant in voucher.record.variants
    siblings = [each for each in own if each.listing is offer.listing]
    for moment in (None,) if shared else moments(offer, siblings):
        yield Likeness(
            service=offer.service,
            unit=offer.unit,
            voucher=voucher.key if voucher and shared else None,
            variant=offer.variant if shared else None,
            moment=moment,
        )


def standing_prices(offers: Iterable[Offer]) -> dict[str, Cents]:
    """Each provider's lowest price by its key: of what can be had now, or else of what is to come."""
    by_provider = gather((offer.provider.key, offer) for offer in offers if offer.price)
    return {key: min(offer.cents or 0 for offer in standing(own)) for key, own in by_provider.items()}


def standing(offers: Iterable[Offer]) -> list[Offer]:
    """Those that can be had now; where there are none, those to come."""
    listed = list(offers)
    return [offer for offer in listed if offer.listing.status is ListingStatus.CURRENT] or listed


TABLES: dict[str, Callable[[Catalogue], Mapping[Any, Any]]] = {
    "pools": pools,
    "prices": asked(prices_of),
    "prices_number": asked(lambda pool, municipality: len(prices_of(pool, municipality))),
    "prices_own": asked(lambda pool, municipality, key: prices_of(pool, municipality).by_provider.get(key, 0)),
    "prices_timed": asked(lambda pool: pool.timed),
}
"""What is asked of pools, by the name that it is noted by when it is read."""
