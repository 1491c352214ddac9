"""Every page of one edition, from one visible list of view modules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import (
    approved_list,
    compare,
    editorial,
    event,
    events,
    for_providers,
    former_voucher,
    home,
    leads_on,
    municipalities,
    municipality,
    not_found,
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

PAGES: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home.pages,
    search.pages,
    compare.pages,
    editorial.pages,
    not_found.pages,
    municipalities.pages,
    municipality.pages,
    approved_list.pages,
    services.pages,
    service.pages,
    providers.pages,
    provider.pages,
    vouchers.pages,
    voucher.pages,
    former_voucher.pages,
    leads_on.pages,
    registers.pages,
    register.pages,
    organiser.pages,
    events.pages,
    event.pages,
    for_providers.pages,
    patterns.pages,
    root.pages,
)
"""Each takes an edition and yields its pages."""


MANY = (municipality.pages, approved_list.pages, service.pages, provider.pages)
"""Those of which a large directory has many pages: they make only those of the edition's part."""


def all_pages(edition: Edition) -> Iterator[Page]:
    """Every HTML page of a language, or of a part of it."""
    for make in PAGES:
        if make in MANY or edition.part.is_first:
            yield from make(edition)
