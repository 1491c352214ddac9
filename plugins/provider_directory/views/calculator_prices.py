"""The prices a calculator offers to compute with: those that stand out on the approved list, and each provider's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any

from ..catalogue.offers import Offer
from ..model import Cents, Unit
from ..records.collections import Entry
from ..records.schema.voucher import Voucher
from .changes import first_day
from .edition import Edition
from .offer_data import named_day, offer_data
from .paying import comparable, price_amount
from .prose import json_text
from .standing import last_day
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceOption:
    """A price to compute with."""

    way: str
    label: str
    quote: str
    """What views/offer_data.py writes, with the prices to come."""


def list_prices(
    edition: Edition, entry: Entry[Voucher], pair: tuple[str | None, Unit], offers: Iterable[Offer]
) -> Iterator[PriceOption]:
    """The lowest price on the list and, of three and more, the one in the middle and the highest."""
    say, (variant, unit) = edition.wording.say, pair
    prices = sorted(offer.price.price for offer in offers if offer.price and comparable(offer))
    if not prices:
        return
    chosen = {say("Lowest price on the list"): prices[0]}
    if len(prices) > 2:
        chosen[say("Price in the middle of the list")] = prices[(len(prices) - 1) // 2]
    if prices[-1] > prices[0]:
        chosen[say("Highest price on the list")] = prices[-1]
    for label, cents in chosen.items():
        shown = say("{name}: {amount}", name=label, amount=edition.wording.per(cents, unit))
        offer = {"voucher": entry.key, "variant": variant, "price": cents, "unit": unit.value}
        yield PriceOption(way=f"{variant or ''}/{unit.value}", label=shown, quote=json_text(offer))


def provider_prices(edition: Edition, pair: tuple[str | None, Unit], offers: Iterable[Offer]) -> Iterator[PriceOption]:
    """Each approved provider with its price, by name."""
    variant, unit = pair
    for offer in sorted(offers, key=lambda offer: alphabetical(offer.provider.record.name)):
        yield PriceOption(
            way=f"{variant or ''}/{unit.value}",
            label=provider_words(edition, offer, variant),
            quote=json_text(priced(edition, offer)),
        )


def provider_words(edition: Edition, offer: Offer, variant: str | None) -> str:
    """'Esimerkkihoiva Oy, sunnuntai: 38,50 €/tunti (1.9.2018 alkaen)'."""
    assert offer.price
    amount = price_amount(edition, offer.price)
    starts = (
        edition.wording.period(offer.listing.starts, None)
        if first_day(edition, offer) > edition.catalogue.as_of
        else ""
    )
    notes = "; ".join(filter(None, [amount.note, starts]))
    names = [offer.provider.record.name, edition.wording.read(offer.variant_name) if offer.variant != variant else ""]
    words = edition.wording.say(
        "{name}: {amount}",
        name=", ".join(filter(None, names)),
        amount=edition.wording.per(offer.price.price, offer.price.unit),
    )
    return f"{words} ({notes})" if notes else words


def priced(edition: Edition, offer: Offer) -> dict[str, Any]:
    """An offer with the prices that are decided to follow, and its last day."""
    data, last = offer_data(edition, offer), last_day(offer.listing)
    data.pop("day", None)
    price = offer.price.price if offer.price else None
    first = {**named_day(edition, first_day(edition, offer)), "price": price}
    changes = [{"starts": day.isoformat(), "price": cents} for day, cents in price_changes(offer)]
    known = {"changes": changes, "until": last.isoformat() if last else None}
    # The list of what is not counted is the voucher's own where an offer has none.
    return data | first | {"apart": data.get("apart", [])} | {name: value for name, value in known.items() if value}


def price_changes(offer: Offer) -> Iterator[tuple[date, Cents | None]]:
    """The days on which the price changes, soonest first; nothing from the day on which none is told any more."""
    prices = [price for price in (offer.price, *offer.changes) if price]
    for price, following in zip_longest(prices, prices[1:]):
        if price is not offer.price and price.starts:
            yield price.starts, price.price
        end = price.until + timedelta(days=1) if price.until else None
        if end and not (following and following.starts and following.starts <= end):
            yield end, None
