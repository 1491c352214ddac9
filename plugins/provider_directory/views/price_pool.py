"""Which prices can be held against one another: the same service, unit and time of the week, one price a provider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..catalogue.catalogue import Catalogue, gather
from ..catalogue.moments import Moment, moments, span_of
from ..catalogue.offers import Offer
from ..catalogue.status import ListingStatus
from ..model import Cents, Unit
from .paying import comparable


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


Pools = dict[Likeness, tuple[Offer, ...]]


def pool_of(catalogue: Catalogue, like: Likeness) -> tuple[Offer, ...]:
    """Every offer whose price can be held against others of a likeness."""
    return pools(catalogue.offers).get(like, ())


def likeness_of(catalogue: Catalogue, offer: Offer) -> Likeness | None:
    """What an offer is compared by: the first time of the week its price holds at."""
    return next(likenesses(offer, catalogue.offers_by_provider[offer.provider.key]), None)


@lru_cache(maxsize=4)
def pools(offers: tuple[Offer, ...]) -> Pools:
    """Offers by every likeness they have; worked out once for all pages."""
    own = gather((offer.provider.key, offer) for offer in offers)
    return gather((like, offer) for offer in offers for like in likenesses(offer, own[offer.provider.key]))


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


def timed(offers: Iterable[Offer]) -> bool:
    """Whether any of the prices is for a time of the week, so that the time needs saying."""
    return any(span_of(offer) for offer in offers)


def standing_prices(offers: Iterable[Offer]) -> dict[str, Cents]:
    """Each provider's lowest price by its key: of what can be had now, or else of what is to come."""
    by_provider = gather((offer.provider.key, offer) for offer in offers if offer.price)
    return {key: min(offer.cents or 0 for offer in standing(own)) for key, own in by_provider.items()}


def standing(offers: Iterable[Offer]) -> list[Offer]:
    """Those that can be had now; where there are none, those to come."""
    listed = list(offers)
    return [offer for offer in listed if offer.listing.status is ListingStatus.CURRENT] or listed
