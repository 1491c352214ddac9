"""All vouchers, by organiser: in use and planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .edition import Edition
from .home import voucher_words
from .page import Page
from .voucher_tiles import VoucherTiles, voucher_tiles
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserVouchers:
    """One organiser with its vouchers."""

    id: str
    name: str
    url: str
    vouchers: VoucherTiles


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchersView:
    """The list of all vouchers."""

    heading: str
    words: tuple[str, ...]
    """What a voucher is, in three sentences."""
    organisers: tuple[OrganiserVouchers, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of all vouchers."""
    say, words = edition.wording.say, voucher_words(edition)
    view = VouchersView(heading=say("Service vouchers"), words=words, organisers=organisers(edition))
    yield edition.page(
        "vouchers",
        view,
        title=view.heading,
        description=words[0],
        address=lambda links: links.place("vouchers"),
    )


def organisers(edition: Edition) -> tuple[OrganiserVouchers, ...]:
    """Every organiser that has vouchers, by name."""
    found = [
        OrganiserVouchers(
            id=key,
            name=edition.organiser(entry),
            url=edition.links.organiser(key),
            vouchers=voucher_tiles(edition, key),
        )
        for key, entry in edition.records.organisers.items()
        if edition.catalogue.vouchers_of(key)
    ]
    return tuple(sorted(found, key=lambda each: alphabetical(each.name)))
