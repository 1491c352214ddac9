"""The page about open data: every file and column of it, in three languages, and examples that run."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from provider_directory.outputs.data.tables import TABLES
from provider_directory.serve import running
from provider_directory.views import open_data
from provider_directory.views.data_examples import LOCAL
from provider_directory.views.edition import Edition
from provider_directory.views.page import Page
from provider_directory.views.site import site_of
from tests.conftest import ROOT
from tests.outputs.data import publishing
from tests.records.project import world
from tests.sites.building import SITES
from tests.views.editions import html


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The example in English, with its files."""
    return publishing.with_data(publishing.edition_at(ROOT, language="en"))


@pytest.fixture(scope="module")
def page(edition: Edition) -> str:
    """The page."""
    return html(edition, the_page(edition))


def the_page(edition: Edition) -> Page:
    """The page that tells of the files."""
    (page,) = (page for page in open_data.pages(edition) if page.frame.kind == "open-data")
    return page


def test_the_address_it_had_among_the_pages_of_text_leads_there(edition: Edition) -> None:
    former, _ = open_data.pages(edition)

    assert (former.frame.url, former.frame.redirect) == ("/en/about/avoin-data/", "/en/open-data/")


def test_every_file_is_linked_with_its_size(edition: Edition, page: str) -> None:
    paths = [file.path for table in edition.data for file in table.files]

    assert len(paths) == 5 * len(TABLES) + 14
    assert [path for path in paths if f'href="/{path}"' not in page] == []
    assert re.search(r'href="/data/prices\.csv">prices\.csv</a>\s*<span[^>]*>CSV for programs, \d+\s*kB</span>', page)


def test_every_column_is_named_and_explained(page: str) -> None:
    for table in TABLES.values():
        for column in table.columns:
            assert re.search(rf"[>\s]{column.name}[,<\s]", page), column.name
            assert column.about.replace("'", "&#39;") in page, column.about


def test_a_table_says_its_rows_and_columns(edition: Edition) -> None:
    view = open_data.open_data_view(edition)
    prices = next(table for table in view.tables if table.anchor == "prices")

    assert (prices.rows, prices.columns_words) == ("237 rows", f"{len(TABLES['prices'].columns)} columns")


def test_a_text_in_three_languages_is_explained_once(edition: Edition) -> None:
    view = open_data.open_data_view(edition)
    labels = [fact.label for fact in next(table for table in view.tables if table.anchor == "services").columns]

    assert labels[:3] == ["key", "name_fi, name_sv, name_en", "summary_fi, summary_sv, summary_en"]


def test_licence_day_and_package_are_told(page: str) -> None:
    assert "https://creativecommons.org/licenses/by/4.0/" in page
    assert "10 August 2018" in page
    assert 'href="/data/datapackage.json"' in page


def test_search_engines_are_told_of_a_dataset_with_every_file(edition: Edition) -> None:
    told = str(the_page(edition).frame.json_ld)

    assert '"@type": "Dataset"' in told or '"@type":"Dataset"' in told
    assert all(file.path in told for table in edition.data for file in table.files)


def test_what_the_organiser_writes_about_open_data_stands_on_the_page(edition: Edition, page: str) -> None:
    own = edition.records.pages["avoin-data"]

    assert own.title("en") in page and own.summary("en") in page


def test_without_a_text_of_the_organiser_there_is_a_page_all_the_same() -> None:
    edition = publishing.with_data(publishing.edition_at(SITES / "minimal", language="en"))
    view = open_data.open_data_view(edition)

    assert (view.heading, view.body) == ("Open data", None)


@pytest.mark.parametrize("site", [ROOT, SITES / "minimal"])
def test_the_footer_leads_there_once(site: Path) -> None:
    edition = publishing.edition_at(site, language="en")
    urls = [link.url for group in site_of(edition, "/en/").footer for link in group.links]

    assert urls.count("/en/open-data/") == 1


def test_a_site_that_has_no_page_of_text_leads_there_too(tmp_path: Path) -> None:
    project = world(tmp_path)
    urls = [link.url for group in site_of(publishing.edition_at(project.root), "/fi/").footer for link in group.links]

    assert "/fi/avoin-data/" in urls


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the example's files are served; programs run in an empty folder beside them."""
    publishing.write(tmp_path / "site", publishing.published(publishing.edition_at(ROOT)))
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(tmp_path / "own")
    with running(tmp_path / "site") as url:
        yield url


def said_by(edition: Edition, number: int, url: str) -> list[str]:
    """What an example on the page prints when it is run as it stands."""
    code = open_data.open_data_view(edition).examples[number][1]
    assert LOCAL in code
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(code.replace(LOCAL, url), {})
    return said.getvalue().splitlines()


def test_the_cheapest_prices_are_printed(edition: Edition, served: str) -> None:
    lines = said_by(edition, 0, served)

    assert len(lines) == 5 and all(re.fullmatch(r"\d+\.\d\d EUR [a-z0-9-]+", line) for line in lines)


def test_every_file_can_be_fetched_and_is_whole(edition: Edition, served: str, tmp_path: Path) -> None:
    lines = said_by(edition, 2, served)
    here = {file.relative_to(tmp_path / "own").as_posix() for file in (tmp_path / "own").rglob("*.*")}

    assert here == {file.path for table in edition.data for file in table.files} | {"data/datapackage.json"}
    assert len(lines) == len(here) - 1 and all(line.startswith("whole ") for line in lines)


def test_the_command_names_a_file_that_is_there(edition: Edition) -> None:
    code = open_data.open_data_view(edition).examples[1][1]

    assert f"{LOCAL}/data/listings.ndjson" in code
    assert "data/listings.ndjson" in {file.path for table in edition.data for file in table.files}
