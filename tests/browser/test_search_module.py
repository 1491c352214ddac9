"""The search in a real browser: its tables against Python's, its answers against the cases and against a judge."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from provider_directory.outputs.search import SearchCard, SearchDirectory, SearchTag, index_file
from provider_directory.outputs.search.analysis import RULES, Analysis
from provider_directory.outputs.search.key import KeyMaker, fold
from tests.outputs.search import generated
from tests.outputs.search.asking import Query, answer, count
from tests.outputs.search.cases import filter_cases, search_cases
from tests.outputs.search.directory import DAY, directory, documents
from tests.outputs.search.word_forms import word_forms

pytestmark = pytest.mark.browser

HOST = "http://search.test"
SCRIPTS = Path(__file__).resolve().parents[2] / "theme" / "static" / "js"
Call = Callable[[str, Any], Any]

# What a kind of case must reach at least: the share of cases found whole, and the mean share of hits that were meant.
FLOORS = defaultdict(lambda: (0.97, 0.9), {"compound": (1.0, 0.9), "synonym": (1.0, 0.9), "former name": (1.0, 0.9)})

MODULES = """
  import { fold, keysBy, wordsOf } from '/js/search/key.js'
  import { openFile } from '/js/search/memory.js'
  import { EVERYTHING } from '/js/search/query.js'
  import { Phrases } from '/js/search/phrase.js'
  import { cents, parametersOf, queryFrom } from '/js/search/state.js'

  const engines = new Map()
  const opened = ([file, day]) => {
    const name = file.slice(0, 200) + file.length + day
    if (!engines.has(name)) engines.set(name, openFile(JSON.parse(file), { day }))
    return engines.get(name)
  }
  const wholly = async (engine, query) => {
    const first = await engine.search({ ...query, page: 1 })
    const hits = [...first.hits]
    for (let page = 2; page <= first.pages; page += 1) hits.push(...(await engine.search({ ...query, page })).hits)
    return { ...first, hits }
  }
  const asked = (address) => queryFrom(new URLSearchParams(address))

  window.call = {
    keys: ({ rules, words }) => {
      const { key, variants } = keysBy(rules)
      return words.map((word) => [fold(word), key(fold(word)), variants(fold(word)).join()])
    },
    words: (texts) => texts.map(wordsOf),
    ask: ({ index, addresses }) => Promise.all(addresses.map((address) => wholly(opened(index), asked(address)))),
    type: ({ index, typed }) => Promise.all(typed.map((text) => wholly(opened(index), { ...EVERYTHING, text }))),
    compare: ({ index, addresses }) => Promise.all(addresses.map(async (address) => {
      const { hits, unit, facets } = await wholly(opened(index), { ...asked(address), sort: 'price' })
      const price = ({ offers: [offer] }) => (offer?.unit && offer.unit.key === unit?.key ? offer.price : null)
      return { unit: unit?.key ?? null, facets, prices: hits.map((hit) => [hit.provider.key, price(hit)]) }
    })),
    state: (addresses) => addresses.map((address) => parametersOf(asked(address)).toString()),
    cents: (typed) => typed.map(cents),
    chips: ({ index, words, address }) => {
      const phrases = new Phrases(words, opened(index))
      return phrases.chips(asked(address)).map((chip) => [chip.words, parametersOf(chip.without).toString()])
    },
  }
  document.title = 'ready'
"""


def script(route: Route) -> None:
    """Answer with a file of the theme's scripts."""
    path = SCRIPTS / route.request.url.removeprefix(f"{HOST}/js/")
    route.fulfill(body=path.read_text("utf-8"), content_type="text/javascript")


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Call]:
    """Calls a function of the search in the browser."""
    page = browser.new_page()
    page.route(f"{HOST}/js/**", script)
    page.route(
        f"{HOST}/", lambda route: route.fulfill(body="<!doctype html><title>-</title>", content_type="text/html")
    )
    page.goto(f"{HOST}/")
    page.add_script_tag(type="module", content=MODULES)
    expect(page).to_have_title("ready")

    def called(name: str, given: Any) -> Any:
        return page.evaluate("([name, given]) => window.call[name](given)", [name, given])

    yield called
    page.close()


def index(searched: SearchDirectory, day: date = DAY) -> list[str]:
    """An index and a day, as the browser is given them."""
    return [index_file(searched).content.decode(), day.isoformat()]


# --- The analysis is the same in both


def test_keys_are_those_of_python(call: Call) -> None:
    """On more than 20,000 word forms of three languages, their folded forms and possible other keys included."""
    compared = 0
    for language, rules in RULES.items():
        maker = KeyMaker(rules)
        words = word_forms(language, rules)
        here = [[fold(word), maker.key(fold(word)), ",".join(maker.variants(fold(word)))] for word in words]
        there = call("keys", {"rules": rules.published(), "words": words})
        compared += len(words)

        assert [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]] == []
    assert compared > 20_000


def test_texts_are_cut_into_the_same_words(call: Call) -> None:
    texts = [
        "Mänttä-Vilppulan koti\N{SOFT HYPHEN}hoito, 24/7: Y-tunnus 1234567-1 & ”palvelu”",
        "Cafe\N{COMBINING ACUTE ACCENT} ½ ﬁ Ⅻ по-русски 日本 a_b c.d@example.fi İstanbul",
        "",
        "🙂 👨‍👩‍👧 — – \u00a0 ok",
    ]

    assert [[word.lower() for word in words] for words in call("words", texts)] == [
        [word.shown for word in Analysis("fi").words(text)] for text in texts
    ]


# --- Text


def test_search_cases_reach_their_floors(call: Call) -> None:
    results: dict[str, list[tuple[str, bool, float]]] = defaultdict(list)
    for language in RULES:
        cases = [case for case in search_cases() if case.language == language]
        answers = call("type", {"index": index(directory(language)), "typed": [case.typed for case in cases]})
        for case, result in zip(cases, answers, strict=True):
            found = {hit["provider"]["key"] for hit in result["hits"]}
            share = len(found & case.expected) / max(1, len(found))
            results[case.kind].append((f"{language}: {case.typed}", case.expected <= found, share))

    below = {
        kind: [typed for typed, whole, share in cases if not whole or share < 0.5]
        for kind, cases in results.items()
        if sum(whole for _, whole, _ in cases) / len(cases) < FLOORS[kind][0]
        or sum(share for _, _, share in cases) / len(cases) < FLOORS[kind][1]
    }
    assert below == {}
    assert sum(map(len, results.values())) >= 150


def test_best_answers_come_first(call: Call) -> None:
    """Those who offer the service that was typed stand before those who merely mention it."""
    mentioning = replace(documents()[2], descriptions=("Emme tee kotihoitoa.",))
    searched = replace(directory("fi"), documents=(mentioning, *documents()[:2], *documents()[3:]))
    (result,) = call("type", {"index": index(searched), "typed": ["kotihoitoa"]})
    keys = [hit["provider"]["key"] for hit in result["hits"]]

    assert keys[-1] == "esimerkki-kirkas"
    assert set(keys[:-1]) == {"esimerkki-hoiva", "esimerkki-omatupa", "esimerkki-hemtjanst"}


def test_offer_that_was_asked_for_is_the_one_shown(call: Call) -> None:
    typed = ["pihatyöt", "remontti", "siivous Nokialla"]
    results = call("type", {"index": index(directory("fi")), "typed": typed})
    shown = [
        next(
            hit["offers"][0]["service"]["key"] for hit in result["hits"] if hit["provider"]["key"] == "esimerkki-luuta"
        )
        for result in results
    ]

    assert shown == ["yard-work", "repairs", "cleaning"]


def test_understanding_is_said(call: Call) -> None:
    typed = ["sivous", "kotihoito xyzzyx", "kylvetys Punkalaitumella", "siivous"]
    results = call("type", {"index": index(directory("fi")), "typed": typed})

    assert [result["understanding"] for result in results] == [
        {"corrections": [{"typed": "sivous", "read": "siivous"}], "ignored": [], "missing": []},
        {"corrections": [], "ignored": ["xyzzyx"], "missing": []},
        {"corrections": [], "ignored": [], "missing": ["Punkalaitumella"]},
        {"corrections": [], "ignored": [], "missing": []},
    ]


def test_former_name_leads_to_the_voucher(call: Call) -> None:
    (result,) = call("type", {"index": index(directory("fi")), "typed": ["tuetun kotona asumisen seteli"]})

    assert [(guide["kind"], guide["url"]) for guide in result["guides"]] == [
        ("origin", "/fi/v/jyvaskyla/regular-home-care/")
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 5000,
        "siivous " * 400,
        "(((",
        '"',
        '"" "',
        "[^",
        "\\",
        "<script>",
        "0" * 400,
        "\u202e\u0000",
        "' OR 1=1",
        "%",
        "💥" * 99,
    ],
)
def test_hostile_text_is_answered(call: Call, typed: str) -> None:
    (result,) = call("type", {"index": index(directory("fi")), "typed": [typed]})

    assert 0 <= result["total"] <= len(documents())


# --- Filters


def test_filter_cases(call: Call) -> None:
    cases = filter_cases()
    answers = call("compare", {"index": index(directory("fi")), "addresses": [case["ask"] for case in cases]})

    assert [
        (case["sentence"], found["unit"], dict(found["prices"])) for case, found in zip(cases, answers, strict=True)
    ] == [(case["sentence"], case["unit"], case["finds"]) for case in cases]


def test_every_combination_is_what_the_judge_says(call: Call) -> None:
    """1,200 random queries: who is found, at which price, in which unit, and how many a choice would leave."""
    searched = generated.directory(300, seed=20180810)
    addresses = generated.addresses(1200, seed=2)
    answers = call("compare", {"index": index(searched), "addresses": addresses})
    choices = [
        ("municipality", "eskola"),
        ("service", "pallero"),
        ("kind", "voucher"),
        ("unit", "visit"),
        ("language", "sv"),
        ("home", "1"),
    ]
    wrong = []
    for number, (address, there) in enumerate(zip(addresses, answers, strict=True)):
        query = Query.of(address)
        here = answer(searched, query, DAY)
        facet, choice = choices[number % len(choices)]
        expected = (here.unit, here.prices, count(searched, query, DAY, facet, choice))
        if expected != (there["unit"], dict(there["prices"]), there["facets"][facet][choice]):
            wrong.append((address, facet))

    assert wrong == []
    assert 200 < sum(bool(there["prices"]) for there in answers) < 1100


def test_filters_of_a_text_leave_a_part_of_what_the_text_finds(call: Call) -> None:
    """For every case: text with a filter is the text's own answer, filtered."""
    typed = [case.typed for case in search_cases() if case.language == "fi"][::4]
    found = call("type", {"index": index(directory("fi")), "typed": typed})
    addresses = ["kind=self-pay&municipality=jyvaskyla&q=" + text.replace("+", "%2B") for text in typed]
    filtered = call("ask", {"index": index(directory("fi")), "addresses": addresses})
    for text, result, rest in zip(typed, found, filtered, strict=True):
        whole = {hit["provider"]["key"]: hit["offers"] for hit in result["hits"]}
        for hit in rest["hits"]:
            assert all(offer in whole[hit["provider"]["key"]] for offer in hit["offers"]), text


def test_offers_of_another_day_are_left_out(call: Call) -> None:
    first, *others = documents()
    ending, upcoming = first.offers
    dated = replace(
        first,
        offers=(replace(ending, until=DAY), replace(upcoming, starts=DAY + timedelta(days=1))),
    )
    searched = replace(directory("fi"), documents=(dated, *others))
    address = "service=home-care&service=informal-care-support&municipality=muurame"
    services = {}
    for days in (0, 1):
        (result,) = call("ask", {"index": index(searched, DAY + timedelta(days=days)), "addresses": [address]})
        services[days] = [[offer["service"]["key"] for offer in hit["offers"]] for hit in result["hits"]]

    assert services == {0: [["home-care"]], 1: [["informal-care-support"]]}


def test_provider_whose_every_offer_is_over_is_gone(call: Call) -> None:
    first, *others = documents()
    over = replace(first, offers=tuple(replace(offer, until=DAY - timedelta(days=1)) for offer in first.offers))
    (result,) = call(
        "ask", {"index": index(replace(directory("fi"), documents=(over, *others))), "addresses": ["q=Esimerkki+Hoiva"]}
    )

    assert "esimerkki-hoiva" not in {hit["provider"]["key"] for hit in result["hits"]}


# --- Order


def order(call: Call, address: str, day: date = DAY) -> list[str]:
    """Who is found, in order."""
    (result,) = call("ask", {"index": index(directory("fi"), day), "addresses": [address]})
    return [hit["provider"]["key"] for hit in result["hits"]]


def test_equal_results_turn_with_the_day(call: Call) -> None:
    days = [order(call, "q=siivous", DAY + timedelta(days=days)) for days in range(20)]

    assert len({tuple(keys) for keys in days}) > 5
    assert {keys[0] for keys in days} == set(days[0])
    assert order(call, "q=siivous") == days[0]


def test_sorted_by_price_what_has_another_unit_comes_last(call: Call) -> None:
    keys = order(call, "municipality=ylojarvi&unit=hour&sort=price")

    assert keys == ["esimerkki-lahella", "esimerkki-luuta", "esimerkki-taitava"][:1] + keys[1:]
    (result,) = call("ask", {"index": index(directory("fi")), "addresses": ["municipality=tampere&sort=price"]})
    offers = [hit["offers"][0] for hit in result["hits"]]
    units = [offer["unit"]["key"] for offer in offers]
    prices = [offer["price"] for offer in offers if offer["unit"]["key"] == result["unit"]["key"]]
    assert units == sorted(units, key=lambda unit: unit != result["unit"]["key"])
    assert prices == sorted(prices)


def test_sorted_by_name_in_finnish_order(call: Call) -> None:
    names = ("Åkerman", "Ahonen", "Öhman", "Ärjy", "Zorro")
    renamed = tuple(replace(document, name=name) for document, name in zip(documents(), names, strict=False))
    searched = replace(directory("fi"), documents=renamed)
    (result,) = call("ask", {"index": index(searched), "addresses": ["sort=name"]})

    assert [hit["provider"]["name"] for hit in result["hits"]] == ["Ahonen", "Zorro", "Åkerman", "Ärjy", "Öhman"]


# --- Nothing found


def test_nothing_found_offers_neighbours_first(call: Call) -> None:
    (result,) = call("ask", {"index": index(directory("fi")), "addresses": ["service=cleaning&municipality=pirkkala"]})
    ways = [(way["kind"], (way["neighbour"] or {}).get("key"), way["total"]) for way in result["relaxations"]]

    assert result["total"] == 0
    assert ways == [("neighbour", "tampere", 2), ("municipalities", None, 4), ("services", None, 2)]


def test_place_in_the_text_has_neighbours_too(call: Call) -> None:
    (result,) = call("type", {"index": index(directory("fi")), "typed": ["siivous Pirkkalassa"]})
    ways = [(way["kind"], way["query"]["text"], way["query"]["municipalities"]) for way in result["relaxations"]]

    assert ("neighbour", "siivous", ["tampere"]) in ways


def test_each_way_out_finds_what_it_says(call: Call) -> None:
    addresses = ["service=bathing&municipality=nokia&max=10&language=sv&q=sauna", "kind=voucher&service=cleaning"]
    results = call("ask", {"index": index(directory("fi")), "addresses": addresses})
    for result in results:
        assert result["total"] == 0
        assert result["relaxations"]
        for way in result["relaxations"]:
            parameters = call("state", [as_address(way["query"])])
            (again,) = call("ask", {"index": index(directory("fi")), "addresses": parameters})
            assert again["total"] == way["total"] > 0


def as_address(query: dict[str, Any]) -> str:
    """The address of a query that came from the browser."""
    pairs = [("q", query["text"]), *(("service", key) for key in query["services"])]
    pairs += [("municipality", key) for key in query["municipalities"]]
    pairs += [(name, query[name]) for name in ("kind", "unit", "language") if query[name]]
    pairs += [("max", f"{query['max'] / 100}")] if query["max"] else []
    return "&".join(f"{name}={value}" for name, value in pairs)


# --- State and words


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        *[
            ("38,50", 3850),
            ("38.50", 3850),
            ("38,5", 3850),
            ("38", 3800),
            (" 38 € ", 3800),
            ("1 200,00 euroa", 120_000),
        ],
        *[("0", 0), ("", None), ("-5", None), ("38,555", None), ("cheap", None), ("1e3", None), ("99999999", None)],
    ],
)
def test_amounts_as_people_type_them(call: Call, typed: str, cents: int | None) -> None:
    assert call("cents", [typed]) == [cents]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("q=+koti++hoito+", "q=koti++hoito"),
        ("sort=name&q=x&municipality=b&municipality=a&municipality=b", "q=x&municipality=b&municipality=a&sort=name"),
        ("max=38%2C50&unit=hour&home=1&page=2", "max=38.50&unit=hour&home=1&page=2"),
        ("kind=both&sort=best&page=0&max=x&home=2&q=&service=", ""),
        ("page=-3&kind=voucher&language=sv&sort=relevance", "kind=voucher&language=sv"),
    ],
)
def test_address_keeps_what_was_asked(call: Call, address: str, kept: str) -> None:
    assert call("state", [address]) == [kept]
    assert call("state", [kept]) == [kept]


WORDS = {
    "results": {"one": "{n} palveluntuottaja", "other": "{n} palveluntuottajaa"},
    "none": "Ei palveluntuottajia.",
    "position": "Sivu {page} / {pages}",
    "unit": "Hintoja verrataan: {x}.",
    "corrected": "Haettiin sanalla {read}, ei {typed}.",
    "ignored": "Sanaa {x} ei löydy.",
    "missing": "Kenelläkään ei ole myös: {x}.",
    "more": {"one": "ja {n} muu", "other": "ja {n} muuta"},
    "title": "{x} – Haku",
    "chips": {"text": "”{x}”", "max": "enintään {amount}", "maxPer": "enintään {amount} / {unit}", "home": "kotiin"},
    "kinds": {"voucher": "palvelusetelillä", "self-pay": "itse maksaen"},
    "relaxations": {
        "neighbour": "{x}: {results}",
        "word": "Ilman sanaa {x}: {results}",
        "text": "Ilman sanoja: {results}",
        "municipalities": "Kaikista kunnista: {results}",
        "services": "Kaikista palveluista: {results}",
        "kind": "Maksutavasta riippumatta: {results}",
        "max": "Ilman hintarajaa: {results}",
        "unit": "Kaikissa yksiköissä: {results}",
        "language": "Kaikilla kielillä: {results}",
        "home": "Myös muualla: {results}",
    },
}


def test_filters_say_themselves(call: Call) -> None:
    address = "q=siivous&service=cleaning&municipality=nokia&kind=self-pay&max=40&unit=hour&home=1&language=sv"
    chips = call("chips", {"index": index(directory("fi")), "words": WORDS, "address": address})

    assert [words.replace("\u00a0", " ") for words, _ in chips] == [
        *["”siivous”", "Siivous", "Nokia", "itse maksaen", "enintään 40,00 € / tunti", "ruotsi", "kotiin"]
    ]
    assert chips[2][1] == "q=siivous&service=cleaning&kind=self-pay&max=40&unit=hour&language=sv&home=1"
    assert chips[4][1] == "q=siivous&municipality=nokia&service=cleaning&kind=self-pay&language=sv&home=1".replace(
        "q=siivous&municipality=nokia&service=cleaning", "q=siivous&municipality=nokia&service=cleaning"
    )


# --- The page

PAGE = """<!doctype html><html lang="fi" data-as-of="2018-08-10" data-day="fixed"><meta charset="utf-8"><title>Haku</title>
<main data-module="search-page" data-index="/search/%(index)s">
<script type="application/json" data-words>%(words)s</script>
<form data-search="form" id="form" method="get">
  <input name="q" type="search" aria-label="Hae">
  <label data-choice><input type="checkbox" name="municipality" value="nokia"> Nokia <span data-count="municipality:nokia"></span></label>
  <label data-choice><input type="checkbox" name="municipality" value="tampere"> Tampere <span data-count="municipality:tampere"></span></label>
  <select name="service" aria-label="Palvelu"><option value="">Kaikki</option>
    <option value="cleaning" data-count="service:cleaning">Siivous</option>
    <option value="interpreting" data-count="service:interpreting">Tulkkaus</option></select>
  <input type="radio" name="kind" value="" checked aria-label="kaikki"><input type="radio" name="kind" value="voucher" aria-label="seteli">
  <input name="max" inputmode="decimal" aria-label="Enintään">
</form>
<div data-search="live" hidden>
  <h2 data-search="heading" tabindex="-1">Tulokset</h2>
  <select name="sort" form="form" aria-label="Järjestys"><option value="relevance">-</option><option value="name">Nimi</option></select>
  <p role="status" data-search="status"></p>
  <ul data-search="chips" hidden></ul>
  <template data-search="chip"><li><a data-query data-link="chip" data-slot="words"></a></li></template>
  <ul data-search="notes" hidden></ul><template data-search="note"><li data-slot="words"></li></template>
  <ul data-search="guides" hidden></ul>
  <template data-search="guide"><li><span data-when="service">Palvelu</span> <a data-link="guide" data-slot="words"></a></li></template>
  <div data-search="nothing" hidden>Ei mitään</div>
  <ul data-search="relaxations" hidden></ul>
  <template data-search="relaxation"><li><a data-query data-link="relaxation" data-slot="words"></a></li></template>
  <ol data-search="results"></ol>
  <template data-search="card"><li><a data-link="provider" data-slot="name"></a>
    <span data-each="tags" data-slot="words"></span>
    <p data-when="price"><b data-slot="price"></b> / <i data-slot="unit"></i> <em data-slot="service"></em></p>
    <a data-when="phone" data-link="phone-url" data-slot="phone"></a><small data-when="approved-by" data-slot="approved-by"></small></li></template>
  <nav data-search="pager" hidden><a data-search="previous" data-query>Edellinen</a><span data-search="position"></span>
    <a data-search="next" data-query>Seuraava</a></nav>
</div>
<p data-search="loading" hidden>Haetaan</p><p data-search="failure" hidden>Haku ei toimi</p>
<ul data-search="plain"><li><a href="/fi/kunnat/">Kunnat</a></li></ul>
</main>
<script type="module" src="/start.js"></script>
"""
START = """
import { enhance } from '/js/components/search-page.js'
enhance(document.querySelector('main'))
"""


class Site:
    """A search page, served to a tab."""

    def __init__(self, page: Page, searched: SearchDirectory) -> None:
        self.page = page
        self.file = index_file(searched)
        self.failing = False
        self.stale = False
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.route(f"{HOST}/**", self.answer)

    def answer(self, route: Route) -> None:
        """Answer a request of the page."""
        request: Request = route.request
        path = request.url.removeprefix(HOST).split("?")[0]
        name = self.file.path.removeprefix("search/")
        if path.startswith("/js/"):
            script(route)
        elif path == "/start.js":
            route.fulfill(body=START, content_type="text/javascript")
        elif path == "/search/manifest.json":
            route.fulfill(json={"format": 1, "indexes": {"fi": name}})
        elif path == f"/search/{name}" and not self.failing:
            route.fulfill(body=self.file.content, content_type="application/json")
        elif path.startswith("/search/"):
            route.fulfill(status=500 if self.failing else 404)
        else:
            named = "fi-old.json" if self.stale else name
            body = PAGE % {"index": named, "words": json.dumps(WORDS)}
            route.fulfill(body=body, content_type="text/html")

    def open(self, address: str = "") -> Page:
        """Open the search page at an address and wait until it has answered or given up."""
        self.page.goto(f"{HOST}/fi/haku/{address}")
        self.page.wait_for_selector("[data-search=live]:not([hidden]), [data-search=failure]:not([hidden])")
        return self.page


@pytest.fixture
def site(browser: Browser) -> Iterator[Site]:
    """The search page of the Finnish directory, in a tab of its own."""
    page = browser.new_page()
    site = Site(page, directory("fi"))
    yield site
    assert site.errors == []
    page.close()


def names(page: Page) -> set[str]:
    """The names on the cards."""
    return set(page.locator("[data-search=results] [data-slot=name]").all_inner_texts())


def parameters(page: Page) -> str:
    """What stands behind the question mark of the address."""
    return page.url.partition("?")[2]


def test_address_is_answered_and_fills_the_form(site: Site) -> None:
    page = site.open("?q=siivous&municipality=nokia&max=39.95")

    assert names(page) == {"Esimerkki Luuta ja Lapio"}
    expect(page.get_by_role("status")).to_have_text("1 palveluntuottaja")
    expect(page.get_by_label("Hae")).to_have_value("siivous")
    expect(page.get_by_label("Nokia")).to_be_checked()
    expect(page.get_by_label("Enintään")).to_have_value("39,95")
    expect(page).to_have_title("”siivous”, Nokia, enintään 39,95\u00a0€ – Haku")
    expect(page.locator("[data-search=plain]")).to_be_hidden()
    expect(page.locator("[data-search=results] p")).to_contain_text("39,90 € / tunti Siivous")
    expect(page.locator("[data-search=results] small")).to_have_count(0)
    expect(page.get_by_role("link", name="03 012 3404")).to_have_attribute("href", "tel:03 012 3404")


def test_without_a_script_the_plain_lists_are_there(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    site = Site(context.new_page(), directory("fi"))
    site.page.goto(f"{HOST}/fi/haku/?q=siivous")

    expect(site.page.get_by_role("link", name="Kunnat")).to_be_visible()
    expect(site.page.locator("[data-search=live]")).to_be_hidden()
    context.close()


def test_typing_is_answered_without_filling_the_history(site: Site) -> None:
    page = site.open("?municipality=nokia")
    before = page.evaluate("history.length")
    page.get_by_label("Hae").press_sequentially("turvapuhelin", delay=60)

    expect(page.get_by_role("status")).to_have_text("1 palveluntuottaja")
    expect(page).to_have_url(f"{HOST}/fi/haku/?q=turvapuhelin&municipality=nokia")
    assert page.evaluate("history.length") == before + 1
    page.get_by_label("Hae").press("Enter")
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    expect(page.get_by_label("Hae")).to_have_value("")
    assert parameters(page) == "municipality=nokia"


def test_every_choice_is_a_step_to_go_back_to(site: Site) -> None:
    page = site.open()
    page.get_by_label("Palvelu").select_option("cleaning")
    page.get_by_label("Nokia").check()
    page.get_by_label("seteli").check()
    expect(page.get_by_role("status")).to_have_text("Ei palveluntuottajia.")
    assert parameters(page) == "municipality=nokia&service=cleaning&kind=voucher"

    page.go_back()
    expect(page.get_by_role("status")).to_have_text("2 palveluntuottajaa")
    expect(page.get_by_label("kaikki")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    expect(page.get_by_label("Nokia")).not_to_be_checked()
    page.go_forward()
    expect(page.get_by_label("Nokia")).to_be_checked()
    expect(page.get_by_role("status")).to_have_text("2 palveluntuottajaa")


def test_numbers_stand_behind_the_choices(site: Site) -> None:
    page = site.open("?service=interpreting")

    expect(page.locator("[data-count='municipality:tampere']")).to_have_text("1")
    expect(page.locator("[data-count='municipality:nokia']")).to_have_text("0")
    expect(page.locator("label", has_text="Nokia")).to_have_attribute("data-empty", "")
    expect(page.locator("option[value=cleaning]")).to_have_text("Siivous (4)")
    page.get_by_label("Palvelu").select_option("cleaning")
    expect(page.locator("[data-count='municipality:nokia']")).to_have_text("2")
    expect(page.locator("option[value=cleaning]")).to_have_text("Siivous (4)")


def test_chips_take_conditions_away(site: Site) -> None:
    page = site.open("?q=siivous&municipality=nokia")
    page.get_by_role("link", name="Nokia").click()

    assert parameters(page) == "q=siivous"
    expect(page.get_by_label("Nokia")).not_to_be_checked()
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    expect(page.get_by_role("heading")).to_be_focused()
    page.get_by_role("link", name="”siivous”").click()
    expect(page.locator("[data-search=chips]")).to_be_hidden()
    assert parameters(page) == ""


def test_results_are_turned_page_by_page(site: Site) -> None:
    page = site.open("?sort=name")
    first = names(page)
    expect(page.locator("[data-search=position]")).to_have_text("Sivu 1 / 2")
    expect(page.locator("[data-search=previous]")).to_be_hidden()
    page.get_by_role("link", name="Seuraava").click()

    expect(page.locator("[data-search=position]")).to_have_text("Sivu 2 / 2")
    assert len(first) == 20
    assert len(names(page) - first) == len(documents()) - 20
    assert parameters(page) == "sort=name&page=2"
    page.reload()
    expect(page.locator("[data-search=position]")).to_have_text("Sivu 2 / 2")
    page.get_by_label("Nokia").check()
    expect(page.locator("[data-search=pager]")).to_be_hidden()
    assert parameters(page) == "municipality=nokia&sort=name"


def test_control_outside_the_form_belongs_to_it(site: Site) -> None:
    page = site.open()
    page.get_by_label("Järjestys").select_option("name")

    assert parameters(page) == "sort=name"
    expect(page.locator("[data-search=results] [data-slot=name]").first).to_have_text(
        "Esimerkki Asumispalvelut Harmonia"
    )


def test_nothing_found_offers_ways_out(site: Site) -> None:
    page = site.open("?q=tulkki&municipality=nokia")
    expect(page.locator("[data-search=nothing]")).to_be_visible()
    page.get_by_role("link", name="Tampere: 1 palveluntuottaja").click()

    expect(page.locator("[data-search=nothing]")).to_be_hidden()
    expect(page.get_by_label("Tampere")).to_be_checked()
    assert names(page) == {"Esimerkki Viittova Käsi"}


def test_text_that_was_read_otherwise_is_said(site: Site) -> None:
    page = site.open("?q=sivous&max=40")

    assert page.locator("[data-search=notes] li").all_inner_texts() == [
        "Haettiin sanalla siivous, ei sivous.",
        "Hintoja verrataan: tunti.",
    ]
    expect(page.locator("[data-search=guides] a")).to_have_attribute("href", "/fi/s/cleaning/")


def test_words_are_never_markup(browser: Browser) -> None:
    first, *others = documents()
    nasty = replace(
        first,
        name="<img src=x onerror=alert(1)>",
        card=SearchCard(tags=(SearchTag(kind="new", words="<b>uusi</b>"),), approved_by="<i>"),
    )
    page = browser.new_page()
    site = Site(page, replace(directory("fi"), documents=(nasty, *others)))
    site.open("?q=%3Cimg+src%3Dx%3E&service=home-care")

    assert "<img src=x onerror=alert(1)>" in names(page)
    expect(page.locator("[data-kind=new]").first).to_have_text("<b>uusi</b>")
    assert page.locator("main img, main b:not([data-slot])").count() == 0
    page.close()


def test_index_that_cannot_be_had_leaves_the_plain_lists(site: Site) -> None:
    site.failing = True
    page = site.open("?q=siivous")

    expect(page.get_by_text("Haku ei toimi")).to_be_visible()
    expect(page.get_by_role("link", name="Kunnat")).to_be_visible()
    expect(page.locator("[data-search=live]")).to_be_hidden()
    expect(page.get_by_label("Hae")).to_have_value("siivous")


def test_page_that_outlived_its_index_finds_the_new_one(site: Site) -> None:
    site.stale = True
    page = site.open("?q=siivous")

    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")


def test_waiting_is_shown_only_when_it_lasts(site: Site) -> None:
    held: list[Route] = []
    page = site.page
    page.clock.install()
    page.route(f"{HOST}/search/fi-*", held.append)
    page.goto(f"{HOST}/fi/haku/", wait_until="load")
    page.wait_for_function("() => performance.getEntriesByName(location.origin + '/js/search/engine.js').length")
    expect(page.get_by_text("Haetaan")).to_be_hidden()
    page.clock.run_for(299)
    expect(page.get_by_text("Haetaan")).to_be_hidden()
    page.clock.run_for(2)
    expect(page.get_by_text("Haetaan")).to_be_visible()
    held[0].fulfill(body=site.file.content, content_type="application/json")

    expect(page.get_by_role("status")).to_have_text("24 palveluntuottajaa")
    expect(page.get_by_text("Haetaan")).to_be_hidden()


def test_whole_journey_by_keyboard(site: Site) -> None:
    page = site.open()
    page.keyboard.press("Tab")
    page.keyboard.type("siivous")
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text("2 palveluntuottajaa")
    expect(page.get_by_label("Nokia")).to_be_focused()
    page.get_by_role("link", name="Nokia").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("4 palveluntuottajaa")
    expect(page.get_by_role("heading")).to_be_focused()
