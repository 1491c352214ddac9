"""
Runs `publish` many times, each in a process of its own that may be killed, and is begun as a copy of this one.

It reads a request to a line, as JSON, and answers each with a line: the exit status (-9: killed) and what was said.
"kill": [path, n] ends the process by SIGKILL just before the n-th time that it changes something at a path that begins so;
"started": n just before the n-th program that it runs. "signal" names another signal. "told": [file, n, when] writes "n pid when" into a file, for a
server that kills. "largest": n has the system refuse larger files.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from provider_directory.publish.command import main

with contextlib.suppress(ImportError):
    import s3fs  # noqa: F401  Once for all, instead of in each process.

CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir")


class Killer:
    """Counts what a process changes below a path, or the programs it runs, and ends it before the n-th."""

    def __init__(self, below: str | None, number: int, name: str) -> None:
        self.below, self.left, self.lock = below, number, threading.Lock()
        self.signal = signal.Signals[name]

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Look at something that the process is about to do."""
        if self.below is None:
            counts = event == "subprocess.Popen"
        else:
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            counts = bool(event in CHANGES or writes) and str(arguments[0]).startswith(self.below)
        if counts:
            with self.lock:
                self.left -= 1
                if self.left == 0:
                    os.kill(os.getpid(), self.signal)


def run(request: dict[str, Any]) -> int:
    """Publish as asked; the exit status."""
    os.environ.update(request.get("environment", {}))
    if "told" in request:
        place, number, when = request["told"]
        Path(place).write_text(f"{number} {os.getpid()} {when}")
    if "largest" in request:
        resource.setrlimit(resource.RLIMIT_FSIZE, (request["largest"], request["largest"]))
    if "kill" in request:
        sys.addaudithook(Killer(*request["kill"], request.get("signal", "SIGKILL")))
    if "started" in request:
        sys.addaudithook(Killer(None, request["started"], "SIGKILL"))
    return main(request["arguments"], Path(request["output"]))


for line in sys.stdin:
    request = json.loads(line)
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            status = 1
            try:
                status = run(request)
            except SystemExit as end:
                status = int(end.code or 0)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        print(json.dumps([status, said.read().decode()]), flush=True)
