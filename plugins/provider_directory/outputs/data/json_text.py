"""Tables as JSON and as lines of it: amounts are numbers with two decimals, written from whole cents, never by way of floats."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import time
from decimal import Decimal

from .csv_text import Cell

ENCODER = json.JSONEncoder(ensure_ascii=False)


def objects(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Each row as an object in one line."""
    names = [json.dumps(name) for name in header]
    return [
        "{"
        + ", ".join(
            [f"{name}: {'null' if cell is None else value(cell)}" for name, cell in zip(names, row, strict=True)]
        )
        + "}"
        for row in rows
    ]


def value(cell: Cell) -> str:
    """A cell that is not empty as JSON."""
    match cell:
        case str() | bool() | int() | tuple():
            return ENCODER.encode(cell)
        case Decimal():
            return str(cell)
        case time():
            return f'"{cell:%H:%M:%S}"'
    return f'"{cell}"'


def json_text(lines: Sequence[str]) -> bytes:
    """Objects as one array, each on a line of its own."""
    return unharvested("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")


def ndjson_text(lines: Sequence[str]) -> bytes:
    """Objects as lines."""
    return unharvested("".join(f"{line}\n" for line in lines))


def unharvested(text: str) -> bytes:
    r"""JSON in which no e-mail address can be found by looking for the sign: "\u0040" means the same to whoever reads JSON."""
    return text.replace("@", "\\u0040").encode()
