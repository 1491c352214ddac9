"""Locations: places of providers, and which services are given there."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.offers import Offer
from ...records.collections import Entry
from ...records.schema.base import Address
from ...records.schema.provider import Location, Provider
from ...views.edition import Edition
from .identity import Ids
from .texts import Thing, known, translations


def location(edition: Edition, ids: Ids, provider: Entry[Provider], key: str) -> Thing:
    """One place of a provider."""
    place, own = provider.record.locations[key], location_id(ids, provider.key, key)
    return known(
        {
            "id": own,
            "location_type": "physical",
            "organization_id": ids("organization", provider.key),
            "name": place.name,
            "addresses": [postal(edition, ids, own, place.address)],
            "accessibility": accessibility(ids, own, place),
            "phones": [{"id": ids("phone", own), "location_id": own, "number": place.phone.dial or place.phone.text}]
            if place.phone
            else [],
            "key": key,
            "places": place.places,
        }
    )


def location_id(ids: Ids, provider: str, key: str) -> str:
    """The identifier of a place."""
    return ids("location", provider, key)


def accessibility(ids: Ids, location: str, place: Location) -> list[Thing]:
    """How one gets in."""
    text = place.accessibility
    if text is None:
        return []
    own = {"id": ids("accessibility", location), "location_id": location, "description": text.fi}
    return [known(own | {"translations": translations(description=text)})]


def postal(edition: Edition, ids: Ids, location: str, address: Address) -> Thing:
    """An address; the schema demands each of its fields, so what is not known is an empty text."""
    return {
        "id": ids("address", location),
        "location_id": location,
        "address_1": address.street or address.po_box or "",
        "city": address.city or "",
        "state_province": region(edition, address.municipality),
        "postal_code": address.postal_code or "",
        "country": "FI",
        "address_type": "physical",
    } | ({"municipality": address.municipality} if address.municipality else {})


def region(edition: Edition, municipality: str | None) -> str:
    """The Finnish name of the region (maakunta) that a municipality belongs to on the day."""
    if municipality is None:
        return ""
    regions = edition.records.municipalities[municipality].record.regions
    keys = (each.region for each in regions if each.holds_on(edition.catalogue.as_of))
    return next((edition.records.regions[key].record.name.fi for key in keys), "")


def service_at_locations(edition: Edition, ids: Ids, service: str, offers: tuple[Offer, ...]) -> Iterator[Thing]:
    """The places at which a service is given; none where it is given at home only."""
    provider = offers[0].provider
    for key in dict.fromkeys(key for offer in offers for key in offer.listing.record.locations):
        yield {
            "id": ids("service_at_location", service, key),
            "service_id": service,
            "location_id": location_id(ids, provider.key, key),
            "location": location(edition, ids, provider, key),
        }
