"""A browser is found without installing anything twice, and its absence is explained."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.setup import browser

ROOT = Path(__file__).parents[2]
WRONG_PATH = 'TEST_BROWSER is "/nowhere/chrome", which does not start as Chrome or Chromium does.'


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    browser.find_browser.cache_clear()
    yield
    browser.find_browser.cache_clear()


def make_program(file: Path, text: str) -> Path:
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def test_the_browser_that_is_found_can_be_run() -> None:
    found = browser.find_browser()

    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    assert "Chrom" in said


def test_the_browser_asked_for_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = make_program(tmp_path / "mine", "echo Chromium 1.0")
    monkeypatch.setenv("TEST_BROWSER", str(asked))

    assert browser.find_browser() == asked


def test_a_wrong_path_that_is_asked_for_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_BROWSER", "/nowhere/chrome")

    with pytest.raises(browser.BrowserMissing) as raised:
        browser.find_browser()

    assert str(raised.value) == WRONG_PATH


def test_programs_on_the_path_come_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_BROWSER", raising=False)
    chrome = make_program(tmp_path / "google-chrome", "echo Google Chrome 1.0")
    chromium = make_program(tmp_path / "chromium", "echo Chromium 1.0")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert list(browser.candidates())[:2] == [chromium, chrome]


def test_playwrights_own_browser_is_the_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_BROWSER", raising=False)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))

    *_, last = browser.candidates()

    assert last.is_relative_to(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "exit 1",
        "echo A word processor 1.0",
        ": /snap/bin/chromium; echo Chromium 1.0",
        "kill -9 $$",
    ],
)
def test_what_is_no_usable_browser_is_passed_over(tmp_path: Path, text: str) -> None:
    assert not browser.starts(make_program(tmp_path / "chromium", text))


def test_a_file_that_may_not_be_run_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "chromium").write_text("#!/bin/sh\necho Chromium 1.0\n")

    assert not browser.starts(tmp_path / "chromium")


def test_a_missing_browser_fails_the_set_up_with_words() -> None:
    command = [sys.executable, "-m", "tests.setup.browser"]
    environment = {**os.environ, "TEST_BROWSER": "/nowhere/chrome"}

    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)

    assert (run.returncode, run.stdout, run.stderr) == (1, "", WRONG_PATH + "\n")
