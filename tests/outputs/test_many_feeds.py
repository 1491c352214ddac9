"""Feeds and calendars of a directory of 2,000 providers: all valid, none longer than it may be."""

from __future__ import annotations

from collections.abc import Iterator

import feedparser
import icalendar
import pytest

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.outputs import calendars, feeds
from provider_directory.records.checked import checked_records
from provider_directory.records.rules.rule import Context
from provider_directory.settings import Settings
from provider_directory.views.edition import Edition
from provider_directory.views.wording import Wording, load_translations
from tests.conftest import ROOT
from tests.generate.tree import write_directory
from tests.outputs import strict_atom, strict_ical
from tests.records.project import DAY


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """The directory in every language, under a host's name."""
    root = tmp_path_factory.mktemp("many") / "project"
    write_directory(ROOT, root, 2000, 1, everywhere=True)
    records, _ = checked_records(root, Context(as_of=DAY))
    catalogue = Catalogue(records=records, as_of=DAY)
    settings = Settings(
        root=root,
        output=root / "output",
        theme=ROOT / "theme",
        as_of=DAY,
        site_url="https://opas.example.fi",
        site_name={"fi": "Opas"},
    )
    return [
        Edition(
            catalogue=catalogue,
            settings=settings,
            wording=Wording(language, load_translations(ROOT / "theme/locale", language)),
            assets="/theme",
        )
        for language in ("fi", "sv", "en")
    ]


def made(editions: list[Edition], kind: object) -> Iterator[tuple[str, bytes]]:
    """All files of a kind."""
    for edition in editions:
        for subject in kind.subjects(edition):  # type: ignore[attr-defined]
            yield from kind.files(edition, subject)  # type: ignore[attr-defined]


def test_every_feed_is_valid_and_a_reader_reads_it(editions: list[Edition]) -> None:
    number = 0
    for name, data in made(editions, feeds):
        read = feedparser.parse(data, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
        assert (strict_atom.faults(data), read.bozo) == ([], False), name
        assert len(read.entries) <= 100, name
        number += len(read.entries)

    assert number > 10_000


def test_every_calendar_is_valid_and_opens(editions: list[Edition]) -> None:
    for name, data in made(editions, calendars):
        assert strict_ical.faults(data) == [], name
        assert icalendar.Calendar.from_ical(data).errors == [], name
