"""The files below /data/: each table in every format, and the whole records of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...model import LANGUAGES
from ...views.data_tables import Column, DataFile, DataTable, Kind
from ...views.edition import Edition
from .columns import Row, Table
from .csv_text import FINNISH_EXCEL, PROGRAMS, Cell, csv_text
from .json_text import json_text, ndjson_text, objects
from .records import ABOUT, KINDS, record_lines, records_text
from .sources import licence
from .tables import TABLES
from .workbook import Sheet, workbook

FOLDER = "data"

RECORDS = "records"
"""The folder of whole records in it; in a subject, what a kind of these begins with."""


@dataclass(frozen=True, slots=True)
class DataFiles:
    """A table, or the records of a kind, in all files that hold it."""

    rows: int
    files: Iterator[tuple[str, bytes]]


def subjects(edition: Edition) -> Iterable[str]:
    """All there is to make: it is the same in every language, so only the first edition has it."""
    if edition.language == LANGUAGES[0]:
        yield from TABLES
        yield from (f"{RECORDS}/{kind}" for kind in KINDS)


def data_files(edition: Edition, subject: str) -> DataFiles:
    """The files of one of them."""
    folder, _, kind = subject.rpartition("/")
    if folder:
        lines = record_lines(edition, kind)
        return DataFiles(len(lines), iter([(f"{FOLDER}/{subject}.json", records_text(edition, kind, lines))]))
    table = TABLES[subject]
    rows = list(table.rows(edition))
    return DataFiles(len(rows), formats(edition, table, rows))


def formats(edition: Edition, table: Table, rows: list[Row]) -> Iterator[tuple[str, bytes]]:
    """A table in every format, those for people first."""
    header = [column.name for column in table.columns]
    plain = [list(map(row.get, header)) for row in rows]
    for place, column in enumerate(table.columns):
        if column.kind is Kind.MONEY or column.kind.is_list:
            for row in plain:
                row[place] = cell(column, row[place])
    path = f"{FOLDER}/{table.name}"
    flat, lines = protected(table, plain), objects(header, plain)
    yield f"{path}.xlsx", workbook([Sheet(title=table.name, columns=header, rows=plain), about(edition, table)])
    yield f"{path}-excel.csv", csv_text(header, flat, FINNISH_EXCEL)
    yield f"{path}.csv", csv_text(header, flat, PROGRAMS)
    yield f"{path}.json", json_text(lines)
    yield f"{path}.ndjson", ndjson_text(lines)


def cell(column: Column, value: Cell) -> Cell:
    """What a row says, as files say it: money in euros, a list that is not known as an empty one."""
    if column.kind is Kind.MONEY and isinstance(value, int):
        return euros(value)
    return () if column.kind.is_list and value is None else value


def euros(cents: int) -> Decimal:
    """Whole cents as euros with two decimals."""
    return Decimal(cents).scaleb(-2)


def protected(table: Table, rows: list[list[Cell]]) -> list[list[Cell]]:
    """Rows whose e-mail addresses are written with "(at)", so that they cannot be found by looking for the sign."""
    places = [place for place, column in enumerate(table.columns) if column.kind is Kind.EMAILS]
    if not places:
        return rows
    found = [list(row) for row in rows]
    for row in found:
        for place in places:
            own = row[place]
            row[place] = tuple(each.replace("@", " (at) ") for each in own) if isinstance(own, tuple) else own
    return found


def about(edition: Edition, table: Table) -> Sheet:
    """The sheet of a workbook that explains the other one."""
    terms = licence(edition.settings)
    facts: list[tuple[Cell, ...]] = [
        ("file", "table", table.title, table.about),
        ("file", "as_of", edition.catalogue.as_of, "Everything in the other sheet was true on this day."),
        ("file", "licence", terms["title"], terms["path"]),
        *(("file", "source", title, url) for title, url in table.sources(edition)),
    ]
    columns = [("column", column.name, column.kind.value, described(column)) for column in table.columns]
    return Sheet(title="about", columns=("of", "name", "value", "meaning"), rows=[*facts, *columns])


LANGUAGE_WORDS = {"fi": "In Finnish.", "sv": "In Swedish.", "en": "In English."}


def described(column: Column) -> str:
    """What a column says, in English."""
    return " ".join(part for part in (column.about, LANGUAGE_WORDS.get(column.language, "")) if part)


def described_table(subject: str, rows: int, files: Iterable[DataFile]) -> DataTable:
    """What there is of one subject once its files are made."""
    kind = subject.removeprefix(f"{RECORDS}/")
    if kind != subject:
        return DataTable(name=subject, title=kind, about=ABOUT[kind], rows=rows, columns=(), files=tuple(files))
    table = TABLES[subject]
    return DataTable(
        name=subject, title=table.title, about=table.about, rows=rows, columns=table.columns, files=tuple(files)
    )
