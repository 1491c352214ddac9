"""_headers: what every answer of the host carries, in the format Netlify and Cloudflare read; `make serve` reads it too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .embed import frames
from .header_rules import READABLE, HeaderRule, overruled, policy
from .made import Editions, Pages

EVERYWHERE = {
    "Content-Security-Policy": policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)",
}

FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For files whose name changes with their contents."""

ASKED_ANEW = {"Cache-Control": "no-cache"}
"""For what has one name for ever and changes."""

REVALIDATED = HeaderRule("/*", ASKED_ANEW)
"""For servers that let browsers guess how long a file may be kept. Hosts with `_headers` have them ask anew by themselves."""

OPEN_DATA = ("data", "api", "hsds")
"""Folders that any site's scripts may read."""

MOST = 100
"""Rules that Cloudflare takes (developers.cloudflare.com, Pages, limits); it would leave out the rest without a word."""


def site(editions: Editions) -> Iterator[HeaderRule]:
    """What holds for all of the site, and which of its files may be kept."""
    yield HeaderRule("/*", EVERYWHERE)
    places = ["theme", *(f"search/{edition.language}" for edition in editions), "prices"]
    yield from (HeaderRule(f"/{place}/*", FOR_EVER) for place in places)
    yield from (HeaderRule(f"/{edition.language}/day.js", ASKED_ANEW) for edition in editions)
    yield from (HeaderRule(f"/{place}/*", READABLE) for place in OPEN_DATA)


RULES: tuple[Callable[[Editions], Iterator[HeaderRule]], ...] = (site, frames.rules)
"""Where rules come from; what comes later is stronger."""


def header_rules(editions: Editions) -> list[HeaderRule]:
    """Every rule of the site, the strongest last."""
    return [rule for rules in RULES for rule in rules(editions)]


def files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    yield "_headers", text(header_rules(editions)).encode()


def text(rules: Sequence[HeaderRule]) -> str:
    """What is in it."""
    blocks = [block(rule, names) for rule, names in overruled(rules[:MOST])]
    if left := rules[MOST:]:
        blocks.append(f"# Cloudflare takes {MOST} rules. Left out: {len(left)}, from {left[0].path} on.\n")
    return "\n".join(blocks)


def block(rule: HeaderRule, overrules: list[str]) -> str:
    """One rule. Cloudflare would add a header to what it has said before, unless told to drop that; Netlify replaces it."""
    dropped = "".join(f"  ! {name}\n" for name in overrules)
    return f"{rule.path}\n{dropped}" + "".join(f"  {name}: {value}\n" for name, value in rule.headers.items())
