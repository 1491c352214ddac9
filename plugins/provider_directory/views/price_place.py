"""Where a provider's price sits among others: pictures, and sentences that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..catalogue.catalogue import gather
from ..catalogue.moments import Moment
from ..catalogue.offers import Offer
from ..model import Unit
from ..records.collections import Entry
from ..records.schema.base import Localised
from ..records.schema.provider import Provider
from .changes import coming_price, from_day
from .edition import Edition
from .facts import sentence
from .paying import leading
from .price_line import PriceLine
from .price_pool import Compared, Likeness, likeness_of
from .price_range import ENOUGH, PlotStrip, plot
from .standing import first_day_words, is_upcoming


@dataclass(frozen=True, slots=True, kw_only=True)
class PricePlace:
    """One service in one unit, at one time of the week, held against others of the same."""

    heading: str
    own: str
    """The provider's own price in a sentence."""
    strips: tuple[PlotStrip, ...]
    """Among the prices of one municipality, and among all where those are more."""


def price_places(edition: Edition, provider: Entry[Provider], offers: Sequence[Offer]) -> tuple[PricePlace, ...]:
    """A comparison for each service and time that at least three providers have a comparable price for."""
    own = gather((like, offer) for offer in offers if (like := likeness_of(edition.catalogue, offer)))
    return tuple(place for like, found in own.items() for place in compared(edition, provider, like, found))


def compared(edition: Edition, provider: Entry[Provider], like: Likeness, own: Sequence[Offer]) -> Iterator[PricePlace]:
    """The comparison, where enough others can be compared with."""
    shown = leading(own)
    prices = Compared(edition.catalogue, like)
    if shown is None or shown.cents is None or len(prices) < ENOUGH:
        return
    place = municipality_of(provider, own, prices)
    near = prices.number(place)
    when = moment_words(edition, like.moment) if like.moment and prices.timed else ""
    # The provider's own dot is the price that the sentence names.
    asked = (shown.provider.key, shown.cents)
    strips = []
    if near >= ENOUGH:
        strips.append(strip(edition, edition.in_municipality(place), prices.line(place, *asked), shown, when))
    if len(prices) > near or not strips:
        everywhere = edition.wording.say("in all municipalities")
        strips.append(strip(edition, everywhere, prices.line(None, *asked), shown, when))
    yield PricePlace(
        heading=heading(edition, like, shown.variant_name if when or like.variant else None),
        own=own_words(edition, shown, own),
        strips=tuple(strips),
    )


def strip(edition: Edition, place: str, line: PriceLine, shown: Offer, when: str) -> PlotStrip:
    """The picture of some prices with this provider's marked."""
    assert shown.unit and shown.cents is not None
    words = sentence(among(edition, place, line, shown.unit))
    said = edition.wording.say("{words} Compared are prices {when}.", words=words, when=when) if when else words
    return plot(edition, said, line, shown.cents)


def moment_words(edition: Edition, moment: Moment) -> str:
    """'arkisin päivällä', as a part of a sentence."""
    say = edition.wording.say
    return {
        Moment.DAY: say("on weekdays in the daytime"),
        Moment.EVENING: say("on weekday evenings"),
        Moment.NIGHT: say("at night"),
        Moment.SATURDAY: say("on Saturdays"),
        Moment.SUNDAY: say("on Sundays and public holidays"),
    }[moment]


def municipality_of(provider: Entry[Provider], own: Sequence[Offer], prices: Compared) -> str:
    """The municipality to compare in: the provider's own where it serves it, else the one with most to compare with."""
    served = list(dict.fromkeys(key for offer in own for key in offer.listing.municipalities))
    home = provider.record.address.municipality if provider.record.address else None
    if home in served:
        return str(home)
    return max(served, key=lambda key: (prices.number(key), key))


def heading(edition: Edition, like: Likeness, variant: Localised | None) -> str:
    """'Kotihoito, Lauantai klo 7–22, €/tunti'."""
    unit = f"€/{edition.wording.unit(like.unit)}"
    return ", ".join(part for part in (edition.service(like.service), edition.wording.read(variant), unit) if part)


def own_words(edition: Edition, shown: Offer, own: Sequence[Offer]) -> str:
    """The provider's price, which of several it is, from when where it is still to come, and what follows it."""
    wording = edition.wording
    price, variant = wording.per(shown.cents or 0, shown.unit), wording.read(shown.variant_name)
    day = first_day_words(edition, shown.listing) if is_upcoming(shown.listing) else ""
    if day:
        price = wording.say("from {day} {amount}", day=day, amount=price)
    several = len({offer.variant for offer in own}) > 1
    told = (
        wording.say("This provider's lowest price is {price} ({variant}).", price=price, variant=variant)
        if several and variant
        else wording.say("This provider's price is {price}.", price=price)
    )
    later = coming_price(shown, own)
    if later is None:
        return told
    change = from_day(edition, later.day, wording.per(later.cents, shown.unit))
    return wording.say("{sentence} Already decided: {change}.", sentence=told, change=change)


def among(edition: Edition, place: str, line: PriceLine, unit: Unit) -> str:
    """How many have a price there, from what to what, and what half of them cost at most."""
    span = edition.wording.span(line.low, line.high, unit)
    if line.low == line.high:
        return edition.wording.count(
            "{place} {number} provider asks {span}",
            "{place} {number} providers ask {span}",
            len(line.prices),
            place=place,
            span=span,
        )
    return edition.wording.count(
        "{place} {number} provider asks {span}, half of them at most {middle}",
        "{place} {number} providers ask {span}, half of them at most {middle}",
        len(line.prices),
        place=place,
        span=span,
        middle=edition.wording.money(line.middle),
    )
