"""What the last build made, of what, so that the next one makes only what would turn out otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
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
    """What the last build left; nothing where there was none, or where anything is new that everything depends on."""
    found = kept(place, f"{FORMAT} {version}")
    return found if isinstance(found, Memory) else Memory(version)


def remember(place: Path, memory: Memory) -> None:
    """Leave what the next build may use."""
    keep(place, f"{FORMAT} {memory.version}", memory)
