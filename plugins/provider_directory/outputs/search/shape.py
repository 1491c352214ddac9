"""How an index is cut: small pieces that a query touches few of, and not too many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log2

WHOLE = 3_000
"""Up to so many providers a browser fetches everything once the first result stands."""

ONE_GLANCE = 300
"""Up to so many providers a page of results has 20 of them, else 10: each may lie in a piece of its own."""

HUGE = 30_000
"""From so many providers on, pieces are packed: hosts limit how many files a site may have."""

MOST_BUCKETS = 8
"""Pieces of one municipality's offers at most."""

PLACES = MOST_BUCKETS + 1
"""Places of one municipality's pieces: its offers, then who delivers there."""

FEWEST_ROWS, MOST_TABLES = 200, 700
"""The offers of a municipality are cut from so many on, but not into more than about so many pieces in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The cut of one index."""

    bits: int
    """Bits of a number that tell the providers of one municipality apart."""

    whole: bool
    """Whether there is one file with everything."""

    page: int
    """Hits on a page."""

    cut: tuple[int, ...]
    """By municipality: providers whose numbers agree in all but so many last bits have their cards in one piece."""

    buckets: tuple[int, ...]
    """By municipality: in so many pieces its offers are cut, by service."""

    lists: int
    """Pieces of long lists."""

    packed: bool
    """Whether many pieces stand in one file."""

    letters: int
    """About so many letters a page of the dictionary has."""

    @classmethod
    def of(
        cls,
        numbers: Sequence[int],
        bits: int,
        rows_by_municipality: Iterable[int],
        whole: int = WHOLE,
        huge: int = HUGE,
    ) -> Shape:
        """Return the cut for providers of these numbers. It changes only where a neighbourhood outgrows its piece."""
        count = len(numbers)
        largest = 20 if WHOLE < count <= huge else 6 if ONE_GLANCE < count <= WHOLE else 12
        rows = list(rows_by_municipality)
        fits = max(FEWEST_ROWS, sum(rows) / MOST_TABLES)
        return cls(
            bits=bits,
            whole=count <= whole,
            page=20 if count <= ONE_GLANCE else 10,
            cut=cut(Counter(number >> bits for number in numbers), len(rows) + 1, bits, largest),
            buckets=tuple(min(MOST_BUCKETS, 1 << max(0, ceil(log2(max(1, each) / fits)))) for each in rows),
            lists=1 if count <= ONE_GLANCE else 32 if count <= WHOLE else 256 if count <= huge else 2048,
            packed=count > huge,
            letters=9_000 if count <= huge else 14_000,
        )

    def together(self) -> dict[str, int]:
        """Return by family of pieces how many neighbouring places make a group."""
        municipalities = 4 if self.packed else 8
        cards = municipalities << self.bits
        return {"d": cards, "x": cards, "m": municipalities * PLACES, "s": 9, "t": 16, "n": 64, "l": 16}

    def block(self, number: int) -> int:
        """Return the piece with a provider's card: the lowest number in it."""
        shift = self.cut[number >> self.bits]
        return number >> shift << shift

    def blocks(self) -> list[int]:
        """Return every piece with cards; some may have none."""
        found = {number: None for place in range(len(self.cut)) for number in self.blocks_of(place)}
        return list(found)

    def blocks_of(self, place: int) -> Iterator[int]:
        """Yield the pieces of one municipality."""
        base = place << self.bits
        shift = self.cut[place]
        for number in range(base, base + (1 << self.bits), 1 << min(shift, self.bits)):
            yield number >> shift << shift


def cut(counts: Counter[int], municipalities: int, bits: int, largest: float) -> tuple[int, ...]:
    """Return for each municipality by how many bits its numbers are shifted: few where there are many providers."""
    shifts = [max(0, bits - max(0, ceil(log2(max(1, counts[place]) / largest)))) for place in range(municipalities)]
    merged(shifts, counts, range(1 << (municipalities - 1).bit_length()), bits, largest)
    return tuple(shifts)


def merged(shifts: list[int], counts: Counter[int], places: range, bits: int, largest: float) -> None:
    """Put neighbours together, as many as share the first bits of their numbers and fit into one piece."""
    if len(places) == 1:
        return
    if sum(counts[place] for place in places) <= largest:
        for place in places:
            if place < len(shifts):
                shifts[place] = bits + (len(places) - 1).bit_length()
        return
    half = len(places) // 2
    merged(shifts, counts, places[:half], bits, largest)
    merged(shifts, counts, places[half:], bits, largest)
