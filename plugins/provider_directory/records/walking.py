"""Walks a record's fields with the path an editor would point at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel

from .fields import Ref
from .text import Path_

Kind = TypeVar("Kind")


class Visited(NamedTuple):
    """One value met on the walk; a tuple, because there are a hundred in a record, for each rule that walks it."""

    path: Path_
    value: Any
    noun: str | None
    """The noun it refers to, when it is a reference."""


def walk(record: BaseModel, path: Path_ = ()) -> list[Visited]:
    """Every record and value inside a record, itself first."""
    found: list[Visited] = []
    visit(record, path, None, found)
    return found


def visit(value: Any, path: Path_, noun: str | None, found: list[Visited]) -> None:
    """Find a value, or every value inside a record, list or mapping."""
    if isinstance(value, BaseModel):
        found.append(Visited(path, value, None))
        for name, (written, own) in layout(type(value)).items():
            inner = getattr(value, name)
            if inner is not None:
                visit(inner, (*path, written), own, found)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            visit(item, (*path, index), noun, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            visit(item, (*path, key), noun, found)
    elif value is not None:
        found.append(Visited(path, value, noun))


class Met:
    """All that is met on one walk through a record, by its kind: one walk for all who look for something."""

    def __init__(self, record: BaseModel) -> None:
        self.kinds: dict[type, list[Visited]] = {}
        for visited in walk(record):
            self.kinds.setdefault(type(visited.value), []).append(visited)

    def of(self, wanted: type[Kind]) -> Iterator[tuple[Path_, Kind]]:
        """The values of a kind, with their paths."""
        for kind, group in self.kinds.items():
            if issubclass(kind, wanted):
                yield from ((visited.path, visited.value) for visited in group)

    @cached_property
    def texts(self) -> list[tuple[Path_, str]]:
        """Every public text; keys and reasons for accepted warnings are not public."""
        return [
            (path, text)
            for path, text, noun in self.kinds.get(str, ())
            if noun is None and path[:1] != ("accepted_warnings",)
        ]

    def named(self) -> Iterator[Visited]:
        """Every reference."""
        for group in self.kinds.values():
            yield from (visited for visited in group if visited.noun)


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
