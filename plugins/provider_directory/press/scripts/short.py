"""Short names: no name means two things where both are seen.

They are given in the order of declaration, so that code of one shape gets the same names and compresses well; by how often
each is used, the scripts take 2 % more once compressed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from .names import Scope, Symbol

FIRST = "etnsraoilcdufpmhgvybwxkjqzETNSRAOILCDUFPMHGVYBWXKJQZ_$"
FURTHER = FIRST + "0123456789"
RESERVED = frozenset(("as", "do", "for", "if", "in", "let", "new", "of", "try", "var"))
"""The words of the language that are so short."""


def names() -> Iterator[str]:
    """All names, short ones first."""
    for number in count():
        name, rest = FIRST[number % len(FIRST)], number // len(FIRST)
        while rest:
            rest, place = divmod(rest - 1, len(FURTHER))
            name += FURTHER[place]
        if name not in RESERVED:
            yield name


def shorten(symbols: Iterable[Symbol], scopes: Iterable[Scope]) -> None:
    """Give each symbol of a file its name: those of the whole file, then those of each scope in it."""
    scopes = list(scopes)
    give(symbols, {free for scope in scopes for free in every_free(scope) if isinstance(free, str)})
    for scope in scopes:
        for inner in scope.inner:
            shorten_inside(inner)


def shorten_inside(scope: Scope) -> None:
    """Name what a scope declares, besides what it uses from further out."""
    give(scope.symbols.values(), {free.short if isinstance(free, Symbol) else free for free in scope.free})
    for inner in scope.inner:
        shorten_inside(inner)


def every_free(scope: Scope) -> Iterator[Symbol | str]:
    """What a scope and those in it use from further out."""
    yield from scope.free
    for inner in scope.inner:
        yield from every_free(inner)


def give(symbols: Iterable[Symbol], taken: set[str]) -> None:
    """Names for symbols that stand side by side."""
    free = (name for name in names() if name not in taken)
    for symbol, name in zip(symbols, free, strict=False):
        symbol.short = name
