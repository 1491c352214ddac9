"""The key of a word: what all its forms have in common."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Self

from .memory import Shelf
from .rules import SHORTEST, KeyRules, Rule, compiled

LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ŋ": "n"})
"""Letters that are letters of their own to Unicode, not marked ones."""


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return text without capitals and marks on letters, so that "Jyväskylä" and "jyvaskyla" are one."""
    small = text.lower()
    if small.isascii():
        return small
    plain = unicodedata.normalize("NFKD", small)
    return "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M")).translate(LETTERS)


@dataclass(frozen=True, slots=True)
class Step:
    """Some rules, of which the first that fits is followed; few words have one that does."""

    rules: tuple[tuple[re.Pattern[str], str], ...]
    fitting: re.Pattern[str]
    """Fits where any of them does."""

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Self:
        """Return a step of these rules."""
        made = tuple(compiled(rule) for rule in rules)
        return cls(made, any_of(pattern.pattern for pattern, _ in made))

    def follow(self, form: str) -> str:
        """Return a form after the first rule that fits it."""
        if not self.fitting.search(form):
            return form
        for pattern, becomes in self.rules:
            if pattern.search(form):
                return pattern.sub(becomes, form, count=1)
        return form


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that fits where any of some patterns does; without any, it fits nothing."""
    alternatives: list[str] = []
    groups = 0
    for pattern in patterns:
        alternatives.append(f"(?:{renumbered(pattern, groups)})")
        groups += re.compile(pattern).groups
    return re.compile("|".join(alternatives) or "(?!)")


def renumbered(pattern: str, before: int) -> str:
    """Return a pattern as it refers to its own groups where others stand before it."""
    return re.sub(r"\\(\d)", lambda found: rf"\{int(found[1]) + before}", pattern)


class KeyMaker:
    """Makes the keys of one language, and remembers them. kept: those of earlier builds."""

    def __init__(self, rules: KeyRules, kept: Shelf | None = None) -> None:
        self.kept = kept
        self.steps = tuple(map(Step.of, rules.steps))
        self.variant_rules = tuple(map(compiled, rules.variants))
        self.any_variant = any_of(rule.pattern for rule in rules.variants)
        self.remembered: dict[str, str] = {}

    def key(self, form: str) -> str:
        """Return the key of a folded word."""
        known = self.remembered.get(form)
        if known is None:
            make = partial(self.made, form)
            known = self.remembered[form] = self.kept.made(form.encode(), make) if self.kept else make()
        return known

    def made(self, form: str) -> str:
        """Return the key of a folded word, by going through the steps."""
        if len(form) < SHORTEST or (form.isascii() and form.isdigit()):
            return form
        for step in self.steps:
            form = step.follow(form)
        return form

    def variants(self, form: str) -> list[str]:
        """Return the keys of what else a folded word may stand for, without its own."""
        if not self.any_variant.search(form):
            return []
        own = self.key(form)
        found = (
            self.key(pattern.sub(becomes, form, count=1))
            for pattern, becomes in self.variant_rules
            if pattern.search(form)
        )
        return [key for key in dict.fromkeys(found) if key != own]
