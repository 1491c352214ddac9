"""Makes the files of open data as a build does, without the rest of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.outputs.data import package
from provider_directory.outputs.data.files import data_files, described_table, subjects
from provider_directory.records.reading import read_records
from provider_directory.settings import Settings
from provider_directory.views.data_tables import DataFile
from provider_directory.views.edition import Edition
from provider_directory.views.wording import Wording, load_translations
from tests.conftest import ROOT

DAY = date(2018, 8, 10)


def edition_at(root: Path, day: date = DAY, language: str = "fi") -> Edition:
    """The edition of a project in a language."""
    records, problems = read_records(root)
    assert problems == []
    settings = Settings(
        root=root, output=root / "output", theme=ROOT / "theme", as_of=day, site_name={"fi": "Opas", "en": "Guide"}
    )
    wording = Wording(language, load_translations(settings.theme / "locale", language))
    return Edition(catalogue=Catalogue(records=records, as_of=day), settings=settings, wording=wording, assets="/theme")


def published(edition: Edition) -> dict[str, bytes]:
    """Every file below data/, by its path."""
    return dict(files(edition))


def with_data(edition: Edition) -> Edition:
    """The edition that knows what was made, as pages are given it."""
    tables = []
    for subject in subjects(replace(edition, wording=Wording("fi", edition.wording.translations))):
        made = data_files(edition, subject)
        told = [DataFile(path=path, size=len(data), sha256=sha256(data).hexdigest()) for path, data in made.files]
        tables.append(described_table(subject, made.rows, told))
    return replace(edition, data=tuple(tables))


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The tables and records, then the package that describes them."""
    for subject in subjects(edition):
        yield from data_files(edition, subject).files
    yield from package.files(with_data(edition), None)


def write(folder: Path, found: dict[str, bytes]) -> Path:
    """The files on a disk; the path of the package."""
    for path, data in found.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder / "data/datapackage.json"
