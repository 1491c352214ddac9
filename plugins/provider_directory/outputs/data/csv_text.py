"""
Tables as CSV: for programs as RFC 4180 has it, and for a Finnish Excel.

A spreadsheet takes a text that begins with a sign of calculation for a formula. Such a text gets an apostrophe before it, and so
does one that begins with an apostrophe: whoever reads a file takes one apostrophe off where it stands first. Numbers stay numbers,
and a telephone number of a plus sign, digits and spaces stays as it is: nothing can be called by it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

Cell = str | bool | int | Decimal | date | time | tuple[str, ...] | None
"""What may stand in a cell of a table; an amount of money is a Decimal of euros with two decimals."""

RISKY = tuple("=+-@\t\r\n'＝＋－＠")
"""What a text that a spreadsheet might calculate begins with; the wide signs are those of an East Asian one."""

PHONE = re.compile(r"\+\d[\d ]*")

LIST = " | "
"""What parts the texts of one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a CSV file is written."""

    separator: str
    decimal: str
    start: str = ""


PROGRAMS = Dialect(separator=",", decimal=".")
"""RFC 4180, in UTF-8."""

FINNISH_EXCEL = Dialect(separator=";", decimal=",", start="\ufeff")
"""What a Finnish Excel opens with a double click: the mark at the start tells it that this is UTF-8."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]], dialect: Dialect) -> bytes:
    """A table as CSV; a line ends with CR LF."""
    target = io.StringIO(newline="")
    target.write(dialect.start)
    writer = csv.writer(target, delimiter=dialect.separator, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(["" if cell is None else written(cell, dialect) for cell in row] for row in rows)
    return target.getvalue().encode()


def written(cell: Cell, dialect: Dialect) -> str:
    """A cell that is not empty as text that no spreadsheet calculates."""
    match cell:
        case str():
            return harmless(cell)
        case bool():
            return "true" if cell else "false"
        case tuple():
            return harmless(joined(cell))
        case Decimal():
            return str(cell).replace(".", dialect.decimal)
        case time():
            return f"{cell:%H:%M:%S}"
    return str(cell)


def harmless(text: str) -> str:
    """A text that a spreadsheet shows as it is."""
    return f"'{text}" if text.startswith(RISKY) and not PHONE.fullmatch(text) else text


def joined(texts: Sequence[str]) -> str:
    """Several texts in one; a bar inside one of them has a backslash before it."""
    return LIST.join(each.replace("\\", "\\\\").replace("|", "\\|") for each in texts)
