"""What paths of a site are answered with, and how long a file may be kept: as the site's own `_headers` says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADERS = "_headers"
"""The site's file that says what its paths are answered with, as Netlify and Cloudflare read it."""

REVALIDATED = "no-cache"
"""For files that change under their name: they may be kept, and are asked for again each time."""


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
        """The headers of a path, which begins with a slash. What a later rule says replaces what an earlier one did."""
        found: dict[str, tuple[str, str]] = {}
        for rule in self.rules:
            if rule.pattern.fullmatch(path):
                found |= {name.lower(): (name, value) for name, value in rule.headers}
        return tuple(found.values())

    def caching(self, path: str) -> str:
        """How long a file may be kept, as Cache-Control says it."""
        return next((value for name, value in self.of(f"/{path}") if name.lower() == "cache-control"), REVALIDATED)

    def is_for_ever(self, path: str) -> bool:
        """Whether the name of a file changes with its contents."""
        return "immutable" in self.caching(path)


def read_headers(text: str) -> Headers:
    """The rules of a `_headers` file."""
    return Headers(tuple(rules(text)))


def rules(text: str) -> Iterator[Rule]:
    """One by one: a pattern on a line of its own, below it the headers, indented; "! Name" is for Cloudflare only."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    starts = [number for number, line in enumerate(lines) if not line[0].isspace()]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        pattern = re.compile(".*".join(map(re.escape, lines[start].strip().split("*"))))
        pairs = (line.partition(":") for line in lines[start + 1 : end] if ":" in line)
        yield Rule(pattern, tuple((name.strip(), value.strip()) for name, _, value in pairs))
