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
    analysis: Analysis

    @classmethod
    def of(cls, texts: Iterable[Text], analysis: Analysis) -> Self:
        """Return the terms of some texts."""
        words = best_words(texts, analysis)
        compounds = known_compounds(words, analysis)
        pieces = {word: compounds.parts(word.form) - {word.key} for word in words}
        names = {word.key: word.shown for word in sorted(words, key=words.__getitem__, reverse=True)}
        keys = tuple(sorted(names.keys() | {key for keys in pieces.values() for key in keys}))
        numbers = {key: number for number, key in enumerate(keys)}
        return cls(
            keys=keys,
            shown=tuple(names.get(key, "") for key in keys),
            parts=numbered_parts(pieces, numbers),
            also=tuple(sorted(pairs_of_forms(words, numbers, analysis))),
            numbers=numbers,
            analysis=analysis,
        )

    def rows(self, texts: Iterable[Text]) -> list[list[int]]:
        """Return texts as the index writes them: each its weight and its terms in their order; empty ones left out."""
        found = ([text.weight, *map(self.number, self.analysis.words(text.words))] for text in texts)
        return [row for row in found if len(row) > 1]

    def number(self, word: Word) -> int:
        """Return the number of a word's term."""
        return self.numbers[word.key]

    def published(self) -> dict[str, object]:
        """Return the terms as the index file carries them."""
        return {
            "keys": ",".join(self.keys),
            "shown": ",".join(self.shown),
            "parts": [[number, *parts] for number, parts in self.parts.items()],
            "also": self.also,
        }


def best_words(texts: Iterable[Text], analysis: Analysis) -> dict[Word, tuple[int, int, str]]:
    """Return every word with its claim to be shown for its key: lowest first, so heavy texts and short forms win."""
    claims: dict[Word, tuple[int, int, str]] = {}
    for text in texts:
        for word in analysis.words(text.words):
            claim = (-text.weight, len(word.shown), word.shown)
            claims[word] = min(claim, claims.get(word, claim))
    return claims


def known_compounds(words: dict[Word, tuple[int, int, str]], analysis: Analysis) -> Compounds:
    """Return the means to take apart compounds of these words."""
    usable = [word for word in words if word.form not in analysis.stop and not word.form.isdigit()]
    trusted = [word for word in usable if -words[word][0] >= VOCABULARY and len(word.form) >= SHORTEST_PART]
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
