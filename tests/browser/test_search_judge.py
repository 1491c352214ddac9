"""The search in a real browser against Whoosh, on queries that need no fall-back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from provider_directory.outputs.search.found import Found
from provider_directory.outputs.search.whoosh_index import WhooshIndex
from tests.browser import test_search_module
from tests.outputs.search.judged import tables

pytestmark = pytest.mark.browser

call = test_search_module.call

TOP = 10
AGREEING = 9


@dataclass(frozen=True)
class Verdict:
    """One query, what the browser answers and what Whoosh finds."""

    query: str
    answer: Mapping[str, Any]
    found: list[Found]

    @property
    def keys(self) -> list[str]:
        """The providers that the browser shows, in order."""
        return [hit["provider"]["key"] for hit in self.answer["hits"]]

    @property
    def difference(self) -> tuple[set[str], set[str]]:
        """Whom only the browser finds, and whom only Whoosh does."""
        here, there = set(self.keys), {each.document.key for each in self.found}
        return here - there, there - here

    @property
    def agreement(self) -> int:
        """
        How many of the first ten that the browser shows Whoosh has there too.

        Equal ones follow a shuffle of the day, and not the same one. So whoever scores more than Whoosh's tenth has to
        be there, and whoever scores as much as the tenth may, as far as there is room.
        """
        scores = {each.document.key: each.score for each in self.found}
        last = min((each.score for each in self.found[:TOP]), default=0)
        shown = [scores[key] for key in self.keys[:TOP] if key in scores]
        above = sum(score > last for score in scores.values())
        return sum(score > last for score in shown) + min(TOP - above, sum(score == last for score in shown))

    @property
    def is_telling(self) -> bool:
        """Whether the best ten can differ: there are more, and they are not all equal."""
        return len(self.found) > TOP and self.found[0].score > self.found[-1].score


@pytest.fixture(scope="module", params=["whole", "in pieces", "packed"])
def verdicts(request: pytest.FixtureRequest, call: test_search_module.Call) -> list[Verdict]:
    """Every query of judge.yaml, asked of both."""
    return [verdict for table in tables() for verdict in judged(table, call, cut=request.param)]


def judged(table: Any, call: test_search_module.Call, *, cut: str) -> Iterator[Verdict]:
    """The queries of one table, asked of both."""
    whoosh = WhooshIndex(table.directory)
    index = test_search_module.index(table.directory, table.directory.day, cut=cut)
    answers = call("type", {"index": index, "typed": list(table.typed)})
    for typed, answer in zip(table.typed, answers, strict=True):
        yield Verdict(f"{table.name}: {typed}", answer, whoosh.search(typed))


def test_browser_finds_exactly_what_whoosh_finds(verdicts: list[Verdict]) -> None:
    assert len(verdicts) >= 300
    assert {each.query: each.difference for each in verdicts if each.difference != (set(), set())} == {}


def test_browser_and_whoosh_agree_on_the_best(verdicts: list[Verdict]) -> None:
    agreeing = {each.query: (each.agreement, min(AGREEING, len(each.found))) for each in verdicts}

    assert {query: found for query, (found, least) in agreeing.items() if found < least} == {}
    assert sum(each.is_telling for each in verdicts) >= 50


def test_no_query_needed_a_fall_back(verdicts: list[Verdict]) -> None:
    plain = {"corrections": [], "ignored": [], "missing": []}
    read = {each.query: {name: each.answer["understanding"][name] for name in plain} for each in verdicts}

    assert {query: found for query, found in read.items() if found != plain} == {}
