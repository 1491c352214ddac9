"""A Dask cluster on this machine: a scheduler and workers, each a process of its own that a test may kill."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.sites.building import PROJECT

PLUGINS = PROJECT / "plugins"
QUIET = ("--no-dashboard", "--host", "127.0.0.1")


def until(condition: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Wait for something to be so."""
    last = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < last, f"{what} did not come about"
        time.sleep(0.01)


@dataclass
class Process:
    """A program of the cluster, and what it said so far."""

    running: subprocess.Popen[bytes]
    report: Path

    def said(self, pattern: str) -> re.Match[str] | None:
        """Whether it said something."""
        return re.search(pattern, self.report.read_text(encoding="utf-8"))

    def wait(self, pattern: str) -> str:
        """What it says as soon as it says it."""
        until(lambda: self.said(pattern) or self.running.poll() is not None, pattern)
        found = self.said(pattern)
        assert found, self.report.read_text(encoding="utf-8")
        return found[1]


@dataclass
class Cluster:
    """A scheduler and its workers."""

    folder: Path
    processes: list[Process] = field(default_factory=list)
    address: str = ""
    """As DIRECTORY_EXECUTOR names it."""

    def start(self, *command: str, plugins: Path | None = PLUGINS, place: Path | None = None) -> Process:
        """Begin a program of Dask."""
        report = self.folder / f"{len(self.processes)}.log"
        paths = [str(plugins)] if plugins else []
        inherited = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
        others = [path for path in inherited if not (Path(path) / "provider_directory").is_dir()]
        with report.open("wb") as told:
            running = subprocess.Popen(
                [sys.executable, "-m", "dask", *command, *QUIET],
                cwd=place or self.folder,
                env={**os.environ, "PYTHONPATH": os.pathsep.join([*paths, *others])},
                stdout=told,
                stderr=told,
            )
        self.processes.append(Process(running, report))
        return self.processes[-1]

    def worker(self, plugins: Path | None = PLUGINS, place: Path | None = None) -> Process:
        """One more worker, once it is known to the scheduler."""
        scheduler = self.address.replace("dask://", "tcp://")
        started = self.start("worker", scheduler, "--nthreads", "1", "--no-nanny", plugins=plugins, place=place)
        started.wait(r"Registered to:\s+(\S+)")
        return started


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A scheduler without workers; everything that was started ends with the context."""
    started = Cluster(folder)
    try:
        scheduler = started.start("scheduler", "--port", "0")
        place = scheduler.wait(r"Scheduler at: +tcp://(127\.0\.0\.1:\d+)")
        started.address = f"dask://{place}"
        yield started
    finally:
        for process in reversed(started.processes):
            process.running.kill()
            process.running.wait()
