"""A provider's page: everything about this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..catalogue.offers import DatedListing, Kind, Offer
from ..catalogue.status import ListingStatus
from ..records.collections import Entry
from ..records.schema.provider import Location, Provider, ProviderKind
from . import structured
from .cards import delivered, services_words, summary
from .choice import Choice
from .compare_data import ComparedProvider, compared_provider
from .contacts import EmailView, PhoneView, address_lines, email_view, phone_view
from .corrections import Addressee, addressees
from .edition import Edition
from .facts import Fact, known
from .listing_block import ListingView, listing_view
from .page import Page
from .page_kind import PageKind
from .paying import share_known
from .price_place import PricePlace, price_places
from .prose import hidden
from .provider_ended import ended_page, ended_words, suspended_page, trail
from .qr import QrCode, qr_code
from .questions import Question, questions
from .standing import Tag, is_upcoming, tags_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationView:
    """One place of a provider."""

    anchor: str
    name: str
    lines: tuple[str, ...]
    phone: PhoneView | None
    places: str | None
    accessibility: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderView:
    """Everything about one provider, how to reach it first."""

    heading: str
    kicker: str
    lead: str
    tags: tuple[Tag, ...]
    phones: tuple[PhoneView, ...]
    phone_hours: str | None
    emails: tuple[EmailView, ...]
    website: Choice | None
    languages: str
    description: str | None
    description_language: str
    questions: tuple[Question, ...]
    """What a browser asks to work out what one person pays."""
    listings: tuple[ListingView, ...]
    """Those in force first, then those to come; what follows one of the same list right after it."""
    ended: tuple[str, ...]
    """What the provider is no longer approved for."""
    locations: tuple[LocationView, ...]
    price_places: tuple[PricePlace, ...]
    facts: tuple[Fact, ...]
    source: str
    checked: str | None
    corrections: tuple[Addressee, ...]
    qr: QrCode | None
    """The page's address for paper; nothing while the site has no address of its own."""
    compare: ComparedProvider


def subjects(edition: Edition) -> Iterable[str]:
    """Every provider, whatever its standing."""
    return sorted(edition.records.providers)


def page(edition: Edition, key: str) -> Page:
    """The page of one of them."""
    entry = edition.records.providers[key]
    match edition.catalogue.provider_status(key):
        case ListingStatus.SUSPENDED:
            return suspended_page(edition, entry)
        case ListingStatus.ENDED:
            return ended_page(edition, entry)
        case _:
            return provider_page(edition, entry)


pages = PageKind(subjects, page)


def provider_page(edition: Edition, entry: Entry[Provider]) -> Page:
    """The page of a provider that can be chosen, now or from a day."""
    view, say = provider_view(edition, entry), edition.wording.say
    offers = edition.catalogue.offers_by_provider.get(entry.key, ())
    return edition.page(
        "provider",
        view,
        title=view.heading,
        description=" ".join((summary(edition, entry, offers), say("Prices, what you pay, and how to get in touch."))),
        address=lambda links: links.provider(entry.key),
        trail=[trail(edition)],
        json_ld=[structured.provider(edition, entry, offers)],
    )


def provider_view(edition: Edition, entry: Entry[Provider]) -> ProviderView:
    """What the page says."""
    record, read = entry.record, edition.wording.read
    offers = edition.catalogue.offers_by_provider.get(entry.key, ())
    everything = edition.catalogue.listings_by_provider[entry.key]
    listings = in_order([listing for listing in everything if listing.choosable])
    first = record.verified or next((each.record.verified for each in listings if each.record.verified), None)
    own = record.summary.read(edition.language) if record.summary and record.summary.has(edition.language) else None
    return ProviderView(
        heading=record.name,
        kicker=f"{kind_words(edition, record.kind)} · {delivered(edition, listings)}",
        lead=own or f"{services_words(edition, offers)}.",
        tags=tags_of(edition, listings),
        phones=tuple(phone_view(phone) for phone in record.phones),
        phone_hours=read(record.phone_hours) or None,
        emails=tuple(email_view(email) for email in record.emails),
        website=Choice(label=bare(record.website), url=record.website) if record.website else None,
        languages=edition.wording.join(map(edition.wording.language_name, record.languages)),
        description=read(record.description) or None,
        description_language=edition.language
        if record.description and record.description.has(edition.language)
        else "fi",
        questions=asked(edition, offers),
        listings=tuple(
            listing_view(edition, listing, [offer for offer in offers if offer.listing is listing])
            for listing in listings
        ),
        ended=ended_words(edition, everything),
        locations=locations(edition, entry, listings),
        price_places=price_places(edition, entry, offers),
        facts=tuple(facts(edition, entry)),
        source=edition.wording.say("The facts come from the provider and from those who publish the lists."),
        checked=edition.wording.say("Checked {day}: {by}.", day=edition.wording.day(first.on), by=read(first.by))
        if first
        else None,
        corrections=addressees(edition, entry, listings),
        qr=qr_code(edition.absolute(edition.links.provider(entry.key))) if edition.settings.site_url else None,
        compare=compared_provider(edition, entry, listings),
    )


def asked(edition: Edition, offers: Sequence[Offer]) -> tuple[Question, ...]:
    """What the shares hang on, and how much is used: of what one pays oneself too, for the month and the tax credit."""
    counted = [
        offer
        for offer in offers
        if (offer.price if offer.listing.kind is Kind.SELF_PAY else share_known(edition, offer))
    ]
    return questions(counted, edition.catalogue.as_of)


def in_order(listings: Sequence[DatedListing]) -> list[DatedListing]:
    """Lists in force before those to come; an approval that follows another for the same list stands right after it."""
    places: dict[str, tuple[bool, int]] = {}
    for listing in sorted(listings, key=lambda each: (is_upcoming(each), each.number)):
        places.setdefault(listing.list_key, (is_upcoming(listing), listing.number))
    return sorted(listings, key=lambda each: (places[each.list_key], is_upcoming(each), each.number))


def kind_words(edition: Edition, kind: ProviderKind) -> str:
    """The legal form in a word."""
    say = edition.wording.say
    return {
        ProviderKind.COMPANY: say("Company"),
        ProviderKind.ASSOCIATION: say("Association"),
        ProviderKind.SOLE_TRADER: say("Sole trader"),
    }[kind]


def facts(edition: Edition, entry: Entry[Provider]) -> Iterator[Fact]:
    """What else is known of the provider."""
    say, record = edition.wording.say, entry.record
    yield from known(say("Languages"), edition.wording.join(map(edition.wording.language_name, record.languages)))
    if record.address:
        yield from known(say("Postal address"), ", ".join(address_lines(record.address)))
    yield from (Fact(label=say("E-mail"), text=hidden(email)) for email in record.emails)
    if record.website:
        yield Fact(label=say("Website"), link=Choice(label=bare(record.website), url=record.website))
    yield Fact(label=say("Business ID"), text=record.business_id)


def bare(url: str) -> str:
    """'www.example.fi' of a longer address."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


def locations(edition: Edition, entry: Entry[Provider], listings: Sequence[DatedListing]) -> tuple[LocationView, ...]:
    """The places that the shown listings use."""
    used = {key for listing in listings for key in listing.record.locations}
    return tuple(location_view(edition, key, place) for key, place in entry.record.locations.items() if key in used)


def location_view(edition: Edition, key: str, place: Location) -> LocationView:
    """One place with how to get in and how many it takes."""
    say = edition.wording.say
    return LocationView(
        anchor=f"location-{key}",
        name=place.name,
        lines=address_lines(place.address),
        phone=phone_view(place.phone) if place.phone else None,
        places=say("Places for clients: {number}", number=place.places) if place.places else None,
        accessibility=edition.wording.read(place.accessibility) or None,
    )
