"""The type of a file, by the ending of its name."""

from __future__ import annotations

from pathlib import PurePosixPath

TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".integrity": "text/plain; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".ndjson": "application/x-ndjson; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".shtml": "text/html; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml; charset=utf-8",
    ".yaml": "application/yaml; charset=utf-8",
    ".zip": "application/zip",
}
"""Written out because the system's own table differs from one machine to the next."""


COMPRESSED_ALREADY = frozenset({".ico", ".jpg", ".pdf", ".png", ".webp", ".woff2", ".xlsx", ".zip"})
"""Endings of files that hardly become smaller."""

NEVER_SERVED = ("_headers", "_redirects", "_nginx.conf", ".htaccess")
"""What the server of a host reads, and visitors have no use for."""


def is_served(path: str) -> bool:
    """Whether visitors may have what stands at a path; hidden files are somebody's notes."""
    steps = path.strip("/").split("/")
    hidden = [step for step in steps if step.startswith(".") and step != ".well-known"]
    return not hidden and steps[0] not in NEVER_SERVED


def shrinks(path: str) -> bool:
    """Whether it is worth while to send a file compressed, by its name."""
    ending = PurePosixPath(path).suffix
    return ending in TYPES and ending not in COMPRESSED_ALREADY


def by_type() -> dict[str, list[str]]:
    """The endings of each type, as servers' settings name them: without a dot. Types are told without their characters."""
    found: dict[str, list[str]] = {}
    for ending, kind in TYPES.items():
        found.setdefault(kind.partition(";")[0], []).append(ending.lstrip("."))
    return found


def media_type(path: str) -> str:
    """The type of a file, by its name."""
    return TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")
