"""References: whatever a record names must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...problems import Severity
from ..collections import HOMES, Entry, Records
from ..schema.event import Event
from ..schema.organiser import Organiser
from ..schema.provider import Provider
from ..schema.register import SelfPayRegister
from ..schema.voucher import Voucher
from ..suggestions import did_you_mean
from ..text import Path_
from ..walking import walk
from .rule import Context, Finding, Rule


def unknown(entry: Entry[Any], records: Records, context: Context) -> Iterator[Finding]:
    """A record of another file that is named and not there."""
    strange = {named for named in entry.alone.names if not records.knows(HOMES[named[0]][0], named[1])}
    for visited in walk(entry.record) if strange else ():
        if visited.noun and (visited.noun, visited.value) in strange:
            attribute, place = HOMES[visited.noun]
            yield Finding(entry, visited.path, absent(visited.value, getattr(records, attribute), place))


def absent(text: str, options: Iterable[str], place: str) -> str:
    """The sentence for a name that is not among the options."""
    return f'"{text}" is not in {place}.{did_you_mean(text, options)}'


def unknown_key(entry: Entry[Any], records: Records, context: Context) -> Iterator[Finding]:
    """A contact, document, variant, time band or location that is named and not there."""
    match entry.record:
        case Voucher():
            yield from voucher_keys(entry, records.organisers.get(entry.key.partition("/")[0]), records)
        case SelfPayRegister() | Event():
            yield from contact_keys(entry, records.organisers.get(entry.record.organiser))
        case Provider():
            yield from provider_keys(entry, records)


def missing(
    entry: Entry[Voucher] | Entry[Provider] | Entry[SelfPayRegister] | Entry[Event],
    names: Iterable[tuple[Path_, str]],
    options: Iterable[str],
    place: str,
) -> Iterator[Finding]:
    """The names that are not among the options."""
    known = list(options)
    for path, name in names:
        if name not in known:
            yield Finding(entry, path, absent(name, known, place))


def voucher_keys(entry: Entry[Voucher], organiser: Entry[Organiser] | None, records: Records) -> Iterator[Finding]:
    """A voucher's contacts, rule books, variants and bands."""
    voucher = entry.record
    bands = [(("variants", key, "band"), variant.band) for key, variant in voucher.variants.items() if variant.band]
    yield from missing(entry, bands, voucher.time_bands, "this voucher's time_bands")
    yield from missing(entry, each_named("variants", voucher), voucher.variants, "this voucher's variants")
    name = entry.key.partition("/")[0]
    if organiser is None:
        if not records.knows("organisers", name):
            yield Finding(entry, (), f'The folder "{name}" is not an organiser. Add content/organisers/{name}.yaml.')
        return
    file = organiser.source.file
    contacts = [*numbered("contacts", voucher.contacts), *each_named("ask", voucher)]
    yield from missing(entry, contacts, organiser.record.contacts, f"the contacts of {file}")
    books = numbered("rule_books", voucher.rule_books)
    yield from missing(entry, books, organiser.record.documents, f"the documents of {file}")


def each_named(field: str, voucher: Voucher) -> Iterator[tuple[Path_, str]]:
    """Every name in a field of this name, anywhere in the voucher's values and client shares."""
    for place, rules in (("values", voucher.values), ("client_shares", voucher.client_shares)):
        for number, rule in enumerate(rules):
            for visited in walk(rule, (place, number)):
                if isinstance(visited.value, str) and field in visited.path[-2:]:
                    yield visited.path, visited.value


def contact_keys(entry: Entry[SelfPayRegister] | Entry[Event], organiser: Entry[Organiser] | None) -> Iterator[Finding]:
    """The contacts of a register or an event."""
    if organiser:
        place = f"the contacts of {organiser.source.file}"
        yield from missing(entry, numbered("contacts", entry.record.contacts), organiser.record.contacts, place)


def provider_keys(entry: Entry[Provider], records: Records) -> Iterator[Finding]:
    """A provider's locations and variants."""
    provider = entry.record
    for number, listing in enumerate(provider.listings):
        places = [(("listings", number, *path), name) for path, name in numbered("locations", listing.locations)]
        yield from missing(entry, places, provider.locations, "this provider's locations")
        voucher = records.vouchers.get(listing.voucher or "")
        if listing.voucher and voucher is None:
            continue
        known = [*(voucher.record.variants if voucher else ()), *provider.time_bands]
        place = f"the variants of {voucher.source.file}" if voucher else "this provider's time_bands"
        named = [
            (("listings", number, "prices", position, "variant"), price.variant)
            for position, price in enumerate(listing.prices)
            if price.variant
        ]
        yield from missing(entry, named, known, place)


def numbered(field: str, names: Iterable[str]) -> list[tuple[Path_, str]]:
    """A list field's names with their paths."""
    return [((field, number), name) for number, name in enumerate(names)]


RULES = (
    Rule(
        "reference",
        Severity.ERROR,
        "Every record that is named must exist; a wrong name would drop a fact silently.",
        placed=unknown,
    ),
    Rule(
        "key",
        Severity.ERROR,
        "Every contact, document, variant, time band and location that is named must exist.",
        placed=unknown_key,
    ),
)
