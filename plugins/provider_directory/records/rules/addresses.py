"""Addresses and identities: no two records may claim the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from ...model import LANGUAGES, slug
from ...problems import Severity
from ..collections import Entry, Records
from ..schema.places import Municipality
from ..schema.service import Service
from ..schema.voucher import Voucher
from ..text import Path_
from ..walking import Met
from .rule import Finding, Rule

LONGEST = 120
"""Characters of one step of an address. File systems take 255 bytes; nobody reads half of that."""

Claim = tuple[Entry[Any], Path_, str]


def same_business_id(records: Records) -> Iterator[Finding]:
    """One business id in two files: one provider, probably, that was entered twice."""
    claims = [(entry, ("business_id",), entry.record.business_id) for entry in records.providers.values()]
    for (entry, path, text), first in repeated(claims):
        yield Finding(entry, path, f'"{text}" is also the business id of {first.source.file}. Keep one record.')


def same_address(records: Records) -> Iterator[Finding]:
    """Two names that become one address in one language, or a former name that hides a voucher."""
    for noun in ("services", "municipalities"):
        for language in LANGUAGES:
            claims = [
                (entry, ("name", language), slug(entry.record.name.read(language)))
                for entry in getattr(records, noun).values()
            ]
            for (entry, path, address), first in repeated(claims):
                message = f'The address "{address}" is already that of "{first.key}" ({language}). Change one name.'
                yield Finding(entry, path, message)
    yield from former_addresses(records)


def former_addresses(records: Records) -> Iterator[Finding]:
    """A former name leads to one voucher only, and never hides one in use."""
    current: list[Claim] = [(entry, (), key) for key, entry in sorted(records.vouchers.items())]
    former: list[Claim] = [
        (entry, ("former_names", number, "name"), f"{key.partition('/')[0]}/{slug(name.name)}")
        for key, entry in sorted(records.vouchers.items())
        for number, name in enumerate(entry.record.former_names)
    ]
    for (entry, path, address), first in repeated([*current, *former]):
        yield Finding(entry, path, f'The address "{address}" is already that of {first.source.file}. Change the name.')


def unusable_address(entry: Entry[Any], met: Met) -> Iterator[Finding]:
    """A name without a single letter a–z or digit, or one that is longer than a file's name may be."""
    record = entry.record
    if isinstance(record, Service | Municipality):
        for language in LANGUAGES:
            if record.name.has(language):
                yield from form(entry, ("name", language), record.name.read(language))
    if isinstance(record, Voucher):
        for number, former in enumerate(record.former_names):
            yield from form(entry, ("former_names", number, "name"), former.name)


def form(entry: Entry[Any], path: Path_, name: str) -> Iterator[Finding]:
    """What is wrong with the address that a name gives."""
    length = len(slug(name))
    if not length:
        yield Finding(entry, path, f'"{name}" gives no address. Use letters a–z in the name.')
    if length > LONGEST:
        yield Finding(
            entry, path, f"The name gives an address of {length} characters; at most {LONGEST} fit. Shorten it."
        )


def repeated(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Entry[Any]]]:
    """Each later claim on a text, with the entry that claimed it first."""
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_text[claim[2]].append(claim)
    for first, *others in by_text.values():
        for other in others:
            yield other, first[0]


RULES = (
    Rule(
        "business-id",
        Severity.ERROR,
        "A business id belongs to one provider; two records would show it twice.",
        among=same_business_id,
    ),
    Rule("address", Severity.ERROR, "Every page has its own address.", among=same_address),
    Rule(
        "address-form",
        Severity.ERROR,
        "A name must leave something to build an address from, and not too much.",
        own=unusable_address,
    ),
)
