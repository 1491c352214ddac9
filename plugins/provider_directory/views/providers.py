"""Every provider by name, from A to Ö: on one page, or of a large directory on sheets by first letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..catalogue.catalogue import gather
from ..records.collections import Entry
from ..records.schema.provider import Provider
from . import structured
from .cards import delivered, listings_of
from .choice import Choice
from .edition import Edition
from .leads_on import leading
from .page import Page
from .sheets import Sheet, sheets
from .wording import ALPHABET, alphabetical, rank_of

ByLetter = Mapping[str, Sequence[Entry[Provider]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The providers whose names begin alike."""

    letter: str
    anchor: str
    providers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLink:
    """A letter of the bar."""

    letter: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvidersView:
    """The whole list, the table of its sheets, or one of them."""

    heading: str
    lead: str
    bar: tuple[LetterLink, ...]
    """The letters there are; nothing for one alone."""
    sheets: tuple[Choice, ...]
    """Of a large directory: all sheets, or the others of a letter that has several."""
    letters: tuple[Letter, ...]
    print_words: str


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of all providers; of a large directory the table of sheets, and each of them."""
    found = by_letter(edition)
    if len(edition.catalogue.shown_providers) <= edition.settings.list_longest:
        yield whole(edition, found)
        return
    cut = sheets(found, edition.settings.list_longest)
    front_page = table(edition, found, cut)
    yield front_page
    yield leading(edition, "by-letter", (), front_page.view.heading, front_page.frame.url)
    for sheet in cut:
        yield one_sheet(edition, found, cut, sheet)


def whole(edition: Edition, found: ByLetter) -> Page:
    """All providers on one page."""
    letters = tuple(letter_of(edition, letter, entries) for letter, entries in found.items())
    bar = tuple(LetterLink(letter=each.letter, url=f"#{each.anchor}") for each in letters)
    urls = [(choice.label, choice.url) for letter in letters for choice in letter.providers]
    return front(edition, bar if len(bar) > 1 else (), (), letters, urls)


def table(edition: Edition, found: ByLetter, cut: Sequence[Sheet]) -> Page:
    """The sheets that have all providers."""
    own = tuple(choice_of_sheet(edition, sheet) for sheet in cut)
    return front(edition, bar_of(edition, found), own, (), [(choice.label, choice.url) for choice in own])


def front(
    edition: Edition,
    bar: tuple[LetterLink, ...],
    own: tuple[Choice, ...],
    letters: tuple[Letter, ...],
    urls: Sequence[tuple[str, str]],
) -> Page:
    """The page of all providers, with themselves or with the sheets they are on."""
    say = edition.wording.say
    view = ProvidersView(
        heading=say("Providers from A to Ö"),
        lead=edition.wording.count(
            "{number} provider that one can choose here.",
            "{number} providers that one can choose here.",
            len(edition.catalogue.shown_providers),
        ),
        bar=bar,
        sheets=own,
        letters=letters,
        print_words=say("Print the list"),
    )
    return edition.page(
        "providers",
        view,
        title=view.heading,
        description=" ".join(
            (view.lead, say("Approved for service vouchers, or on a register of services you pay for yourself."))
        ),
        address=lambda links: links.place("providers"),
        json_ld=[structured.item_list(edition, view.heading, urls)],
    )


def one_sheet(edition: Edition, found: ByLetter, cut: Sequence[Sheet], sheet: Sheet) -> Page:
    """The providers of a letter, or as many of them as a page holds."""
    say, first, last = edition.wording.say, sheet.entries[0].record.name, sheet.entries[-1].record.name
    heading = say("Providers: {letter}", letter=sheet.letter)
    title = say("{heading}, {number} of {all}", heading=heading, number=sheet.number, all=sheet.of)
    letter = letter_of(edition, sheet.letter, sheet.entries)
    view = ProvidersView(
        heading=title if sheet.of > 1 else heading,
        lead=say("In alphabetical order from {first} to {last}.", first=first, last=last),
        bar=bar_of(edition, found, sheet.letter),
        sheets=tuple(
            choice_of_sheet(edition, each)
            for each in cut
            if each.letter == sheet.letter and each.number != sheet.number
        ),
        letters=(letter,),
        print_words=say("Print the list"),
    )
    urls = [(choice.label, choice.url) for choice in letter.providers]
    return edition.page(
        "providers",
        view,
        title=view.heading,
        description=" ".join((view.lead, say("Where they work, their prices and telephone numbers."))),
        address=lambda links: links.letter(sheet.letter, sheet.number),
        trail=[(say("Providers from A to Ö"), edition.links.place("providers"))],
        json_ld=[structured.item_list(edition, view.heading, urls)],
    )


def bar_of(edition: Edition, found: ByLetter, here: str | None = None) -> tuple[LetterLink, ...]:
    """The letters, each with its first sheet; one alone needs no bar."""
    made = (LetterLink(letter=letter, url=edition.links.letter(letter), current=letter == here) for letter in found)
    return tuple(made) if len(found) > 1 else ()


def choice_of_sheet(edition: Edition, sheet: Sheet) -> Choice:
    """A sheet with how many are on it; one of several tells from whom to whom."""
    return Choice(
        label=f"{sheet.entries[0].record.name} – {sheet.entries[-1].record.name}" if sheet.of > 1 else sheet.letter,
        url=edition.links.letter(sheet.letter, sheet.number),
        note=edition.wording.count("{number} provider", "{number} providers", len(sheet.entries)),
    )


def by_letter(edition: Edition) -> ByLetter:
    """The providers by first letter, in alphabetical order."""
    entries = sorted(edition.catalogue.shown_providers, key=lambda entry: alphabetical(entry.record.name))
    return dict(
        sorted(gather((first_letter(entry), entry) for entry in entries).items(), key=lambda item: place(item[0]))
    )


def first_letter(entry: Entry[Provider]) -> str:
    """The letter or figure a name is filed under, without its accents; signs before it do not count."""
    letters = (letter.casefold() for letter in entry.record.name if letter.isalnum())
    return next((ALPHABET[rank].upper() for letter in letters if (rank := rank_of(letter)) >= 0), "#")


def place(letter: str) -> int:
    """Where a letter stands in the bar, those that the alphabet does not have last."""
    return rank_of(letter.casefold()) if letter != "#" else len(ALPHABET)


def letter_of(edition: Edition, letter: str, entries: Sequence[Entry[Provider]]) -> Letter:
    """Some providers under their letter."""
    return Letter(
        letter=letter,
        anchor=f"letter-{place(letter) + 1}",
        providers=tuple(choice(edition, entry) for entry in entries),
    )


def choice(edition: Edition, entry: Entry[Provider]) -> Choice:
    """A provider with where it works."""
    offers = edition.catalogue.offers_by_provider[entry.key]
    return Choice(
        label=entry.record.name,
        url=edition.links.provider(entry.key),
        note=delivered(edition, listings_of(offers)),
    )
