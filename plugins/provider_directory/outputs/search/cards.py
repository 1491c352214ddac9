"""The cards of providers: what a result says of them, beside the columns of their offers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import texts
from .documents import SearchDocument
from .key import fold
from .numbering import gaps
from .offers import Row, Rows, Shared


def cards(
    documents: Sequence[SearchDocument], own: Sequence[Row], numbers: Sequence[int], rows: Rows, base: str
) -> dict[str, object]:
    """Return providers with all their offers. base: how addresses of providers begin."""
    words: Shared[str] = Shared()
    notes: Shared[str] = Shared()
    offers = rows.table(own, with_areas=True, with_services=True)
    return {
        "docs": gaps(numbers),
        "key": [0 if slug(each.name) == each.key else each.key for each in documents],
        "url": [0 if each.url == f"{base}{each.key}/" else each.url for each in documents],
        "name": [each.name for each in documents],
        "where": [words.place(each.card.where) for each in documents],
        "by": [words.place(each.card.approved_by) for each in documents],
        "speaks": [words.place(each.card.languages) for each in documents],
        "phone": [each.card.phone for each in documents],
        "dial": [0 if each.card.phone_url == dial(each.card.phone) else each.card.phone_url for each in documents],
        "tags": [[(tag.kind, tag.words) for tag in each.card.tags] or 0 for each in documents],
        "words": words.values,
        "offers": offers,
        "pays": [words_of(row, notes) for row in own],
        "notes": notes.values,
    }


def words_of(row: Row, notes: Shared[str]) -> object:
    """Return the words for what one pays and the place of the note below them; nothing where there are none."""
    if row.offer is None or not (row.offer.pay.words or row.offer.pay.note):
        return 0
    return (notes.place(row.offer.pay.words), notes.place(row.offer.pay.note))


def stories(documents: Sequence[SearchDocument], numbers: Sequence[int]) -> dict[str, object]:
    """Return what providers tell of themselves, text by text: the summary, then whatever is found by their words."""
    return {
        "docs": gaps(numbers),
        "summary": [each.card.summary for each in documents],
        "texts": [[text.words for text in texts.of_document(each)] for each in documents],
    }


def slug(name: str) -> str:
    """Return a name as its key usually is."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def dial(phone: str) -> str:
    """Return the address that most telephone numbers have: "014 000 1234" is tel:+358140001234."""
    digits = re.sub(r"\D", "", phone)
    return f"tel:+358{digits[1:]}" if digits.startswith("0") else ""
