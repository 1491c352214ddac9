"""The key of a word: what all its forms have in common."""

import re
import unicodedata
from functools import lru_cache

from .rules import SHORTEST, KeyRules, Rule, compiled

Step = tuple[tuple[re.Pattern[str], str], ...]

LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ŋ": "n"})
"""Letters that are letters of their own to Unicode, not marked ones."""


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return text without capitals and marks on letters, so that "Jyväskylä" and "jyvaskyla" are one."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M")).translate(LETTERS)


class KeyMaker:
    """Makes the keys of one language, and remembers them."""

    def __init__(self, rules: KeyRules) -> None:
        self.steps: tuple[Step, ...] = tuple(tuple(compiled(rule) for rule in step) for step in rules.steps)
        self.variant_rules = compiled_all(rules.variants)
        self.remembered: dict[str, str] = {}

    def key(self, form: str) -> str:
        """Return the key of a folded word."""
        known = self.remembered.get(form)
        if known is None:
            known = self.remembered[form] = self.made(form)
        return known

    def made(self, form: str) -> str:
        """Return the key of a folded word, by going through the steps."""
        if len(form) < SHORTEST or (form.isascii() and form.isdigit()):
            return form
        for step in self.steps:
            form = first_fitting(step, form)
        return form

    def variants(self, form: str) -> list[str]:
        """Return the keys of what else a folded word may stand for, without its own."""
        own = self.key(form)
        found = (
            self.key(pattern.sub(becomes, form, count=1))
            for pattern, becomes in self.variant_rules
            if pattern.search(form)
        )
        return [key for key in dict.fromkeys(found) if key != own]


def compiled_all(rules: tuple[Rule, ...]) -> Step:
    """Return some rules as Python's own patterns."""
    return tuple(compiled(rule) for rule in rules)


def first_fitting(step: Step, form: str) -> str:
    """Return a form after the first rule of a step that fits it."""
    for pattern, becomes in step:
        changed, times = pattern.subn(becomes, form, count=1)
        if times:
            return changed
    return form
