"""Work as processes on other machines are told of it: written down in a folder that all of them see."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import Any

from .kit import differences, kit

OPENED: dict[Path, Callable[[Any], Any]] = {}
"""The work that this process does for another, by the file it is written in; never more than one."""

ONE_AT_A_TIME = Lock()


class WorkersUnfit(Exception):
    """Those who should work cannot, or would make something else."""

    exitcode = 2


def write_down(work: Callable[[Any], Any], file: Path, templates: Path) -> None:
    """Write work into a file that nobody else may read, with all it knows and what it is done with."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        pickle.dump((kit(templates), templates), opened)
        pickle.dump(work, opened, protocol=5)


def perform(file: Path, task: Any) -> Any:
    """Do one task, in a process that may be anywhere. Raises WorkersUnfit when it would make something else of it."""
    with ONE_AT_A_TIME:
        if file not in OPENED:
            OPENED.clear()
            OPENED[file] = read(file)
    return OPENED[file](task)


def read(file: Path) -> Callable[[Any], Any]:
    """The work in a file. Raises WorkersUnfit."""
    with file.open("rb") as opened:
        wanted, templates = pickle.load(opened)
        for difference in differences(wanted, kit(templates)):
            raise WorkersUnfit(f"A worker {difference}. Start the workers from the same copy of the project.")
        with uncollected():
            work: Callable[[Any], Any] = pickle.load(opened)
    return work


@contextmanager
def uncollected() -> Iterator[None]:
    """Make many objects that will stay: looking through them for garbage takes six times as long as making them."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def forget() -> None:
    """Let go of the work that was done last."""
    OPENED.clear()
    gc.unfreeze()


def shown(errands: Path, templates: Path) -> tuple[dict[str, str], str]:
    """What this process has, and the name of a file that it left for the one who asks; none when it cannot."""
    sign = f"seen-{token_hex(8)}"
    try:
        (errands / sign).touch(exist_ok=False)
    except OSError:
        sign = ""
    return kit(templates), sign
