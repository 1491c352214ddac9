"""What a table of open data consists of: columns with a kind, a meaning and a limit, and rows that follow from the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from ...model import LANGUAGES
from ...records.schema.base import Localised
from ...views.data_tables import Column as Column
from ...views.data_tables import Kind as Kind
from ...views.edition import Edition

Row = dict[str, Any]
"""A row by the names of its columns: text, int, date, time, Decimal, bool, or a tuple of texts; money is whole cents. None, or
no key, is what is not known."""


RowsOf = Callable[[Edition, str], Iterator[Row]]
"""The rows of one provider, by its key; nothing but what they are about is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Edition], Iterator[Row]]
    """In a fixed order. They are the same in every language."""
    key: tuple[str, ...]
    """The column that tells its rows apart; none where only several together do, of which some may be empty."""
    sources: Callable[[Edition], Iterable[tuple[str, str]]]
    """Where its facts come from: titles, and addresses where there are any."""
    rows_of: RowsOf | None = None
    """Those of one provider, where rows are about providers."""


def of_all(rows_of: RowsOf) -> Callable[[Edition], Iterator[Row]]:
    """The rows of all providers, by key."""

    def rows(edition: Edition) -> Iterator[Row]:
        return (row for key in sorted(edition.records.providers) for row in rows_of(edition, key))

    return rows


def say(sentence: str) -> str:
    """Mark a sentence as one of the site's own words: pages say it in their language, files in English."""
    return sentence


def text(name: str, about: str, **more: Any) -> Column:
    """A column of text."""
    return Column(name=name, kind=Kind.TEXT, about=about, **more)


def key(name: str, about: str, **more: Any) -> Column:
    """A column that tells rows apart."""
    return Column(name=name, kind=Kind.TEXT, about=about, required=True, pattern=f"{KEY}(/{KEY})*", **more)


def names(name: str, refers: str, about: str, *, required: bool = False) -> Column:
    """A column that names a row of a table."""
    return Column(name=name, kind=Kind.TEXT, about=about, required=required, refers=refers)


def one_of(name: str, options: type[StrEnum] | Iterable[str], about: str, *, required: bool = False) -> Column:
    """A column that has one of a few words."""
    return Column(name=name, kind=Kind.TEXT, about=about, required=required, options=tuple(map(str, options)))


def money(name: str, about: str, *, required: bool = False) -> Column:
    """A column of amounts in euros."""
    return Column(name=name, kind=Kind.MONEY, about=about, required=required, unit="EUR")


def of(kind: Kind, name: str, about: str, **more: Any) -> Column:
    """A column of another kind."""
    return Column(name=name, kind=kind, about=about, **more)


def in_languages(column: Column) -> tuple[Column, ...]:
    """A column for each language; only the Finnish one is always filled in where the text is there at all."""
    return tuple(
        replace(column, name=f"{column.name}_{language}", language=language, required=column.required and not number)
        for number, language in enumerate(LANGUAGES)
    )


def localised(name: str, words: Localised | None) -> Row:
    """The cells of a text in each language; not translated is empty, and not the Finnish once more."""
    return {f"{name}_{language}": getattr(words, language) if words else None for language in LANGUAGES}


def localised_list(name: str, words: Iterable[Localised]) -> Row:
    """The cells of texts in each language, those that are not translated in Finnish; none where nothing is translated."""
    found = list(words)
    return {
        f"{name}_{language}": tuple(each.read(language) for each in found)
        if any(each.has(language) for each in found)
        else None
        for language in LANGUAGES
    }


KEY = "[a-z0-9]+(-[a-z0-9]+)*"

AS_OF = of(Kind.DAY, "as_of", say("The day on which all that the row says was true."), required=True)
