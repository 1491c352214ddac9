"""A search that is slow, fails, or was published anew: never a blank page, and never an old answer last."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import ROOT

SCRIPTS = ROOT / "theme/static/js"

pytestmark = pytest.mark.browser

TAMPERED = """
import * as real from './engine.js?untouched'
window.opened = 0
export async function open(...given) {
  window.opened += 1
  const engine = await real.open(...given)
  const tamper = %s
  const pause = () => new Promise((done) => setTimeout(done, window.suggestingTakes ?? 0))
  return {
    ...engine,
    search: (query, ...more) => tamper(() => engine.search(query, ...more), query),
    suggest: (text) => pause().then(() => engine.suggest(text)),
  }
}
"""
"""The engine as it is, with something between it and the page."""

Tampering = Callable[[str], Page]


@pytest.fixture
def tampered(browser: Browser, address: str) -> Iterator[Tampering]:
    """A tab in which every search goes through a function of ours: (search, query) => Promise<Result>."""
    pages: list[Page] = []

    def opened(tamper: str) -> Page:
        page = browser.new_page(base_url=address)
        pages.append(page)

        def answer(route: Route) -> None:
            script = SCRIPTS / urlsplit(route.request.url).path.partition("/js/")[2]
            if script == SCRIPTS / "search/engine.js" and "?untouched" not in route.request.url:
                route.fulfill(body=TAMPERED % tamper, content_type="text/javascript")
            elif script.is_file():
                route.fulfill(body=script.read_text("utf-8"), content_type="text/javascript")
            else:
                route.continue_()

        # The scripts as they are written: published, several are one file.
        page.route(re.compile(r"/theme/\w+/js/"), answer)
        return page

    yield opened
    for page in pages:
        page.close()


def is_index(url: str) -> bool:
    """Whether an address belongs to the search index."""
    return urlsplit(url).path.startswith("/search/")


def stale(when: str) -> str:
    """A search that finds its index replaced."""
    return (
        "(search) => { window.tries = (window.tries ?? 0) + 1;"
        f" if ({when}) throw Object.assign(new Error('x'), {{ name: 'Stale' }}); return search() }}"
    )


def plain_lists(page: Page) -> None:
    """What stays when the search does not: a message and every list."""
    expect(page.locator("[data-search=failure]")).to_be_visible()
    expect(page.locator("[data-search=plain]")).to_be_visible()
    expect(page.locator("[data-search=plain] summary").first).to_be_visible()


def test_an_index_that_never_comes_leaves_the_plain_lists(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.route(is_index, lambda route: None)
    page.clock.install()
    page.goto("/fi/haku/?q=kotihoito")
    page.clock.run_for(400)
    expect(page.locator("[data-search=loading]")).to_be_visible()
    expect(page.locator("[data-search=plain]")).to_be_visible()
    page.clock.run_for(9_000)
    expect(page.locator("[data-search=failure]")).to_be_hidden()

    page.clock.run_for(1_000)

    plain_lists(page)
    expect(page.locator("[data-search=loading]")).to_be_hidden()
    page.close()


def test_an_answer_that_comes_too_late_is_shown_all_the_same(tampered: Tampering) -> None:
    page = tampered(
        "(search) => { window.begun = true; return new Promise((done) => setTimeout(done, 12_000)).then(search) }"
    )
    page.clock.install()
    page.goto("/fi/haku/?q=kotihoito")
    page.wait_for_function("() => window.begun === true")
    page.clock.run_for(10_500)
    plain_lists(page)

    page.clock.run_for(2_000)

    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    expect(page.locator("[data-search=plain]")).to_be_hidden()


def test_a_failure_can_be_tried_again_with_the_same_question(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.route(is_index, lambda route: route.abort())
    page.goto("/fi/haku/?q=kotihoito")
    plain_lists(page)
    expect(page.get_by_role("alert")).to_contain_text("Hakua ei saatu")

    page.unroute(is_index)
    page.get_by_role("link", name="Yritä uudelleen").click()

    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?q=kotihoito$"))
    page.close()


def test_a_later_failure_takes_the_old_answer_away_and_says_so(tampered: Tampering) -> None:
    page = tampered("(search, query) => query.text === 'siivous' ? Promise.reject(new Error('x')) : search()")
    page.goto("/fi/haku/?q=kotihoito")
    expect(page.locator("[data-search=results] > li").first).to_be_visible()

    page.locator("#search-text").fill("siivous")
    page.keyboard.press("Enter")
    plain_lists(page)
    expect(page.locator("[data-search=results]")).to_be_hidden()
    expect(page.locator("[data-search=status]")).to_have_text(re.compile("Hakua ei saatu"))
    page.locator("#search-text").fill("ateria")
    page.keyboard.press("Enter")

    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    expect(page.locator("[data-search=plain]")).to_be_hidden()


def test_an_index_that_was_replaced_is_opened_again_without_a_word(tampered: Tampering) -> None:
    page = tampered(stale("window.tries === 1"))
    page.goto("/fi/haku/?q=kotihoito")

    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    assert page.evaluate("[opened, tries]") == [2, 2]


def test_an_index_that_stays_replaced_is_a_failure(tampered: Tampering) -> None:
    page = tampered(stale("true"))
    page.goto("/fi/haku/?q=kotihoito")

    plain_lists(page)
    assert page.evaluate("[opened, tries]") == [2, 2]


def test_what_was_told_of_a_situation_outlives_a_new_index(tampered: Tampering) -> None:
    page = tampered(stale("window.worn === true && (window.worn = 'out')"))
    page.goto("/fi/haku/?service=service-housing&kind=voucher&municipality=ylojarvi&unit=24h")
    expect(page.locator("[data-search=status]")).not_to_be_empty()
    panel = page.locator("[data-module=your-situation]")
    panel.locator("summary").click()
    panel.locator("[data-field=gross]").fill("1 450")
    panel.locator("[type=submit]").click()
    expect(page.locator("[data-when=yours]").first).to_be_visible()

    page.evaluate("window.worn = true")
    page.get_by_label("Järjestys").select_option("name")

    expect(page).to_have_url(re.compile("sort=name"))
    page.wait_for_function("() => window.opened === 2")
    expect(page.locator("[data-when=yours]").first).to_be_visible()


def test_a_slow_answer_to_an_older_text_is_never_shown_last(tampered: Tampering) -> None:
    slow = "new Promise((done) => setTimeout(done, 1500)).then(search)"
    page = tampered(f"(search, query) => query.text === 'siivous' ? {slow} : search()")
    page.goto("/fi/haku/")
    expect(page.locator("[data-search=status]")).not_to_be_empty()
    box = page.locator("#search-text")

    box.fill("siivous")
    page.keyboard.press("Enter")
    box.fill("ateria")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search=chips]")).to_contain_text("ateria")
    names = page.locator("[data-search=results] h3")
    shown = names.all_inner_texts()
    page.wait_for_timeout(1800)

    assert names.all_inner_texts() == shown
    expect(page.locator("[data-search=chips]")).to_contain_text("ateria")


def test_a_failing_answer_to_an_older_text_is_not_told(tampered: Tampering) -> None:
    failing = "new Promise((_, fail) => setTimeout(() => fail(new Error('x')), 800))"
    page = tampered(f"(search, query) => query.text === 'siivous' ? {failing} : search()")
    page.goto("/fi/haku/")
    expect(page.locator("[data-search=status]")).not_to_be_empty()

    page.locator("#search-text").fill("siivous")
    page.keyboard.press("Enter")
    page.locator("#search-text").fill("ateria")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search=chips]")).to_contain_text("ateria")
    page.wait_for_timeout(1000)

    expect(page.locator("[data-search=failure]")).to_be_hidden()
    expect(page.locator("[data-search=results] > li").first).to_be_visible()


LATE = """async (search, query) => {
  const result = await search()
  const slow = new Promise((done) => setTimeout(done, 1200))
  const late = (name) => query.text === '%s' ? slow.then(() => result[name]) : result[name]
  return { ...result, facets: late('facets'), guides: late('guides'), summaries: late('summaries') }
}"""


def test_results_do_not_wait_for_counts_and_late_counts_of_an_old_answer_are_dropped(tampered: Tampering) -> None:
    page = tampered(LATE % "siivous")
    page.goto("/fi/haku/?q=kotihoito")
    option = page.locator("select option[value=jyvaskyla][data-count]")
    expect(option).to_have_text(re.compile(r"\(\d+\)"))

    page.locator("#search-text").fill("siivous")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search=chips]")).to_contain_text("siivous")
    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(option).to_have_text("Jyväskylä")
    page.locator("#search-text").fill("omaishoito")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search=chips]")).to_contain_text("omaishoito")
    expect(option).to_have_text(re.compile(r"\(\d+\)"))
    choices = page.locator("#search-form select")
    counted = choices.all_inner_texts()
    page.wait_for_timeout(1500)

    assert choices.all_inner_texts() == counted


def test_what_never_comes_after_the_results_is_not_missed(tampered: Tampering) -> None:
    broken = "Promise.reject(new Error('x'))"
    page = tampered(
        "async (search) => ({ ...await search(),"
        f" facets: {broken}, guides: {broken}, summaries: {broken}, snippets: {broken} }})"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/fi/haku/?q=kotihoito")

    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(page.locator("select option[value=jyvaskyla][data-count]")).to_have_text("Jyväskylä")
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    assert errors == []


HOSTILE = {
    "markup": "<img src=x onerror=window.hurt=1><svg/onload=window.hurt=1>",
    "prototype": "__proto__ constructor toString hasOwnProperty",
    "pattern": r"(a+)+$ [z-a] .*?\ *** {1,} (?<=x) \p{L} $& $1",
    "directions": "\u202ekoti\u202c \u2066hoito\u2069 \u200f\u200e",
    "pictures": "👵🏽👨‍👩‍👧‍👦 kotihoito 🏠",
    "unseen": "koti\x00hoito\x07\x1b[31m\u0000",
    "quotes": "\"'“”»«„'--;/*",
    "half a letter": "\ud83d kotihoito",
    "long": "kotihoito " * 1000,
    "one long word": "a" * 10_000,
    "accents": "a" + "\u0301" * 300,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_typed_does_no_harm(browser: Browser, address: str, text: str) -> None:
    page = browser.new_page(base_url=address)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto("/fi/haku/")
    expect(page.locator("[data-search=status]")).not_to_be_empty()
    written = json.dumps(text)

    page.evaluate(
        f"""() => {{ const box = document.querySelector('#search-text'); box.focus(); box.value = {written}
        box.dispatchEvent(new InputEvent('input', {{ bubbles: true }})) }}"""
    )
    page.wait_for_timeout(500)
    page.evaluate(
        f"location.href = '/fi/haku/?' + new URLSearchParams({{ q: {written}, near: {written}, sort: 'distance' }})"
    )
    page.wait_for_load_state()
    expect(page.locator("[data-search=status]")).not_to_be_empty()
    expect(page.locator("[data-search=failure]")).to_be_hidden()

    assert faults == []
    assert page.evaluate("window.hurt") is None
    assert page.locator("main img, main script:not([data-words])").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(page.title()) < 200
    assert len(page.locator("#search-text").input_value()) <= 200
    page.close()


def test_choices_nobody_knows_do_no_harm(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 360, "height": 740})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    many = "&".join(f"municipality={'x' * 300}{number}&service=__proto__" for number in range(100))

    page.goto(f"/fi/haku/?{many}&near=__proto__&language=constructor&unit=toString&when=valueOf&sort=__proto__")

    expect(page.locator("[data-search=nothing]")).to_be_visible()
    assert page.locator("[data-search=chips] li").count() < 50
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator("[data-search=chips] a").first.click()
    expect(page.locator("[data-search=status]")).not_to_be_empty()
    assert faults == []
    page.close()


def of_pieces(browser: Browser, address: str) -> Page:
    """A tab whose index is never fetched whole, as that of a large directory, once it has answered."""
    page = browser.new_page(base_url=address)
    page.route(re.compile(r"/search/\w+/whole-"), lambda route: route.abort())
    page.goto("/fi/haku/")
    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    return page


def test_a_piece_that_fails_while_somebody_types_leaves_the_plain_lists(browser: Browser, address: str) -> None:
    page = of_pieces(browser, address)
    page.route(is_index, lambda route: route.abort())

    page.locator("#search-text").press_sequentially("omaishoidon")

    plain_lists(page)
    expect(page.locator("#search-suggestions")).to_be_hidden()
    expect(page.locator("#search-text")).to_have_value("omaishoidon")
    page.unroute(is_index)
    page.keyboard.press("Enter")
    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    page.close()


def test_a_piece_that_a_new_index_took_away_is_got_over(browser: Browser, address: str) -> None:
    page = of_pieces(browser, address)
    gone: list[str] = []

    def once(route: Route) -> None:
        if gone or "/words-" not in route.request.url:
            return route.fallback()
        gone.append(route.request.url)
        return route.fulfill(status=404)

    page.route(is_index, once)
    page.locator("#search-text").fill("kotihoito")
    page.keyboard.press("Enter")

    expect(page.locator("[data-search=chips]")).to_contain_text("kotihoito")
    expect(page.locator("[data-search=results] > li").first).to_be_visible()
    expect(page.locator("[data-search=failure]")).to_be_hidden()
    assert len(gone) == 1
    page.close()


def test_a_large_directory_suggests_as_a_small_one_does(browser: Browser, address: str) -> None:
    page = of_pieces(browser, address)

    page.locator("#search-text").press_sequentially("kotihoito ylöj")

    expect(page.locator("#search-suggestions [role=option]").first).to_have_text(re.compile("Ylöjärvi"))
    page.close()


@pytest.mark.parametrize("act", ["Escape", "Enter", "Tab"])
def test_suggestions_that_come_too_late_do_not_open(tampered: Tampering, act: str) -> None:
    page = tampered("(search) => search()")
    page.goto("/fi/haku/")
    expect(page.locator("[data-search=status]")).not_to_be_empty()
    page.evaluate("() => { window.suggestingTakes = 600 }")

    page.locator("#search-text").press_sequentially("koti")
    expect(page.locator("[data-search=chips]")).to_contain_text("koti")
    page.keyboard.press(act)
    page.wait_for_timeout(900)

    expect(page.locator("#search-suggestions")).to_be_hidden()
    expect(page.locator("[data-search=suggested]")).to_be_empty()
