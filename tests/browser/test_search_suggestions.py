"""Suggestions below the search box: by keyboard, by screen reader, by finger, and without choosing any."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.browser.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.browser


def box(page: Page) -> Locator:
    """The box one types in."""
    return page.get_by_role("combobox", name="Mitä tarvitset?")


def options(page: Page) -> Locator:
    """What is suggested."""
    return page.get_by_role("listbox", name="Ehdotuksia").get_by_role("option")


def typed(page: Page, text: str) -> Page:
    """The page once something is suggested for a text typed letter by letter."""
    expect(page.locator("[data-search=status]")).not_to_be_empty()
    box(page).press_sequentially(text)
    expect(options(page).first).to_be_visible()
    return page


def pressed(page: Page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def active(page: Page) -> str:
    """The words of the suggestion that the keyboard stands on."""
    place = box(page).get_attribute("aria-activedescendant")
    return page.locator(f"#{place} [data-slot=label]").inner_text() if place else ""


def test_arrows_go_through_the_suggestions_and_enter_takes_one(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/"), "kotih")
    labels = options(page).locator("[data-slot=label]").all_inner_texts()
    assert active(page) == "" and "Kotihoito" in labels

    expect(box(page)).to_have_attribute("aria-expanded", "true")
    walked = []
    for _ in labels:
        pressed(page, "ArrowDown")
        walked.append(active(page))
    assert walked == labels
    pressed(page, "ArrowDown")
    assert active(page) == ""
    pressed(page, "ArrowUp")
    assert active(page) == labels[-1]
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    expect(box(page)).to_be_focused()
    while active(page) != "Kotihoito":
        pressed(page, "ArrowUp")
    pressed(page, "Enter")

    expect(page).to_have_url(re.compile(r"/fi/haku/\?service=home-care$"))
    expect(box(page)).to_have_value("")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(options(page)).to_have_count(0)
    expect(page.get_by_label("Palvelu", exact=True)).to_have_value("home-care")
    expect(page.locator("[data-search=chips] a")).to_have_text(re.compile("Kotihoito"))


def test_a_municipality_that_is_chosen_leaves_the_other_words(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/"), "siivous ylöj")

    options(page).filter(has_text="Kunta").filter(has_text="Ylöjärvi").click()

    expect(page).to_have_url(re.compile(r"\?q=siivous&municipality=ylojarvi$"))
    expect(box(page)).to_have_value("siivous")
    expect(page.get_by_label("Missä asut?")).to_have_value("ylojarvi")
    page.go_back()
    expect(page.locator("[data-search=chips]")).not_to_contain_text("Ylöjärvi")


def test_a_provider_that_is_chosen_opens_its_page(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/"), "esimerkki koti")

    options(page).filter(has_text="Palveluntuottaja").first.click()

    expect(page).to_have_url(re.compile("/fi/tuottajat/[^/]+/$"))


def test_a_voucher_that_is_chosen_opens_its_page(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/"), "omaish")

    options(page).filter(has_text="Seteli tai rekisteri").first.click()

    expect(page).to_have_url(re.compile("/fi/(palvelusetelit|rekisterit)/"))


def test_without_choosing_the_form_asks_for_the_words(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/"), "kotihoito")

    pressed(page, "Enter")

    expect(options(page)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?q=kotihoito$"))
    expect(box(page)).to_have_value("kotihoito")


@pytest.mark.parametrize("key", ["Escape", "Tab", "Alt+ArrowUp"])
def test_keys_that_close_the_list_leave_the_words(open_page: OpenPage, key: str) -> None:
    page = typed(open_page("/fi/haku/"), "koti")
    pressed(page, "ArrowDown", key)

    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#search-suggestions")).to_be_hidden()
    assert box(page).get_attribute("aria-activedescendant") is None
    expect(box(page)).to_have_value("koti")


@pytest.mark.parametrize(("key", "place"), [("Home", 0), ("End", 4), ("ArrowLeft", 3)])
def test_keys_that_move_in_the_text_leave_the_list(open_page: OpenPage, key: str, place: int) -> None:
    page = typed(open_page("/fi/haku/"), "koti")
    pressed(page, "ArrowDown", key)

    assert active(page) == ""
    assert box(page).evaluate("box => box.selectionStart") == place
    expect(options(page).first).to_be_visible()


@pytest.mark.parametrize("key", ["ArrowDown", "Alt+ArrowDown"])
def test_a_closed_list_opens_again(open_page: OpenPage, key: str) -> None:
    page = typed(open_page("/fi/haku/"), "koti")
    pressed(page, "Escape")
    expect(options(page)).to_have_count(0)

    pressed(page, key)

    expect(options(page).first).to_be_visible()


def test_a_screen_reader_hears_how_many_there_are_and_which_one_it_is_on(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/"), "kotih")
    said = page.locator("[data-search=suggested]")

    assert said.get_attribute("role") == "status"
    expect(said).to_contain_text(str(options(page).count()))
    pressed(page, "ArrowDown")
    expect(page.get_by_role("search")).to_match_aria_snapshot("""
        - search "Hae palveluntuottajia":
          - combobox "Mitä tarvitset?" [expanded]
          - listbox "Ehdotuksia":
            - option /Kotihoito Palvelu.*/ [selected]
          - status: /\\d+ ehdotusta/
    """)
    pressed(page, "Escape")
    expect(said).to_be_empty()


def test_nothing_to_suggest_is_said_and_shows_no_list(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    expect(page.locator("[data-search=status]")).not_to_be_empty()

    box(page).press_sequentially("xqzwvk")

    expect(page.locator("[data-search=suggested]")).to_have_text("Ei ehdotuksia.")
    expect(page.locator("#search-suggestions")).to_be_hidden()


def test_on_a_phone_the_list_lies_below_the_box_and_a_finger_chooses(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/", viewport=PHONE, has_touch=True, is_mobile=True), "koti")
    field, sheet = box(page).bounding_box(), page.locator("#search-suggestions").bounding_box()

    assert field and sheet
    assert sheet["y"] >= field["y"] + field["height"]
    assert sheet["x"] >= 0 and sheet["x"] + sheet["width"] <= PHONE["width"]
    assert all((option.bounding_box() or {"height": 0})["height"] >= 44 for option in options(page).all())
    assert field["y"] >= 0 and sheet["y"] + 3 * 44 <= PHONE["height"]
    options(page).filter(has_text="Kotihoito").first.tap()

    expect(page).to_have_url(re.compile("service=home-care"))
    expect(page.locator("[data-search=results] > li").first).to_be_visible()


def test_the_list_is_seen_above_the_keyboard_of_a_phone(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/", viewport={"width": 360, "height": 360}, has_touch=True), "koti")
    first = options(page).first

    expect(first).to_be_in_viewport(ratio=1)
    expect(box(page)).to_be_in_viewport(ratio=1)


def test_what_is_typed_goes_nowhere(open_page: OpenPage) -> None:
    page = open_page("/fi/haku/")
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))

    typed(page, "omaishoidon")

    told = [f"{request.url} {request.post_data or ''} {request.all_headers()}" for request in asked]
    assert not any("omais" in each for each in told)
    assert not any(urlsplit(request.url).query for request in asked)


def test_the_list_closes_when_the_box_is_left(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/"), "koti")

    page.get_by_role("heading", level=1).click()

    expect(options(page)).to_have_count(0)


def test_a_list_for_an_earlier_text_never_comes_back(open_page: OpenPage) -> None:
    page = typed(open_page("/fi/haku/"), "koti")

    box(page).fill("")

    expect(options(page)).to_have_count(0)
    expect(page.locator("[data-search=suggested]")).to_be_empty()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_an_open_list_has_no_accessibility_violation(
    open_page: OpenPage, scheme: str, viewport: dict[str, int]
) -> None:
    page = typed(open_page("/fi/haku/", viewport=viewport, color_scheme=scheme), "koti")
    pressed(page, "ArrowDown")

    assert [each["id"] for each in Axe().run(page).response["violations"]] == []


def test_suggestions_that_cannot_be_had_leave_the_box_as_it_is(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.route(lambda url: urlsplit(url).path.startswith("/search/"), lambda route: route.abort())
    page.goto("/fi/haku/")

    expect(page.locator("[data-search=failure]")).to_be_visible()
    expect(page.locator("#search-suggestions")).to_be_hidden()
    page.close()
