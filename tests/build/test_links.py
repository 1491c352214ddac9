"""Every link of the built site leads somewhere, in every language."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import ROOT, BuiltSite, built


class Addresses(HTMLParser):
    """What a page links to, and the fragments it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.fragments: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather the element's addresses."""
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.fragments.append(given["id"])
        if tag in ("a", "link") and "href" in given:
            self.targets.append(given["href"])
        if tag == "form":
            self.targets.append(given.get("action", ""))
        if tag in ("script", "img", "iframe", "source") and "src" in given:
            self.loaded.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "manifest", "apple-touch-icon"):
            self.loaded.append(given["href"])
        self.targets += [given[name] for name in ("data-index", "data-manifest") if name in given]


CUT = f"""
import runpy
globals().update(runpy.run_path({str(ROOT / "pelicanconf.py")!r}))
LIST_LONGEST = 3
"""
"""Settings under which every list of the example site is too long for a page."""


@pytest.fixture(scope="module", params=["whole", "cut"])
def site(site: BuiltSite, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site, as it is and with its lists cut as those of a large directory are."""
    if request.param == "whole":
        return site
    settings = tmp_path_factory.mktemp("settings") / "pelicanconf.py"
    settings.write_text(CUT, encoding="utf-8")
    return built(tmp_path_factory.mktemp("cut"), str(settings))


@pytest.fixture(scope="module")
def parsed(site: BuiltSite) -> dict[str, Addresses]:
    """Every page's addresses, by its own address."""
    found = {}
    for file in site.pages():
        page = Addresses()
        page.feed(file.read_text(encoding="utf-8"))
        found["/" + file.relative_to(site.output).as_posix().removesuffix("index.html")] = page
    return found


def target_file(output: Path, path: str) -> Path:
    """The file an address asks for."""
    place = output / unquote(path).lstrip("/")
    return place / "index.html" if path.endswith("/") else place


def test_every_internal_link_leads_to_a_file(site: BuiltSite, parsed: dict[str, Addresses]) -> None:
    broken = {
        f"{page} → {target}"
        for page, addresses in parsed.items()
        for target in addresses.targets + addresses.loaded
        if (parts := urlsplit(target)).scheme == ""
        and parts.path
        and not target_file(site.output, parts.path).is_file()
    }
    assert broken == set()


def test_every_fragment_exists_where_it_points(parsed: dict[str, Addresses]) -> None:
    broken = set()
    for page, addresses in parsed.items():
        for target in addresses.targets:
            parts = urlsplit(target)
            if parts.fragment and not parts.scheme:
                there = parsed.get(unquote(parts.path) or page)
                if there is None or unquote(parts.fragment) not in there.fragments:
                    broken.add(f"{page} → {target}")
    assert broken == set()


def test_no_identifier_stands_twice_on_a_page(parsed: dict[str, Addresses]) -> None:
    twice = {
        f"{page} #{name}"
        for page, addresses in parsed.items()
        for name in addresses.fragments
        if addresses.fragments.count(name) > 1
    }
    assert twice == set()


def test_nothing_is_loaded_from_another_host(parsed: dict[str, Addresses]) -> None:
    foreign = {
        f"{page} → {target}" for page, each in parsed.items() for target in each.loaded if urlsplit(target).netloc
    }
    assert foreign == set()


def test_every_page_that_wants_to_be_found_can_be_reached_from_the_front_page(
    site: BuiltSite, parsed: dict[str, Addresses]
) -> None:
    reached: set[str] = set()
    waiting = ["/fi/"]
    while waiting:
        page = waiting.pop()
        if page not in reached and page in parsed:
            reached.add(page)
            waiting += [
                unquote(urlsplit(target).path) for target in parsed[page].targets if not urlsplit(target).scheme
            ]
    unreached = set(parsed) - reached
    assert {
        page for page in unreached if 'content="noindex"' not in target_file(site.output, page).read_text()
    } == set()


def test_the_sheets_of_a_long_list_are_in_the_sitemap(site: BuiltSite, request: pytest.FixtureRequest) -> None:
    sheets = {file.parent.relative_to(site.output).as_posix() for file in site.pages() if "aakkosittain" in str(file)}
    named = set(re.findall(r"<loc>/(.+?)/</loc>", (site.output / "sitemap.xml").read_text("utf-8")))

    assert bool(sheets) == (request.node.callspec.params["site"] == "cut")
    assert sheets - named <= {"fi/tuottajat-aakkosittain"}
