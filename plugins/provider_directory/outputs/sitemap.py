"""sitemap.xml and robots.txt: every page a search engine should know, in all its languages."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from ..views.page import Page
from .made import Editions, Pages

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The two files."""
    known = [page for language in pages.values() for page in language if not page.frame.noindex]
    entries = "".join(entry(page) for page in sorted(known, key=lambda page: page.frame.url))
    yield "sitemap.xml", f"{HEAD}{entries}</urlset>\n".encode()
    address = editions[0].absolute("/sitemap.xml")
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {address}\n".encode()


def entry(page: Page) -> str:
    """One page with its alternates."""
    lines = "".join(
        f'    <xhtml:link rel="alternate" hreflang="{alternate.hreflang}" href={quoteattr(alternate.absolute)}/>\n'
        for alternate in page.frame.alternates
    )
    location = quoteattr(page.frame.canonical)[1:-1]
    return f"  <url>\n    <loc>{location}</loc>\n{lines}  </url>\n"
