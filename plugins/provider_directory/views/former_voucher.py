"""Former and other names of vouchers: pages that lead on to what the voucher is called now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import slug
from ..records.collections import Entry
from ..records.schema.voucher import Voucher
from .choice import Choice
from .edition import Edition
from .page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerVoucherView:
    """A name that is no longer, or never was, a voucher's own."""

    heading: str
    lead: str
    targets: tuple[Choice, ...]
    """What it is called now; several where the name was used of several vouchers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A voucher under another name."""

    name: str
    former: bool
    voucher: Entry[Voucher]


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each address that another name makes; a voucher's own address is never taken."""
    for (organiser, _), names in sorted(other_names(edition).items()):
        yield page(edition, organiser, names)


def page(edition: Edition, organiser: str, names: list[Called]) -> Page:
    """The page of one name, which leads on by itself where there is only one way to go."""
    first, links = names[0], edition.links
    vouchers = {each.voucher.key: each.voucher for each in names}.values()
    targets = tuple(Choice(label=entry.title(edition.language), url=links.voucher(entry.key)) for entry in vouchers)
    lead = words(edition, first, targets)
    return edition.page(
        "former-voucher",
        FormerVoucherView(heading=first.name, lead=lead, targets=targets),
        title=first.name,
        description=lead,
        address=lambda links: links.former_voucher(organiser, first.name),
        trail=[
            (edition.wording.say("Service vouchers"), links.place("vouchers")),
            (edition.organiser(edition.records.organisers[organiser]), links.organiser(organiser)),
        ],
        noindex=True,
        redirect=targets[0].url if len(targets) == 1 else None,
    )


def words(edition: Edition, first: Called, targets: tuple[Choice, ...]) -> str:
    """That it is now called something else, or that one has to choose."""
    say = edition.wording.say
    if len(targets) > 1:
        return say("“{name}” can mean more than one voucher.", name=first.name)
    if first.former:
        return say("“{name}” is now called: {now}", name=first.name, now=targets[0].label)
    return say("The voucher's name is: {now}", now=targets[0].label)


def other_names(edition: Edition) -> dict[tuple[str, str], list[Called]]:
    """Every former name and alias by organiser and address; former names come before aliases."""
    taken = set(edition.records.vouchers)
    found: dict[tuple[str, str], list[Called]] = {}
    for each in sorted(all_names(edition), key=lambda called: not called.former):
        organiser, step = each.voucher.key.partition("/")[0], slug(each.name)
        if step and f"{organiser}/{step}" not in taken and organiser in edition.records.organisers:
            found.setdefault((organiser, step), []).append(each)
    return found


def all_names(edition: Edition) -> Iterator[Called]:
    """Each voucher under each of its other names."""
    for _, entry in sorted(edition.records.vouchers.items()):
        yield from (Called(name=each.name, former=True, voucher=entry) for each in entry.record.former_names)
        yield from (Called(name=name, former=False, voucher=entry) for name in entry.record.aliases)
