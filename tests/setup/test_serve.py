"""The preview answers as production does, serves nothing from outside the site, and follows changes."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from provider_directory import serve
from provider_directory.press.lock import locked
from provider_directory.press.site import site_at
from tests.sites.building import copy_of

HEADERS = """\
# What the host adds.
/*
  Content-Security-Policy: default-src 'none'; img-src 'self'
  X-Content-Type-Options: nosniff

/theme/*
  Cache-Control: public, max-age=31536000, immutable

/data/*.json
  Access-Control-Allow-Origin: *
"""
SITE = {
    "_headers": HEADERS,
    "_redirects": "/fi/ennen/ /fi/nyt/ 301!\n/fi/ennen/ /fi/nyt/ 301\n/fi/* /fi/404.html 404\n",
    ".published": "",
    "index.html": "front",
    "404.html": "not found",
    "fi/index.html": "etusivu ä",
    "fi/404.html": "ei löydy",
    "sv/index.html": "startsida",
    "sv/404.html": "finns inte",
    "theme/main.css": "a{}",
    "data/all.json": "{}",
    "data/all.csv": "a;b",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    directory = tmp_path / "output"
    for name, text in SITE.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_text(text, "utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    return directory


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with serve.running(site) as address:
        yield address


def ask(address: str, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    """Send a path exactly as written, which a browser or urllib would tidy first."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    try:
        connection.request(method, path)
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read().decode()
    finally:
        connection.close()


def test_a_folder_is_its_index_page(address: str) -> None:
    status, headers, body = ask(address, "/fi/")

    assert (status, body) == (200, "etusivu ä")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Length"] == "10"


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("page.html", "text/html; charset=utf-8"),
        ("main.css", "text/css; charset=utf-8"),
        ("main.js", "text/javascript; charset=utf-8"),
        ("index.json", "application/json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("events.ics", "text/calendar; charset=utf-8"),
        ("icon.png", "image/png"),
        ("font.woff2", "font/woff2"),
        ("unknown.thing", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_ending(site: Path, address: str, name: str, type_: str) -> None:
    (site / name).write_bytes(b"x")

    status, headers, _ = ask(address, f"/{name}")

    assert (status, headers["Content-Type"]) == (200, type_)


def test_head_has_the_headers_and_no_body(address: str) -> None:
    status, headers, body = ask(address, "/fi/", method="HEAD")

    assert (status, headers["Content-Length"], body) == (200, "10", "")


@pytest.mark.parametrize(
    ("path", "place"),
    [("/fi", "/fi/"), ("/fi?q=koti&max=40", "/fi/?q=koti&max=40"), ("//fi", "/fi/"), ("/f%69", "/fi/")],
)
def test_a_folder_without_its_slash_is_redirected(address: str, path: str, place: str) -> None:
    status, headers, _ = ask(address, path)

    assert (status, headers["Location"]) == (301, place)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/sv/inget/", "finns inte"),
        ("/fi/olematon.html", "ei löydy"),
        ("/en/nothing/", "ei löydy"),
        ("/nothing", "ei löydy"),
        ("/theme/", "ei löydy"),
        ("/fi/index.html/", "ei löydy"),
        ("/_headers", "ei löydy"),
        ("/_redirects", "ei löydy"),
        ("/.published", "ei löydy"),
        ("/" + "x" * 5000, "ei löydy"),
        ("/fi/%00", "ei löydy"),
    ],
)
def test_what_is_not_there_is_a_404_in_the_language_of_the_path(address: str, path: str, words: str) -> None:
    status, headers, body = ask(address, path)

    assert (status, body) == (404, words)
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("path", "place"), [("/fi/ennen/", "/fi/nyt/"), ("/fi/ennen/?q=koti", "/fi/nyt/?q=koti")])
def test_an_address_that_leads_on_does_so_for_good(site: Path, address: str, path: str, place: str) -> None:
    (site / "fi/ennen").mkdir()
    (site / "fi/ennen/index.html").write_text("<meta http-equiv=refresh>")

    status, headers, _ = ask(address, path)

    assert (status, headers["Location"]) == (301, place)


def test_what_is_not_there_is_not_kept_for_ever(address: str) -> None:
    status, headers, _ = ask(address, "/theme/former.css")

    assert (status, headers["Cache-Control"]) == (404, "no-cache")


def test_without_finnish_the_root_404_page_answers(site: Path, address: str) -> None:
    (site / "fi/404.html").unlink()

    assert ask(address, "/en/nothing/")[::2] == (404, "not found")


def test_without_any_404_page_the_status_is_still_404(site: Path, address: str) -> None:
    for page in site.rglob("404.html"):
        page.unlink()

    assert ask(address, "/nothing")[::2] == (404, "404: nothing has this address.\n")


def test_the_published_headers_are_sent_where_their_path_says(address: str) -> None:
    front, style = ask(address, "/")[1], ask(address, "/theme/main.css")[1]
    data, table = ask(address, "/data/all.json")[1], ask(address, "/data/all.csv")[1]

    assert front["Content-Security-Policy"] == "default-src 'none'; img-src 'self'"
    assert front["Cache-Control"] == "no-cache"
    assert style["Cache-Control"] == "public, max-age=31536000, immutable"
    assert style["Content-Security-Policy"] == front["Content-Security-Policy"]
    assert data["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in table


def test_a_published_type_wins_over_the_type_of_the_ending(site: Path, address: str) -> None:
    (site / "_headers").write_text("/data/all.json\n  content-type: application/geo+json\n")

    status, headers, _ = ask(address, "/data/all.json")

    assert (status, headers["content-type"]) == (200, "application/geo+json")
    assert "Content-Type" not in headers


@pytest.mark.parametrize("upwards", ["/..", "/fi/../..", "/%2e%2e", "/..%2f", "/fi/..%2f..", "/.%2e/."])
def test_nothing_outside_the_site_is_served(site: Path, address: str, upwards: str) -> None:
    assert (site / "../secret.txt").read_text() == "secret"

    assert ask(address, upwards + "/secret.txt")[::2] == (404, "ei löydy")


def test_an_absolute_path_does_not_leave_the_site(site: Path, address: str) -> None:
    assert ask(address, f"/{site.parent}/secret.txt")[0] == 404


def test_a_link_that_leads_outside_is_not_followed(site: Path, address: str) -> None:
    (site / "linked.txt").symlink_to(site.parent / "secret.txt")

    assert ask(address, "/linked.txt")[::2] == (404, "ei löydy")


def test_a_taken_port_gives_way_to_the_next(site: Path) -> None:
    with serve.running(site) as first, serve.running(site, urlsplit(first).port or 0) as second:
        assert (urlsplit(second).port or 0) > (urlsplit(first).port or 0)
        assert ask(first, "/")[2] == ask(second, "/")[2] == "front"


def test_the_port_is_free_again_afterwards(site: Path) -> None:
    with serve.running(site) as address:
        port = urlsplit(address).port or 0

    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


SETTINGS = """\
PATH = "content"
SITEURL = ""
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
DEFAULT_DATE = "fs"
SITENAME = "{name}"
"""


START = """
import signal, sys
from provider_directory import serve
# A shell that runs the tests in the background has switched Ctrl-C off for all they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(serve.main(["--port=0"]))
"""


def wait_for(address: str, words: str) -> None:
    """Wait until the front page says something; a rebuild takes a second or two."""
    until = time.monotonic() + 30
    while words not in urlopen(f"{address}/index.html", timeout=10).read().decode():
        assert time.monotonic() < until, f"the front page never said {words!r}"
        time.sleep(0.1)


def test_every_change_is_rebuilt_and_a_failed_build_leaves_the_last_site(tmp_path: Path) -> None:
    article, settings = tmp_path / "content/first.md", tmp_path / "pelicanconf.py"
    article.parent.mkdir()
    article.write_text("Title: First words\n\nHello\n")
    settings.write_text(SETTINGS.format(name="One"))
    report = tmp_path / "report"
    with previewing(tmp_path, report) as preview:
        address = told_address(report)
        wait_for(address, "First words")

        article.write_text("Title: Second words\n\nHello\n")
        wait_for(address, "Second words")

        replace(settings, "this is not Python\n")
        wait_for_report(report, "Not built; the last good site is still shown")
        wait_for(address, "Second words")

        replace(settings, SETTINGS.format(name="Renamed"))
        wait_for(address, "Renamed")

        preview.send_signal(signal.SIGINT)
        assert preview.wait(timeout=30) == 0
    assert "Traceback" not in report.read_text().rpartition("Not built")[2]


@contextmanager
def previewing(root: Path, report: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run the preview of a site, its terminal going to a file."""
    environment = {**os.environ, "PYTHONPATH": str(Path(serve.__file__).parents[1])}
    with report.open("w") as terminal:
        preview = subprocess.Popen(
            [sys.executable, "-c", START], cwd=root, env=environment, stdout=terminal, stderr=terminal
        )
        try:
            yield preview
        finally:
            preview.kill()
            preview.wait()


def replace(file: Path, text: str) -> None:
    """Save as editors do: a new file takes the old one's place."""
    new = file.with_suffix(".new")
    new.write_text(text)
    new.replace(file)


def wait_for_report(report: Path, words: str) -> str:
    """Wait until the terminal says something, and return all it said."""
    until = time.monotonic() + 30
    while words not in (said := report.read_text()):
        assert time.monotonic() < until, f"the preview never said {words!r} but {said!r}"
        time.sleep(0.1)
    return said


def told_address(report: Path) -> str:
    """Wait for the preview to say where it is."""
    said = wait_for_report(report, "follows your changes")
    return said.rpartition("The site is at ")[2].partition("/ and")[0]


def test_a_change_that_comes_while_another_build_publishes_is_built_after_it(tmp_path: Path) -> None:
    """The other one holds the lock for longer than a build waits."""
    program = "import sys; from pathlib import Path; from provider_directory import serve; serve.build(Path.cwd())"
    site = copy_of("minimal", tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(Path(serve.__file__).parents[1])}
    with locked(site_at(site / "output")):
        run = subprocess.Popen(
            [sys.executable, "-c", program], cwd=site, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert run.stderr and b"Another build is publishing to " in run.stderr.readline()
    told, _ = run.communicate(timeout=60)

    assert b"\nBuilt (" in told
    assert (site / "output/fi/index.html").is_file()
