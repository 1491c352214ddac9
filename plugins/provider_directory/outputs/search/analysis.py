"""How text becomes words: Whoosh's chain of tokenizer and filters, ending in our own keys."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from whoosh.analysis import LowercaseFilter, RegexTokenizer
from whoosh.analysis.analyzers import CompositeAnalyzer

from .english import ENGLISH
from .finnish import FINNISH
from .key import KeyMaker, fold
from .memory import Shelf
from .rules import KeyRules
from .swedish import SWEDISH

RULES: dict[str, KeyRules] = {"fi": FINNISH, "sv": SWEDISH, "en": ENGLISH}
"""The rules of each language that is searched."""

WORD = r"[^\W_]+"
"""Letters and digits side by side; in JavaScript [\\p{L}\\p{N}]+."""

WORDS = re.compile(WORD)

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of texts. An analysis has one of each, which is only equal to itself."""

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
    """The analysis of one language. keys: those of earlier builds."""

    def __init__(self, language: str, keys: Shelf | None = None) -> None:
        self.rules = RULES[language]
        self.maker = KeyMaker(self.rules, keys)
        self.stop = frozenset(fold(word) for word in self.rules.stop)
        self.chain = CompositeAnalyzer(RegexTokenizer(WORD), LowercaseFilter(), KeyFilter(self.maker))
        self.texts: dict[str, tuple[Word, ...]] = {}
        self.spelled: dict[str, Word] = {}
        """By every spelling that was met: most words stand in many texts, and the chain takes its time for each."""
        self.shown: dict[str, Word] = {}

    def words(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text in their order."""
        if text not in self.texts:
            whole = text if text.isascii() else unicodedata.normalize("NFKC", text).replace(SOFT_HYPHEN, "")
            self.texts[text] = tuple([self.spelled.get(found) or self.word(found) for found in WORDS.findall(whole)])
        return self.texts[text]

    def word(self, spelling: str) -> Word:
        """Return a word that was not met in this spelling before."""
        (token,) = self.chain(spelling)
        made = Word(token.shown, token.form, token.text)
        self.spelled[spelling] = self.shown.setdefault(made.shown, made)
        return self.spelled[spelling]
