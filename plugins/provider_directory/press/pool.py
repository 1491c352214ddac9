"""Work that is done by several processes at once, each of which knows all that this one knows."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

WORK: list[Callable[[Any], Any]] = []
"""What the processes that are begun now will do; they have it because they are begun as copies of this one."""


class WorkerLost(Exception):
    """A process was ended from outside."""

    exitcode = 2


def cores() -> int:
    """How many processes may work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def done(work: Callable[[Task], Result], tasks: Iterable[Task], workers: int) -> Iterator[Result]:
    """What comes of each task, in their order, whoever does it; what one of them raises is raised here. Raises WorkerLost.

    Where a process cannot be begun as a copy of another (Windows), or where there is one worker, it is done here.
    """
    if workers <= 1 or "fork" not in get_all_start_methods():
        yield from map(work, tasks)
        return
    WORK.append(work)
    # What stands in memory is shared as long as nobody touches it, and a collection touches everything.
    gc.freeze()
    try:
        # Ctrl-C reaches every process of a terminal; this one ends the others.
        fork = get_context("fork")
        with ProcessPoolExecutor(workers, fork, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
            yield from pool.map(one, tasks)
    except BrokenProcessPool as error:
        raise WorkerLost(
            "A process that helped to make the site was ended from outside, most likely because memory ran out. Set "
            "WORKERS in pelicanconf.py to a smaller number. What was published stays published."
        ) from error
    finally:
        gc.unfreeze()
        WORK.pop()


def one(task: Any) -> Any:
    """Do one task, in a process that is a copy."""
    return WORK[-1](task)
