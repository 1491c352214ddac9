"""What records said before, as far as it is known; records/git_history and records/published_history know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from .facts import Facts
from .schema.base import TopRecord

KINDS = ("vouchers", "events", "providers")
"""The tables of Records whose changes are told."""

Name = tuple[str, str]
"""The table of a record, and its key."""


class Version(NamedTuple):
    """A record as it was from a day on."""

    day: date | None
    """Nothing where it was so before anything is known."""
    facts: Facts | None
    """Nothing where there was no such record."""
    record: TopRecord | None = None
    """Where more has to be said of it than its facts."""


Line = list[Version]
"""The versions of a record, the oldest first."""


@dataclass(frozen=True, slots=True)
class History:
    """The versions of those records that changed, the oldest first; the last one is how the record is on the day."""

    whole: bool = False
    """Whether it comes from git, which knows more than what was published."""
    versions: Mapping[Name, tuple[Version, ...]] = field(default_factory=dict)


def told(lines: Mapping[Name, Line]) -> dict[Name, tuple[Version, ...]]:
    """Of records that changed, the versions that differ from the one before; a file that got another name is the same record."""
    found = {name: distinct(line) for name, line in lines.items()}
    for name, line in renamed(found):
        found[name] = distinct([*line, *found[name][1:]])
    return {name: tuple(found[name]) for name in sorted(found) if len(found[name]) > 1}


def distinct(line: Iterable[Version]) -> Line:
    """Versions that differ from the one before; one that nobody can read is passed over."""
    found: Line = []
    for each in line:
        if each.facts != {} and (not found or found[-1].facts != each.facts):
            found.append(each)
    return found


def renamed(found: dict[Name, Line]) -> list[tuple[Name, Line]]:
    """Providers that came when another file of the same business id went, with what stood in that file; it is taken away."""
    gone = {
        str(line[-2].facts.get("business_id")): name
        for name, line in found.items()
        if len(line) > 1 and line[-1].facts is None and line[-2].facts and "business_id" in line[-2].facts
    }
    joined = []
    for name, line in list(found.items()):
        first = line[1].facts if len(line) > 1 and line[0].facts is None else None
        old = gone.pop(str(first.get("business_id")), None) if first else None
        if old and old != name:
            joined.append((name, found.pop(old)[:-1]))
    return joined
