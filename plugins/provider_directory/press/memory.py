"""What the last build made, of what, so that the next one makes only what would turn out otherwise."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..catalogue.digests import Digests
from ..catalogue.reads import Read
from ..outputs.made import Known
from ..outputs.search.index import SearchIndex
from ..views.pages import Unit
from .keeping import keep, kept
from .writing import Waiting

FORMAT = 2
"""Raised whenever what is remembered is put down in another way."""

GROWTH = 1.25
"""So many times as many reads as there were are remembered before those that nobody has any more are left out."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one unit of work."""

    unit: Unit
    beside: str
    """What it was made with besides what it read: the addresses of files that were made before."""
    files: tuple[Waiting, ...]
    reads: tuple[Read, ...] = ()
    """What it read, until somebody noted it."""
    places: bytes = b""
    """The same as numbers in a ledger: a hundred thousand times some hundred reads are too much to hold, and to put down."""
    known: tuple[Known, ...] = ()
    """Of its pages."""
    index: SearchIndex | None = None
    """The search index it is, without its files."""
    address: str = ""
    """Where what it is begins, for pages that name it."""
    rows: int = 0
    """How many rows the table of open data has that it is."""


class Ledger:
    """Everything that any unit read, each once."""

    def __init__(self, reads: Iterable[Read] = ()) -> None:
        self.places: dict[Read, int] = {read: place for place, read in enumerate(reads)}

    def noted(self, made: Made) -> Made:
        """The same with the places of what it read."""
        own = array("I", [self.places.setdefault(read, len(self.places)) for read in made.reads])
        return replace(made, reads=(), places=own.tobytes())


@dataclass(frozen=True, slots=True)
class Memory:
    """The units of a build, and what everything that they read was then."""

    version: str
    """Everything that all units depend on."""
    reads: tuple[Read, ...] = ()
    """Everything that any unit read."""
    found: tuple[bytes, ...] = ()
    """What each of these was."""
    made: dict[Unit, Made] = field(default_factory=dict)
    needed: int = 0
    """How many reads there were when each of them was some unit's."""

    def after(self, made: Sequence[Made], ledger: Ledger, digests: Digests) -> Memory:
        """What to remember of the next build. ledger: of this one, with what is new."""
        reads, needed = tuple(ledger.places), self.needed
        if len(reads) > GROWTH * needed:
            reads, made = tidied(reads, made)
            needed = len(reads)
        units = {each.unit: replace(each, files=tuple(file.kept for file in each.files)) for each in made}
        return Memory(self.version, reads, tuple(map(digests.of, reads)), units, needed)

    def stale(self, digests: Digests) -> frozenset[int]:
        """The places of those reads that would find something else now."""
        pairs = zip(self.reads, self.found, strict=True)
        return frozenset(place for place, (read, found) in enumerate(pairs) if digests.of(read) != found)

    def holding(self, unit: Unit, beside: str, stale: frozenset[int]) -> Made | None:
        """What was made of a unit, where it would turn out the same."""
        made = self.made.get(unit)
        if made is None or made.beside != beside or not stale.isdisjoint(places_of(made)):
            return None
        return made


def places_of(made: Made) -> array[int]:
    """The places of what a unit read."""
    return array("I", made.places)


def tidied(reads: Sequence[Read], made: Iterable[Made]) -> tuple[tuple[Read, ...], list[Made]]:
    """The same units, and only what one of them read."""
    ledger = Ledger()
    found = [ledger.noted(replace(each, reads=tuple(reads[place] for place in places_of(each)))) for each in made]
    return tuple(ledger.places), found


def recall(place: Path, version: str) -> Memory:
    """What the last build left; nothing where there was none, or where anything is new that everything depends on."""
    found = kept(place, f"{FORMAT} {version}")
    return found if isinstance(found, Memory) else Memory(version)


def remember(place: Path, memory: Memory) -> None:
    """Leave what the next build may use."""
    keep(place, f"{FORMAT} {memory.version}", memory)
