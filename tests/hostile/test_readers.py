"""Who reads while the site is published over and over sees one version of it, never some of both."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from provider_directory.press.writing import write
from provider_directory.serve import running
from tests.conftest import ROOT

PAGES = [f"fi/sivu-{number}/index.html" for number in range(12)]

PAUSE = 0.15
"""Seconds between two publishings. Who reads for longer than one lasts may see the one after."""

TURNS = """
import sys, time
from pathlib import Path
from provider_directory.press.writing import write

output, pages, pause = Path(sys.argv[1]), sys.argv[3:], float(sys.argv[2])
number = 0
while True:
    number += 1
    version = b"%d" % (number % 2)
    site = {page: version for page in pages} | {"same.txt": b"same", f"only-{number % 2}.txt": version}
    write(output, site.items())
    print(number, flush=True)
    time.sleep(pause)
"""


@contextmanager
def published_in_turns(output: Path) -> Iterator[None]:
    """Another process publishes two versions, one after the other, for ever."""
    builder = subprocess.Popen(
        [sys.executable, "-c", TURNS, str(output), str(PAUSE), *PAGES],
        cwd=ROOT / "plugins",
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert builder.stdout and builder.stdout.readline() == "1\n"
        yield
        assert builder.poll() is None
    finally:
        builder.kill()
        builder.communicate()


def read(folder: int, path: str) -> bytes | None:
    """A file below an open folder; None where there is none."""
    try:
        number = os.open(path, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return None
    try:
        return os.read(number, 100)
    finally:
        os.close(number)


def test_who_opened_the_folder_reads_one_version(tmp_path: Path) -> None:
    output = tmp_path / "output"
    seen: set[bytes] = set()
    sessions = overtaken = 0
    with published_in_turns(output):
        until = time.monotonic() + 60
        while sessions < 150 or overtaken < 20:
            assert time.monotonic() < until, f"{sessions} sessions, of which {overtaken} were overtaken"
            began = time.monotonic()
            folder = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
            try:
                found = []
                for page in PAGES:
                    found.append(read(folder, page))
                    time.sleep(0.002)
                only = [read(folder, "only-0.txt"), read(folder, "only-1.txt")]
                was_overtaken = not os.path.samestat(os.fstat(folder), output.stat())
            finally:
                os.close(folder)
            if time.monotonic() - began > PAUSE:
                continue
            (version,) = set(found)
            assert version in (b"0", b"1")
            assert only == ([b"0", None] if version == b"0" else [None, b"1"])
            seen.add(version)
            sessions += 1
            overtaken += was_overtaken

    assert seen == {b"0", b"1"}


def test_the_name_is_never_missing(tmp_path: Path) -> None:
    """Not even for the moment in which the folders change places: what stays is there each time it is asked for."""
    output = tmp_path / "output"
    folders = set()
    with published_in_turns(output):
        until = time.monotonic() + 60
        while len(folders) < 2 or time.monotonic() < until - 57:
            assert time.monotonic() < until
            for _ in range(1000):
                assert (output / "same.txt").read_bytes() == b"same"
            folders.add(output.stat().st_ino)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_the_preview_shows_what_was_published_last(tmp_path: Path, times: int) -> None:
    output = tmp_path / "output"
    write(output, [("index.html", b"0")])
    with running(output) as address:
        for number in range(1, times + 1):
            write(output, [("index.html", b"%d" % number)])

        assert urlopen(f"{address}/", timeout=10).read() == b"%d" % times
