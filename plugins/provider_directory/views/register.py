"""A register of self-pay providers: what its organiser answers for and what not, and who is on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..catalogue.status import RegisterStatus
from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.register import SelfPayRegister
from . import structured
from .approved import ApprovedProviders, register_providers
from .choice import Choice
from .contacts import ContactView, contacts_of
from .edition import Edition
from .event_items import EventItem, event_items
from .facts import Fact, FactEntry, Step, known, listed, steps_of
from .page import Page
from .page_kind import PageKind
from .register_status import status_tag
from .sources import SourceLine, source_line
from .standing import Tag
from .tax_credit_words import CreditView, credit_sentences
from .voucher_status import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """A register's page; what is not known is empty."""

    heading: str
    kicker: str
    lead: str
    tags: tuple[Tag, ...]
    notes: tuple[Note, ...]
    successors: tuple[Choice, ...]
    predecessors: tuple[Choice, ...]
    promises: str | None
    not_promised: str | None
    facts: tuple[Fact, ...]
    providers: ApprovedProviders
    tax_credit: CreditView | None
    join_words: tuple[str, ...]
    """What joining takes: a notice of its own, what it costs, since when."""
    join_steps: tuple[Step, ...]
    join_url: str
    """The page for providers."""
    portal: Choice | None
    events: tuple[EventItem, ...]
    contacts: tuple[ContactView, ...]
    source: SourceLine


def subjects(edition: Edition) -> Iterable[str]:
    """Every register, ended ones too."""
    return sorted(edition.records.registers)


def page(edition: Edition, key: str) -> Page:
    """The page of one of them."""
    entry = edition.records.registers[key]
    organiser = edition.records.organisers[entry.record.organiser]
    name = edition.wording.read(entry.record.name)
    return edition.page(
        "register",
        register_view(edition, entry, organiser),
        title=f"{name}, {edition.organiser(organiser)}",
        heading=name,
        description=edition.wording.read(entry.record.summary),
        address=lambda links: links.register(key),
        trail=[(edition.wording.say("Self-pay registers"), edition.links.place("registers"))],
        json_ld=[structured.organiser(edition, organiser)],
        listed=("register", organiser.key, key),
        noindex=edition.catalogue.register_status(entry) is RegisterStatus.ENDED,
    )


pages = PageKind(subjects, page)


def register_view(edition: Edition, entry: Entry[SelfPayRegister], organiser: Entry[Organiser]) -> RegisterView:
    """Everything known of a register."""
    record, read = entry.record, edition.wording.read
    application = organiser.record.application
    return RegisterView(
        heading=read(record.name),
        kicker=edition.organiser(organiser),
        lead=read(record.summary),
        tags=(status_tag(edition, entry),),
        notes=tuple(notes(edition, entry)),
        successors=named(edition, record.successors),
        predecessors=named(edition, predecessors(edition, entry.key)),
        promises=read(record.promises) or None,
        not_promised=read(record.not_promised) or None,
        facts=facts(edition, entry, organiser),
        providers=register_providers(edition, entry, organiser),
        tax_credit=credit_sentences(edition, edition.catalogue.offers_by_register.get(entry.key, ())),
        join_words=tuple(join_words(edition, record)),
        join_steps=steps_of(map(read, application.register_steps)) if application and record.sunset is None else (),
        join_url=f"{edition.links.place('for-providers')}#{organiser.key}",
        portal=Choice(label=edition.wording.say("Open the register's own page"), url=record.url)
        if record.url
        else None,
        events=event_items(
            edition,
            (each for each in edition.catalogue.coming_events if entry.key in each.record.registers),
            coming=True,
        ),
        contacts=contacts_of(edition, organiser, record.contacts),
        source=source_line(edition, None, organiser.record.page_updated, organiser.record.source),
    )


def notes(edition: Edition, entry: Entry[SelfPayRegister]) -> Iterator[Note]:
    """That a register is on its way out, gone, or not there yet."""
    say, record = edition.wording.say, entry.record
    match edition.catalogue.register_status(entry):
        case RegisterStatus.COMING if record.published:
            when = edition.wording.partial(record.published)
            yield Note(kind="info", text=say("This register has not been published yet. It opens: {when}.", when=when))
        case RegisterStatus.CLOSING if record.sunset:
            day = edition.wording.day(record.sunset)
            yield Note(kind="info", text=say("This register is in use until {day}.", day=day))
        case RegisterStatus.ENDED if record.sunset:
            day = edition.wording.day(record.sunset)
            yield Note(kind="warning", text=say("This register was in use until {day}.", day=day))


def facts(edition: Edition, entry: Entry[SelfPayRegister], organiser: Entry[Organiser]) -> tuple[Fact, ...]:
    """Who publishes it, what is in it, and what it was called before."""
    say, links, record = edition.wording.say, edition.links, entry.record
    services = (FactEntry(text=edition.service(key), url=links.service(key)) for key in record.services)
    return (
        Fact(
            label=say("Published by"),
            link=Choice(label=edition.organiser(organiser), url=links.organiser(organiser.key)),
        ),
        *listed(say("Services"), services),
        *known(say("Open to the public"), edition.wording.partial(record.published) if record.published else None),
        *listed(say("Former name"), (FactEntry(text=each.name) for each in record.former_names)),
    )


def join_words(edition: Edition, record: SelfPayRegister) -> Iterator[str]:
    """What joining takes."""
    say = edition.wording.say
    if record.sunset:
        yield say("New providers give notice to the registers that replace this one.")
        return
    if record.separate_notice:
        yield say("This register needs a notice of its own, even if you are already on another.")
    if record.notices_from:
        yield say("Notice can be given since: {when}.", when=edition.wording.partial(record.notices_from))
    if record.free_for_providers is not None:
        yield say("Giving notice is free.") if record.free_for_providers else say("Giving notice is not free.")


def named(edition: Edition, keys: Iterable[str]) -> tuple[Choice, ...]:
    """Registers as links."""
    return tuple(
        Choice(label=edition.wording.read(edition.records.registers[key].record.name), url=edition.links.register(key))
        for key in keys
        if key in edition.records.registers
    )


def predecessors(edition: Edition, key: str) -> list[str]:
    """The registers that this one replaces."""
    return [other for other, entry in sorted(edition.records.registers.items()) if key in entry.record.successors]
