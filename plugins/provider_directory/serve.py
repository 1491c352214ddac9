"""The preview: the built site over HTTP as production answers, rebuilt whenever its sources change."""

import argparse
import errno
import os
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os.path import isdir, isfile
from pathlib import Path
from socket import socket
from urllib.parse import quote, unquote

from watchfiles import watch

from .outputs.media_types import is_served, media_type
from .press.faults import Busy
from .publish.headers import HEADERS, Headers, read_headers
from .publish.redirects import REDIRECTS, read_redirects

HOST = "127.0.0.1"
FIRST_PORT = 8000
LAST_PORT = 65535
OUTPUT = Path("output")
SOURCES = ("content", "providers", "theme", "plugins")
SETTINGS = "pelicanconf.py"
BUILD = ("-m", "pelican", "content", "-o", str(OUTPUT), "-s", SETTINGS, "--fatal", "errors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one request is answered with."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""


def answer(directory: Path, target: str) -> Answer:
    """Return what production would answer a GET of `target`, a path with an optional query."""
    path, mark, query = target.partition("?")
    path = unquote(path)
    file = inside(directory, path)
    if file is None or not is_served(path):
        return page_not_found(directory, path)
    if (leads := published_redirects(directory).get(path)) is not None:
        return Answer(status=HTTPStatus.MOVED_PERMANENTLY, headers=(("Location", f"{leads}{mark}{query}"),))
    if isdir(file) and not path.endswith("/"):
        place = ("Location", f"/{quote(path.strip('/'))}/{mark}{query}")
        return Answer(status=HTTPStatus.MOVED_PERMANENTLY, headers=(place,))
    if path.endswith("/"):
        file /= "index.html"
    return page(directory, path, file, HTTPStatus.OK) if isfile(file) else page_not_found(directory, path)


def inside(directory: Path, path: str) -> Path | None:
    """Return the file `path` names, or None when it would lie outside `directory`, links followed."""
    if "\0" in path:
        return None
    root = directory.resolve()
    file = (root / path.lstrip("/")).resolve()
    return file if file.is_relative_to(root) else None


def page(directory: Path, path: str, file: Path, status: HTTPStatus) -> Answer:
    """Return one file of the site with its type and the headers published for its path."""
    published = published_headers(directory, path)
    kind = ("Content-Type", media_type(file.name))
    typed = any(name.lower() == "content-type" for name, _ in published)
    return Answer(status=status, headers=published if typed else (kind, *published), body=file.read_bytes())


def page_not_found(directory: Path, path: str) -> Answer:
    """Return the 404 page in the language of the path, Finnish when it has none."""
    language = path.strip("/").partition("/")[0]
    for place in (f"/{language}/404.html", "/fi/404.html", "/404.html"):
        file = inside(directory, place)
        if file and isfile(file):
            return page(directory, place, file, HTTPStatus.NOT_FOUND)
    kind = ("Content-Type", media_type("404.txt"))
    return Answer(status=HTTPStatus.NOT_FOUND, headers=(kind,), body=b"404: nothing has this address.\n")


def published_headers(directory: Path, path: str) -> tuple[tuple[str, str], ...]:
    """Return the headers that the site's own `_headers` file gives a path, and how long it may be kept."""
    file = directory / HEADERS
    headers = read_headers(file.read_text("utf-8")) if file.is_file() else Headers()
    said = [pair for pair in headers.of(path) if pair[0].lower() != "cache-control"]
    return (*said, ("Cache-Control", headers.caching(path.lstrip("/"))))


def published_redirects(directory: Path) -> dict[str, str]:
    """Return which addresses lead on, and where, as the site's own `_redirects` file says it."""
    file = directory / REDIRECTS
    return read_redirects(file.read_text("utf-8")) if file.is_file() else {}


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from one directory."""

    directory: Path
    timeout = 30

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self.send(answer(self.directory, self.path), body=False)

    def do_GET(self) -> None:
        """Answer with the headers and the file."""
        self.send(answer(self.directory, self.path), body=True)

    def send(self, reply: Answer, *, body: bool) -> None:
        """Write an answer to the connection."""
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if body:
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the build's report."""


def handler(directory: Path) -> type[Handler]:
    """Return the request handler of one directory."""
    return type("SiteHandler", (Handler,), {"directory": directory})


class Server(ThreadingHTTPServer):
    """An HTTP server of this machine only."""

    # Two previews sharing a port would each answer some of the requests.
    allow_reuse_port = False
    request_queue_size = 64

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, which can take seconds on macOS."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.socket.getsockname()[1]

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Let a browser hang up in the middle of an answer."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


@contextmanager
def running(directory: Path, port: int = 0) -> Iterator[str]:
    """Serve a directory while the context lasts; yields its address without a last slash. Port 0 is any."""
    with listening(directory, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def listening(directory: Path, port: int) -> Server:
    """Return a server on `port`, or on the next one that is free."""
    try:
        return Server((HOST, port), handler(directory))
    except OSError as error:
        if error.errno != errno.EADDRINUSE or port == LAST_PORT:
            raise
        return listening(directory, port + 1)


def changes(root: Path) -> Iterator[None]:
    """Yield whenever something the site is made of has changed."""
    settings = root / SETTINGS
    seen = saved(settings)
    folders = [folder for name in SOURCES if (folder := root / name).is_dir()]
    # The settings are looked at, not watched: an editor saves by replacing the file, which ends a watch.
    for changed in watch(*folders, rust_timeout=500, yield_on_timeout=True):
        before, seen = seen, saved(settings)
        if changed or before != seen:
            yield


def saved(file: Path) -> int:
    """Return when a file was last written, in nanoseconds; 0 while there is none."""
    return file.stat().st_mtime_ns if file.is_file() else 0


def build(root: Path) -> None:
    """Build the site, the report going to the terminal; a failed build leaves the last good site in place."""
    began = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(root / "plugins")}
    status = Busy.exitcode  # While another build publishes: tried again, as no other change may follow.
    while status == Busy.exitcode:
        status = subprocess.run((sys.executable, *BUILD), cwd=root, env=environment, check=False).returncode
    outcome = "Not built; the last good site is still shown" if status else "Built"
    print(f"{outcome} ({time.monotonic() - began:.1f} s).", flush=True)


def main(argv: Sequence[str]) -> int:
    """Build, serve and rebuild until interrupted; returns the exit status."""
    parser = argparse.ArgumentParser(prog="serve", description="Show the site and follow its changes.")
    parser.add_argument("--port", type=int, default=FIRST_PORT, help="the first port to try")
    port = parser.parse_args(argv).port
    root = Path.cwd()
    try:
        build(root)
        with running(root / OUTPUT, port) as address:
            print(f"The site is at {address}/ and follows your changes. Stop with Ctrl-C.", flush=True)
            for _ in changes(root):
                build(root)
    except KeyboardInterrupt:
        print()
    return 0
