"""A municipality: what there is for its residents, with which vouchers, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..catalogue.catalogue import gather
from ..catalogue.offers import Offer
from ..catalogue.status import RegisterStatus, VoucherStatus
from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.places import Municipality
from . import structured
from .approved import counted
from .contacts import ContactView, contacts_of
from .edition import Edition
from .event_items import EventItem, of_organiser
from .home import Choice, offers_in
from .page import Page
from .price_range import ranges_words
from .registers import register_items
from .voucher_tiles import VoucherTiles, voucher_tiles
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTile:
    """The arguments of the service-tile component."""

    name: str
    url: str
    count: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceGroupTiles:
    """A life situation with the services there are for it."""

    name: str
    anchor: str
    tiles: tuple[ServiceTile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserBlock:
    """What one organiser does for the residents."""

    heading: str
    anchor: str
    vouchers: VoucherTiles
    page: Choice
    """The organiser's own page."""
    events_heading: str
    events: tuple[EventItem, ...]
    contacts_heading: str
    contacts: tuple[ContactView, ...]
    """The roles that answer for the vouchers in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyView:
    """That there is nothing, why, and where there is."""

    title: str
    text: str
    ways_out: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityView:
    """Everything in one municipality."""

    heading: str
    kicker: str | None
    """The region it lies in."""
    lead: str | None
    empty: EmptyView | None
    """In place of services, where nobody serves the residents."""
    groups: tuple[ServiceGroupTiles, ...]
    organisers: tuple[OrganiserBlock, ...]
    registers: tuple[ServiceTile, ...]
    neighbours: tuple[Choice, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each municipality that exists on the day."""
    for entry in edition.catalogue.municipalities:
        yield page(edition, entry)


def page(edition: Edition, entry: Entry[Municipality]) -> Page:
    """One such page."""
    view = municipality_view(edition, entry)
    tiles = [(tile.name, tile.url) for group in view.groups for tile in group.tiles]
    return edition.page(
        "municipality",
        view,
        title=edition.wording.say("{municipality}: care services and vouchers", municipality=view.heading),
        heading=view.heading,
        description=view.lead or (view.empty.text if view.empty else ""),
        address=lambda links: links.municipality(entry.key),
        trail=[(edition.wording.say("Municipalities"), edition.links.place("municipalities"))],
        json_ld=[
            *structured.areas(edition, [entry.key]),
            *(structured.organiser(edition, organiser) for organiser in edition.catalogue.organisers_in(entry.key)),
            *([structured.item_list(edition, view.heading, tiles)] if tiles else []),
        ],
    )


def municipality_view(edition: Edition, entry: Entry[Municipality]) -> MunicipalityView:
    """What the page says."""
    offers = offers_in(edition, entry.key)
    organisers = edition.catalogue.organisers_in(entry.key)
    return MunicipalityView(
        heading=edition.municipality(entry.key),
        kicker=region_name(edition, entry),
        lead=lead(edition, entry, offers, organisers) if offers else None,
        empty=None if offers else empty(edition, entry, organisers),
        groups=groups(edition, entry.key),
        organisers=tuple(organiser_block(edition, organiser) for organiser in organisers),
        registers=registers(edition, offers, organisers),
        neighbours=neighbours(edition, entry),
    )


def lead(edition: Edition, entry: Entry[Municipality], offers: Sequence[Offer], organisers: Sequence[Entry[Organiser]]) -> str:
    """How much there is, and who pays for it."""
    services = edition.wording.count("{number} service", "{number} services", len({offer.service for offer in offers}))
    values = {"providers": counted(edition, offers), "services": services}
    names = edition.wording.join(edition.organiser(organiser) for organiser in organisers)
    if names:
        return edition.wording.say("{providers}, {services}. Service vouchers: {organiser}.", **values, organiser=names)
    return edition.wording.say("{providers}, {services}. You pay for them yourself; no vouchers are known here.", **values)


def region_key(edition: Edition, entry: Entry[Municipality]) -> str | None:
    """The region the municipality belongs to on the day."""
    day = edition.catalogue.as_of
    return next((membership.region for membership in entry.record.regions if membership.holds_on(day)), None)


def region_name(edition: Edition, entry: Entry[Municipality]) -> str | None:
    """That region's name."""
    key = region_key(edition, entry)
    return edition.wording.read(edition.records.regions[key].record.name) if key else None


def groups(edition: Edition, municipality: str) -> tuple[ServiceGroupTiles, ...]:
    """The services somebody gives, by life situation in the order of the register."""
    services, lists = edition.records.services, edition.catalogue.offers_by_list
    own = gather((services[key].record.group, key) for key in edition.catalogue.services_in(municipality))
    return tuple(
        ServiceGroupTiles(
            name=edition.wording.read(group.record.name),
            anchor=f"group-{key}",
            tiles=in_order(service_tile(edition, municipality, service, lists[municipality, service]) for service in own[key]),
        )
        for key, group in edition.records.service_groups.items()
        if key in own
    )


def in_order(tiles: Iterator[ServiceTile]) -> tuple[ServiceTile, ...]:
    """Tiles by name."""
    return tuple(sorted(tiles, key=lambda tile: alphabetical(tile.name)))


def service_tile(edition: Edition, municipality: str, service: str, offers: Sequence[Offer]) -> ServiceTile:
    """A service with how many give it and what they ask, unit by unit."""
    return ServiceTile(
        name=edition.service(service),
        url=edition.links.approved_list(municipality, service),
        count=counted(edition, offers),
        note=ranges_words(edition, offers) or None,
    )


def organiser_block(edition: Edition, organiser: Entry[Organiser]) -> OrganiserBlock:
    """An organiser's vouchers, contacts and coming events."""
    in_use = [
        entry
        for entry in edition.catalogue.vouchers_of(organiser.key)
        if edition.catalogue.voucher_status(entry) in (VoucherStatus.OPEN, VoucherStatus.CLOSING)
    ]
    keys = [key for entry in in_use for key in entry.record.contacts] or list(organiser.record.contacts)
    name, say = edition.organiser(organiser), edition.wording.say
    return OrganiserBlock(
        heading=say("Service vouchers: {organiser}", organiser=name),
        anchor=f"organiser-{organiser.key}",
        vouchers=voucher_tiles(edition, organiser.key),
        page=Choice(label=name, url=edition.links.organiser(organiser.key)),
        events_heading=say("Coming events: {organiser}", organiser=name),
        events=of_organiser(edition, organiser.key),
        contacts_heading=say("Whom to call: {organiser}", organiser=name),
        contacts=contacts_of(edition, organiser, keys),
    )


def registers(
    edition: Edition, offers: Sequence[Offer], organisers: Sequence[Entry[Organiser]]
) -> tuple[ServiceTile, ...]:
    """The registers of the municipality's own organisers, and any that reaches its residents."""
    own = {entry.key: entry for organiser in organisers for entry in edition.catalogue.registers_of(organiser.key)}
    reaching = {offer.listing.register.key: offer.listing.register for offer in offers if offer.listing.register}
    found = [entry for entry in (own | reaching).values() if edition.catalogue.register_status(entry) is not RegisterStatus.ENDED]
    return tuple(
        ServiceTile(name=item.name, url=item.url, count=f"{item.tag.text} · {item.count}", note=item.summary)
        for item in register_items(edition, found)
    )


def neighbours(edition: Edition, entry: Entry[Municipality]) -> tuple[Choice, ...]:
    """The municipalities it borders on, with how many serve each."""
    existing = {each.key for each in edition.catalogue.municipalities}
    found = [choice(edition, key) for key in entry.record.neighbours if key in existing]
    return tuple(sorted(found, key=lambda each: alphabetical(each.label)))


def choice(edition: Edition, key: str) -> Choice:
    """A municipality with how many providers serve its residents."""
    offers = offers_in(edition, key)
    note = counted(edition, offers) if offers else edition.wording.say("no providers")
    return Choice(label=edition.municipality(key), url=edition.links.municipality(key), note=note)


def empty(edition: Edition, entry: Entry[Municipality], organisers: Sequence[Entry[Organiser]]) -> EmptyView:
    """Why there is nothing, and the nearest places where there is."""
    say = edition.wording.say
    names = edition.wording.join(edition.organiser(organiser) for organiser in organisers)
    text = (
        say("Nobody on the lists of {organiser} serves this municipality on this day.", organiser=names)
        if names
        else say("The municipality does not publish its vouchers here, and no provider on the lists of others comes here.")
    )
    return EmptyView(
        title=say("No providers for residents of this municipality"), text=text, ways_out=nearest(edition, entry)
    )


def nearest(edition: Edition, entry: Entry[Municipality]) -> tuple[Choice, ...]:
    """Neighbours that are served, else the served municipalities of the region; and all municipalities."""
    region = region_key(edition, entry)
    same_region = [each.key for each in edition.catalogue.municipalities if region and region_key(edition, each) == region]
    served = [key for key in entry.record.neighbours if offers_in(edition, key)]
    served = served or [key for key in same_region if offers_in(edition, key)]
    found = sorted((choice(edition, key) for key in served), key=lambda each: alphabetical(each.label))
    return (*found, Choice(label=edition.wording.say("All municipalities"), url=edition.links.place("municipalities")))
