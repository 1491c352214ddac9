"""What all tests share: the project's root, the built example site, and one browser."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from provider_directory.serve import running
from tests.setup.browser import find_browser

ROOT = Path(__file__).resolve().parent.parent

# What is begun in the background is born deaf to Ctrl-C, and so would be all that the tests begin and break off.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A shared machine may pause for longer than Hypothesis allows one example; slowness is not what its tests are about.
settings.register_profile("unhurried", deadline=None, derandomize=True)
settings.load_profile("unhurried")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that needs what is not here, and say so; where everything has to be tested, as in CI, it fails instead."""
    for mark in item.iter_markers("needs"):
        if why_not := mark.args[0]:
            (pytest.fail if os.environ.get("TEST_EVERYTHING") else pytest.skip)(why_not)


def build(output: Path, settings_file: str = "pelicanconf.py", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Pelican on the project as `make site` does."""
    command = [sys.executable, "-m", "pelican", "content", "-o", str(output), "-s", settings_file, "--fatal", "errors"]
    foreign = ("AS_OF", "DIRECTORY_EXECUTOR", "FILES_COMPRESSED", "SITEURL")
    clean = {name: value for name, value in os.environ.items() if name not in foreign}
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**clean, "PYTHONPATH": str(ROOT / "plugins"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass(frozen=True)
class BuiltSite:
    """A site that was built for the tests."""

    output: Path
    said: str
    """What the build printed."""

    def page(self, address: str) -> str:
        """The HTML behind an address."""
        return (self.output / address.strip("/") / "index.html").read_text(encoding="utf-8")

    def pages(self) -> list[Path]:
        """Every HTML file."""
        return sorted(self.output.rglob("*.html"))


def built(folder: Path, settings_file: str = "pelicanconf.py", **environment: str) -> BuiltSite:
    """Build the example site, or fail with what the build said."""
    done = build(folder, settings_file, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(folder, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site on its own day."""
    return built(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def later_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site on the day Ylöjärvi's page was updated."""
    return built(tmp_path_factory.mktemp("later"), AS_OF="2019-06-17")


@pytest.fixture(scope="session")
def address(site: BuiltSite) -> Iterator[str]:
    """Where the example site is served, without a slash at the end."""
    with running(site.output) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(find_browser()), args=["--no-sandbox"])
        yield chromium
        chromium.close()
