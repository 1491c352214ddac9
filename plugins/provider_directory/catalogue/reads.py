"""What a piece of work reads of the records and of a catalogue, so that it is done again when that changes, and only then.

Every lookup by key is noted as such. Who goes through a table has read all of it: what nobody thought of makes too much
be done again, never too little.
"""

from __future__ import annotations

from collections.abc import Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from dataclasses import fields
from typing import Any, TypeVar

from ..records.collections import Records

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Read = tuple[str, Hashable]
"""A table's name, and the key that was looked up, or ALL."""

ALL = ("*",)
"""All keys of a table in their order, with their values."""

RECORDS = "records."
"""What the names of the tables of Records begin with."""

PRESENCE = "?"
"""What the name of a table ends with where it was only asked whether a key is there."""


class Reads:
    """Notes what is read while somebody works."""

    def __init__(self) -> None:
        self.noted: set[Read] = set()
        self.watched: dict[str, Watched[Any, Any]] = {}

    @contextmanager
    def during(self) -> Iterator[set[Read]]:
        """The reads of one piece of work, whole when it is done."""
        before, self.noted = self.noted, set()
        try:
            yield self.noted
        finally:
            self.noted = before

    def seen(self, name: str, value: Any) -> Any:
        """A table that notes what is looked up; anything else is noted as read whole."""
        if not isinstance(value, Mapping):
            self.noted.add((name, ALL))
            return value
        if name not in self.watched:
            self.watched[name] = Watched(name, value, self)
        return self.watched[name]

    def besides(self, name: str, key: Hashable) -> None:
        """Note what was read that is in no table of a catalogue."""
        self.noted.add((name, key))

    def records(self, records: Records) -> Records:
        """The same records, watched."""
        tables = ((each.name, getattr(records, each.name)) for each in fields(records))
        return Records(**{name: self.seen(RECORDS + name, value) for name, value in tables if name != "unread"})


class Watched(Mapping[K, V]):
    """A table that tells what is looked up in it."""

    def __init__(self, name: str, table: Mapping[K, V], reads: Reads) -> None:
        self.name = name
        self.table = table
        self.reads = reads

    def __getitem__(self, key: K) -> V:
        self.reads.noted.add((self.name, key))
        return self.table[key]

    def __contains__(self, key: object) -> bool:
        assert isinstance(key, Hashable)
        self.reads.noted.add((self.name + PRESENCE, key))
        return key in self.table

    def __iter__(self) -> Iterator[K]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def keys(self) -> KeysView[K]:
        """The keys in order."""
        return self.whole().keys()

    def values(self) -> ValuesView[V]:
        """The values in order."""
        return self.whole().values()

    def items(self) -> ItemsView[K, V]:
        """Keys with their values."""
        return self.whole().items()

    def whole(self) -> Mapping[K, V]:
        """All of it."""
        self.reads.noted.add((self.name, ALL))
        return self.table
