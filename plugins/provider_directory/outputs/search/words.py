"""The dictionary of an index, as it is written: what is looked up by a word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from . import texts
from .analysis import Analysis
from .choices import guide
from .dictionary_pages import bound, long_lists, page, pages, volumes
from .documents import SearchDirectory, SearchDocument
from .entries import Dictionary, Entry
from .memory import Shelf
from .offers import Places
from .pieces import encoded
from .shape import Shape
from .terms import Terms

Made = tuple[list[str], list[str], list[str], str, str, str]
"""Words as a memory keeps them."""


class Words(NamedTuple):
    """What is made of all words of a directory; every text is JSON."""

    pages: list[str]
    numbers: list[str]
    """Pages of the entries that begin with a digit."""
    lists: list[str]
    page_bounds: str
    """For each page but the first, where it begins."""
    number_bounds: str
    guide: str


def words_of(
    directory: SearchDirectory,
    documents: Sequence[SearchDocument],
    places: Places,
    numbers: Sequence[int],
    shape: Shape,
    keys: Shelf | None = None,
) -> Made:
    """Return what Words are, made of a directory. documents: in the order of their numbers; keys: those of words that earlier builds met."""
    terms = Terms.of(texts.of_directory(directory), Analysis(directory.language, keys))
    entries = Dictionary(documents, directory.vocabulary, places, terms).entries()
    lists = long_lists(entries, numbers, shape.lists)
    by_digits, by_words = (list(pages(volume, shape.letters)) or [[]] for volume in volumes(entries))
    return (
        [encoded(page(found, numbers)) for found in by_words],
        [encoded(page(found, numbers)) for found in by_digits],
        [encoded(lists.get(place, {})) for place in range(shape.lists)],
        bounds(by_words),
        bounds(by_digits),
        encoded(guide(entries)),
    )


def bounds(cut: Sequence[Sequence[Entry]]) -> str:
    """Return where pages begin, without the first."""
    return ",".join(bound(before[-1].key, behind[0].key) for before, behind in pairwise(cut))
