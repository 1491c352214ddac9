"""
What a page is about, as schema.org objects for search engines.

Amounts are plain decimals ("38.50"); no e-mail address is ever in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..catalogue.offers import Offer
from ..model import Cents, Unit
from ..records.collections import Entry
from ..records.schema.base import Address
from ..records.schema.organiser import Organiser
from ..records.schema.provider import Provider, Vat
from .edition import Edition

Thing = dict[str, Any]

UNIT_CODES = {
    Unit.HOUR: "HUR",
    Unit.DAY: "DAY",
    Unit.FULL_DAY: "DAY",
    Unit.WEEK: "WEE",
    Unit.MONTH: "MON",
    Unit.PIECE: "H87",
}
"""UN/CEFACT Recommendation 20; a visit and a direction have no code there."""


def provider(edition: Edition, entry: Entry[Provider], offers: Iterable[Offer] = ()) -> Thing:
    """A provider with what it offers: a LocalBusiness where it can be visited, else an Organization."""
    record = entry.record
    offered = list(offers)
    address = record.address or next((place.address for place in record.locations.values()), None)
    return known(
        {
            "@type": "LocalBusiness" if address else "Organization",
            "@id": identity(edition, edition.links.provider(entry.key)),
            "name": record.name,
            "url": edition.absolute(edition.links.provider(entry.key)),
            "description": edition.wording.read(record.summary),
            "sameAs": record.website,
            "telephone": next((phone.dial for phone in record.phones if phone.dial), None),
            "address": postal(address) if address else None,
            "identifier": {"@type": "PropertyValue", "propertyID": "Y-tunnus", "value": record.business_id},
            "knowsLanguage": list(record.languages),
            "areaServed": [known_as(key) | area(edition, key) for key in served(offered)],
            "makesOffer": [offer(edition, each) for each in offered],
        }
    )


def reference(edition: Edition, entry: Entry[Provider]) -> Thing:
    """A provider named in a list: what it is called and where its page is."""
    url = edition.links.provider(entry.key)
    return {
        "@type": "Organization",
        "@id": identity(edition, url),
        "name": entry.record.name,
        "url": edition.absolute(url),
    }


def offer(edition: Edition, offer: Offer) -> Thing:
    """One service in one variant with its price; its municipalities are told once, of the provider."""
    variant = edition.wording.read(offer.variant_name)
    service = edition.service(offer.service)
    return known(
        {
            "@type": "Offer",
            "name": f"{service}: {variant}" if variant else service,
            "itemOffered": {
                "@type": "Service",
                "name": service,
                "url": edition.absolute(edition.links.service(offer.service)),
            },
            "availabilityStarts": offer.listing.starts.isoformat() if offer.listing.starts else None,
            "availabilityEnds": offer.listing.until.isoformat() if offer.listing.until else None,
            "eligibleRegion": [known_as(key) for key in offer.listing.municipalities],
            "priceSpecification": price(edition, offer),
        }
    )


def price(edition: Edition, offer: Offer) -> Thing | None:
    """The price of one unit."""
    if offer.price is None:
        return None
    return known(
        {
            "@type": "UnitPriceSpecification",
            "price": decimal(offer.price.price),
            "priceCurrency": "EUR",
            "unitCode": UNIT_CODES.get(offer.price.unit),
            "unitText": edition.wording.unit(offer.price.unit),
            "valueAddedTaxIncluded": {Vat.INCLUDED: True, Vat.EXCLUDED: False}.get(offer.price.vat)
            if offer.price.vat
            else None,
            "validFrom": offer.price.starts.isoformat() if offer.price.starts else None,
            "validThrough": offer.price.until.isoformat() if offer.price.until else None,
        }
    )


def service(edition: Edition, key: str) -> Thing:
    """A service, whoever delivers it."""
    record = edition.records.services[key].record
    url = edition.absolute(edition.links.service(key))
    return known(
        {
            "@type": "Service",
            "@id": f"{url}#service",
            "name": edition.service(key),
            "alternateName": list(getattr(record.synonyms, edition.language)),
            "description": edition.wording.read(record.summary),
            "url": url,
        }
    )


def organiser(edition: Edition, entry: Entry[Organiser]) -> Thing:
    """A municipality or county that grants vouchers."""
    record = entry.record
    url = edition.links.organiser(entry.key)
    return known(
        {
            "@type": "GovernmentOrganization",
            "@id": identity(edition, url),
            "name": edition.organiser(entry),
            "url": edition.absolute(url),
            "sameAs": record.website,
            "telephone": next((phone.dial for phone in record.phones if phone.dial), None),
            "address": postal(record.address) if record.address else None,
            "areaServed": areas(edition, record.municipalities),
        }
    )


def item_list(edition: Edition, name: str, urls: Iterable[tuple[str, str]]) -> Thing:
    """A list of pages, as (label, address from the root), in the order they are shown."""
    items = [
        {"@type": "ListItem", "position": number, "name": label, "url": edition.absolute(url)}
        for number, (label, url) in enumerate(urls, 1)
    ]
    return {"@type": "ItemList", "name": name, "numberOfItems": len(items), "itemListElement": items}


def postal(address: Address) -> Thing:
    """An address in Finland."""
    return known(
        {
            "@type": "PostalAddress",
            "streetAddress": address.street,
            "postOfficeBoxNumber": address.po_box,
            "postalCode": address.postal_code,
            "addressLocality": address.city,
            "addressCountry": "FI",
        }
    )


def areas(edition: Edition, municipalities: Iterable[str]) -> list[Thing]:
    """Municipalities as places."""
    return [area(edition, key) for key in municipalities]


def area(edition: Edition, municipality: str) -> Thing:
    """A municipality as a place."""
    return {"@type": "AdministrativeArea", "name": edition.municipality(municipality)}


def known_as(municipality: str) -> Thing:
    """What a page calls a municipality that it mentions more than once."""
    return {"@id": f"#{municipality}"}


def served(offers: Iterable[Offer]) -> list[str]:
    """The municipalities whose residents can use any of the offers, each once."""
    return list(dict.fromkeys(key for each in offers for key in each.listing.municipalities))


def identity(edition: Edition, url: str) -> str:
    """The name a thing keeps wherever it is mentioned."""
    return f"{edition.absolute(url)}#organization"


def decimal(cents: Cents) -> str:
    """'38.50'."""
    return f"{cents // 100}.{cents % 100:02}"


def known(thing: Thing) -> Thing:
    """The thing without what is not known of it."""
    return {key: value for key, value in thing.items() if value not in (None, "", [])}
