"""A long list by name on several pages: each letter's own, of as many sheets as it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from ..records.collections import Entry
from ..records.schema.provider import Provider

Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a letter."""

    letter: str
    number: int
    """From 1 on."""
    of: int
    """How many the letter has."""
    entries: Sequence[Entry[Provider]]


def sheets(by_letter: Mapping[str, Sequence[Entry[Provider]]], most: int) -> list[Sheet]:
    """Providers on sheets of at most so many; those of one letter are of about the same length."""
    return [
        Sheet(letter, number, len(cut), entries)
        for letter, found in by_letter.items()
        for cut in [slices(found, most)]
        for number, entries in enumerate(cut, 1)
    ]


def slices(found: Sequence[Each], most: int) -> list[Sequence[Each]]:
    """Things in order in as few slices as there must be, of about the same length."""
    number = -(-len(found) // max(most, 1))
    ends = [len(found) * each // number for each in range(number + 1)]
    return [found[start:end] for start, end in pairwise(ends)]
