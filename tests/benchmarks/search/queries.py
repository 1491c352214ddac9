"""What every engine is asked: the two questions of FIRST, typing, and questions by chance that nothing was tuned on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from provider_directory.outputs.search import SearchDirectory, SearchDocument, SearchOffer

from .finnish import CASES, compound

STEP = 500
"""Limits are whole steps of cents, because some peers know prices by steps only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One search. A price is only asked for together with its unit."""

    kind: str
    text: str = ""
    municipality: str | None = None
    service: str | None = None
    unit: str | None = None
    max: int | None = None
    """Cents for one unit."""
    passing: int | None = None
    """How many providers truly pass, where that was counted."""

    @property
    def is_filter(self) -> bool:
        """Whether nothing was typed."""
        return not self.text


TEXT = Question(kind="text", text="kotihoito")
FILTER = Question(kind="filter", municipality="tampere", service="home-cleaning", unit="hour", max=4000)
TYPED = ("kotihoito tampere", "siivouspalvelu", "lapsiperheiden kotipalvelu", "omaishoidon tuki", "hoivakoti")


def keystrokes() -> list[str]:
    """Every beginning of what somebody types, in order."""
    return [text[:length] for text in TYPED for length in range(1, len(text) + 1)]


def held_out(directory: SearchDirectory, count: int, seed: int) -> list[Question]:
    """So many questions by chance, as many of each kind."""
    asker = Asker(Random(f"held out {seed}"), directory)
    kinds = list(QUESTIONS.items())
    asked = (kinds[number % len(kinds)] for number in range(count))
    return [counted(make(asker, kind), directory) for kind, make in asked]


def counted(question: Question, directory: SearchDirectory) -> Question:
    """A question with how many providers pass, where only filters decide."""
    return replace(question, passing=truth(question, directory)) if question.is_filter else question


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks about a directory at random."""

    random: Random
    directory: SearchDirectory

    def provider(self) -> SearchDocument:
        """Any provider."""
        return self.random.choice(self.directory.documents)

    def offer(self) -> SearchOffer:
        """Any offer that has a price."""
        while True:
            priced = [each for each in self.provider().offers if each.price_cents is not None and each.municipalities]
            if priced:
                return self.random.choice(priced)

    def word(self) -> str:
        """A word somebody wrote about themselves."""
        return self.random.choice(words(self.random.choice(self.provider().descriptions)))

    def name_word(self) -> str:
        """A word of a name, but not the one all have."""
        return self.random.choice(words(self.provider().name)[1:])

    def service_name(self) -> str:
        """The name of a service."""
        return self.random.choice(self.directory.vocabulary.services).label

    def place(self) -> str:
        """The name of a municipality."""
        return self.random.choice(self.directory.vocabulary.municipalities).label

    def limit(self, offer: SearchOffer) -> int:
        """A limit near a price, mostly above it."""
        steps = (offer.price_cents or 0) // STEP + self.random.choice((0, 1, 1, 1, 2))
        return max(1, steps) * STEP


def words(text: str) -> list[str]:
    """The words of three letters and more."""
    return re.findall(r"\w{3,}", text.lower()) or [text]


def inflected(asker: Asker, kind: str) -> Question:
    """A right form of a word that the directory may not have."""
    return Question(kind=kind, text=compound(asker.random, asker.random.choice(CASES)))


def choosing(*fields: str, typing: bool = False) -> Callable[[Asker, str], Question]:
    """A maker of questions with these filters, which some provider passes, and perhaps a word."""

    def question(asker: Asker, kind: str) -> Question:
        offer = asker.offer()
        limited = "max" in fields
        return Question(
            kind=kind,
            text=asker.word() if typing else "",
            municipality=asker.random.choice(offer.municipalities) if "municipality" in fields else None,
            service=offer.service if "service" in fields else None,
            unit=offer.unit if limited else None,
            max=asker.limit(offer) if limited else None,
        )

    return question


def typing(make: Callable[[Asker], str]) -> Callable[[Asker, str], Question]:
    """A maker of questions without filters."""
    return lambda asker, kind: Question(kind=kind, text=make(asker))


QUESTIONS: dict[str, Callable[[Asker, str], Question]] = {
    "word of a description": typing(Asker.word),
    "word of a name": typing(Asker.name_word),
    "name of a service": typing(Asker.service_name),
    "two words": typing(lambda asker: " ".join(words(asker.random.choice(asker.provider().descriptions))[:2])),
    "word and place": typing(lambda asker: f"{asker.word()} {asker.place()}"),
    "inflected word": inflected,
    "word, municipality": choosing("municipality", typing=True),
    "word, municipality, service, price": choosing("municipality", "service", "max", typing=True),
    "municipality, service, price": choosing("municipality", "service", "max"),
    "service, price": choosing("service", "max"),
    "municipality, price": choosing("municipality", "max"),
    "municipality": choosing("municipality"),
}


def truth(question: Question, directory: SearchDirectory) -> int:
    """How many providers pass the filters of a question, counted one by one."""

    def passes(offer: SearchOffer) -> bool:
        return (
            (question.municipality is None or question.municipality in offer.municipalities)
            and (question.service is None or question.service == offer.service)
            and (question.unit is None or question.unit == offer.unit)
            and (question.max is None or (offer.price_cents is not None and offer.price_cents <= question.max))
        )

    return sum(any(map(passes, document.offers)) for document in directory.documents)


def beginnings() -> Iterator[Question]:
    """Keystrokes as questions."""
    return (Question(kind="typing", text=text) for text in keystrokes())
