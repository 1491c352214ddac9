"""Every provider by name, from A to Ö."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue.catalogue import gather
from ..records.collections import Entry
from ..records.schema.provider import Provider
from . import structured
from .cards import delivered, listings_of
from .choice import Choice
from .edition import Edition
from .page import Page
from .wording import alphabetical, rank_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The providers whose names begin alike."""

    letter: str
    anchor: str
    providers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvidersView:
    """The whole list."""

    heading: str
    lead: str
    letters: tuple[Letter, ...]
    print_words: str


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of all providers."""
    say, shown = edition.wording.say, edition.catalogue.shown_providers
    view = ProvidersView(
        heading=say("Providers from A to Ö"),
        lead=edition.wording.count(
            "{number} provider that one can choose here.", "{number} providers that one can choose here.", len(shown)
        ),
        letters=letters(edition),
        print_words=say("Print the list"),
    )
    urls = [(choice.label, choice.url) for letter in view.letters for choice in letter.providers]
    yield edition.page(
        "providers",
        view,
        title=view.heading,
        description=" ".join(
            (view.lead, say("Approved for service vouchers, or on a register of services you pay for yourself."))
        ),
        address=lambda links: links.place("providers"),
        json_ld=[structured.item_list(edition, view.heading, urls)],
    )


def letters(edition: Edition) -> tuple[Letter, ...]:
    """The list by first letter, in alphabetical order."""
    entries = sorted(edition.catalogue.shown_providers, key=lambda entry: alphabetical(entry.record.name))
    return tuple(
        Letter(letter=letter, anchor=f"letter-{rank_of(letter.casefold()) + 1}", providers=tuple(found))
        for letter, found in gather((first_letter(entry), choice(edition, entry)) for entry in entries).items()
    )


def first_letter(entry: Entry[Provider]) -> str:
    """The letter a name is filed under; signs before it do not count."""
    return next((letter.upper() for letter in entry.record.name if rank_of(letter.casefold()) >= 0), "#")


def choice(edition: Edition, entry: Entry[Provider]) -> Choice:
    """A provider with where it works."""
    offers = edition.catalogue.offers_by_provider[entry.key]
    return Choice(
        label=entry.record.name,
        url=edition.links.provider(entry.key),
        note=delivered(edition, listings_of(offers)),
    )
