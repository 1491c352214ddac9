"""What the search page says of an answer: search/phrase.js with the words of the built page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route

from tests.conftest import ROOT

pytestmark = pytest.mark.browser

CHOICES = {
    "services": [{"key": "home-care", "label": "Home care"}],
    "municipalities": [{"key": "laukaa", "label": "Laukaa"}],
    "units": [],
    "moments": [],
    "languages": [],
}
EVERYTHING: dict[str, Any] = {
    **{"text": "", "municipalities": [], "services": [], "kind": None, "of": "price", "max": None, "unit": None},
    **{"when": None, "language": None, "home": False, "near": None, "sort": "relevance", "page": 1},
}

Say = Callable[..., Any]


@pytest.fixture
def say(browser: Browser, address: str) -> Iterator[Say]:
    """Calls a method of Phrases, in English."""
    page = browser.new_page(base_url=address)

    def script(route: Route) -> None:
        file = ROOT / "theme/static/js" / urlsplit(route.request.url).path.removeprefix("/written/")
        route.fulfill(body=file.read_text("utf-8"), content_type="text/javascript")

    page.route("**/written/**", script)
    page.goto("/en/search/")
    yield lambda method, *given: page.evaluate(
        """async ([choices, method, given]) => {
          const { Phrases } = await import('/written/search/phrase.js')
          const words = JSON.parse(document.querySelector('script[data-words]').textContent)
          return new Phrases(words, { language: 'en', choices })[method](...given)
        }""",
        [CHOICES, method, list(given)],
    )
    page.close()


def hit(distance: float | None, *homes: bool) -> dict[str, Any]:
    """A result at a distance, with its offers."""
    return {"distance": distance, "offers": [{"home": home} for home in homes]}


FROM_TOWN = {**EVERYTHING, "sort": "distance", "near": "laukaa"}
FROM_HERE = {**EVERYTHING, "sort": "distance"}


@pytest.mark.parametrize(
    ("found", "query", "words"),
    [
        (hit(12.4, False), FROM_TOWN, "about 12 km away"),
        (hit(1234.5, False), FROM_TOWN, "about 1,235 km away"),
        (hit(0, False), FROM_TOWN, "in the same municipality"),
        (hit(0, False), FROM_HERE, "less than 1 km away"),
        (hit(0.4, False), FROM_HERE, "less than 1 km away"),
        (hit(0.6, False), FROM_HERE, "about 1 km away"),
        (hit(None, False, True), FROM_TOWN, "comes to your home: Laukaa"),
        (hit(None, True), FROM_HERE, "comes to your home"),
        (hit(None, False), FROM_TOWN, ""),
        (hit(None), FROM_TOWN, ""),
        (hit(None, True), EVERYTHING, ""),
    ],
)
def test_how_far_away_somebody_is(say: Say, found: dict[str, Any], query: dict[str, Any], words: str) -> None:
    assert say("distance", found, query) == words


def test_what_was_asked_leaves_out_what_was_not_understood(say: Say) -> None:
    query = {**EVERYTHING, "text": "Care xyz", "municipalities": ["laukaa"]}
    result = {"understanding": {"ignored": ["XYZ"], "missing": []}}

    assert say("asked", query, result) == "This was asked for, all of it together: “Care”, Laukaa."
    assert say("asked", {**EVERYTHING, "text": "xyz"}, result) == ""


@pytest.mark.parametrize(("count", "words"), [(0, "No suggestions."), (1, "1 suggestion; the arrow down leads to it.")])
def test_suggestions_are_counted(say: Say, count: int, words: str) -> None:
    assert say("suggested", count) == words


def test_a_suggestion_says_what_it_is(say: Say) -> None:
    assert say("suggestion", {"kind": "provider", "note": "Laukaa"}) == "Provider · Laukaa"
    assert say("suggestion", {"kind": "municipality", "note": ""}) == "Municipality"


def test_what_somebody_typed_is_said_briefly(say: Say) -> None:
    query = {**EVERYTHING, "text": "👵" * 150, "municipalities": ["x" * 300]}

    for chip in say("chips", query):
        assert len(chip["words"]) < 130 and "…" in chip["words"] and "\ufffd" not in chip["words"]
    assert len(say("title", query)) < 300
