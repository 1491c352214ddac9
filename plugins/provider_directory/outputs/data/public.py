"""
Records without what is nobody's business: what a page does not show is in no file.

Left out are warnings that editors accepted; when and why a listing is withdrawn, and while it is, the listing itself; listings
that have ended (the table of listings tells that they did); providers that cannot be chosen; past prices and costs; and
locations and time bands that nothing uses. What the records of all other kinds say is on pages, or, as the words that people
search with, in the published index of the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from ...catalogue.catalogue import Catalogue
from ...records.collections import Entry
from ...records.schema.base import Period
from ...records.schema.provider import Listing, Provider
from .shown import choosable

P = TypeVar("P", bound=Period)


def public_entries(catalogue: Catalogue, attribute: str) -> Iterator[Entry[Any]]:
    """The records of a kind, as they may be published, in their order: that of services is the one readers see."""
    if attribute == "providers":
        yield from (public_provider(catalogue, entry) for entry in catalogue.shown_providers)
    else:
        yield from (public_entry(entry) for entry in getattr(catalogue.records, attribute).values())


def public_entry(entry: Entry[Any]) -> Entry[Any]:
    """A record and its translations without what editors tell each other."""
    translations = {language: public_entry(each) for language, each in entry.translations.items()}
    return replace(entry, record=entry.record.model_copy(update={"accepted_warnings": []}), translations=translations)


def public_provider(catalogue: Catalogue, entry: Entry[Provider]) -> Entry[Provider]:
    """A provider with the listings that can be chosen, and what these use."""
    day, record = catalogue.as_of, entry.record
    listings = [public_listing(listing.record, day) for listing in choosable(catalogue, entry.key)]
    places = {key for listing in listings for key in listing.locations}
    bands = {price.variant for listing in listings for price in listing.prices}
    kept = {
        "accepted_warnings": [],
        "listings": listings,
        "locations": {key: place for key, place in record.locations.items() if key in places},
        "time_bands": {key: band for key, band in record.time_bands.items() if key in bands},
    }
    return replace(entry, record=record.model_copy(update=kept))


def public_listing(listing: Listing, day: date) -> Listing:
    """A listing with what holds on the day or is to come."""
    kept = {"suspended": None, "prices": not_past(listing.prices, day), "costs": not_past(listing.costs, day)}
    return listing.model_copy(update=kept)


def not_past(found: Iterable[P], day: date) -> list[P]:
    """What has not ended before the day."""
    return [each for each in found if not (each.until and each.until < day)]
