"""A provider as data for the compare page, which reads it out of the provider's own page: one truth, no extra file.

Empty fields are left out: it stands on every provider's page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..catalogue.offers import DatedListing, Kind, Offer, charged
from ..records.collections import Entry
from ..records.schema.provider import Provider
from .cards import approved_by, at_home_or_place, delivered, phone_of
from .changes import price_changes, share_changes, value_changes
from .edition import Edition
from .listing_block import checked, list_name
from .offer_data import besides, later_data, offer_data
from .offer_reference import offer_ids
from .paying import Amount, listed_share, noted, price_amount, share_known, value_amount
from .prose import Html, json_in_html
from .questions import questions
from .standing import first_day, first_day_words, is_upcoming, last_day

Data = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedProvider:
    """What a provider's page needs so that the provider can be compared."""

    reference: str
    """How the compare page's address names it."""
    data: Html
    """What theme/static/js/compare/provider.js calls a Provider, safe inside a script element."""


def compared_provider(edition: Edition, entry: Entry[Provider], listings: Sequence[DatedListing]) -> ComparedProvider:
    """A provider with those of its listings that can be chosen."""
    return ComparedProvider(reference=entry.key, data=json_in_html(provider_data(edition, entry, listings)))


def provider_data(edition: Edition, entry: Entry[Provider], listings: Sequence[DatedListing]) -> Data:
    """Everything the comparison says of a provider."""
    offers = edition.catalogue.offers_by_provider.get(entry.key, ())
    ids, phone = offer_ids(offers), phone_of(entry)
    return told(
        key=entry.key,
        name=entry.record.name,
        url=edition.links.provider(entry.key),
        where=delivered(edition, listings),
        languages=edition.wording.join(map(edition.wording.language_name, entry.record.languages)),
        phone=told(label=phone.label, url=phone.url) if phone else None,
        listings=[
            listing_data(edition, listing, [offer for offer in offers if offer.listing is listing], ids)
            for listing in listings
        ],
    )


def listing_data(edition: Edition, listing: DatedListing, offers: Sequence[Offer], ids: dict[int, str]) -> Data:
    """One approval or notice with its offers."""
    last = last_day(listing)
    return told(
        name=list_name(edition, listing),
        upcoming=is_upcoming(listing),
        until=last.isoformat() if last else None,
        where=list(where(edition, listing)),
        approved=[approved_by(edition, [listing]), *in_force(edition, listing)],
        conditions=[edition.wording.read(each) for each in listing.record.conditions],
        accessibility=list(accessibility(edition, listing)),
        checked=checked(edition, listing),
        offers=[offer_of(edition, offer, ids[id(offer)]) for offer in offers],
    )


def in_force(edition: Edition, listing: DatedListing) -> Iterator[str]:
    """From when till when, and its first day where its register begins later than itself."""
    yield edition.wording.period(listing.starts, last_day(listing))
    first = first_day(listing)
    if is_upcoming(listing) and first and first != listing.starts:
        yield edition.wording.say("from {day}", day=first_day_words(edition, listing))


def offer_of(edition: Edition, offer: Offer, key: str) -> Data:
    """One offer: its words, and what a browser needs to work out what one person pays."""
    price = offer.price
    asks = questions([offer], edition.catalogue.as_of) if asked(edition, offer) else ()
    return told(
        id=key,
        service=edition.service(offer.service),
        about=offer.service,
        variant=edition.wording.read(offer.variant_name),
        price=amount_data(noted(price_amount(edition, price), price_changes(edition, offer))) if price else None,
        value=amount_data(value(edition, offer)),
        share=amount_data(share(edition, offer)),
        note=edition.wording.read(price.note) if price else None,
        includes=[edition.wording.read(each) for each in price.includes] if price else None,
        onTop=[edition.wording.read(each) for each in price.on_top] if price else None,
        asks=[question.value for question in asks],
        data=offer_data(edition, offer) | told(later=later_data(edition, offer), besides=besides(edition, offer)),
    )


def asked(edition: Edition, offer: Offer) -> bool:
    """Whether anything a person tells could change the amounts."""
    return offer.price is not None and (offer.listing.kind is Kind.SELF_PAY or share_known(edition, offer))


def value(edition: Edition, offer: Offer) -> Amount | None:
    """What the voucher pays; why it is not known stands already beside the share."""
    found = value_amount(edition, offer)
    return replace(noted(found, value_changes(edition, offer)), reason=None) if found else None


def share(edition: Edition, offer: Offer) -> Amount | None:
    """What everybody pays: with a voucher what it leaves, else all of it, with the tax where its rate is told."""
    found, price = listed_share(edition, offer), offer.price
    if found:
        return noted(found, share_changes(edition, offer))
    if price is None:
        return None
    whole = charged(price)
    if whole is None:
        return price_amount(edition, price)
    return Amount(text=edition.wording.money(whole), unit=edition.wording.unit(price.unit), cents=whole)


def amount_data(amount: Amount | None) -> Data | None:
    """An amount's words."""
    if amount is None:
        return None
    note = "; ".join(filter(None, (amount.note, amount.reason)))
    cents = {} if amount.cents is None else {"cents": amount.cents}
    return told(text=amount.text, unit=amount.unit, note=note) | cents


def where(edition: Edition, listing: DatedListing) -> Iterator[str]:
    """At home or at which places; and in which municipalities, where the places do not say it."""
    yield at_home_or_place(edition, [listing])
    if listing.record.at_home or not listing.places:
        yield delivered(edition, [listing])


def accessibility(edition: Edition, listing: DatedListing) -> Iterator[str]:
    """What is known of getting in, place by place."""
    places = [listing.provider.record.locations[key] for key in listing.record.locations]
    for place in places:
        if place.accessibility:
            words = edition.wording.read(place.accessibility)
            yield f"{place.name}: {words}" if len(places) > 1 else words


def told(**fields: Any) -> Data:
    """Only the fields that say something."""
    full = {
        name: [each for each in value if each] if isinstance(value, list) else value for name, value in fields.items()
    }
    return {name: value for name, value in full.items() if value not in (None, "", [], False)}
