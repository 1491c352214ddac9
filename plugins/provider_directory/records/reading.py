"""Reads a project's files into Records, and gathers every problem on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..problems import Problem
from .cache import Cache, Spread, here
from .collections import Entry, Records
from .file import Part, Told
from .folders import Place, places
from .lines import Again, Lines
from .text import Path_, Source


def read_records(root: Path, cache: Cache | None = None, spread: Spread = here) -> tuple[Records, list[Problem]]:
    """All records below a project's root, and every problem that a single record can have by itself."""
    cache = cache or Cache(root)
    found, problems = places(root)
    told = cache.told(found, spread)
    records, faults = put_together(root, ((place, told[place.name]) for place in found), cache)
    return records, sorted([*problems, *faults])


def put_together(root: Path, read: Iterable[tuple[Place, Told]], cache: Cache) -> tuple[Records, list[Problem]]:
    """The records of all files, each with its translations, and what is wrong in the files."""
    problems: list[Problem] = []
    unread: set[tuple[str, str]] = set()
    tables: dict[str, dict[str, Entry[Any]]] = defaultdict(dict)
    translations: dict[tuple[str, str], dict[str, Entry[Any]]] = defaultdict(dict)
    again = Again(root)
    for place, told in read:
        asked = cache.asked(place.name)
        problems += told.problems
        if told.problems and not told.parts and not place.language:
            unread.add((place.attribute, place.key))
        for part in told.parts:
            if place.language and part.record:
                translations[place.attribute, part.key][place.language] = entry_of(place, part, again, asked, {})
            elif part.record:
                texts = {} if place.register else translations[place.attribute, part.key]
                tables[place.attribute][part.key] = entry_of(place, part, again, asked, texts)
            elif not place.language:
                unread.add((place.attribute, part.key))
    return Records(**tables, unread=frozenset(unread)), problems


def entry_of(
    place: Place, part: Part, again: Again, asked: dict[Path_, int], translations: dict[str, Entry[Any]]
) -> Entry[Any]:
    """A part of a file as a record among others."""
    prefix = (part.key,) if place.register else ()
    lines = Lines(again, place.name, prefix)
    source = Source(place.name, "", lines, part.body, part.body_line, prefix, part.digest, asked)
    return Entry(part.key, part.record, source, part.alone, translations)
