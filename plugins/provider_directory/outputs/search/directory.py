"""The catalogue as the search sees it: one edition's providers, offers and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from ...catalogue.moments import moments
from ...catalogue.offers import Kind, Offer
from ...model import Unit
from ...records.collections import Entry
from ...records.schema.base import Localised
from ...records.schema.provider import Provider
from ...views.cards import approved_by, listings_of, phone_of, summary
from ...views.changes import first_day, terms
from ...views.edition import Edition
from ...views.offer_data import besides
from ...views.paying import comparable, listed_words
from ...views.search import told_units
from ...views.search_words import moment_words
from ...views.standing import tags_of
from ...views.wording import alphabetical
from .directory_choices import municipalities, ordered, origins, services
from .documents import SearchCard, SearchDirectory, SearchDocument, SearchOffer, SearchPay, SearchTag, SearchTerms
from .language_words import LANGUAGE_WORDS
from .time_words import MOMENT_WORDS
from .vocabulary import (
    SearchKind,
    SearchLanguage,
    SearchMoment,
    SearchUnit,
    SearchVocabulary,
)


def directory(edition: Edition, made: Callable[[Entry[Provider]], SearchDocument] | None = None) -> SearchDirectory:
    """Everything that is searched in one language. made: gives the document of a provider, where one is remembered."""
    make = made or partial(document, edition)
    return SearchDirectory(
        language=edition.language,  # type: ignore[arg-type]
        day=edition.catalogue.as_of,
        vocabulary=vocabulary(edition),
        documents=tuple(make(provider) for provider in by_name(edition.catalogue.shown_providers)),
    )


def by_name(providers: Iterable[Entry[Provider]]) -> list[Entry[Provider]]:
    """Providers in alphabetical order."""
    return sorted(providers, key=lambda provider: alphabetical(provider.record.name))


def document(edition: Edition, provider: Entry[Provider]) -> SearchDocument:
    """One provider with what it offers."""
    record = provider.record
    offers = edition.catalogue.offers_by_provider[provider.key]
    locations = list(record.locations.values())
    addresses = [place.address for place in locations] + ([record.address] if record.address else [])
    phones = [*record.phones, *(place.phone for place in locations if place.phone)]
    return SearchDocument(
        key=provider.key,
        url=edition.links.provider(provider.key),
        name=record.name,
        card=search_card(edition, provider, offers),
        languages=tuple(record.languages),
        municipalities=tuple(dict.fromkeys(address.municipality for address in addresses if address.municipality)),
        offers=tuple(search_offer(edition, offer, offers) for offer in offers),
        also_named=tuple(dict.fromkeys(place.name for place in locations if place.name != record.name)),
        places=tuple(dict.fromkeys(part for each in addresses for part in (each.street, each.city) if part)),
        descriptions=tuple(descriptions(edition, provider, offers)),
        business_id=record.business_id,
        phones=tuple(str(phone) for phone in phones),
    )


def search_card(edition: Edition, provider: Entry[Provider], offers: Sequence[Offer]) -> SearchCard:
    """The words of a result."""
    listings, phone = listings_of(offers), phone_of(provider)
    return SearchCard(
        summary=summary(edition, provider, offers),
        approved_by=approved_by(edition, listings),
        languages=edition.wording.join(map(edition.wording.language_name, provider.record.languages)),
        phone=phone.label if phone else "",
        phone_url=(phone.url or "") if phone else "",
        tags=tuple(SearchTag(kind=tag.kind, words=tag.text) for tag in tags_of(edition, listings)),
    )


def search_offer(edition: Edition, offer: Offer, others: Sequence[Offer]) -> SearchOffer:
    """One of a provider's offers. One that is still to come is found too, because its card carries the day it begins."""
    listing = offer.listing
    origin = listing.voucher or listing.register
    siblings = (each for each in others if each.listing is listing)
    return SearchOffer(
        service=offer.service,
        kind=listing.kind.value,
        origin=origin.key if origin else "",
        municipalities=listing.municipalities,
        unit=offer.unit.value if offer.unit else None,
        price_cents=offer.cents,
        pay=search_pay(edition, offer),
        price=edition.wording.money(offer.cents) if offer.cents is not None else "",
        variant=variant_words(edition, offer),
        variant_key=offer.variant or "",
        terms=search_terms(edition, offer),
        moments=tuple(moments(offer, siblings)),
        home_visit=listing.record.at_home,
        until=earliest(listing.until, offer.price.until if offer.price else None),
    )


def search_pay(edition: Edition, offer: Offer) -> SearchPay:
    """What the client pays for one unit, between which ends; without a voucher the price, where that is all of it."""
    share, words = terms(edition, offer).share, listed_words(edition, offer)
    if offer.listing.kind is Kind.SELF_PAY or share is None or words is None:
        return SearchPay(low_cents=offer.cents, high_cents=offer.cents if comparable(offer) else None)
    unit, note, more = share.unit or offer.unit, words.note or words.reason or "", besides(edition, offer)
    ends = {"low_cents": share.low, "high_cents": share.high}
    return SearchPay(**ends, unit=unit, words=words.text, note=note, besides=more)


def search_terms(edition: Edition, offer: Offer) -> SearchTerms | None:
    """The later day on which a voucher's terms hold that are shown; nothing where it is the day of the build."""
    found = terms(edition, offer)
    day = found.starts or first_day(edition, offer)
    if day == edition.catalogue.as_of or offer.listing.voucher is None:
        return None
    return SearchTerms(day=day, price_cents=found.price.price if found.price else None)


def variant_words(edition: Edition, offer: Offer) -> str:
    """How it is delivered, and from which day where that is still to come."""
    first = max(offer.listing.starts or date.min, (offer.price.starts if offer.price else None) or date.min)
    coming = edition.wording.period(first, None) if first > edition.catalogue.as_of else ""
    return ", ".join(part for part in (edition.wording.read(offer.variant_name), coming) if part)


def earliest(*days: date | None) -> date | None:
    """The earlier of two last days."""
    return min((day for day in days if day), default=None)


def descriptions(edition: Edition, provider: Entry[Provider], offers: Sequence[Offer]) -> Iterator[str]:
    """Everything else worth finding, in this language and in Finnish."""
    record = provider.record
    texts: list[Localised | None] = [record.summary, record.description]
    for listing in {id(offer.listing): offer.listing for offer in offers}.values():
        texts += listing.record.conditions
        texts += [item for price in listing.record.prices for item in (*price.includes, *price.on_top, price.note)]
    words = dict.fromkeys(edition.wording.read(text) for text in texts if text)
    yield from words
    yield from record.keywords


def vocabulary(edition: Edition) -> SearchVocabulary:
    """Every choice, in the order in which choices are shown."""
    offers = edition.catalogue.offers
    units = told_units(edition)
    return SearchVocabulary(
        services=tuple(ordered(services(edition))),
        municipalities=tuple(ordered(municipalities(edition))),
        origins=tuple(ordered(origins(edition))),
        units=tuple(SearchUnit(key=unit.value, label=edition.wording.unit(unit)) for unit in Unit if unit in units),
        moments=tuple(
            SearchMoment(key=key, label=label, words=MOMENT_WORDS[key]) for key, label in moment_words(edition).items()
        ),
        kinds=(
            SearchKind(
                key="voucher",
                label=edition.wording.say("With a service voucher"),
                words=("palveluseteli", "servicesedel", "voucher"),
            ),
            SearchKind(
                key="self-pay",
                label=edition.wording.say("I pay it all myself"),
                words=("itse maksettava", "självbetald", "self-pay"),
            ),
        ),
        languages=tuple(
            SearchLanguage(key=code, label=edition.wording.language_name(code), words=LANGUAGE_WORDS.get(code, ()))
            for code in sorted({code for offer in offers for code in offer.provider.record.languages})
        ),
    )
