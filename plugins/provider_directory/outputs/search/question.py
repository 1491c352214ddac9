"""What a text asks for: quoted phrases, numbers, names in several words, and words. The twin of a browser's reading."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from .analysis import Analysis, Word
from .key import fold
from .numbers import national

LONGEST_NAME = 6
"""So many words a name can have."""

PHRASE = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')
NUMBER = re.compile(r"(?:FI[ -]?)?(?:\+|00)?\d(?:[ \N{NO-BREAK SPACE}()-]{0,2}\d){4,}|\b0\d{2,3}\b", re.IGNORECASE)

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that a text asks for."""

    typed: str
    keys: Keys
    """Of its words, in their order."""

    together: bool = False
    """Whether the words must stand side by side, each as it is."""

    digits: str = ""
    """Of a telephone number or a business id."""


class Reader:
    """Reads texts with what a directory knows."""

    def __init__(self, analysis: Analysis, names: Collection[Keys], heavy: Collection[str]) -> None:
        """Know the names of several words that are read as one, and every key of what is more than mentioned."""
        self.analysis = analysis
        self.names = frozenset(names)
        self.heavy = frozenset(heavy)
        self.silent = frozenset(map(analysis.maker.key, analysis.stop))
        self.price = re.compile(analysis.rules.price(), re.IGNORECASE)
        self.aside = frozenset(analysis.maker.key(fold(word)) for word in analysis.rules.aside)

    def read(self, text: str) -> list[Asked]:
        """Return what a text asks for; words that say nothing are left out unless there is nothing else."""
        quoted = [self.asked(self.analysis.words(inside), together=True) for inside in PHRASE.findall(text)]
        rest = self.price.sub(" ", PHRASE.sub(" ", text))
        numbers = [self.number(typed.strip()) for typed in NUMBER.findall(rest)]
        words = list(self.grouped(self.analysis.words(NUMBER.sub(" ", rest))))
        telling = [asked for asked in words if asked.together or asked.keys[0] not in self.silent]
        found = [*quoted, *numbers, *(telling if telling or quoted or numbers else words)]
        return [asked for asked in found if asked.keys]

    def grouped(self, words: Sequence[Word]) -> Iterator[Asked]:
        """Yield words, those of a name together, and those as one that a slip set apart: "koti hoito"."""
        while words:
            first, *rest = words
            name = self.name(words)
            joined = self.analysis.words(first.shown + rest[0].shown) if rest else []
            if name:
                yield self.asked(name, together=True)
                words = words[len(name) :]
            elif joined and joined[0].key in self.heavy and joined[0].key != first.key:
                words = [*joined, *rest[1:]]
            else:
                yield self.asked([first])
                words = rest

    def name(self, words: Sequence[Word]) -> Sequence[Word]:
        """Return the most words from the first on that are all of a name; none when they are not."""
        lengths = range(min(len(words), LONGEST_NAME), 1, -1)
        return next((words[:length] for length in lengths if keys_of(words[:length]) in self.names), ())

    def asked(self, words: Sequence[Word], *, together: bool = False) -> Asked:
        """Return words as something that is asked for."""
        return Asked(typed=" ".join(word.shown for word in words), keys=keys_of(words), together=together)

    def number(self, typed: str) -> Asked:
        """Return a number as something that is asked for."""
        return Asked(typed=typed, keys=(fold(typed),), digits=national(typed))


def keys_of(words: Sequence[Word]) -> Keys:
    """Return the keys of some words."""
    return tuple(word.key for word in words)
