"""Changes of a provider's listings: new and ended ones, and their prices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from ..model import Cents, PartialDate, Unit
from ..records.collections import Entry
from ..records.facts import NOWHERE, Standing, list_of, on_lists, standing
from ..records.published_history import forgotten
from ..records.schema.provider import Listing, Provider
from .catalogue import Catalogue
from .change import Change, ChangeKind
from .edits import Edits, provider_edits
from .offers import DatedListing, name_of
from .status import ListingStatus

Found = tuple[DatedListing | None, Change]
"""A change, and the listing whose it is; nothing of one that is there no longer."""


@dataclass(frozen=True, slots=True)
class Place:
    """A provider on one list."""

    provider: Entry[Provider]
    list: str
    """As its facts name it."""
    listings: tuple[DatedListing, ...]
    """Each follows the one before."""
    facts: Standing
    edits: Edits

    @property
    def choosable(self) -> bool:
        """Whether it can be chosen from the list, now or later."""
        return any(listing.choosable for listing in self.listings)

    def change(self, kind: ChangeKind, day: date, *about: str) -> partial[Change]:
        """A change of it, still to be told what it is."""
        return partial(
            Change,
            kind=kind,
            day=day,
            about=(self.provider.key, self.list, kind, *about),
            provider=self.provider.key,
            name=self.provider.record.name,
            list=list_of(self.list),
        )


def provider_changes(catalogue: Catalogue, key: str) -> Iterator[Found]:
    """The changes of a provider; of one that is withdrawn for a time nothing is told, nor of a list that it is withdrawn from."""
    own = catalogue.listings_by_provider.get(key, ())
    if catalogue.provider_status(key) is ListingStatus.SUSPENDED:
        return
    provider = catalogue.records.providers[key]
    edits = provider_edits(catalogue.history.versions.get(("providers", key), ()))
    lists = on_lists(provider.record)
    places = [
        Place(provider, name, tuple(own[n] for n in numbers), standing(provider.record, numbers), edits)
        for name, numbers in lists.items()
    ]
    chosen = {list_of(place.list) for place in places if place.choosable}
    for place in places:
        if any(listing.status is ListingStatus.SUSPENDED for listing in place.listings):
            continue
        if place.choosable:
            yield from (
                (place.listings[0], change) for change in (*new(place), *ending(place), *altered(place), *prices(place))
            )
        elif list_of(place.list) not in chosen:
            yield from ((place.listings[-1], change) for change in ended(place))
    there = {list_of(name) for name in lists}
    for name, day in edits.gone.items():
        if list_of(name) not in there and knows(catalogue, *list_of(name)):
            gone = Place(provider, name, (), NOWHERE, edits)
            yield None, gone.change(ChangeKind.REMOVED, day)()


def forgotten_changes(catalogue: Catalogue) -> Iterator[Change]:
    """That providers are on lists no longer whose records were taken away; nothing is told of them any more, not even a name."""
    for (kind, key), line in catalogue.history.versions.items():
        if kind == "providers" and key not in catalogue.records.providers:
            for name, day in provider_edits(line).gone.items():
                if knows(catalogue, *list_of(name)):
                    about = (forgotten(key), name, ChangeKind.REMOVED)
                    yield Change(kind=ChangeKind.REMOVED, day=day, about=about, list=list_of(name))


def knows(catalogue: Catalogue, kind: str, key: str) -> bool:
    """Whether there is such a voucher or register."""
    return key in (catalogue.records.vouchers if kind == "voucher" else catalogue.records.registers)


def new(place: Place) -> Iterator[Change]:
    """That the provider came: known by an edit, else by the decision, else when it begins."""
    first = place.listings[0]
    day = place.edits.came.get((place.list,)) or decided(first.record) or first.record.starts
    if day:
        yield place.change(ChangeKind.NEW, day, place.facts["starts"])(starts=first.starts)


def ending(place: Place) -> Iterator[Change]:
    """That an end was set or moved for one that can still be chosen; one that was known at first is told when it has come."""
    until, day = place.listings[-1].record.until, place.edits.ends.get((place.list,))
    if until and day:
        yield place.change(ChangeKind.ENDED, day, place.facts["until"])(until=until)


def ended(place: Place) -> Iterator[Change]:
    """That the provider is on the list no longer, unless the list itself is over."""
    last = place.listings[-1]
    until = last.record.until
    closed = last.voucher.record.closes if last.voucher else last.register.record.sunset if last.register else None
    if until and (closed is None or until < closed):
        day = place.edits.ends.get((place.list,)) or until + timedelta(days=1)
        yield place.change(ChangeKind.ENDED, day, place.facts["until"])(until=until)


def decided(listing: Listing) -> date | None:
    """The day of the decision, where it is known to the day."""
    return whole(listing.decision.date) if listing.decision else None


def whole(day: PartialDate | None) -> date | None:
    """A day that is known as a day."""
    return day.first_day if day and day.day else None


def altered(place: Place) -> Iterator[Change]:
    """That it works elsewhere, or gives other services."""
    last = place.listings[-1]
    whole_list = (
        last.voucher.record.services if last.voucher else last.register.record.services if last.register else []
    )
    everything = {
        "municipalities": last.organiser.record.municipalities if last.voucher else [],
        "services": whole_list,
    }
    for day, name, what, before, after in place.edits.altered:
        old, new = set(before or everything[what]), set(after or everything[what])
        if name == place.list and old != new:
            kind = ChangeKind.AREA if what == "municipalities" else ChangeKind.SERVICES
            added, dropped = tuple(sorted(new - old)), tuple(sorted(old - new))
            yield place.change(kind, day, ",".join(added), ",".join(dropped))(added=added, dropped=dropped)


def prices(place: Place) -> Iterator[Change]:
    """New prices, those that come, and those that were written over."""
    series: dict[str, list[tuple[str, Cents]]] = {}
    for name, cents in sorted(place.facts["prices"].items()):
        which, _, starts = name.rpartition("|")
        series.setdefault(which, []).append((starts, cents))
    for which, steps in series.items():
        yield from steps_of(place, which, steps)
    for day, before, after, fact in place.edits.corrected:
        if fact[0] == place.list and isinstance(before, int) and isinstance(after, int):
            which = fact[1].rpartition("|")[0]
            made = place.change(ChangeKind.PRICE, day, which, str(before), str(after))
            yield made(before=before, after=after, **named(place, which))


def steps_of(place: Place, which: str, steps: Sequence[tuple[str, Cents]]) -> Iterator[Change]:
    """The prices of one service, variant and unit, each with the one before."""
    before: Cents | None = None
    for starts, cents in steps:
        fact = (place.list, f"{which}|{starts}")
        came, old = place.edits.came.get(fact), before if before is not None else place.edits.before.get(fact)
        begins = date.fromisoformat(starts) if starts else None
        day = came or (known(place, begins) if before is not None else None)
        if day and old != cents:
            made = place.change(ChangeKind.PRICE, day, which, starts)
            yield made(starts=begins, before=old, after=cents, **named(place, which))
        before = cents


def known(place: Place, begins: date | None) -> date | None:
    """Since when a price is known, when no edit tells: since somebody checked the record before it began, else since then."""
    records = (*(listing.record.verified for listing in place.listings), place.provider.record.verified)
    checked = max((each.on for each in records if each), default=None)
    return checked if begins and checked and checked < begins else begins


def named(place: Place, which: str) -> dict[str, object]:
    """The service, the variant and the unit of a price."""
    service, variant, unit = which.split("|")
    try:
        name = name_of(place.listings[0], variant or None)
    except KeyError:
        name = None
    return {"service": service, "variant": variant, "variant_name": name, "unit": Unit(unit)}
