"""An event: when, where, do I have to register, what is it about?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..catalogue.status import VoucherStatus
from ..records.collections import Entry
from ..records.schema.event import Audience, Change, Event, Materials, Venue
from ..records.schema.organiser import Organiser
from .choice import Choice
from .contacts import ContactView, contacts_of
from .edition import Edition
from .event_data import structured_event
from .event_items import status_tag, when_words
from .page import Page
from .page_kind import PageKind
from .prose import Html, markdown
from .registration import OVER, Countdown, RegistrationView, countdown, registration_view
from .sources import SourceItem, SourceLine, source_line
from .standing import Tag
from .voucher_status import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event's page; what is not known is empty."""

    heading: str
    kicker: str
    lead: str
    tags: tuple[Tag, ...]
    notes: tuple[Note, ...]
    """That it was cancelled or moved, and what the source does not tell."""
    when: str
    starts: str
    where: tuple[str, ...]
    audience: str
    registration: RegistrationView | None
    countdown: Countdown | None
    body: Html
    topics: tuple[str, ...]
    programme: tuple[str, ...]
    programme_words: str | None
    """That it is promised but not given, or may change."""
    materials: tuple[SourceItem, ...]
    materials_words: str | None
    vouchers: tuple[Choice, ...]
    registers: tuple[Choice, ...]
    contacts: tuple[ContactView, ...]
    organiser: Choice
    all_events: Choice
    source: SourceLine
    calendar: Choice | None
    """The event for a calendar, while it is still to be held."""


def subjects(edition: Edition) -> Iterable[str]:
    """Every event, past ones too."""
    return (entry.key for entry in edition.catalogue.events)


def page(edition: Edition, key: str) -> Page:
    """The page of one of them."""
    say, links = edition.wording.say, edition.links
    entry = edition.records.events[key]
    organiser = edition.records.organisers[entry.record.organiser]
    title = entry.title(edition.language)
    return edition.page(
        "event",
        event_view(edition, entry, organiser),
        title=f"{title}, {edition.wording.day(edition.catalogue.held(entry))}",
        heading=title,
        description=entry.summary(edition.language),
        address=lambda links: links.event(key),
        trail=[(say("Events"), links.place("events"))],
        json_ld=[structured_event(edition, entry, organiser)],
    )


pages = PageKind(subjects, page)


def event_view(edition: Edition, entry: Entry[Event], organiser: Entry[Organiser]) -> EventView:
    """Everything known of an event."""
    record, held = entry.record, edition.catalogue.held(entry)
    tag = status_tag(edition, entry)
    return EventView(
        heading=entry.title(edition.language),
        kicker=edition.organiser(organiser),
        lead=entry.summary(edition.language),
        tags=(tag,) if tag else (coming_tag(edition, held),),
        notes=tuple(notes(edition, entry)),
        when=when_words(edition, entry, held),
        starts=held.isoformat(),
        where=where_lines(edition, record.venue),
        audience=audience(edition, record),
        registration=registration_view(edition, entry),
        countdown=countdown(edition, entry),
        body=markdown(entry.body(edition.language)),
        topics=tuple(edition.wording.read(topic) for topic in record.topics),
        programme=tuple(edition.wording.read(item) for item in record.programme.items) if record.programme else (),
        programme_words=programme_words(edition, record),
        materials=materials(edition, record.materials),
        materials_words=materials_words(edition, record.materials),
        vouchers=vouchers(edition, record),
        registers=registers(edition, record),
        contacts=contacts_of(edition, organiser, record.contacts),
        organiser=Choice(label=edition.organiser(organiser), url=edition.links.organiser(organiser.key)),
        all_events=Choice(label=edition.wording.say("All events"), url=edition.links.place("events")),
        source=source_line(edition, None, organiser.record.page_updated, organiser.record.source),
        calendar=calendar_link(edition, entry),
    )


def calendar_link(edition: Edition, entry: Entry[Event]) -> Choice | None:
    """The event as a file that calendars open."""
    if edition.catalogue.event_status(entry) in OVER:
        return None
    return Choice(label=edition.wording.say("Add to calendar"), url=edition.links.event_file(entry.key))


def coming_tag(edition: Edition, held: date) -> Tag:
    """That an event is to come; browsers turn it once its day has passed."""
    return Tag(
        kind="upcoming",
        text=edition.wording.say("Coming"),
        until=held.isoformat(),
        past_text=edition.wording.say("Past"),
    )


def notes(edition: Edition, entry: Entry[Event]) -> Iterator[Note]:
    """What became of the event, and what the source leaves out."""
    say, record = edition.wording.say, entry.record
    why = edition.wording.read(record.change_note)
    if record.change is Change.CANCELLED:
        yield Note(
            kind="warning",
            title=say("This event has been cancelled"),
            text=why or say("The organiser has not said why."),
        )
    if record.change is Change.MOVED:
        day = edition.wording.weekday(record.date)
        moved = say("It was to be held on {day}.", day=day)
        yield Note(kind="warning", title=say("This event has been moved"), text=f"{moved} {why}".strip())
    if missing := missing_words(edition, record):
        yield Note(kind="info", text=missing)


def missing_words(edition: Edition, record: Event) -> str:
    """That the source tells neither time nor place, or only one of them."""
    say = edition.wording.say
    if record.starts is None and record.venue is None:
        return say("The source tells neither the time nor the place.")
    if record.starts is None:
        return say("The source does not tell the time.")
    return say("The source does not tell the place.") if record.venue is None else ""


def where_lines(edition: Edition, venue: Venue | None) -> tuple[str, ...]:
    """The building, the street and town, then how to find the room."""
    if venue is None:
        return ()
    read = edition.wording.read
    town = " ".join(part for part in (venue.postal_code, venue.city) if part)
    street = ", ".join(part for part in (venue.street, town) if part)
    inside = ", ".join(part for part in map(read, (venue.entrance, venue.floor, venue.room)) if part)
    return tuple(line for line in (read(venue.name), street, inside) if line)


def audience(edition: Edition, record: Event) -> str:
    """For whom, in the organiser's words where it has any."""
    say = edition.wording.say
    names = {Audience.PROVIDERS: say("providers"), Audience.RESIDENTS: say("residents")}
    return edition.wording.read(record.audience_words) or edition.wording.join(names[each] for each in record.audience)


def programme_words(edition: Edition, record: Event) -> str | None:
    """What is to be known of the programme besides its points."""
    say, programme = edition.wording.say, record.programme
    if programme is None:
        return None
    found = []
    if programme.promised and not programme.items:
        found.append(say("The organiser promises a programme, but the source does not give it."))
    if programme.subject_to_change:
        found.append(say("Changes are possible."))
    return " ".join(found) or None


def materials(edition: Edition, record: Materials | None) -> tuple[SourceItem, ...]:
    """The handouts; a link only where the source gives one."""
    return (
        tuple(SourceItem(text=edition.wording.read(item.label), url=item.url) for item in record.items)
        if record
        else ()
    )


def materials_words(edition: Edition, record: Materials | None) -> str | None:
    """That handouts are promised but not there."""
    if record is None or not record.promised or any(item.url for item in record.items):
        return None
    return edition.wording.say("The organiser promises the materials, but the source does not give them.")


def vouchers(edition: Edition, record: Event) -> tuple[Choice, ...]:
    """The vouchers an event concerns; planned ones are marked."""
    found = [edition.records.vouchers[key] for key in record.vouchers if key in edition.records.vouchers]
    planned = edition.wording.say("Planned")
    return tuple(
        Choice(
            label=entry.title(edition.language),
            url=edition.links.voucher(entry.key),
            note=planned if edition.catalogue.voucher_status(entry) is VoucherStatus.PLANNED else None,
        )
        for entry in found
    )


def registers(edition: Edition, record: Event) -> tuple[Choice, ...]:
    """The registers an event concerns."""
    found = [edition.records.registers[key] for key in record.registers if key in edition.records.registers]
    return tuple(
        Choice(label=edition.wording.read(entry.record.name), url=edition.links.register(entry.key)) for entry in found
    )
