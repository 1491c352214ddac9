"""An offer as data for the browser, which works out what one person pays for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..catalogue.monthly import costs_of_month
from ..catalogue.offers import Offer, charged
from ..catalogue.rule_data import rule_data
from ..records.schema.provider import Cost
from .changes import after, first_day, terms
from .costs import amount_words, costs_besides
from .edition import Edition
from .not_counted import not_counted
from .prose import json_text

OF_A_MONTH = ("costs", "apart")


def offer_data(edition: Edition, offer: Offer) -> dict[str, Any]:
    """What theme/static/js/prices/payment.js calls an Offer: amounts in cents, the day from which its terms hold."""
    found, listing = terms(edition, offer), offer.listing
    data = {
        "voucher": listing.voucher.key if listing.voucher else None,
        "variant": offer.variant,
        "price": charged(found.price) if found.price else None,
        "unit": offer.unit.value if offer.unit else None,
        **named_day(edition, terms_day(edition, offer)),
    }
    costs = costs_on(edition, offer)
    counted = costs_of_month(costs, offer.unit)
    listed = [cost_data(edition, cost, each) for cost, each in zip(costs, counted, strict=True)]
    apart = apart_from(edition, offer)
    return data | ({"costs": listed} if listed else {}) | ({"apart": list(apart)} if apart else {})


def offer_text(edition: Edition, offer: Offer, **more: Any) -> str:
    """The same as JSON for an attribute, with more fields, without what only a month's total needs."""
    data = offer_data(edition, offer) | {key: value for key, value in more.items() if value}
    return json_text({key: value for key, value in data.items() if key not in OF_A_MONTH})


def later_data(edition: Edition, offer: Offer) -> list[dict[str, Any]]:
    """The days after the terms shown on which something is already decided to change, with the price then."""
    return [
        {"day": each.starts.isoformat(), "price": charged(each.price) if each.price else None}
        for each in after(edition, offer, terms(edition, offer))
        if each.starts
    ]


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


def apart_from(edition: Edition, offer: Offer) -> tuple[str, ...]:
    """What no sum of the offer holds."""
    entry = offer.listing.voucher
    return not_counted(edition, entry.record if entry else None, costs_on(edition, offer))


def besides(edition: Edition, offer: Offer) -> str:
    """What comes on top of the amounts, in a few words."""
    return costs_besides(edition, costs_on(edition, offer))


def named_day(edition: Edition, day: date) -> dict[str, str]:
    """From when something holds, where that is not the day of the build: that stands in one file for all pages."""
    return {"day": day.isoformat()} if day != edition.catalogue.as_of else {}


def terms_day(edition: Edition, offer: Offer) -> date:
    """The day from which the terms shown hold: that of the build, or a later first one."""
    return terms(edition, offer).starts or first_day(edition, offer)
