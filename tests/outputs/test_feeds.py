"""Feeds: valid, in three languages, the same for ever, and silent on what may not be told."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import feedparser
import pytest

from provider_directory.outputs import feeds
from provider_directory.views.links import file_of
from tests.conftest import BuiltSite
from tests.outputs.strict_atom import ATOM, faults
from tests.records.project import world
from tests.views.conftest import Town

HOST = "https://opas.example.fi"
VOUCHER = ("voucher", "ylojarvi/kotihoito")


@pytest.fixture(scope="module")
def published(hosted: BuiltSite) -> dict[str, bytes]:
    """Every feed of it."""
    return {
        file.relative_to(hosted.output).as_posix(): file.read_bytes() for file in sorted(hosted.output.rglob("*.atom"))
    }


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """A small town without providers."""
    project = world(tmp_path)
    project.remove("providers/esimerkkihoiva.yaml")
    return Town(project)


def titles(data: bytes) -> list[str]:
    """What the entries of a feed say."""
    return [each.text or "" for each in ET.fromstring(data).findall(f"{ATOM}entry/{ATOM}title")]


def feed_of(town: Town, day: date, subject: tuple[str, str] = VOUCHER) -> bytes:
    """The English feed of a small town."""
    ((_, data),) = feeds.files(town.edition(day), subject)
    return data


class TestTheExampleSite:
    """What is published is what feed readers read."""

    def test_every_feed_is_valid(self, published: dict[str, bytes]) -> None:
        assert len(published) > 100
        assert {name: found for name, data in published.items() if (found := faults(data))} == {}

    def test_a_feed_reader_reads_every_feed(self, published: dict[str, bytes]) -> None:
        for name, data in published.items():
            read = feedparser.parse(data, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
            assert (read.bozo, read.version, read.feed.language) == (False, "atom10", name[:2]), name
            assert [entry.title for entry in read.entries] == titles(data), name

    def test_they_are_told_in_words(self, published: dict[str, bytes]) -> None:
        told = [title for name, data in published.items() if name.startswith("fi/") for title in titles(data)]

        assert any("→" in title and "€" in title for title in told)
        assert len(set(told)) > 50

    def test_nothing_is_told_that_is_not_known_on_the_day(self, published: dict[str, bytes]) -> None:
        days = {each.text or "" for data in published.values() for each in ET.fromstring(data).iter(f"{ATOM}updated")}

        assert max(days) <= "2018-08-10T00:00:00+03:00"

    def test_one_that_is_withdrawn_for_a_time_is_in_none(self, published: dict[str, bytes]) -> None:
        assert not [name for name, data in published.items() if b"Esimerkki Arjen Apu" in data]

    def test_the_same_change_has_the_same_name_in_every_feed_of_a_language(self, published: dict[str, bytes]) -> None:
        names: dict[str, set[str]] = {}
        for name, data in published.items():
            for entry in ET.fromstring(data).findall(f"{ATOM}entry"):
                key = entry.findtext(f"{ATOM}id") or ""
                names.setdefault(key, set()).add(f"{name[:2]} {ET.tostring(entry).decode().strip()}")

        assert {key: told for key, told in names.items() if len(told) > 1} == {}

    def test_every_address_in_a_feed_is_a_page(self, hosted: BuiltSite, published: dict[str, bytes]) -> None:
        links = {
            link.get("href", "") for data in published.values() for link in ET.fromstring(data).iter(f"{ATOM}link")
        }

        assert {link for link in links if not (hosted.output / file_of(link.removeprefix(HOST))).is_file()} == set()

    def test_pages_name_their_feeds(self, hosted: BuiltSite) -> None:
        page = hosted.page("/fi/jarjestajat/jyvaskyla/")
        address = "/fi/jarjestajat/jyvaskyla/muutokset.atom"

        assert '<link rel="alternate" type="application/atom+xml" title="' in page.partition("</head>")[0]
        assert page.count(f'href="{address}"') == 2


class TestTheirNames:
    """An entry keeps its name, whatever else changes."""

    def test_names_are_the_same_for_ever(self, town: Town) -> None:
        town.home_care("esimerkki-a", "price: 40.00, unit: hour", more="  from: 2018-02-01\n")
        names = [each.text for each in ET.fromstring(feed_of(town, date(2018, 8, 10))).iter(f"{ATOM}id")]

        assert names == [
            "urn:uuid:880d7be0-0289-53d3-9d19-55500e8ef749",
            "urn:uuid:85599820-16ae-57ae-9097-e19995dfd60f",
        ]

    def test_a_new_day_leaves_a_feed_as_it_is(self, town: Town) -> None:
        town.home_care("esimerkki-a", "price: 40.00, unit: hour", more="  from: 2018-02-01\n")

        assert feed_of(town, date(2018, 8, 10)) == feed_of(town, date(2018, 8, 11))

    def test_a_feed_in_which_nothing_stands_is_valid(self, town: Town) -> None:
        assert titles(feed_of(town, date(2018, 8, 10))) == []


class TestTheirWords:
    """One sentence for each change."""

    def test_a_coming_price_of_a_time_of_the_week(self, town: Town) -> None:
        town.home_care(
            "esimerkki-a",
            "price: 55.80, unit: hour, variant: sunday, until: 2018-02-28",
            "price: 57.00, unit: hour, variant: sunday, from: 2018-03-01",
            facts="time_bands:\n  sunday: {name: {fi: Sunnuntai, en: Sunday}, days: [sun]}\n",
        )

        assert titles(feed_of(town, date(2018, 8, 10))) == [
            "Esimerkki A Oy, Sunday: price €55.80 → €57.00/hour from 1 March 2018"
        ]

    def test_an_end(self, town: Town) -> None:
        town.home_care("esimerkki-a", more="  until: 2018-07-31\n")

        assert titles(feed_of(town, date(2018, 8, 10))) == ["Ended: Esimerkki A Oy, Home care voucher"]
