"""Numbers of providers: stable when others come, change or go, and near each other where providers are."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import sub

from .documents import SearchDocument
from .vocabulary import SearchMunicipality

ROOM = 1.5
"""Numbers that a municipality has for each provider of the fullest one: room to come without moving others."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which number each provider has: its municipality's place among the keys, then a place that its own key gives."""

    bits: int
    """Bits of a number that tell the providers of one municipality apart; those before are the municipality."""

    numbers: dict[str, int]
    """By key of the provider."""

    seats: tuple[str, ...]
    """Keys of municipalities by place."""

    @classmethod
    def of(cls, documents: Sequence[SearchDocument], municipalities: Iterable[SearchMunicipality]) -> Numbering:
        """Number providers. One that is added or taken away moves others only where it stood in their way."""
        seats = tuple(sorted(each.key for each in municipalities))
        places = {key: place for place, key in enumerate(seats)}
        homes = {each.key: places[each.municipalities[0]] if each.municipalities else len(seats) for each in documents}
        fullest = max(Counter(homes.values()).values(), default=1)
        bits = max(2, int(fullest * ROOM).bit_length())
        taken: set[int] = set()
        numbers: dict[str, int] = {}
        for wish, key in sorted((wished(key), key) for key in homes):
            base, slot = homes[key] << bits, wish & ((1 << bits) - 1)
            while base + slot in taken:
                slot = (slot + 1) & ((1 << bits) - 1)
            taken.add(base + slot)
            numbers[key] = base + slot
        return cls(bits, numbers, seats)

    def ordered(self, documents: Iterable[SearchDocument]) -> list[SearchDocument]:
        """Return providers in the order of their numbers."""
        return sorted(documents, key=lambda each: self.numbers[each.key])


def wished(key: str) -> int:
    """Return the place that a provider's key asks for."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big")


def gaps(numbers: Iterable[int]) -> list[int]:
    """Return ascending numbers as the first one and the distances between them."""
    every = list(numbers)
    return list(map(sub, every, (0, *every)))
