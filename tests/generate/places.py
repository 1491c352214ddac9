"""Municipalities as a generator needs them: names, postal codes, and who is next door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from provider_directory.records.collections import Records
from provider_directory.records.schema.base import Localised
from provider_directory.records.schema.places import Municipality

NEAREST = 4
"""How many municipalities count as neighbours where the register names none, as after an import."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One municipality."""

    key: str
    name: Localised
    locative: Localised | None
    postal_codes: tuple[str, ...]
    neighbours: tuple[str, ...]

    def locates(self, language: str) -> str:
        """'Jyväskylässä', 'i Jyväskylä', 'in Jyväskylä', or the bare name where the register has no such form."""
        return (self.locative or self.name).read(language)


def places(records: Records) -> dict[str, Place]:
    """Every municipality of the register, in the order of their keys."""
    known = {key: entry.record for key, entry in sorted(records.municipalities.items())}
    return {
        key: Place(
            key=key,
            name=record.name,
            locative=record.locative,
            postal_codes=tuple(record.postal_codes),
            neighbours=tuple(record.neighbours) or nearest(key, known),
        )
        for key, record in known.items()
    }


def nearest(key: str, known: Mapping[str, Municipality]) -> tuple[str, ...]:
    """The municipalities whose label points lie closest, as the crow flies."""
    here = point(known[key])
    if here is None:
        return ()
    others = (
        (distance(here, there), other) for other, record in known.items() if other != key and (there := point(record))
    )
    return tuple(other for _, other in sorted(others)[:NEAREST])


def point(record: Municipality) -> tuple[float, float] | None:
    """Longitude and latitude; a degree of longitude is about half one of latitude in Finland."""
    if record.longitude is None or record.latitude is None:
        return None
    return float(record.longitude) / 2, float(record.latitude)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Squared, which sorts the same."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
