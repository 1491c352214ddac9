"""Calendars of events: one of all, one for each organiser and voucher, and a file for each event, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from ..catalogue.revisions import Revision, revisions
from ..records.collections import Entry
from ..records.schema.event import Change, Event
from ..views.calendar_words import EventWords, event_words
from ..views.edition import Edition
from ..views.links import file_of
from ..views.subscriptions import calendar_title, page_of
from .ical import Line, at_home, calendar, in_utc, on_day, text
from .identity import identity

Subject = tuple[str, str]
"""The kind of what a calendar is about, and its key."""

REMINDED = time(9)
"""When a calendar reminds of a deadline, on the day before it."""

NOON = time(12)
"""The hour of a day on which something was told; which hour it was nobody keeps."""

DAY = timedelta(days=1)


def subjects(edition: Edition) -> Iterator[Subject]:
    """All that has a calendar."""
    yield "events", ""
    yield from (("organiser", key) for key in sorted(edition.records.organisers))
    yield from (("voucher", key) for key in sorted(edition.records.vouchers))
    yield from (("event", entry.key) for entry in edition.catalogue.events)


def files(edition: Edition, subject: Subject) -> Iterator[tuple[str, bytes]]:
    """The calendar of one of them."""
    kind, key = subject
    if kind == "event":
        entry = edition.records.events[key]
        yield file_of(edition.links.event_file(key)), calendar(entry.title(edition.language), parts(edition, entry))
        return
    own = [entry for entry in edition.catalogue.events if is_in(entry.record, kind, key)]
    place = edition.links.beside(page_of(edition.links, kind, key), "events")
    lines = (line for entry in own for line in parts(edition, entry))
    yield file_of(place), calendar(calendar_title(edition, kind, key), lines)


def is_in(event: Event, kind: str, key: str) -> bool:
    """Whether a calendar holds an event."""
    return kind == "events" or (event.organiser == key if kind == "organiser" else key in event.vouchers)


def parts(edition: Edition, entry: Entry[Event]) -> Iterator[Line]:
    """An event and, where one has to register, the last day for it: many calendars show no alarms of what they follow."""
    words = event_words(edition, entry)
    revision = edition.catalogue.worked_out("revisions", revisions)[entry.key]
    yield ("BEGIN", "VEVENT")
    yield from told(entry, revision, str(identity("event", entry.key)))
    yield from when(entry.record, edition.catalogue.held(entry))
    yield text("SUMMARY", words.summary)
    yield text("DESCRIPTION", words.description)
    if words.location:
        yield text("LOCATION", words.location)
    yield from page(edition, words)
    if words.deadline and entry.record.change is not Change.CANCELLED:
        yield from alarm(words, words.deadline)
    yield ("END", "VEVENT")
    if words.deadline:
        yield from last_day(edition, entry, words, revision, words.deadline)


def told(entry: Entry[Event], revision: Revision, name: str) -> Iterator[Line]:
    """What tells an event from others, and a newer copy of it from an older one."""
    yield ("UID", name)
    yield ("DTSTAMP", in_utc(revision.day or first_told(entry.record), NOON))
    if revision.day:
        yield ("LAST-MODIFIED", in_utc(revision.day, NOON))
    yield ("SEQUENCE", str(revision.number))
    yield ("STATUS", "CANCELLED" if entry.record.change is Change.CANCELLED else "CONFIRMED")


def first_told(event: Event) -> date:
    """A day that stands for when an event was first told of, where nobody knows: long before it, and the same for ever."""
    return date(event.date.year - 1, 1, 1)


def when(event: Event, held: date) -> Iterator[Line]:
    """The day, with the hours where they are known."""
    if event.starts is None:
        yield on_day("DTSTART", held)
        return
    yield at_home("DTSTART", held, event.starts)
    if event.ends and event.ends > event.starts:
        yield at_home("DTEND", held, event.ends)


def page(edition: Edition, words: EventWords) -> Iterator[Line]:
    """The event's page, where the site knows its own address."""
    if edition.settings.site_url:
        yield "URL", edition.absolute(words.url)


def alarm(words: EventWords, deadline: date) -> Iterator[Line]:
    """A reminder on the morning before the last day to register."""
    yield ("BEGIN", "VALARM")
    yield ("ACTION", "DISPLAY")
    yield text("DESCRIPTION", words.deadline_summary)
    yield ("TRIGGER;VALUE=DATE-TIME", in_utc(deadline - DAY, REMINDED))
    yield ("END", "VALARM")


def last_day(
    edition: Edition, entry: Entry[Event], words: EventWords, revision: Revision, deadline: date
) -> Iterator[Line]:
    """The last day to register, as a day that keeps nobody busy."""
    yield ("BEGIN", "VEVENT")
    yield from told(entry, revision, str(identity("event", entry.key, "deadline")))
    yield on_day("DTSTART", deadline)
    yield text("SUMMARY", words.deadline_summary)
    yield ("TRANSP", "TRANSPARENT")
    yield ("RELATED-TO", str(identity("event", entry.key)))
    yield from page(edition, words)
    yield ("END", "VEVENT")
