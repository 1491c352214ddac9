"""Walks a record's fields with the path an editor would point at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from .fields import Ref
from .text import Path_


@dataclass(frozen=True, slots=True)
class Visited:
    """One value met on the walk."""

    path: Path_
    value: Any
    noun: str | None
    """The noun it refers to, when it is a reference."""


def walk(record: BaseModel, path: Path_ = ()) -> Iterator[Visited]:
    """Every record and value inside a record, itself first."""
    yield Visited(path, record, None)
    for name, (written, noun) in layout(type(record)).items():
        yield from inside(getattr(record, name), (*path, written), noun)


def inside(value: Any, path: Path_, noun: str | None) -> Iterator[Visited]:
    """Every value inside a field."""
    if isinstance(value, BaseModel):
        yield from walk(value, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from inside(item, (*path, index), noun)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from inside(item, (*path, key), noun)
    elif value is not None:
        yield Visited(path, value, noun)


@cache
def layout(model: type[BaseModel]) -> dict[str, tuple[str, str | None]]:
    """A record's attributes: how each is written, and the noun it refers to."""
    return {
        name: (info.alias or name, noun_in((info.annotation, *info.metadata)))
        for name, info in model.model_fields.items()
    }


def noun_in(parts: tuple[Any, ...]) -> str | None:
    """The noun marked anywhere in a type, not looking into records."""
    for part in parts:
        if isinstance(part, Ref):
            return part.noun
        if get_origin(part) is not None:
            found = noun_in(tuple(get_args(part)))
            if found:
                return found
    return None
