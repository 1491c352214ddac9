"""The floor: two processes that only write files of the same names and sizes."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

WRITERS = 2

Sized = tuple[str, int]
"""A file below the output, and its bytes."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What a build left."""

    files: tuple[Sized, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for _, size in self.files)


def tree(output: Path) -> Tree:
    """Every file of an output folder, in a fixed order."""
    found = (file for file in output.rglob("*") if file.is_file())
    return Tree(tuple(sorted((file.relative_to(output).as_posix(), file.stat().st_size) for file in found)))


def floor(files: Sequence[Sized], folder: Path) -> float:
    """Seconds that two processes take to write the files, from when both stand ready."""
    context = get_context("fork")
    ready, done = context.Barrier(WRITERS + 1), context.Barrier(WRITERS + 1)
    folder.mkdir()
    writers = [
        context.Process(target=write_share, args=(files[number::WRITERS], folder, ready, done))
        for number in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    ready.wait()
    began = time.perf_counter()
    done.wait()
    took = time.perf_counter() - began
    for writer in writers:
        writer.join()
    shutil.rmtree(folder)
    return took


def write_share(files: Sequence[Sized], folder: Path, ready: Barrier, done: Barrier) -> None:
    """Write every second file, out of one piece of memory that is larger than any."""
    source = memoryview(bytes(max((size for _, size in files), default=0)).replace(b"\0", b"x"))
    ready.wait()
    made: set[Path] = set()
    for path, size in files:
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(source[:size])
    done.wait()
