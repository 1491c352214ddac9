"""Municipalities near one another, with how many providers serve each: the ways on from one that has too few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..records.collections import Entry
from ..records.schema.organiser import Organiser
from ..records.schema.places import Municipality
from .approved import counted
from .choice import Choice
from .edition import Edition
from .home import offers_in
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyView:
    """That there is nothing, why, and where there is."""

    title: str
    text: str
    ways_out: tuple[Choice, ...]


def region_key(edition: Edition, entry: Entry[Municipality]) -> str | None:
    """The region the municipality belongs to on the day."""
    day = edition.catalogue.as_of
    return next((membership.region for membership in entry.record.regions if membership.holds_on(day)), None)


def region_name(edition: Edition, entry: Entry[Municipality]) -> str | None:
    """That region's name."""
    key = region_key(edition, entry)
    return edition.wording.read(edition.records.regions[key].record.name) if key else None


def neighbours(edition: Edition, entry: Entry[Municipality]) -> tuple[Choice, ...]:
    """The municipalities it borders on, with how many serve each."""
    existing = {each.key for each in edition.catalogue.municipalities}
    found = [choice(edition, key) for key in entry.record.neighbours if key in existing]
    return tuple(sorted(found, key=lambda each: alphabetical(each.label)))


def choice(edition: Edition, key: str) -> Choice:
    """A municipality with how many providers serve its residents."""
    offers = offers_in(edition, key)
    note = counted(edition, offers) if offers else edition.wording.say("no providers")
    return Choice(label=edition.municipality(key), url=edition.links.municipality(key), note=note)


def empty(edition: Edition, entry: Entry[Municipality], organisers: Sequence[Entry[Organiser]]) -> EmptyView:
    """Why there is nothing, and the nearest places where there is."""
    say = edition.wording.say
    names = edition.wording.join(edition.organiser(organiser) for organiser in organisers)
    text = (
        say("Nobody on the lists of {organiser} serves this municipality on this day.", organiser=names)
        if names
        else say(
            "The municipality does not publish its vouchers here, and no provider on the lists of others comes here."
        )
    )
    return EmptyView(
        title=say("No providers for residents of this municipality"), text=text, ways_out=nearest(edition, entry)
    )


def nearest(edition: Edition, entry: Entry[Municipality]) -> tuple[Choice, ...]:
    """Neighbours that are served, else the served municipalities of the region; and all municipalities."""
    region = region_key(edition, entry)
    same_region = [
        each.key for each in edition.catalogue.municipalities if region and region_key(edition, each) == region
    ]
    served = [key for key in entry.record.neighbours if offers_in(edition, key)]
    served = served or [key for key in same_region if offers_in(edition, key)]
    found = sorted((choice(edition, key) for key in served), key=lambda each: alphabetical(each.label))
    return (*found, Choice(label=edition.wording.say("All municipalities"), url=edition.links.place("municipalities")))
