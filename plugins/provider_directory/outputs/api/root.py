"""api/v1/index.json and api/v1/openapi.json: of which day it all is, under which licence, where the lists begin, and what is in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...model import LANGUAGES
from ...views.edition import Edition
from ...views.links import Links
from ..data.sources import licence
from ..openapi import Schema, document
from .files import FOLDER, address, pages_of
from .operations import paths, schemas
from .resources import RESOURCES

VERSION = "1.0.0"
"""Raised as Semantic Versioning has it; another first number would be another folder."""


def files(edition: Edition, _: None) -> Iterator[tuple[str, bytes]]:
    """Both files."""
    for name, contents in {"index": index(edition), "openapi": description(edition)}.items():
        yield f"{FOLDER}/{name}.json", f"{json.dumps(contents, ensure_ascii=False, indent=2)}\n".encode()


def index(edition: Edition) -> dict[str, Any]:
    """Everything one needs to begin. Of all answers only this one names the day."""
    documentation = {each: Links(edition.records, each).place("api") for each in LANGUAGES}
    return {
        "name": edition.site_name,
        "version": VERSION,
        "as_of": edition.catalogue.as_of.isoformat(),
        "licence": licence(edition.settings),
        "lists": {name: list_facts(edition, name) for name in RESOURCES},
        "links": {
            "self": f"/{FOLDER}/index.json",
            "openapi": f"/{FOLDER}/openapi.json",
            "documentation": documentation,
            "hsds": "/hsds/index.json",
            "data": "/data/datapackage.json",
        },
    }


def list_facts(edition: Edition, name: str) -> dict[str, Any]:
    """How much there is of a list, and where it begins."""
    told = edition.catalogue.told_providers
    found = pages_of(edition, name) if RESOURCES[name].answers else list(told.values())
    return {"items": sum(map(len, found)), "pages": len(found), "first": address(name, 1)}


def description(edition: Edition) -> Schema:
    """The whole API in the words of OpenAPI."""
    return document(
        edition,
        FOLDER,
        title=edition.site_name,
        about="Who offers care with service vouchers and for self-pay, at what price. Every answer is a file: there are no keys, "
        "no limits and nothing to ask for. Texts are in Finnish, Swedish and English; amounts are euros; days are ISO 8601.",
        version=VERSION,
        paths=paths(),
        schemas=schemas(),
    )
