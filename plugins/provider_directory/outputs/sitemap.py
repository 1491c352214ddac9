"""sitemap.xml and robots.txt: every page a search engine should know, in all its languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from .made import Editions, Known, Pages

MOST = 50_000
"""Addresses that one file may have (sitemaps.org, protocol); more are cut into several, which sitemap.xml then names."""

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
INDEX_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The sitemap, and who may read what it names."""
    known = sorted((page for page in pages if not page.noindex), key=lambda page: page.url)
    parts = [known[start : start + MOST] for start in range(0, max(1, len(known)), MOST)]
    if len(parts) == 1:
        yield "sitemap.xml", urlset(known)
    else:
        paths = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        yield from ((path, urlset(part)) for path, part in zip(paths, parts, strict=True))
        yield "sitemap.xml", index(editions[0].absolute(f"/{path}") for path in paths)
    address = editions[0].absolute("/sitemap.xml")
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {address}\n".encode()


def urlset(pages: Sequence[Known]) -> bytes:
    """Some pages."""
    return f"{HEAD}{''.join(map(entry, pages))}</urlset>\n".encode()


def index(addresses: Iterator[str]) -> bytes:
    """The files that together have all pages."""
    entries = "".join(f"  <sitemap>\n    <loc>{escape(address)}</loc>\n  </sitemap>\n" for address in addresses)
    return f"{INDEX_HEAD}{entries}</sitemapindex>\n".encode()


def entry(page: Known) -> str:
    """One page with its alternates."""
    lines = "".join(
        f'    <xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>\n'
        for language, address in page.alternates
    )
    location = quoteattr(page.canonical)[1:-1]
    return f"  <url>\n    <loc>{location}</loc>\n{lines}  </url>\n"
