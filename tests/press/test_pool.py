"""Work of several processes: in order, with what this process knows, and its faults raised here."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from provider_directory.press import pool
from provider_directory.press.pool import WorkerLost, cores, gathered, on_this_machine

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
"""What ran before in the same process may have left threads; a build has none."""


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_what_comes_is_in_the_order_of_the_tasks(workers: int) -> None:
    known = {number: number * number for number in range(20)}

    # The work is no function of a module and knows what stands around it: no process is told of it.
    assert on_this_machine(workers).done(lambda number: known[number], range(20)) == list(known.values())


@pytest.mark.parametrize("workers", [1, 2])
def test_each_result_is_told_of_once(workers: int) -> None:
    told: list[int] = []
    on_this_machine(workers).done(lambda number: number + 1, range(9), told.append)

    assert sorted(told) == list(range(1, 10))


def test_several_processes_work() -> None:
    assert os.getpid() not in on_this_machine(2).done(lambda _: os.getpid(), range(8))
    assert set(on_this_machine(1).done(lambda _: os.getpid(), range(8))) == {os.getpid()}


def test_as_many_work_as_there_are_cores_unless_a_number_is_set() -> None:
    assert on_this_machine(0).number == cores()
    assert on_this_machine(3).number == 3
    assert 1 <= cores() <= (os.cpu_count() or 1)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_one_raises_is_raised_here(workers: int) -> None:
    with pytest.raises(ZeroDivisionError):
        on_this_machine(workers).done(lambda number: 1 // number, [2, 1, 0])


@pytest.mark.parametrize("workers", [1, 2])
def test_work_may_be_done_one_after_the_other(workers: int) -> None:
    everybody = on_this_machine(workers)
    first = everybody.done(lambda number: number + 1, range(3))

    assert everybody.done(lambda number: number * 2, first) == [2, 4, 6]


def test_a_worker_that_is_killed_is_told_of() -> None:
    with pytest.raises(WorkerLost, match="most likely because memory ran out") as lost:
        on_this_machine(2).done(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(4))

    assert lost.value.exitcode == 2


def test_any_executor_will_do() -> None:
    with ThreadPoolExecutor(2) as threads:
        futures = [threads.submit(pow, number, 2) for number in range(5)]

        assert gathered(futures, lambda _: None) == [0, 1, 4, 9, 16]


def test_when_one_fails_those_that_wait_are_never_begun() -> None:
    failed, waiting = Future[int](), Future[int]()
    failed.set_exception(ZeroDivisionError())

    with pytest.raises(ZeroDivisionError):
        gathered([waiting, failed], lambda _: None)
    assert waiting.cancelled()


def test_while_nothing_comes_somebody_looks_whether_anything_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "LOOK", 0.01)
    future, looks = Future[int](), list[int]()

    def look() -> None:
        looks.append(1)
        if len(looks) == 3:
            future.set_result(7)

    assert gathered([future], lambda _: None, look) == [7]
    assert len(looks) == 3
