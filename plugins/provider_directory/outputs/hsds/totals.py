"""How many of each there are, which every page of a list says."""

from __future__ import annotations

from ...catalogue.catalogue import Catalogue

TOTALS = "hsds-totals"
"""The name that the counts are noted by when they are read."""


def totals(catalogue: Catalogue) -> dict[str, int]:
    """Of the lists that grow with the directory: providers with organisers, services, and places at which services are given."""
    services, places = set[tuple[str, ...]](), set[tuple[str, ...]]()
    for offer in catalogue.offers:
        own = (offer.provider.key, offer.listing.kind.value, offer.listing.list_key, offer.service)
        services.add(own)
        places.update((*own, place) for place in offer.listing.record.locations)
    return {
        "organizations": len(catalogue.offers_by_provider) + len(catalogue.records.organisers),
        "services": len(services),
        "service_at_locations": len(places),
    }


TABLES = {TOTALS: totals}
"""What is worked out once for all pages, by the name it is noted by."""
