"""An event as a calendar shows it, in finished words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..records.collections import Entry
from ..records.schema.event import Change, Event
from .edition import Edition
from .event import where_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """What a calendar says of an event."""

    summary: str
    description: str
    location: str
    url: str
    """From the root of the host."""
    deadline: date | None
    """The last day to register, while the event is to be held."""
    deadline_summary: str
    """For a day of its own in the calendar, and for the alarm."""


def event_words(edition: Edition, entry: Entry[Event]) -> EventWords:
    """An event in the words of the edition."""
    say, record = edition.wording.say, entry.record
    title, cancelled = entry.title(edition.language), record.change is Change.CANCELLED
    registration = record.registration
    deadline = registration.deadline if registration else None
    register = say("Register by {day}.", day=edition.wording.weekday(deadline)) if deadline and not cancelled else ""
    return EventWords(
        summary=say("Cancelled: {event}", event=title) if cancelled else title,
        description="\n\n".join(
            part
            for part in (
                what_became(edition, record),
                entry.summary(edition.language),
                " ".join(filter(None, (register, edition.wording.read(registration.note) if registration else ""))),
                (registration.url or "") if registration and not cancelled else "",
            )
            if part
        ),
        location=", ".join(where_lines(edition, record.venue)),
        url=edition.links.event(entry.key),
        deadline=deadline,
        deadline_summary=say("Last day to register: {event}", event=title),
    )


def what_became(edition: Edition, record: Event) -> str:
    """That an event was cancelled or moved, and why."""
    say, why = edition.wording.say, edition.wording.read(record.change_note)
    if record.change is Change.CANCELLED:
        return f"{say('This event has been cancelled')}. {why}".strip()
    if record.change is Change.MOVED:
        moved = say("It was to be held on {day}.", day=edition.wording.weekday(record.date))
        return f"{say('This event has been moved')}. {moved} {why}".strip()
    return ""
