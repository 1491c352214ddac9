"""Providers and their locations: what their pages say of them."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.status import ListingStatus
from ...records.collections import Entry
from ...records.schema.base import Verification
from ...records.schema.provider import Provider, ProviderKind
from ...views.edition import Edition
from .columns import AS_OF, Column, Kind, Row, Table, in_languages, key, localised, names, of, of_all, one_of, say, text
from .places import ADDRESS, address_row, url_columns, urls
from .shown import choosable
from .sources import with_providers

SHOWN = (ListingStatus.CURRENT, ListingStatus.UPCOMING, ListingStatus.ENDED)


def rows_of(edition: Edition, provider: str) -> Iterator[Row]:
    """A provider that has a page of its own; of one that has ended its name and no more."""
    entry, status = edition.records.providers[provider], edition.catalogue.provider_status(provider)
    if status in SHOWN:
        page = urls(edition, "providers", provider)
        own = {} if status is ListingStatus.ENDED else facts(entry)
        yield {"key": provider, "status": str(status), "name": entry.record.name} | own | page | day(edition)


def facts(entry: Entry[Provider]) -> Row:
    """What is known of a provider that can be chosen."""
    record = entry.record
    return {
        "business_id": record.business_id,
        "kind": str(record.kind),
        **localised("summary", record.summary),
        **localised("description", record.description),
        **address_row(record.address),
        "phones": tuple(map(str, record.phones)),
        **localised("phone_hours", record.phone_hours),
        "emails": tuple(record.emails),
        "website": record.website,
        "languages": tuple(record.languages),
        **verified_row(record.verified),
    }


def day(edition: Edition) -> Row:
    """The day the row is true on."""
    return {"as_of": edition.catalogue.as_of}


def verified_row(verified: Verification | None) -> Row:
    """The cells of a check."""
    return {
        "verified_on": verified.on if verified else None,
        **localised("verified_by", verified.by if verified else None),
    }


VERIFIED: tuple[Column, ...] = (
    of(Kind.DAY, "verified_on", say("The day a person checked the facts.")),
    *in_languages(text("verified_by", say("The role that checked them."))),
)

PROVIDERS = Table(
    name="providers",
    title=say("Providers"),
    about=say("Companies, associations and sole traders on a list; of those on none any more only the name."),
    columns=(
        key("key", say("What other tables call the provider.")),
        one_of("status", SHOWN, say("Whether it can be chosen now, from a day to come, or no longer."), required=True),
        text("name", say("Name of the provider."), required=True),
        text("business_id", say("Finnish business id (Y-tunnus)."), pattern=r"\d{7}-\d"),
        one_of("kind", ProviderKind, say("Its legal form, as far as clients care.")),
        *in_languages(text("summary", say("What it does, in a sentence."))),
        *in_languages(text("description", say("A few sentences more."))),
        *ADDRESS,
        of(Kind.TEXTS, "phones", say("Telephone numbers as they are published.")),
        *in_languages(text("phone_hours", say("When somebody answers."))),
        of(Kind.EMAILS, "emails", say("E-mail addresses.")),
        text("website", say("Its own site.")),
        of(Kind.KEYS, "languages", say("Languages it serves in, by their codes (ISO 639).")),
        *VERIFIED,
        *url_columns(),
        AS_OF,
    ),
    rows=of_all(rows_of),
    rows_of=rows_of,
    key=("key",),
    sources=with_providers,
)


def location_rows(edition: Edition, provider: str) -> Iterator[Row]:
    """The places where a provider's listings that can be chosen are delivered."""
    used = {place for listing in choosable(edition.catalogue, provider) for place in listing.record.locations}
    for place, location in edition.records.providers[provider].record.locations.items():
        if place in used:
            yield {
                "key": f"{provider}/{place}",
                "provider": provider,
                "name": location.name,
                **address_row(location.address),
                "phone": str(location.phone) if location.phone else None,
                "places": location.places,
                **localised("accessibility", location.accessibility),
                **day(edition),
            }


LOCATIONS = Table(
    name="locations",
    title=say("Locations"),
    about=say("The places of providers. A service that is delivered at home needs none."),
    columns=(
        key("key", say("What other tables call the location: the provider’s key and its own.")),
        names("provider", "providers", say("Whose place it is."), required=True),
        text("name", say("Name of the place."), required=True),
        *ADDRESS,
        text("phone", say("Its own telephone number.")),
        text("places", say("How many clients it takes, in the provider’s words.")),
        *in_languages(text("accessibility", say("Steps, lifts, hearing loops."))),
        AS_OF,
    ),
    rows=of_all(location_rows),
    rows_of=location_rows,
    key=("key",),
    sources=with_providers,
)
