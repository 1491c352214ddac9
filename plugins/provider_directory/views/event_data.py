"""An event as schema.org has it, for search engines and calendars."""

from __future__ import annotations

from datetime import date, datetime, time

from ..catalogue.status import EventStatus
from ..records.collections import Entry
from ..records.schema.event import Change, Event, Venue
from ..records.schema.organiser import Organiser
from ..settings import HOME_ZONE
from . import structured
from .edition import Edition


def structured_event(edition: Edition, entry: Entry[Event], organiser: Entry[Organiser]) -> structured.Thing:
    """The event as schema.org has it."""
    record, held = entry.record, edition.catalogue.held(entry)
    status = {EventStatus.CANCELLED: "EventCancelled", EventStatus.MOVED: "EventRescheduled"}
    name = status.get(edition.catalogue.event_status(entry), "EventScheduled")
    return structured.known(
        {
            "@type": "Event",
            "name": entry.title(edition.language),
            "description": entry.summary(edition.language),
            "url": edition.absolute(edition.links.event(entry.key)),
            "startDate": moment(held, record.starts),
            "endDate": moment(held, record.ends) if record.ends else None,
            "previousStartDate": record.date.isoformat() if record.change is Change.MOVED else None,
            "eventStatus": f"https://schema.org/{name}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": place(edition, record.venue) if record.venue else None,
            "organizer": structured.organiser(edition, organiser),
        }
    )


def place(edition: Edition, venue: Venue) -> structured.Thing:
    """Where an event is held."""
    name = edition.wording.read(venue.name) or venue.street
    return structured.known({"@type": "Place", "name": name, "address": structured.postal(venue)})


def moment(day: date, at: time | None) -> str:
    """A day, with the hour in Finnish time where it is known."""
    return datetime.combine(day, at, HOME_ZONE).isoformat() if at else day.isoformat()
