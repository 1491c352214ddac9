"""What the tests of publishing share: small sites, and the command run in processes that may be killed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HEADERS = "/*\n  X-Content-Type-Options: nosniff\n\n/theme/*\n  Cache-Control: public, max-age=31536000, immutable\n"

NOTES = {".published", ".published-before", ".publishing", ".publishing-sent", ".publishing-files"}

ROBOTS = {"robots.txt": "User-agent: *\n", "_headers": HEADERS}

ONE = {
    **ROBOTS,
    "theme/1/main.css": "a{}",
    "theme/1/main.js": "1",
    "theme/0/icon.svg": "<svg/>",
    "fi/index.html": "needs theme/1/main.css theme/1/main.js theme/0/icon.svg fi/tuottajat/aava/index.html",
    "fi/tuottajat/aava/index.html": "needs theme/1/main.css theme/0/icon.svg fi/tuottajat/aava/kartta.ics",
    "fi/tuottajat/aava/kartta.ics": "BEGIN:VCALENDAR",
    "sv/index.html": "needs theme/1/main.css",
    "sitemap.xml": "fi/tuottajat/aava/",
}

TWO = {
    **ROBOTS,
    "theme/2/main.css": "a{b}",
    "theme/2/main.js": "2",
    "theme/0/icon.svg": "<svg/>",
    "fi/index.html": "needs theme/2/main.css theme/2/main.js theme/0/icon.svg fi/tuottajat/bo/index.html",
    "fi/tuottajat/bo/index.html": "needs theme/2/main.css theme/0/icon.svg fi/tuottajat/bo/kartta.ics",
    "fi/tuottajat/bo/kartta.ics": "BEGIN:VCALENDAR",
    "sv/index.html": "needs theme/1/main.css"[:6] + "theme/2/main.css",
    "sitemap.xml": "fi/tuottajat/bo/",
}
"""The site after ONE: another theme, one provider gone and one new, the rest as it was."""

THREE = {
    **ROBOTS,
    "theme/3/main.css": "a{b:c}",
    "theme/0/icon.svg": "<svg/>",
    "fi/index.html": "needs theme/3/main.css theme/0/icon.svg",
    "sv/index.html": "needs theme/3/main.css",
    "sitemap.xml": "",
}

THEIRS = {"oma.txt": "kallis", "fi/tuottajat/aava/muistio.odt": "kallis"}
"""Files of others, one of them in a folder of ours that goes."""


def made(folder: Path, files: Mapping[str, str]) -> Path:
    """A built site with these files and their manifest, as sha256sum writes it."""
    shutil.rmtree(folder, ignore_errors=True)
    put(folder, files)
    lines = (f"{hashlib.sha256(text.encode()).hexdigest()}  {path}\n" for path, text in sorted(files.items()))
    (folder / ".published").write_text("".join(lines))
    return folder


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def standing(folder: Path) -> dict[str, str]:
    """Every file in a folder but our notes, with its text."""
    found = {file.relative_to(folder): file for file in folder.rglob("*") if file.is_file()}
    return {path.as_posix(): file.read_text() for path, file in found.items() if path.parts[0] not in NOTES}


def lacking(files: Mapping[str, str]) -> list[str]:
    """What a reader of these pages would be missing: what a page says it needs, and is not there."""
    needs = [need for path, text in files.items() if path.endswith(".html") for need in text.split()[1:]]
    return sorted(set(needs) - set(files))


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    status: int
    text: str


class Publisher:
    """Runs the command in processes of their own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def __call__(self, output: Path, *arguments: str, **request: Any) -> Said:
        """Publish a site; a request may ask for a kill."""
        assert self.process.stdin and self.process.stdout
        asked = {"output": str(output), "arguments": list(arguments), **request}
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return Said(*json.loads(self.process.stdout.readline()))


@contextmanager
def begun() -> Iterator[Publisher]:
    """A process that others are begun as copies of."""
    command = [sys.executable, str(Path(__file__).with_name("forks.py"))]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "RSYNC_", "FSSPEC_"))}
    environment = {**clean, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, env=environment, stdin=-1, stdout=-1, text=True) as process:
        yield Publisher(process)
        assert process.stdin
        process.stdin.close()


@pytest.fixture(scope="session")
def publisher() -> Iterator[Publisher]:
    """Runs one command at a time."""
    with begun() as process:
        yield process
