"""Runs a program and measures it with everything it starts: time, work of the processors, and memory at its highest."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from pathlib import Path
from tempfile import TemporaryFile

INTERVAL = 0.1
"""Seconds between two looks at the memory."""

PROC = Path("/proc")


class Failed(Exception):
    """A program did not do its work; the message ends with what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """When a program is given up."""

    seconds: float = 1200
    megabytes: float = 12_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a program and of all processes it started."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all processors, of processes that were waited for."""
    peak: float
    """Bytes of memory of all processes together, each shared page counted once; nan where /proc is not Linux's."""
    said: str


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], limits: Limits) -> Run:
    """Run a program to its end. Raises Failed when it reports an error or exceeds the limits."""
    with TemporaryFile() as told:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=told, stderr=told, start_new_session=True
        )
        watch = Watch(process.pid, limits, began)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        told.seek(0)
        said = told.read().decode(errors="replace")
    if watch.exceeded or process.returncode:
        reason = watch.exceeded or f"exit status {process.returncode}"
        raise Failed(f"{command[0]}: {reason}\n" + "\n".join(said.splitlines()[-8:]))
    return Run(wall=wall, cpu=usage.ru_utime + usage.ru_stime, peak=watch.peak, said=said)


class Watch(threading.Thread):
    """Looks at the memory of a session's processes until stopped, and ends them all beyond the limits."""

    def __init__(self, session: int, limits: Limits, began: float) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.limits = limits
        self.began = began
        self.peak = nan
        self.exceeded = ""
        self.stopped = threading.Event()

    def run(self) -> None:
        """Until stopped."""
        while not self.stopped.wait(INTERVAL if self.peak == self.peak else 0):
            found = sum(map(memory, processes(self.session)))
            if found:
                self.peak = max(found, self.peak) if self.peak == self.peak else found
            if found > self.limits.megabytes * 1e6:
                self.exceeded = f"more than {self.limits.megabytes:,.0f} MB"
            elif time.perf_counter() - self.began > self.limits.seconds:
                self.exceeded = f"more than {self.limits.seconds:,.0f} s"
            if self.exceeded:
                os.killpg(self.session, signal.SIGKILL)
                return
            if not PROC.joinpath("self", "smaps_rollup").exists():
                self.stopped.wait(INTERVAL)

    def stop(self) -> None:
        """End the looking."""
        self.stopped.set()
        self.join()


def processes(session: int) -> Iterator[int]:
    """The processes of a session, which all that a program starts belongs to unless it leaves on purpose."""
    for entry in PROC.glob("[0-9]*"):
        try:
            after_name = entry.joinpath("stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after_name[3]) == session:
            yield int(entry.name)


def memory(process: int) -> int:
    """Bytes of a process, with its share of each page it shares; nought when it has just ended."""
    try:
        lines = PROC.joinpath(str(process), "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
