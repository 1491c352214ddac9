"""The terms of an index: every key that occurs, how it is shown, and how it hangs together with others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from .analysis import Analysis, Word
from .compounds import SHORTEST_PART, Compounds
from .texts import Text

VOCABULARY = 4
"""From this weight on, a text belongs to the vocabulary: its words are trusted in compounds however short."""

SHORTEST_KNOWN = 4
"""Letters that a word needs to be trusted as part of a compound when it only stands in running text."""


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms in the order of their keys; a term is known by its place in it."""

    keys: tuple[str, ...]
    shown: tuple[str, ...]
    """For each term, the word that people are shown for it; none where it only occurs as part of compounds."""

    parts: dict[int, tuple[int, ...]]
    """For a compound, the terms it is made of."""

    also: tuple[tuple[int, int], ...]
    """Pairs of terms that may be forms of one word."""

    numbers: dict[str, int]
    """By key."""

    words: dict[Word, int]
    """The term of each word."""

    analysis: Analysis

    @classmethod
    def of(cls, texts: Iterable[Text], analysis: Analysis) -> Self:
        """Return the terms of some texts."""
        words = best_words(texts, analysis)
        compounds = known_compounds(words, analysis)
        pieces = {word: compounds.parts(word.form) - {word.key} for word in words}
        names = {
            word.key: word.shown for word in sorted(words, key=lambda word: claim(word, words[word]), reverse=True)
        }
        keys = tuple(sorted(names.keys() | {key for keys in pieces.values() for key in keys}))
        numbers = {key: number for number, key in enumerate(keys)}
        return cls(
            keys=keys,
            shown=tuple(names.get(key, "") for key in keys),
            parts=numbered_parts(pieces, numbers),
            also=tuple(sorted(pairs_of_forms(words, numbers, analysis))),
            numbers=numbers,
            words={word: numbers[word.key] for word in words},
            analysis=analysis,
        )

    def row(self, text: Text) -> tuple[int, ...]:
        """Return the terms of a text in their order."""
        return tuple([self.words[word] for word in self.analysis.words(text.words)])


def best_words(texts: Iterable[Text], analysis: Analysis) -> dict[Word, int]:
    """Return every word with the most that a text with it counts."""
    found: dict[int, dict[Word, None]] = {}
    for text in texts:
        found.setdefault(text.weight, {}).update(dict.fromkeys(analysis.words(text.words)))
    return {word: weight for weight in sorted(found) for word in found[weight]}


def claim(word: Word, weight: int) -> tuple[int, int, str]:
    """Return a word's claim to be shown for its key: lowest first, so heavy texts and short forms win."""
    return (-weight, len(word.shown), word.shown)


def known_compounds(words: dict[Word, int], analysis: Analysis) -> Compounds:
    """Return the means to take apart compounds of these words."""
    usable = [word for word in words if word.form not in analysis.stop and not word.form.isdigit()]
    trusted = [word for word in usable if words[word] >= VOCABULARY and len(word.form) >= SHORTEST_PART]
    known = {word.key for word in usable if len(word.form) >= SHORTEST_KNOWN} | {word.key for word in trusted}
    heads = {word.key for word in trusted if len(word.form) >= SHORTEST_KNOWN}
    return Compounds(analysis.maker, known, heads, analysis.rules.joint)


def numbered_parts(pieces: dict[Word, frozenset[str]], numbers: dict[str, int]) -> dict[int, tuple[int, ...]]:
    """Return the parts of each compound by number, whichever of its forms showed them."""
    found: dict[int, set[int]] = {}
    for word, keys in pieces.items():
        if keys:
            found.setdefault(numbers[word.key], set()).update(numbers[key] for key in keys)
    return {number: tuple(sorted(found[number])) for number in sorted(found)}


def pairs_of_forms(words: Iterable[Word], numbers: dict[str, int], analysis: Analysis) -> set[tuple[int, int]]:
    """Return the pairs of terms where a form of one may be a form of the other."""
    pairs: set[tuple[int, int]] = set()
    for word in words:
        for key in analysis.maker.variants(word.form):
            if key in numbers:
                first, second = sorted((numbers[word.key], numbers[key]))
                pairs.add((first, second))
    return pairs
