"""The search page in a real browser: text, filters, keyboard, back button, shared address, nothing found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, OpenPage

pytestmark = pytest.mark.browser


def found(page: Page) -> int:
    """How many providers the page says it found, once it has answered."""
    status = page.locator("[data-search=status]")
    expect(status).not_to_be_empty()
    number = re.search(r"\d+", status.inner_text())
    return int(number[0]) if number else 0


def names(page: Page) -> list[str]:
    """The providers shown."""
    return [name.strip() for name in page.locator("[data-search=results] h3").all_inner_texts()]


def test_words_from_the_front_page_are_searched(open_page: OpenPage) -> None:
    page = open_page("/fi/")

    page.get_by_role("main").get_by_role("searchbox").fill("kotihoitoa Ylöjärvellä")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/fi/haku/\?q=kotihoitoa"))
    assert found(page) > 0


def test_the_number_found_is_announced(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=siivous")

    assert page.locator("[data-search=status]").get_attribute("role") == "status"
    assert found(page) == page.locator("[data-search=results] > li").count()


def test_a_municipality_a_service_and_a_price_narrow_the_list_together(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    everybody = found(page)

    page.get_by_label("Missä asut?").select_option("jyvaskyla")
    expect(page).to_have_url(re.compile("municipality=jyvaskyla"))
    in_town = found(page)
    page.get_by_label("Palvelu", exact=True).select_option("home-cleaning")
    cleaning = found(page)
    page.locator("[name=unit]").select_option("hour")
    page.locator("[name=max]").fill("35")
    page.locator("[name=max]").press("Enter")
    expect(page).to_have_url(re.compile("max=35"))

    assert everybody > in_town > cleaning > found(page) > 0
    for amount in page.locator("[data-search=results] [data-slot=price]").all_inner_texts():
        assert float(amount.replace("\u00a0", " ").removesuffix(" €").replace(",", ".")) <= 35


def test_the_search_and_the_approved_list_name_the_same_providers(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?municipality=jyvaskyla&service=home-care")
    found(page)
    searched = sorted(names(page))

    page.goto("/fi/kunnat/jyvaskyla/kotihoito/")
    listed = sorted(set(page.locator("tbody th a").all_inner_texts()))

    assert searched == listed


def test_a_choice_says_how_many_are_behind_it(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-care")
    found(page)
    label = page.locator("option[value=jyvaskyla]").inner_text()
    behind = int(re.search(r"\((\d+)\)", label)[1])  # type: ignore[index]

    page.get_by_label("Missä asut?").select_option("jyvaskyla")
    expect(page).to_have_url(re.compile("municipality=jyvaskyla"))

    assert found(page) == behind


def test_a_shared_address_shows_the_same_results_and_fills_the_form(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=hoiva&municipality=jyvaskyla&kind=self-pay&max=45&unit=hour&sort=price")
    first = (found(page), names(page))

    again = open_page(page.url)

    assert (found(again), names(again)) == first
    assert again.locator("[name=q]").input_value() == "hoiva"
    assert again.get_by_label("Missä asut?").input_value() == "jyvaskyla"
    assert again.locator("[name=max]").input_value() == "45"
    assert again.locator("[name=sort]").input_value() == "price"


def test_back_and_forward_go_through_the_choices(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    all_of_them = found(page)
    page.get_by_label("Palvelu", exact=True).select_option("home-care")
    expect(page).to_have_url(re.compile("service=home-care"))
    some = found(page)

    page.go_back()
    expect(page).not_to_have_url(re.compile("service="))
    expect(page.locator("[data-search=status]")).to_contain_text(str(all_of_them))
    assert page.get_by_label("Palvelu", exact=True).input_value() == ""
    page.go_forward()
    expect(page.locator("[data-search=status]")).to_contain_text(str(some))
    assert page.get_by_label("Palvelu", exact=True).input_value() == "home-care"


def test_a_chip_takes_its_choice_away(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-care&municipality=jyvaskyla")
    found(page)

    page.locator("[data-search=chips] a", has_text="Jyväskylä").click()

    expect(page).not_to_have_url(re.compile("municipality"))
    expect(page.locator("[data-search=chips] a")).to_have_count(1)


def test_the_whole_search_works_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    found(page)
    box = page.locator("#search-text")
    for _ in range(30):
        page.keyboard.press("Tab")
        if box.evaluate("e => e === document.activeElement"):
            break
    expect(box).to_be_focused()

    page.keyboard.type("ateriapalvelu")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=ateriapalvelu"))
    assert found(page) > 0
    first = page.locator("[data-search=results] h3 a").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if first.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/fi/tuottajat/"))


def test_results_are_sorted_by_price(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-cleaning&unit=hour&sort=price")
    found(page)

    prices = page.locator("[data-search=results] [data-slot=price]").all_inner_texts()

    amounts = [float(price.replace("\u00a0", " ").removesuffix(" €").replace(",", ".")) for price in prices]
    assert len(amounts) > 3 and amounts == sorted(amounts)


def test_nothing_found_offers_a_way_out_that_finds_something(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?service=home-care&municipality=kihnio&max=1&unit=hour")
    expect(page.locator("[data-search=nothing]")).to_be_visible()

    page.locator("[data-search=relaxations] a").first.click()

    expect(page.locator("[data-search=results] > li").first).to_be_visible()


def test_a_word_nobody_knows_leaves_a_way_on(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=xyzzyx")

    expect(page.locator("[data-search=relaxations]")).to_be_hidden()
    expect(page.locator("[data-search=nothing] a").first).to_be_visible()


def test_a_result_says_which_list_its_price_is_from(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=kotihoito")
    found(page)

    expect(page.locator("[data-search=results] > li [data-slot=origin]").first).not_to_be_empty()


@pytest.mark.parametrize(
    "query",
    [
        "?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "?q=" + "a" * 5000,
        "?q=%00%F0%9F%98%80&page=-5&max=-1&sort=%27",
        "?municipality=%22%3E%3Cb%3E",
    ],
)
def test_a_hostile_address_does_no_harm(open_page: OpenPage, query: str) -> None:
    page = open_page(f"/fi/haku/{query}")

    expect(page.locator("[data-search=status]")).not_to_be_empty()
    assert page.locator("main script:not([data-words])").count() == 0


def test_a_failing_index_leaves_the_plain_lists(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.route("**/search/*.json", lambda route: route.fulfill(status=200, body="{}", content_type="application/json"))

    page.goto("/fi/haku/")

    expect(page.locator("[data-search=failure]")).to_be_visible()
    expect(page.locator("[data-search=plain]")).to_be_visible()
    page.close()


def test_a_phone_shows_the_first_result_soon(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/?q=kotihoito", viewport=PHONE)
    found(page)

    top = page.locator("[data-search=results] > li").first.evaluate("e => e.getBoundingClientRect().top + scrollY")

    assert top < 2 * PHONE["height"]


@pytest.mark.parametrize(("place", "query"), [("/sv/sok/", "hemvård"), ("/en/search/", "home care")])
def test_the_other_languages_search_in_their_own_words(open_page: OpenPage, place: str, query: str) -> None:
    page = open_page(f"{place}?q={query}")

    assert found(page) > 3
