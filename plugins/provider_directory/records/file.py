"""One file of records, read by itself: whatever else there is, the same bytes in the same place say the same."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from pydantic import ValidationError

from ..problems import Problem
from . import front_matter
from .collections import Alone, Entry
from .folders import REGISTER_KEY, Place
from .rules import own_problems
from .schema.base import Address, TopRecord
from .sentences import problems_of
from .text import Source, Unreadable, decoded, parse
from .walking import Met


class Part(NamedTuple):
    """One record of a file, or what is left of it."""

    key: str
    record: TopRecord | None = None
    """Nothing when it has a fault."""
    digest: str = ""
    body: str = ""
    body_line: int = 1
    alone: Alone = Alone(frozenset(), (), ())


class Told(NamedTuple):
    """What a file says."""

    problems: tuple[Problem, ...]
    parts: tuple[Part, ...] = ()
    """Its records; none when it cannot be read at all."""


def source_of(data: bytes, name: str) -> Source:
    """A file's tree with its lines. Raises Unreadable with every reason found."""
    text = decoded(data, name)
    return front_matter.split(text, name) if name.endswith(".md") else parse(text, name)


def told_by(data: bytes, place: Place) -> Told:
    """The records of a file, and everything that is wrong in it by itself."""
    try:
        source = source_of(data, place.name)
    except Unreadable as error:
        return Told(tuple(error.problems))
    if not place.register:
        part, faults = read_part(place.key, place.model, source)
        return Told(faults, (part,))
    if not isinstance(source.tree, dict):
        return Told((source.problem((), "Write one entry for each key, with the key before a colon."),))
    problems: list[Problem] = []
    parts = []
    for key, entry in source.entries():
        if not REGISTER_KEY.fullmatch(key):
            message = f'"{key}" is not a key. Use small letters a–z, digits and single dashes.'
            problems.append(entry.problem((), message))
        part, faults = read_part(key, place.model, entry)
        problems += faults
        parts.append(part)
    return Told(tuple(problems), tuple(parts))


def read_part(key: str, model: type[TopRecord], source: Source) -> tuple[Part, tuple[Problem, ...]]:
    """A checked record, and its faults when it has any."""
    try:
        record = model.model_validate(source.tree)
    except ValidationError as error:
        return Part(key), tuple(problems_of(error, model, source))
    met = Met(record)
    names, addresses = frozenset(names_in(met)), tuple(addresses_in(met))
    entry = Entry(key, record, source, Alone(names, addresses, ()))
    alone = Alone(names, addresses, own_problems(entry, met))
    return Part(key, record, digest_of(source), source.body, source.body_line, alone), ()


def names_in(met: Met) -> Iterator[tuple[str, str]]:
    """What a record refers to."""
    return ((visited.noun or "", visited.value) for visited in met.named())


def addresses_in(met: Met) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """The addresses of a record that can be held against a municipality's postal codes."""
    for path, address in met.of(Address):
        if address.postal_code and address.municipality:
            yield path, address.postal_code, address.municipality


def digest_of(source: Source) -> str:
    """What is written, so that another text has another digest; lines and remarks do not count."""
    return sha256(repr((source.file, source.prefix, source.tree, source.body)).encode()).hexdigest()
