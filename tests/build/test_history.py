"""What a build knows of the past: the same in every whole clone, less without one, and as much again from what was published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.records.repositories import begin, commit, git
from tests.sites.building import build, copy_of, published

PROVIDER = "providers/esimerkkihoiva.yaml"
FEED = "en/vouchers/esimerkkila/kotihoito/changes.atom"
STATE = "feeds/state.json"


def site_at(folder: Path, output: Path) -> dict[str, bytes]:
    """A project's site as it stands on the example's day."""
    done = build(folder, output)
    assert done.returncode == 0, done.stderr
    return published(output)


def told(site: dict[str, bytes]) -> list[str]:
    """What the feed of the voucher tells."""
    return re.findall(r"<title>(Esimerkki.*)</title>", site[FEED].decode())


def change_price(project: Path) -> None:
    """Write over a price, without a day."""
    file = project / PROVIDER
    file.write_text(file.read_text("utf-8").replace("price: 41.00", "price: 42.50").replace("38.50", "39.90"), "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two commits."""
    folder = copy_of("minimal", tmp_path_factory.mktemp("project"), going_on=True)
    (folder / ".gitignore").write_text(".cache/\n")
    begin(folder, "2018-03-01")
    change_price(folder)
    commit(folder, "2018-06-20")
    return folder


@pytest.fixture(scope="module")
def whole(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Its site."""
    return site_at(project, tmp_path_factory.mktemp("whole"))


def test_what_was_edited_is_told(whole: dict[str, bytes]) -> None:
    assert told(whole) == [
        "Esimerkkihoiva Oy: price €39.90 → €42.50/hour from 1 January 2019",
        "Esimerkkihoiva Oy: price €38.50 → €39.90/hour",
    ]
    assert STATE not in whole


def test_a_clone_is_the_same_site(project: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", f"file://{project}", "clone")

    assert site_at(tmp_path / "clone", tmp_path / "output") == whole


def test_without_its_history_a_site_tells_only_what_the_records_say(
    project: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{project}", "clone")
    site = site_at(tmp_path / "clone", tmp_path / "output")
    others = {name for name in {*site, *whole} - {".published"} if site.get(name) != whole.get(name)}

    assert told(site) == told(whole)[:1]
    assert {name for name in others if not name.endswith(".atom")} == {STATE}


def test_what_the_last_build_left_takes_the_place_of_git(whole: dict[str, bytes], tmp_path: Path) -> None:
    folder, output = copy_of("minimal", tmp_path, going_on=True), tmp_path / "output"
    assert build(folder, output, AS_OF="2018-03-01").returncode == 0
    change_price(folder)
    assert build(folder, output, AS_OF="2018-06-20").returncode == 0
    site = site_at(folder, output)

    assert site[FEED] == whole[FEED]
    assert site_at(folder, output) == site

    (tmp_path / "kept/feeds").mkdir(parents=True)
    shutil.copy(output / STATE, tmp_path / "kept" / STATE)
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nCHANGES_FROM = {str(tmp_path / 'kept')!r}\n")

    assert site_at(folder, tmp_path / "elsewhere") == site
