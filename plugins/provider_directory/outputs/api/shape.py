"""What the columns of a table become in JSON: a text in several languages is one object, an amount is euros, what is not known is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any

from ...model import Cents
from ..data.columns import Column, Kind, Row, Table
from ..openapi import Schema, reference

OF_A_DAY = ("as_of", "amounts_on")
"""Columns that name the day of the build. No answer does, but for the index: a new day changes nothing else."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of an answer, out of a column, or of one for each language."""

    name: str
    columns: tuple[Column, ...]

    @property
    def first(self) -> Column:
        """What the others say in other languages."""
        return self.columns[0]

    @property
    def required(self) -> bool:
        """Whether it is always there."""
        return self.first.required

    def value(self, row: Row) -> Any:
        """What it is in a row; nothing where it is not known."""
        if not self.first.language:
            return plain(self.first.kind, row.get(self.name))
        found = {each.language: plain(each.kind, row.get(each.name)) for each in self.columns}
        return {language: value for language, value in found.items() if value is not None} or None


@dataclass(frozen=True)
class Shape:
    """Answers of one kind: a table's rows with those of other tables that belong to them."""

    name: str
    """What the schema is called."""
    table: Table
    without: tuple[str, ...] = ()
    """Columns that say what it is part of, where it is part of something."""
    parts: tuple[tuple[str, Shape], ...] = ()
    """What belongs to it, by the name of the property."""

    @cached_property
    def properties(self) -> tuple[Property, ...]:
        """All properties but the parts, in the order of the columns."""
        shown = [column for column in self.table.columns if column.name not in (*OF_A_DAY, *self.without)]
        return tuple(Property(name, tuple(columns)) for name, columns in groupby(shown, key=stem))

    def answer(self, row: Row, **parts: Sequence[Any]) -> dict[str, Any]:
        """A row with its parts, which are answers themselves; parts of which there are none are left out."""
        found = ((each.name, each.value(row)) for each in self.properties)
        own = {name: value for name, value in found if value is not None}
        return own | {name: part for name, part in parts.items() if part}

    def schemas(self) -> Iterator[tuple[str, Schema]]:
        """Its schema and those of its parts, by name."""
        own: Schema = {each.name: schema_of(each) for each in self.properties}
        for name, part in self.parts:
            own[name] = {"type": "array", "description": part.table.about, "items": reference(part.name)}
        required = [each.name for each in self.properties if each.required]
        yield self.name, {"type": "object", "description": self.table.about, "required": required, "properties": own}
        for _, part in self.parts:
            yield from part.schemas()


def stem(column: Column) -> str:
    """A column's name without its language."""
    return column.name.removesuffix(f"_{column.language}") if column.language else column.name


def plain(kind: Kind, value: Any) -> Any:
    """A cell as JSON has it; nothing for an empty list."""
    if value is None or value == ():
        return None
    write = WRITTEN.get(kind)
    return write(value) if write else value


def euros(cents: Cents) -> float | int:
    """An amount as a number with at most two decimals."""
    return cents // 100 if cents % 100 == 0 else cents / 100


def number(value: Decimal) -> float | int:
    """A number, without decimals where it has none."""
    return int(value) if value == value.to_integral_value() else float(value)


def clock(at: time) -> str:
    """'13:30'."""
    return f"{at:%H:%M}"


def day(value: date) -> str:
    """'2018-08-10'."""
    return value.isoformat()


WRITTEN: dict[Kind, Callable[[Any], Any]] = {
    Kind.MONEY: euros,
    Kind.NUMBER: number,
    Kind.DAY: day,
    Kind.CLOCK: clock,
    Kind.KEYS: list,
    Kind.TEXTS: list,
    Kind.EMAILS: list,
}
"""What is not written as it is."""

KINDS: dict[Kind, Schema] = {
    Kind.TEXT: {"type": "string"},
    Kind.WHOLE: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.MONEY: {"type": "number"},
    Kind.YES: {"type": "boolean"},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.CLOCK: {"type": "string", "pattern": r"^\d\d:\d\d$"},
    Kind.PARTIAL: {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?|-(winter|spring|summer|autumn))?$"},
    Kind.KEYS: {"type": "array", "items": {"type": "string"}},
    Kind.TEXTS: {"type": "array", "items": {"type": "string"}},
    Kind.EMAILS: {"type": "array", "items": {"type": "string"}},
}
"""What each kind of column is in JSON Schema."""

LANGUAGE_SCHEMAS: dict[str, Schema] = {
    "Text": {
        "type": "object",
        "description": "A text in Finnish (fi), and in Swedish (sv) and English (en) where it is translated.",
        "properties": {key: {"type": "string"} for key in ("fi", "sv", "en")},
        "required": ["fi"],
    },
    "Texts": {
        "type": "object",
        "description": "Texts in Finnish (fi), and in Swedish (sv) and English (en) where any of them is translated.",
        "properties": {key: {"type": "array", "items": {"type": "string"}} for key in ("fi", "sv", "en")},
        "required": ["fi"],
    },
}
"""What a text in several languages is."""


def schema_of(each: Property) -> Schema:
    """A property's schema."""
    column = each.first
    if column.language:
        return reference("Texts" if column.kind.is_list else "Text") | {"description": column.about}
    own: Schema = dict(KINDS[column.kind].items())
    limits: Schema = {}
    if column.options:
        limits["enum"] = list(column.options)
    if column.pattern:
        limits["pattern"] = f"^{column.pattern}$"
    own = own | ({"items": own["items"] | limits} if column.kind.is_list else limits)
    notes = {"x-unit": column.unit, "x-refers-to": column.refers}
    return own | {"description": column.about} | {name: note for name, note in notes.items() if note}
