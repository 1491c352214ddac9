"""Work of several processes: in order, with what this process knows, and its faults raised here."""

from __future__ import annotations

import os
import signal

import pytest

from provider_directory.press.pool import WorkerLost, cores, done

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
"""What ran before in the same process may have left threads; a build has none."""


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_what_comes_is_in_the_order_of_the_tasks(workers: int) -> None:
    known = {number: number * number for number in range(20)}

    # The work is no function of a module and knows what stands around it: no process is told of it.
    assert list(done(lambda number: known[number], range(20), workers)) == list(known.values())


def test_several_processes_work() -> None:
    assert os.getpid() not in set(done(lambda _: os.getpid(), range(8), 2))
    assert set(done(lambda _: os.getpid(), range(8), 1)) == {os.getpid()}


@pytest.mark.parametrize("workers", [1, 2])
def test_what_one_raises_is_raised_here(workers: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(done(lambda number: 1 // number, [2, 1, 0], workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_work_may_be_done_one_after_the_other(workers: int) -> None:
    first = list(done(lambda number: number + 1, range(3), workers))

    assert list(done(lambda number: number * 2, first, workers)) == [2, 4, 6]


def test_a_worker_that_is_killed_is_told_of() -> None:
    with pytest.raises(WorkerLost, match="most likely because memory ran out") as lost:
        list(done(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(4), 2))

    assert lost.value.exitcode == 2


def test_there_is_a_core_to_work_with() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
