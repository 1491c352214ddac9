"""What there is of open data once it is made: tables with their columns, and the files that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What stands in a column's cells."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    MONEY = "money"
    """Cents in a row; euros with two decimals in a file."""
    YES = "yes or no"
    DAY = "day"
    CLOCK = "clock time"
    PARTIAL = "day, month, season or year"
    KEYS = "list of keys"
    TEXTS = "list of texts"
    EMAILS = "list of e-mail addresses"

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several texts."""
        return self in (Kind.KEYS, Kind.TEXTS, Kind.EMAILS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind
    about: str
    """What it says, in an English sentence that is one of the site's own words."""
    required: bool = False
    unit: str = ""
    options: tuple[str, ...] = ()
    """All that may stand in it."""
    pattern: str = ""
    refers: str = ""
    """The table whose key it names."""
    language: str = ""
    """That of its text, where there are columns beside it in other ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One published file."""

    path: str
    """Below the root of the site."""
    size: int
    """Bytes."""
    sha256: str
    """Of what is in it, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table, or records of one kind, in all the files that hold it."""

    name: str
    title: str
    about: str
    rows: int
    columns: tuple[Column, ...]
    """None where it is whole records."""
    files: tuple[DataFile, ...]
