"""Work that is done by several processes at once, each of which knows all that this one knows."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

WORK: list[Callable[[Any], Any]] = []
"""What the processes that are begun now will do; they have it because they are begun as copies of this one."""


def cores() -> int:
    """How many processes may work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def done(work: Callable[[Task], Result], tasks: Iterable[Task], workers: int) -> Iterator[Result]:
    """What comes of each task, in their order, whoever does it; what one of them raises is raised here.

    Where a process cannot be begun as a copy of another (Windows), or where there is one worker, it is done here.
    """
    if workers <= 1 or "fork" not in get_all_start_methods():
        yield from map(work, tasks)
        return
    WORK.append(work)
    # What stands in memory is shared as long as nobody touches it, and a collection touches everything.
    gc.collect()
    gc.freeze()
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
            yield from pool.map(one, tasks)
    finally:
        gc.unfreeze()
        WORK.pop()


def one(task: Any) -> Any:
    """Do one task, in a process that is a copy."""
    return WORK[-1](task)
