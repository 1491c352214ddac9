"""The smallest whole directory: built by Pelican without a word of warning, the same bytes wherever and whenever."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.sites.building import SITES, build, copy_of, published

PAGES = {
    "404.html": "not-found",
    "avoin-data/index.html": "open-data",
    "haku/index.html": "search",
    "index.html": "home",
    "jarjestajat/esimerkkila/index.html": "organiser",
    "jarjestajat/esimerkkila/tyopoyta/index.html": "desk",
    "kunnat/esimerkkila/index.html": "municipality",
    "kunnat/esimerkkila/kodin-siivous/index.html": "approved-list",
    "kunnat/esimerkkila/kotihoito/index.html": "approved-list",
    "kunnat/index.html": "municipalities",
    "kunnat/naapuri/index.html": "municipality",
    "kunnat/naapuri/kodin-siivous/index.html": "approved-list",
    "mallit/index.html": "patterns",
    "palvelusetelit/esimerkkila/index.html": "leads-on",
    "palvelusetelit/esimerkkila/kotiapuseteli/index.html": "former-voucher",
    "palvelusetelit/esimerkkila/kotihoito/index.html": "voucher",
    "palvelusetelit/index.html": "vouchers",
    "palvelut/index.html": "services",
    "palvelut/kodin-siivous/index.html": "service",
    "palvelut/kotihoito/index.html": "service",
    "rajapinta/hsds/index.html": "hsds",
    "rajapinta/index.html": "api",
    "rekisterit/esimerkkila/index.html": "leads-on",
    "rekisterit/esimerkkila/siivous/index.html": "register",
    "rekisterit/index.html": "registers",
    "tietoja/index.html": "leads-on",
    "tietoja/tietoa/index.html": "editorial",
    "tilaisuudet/2018-06-01-koulutus/index.html": "event",
    "tilaisuudet/2018-08-16-info/index.html": "event",
    "tilaisuudet/index.html": "events",
    "tuottajalle/index.html": "for-providers",
    "tuottajat/esimerkkihoiva/index.html": "provider",
    "tuottajat/esimerkkisiivous/index.html": "provider",
    "tuottajat/index.html": "providers",
    "upota/esimerkkila/index.html": "embed",
    "upota/esimerkkila/kunnat/esimerkkila/index.html": "embed",
    "upota/esimerkkila/kunnat/esimerkkila/kodin-siivous/index.html": "embed",
    "upota/esimerkkila/kunnat/esimerkkila/kotihoito/index.html": "embed",
    "upota/esimerkkila/palvelusetelit/kotihoito/index.html": "embed",
    "upota/esimerkkila/rekisterit/siivous/index.html": "embed",
    "upota/esimerkkila/tilaisuudet/index.html": "embed",
    "upota/kaikki/kunnat/naapuri/index.html": "embed",
    "upota/kaikki/kunnat/naapuri/kodin-siivous/index.html": "embed",
    "upota/kaikki/tilaisuudet/index.html": "embed",
    "vertailu/index.html": "compare",
}
"""Every Finnish page, and its kind."""

BESIDES = {
    ".htaccess",
    ".published",
    "404.html",
    "_headers",
    "_nginx.conf",
    "_redirects",
    "api/*.json",
    "data/*",
    "hsds/*.json",
    "embed/height.js",
    "embed/provider-list.js",
    "embed/provider-list.js.integrity",
    "index.html",
    "prices/*.json",
    "robots.txt",
    "schema/*.json",
    "search/*.json",
    "sitemap.xml",
    "theme/*",
}
"""Everything else."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once."""
    folder = tmp_path_factory.mktemp("minimal")
    done = build(SITES / "minimal", folder)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert not re.search("warning|error|critical", done.stdout, re.IGNORECASE), done.stdout
    return folder


def kinds(output: Path, language: str) -> dict[str, str]:
    """Every page of a language, and its kind; files beside pages have none."""
    found = {}
    for file, data in published(output / language).items():
        if not file.endswith(".html"):
            continue
        (kind,) = re.findall(r'<body class="page page--([a-z-]+)"', data.decode())
        found[file] = kind
    return found


def besides(file: str) -> str:
    """A file that is no page of a language, by its kind."""
    whole = re.sub(r"^(data|theme)/.*", r"\1/*", file)
    return re.sub(r"^(api|hsds|prices|schema|search)/.+\.json$", r"\1/*.json", whole)


def test_every_kind_of_page_is_there(output: Path) -> None:
    assert kinds(output, "fi") == PAGES


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_language_has_the_same_pages(output: Path, language: str) -> None:
    assert Counter(kinds(output, language).values()) == Counter(PAGES.values())


def test_nothing_else_is_published_than_is_told_here(output: Path) -> None:
    others = {besides(file) for file in published(output) if file.partition("/")[0] not in ("fi", "sv", "en")}

    # Without git, as in a copy of this project, the site holds what the next build has to know.
    assert others - {"feeds/state.json"} == BESIDES


def test_beside_pages_stand_their_feeds_and_calendars(output: Path) -> None:
    assert [file for file in published(output / "fi") if file.endswith((".atom", ".ics"))] == [
        "jarjestajat/esimerkkila/muutokset.atom",
        "jarjestajat/esimerkkila/tilaisuudet.ics",
        "kunnat/esimerkkila/muutokset.atom",
        "kunnat/naapuri/muutokset.atom",
        "palvelusetelit/esimerkkila/kotihoito/muutokset.atom",
        "palvelusetelit/esimerkkila/kotihoito/tilaisuudet.ics",
        "tilaisuudet/2018-06-01-koulutus/2018-06-01-koulutus.ics",
        "tilaisuudet/2018-08-16-info/2018-08-16-info.ics",
        "tilaisuudet/tilaisuudet.ics",
    ]


def test_a_second_build_changes_nothing(output: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in output.rglob("*")}
    done = build(SITES / "minimal", output)

    assert " files (" in done.stdout and "; 0 changed, 0 removed." in done.stdout
    assert {file: file.stat().st_mtime_ns for file in output.rglob("*")} == before


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"},
    ],
)
def test_the_bytes_are_the_same_on_every_machine(output: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    done = build(SITES / "minimal", tmp_path / "output", **environment)
    here, there = published(output), published(tmp_path / "output")

    assert done.returncode == 0, done.stderr
    assert {file for file in here | there if here.get(file) != there.get(file)} == set()


def test_another_day_is_another_site(output: Path, tmp_path: Path) -> None:
    build(SITES / "minimal", tmp_path, AS_OF="2019-06-17")
    page = "fi/tuottajat/esimerkkihoiva/index.html"

    assert "38,50" in (output / page).read_text(encoding="utf-8")
    assert "38,50" not in (tmp_path / page).read_text(encoding="utf-8")
    assert "41,00" in (tmp_path / page).read_text(encoding="utf-8")


def test_a_real_site_stands_on_the_day_it_is_built(tmp_path: Path) -> None:
    done = build(SITES / "minimal", tmp_path, AS_OF="today")

    assert done.returncode == 0, done.stderr
    assert 'data-day="real"' in (tmp_path / "fi/index.html").read_text(encoding="utf-8")


def test_a_record_that_is_taken_away_takes_its_pages_along(tmp_path: Path) -> None:
    site = copy_of("minimal", tmp_path)
    build(site, tmp_path / "output")
    (site / "providers/esimerkkisiivous.yaml").unlink()
    done = build(site, tmp_path / "output")

    assert done.returncode == 0, done.stderr
    assert not [file for file in published(tmp_path / "output") if "esimerkkisiivous" in file]
    assert not (tmp_path / "output/fi/tuottajat/esimerkkisiivous").exists()
    assert not [file for file, data in published(tmp_path / "output").items() if b"esimerkkisiivous" in data.lower()]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("soon", 'AS_OF is "soon". Write a day as year-month-day, for example 2018-08-10, or today.'),
        ("2018-02-30", 'AS_OF is "2018-02-30". Write a day as year-month-day, for example 2018-08-10, or today.'),
    ],
)
def test_a_day_that_is_none_is_told_in_a_sentence(tmp_path: Path, day: str, sentence: str) -> None:
    done = build(SITES / "minimal", tmp_path, AS_OF=day)

    assert (done.returncode, done.stderr) == (2, f"{sentence}\n")
    assert published(tmp_path) == {}
