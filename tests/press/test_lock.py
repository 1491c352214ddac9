"""Two builds at once: one publishes, the other waits a little and then says so; who is killed holds nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from provider_directory.press.faults import Busy
from provider_directory.press.lock import PAUSE, TRIES, locked
from provider_directory.press.rollback import roll_back
from provider_directory.press.site import site_at
from provider_directory.press.writing import staged, write
from tests.conftest import ROOT

HOLD = """
import os, sys, time
from pathlib import Path
from provider_directory.press.writing import staged

with staged(Path(sys.argv[1])) as staging:
    if sys.argv[3] == "with a worker" and not os.fork():
        time.sleep(60)
        os._exit(0)
    staging.take([staging.wait("a.txt", b"2")])
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
    staging.publish()
"""


@contextmanager
def holding(output: Path, seconds: float, how: str = "alone") -> Iterator[subprocess.Popen[str]]:
    """Another process that is about to publish, and does so after some time."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(output), str(seconds), how],
        cwd=ROOT / "plugins",
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        yield holder
    finally:
        with suppress(ProcessLookupError):  # All of them are gone.
            os.killpg(holder.pid, signal.SIGKILL)
        holder.communicate()


@pytest.mark.parametrize("act", [lambda output: write(output, {"b.txt": b"3"}.items()), roll_back])
def test_the_second_waits_and_then_refuses(tmp_path: Path, act: object) -> None:
    output = tmp_path / "output"
    write(output, {"a.txt": b"1"}.items())
    with holding(output, 60):
        began = time.monotonic()
        with pytest.raises(Busy) as told:
            act(output)  # type: ignore[operator]
        waited = time.monotonic() - began

        assert (output / "a.txt").read_bytes() == b"1"
        assert (site_at(output).next).is_dir()
    assert str(told.value) == (
        f"Another build is publishing to {output}. Nothing was published here. Run this again when it is done."
    )
    assert TRIES * PAUSE <= waited < 3 * TRIES * PAUSE
    assert told.value.exitcode == 75


def test_the_second_goes_on_when_the_first_is_done(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with holding(output, 1):
        written = write(output, {"a.txt": b"2", "b.txt": b"3"}.items())

    assert (written.changed, written.files) == (1, 2)
    assert (output / "b.txt").read_bytes() == b"3"


@pytest.mark.parametrize("how", ["alone", "with a worker"])
def test_who_is_killed_holds_nothing(tmp_path: Path, how: str) -> None:
    """Not even while a worker that it had begun lives on."""
    output = tmp_path / "output"
    with holding(output, 60, how) as holder:
        holder.kill()
        holder.wait()
        with locked(site_at(output)):
            pass


def test_another_site_beside_it_is_another(tmp_path: Path) -> None:
    with holding(tmp_path / "output", 60):
        write(tmp_path / "other", {"a.txt": b"1"}.items())


def test_file_by_file_has_a_lock_too(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to("elsewhere")
    with holding(tmp_path / "output", 60), pytest.raises(Busy):
        write(tmp_path / "output", {"b.txt": b"3"}.items())


def test_what_the_last_holder_left_is_read(tmp_path: Path) -> None:
    with locked(site_at(tmp_path / "output")) as lock:
        lock.write("something long")
        lock.write("short")
    with locked(site_at(tmp_path / "output")) as lock:
        assert lock.text() == "short"


def test_a_worker_that_lives_on_does_not_meddle_with_the_next_build(tmp_path: Path) -> None:
    with staged(tmp_path / "output") as first:
        pass
    with staged(tmp_path / "output") as second:
        second.take([second.wait("a.txt", b"new")])
        first.wait("a.txt", b"old")
        second.publish()

    assert (tmp_path / "output/a.txt").read_bytes() == b"new"
    write(tmp_path / "output", {"a.txt": b"newer"}.items())
    assert not site_at(tmp_path / "output").next.exists()
