"""How text becomes words: Whoosh's chain of tokenizer and filters, ending in our own keys."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from whoosh.analysis import LowercaseFilter, RegexTokenizer
from whoosh.analysis.analyzers import CompositeAnalyzer

from .english import ENGLISH
from .finnish import FINNISH
from .key import KeyMaker, fold
from .rules import KeyRules
from .swedish import SWEDISH

RULES: dict[str, KeyRules] = {"fi": FINNISH, "sv": SWEDISH, "en": ENGLISH}
"""The rules of each language that is searched."""

WORD = r"[^\W_]+"
"""Letters and digits side by side; in JavaScript [\\p{L}\\p{N}]+."""

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    shown: str
    """As it was written, in small letters."""

    form: str
    """Without marks on letters."""

    key: str
    """What all forms of the word have in common."""


class KeyFilter:
    """Gives each token the key of its word as text, and keeps how it was written beside it."""

    is_morph = True

    def __init__(self, maker: KeyMaker) -> None:
        self.maker = maker

    def __call__(self, tokens: Iterable[Any]) -> Iterator[Any]:
        """Yield the tokens with their keys."""
        for token in tokens:
            token.shown = token.text
            token.form = fold(token.text)
            token.text = self.maker.key(token.form)
            yield token


class Analysis:
    """The analysis of one language."""

    def __init__(self, language: str) -> None:
        self.rules = RULES[language]
        self.maker = KeyMaker(self.rules)
        self.stop = frozenset(fold(word) for word in self.rules.stop)
        self.chain = CompositeAnalyzer(RegexTokenizer(WORD), LowercaseFilter(), KeyFilter(self.maker))

    def words(self, text: str) -> list[Word]:
        """Return the words of a text in their order."""
        whole = unicodedata.normalize("NFKC", text).replace(SOFT_HYPHEN, "")
        return [Word(token.shown, token.form, token.text) for token in self.chain(whole)]
