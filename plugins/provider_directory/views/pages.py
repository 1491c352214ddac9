"""Every page of one edition, from one visible list of view modules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..catalogue.changes import TABLES as CHANGES
from . import (
    approved_list,
    compare,
    desk,
    editorial,
    embed,
    event,
    events,
    for_providers,
    former_voucher,
    home,
    leads_on,
    municipalities,
    municipality,
    not_found,
    open_data,
    organiser,
    patterns,
    provider,
    providers,
    register,
    registers,
    root,
    search,
    service,
    services,
    voucher,
    vouchers,
)
from .edition import Edition
from .page import Page
from .page_kind import PageKind, Subject
from .price_pool import TABLES as PRICES

KINDS: dict[str, Callable[[Edition], Iterator[Page]]] = {
    "home": home.pages,
    "search": search.pages,
    "compare": compare.pages,
    "editorial": editorial.pages,
    "not-found": not_found.pages,
    "open-data": open_data.pages,
    "municipalities": municipalities.pages,
    "municipality": municipality.pages,
    "approved-list": approved_list.pages,
    "services": services.pages,
    "service": service.pages,
    "providers": providers.pages,
    "provider": provider.pages,
    "vouchers": vouchers.pages,
    "voucher": voucher.pages,
    "former-voucher": former_voucher.pages,
    "leads-on": leads_on.pages,
    "registers": registers.pages,
    "register": register.pages,
    "organiser": organiser.pages,
    "events": events.pages,
    "event": event.pages,
    "embed": embed.pages,
    "desk": desk.pages,
    "for-providers": for_providers.pages,
    "patterns": patterns.pages,
    "root": root.pages,
}
"""Each takes an edition and yields its pages."""


TABLES = {**PRICES, **CHANGES}
"""What views work out of a catalogue once for all pages, by the name that it is noted by when it is read."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is made at one go, and made again when anything changed that it read: a page, or all of a kind."""

    language: str
    kind: str
    subject: Subject | None
    """Keys of what the page is about; nothing where all pages of the kind are made."""


def units(edition: Edition) -> Iterator[Unit]:
    """All there is to make in a language."""
    for name, kind in KINDS.items():
        for subject in kind.subjects(edition) if isinstance(kind, PageKind) else (None,):
            yield Unit(edition.language, name, subject)


def pages_of(edition: Edition, unit: Unit) -> Iterator[Page]:
    """The pages of one unit."""
    kind = KINDS[unit.kind]
    if isinstance(kind, PageKind):
        yield kind.page(edition, unit.subject)
    else:
        yield from kind(edition)


def all_pages(edition: Edition) -> Iterator[Page]:
    """Every HTML page of a language."""
    for unit in units(edition):
        yield from pages_of(edition, unit)
