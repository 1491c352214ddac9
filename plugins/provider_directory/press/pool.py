"""Work that is done by several processes at once, each of which knows all that this one knows."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

WORK: list[Callable[[Any], Any]] = []
"""What the processes that are begun now will do; they have it because they are begun as copies of this one."""

LOOK = 5.0
"""Seconds without a result after which is asked whether anybody works."""


class WorkerLost(Exception):
    """A process was ended from outside."""

    exitcode = 2


def nothing(*_: object) -> None:
    """For whom it is enough to have the results at the end."""


class Workers(Protocol):
    """Whoever does work, and how many tasks they can do at once."""

    number: int

    def done(
        self, work: Callable[[Task], Result], tasks: Iterable[Task], told: Callable[[Result], object] = nothing
    ) -> list[Result]:
        """What comes of each task, in their order; what one of them raises is raised here. Raises WorkerLost.

        told hears each result as soon as it is there.
        """
        ...


class Alone:
    """This process."""

    number = 1

    def done(
        self, work: Callable[[Task], Result], tasks: Iterable[Task], told: Callable[[Result], object] = nothing
    ) -> list[Result]:
        """Do one after the other."""
        found = []
        for task in tasks:
            found.append(work(task))
            told(found[-1])
        return found


class Copies:
    """Processes that are begun as copies of this one, anew for each work: they know what this one knows by then."""

    def __init__(self, number: int) -> None:
        self.number = number

    def done(
        self, work: Callable[[Task], Result], tasks: Iterable[Task], told: Callable[[Result], object] = nothing
    ) -> list[Result]:
        """Let them do all of it. A single task is not worth a process."""
        found = list(tasks)
        if len(found) < 2:
            return Alone().done(work, found, told)
        WORK.append(work)
        # What stands in memory is shared as long as nobody touches it, and a collection touches everything.
        gc.freeze()
        try:
            with ProcessPoolExecutor(min(self.number, len(found)), get_context("fork"), begin) as pool:
                return gathered([pool.submit(one, task) for task in found], told)
        except BrokenProcessPool as error:
            raise WorkerLost(
                "A process that helped to make the site was ended from outside, most likely because memory ran out. "
                "Set WORKERS in pelicanconf.py to a smaller number. What was published stays published."
            ) from error
        finally:
            gc.unfreeze()
            WORK.pop()


def begin() -> None:
    """Live as long as the process that began this one, and end when it does."""
    # Ctrl-C reaches every process of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end, args=(parent_process(),), daemon=True).start()


def end(parent: BaseProcess | None) -> None:
    """Wait for the parent, which may be killed, and end without a word: nobody would take what is made."""
    if parent:
        parent.join()
    os._exit(1)


def cores() -> int:
    """How many processes may work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def on_this_machine(number: int) -> Workers:
    """So many processes, or as many as there are cores for 0.

    Where a process cannot be begun as a copy of another (Windows), this one does it all.
    """
    number = number or cores()
    return Copies(number) if number > 1 and "fork" in get_all_start_methods() else Alone()


def one(task: Any) -> Any:
    """Do one task, in a process that is a copy."""
    try:
        return WORK[-1](task)
    finally:
        # Only what this task left behind is looked at: all that was there before is frozen.
        gc.collect()


def gathered(
    futures: Sequence[Future[Result]], told: Callable[[Result], object], look: Callable[[], object] = nothing
) -> list[Result]:
    """What comes of some futures, in their order, whoever keeps them; after one that fails, none is begun any more.

    look is asked, while nothing comes, whether anything still can.
    """
    waiting = set(futures)
    try:
        while waiting:
            ready, waiting = wait(waiting, LOOK, FIRST_COMPLETED)
            for future in ready:
                told(future.result())
            if not ready:
                look()
    except BaseException:
        for future in waiting:
            future.cancel()
        raise
    return [future.result() for future in futures]
