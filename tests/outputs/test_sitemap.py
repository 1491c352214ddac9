"""sitemap.xml, robots.txt and the headers of the built site."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from provider_directory.outputs.made import Known
from provider_directory.outputs.sitemap import MOST, files
from provider_directory.serve import answer
from tests.conftest import BuiltSite, built
from tests.records.project import world
from tests.views.editions import edition_of

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "https://opas.example.fi"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site as it is published under a host's name."""
    return built(tmp_path_factory.mktemp("published"), "publishconf.py", SITEURL=HOST)


@pytest.fixture(scope="module")
def entries(published: BuiltSite) -> dict[str, dict[str, str]]:
    """The alternates of each address in the sitemap."""
    tree = ET.parse(published.output / "sitemap.xml")
    return {
        entry.findtext("s:loc", "", NAMES): {
            link.get("hreflang", ""): link.get("href", "") for link in entry.findall("x:link", NAMES)
        }
        for entry in tree.getroot().findall("s:url", NAMES)
    }


def test_every_entry_has_itself_and_the_two_other_languages(entries: dict[str, dict[str, str]]) -> None:
    assert entries
    for location, alternates in entries.items():
        assert set(alternates) == {"fi", "sv", "en"}
        assert location in alternates.values()


def test_alternates_point_back_at_each_other(entries: dict[str, dict[str, str]]) -> None:
    for location, alternates in entries.items():
        assert all(entries[other] == alternates for other in alternates.values()), location


def test_every_entry_is_a_page_that_wants_to_be_found(published: BuiltSite, entries: dict[str, dict[str, str]]) -> None:
    for location in entries:
        page = published.page(location.removeprefix(HOST))
        assert 'content="noindex"' not in page
        assert f'<link rel="canonical" href="{location}">' in page


def test_pages_name_their_alternates_with_the_host(published: BuiltSite) -> None:
    page = published.page("/fi/")

    assert f'<link rel="alternate" hreflang="sv" href="{HOST}/sv/">' in page


def test_pages_that_do_not_want_to_be_found_are_left_out(
    published: BuiltSite, entries: dict[str, dict[str, str]]
) -> None:
    for file in published.pages():
        if 'content="noindex"' in file.read_text(encoding="utf-8"):
            path = "/" + file.relative_to(published.output).as_posix().removesuffix("index.html")
            assert path == "/" or HOST + path not in entries


def test_robots_are_shown_the_sitemap(published: BuiltSite) -> None:
    assert f"Sitemap: {HOST}/sitemap.xml" in (published.output / "robots.txt").read_text()


def test_the_served_site_carries_a_policy_without_inline_script(site: BuiltSite) -> None:
    headers = dict(answer(site.output, "/fi/").headers)

    policy = headers["Content-Security-Policy"]
    assert "'unsafe" not in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy


def test_no_page_needs_more_than_the_policy_allows(site: BuiltSite) -> None:
    for file in site.pages():
        text = file.read_text(encoding="utf-8")
        inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>", text)
        assert not inline and "<style" not in text and not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", text), file


def test_files_that_never_change_may_be_kept_for_ever(site: BuiltSite) -> None:
    sheet = next(Path(site.output, "theme").rglob("main.css")).relative_to(site.output).as_posix()

    assert "immutable" in dict(answer(site.output, f"/{sheet}").headers)["Cache-Control"]


def test_more_addresses_than_one_file_may_have_are_cut_into_several(tmp_path: Path) -> None:
    plain = edition_of(world(tmp_path))
    edition = replace(plain, settings=replace(plain.settings, site_url=HOST))
    pages = [
        Known(f"/fi/{number:06}/", f"{HOST}/fi/{number:06}/", (("fi", f"{HOST}/fi/{number:06}/"),), noindex=False)
        for number in range(2 * MOST + 1)
    ]
    made = dict(files([edition], pages))
    named = [entry.text for entry in ET.fromstring(made["sitemap.xml"]).iterfind("s:sitemap/s:loc", NAMES)]
    parts = [ET.fromstring(made[(name or "").removeprefix(f"{HOST}/")]).findall("s:url", NAMES) for name in named]

    assert named == [f"{HOST}/sitemap-{number}.xml" for number in (1, 2, 3)]
    assert [len(part) for part in parts] == [MOST, MOST, 1]
