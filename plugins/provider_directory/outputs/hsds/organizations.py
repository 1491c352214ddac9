"""Organizations: providers with their locations, and the organisers who approve them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...records.collections import Entry
from ...records.fields import Phone
from ...records.schema.base import Localised
from ...records.schema.organiser import Organiser
from ...records.schema.provider import Provider
from ...views.cards import services_words
from ...views.edition import Edition
from .identity import Ids
from .locations import location
from .texts import Thing, known, pages, translations

BUSINESS_ID = "Y-tunnus"


def provider(edition: Edition, ids: Ids, entry: Entry[Provider]) -> Thing:
    """A provider as its services name it."""
    record, own = entry.record, ids("organization", entry.key)
    offers = edition.catalogue.offers_by_provider.get(entry.key, ())
    return known(
        {
            "id": own,
            "name": record.name,
            "description": record.summary.fi if record.summary else f"{services_words(edition, offers)}.",
            "website": record.website,
            "legal_status": record.kind.value,
            "organization_identifiers": [business_id(ids, own, record.business_id)],
            "phones": phones(ids, own, record.phones, record.phone_hours),
            "key": entry.key,
            "kind": "provider",
        }
    )


def listed_provider(edition: Edition, ids: Ids, entry: Entry[Provider]) -> Thing:
    """A provider with the places that can be chosen, and where its pages are."""
    offers = edition.catalogue.offers_by_provider.get(entry.key, ())
    used = {key for offer in offers for key in offer.listing.record.locations}
    return provider(edition, ids, entry) | known(
        {
            "locations": [location(edition, ids, entry, key) for key in entry.record.locations if key in used],
            "pages": pages(edition, "providers", entry.key),
            "translations": translations(description=entry.record.summary),
        }
    )


def organiser(edition: Edition, ids: Ids, entry: Entry[Organiser]) -> Thing:
    """A municipality or county that grants vouchers or publishes registers."""
    record, own = entry.record, organiser_id(ids, entry.key)
    text = record.introduction or record.division or record.name
    return known(
        {
            "id": own,
            "name": record.name.fi,
            "description": text.fi,
            "website": record.website,
            "legal_status": record.kind.value,
            "organization_identifiers": [business_id(ids, own, record.business_id)] if record.business_id else [],
            "phones": phones(ids, own, record.phones, None),
            "key": entry.key,
            "kind": "organiser",
            "pages": pages(edition, "organisers", entry.key),
            "translations": translations(name=record.name, description=text),
        }
    )


def organisers(edition: Edition, ids: Ids) -> Iterator[Thing]:
    """Every organiser, by key."""
    return (organiser(edition, ids, entry) for _, entry in sorted(edition.records.organisers.items()))


def organiser_id(ids: Ids, key: str) -> str:
    """The identifier of an organiser, which may have the same key as a provider."""
    return ids("organization", "organiser", key)


def business_id(ids: Ids, organization: str, number: str) -> Thing:
    """The number under which the trade register knows an organization."""
    return {
        "id": ids("organization_identifier", organization, number),
        "organization_id": organization,
        "identifier_type": BUSINESS_ID,
        "identifier": number,
    }


def phones(ids: Ids, organization: str, numbers: Iterable[Phone], hours: Localised | None) -> list[Thing]:
    """Telephone numbers as they are dialled, or as they are printed where they cannot be."""
    return [
        known(
            {
                "id": ids("phone", organization, number.text),
                "organization_id": organization,
                "number": number.dial or number.text,
                "type": "voice",
                "description": hours.fi if hours else None,
                "translations": translations(description=hours),
            }
        )
        for number in dict.fromkeys(numbers)
    ]
