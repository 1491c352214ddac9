"""
Providers in portions of which none shifts: one provider more or less changes the portion it is in, and no other.

Which portion that is follows from the first bits of its key's hash. Where portions become too large, their number doubles and
each is cut in two; until then, adding a provider moves nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

FULL = 12
"""How many providers a portion has at most on average."""

BITS = 32


def portions(keys: Iterable[str], full: int = FULL) -> dict[int, tuple[str, ...]]:
    """Keys by the number of their portion, from one, in their own order; every number is there."""
    every = list(keys)
    number = number_of_portions(len(every), full)
    found: dict[int, list[str]] = {each: [] for each in range(1, number + 1)}
    for key in every:
        found[portion_of(key, number)].append(key)
    return {each: tuple(own) for each, own in found.items()}


def number_of_portions(keys: int, full: int = FULL) -> int:
    """The smallest power of two with which portions are not too large."""
    return 1 << max(0, -(-keys // full) - 1).bit_length()


def portion_of(key: str, number: int) -> int:
    """The portion of a key, from one, where there are so many."""
    start = int.from_bytes(blake2b(key.encode(), digest_size=BITS // 8).digest(), "big")
    return (start * number >> BITS) + 1
