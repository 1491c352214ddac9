"""The harness itself: what it counts, computes and prints. Nothing here measures time, and no peer is installed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from math import isnan, nan
from pathlib import Path
from random import Random
from typing import Any

import pytest

from provider_directory.outputs.search import SearchDirectory

from .browsing import First, Target, chromium, first
from .corpus import corpus
from .engines import VERSIONS
from .finnish import HEAD_FORMS, compound
from .goals import goals, verdict
from .measuring import Measured
from .pagefind import filters
from .queries import FILTER, QUESTIONS, TEXT, Question, held_out, keystrokes, truth
from .records import records
from .serving import Sent, Traffic, serving, traffic
from .spread import percentile, ratio, spread
from .tables import first_results, kilobytes, table
from .tables import held_out as held_out_table

PROJECT = Path(__file__).resolve().parents[3]
TEXT_FILE = "kotihoito " * 500


@pytest.fixture(scope="module")
def directory() -> SearchDirectory:
    """A small directory."""
    return corpus(PROJECT, 60, 1)


def run(kilobytes_sent: int, requests: int = 3, ms: float = 100, total: int = 4) -> First:
    """A measurement."""
    sent = Traffic(requests=requests, bytes=kilobytes_sent * 1000)
    return First(ms=ms, total=total, before=sent, after=Traffic())


class TestNumbers:
    """Percentiles and ratios."""

    @pytest.mark.parametrize(("percent", "value"), [(0, 1), (50, 5), (90, 9), (95, 10), (100, 10)])
    def test_a_percentile_is_one_of_the_values(self, percent: int, value: int) -> None:
        assert percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percent) == value

    def test_a_spread_has_its_own_order(self) -> None:
        assert (spread([3, 1, 2]).median, spread([3, 1, 2]).most) == (2, 3)

    def test_nothing_is_not_zero(self) -> None:
        assert isnan(percentile([], 50))
        assert isnan(ratio(1, nan))


class TestTables:
    """What is printed."""

    def test_columns_are_aligned(self) -> None:
        assert table(("N", "engine"), [("2,000", "ours")]).splitlines() == [
            "| N     | engine |",
            "|-------|--------|",
            "| 2,000 | ours   |",
        ]

    def test_small_sizes_have_a_decimal(self) -> None:
        assert [kilobytes(size) for size in (16.44, 1863.7, nan)] == ["16.4", "1,864", "–"]

    def test_ratios_are_to_pagefind_of_the_same_run(self) -> None:
        results = {"ours": Measured(text=[run(20, ms=50)]), "pagefind": Measured(text=[run(280, 17, ms=200)])}
        ours, pagefind = first_results(20_000, results).splitlines()[2:]

        assert "| ours" in ours and "| 20.0 / 3 " in ours and "| 0.25 (–) " in ours
        assert VERSIONS["pagefind"] in pagefind and "| 280 / 17 " in pagefind and "| 1.00 (–) " in pagefind

    def test_held_out_questions_tell_wrong_counts(self) -> None:
        asked = [(Question(kind="service", service="s", passing=4), run(10, total=found)) for found in (4, 5)]
        everything, filters_only, _ = held_out_table(2000, {"pagefind": Measured(held_out=asked)}).splitlines()[2:]

        assert everything.split("|")[-2].strip() == filters_only.split("|")[-2].strip() == "1 of 2"

    def test_goals_name_what_is_missed_and_by_how_much(self) -> None:
        told = goals(2_000, {"ours": Measured(text=[run(32, 22)], filter=[run(11, 8)])})

        assert verdict(16, 16) == "reached"
        (size,) = (line for line in told.splitlines() if "first text result, kB" in line)
        assert size.endswith("2.0 times too much |")
        assert "not measured" in told
        assert goals(77, {"ours": Measured()}) == ""


class TestCorpus:
    """The directory that is searched."""

    def test_the_first_providers_of_a_large_one_are_those_of_a_small_one(self, directory: SearchDirectory) -> None:
        assert corpus(PROJECT, 20, 1).documents == directory.documents[:20]
        assert corpus(PROJECT, 20, 2).documents != directory.documents[:20]

    def test_peers_are_given_every_provider_and_offer(self, directory: SearchDirectory) -> None:
        told = list(records(directory))

        assert [each["name"] for each in told] == [document.name for document in directory.documents]
        assert [len(each["offers"]) for each in told] == [len(document.offers) for document in directory.documents]  # type: ignore[arg-type]

    def test_compounds_are_in_their_case(self) -> None:
        (care,) = (word for word in HEAD_FORMS if word["nom"] == "hoito")
        (work,) = (word for word in HEAD_FORMS if word["nom"] == "työ")

        assert (care["gen"], care["ine"], care["par"], work["ine"]) == ("hoidon", "hoidossa", "hoitoa", "työssä")
        assert compound(Random(1), "nom") == compound(Random(1), "nom")


class TestQuestions:
    """What is asked."""

    def test_there_are_as_many_of_each_kind(self, directory: SearchDirectory) -> None:
        asked = held_out(directory, 2 * len(QUESTIONS), 1)

        assert sorted(each.kind for each in asked) == sorted([*QUESTIONS, *QUESTIONS])
        assert asked == held_out(directory, 2 * len(QUESTIONS), 1)
        assert all(each.unit for each in asked if each.max is not None)

    def test_truth_pairs_the_price_with_the_service(self, directory: SearchDirectory) -> None:
        (document, offer) = next(
            (document, offer)
            for document in directory.documents
            for offer in document.offers
            if offer.price_cents and any(other.service != offer.service for other in document.offers)
        )
        asked = Question(kind="-", municipality=offer.municipalities[0], service=offer.service, unit=offer.unit)
        alone = SearchDirectory(
            language="fi", day=directory.day, vocabulary=directory.vocabulary, documents=(document,)
        )

        assert truth(asked, alone) == 1
        assert truth(Question(kind="-", service=offer.service, unit=offer.unit, max=1), alone) == 0

    def test_typing_goes_letter_by_letter(self) -> None:
        assert keystrokes()[:3] == ["k", "ko", "kot"]

    def test_a_limit_lets_its_own_step_pass_and_no_other(self) -> None:
        hour: dict[str, Any] = {"service": "s", "unit": "hour", "municipalities": []}
        offers = [hour | {"cents": cents} for cents in (4000, 4001)]

        assert [value for name, value in filters(offers) if name == "price"] == ["hour 3500", "hour 4000"]
        assert FILTER.is_filter and not TEXT.is_filter


def in_a_thread(test: Callable[..., None]) -> Callable[..., None]:
    """A test with a Playwright of its own: other tests of this process may have begun one, and a thread has one at most."""

    @wraps(test)
    def run(*given: Any, **named: Any) -> None:
        with ThreadPoolExecutor(1) as threads:
            threads.submit(test, *given, **named).result()

    return run


class TestCounting:
    """Bytes and requests, counted where they are sent."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A site of a text, of something no host compresses, and of what the null adapter shows."""
        (tmp_path / "text.json").write_text(json.dumps(TEXT_FILE), encoding="utf-8")
        (tmp_path / "packed.bin").write_bytes(bytes(1000))
        hits = [{"name": str(number), "summary": "", "offers": []} for number in range(10)]
        (tmp_path / "results.json").write_text(json.dumps({"total": 77, "hits": hits}), encoding="utf-8")
        return tmp_path

    def test_a_book_is_summed(self) -> None:
        book = [Sent(path="/", status=200, bytes=size, marked=False) for size in (5, 7)]

        assert traffic(book) == Traffic(requests=2, bytes=12)

    @pytest.mark.browser
    @in_a_thread
    def test_bodies_are_counted_as_they_are_sent(self, folder: Path) -> None:
        with serving(folder) as served, chromium() as browser:
            context = browser.new_context(ignore_https_errors=True)
            page = context.new_page()
            page.goto(f"{served.url}/-/")
            protocol = page.evaluate(
                """async () => {
                    for (const path of ['/text.json', '/packed.bin', '/missing.json', '/%2e%2e%2f%2e%2e%2fetc/hosts']) {
                        await (await fetch(path)).arrayBuffer()
                    }
                    await (await fetch('/packed.bin', {cache: 'no-store', headers: {range: 'bytes=10-29'}})).arrayBuffer()
                    await fetch('/-/mark')
                    await (await fetch('/text.json', {cache: 'no-store'})).json()
                    return performance.getEntriesByType('resource').at(-1).nextHopProtocol
                }"""
            )
            book = served.take()
            again = served.take()

        assert protocol == "h2"
        packed = len(gzip.compress(json.dumps(TEXT_FILE).encode(), 9))
        assert [(sent.status, sent.marked) for sent in book] == [
            *((200, False), (200, False), (404, False), (404, False), (206, False)),
            (200, True),
        ]
        sizes = [sent.bytes for sent in book]
        # Two makers of gzip may differ by a few bytes.
        assert abs(sizes[0] - packed) < 40 and sizes[0] == sizes[5]
        assert sizes[1:5] == [1000, 0, 0, 20]
        assert again == []

    @pytest.mark.browser
    @in_a_thread
    def test_the_null_adapter_costs_one_request(self, folder: Path) -> None:
        with serving(folder) as served, chromium() as browser:
            target = Target(name="null", served=served, settings={"results": "/results.json"})
            measured = first(browser, target, TEXT)

        assert (measured.total, measured.before.requests, measured.after) == (77, 1, Traffic())
