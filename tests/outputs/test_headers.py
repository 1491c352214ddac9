"""_headers: who may frame what, and who may read what."""

from __future__ import annotations

import pytest

from provider_directory.outputs.embed.frames import ancestors
from provider_directory.outputs.header_rules import policy
from provider_directory.outputs.headers import files
from provider_directory.publish.headers import Headers, read_headers
from provider_directory.views.edition import Edition
from tests.records.project import Project, world
from tests.views.editions import edition_of

PAGE = "/en/embed/ylojarvi/vouchers/kotihoito/"


@pytest.fixture
def project(tmp_path: object) -> Project:
    """The small world with two organisers, one of which names two sites."""
    made = world(tmp_path)  # type: ignore[arg-type]
    record = (made.root / "content/organisers/ylojarvi.yaml").read_text("utf-8")
    made.write("content/organisers/orivesi.yaml", f'{record}frame_ancestors: ["https://www.orivesi.example"]\n')
    named = 'frame_ancestors: ["https://www.ylojarvi.example", "https://*.ylojarvi.example:8443"]\n'
    made.write("content/organisers/ylojarvi.yaml", f"{record}{named}")
    return made


def headers(edition: Edition) -> Headers:
    """The site's headers."""
    ((path, data),) = files([edition], [])
    assert path == "_headers"
    return read_headers(data.decode())


def values(found: Headers, path: str, name: str) -> list[str]:
    """All values that a path has of a header."""
    return [value for own, value in found.of(path) if own == name]


def test_a_list_may_be_framed_by_the_sites_that_its_organiser_names(project: Project) -> None:
    allowed = ("'self'", "https://www.ylojarvi.example", "https://*.ylojarvi.example:8443")

    assert values(headers(edition_of(project)), PAGE, "Content-Security-Policy") == [policy(frame_ancestors=allowed)]


def test_a_list_of_no_one_organiser_may_be_framed_by_all_of_them(project: Project) -> None:
    assert ancestors(edition_of(project), "") == (
        *("'self'", "https://www.orivesi.example", "https://www.ylojarvi.example"),
        "https://*.ylojarvi.example:8443",
    )


@pytest.mark.parametrize("path", ["/", "/en/", "/en/vouchers/ylojarvi/kotihoito/", "/embed/provider-list.js"])
def test_nothing_else_may_be_framed(project: Project, path: str) -> None:
    found = headers(edition_of(project))

    assert values(found, path, "Content-Security-Policy") == [policy()]
    assert policy().endswith("; frame-ancestors 'none'")


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}list.json", "/embed/provider-list.js"])
def test_any_site_may_read_what_is_for_other_sites(project: Project, path: str) -> None:
    assert values(headers(edition_of(project)), path, "Access-Control-Allow-Origin") == ["*"]


def test_no_site_may_read_the_rest(project: Project) -> None:
    assert values(headers(edition_of(project)), "/en/", "Access-Control-Allow-Origin") == []


def test_search_engines_leave_the_copies_alone(project: Project) -> None:
    assert values(headers(edition_of(project)), f"{PAGE}list.pdf", "X-Robots-Tag") == ["noindex"]
