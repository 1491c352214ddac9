"""Which prices can be held against one another: the same service, unit and time of the week, one price a provider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..catalogue.catalogue import Catalogue, gather
from ..catalogue.moments import Moment, moments, span_of
from ..catalogue.offers import Offer
from ..catalogue.status import ListingStatus
from ..model import Cents, Unit
from .paying import comparable
from .price_line import PriceLine, price_line


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

    @cached_property
    def line(self) -> PriceLine:
        """The prices in order."""
        return price_line(self.by_provider.values())

    def line_with(self, provider: str, cents: Cents) -> PriceLine:
        """The prices in order, one provider's being this."""
        if self.by_provider.get(provider) == cents:
            return self.line
        return price_line({**self.by_provider, provider: cents}.values())


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


def pool_of(catalogue: Catalogue, like: Likeness) -> Pool:
    """Every offer whose price can be held against others of a likeness."""
    return catalogue.worked_out("pools", pools).get(like, Pool(()))


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
