"""Real web servers of this machine that serve a site with the settings it brings along."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

SBIN = "/usr/sbin:/sbin"
"""Where Debian puts servers, and few people's PATH leads."""

NGINX = """\
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
{before}
events {{ }}
http {{
    access_log off;
    {temporary}
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {site}/_nginx.conf;
        {inside}
    }}
}}
"""

APACHE = """\
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/errors
Listen 127.0.0.1:{port}
{modules}
{user}
TypesConfig /dev/null
DocumentRoot {site}
<Directory {site}>
Options Indexes FollowSymLinks
AllowOverride FileInfo Indexes
Require all granted
</Directory>
"""

MODULES = ("mpm_event", "authz_core", "autoindex", "deflate", "dir", "filter", "headers", "mime", "rewrite", "unixd")

TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Reply:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    """By name in small letters; what came twice is told with a | between."""
    body: bytes

    def __getattr__(self, name: str) -> str:
        """A header: content_type."""
        return self.headers.get(name.replace("_", "-"), "")


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    port: int

    def ask(self, path: str, **headers: str) -> Reply:
        """Send a path exactly as it is written. headers: accept_encoding="gzip"."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            found: dict[str, str] = {}
            for name, value in response.getheaders():
                found[name.lower()] = f"{found[name.lower()]}|{value}" if name.lower() in found else value
            return Reply(response.status, found, response.read())
        finally:
            connection.close()


def program(name: str) -> str | None:
    """Where a server's program is."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:{SBIN}")


def lacking(name: str, package: str) -> str:
    """What to install where a server is not here; nothing where it is."""
    return "" if program(name) else f"{name} is not here. Debian, Ubuntu: sudo apt install {package}"


def module(server: str, name: str) -> Path | None:
    """A server's module: where Debian puts it, or beside a server that was unpacked elsewhere."""
    found = program(server)
    roots = [Path(found).parents[1] / "root"] if found else []
    places = [root / f"usr/lib/{server}/modules/{name}" for root in (*roots, Path("/"))]
    return next((place for place in places if place.is_file()), None)


@contextmanager
def nginx(site: Path, folder: Path, *, brotli: bool = False) -> Iterator[Server]:
    """nginx with the settings of a site, with or without its module for Brotli."""
    port = free_port()
    found = module("nginx", "ngx_http_brotli_static_module.so") if brotli else None
    user = ["user root;"] if os.geteuid() == 0 else []
    before = [*user, *([f"load_module {found};"] if found else [])]
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
    text = NGINX.format(
        folder=folder,
        site=site,
        port=port,
        before="\n".join(before),
        temporary=temporary,
        inside="brotli_static on;" if found else "",
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nginx.conf").write_text(text)
    command = [str(program("nginx")), "-p", str(folder), "-e", f"{folder}/errors", "-c", f"{folder}/nginx.conf"]
    with running(command, port, folder):
        yield Server(port)


@contextmanager
def apache(site: Path, folder: Path) -> Iterator[Server]:
    """Apache with the settings of a site, in the .htaccess that it brings along."""
    port = free_port()
    compiled = subprocess.run([str(program("apache2")), "-l"], capture_output=True, text=True, check=True).stdout
    modules = {name: module("apache2", f"mod_{name}.so") for name in MODULES if f"mod_{name}.c" not in compiled}
    lines = "\n".join(f"LoadModule {name}_module {file}" for name, file in modules.items() if file)
    # It refuses to serve as root.
    user = "User #65534\nGroup #65534" if os.geteuid() == 0 else ""
    folder.mkdir(parents=True, exist_ok=True)
    text = APACHE.format(folder=folder, site=site, port=port, modules=lines, user=user)
    (folder / "apache.conf").write_text(text)
    command = [str(program("apache2")), "-d", str(folder), "-f", f"{folder}/apache.conf", "-DFOREGROUND"]
    with running(command, port, folder):
        yield Server(port)


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """A server while the context lasts."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            until = monotonic() + 20
            while not answers(port):
                assert process.poll() is None and monotonic() < until, told(process, folder)
                sleep(0.02)
            yield
        finally:
            process.terminate()
    # An address that is not there is an error too, and meant.
    errors = (folder / "errors").read_text()
    assert not re.search(r"\[(?:\w+:)?(?:warn|crit|alert|emerg)\]", errors), errors


def told(process: subprocess.Popen[str], folder: Path) -> str:
    """Why a server does not answer."""
    process.kill()
    errors = folder / "errors"
    return (process.communicate()[0] or "") + (errors.read_text() if errors.is_file() else "")


def answers(port: int) -> bool:
    """Whether a server listens."""
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
