"""An organiser's desk: every code without a script, and with one a form that makes the code and shows the list."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, OpenPage

pytestmark = pytest.mark.browser

DESK = "/fi/jarjestajat/jyvaskyla/tyopoyta/"
SERVICE = f"{DESK}#list.service.jyvaskyla.home-care"


def code(page: Page) -> str:
    """What the form has to copy."""
    return page.locator("#embed-code").input_value()


def test_without_a_script_every_code_and_file_is_there(open_page: OpenPage) -> None:
    page = open_page(DESK, java_script_enabled=False, viewport=PHONE)

    expect(page.locator(".embed-builder")).to_be_hidden()
    assert "<iframe src=" in page.locator("code").first.inner_text()
    assert "<provider-list src=" in page.locator("code").nth(1).inner_text()
    assert "#include virtual" in page.locator("code").nth(2).inner_text()
    page.locator("summary", has_text="Jyväskylä").first.click()
    files = page.locator('[id="list.service.jyvaskyla.home-care"]').get_by_role("link")
    assert [files.nth(number).inner_text() for number in range(2, 6)] == ["HTML", "JSON", "CSV", "Excel"]


def test_a_lists_page_leads_to_the_code_of_that_list(open_page: OpenPage) -> None:
    page = open_page("/fi/kunnat/jyvaskyla/kotihoito/")
    page.locator(".list-files a[href*=tyopoyta]").click()

    expect(page).to_have_url(re.compile(re.escape(SERVICE)))
    expect(page.locator("#embed-list")).to_have_value("list.service.jyvaskyla.home-care")
    expect(page.locator("#embed-list")).to_be_in_viewport()
    expect(page.frame_locator(".embed-builder iframe").get_by_role("rowheader").first).to_contain_text("Esimerkki")


def test_the_code_follows_the_form_and_so_does_the_preview(open_page: OpenPage, address: str) -> None:
    page = open_page(SERVICE)
    page.locator("#embed-accent").fill("#8A1C4A")
    page.locator("#embed-size").select_option("125")
    page.locator('input[value="where"]').uncheck()
    looks = "accent=8a1c4a&amp;size=125&amp;columns=name,price,you-pay,phone"

    assert f'<iframe src="{address}/fi/upota/jyvaskyla/kunnat/jyvaskyla/kotihoito/?{looks}"' in code(page)
    link = page.frame_locator(".embed-builder iframe").get_by_role("rowheader").first.get_by_role("link")
    expect(link).to_have_css("color", "rgb(138, 28, 74)")

    page.locator("[data-part=grows]").check()
    assert code(page).endswith('<script type="module" src="/embed/height.js"></script>')


def test_the_component_is_shown_as_it_will_be(open_page: OpenPage) -> None:
    page = open_page(SERVICE)
    page.locator("#embed-way").select_option("component")
    page.locator("#embed-accent").fill("8a1c4a")

    assert 'style="--provider-list-accent:#8a1c4a"' in code(page)
    assert re.search(r'integrity="sha384-[\w+/]{64}" crossorigin="anonymous"', code(page))
    shown = page.locator("provider-list")
    expect(shown.get_by_role("rowheader").first.get_by_role("link")).to_have_css("color", "rgb(138, 28, 74)")
    shown.get_by_role("searchbox").fill("laukaan")
    expect(shown.get_by_role("rowheader")).to_have_count(2)
    expect(shown.get_by_role("status")).to_have_text(re.compile("2.*11"))


def test_a_colour_that_cannot_be_read_is_refused_in_words(open_page: OpenPage) -> None:
    page = open_page(SERVICE)
    page.locator("#embed-accent").fill("#ffee00")

    expect(page.locator("#embed-refused")).not_to_be_empty()
    assert "accent" not in code(page)


def test_the_code_is_copied(open_page: OpenPage) -> None:
    page = open_page(SERVICE, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-part=copy]").click()

    expect(page.locator(".embed-builder [data-part=said]")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == code(page)


def test_another_language_keeps_the_list(open_page: OpenPage) -> None:
    page = open_page(SERVICE)
    page.locator("#embed-language").select_option(label="Svenska")

    page.wait_for_url("**/sv/anordnare/jyvaskyla/arbetsbord/#list.service.jyvaskyla.home-care")
    assert "/sv/badda-in/jyvaskyla/kommuner/jyvaskyla/hemvard/" in code(page)
