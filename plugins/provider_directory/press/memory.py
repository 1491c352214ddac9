"""What the last build made, of what, so that the next one makes only what would turn out otherwise."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..catalogue.digests import Digests
from ..catalogue.reads import Read
from ..outputs.made import Known
from ..outputs.search.index import SearchIndex
from ..views.pages import Unit
from .keeping import keep, kept
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
    reads: tuple[Read, ...] = ()
    """Everything that any unit read."""
    found: tuple[bytes, ...] = ()
    """What each of these was."""
    made: dict[Unit, tuple[Made, bytes]] = field(default_factory=dict)
    """What came of each unit, and the places of its reads among all: a hundred thousand sets would take long to read."""

    @classmethod
    def of(cls, version: str, made: Iterable[Made], digests: Digests) -> Memory:
        """What to remember of a build."""
        places: dict[Read, int] = {}
        units = {}
        for each in made:
            own = array("I", [places.setdefault(read, len(places)) for read in each.reads])
            kept = tuple(file.kept for file in each.files)
            units[each.unit] = (replace(each, reads=frozenset(), files=kept), own.tobytes())
        return cls(version, tuple(places), tuple(map(digests.of, places)), units)

    def stale(self, digests: Digests) -> frozenset[int]:
        """The places of those reads that would find something else now."""
        pairs = zip(self.reads, self.found, strict=True)
        return frozenset(place for place, (read, found) in enumerate(pairs) if digests.of(read) != found)

    def holding(self, unit: Unit, beside: str, stale: frozenset[int]) -> Made | None:
        """What was made of a unit, where it would turn out the same."""
        made, places = self.made.get(unit, (None, b""))
        if made is None or made.beside != beside:
            return None
        own = array("I", places)
        if not stale.isdisjoint(own):
            return None
        reads = frozenset([self.reads[place] for place in own])
        return Made(unit, beside, made.files, reads, made.known, made.index, made.address)


def recall(place: Path, version: str) -> Memory:
    """What the last build left; nothing where there was none, or where anything is new that everything depends on."""
    found = kept(place, f"{FORMAT} {version}")
    return found if isinstance(found, Memory) else Memory(version)


def remember(place: Path, memory: Memory) -> None:
    """Leave what the next build may use."""
    keep(place, f"{FORMAT} {memory.version}", memory)
