"""Work as processes on other machines are told of it: written down in a folder that all of them see."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from threading import RLock
from typing import Any, BinaryIO

from ..catalogue.catalogue import Catalogue
from ..records.uncollected import uncollected
from .kit import differences, kit

OPENED: dict[Path, Any] = {}
"""What this process has read of the errands of one build, by file."""

ONE_AT_A_TIME = RLock()


class WorkersUnfit(Exception):
    """Those who should work cannot, or would make something else."""

    exitcode = 2


class Writer(pickle.Pickler):
    """Writes down some work, and beside it once what much of the work has in common."""

    def __init__(self, file: Path, opened: BinaryIO) -> None:
        super().__init__(opened, protocol=5)
        self.file = file

    def persistent_id(self, value: Any) -> str | None:
        """The name of the file that has a value of its own: a catalogue is nearly all there is to tell."""
        if not isinstance(value, Catalogue):
            return None
        beside = self.file.with_name(f"catalogue-{id(value)}")
        if not beside.exists():
            with for_us_alone(beside) as opened:
                pickle.dump(value, opened, protocol=5)
        return beside.name


class Reader(pickle.Unpickler):
    """Reads what a Writer wrote."""

    def __init__(self, file: Path, opened: BinaryIO) -> None:
        super().__init__(opened)
        self.file = file

    def persistent_load(self, name: Any) -> Any:
        """What is in a file of its own, which is the same for all work that names it."""
        return known(self.file.with_name(name), lambda opened: pickle.load(opened))


def write_down(work: Callable[[Any], Any], file: Path, templates: Path) -> None:
    """Write work into a file that nobody else may read, with all it knows and what it is done with."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with for_us_alone(file) as opened:
        pickle.dump((kit(templates), templates), opened)
        Writer(file, opened).dump(work)


def for_us_alone(file: Path) -> BinaryIO:
    """A new file that only this user may read."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def perform(file: Path, task: Any) -> Any:
    """Do one task, in a process that may be anywhere. Raises WorkersUnfit when it would make something else of it."""
    return known(file, lambda opened: read(file, opened))(task)


def read(file: Path, opened: BinaryIO) -> Any:
    """The work in a file. Raises WorkersUnfit."""
    wanted, templates = pickle.load(opened)
    for difference in differences(wanted, kit(templates)):
        raise WorkersUnfit(f"A worker {difference}. Start the workers from the same copy of the project.")
    return Reader(file, opened).load()


def known(file: Path, read: Callable[[BinaryIO], Any]) -> Any:
    """What is in a file, read once; what an earlier build had told is let go."""
    with ONE_AT_A_TIME:
        if any(other.parent != file.parent for other in OPENED):
            forget()
        if file not in OPENED:
            with file.open("rb") as opened, uncollected():
                OPENED[file] = read(opened)
            # It will stay: to look through it for garbage takes six times as long as to make it.
            gc.freeze()
        return OPENED[file]


def forget() -> None:
    """Let go of all errands."""
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
