"""What the columns of a list are called in spreadsheets, where the list itself has no name for them."""

from __future__ import annotations

from dataclasses import dataclass

from .edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """Names of columns, or of parts of them."""

    list: str
    unit: str
    note: str
    page: str


def sheet_words(edition: Edition) -> SheetWords:
    """The names in a language."""
    say = edition.wording.say
    return SheetWords(list=say("List"), unit=say("unit"), note=say("note"), page=say("Page"))
