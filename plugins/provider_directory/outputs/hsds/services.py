"""Services: what one provider gives through one voucher or register, with areas, costs and terms."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.catalogue import gather
from ...catalogue.offers import DatedListing, Kind, Offer
from ...catalogue.status import ListingStatus
from ...records.collections import Entry
from ...records.schema.provider import Provider
from ...views.edition import Edition
from ...views.standing import first_day, last_day
from .costs import cost_options, earliest, latest
from .identity import Ids
from .locations import service_at_locations
from .organizations import provider
from .programs import program_id, program_of
from .taxonomy import classification
from .texts import Thing, address, day, known, localised, together, translations

Chosen = tuple[Kind, str, str]
"""What tells a provider's services apart: who pays, the voucher or register, and what is given."""


def services(edition: Edition, ids: Ids, entry: Entry[Provider]) -> Iterator[tuple[Thing, list[Thing]]]:
    """The services of a provider that can be chosen, each with the places at which it is given."""
    organization = provider(edition, ids, entry)
    for chosen, offers in services_of(edition, entry.key).items():
        own = service_id(ids, entry.key, chosen)
        yield service(edition, ids, own, organization, offers), list(service_at_locations(edition, ids, own, offers))


def services_of(edition: Edition, key: str) -> dict[Chosen, tuple[Offer, ...]]:
    """The offers of each of a provider's services; an approval that follows another one goes on with its service."""
    offers = edition.catalogue.offers_by_provider.get(key, ())
    return gather(((offer.listing.kind, offer.listing.list_key, offer.service), offer) for offer in offers)


def service_id(ids: Ids, provider: str, chosen: Chosen) -> str:
    """The identifier of a service."""
    kind, list_key, service = chosen
    return ids("service", provider, kind.value, list_key, service)


def service(edition: Edition, ids: Ids, own: str, organization: Thing, offers: tuple[Offer, ...]) -> Thing:
    """One service."""
    first, what = offers[0], edition.records.services[offers[0].service].record
    listings = list({id(offer.listing): offer.listing for offer in offers}.values())
    provider = first.provider
    return known(
        {
            "id": own,
            "organization_id": organization["id"],
            "program_id": program_id(ids, first.listing.kind, first.listing.list_key),
            "name": what.name.fi,
            "description": what.summary.fi,
            "url": address(edition, "providers", provider.key),
            "status": "active" if any(each.status is ListingStatus.CURRENT for each in listings) else "inactive",
            **through(first.listing),
            **checked(provider, listings),
            "service_areas": areas(edition, ids, own, listings),
            "languages": [language(edition, ids, own, code) for code in provider.record.languages],
            "organization": organization,
            "program": program_of(ids, first.listing),
            "funding": funding(edition, ids, own, first.listing),
            "cost_options": cost_options(edition, ids, own, offers),
            "attributes": [classification(edition, ids, own, first.service)],
            "payer": first.listing.kind.value,
            "service": first.service,
            "at_home": any(each.record.at_home for each in listings),
            "valid_from": day(earliest(*map(first_day, listings))) if all(map(first_day, listings)) else None,
            "valid_to": day(latest(*map(last_day, listings))) if all(map(last_day, listings)) else None,
            "conditions": [localised(text) for each in listings for text in each.record.conditions],
            "translations": translations(name=what.name, description=what.summary),
        }
    )


def through(listing: DatedListing) -> Thing:
    """Whom a voucher is for and how one gets it; nothing for what one pays oneself."""
    if not listing.voucher:
        return {}
    voucher = listing.voucher.record
    return {"eligibility_description": together(voucher.eligibility), "application_process": together(voucher.apply)}


def checked(provider: Entry[Provider], listings: list[DatedListing]) -> Thing:
    """The last day on which a person checked any of it."""
    every = [each.record.verified for each in listings] + [provider.record.verified]
    return {"assured_date": day(latest(*(each.on for each in every if each)))}


def areas(edition: Edition, ids: Ids, service: str, listings: list[DatedListing]) -> list[Thing]:
    """The municipalities whose residents can use it."""
    found = []
    for key in dict.fromkeys(key for each in listings for key in each.municipalities):
        record = edition.records.municipalities[key].record
        own = {"id": ids("service_area", service, key), "service_id": service, "name": record.name.fi}
        found.append(own | {"extent": record.code, "extent_type": "text", "municipality": key})
    return found


def language(edition: Edition, ids: Ids, service: str, code: str) -> Thing:
    """A language one is served in."""
    own = ids("language", service, code)
    return {"id": own, "service_id": service, "name": edition.wording.language_name(code), "code": code}


def funding(edition: Edition, ids: Ids, service: str, listing: DatedListing) -> list[Thing]:
    """Who pays for a part of it."""
    if listing.kind is Kind.SELF_PAY:
        return []
    return [{"id": ids("funding", service), "service_id": service, "source": edition.organiser(listing.organiser)}]
