"""The dictionary in pieces: pages of neighbouring words, and the long lists that would make pages heavy."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import digits

from .entries import Entry
from .numbering import gaps

LONG = 96
"""From so many providers on, a word's list is a piece of its own."""

EVERYWHERE = 0.25
"""A word that more than this share of a large directory's providers have in their names says nothing."""

LARGE = 3_000
"""So many providers make a directory large."""


def volumes(entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return what begins with a digit, and all other entries: each provider has its own numbers, and few ask for them."""
    numbers: list[Entry] = []
    words: list[Entry] = []
    for entry in entries:
        (numbers if entry.key[0] in digits else words).append(entry)
    return numbers, words


def pages(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    """Yield entries page by page. A page ends at words that end one by themselves, so that a new word moves few others."""
    page: list[Entry] = []
    weight = 0
    for entry in entries:
        page.append(entry)
        weight += 14 + len(entry.key) + len(entry.shown) + 8 * len(entry.owners) + 5 * min(len(entry.documents), LONG)
        ends = zlib.crc32(entry.key.encode()) % 16 == 0
        if (ends and weight > size / 2) or weight > 2 * size:
            yield page
            page, weight = [], 0
    if page:
        yield page


def bound(before: str, behind: str) -> str:
    """Return the shortest beginning of a word that comes after the one before it."""
    return next(behind[:length] for length in range(1, len(behind) + 1) if behind[:length] > before)


def page(entries: Sequence[Entry], numbers: Sequence[int]) -> dict[str, object]:
    """Return a page by column; README.md says what each holds."""
    return {
        "k": [entry.key for entry in entries],
        "w": [0 if entry.shown == entry.key else entry.shown for entry in entries],
        "h": [entry.heaviest for entry in entries],
        "n": [entry.total if entry.owners else 0 for entry in entries],
        "o": [owners(entry) for entry in entries],
        "d": [listed(entry, numbers) for entry in entries],
    }


def listed(entry: Entry, numbers: Sequence[int]) -> object:
    """Return an entry's providers; 0 where they are a piece of their own, 1 where they are nearly everybody."""
    if is_everywhere(entry, len(numbers)):
        return 1
    return 0 if is_long(entry) else postings(entry, numbers)


def is_everywhere(entry: Entry, count: int) -> bool:
    """Whether so many have a word that it says nothing."""
    return count > LARGE and len(entry.documents) > EVERYWHERE * count


def is_long(entry: Entry) -> bool:
    """Whether an entry's providers stand in a piece of their own."""
    return len(entry.documents) > LONG


def owners(entry: Entry) -> list[object]:
    """Return the choices that answer, each its kind, place and weight, one after the other."""
    return [part for (kind, place), weight in entry.owners.items() for part in (kind, place, weight)]


def postings(entry: Entry, numbers: Sequence[int]) -> list[list[int]]:
    """Return the providers that answer, those of one weight together: the weight, then their numbers as gaps."""
    byweight = sorted(entry.documents.items(), key=lambda found: (-found[1], found[0]))
    return [
        [weight, *gaps(numbers[position] for position, _ in group)]
        for weight, group in groupby(byweight, key=lambda found: found[1])
    ]


def long_lists(entries: Iterable[Entry], numbers: Sequence[int], pieces: int) -> dict[int, dict[str, object]]:
    """Return the long lists by piece; the key of a word says which piece has its list."""
    found: dict[int, dict[str, object]] = {}
    for entry in entries:
        if is_long(entry) and not is_everywhere(entry, len(numbers)):
            found.setdefault(zlib.crc32(entry.key.encode()) % pieces, {})[entry.key] = postings(entry, numbers)
    return found
