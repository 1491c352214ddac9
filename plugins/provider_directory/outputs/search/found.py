"""What a text found: providers with the offers that answer it, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from .documents import SearchDocument, SearchOffer


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something that was asked for is answered."""

    score: float
    typed: str
    by: str
    """What answers it, in plain words: "the service"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An offer that answers a whole text, or a provider that has no offers."""

    document: SearchDocument
    offer: SearchOffer | None
    reasons: tuple[Reason, ...] = ()
    """One for each thing that was asked for."""

    @property
    def score(self) -> float:
        """How well it answers everything together."""
        return round(sum(reason.score for reason in self.reasons), 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A provider that answers a text."""

    document: SearchDocument
    matches: tuple[Match, ...]
    """Those of its offers that answer, the best first."""

    @property
    def score(self) -> float:
        """How well its best offer answers."""
        return self.matches[0].score


def ranked(matches: Iterable[Match], day: date) -> list[Found]:
    """Return matches together by provider, the best first; equal ones in an order that is another one every day."""
    together: dict[str, list[Match]] = {}
    for match in matches:
        together.setdefault(match.document.key, []).append(match)
    found = [
        Found(document=group[0].document, matches=tuple(sorted(group, key=lambda match: -match.score)))
        for group in together.values()
    ]
    return sorted(found, key=lambda each: (-each.score, turn(each.document.key, day)))


def turn(key: str, day: date) -> str:
    """Return what decides between equal providers: no name and no region is always first."""
    return sha256(f"{key} {day}".encode()).hexdigest()
