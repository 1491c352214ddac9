"""The scripts of the components, in a real Chromium: what decides, and what it does to the page."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

HOST = "http://theme.test"
Show = Callable[..., Page]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty tab."""
    context = browser.new_context(timezone_id="America/New_York")
    yield context.new_page()
    context.close()


@pytest.fixture
def show(page: Page, theme: Path) -> Show:
    """Opens some HTML as a page of the site, on a clock of its own."""

    def opened(
        body: str, *, now: str = "2018-08-10T12:00:00+03:00", as_of: str = "2018-08-10", day: str = "real"
    ) -> Page:
        html = (
            f'<!doctype html><html lang="fi" data-as-of="{as_of}" data-day="{day}"><meta charset="utf-8"><title>x</title>'
            f'<script type="module" src="/js/main.js"></script><body>{body}'
        )

        def answer(route: Route) -> None:
            path = route.request.url.removeprefix(HOST)
            if path.startswith("/js/"):
                kind = mimetypes.guess_type(path)[0] or "text/javascript"
                route.fulfill(body=(theme / "static" / path.lstrip("/")).read_text("utf-8"), content_type=kind)
            else:
                route.fulfill(body=html, content_type="text/html")

        page.route(f"{HOST}/**", answer)
        page.clock.set_fixed_time(datetime.fromisoformat(now))
        page.goto(f"{HOST}/", wait_until="networkidle")
        return page

    return opened


@pytest.fixture
def component(environment: Environment, theme: Path) -> Callable[[str, str], str]:
    """The HTML of one example of a component."""

    def rendered(name: str, example: str) -> str:
        examples = yaml.safe_load((theme / f"templates/components/{name}.yaml").read_text("utf-8"))
        module = environment.get_template(f"components/{name}.html").module
        return str(getattr(module, name.replace("-", "_"))(**examples[example]))

    return rendered


def call(page: Page, module: str, function: str, *arguments: Any) -> Any:
    """What a function of a module answers; a Date is given as {"now": ISO text}."""
    return page.evaluate(
        """async ([module, name, given]) => {
          const functions = await import(module)
          return functions[name](...given.map((value) => value?.now ? new Date(value.now) : value)) ?? null
        }""",
        [f"/js/{module}.js", function, list(arguments)],
    )


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2018-08-09T20:59:59Z", "2018-08-09"),
        ("2018-08-09T21:00:00Z", "2018-08-10"),
        ("2018-12-31T21:59:59Z", "2018-12-31"),
        ("2018-12-31T22:00:00Z", "2019-01-01"),
    ],
)
def test_today_is_the_day_in_finland_wherever_the_reader_is(show: Show, now: str, day: str) -> None:
    page = show("")

    assert call(page, "day", "today", {"asOf": "2018-08-10", "day": "real"}, {"now": now}) == day


def test_today_is_the_day_of_the_build_where_that_is_fixed(show: Show) -> None:
    page = show("")

    assert (
        call(page, "day", "today", {"asOf": "2018-08-10", "day": "fixed"}, {"now": "2024-01-01T12:00:00Z"})
        == "2018-08-10"
    )


@pytest.mark.parametrize(
    ("dates", "before", "after"),
    [
        ({"until": "2018-08-14"}, "2018-08-14", "2018-08-15"),
        ({"starts": "2018-08-16"}, "2018-08-16", "2018-08-17"),
        ({"from": "2018-09-01"}, "2018-08-31", "2018-09-01"),
    ],
)
def test_a_date_has_passed_from_the_right_day_on(show: Show, dates: dict[str, str], before: str, after: str) -> None:
    page = show("")

    assert call(page, "day", "hasPassed", dates, before) is False
    assert call(page, "day", "hasPassed", dates, after) is True


def test_what_has_no_date_never_passes(show: Show) -> None:
    assert call(show(""), "day", "hasPassed", {}, "2030-01-01") is False


def test_a_site_is_stale_only_after_the_days_it_is_allowed(show: Show) -> None:
    page = show("")
    build = {"asOf": "2018-08-10", "day": "real"}

    assert call(page, "day", "staleDays", build, "2018-09-09", 30) is None
    assert call(page, "day", "staleDays", build, "2018-09-10", 30) == 31


def test_the_change_to_winter_time_is_not_a_day(show: Show) -> None:
    assert call(show(""), "day", "daysBetween", "2018-10-27", "2018-10-29") == 2


def test_amounts_sort_as_numbers_and_what_is_not_told_comes_last_both_ways(show: Show) -> None:
    page = show("")
    values = ["10800", None, "3850", "4100"]
    told = page.evaluate(
        """async (values) => {
          const { order } = await import('/js/sorting.js')
          const given = values.map((value) => value ?? undefined)
          return ['ascending', 'descending'].map((direction) => order(given, direction, 'fi'))
        }""",
        values,
    )

    assert told == [[2, 3, 0, 1], [0, 3, 2, 1]]


def test_names_sort_as_finns_sort_them(show: Show) -> None:
    names = ["Öljy", "Äiti", "Zorro", "Åbo", "aula"]

    assert call(show(""), "sorting", "order", names, "ascending", "fi") == [4, 2, 3, 1, 0]


def test_a_module_that_fails_leaves_the_others_alone(show: Show) -> None:
    page = show(
        '<div data-module="municipality-picker"></div><div data-module="unknown"></div>'
        '<button data-module="print-button" hidden>Tulosta</button>'
    )

    expect(page.get_by_role("button", name="Tulosta")).to_be_visible()


def test_the_list_sorts_by_the_column_pressed_and_says_so(show: Show, component: Callable[[str, str], str]) -> None:
    page = show(component("provider-table", "the approved list"))
    pay = page.get_by_role("button", name="You pay")
    first = page.locator("tbody tr").first

    pay.click()
    expect(first).to_contain_text("Aurinkorinne")
    expect(page.get_by_role("columnheader", name="You pay")).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("status")).to_have_text("You pay: lowest first")

    pay.click()
    expect(first).to_contain_text("Kanervikko")
    expect(page.locator("tbody tr").last).to_contain_text("Tulojen mukaan")


def test_without_scripts_no_column_looks_like_a_button(browser: Browser, component: Callable[[str, str], str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(component("provider-table", "the approved list"))

    expect(page.get_by_role("button", name="You pay")).to_be_disabled()
    expect(page.get_by_role("combobox")).to_have_count(0)
    context.close()


def test_the_picker_goes_where_the_link_would_have_led(show: Show, component: Callable[[str, str], str]) -> None:
    page = show(component("municipality-picker", "where do you live"))

    expect(page.get_by_role("link")).to_have_count(0)
    page.get_by_label("Missä asut?").select_option(label="Laukaa")
    page.get_by_role("button", name="Show").click()

    page.wait_for_url(f"{HOST}/fi/kunnat/laukaa/")


def test_what_has_passed_since_the_build_is_not_shown_as_coming(
    show: Show, component: Callable[[str, str], str]
) -> None:
    labelled = component("event-item", "coming")
    hidden = component("event-item", "only where it is coming")
    page = show(component("freshness", "warns after a week") + labelled + hidden, now="2018-08-22T00:30:00+03:00")

    expect(page.get_by_text("Pidetty")).to_be_visible()
    expect(page.get_by_text("Tulossa")).to_have_count(0)
    expect(page.get_by_text("Liikkuva asumisen tuki")).to_be_hidden()
    expect(page.get_by_text("have not been updated for 12 days")).to_be_visible()


def test_on_a_fixed_day_nothing_passes(show: Show, component: Callable[[str, str], str]) -> None:
    page = show(
        component("freshness", "warns after a week") + component("event-item", "coming"),
        now="2024-01-01T12:00:00+02:00",
        day="fixed",
    )

    expect(page.get_by_text("Tulossa")).to_be_visible()
    expect(page.get_by_text("have not been updated")).to_be_hidden()


def test_the_address_is_copied_where_nothing_can_be_shared(show: Show, component: Callable[[str, str], str]) -> None:
    page = show(component("share-link", "a page"))
    page.evaluate(
        """() => {
          delete Navigator.prototype.share
          Object.defineProperty(navigator, 'clipboard', {
            value: { writeText: async (text) => { window.copied = text } }, configurable: true,
          })
          const element = document.querySelector('[data-module]')
          element.replaceWith(element.cloneNode(true))
        }"""
    )
    page.evaluate(
        "async () => (await import('/js/components/share-link.js')).enhance(document.querySelector('[data-module]'))"
    )
    page.get_by_role("button", name="Jaa sivu").click()

    expect(page.get_by_role("status")).to_have_text("The address has been copied.")
    assert page.evaluate("window.copied") == f"{HOST}/"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2018-08-10T12:00:00+03:00", "Ilmoittautumisaikaa on 4 päivää"),
        ("2018-08-13T12:00:00+03:00", "Ilmoittautumisaikaa on 1 päivä"),
        ("2018-08-14T23:59:00+03:00", "Ilmoittautumisaika päättyy tänään"),
        ("2018-08-15T00:01:00+03:00", "Ilmoittautuminen on päättynyt."),
    ],
)
def test_the_days_left_are_counted_on_the_readers_day(
    show: Show, component: Callable[[str, str], str], now: str, words: str
) -> None:
    page = show(component("countdown", "some days left"), now=now)

    expect(page.locator(".countdown")).to_have_text(words)
