"""Where a provider's price sits among others: a picture, and sentences that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..catalogue.catalogue import gather
from ..catalogue.offers import Offer
from ..model import Cents, Unit
from ..records.collections import Entry
from ..records.schema.base import Localised
from ..records.schema.provider import Provider
from .edition import Edition
from .facts import sentence
from .paying import comparable, leading
from .price_range import ENOUGH, PlotStrip, cheapest_by_provider, plot


@dataclass(frozen=True, slots=True, kw_only=True)
class PricePlace:
    """One service in one unit, held against others of the same."""

    heading: str
    strip: PlotStrip


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What makes two prices comparable: the same service, unit and, where the voucher names it, variant."""

    service: str
    unit: Unit
    voucher: str | None
    variant: str | None


def price_places(edition: Edition, provider: Entry[Provider], offers: Sequence[Offer]) -> tuple[PricePlace, ...]:
    """A comparison for each service that at least three providers have a comparable price for."""
    own = gather((likeness(offer), offer) for offer in offers if comparable(offer))
    return tuple(place for like, found in own.items() for place in compared(edition, provider, like, found))


def likeness(offer: Offer) -> Likeness:
    """A provider's own time bands are its own words, so only a voucher's variants tell prices apart."""
    assert offer.unit
    voucher = offer.listing.voucher
    shared = voucher is not None and offer.variant in voucher.record.variants
    return Likeness(
        service=offer.service,
        unit=offer.unit,
        voucher=voucher.key if voucher and shared else None,
        variant=offer.variant if shared else None,
    )


def compared(edition: Edition, provider: Entry[Provider], like: Likeness, own: Sequence[Offer]) -> Iterator[PricePlace]:
    """The comparison, where enough others can be compared with."""
    shown = leading(own)
    others = [offer for offer in edition.catalogue.offers_by_service[like.service] if same(offer, like)]
    everywhere = cheapest_by_provider(others, like.unit)
    if shown is None or shown.cents is None or len(everywhere) < ENOUGH:
        return
    # The provider's own dot is the price shown on its page, which an approval still to come may undercut.
    everywhere = {**everywhere, provider.key: shown.cents}
    place = municipality_of(edition, provider, own, others)
    near = {key: everywhere[key] for key in cheapest_by_provider(within(others, place), like.unit)}
    prices = list((near if len(near) >= ENOUGH else everywhere).values())
    words = [own_words(edition, like, shown)]
    if len(near) >= ENOUGH:
        words.append(sentence(among(edition, edition.in_municipality(place), list(near.values()), like.unit)))
    if len(everywhere) > len(near) or len(near) < ENOUGH:
        words.append(
            sentence(among(edition, edition.wording.say("in all municipalities"), list(everywhere.values()), like.unit))
        )
    yield PricePlace(
        heading=heading(edition, like, own[0].variant_name), strip=plot(edition, " ".join(words), prices, shown.cents)
    )


def same(offer: Offer, like: Likeness) -> bool:
    """Whether an offer can be compared."""
    return comparable(offer) and likeness(offer) == like


def within(offers: Sequence[Offer], municipality: str) -> list[Offer]:
    """The offers a municipality's residents can use."""
    return [offer for offer in offers if municipality in offer.listing.municipalities]


def municipality_of(edition: Edition, provider: Entry[Provider], own: Sequence[Offer], others: Sequence[Offer]) -> str:
    """The municipality to compare in: the provider's own where it serves it, else the one with most to compare with."""
    served = list(dict.fromkeys(key for offer in own for key in offer.listing.municipalities))
    home = provider.record.address.municipality if provider.record.address else None
    if home in served:
        return str(home)
    return max(served, key=lambda key: (len({offer.provider.key for offer in within(others, key)}), key))


def heading(edition: Edition, like: Likeness, variant: Localised | None) -> str:
    """'Kotihoito, €/tunti', or with the voucher's variant."""
    name = edition.wording.read(variant) if like.variant else ""
    unit = f"€/{edition.wording.unit(like.unit)}"
    return ", ".join(part for part in (edition.service(like.service), name, unit) if part)


def own_words(edition: Edition, like: Likeness, shown: Offer) -> str:
    """The provider's lowest price, and which of its own variants that is."""
    price = edition.wording.per(shown.cents or 0, shown.unit)
    variant = edition.wording.read(shown.variant_name)
    if like.variant or not variant:
        return edition.wording.say("This provider's price is {price}.", price=price)
    return edition.wording.say("This provider's lowest price is {price} ({variant}).", price=price, variant=variant)


def among(edition: Edition, place: str, prices: Sequence[Cents], unit: Unit) -> str:
    """How many have a price there, from what to what, and what half of them cost at most."""
    ordered = sorted(prices)
    span = edition.wording.span(ordered[0], ordered[-1], unit)
    if ordered[0] == ordered[-1]:
        return edition.wording.count(
            "{place} {number} provider asks {span}",
            "{place} {number} providers ask {span}",
            len(prices),
            place=place,
            span=span,
        )
    return edition.wording.count(
        "{place} {number} provider asks {span}, half of them at most {middle}",
        "{place} {number} providers ask {span}, half of them at most {middle}",
        len(prices),
        place=place,
        span=span,
        middle=edition.wording.money(ordered[(len(ordered) - 1) // 2]),
    )
