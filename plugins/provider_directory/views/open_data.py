"""Open data: which files there are, what stands in each column, under which licence, and how to use them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..records.collections import Entry
from ..records.schema.shared import EditorialPage, PageKind
from ..settings import LICENCES
from .choice import Choice
from .data_examples import examples
from .data_tables import Column, DataFile, DataTable, Kind
from .edition import Edition
from .facts import Fact, FactEntry
from .leads_on import leading
from .page import Page
from .prose import Html, markdown

PACKAGE = "/data/datapackage.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """One table with its files and columns, or whole records of a kind."""

    anchor: str
    heading: str
    about: str
    rows: str
    files: tuple[Choice, ...]
    columns: tuple[Fact, ...]
    columns_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDataView:
    """What there is to download."""

    heading: str
    lead: str
    body: Html | None
    """What the organiser says itself."""
    facts: tuple[Fact, ...]
    tables: tuple[TableView, ...]
    records: tuple[Choice, ...]
    examples: tuple[tuple[str, str], ...]
    """Each with what it does and the code."""


def pages(edition: Edition) -> Iterator[Page]:
    """The one page; and where a text about open data would stand among the others, what leads here."""
    view, here = open_data_view(edition), edition.links.place("open-data")
    for key, entry in sorted(edition.records.pages.items()):
        if entry.record.kind is PageKind.OPEN_DATA:
            yield leading(edition, "pages", (key,), entry.title(edition.language), here)
    yield edition.page(
        "open-data",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("open-data"),
        json_ld=[structured(edition, view)],
    )


def own_text(edition: Edition) -> Entry[EditorialPage] | None:
    """What the organiser has written about open data: the first page of that kind."""
    found = (entry for _, entry in sorted(edition.records.pages.items()))
    return next((entry for entry in found if entry.record.kind is PageKind.OPEN_DATA), None)


def open_data_view(edition: Edition) -> OpenDataView:
    """Everything the page says."""
    say, text = edition.wording.say, own_text(edition)
    return OpenDataView(
        heading=text.title(edition.language) if text else say("Open data"),
        lead=text.summary(edition.language)
        if text
        else say("The facts on this site as files that programs and spreadsheets can read."),
        body=markdown(text.body(edition.language)) if text else None,
        facts=tuple(facts(edition)),
        tables=tuple(table_view(edition, table) for table in edition.data if table.columns),
        records=tuple(records_choice(edition, table) for table in edition.data if not table.columns),
        examples=tuple(examples(edition)),
    )


def facts(edition: Edition) -> Iterator[Fact]:
    """What holds for all files."""
    say = edition.wording.say
    title, url = LICENCES[edition.settings.data_licence]
    organisers = sorted(edition.records.organisers.items())
    yield Fact(label=say("True on"), text=edition.wording.day(edition.catalogue.as_of))
    yield Fact(label=say("Licence"), link=Choice(label=title, url=url))
    yield Fact(
        label=say("Sources"),
        entries=tuple(
            FactEntry(text=edition.organiser(entry), url=entry.record.source or entry.record.website)
            for _, entry in organisers
        ),
    )
    parts = (("tables", say("Tables")), ("records", say("Whole records")), ("examples", say("Examples")))
    here = tuple(FactEntry(text=text, url=f"#{anchor}") for anchor, text in parts)
    yield Fact(label=say("On this page"), entries=here)
    yield Fact(label=say("Description for programs (Data Package)"), link=Choice(label=PACKAGE[1:], url=PACKAGE))
    yield Fact(label=say("For programs"), link=Choice(label=say("API for programs"), url=edition.links.place("api")))


def table_view(edition: Edition, table: DataTable) -> TableView:
    """One table."""
    return TableView(
        anchor=table.name,
        heading=edition.wording.declared(table.title),
        about=edition.wording.declared(table.about),
        rows=edition.wording.count("{number} row", "{number} rows", table.rows),
        files=tuple(file_choice(edition, file) for file in table.files),
        columns=tuple(
            column_fact(edition, list(columns))
            for _, columns in groupby(table.columns, key=lambda column: stem(column))
        ),
        columns_words=edition.wording.count("{number} column", "{number} columns", len(table.columns)),
    )


def stem(column: Column) -> str:
    """A column's name without its language: one text in three languages is told of once."""
    return column.name.removesuffix(f"_{column.language}") if column.language else column.name


def column_fact(edition: Edition, columns: list[Column]) -> Fact:
    """What a column says, what stands in it, and what it refers to."""
    say, column = edition.wording.say, columns[0]
    kind = kind_words(edition)[column.kind]
    unit = f" ({column.unit})" if column.unit else ""
    entries = [FactEntry(text=edition.wording.declared(column.about)), FactEntry(text=f"{kind}{unit}")]
    if column.options:
        entries.append(FactEntry(text=", ".join(column.options)))
    if column.refers:
        entries.append(FactEntry(text=say("Key of the table {table}", table=column.refers), url=f"#{column.refers}"))
    return Fact(label=", ".join(each.name for each in columns), entries=tuple(entries))


def kind_words(edition: Edition) -> dict[Kind, str]:
    """What stands in a column's cells, in words."""
    say = edition.wording.say
    return {
        Kind.TEXT: say("Text"),
        Kind.WHOLE: say("Whole number"),
        Kind.NUMBER: say("Number"),
        Kind.MONEY: say("Amount of money"),
        Kind.YES: say("true or false"),
        Kind.DAY: say("Day (YYYY-MM-DD)"),
        Kind.CLOCK: say("Clock time"),
        Kind.PARTIAL: say("Day, month, season or year"),
        Kind.KEYS: say("List of keys"),
        Kind.TEXTS: say("List of texts"),
        Kind.EMAILS: say("List of e-mail addresses"),
    }


def file_choice(edition: Edition, file: DataFile) -> Choice:
    """A file with its size."""
    say = edition.wording.say
    endings = {
        "-excel.csv": say("CSV for Finnish Excel"),
        ".csv": say("CSV for programs"),
        ".xlsx": say("Excel workbook (XLSX)"),
        ".ndjson": say("JSON, one row on each line (NDJSON)"),
        ".json": "JSON",
    }
    words = next(words for ending, words in endings.items() if file.path.endswith(ending))
    name = file.path.rpartition("/")[2]
    return Choice(label=name, url=f"/{file.path}", note=f"{words}, {size_words(edition, file.size)}")


def records_choice(edition: Edition, table: DataTable) -> Choice:
    """Whole records of a kind."""
    (file,) = table.files
    records = edition.wording.count("{number} record", "{number} records", table.rows)
    note = f"{edition.wording.declared(table.about)} {records}, {size_words(edition, file.size)}"
    return Choice(label=file.path.removeprefix("data/"), url=f"/{file.path}", note=note)


def size_words(edition: Edition, size: int) -> str:
    """'12 kB', '3 MB'."""
    amount, unit = (size // 1_000, "kB") if size < 1_000_000 else (size // 1_000_000, "MB")
    return f"{edition.wording.number(max(1, amount))}\u00a0{unit}"


def structured(edition: Edition, view: OpenDataView) -> dict[str, object]:
    """The page as a schema.org Dataset."""
    types = {"csv": "text/csv", "json": "application/json", "ndjson": "application/x-ndjson"}
    workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {
        "@type": "Dataset",
        "name": f"{edition.site_name}: {view.heading}",
        "description": view.lead,
        "license": LICENCES[edition.settings.data_licence][1],
        "isAccessibleForFree": True,
        "dateModified": edition.catalogue.as_of.isoformat(),
        "url": edition.absolute(edition.links.place("open-data")),
        "creator": [
            {"@type": "Organization", "name": edition.organiser(entry)}
            for _, entry in sorted(edition.records.organisers.items())
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.path.rpartition("/")[2],
                "contentUrl": edition.absolute(f"/{file.path}"),
                "encodingFormat": types.get(file.path.rpartition(".")[2], workbook),
                "contentSize": f"{file.size} B",
            }
            for table in edition.data
            for file in table.files
        ],
    }
