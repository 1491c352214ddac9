"""The search page: who, near me, at what price? Complete as plain lists, quicker with a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..catalogue.catalogue import providers_of
from ..catalogue.offers import Kind
from ..model import Unit
from ..records.schema.value_rules import Formula
from .changes import terms
from .choice import Choice
from .edition import Edition
from .nearby import choice
from .page import Page
from .prose import Html, json_in_html
from .questions import Question
from .search_words import moment_words, search_words
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
    address: str
    """The page itself, as it is before anything is asked."""
    index: str
    """The address of the search index."""
    words: Html
    """The script's words, as JSON that is safe inside a script element."""
    services: tuple[Option, ...]
    municipalities: tuple[Option, ...]
    kinds: tuple[Option, ...]
    limits: tuple[Option, ...]
    units: tuple[Option, ...]
    moments: tuple[Option, ...]
    languages: tuple[Option, ...]
    sorts: tuple[Option, ...]
    questions: tuple[Question, ...]
    """What a person may tell of their situation."""
    lists: tuple[PlainLists, ...]
    towns: tuple[Choice, ...]
    """In place of lists that are too many for one page: the municipalities, whose pages have them."""
    ways_out: tuple[Choice, ...]
    """Where to go on from when nothing was found."""


QUESTIONS = (
    Question.GROSS,
    Question.NET,
    Question.ADULTS,
    Question.CHILDREN,
    Question.HOURS,
    Question.TIMES,
)
"""What is asked where every voucher is listed; what only one voucher asks, its own page does."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    say = edition.wording.say
    view = SearchView(
        heading=say("Search providers"),
        lead=say("Choose the service and where you live. You see who is approved, what it costs and whom to call."),
        address=edition.links.place("search"),
        index=edition.search_index,
        words=json_in_html(search_words(edition)),
        services=tuple(services(edition)),
        municipalities=tuple(municipalities(edition)),
        kinds=kinds(edition),
        limits=limits(edition),
        units=tuple(units(edition)),
        moments=tuple(Option(value=key, label=label) for key, label in moment_words(edition).items()),
        languages=tuple(languages(edition)),
        sorts=sorts(edition),
        questions=QUESTIONS,
        lists=tuple(plain_lists(edition)),
        towns=towns(edition),
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


def limits(edition: Edition) -> tuple[Option, ...]:
    """What the most that it may cost is about."""
    say = edition.wording.say
    return (
        Option(value="", label=say("the provider's price")),
        Option(value="you-pay", label=say("what I pay myself")),
    )


def units(edition: Edition) -> Iterator[Option]:
    """Units that something is priced or paid in, the shortest first."""
    told = told_units(edition)
    yield from (Option(value=unit.value, label=edition.wording.unit(unit)) for unit in Unit if unit in told)


def told_units(edition: Edition) -> set[Unit]:
    """Units that a price, or what a client pays of it, is told for; a part of one's income is told by the month."""
    found = set[Unit]()
    for offer in edition.catalogue.offers:
        share = terms(edition, offer).share
        rules = offer.listing.voucher.record.client_shares if offer.listing.voucher else []
        by_income = (rule.unit or Unit.MONTH for rule in rules if isinstance(rule, Formula))
        found |= {unit for unit in (offer.unit, share.unit if share else None, *by_income) if unit}
    return found


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
        Option(value="distance", label=say("Distance, nearest first")),
    )


def towns(edition: Edition) -> tuple[Choice, ...]:
    """Every municipality with how many there are, where there are more lists than a page names."""
    if len(edition.catalogue.offers_by_list) <= edition.settings.list_longest:
        return ()
    return tuple(choice(edition, option.value) for option in municipalities(edition))


def plain_lists(edition: Edition) -> Iterator[PlainLists]:
    """Every municipality with its services, as links to lists that are already built; nothing where they are too many."""
    for option in [] if towns(edition) else municipalities(edition):
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
