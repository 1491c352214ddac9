"""Events: when, where and for whom an information or training session is held."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue.status import EventStatus
from ...model import LANGUAGES
from ...records.collections import Entry
from ...records.schema.event import Audience, Change, Event, Registration, Venue
from ...views.edition import Edition
from .columns import (
    AS_OF,
    Kind,
    Row,
    Table,
    in_languages,
    key,
    localised,
    localised_list,
    names,
    of,
    one_of,
    say,
    text,
)
from .places import ADDRESS, address_row, url_columns, urls
from .providers import day
from .sources import publishers


def rows(edition: Edition) -> Iterator[Row]:
    """Every event, past ones too, by key."""
    for event, entry in sorted(edition.records.events.items()):
        record = entry.record
        yield {
            "key": event,
            "organiser": record.organiser,
            "status": str(edition.catalogue.event_status(entry)),
            **titles(entry),
            "day": edition.catalogue.held(entry),
            "announced_for": record.date if record.moved_to else None,
            "starts": record.starts,
            "ends": record.ends,
            **venue_row(record.venue),
            "audience": tuple(map(str, record.audience)),
            **localised("audience_words", record.audience_words),
            "vouchers": tuple(record.vouchers),
            "registers": tuple(record.registers),
            **localised_list("topics", record.topics),
            **registration_row(record.registration),
            "change": str(record.change) if record.change else None,
            **localised("change_note", record.change_note),
            **urls(edition, "events", event),
            **day(edition),
        }


def titles(entry: Entry[Event]) -> Row:
    """The title in each language; not translated is empty."""
    written = {LANGUAGES[0], *entry.translations}
    return {f"title_{language}": entry.title(language) if language in written else None for language in LANGUAGES}


def venue_row(venue: Venue | None) -> Row:
    """Where it is held."""
    parts = ("name", "entrance", "floor", "room")
    words = (localised(f"venue_{part}", getattr(venue, part) if venue else None) for part in parts)
    found: Row = {}
    for each in words:
        found |= each
    return found | address_row(venue)


def registration_row(registration: Registration | None) -> Row:
    """How to sign up."""
    phone = registration.phone if registration else None
    return {
        "registration_deadline": registration.deadline if registration else None,
        "registration_url": registration.url if registration else None,
        "registration_phone": str(phone) if phone else None,
    }


EVENTS = Table(
    name="events",
    title=say("Events"),
    about=say("Information and training sessions for providers or residents, past ones too."),
    columns=(
        key("key", say("What other tables call the event.")),
        names("organiser", "organisers", say("Who holds it."), required=True),
        one_of("status", EventStatus, say("Whether it is still to come."), required=True),
        *in_languages(text("title", say("Name of the event."), required=True)),
        of(Kind.DAY, "day", say("The day it is held; of a moved event the new one."), required=True),
        of(Kind.DAY, "announced_for", say("The day for which a moved event was announced.")),
        of(Kind.CLOCK, "starts", say("When it begins.")),
        of(Kind.CLOCK, "ends", say("When it ends.")),
        *in_languages(text("venue_name", say("The building."))),
        *in_languages(text("venue_entrance", say("How to find in."))),
        *in_languages(text("venue_floor", say("The floor."))),
        *in_languages(text("venue_room", say("The room."))),
        *ADDRESS,
        of(Kind.KEYS, "audience", say("Whom it is for."), options=tuple(map(str, Audience))),
        *in_languages(text("audience_words", say("Whom it is for, in the organiser’s words."))),
        of(Kind.KEYS, "vouchers", say("Keys of the vouchers it concerns.")),
        of(Kind.KEYS, "registers", say("Keys of the registers it concerns.")),
        *in_languages(of(Kind.TEXTS, "topics", say("What it deals with."))),
        of(Kind.DAY, "registration_deadline", say("Last day to sign up.")),
        text("registration_url", say("The form to sign up with.")),
        text("registration_phone", say("The number to sign up at.")),
        one_of("change", Change, say("Whether it was cancelled or moved.")),
        *in_languages(text("change_note", say("Why it was cancelled or moved."))),
        *url_columns(),
        AS_OF,
    ),
    rows=rows,
    key=("key",),
    sources=publishers,
)
