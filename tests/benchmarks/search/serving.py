"""A served folder, and the book of what was sent from it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .peers import HERE, NODE

PAGE = HERE / "page"


class ServerFailed(Exception):
    """There is no server to measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One request that was answered."""

    path: str
    status: int
    bytes: int
    """Of the body, compressed as it was sent."""
    marked: bool
    """Whether the first results stood already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """Requests and bytes of their bodies."""

    requests: int = 0
    bytes: int = 0


def traffic(book: Iterable[Sent]) -> Traffic:
    """The sum of a book."""
    sizes = [sent.bytes for sent in book]
    return Traffic(requests=len(sizes), bytes=sum(sizes))


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    url: str
    process: subprocess.Popen[str]

    def take(self) -> list[Sent]:
        """What was sent since the last time; the harness's own files are not in it."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin and stdout
        stdin.write("take\n")
        stdin.flush()
        return [Sent(**sent) for sent in json.loads(stdout.readline())]


@contextmanager
def serving(folder: Path, encoding: str = "gzip") -> Iterator[Served]:
    """Serve a folder over HTTP/2 until the end of the block; what the harness needs stands below /-/."""
    asked = json.dumps({"roots": {"/-/": str(PAGE), "/": str(folder)}, "encoding": encoding})
    command = [*NODE, str(PAGE / "server.mjs"), asked]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        port = process.stdout.readline().strip()
        if not port:
            raise ServerFailed(f"The server of {folder} did not start.")
        try:
            yield Served(f"https://localhost:{port}", process)
        finally:
            # It ends with its input.
            process.stdin.close()
