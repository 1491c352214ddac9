"""The data package: frictionless reads every file by it and finds no fault; a fault it would find."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import frictionless
import pytest

from provider_directory.model import LANGUAGES
from provider_directory.outputs.data.package import package
from provider_directory.outputs.data.tables import TABLES
from provider_directory.views.edition import Edition
from tests.conftest import ROOT
from tests.generate.tree import write_directory
from tests.outputs.data import publishing
from tests.sites.building import SITES


def faults(descriptor: Path) -> list[str]:
    """What frictionless says of a package and all its files."""
    report = frictionless.Package(str(descriptor)).validate()
    own = [error.message for error in report.errors]
    return own + [f"{task.name}: {error.type} {error.message}" for task in report.tasks for error in task.errors]


@pytest.fixture
def described(files: dict[str, bytes]) -> dict[str, Any]:
    """The example's package."""
    found: dict[str, Any] = json.loads(files["data/datapackage.json"])
    return found


def test_frictionless_finds_no_fault_in_the_example(files: dict[str, bytes], tmp_path: Path) -> None:
    assert faults(publishing.write(tmp_path, files)) == []


def test_frictionless_finds_no_fault_where_tables_are_empty(tmp_path: Path) -> None:
    assert faults(publishing.write(tmp_path, publishing.published(publishing.edition_at(SITES / "minimal")))) == []


def test_frictionless_finds_no_fault_at_two_thousand_providers(tmp_path: Path) -> None:
    write_directory(ROOT, tmp_path / "project", 2_000, 1, everywhere=False)
    files = publishing.published(publishing.edition_at(tmp_path / "project"))

    assert len(json.loads(files["data/providers.json"])) > 1_900
    assert faults(publishing.write(tmp_path, files)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("prices.csv", b"38.50", b"38.5o", "type-error"),
        ("listings.csv", b",current,", b",perhaps,", "constraint-error"),
        ("listings-excel.csv", b";jyvaskyla;", b";jyvaskylo;", "foreign-key"),
        ("providers.json", b"Oy", b"Ay", "hash-count"),
        ("records/providers.json", b"Oy", b"Ay", "hash-count"),
    ],
)
def test_a_fault_would_be_found(
    files: dict[str, bytes], tmp_path: Path, file: str, old: bytes, new: bytes, fault: str
) -> None:
    changed = files[f"data/{file}"].replace(old, new, 1)
    assert changed != files[f"data/{file}"]
    found = faults(publishing.write(tmp_path, files | {f"data/{file}": changed}))

    assert any(fault in each for each in found), found


def test_every_file_is_described_with_its_size_hash_day_licence_and_source(
    files: dict[str, bytes], described: dict[str, Any]
) -> None:
    told = {f"data/{each['path']}": each for each in described["resources"]}

    assert set(told) == set(files) - {"data/datapackage.json"}
    for path, each in told.items():
        assert (each["bytes"], each["hash"]) == (len(files[path]), f"sha256:{sha256(files[path]).hexdigest()}")
        assert each["as_of"] == "2018-08-10"
        assert each["licenses"][0]["name"] == "CC-BY-4.0"
        assert each["sources"] and all(source["title"] for source in each["sources"])


def test_names_are_unique_and_fit_for_addresses(described: dict[str, Any]) -> None:
    names = [each["name"] for each in described["resources"]]

    assert len(set(names)) == len(names)
    assert all(name.replace("_", "").replace("-", "").isalnum() and name == name.lower() for name in names)


def test_every_column_has_a_type_and_a_sentence_and_money_its_unit(described: dict[str, Any]) -> None:
    tables = {each["name"]: each for each in described["resources"] if "schema" in each}
    price = next(field for field in tables["prices"]["schema"]["fields"] if field["name"] == "price")

    assert set(TABLES) <= set(tables)
    for each in tables.values():
        assert all(field["type"] and field["description"].endswith(".") for field in each["schema"]["fields"])
    assert (price["type"], price["unit"], price["constraints"]) == ("number", "EUR", {"required": True, "minimum": 0})


def test_the_licence_is_the_site_s_own(example: Edition) -> None:
    settings = replace(example.settings, data_licence="CC0-1.0", site_url="https://opas.example.fi")
    made = package(replace(example, settings=settings))

    assert made["licenses"][0]["path"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert made["homepage"] == "https://opas.example.fi/fi/avoin-data/"


def test_only_the_first_language_makes_files() -> None:
    made = [publishing.edition_at(SITES / "minimal", language=language) for language in LANGUAGES]
    from provider_directory.outputs.data.files import subjects

    assert [bool(list(subjects(edition))) for edition in made] == [True, False, False]
