"""
How an address of the compare page names an offer: 'esimerkki-hoiva~jyvaskyla/kotihoito.home-care.weekday.hour'.

After the provider's key stand, joined by points, the list, the service, the variant where there is one, and the unit:
keys that the records themselves keep, so that an address still leads to the same offer after the next build and in
every language. An address may leave parts out; theme/static/js/compare/columns.js then takes the best offer that has
the others.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..catalogue.offers import Offer
from .standing import first_day, is_upcoming


def reference(offer: Offer) -> str:
    """The offer with its provider, as one value of the address."""
    return f"{offer.provider.key}~{offer_id(offer)}"


def offer_id(offer: Offer) -> str:
    """The offer among those of its provider."""
    unit = offer.unit.value if offer.unit else None
    return ".".join(filter(None, (offer.listing.list_key, offer.service, offer.variant, unit)))


def offer_ids(offers: Iterable[Offer]) -> dict[int, str]:
    """The id of each offer by id(offer); where one follows another on the same list, the later is told by its first day."""
    found: dict[int, str] = {}
    for offer in sorted(offers, key=lambda each: is_upcoming(each.listing)):
        name, day = offer_id(offer), first_day(offer.listing)
        found[id(offer)] = f"{name}.{day.isoformat()}" if name in found.values() and day else name
    return found
