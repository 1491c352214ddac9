"""What was read, in so few letters that something else has other ones: the same letters, the same pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any

from ..records.collections import Entry
from .catalogue import Catalogue
from .offers import DatedListing, Offer
from .reads import ALL, PRESENCE, RECORDS, Read

SIZE = 12
"""Bytes of a digest: of a thousand million, no two are the same by chance."""


class Digests:
    """Of what stands in the tables of one catalogue, each worked out once."""

    def __init__(self, catalogue: Catalogue, tables: Mapping[str, Callable[[Catalogue], Any]]) -> None:
        self.catalogue = catalogue
        self.tables = tables
        """Those that others work out of the catalogue, by name."""
        self.read: dict[Read, bytes] = {}
        self.known: dict[int, bytes] = {}
        """By the identity of what lives as long as the catalogue does."""

    def of(self, read: Read) -> bytes:
        """What a read finds today; nothing where it finds nothing."""
        if read not in self.read:
            self.read[read] = self.found(read)
        return self.read[read]

    def found(self, read: Read) -> bytes:
        """The same, worked out."""
        name, key = read
        if name.endswith(PRESENCE):
            return b"?" if key in self.table(name.removesuffix(PRESENCE)) else b""
        table = self.table(name)
        if key == ALL:
            return self.of_value(tuple(table.items()) if isinstance(table, Mapping) else table)
        return self.of_value(table[key]) if key in table else b""

    def table(self, name: str) -> Any:
        """A table of the catalogue or of its records; an empty one where there is none of that name."""
        if name.startswith(RECORDS):
            return getattr(self.catalogue.records, name.removeprefix(RECORDS), {})
        if name in self.tables:
            return self.catalogue.worked_out(name, self.tables[name])
        return getattr(self.catalogue, name, {})

    def of_value(self, value: Any) -> bytes:
        """What a value is made of."""
        match value:
            case Entry() | DatedListing() | Offer():
                if id(value) not in self.known:
                    self.known[id(value)] = self.of_record(value)
                return self.known[id(value)]
            case tuple():
                return digest(map(self.of_value, value))
            case str() | int():
                return repr(value).encode()
            case _:
                return digest([repr(value.facts).encode()])

    def of_record(self, value: Entry[Any] | DatedListing | Offer) -> bytes:
        """What follows from records: everything in a listing or an offer follows from those it names, and from the day."""
        match value:
            case Entry():
                return bytes.fromhex(value.digest)[:SIZE]
            case DatedListing():
                named = (value.provider, value.organiser, value.voucher, value.register)
                return digest([str(value.number).encode(), *(self.of_value(each) for each in named if each)])
            case Offer():
                which = repr((value.service, value.variant, value.unit))
                return digest([which.encode(), self.of_value(value.listing)])


def digest(parts: Iterable[bytes]) -> bytes:
    """Of some bytes in their order."""
    made = blake2b(digest_size=SIZE)
    for part in parts:
        made.update(len(part).to_bytes(4, "big"))
        made.update(part)
    return made.digest()
