"""What the tables of open data tell: of a small town, row by row; and nothing of what is not to be seen."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from provider_directory.catalogue.status import ListingStatus
from provider_directory.outputs.data.columns import Row
from provider_directory.outputs.data.tables import TABLES
from provider_directory.views.data_tables import Kind
from provider_directory.views.edition import Edition
from provider_directory.views.provider_ended import ended_words
from tests.outputs.data import publishing
from tests.records.project import DAY, Project

PROVIDER = """\
    name: {name}
    business_id: 1234567-1
    keywords: [salasana]
    listings:
      - voucher: ylojarvi/kotihoito
        at_home: yes
        municipalities: [ylojarvi]
        {more}
        prices:
          - {{price: "38.50", unit: hour, until: 2018-12-31}}
          - {{price: "41.00", unit: hour, from: 2019-01-01}}
          - {{price: "35.00", unit: hour, until: 2018-01-31, variant: ilta}}
    time_bands:
      ilta: {{name: Ilta}}
    """


def rows(project: Project, table: str, day: date = DAY) -> list[Row]:
    """The rows of a table on a day."""
    return list(TABLES[table].rows(publishing.edition_at(project.root, day)))


def only(project: Project, table: str, **wanted: Any) -> dict[str, Any]:
    """The one row of a table, or the one that has some values."""
    (row,) = [row for row in rows(project, table) if all(row.get(name) == value for name, value in wanted.items())]
    return row


def provider(project: Project, more: str = "", name: str = "Esimerkkihoiva Oy") -> None:
    """Write the one provider; more is a field of its listing."""
    project.write("providers/esimerkkihoiva.yaml", PROVIDER.format(name=name, more=more or "conditions: [Heti]"))


def test_a_price_has_what_the_voucher_pays_and_what_is_left(project: Project) -> None:
    provider(project)
    now, later = rows(project, "prices")

    assert (now["price"], now["unit"], now["valid_until"]) == (3850, "hour", date(2018, 12, 31))
    assert (now["value_known"], now["value_least"], now["value_most"]) == ("exact", 3000, 3000)
    assert (now["share_least"], now["share_most"], now["amounts_on"]) == (850, 850, DAY)
    assert (later["price"], later["share_least"], later["amounts_on"]) == (4100, 1100, date(2019, 1, 1))


def test_past_prices_are_in_no_table(project: Project) -> None:
    provider(project)

    assert [row["price"] for row in rows(project, "prices")] == [3850, 4100]


def test_a_listing_says_who_where_and_until_when(project: Project) -> None:
    provider(project, "from: 2018-01-01")
    row = only(project, "listings")

    assert row["key"] == "esimerkkihoiva/voucher/ylojarvi/kotihoito/2018-01-01"
    assert (row["status"], row["paid_by"], row["organiser"]) == ("current", "voucher", "ylojarvi")
    assert (row["valid_from"], row["valid_until"], row["at_home"]) == (date(2018, 1, 1), None, True)
    assert (row["services"], row["municipalities"]) == (("home-care",), ("ylojarvi",))


def test_a_listing_to_come_says_from_when(project: Project) -> None:
    provider(project, "from: 2018-09-01")

    assert only(project, "listings")["status"] == "upcoming"
    assert [row["amounts_on"] for row in rows(project, "prices")] == [date(2018, 9, 1), date(2019, 1, 1)]


def test_of_an_ended_listing_only_that_it_ended_is_told(project: Project) -> None:
    provider(project, "until: 2018-07-31")
    listing, own = only(project, "listings"), only(project, "providers")

    assert {name for name, value in listing.items() if value is not None} == {
        *("key", "provider", "status", "paid_by", "organiser", "voucher", "valid_until", "as_of")
    }
    assert (own["status"], own["name"], own.get("business_id")) == ("ended", "Esimerkkihoiva Oy", None)
    assert rows(project, "prices") == rows(project, "locations") == []


def test_what_ended_is_told_as_on_the_provider_s_own_page(example: Edition) -> None:
    """Of each provider the same lists with the same days, or none."""
    listings = [row for row in TABLES["listings"].rows(example) if row["status"] == "ended"]
    for key in example.records.providers:
        shown = example.catalogue.provider_status(key) is not ListingStatus.SUSPENDED
        page = ended_words(example, example.catalogue.listings_by_provider.get(key, ())) if shown else ()
        days = [example.wording.day(row["valid_until"]) for row in listings if row["provider"] == key]
        assert len(days) == len(page) and all(words.endswith(day) for words, day in zip(page, days, strict=True))
    assert listings


@pytest.mark.parametrize("more", ["suspended: {from: 2018-08-01}", "suspended: {reason: Tauko}"])
def test_a_suspended_provider_is_in_no_file(project: Project, more: str) -> None:
    provider(project, more, name="Esimerkkikätketty Oy")
    files = publishing.published(publishing.edition_at(project.root))

    for path, data in files.items():
        if not path.endswith(".xlsx"):
            assert b"tketty" not in data and b"esimerkkihoiva" not in data, path
    assert json.loads(files["data/providers.json"]) == []


def test_a_suspended_listing_is_in_no_file_of_a_provider_that_has_another(project: Project) -> None:
    project.write(
        "providers/esimerkkihoiva.yaml",
        """\
        name: Esimerkkihoiva Oy
        business_id: 1234567-1
        locations:
          piilo: {name: Piilopirtti, address: {street: Piilotie 1}}
        listings:
          - voucher: ylojarvi/kotihoito
            locations: [piilo]
            suspended: {from: 2018-08-01, reason: Selvitys}
            prices: [{price: "99.90", unit: hour}]
          - register: ylojarvi/hoiva
            at_home: yes
            municipalities: [ylojarvi]
            prices: [{price: "45.00", unit: hour, vat: included}]
        """,
    )
    files = publishing.published(publishing.edition_at(project.root))

    assert b"45.00" in files["data/prices.csv"]
    for path, data in files.items():
        if not path.endswith(".xlsx") and "voucher" not in path:
            assert not any(word in data for word in (b"99.90", b"Piilo", b"Selvitys", b"piilo")), path


def test_no_suspended_provider_of_the_example_is_in_any_file(example: Edition, files: dict[str, bytes]) -> None:
    catalogue = example.catalogue
    suspended = [
        entry.record.name
        for key, entry in catalogue.records.providers.items()
        if catalogue.provider_status(key) is ListingStatus.SUSPENDED
    ]

    assert suspended
    texts = {path: data.decode() for path, data in files.items() if not path.endswith(".xlsx")}
    assert [(path, name) for path, text in texts.items() for name in suspended if name in text] == []


def test_whom_a_warning_was_accepted_for_is_in_no_file(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        assert b"accepted_warnings" not in data and b'"suspended"' not in data, path


def test_a_provider_is_told_by_its_key_as_among_all(example: Edition) -> None:
    for table in TABLES.values():
        if table.rows_of:
            keys = sorted(example.records.providers)
            assert list(table.rows(example)) == [row for key in keys for row in table.rows_of(example, key)]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
class TestColumns:
    """What a table promises of its columns holds in every row of the example."""

    def test_rows_have_no_cell_without_a_column(self, example: Edition, table: Any) -> None:
        names = {column.name for column in table.columns}

        assert len(names) == len(table.columns)
        assert {name for row in table.rows(example) for name in row} <= names

    def test_required_cells_are_filled_and_keys_are_unique(self, example: Edition, table: Any) -> None:
        found = list(table.rows(example))
        required = [column.name for column in table.columns if column.required]

        assert [(row, name) for row in found for name in required if row.get(name) is None] == []
        for name in table.key:
            assert len({row[name] for row in found}) == len(found)

    def test_every_reference_leads_to_a_row(self, example: Edition, table: Any) -> None:
        for column in table.columns:
            if column.refers:
                known = {row["key"] for row in TABLES[column.refers].rows(example)}
                assert {row.get(column.name) for row in table.rows(example)} - {None} <= known, column.name

    def test_money_is_whole_cents(self, example: Edition, table: Any) -> None:
        for column in table.columns:
            if column.kind is Kind.MONEY:
                assert {type(row.get(column.name)) for row in table.rows(example)} <= {int, type(None)}

    def test_no_row_is_there_twice(self, example: Edition, table: Any) -> None:
        found = [repr(sorted(row.items(), key=lambda item: item[0])) for row in table.rows(example)]

        assert len(found) == len(set(found))
