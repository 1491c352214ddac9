"""What nginx and Apache make of the settings that the site brings along: the same as the preview, and as `_headers` says it."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest

from provider_directory import serve
from provider_directory.outputs import apache, nginx
from provider_directory.outputs.header_rules import HeaderRule, policy
from provider_directory.outputs.headers import EVERYWHERE, FOR_EVER
from provider_directory.outputs.media_types import NEVER_SERVED, TYPES
from provider_directory.publish.headers import read_headers
from provider_directory.publish.redirects import read_redirects
from tests.outputs import servers
from tests.outputs.servers import Server
from tests.sites.building import build, copy_of, published

LANGUAGES = ("fi", "sv", "en")
EXAMPLES = "naytteet"
"""A folder with a file of each type."""

ENDINGS = {"": "", "gzip": ".gz", "br": ".br"}
"""Of the files that are compressed in these ways."""

Start = Callable[[Path, Path], AbstractContextManager[Server]]

STARTS: dict[str, Start] = {
    "nginx": servers.nginx,
    "nginx-with-brotli": partial(servers.nginx, brotli=True),
    "apache": servers.apache,
}


def why_not(name: str) -> str:
    """What is not here that a server or its site needs."""
    if not find_spec("brotli"):
        return "brotli is not installed: make setup-test"
    if name == "nginx-with-brotli" and not servers.module("nginx", "ngx_http_brotli_static_module.so"):
        return "nginx's module is not here. Debian, Ubuntu: sudo apt install libnginx-mod-http-brotli-static"
    if name.startswith("nginx"):
        return servers.lacking("nginx", "nginx")
    return servers.lacking("apache2", "apache2")


KINDS = [pytest.param(name, marks=pytest.mark.needs(why_not(name))) for name in STARTS]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A place that a server may read which has given up being root."""
    place = Path(tempfile.mkdtemp(prefix="served-")).resolve()
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    """A built site with compressed files, and a file of each type."""
    records = copy_of("minimal", folder)
    text = (records / "providers/esimerkkihoiva.yaml").read_text()
    ended = text.replace("from: 2018-01-01", "from: 2018-01-01\n    until: 2018-06-30").replace(
        "1234567-1", "9988776-3"
    )
    (records / "providers/esimerkkientinen.yaml").write_text(ended)
    organiser = records / "content/organisers/esimerkkila.yaml"
    organiser.write_text(f'{organiser.read_text()}frame_ancestors: ["https://www.esimerkkila.fi"]\n')
    done = build(records, folder / "site", FILES_COMPRESSED="gz br")
    assert done.returncode == 0, done.stderr
    (folder / "site" / EXAMPLES).mkdir()
    for ending in TYPES:
        (folder / "site" / EXAMPLES / f"a{ending}").write_bytes(b"x" * 2000)
    return folder / "site"


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which server it is."""
    return str(request.param)


@pytest.fixture(scope="module")
def server(kind: str, site: Path, folder: Path) -> Iterator[Server]:
    """A server with the built site."""
    with STARTS[kind](site, folder / kind) as started:
        yield started


def style(site: Path) -> str:
    """The address of the style sheet."""
    (file,) = site.glob("theme/*/css/main.css")
    return f"/{file.relative_to(site).as_posix()}"


def test_every_address_is_answered_as_the_preview_answers_it(server: Server, site: Path) -> None:
    pages = [path.removesuffix("index.html") for path in published(site) if path.endswith("index.html")]
    others = [style(site), "/robots.txt", "/sitemap.xml", "/theme/", "/theme/nothing.css", "/nothing", "/sv/inget/"]
    for path in [*(f"/{page}" for page in pages), *others, *(f"/{name}" for name in NEVER_SERVED), "/.published"]:
        told, given = serve.answer(site, path), server.ask(path)
        expected = {name.lower(): value for name, value in told.headers}

        assert (path, given.status) == (path, told.status)
        if told.status == 301:
            assert given.location.removeprefix(f"http://127.0.0.1:{server.port}") == expected["location"]
        else:
            assert given.body == told.body, path
            assert {name: given.headers.get(name) for name in expected} == expected, path


def test_a_file_has_the_type_of_its_ending(server: Server) -> None:
    told = {ending: server.ask(f"/{EXAMPLES}/a{ending}").content_type for ending in TYPES}

    assert told == TYPES
    assert (told[".js"], told[".ics"]) == ("text/javascript; charset=utf-8", "text/calendar; charset=utf-8")


def test_what_is_not_there_is_told_in_the_language_of_its_address(server: Server, site: Path) -> None:
    for path, page in (("/fi/a/b/", "fi"), ("/sv/x", "sv"), ("/en/x.html", "en"), ("/x", "fi"), ("/sve/", "fi")):
        reply = server.ask(path)

        assert (reply.status, reply.content_type) == (404, "text/html; charset=utf-8")
        assert reply.body == (site / page / "404.html").read_bytes(), path
        assert reply.cache_control == "no-cache" and "frame-ancestors 'none'" in reply.content_security_policy


def test_files_are_sent_as_they_stand_compressed(server: Server, kind: str, site: Path) -> None:
    can = "br" if kind != "nginx" else "gzip"
    for path, file in (("/fi/", site / "fi/index.html"), (style(site), site / style(site)[1:])):
        for asked, coding in (("gzip, deflate, br", can), ("gzip", "gzip"), ("", ""), ("br;q=0, gzip;q=0", "")):
            reply = server.ask(path, accept_encoding=asked)
            standing = Path(f"{file}{ENDINGS[coding]}")

            assert (reply.status, reply.content_encoding, reply.vary) == (200, coding, "Accept-Encoding"), asked
            assert reply.body == standing.read_bytes()
            assert reply.content_type == TYPES[file.suffix]


def test_what_does_not_stand_compressed_is_compressed_on_the_way(server: Server) -> None:
    reply = server.ask(f"/{EXAMPLES}/a.csv", accept_encoding="gzip")
    picture = server.ask(f"/{EXAMPLES}/a.png", accept_encoding="gzip, br")

    assert (reply.content_encoding, gzip.decompress(reply.body)) == ("gzip", b"x" * 2000)
    assert (picture.content_encoding, picture.body) == ("", b"x" * 2000)


@pytest.mark.parametrize("asked", ["", "gzip", "br"])
def test_a_page_that_is_kept_is_asked_for_again_and_not_sent_twice(server: Server, asked: str) -> None:
    first = server.ask("/fi/", accept_encoding=asked)
    again = server.ask("/fi/", accept_encoding=asked, if_none_match=first.etag)

    assert first.cache_control == "no-cache"
    assert (again.status, again.body, again.cache_control) == (304, b"", "no-cache")


def test_what_is_named_after_its_contents_is_kept_for_ever(server: Server, site: Path) -> None:
    for file in (style(site), *(f"/{path.relative_to(site)}" for path in sorted(site.glob("prices/*.json")))):
        for asked in ("", "gzip", "gzip, br"):
            assert server.ask(file, accept_encoding=asked).cache_control == FOR_EVER["Cache-Control"]

    assert server.ask("/theme/nothing.css").cache_control == "no-cache"


def test_former_names_lead_on_for_good(server: Server, site: Path) -> None:
    leading = read_redirects((site / "_redirects").read_text())
    former = "/fi/palvelusetelit/esimerkkila/kotiapuseteli/"

    assert leading[former] == "/fi/palvelusetelit/esimerkkila/kotihoito/"
    for old, new in leading.items():
        reply = server.ask(f"{old}?kunta=1")
        assert (reply.status, reply.cache_control) == (301, "no-cache")
        assert reply.location.removeprefix(f"http://127.0.0.1:{server.port}") == f"{new}?kunta=1"
        assert server.ask(new).status == 200


def test_whose_approval_has_ended_has_a_page_that_says_so_and_whose_record_is_gone_has_none(server: Server) -> None:
    ended, gone = server.ask("/fi/tuottajat/esimerkkientinen/"), server.ask("/sv/producenter/esimerkkipoistettu/")

    assert (ended.status, gone.status) == (200, 404)
    assert b"30.6.2018" in ended.body and b'<meta name="robots" content="noindex">' in ended.body
    assert b'<html lang="sv"' in gone.body


def test_a_list_may_be_shown_by_its_organiser_and_a_page_by_nobody(server: Server, site: Path) -> None:
    lists = [
        f"/{page.parent.relative_to(site)}/"
        for page in site.glob("*/*/esimerkkila/**/index.html")
        if "/upota/" in str(page)
    ]
    assert lists
    for path in lists:
        reply = server.ask(path)
        assert reply.content_security_policy == policy(frame_ancestors=("'self'", "https://www.esimerkkila.fi")), path
        assert reply.access_control_allow_origin == "*"

    assert server.ask("/fi/").content_security_policy == policy()


def test_a_folder_without_its_slash_leads_to_the_one_with_it(server: Server) -> None:
    reply = server.ask("/fi/haku")

    assert reply.status == 301
    assert reply.location.removeprefix(f"http://127.0.0.1:{server.port}") == "/fi/haku/"


@pytest.mark.parametrize(
    "path", ["/../errors", "/fi/../../errors", "/%2e%2e/errors", "/fi/%2e%2e/%2e%2e/errors", "//etc/passwd"]
)
def test_nothing_outside_the_site_is_served(server: Server, path: str) -> None:
    assert server.ask(path).status in (400, 404)


ALLOWED = ("https://www.esimerkkila.fi", "https://*.example.fi:8443")

RULES = (
    HeaderRule("/*", EVERYWHERE),
    HeaderRule("/theme/*", FOR_EVER),
    HeaderRule("/fi/upota/*", {"Content-Security-Policy": policy(frame_ancestors=("'self'",))}),
    HeaderRule("/fi/upota/esimerkkila/*", {"Content-Security-Policy": policy(frame_ancestors=ALLOWED)}),
    HeaderRule("/fi/upota/esimerkkila/yksi/", {"X-Robots-Tag": "100% noindex"}),
    HeaderRule("/upote/*.json", {"Access-Control-Allow-Origin": "*", **FOR_EVER}),
    HeaderRule("/upote/uusin.json", {"Cache-Control": "no-cache"}),
)

EMBEDS = (
    "fi/index.html",
    "fi/404.html",
    "404.html",
    "fi/upota/index.html",
    "fi/upota/esimerkkila/index.html",
    "fi/upota/esimerkkila/yksi/index.html",
    "fi/upotax/index.html",
    "upote/a.json",
    "upote/uusin.json",
    "upote/a.js",
)


@pytest.fixture(scope="module")
def embeds(kind: str, folder: Path) -> Iterator[Server]:
    """A server with pages that some other sites may show in theirs."""
    site = folder / f"embeds-{kind}"
    for path in EMBEDS:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(f"<p>{path}")
    (site / "_nginx.conf").write_text(nginx.configuration(LANGUAGES, RULES, {}))
    (site / ".htaccess").write_text(apache.configuration(LANGUAGES, RULES, {}))
    with STARTS[kind](site, folder / f"{kind}-embeds") as started:
        yield started


@pytest.mark.parametrize(
    ("path", "ancestors"),
    [
        ("/fi/", "'none'"),
        ("/fi/upotax/", "'none'"),
        ("/fi/upota/", "'self'"),
        ("/fi/upota/esimerkkila/", " ".join(ALLOWED)),
        ("/fi/upota/esimerkkila/index.html", " ".join(ALLOWED)),
        ("/fi/upota/esimerkkila/yksi/", " ".join(ALLOWED)),
        ("/fi/upota/esimerkkila/ei-ole/", "'none'"),
    ],
)
def test_a_page_says_who_may_show_it_in_theirs(embeds: Server, path: str, ancestors: str) -> None:
    policies = embeds.ask(path).content_security_policy

    assert policies == policy(frame_ancestors=ancestors.split())


def test_a_rule_for_one_page_or_one_kind_of_file_holds_for_no_other(embeds: Server) -> None:
    assert embeds.ask("/fi/upota/esimerkkila/yksi/").x_robots_tag == "100% noindex"
    assert embeds.ask("/fi/upota/esimerkkila/").x_robots_tag == ""
    assert embeds.ask("/upote/a.json").access_control_allow_origin == "*"
    assert embeds.ask("/upote/a.js").access_control_allow_origin == ""
    assert embeds.ask("/upote/a.json").cache_control == FOR_EVER["Cache-Control"]
    assert embeds.ask("/upote/uusin.json").cache_control == "no-cache"


def test_a_server_says_what_the_headers_file_says_of_every_page_and_file(server: Server, site: Path) -> None:
    headers = read_headers((site / "_headers").read_text())
    for path in [path for path in published(site) if not path.endswith((".gz", ".br", "404.html"))]:
        address = f"/{path}".removesuffix("index.html")
        reply = server.ask(address)
        if reply.status == 200:
            said = {name.lower(): value for name, value in headers.of(address)}
            assert {name: reply.headers.get(name) for name in said} == said, address
