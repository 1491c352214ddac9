"""Without a script: everything is there, as plain HTML."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenPage

pytestmark = pytest.mark.browser

PLAIN = {"java_script_enabled": False, "viewport": PHONE}


def test_a_resident_finds_the_list_of_a_service_from_the_front_page(open_page: OpenPage) -> None:
    page = open_page("/fi/", **PLAIN)

    page.get_by_role("main").get_by_role("link", name="Jyväskylä", exact=True).first.click()
    page.get_by_role("main").get_by_role("link", name="Kotihoito", exact=True).first.click()

    expect(page).to_have_url("/fi/kunnat/jyvaskyla/kotihoito/")
    assert page.get_by_role("row").count() > 3
    expect(page.get_by_role("table").first).to_contain_text("€")


def test_the_search_page_leads_to_every_list(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/", **PLAIN)

    page.locator("main summary", has_text="Jyväskylä").click()
    page.get_by_role("main").get_by_role("link", name="Kotihoito", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Kotihoito Jyväskylässä")


def test_every_page_has_one_heading_a_title_and_a_way_home(page_kinds: dict[str, str], open_page: OpenPage) -> None:
    for kind, path in page_kinds.items():
        if kind in ("embed", "patterns"):  # A list alone leads nowhere else; patterns show headings as examples.
            continue
        page = open_page(path, **PLAIN)
        assert page.locator("h1").count() == 1, kind
        assert page.title().strip(), kind
        assert page.get_by_role("banner").get_by_role("link").count() > 0, kind
        page.context.close()


def test_the_menu_opens_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/fi/", **PLAIN)

    page.locator("header summary").click()

    expect(page.get_by_role("navigation").get_by_role("link", name="Tilaisuudet")).to_be_visible()


def test_every_page_leads_to_itself_in_the_other_languages(page_kinds: dict[str, str], open_page: OpenPage) -> None:
    for kind, path in page_kinds.items():
        page = open_page(path, java_script_enabled=False)
        if kind in ("embed", "not-found", "root"):
            continue
        href = page.locator("header [hreflang=sv]").first.get_attribute("href")
        answer = page.goto(str(href))
        assert answer is not None and answer.status == 200, (kind, href)
        assert page.locator("html").get_attribute("lang") == "sv"
        page.context.close()


def test_an_unknown_address_is_answered_in_its_language(open_page: OpenPage, address: str) -> None:
    page = open_page("/sv/", **PLAIN)

    answer = page.context.request.get(f"{address}/sv/finns-inte/")

    assert answer.status == 404
    assert 'lang="sv"' in answer.text()
