"""What compounds are made of, judged by the words that the directory itself uses."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from .key import KeyMaker

SHORTEST_PART = 3
"""Letters in the shortest part; "apu" is one, "yö" is too easily something else."""

VOWEL = re.compile("[aeiouy]")

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
        joint = self.joint.search
        ends = [at for at in range(SHORTEST_PART, len(form) - SHORTEST_PART + 1) if joint(form[:at])]
        cuts = [(form[:at], form[at:]) for at in ends]
        # Of two known words the longer first one is the likelier: päiväkoti·hoito. After an unknown one, the longer last.
        return self.of_words(cuts[::-1]) or self.after_stranger(cuts) or self.of_compounds(cuts[::-1])

    def of_words(self, cuts: Iterable[tuple[str, str]]) -> frozenset[str]:
        """Return the parts of a word whose halves are both known, and what these are made of in turn."""
        key, known = self.maker.key, self.known
        for first, last in cuts:
            if key(first) in known and key(last) in known:
                return self.half(first) | self.half(last)
        return NONE

    def after_stranger(self, cuts: Iterable[tuple[str, str]]) -> frozenset[str]:
        """Return the parts of a word whose end is well known, whatever stands before it."""
        key, heads = self.maker.key, self.heads
        for first, last in cuts:
            if len(last) > SHORTEST_PART and key(last) in heads and VOWEL.search(first):
                return frozenset({key(first), key(last)}) | self.parts(first) | self.parts(last)
        return NONE

    def of_compounds(self, cuts: Iterable[tuple[str, str]]) -> frozenset[str]:
        """Return the parts of a word whose halves are known or compounds themselves."""
        for first, last in cuts:
            before = self.half(first)
            behind = self.half(last) if before else NONE
            if behind:
                return before | behind
        return NONE

    def half(self, form: str) -> frozenset[str]:
        """Return the keys that half a compound stands for: its own, and those of its parts."""
        key = self.maker.key(form)
        own = frozenset({key}) if key in self.known else NONE
        return own | self.parts(form) if len(form) >= 2 * SHORTEST_PART else own
