"""What the pages say to search engines is said in the words of schema.org: types, properties, and what these may hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from provider_directory.outputs.kinds import OUTPUT_PAGES
from provider_directory.views.pages import KINDS
from tests.build.vocabulary import vocabulary
from tests.conftest import BuiltSite

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
KIND = re.compile(r'<body class="page page--([a-z-]+)"')

WITHOUT = {"root", "not-found", "leads-on", "patterns", "former-voucher", "embed"}
"""Kinds of pages that say nothing themselves, or are for nobody who searches."""

ENUMERATION = "https://schema.org/"


def problems(thing: Any, graph: dict[str, str], where: str) -> Iterator[str]:
    """What of a thing is not in the vocabulary."""
    kind = thing.get("@type")
    if kind is None:
        known = set(thing) == {"@id"} and (thing["@id"] in graph or not thing["@id"].startswith("#"))
        yield from () if known else (f"{where}: a thing without a type",)
        return
    if kind not in vocabulary().types:
        yield f"{where}: no type {kind}"
        return
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        wanted = vocabulary().range_of(kind, name)
        if wanted is None:
            yield f"{where}: {kind} has no {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from unfit(each, wanted, graph, f"{where} › {name}")


def unfit(value: Any, wanted: frozenset[str], graph: dict[str, str], where: str) -> Iterator[str]:
    """What of a property's value is not as the vocabulary wants it."""
    if isinstance(value, dict):
        # What is on another page is named by its address alone: what it is stands there.
        kind = value.get("@type") or graph.get(value.get("@id", ""), "Thing")
        if kind != "Thing" and not any(vocabulary().is_a(kind, each) for each in wanted):
            yield f"{where}: a {kind}, not a {' or '.join(sorted(wanted))}"
        yield from problems(value, graph, where)
    elif not wanted & set(kinds_of(value)):
        yield f"{where}: {value!r} is not a {' or '.join(sorted(wanted))}"


def kinds_of(value: Any) -> Iterator[str]:
    """What a value without properties may count as."""
    if isinstance(value, bool):
        yield "Boolean"
    elif isinstance(value, int):
        yield "Number"
    elif isinstance(value, str):
        if value.startswith(ENUMERATION):
            yield vocabulary().members.get(value.removeprefix(ENUMERATION), "nothing")
            return
        yield "Text"
        yield from (each.__name__ for each in (date, datetime) if reads(each, value))


def reads(kind: type[date], text: str) -> bool:
    """Whether a text is a day, or a day with an hour."""
    try:
        return bool(kind.fromisoformat(text)) and (kind is date) == ("T" not in text)
    except ValueError:
        return False


def typed(things: Any) -> Iterator[tuple[str, str]]:
    """Every thing with a name of its own, and its type."""
    if isinstance(things, list):
        for each in things:
            yield from typed(each)
    elif isinstance(things, dict):
        if "@id" in things and "@type" in things:
            yield things["@id"], things["@type"]
        yield from typed(list(things.values()))


def faults(document: dict[str, Any]) -> list[str]:
    """All that is wrong with what a page says."""
    graph = dict(typed(document["@graph"]))
    return [fault for thing in document["@graph"] for fault in problems(thing, graph, str(thing.get("@type")))]


@pytest.mark.parametrize("name", ["site", "later_site"])
def test_every_page_says_it_in_the_words_of_schema_org(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    found, kinds = dict[str, str](), set[str]()
    for page in site.pages():
        text = page.read_text(encoding="utf-8")
        kind = KIND.search(text)
        for script in SCRIPT.findall(text):
            kinds |= {kind[1]} if kind else set()
            document = json.loads(script)
            assert document["@context"] == "https://schema.org"
            found |= {fault: page.relative_to(site.output).as_posix() for fault in faults(document)}

    assert found == {}
    assert kinds >= {*KINDS, *OUTPUT_PAGES} - WITHOUT


@pytest.mark.parametrize(
    ("thing", "fault"),
    [
        ({"@type": "Provider"}, "Provider: no type Provider"),
        ({"@type": "Offer", "colour": "red"}, "Offer: Offer has no colour"),
        ({"@type": "Offer", "price": True}, "Offer › price: True is not a Number or Text"),
        ({"@type": "Event", "startDate": "tomorrow"}, "Event › startDate: 'tomorrow' is not a date or datetime"),
        ({"@type": "Event", "eventStatus": "https://schema.org/EventLost"}, None),
        (
            {"@type": "Event", "organizer": {"@type": "Place"}},
            "Event › organizer: a Place, not a Organization or Person",
        ),
    ],
)
def test_what_is_not_in_the_vocabulary_is_seen(thing: dict[str, Any], fault: str | None) -> None:
    found = faults({"@graph": [thing]})

    assert found and (fault is None or found == [fault])


def test_a_business_may_be_where_a_place_is_wanted() -> None:
    event = {"@type": "Event", "name": "Info", "location": {"@type": "LocalBusiness", "name": "Esimerkki Oy"}}

    assert faults({"@graph": [event]}) == []
