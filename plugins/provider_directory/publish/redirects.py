"""The addresses of a site that lead on to others, as its own `_redirects` says it."""

from __future__ import annotations

REDIRECTS = "_redirects"
"""The site's file that says which addresses lead on, as Netlify and Cloudflare read it."""


def read_redirects(text: str) -> dict[str, str]:
    """Where the addresses of a `_redirects` file lead for good; what it says of pages that are not there is left out."""
    words = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {line[0]: line[1] for line in words if len(line) == 3 and line[2] == "301"}
