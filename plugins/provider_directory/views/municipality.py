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
from .choice import Choice
from .contacts import ContactView, contacts_of
from .edition import Edition
from .embed_lists import owner
from .event_items import EventItem, of_organiser
from .home import offers_in
from .nearby import EmptyView, empty, neighbours, region_name
from .page import Page
from .page_kind import PageKind
from .registers import register_items
from .service_tiles import ServiceTile, in_order, service_tile
from .subscriptions import Subscriptions, subscriptions
from .voucher_tiles import VoucherTiles, voucher_tiles


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
    follow: Subscriptions


def subjects(edition: Edition) -> Iterator[str]:
    """Every municipality that exists on the day."""
    return (entry.key for entry in edition.catalogue.municipalities)


def page(edition: Edition, key: str) -> Page:
    """The page of one of them."""
    entry = edition.records.municipalities[key]
    view = municipality_view(edition, entry)
    who = owner(edition, entry.key)
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
        feeds=view.follow.feeds,
        listed=("municipality", who, entry.key) if who or tiles else None,
    )


pages = PageKind(subjects, page)


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
        neighbours=neighbours(edition, entry) if offers else (),
        follow=subscriptions(edition, "municipality", entry.key),
    )


def lead(
    edition: Edition, entry: Entry[Municipality], offers: Sequence[Offer], organisers: Sequence[Entry[Organiser]]
) -> str:
    """How much there is, and who pays for it."""
    services = edition.wording.count("{number} service", "{number} services", len({offer.service for offer in offers}))
    values = {"providers": counted(edition, offers), "services": services}
    names = edition.wording.join(edition.organiser(organiser) for organiser in organisers)
    if names:
        return edition.wording.say("{providers}, {services}. Service vouchers: {organiser}.", **values, organiser=names)
    return edition.wording.say(
        "{providers}, {services}. You pay for them yourself; no vouchers are known here.", **values
    )


def groups(edition: Edition, municipality: str) -> tuple[ServiceGroupTiles, ...]:
    """The services somebody gives, by life situation in the order of the register."""
    services, lists = edition.records.services, edition.catalogue.offers_by_list
    own = gather((services[key].record.group, key) for key in edition.catalogue.services_in(municipality))
    return tuple(
        ServiceGroupTiles(
            name=edition.wording.read(group.record.name),
            anchor=f"group-{key}",
            tiles=in_order(
                service_tile(edition, municipality, service, lists[municipality, service]) for service in own[key]
            ),
        )
        for key, group in edition.records.service_groups.items()
        if key in own
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
    found = [
        entry
        for entry in (own | reaching).values()
        if edition.catalogue.register_status(entry) is not RegisterStatus.ENDED
    ]
    return tuple(
        ServiceTile(name=item.name, url=item.url, count=f"{item.tag.text} · {item.count}", note=item.summary)
        for item in register_items(edition, found)
    )
