"""
The rules of what one pays, as data for browsers: one file for each organiser, and one that names them all.

A page names only the file of its language, with the words and the tax credits; from there the browser fetches the
organisers it needs, once a person has told a situation. File names follow from the contents, so a copy is never stale.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from ..catalogue.rule_data import rule_data
from ..records.collections import Entry
from ..records.schema.voucher import Voucher
from ..views.contacts import whom_to_ask
from ..views.edition import Edition
from ..views.price_words import price_words

FORMAT = 1
"""Raised whenever a reader of the old format would misread the new one."""

FOLDER = "prices"


@dataclass(frozen=True, slots=True)
class PriceRules:
    """The files of one language."""

    path: str
    """The one that names the others, below the root of the site."""
    files: tuple[tuple[str, bytes], ...]


def price_rules(edition: Edition) -> PriceRules:
    """Every organiser's rules in one language."""
    organisers = [
        (key, named(f"{FOLDER}/{edition.language}-{key}", rules(edition, key)))
        for key in sorted(edition.records.organisers)
    ]
    contents = {
        "format": FORMAT,
        "language": edition.language,
        "organisers": {key: f"/{path}" for key, (path, _) in organisers},
        "taxCredits": [rule_data(entry.record, edition.language) for entry in edition.records.tax_credits.values()],
        "words": price_words(edition),
    }
    first = named(f"{FOLDER}/{edition.language}", contents)
    return PriceRules(first[0], (first, *(file for _, file in organisers)))


def rules(edition: Edition, organiser: str) -> dict[str, Any]:
    """The vouchers of one organiser."""
    own = (
        (key, entry) for key, entry in sorted(edition.records.vouchers.items()) if key.partition("/")[0] == organiser
    )
    return {
        "format": FORMAT,
        "organiser": edition.organiser(edition.records.organisers[organiser]),
        "vouchers": {key: voucher_data(edition, organiser, entry) for key, entry in own},
    }


def voucher_data(edition: Edition, organiser: str, entry: Entry[Voucher]) -> dict[str, Any]:
    """What a voucher is worth and what the client pays, on every day that is known; and whom to ask."""
    voucher = entry.record
    return {
        "ask": whom_to_ask(edition, edition.records.organisers[organiser], voucher.contacts),
        "values": [rule_data(rule, edition.language) for rule in voucher.values],
        "shares": [rule_data(rule, edition.language) for rule in voucher.client_shares],
    }


def named(start: str, contents: dict[str, Any]) -> tuple[str, bytes]:
    """A file whose name follows from its contents."""
    data = json.dumps(contents, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return f"{start}-{hashlib.sha256(data).hexdigest()[:16]}.json", data
