"""data/datapackage.json: what every file and every column of open data means, as a Data Package tells it (datapackage.org, 2.0)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ...views.data_tables import Column, DataFile, DataTable, Kind
from ...views.edition import Edition
from .columns import Table
from .csv_text import FINNISH_EXCEL
from .files import FOLDER, described
from .sources import licence, with_providers
from .tables import TABLES

PROFILE = "https://datapackage.org/profiles/2.0/"

FORMATS = {
    "-excel.csv": ("excel", "text/csv"),
    ".csv": ("", "text/csv"),
    ".xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".ndjson": ("ndjson", "application/x-ndjson"),
    ".json": ("json", "application/json"),
}
"""How files end, what the names of resources then end with, and their types; the first that fits."""

TYPES = {
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.MONEY: "number",
    Kind.YES: "boolean",
    Kind.DAY: "date",
    Kind.CLOCK: "time",
}
"""Types of Table Schema; all others are strings."""


def files(edition: Edition, _: None) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    text = json.dumps(package(edition), ensure_ascii=False, indent=1)
    yield f"{FOLDER}/datapackage.json", f"{text}\n".encode()


def package(edition: Edition) -> dict[str, Any]:
    """The whole package."""
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "provider-directory",
        "title": edition.site_name,
        "description": (
            "Providers approved for service vouchers and self-pay providers, with listings, prices, vouchers and events, all true on "
            "as_of. Suspended listings, past prices and what only editors need are left out."
        ),
        **({"homepage": edition.absolute(edition.links.place("open-data"))} if edition.settings.site_url else {}),
        "version": edition.catalogue.as_of.isoformat(),
        "as_of": edition.catalogue.as_of.isoformat(),
        "licenses": [licence(edition.settings)],
        "sources": sources(with_providers(edition)),
        "resources": [resource(edition, table, file) for table in edition.data for file in table.files],
    }


def sources(found: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Titles with their addresses."""
    return [{"title": title, **({"path": url} if url else {})} for title, url in found]


def resource(edition: Edition, data: DataTable, file: DataFile) -> dict[str, Any]:
    """One file."""
    ending = next(ending for ending in FORMATS if file.path.endswith(ending))
    suffix, media_type = FORMATS[ending]
    table = TABLES.get(data.name)
    told = {
        "name": "-".join(filter(None, (data.name.replace("/", "-"), suffix if table else ""))),
        "path": file.path.removeprefix(f"{FOLDER}/"),
        "title": data.title,
        "description": data.about,
        "format": ending.rpartition(".")[2],
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "as_of": edition.catalogue.as_of.isoformat(),
        "licenses": [licence(edition.settings)],
        "sources": sources(table.sources(edition) if table else with_providers(edition)),
    }
    if table and is_tabular(ending, data.rows):
        return {**told, "rows": data.rows, "type": "table", **dialect(ending), "schema": schema(table, ending)}
    # Lines of which there are none are text.
    plain = {"format": "txt"} if ending == ".ndjson" else {}
    return {**told, **plain, "records": data.rows, **({"columns_of": data.name} if table else {})}


def is_tabular(ending: str, rows: int) -> bool:
    """
    Whether a file's columns are told with it; those of the others are as in the CSV file.

    frictionless, which most people check packages with, counts no bytes of an array of JSON and takes the first of its
    lines for granted (5.21): both files would be told as damaged.
    """
    return ending != ".json" and (ending != ".ndjson" or rows > 0)


def dialect(ending: str) -> dict[str, Any]:
    """How a file's rows are parted, where that does not go without saying."""
    if not ending.endswith(".csv"):
        return {}
    separator = FINNISH_EXCEL.separator if ending == "-excel.csv" else ","
    return {"dialect": {"delimiter": separator, "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}}


def schema(table: Table, ending: str) -> dict[str, Any]:
    """The columns of a table in one format."""
    foreign = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["key"]}}
        for column in table.columns
        if column.refers
    ]
    return {
        "$schema": f"{PROFILE}tableschema.json",
        "fields": [field(column, ending) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def field(column: Column, ending: str) -> dict[str, Any]:
    """One column."""
    is_json = ending.endswith("json")
    kind = "array" if is_json and column.kind.is_list else TYPES.get(column.kind, "string")
    return {
        "name": column.name,
        "type": kind,
        "description": " ".join(filter(None, (described(column), unlisted(column, is_json)))),
        **({"unit": column.unit} if column.unit else {}),
        **({"decimalChar": ","} if kind == "number" and ending == "-excel.csv" else {}),
        **constraints(column),
    }


def unlisted(column: Column, is_json: bool) -> str:
    """How several texts stand in one cell."""
    return "Several are parted by a bar with spaces around it." if column.kind.is_list and not is_json else ""


def constraints(column: Column) -> dict[str, Any]:
    """What may stand in a column."""
    found: dict[str, Any] = {"required": True} if column.required else {}
    if column.options and not column.kind.is_list:
        found["enum"] = list(column.options)
    if column.pattern:
        found["pattern"] = column.pattern
    if column.kind is Kind.MONEY:
        found["minimum"] = 0
    return {"constraints": found} if found else {}
