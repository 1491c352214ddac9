"""Trying the API on its page: this site's own files are asked, and their answers shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PHONE, OpenPage
from tests.conftest import BuiltSite

pytestmark = pytest.mark.browser


def operation(page: Page, name: str) -> Locator:
    """Where one operation can be tried."""
    return page.locator(".try-it", has_text=f"GET /api/v1/{name}")


def attempt(trial: Locator, value: str | None = None) -> None:
    """Fill in what is asked for, and try."""
    if value is not None:
        trial.get_by_role("textbox").fill(value)
    trial.get_by_role("button").click()


def test_without_a_script_everything_is_there_and_each_file_can_be_opened(open_page: OpenPage) -> None:
    page = open_page("/fi/rajapinta/", java_script_enabled=False, viewport=PHONE)
    trial = operation(page, "index.json")

    expect(trial.get_by_role("button")).to_have_count(0)
    page.locator("#index").locator("xpath=ancestor::section").locator("summary").click()
    expect(page.get_by_text('"as_of": "2018-08-10"')).to_be_visible()
    expect(trial.get_by_role("link")).to_have_attribute("href", "/api/v1/index.json")


def test_a_page_of_a_list_is_fetched_and_shown(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page("/en/api/")
    trial = operation(page, "events/page/{page}.json")
    size = (site.output / "api/v1/events/page/1.json").stat().st_size

    attempt(trial)

    expect(trial.get_by_role("status")).to_have_text(f"200 OK, {size} bytes")
    expect(trial.locator("pre")).to_contain_text('"page": 1,')


def test_one_provider_is_fetched_by_its_key(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page("/en/api/")
    trial = operation(page, "providers/{key}.json")

    attempt(trial, " esimerkki-dementiakoti-saarni-oy ")

    expect(trial.locator("pre")).to_contain_text('"name": "Esimerkki Dementiakoti Saarni Oy"')


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page in a tab that may be told of failures."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("/en/api/")
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def test_what_is_not_there_is_told_and_nothing_outside_is_asked(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/api/v1/**", lambda route: route.fulfill(status=404, body="<b>no</b>"))
    trial = operation(page, "providers/{key}.json")

    attempt(trial, "../../x?y#z")

    expect(trial.get_by_role("status")).to_contain_text("404")
    expect(trial.locator("pre")).to_have_text("<b>no</b>")
    assert [url.partition("/api/v1/")[2] for url in asked] == ["providers/..%2F..%2Fx%3Fy%23z.json"]


def test_without_a_network_it_says_so(page: Page) -> None:
    page.context.set_offline(True)
    trial = operation(page, "index.json")

    attempt(trial)

    expect(trial.get_by_role("status")).to_have_text("The file could not be fetched. Is the network there?")
    expect(trial.locator("pre")).to_be_hidden()
