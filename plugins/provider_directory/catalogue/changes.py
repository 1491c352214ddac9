"""What readers of feeds are told: what the records say happens on which day, and what became of them by edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from .catalogue import Catalogue
from .change import Change
from .listing_changes import forgotten_changes, provider_changes
from .offers import DatedListing
from .revisions import revisions
from .voucher_changes import voucher_changes

Place = tuple[str, str]
"""What a feed is about: "organiser", "municipality", "voucher" or "register", and its key."""


def changes(catalogue: Catalogue) -> dict[Place, tuple[Change, ...]]:
    """The newest changes known on the day, the newest first, by what they are told about."""
    found: dict[Place, list[Change]] = defaultdict(list)
    for places, change in every_change(catalogue):
        if catalogue.changes_since < change.day <= catalogue.as_of:
            for place in places:
                found[place].append(change)
    return {place: newest(own, catalogue.changes_longest) for place, own in sorted(found.items())}


def newest(found: Iterable[Change], longest: int) -> tuple[Change, ...]:
    """The newest of some changes, of a day first those of whole lists. What changed, and changed back and again, is told once."""
    latest: dict[tuple[str, ...], Change] = {}
    for change in sorted(found, key=lambda change: change.day):
        latest[change.about] = change
    ordered = sorted(latest.values(), key=lambda change: (-change.day.toordinal(), change.provider != "", change.about))
    return tuple(ordered[:longest])


def every_change(catalogue: Catalogue) -> Iterator[tuple[Sequence[Place], Change]]:
    """Every change with what it is told about."""
    for key in catalogue.records.providers:
        for listing, change in provider_changes(catalogue, key):
            yield (of_listing(listing) if listing else of_list(catalogue, change)), change
    for change in forgotten_changes(catalogue):
        yield of_list(catalogue, change), change
    for key in catalogue.records.vouchers:
        for change in voucher_changes(catalogue, key):
            yield of_list(catalogue, change), change


def of_listing(listing: DatedListing) -> tuple[Place, ...]:
    """What a listing is told about."""
    own = ("voucher" if listing.voucher else "register", listing.list_key)
    residents = (("municipality", key) for key in listing.municipalities)
    return (("organiser", listing.organiser.key), own, *residents)


def of_list(catalogue: Catalogue, change: Change) -> tuple[Place, ...]:
    """What a change of a whole list is told about; for whom a register is, each of its listings says by itself."""
    kind, key = change.list
    if kind == "register":
        return (("organiser", catalogue.records.registers[key].record.organiser), change.list)
    organiser = key.partition("/")[0]
    residents = catalogue.records.organisers[organiser].record.municipalities
    return (("organiser", organiser), change.list, *(("municipality", key) for key in residents))


TABLES: dict[str, Callable[[Catalogue], Mapping[Any, Any]]] = {"changes": changes, "revisions": revisions}
"""What is worked out of a catalogue once for all feeds and calendars, by the name that it is noted by when it is read."""
