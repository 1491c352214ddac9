"""Everything written besides pages, in one visible list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import headers, schemas, sitemap
from .made import Editions, Pages

OUTPUTS: tuple[Callable[[Editions, Pages], Iterator[tuple[str, bytes]]], ...] = (
    sitemap.files,
    headers.files,
    schemas.files,
)
"""Each takes the editions and their pages and yields files."""


def output_files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """Every file that is not a page or the theme's."""
    for make in OUTPUTS:
        yield from make(editions, pages)
