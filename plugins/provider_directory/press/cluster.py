"""Workers of a Dask cluster: processes on any machine that sees the project and its output under the same paths."""

from __future__ import annotations

import logging
import re
import shutil
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from .errand import WorkersUnfit, forget, perform, shown, write_down
from .kit import differences, kit
from .pool import LOOK, Result, Task, WorkerLost, gathered, nothing

PATIENCE = 10.0
"""Seconds in which a scheduler has to answer, and a first worker has to be there."""

LOOKS = 12
"""Looks in a row that find no worker, until nobody is waited for any more."""

START = "Start workers with: PYTHONPATH=plugins dask worker"


class Cluster:
    """Everybody who works for one scheduler."""

    def __init__(self, client: Any, address: str, errands: Path, templates: Path) -> None:
        self.client = client
        self.address = address
        self.errands = errands
        self.templates = templates
        self.number: int = sum(client.nthreads().values())
        self.files = (errands / str(number) for number in count())
        self.written: tuple[Callable[[Any], Any], Path] | None = None
        self.empty = 0

    def done(
        self, work: Callable[[Task], Result], tasks: Iterable[Task], told: Callable[[Result], object] = nothing
    ) -> list[Result]:
        """Let them do all of it. A task whose worker is lost is done by another. Raises WorkersUnfit, too."""
        from distributed import KilledWorker

        file = self.errand(work)
        pool = self.client.get_executor(pure=False)
        try:
            return gathered([pool.submit(perform, file, task) for task in tasks], told, self.look)
        except KilledWorker as error:
            raise WorkerLost(
                f"{self.address} lost several workers over the same pages, most likely because memory ran out. "
                "Give the workers more, or start fewer on a machine. What was published stays published."
            ) from error
        except CancelledError as error:
            raise WorkerLost(f"{self.address} answers no more. What was published stays published.") from error
        except ModuleNotFoundError as error:
            raise WorkersUnfit(f"A worker of {self.address} {cannot(error)}. Nothing was published.") from error

    def errand(self, work: Callable[[Any], Any]) -> Path:
        """The file in which work is written down, once for all tasks of it."""
        if self.written is None or self.written[0] != work:
            self.written = (work, next(self.files))
            write_down(*self.written, self.templates)
        return self.written[1]

    def look(self) -> None:
        """Whether anybody is there. Raises WorkerLost when nobody has been for a while."""
        self.empty = 0 if self.client.nthreads() else self.empty + 1
        if self.empty >= LOOKS:
            raise WorkerLost(
                f"{self.address} has had no worker for {LOOKS * LOOK:.0f} seconds. What was published stays published."
            )

    def check(self) -> None:
        """Whether everybody would make the same, where it is looked for. Raises WorkersUnfit with all who would not."""
        ours = kit(self.templates)
        self.errands.mkdir(mode=0o700, parents=True)
        answers = self.client.run(shown, self.errands, self.templates, on_error="return")
        faults = [f"  {worker} {fault}." for worker, answer in answers.items() for fault in self.faults(ours, answer)]
        if faults:
            told = "\n".join(sorted(faults))
            raise WorkersUnfit(f"Workers of {self.address} cannot help. Nothing was published.\n\n{told}")

    def faults(self, ours: dict[str, str], answer: tuple[dict[str, str], str] | Exception) -> Iterator[str]:
        """What is wrong with a worker, by its answer."""
        if isinstance(answer, Exception):
            yield cannot(answer)
            return
        theirs, sign = answer
        yield from differences(ours, theirs)
        if not sign or not (self.errands / sign).is_file():
            yield f"does not see {self.errands.parent}, or may not write there: all machines have to share it"

    def close(self) -> None:
        """Let nobody work for us any more, and leave nothing with them."""
        shutil.rmtree(self.errands, ignore_errors=True)
        with suppress(Exception):
            # Whoever still makes a page stops at the next one: there are no errands any more.
            for _ in range(50):
                if not any(self.client.call_stack().values()):
                    break
                time.sleep(0.1)
            self.client.run(forget)


@contextmanager
def cluster(address: str, errands: Path, templates: Path) -> Iterator[Cluster]:
    """The workers at dask://host:port, told of work in a folder that all of them see. Raises WorkersUnfit."""
    with connected(address) as client:
        found = Cluster(client, address, errands, templates)
        try:
            found.check()
            yield found
        finally:
            found.close()


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A scheduler that has workers. Raises WorkersUnfit."""
    try:
        from distributed import Client
    except ImportError as error:
        raise WorkersUnfit(
            f"{address} is a Dask cluster, and Dask is not installed here. "
            "Run: .venv/bin/python -m pip install distributed"
        ) from error
    silence()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = Client(address.replace("dask://", "tcp://"), timeout=PATIENCE, set_as_default=False)
    except OSError as error:
        raise WorkersUnfit(
            f"No Dask scheduler answers at {address} (DIRECTORY_EXECUTOR). Start one, or leave the setting empty to "
            "build on this machine. Nothing was published."
        ) from error
    try:
        client.wait_for_workers(1, PATIENCE)
        yield client
    except TimeoutError as error:
        raise WorkersUnfit(f"{address} has no workers. {START} {address[7:]}. Nothing was published.") from error
    finally:
        client.close()


def silence() -> None:
    """Let Dask keep to itself what we tell in a sentence; Pelican would take it for faults of the site."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("asyncio", "distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def cannot(error: Exception) -> str:
    """Why a worker did not even begin; Dask tells some errors of workers as text."""
    if missing := re.search(r"No module named '([\w.]+)'", str(error)):
        return f"cannot import {missing[1]}. {START}, in a copy of this project"
    return f"has another version of this project's program ({error})"
