"""
An S3-compatible server on this machine (moto's), in a process of its own: python s3_server.py FOLDER

It prints its port, writes every request to FOLDER/log, and can be told of faults there: FOLDER/kill holds the number of
a writing request, counted in that log, the id of a process, and whether to end it just "before" or "after" that request;
FOLDER/refuse holds a number from which on every writing request is refused. FOLDER/hold names a request ("PUT path");
the first such one is answered only once that file is gone, and FOLDER/held says that it waits.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

WRITING = ("PUT", "POST", "DELETE")


class Watched:
    """The server's application, with its log and its faults."""

    def __init__(self, folder: Path) -> None:
        self.application = DomainDispatcherApplication(create_backend_app)
        self.folder = folder
        self.lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request."""
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if path.startswith("/moto-api"):
            return self.application(environ, start_response)
        number = self.counted(method, f"{method} {path}")
        kill = self.fault("kill") if number else []
        if kill and int(kill[0]) == number and kill[2] == "before":
            os.kill(int(kill[1]), signal.SIGKILL)
        refuse = self.fault("refuse") if number else []
        if refuse and number >= int(refuse[0]):
            start_response("403 Forbidden", [("Content-Type", "application/xml")])
            return [b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"]
        self.wait(f"{method} {path.split('/', 2)[-1]}")
        answer = list(self.application(environ, start_response))
        if kill and int(kill[0]) == number and kill[2] == "after":
            os.kill(int(kill[1]), signal.SIGKILL)
        return answer

    def counted(self, method: str, line: str) -> int:
        """Log a request; the number of a writing one in the log, 0 for the others."""
        with self.lock, (self.folder / "log").open("a+", encoding="utf-8") as log:
            log.write(f"{line}\n")
            log.seek(0)
            return sum(line.startswith(WRITING) for line in log) if method in WRITING else 0

    def wait(self, line: str) -> None:
        """Hold a request back, once, if that is asked for."""
        hold, held = self.folder / "hold", self.folder / "held"
        if hold.exists() and hold.read_text() == line and not held.exists():
            held.touch()
            while hold.exists():
                time.sleep(0.01)

    def fault(self, name: str) -> list[str]:
        """What a test has asked to go wrong."""
        place = self.folder / name
        return place.read_text().split() if place.exists() else []


class Silent(WSGIRequestHandler):
    """Leaves the log to us."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


if __name__ == "__main__":
    server = make_server("127.0.0.1", 0, Watched(Path(sys.argv[1])), threaded=True, request_handler=Silent)
    print(server.port, flush=True)
    server.serve_forever()
