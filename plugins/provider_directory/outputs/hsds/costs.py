"""Cost options: each price with what the voucher pays of it and what is left to the client, and what one pays besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from ...catalogue.offers import Offer
from ...catalogue.outcome import Confidence, Outcome
from ...model import Unit
from ...records.schema.provider import Cost
from ...views.changes import Terms, coming
from ...views.edition import Edition
from ...views.offer_data import terms_day
from .identity import Ids
from .texts import Thing, day, euros, known, localised, translations


def cost_options(edition: Edition, ids: Ids, service: str, offers: Iterable[Offer]) -> list[Thing]:
    """All that is known of what a service costs: now, and from days already decided."""
    found: dict[str, Thing] = {}
    for offer in offers:
        now = Terms(starts=None, price=offer.price, value=offer.value, share=offer.share)
        for each, until in periods([now, *coming(edition, offer)]):
            found |= ((made["id"], made) for made in [option(edition, ids, service, offer, each, until)] if each.price)
        held = [
            cost for cost in offer.listing.record.costs if not cost.until or cost.until >= terms_day(edition, offer)
        ]
        found |= ((made["id"], made) for cost in held for made in [besides(edition, ids, service, cost)])
    return list(found.values())


def periods(every: list[Terms]) -> Iterator[tuple[Terms, date | None]]:
    """Terms, each with the last day before the next ones hold."""
    for one, following in pairwise(every):
        yield one, following.starts - timedelta(days=1) if following.starts else None
    yield every[-1], None


def option(edition: Edition, ids: Ids, service: str, offer: Offer, held: Terms, until: date | None) -> Thing:
    """A price under the terms of a period."""
    price, listing = held.price, offer.listing
    if price is None:
        return {"id": ""}
    starts = held.starts or latest(price.starts, listing.starts)
    ends = earliest(until, price.until, listing.until)
    return known(
        {
            "id": ids("cost_option", service, offer.variant or "", price.unit, day(starts) or ""),
            "service_id": service,
            "valid_from": day(starts),
            "valid_to": day(ends),
            "option": offer.variant_name.fi if offer.variant_name else None,
            "currency": "EUR",
            "amount": euros(price.price),
            "amount_description": edition.wording.unit(price.unit),
            "kind": "price",
            "unit": price.unit.value,
            "variant": offer.variant,
            "vat": price.vat.value if price.vat else None,
            "voucher_value": outcome(held.value),
            "client_share": outcome(held.share),
            "includes": list(map(localised, price.includes)),
            "on_top": list(map(localised, price.on_top)),
            "note": localised(price.note) if price.note else None,
            "translations": translations(option=offer.variant_name),
        }
    )


def besides(edition: Edition, ids: Ids, service: str, cost: Cost) -> Thing:
    """What one pays besides: rent, meals."""
    return known(
        {
            "id": ids("cost_option", service, "besides", cost.name.fi, cost.unit, day(cost.starts) or ""),
            "service_id": service,
            "valid_from": day(cost.starts),
            "valid_to": day(cost.until),
            "option": cost.name.fi,
            "currency": "EUR",
            "amount": euros(cost.price),
            "amount_description": edition.wording.unit(cost.unit),
            "kind": "besides",
            "unit": cost.unit.value,
            "one_of": localised(cost.one_of) if cost.one_of else None,
            "translations": translations(option=cost.name),
        }
    )


def outcome(found: Outcome | None) -> Thing | None:
    """What is known of an amount for one unit: how surely, and its ends."""
    if found is None:
        return None
    return known(
        {
            "confidence": found.confidence.value,
            "low": euros(found.low),
            "high": euros(found.high),
            "unit": found.unit.value if isinstance(found.unit, Unit) else None,
            "why": found.why.value if found.why and found.confidence is not Confidence.EXACT else None,
        }
    )


def latest(*days: date | None) -> date | None:
    """The last of some days, of which any may be open."""
    return max((each for each in days if each), default=None)


def earliest(*days: date | None) -> date | None:
    """The first of some days, of which any may be open."""
    return min((each for each in days if each), default=None)
