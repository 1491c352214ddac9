"""What compounds are made of, judged by the words that the directory itself uses."""

import re
from collections.abc import Collection
from functools import cache

from .key import KeyMaker

SHORTEST_PART = 3
"""Letters in the shortest part; "apu" is one, "yö" is too easily something else."""

NONE: frozenset[str] = frozenset()


class Compounds:
    """Takes compounds apart into words that are known by themselves."""

    def __init__(self, maker: KeyMaker, known: Collection[str], heads: Collection[str], joint: str) -> None:
        """Know some keys; the heads among them are believed even after an unknown word."""
        self.maker = maker
        self.known = frozenset(known)
        self.heads = frozenset(heads)
        self.joint = re.compile(joint)
        self.parts = cache(self.taken_apart)

    def taken_apart(self, form: str) -> frozenset[str]:
        """Return the keys of every part of a folded word; none when it is no compound."""
        cuts = [(form[:at], form[at:]) for at in range(SHORTEST_PART, len(form) - SHORTEST_PART + 1)]
        cuts = [(first, last) for first, last in cuts if self.joint.search(first)]
        # Of two known words the longer first one is the likelier: päiväkoti·hoito. After an unknown one, the longer last.
        attempts = ((self.of_words, cuts[::-1]), (self.after_stranger, cuts), (self.of_compounds, cuts[::-1]))
        found = (attempt(first, last) for attempt, order in attempts for first, last in order)
        return next(filter(None, found), NONE)

    def of_words(self, first: str, last: str) -> frozenset[str]:
        """Return the parts of a word whose halves are both known, and what these are made of in turn."""
        known = {self.maker.key(first), self.maker.key(last)} <= self.known
        return self.half(first) | self.half(last) if known else NONE

    def after_stranger(self, first: str, last: str) -> frozenset[str]:
        """Return the parts of a word whose end is well known, whatever stands before it."""
        keys = frozenset({self.maker.key(first), self.maker.key(last)})
        believed = len(last) > SHORTEST_PART and self.maker.key(last) in self.heads and re.search("[aeiouy]", first)
        return keys | self.parts(first) | self.parts(last) if believed else NONE

    def of_compounds(self, first: str, last: str) -> frozenset[str]:
        """Return the parts of a word whose halves are known or compounds themselves."""
        before = self.half(first)
        behind = self.half(last) if before else NONE
        return before | behind if behind else NONE

    def half(self, form: str) -> frozenset[str]:
        """Return the keys that half a compound stands for: its own, and those of its parts."""
        key = self.maker.key(form)
        own = frozenset({key}) if key in self.known else NONE
        return own | self.parts(form) if len(form) >= 2 * SHORTEST_PART else own
