"""An organiser: who grants vouchers here, how to reach it, and what it has promised and decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from . import structured
from .choice import Choice
from .contacts import ContactView, address_lines, contact_view, email_view, phone_view
from .edition import Edition
from .event_items import EventItem, of_organiser
from .facts import Fact, FactEntry, known, listed
from .page import Page
from .page_kind import PageKind
from .registers import RegisterItem, register_items
from .rounds import RoundView, rounds_of
from .sources import DocumentView, SourceLine, authorities, document_view, laws, source_line
from .subscriptions import Subscriptions, subscriptions
from .voucher_tiles import VoucherTiles, voucher_tiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A contact, and the vouchers it answers for."""

    contact: ContactView
    vouchers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserView:
    """An organiser's page; what is not known is empty."""

    heading: str
    kicker: str
    lead: str
    notices: tuple[str, ...]
    address: tuple[str, ...]
    office: ContactView | None
    """Its switchboard and registry."""
    facts: tuple[Fact, ...]
    vouchers: VoucherTiles
    approved_list: str | None
    rights: tuple[Fact, ...]
    registers: tuple[RegisterItem, ...]
    self_pay: str | None
    events: tuple[EventItem, ...]
    roles: tuple[Role, ...]
    rounds: tuple[RoundView, ...]
    for_providers: Choice
    documents: tuple[DocumentView, ...]
    quality: str | None
    authorities: tuple[Fact, ...]
    laws: tuple[Fact, ...]
    source: SourceLine
    follow: Subscriptions


def subjects(edition: Edition) -> Iterable[str]:
    """Every organiser."""
    return sorted(edition.records.organisers)


def page(edition: Edition, key: str) -> Page:
    """The page of one of them."""
    entry = edition.records.organisers[key]
    view = organiser_view(edition, entry)
    return edition.page(
        "organiser",
        view,
        title=view.heading,
        description=view.lead or edition.wording.say("Vouchers, registers and contacts of this organiser."),
        address=lambda links: links.organiser(key),
        trail=[(edition.wording.say("Service vouchers"), edition.links.place("vouchers"))],
        json_ld=[structured.organiser(edition, entry)],
        feeds=view.follow.feeds,
        listed=("organiser", key),
    )


pages = PageKind(subjects, page)


def organiser_view(edition: Edition, entry: Entry[Organiser]) -> OrganiserView:
    """Everything known of an organiser."""
    record, read, say = entry.record, edition.wording.read, edition.wording.say
    return OrganiserView(
        heading=edition.organiser(entry),
        kicker=say("Organiser"),
        lead=read(record.introduction),
        notices=tuple(read(notice) for notice in record.notices),
        address=address_lines(record.address) if record.address else (),
        office=office(edition, entry),
        facts=facts(edition, record),
        vouchers=voucher_tiles(edition, entry.key),
        approved_list=read(record.approved_list) or None,
        rights=rights(edition, record),
        registers=register_items(edition, edition.catalogue.registers_of(entry.key)),
        self_pay=read(record.self_pay) or None,
        events=of_organiser(edition, entry.key),
        roles=roles(edition, entry),
        rounds=rounds_of(edition, entry),
        for_providers=Choice(
            label=say("How to become a provider"), url=f"{edition.links.place('for-providers')}#{entry.key}"
        ),
        documents=tuple(document_view(edition, document) for document in record.documents.values()),
        quality=read(record.quality) or None,
        authorities=authorities(edition, record.supervision),
        laws=laws(edition, record.laws),
        source=source_line(edition, None, record.page_updated, record.source or record.website),
        follow=subscriptions(edition, "organiser", entry.key),
    )


def office(edition: Edition, entry: Entry[Organiser]) -> ContactView | None:
    """The switchboard and the registry, under the organiser's own name."""
    record = entry.record
    if not record.phones and not record.emails:
        return None
    return ContactView(
        role=edition.organiser(entry),
        phones=tuple(phone_view(phone) for phone in record.phones),
        emails=tuple(email_view(address) for address in record.emails),
        hours=None,
        note=None,
    )


def facts(edition: Edition, record: Organiser) -> tuple[Fact, ...]:
    """Who decides, for whose residents, and where else it speaks."""
    say, read, links = edition.wording.say, edition.wording.read, edition.links
    residents = (
        FactEntry(text=edition.municipality(key), url=links.municipality(key)) for key in record.municipalities
    )
    site = [FactEntry(text=record.website, url=record.website)] if record.website else []
    return (
        *known(say("Division in charge"), read(record.division)),
        *known(say("Decides on vouchers"), read(record.decision_body)),
        *listed(say("For residents of"), residents),
        *known(say("Business id"), record.business_id),
        *listed(say("Website"), site),
        *listed(say("Other channels"), (FactEntry(text=read(each.name), url=each.url) for each in record.channels)),
    )


def rights(edition: Edition, record: Organiser) -> tuple[Fact, ...]:
    """What a resident may do about a voucher."""
    say, read = edition.wording.say, edition.wording.read
    return (
        *known(say("Do I have to take a voucher?"), read(record.refusal)),
        *known(say("What do I get instead?"), read(record.alternative)),
        *known(say("Why a voucher?"), read(record.benefit)),
    )


def roles(edition: Edition, entry: Entry[Organiser]) -> tuple[Role, ...]:
    """Every contact with the vouchers that name it; one may answer for many, and many for one."""
    own = edition.catalogue.vouchers_of(entry.key)
    return tuple(
        Role(
            contact=contact_view(edition, contact),
            vouchers=tuple(
                Choice(label=voucher.title(edition.language), url=edition.links.voucher(voucher.key))
                for voucher in own
                if key in voucher.record.contacts
            ),
        )
        for key, contact in entry.record.contacts.items()
    )
