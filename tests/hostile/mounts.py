"""Disks that are full, and folders that are mounted: for those who may mount."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(place: Path, *what: str) -> Iterator[Path]:
    """Mount something while the context lasts; the test is skipped, and says why, where that may not be done."""
    place.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run(["mount", *what, str(place)], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount program here")
    if done.returncode:
        pytest.skip(f"nothing may be mounted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextmanager
def disk(place: Path, options: str) -> Iterator[Path]:
    """A disk in memory."""
    with mounted(place, "-t", "tmpfs", "-o", options, "tmpfs"):
        yield place
