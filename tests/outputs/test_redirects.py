"""_redirects: former addresses lead on, nowhere out of the site, and within what Cloudflare takes."""

from __future__ import annotations

import pytest

from provider_directory.outputs.made import Known
from provider_directory.outputs.redirects import redirects, text
from provider_directory.publish.redirects import read_redirects

LANGUAGES = ("fi", "sv", "en")


def page(url: str, redirect: str | None = None) -> Known:
    """What is known of a page."""
    return Known(url, url, (), True, redirect)


def test_pages_that_lead_on_do_so_for_good() -> None:
    pages = (page("/fi/b/", "/fi/c/"), page("/fi/a/", "/fi/b/"), page("/fi/c/"), page("/fi/", "/fi/"))
    told = text(LANGUAGES, redirects(pages))

    assert told == (
        "/fi/a/ /fi/b/ 301!\n/fi/a/ /fi/b/ 301\n/fi/b/ /fi/c/ 301!\n/fi/b/ /fi/c/ 301\n"
        "/fi/* /fi/404.html 404\n/sv/* /sv/404.html 404\n/en/* /en/404.html 404\n"
    )
    assert read_redirects(told) == redirects(pages) == {"/fi/a/": "/fi/b/", "/fi/b/": "/fi/c/"}


@pytest.mark.parametrize(
    "target", ["//evil.example/", "https://evil.example/", "/fi/../../x", "/fi/a b", "/*", "/fi/\n/x"]
)
def test_nothing_leads_out_of_the_site(target: str) -> None:
    with pytest.raises(ValueError, match="no address that can lead on"):
        redirects((page("/fi/a/", target),))


def test_what_cloudflare_would_not_take_is_left_out_and_said() -> None:
    pages = [page(f"/fi/a/{number:04}/", "/fi/b/") for number in range(1500)]
    lines = text(LANGUAGES, redirects(pages)).splitlines()

    assert len([line for line in lines if " 301" in line]) == 2000
    assert lines[2000] == "# Cloudflare takes 2000 lines. Left out: 500 addresses, whose pages lead on by themselves."
    assert len(redirects(pages)) == 1500


def test_finnish_addresses_are_the_last_to_be_left_out() -> None:
    pages = [page(f"/{language}/a/", f"/{language}/b/") for language in ("en", "sv", "fi")]

    assert list(redirects(pages)) == ["/fi/a/", "/sv/a/", "/en/a/"]
