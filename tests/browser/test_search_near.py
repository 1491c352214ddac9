"""The nearest first: from a municipality, from one's own position, and what becomes of that position."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.browser

HERE = {"latitude": 61.55551, "longitude": 23.59992}
"""In Ylöjärvi."""
ALLOWED: dict[str, Any] = {"geolocation": HERE, "permissions": ["geolocation"]}


def ready(page: Page) -> Page:
    """The page once it has answered."""
    expect(page.locator("[data-search=status]")).not_to_be_empty()
    return page


def by_distance(page: Page) -> Locator:
    """The question that comes with the order by distance."""
    page.get_by_label("Järjestys").select_option("distance")
    group = page.get_by_role("group", name="Lähimpänä mitä?")
    expect(group).to_be_visible()
    return group


def kilometres(page: Page) -> list[float]:
    """The distances that the cards say, in their order."""
    said = page.locator("[data-search=results] [data-slot=distance]").all_inner_texts()
    return [float(number[0]) if (number := re.search(r"\d+", each)) else 0 for each in said]


def test_the_question_comes_with_the_order(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?service=home-care"))
    group = page.locator("[data-search=near]")
    expect(group).to_be_hidden()

    by_distance(page)
    page.get_by_label("Järjestys").select_option("name")

    expect(group).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\?service=home-care&sort=name$"))


def test_the_nearest_to_a_municipality_come_first(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?service=service-housing"))
    by_distance(page).get_by_label("Kunta").select_option("ylojarvi")

    expect(page).to_have_url(re.compile(r"near=ylojarvi&sort=distance$"))
    expect(page.locator("[data-search=results] [data-slot=distance]").first).to_be_visible()
    far = kilometres(page)

    assert len(far) > 3 and far == sorted(far) and far[-1] > 20
    shared = ready(open_page(page.url))
    expect(shared.get_by_role("group", name="Lähimpänä mitä?").get_by_label("Kunta")).to_have_value("ylojarvi")
    expect(shared.locator("[data-search=results] [data-slot=distance]").first).to_be_visible()
    assert kilometres(shared) == far


def test_the_municipality_chosen_is_proposed(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?municipality=jyvaskyla&service=service-housing"))

    group = by_distance(page)

    expect(group.get_by_label("Kunta")).to_have_value("jyvaskyla")
    expect(page).to_have_url(re.compile("near=jyvaskyla&sort=distance"))


def test_back_and_forward_bring_the_question_back(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?service=service-housing"))
    group = by_distance(page)
    group.get_by_label("Kunta").select_option("ylojarvi")
    expect(page).to_have_url(re.compile("near=ylojarvi"))

    page.go_back()
    expect(group.get_by_label("Kunta")).to_have_value("")
    page.go_back()
    expect(group).to_be_hidden()
    page.go_forward()
    page.go_forward()
    expect(group.get_by_label("Kunta")).to_have_value("ylojarvi")


def test_who_comes_to_the_home_is_not_far_away(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?municipality=jyvaskyla&service=home-cleaning&near=jyvaskyla&sort=distance"))
    said = page.locator("[data-search=results] [data-slot=distance]")

    expect(said.first).to_have_text(re.compile("tulee kotiisi: Jyväskylä"))


def test_the_position_is_asked_for_only_when_somebody_wants_it(open_page: OpenPage) -> None:
    page = open_page("/fi/", **ALLOWED)
    page.add_init_script(
        """window.asked = 0
        const { geolocation } = navigator
        const ask = geolocation.getCurrentPosition.bind(geolocation)
        geolocation.getCurrentPosition = (...given) => { window.asked += 1; ask(...given) }
        geolocation.watchPosition = () => { window.asked += 100 }"""
    )
    page.goto("/fi/haku/?service=service-housing&sort=distance")
    ready(page)
    group = by_distance(page)
    promise = group.get_by_text("lasketaan tällä laitteella")
    expect(promise).to_be_visible()
    assert page.evaluate("asked") == 0

    group.get_by_role("button", name="Käytä sijaintiani").click()

    expect(group.get_by_role("status")).to_have_text(re.compile("sijainnistasi"))
    expect(page.locator("[data-search=results] [data-slot=distance]").first).to_be_visible()
    assert page.evaluate("asked") == 1
    far = kilometres(page)
    assert len(far) > 3 and far == sorted(far) and far[0] < 20


def test_the_position_stays_in_the_page(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?service=service-housing&sort=distance", **ALLOWED))
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''} {request.headers}"))
    page.get_by_role("button", name="Käytä sijaintiani").click()
    expect(page.locator("[data-search=results] [data-slot=distance]").first).to_be_visible()
    page.get_by_label("Missä asut?").select_option("ylojarvi")
    expect(page).to_have_url(re.compile("municipality=ylojarvi"))

    links = page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.href).join()")
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, document.cookie])")

    for told in ("61.55", "23.59", "61,55", "6155", "2359"):
        assert told not in "\n".join([*sent, page.url, links, kept])
    page.reload()
    ready(page)
    expect(page.locator("[data-search=results] [data-slot=distance]")).to_have_count(0)


def test_a_municipality_takes_the_place_of_the_position(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?service=service-housing&sort=distance", **ALLOWED))
    group = page.get_by_role("group", name="Lähimpänä mitä?")
    group.get_by_role("button").click()
    expect(group.get_by_role("status")).not_to_be_empty()

    group.get_by_label("Kunta").select_option("jyvaskyla")

    expect(page).to_have_url(re.compile("near=jyvaskyla"))
    expect(group.get_by_role("status")).to_be_empty()


def test_a_refusal_is_told_and_leaves_the_municipality(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?service=service-housing&sort=distance", permissions=[]))
    page.context.clear_permissions()
    group = page.get_by_role("group", name="Lähimpänä mitä?")

    group.get_by_role("button").click()

    expect(group.get_by_role("status")).to_have_text(re.compile("ei antanut sijaintiasi"))
    expect(group.get_by_label("Kunta")).to_be_enabled()
    expect(page.locator("[data-search=results] > li").first).to_be_visible()


@pytest.mark.parametrize(("code", "words"), [(2, "ei löytynyt"), (3, "kesti liian kauan")])
def test_a_position_that_is_not_found_is_told(open_page: OpenPage, code: int, words: str) -> None:
    page = open_page("/fi/")
    page.add_init_script(f"navigator.geolocation.getCurrentPosition = (found, missed) => missed({{ code: {code} }})")
    page.goto("/fi/haku/?service=service-housing&sort=distance")
    group = ready(page).get_by_role("group", name="Lähimpänä mitä?")

    group.get_by_role("button").click()

    expect(group.get_by_role("status")).to_have_text(re.compile(words))


def test_without_a_place_nothing_is_near(open_page: OpenPage) -> None:
    page = ready(open_page("/fi/haku/?service=service-housing&sort=distance"))

    expect(page.get_by_role("group", name="Lähimpänä mitä?")).to_be_visible()
    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(page.locator("[data-search=results] [data-slot=distance]")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_question_has_no_accessibility_violation(
    open_page: OpenPage, scheme: str, viewport: dict[str, int]
) -> None:
    page = open_page("/fi/haku/?q=hoito&near=ylojarvi&sort=distance", viewport=viewport, color_scheme=scheme)
    expect(ready(page).locator("[data-slot=distance]").first).to_be_visible()

    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
