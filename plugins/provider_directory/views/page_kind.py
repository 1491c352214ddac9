"""A kind of page: what there are pages of, and the page of one of these, so that each can be made by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .edition import Edition
from .page import Page

Subject = str | tuple[str, ...]
"""Keys of what a page is about; nothing where a kind has pages of its own number."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """Many pages that are alike; called with an edition it yields them all."""

    subjects: Callable[[Edition], Iterable[Any]]
    """Keys of those that have a page, in order."""
    page: Callable[[Edition, Any], Page]
    """The page of one of them."""

    def __call__(self, edition: Edition) -> Iterator[Page]:
        """Every page."""
        return (self.page(edition, subject) for subject in self.subjects(edition))
