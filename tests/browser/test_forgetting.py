"""What one tab forgets, the others forget too, and a page come back to."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .conftest import OpenPage

LIST = "/fi/kunnat/ylojarvi/palveluasuminen/"
VOUCHER = "/fi/palvelusetelit/ylojarvi/tavallinen-palveluasuminen/"
INCOME = "1437,19"


def told(page: Page) -> None:
    """Tell an income on a list and have it remembered."""
    page.locator(".your-situation__summary").click()
    page.locator("[data-field='gross']").fill(INCOME)
    page.locator("[data-action='remember']").check()
    page.locator("[data-field='gross']").press("Enter")
    expect(page.locator("[data-of='you']:visible").first).to_be_visible()


def kept(page: Page) -> str | None:
    """What the browser keeps of the situation."""
    found: str | None = page.evaluate("localStorage.getItem('your-situation')")
    return found


def test_another_tab_forgets_and_does_not_write_it_back(open_page: OpenPage) -> None:
    page = open_page(LIST)
    told(page)
    other = page.context.new_page()
    other.goto(VOUCHER)
    expect(other.locator("[data-field='gross']").first).to_have_value(INCOME)

    page.locator("[data-action='forget']").click()

    expect(other.locator("[data-field='gross']").first).to_have_value("")
    other.locator(".calculator select:visible").first.select_option(index=1)
    assert kept(page) is None
    assert "301,42" not in other.content()


def test_a_page_come_back_to_knows_what_was_forgotten_meanwhile(open_page: OpenPage) -> None:
    page = open_page(LIST)
    told(page)

    page.evaluate("localStorage.removeItem('your-situation')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    expect(page.locator("[data-field='gross']")).to_have_value("")
    expect(page.locator("[data-of='you']:visible")).to_have_count(0)


def test_what_a_tab_was_told_for_itself_alone_stays_its_own(open_page: OpenPage) -> None:
    page = open_page(LIST)
    page.locator(".your-situation__summary").click()
    page.locator("[data-field='gross']").fill("1000")
    page.locator("[data-field='gross']").press("Enter")
    other = page.context.new_page()
    other.goto(LIST)

    told(other)

    expect(page.locator("[data-field='gross']")).to_have_value("1000")
