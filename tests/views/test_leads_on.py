"""An address cut short leads on to the page it means."""

from __future__ import annotations

import pytest

from tests.conftest import BuiltSite


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("/fi/palvelusetelit/jyvaskyla/", "/fi/jarjestajat/jyvaskyla/"),
        ("/sv/register/jyvaskyla/", "/sv/anordnare/jyvaskyla/"),
        ("/en/about/", "/en/about/palvelusetelista/"),
    ],
)
def test_an_address_cut_short_leads_on(site: BuiltSite, short: str, whole: str) -> None:
    page = site.page(short)

    assert f'<meta http-equiv="refresh" content="0; url={whole}">' in page
    assert f'<link rel="canonical" href="{whole}">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'href="{whole}"' in page.partition("<main")[2]
