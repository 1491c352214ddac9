"""Every page of one edition, from one visible list of view modules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import editorial, home, not_found, root
from .edition import Edition
from .page import Page

PAGES: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home.pages,
    editorial.pages,
    not_found.pages,
    root.pages,
)
"""Each takes an edition and yields its pages."""


def all_pages(edition: Edition) -> Iterator[Page]:
    """Every HTML page of a language."""
    for make in PAGES:
        yield from make(edition)
