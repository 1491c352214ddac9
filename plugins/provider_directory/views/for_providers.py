"""For providers: how to get on an organiser's list, until when, and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..records.collections import Entry
from ..records.schema.event import Audience
from ..records.schema.organiser import Organiser, Portal
from .choice import Choice
from .contacts import ContactView, contact_view
from .edition import Edition
from .event_items import EventItem, event_items
from .facts import Step, steps_of
from .page import Page
from .rounds import RoundView, rounds_of
from .sources import DocumentView, document_view
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalView:
    """The system in which applications are made."""

    name: str
    url: str
    words: str
    """Whether it is free, and what stands behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserGuide:
    """How to become one organiser's provider; what is not known is empty."""

    id: str
    name: str
    url: str
    how: str | None
    """That paper is not accepted."""
    portal: PortalView | None
    steps: tuple[Step, ...]
    accepting: str | None
    note: str | None
    rounds: tuple[RoundView, ...]
    documents: tuple[DocumentView, ...]
    register_steps: tuple[Step, ...]
    registers: tuple[Choice, ...]
    """The registers one may still join; each needs a notice of its own where it says so."""
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForProvidersView:
    """The page for providers."""

    heading: str
    lead: str
    check: Choice
    """Where to see what is published about oneself."""
    contents: tuple[Choice, ...]
    """The parts of this page."""
    guides: tuple[OrganiserGuide, ...]
    events: tuple[EventItem, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The one page for providers."""
    say = edition.wording.say
    found, coming = guides(edition), events(edition)
    view = ForProvidersView(
        heading=say("For providers"),
        lead=say(
            "Each organiser approves its own providers. Here is how to apply, until when, and what you accept by applying."
        ),
        check=Choice(
            label=say("Is my listing right?"),
            url=edition.links.place("providers"),
            note=say("Find your company and see what is published about it."),
        ),
        contents=contents(edition, found, coming),
        guides=found,
        events=coming,
    )
    yield edition.page(
        "for-providers",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("for-providers"),
    )


def contents(edition: Edition, found: Iterable[OrganiserGuide], coming: Sequence[EventItem]) -> tuple[Choice, ...]:
    """The organisers, then the events where there are any."""
    organisers = [Choice(label=guide.name, url=f"#{guide.id}") for guide in found]
    last = [Choice(label=edition.wording.say("Coming events for providers"), url="#events")] if coming else []
    return (*organisers, *last)


def events(edition: Edition) -> tuple[EventItem, ...]:
    """Coming events that providers are asked to."""
    found = (each for each in edition.catalogue.coming_events if Audience.PROVIDERS in each.record.audience)
    return event_items(edition, found, coming=True)


def guides(edition: Edition) -> tuple[OrganiserGuide, ...]:
    """Every organiser, by name."""
    found = [guide(edition, entry) for entry in edition.records.organisers.values()]
    return tuple(sorted(found, key=lambda each: alphabetical(each.name)))


def guide(edition: Edition, entry: Entry[Organiser]) -> OrganiserGuide:
    """One organiser."""
    record, read = entry.record, edition.wording.read
    application = record.application
    return OrganiserGuide(
        id=entry.key,
        name=edition.organiser(entry),
        url=edition.links.organiser(entry.key),
        how=edition.wording.say("Applications are made electronically only.")
        if application and application.electronic_only
        else None,
        portal=portal_view(edition, application.portal) if application and application.portal else None,
        steps=steps_of(map(read, application.steps)) if application else (),
        accepting=(read(application.accepting) or None) if application else None,
        note=(read(application.note) or None) if application else None,
        rounds=rounds_of(edition, entry),
        documents=tuple(document_view(edition, document) for document in record.documents.values()),
        register_steps=steps_of(map(read, application.register_steps)) if application else (),
        registers=registers(edition, entry.key),
        contacts=tuple(contact_view(edition, contact) for contact in record.contacts.values()),
    )


def portal_view(edition: Edition, portal: Portal) -> PortalView:
    """Where to apply, and that it costs nothing where that is so."""
    say = edition.wording.say
    words = [say("The portal is free of charge for providers.")] if portal.free_for_providers else []
    if portal.system:
        words.append(say("The voucher system behind it is {system}.", system=portal.system))
    return PortalView(name=portal.name, url=portal.url, words=" ".join(words))


def registers(edition: Edition, organiser: str) -> tuple[Choice, ...]:
    """The registers that take notices, by name."""
    separate = edition.wording.say("Needs a notice of its own")
    found = [
        Choice(
            label=edition.wording.read(entry.record.name),
            url=edition.links.register(entry.key),
            note=separate if entry.record.separate_notice else None,
        )
        for entry in edition.catalogue.registers_of(organiser)
        if entry.record.sunset is None
    ]
    return tuple(sorted(found, key=lambda choice: alphabetical(choice.label)))
