"""Records of several sizes for what is made besides pages, and the example site as it is published under a host's name."""

from __future__ import annotations

from datetime import date

import pytest

from provider_directory.views.edition import Edition
from tests.conftest import ROOT, BuiltSite, built
from tests.generate.tree import write_directory
from tests.outputs.answers import edition_of


@pytest.fixture(scope="session")
def example() -> Edition:
    """The example site."""
    return edition_of(ROOT)


@pytest.fixture(scope="session")
def later() -> Edition:
    """The example site on the day Ylöjärvi's page was updated, before it has an address of its own."""
    return edition_of(ROOT, date(2019, 6, 17), site_url="")


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A generated site of 2,000 providers all over the country."""
    folder = tmp_path_factory.mktemp("large") / "site"
    write_directory(ROOT, folder, 2000, 1, everywhere=True)
    return edition_of(folder)


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site under https://opas.example.fi, built once."""
    return built(tmp_path_factory.mktemp("hosted"), "publishconf.py", SITEURL="https://opas.example.fi")
