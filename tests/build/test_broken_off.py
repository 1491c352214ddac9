"""A build that is broken off with Ctrl-C: it ends soon, says so in a line, and leaves neither files nor processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.sites.building import pages_below


def others(group: int) -> list[int]:
    """The processes of a group that still run."""
    listed = subprocess.run(["ps", "-e", "-o", "pgid=,pid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in listed.splitlines())
    return [int(process) for its, process, state in rows if int(its) == group and not state.startswith("Z")]


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_left_of_it(workers: int, tmp_path: Path) -> None:
    output = tmp_path / "output"
    command = [sys.executable, "-m", "pelican", "content", "-o", str(output), "-s", "pelicanconf.py"]
    build = subprocess.Popen(
        [*command, "-e", f"WORKERS={workers}", "--fatal", "errors"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "COLUMNS": "240"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        while not pages_below(tmp_path):
            assert build.poll() is None, build.communicate()
            time.sleep(0.01)
        # As a terminal does: to everybody.
        os.killpg(build.pid, signal.SIGINT)
        told, said = build.communicate(timeout=60)
    finally:
        build.kill()

    assert "Keyboard interrupt received" in told + said
    assert "Traceback" not in told + said
    assert pages_below(tmp_path) == []
    assert others(build.pid) == []
