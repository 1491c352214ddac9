"""The files of open data: the same facts in every format, the same bytes each time, the day in each of them."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from provider_directory.outputs.data.tables import TABLES
from provider_directory.views.data_tables import Column, Kind
from provider_directory.views.edition import Edition
from tests.conftest import ROOT
from tests.outputs.data import publishing

Rows = list[dict[str, Any]]


def of_json(files: dict[str, bytes], table: str) -> Rows:
    """The rows of a table, amounts as they are written."""
    rows: Rows = json.loads(files[f"data/{table}.json"], parse_float=Decimal)
    return rows


def of_csv(files: dict[str, bytes], table: str, ending: str, separator: str) -> Rows:
    """The rows of a CSV file as programs read them that know the columns."""
    text = io.StringIO(files[f"data/{table}{ending}.csv"].decode("utf-8-sig"), newline="")
    columns = {column.name: column for column in TABLES[table].columns}
    decimal = "," if ending else "."
    return [
        {name: meant(columns[name], cell, decimal) for name, cell in row.items()}
        for row in csv.DictReader(text, delimiter=separator)
    ]


def meant(column: Column, cell: str, decimal: str) -> Any:
    """What a cell of a CSV file says, by the rules that the README tells."""
    if column.kind.is_list:
        parts = re.split(r" \| ", cell.removeprefix("'")) if cell else []
        told = [part.replace("\\|", "|").replace("\\\\", "\\") for part in parts]
        return [each.replace(" (at) ", "@") for each in told] if column.kind is Kind.EMAILS else told
    if cell == "":
        return None
    match column.kind:
        case Kind.MONEY | Kind.NUMBER:
            return Decimal(cell.replace(decimal, "."))
        case Kind.WHOLE:
            return int(cell)
        case Kind.YES:
            return {"true": True, "false": False}[cell]
    return cell.removeprefix("'")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(("ending", "separator"), [("", ","), ("-excel", ";")])
def test_csv_says_what_json_says(files: dict[str, bytes], table: str, ending: str, separator: str) -> None:
    rows = of_json(files, table)

    assert rows
    assert of_csv(files, table, ending, separator) == rows


@pytest.mark.parametrize("table", TABLES)
def test_lines_of_json_say_what_json_says(files: dict[str, bytes], table: str) -> None:
    lines = files[f"data/{table}.ndjson"].decode().splitlines()

    assert [json.loads(line, parse_float=Decimal) for line in lines] == of_json(files, table)


@pytest.mark.parametrize("table", TABLES)
def test_the_workbook_says_what_json_says(files: dict[str, bytes], table: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files[f"data/{table}.xlsx"]))
    (header, *rows) = book[table].iter_rows(values_only=True)

    def plain(value: Any) -> Any:
        match value:
            case datetime():
                return value.date().isoformat()
            case time():
                return value.isoformat()
            case list():
                return " | ".join(each.replace("\\", "\\\\").replace("|", "\\|") for each in value) or None
            case Decimal():
                return float(value)
        return value

    assert [[plain(cell) for cell in row] for row in rows] == [
        [plain(row[name]) for name in header] for row in of_json(files, table)
    ]


def test_a_workbook_explains_every_column_and_says_licence_source_and_day(files: dict[str, bytes]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(files["data/prices.xlsx"]))["about"]
    told = {(of, name): (value, meaning) for of, name, value, meaning in sheet.iter_rows(min_row=2, values_only=True)}

    assert told["file", "as_of"][0].date() == date(2018, 8, 10)
    assert "CC BY 4.0" in str(told["file", "licence"][0]) and ("file", "source") in told
    assert {("column", column.name) for column in TABLES["prices"].columns} <= set(told)
    assert told["column", "price"] == ("money", "Euros for one unit, as the provider tells it.")


def test_amounts_have_two_decimals_and_were_never_floats(files: dict[str, bytes]) -> None:
    written = re.findall(r'"price": ([^,]+),', files["data/prices.ndjson"].decode())

    assert written and all(re.fullmatch(r"\d+\.\d\d", each) for each in written)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_says_its_day(files: dict[str, bytes], table: str) -> None:
    assert {row["as_of"] for row in of_json(files, table)} == {"2018-08-10"}


def test_two_makings_have_the_same_bytes(files: dict[str, bytes]) -> None:
    assert publishing.published(publishing.edition_at(ROOT)) == files


def test_every_language_would_make_the_same_files(files: dict[str, bytes], example: Edition) -> None:
    swedish = publishing.edition_at(ROOT, language="sv")
    for table in TABLES.values():
        assert list(table.rows(swedish)) == list(table.rows(example))


def test_another_day_is_another_state(files: dict[str, bytes]) -> None:
    later = publishing.published(publishing.edition_at(ROOT, date(2019, 6, 17)))
    statuses = {row["key"]: row["status"] for row in of_json(files, "events")}

    assert "upcoming" in statuses.values()
    assert {row["status"] for row in of_json(later, "events")} == {"past"}
    assert {row["as_of"] for row in of_json(later, "prices")} == {"2019-06-17"}


def test_no_address_of_a_mailbox_can_be_found_by_its_sign(files: dict[str, bytes]) -> None:
    """Pages write the sign as a character reference; text files do what their format has for it."""
    assert any(row["emails"] for row in of_json(files, "providers"))
    for path, data in files.items():
        if not path.endswith(".xlsx"):
            assert not re.search(rb"[\w.+-]@[\w-]+\.\w", data), path
