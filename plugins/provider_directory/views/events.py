"""All events: coming ones by date, past ones with their materials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..model import PartialDate
from ..records.collections import Entry
from ..records.schema.event import Event
from .choice import Choice
from .edition import Edition
from .event_items import EventItem, event_item, event_items
from .page import Page
from .sources import links_of
from .subscriptions import Subscriptions, subscriptions
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """The events of one month."""

    heading: str
    events: tuple[EventItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEvent:
    """An event that has been, with what it left behind."""

    item: EventItem
    materials: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsView:
    """The list of all events."""

    heading: str
    lead: str
    filters: tuple[Choice, ...]
    """The events of one organiser, where there are several."""
    coming: tuple[EventGroup, ...]
    past: tuple[PastEvent, ...]
    follow: Subscriptions


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of all events."""
    say, catalogue = edition.wording.say, edition.catalogue
    view = EventsView(
        heading=say("Events"),
        lead=say("Information and training sessions that the organisers hold for providers and residents."),
        filters=filters(edition),
        coming=tuple(by_month(edition, catalogue.coming_events)),
        past=tuple(past_event(edition, entry) for entry in catalogue.past_events),
        follow=subscriptions(edition, "events"),
    )
    yield edition.page(
        "events",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("events"),
        feeds=view.follow.feeds,
        listed=("events", ""),
    )


def by_month(edition: Edition, entries: Iterable[Entry[Event]]) -> Iterator[EventGroup]:
    """Coming events under the names of their months."""
    held = edition.catalogue.held
    for (year, month), group in groupby(entries, key=lambda entry: (held(entry).year, held(entry).month)):
        heading = edition.wording.partial(PartialDate(year=year, month=month))
        yield EventGroup(heading=heading[:1].upper() + heading[1:], events=event_items(edition, group, coming=True))


def past_event(edition: Edition, entry: Entry[Event]) -> PastEvent:
    """One past event."""
    materials = entry.record.materials
    return PastEvent(
        item=event_item(edition, entry, coming=False), materials=links_of(edition, materials.items) if materials else ()
    )


def filters(edition: Edition) -> tuple[Choice, ...]:
    """Each organiser's own coming events, where more than one organiser holds any."""
    keys = {entry.record.organiser for entry in edition.catalogue.coming_events}
    if len(keys) < 2:
        return ()
    organisers = edition.records.organisers
    found = [
        Choice(label=edition.organiser(organisers[key]), url=f"{edition.links.organiser(key)}#events") for key in keys
    ]
    return tuple(sorted(found, key=lambda choice: alphabetical(choice.label)))
