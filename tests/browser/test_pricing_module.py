"""The price engine in a real browser: the table of cases, and the same answers as Python on random rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.catalogue.price_cases import ROOT, answered, asked, in_short, price_cases
from tests.catalogue.random_prices import random_cases

pytestmark = pytest.mark.browser

HOST = "http://prices.test"
Answers = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]


def script(route: Route) -> None:
    """Answer with a file of the theme's scripts."""
    path = ROOT / "theme" / "static" / route.request.url.removeprefix(f"{HOST}/")
    route.fulfill(body=path.read_text("utf-8"), content_type="text/javascript")


@pytest.fixture(scope="module")
def answers(browser: Browser) -> Iterator[Answers]:
    """Asks the engine in the browser many cases at once."""
    page = browser.new_page()
    page.route(
        f"{HOST}/", lambda route: route.fulfill(body="<!doctype html><title>-</title>", content_type="text/html")
    )
    page.route(f"{HOST}/js/**", script)
    page.goto(f"{HOST}/")
    page.add_script_tag(type="module", content=(ROOT / "tests" / "cases" / "price-calls.js").read_text("utf-8"))
    expect(page).to_have_title("ready")

    def ask(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = page.evaluate("cases => window.answers(cases)", cases)
        return found

    yield ask
    page.close()


def test_every_case_of_the_table(answers: Answers) -> None:
    cases = price_cases()
    found = answers([asked(case) for case in cases])

    wrong = {
        case.name: short
        for case, answer in zip(cases, found, strict=True)
        if (short := in_short(answer, case)) != case.expected
    }
    assert wrong == {}


def test_every_answer_is_pythons_to_the_last_step(answers: Answers) -> None:
    cases = price_cases()
    found = answers([asked(case) for case in cases])

    assert [case.name for case, answer in zip(cases, found, strict=True) if answer != answered(case)] == []


@pytest.mark.parametrize("seed", range(4))
def test_random_rules_come_out_the_same(answers: Answers, seed: int) -> None:
    """1,000 random rules, prices and people each: amounts, reasons and steps."""
    cases = random_cases(1_000, seed)
    found = answers([asked(case) for case in cases])

    differing = [(asked(case), answer) for case, answer in zip(cases, found, strict=True) if answer != answered(case)]
    assert differing[:1] == []
