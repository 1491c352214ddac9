"""An offer as data for the browser, which works out what one person pays for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..catalogue.monthly import costs_of_month
from ..catalogue.offers import Offer, charged
from ..catalogue.rule_data import rule_data
from ..records.schema.provider import Cost
from .changes import first_day, terms
from .costs import amount_words
from .edition import Edition
from .prose import json_text


def offer_data(edition: Edition, offer: Offer) -> dict[str, Any]:
    """What theme/static/js/prices/payment.js calls an Offer: amounts in cents, the day on which its terms hold."""
    found, listing = terms(edition, offer), offer.listing
    data = {
        "voucher": listing.voucher.key if listing.voucher else None,
        "variant": offer.variant,
        "price": charged(found.price) if found.price else None,
        "unit": offer.unit.value if offer.unit else None,
        "day": terms_day(edition, offer).isoformat(),
    }
    costs = costs_on(edition, offer)
    counted = costs_of_month(costs, offer.unit)
    listed = [cost_data(edition, cost, each) for cost, each in zip(costs, counted, strict=True)]
    return data | ({"costs": listed} if listed else {})


def offer_text(edition: Edition, offer: Offer) -> str:
    """The same as JSON for an attribute, without the costs that only a month's total needs."""
    return json_text({key: value for key, value in offer_data(edition, offer).items() if key != "costs"})


def month_text(edition: Edition, offer: Offer) -> str:
    """The same as JSON for an attribute, with the costs."""
    return json_text(offer_data(edition, offer))


def cost_data(edition: Edition, cost: Cost, counted: Cost) -> dict[str, Any]:
    """A cost as a month counts it, with what is said of it where it has no part in the sum."""
    return rule_data(counted, edition.language) | {"said": amount_words(edition, cost)}


def costs_on(edition: Edition, offer: Offer) -> tuple[Cost, ...]:
    """What one pays besides on the day the offer's terms hold."""
    day = terms_day(edition, offer)
    return tuple(cost for cost in offer.listing.record.costs if cost.holds_on(day))


def terms_day(edition: Edition, offer: Offer) -> date:
    """The day from which the terms shown hold: that of the build, or a later first one."""
    return terms(edition, offer).starts or first_day(edition, offer)
