"""A list as rows of plain values, for spreadsheets: one column for each fact."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...views.embed import EmbedView
from ...views.plain_table import Cell, Column
from ...views.sheet_words import SheetWords

Value = str | Decimal | None


def header(words: SheetWords, view: EmbedView) -> list[str]:
    """The names of the columns."""
    columns = columns_of(view)
    names = [name for column in columns.values() for name in names_of(words, column)]
    return [words.list, *names, words.page] if columns else [words.list]


def names_of(words: SheetWords, column: Column) -> list[str]:
    """The columns that one of the list's becomes: an amount has its unit, a name its note."""
    if column.amount:
        return [f"{column.label} (€)", f"{column.label}: {words.unit}", f"{column.label}: {words.note}"]
    return [column.label, words.note] if column.key == "name" else [column.label]


def columns_of(view: EmbedView) -> dict[str, Column]:
    """Those of all tables: of the fullest, as the others have no more."""
    fullest = max(view.tables, key=lambda table: len(table.columns), default=None)
    return {column.key: column for column in fullest.columns} if fullest else {}


def rows(view: EmbedView) -> Iterator[list[Value]]:
    """Every row of every table, under the name of its table."""
    columns = columns_of(view)
    for table in view.tables:
        for row in table.rows:
            own = dict(zip((column.key for column in table.columns), row, strict=True))
            cells = [(column, own.get(key, Cell())) for key, column in columns.items()]
            values = [value for column, cell in cells for value in values_of(column, cell)]
            yield [table.heading, *values, row[0].url]


def values_of(column: Column, cell: Cell) -> list[Value]:
    """A cell as values."""
    if column.amount:
        amount = Decimal(cell.cents).scaleb(-2) if cell.cents is not None else None
        said = cell.notes if amount is not None or not cell.text else (cell.text, *cell.notes)
        return [amount, cell.unit, "; ".join(said) or None]
    return [cell.text, "; ".join(cell.notes) or None] if column.key == "name" else [cell.text]
