"""What the last build made, of what, so that the next one makes only what would turn out otherwise."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..catalogue.digests import Digests
from ..catalogue.reads import Read
from ..outputs.made import Known
from ..outputs.search.index import SearchIndex
from ..views.pages import Unit
from .writing import Waiting

FORMAT = 1
"""Raised whenever what is remembered is put down in another way."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one unit of work."""

    unit: Unit
    beside: str
    """What it was made with besides what it read: the addresses of files that were made before."""
    files: tuple[Waiting, ...]
    reads: frozenset[Read] = frozenset()
    known: tuple[Known, ...] = ()
    """Of its pages."""
    index: SearchIndex | None = None
    """The search index it is, without its files."""
    address: str = ""
    """Where what it is begins, for pages that name it."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The units of a build, and what everything that they read was then."""

    version: str
    """Everything that all units depend on."""
    made: dict[Unit, Made] = field(default_factory=dict)
    digests: dict[Read, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, version: str, made: Iterable[Made], digests: Digests) -> Memory:
        """What to remember of a build."""
        units = {each.unit: each for each in made}
        reads = {read for each in units.values() for read in each.reads}
        return cls(version, units, {read: digests.of(read) for read in reads})

    def changed(self, digests: Digests) -> frozenset[Read]:
        """The reads that would find something else now."""
        return frozenset(read for read, found in self.digests.items() if digests.of(read) != found)

    def holding(self, unit: Unit, beside: str, changed: frozenset[Read]) -> Made | None:
        """What was made of a unit, where it would turn out the same."""
        made = self.made.get(unit)
        return made if made and made.beside == beside and changed.isdisjoint(made.reads) else None


def recall(place: Path, version: str) -> Memory:
    """What the last build left; nothing where there was none, where anything is new that all depends on, or where it is damaged."""
    try:
        with place.open("rb") as file:
            # Unpickling runs what is written there: only what this user wrote.
            if os.fstat(file.fileno()).st_uid != os.getuid():
                return Memory(version)
            remembered = pickle.load(file) if pickle.load(file) == (FORMAT, version) else None
    except Exception:
        # Whatever is wrong with it, it is only a memory: everything is made.
        return Memory(version)
    return remembered if isinstance(remembered, Memory) else Memory(version)


def remember(place: Path, memory: Memory) -> None:
    """Leave what the next build may use; that it cannot be left is no fault of what was published."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{place.name}.new")
        with beside.open("wb") as file:
            pickle.dump((FORMAT, memory.version), file, protocol=5)
            pickle.dump(memory, file, protocol=5)
        os.replace(beside, place)
