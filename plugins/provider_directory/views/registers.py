"""All registers of self-pay providers, by organiser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..catalogue.offers import Kind
from ..catalogue.status import RegisterStatus
from ..records.collections import Entry
from ..records.schema.register import SelfPayRegister
from .approved import number_words
from .edition import Edition
from .page import Page
from .register_status import status_tag
from .standing import Tag
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterItem:
    """One register in a list."""

    name: str
    url: str
    summary: str
    count: str
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserRegisters:
    """One organiser with its registers."""

    id: str
    name: str
    url: str
    words: str | None
    """What it says of self-pay services."""
    registers: tuple[RegisterItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistersView:
    """The list of all registers."""

    heading: str
    lead: str
    organisers: tuple[OrganiserRegisters, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of all registers."""
    say = edition.wording.say
    view = RegistersView(
        heading=say("Self-pay registers"),
        lead=say(
            "Providers you pay yourself, without a voucher. The organiser publishes the list but does not pay for the service."
        ),
        organisers=organisers(edition),
    )
    yield edition.page(
        "registers", view, title=view.heading, description=view.lead, address=lambda links: links.place("registers")
    )


def organisers(edition: Edition) -> tuple[OrganiserRegisters, ...]:
    """Every organiser that publishes a register, by name."""
    found = [
        OrganiserRegisters(
            id=key,
            name=edition.organiser(entry),
            url=edition.links.organiser(key),
            words=edition.wording.read(entry.record.self_pay) or None,
            registers=register_items(edition, own),
        )
        for key, entry in edition.records.organisers.items()
        if (own := edition.catalogue.registers_of(key))
    ]
    return tuple(sorted(found, key=lambda each: alphabetical(each.name)))


def register_items(edition: Edition, entries: Iterable[Entry[SelfPayRegister]]) -> tuple[RegisterItem, ...]:
    """Registers by name; those that have ended come last."""
    ordered = sorted(
        entries,
        key=lambda entry: (
            edition.catalogue.register_status(entry) in (RegisterStatus.CLOSING, RegisterStatus.ENDED),
            alphabetical(edition.wording.read(entry.record.name)),
        ),
    )
    return tuple(register_item(edition, entry) for entry in ordered)


def register_item(edition: Edition, entry: Entry[SelfPayRegister]) -> RegisterItem:
    """One register."""
    return RegisterItem(
        name=edition.wording.read(entry.record.name),
        url=edition.links.register(entry.key),
        summary=edition.wording.read(entry.record.summary),
        count=number_words(edition, edition.catalogue.numbers_by_list.get((Kind.SELF_PAY, entry.key), 0)),
        tag=status_tag(edition, entry),
    )
