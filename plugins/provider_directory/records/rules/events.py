"""Events: the weekday fits the date, and nobody has to sign up after the event."""

from __future__ import annotations

from collections.abc import Iterator

from ...problems import Severity
from ..collections import Entry
from ..schema.event import Event
from ..walking import Met
from .rule import Finding, Rule

WEEKDAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")


def wrong_weekday(entry: Entry[Event], met: Met) -> Iterator[Finding]:
    """A weekday that is not the date's."""
    event = entry.record
    right = WEEKDAYS[event.date.weekday()]
    if event.weekday and not event.weekday.lower().startswith(right[:-1]):
        message = f'"{event.weekday}" is announced, but {event.date} is a {right}. Check both with the organiser.'
        yield Finding(entry, ("weekday",), message)


def late_deadline(entry: Entry[Event], met: Met) -> Iterator[Finding]:
    """Registration that ends after the event."""
    event = entry.record
    deadline = event.registration.deadline if event.registration else None
    last_day = event.moved_to or event.date
    if deadline and deadline > last_day:
        message = f"Registration ends on {deadline}, after the event on {last_day}. Change one of them."
        yield Finding(entry, ("registration", "deadline"), message)


def backwards_hours(entry: Entry[Event], met: Met) -> Iterator[Finding]:
    """An event that ends before it begins."""
    event = entry.record
    if event.starts and event.ends and event.ends <= event.starts:
        yield Finding(entry, ("to",), f"It ends at {event.ends:%H.%M}, but begins at {event.starts:%H.%M}.")


RULES = (
    Rule("weekday", Severity.WARNING, "The weekday announced is that of the date.", own=wrong_weekday, of=Event),
    Rule("registration-deadline", Severity.ERROR, "Registration ends before the event.", own=late_deadline, of=Event),
    Rule("event-hours", Severity.ERROR, "An event ends after it begins.", own=backwards_hours, of=Event),
)
