"""A provider in a list: as a card of the search, or as a row of an approved list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..catalogue.catalogue import gather
from ..catalogue.offers import DatedListing, Kind, Offer
from ..records.collections import Entry
from ..records.schema.provider import Location, Provider
from .changes import coming_price
from .contacts import PhoneView, phone_view
from .edition import Edition
from .offer_reference import reference
from .paying import Amount, leading, listed_share, price_amount
from .standing import Tag, tags_of
from .wording import alphabetical

Where = Callable[[Edition, Iterable[DatedListing]], str]
"""Says where listings are delivered."""

SHOWN = 4
"""How many services or municipalities a list names before it counts the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One line of a card's receipt."""

    label: str
    amount: str
    unit: str | None
    note: str | None = None
    quiet: bool = False
    """Whether it is words in place of an amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderCard:
    """The arguments of the provider-card component."""

    name: str
    url: str
    summary: str
    price_from: CardLine | None
    you_pay: CardLine | None
    approved_by: str | None
    languages: str | None
    phone: PhoneView | None
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderRow:
    """One row of the provider-table component."""

    name: str
    url: str
    compare: str
    """How the compare page's address names the offer."""
    note: str | None
    where: str
    price: Amount | None
    you_pay: Amount | None
    phone: PhoneView | None
    tags: tuple[Tag, ...]


def cards(edition: Edition, offers: Iterable[Offer]) -> tuple[ProviderCard, ...]:
    """A card for each provider behind the offers, by name."""
    found = [card(edition, own[0].provider, own) for own in by_provider(offers)]
    return tuple(sorted(found, key=lambda each: alphabetical(each.name)))


def card(edition: Edition, provider: Entry[Provider], offers: Sequence[Offer]) -> ProviderCard:
    """One provider by those of its offers that a list is about."""
    listings = listings_of(offers)
    shown = leading(offers)
    return ProviderCard(
        name=provider.record.name,
        url=edition.links.provider(provider.key),
        summary=summary(edition, provider, offers),
        price_from=price_line(edition, shown, offers) if shown else None,
        you_pay=share_line(edition, shown) if shown else None,
        approved_by=approved_by(edition, listings) or None,
        languages=edition.wording.join(map(edition.wording.language_name, provider.record.languages)) or None,
        phone=phone_of(provider),
        tags=tags_of(edition, listings),
    )


def rows(edition: Edition, offers: Iterable[Offer], where: Where | None = None) -> tuple[ProviderRow, ...]:
    """A row for each provider behind the offers of one list, by name."""
    made = [row(edition, own, where or delivered) for own in by_provider(offers)]
    return tuple(sorted(made, key=lambda each: alphabetical(each.name)))


def row(edition: Edition, offers: Sequence[Offer], where: Where) -> ProviderRow:
    """One provider on one list."""
    shown, provider = leading(offers), offers[0].provider
    price = price_amount(edition, shown.price) if shown and shown.price else None
    share = listed_share(edition, shown or offers[0])
    return ProviderRow(
        name=provider.record.name,
        url=edition.links.provider(provider.key),
        compare=reference(shown or offers[0]),
        note=row_note(edition, shown, offers) or None,
        where=where(edition, listings_of(offers)),
        price=price,
        you_pay=share,
        phone=phone_of(provider),
        tags=tags_of(edition, listings_of(offers)),
    )


def row_note(edition: Edition, shown: Offer | None, offers: Sequence[Offer]) -> str:
    """What the price of the row is for, where the provider has several, and a change already decided."""
    what = edition.wording.read(shown.variant_name) if shown else ""
    change = coming_price(shown, offers) if shown else None
    if shown and change:
        words = edition.wording.per(change.cents, shown.unit)
        decided = edition.wording.say("from {day} {amount}", day=edition.wording.day(change.day), amount=words)
        what = f"{what}; {decided}" if what else decided
    return what


def price_line(edition: Edition, shown: Offer, offers: Sequence[Offer]) -> CardLine:
    """The price of the offer shown, with what it is for where others cost something else."""
    assert shown.price
    amount = price_amount(edition, shown.price)
    others = any(offer.cents != shown.cents or offer.unit is not shown.unit for offer in offers if offer.price)
    several_services = len({offer.service for offer in offers}) > 1
    parts = [
        edition.service(shown.service) if several_services else "",
        edition.wording.read(shown.variant_name) if others else "",
    ]
    what = ", ".join(part for part in parts if part)
    start = edition.wording.say("Price from") if others else edition.wording.say("Price")
    return CardLine(label=f"{start}: {what}" if what else start, amount=amount.text, unit=amount.unit, note=amount.note)


def share_line(edition: Edition, shown: Offer) -> CardLine | None:
    """What the client pays for the offer shown."""
    share = listed_share(edition, shown)
    if share is None:
        return None
    return CardLine(
        label=edition.wording.say("You pay"),
        amount=share.text,
        unit=share.unit,
        note=share.note or share.reason,
        quiet=share.quiet,
    )


def summary(edition: Edition, provider: Entry[Provider], offers: Sequence[Offer]) -> str:
    """What the provider does and where, in a sentence or two of this language."""
    own = provider.record.summary
    what = own.read(edition.language) if own and own.has(edition.language) else services_words(edition, offers)
    return f"{what.rstrip('.')}. {delivered(edition, listings_of(offers))}."


def services_words(edition: Edition, offers: Iterable[Offer]) -> str:
    """'Kotihoito, ateriapalvelu ja siivous'."""
    names = sorted({edition.service(offer.service) for offer in offers}, key=alphabetical)
    return shortened(edition, [name if number == 0 else uncapitalised(name) for number, name in enumerate(names)])


def delivered(edition: Edition, listings: Iterable[DatedListing]) -> str:
    """The municipalities where it is given: of the homes it comes to, and of the places one goes to."""
    return shortened(edition, [edition.municipality(key) for key in delivered_in(edition, listings)])


def delivered_in(edition: Edition, listings: Iterable[DatedListing]) -> list[str]:
    """The keys of those municipalities, by name."""
    keys: set[str] = set()
    for listing in listings:
        keys.update(listing.places)
        if listing.record.at_home or not listing.places:
            keys.update(listing.municipalities)
    return sorted(keys, key=lambda key: alphabetical(edition.municipality(key)))


def at_home_or_place(edition: Edition, listings: Iterable[DatedListing]) -> str:
    """Whether the provider comes to the client's home, or where the client goes."""
    places, home = dict[str, str](), False
    for listing in listings:
        home = home or listing.record.at_home
        known = listing.provider.record.locations
        places |= {key: place_name(edition, known[key]) for key in listing.record.locations}
    return shortened(edition, [*([edition.wording.say("At home")] if home else []), *places.values()])


def place_name(edition: Edition, place: Location) -> str:
    """'Iltatupa (Ylöjärvi)'; a name that says its municipality needs no more."""
    key = place.address.municipality
    town = edition.municipality(key) if key else place.address.city
    said = (town, edition.records.municipalities[key].record.name.fi) if key else (town,)
    return place.name if any(not name or name in place.name for name in said) else f"{place.name} ({town})"


def shortened(edition: Edition, names: Sequence[str]) -> str:
    """Names in a row; a long row ends with how many more there are."""
    if len(names) <= SHOWN + 1:
        return edition.wording.join(names)
    rest = edition.wording.count("{number} other", "{number} others", len(names) - SHOWN)
    return edition.wording.join([*names[:SHOWN], rest])


def approved_by(edition: Edition, listings: Iterable[DatedListing]) -> str:
    """Who approved the provider, or whose register it gave notice to."""
    approving: dict[Kind, dict[str, str]] = {Kind.VOUCHER: {}, Kind.SELF_PAY: {}}
    for listing in listings:
        approving[listing.kind][listing.organiser.key] = edition.organiser(listing.organiser)
    join, say = edition.wording.join, edition.wording.say
    if approving[Kind.VOUCHER]:
        return say("Approved by {organiser}", organiser=join(approving[Kind.VOUCHER].values()))
    return say("On a register kept by {organiser}", organiser=join(approving[Kind.SELF_PAY].values()))


def phone_of(provider: Entry[Provider]) -> PhoneView | None:
    """The provider's first number, or its first location's."""
    numbers = [*provider.record.phones, *(place.phone for place in provider.record.locations.values() if place.phone)]
    return phone_view(numbers[0]) if numbers else None


def listings_of(offers: Iterable[Offer]) -> list[DatedListing]:
    """The listings behind offers, each once."""
    return list({id(offer.listing): offer.listing for offer in offers}.values())


def by_provider(offers: Iterable[Offer]) -> list[tuple[Offer, ...]]:
    """Offers by provider, in the order they come."""
    return list(gather((offer.provider.key, offer) for offer in offers).values())


def uncapitalised(name: str) -> str:
    """A service's name inside a sentence."""
    return name[:1].lower() + name[1:]
