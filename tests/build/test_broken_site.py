"""Mistakes of many kinds in many files: all are told at once, in sentences, and nothing is published."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.building import PROJECT, SITES, build, copy_of, published

BROKEN = SITES / "broken"


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """What the build of the broken site said."""
    return build(BROKEN, tmp_path_factory.mktemp("broken"))


def test_every_mistake_is_told_with_its_place_and_its_remedy(done: subprocess.CompletedProcess[str]) -> None:
    assert done.stderr == (BROKEN / "report.txt").read_text(encoding="utf-8")


def test_the_build_fails_with_a_status_of_its_own_and_says_nothing_else(done: subprocess.CompletedProcess[str]) -> None:
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_an_earlier_site_stays_as_it_was_to_the_byte(tmp_path: Path) -> None:
    site, output = copy_of("minimal", tmp_path), tmp_path / "output"
    build(site, output)
    before = {file: (file.stat().st_mtime_ns, file.stat().st_ino) for file in output.rglob("*")}
    (site / "providers/esimerkkihoiva.yaml").write_text("name: [", encoding="utf-8")
    done = build(site, output)

    assert done.returncode == 2
    assert before
    assert {file: (file.stat().st_mtime_ns, file.stat().st_ino) for file in output.rglob("*")} == before


def test_where_nothing_was_published_before_nothing_is_published_now(tmp_path: Path) -> None:
    build(BROKEN, tmp_path / "output")

    assert not (tmp_path / "output").exists() or published(tmp_path / "output") == {}


def test_looking_through_the_records_tells_the_same_without_building() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "provider_directory", "check"],
        cwd=BROKEN,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins"), "AS_OF": "2018-08-10"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout == (BROKEN / "report.txt").read_text(encoding="utf-8")


def test_warnings_alone_are_told_and_the_site_is_published(tmp_path: Path) -> None:
    site = copy_of("minimal", tmp_path)
    event = site / "content/events/2018-08-16-info.md"
    event.write_text(
        event.read_text(encoding="utf-8").replace("from: 13.30", "weekday: perjantai\nfrom: 13.30"), encoding="utf-8"
    )
    done = build(site, tmp_path / "output")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "No errors in the records; 1 remark.\n\ncontent/events/2018-08-16-info.md\n"
        '  line 6    warning: weekday: "perjantai" is announced, but 2018-08-16 is a torstai. '
        "Check both with the organiser. [weekday]\n"
    )
    assert (tmp_path / "output/fi/index.html").is_file()
