"""The lists for other sites beside the example site's own pages: found from each, and never more than them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import BuiltSite

PROVIDERS = re.compile(r'href="(?:https://[^"/]+)?(/(?:fi/tuottajat|sv/producenter|en/providers)/[\w-]+/)"')
OEMBED = re.compile(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"')


def embeds(site: BuiltSite) -> dict[str, str]:
    """Every list for other sites: its address and its page."""
    texts = {file: file.read_text("utf-8") for file in site.pages()}
    return {
        f"/{file.parent.relative_to(site.output).as_posix()}/": text
        for file, text in texts.items()
        if 'class="page page--embed"' in text
    }


def own_page(site: BuiltSite, text: str) -> str:
    """The page of the site that a list for other sites names as its own."""
    return site.page(re.findall(r'<link rel="canonical" href="([^"]+)">', text)[0])


def test_there_is_one_in_each_language(site: BuiltSite) -> None:
    found = [address.split("/")[1] for address in embeds(site)]

    assert len(found) > 450
    assert found.count("fi") == found.count("sv") == found.count("en")


def test_each_names_its_own_page_and_is_found_from_it(site: BuiltSite) -> None:
    """But for the lists below a second organiser and those of one organiser's events, whose page names another."""
    unfound = []
    for address, text in embeds(site).items():
        (oembed,) = OEMBED.findall(own_page(site, text))
        if f'src="{address}"' not in json.loads((site.output / oembed.lstrip("/")).read_text("utf-8"))["html"]:
            unfound.append(address)

    assert {re.sub(r"^/\w+/[\w-]+/\w+/", "", address) for address in unfound} == {
        "tilaisuudet/",
        "evenemang/",
        "events/",
    }


def test_none_shows_anybody_who_is_not_on_the_sites_own_lists(site: BuiltSite) -> None:
    """A list of one service, voucher or register has who its page has; a longer one, who is on any of those."""
    found = embeds(site)
    listed = {provider for text in found.values() for provider in PROVIDERS.findall(own_page(site, text))}
    for address, text in found.items():
        shown, own = set(PROVIDERS.findall(text)), set(PROVIDERS.findall(own_page(site, text)))
        assert shown <= listed, address
        if re.search(r"/(kunnat|kommuner|municipalities)/[\w-]+/[\w-]+/$|/(palvelusetelit|rekisterit)/", address):
            assert shown == own, address


@pytest.mark.parametrize("ending", ["json", "shtml", "csv"])
def test_every_file_of_a_list_has_who_its_page_has(site: BuiltSite, ending: str) -> None:
    for address, text in embeds(site).items():
        name = "list" if address.startswith("/en/") else "lista"
        data = (site.output / address.strip("/") / f"{name}.{ending}").read_text("utf-8")
        for provider in set(PROVIDERS.findall(text)):
            assert provider in data, (address, provider)


def test_who_is_suspended_in_the_example_is_in_none_of_them(site: BuiltSite) -> None:
    folders = ("fi/upota", "sv/badda-in", "en/embed")
    files = [file for folder in folders for file in (site.output / folder).rglob("*") if file.is_file()]

    assert len(files) > 2_000
    assert [file for file in files if "esimerkki-hoivakoti-orivesi" in read(file)] == []


def read(file: Path) -> str:
    """What a file has as plain bytes."""
    return file.read_bytes().decode("utf-8", "replace")
