"""The lists of a service in a municipality on several pages, where one of them is too long for one: by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..catalogue.catalogue import gather
from ..catalogue.offers import Offer
from .approved import list_anchor, number_words
from .cards import by_provider
from .choice import Choice
from .edition import Edition
from .sheets import slices
from .wording import alphabetical

Providers = Sequence[tuple[Offer, ...]]
"""The offers of one provider after the other, by name."""


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One of the pages, from 1 on."""

    municipality: str
    service: str
    number: int = 1

    def others(self, edition: Edition, cut: Sequence[Providers]) -> Iterator[Choice]:
        """Where the rest of a list is, from whom to whom."""
        for number, found in enumerate(cut, 1):
            if number != self.number:
                url = edition.links.approved_list(self.municipality, self.service, number)
                yield Choice(
                    label=from_to(found),
                    url=f"{url}#{list_anchor(found[0][0].listing)}",
                    note=number_words(edition, len(found)),
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPart:
    """What of a list is on a page, where that is not all of it."""

    words: str
    others: tuple[Choice, ...]


def sheets_of(edition: Edition, offers: Sequence[Offer]) -> int:
    """How many pages the lists take: as many as the longest."""
    if len(offers) <= edition.settings.list_longest:
        return 1
    lists = gather(((offer.listing.kind, offer.listing.list_key), offer) for offer in offers)
    return max(len(cut_list(edition, own)) for own in lists.values())


def cut_list(edition: Edition, offers: Sequence[Offer]) -> list[Providers]:
    """The offers of one list in parts that a page holds."""
    found = sorted(by_provider(offers), key=lambda own: alphabetical(own[0].provider.record.name))
    return slices(found, edition.settings.list_longest)


def list_part(edition: Edition, sheet: ListSheet, cut: Sequence[Providers]) -> ListPart | None:
    """Which part of a list the page has, and where the others are; nothing where it has all."""
    if len(cut) == 1:
        return None
    words = edition.wording.say(
        "Part {number} of {all} of this list, by name: {names}. Only this part is sorted; the search sorts all.",
        number=sheet.number,
        all=len(cut),
        names=from_to(cut[sheet.number - 1]),
    )
    return ListPart(words=words, others=tuple(sheet.others(edition, cut)))


def from_to(found: Providers) -> str:
    """'Esimerkki Aapa Oy – Esimerkki Hoiva Oy'."""
    return " – ".join(dict.fromkeys(own[0].provider.record.name for own in (found[0], found[-1])))
