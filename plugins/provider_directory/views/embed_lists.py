"""Which lists other sites may show inside their own pages, who answers for each, and where each is on this site."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue.status import VoucherStatus
from .choice import Choice
from .edition import Edition
from .links import Links
from .list_links import ListKey

NOBODY = ""
"""In place of an organiser's key, where no one organiser answers for a list."""


def subjects(edition: Edition) -> Iterator[ListKey]:
    """Every list: those of each organiser, those of municipalities without one, and all events."""
    yield ("events", NOBODY)
    for organiser in sorted(edition.records.organisers):
        yield from organiser_lists(edition, organiser)
    for entry in edition.catalogue.municipalities:
        if entry.key not in edition.catalogue.organisers_by_municipality:
            yield from municipality_lists(edition, NOBODY, entry.key)


def organiser_lists(edition: Edition, organiser: str) -> Iterator[ListKey]:
    """An organiser's own lists, and those of the municipalities whose residents it serves."""
    yield ("organiser", organiser)
    yield ("events", organiser)
    yield from own_lists(edition, organiser)
    existing = {entry.key for entry in edition.catalogue.municipalities}
    for municipality in edition.records.organisers[organiser].record.municipalities:
        if municipality in existing:
            yield from municipality_lists(edition, organiser, municipality)


def own_lists(edition: Edition, organiser: str) -> Iterator[ListKey]:
    """Those of an organiser's vouchers that can be had, or could, and of its registers."""
    catalogue = edition.catalogue
    for voucher in catalogue.vouchers_of(organiser):
        if catalogue.voucher_status(voucher) is not VoucherStatus.PLANNED:
            yield ("voucher", organiser, voucher.key)
    for register in catalogue.registers_of(organiser):
        yield ("register", organiser, register.key)


def municipality_lists(edition: Edition, organiser: str, municipality: str) -> Iterator[ListKey]:
    """A municipality's list, and one for each service; where nobody answers for it, only if there is anybody to list."""
    services = edition.catalogue.services_in(municipality)
    if organiser or services:
        yield ("municipality", organiser, municipality)
    for service in services:
        yield ("service", organiser, municipality, service)


def owner(edition: Edition, municipality: str) -> str:
    """Who answers for a municipality's lists, of several the first; NOBODY where no organiser does."""
    return edition.catalogue.organisers_by_municipality.get(municipality, (NOBODY,))[0]


def list_address(links: Links, subject: ListKey) -> str:
    """The page of this site that a list belongs to."""
    kind, organiser, *keys = subject
    match kind:
        case "voucher":
            return links.voucher(keys[0])
        case "register":
            return links.register(keys[0])
        case "municipality":
            return links.municipality(keys[0])
        case "service":
            return links.approved_list(keys[0], keys[1])
        case "events":
            return links.place("events")
        case _:
            return links.organiser(organiser)


def list_page(edition: Edition, subject: ListKey) -> Choice:
    """The same, with the name of the list."""
    return Choice(label=list_title(edition, subject), url=list_address(edition.links, subject))


def list_title(edition: Edition, subject: ListKey) -> str:
    """What a list is of, as a title."""
    say, records = edition.wording.say, edition.records
    kind, organiser, *keys = subject
    name = edition.organiser(records.organisers[organiser]) if organiser else ""
    match kind:
        case "voucher":
            return say("{name}, {organiser}", name=records.vouchers[keys[0]].title(edition.language), organiser=name)
        case "register":
            register = edition.wording.read(records.registers[keys[0]].record.name)
            return say("{name}, {organiser}", name=register, organiser=name)
        case "municipality":
            return say("{municipality}: all providers", municipality=edition.municipality(keys[0]))
        case "service":
            values = {"service": edition.service(keys[1]), "municipality": edition.municipality(keys[0])}
            return say("{service}: {municipality}", **values)
        case "events":
            return say("Events: {organiser}", organiser=name) if organiser else say("Events")
        case _:
            return say("{organiser}: all providers", organiser=name)
