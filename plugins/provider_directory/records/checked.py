"""Reading and checking in one step: the records, and everything there is to say about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..problems import Problem
from ..settings import Settings
from .cache import Cache, Spread, here
from .collections import Entry, Records
from .reading import read_records
from .rules import accept, placed_problems, problems_among
from .rules.rule import Context
from .text import Path_
from .uncollected import uncollected

SHARE = 500
"""Providers that one process places at a time."""

WORTH = 3_000
"""Providers. Fewer are placed before another process has begun."""


def context_of(settings: Settings) -> Context:
    """What the rules may know of a build."""
    return Context(as_of=settings.as_of, expiring_days=settings.expiring_days, verified_months=settings.verified_months)


def checked_records(
    root: Path, context: Context, cache: Cache | None = None, spread: Spread = here
) -> tuple[Records, list[Problem]]:
    """All records that could be read, and all problems, sorted; with a cache, only what changed is looked at."""
    with uncollected():
        cache = cache or Cache(root)
        records, problems = read_records(root, cache, spread)
        found = [*problems_among(records), *placed(records, context, cache, spread)]
        for entry in records.all():
            found += entry.alone.problems
        cache.keep()
        return records, sorted([*problems, *accept(found, records)])


def placed(records: Records, context: Context, cache: Cache, spread: Spread) -> Iterator[Problem]:
    """What each record shows in its surroundings. Providers are no part of these, so few of them are looked at again."""
    cache.settle(surroundings(records, context))
    unknown = []
    for key, entry in records.providers.items():
        known = cache.placed(entry.source.file)
        if known is None:
            unknown.append(key)
        else:
            yield from known
    shares = [unknown[start : start + SHARE] for start in range(0, len(unknown), SHARE)]
    share = spread if len(unknown) >= WORTH else here
    for file, problems, asked in (each for many in share(partial(place, records, context), shares) for each in many):
        cache.place(file, problems, asked)
        yield from problems
    for other in others(records):
        yield from placed_problems(other, records, context)


def place(
    records: Records, context: Context, keys: list[str]
) -> list[tuple[str, tuple[Problem, ...], dict[Path_, int]]]:
    """What several providers show in their surroundings, and the lines that this took."""
    entries = [records.providers[key] for key in keys]
    return [(entry.source.file, placed_problems(entry, records, context), entry.source.asked) for entry in entries]


def others(records: Records) -> Iterator[Entry[Any]]:
    """All records but providers, in the order in which they are written, with the translations of all."""
    for each in fields(records):
        if each.name != "unread":
            for entry in getattr(records, each.name).values():
                yield from () if each.name == "providers" else (entry,)
                yield from entry.translations.values()


def surroundings(records: Records, context: Context) -> str:
    """All that a provider's record is held against, so that other surroundings have another digest."""
    strange = sorted(each for each in records.unread if each[0] != "providers")
    written = [(entry.source.file, entry.source.prefix, entry.digest) for entry in others(records)]
    return sha256(repr((context, strange, written)).encode()).hexdigest()
