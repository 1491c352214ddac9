"""_redirects: which addresses lead on to others, in the format Netlify and Cloudflare read; `make serve` reads it too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model import LANGUAGES
from .header_rules import is_plain
from .made import Editions, Pages

MOST = 2000
"""Lines for single addresses that Cloudflare takes (developers.cloudflare.com, Pages, limits)."""

LINES = 2
"""Netlify needs a ! where a page is there already, which leads on by itself; Cloudflare passes over a line that has one."""


def redirects(pages: Pages) -> dict[str, str]:
    """Where the addresses lead whose pages lead on by themselves: former names of vouchers, ends cut off an address.

    The Finnish ones are first, for hosts that do not take all of them.

    Raises ValueError for one that would lead out of the site, however it is read.
    """
    found = {page.url: page.redirect for page in pages if page.redirect and page.redirect != page.url}
    for address in (*found, *found.values()):
        if "*" in address or not is_plain(address):
            raise ValueError(f"{address!r} is no address that can lead on.")
    return dict(sorted(found.items(), key=lambda item: (rank(item[0]), item[0])))


def rank(address: str) -> int:
    """The place of an address's language."""
    language = address.split("/")[1]
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)


def files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    yield "_redirects", text([edition.language for edition in editions], redirects(pages)).encode()


def text(languages: Iterable[str], leading: Mapping[str, str]) -> str:
    """What is in it. What is left out is answered with the page, which leads on too."""
    kept = list(leading.items())[: MOST // LINES]
    lines = [f"{address} {target} 301!\n{address} {target} 301\n" for address, target in kept]
    if left := len(leading) - len(kept):
        lines.append(
            f"# Cloudflare takes {MOST} lines. Left out: {left} addresses, whose pages lead on by themselves.\n"
        )
    # Netlify would answer with the Finnish page; Cloudflare finds the nearest by itself, and passes over these lines.
    lines += [f"/{language}/* /{language}/404.html 404\n" for language in languages]
    return "".join(lines)
