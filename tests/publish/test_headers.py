"""Types, and how long a file may be kept."""

from __future__ import annotations

import pytest

from provider_directory.outputs.media_types import NEVER_SERVED, media_type
from provider_directory.publish.headers import REVALIDATED, read_headers
from tests.conftest import BuiltSite

TEXT = """\
# what everybody gets
/*
  X-Content-Type-Options: nosniff

/theme/*
  Cache-Control: public, max-age=31536000, immutable
"""


def test_a_rule_holds_for_the_paths_that_fit() -> None:
    headers = read_headers(TEXT)

    assert headers.of("/fi/") == (("X-Content-Type-Options", "nosniff"),)
    assert headers.of("/theme/a/b.css")[1] == ("Cache-Control", "public, max-age=31536000, immutable")


def test_a_page_is_asked_for_again_and_what_is_named_after_its_contents_is_not() -> None:
    headers = read_headers(TEXT)

    assert headers.caching("fi/index.html") == REVALIDATED == "no-cache"
    assert headers.is_for_ever("theme/a/b.css") and not headers.is_for_ever("themes/a.css")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("fi/index.html", "text/html; charset=utf-8"),
        ("a.b/c.json", "application/json; charset=utf-8"),
        ("kuva.png", "image/png"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_ending(path: str, kind: str) -> None:
    assert media_type(path) == kind


def test_every_file_of_the_site_has_a_known_type(site: BuiltSite) -> None:
    unknown = {
        file.name
        for file in site.output.rglob("*")
        if file.is_file() and media_type(file.name) == "application/octet-stream" and not file.name.startswith(".")
    }

    assert unknown == set(NEVER_SERVED) - {".htaccess"}
