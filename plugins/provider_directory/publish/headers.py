"""What a file is answered with: its type, and how long it may be kept; `_headers` of the site itself says the latter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

HEADERS = "_headers"
"""The site's file that says what its paths are answered with, as Netlify and Cloudflare read it."""

TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".ndjson": "application/x-ndjson; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".yaml": "application/yaml; charset=utf-8",
    ".zip": "application/zip",
}
"""Written out because the system's own table differs from one machine to the next."""

REVALIDATED = "no-cache"
"""For files that change under their name: they may be kept, and are asked for again each time."""


def media_type(path: str) -> str:
    """The type of a file, by its name."""
    return TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")


@dataclass(frozen=True, slots=True)
class Rule:
    """What the paths that fit a pattern are answered with."""

    pattern: re.Pattern[str]
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Headers:
    """The rules of a site, in their order."""

    rules: tuple[Rule, ...] = ()

    def of(self, path: str) -> tuple[tuple[str, str], ...]:
        """The headers of a path, which begins with a slash."""
        return tuple(header for rule in self.rules if rule.pattern.fullmatch(path) for header in rule.headers)

    def caching(self, path: str) -> str:
        """How long a file may be kept, as Cache-Control says it."""
        said = [value for name, value in self.of(f"/{path}") if name.lower() == "cache-control"]
        return said[-1] if said else REVALIDATED

    def is_for_ever(self, path: str) -> bool:
        """Whether the name of a file changes with its contents."""
        return "immutable" in self.caching(path)


def read_headers(text: str) -> Headers:
    """The rules of a `_headers` file."""
    return Headers(tuple(rules(text)))


def rules(text: str) -> Iterator[Rule]:
    """One by one: a pattern on a line of its own, below it the headers, indented."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    starts = [number for number, line in enumerate(lines) if not line[0].isspace()]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        pattern = re.compile(".*".join(map(re.escape, lines[start].strip().split("*"))))
        pairs = (line.partition(":") for line in lines[start + 1 : end])
        yield Rule(pattern, tuple((name.strip(), value.strip()) for name, _, value in pairs))
