"""
The profile: what we say beyond HSDS 3, as JSON Merge Patches (RFC 7386) of its schemas, by the file each of them changes.

HSDS lets a profile add fields; nothing of HSDS itself is changed but its API, which a site of files can only answer in pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ...catalogue.offers import Kind
from ...catalogue.outcome import Confidence, Why
from ...model import LANGUAGES, Unit
from ...records.schema.provider import Vat
from .openapi import PATCH
from .paging import FOLDER
from .texts import Thing

VERSION = "1.0.0"
"""Raised as Semantic Versioning has it when a field comes, changes or goes."""


def text(about: str, **more: object) -> Thing:
    """A field of text."""
    return {"type": "string", "description": about, **more}


def one_of(options: list[str], about: str) -> Thing:
    """A field that has one of a few words."""
    return text(about, enum=options)


def day(about: str) -> Thing:
    """A field with a day."""
    return text(about, format="date")


def in_languages(about: str, languages: tuple[str, ...] = LANGUAGES) -> Thing:
    """A text in the languages in which it is written."""
    return group(about, {language: {"type": "string"} for language in languages})


def group(about: str, properties: Thing) -> Thing:
    """Fields that belong together."""
    return {"type": "object", "description": about, "properties": properties, "additionalProperties": False}


def several(about: str, item: Thing) -> Thing:
    """Any number of things."""
    return {"type": "array", "description": about, "items": item}


def translations(*fields: str) -> Thing:
    """Other languages of a thing's texts; the fields themselves are in Finnish."""
    own = {field: {"type": "string"} for field in fields}
    about = "The same fields in Swedish (sv) and English (en), where they are translated. The fields themselves are in Finnish."
    return group(
        about, {language: group(f"In {name}.", own) for language, name in (("sv", "Swedish"), ("en", "English"))}
    )


def outcome(about: str) -> Thing:
    """An amount that may not be exact."""
    return group(
        about,
        {
            "confidence": one_of(
                [*map(str, Confidence)], "How far the amount is known; income: it depends on the client's."
            ),
            "low": {"type": "number", "description": "The least, in euros."},
            "high": {"type": "number", "description": "The most, in euros; where both are equal, the amount."},
            "unit": one_of([*map(str, Unit)], "What it is for; where it is the month, not one unit of the price."),
            "why": one_of([*map(str, Why)], "What is missing for an exact amount."),
        },
    )


PAGES = in_languages("Its pages on this site, by language.")
PAYER = one_of([*map(str, Kind)], "voucher: an organiser pays a part; self-pay: the client pays all of it.")
UNIT = one_of([*map(str, Unit)], "What the amount is for. Amounts for different units cannot be compared.")

FIELDS: dict[str, dict[str, Thing]] = {
    "service": {
        "payer": PAYER,
        "service": text("What is given, as a key of the directory: the code of the service's taxonomy term."),
        "at_home": {"type": "boolean", "description": "Whether it is given in the client's home."},
        "valid_from": day("The first day it can be chosen. A service whose day is to come has the status inactive."),
        "valid_to": day("The last day it can be chosen."),
        "conditions": several("What a client should know.", in_languages("A sentence.")),
        "translations": translations("name", "description"),
    },
    "organization": {
        "key": text("What the directory calls it; its file's name."),
        "kind": one_of(["provider", "organiser"], "organiser: a municipality or county that grants vouchers."),
        "pages": PAGES,
        "translations": translations("name", "description"),
    },
    "program": {
        "kind": PAYER,
        "key": text("What the directory calls the voucher or register."),
        "pages": PAGES,
        "translations": translations("name", "description"),
    },
    "cost_option": {
        "kind": one_of(["price", "besides"], "besides: rent, meals and what else a voucher does not pay."),
        "unit": UNIT,
        "variant": text("Key of the variant: one of the voucher's, or a time band of the provider's own."),
        "vat": one_of([*map(str, Vat)], "Whether the amount holds value added tax."),
        "voucher_value": outcome("What the voucher pays of the amount."),
        "client_share": outcome("What is left to the client."),
        "includes": several("What the amount includes.", in_languages("A sentence.")),
        "on_top": several("What comes on top of it.", in_languages("A sentence.")),
        "note": in_languages("Anything else to know."),
        "one_of": in_languages("Of costs with the same words here, a client pays one."),
        "translations": translations("option"),
    },
    "service_area": {"municipality": text("Key of the municipality; its code of three digits is the extent.")},
    "location": {
        "key": text("What the provider's record calls it."),
        "places": text("How many clients it takes, in the provider's words."),
    },
    "address": {"municipality": text("Key of the municipality it lies in.")},
    "phone": {"translations": translations("description")},
    "accessibility": {"translations": translations("description")},
    "taxonomy_term": {"translations": translations("name", "description")},
}
"""By the schema of HSDS that has them besides its own."""


def patches() -> dict[str, Thing]:
    """The merge patch of each schema that has more fields, and of the API."""
    return {**{name: {"properties": fields} for name, fields in FIELDS.items()}, "openapi": PATCH}


def files(*_: object) -> Iterator[tuple[str, bytes]]:
    """One file for each schema that it changes."""
    for name, patch in patches().items():
        yield f"{FOLDER}/profile/{name}.json", f"{json.dumps(patch, ensure_ascii=False, indent=2)}\n".encode()
