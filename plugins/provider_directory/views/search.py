"""The search page: who, near me, at what price? Complete as plain lists, quicker with a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..catalogue.catalogue import providers_of
from ..catalogue.offers import Kind
from ..model import Unit
from .choice import Choice
from .edition import Edition
from .page import Page
from .prose import Html, json_in_html
from .wording import alphabetical


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a filter."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLink:
    """One pre-built list."""

    label: str
    url: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainLists:
    """A municipality's lists."""

    municipality: str
    links: tuple[ListLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The form's choices, the words of the script, and the lists that need neither."""

    heading: str
    lead: str
    index: str
    """The address of the search index."""
    words: Html
    """The script's words, as JSON that is safe inside a script element."""
    services: tuple[Option, ...]
    municipalities: tuple[Option, ...]
    kinds: tuple[Option, ...]
    units: tuple[Option, ...]
    languages: tuple[Option, ...]
    sorts: tuple[Option, ...]
    lists: tuple[PlainLists, ...]
    ways_out: tuple[Choice, ...]
    """Where to go on from when nothing was found."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    say = edition.wording.say
    view = SearchView(
        heading=say("Search providers"),
        lead=say("Choose the service and where you live. You see who is approved, what it costs and whom to call."),
        index=edition.search_index,
        words=json_in_html(words(edition)),
        services=tuple(services(edition)),
        municipalities=tuple(municipalities(edition)),
        kinds=kinds(edition),
        units=tuple(units(edition)),
        languages=tuple(languages(edition)),
        sorts=sorts(edition),
        lists=tuple(plain_lists(edition)),
        ways_out=(
            Choice(label=say("All services"), url=edition.links.place("services")),
            Choice(label=say("All municipalities"), url=edition.links.place("municipalities")),
        ),
    )
    yield edition.page(
        "search",
        view,
        title=view.heading,
        description=view.lead,
        address=lambda links: links.place("search"),
    )


def services(edition: Edition) -> Iterator[Option]:
    """Services somebody offers, in alphabetical order."""
    found = (Option(value=key, label=edition.service(key)) for key in edition.catalogue.offers_by_service)
    yield from by_label(found)


def municipalities(edition: Edition) -> Iterator[Option]:
    """Municipalities with something to choose, in alphabetical order."""
    keys = {municipality for municipality, _ in edition.catalogue.offers_by_list}
    yield from by_label(Option(value=key, label=edition.municipality(key)) for key in keys)


def by_label(options: Iterable[Option]) -> list[Option]:
    """Choices in alphabetical order."""
    return sorted(options, key=lambda option: alphabetical(option.label))


def kinds(edition: Edition) -> tuple[Option, ...]:
    """Who pays."""
    say = edition.wording.say
    return (
        Option(value="", label=say("Both")),
        Option(value=Kind.VOUCHER.value, label=say("With a service voucher")),
        Option(value=Kind.SELF_PAY.value, label=say("I pay it all myself")),
    )


def units(edition: Edition) -> Iterator[Option]:
    """Units that something is priced in, the shortest first."""
    priced = {offer.unit for offer in edition.catalogue.offers}
    yield from (Option(value=unit.value, label=edition.wording.unit(unit)) for unit in Unit if unit in priced)


def languages(edition: Edition) -> Iterator[Option]:
    """Languages somebody serves in: the country's own first, then by name."""
    spoken = {code for offer in edition.catalogue.offers for code in offer.provider.record.languages}
    own = [code for code in ("fi", "sv") if code in spoken]
    others = sorted(spoken - set(own), key=lambda code: alphabetical(edition.wording.language_name(code)))
    yield from (Option(value=code, label=edition.wording.language_name(code)) for code in [*own, *others])


def sorts(edition: Edition) -> tuple[Option, ...]:
    """The orders of the results."""
    say = edition.wording.say
    return (
        Option(value="relevance", label=say("Best match")),
        Option(value="price", label=say("Price, lowest first")),
        Option(value="you-pay", label=say("You pay, lowest first")),
        Option(value="name", label=say("Name")),
    )


def plain_lists(edition: Edition) -> Iterator[PlainLists]:
    """Every municipality with its services, as links to lists that are already built."""
    for option in municipalities(edition):
        links = [
            ListLink(
                label=edition.service(service),
                url=edition.links.approved_list(option.value, service),
                note=provider_count(edition, option.value, service),
            )
            for service in edition.catalogue.services_in(option.value)
        ]
        ordered = tuple(sorted(links, key=lambda link: alphabetical(link.label)))
        yield PlainLists(municipality=option.label, links=ordered)


def provider_count(edition: Edition, municipality: str, service: str) -> str:
    """'6 palveluntuottajaa'."""
    offers = edition.catalogue.offers_by_list[municipality, service]
    return edition.wording.count("{number} provider", "{number} providers", len(list(providers_of(offers))))


def words(edition: Edition) -> dict[str, Any]:
    """The sentences of search/phrase.js, in this language."""
    say = edition.wording.say
    return {
        "results": {"one": say("{n} provider found"), "other": say("{n} providers found")},
        "none": say("Nothing was found with these choices"),
        "position": say("Page {page} of {pages}"),
        "unit": say("Prices are compared by the unit: {x}"),
        "corrected": say("“{typed}” was not found. Searched for “{read}” instead."),
        "ignored": say("“{x}” was not found anywhere and was left out."),
        "missing": say("Nobody has “{x}” together with the rest; it was left out."),
        "more": {"one": say("and {n} other price"), "other": say("and {n} other prices")},
        "title": f"{{x}} – {say('Search')} – {edition.site_name}",
        "chips": {
            "text": say("“{x}”"),
            "max": say("at most {amount}"),
            "maxPer": say("at most {amount} / {unit}"),
            "home": say("comes to my home"),
        },
        "kinds": {"voucher": say("With a service voucher"), "self-pay": say("I pay it all myself")},
        "relaxations": relaxations(edition),
    }


def relaxations(edition: Edition) -> dict[str, str]:
    """What to loosen, with how many it finds."""
    say = edition.wording.say
    return {
        "text": say("Without the words “{x}”: {results}"),
        "word": say("Without the word “{x}”: {results}"),
        "municipalities": say("In all municipalities: {results}"),
        "services": say("In all services: {results}"),
        "kind": say("Both with a voucher and paid by yourself: {results}"),
        "max": say("Without a limit on the price: {results}"),
        "unit": say("With prices by any unit: {results}"),
        "language": say("In any language: {results}"),
        "home": say("Also outside your home: {results}"),
        "neighbour": say("Nearby in {x}: {results}"),
        "rest": say("Without any other condition: {results}"),
    }
