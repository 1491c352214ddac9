"""On which day the site is: pages leave that to one file, and say it once they have read it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

LISTS = {
    "/fi/kunnat/jyvaskyla/kotihoito/": "10.8.2018",
    "/sv/kommuner/jyvaskyla/hemvard/": "10.8.2018",
    "/en/municipalities/jyvaskyla/home-care/": "10 August 2018",
}


@pytest.mark.parametrize("path", LISTS)
def test_a_page_says_of_which_day_the_site_is(path: str, open_page: OpenPage) -> None:
    page = open_page(path)

    expect(page.locator("main .as-of")).to_contain_text(LISTS[path])
    expect(page.locator("footer .as-of")).to_contain_text(LISTS[path])


def test_a_printed_list_says_of_which_day_it_is(open_page: OpenPage) -> None:
    page = open_page("/fi/kunnat/jyvaskyla/kotihoito/")
    page.emulate_media(media="print")

    expect(page.get_by_text("Listat ovat päivältä 10.8.2018.")).to_be_visible()


def test_without_a_script_the_front_page_tells_it(open_page: OpenPage) -> None:
    page = open_page("/fi/kunnat/jyvaskyla/kotihoito/", java_script_enabled=False)
    expect(page.locator("footer")).to_contain_text("julkaisupäivältä")

    page.goto("/fi/")
    expect(page.locator("footer")).to_contain_text("10.8.2018")
