"""The search in a real browser: its tables against Python's, its answers against the cases and against a judge."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from provider_directory.outputs.search import SearchDirectory, SearchPay, SearchTerms
from provider_directory.outputs.search.analysis import RULES, Analysis
from provider_directory.outputs.search.key import KeyMaker, fold
from tests.outputs.search import generated
from tests.outputs.search.asking import Query, Shares, answer, count
from tests.outputs.search.cases import filter_cases, search_cases
from tests.outputs.search.directory import DAY, directory, documents
from tests.outputs.search.serving import HERE, HOST, script, served, words
from tests.outputs.search.word_forms import word_forms

pytestmark = pytest.mark.browser

Call = Callable[[str, Any], Any]

# What a kind of case must reach at least: the share of cases found whole, and the mean share of hits that were meant.
FLOORS = defaultdict(
    lambda: (0.97, 0.9),
    {"compound": (1.0, 0.9), "synonym": (1.0, 0.9), "former name": (1.0, 0.9), "nobody has it": (1.0, 1.0)},
)


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Call]:
    """Calls a function of the search in the browser."""
    page = browser.new_page()
    page.route(f"{HOST}/js/**", script)
    page.route(
        f"{HOST}/", lambda route: route.fulfill(body="<!doctype html><title>-</title>", content_type="text/html")
    )
    page.goto(f"{HOST}/")
    page.add_script_tag(type="module", content=(HERE / "calls.js").read_text("utf-8"))
    expect(page).to_have_title("ready")

    def called(name: str, given: Any) -> Any:
        return page.evaluate("([name, given]) => window.call[name](given)", [name, given])

    yield called
    page.close()


def index(searched: SearchDirectory, day: date = DAY, *, cut: str = "whole") -> dict[str, Any]:
    """An index and a day, as the browser is given them."""
    return served(searched, day, whole=cut == "whole", packed=cut == "packed")


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


def test_search_cases_reach_their_floors(call: Call) -> None:
    results: dict[str, list[tuple[str, bool, float]]] = defaultdict(list)
    for language in RULES:
        cases = [case for case in search_cases() if case.language == language]
        answers = call("type", {"index": index(directory(language)), "typed": [case.typed for case in cases]})
        for case, result in zip(cases, answers, strict=True):
            found = {hit["provider"]["key"] for hit in result["hits"]}
            share = len(found & case.expected) / len(found) if found else float(not case.expected)
            results[case.kind].append((f"{language}: {case.typed}", case.expected <= found, share))

    below = {
        kind: [typed for typed, whole, share in cases if not whole or share < 0.5]
        for kind, cases in results.items()
        if sum(whole for _, whole, _ in cases) / len(cases) < FLOORS[kind][0]
        or sum(share for _, _, share in cases) / len(cases) < FLOORS[kind][1]
    }
    assert below == {}
    assert sum(map(len, results.values())) >= 150


def test_a_service_is_not_looked_for_in_running_text(call: Call) -> None:
    """Those who merely mention the service that was typed do not offer it; a name that has it comes last."""
    *others, mentioning, named = documents()
    mentioning = replace(mentioning, descriptions=("Emme tee kotihoitoa.",))
    named = replace(named, name="Esimerkki Kotihoito ja Kukka")
    searched = replace(directory("fi"), documents=(mentioning, named, *others))
    (result,) = call("type", {"index": index(searched), "typed": ["kotihoitoa"]})
    keys = [hit["provider"]["key"] for hit in result["hits"]]

    assert keys[-1] == named.key
    assert set(keys[:-1]) == {"esimerkki-hoiva", "esimerkki-omatupa", "esimerkki-hemtjanst"}


@pytest.mark.parametrize(
    ("language", "typed", "asked"),
    [
        ("fi", "kotihoito öisin", "q=kotihoito&when=night"),
        ("fi", "kotihoitoa yöksi", "q=kotihoito&when=night"),
        ("fi", "kotihoito sunnuntaina", "q=kotihoito&when=sunday"),
        ("sv", "hemvård på natten", "q=hemvård&when=night"),
        ("en", "home care in the evening", "q=home+care&when=evening"),
    ],
)
def test_a_time_in_the_text_is_the_time_of_the_price(call: Call, language: str, typed: str, asked: str) -> None:
    searched = directory(language)
    times = {"esimerkki-hoiva": ("day",), "esimerkki-omatupa": ("evening", "night"), "esimerkki-hemtjanst": ("sunday",)}
    some = tuple(
        replace(each, offers=tuple(replace(offer, moments=times.get(each.key)) for offer in each.offers))
        for each in searched.documents
    )
    given = index(replace(searched, documents=some))
    (read,) = call("type", {"index": given, "typed": [typed]})
    (filtered,) = call("ask", {"index": given, "addresses": [asked]})

    assert [hit["provider"]["key"] for hit in read["hits"]] == [hit["provider"]["key"] for hit in filtered["hits"]]
    assert len(read["hits"]) == 1
    assert [[each["key"] for each in time["moments"]] for time in read["understanding"]["times"]] == [
        [asked.partition("when=")[2]]
    ]


@pytest.mark.parametrize(
    ("typed", "price"),
    [("siivous alle 40 euroa", "alle 40 euroa"), ("siivous 35 €/h", "35 €/h"), ("siivous max 38,50", "max 38,50")],
)
def test_a_price_in_the_text_limits_nothing_and_it_is_said(call: Call, typed: str, price: str) -> None:
    given = index(directory("fi"))
    plain, priced = call("type", {"index": given, "typed": ["siivous", typed]})
    notes = call("notes", {"index": given, "words": words(), "address": urlencode({"q": typed}), "told": False})

    assert [hit["provider"]["key"] for hit in priced["hits"]] == [hit["provider"]["key"] for hit in plain["hits"]]
    assert priced["understanding"]["prices"] == [price]
    assert notes == [f"{price} ei rajaa hintaa."]


@pytest.mark.parametrize("limit", ["-5", "abc", "12 tai alle"])
def test_a_limit_that_is_no_amount_is_said(call: Call, limit: str) -> None:
    given = {"index": index(directory("fi")), "words": words(), "told": False}

    assert call("notes", {**given, "address": urlencode({"max": limit})}) == [f"{limit} ei rajaa hintaa."]


def test_a_limit_that_nobody_passes_says_its_unit(call: Call) -> None:
    given = {"index": index(directory("fi")), "words": words(), "told": False}

    assert call("notes", {**given, "address": "service=cleaning&max=1"}) == ["Hintoja verrataan: tunti."]


def test_the_beginning_of_a_number_is_a_number(call: Call) -> None:
    (result,) = call("type", {"index": index(directory("fi")), "typed": ["0140"]})
    found = {hit["provider"]["key"] for hit in result["hits"]}

    assert found == {each.key for each in documents() if each.phones[0].startswith("014 0")}


def test_what_is_only_planned_leads_to_its_voucher(call: Call) -> None:
    searched = directory("fi")
    origins = tuple(
        replace(each, services=("interpreting",)) if each.key == "ylojarvi/day-activity" else each
        for each in searched.vocabulary.origins
    )
    nobody = tuple(
        replace(each, offers=tuple(offer for offer in each.offers if offer.service != "interpreting"))
        for each in searched.documents
    )
    planned = replace(searched, vocabulary=replace(searched.vocabulary, origins=origins), documents=nobody)
    (result,) = call("type", {"index": index(planned), "typed": ["tulkkaus"]})

    assert [(guide["kind"], guide["key"]) for guide in result["guides"]] == [
        ("origin", "ylojarvi/day-activity"),
        ("service", "interpreting"),
    ]


def test_a_time_that_nobody_has_is_given_up(call: Call) -> None:
    """A price that does not hold then is no reason to find nothing; but it is said."""
    searched = directory("fi")
    some = tuple(
        replace(each, offers=tuple(replace(offer, moments=("day",)) for offer in each.offers))
        for each in searched.documents
    )
    (result,) = call("type", {"index": index(replace(searched, documents=some)), "typed": ["siivous öisin"]})

    assert result["total"] > 0
    assert result["understanding"]["missing"] == ["öisin"]
    assert result["understanding"]["times"] == []


@pytest.mark.parametrize(
    ("language", "typed", "words"),
    [
        ("sv", "tvätt", {"repairs": "tvätt", "bathing": "hjälp att tvätta sig", "cleaning": "fönstertvätt"}),
        (
            "en",
            "care home",
            {"repairs": "care home", "bathing": "short-term care home", "enhanced-service-housing": ""},
        ),
    ],
)
def test_a_whole_name_is_not_a_word_among_others(call: Call, language: str, typed: str, words: dict[str, str]) -> None:
    searched = directory(language)
    services = tuple(
        replace(service, words=(words[service.key],)) if service.key in words else service
        for service in searched.vocabulary.services
    )
    given = index(replace(searched, vocabulary=replace(searched.vocabulary, services=services)))
    (result,) = call("type", {"index": given, "typed": [typed]})
    offered = {hit["offers"][0]["service"]["key"] for hit in result["hits"]}

    assert offered == {"repairs"}


def test_two_words_are_not_joined_into_what_is_only_mentioned(call: Call) -> None:
    first, *others = documents()
    mentioning = replace(first, descriptions=("Teemme vanhustyötä ja vanhustenhoitoa.",))
    given = index(replace(directory("fi"), documents=(mentioning, *others)))
    (result,) = call("type", {"index": given, "typed": ["vanhusten hoito"]})

    assert result["total"] > 1


def test_group_stands_for_its_services_only_where_none_has_the_word(call: Call) -> None:
    vocabulary = directory("fi").vocabulary
    groups = {"repairs": "Siivous ja kunnossapito", "yard-work": "Siivous ja kunnossapito"}
    services = tuple(replace(service, group=groups.get(service.key, "")) for service in vocabulary.services)
    searched = replace(directory("fi"), vocabulary=replace(vocabulary, services=services))
    cleaning, upkeep = call("type", {"index": index(searched), "typed": ["siivous", "kunnossapito punkalaidun"]})

    assert "esimerkki-vasara" not in {hit["provider"]["key"] for hit in cleaning["hits"]}
    assert [hit["provider"]["key"] for hit in upkeep["hits"]] == ["esimerkki-vasara"]


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
    typed = ["sivous", "kotihoito xyzzyx", "kotihoitoa qwertyxyz", "kylvetys Punkalaitumella", "siivous"]
    results = call("type", {"index": index(directory("fi")), "typed": typed})
    plain: dict[str, Any] = {"prices": [], "times": []}

    assert [result["understanding"] for result in results] == [
        {**plain, "corrections": [{"typed": "sivous", "read": "siivous"}], "ignored": [], "missing": []},
        {**plain, "corrections": [], "ignored": ["xyzzyx"], "missing": []},
        {**plain, "corrections": [], "ignored": ["qwertyxyz"], "missing": []},
        {**plain, "corrections": [], "ignored": [], "missing": ["Punkalaitumella"]},
        {**plain, "corrections": [], "ignored": [], "missing": []},
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


def test_filter_cases(call: Call) -> None:
    cases = filter_cases()
    answers = call("compare", {"index": index(directory("fi")), "addresses": [case["ask"] for case in cases]})

    assert [
        (case["sentence"], found["unit"], dict(found["prices"])) for case, found in zip(cases, answers, strict=True)
    ] == [(case["sentence"], case["unit"], case["finds"]) for case in cases]


CHOICES = [
    ("municipality", "eskola"),
    ("service", "pallero"),
    ("kind", "voucher"),
    ("unit", "visit"),
    ("when", "evening"),
    ("language", "sv"),
    ("home", "1"),
]


def asked(
    call: Call, searched: SearchDirectory, addresses: list[str], *, cut: str = "whole", **more: Any
) -> list[dict[str, Any]]:
    """What the browser answers to many addresses."""
    given = {"index": index(searched, cut=cut), "addresses": addresses, **more}
    answers: list[dict[str, Any]] = call("compare", given)
    return answers


def as_shares(searched: SearchDirectory, shares: Shares) -> dict[str, dict[str, Any]]:
    """What one person pays, by what the engine tells of an offer."""
    offers = (each for document in searched.documents for each in document.offers)
    return {
        json.dumps(
            [each.origin if each.kind == "voucher" else None, each.variant_key or None, each.price_cents, each.unit],
            separators=(",", ":"),
        ): {
            "low": share.low_cents,
            "high": share.high_cents,
            "unit": share.unit,
        }
        for each, share in zip(offers, shares, strict=True)
        if share
    }


@pytest.mark.parametrize(("cut", "told"), [("whole", False), ("in pieces", True), ("packed", False), ("packed", True)])
def test_every_combination_is_what_the_judge_says(call: Call, told: bool, cut: str) -> None:
    """1,200 random queries: who is found, at which price, in which unit, how many a choice would leave, who is unsure."""
    searched = generated.directory(300, seed=20180810)
    shares = generated.persons_shares(searched, seed=7) if told else None
    addresses = generated.addresses(1200, seed=2)
    answers = asked(call, searched, addresses, cut=cut, yours=shares and as_shares(searched, shares))
    wrong = []
    for number, (address, there) in enumerate(zip(addresses, answers, strict=True)):
        query = Query.of_address(address)
        here = answer(searched, query, DAY, shares=shares)
        facet, choice = CHOICES[number % len(CHOICES)]
        expected = (here.unit, here.prices, here.open, count(searched, query, DAY, facet, choice, shares))
        if expected != (there["unit"], dict(there["prices"]), there["open"], there["facets"][facet][choice]):
            wrong.append((address, facet))

    assert wrong == []
    assert 200 < sum(bool(there["prices"]) for there in answers) < 1100
    assert sum(there["open"] > 0 for there in answers) > 100


@pytest.mark.parametrize(("cut", "told"), [("whole", False), ("in pieces", True), ("packed", False), ("packed", True)])
def test_what_one_pays_is_in_order_as_the_judge_says(call: Call, told: bool, cut: str) -> None:
    """The same queries sorted by what one pays: the most it can be, in one unit, and the unknown last."""
    searched = generated.directory(300, seed=20180811)
    shares = generated.persons_shares(searched, seed=8) if told else None
    addresses = generated.addresses(400, seed=3)
    yours = shares and as_shares(searched, shares)
    answers = asked(call, searched, addresses, cut=cut, yours=yours, sort="you-pay")
    for address, there in zip(addresses, answers, strict=True):
        here = answer(searched, Query.of_address(address), DAY, sort="you-pay", shares=shares)
        amounts = [amount for _, amount in there["prices"]]
        known = [amount for amount in amounts if amount is not None]

        assert (there["unit"], dict(there["prices"])) == (here.unit, here.prices), address
        assert amounts == [*sorted(known), *[None] * (len(amounts) - len(known))], address


def test_a_limit_is_on_what_is_certain(call: Call) -> None:
    """Without a situation only the most that it can be counts; with one, what this person pays."""
    first, second, third, *_ = documents()
    ends = ((0, 4000), (1000, 1000), (None, None))
    pays = (SearchPay(low_cents=low, high_cents=high) for low, high in ends)
    changed = tuple(
        replace(document, offers=(replace(document.offers[0], unit="hour", pay=pay),))
        for document, pay in zip((first, second, third), pays, strict=True)
    )
    searched = replace(directory("fi"), documents=changed)
    for most, found, unsure in ((999, set(), 2), (1000, {second.key}, 2), (4000, {first.key, second.key}, 1)):
        (there,) = asked(call, searched, [f"of=you-pay&unit=hour&max={most / 100}"])
        assert ({key for key, _ in there["prices"]}, there["open"]) == (found, unsure)

    own = (
        SearchPay(low_cents=0, high_cents=0, unit="hour"),
        None,
        SearchPay(low_cents=500, high_cents=500, unit="visit"),
    )
    yours = as_shares(replace(searched, documents=changed), own)
    (there,) = asked(call, searched, ["of=you-pay&unit=hour&max=9"], yours=yours)
    assert ([key for key, _ in there["prices"]], there["open"]) == ([first.key], 0)


def test_the_price_and_what_one_pays_are_never_taken_for_each_other(call: Call) -> None:
    first, *_ = documents()
    offer = replace(first.offers[0], pay=SearchPay(low_cents=100, high_cents=100, unit="visit"))
    searched = replace(directory("fi"), documents=(replace(first, offers=(offer,)),))
    found = {
        address: len(there["prices"])
        for address in (
            "max=2&unit=visit",
            "max=2&unit=hour",
            "of=you-pay&max=2&unit=hour",
            "of=you-pay&max=2&unit=visit",
        )
        for there in asked(call, searched, [address])
    }

    assert list(found.values()) == [0, 0, 0, 1]


def test_left_out_because_uncertain_is_said(call: Call) -> None:
    searched = index(directory("fi"))
    notes = {
        told: call("notes", {"index": searched, "words": words(), "address": "of=you-pay&max=5&unit=24h", "told": told})
        for told in (False, True)
    }

    assert notes[False] == ["3 jäi pois: maksuja ei tiedetä. Kerro tilanteesi."]
    assert notes[True] == ["3 jäi pois: maksuja ei tiedetä."]


def test_left_out_because_it_is_paid_by_another_unit_is_said(call: Call) -> None:
    """Only where what one pays is told by another unit than the one that was chosen."""
    first, second, *_ = documents()
    offer = replace(first.offers[0], unit="24h", pay=SearchPay(low_cents=100, high_cents=100, unit="visit"))
    searched = index(replace(directory("fi"), documents=(replace(first, offers=(offer,)), second)))
    addresses = ("of=you-pay&max=5&unit=hour", "of=you-pay&unit=24h", "unit=visit", "of=you-pay&max=5&unit=visit")
    results = call("ask", {"index": searched, "addresses": addresses})
    notes = call("notes", {"index": searched, "words": words(), "address": addresses[1], "told": True})

    assert [(result["total"], result["elsewhere"]) for result in results] == [(0, 0), (1, 1), (0, 0), (1, 0)]
    assert notes == ["1 jäi pois: muu yksikkö kuin vuorokausi."]


def test_what_is_told_for_other_units_follows_unit_by_unit(call: Call) -> None:
    (result,) = call("ask", {"index": index(directory("fi")), "addresses": ["unit=&sort=price"]})
    units = [hit["offers"][0]["unit"]["key"] for hit in result["hits"]]

    assert len(set(units)) == 3
    assert sum(one != other for one, other in pairwise(units)) == 2


def test_offers_are_priced_as_the_rules_ask_for_them(call: Call) -> None:
    first, *others = documents()
    home_care, support = first.offers
    later = SearchTerms(day=DAY + timedelta(days=30), price_cents=4000)
    dated = replace(first, offers=(replace(home_care, variant_key="day", terms=later), support))
    given = {"index": index(replace(directory("fi"), documents=(dated, *others))), "addresses": ["q=esimerkki+hoiva"]}
    (result,) = call("ask", given)
    (hit,) = [hit for hit in result["hits"] if hit["provider"]["key"] == first.key]

    assert sorted((offer["priced"] for offer in hit["offers"]), key=lambda priced: priced["voucher"] is None) == [
        {
            "voucher": "jyvaskyla/regular-home-care",
            "variant": "day",
            "price": 4000,
            "unit": "hour",
            "day": "2018-09-09",
            "besides": "",
        },
        {"voucher": None, "variant": None, "price": 4200, "unit": "hour", "day": "2018-08-10", "besides": ""},
    ]


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


def order(call: Call, address: str, day: date = DAY) -> list[str]:
    """Who is found, in order."""
    (result,) = call("ask", {"index": index(directory("fi"), day), "addresses": [address]})
    return [hit["provider"]["key"] for hit in result["hits"]]


def test_equal_results_turn_with_the_day(call: Call) -> None:
    days = [order(call, "q=siivous", DAY + timedelta(days=days)) for days in range(60)]

    assert len({tuple(keys) for keys in days}) > 5
    assert {keys[0] for keys in days} == set(days[0])
    assert order(call, "q=siivous") == days[0]


def test_sorted_by_price_what_has_another_unit_comes_last(call: Call) -> None:
    (result,) = call("ask", {"index": index(directory("fi")), "addresses": ["municipality=tampere&sort=price"]})
    prices = [(hit["offers"][0]["unit"]["key"], hit["offers"][0]["price"]) for hit in result["hits"]]
    in_unit = [price for unit, price in prices if unit == "hour"]

    assert result["unit"] == {"key": "hour", "label": "tunti"}
    assert [unit for unit, _ in prices[: len(in_unit)]] == ["hour"] * len(in_unit)
    assert in_unit == [3200, 3400, 3990, 4000, 7800, 8800]


def test_sorted_by_what_the_client_pays(call: Call) -> None:
    shares = {"home-care": 900, "cleaning": 1200}
    pays = {service: SearchPay(low_cents=cents, high_cents=cents) for service, cents in shares.items()}
    changed = tuple(
        replace(
            document,
            offers=tuple(replace(offer, pay=pays.get(offer.service, SearchPay())) for offer in document.offers),
        )
        for document in documents()
    )
    searched = replace(directory("fi"), documents=changed)
    (result,) = call("ask", {"index": index(searched), "addresses": ["municipality=nokia&unit=hour&sort=you-pay"]})

    assert [hit["offers"][0]["pay"]["high"] for hit in result["hits"]] == [900, 1200, None, None]


def test_sorted_by_name_in_finnish_order(call: Call) -> None:
    names = ("Ahonen", "Zorro", "Åkerman", "Ärjy", "Öhman")
    renamed = tuple(replace(document, name=name) for document, name in zip(documents(), names, strict=False))
    searched = replace(directory("fi"), documents=renamed)
    (result,) = call("ask", {"index": index(searched), "addresses": ["sort=name"]})

    assert [hit["provider"]["name"] for hit in result["hits"]] == ["Ahonen", "Zorro", "Åkerman", "Ärjy", "Öhman"]


def test_nothing_found_offers_neighbours_first(call: Call) -> None:
    (result,) = call("ask", {"index": index(directory("fi")), "addresses": ["service=cleaning&municipality=pirkkala"]})
    ways = [(way["kind"], (way["neighbour"] or {}).get("key"), way["total"]) for way in result["relaxations"]]

    assert result["total"] == 0
    assert ways == [("neighbour", "tampere", 2), ("municipalities", None, 4), ("services", None, 3)]


def test_neighbours_of_a_place_where_nobody_is_come_first(call: Call) -> None:
    (result,) = call("type", {"index": index(directory("fi")), "typed": ["siivous Pirkkalassa"]})
    keys = [hit["provider"]["key"] for hit in result["hits"]]

    assert set(keys[:2]) == {"esimerkki-luuta", "esimerkki-hemtjanst"}
    assert set(keys[2:]) == {"esimerkki-kirkas", "esimerkki-lahella"}


def test_place_in_the_text_has_neighbours_too(call: Call) -> None:
    (result,) = call("type", {"index": index(directory("fi")), "typed": ["siivous Pirkkalassa"]})
    ways = [(way["kind"], way["query"]["text"], way["query"]["municipalities"]) for way in result["relaxations"]]

    assert ("neighbour", "siivous", ["tampere"]) in ways


def test_each_way_out_finds_what_it_says(call: Call) -> None:
    addresses = [
        "service=bathing&municipality=nokia&max=10&language=sv&q=sauna",
        "kind=voucher&service=cleaning",
        "service=cleaning&of=you-pay&max=10&unit=hour",
    ]
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
    pairs += [(name, query[name]) for name in ("kind", "of", "unit", "when", "language") if query[name]]
    pairs += [("max", f"{query['max'] / 100}")] if query["max"] else []
    return "&".join(f"{name}={value}" for name, value in pairs)


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
            ("1.200,50", 120_050),
            ("1,200.50", 120_050),
            ("1.234.567,50 €", 123_456_750),
        ],
        *[
            ("0", 0),
            ("", None),
            ("-5", None),
            ("38,555", None),
            ("1.200", None),
            ("cheap", None),
            ("1e3", None),
            ("99999999", None),
        ],
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
        ("when=night&unit=hour&max=9&of=you-pay", "of=you-pay&max=9&unit=hour&when=night"),
        ("kind=both&sort=best&page=0&max=x&home=2&q=&service=&of=price&when=dawn", "max=x"),
        ("page=-3&kind=voucher&language=sv&sort=relevance", "kind=voucher&language=sv"),
    ],
)
def test_address_keeps_what_was_asked(call: Call, address: str, kept: str) -> None:
    assert call("state", [address]) == [kept]
    assert call("state", [kept]) == [kept]


def test_filters_say_themselves(call: Call) -> None:
    address = "q=siivous&service=cleaning&municipality=nokia&kind=self-pay&max=40&unit=hour&home=1&language=sv"
    chips = call("chips", {"index": index(directory("fi")), "words": words(), "address": address})

    assert [words.replace("\u00a0", " ") for words, _ in chips] == [
        *["”siivous”", "Siivous", "Nokia", "itse maksaen", "hinta enintään 40,00 € / tunti", "ruotsi", "kotiin"]
    ]
    assert chips[2][1] == "q=siivous&service=cleaning&kind=self-pay&max=40&unit=hour&language=sv&home=1"
    assert chips[4][1] == "q=siivous&municipality=nokia&service=cleaning&kind=self-pay&language=sv&home=1"


def test_a_limit_says_what_it_is_on(call: Call) -> None:
    chips = {
        address: call("chips", {"index": index(directory("fi")), "words": words(), "address": address})
        for address in ("of=you-pay&max=10&unit=hour&when=evening", "of=you-pay&max=10", "of=you-pay&unit=hour")
    }

    assert [[[said.replace("\u00a0", " "), without] for said, without in each] for each in chips.values()] == [
        [["maksat enintään 10,00 € / tunti", "when=evening"], ["arki-ilta", "of=you-pay&max=10&unit=hour"]],
        [["maksat enintään 10,00 €", ""]],
        [["maksat yksikössä tunti", ""]],
    ]


def test_a_time_nobody_has_a_price_for_leads_to_any_time(call: Call) -> None:
    never = tuple(
        replace(each, offers=tuple(replace(offer, moments=("day",)) for offer in each.offers)) for each in documents()
    )
    searched = index(replace(directory("fi"), documents=never))
    (result,) = call("ask", {"index": searched, "addresses": ["service=cleaning&when=night"]})

    assert (result["total"], result["facets"]["when"]) == (
        0,
        {"day": 4, "evening": 0, "night": 0, "saturday": 0, "sunday": 0},
    )
    assert ("when", 4) in [(way["kind"], way["total"]) for way in result["relaxations"]]


def test_a_limit_on_what_one_pays_has_its_own_way_out(call: Call) -> None:
    asked = ["service=cleaning&max=1", "service=cleaning&of=you-pay&max=1"]
    price, share = call("ask", {"index": index(directory("fi")), "addresses": asked})

    assert [way["kind"] for way in price["relaxations"]] == ["max"]
    assert [way["kind"] for way in share["relaxations"]] == ["youPay"]
    assert share["relaxations"][0]["query"]["max"] is None
