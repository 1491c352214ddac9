"""Which listings data may tell of, and by which key: those that can be chosen, and of ended ones that they ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...catalogue.catalogue import Catalogue
from ...catalogue.offers import DatedListing
from ...catalogue.status import ListingStatus
from ...views.standing import last_day


def choosable(catalogue: Catalogue, provider: str) -> list[DatedListing]:
    """A provider's listings that can be chosen, now or from a day, in the order of its record."""
    return [listing for listing in catalogue.listings_by_provider.get(provider, ()) if listing.choosable]


def ended(catalogue: Catalogue, provider: str) -> Iterator[DatedListing]:
    """The listings that its page tells as ended: of each list it is on no longer the last one."""
    everything = catalogue.listings_by_provider.get(provider, ())
    current = {listing.list_key for listing in everything if listing.choosable}
    over = [listing for listing in everything if listing.status is ListingStatus.ENDED and last_day(listing)]
    last = {listing.list_key: listing for listing in over}
    # The page of a provider that is suspended and otherwise ended tells nothing at all, not even its name.
    if catalogue.provider_status(provider) is not ListingStatus.SUSPENDED:
        yield from (listing for key, listing in last.items() if key not in current)


def listing_keys(listings: Sequence[DatedListing]) -> dict[int, str]:
    """The key of each of one provider's listings by its number, which stays the same whatever other listings come and go."""
    found: dict[str, int] = {}
    for listing in listings:
        key = "/".join((listing.provider.key, str(listing.kind), listing.list_key, *since(listing)))
        while key in found:
            key += "-again"
        found[key] = listing.number
    return {number: key for key, number in found.items()}


def since(listing: DatedListing) -> tuple[str, ...]:
    """The day it began, where the record says so: an approval may follow another for the same list."""
    return (listing.record.starts.isoformat(),) if listing.record.starts else ()
