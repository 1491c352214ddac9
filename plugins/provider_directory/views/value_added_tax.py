"""Value added tax in words: whether a price holds it, at which rate, or that nobody tells."""

from __future__ import annotations

from collections.abc import Sequence

from ..catalogue.catalogue import gather
from ..catalogue.offers import Offer
from ..records.schema.provider import Price, Vat
from .edition import Edition


def vat_sentences(edition: Edition, offers: Sequence[tuple[str, Offer]]) -> tuple[str, ...]:
    """One sentence for all prices, or one for each status with the offers it holds for."""
    found = gather((vat_sentence(edition, offer.price), name) for name, offer in offers if offer.price)
    if len(found) < 2:
        return tuple(found)
    return tuple(f"{edition.wording.join(dict.fromkeys(names))}: {sentence}" for sentence, names in found.items())


def vat_sentence(edition: Edition, price: Price) -> str:
    """Whether one price holds the tax."""
    say = edition.wording.say
    rate = edition.wording.percent(price.vat_rate) if price.vat_rate is not None else ""
    match price.vat:
        case Vat.INCLUDED if rate:
            return say("The price includes value added tax {percent}.", percent=rate)
        case Vat.INCLUDED:
            return say("The price includes value added tax.")
        case Vat.EXCLUDED if rate:
            return say("Value added tax {percent} comes on top of the price.", percent=rate)
        case Vat.EXCLUDED:
            return say("Value added tax comes on top of the price. The provider has not told its rate.")
        case Vat.EXEMPT:
            return say("There is no value added tax on the price.")
    return say("The provider has not told whether the price includes value added tax.")
