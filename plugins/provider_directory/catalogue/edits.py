"""What the versions of a record tell: since when its facts stand there, and which ones others took the place of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from ..records.facts import Standing, rules_of
from ..records.history import Version
from ..records.schema.dated_rule import Rule
from ..records.schema.voucher import Voucher

Fact = tuple[str, ...]
"""A list; or a list and the name of a price on it."""


What = Literal["municipalities", "services"]

WHATS: tuple[What, ...] = ("municipalities", "services")


class Correction(NamedTuple):
    """An amount that took the place of another one without a day of its own."""

    day: date
    before: int | Rule | None
    after: int | Rule | None
    name: Fact


class Alteration(NamedTuple):
    """A list of municipalities or of services that took the place of another one; an empty one stands for all."""

    day: date
    name: str
    """Of the list somebody is on."""
    what: What
    before: list[str]
    after: list[str]


@dataclass(slots=True)
class Edits:
    """The edits of one record."""

    came: dict[Fact, date] = field(default_factory=dict)
    """Since when lists and prices stand in it that were not there at first."""
    ends: dict[Fact, date] = field(default_factory=dict)
    """Since when the last days of lists are known that were not at first."""
    before: dict[Fact, int] = field(default_factory=dict)
    """What a price was before another one came."""
    corrected: list[Correction] = field(default_factory=list)
    altered: list[Alteration] = field(default_factory=list)
    gone: dict[str, date] = field(default_factory=dict)
    """Lists that are not in it any more."""


def provider_edits(line: Iterable[Version]) -> Edits:
    """The edits of a provider."""
    edits = Edits()
    for before, after in pairwise(line):
        if after.day is None:
            continue
        old = before.facts.get("lists", {}) if before.facts else {}
        new = after.facts.get("lists", {}) if after.facts else {}
        for name, standing in new.items():
            edits.gone.pop(name, None)
            if name not in old:
                edits.came[(name,)] = after.day
                continue
            if standing["until"] != old[name]["until"]:
                edits.ends[(name,)] = after.day
            for what in WHATS:
                if standing[what] != old[name][what]:
                    edits.altered.append(Alteration(after.day, name, what, old[name][what], standing[what]))
            note_prices(edits, name, old[name], standing, after.day)
        for name, standing in old.items():
            over = standing["until"] and standing["until"] < after.day.isoformat()
            if name not in new and not standing["hidden"] and not over:
                edits.gone[name] = after.day
    return edits


def note_prices(edits: Edits, name: str, old: Standing, new: Standing, day: date) -> None:
    """Note which prices came on a day, and which were written over."""
    for price, cents in new["prices"].items():
        series, _, starts = price.rpartition("|")
        if price not in old["prices"]:
            edits.came[name, price] = day
            was = in_force(old["prices"], series, starts)
            if was is not None:
                edits.before[name, price] = was
        elif old["prices"][price] != cents:
            if starts > day.isoformat():
                edits.came[name, price] = day
            else:
                edits.corrected.append(Correction(day, old["prices"][price], cents, (name, price)))


def in_force(prices: Mapping[str, int], series: str, starts: str) -> int | None:
    """The price of a series before a day; the last one where none is as old."""
    own = sorted(
        (each.rpartition("|")[2], cents) for each, cents in prices.items() if each.rpartition("|")[0] == series
    )
    earlier = [cents for day, cents in own if day < starts] or [cents for _, cents in own]
    return earlier[-1] if earlier else None


def voucher_edits(line: Iterable[Version]) -> Edits:
    """The edits of a voucher's values and shares."""
    edits = Edits()
    for before, after in pairwise(line):
        if after.day is None or not before.facts or not after.facts:
            continue
        old, new = before.facts.get("rules", {}), after.facts.get("rules", {})
        for name, letters in new.items():
            if name not in old or (old[name] != letters and name.rpartition("|")[2] > after.day.isoformat()):
                edits.came[(name,)] = after.day
            elif old[name] != letters:
                edits.corrected.append(Correction(after.day, rule_in(before, name), rule_in(after, name), (name,)))
    return edits


def rule_in(version: Version, name: str) -> Rule | None:
    """A rule of a voucher as it was, where that is known."""
    return rules_of(version.record).get(name) if isinstance(version.record, Voucher) else None
