"""Marks: short names that follow from what something says, by which what was made of it before is known again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from operator import attrgetter

from .documents import SearchCard, SearchDocument, SearchOffer, SearchPay, SearchTag

LENGTH = 16
"""Bytes of a mark: no two things ever met have the same one."""

FOUND_BY = ("service", "origin", "kind", "municipalities", "moments", "variant")
"""What of an offer says by which words a provider is found."""


def mark(*parts: bytes) -> bytes:
    """Return the mark of some bytes, each part by itself."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "little") + part)
    return made.digest()[:LENGTH]


def mark_of(content: object) -> bytes:
    """Return the mark of whatever prints all that it says."""
    return mark(repr(content).encode())


def columns(kind: type, without: Iterable[str] = ()) -> attrgetter[tuple[object, ...]]:
    """Return what reads all fields of a kind of thing."""
    return attrgetter(*(each.name for each in fields(kind) if each.name not in without))


DOCUMENT, CARD = columns(SearchDocument, ("card", "offers", "mark")), columns(SearchCard, ("tags",))
OFFER, PAY, TAG = columns(SearchOffer, ("pay", "terms")), columns(SearchPay), columns(SearchTag)
TEXTS = columns(SearchDocument, ("url", "card", "offers", "mark"))
REACH = attrgetter(*FOUND_BY)

WRITTEN = json.JSONEncoder(separators=(",", ":"), default=date.isoformat).encode


def document_mark(document: SearchDocument) -> bytes:
    """Return the mark of all that a document says."""
    if not document.mark:
        # Nothing else of it ever changes; to work this out takes longer than all else where it is known what it was made into.
        object.__setattr__(document, "mark", mark(said(document).encode()))
    return document.mark


def said(document: SearchDocument) -> str:
    """Return all that a document says."""
    tags = [TAG(tag) for tag in document.card.tags]
    offers = [
        (OFFER(each), PAY(each.pay), each.terms and (each.terms.day, each.terms.price_cents))
        for each in document.offers
    ]
    return WRITTEN((DOCUMENT(document), CARD(document.card), tags, offers))


def words_mark(document: SearchDocument) -> bytes:
    """Return the mark of all by which a document is found; a price is nothing of that."""
    return mark(WRITTEN((TEXTS(document), list(dict.fromkeys(map(REACH, document.offers))))).encode())
