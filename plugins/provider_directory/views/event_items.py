"""An event as a line in a list, as the event-item component shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..catalogue.status import EventStatus
from ..records.collections import Entry
from ..records.schema.event import Event, Venue
from .edition import Edition
from .standing import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class EventItem:
    """When and where an event is, and how it stands."""

    title: str
    url: str
    day: str
    month: str
    when: str
    starts: str
    where: str | None
    status: Tag | None
    when_past: str
    """'hide' in a list of what is coming, else 'label'."""


def event_items(edition: Edition, entries: Iterable[Entry[Event]], *, coming: bool) -> tuple[EventItem, ...]:
    """Events as lines, in the order they come."""
    return tuple(event_item(edition, entry, coming=coming) for entry in entries)


def event_item(edition: Edition, entry: Entry[Event], *, coming: bool) -> EventItem:
    """One event."""
    held, status = edition.catalogue.held(entry), status_tag(edition, entry)
    return EventItem(
        title=entry.title(edition.language),
        url=edition.links.event(entry.key),
        day=f"{held.day}." if edition.language == "fi" else str(held.day),
        month=edition.wording.month_name(held),
        when=when_words(edition, entry, held),
        starts=held.isoformat(),
        where=where_words(edition, entry.record.venue) or None,
        status=status if coming or status is None or status.kind != "past" else None,
        when_past="hide" if coming else "label",
    )


def when_words(edition: Edition, entry: Entry[Event], held: date) -> str:
    """'torstai 16.8.2018 klo 13.30–16.00'."""
    hours = edition.wording.hours(entry.record.starts, entry.record.ends)
    return " ".join(part for part in (edition.wording.weekday(held), hours) if part)


def where_words(edition: Edition, venue: Venue | None) -> str:
    """'Kaupungintalo, Jyväskylä': the building and the town."""
    if venue is None:
        return ""
    return ", ".join(part for part in (edition.wording.read(venue.name) or venue.street, venue.city) if part)


def status_tag(edition: Edition, entry: Entry[Event]) -> Tag | None:
    """How an event stands; nothing is said of one that is simply to come."""
    say, starts = edition.wording.say, edition.catalogue.held(entry)
    match edition.catalogue.event_status(entry):
        case EventStatus.CANCELLED:
            return Tag(kind="cancelled", text=say("Cancelled"))
        case EventStatus.MOVED:
            day = edition.wording.day(entry.record.date)
            return Tag(
                kind="moved", text=say("Moved from {day}", day=day), until=starts.isoformat(), past_text=say("Past")
            )
        case EventStatus.TODAY:
            return Tag(kind="today", text=say("Today"), until=starts.isoformat(), past_text=say("Past"))
        case EventStatus.PAST:
            return Tag(kind="past", text=say("Past"))
        case EventStatus.UPCOMING:
            return None


def about_voucher(edition: Edition, key: str) -> tuple[EventItem, ...]:
    """Coming events that concern a voucher."""
    return event_items(
        edition, (entry for entry in edition.catalogue.coming_events if key in entry.record.vouchers), coming=True
    )


def of_organiser(edition: Edition, key: str) -> tuple[EventItem, ...]:
    """Coming events that an organiser holds."""
    return event_items(
        edition, (entry for entry in edition.catalogue.coming_events if entry.record.organiser == key), coming=True
    )
