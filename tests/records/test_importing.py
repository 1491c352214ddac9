"""Export and import: the same records come back, and nothing is written that would not be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from provider_directory.outputs.data.public import public_entries
from provider_directory.outputs.data.records import KINDS, record_lines, records_text
from provider_directory.problems import errors
from provider_directory.records.checked import checked_records
from provider_directory.records.collections import Entry, Records
from provider_directory.records.folders import FOLDERS
from provider_directory.records.importing import Imported, NotRecords, imported
from provider_directory.records.json_schema import schema_of, schemas
from provider_directory.records.reading import read_records
from provider_directory.records.rules.rule import Context
from provider_directory.views.edition import Edition
from tests.conftest import ROOT
from tests.outputs.data import publishing
from tests.sites.building import SITES


def written(folder: Path, found: Imported) -> Path:
    """A project that has what an import would write."""
    for name, text in [*found.files.items(), *((name, "\n".join(texts)) for name, texts in found.entries.items())]:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def exported(edition: Edition) -> list[bytes]:
    """The files of all kinds."""
    return [records_text(edition, kind, record_lines(edition, kind)) for kind in KINDS]


def said(entry: Entry[Any]) -> tuple[Any, ...]:
    """All that an editor wrote of a record."""
    texts = {language: (each.record, each.source.body) for language, each in entry.translations.items()}
    return entry.key, entry.record, entry.source.body, texts


@pytest.fixture(scope="module")
def example() -> Edition:
    """The example site on its own day."""
    return publishing.edition_at(ROOT)


@pytest.fixture(scope="module")
def again(example: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, exported and imported into an empty project."""
    found = imported(exported(example), Records())
    assert found.problems == []
    return written(tmp_path_factory.mktemp("again"), found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_comes_back_as_it_was_in_the_same_order(example: Edition, again: Path, kind: str) -> None:
    records, problems = read_records(again)
    public = [said(entry) for entry in public_entries(example.catalogue, kind)]

    assert problems == []
    assert public
    assert [said(entry) for entry in getattr(records, kind).values()] == public


def test_what_comes_back_passes_every_check(example: Edition, again: Path) -> None:
    _, problems = checked_records(again, Context(as_of=example.catalogue.as_of))

    assert errors(problems) == []


def test_what_comes_back_is_exported_as_the_same_bytes(example: Edition, again: Path) -> None:
    assert exported(publishing.edition_at(again)) == exported(example)


def test_public_records_differ_from_the_written_ones_only_in_what_is_left_out(example: Edition) -> None:
    """Of the example's vouchers, events and organisers nothing but accepted warnings is left out."""
    for kind in ("vouchers", "events", "organisers", "registers", "services", "pages"):
        for entry in public_entries(example.catalogue, kind):
            own = getattr(example.records, kind)[entry.key].record
            assert entry.record == own.model_copy(update={"accepted_warnings": []})


@pytest.mark.parametrize("kind", KINDS)
def test_exported_records_are_as_the_published_schemas_have_them(example: Edition, kind: str) -> None:
    schema = schemas()[schema_of(kind)]
    validator = jsonschema.Draft202012Validator(schema)
    alone = {attribute for _, _, attribute, _ in FOLDERS}
    for line in record_lines(example, kind):
        entry = json.loads(line)
        validator.validate(entry["record"] if kind in alone else {entry["key"]: entry["record"]})


def test_what_is_there_stays_as_it_is(example: Edition) -> None:
    found = imported(exported(example), example.records)

    assert (found.number, found.files, found.entries) == (0, {}, {})
    assert found.present == sum(len(list(public_entries(example.catalogue, kind))) for kind in KINDS)


def test_a_lacking_record_is_added_beside_the_others(tmp_path: Path) -> None:
    site = shutil.copytree(SITES / "minimal", tmp_path / "site", ignore=shutil.ignore_patterns(".cache"))
    documents = exported(publishing.edition_at(SITES / "minimal"))
    (site / "providers/esimerkkihoiva.yaml").unlink()
    found = imported(documents, read_records(site)[0])

    assert (found.number, list(found.files)) == (1, ["providers/esimerkkihoiva.yaml"])


def document(kind: str = "providers", **entry: Any) -> bytes:
    """An exported file of one record."""
    return json.dumps({"format": 1, "kind": kind, "records": [entry]}).encode()


FIT = {"name": "Esimerkki Oy", "business_id": "1234567-1", "listings": []}


@pytest.mark.parametrize(
    "key", ["../../etc/passwd", "/etc/passwd", "a/b", "..", "A", "a b", "a\nb", "", "con.yaml", "-a", "esimerkki.sv"]
)
def test_a_key_leads_into_no_other_folder(key: str) -> None:
    found = imported([document(key=key, record=FIT)], Records())

    assert "file" in {problem.rule for problem in found.problems}


def test_a_language_leads_into_no_other_folder() -> None:
    texts = {"../../x": {"record": {"title": "A"}}}
    found = imported([document("events", key="a", record={}, translations=texts)], Records())

    assert "file" in {problem.rule for problem in found.problems}


def test_a_record_that_would_not_be_read_is_told_with_its_line() -> None:
    (problem,) = imported([document(key="a", record={**FIT, "business_id": "1234567-2"})], Records()).problems

    assert str(problem) == (
        'line 2    business_id: "1234567-2" has the wrong check digit: 1234567 takes 1. Check the digits. [field]'
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "This is not JSON that can be read."),
        (b"[" * 100_000, "This is not JSON that can be read."),
        (b"[]", "This is no file of whole records. They are in the folder records/ of the open data."),
        (
            b'{"kind": "providers", "format": 9}',
            "These records are written in format 9; this program reads format 1.",
        ),
        (
            b'{"kind": "providers", "format": 1, "records": [{"key": 1}]}',
            "Each record needs a key that is fit for a file name, and its fields.",
        ),
        (
            b'{"kind": "events", "format": 1, "records": [{"key": "a", "record": {}, "translations": []}]}',
            "Each record needs a key that is fit for a file name, and its fields.",
        ),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(NotRecords) as told:
        imported([data], Records())

    assert str(told.value) == sentence
