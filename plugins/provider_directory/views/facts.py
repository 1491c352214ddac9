"""One labelled fact, as the facts component shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .choice import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEntry:
    """One of several values of a fact."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label with a text, a link or several entries."""

    label: str
    text: str | None = None
    link: Choice | None = None
    entries: tuple[FactEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, as the steps component shows it."""

    title: str
    text: str | None = None
    link: Choice | None = None


def steps_of(texts: Iterable[str]) -> tuple[Step, ...]:
    """Sentences as steps."""
    return tuple(Step(title=text) for text in texts)


def known(label: str, text: str | None) -> Iterable[Fact]:
    """The fact where it is known, else nothing."""
    return (Fact(label=label, text=text),) if text else ()


def listed(label: str, entries: Iterable[FactEntry]) -> Iterable[Fact]:
    """The fact where it has any entry, else nothing."""
    found = tuple(entries)
    return (Fact(label=label, entries=found),) if found else ()


def sentence(text: str) -> str:
    """Words as a sentence of their own: a capital first, a full stop last."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
