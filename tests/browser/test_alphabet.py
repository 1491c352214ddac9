"""Our alphabetical order is ICU's, which the browser has."""

from __future__ import annotations

import random

import pytest

from provider_directory.records.reading import read_records
from provider_directory.views.wording import alphabetical
from tests.browser.conftest import OpenPage
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

TRICKY = (
    *(
        "Ääri",
        "Aari",
        "Åari",
        "Öinen",
        "Oinen",
        "Zorro",
        "Vesa",
        "Wesa",
        "Vesi",
        "Yrjö",
        "Ülo",
        "Lähi-Hoiva",
        "Lähihoiva",
    ),
    *(
        "Lähi Hoiva",
        "3. apu",
        "10 apua",
        "A & O",
        "A/O Hoiva",
        "Hoiva (Jämsä)",
        "Hoiva, Jämsä",
        "Hoiva Jämsä",
        "Hoiva",
        "Æro",
        "Øre",
    ),
)


def test_names_are_sorted_as_icu_sorts_finnish(open_page: OpenPage) -> None:
    records, _ = read_records(ROOT)
    names = [*TRICKY, *(entry.record.name for entry in records.providers.values())]
    names += [
        entry.record.name.fi for noun in ("services", "municipalities") for entry in getattr(records, noun).values()
    ]
    names = sorted(set(names))
    random.Random(1).shuffle(names)

    by_icu = open_page("/fi/").evaluate("names => names.sort(new Intl.Collator('fi').compare)", names)

    assert sorted(names, key=alphabetical) == by_icu
