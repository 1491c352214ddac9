"""How often an event was told otherwise than before, as calendars count it."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date

from .catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Revision:
    """What a calendar has to know to take a newer copy of an event for newer."""

    number: int
    """Nought for an event that is as it was announced."""
    day: date | None
    """Since when it is so, where that is known."""

    @property
    def facts(self) -> object:
        """All of it, in plain values."""
        return astuple(self)


def revisions(catalogue: Catalogue) -> dict[str, Revision]:
    """Of each event how often its day, hours, place or registration changed, or that it was cancelled or moved."""
    found = {}
    for key, entry in catalogue.records.events.items():
        line = catalogue.history.versions.get(("events", key), ())
        own = [version for version in line if version.facts is not None]
        day = max((version.day for version in own if version.day), default=None)
        found[key] = Revision(max(len(own) - 1, 1 if entry.record.change else 0), day)
    return found
