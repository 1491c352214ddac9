"""What is written last, because it needs to know of every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import apache, headers, nginx, redirects, sitemap, state
from .made import Editions, Pages

OUTPUTS: tuple[Callable[[Editions, Pages], Iterator[tuple[str, bytes]]], ...] = (
    sitemap.files,
    headers.files,
    redirects.files,
    nginx.files,
    apache.files,
    state.files,
)
"""Each takes the editions and their pages and yields files."""


def output_files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """All of these files."""
    for make in OUTPUTS:
        yield from make(editions, pages)
