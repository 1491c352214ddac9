"""Addresses: localised, readable, and one file each."""

from __future__ import annotations

import pytest

from provider_directory.model import LANGUAGES
from provider_directory.records.collections import Records
from provider_directory.views.links import PLACES, Links, file_of


def test_every_place_has_an_address_in_every_language() -> None:
    assert all(set(words) == set(LANGUAGES) for words in PLACES.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_places_share_an_address(language: str) -> None:
    links = Links(Records(), language)

    addresses = [links.place(name) for name in PLACES]

    assert len(set(addresses)) == len(addresses)


def test_addresses_are_in_the_readers_language() -> None:
    assert Links(Records(), "fi").voucher("ylojarvi/paivatoiminta") == "/fi/palvelusetelit/ylojarvi/paivatoiminta/"
    assert Links(Records(), "sv").provider("esimerkki") == "/sv/producenter/esimerkki/"
    assert Links(Records(), "en").place("search") == "/en/search/"


def test_a_former_name_becomes_an_address() -> None:
    links = Links(Records(), "fi")

    assert links.former_voucher("jyvaskyla", "Tuetun kotona asumisen seteli") == (
        "/fi/palvelusetelit/jyvaskyla/tuetun-kotona-asumisen-seteli/"
    )


def test_an_address_names_its_file() -> None:
    assert file_of("/fi/") == "fi/index.html"
    assert file_of("/fi/404.html") == "fi/404.html"
