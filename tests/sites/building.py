"""Builds a whole tiny site in a process of its own, as an organiser would, and looks at what came out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SITES = Path(__file__).resolve().parent
PROJECT = SITES.parents[1]


def build(site: Path, output: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Pelican in a site's folder."""
    foreign = ("AS_OF", "COLUMNS", "DIRECTORY_EXECUTOR", "FILES_COMPRESSED", "SITEURL")
    clean = {name: value for name, value in os.environ.items() if name not in foreign}
    return subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-o", str(output), "-s", "pelicanconf.py", "--fatal", "errors"],
        cwd=site,
        env={**clean, "PYTHONPATH": str(PROJECT / "plugins"), "COLUMNS": "240", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def published(output: Path) -> dict[str, bytes]:
    """Every file of an output folder."""
    return {
        file.relative_to(output).as_posix(): file.read_bytes() for file in sorted(output.rglob("*")) if file.is_file()
    }


def pages_below(folder: Path) -> list[str]:
    """Pages anywhere below a folder, in which others may be making and removing folders: those are passed over."""
    return [name for _, _, names in os.walk(folder) for name in names if name.endswith(".html")]


def copy_of(site: str, folder: Path, *, going_on: bool = False) -> Path:
    """A site that a test may change: its records, with settings that lead to the project's plugin and theme.

    going_on: without git, feeds go on from what the last build published, so that a build from nothing tells less.
    """
    copy = folder / site
    shutil.copytree(SITES / site, copy, ignore=shutil.ignore_patterns(".cache"))
    settings = copy / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    assert text.count("PROJECT = HERE.parents[2]") == 1
    text = text.replace("HERE.parents[2]", f"Path({str(PROJECT)!r})")
    settings.write_text(text if going_on else f'{text}\nCHANGES_FROM = str(HERE / "nowhere")\n', encoding="utf-8")
    return copy
